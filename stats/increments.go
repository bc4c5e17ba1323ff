package stats

import (
	"cmp"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// An Increment is by how much a publisher's running total grew in a year.
type Increment struct {
	Publisher string
	Key       Key            // of the series: To is not stated
	Year      int            // of the calendar
	Count     incident.Count // zero when the totals contradict each other, see [incident.CodeAccountShrank]
}

// Increments returns by how much running totals grew, series by series and year by
// year, of which the totals say something, in the order of publisher, key and
// year. Totals of two publishers are two series.
//
// A running total never falls. What it grew by in a year is therefore at least the
// difference of any two totals within the year, and at most that of any two that
// enclose it; a series that began on a stated day began with 0. It has a best
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
				if c.Path == "" || c.Count.IsZero() || !ok || !ok2 {
					continue
				}
				k := seriesKey{c.Record.Source.Name, f.Key}
				k.key.To = incident.Date{}
				groups[k] = append(groups[k], runningPoint{first, last, c.Count})
			}
		}
	}
	for k, points := range groups {
		if since, ok := k.key.From.Earliest(); ok { // before it there was nobody
			points = append(points, runningPoint{since - 1, since - 1, incident.Exactly(0)})
		}
		slices.SortFunc(points, func(p, q runningPoint) int {
			return cmp.Or(cmp.Compare(p.first, q.first), cmp.Compare(p.last, q.last), cmp.Compare(p.count.String(), q.count.String()))
		})
		from, _, _ := points[0].last.Date()
		to, _, _ := points[len(points)-1].first.Date()
		for year := from; year <= to; year++ {
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
}

// growth bounds by how much a total grew in a year; told is false when the totals
// say nothing of it.
func growth(points []runningPoint, year int) (count incident.Count, told bool) {
	before, ok := incident.MakeDay(year-1, 12, 31)
	end, ok2 := incident.MakeDay(year, 12, 31)
	if !ok || !ok2 {
		return incident.Count{}, false
	}
	var least, most, best int64
	bounded, named := false, false
	for _, p := range points {
		pLow, pHigh, pOpen := p.count.Interval()
		for _, q := range points {
			if q.last < p.first {
				continue
			}
			qLow, qHigh, qOpen := q.count.Interval()
			if p.first >= before && q.last <= end && p.last <= q.first && !pOpen {
				least = max(least, qLow-pHigh)
			}
			if p.last <= before && q.first >= end && !qOpen {
				if d := max(0, qHigh-pLow); !bounded || d < most {
					most, bounded = d, true
				}
			}
			m, ok := p.count.Best()
			n, ok2 := q.count.Best()
			if ok && ok2 && p.first == before && p.last == before && q.first == end && q.last == end {
				best, named = n-m, true
			}
		}
	}
	has := incident.HasLow
	switch {
	case bounded && least > most:
		return incident.Count{}, true
	case bounded:
		has |= incident.HasHigh
	case least == 0:
		return incident.Count{}, false
	}
	if named && best >= least && (!bounded || best <= most) {
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
