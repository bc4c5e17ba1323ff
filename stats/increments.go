package stats

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// An Increment is by how much a publisher's running total grew in a year.
type Increment struct {
	Publisher string
	Key       Key // of the series: To is not stated
	Year      int // of the calendar
	Count     incident.Count
}

// Increments returns by how much running totals grew, series by series and year by
// year, of which the totals say something, in the order of publisher, key and
// year. Totals of two publishers are two series, those of none are in no series. Of a
// series with long gaps the years within ten of a total are told.
//
// A running total never falls. What it grew by in a year is therefore at least the
// difference of any two totals within the year, and at most that of any two that
// enclose it; a series that began on a stated day began with 0. Where it fell all the
// same ([incident.CodeAccountShrank]), one of two totals is wrong: at least the lower
// one there were, and neither bounds from above. It has a best
// figure where totals stand on the last days of both years. Totals are taken with
// their own bounds.
func Increments(accounts []*Account) (out []Increment) {
	groups := map[seriesKey][]runningPoint{}
	for _, a := range accounts {
		for i := range a.Figures {
			f := &a.Figures[i]
			if f.Accrual != incident.AccrualCumulative || f.Beside || f.Label != "" {
				continue
			}
			for _, c := range f.Claims {
				first, ok := f.To.Earliest()
				last, ok2 := f.To.Latest()
				if c.Path == "" || c.Count.IsZero() || !ok || !ok2 || c.Record.Source.Name == "" {
					continue // totals of nobody are no series
				}
				k := seriesKey{publisher: c.Record.Source.Name, key: f.Key}
				k.key.To = incident.Date{}
				groups[k] = append(groups[k], runningPoint{first: first, last: last, count: c.Count})
			}
		}
	}
	for k, points := range groups {
		if since, ok := k.key.From.Earliest(); ok { // before it there was nobody
			points = append(points, runningPoint{first: since - 1, last: since - 1, count: incident.Exactly(0), none: true})
		}
		slices.SortFunc(points, func(p, q runningPoint) int {
			return cmp.Or(cmp.Compare(p.first, q.first), cmp.Compare(p.last, q.last), cmp.Compare(p.count.String(), q.count.String()))
		})
		points = oneADay(points)
		dispute(points)
		for _, year := range toldYears(points) {
			if count, told := growth(points, year); told {
				out = append(out, Increment{k.publisher, k.key, year, count})
			}
		}
	}
	slices.SortFunc(out, func(a, b Increment) int {
		return cmp.Or(cmp.Compare(a.Publisher, b.Publisher), a.Key.compare(&b.Key), cmp.Compare(a.Year, b.Year))
	})
	return out
}

// A runningPoint is a running total on one of some days.
type runningPoint struct {
	first, last incident.Day
	count       incident.Count
	low         int64 // of the count, or of one that it fell to
	disputed    bool  // it fell, or another fell to it
	none        bool  // no total: there was nobody before the series began
}

// mostYears is how many years before or after a total are told of.
const mostYears = 10

// toldYears returns the years of which totals may say something, those near one.
func toldYears(points []runningPoint) (out []int) {
	from, _, _ := slices.MinFunc(points, func(p, q runningPoint) int { return cmp.Compare(p.last, q.last) }).last.Date()
	to, _, _ := slices.MaxFunc(points, func(p, q runningPoint) int { return cmp.Compare(p.first, q.first) }).first.Date()
	near := map[int]bool{}
	for _, p := range points {
		if p.none {
			continue
		}
		first, _, _ := p.first.Date()
		last, _, _ := p.last.Date()
		for year := max(from, min(first, last)-mostYears); year <= min(to, last+mostYears); year++ {
			if year > first+mostYears && year < last-mostYears {
				year = last - mostYears // of a day that may be in any of many years
			}
			near[year] = true
		}
	}
	return slices.Sorted(maps.Keys(near))
}

// oneADay makes totals of one and the same days one, from the lowest of their bounds
// to the highest: a correction is no growth. The points are sorted by their days.
func oneADay(points []runningPoint) (out []runningPoint) {
	for _, p := range points {
		n := len(out)
		if n == 0 || out[n-1].first != p.first || out[n-1].last != p.last {
			out = append(out, p)
			continue
		}
		if out[n-1].count != p.count {
			out[n-1].count = reach(out[n-1].count).around(reach(p.count)).count(0, false)
		}
	}
	return out
}

