package stats

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// conflicts lists every disagreement, in the order of the figures.
func (a *Account) conflicts() {
	dated := map[incident.Measure]bool{}
	for i := range a.Figures {
		f := &a.Figures[i]
		if f.Measure != incident.Share {
			a.disagreements(f)
		}
		if f.Accrual == incident.AccrualEvent && !dated[f.Measure] {
			dated[f.Measure] = a.dates(f)
		}
	}
	a.definitions()
	a.falls()
	a.stale()
	a.faults()
	a.partsOfOthers()
	a.partsInTime()
	a.flows()
	a.copied()
	a.round()
	slices.SortStableFunc(a.Conflicts, func(c, d Conflict) int {
		return cmp.Or(c.Key.compare(&d.Key), cmp.Compare(c.Code, d.Code), byID(c.Claims[0].Record, d.Claims[0].Record))
	})
}

// disagreements compares the claims on one thing with the number that was
// taken, and claims on a shorter time that lies within it with each other.
func (a *Account) disagreements(f *Figure) {
	if f.Chosen == nil {
		return
	}
	var differ, exceed, shorter []*Claim
	for _, c := range f.Claims {
		if c.Count.IsZero() || f.ofPartial(c) || slices.Contains(f.agreed, c) {
			continue
		}
		contained, explained := f.inTime(c)
		if contained && isWithin(c, f.agreed) {
			shorter = append(shorter, c)
		}
		switch {
		case c.agrees(f.Count) || explained:
		case contained:
			exceed = append(exceed, c)
		default:
			differ = append(differ, c)
		}
	}
	if len(differ) > 0 {
		a.add(f, incident.CodeAccountDisagree, append([]*Claim{f.Chosen}, differ...))
	}
	if len(exceed) > 0 {
		a.add(f, incident.CodeAccountWindow, append([]*Claim{f.Chosen}, exceed...))
	}
	a.shorterTimes(f, shorter)
}

// ofPartial reports whether c is a part of a claim on the whole that covers
// only some of the time: it says nothing against the part of another time.
func (f *Figure) ofPartial(c *Claim) bool {
	if f.whole == nil || f.whole.Chosen == nil {
		return false
	}
	for _, w := range f.whole.Claims {
		if w.Record == c.Record {
			_, explained := f.whole.inTime(w)
			return explained && !w.agrees(f.whole.Count)
		}
	}
	return false
}

// inTime compares c's time with those of the claims that name the number taken:
// contained when one of the two always lies within the other, explained when
// the shorter one can be a part of the longer one.
func (f *Figure) inTime(c *Claim) (contained, explained bool) {
	s, ok := spanOf(c.Record)
	if !ok {
		return false, false
	}
	contained = true
	for _, k := range f.agreed {
		t, ok := spanOf(k.Record)
		switch {
		case ok && s.within(t):
			explained = explained || canHold(k.Count, c.Count)
		case ok && t.within(s):
			explained = explained || canHold(c.Count, k.Count)
		default:
			contained = false
		}
	}
	return contained, explained
}

func isWithin(c *Claim, longer []*Claim) bool {
	s, _ := spanOf(c.Record)
	return slices.ContainsFunc(longer, func(k *Claim) bool {
		t, ok := spanOf(k.Record)
		return ok && s.within(t)
	})
}

// shorterTimes finds claims on one and the same shorter time that disagree.
func (a *Account) shorterTimes(f *Figure, claims []*Claim) {
	times := map[span][]*Claim{}
	for _, c := range claims {
		s, _ := spanOf(c.Record)
		times[s] = append(times[s], c)
	}
	for _, s := range slices.SortedFunc(maps.Keys(times), func(s, t span) int {
		return cmp.Or(cmp.Compare(s.first, t.first), cmp.Compare(s.last, t.last))
	}) {
		cands := candidates(times[s])
		if len(cands) < 2 {
			continue
		}
		best, why := choose(Default.Steps(), cands)
		differ := slices.DeleteFunc(slices.Clone(times[s]), func(c *Claim) bool { return c.agrees(best.Claims[0].Count) })
		if len(differ) > 0 {
			a.Conflicts = append(a.Conflicts, Conflict{
				incident.CodeAccountDisagree, f.Key, append([]*Claim{best.Claims[0]}, differ...), best.Claims[0], why,
			})
		}
	}
}

// dates finds claims that agree on the number and certainly not on the day.
func (a *Account) dates(f *Figure) bool {
	if f.Chosen == nil {
		return false
	}
	same := slices.DeleteFunc(slices.Clone(f.Claims), func(c *Claim) bool {
		s, ok := spanOf(c.Record)
		return !ok || !s.exact || c.Count.IsZero() || c.number() != f.Chosen.number() && !c.agrees(f.Count)
	})
	if len(same) == 0 {
		return false
	}
	// Some two lie apart when one ends before the last one begins.
	var begins, ends incident.Day = -1 << 31, 1<<31 - 1
	for _, c := range same {
		s, _ := spanOf(c.Record)
		begins, ends = max(begins, s.first), min(ends, s.last)
	}
	same = slices.DeleteFunc(same, func(c *Claim) bool {
		s, _ := spanOf(c.Record)
		return s.first <= ends && begins <= s.last
	})
	if len(same) < 2 {
		return false
	}
	a.add(f, incident.CodeAccountDate, same)
	return true
}

