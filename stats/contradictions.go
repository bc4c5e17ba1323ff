package stats

import (
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// falls finds running totals of one publisher that are lower than they were.
func (a *Account) falls() {
	for _, s := range series(a) {
		for i := 1; i < len(s); i++ {
			before, after := s[i-1].claim.Count, s[i].claim.Count
			low, _, _ := before.Interval()
			if _, high, open := after.Interval(); !after.IsZero() && !before.IsZero() && !open && high < low {
				a.Conflicts = append(a.Conflicts, Conflict{
					Code: incident.CodeAccountShrank, Key: s[i].figure.Key,
					Claims: []*Claim{s[i].claim, s[i-1].claim}, Chosen: s[i].figure.Chosen, Why: s[i].figure.Why,
				})
			}
		}
	}
}

// faults takes over the certain contradictions within one record.
func (a *Account) faults() {
	codes := map[incident.Code]incident.Code{
		incident.CodeFigureParts: incident.CodeAccountParts, incident.CodeFigureFlow: incident.CodeAccountFlow,
	}
	for _, rec := range a.Records {
		if len(rec.Figures) < 2 {
			continue // one figure contradicts no other
		}
		for _, fault := range rec.Check(nil) {
			code, ok := codes[fault.Code]
			if !ok || fault.Severity != incident.Error {
				continue
			}
			f, c := a.claimAt(rec, fault.Path)
			if c == nil {
				continue
			}
			sides := []*Claim{c}
			if code == incident.CodeAccountParts && !c.List.Sum.IsZero() {
				sides = append(sides, &Claim{Record: rec, Count: c.List.Sum})
			} else if _, other := a.claimAt(rec, fault.Also); other != nil && other != c {
				sides = append(sides, other)
			}
			a.add(f, code, sides)
		}
	}
}

// claimAt returns the claim that a record makes with one of its figures.
func (a *Account) claimAt(rec *incident.Record, path string) (*Figure, *Claim) {
	if rest, ok := strings.CutPrefix(path, "/figures/"); ok {
		number, _, _ := strings.Cut(rest, "/")
		path = "/figures/" + number
	}
	for i := range a.Figures {
		for _, c := range a.Figures[i].Claims {
			if c.Record == rec && c.Path == path && path != "" {
				return &a.Figures[i], c
			}
		}
	}
	return nil, nil
}

// copied names the records that were left out as copies, and what they copy.
func (a *Account) copied() {
	for _, c := range a.copies {
		conflict := Conflict{Code: incident.CodeAccountCopy}
		theirs := appendClaims(nil, c.to)
		for _, own := range appendClaims(nil, c.from) {
			i := slices.IndexFunc(theirs, func(k keyed) bool { return k.key == own.key })
			if i >= 0 {
				conflict.Key, conflict.Claims = own.key, []*Claim{theirs[i].claim, own.claim}
				break
			}
		}
		if conflict.Claims == nil {
			conflict.Claims = []*Claim{{Record: c.to}, {Record: c.from}}
		}
		a.Conflicts = append(a.Conflicts, conflict)
	}
}

// round names the records whose references go round in a circle.
func (a *Account) round() {
	var claims []*Claim
	for _, rec := range a.circles {
		claims = append(claims, &Claim{Record: rec})
	}
	slices.SortFunc(claims, func(c, d *Claim) int { return byID(c.Record, d.Record) })
	if len(claims) > 0 {
		a.Conflicts = append(a.Conflicts, Conflict{Code: incident.CodeRecordCycle, Claims: claims})
	}
}

// partsOfOthers finds parts that one record gives and that certainly exceed the
// whole that another gives.
func (a *Account) partsOfOthers() {
	for i := range a.Figures {
		f := &a.Figures[i]
		if f.whole == nil || f.Chosen == nil || f.whole.Chosen == nil || f.Chosen.Record == f.whole.Chosen.Record {
			continue
		}
		low, _, _ := f.Count.Interval()
		if _, high, open := f.whole.Count.Interval(); !open && low > high {
			a.add(f.whole, incident.CodeAccountParts, []*Claim{f.whole.Chosen, f.Chosen})
		}
	}
	a.listsOfOthers()
}

// listsOfOthers finds parts along one dimension, said by several records, that
// together certainly exceed a whole although none of them does.
func (a *Account) listsOfOthers() {
	type list struct {
		whole *Figure
		along Dimension
	}
	lists := map[list][]*Figure{}
	var order []list
	for i := range a.Figures {
		f := &a.Figures[i]
		if f.whole == nil || f.Chosen == nil || f.whole.Chosen == nil || f.Rest != "" || f.Group.Nationality == incident.Other {
			continue
		}
		for _, d := range [...]Dimension{Nationality, Sex, Age} {
			if d.with(f.Group, "") == f.whole.Group {
				k := list{f.whole, d}
				if lists[k] == nil {
					order = append(order, k)
				}
				lists[k] = append(lists[k], f)
			}
		}
	}
	for _, k := range order {
		parts := lists[k]
		if !apartFromEachOther(parts) || oneRecordGives(k.whole, parts) || slices.ContainsFunc(parts, k.whole.says) {
			continue
		}
		var together bounds
		sides := []*Claim{k.whole.Chosen}
		least := int64(0)
		for _, f := range parts {
			together.add(f.Count)
			low, _, _ := f.Count.Interval()
			least = max(least, low)
			sides = append(sides, f.Chosen)
		}
		if _, high, open := k.whole.Count.Interval(); !open && together.low > high && least <= high {
			a.addApart(k.whole, incident.CodeAccountParts, sides, together.low-high)
		}
	}
}

// says reports whether a record that the whole was taken from says something else of a
// part: that is a disagreement on the part.
func (f *Figure) says(part *Figure) bool {
	return slices.ContainsFunc(part.Claims, func(c *Claim) bool {
		return !slices.Contains(part.agreed, c) && slices.ContainsFunc(f.agreed, func(w *Claim) bool { return w.Record == c.Record })
	})
}

// apartFromEachOther reports whether no two figures may count the same people.
func apartFromEachOther(figures []*Figure) bool {
	for i, f := range figures {
		for _, g := range figures[:i] {
			if f.mayShare(g) || !f.sameTime(g) {
				return false
			}
		}
	}
	return true
}

// oneRecordGives reports whether a whole and its parts are of one record, whose own
// contradictions [incident.Record.Check] finds.
func oneRecordGives(whole *Figure, parts []*Figure) bool {
	return !slices.ContainsFunc(parts, func(f *Figure) bool { return f.Chosen.Record != whole.Chosen.Record })
}

// partsInTime finds happenings that together certainly come to more than a
// claim that covers them all.
func (a *Account) partsInTime() {
	for i := range a.Figures {
		whole := &a.Figures[i]
		if !whole.covers || whole.Chosen == nil {
			continue
		}
		var parts bounds
		sides := []*Claim{whole.Chosen}
		for j := range a.Figures {
			if f := &a.Figures[j]; f.Key == whole.Key && f != whole && f.Chosen != nil && f.sameTime(whole) {
				parts.add(f.Count)
				sides = append(sides, f.Chosen)
			}
		}
		if _, high, open := whole.Count.Interval(); !open && parts.low > high {
			a.addApart(whole, incident.CodeAccountParts, sides, parts.low-high)
		}
	}
}

// overlaps finds figures of one publisher on the same people, or on some of them, whose
// windows overlap and neither of which lies within the other: they are neither added
// nor part and whole. Of two publishers both may be right, and neither is added.
func (a *Account) overlaps() {
	for _, t := range a.added {
		terms := t.terms
		for _, f := range t.over {
			first, last, ok := f.window()
			if !ok || f.Chosen == nil {
				continue
			}
			i := slices.IndexFunc(terms, func(g *Figure) bool {
				gFirst, gLast, ok := g.window()
				part, _ := f.Group.Narrower(g.Group)
				return ok && g.Chosen != nil && part && g.Unit == f.Unit && first <= gLast && gFirst <= last && samePublisher(f, g) &&
					(gFirst > first || last > gLast) && (first > gFirst || gLast > last)
			})
			if i >= 0 {
				a.add(terms[i], incident.CodeAccountWindow, []*Claim{terms[i].Chosen, f.Chosen})
			}
		}
	}
}

// flows finds more people of a group returned than were freed and escaped, of the
// group or of one that contains it; those who one record says await their return are
// counted with the returned. What one record says of returned and freed alone is for
// [incident.Record.Check].
func (a *Account) flows() {
	for i := range a.Figures {
		back := &a.Figures[i]
		if back.Measure != incident.Returned || !back.ofEvent() {
			continue
		}
		var count bounds
		count.add(back.Count)
		home := []*Claim{back.Chosen}
		for j := range a.Figures {
			if f := &a.Figures[j]; f.Measure == incident.Awaiting && f.ofEvent() && f.Group == back.Group && f.Chosen.Record == back.Chosen.Record {
				home = append(home, f.Chosen)
				count.add(f.Count)
			}
		}
		for j := range a.Figures {
			first := &a.Figures[j]
			if first.Measure == incident.Freed && first.ofEvent() && first.sameTime(back) && a.exceedsFreed(back, home, count, first) {
				break
			}
		}
	}
}

// exceedsFreed reports whether those who are home, and await it, are certainly more than
// were freed and escaped of the group of a figure.
func (a *Account) exceedsFreed(back *Figure, home []*Claim, count bounds, freed *Figure) bool {
	if within, _ := back.Group.Narrower(freed.Group); !within {
		return false
	}
	var before bounds
	sides, other := slices.Clone(home), len(home) > 1 || back.Group != freed.Group
	for i := range a.Figures {
		f := &a.Figures[i]
		if f.Measure != incident.Freed && f.Measure != incident.Escaped || !f.ofEvent() || f.Group != freed.Group || !f.sameTime(back) {
			continue
		}
		other = other || f.Chosen.Record != back.Chosen.Record
		before.add(f.Count)
		sides = append(sides, f.Chosen)
	}
	if before.open || count.low <= before.high || !other {
		return false
	}
	a.addApart(back, incident.CodeAccountFlow, sides, count.low-before.high)
	return true
}

// ofEvent reports whether f counts, without a label, in the event itself, and
// somebody gave its number.
func (f *Figure) ofEvent() bool {
	return f.Accrual == incident.AccrualEvent && f.Label == "" && !f.Beside && f.Chosen != nil
}
