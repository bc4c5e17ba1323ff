package incident

import (
	"slices"
	"strconv"
)

// maxCompared is how many figures of a record are compared with each other:
// the work grows with the square.
const maxCompared = 1000

// parts compares each figure with its parts: one by one, and added up along
// each dimension. Labels are compared, never added up: what they name may
// overlap.
func (c *checker) parts() {
	var room [32]dimension
	kinds := room[:]
	if n := len(c.compared()); n > len(kinds) {
		kinds = make([]dimension, n)
	}
	for w := range c.compared() {
		c.partsOf(w, kinds)
	}
}

// compared returns the figures that are compared with each other.
func (c *checker) compared() []Figure {
	return c.record.Figures[:min(len(c.record.Figures), maxCompared)]
}

// partsOf compares figure w with its parts; kinds is scratch space.
func (c *checker) partsOf(w int, kinds []dimension) {
	figures := c.compared()
	whole := &figures[w]
	if whole.Beside || whole.Measure == Share {
		return // one share is not part of another
	}
	for i := range w {
		if sameKey(&figures[i], whole) {
			return // a duplicate, which has its own finding
		}
	}
	exceeded := false
	var present [byWindow + 1]int // how many parts there are along each dimension
	for p := range figures {
		kinds[p] = 0
		if p == w || figures[p].Measure != whole.Measure || !figures[p].PartOf(whole) {
			continue
		}
		exceeded = c.partExceeds(p, w) || exceeded
		kinds[p] = along(&figures[p], whole)
		present[kinds[p]]++
	}
	var room [32]int
	for d := byNationality; d <= byWindow; d++ {
		if present[d] == 0 {
			continue
		}
		l := partList{whole: w, along: d, exceeded: exceeded, mixed: present[byAge] > 0 || present[byLabel] > 0}
		l.parts = room[:0]
		for p := range figures {
			if kinds[p] == d {
				l.parts = append(l.parts, p)
			}
		}
		if d == byAgency {
			c.partsByName(l)
		} else {
			c.addUp(&l)
		}
	}
}

// partExceeds adds a finding when the part is certainly more than the whole.
func (c *checker) partExceeds(part, whole int) bool {
	p, w := c.count(part), c.count(whole)
	if !p.read || !w.read || p.low <= w.high {
		return false
	}
	severity := Error
	if qualified(&c.record.Figures[part]) || qualified(&c.record.Figures[whole]) {
		severity = Warning // with approximate dates it may be no part
	}
	c.addPair(CodeFigureParts, severity, c.countPath(part), c.countPath(whole),
		"the part is more than the total that it is part of: check the two figures",
		Arg{"part", strconv.FormatInt(p.low, 10)}, Arg{"total", strconv.FormatInt(w.high, 10)})
	return true
}

func qualified(f *Figure) bool { return f.From.Qualified() || f.To.Qualified() }

// A dimension is a way to divide a total.
type dimension uint8

const (
	byLabel       dimension = iota // by label, or along more than one: not added up
	byNationality                  // from here on in the format's order
	bySex
	byAge
	byOrigin
	byPlace
	byAgency // one of an agency's own
	byWindow
)

// String returns the format's name of the dimension.
func (d dimension) String() string {
	return [...]string{"label", "nationality", "sex", "age", "admin1", "place", "by", "window"}[d]
}

// along returns the one dimension along which part divides whole, byLabel when
// there is no one such.
func along(part, whole *Figure) dimension {
	var d dimension
	n := 0
	differ := func(yes bool, by dimension) {
		if yes {
			d = by
			n++
		}
	}
	g, h := &part.Group, &whole.Group
	differ(g.Nationality != h.Nationality, byNationality)
	differ(g.Sex != h.Sex, bySex)
	differ(g.Age != h.Age, byAge)
	differ(g.Admin1 != h.Admin1, byOrigin)
	differ(g.Place != h.Place, byPlace)
	differ(g.By != h.By, byAgency)
	differ(part.Label != whole.Label, byLabel)
	if _, narrower := part.Within(whole); narrower {
		differ(true, byWindow)
	}
	switch {
	case n != 1,
		d == byAgency && g.By.Len() != h.By.Len()+1,
		d == byWindow && part.Accrual != AccrualPeriod: // running totals lie in each other
		return byLabel
	}
	return d
}

// partsByName adds up the parts along each of an agency's own dimensions.
func (c *checker) partsByName(l partList) {
	var names []string
	whole := c.record.Figures[l.whole].Group.By
	name := func(p int) string {
		for n := range c.record.Figures[p].Group.By.All() {
			if _, ok := whole.Get(n); !ok {
				return n
			}
		}
		return ""
	}
	all := l.parts
	for _, p := range all {
		n := name(p)
		if slices.Contains(names, n) {
			continue
		}
		names = append(names, n)
		l.parts = nil
		for _, q := range all {
			if name(q) == n {
				l.parts = append(l.parts, q)
			}
		}
		c.addUp(&l)
	}
}