// definitions finds one number said of one event and of a running total, and
// shares of different things.
func (a *Account) definitions() {
	for i := range a.Figures {
		f := &a.Figures[i]
		if f.Label != "" || f.Beside || f.Chosen == nil || f.Accrual != incident.AccrualEvent {
			continue
		}
		var running []*Claim
		for j := range a.Figures {
			g := &a.Figures[j]
			if g.Accrual == incident.AccrualCumulative && g.Measure == f.Measure && g.Group == f.Group && g.Label == "" &&
				g.Chosen != nil && g.Chosen.number() == f.Chosen.number() {
				running = append(running, g.Claims...)
			}
		}
		if len(running) > 0 {
			a.add(f, incident.CodeAccountDefinition, append(slices.Clone(f.Claims), running...))
			a.partDefinitions(f)
		}
	}
	var shares []*Claim
	var first *Figure
	for i := range a.Figures {
		f := &a.Figures[i]
		if f.Measure != incident.Share || f.Label != "" || f.Unit == "" {
			continue
		}
		if first == nil {
			first = f
		}
		shares = append(shares, f.Claims...)
		if i == len(a.Figures)-1 || a.Figures[i+1].Measure != incident.Share {
			break
		}
	}
	if slices.ContainsFunc(shares, func(c *Claim) bool { return unitOf(c) != unitOf(shares[0]) }) {
		a.add(first, incident.CodeAccountDefinition, shares)
	}
}

// partDefinitions finds one number said of a labelled part of an event and of a
// part of the running total that the event was taken for.
func (a *Account) partDefinitions(whole *Figure) {
	for i := range a.Figures {
		f := &a.Figures[i]
		if f.Measure != whole.Measure || f.Group != whole.Group || f.Label == "" || f.Beside || f.Chosen == nil ||
			f.Accrual != incident.AccrualEvent {
			continue
		}
		var others []*Claim
		for j := range a.Figures {
			g := &a.Figures[j]
			if g.Measure == f.Measure && g.Group == f.Group && g.Label != "" && !g.Beside && g.Chosen != nil &&
				(g.Accrual == incident.AccrualPeriod || g.Accrual == incident.AccrualCumulative) && g.Chosen.number() == f.Chosen.number() {
				others = append(others, g.Claims...)
			}
		}
		if len(others) > 0 {
			a.add(f, incident.CodeAccountDefinition, append(slices.Clone(f.Claims), others...))
		}
	}
}

func unitOf(c *Claim) string {
	if i, ok := figureIndex(c.Path); ok {
		return c.Record.Figures[i].Unit
	}
	return ""
}

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
}

// partsInTime finds happenings that together certainly come to more than a
// claim that covers them all.
func (a *Account) partsInTime() {
	for i := range a.Figures {
		whole := &a.Figures[i]
		if !whole.covers || whole.Chosen == nil {
			continue
		}
		var parts sum
		sides := []*Claim{whole.Chosen}
		for j := range a.Figures {
			if f := &a.Figures[j]; f.Key == whole.Key && f != whole && f.Chosen != nil && f.sameTime(whole) {
				parts.add(f.Count)
				sides = append(sides, f.Chosen)
			}
		}
		together, _ := parts.count()
		low, _, _ := together.Interval()
		if _, high, open := whole.Count.Interval(); !open && low > high {
			a.add(whole, incident.CodeAccountParts, sides)
		}
	}
}

// flows finds more people of a group returned than freed and escaped, said by
// different records.
func (a *Account) flows() {
	for i := range a.Figures {
		back := &a.Figures[i]
		if back.Measure != incident.Returned || !back.ofEvent() {
			continue
		}
		sides := []*Claim{back.Chosen}
		var before sum
		freed, other := false, false
		for j := range a.Figures {
			f := &a.Figures[j]
			if f.Measure != incident.Freed && f.Measure != incident.Escaped || !f.ofEvent() || f.Group != back.Group || !f.sameTime(back) {
				continue
			}
			freed = freed || f.Measure == incident.Freed
			other = other || f.Chosen.Record != back.Chosen.Record
			before.add(f.Count)
			sides = append(sides, f.Chosen)
		}
		entered, _ := before.count()
		low, _, _ := back.Count.Interval()
		if _, high, open := entered.Interval(); freed && other && !open && low > high {
			a.add(back, incident.CodeAccountFlow, sides)
		}
	}
}

// ofEvent reports whether f counts, without a label, in the event itself, and
// somebody gave its number.
func (f *Figure) ofEvent() bool {
	return f.Accrual == incident.AccrualEvent && f.Label == "" && !f.Beside && f.Chosen != nil
}

func (a *Account) add(f *Figure, code incident.Code, claims []*Claim) {
	a.Conflicts = append(a.Conflicts, Conflict{Code: code, Key: f.Key, Claims: claims, Chosen: f.Chosen, Why: f.Why})
}
