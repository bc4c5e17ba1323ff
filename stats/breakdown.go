package stats

import (
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// A portion is a figure, or what is left of one, with the group it counts.
type portion struct {
	figure *Figure
	group  incident.Group
	count  incident.Count
	rest   bool // what a list leaves over: no list of the whole speaks of it alone
}

// split divides a figure along the dimensions that the tally asks for and the
// figure does not state, by the lists of one record. What no list covers stays
// behind as a portion of its own, so that the portions add up to the figure; a
// list that names everyone stands as it is, where it agrees with the figure.
func (a *Account) split(f *Figure, by []Dimension) []portion {
	portions := []portion{{f, f.Group, f.Count, false}}
	if f.Chosen == nil || f.Label != "" {
		return portions
	}
	for _, d := range by {
		var next []portion
		for _, p := range portions {
			next = append(next, a.splitAlong(p, d)...)
		}
		portions = next
	}
	return portions
}

func (a *Account) splitAlong(p portion, d Dimension) []portion {
	if p.rest || !d.divides(p) {
		return []portion{p}
	}
	claim, parts := a.breakdown(p, d)
	if claim == nil {
		return []portion{p}
	}
	var out []portion
	var s sum
	rest := false
	for _, part := range parts {
		out = append(out, portion{p.figure, part.Group, part.Count, false})
		s.add(part.Count)
		rest = rest || isRest(part, parts, d)
	}
	listed := s.list()
	if rest && listed.Agrees(p.count) {
		return out
	}
	if left, some := remainder(p.count, listed); some {
		out = append(out, portion{p.figure, p.group, left, true})
	}
	return out
}

// breakdown returns the claim whose record breaks the portion down along d, and
// its parts: the claim that was taken, or another of the same number, or one
// whose list agrees with it.
func (a *Account) breakdown(p portion, d Dimension) (*Claim, []*incident.Figure) {
	chosen := p.figure.Chosen
	ordered := append([]*Claim{chosen}, p.figure.Claims...)
	for _, pass := range [...]func(*Claim, incident.Count) bool{
		func(c *Claim, listed incident.Count) bool { return c == chosen && listed.Agrees(p.count) },
		func(c *Claim, listed incident.Count) bool {
			return c.number() == chosen.number() && equalBest(listed, p.count)
		},
		func(c *Claim, listed incident.Count) bool {
			return c.number() == chosen.number() && canHold(p.count, listed)
		},
		func(c *Claim, listed incident.Count) bool { return c.agrees(p.count) && canHold(p.count, listed) },
	} {
		for _, c := range ordered {
			whole := wholeOf(c, p.figure, p.group)
			if whole == nil {
				continue
			}
			parts := listOf(c.Record, whole, d)
			if len(parts) == 0 {
				continue
			}
			if pass(c, listedBy(parts)) {
				return c, parts
			}
		}
	}
	for _, c := range ordered {
		if parts := a.rowsOf(c, p, d); len(parts) > 0 && c.agrees(p.figure.Count) && canHold(p.count, listedBy(parts)) {
			return c, parts
		}
	}
	return nil, nil
}

// listedBy returns what the parts of a list come to.
func listedBy(parts []*incident.Figure) incident.Count {
	var s sum
	for _, part := range parts {
		s.add(part.Count)
	}
	return s.list()
}

// canHold reports whether parts that come to listed can be within whole.
func canHold(whole, listed incident.Count) bool {
	low, _, _ := listed.Interval()
	_, high, open := whole.Interval()
	return open || low <= high
}

// wholeOf returns a claim's figure with another group, for its record's lists.
func wholeOf(c *Claim, f *Figure, g incident.Group) *incident.Figure {
	if i, ok := figureIndex(c.Path); ok && c.Record.Figures[i].Group == g {
		return &c.Record.Figures[i]
	}
	whole := incident.Figure{Measure: f.Measure, Unit: f.Unit, Accrual: f.Accrual, From: f.From, To: f.To, Group: g, Label: f.Label}
	for i := range c.Record.Figures {
		if r := &c.Record.Figures[i]; keyOf(c.Record, r) == keyOf(c.Record, &whole) {
			return r
		}
	}
	if f.Accrual == incident.AccrualEvent { // figures that do not say
		for i := range c.Record.Figures {
			if c.Record.Figures[i].Measure == f.Measure {
				whole.Accrual = c.Record.Figures[i].Accrual
				break
			}
		}
	}
	return &whole
}

// figureIndex reads the number in "/figures/3".
func figureIndex(path string) (int, bool) {
	digits, ok := strings.CutPrefix(path, "/figures/")
	if !ok {
		return 0, false
	}
	n := 0
	for i := range len(digits) {
		n = n*10 + int(digits[i]-'0')
	}
	return n, true
}

// remainder returns what is left of whole when listed is taken out, and whether
// anything can be. It is never negative.
func remainder(whole, listed incident.Count) (left incident.Count, some bool) {
	var n [3]int64
	var has incident.Parts
	if a, ok := whole.Best(); ok {
		if b, ok := listed.Best(); ok && a >= b {
			n[0], has = a-b, has|incident.HasBest
		}
	}
	if a, ok := whole.Low(); ok {
		if b, ok := listed.High(); ok && a > b {
			n[1], has = a-b, has|incident.HasLow
		}
	}
	if a, ok := whole.High(); ok {
		b, _ := listed.Low()
		n[2], has = max(0, a-b), has|incident.HasHigh
		if n[2] == 0 {
			return incident.Count{}, false
		}
	}
	if has&incident.HasLow != 0 && has&incident.HasBest != 0 && n[1] > n[0] || has&incident.HasBest != 0 && has&incident.HasHigh != 0 && n[0] > n[2] {
		has &^= incident.HasBest
	}
	left, err := incident.NewCount(n[0], n[1], n[2], has)
	if err != nil {
		return incident.Count{}, true
	}
	return left, true
}
