package stats

import (
	"cmp"
	"math"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// terms returns the figures of one measure that a sum over events adds: those
// of the event, and periods that do not overlap, each only where it is no part
// of another and counts nobody whom another counts. over are figures that are
// left out because they may count the same people along another dimension or in
// another window: what they leave open makes the sum lose its best figure and
// its high bound, by a term without a number.
//
// Shares are never added. Of figures that only a label tells apart, which may
// speak of the same people, the largest low bound stands for all.
func (a *Account) terms(m incident.Measure) (terms, over []*Figure) {
	if m == incident.Share {
		return nil, nil
	}
	var event, period, labelled []*Figure
	for i := range a.Figures {
		f := &a.Figures[i]
		switch {
		case f.Measure != m || f.Beside:
		case f.Accrual != incident.AccrualEvent && f.Accrual != incident.AccrualPeriod:
		case f.Label != "":
			labelled = append(labelled, f)
		case f.Accrual == incident.AccrualEvent:
			event = append(event, f)
		default:
			period = append(period, f)
		}
	}
	terms, over = apart(wholes(event))
	if len(terms) == 0 {
		terms, over = disjointPeriods(period)
	}
	if len(terms) == 0 {
		if f := atLeastLabelled(labelled); f != nil {
			terms = append(terms, f)
		}
	}
	kept := terms
	for _, f := range over {
		if !slices.ContainsFunc(kept, func(g *Figure) bool { return f.inside(g) }) {
			terms = append(terms, &Figure{Key: f.Key, Claims: f.Claims, happened: f.happened})
		}
	}
	return terms, over
}

// inside reports whether everyone that f counts is among those of g.
func (f *Figure) inside(g *Figure) bool {
	partOf, _ := f.Group.Narrower(g.Group)
	first, ok := f.From.Earliest()
	last, ok2 := f.To.Latest()
	gFirst, ok3 := g.From.Earliest()
	gLast, ok4 := g.To.Latest()
	return partOf && f.Unit == g.Unit && (g.Country == "" || f.Country == g.Country) &&
		ok && ok2 && ok3 && ok4 && gFirst <= first && last <= gLast
}

// wholes returns the figures whose group is narrower than no other's of the
// same happening.
func wholes(figures []*Figure) []*Figure {
	var out []*Figure
	for _, f := range figures {
		if !slices.ContainsFunc(figures, func(g *Figure) bool {
			partOf, strict := f.Group.Narrower(g.Group)
			return partOf && strict && f.sameTime(g) && f.Unit == g.Unit
		}) {
			out = append(out, f)
		}
	}
	return out
}

// apart keeps figures that count different people: those of another time, and
// those that state the same members of the group with different values. Where
// figures state different members, those that come to the most stand: a low
// bound is the better the higher it is.
func apart(figures []*Figure) (kept, over []*Figure) {
	if len(figures) < 2 {
		return figures, nil
	}
	most := map[uint8]int64{} // by shape
	for _, f := range figures {
		low, _, _ := f.Count.Interval()
		most[shape(f.Group)] += min(low, math.MaxInt64-most[shape(f.Group)])
	}
	sorted := slices.Clone(figures)
	slices.SortStableFunc(sorted, func(f, g *Figure) int {
		return cmp.Or(
			cmp.Compare(most[shape(g.Group)], most[shape(f.Group)]), cmp.Compare(members(f.Group), members(g.Group)),
			cmp.Compare(shape(f.Group), shape(g.Group)),
		)
	})
	for _, f := range sorted {
		clash := slices.ContainsFunc(kept, func(g *Figure) bool {
			rests := g.Group == f.Group && g.Rest != f.Rest // rests of two lists
			return f.Unit == g.Unit && (shape(f.Group) != shape(g.Group) || rests) && f.sameTime(g)
		})
		if clash {
			over = append(over, f)
		} else {
			kept = append(kept, f)
		}
	}
	return kept, over
}

// shape tells which members a group states.
func shape(g incident.Group) (s uint8) {
	for i, stated := range [...]bool{
		g.Nationality != "", g.Sex != "", g.Age != "", g.Admin1 != "", g.Place != "", !g.By.IsZero(),
	} {
		s |= uint8(boolBit(stated)) << i
	}
	return s
}

func members(g incident.Group) (n int) {
	for s := shape(g); s != 0; s &= s - 1 {
		n++
	}
	return n
}

// disjointPeriods keeps, of figures with a window, those that come to the most
// and touch no other one of people they may share.
func disjointPeriods(figures []*Figure) (kept, over []*Figure) {
	sorted := slices.Clone(figures)
	slices.SortStableFunc(sorted, func(f, g *Figure) int {
		fLow, _, _ := f.Count.Interval()
		gLow, _, _ := g.Count.Interval()
		return cmp.Or(cmp.Compare(members(f.Group), members(g.Group)), cmp.Compare(gLow, fLow), cmp.Compare(days(g), days(f)))
	})
	for _, f := range sorted {
		first, ok := f.From.Earliest()
		last, ok2 := f.To.Latest()
		clash := !ok || !ok2 || slices.ContainsFunc(kept, func(g *Figure) bool {
			gFirst, _ := g.From.Earliest()
			gLast, _ := g.To.Latest()
			return f.Unit == g.Unit && first <= gLast && gFirst <= last && mayShare(f, g)
		})
		part := slices.ContainsFunc(kept, func(g *Figure) bool {
			partOf, strict := f.Group.Narrower(g.Group)
			return partOf && strict && f.From == g.From && f.To == g.To && f.Unit == g.Unit
		})
		switch {
		case part:
		case clash:
			over = append(over, f)
		default:
			kept = append(kept, f)
		}
	}
	return kept, over
}

func days(f *Figure) incident.Day {
	first, ok := f.From.Earliest()
	last, ok2 := f.To.Latest()
	if !ok || !ok2 {
		return -1
	}
	return last - first
}

// mayShare reports whether two figures may count the same people: no member of
// their groups and not their country tells them apart.
func mayShare(f, g *Figure) bool {
	for _, m := range [...][2]string{
		{f.Group.Nationality, g.Group.Nationality},
		{f.Group.Sex, g.Group.Sex},
		{f.Group.Admin1, g.Group.Admin1},
		{f.Group.Place, g.Group.Place},
		{f.Country, g.Country},
	} {
		if m[0] != "" && m[1] != "" && m[0] != m[1] {
			return false
		}
	}
	return f.Group.Age == "" || g.Group.Age == "" || f.Group.Age == g.Group.Age ||
		isRange(f.Group.Age) || isRange(g.Group.Age)
}

// isRange reports whether an age is a range of years, which may overlap others.
func isRange(age string) bool {
	return age != "" && age[0] >= '0' && age[0] <= '9'
}

// atLeastLabelled returns the labelled figure with the largest low bound, as
// the low bound it is, or nil.
func atLeastLabelled(figures []*Figure) *Figure {
	var best *Figure
	var most int64 = -1
	for _, f := range figures {
		if low, _, _ := f.Count.Interval(); !f.Count.IsZero() && low > most {
			best, most = f, low
		}
	}
	if best == nil {
		return nil
	}
	part := *best
	part.Count, _ = incident.NewCount(0, most, 0, incident.HasLow)
	return &part
}