// dispute marks running totals that fell, and those that they fell to: one of the two
// is wrong, and at least as many as the lower one there were.
func dispute(points []runningPoint) {
	later := slices.SortedFunc(slices.Values(points), func(p, q runningPoint) int { return cmp.Compare(q.first, p.first) })
	order := make([]int, len(points))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(points[j].last, points[i].last) })
	var least int64 = math.MaxInt64 // of the upper bounds of those that are certainly later
	next := 0
	var most int64 // of what the totals that fell had been
	for _, i := range order {
		p := &points[i]
		for ; next < len(later) && later[next].first > p.last; next++ {
			if _, high, open := later[next].count.Interval(); !open {
				least = min(least, high)
			}
		}
		if low, _, _ := p.count.Interval(); low > least {
			p.disputed, p.low, most = true, least, max(most, low)
		} else {
			p.low = low
		}
	}
	for i := range points {
		if _, high, open := points[i].count.Interval(); !open && high < most {
			points[i].disputed = points[i].disputed || fellTo(points, &points[i])
		}
	}
}

// fellTo reports whether a total that was certainly earlier is above p.
func fellTo(points []runningPoint, p *runningPoint) bool {
	_, high, _ := p.count.Interval()
	return slices.ContainsFunc(points, func(q runningPoint) bool {
		low, _, _ := q.count.Interval()
		return q.last < p.first && low > high
	})
}

// growth bounds by how much a total grew in a year; told is false when the totals
// say nothing of it.
func growth(points []runningPoint, year int) (count incident.Count, told bool) {
	before, ok := incident.MakeDay(year-1, 12, 31)
	end, ok2 := incident.MakeDay(year, 12, 31)
	if !ok || !ok2 {
		return incident.Count{}, false
	}
	var within []runningPoint
	var low, high int64 // what there was at least before the year, and at most from its end on
	var ends [2]int64   // what there was on the two days
	var bounded, named [2]bool
	for _, p := range points {
		_, to, open := p.count.Interval()
		if p.last <= before {
			low, bounded[0] = max(low, p.low), true
		}
		if p.first >= end && !open && !p.disputed && (!bounded[1] || to < high) {
			high, bounded[1] = to, true
		}
		if p.first >= before && p.last <= end {
			within = append(within, p)
		}
		for i, day := range [...]incident.Day{before, end} {
			if n, ok := p.count.Best(); ok && p.first == day && p.last == day && !p.disputed {
				ends[i], named[i] = n, true
			}
		}
	}
	least, most, best := leastGrowth(within), max(0, high-low), ends[1]-ends[0]
	has := incident.HasLow
	switch {
	case bounded[0] && bounded[1] && least > most:
		return incident.Count{}, true
	case bounded[0] && bounded[1]:
		has |= incident.HasHigh
	case least == 0:
		return incident.Count{}, false
	default:
		most = 0
	}
	if named[0] && named[1] && best >= least && (has&incident.HasHigh == 0 || best <= most) {
		has |= incident.HasBest
	} else {
		best = 0
	}
	count, err := incident.NewCount(best, least, most, has)
	if err != nil { // cannot be: the bounds are in order
		return incident.Count{}, false
	}
	return count, true
}

// leastGrowth returns by how much a total grew at least between two of its points.
func leastGrowth(points []runningPoint) (least int64) {
	byLast := slices.SortedFunc(slices.Values(points), func(p, q runningPoint) int { return cmp.Compare(p.last, q.last) })
	var lowest int64 = math.MaxInt64 // upper bound of those before
	i := 0
	for _, q := range slices.SortedFunc(slices.Values(points), func(p, q runningPoint) int { return cmp.Compare(p.first, q.first) }) {
		for ; i < len(byLast) && byLast[i].last < q.first; i++ {
			if _, high, open := byLast[i].count.Interval(); !open && !byLast[i].disputed {
				lowest = min(lowest, high)
			}
		}
		if lowest < q.low {
			least = max(least, q.low-lowest)
		}
	}
	return least
}
