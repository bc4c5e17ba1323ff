package stats

import (
	"cmp"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// periods compares figures over a time with those over a longer one of which they
// are parts: a period with running totals whose window contains it, and periods that
// follow each other with one that contains them all.
func (a *Account) periods() {
	groups := map[Key][]*Figure{} // by what they count, whenever
	var order []Key
	for i := range a.Figures {
		f := &a.Figures[i]
		if f.Beside || f.Chosen == nil || f.Measure == incident.Share || f.Accrual != incident.AccrualPeriod && f.Accrual != incident.AccrualCumulative {
			continue
		}
		k := f.Key
		k.Accrual, k.From, k.To = "", incident.Date{}, incident.Date{}
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], f)
	}
	for _, k := range order {
		figures := groups[k]
		if len(figures) < 2 {
			continue
		}
		slices.SortStableFunc(figures, func(f, g *Figure) int {
			fFirst, fLast, _ := f.window()
			gFirst, gLast, _ := g.window()
			return cmp.Or(cmp.Compare(fFirst, gFirst), cmp.Compare(fLast, gLast))
		})
		totals := totalsOf(figures)
		a.totalInTotal(figures)
		for _, f := range figures {
			if f.Accrual == incident.AccrualCumulative {
				continue
			}
			a.consecutive(f, figures)
			for _, series := range totals {
				a.periodInTotal(f, series)
			}
		}
	}
}

// totalsOf returns the running totals among figures, those of one publisher and
// beginning together, in the order of time.
func totalsOf(figures []*Figure) (series [][]*Figure) {
	type run struct {
		publisher string
		since     incident.Date
	}
	place := map[run]int{}
	for _, f := range figures {
		if f.Accrual != incident.AccrualCumulative {
			continue
		}
		k := run{f.Chosen.Record.Source.Name, f.From}
		i, ok := place[k]
		if !ok || k.publisher == "" {
			i = len(series)
			place[k], series = i, append(series, nil)
		}
		series[i] = append(series[i], f)
	}
	for _, s := range series {
		slices.SortStableFunc(s, func(f, g *Figure) int {
			fTo, _ := f.To.Latest()
			gTo, _ := g.To.Latest()
			return cmp.Compare(fTo, gTo)
		})
	}
	return series
}

// totalInTotal finds a running total that is certainly higher than one which began on
// the same stated day and reaches at least as far, of another publisher: of one it is a
// total that fell.
func (a *Account) totalInTotal(figures []*Figure) {
	var totals []*Figure // sorted by their first days, see periods, and then their last
	for _, f := range figures {
		if f.Accrual == incident.AccrualCumulative && !f.From.IsZero() {
			totals = append(totals, f)
		}
	}
	var highest *Figure // of those that begin with the one at hand
	for _, f := range totals {
		if highest == nil || highest.From != f.From {
			highest = f
			continue
		}
		low, _, _ := highest.Count.Interval()
		_, high, open := f.Count.Interval()
		if until, ok := highest.To.Latest(); !open && low > high && ok && !samePublisher(highest, f) {
			if to, ok := f.To.Earliest(); ok && until <= to {
				a.add(f, incident.CodeAccountWindow, []*Claim{f.Chosen, highest.Chosen})
			}
		}
		if n, _, _ := f.Count.Interval(); n > low {
			highest = f
		}
	}
}

// samePublisher reports whether one publisher gives both numbers.
func samePublisher(f, g *Figure) bool {
	return f.Chosen.Record.Source.Name == g.Chosen.Record.Source.Name && f.Chosen.Record.Source.Name != ""
}

// periodInTotal finds a period that certainly comes to more than the first of a
// publisher's running totals that contains it, or than that has grown since the last
// one before it.
func (a *Account) periodInTotal(f *Figure, series []*Figure) {
	first, last, ok := f.window()
	since, begun := series[0].From.Latest()
	i, _ := slices.BinarySearchFunc(series, last, func(total *Figure, day incident.Day) int {
		to, _ := total.To.Latest()
		return cmp.Compare(to, day)
	})
	for ; i < len(series); i++ {
		if to, ended := series[i].To.Earliest(); ended && last <= to {
			break
		}
	}
	if !ok || i == len(series) || begun && first < since {
		return
	}
	total := series[i]
	low, _, _ := f.Count.Interval()
	_, high, open := total.Count.Interval()
	if open {
		return
	}
	if low > high {
		a.add(total, incident.CodeAccountWindow, []*Claim{total.Chosen, f.Chosen})
		return
	}
	for i--; i >= 0; i-- {
		before := series[i]
		if until, ended := before.To.Latest(); !ended || until >= first {
			continue
		}
		if least, _, _ := before.Count.Interval(); least <= high && low > high-least {
			a.addApart(total, incident.CodeAccountWindow, []*Claim{total.Chosen, before.Chosen, f.Chosen}, low-(high-least))
		}
		return
	}
}

// consecutive finds periods within a longer one that certainly come to more than it,
// and such as leave no day out and come to less: a year is its months only if all
// twelve are there.
func (a *Account) consecutive(whole *Figure, figures []*Figure) {
	first, last, ok := whole.window()
	if !ok {
		return
	}
	var inside []*Figure // sorted by their first days
	start, _ := slices.BinarySearchFunc(figures, first, func(f *Figure, day incident.Day) int {
		from, _, _ := f.window()
		return cmp.Compare(from, day)
	})
	for _, f := range figures[start:] {
		from, to, ok := f.window()
		if from > last {
			break
		}
		if f.Accrual == incident.AccrualPeriod && ok && to <= last && (from != first || to != last) {
			inside = append(inside, f)
		}
	}
	if len(inside) == 0 {
		return
	}
	least, high, open := whole.Count.Interval()
	parts := apartInTime(inside)
	if b := boundsOf(parts); !open && b.low > high {
		a.addParts(whole, parts, b.low-high)
		return
	}
	if parts = everyDay(inside, first, last); parts != nil {
		if b := boundsOf(parts); !b.open && b.high < least {
			a.addParts(whole, parts, least-b.high)
		}
	}
}

func (a *Account) addParts(whole *Figure, parts []*Figure, apart int64) {
	claims := []*Claim{whole.Chosen}
	for _, f := range parts {
		claims = append(claims, f.Chosen)
	}
	a.addApart(whole, incident.CodeAccountParts, claims, apart)
}

// apartInTime returns figures of which no two share a day: those that end first.
func apartInTime(figures []*Figure) (out []*Figure) {
	byEnd := slices.Clone(figures)
	slices.SortStableFunc(byEnd, func(f, g *Figure) int {
		_, fLast, _ := f.window()
		_, gLast, _ := g.window()
		return cmp.Compare(fLast, gLast)
	})
	for _, f := range byEnd {
		first, _, _ := f.window()
		if len(out) == 0 {
			out = append(out, f)
		} else if _, last, _ := out[len(out)-1].window(); first > last {
			out = append(out, f)
		}
	}
	return out
}

// everyDay returns figures that follow each other without a gap from a day to
// another, nil if there are none. The figures are sorted by their first days.
func everyDay(figures []*Figure, first, last incident.Day) []*Figure {
	reached := map[incident.Day][]*Figure{first: {}} // what leads up to a day
	for _, f := range figures {
		from, to, _ := f.window()
		if before, ok := reached[from]; ok && reached[to+1] == nil {
			reached[to+1] = append(slices.Clip(before), f)
		}
	}
	return reached[last+1]
}
