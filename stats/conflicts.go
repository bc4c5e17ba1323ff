package stats

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// conflicts lists every disagreement, in the order of the figures.
func (a *Account) conflicts() {
	dated := map[incident.Measure]bool{}
	for i := range a.Figures {
		f := &a.Figures[i]
		if f.Measure != incident.Share || f.Unit != "" { // of one thing
			a.disagreements(f)
		}
		if f.Accrual == incident.AccrualEvent && !dated[f.Measure] {
			dated[f.Measure] = a.dates(f) || a.partDates(f)
		}
	}
	a.labels()
	a.definitions()
	if a.runs() {
		a.falls()
		a.stale()
		a.periods()
	}
	a.faults()
	a.partsOfOthers()
	a.partsInTime()
	a.overlaps()
	a.flows()
	a.copied()
	a.likeness()
	a.round()
	for i := range a.Conflicts {
		a.Conflicts[i].differ()
	}
	slices.SortStableFunc(a.Conflicts, func(c, d Conflict) int {
		return cmp.Or(c.Key.compare(&d.Key), cmp.Compare(c.Code, d.Code), byID(c.Claims[0].Record, d.Claims[0].Record))
	})
}

// runs reports whether a figure is a running total or one of a period.
func (a *Account) runs() bool {
	for i := range a.Figures {
		if accrual := a.Figures[i].Accrual; accrual == incident.AccrualCumulative || accrual == incident.AccrualPeriod {
			return true
		}
	}
	return false
}

// disagreements compares the claims on one thing with the number that was
// taken, and claims on a shorter time that lies within it with each other.
func (a *Account) disagreements(f *Figure) {
	if f.Chosen == nil || len(f.Claims) == 1 && len(f.agreed) == 1 {
		return
	}
	var differ, exceed, shorter []*Claim
	agree := slices.Clone(f.agreed)
	for _, c := range f.Claims {
		if c.Count.IsZero() || f.ofPartial(c) || slices.Contains(f.agreed, c) {
			continue
		}
		contained, explained := f.inTime(c)
		if contained && isWithin(c, f.agreed) {
			shorter = append(shorter, c)
		}
		switch {
		case explained:
		case c.agrees(f.Count):
			agree = append(agree, c)
		case contained:
			exceed = append(exceed, c)
		default:
			differ = append(differ, c)
		}
	}
	if least, most := furthest(agree); least != nil { // a loose number agrees with both
		for _, c := range [...]*Claim{least, most} {
			if c != f.Chosen {
				differ = append(differ, c)
			}
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

// furthest returns two claims of one time that certainly contradict each other, the
// lowest and the highest, or nil.
func furthest(claims []*Claim) (least, most *Claim) {
	for _, c := range claims {
		low, high, open := c.Count.Interval()
		if most == nil {
			most = c
		} else if n, _, _ := most.Count.Interval(); low > n {
			most = c
		}
		if open {
			continue
		}
		if least == nil {
			least = c
		} else if _, n, _ := least.Count.Interval(); high < n {
			least = c
		}
	}
	if least == nil || least.Count.Agrees(most.Count) {
		return nil, nil
	}
	s, ok := spanOf(least.Record)
	t, ok2 := spanOf(most.Record)
	if ok && ok2 && (s.within(t) || t.within(s)) {
		return nil, nil // one is a part of the other's time
	}
	return least, most
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
				Code: incident.CodeAccountDisagree, Key: f.Key, Claims: append([]*Claim{best.Claims[0]}, differ...), Chosen: best.Claims[0], Why: why,
			})
		}
	}
}

// dates finds claims that agree on the number and certainly not on the day.
func (a *Account) dates(f *Figure) bool {
	if f.Chosen == nil || len(f.Claims) < 2 {
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

// partDates finds the number that one record gives for a whole said of a labelled
// part in another, of days that are certainly others.
func (a *Account) partDates(f *Figure) bool {
	if f.Label != "" || !f.ofEvent() {
		return false
	}
	for i := range a.Figures {
		part := &a.Figures[i]
		if part.Label == "" || part.Measure != f.Measure || part.Group != f.Group || !part.ofParts() {
			continue
		}
		for _, c := range part.Claims {
			for _, d := range f.Claims {
				if d.Record != c.Record && !d.Count.IsZero() && d.number() == c.number() && daysApart(c.Record, d.Record) {
					a.add(f, incident.CodeAccountDate, []*Claim{d, c})
					return true
				}
			}
		}
	}
	return false
}

// ofParts reports whether f counts a part of those in the event itself.
func (f *Figure) ofParts() bool {
	return f.Accrual == incident.AccrualEvent && f.Label != "" && !f.Beside && f.Chosen != nil
}

// daysApart reports whether two records give days of which none is in both.
func daysApart(a, b *incident.Record) bool {
	s, ok := spanOf(a)
	t, ok2 := spanOf(b)
	return ok && ok2 && s.exact && t.exact && (s.last < t.first || t.last < s.first)
}

// definitions finds one number said of one event and of a running total, and
// shares of different things.
func (a *Account) definitions() {
	var totals []*Figure
	for i := range a.Figures {
		if g := &a.Figures[i]; g.Accrual == incident.AccrualCumulative && g.Label == "" && g.Chosen != nil {
			totals = append(totals, g)
		}
	}
	for i := range a.Figures {
		f := &a.Figures[i]
		if f.Label != "" || f.Beside || f.Chosen == nil || f.Accrual != incident.AccrualEvent {
			continue
		}
		var running []*Claim
		for _, g := range totals {
			if g.Measure == f.Measure && g.Group == f.Group && g.Chosen.number() == f.Chosen.number() {
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

func (a *Account) add(f *Figure, code incident.Code, claims []*Claim) {
	a.addApart(f, code, claims, 0)
}

// addApart is add for sides that are so many apart in sum.
func (a *Account) addApart(f *Figure, code incident.Code, claims []*Claim, apart int64) {
	a.Conflicts = append(a.Conflicts, Conflict{Code: code, Key: f.Key, Claims: claims, Chosen: f.Chosen, Why: f.Why, Difference: apart})
}

// differ works out by how many the sides of a conflict of numbers are apart, if its
// finder did not.
func (c *Conflict) differ() {
	switch c.Code {
	case incident.CodeAccountDisagree, incident.CodeAccountWindow, incident.CodeAccountShrank, incident.CodeAccountParts, incident.CodeAccountFlow:
	default:
		return
	}
	if c.Difference > 0 {
		return
	}
	var most int64
	var least int64 = math.MaxInt64
	for _, claim := range c.Claims {
		count := claim.Count
		if c.Code == incident.CodeAccountDisagree && claim.List.Complete {
			count = claim.List.Sum // which is what it contradicts by, as a rule
		}
		low, high, open := count.Interval()
		if most = max(most, low); !open {
			least = min(least, high)
		}
	}
	c.Difference = max(0, most-least)
}
