package stats

import (
	"math"

	"github.com/rescuetally/rescuetally/incident"
)

// bounds are from where to where a number reaches; the zero bounds are those of nobody.
type bounds struct {
	low, high int64
	open      bool // no upper bound, or one beyond what can be counted: high is 0
}

// reach returns the bounds of a count, as [incident.Count.Interval] has them.
func reach(c incident.Count) bounds {
	low, high, open := c.Interval()
	if open {
		high = 0
	}
	return bounds{low, high, open}
}

// boundsOf adds figures up.
func boundsOf(figures []*Figure) (b bounds) {
	for _, f := range figures {
		b.add(f.Count)
	}
	return b
}

func (b *bounds) add(c incident.Count) { *b = b.with(reach(c), true) }

// with adds bounds of people who are apart, or may be the same ones: of these there
// are at least as many as in the larger of the two.
func (b bounds) with(c bounds, apart bool) bounds {
	sum := bounds{low: max(b.low, c.low), open: b.open || c.open || c.high > math.MaxInt64-b.high}
	if apart {
		sum.low = b.low + min(c.low, math.MaxInt64-b.low)
	}
	if !sum.open {
		sum.high = b.high + c.high
	}
	return sum
}

// around reaches from the lowest of two bounds to the highest.
func (b bounds) around(c bounds) bounds {
	hull := bounds{low: min(b.low, c.low), open: b.open || c.open}
	if !hull.open {
		hull.high = max(b.high, c.high)
	}
	return hull
}

// within returns bounds that are at least low and no higher than c's upper bound.
func (b bounds) within(low int64, c bounds) bounds {
	b.low = max(b.low, low)
	if !c.open && (b.open || c.high < b.high) {
		b.high, b.open = c.high, false
	}
	return b
}

// count returns bounds as a count, with a best figure if it is named and lies in them.
// Bounds that contradict each other are no count.
func (b bounds) count(best int64, named bool) incident.Count {
	has := incident.HasLow
	if !b.open {
		has |= incident.HasHigh
	}
	if named && best >= b.low && (b.open || best <= b.high) {
		has |= incident.HasBest
	} else {
		best = 0
	}
	c, err := incident.NewCount(best, b.low, b.high, has)
	if err != nil {
		return incident.Count{}
	}
	return c
}

// best returns bounds as a count with the best figure of another.
func (b bounds) best(of incident.Count) incident.Count {
	best, named := of.Best()
	return b.count(best, named)
}

// word is best for bounds that may be those of the other: then it is in its words.
func (b bounds) word(of incident.Count) incident.Count {
	if reach(of) == b {
		return of
	}
	return b.best(of)
}

// together adds two counts of people that are apart; where they may be the same ones
// there are at least as many as in the larger of them, and a best figure only where one
// of them is nobody.
func together(a, b incident.Count, apart bool) incident.Count {
	if apart {
		c, _ := a.Add(b)
		return c
	}
	sum, nobody := reach(a).with(reach(b), false), bounds{}
	switch nobody {
	case reach(b):
		best, named := a.Best()
		return sum.count(best, named && sum.low == best)
	case reach(a):
		best, named := b.Best()
		return sum.count(best, named && sum.low == best)
	}
	return sum.count(0, false)
}

// leftOf bounds what a part leaves of its whole, the zero Count when nothing is known
// of it; exceeds reports that the part is certainly larger.
func leftOf(whole, part incident.Count) (left incident.Count, exceeds bool) {
	w, p := reach(whole), reach(part)
	if !w.open && p.low > w.high {
		return incident.Count{}, true
	}
	rest := bounds{open: w.open}
	if !p.open {
		rest.low = max(0, w.low-p.high)
	}
	if !w.open {
		rest.high = w.high - p.low
	}
	n, ok := whole.Best()
	m, ok2 := part.Best()
	if rest == (bounds{open: true}) && !(ok && ok2 && n >= m) {
		return incident.Count{}, false
	}
	return rest.count(n-m, ok && ok2 && n >= m), false
}
