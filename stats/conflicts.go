package stats

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// pairwise is up to how many claims on one thing are compared each with each
// for windows; beyond it they are compared with the chosen one only.
const pairwise = 256

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
	a.faults()
	a.copied()
	slices.SortStableFunc(a.Conflicts, func(c, d Conflict) int {
		return cmp.Or(c.Key.compare(&d.Key), cmp.Compare(c.Code, d.Code), byID(c.Claims[0].Record, d.Claims[0].Record))
	})
}

// disagreements compares the claims on one thing with the one that was taken,
// and claims on a shorter time with those on a longer one.
func (a *Account) disagreements(f *Figure) {
	if f.Chosen == nil {
		return
	}
	against := []*Claim{f.Chosen}
	if len(f.Claims) <= pairwise {
		against = f.Claims
	}
	var differ []*Claim
	for _, c := range f.Claims {
		if c != f.Chosen && !c.Count.IsZero() && !c.agrees(f.Count) && !covers(c, f.Chosen) && !covers(f.Chosen, c) {
			differ = append(differ, c)
		}
		if over := exceeded(c, against); len(over) > 0 {
			a.add(f, incident.CodeAccountWindow, append([]*Claim{c}, over...))
		}
	}
	if len(differ) > 0 {
		a.add(f, incident.CodeAccountDisagree, append([]*Claim{f.Chosen}, differ...))
	}
}

// covers reports whether c's time contains d's and its count can contain d's.
func covers(c, d *Claim) bool {
	s, ok := spanOf(c.Record)
	t, ok2 := spanOf(d.Record)
	_, high, open := c.Count.Interval()
	low, _, _ := d.Count.Interval()
	return ok && ok2 && t.within(s) && (open || low <= high)
}

// exceeded returns the claims whose time contains c's and whose count is
// certainly smaller.
func exceeded(c *Claim, claims []*Claim) (out []*Claim) {
	s, ok := spanOf(c.Record)
	low, _, _ := c.Count.Interval()
	if !ok || c.Count.IsZero() {
		return nil
	}
	for _, whole := range claims {
		t, ok := spanOf(whole.Record)
		if _, high, open := whole.Count.Interval(); ok && !whole.Count.IsZero() && s.within(t) && !open && high < low {
			out = append(out, whole)
		}
	}
	return out
}

// dates finds claims that agree on the number and certainly not on the day.
func (a *Account) dates(f *Figure) bool {
	if f.Chosen == nil {
		return false
	}
	same := slices.DeleteFunc(slices.Clone(f.Claims), func(c *Claim) bool {
		s, ok := spanOf(c.Record)
		return !ok || !s.exact || c.Count.IsZero() || !c.agrees(f.Count)
	})
	for i, c := range same {
		for _, d := range same[:i] {
			s, _ := spanOf(c.Record)
			t, _ := spanOf(d.Record)
			if s.last < t.first || t.last < s.first {
				a.add(f, incident.CodeAccountDate, same)
				return true
			}
		}
	}
	return false
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
			if f, c := a.claimAt(rec, fault.Path); c != nil {
				claims := []*Claim{c}
				if _, other := a.claimAt(rec, fault.Also); other != nil && other != c {
					claims = append(claims, other)
				}
				a.add(f, code, claims)
			}
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

// copied names the records that were left out as copies.
func (a *Account) copied() {
	for _, x := range a.Excluded {
		if x.Code == incident.CodeAccountCopy {
			a.Conflicts = append(a.Conflicts, Conflict{
				Code: incident.CodeAccountCopy, Claims: []*Claim{{Record: x.Record}},
			})
		}
	}
}

func (a *Account) add(f *Figure, code incident.Code, claims []*Claim) {
	a.Conflicts = append(a.Conflicts, Conflict{Code: code, Key: f.Key, Claims: claims, Chosen: f.Chosen, Why: f.Why})
}
