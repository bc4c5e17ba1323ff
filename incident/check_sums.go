package incident

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// A partList is what a record says of one total along one dimension.
type partList struct {
	whole    int   // index of a figure
	parts    []int // indexes of figures
	along    dimension
	exceeded bool // one part alone is more than the total, which is said already
	mixed    bool // there are also parts by age or label, which this list may leave out
}

// coverage says how much of its total a list of parts covers by what it names.
type coverage uint8

const (
	some    coverage = iota // those it lists, and there may be others
	nearAll                 // all that are usual
	all                     // everyone: the rest is named
)

// addUp compares the sum of the parts with the total: they come to no more
// than it, and to no less when the rest is among them. A list of exact numbers
// without a rest that falls short by at most a twentieth is a warning.
func (c *checker) addUp(l *partList) {
	w := c.count(l.whole)
	if !w.read {
		return
	}
	low, high, read, exact := c.sum(l.parts)
	if low > w.high && !l.exceeded && c.apart(l) {
		c.addParts(l, c.sumSeverity(l), "the parts come to more than their total: check the figures", low, w.high)
		return
	}
	if !read || high >= w.low || c.repeated(l) {
		return
	}
	gap := w.low - high
	switch c.covers(l) {
	case all:
		c.addParts(l, c.sumSeverity(l), "the parts and the rest come to less than their total: check the figures", high, w.low)
		return
	case nearAll:
		c.addParts(l, Warning, "the parts come to less than their total: check the figures, or state the rest", high, w.low)
		return
	}
	least := 3
	if l.along == bySex || l.along == byAge {
		least = 2
	}
	if exact && w.exact && len(l.parts) >= least && gap <= w.low/20 {
		c.addParts(l, Warning, "the parts fall a little short of their total: check the figures, or state the rest", high, w.low)
	}
}

// sum adds up the figures: the least they can be, the most, whether all have
// been read and are bounded, and whether all are exact.
func (c *checker) sum(parts []int) (low, high int64, read, exact bool) {
	read, exact = true, true
	for _, p := range parts {
		n := c.count(p)
		if !n.read {
			read, exact = false, false
			continue
		}
		exact = exact && n.exact
		if low > math.MaxInt64-n.low {
			low = math.MaxInt64
		} else {
			low += n.low
		}
		if high > math.MaxInt64-n.high {
			high = math.MaxInt64
		} else {
			high += n.high
		}
	}
	return low, high, read, exact
}

// sumSeverity is the severity of a sum that does not fit: an error where nobody
// can be in two parts. A place or subdivision may lie in another, an agency's
// values may overlap, and one person may be counted in two months.
func (c *checker) sumSeverity(l *partList) Severity {
	switch l.along {
	case byNationality, bySex, byAge:
		return Error
	case byWindow:
		if f := &c.record.Figures[l.whole]; !f.Measure.Persons() && !qualified(f) {
			return Error
		}
	}
	return Warning
}

// apart reports whether no two of the parts can count the same people by what
// they are.
func (c *checker) apart(l *partList) bool {
	for i, p := range l.parts {
		for _, q := range l.parts[:i] {
			f, g := &c.record.Figures[p], &c.record.Figures[q]
			if f.Group == g.Group && l.along != byWindow {
				return false
			}
			switch l.along {
			case byAge:
				if agesMeet(f.Group.Age, g.Group.Age) {
					return false
				}
			case byWindow:
				if windowsMeet(f, g) {
					return false
				}
			}
		}
	}
	return true
}

// repeated reports whether two of the parts count the same group, so that their
// sum says nothing.
func (c *checker) repeated(l *partList) bool {
	for i, p := range l.parts {
		for _, q := range l.parts[:i] {
			if sameKey(&c.record.Figures[p], &c.record.Figures[q]) {
				return true
			}
		}
	}
	return false
}

// agesMeet reports whether one person can be of both ages.
func agesMeet(a, b string) bool {
	if a == b {
		return true
	}
	if a == Unknown || b == Unknown {
		return false
	}
	aLow, aHigh := ageSpan(a)
	bLow, bHigh := ageSpan(b)
	return aLow <= bHigh && bLow <= aHigh
}

// ageSpan returns the years that an age group spans; a child is under 18
// (Convention on the Rights of the Child, article 1).
func ageSpan(s string) (low, high int) {
	switch s {
	case "child":
		return 0, 17
	case "adult":
		return 18, math.MaxInt
	}
	low, high, ok := ageRange(s)
	if !ok {
		return 0, math.MaxInt
	}
	return low, high
}

func windowsMeet(f, g *Figure) bool {
	fFirst, fLast := window(f)
	gFirst, gLast := window(g)
	return fFirst <= gLast && gFirst <= fLast
}

// covers tells whether the parts are everyone by what they name.
func (c *checker) covers(l *partList) coverage {
	has := func(value string) bool {
		return slices.ContainsFunc(l.parts, func(p int) bool {
			g := &c.record.Figures[p].Group
			switch l.along {
			case byNationality:
				return g.Nationality == value
			case bySex:
				return g.Sex == value
			}
			return g.Age == value
		})
	}
	count := func(values ...string) (n int) {
		for _, v := range values {
			if has(v) {
				n++
			}
		}
		return n
	}
	switch l.along {
	case byNationality:
		if has(Other) && len(l.parts) > 1 {
			return all
		}
		if has(Unknown) && len(l.parts) > 2 {
			return nearAll
		}
	case bySex:
		switch n := count("F", "M", "X", Unknown); {
		case n == 4:
			return all
		case count("F", "M") == 2 && (n == 3 || !l.mixed):
			return nearAll
		}
	case byAge:
		switch {
		case count("child", "adult", Unknown) == 3:
			return all
		case count("child", "adult") == 2:
			return nearAll
		}
	case byWindow:
		if c.fills(l) {
			return all
		}
	}
	return some
}

// fills reports whether the windows of the parts follow each other day by day
// from the first to the last day of the whole's.
func (c *checker) fills(l *partList) bool {
	figures := c.record.Figures
	next, last := window(&figures[l.whole])
	for range l.parts {
		at := slices.IndexFunc(l.parts, func(p int) bool {
			first, _ := window(&figures[p])
			return first == next && !qualified(&figures[p])
		})
		if at < 0 {
			return false
		}
		_, end := window(&figures[l.parts[at]])
		if end >= last {
			return end == last
		}
		next = end + 1
	}
	return false
}

// addParts adds a finding about the whole of a list, with the arithmetic.
func (c *checker) addParts(l *partList, severity Severity, message string, sum, total int64) {
	paths := make([]string, len(l.parts))
	for i, p := range l.parts {
		paths[i] = c.countPath(p)
	}
	c.addPair(CodeFigureParts, severity, c.countPath(l.whole), paths[0], message,
		Arg{"along", l.along.String()}, Arg{"sum", strconv.FormatInt(sum, 10)},
		Arg{"total", strconv.FormatInt(total, 10)}, Arg{"parts", strings.Join(paths, " ")})
}
