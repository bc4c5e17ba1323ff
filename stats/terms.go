package stats

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// measureTerms are the figures of one measure that a sum adds, see findTerms.
type measureTerms struct {
	measure     incident.Measure
	terms, over []*Figure
}

// terms returns the figures of one measure that a sum over events adds, and those
// left out.
func (a *Account) terms(m incident.Measure) (terms, over []*Figure) {
	for i := range a.added {
		if t := &a.added[i]; t.measure == m {
			return slices.Clip(t.terms), slices.Clip(t.over)
		}
	}
	return nil, nil
}

// settle finds the figures that a sum adds, of each measure.
func (a *Account) settle() {
	a.added = a.added[:0]
	for _, m := range a.measures() {
		terms, over := a.findTerms(m)
		a.added = append(a.added, measureTerms{m, terms, over})
	}
}

// findTerms returns the figures of one measure that a sum over events adds: those
// of the event, and periods that do not overlap, each only where it is no part
// of another and counts nobody whom another counts. over are figures that are
// left out because they may count the same people along another dimension or in
// another window: what they leave open makes the sum lose its best figure and
// its high bound, by a term without a number.
//
// Shares are never added. Of figures that only a label tells apart, which may
// speak of the same people, the largest low bound stands for all.
func (a *Account) findTerms(m incident.Measure) (terms, over []*Figure) {
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
	var unread []*Figure // whose people nobody gave a number of
	for _, pool := range [...][]*Figure{event, period} {
		if len(terms) > 0 {
			break
		}
		kept, left := apart(wholes(pool))
		if slices.ContainsFunc(kept, func(f *Figure) bool { return !f.Count.IsZero() }) {
			terms, over = kept, left
		} else {
			unread = append(unread, kept...)
		}
	}
	if len(terms) == 0 {
		if f := atLeastLabelled(labelled); f != nil {
			terms = append(terms, f)
		}
	}
	kept := terms
	terms = append(slices.Clip(terms), unread...)
	for _, f := range over {
		if !slices.ContainsFunc(kept, func(g *Figure) bool { return f.inside(g) }) {
			terms = append(terms, f.open())
		}
	}
	for _, f := range kept {
		if f.spread {
			terms = append(terms, f.open())
		}
	}
	return terms, over
}

// open returns a figure of the same people without a number: in a sum it stands
// for those who may have to be counted beside what was added.
func (f *Figure) open() *Figure {
	return &Figure{Key: f.Key, Claims: f.Claims, happened: f.happened, shape: f.shape, when: f.when, dated: f.dated}
}

// wholes returns the figures that are no part of another.
func wholes(figures []*Figure) []*Figure {
	if len(figures) < 2 || oneTable(figures) {
		return figures
	}
	var out []*Figure
	for _, f := range figures {
		if !slices.ContainsFunc(figures, func(g *Figure) bool { return f != g && !g.Count.IsZero() && f.partOf(g) }) {
			out = append(out, f)
		}
	}
	return out
}

// oneTable reports whether figures are the cells of one table: rows of one publication
// over one time, that state the same members of groups, of which no two values
// overlap. They are all apart, and none is a part of another.
func oneTable(figures []*Figure) bool {
	if len(figures) == 0 {
		return true
	}
	first := figures[0]
	for _, f := range figures {
		if f.Chosen == nil || first.Chosen == nil || f.story != 0 || f.happened != first.happened || f.covers || f.spread ||
			f.Unit != first.Unit || f.From != first.From || f.To != first.To || f.Country != first.Country || f.Admin1 != first.Admin1 ||
			shape(f.Group) != shape(first.Group) || f.Group.Admin1 != "" || f.Group.Place != "" ||
			f.Group.Age != "" && f.Group.Age != "child" && f.Group.Age != "adult" && f.Group.Age != incident.Unknown ||
			!samePublication(f.Chosen.Record, first.Chosen.Record) {
			return false
		}
		if !f.Group.By.IsZero() && layout(f.Group) != layout(first.Group) {
			return false
		}
	}
	return true
}

// partOf reports whether f is a part of g: inside it, and narrower in group,
// window or time.
func (f *Figure) partOf(g *Figure) bool {
	if !f.inside(g) {
		return false
	}
	_, strict := f.Group.Narrower(g.Group)
	return strict || f.From != g.From || f.To != g.To || f.Country != g.Country || f.Admin1 != g.Admin1 || g.covers && !f.covers
}

// inside reports whether everyone that f counts is among those of g.
func (f *Figure) inside(g *Figure) bool {
	partOf, _ := f.Group.Narrower(g.Group)
	if !partOf || f.Unit != g.Unit || g.Country != "" && f.Country != g.Country || g.Admin1 != "" && f.Admin1 != g.Admin1 {
		return false
	}
	if g.From.IsZero() && g.To.IsZero() {
		return f.sameTime(g)
	}
	fFirst, fLast, ok := f.window()
	gFirst, gLast, ok2 := g.window()
	return ok && ok2 && gFirst <= fFirst && fLast <= gLast
}

// apart keeps figures that certainly count different people: those of another
// time, and those that a member of the group tells apart. Where figures may
// share people those stand that come to the most, since a low bound is the
// better the higher it is.
func apart(figures []*Figure) (kept, over []*Figure) {
	if len(figures) < 2 || oneTable(figures) {
		return figures, nil
	}
	lows := map[uint8]int64{} // by the members stated, which as a rule make a list
	low := func(f *Figure) int64 {
		n, _, _ := f.Count.Interval()
		return n
	}
	for _, f := range figures {
		lows[shape(f.Group)] += min(low(f), math.MaxInt64-lows[shape(f.Group)])
	}
	sorted := slices.Clone(figures)
	slices.SortStableFunc(sorted, func(f, g *Figure) int {
		return cmp.Or(
			cmp.Compare(lows[shape(g.Group)], lows[shape(f.Group)]), cmp.Compare(members(f.Group), members(g.Group)),
			cmp.Compare(shape(f.Group), shape(g.Group)), cmp.Compare(low(g), low(f)),
		)
	})
	for _, f := range sorted {
		if slices.ContainsFunc(kept, func(g *Figure) bool { return f.mayShare(g) }) {
			over = append(over, f)
		} else {
			kept = append(kept, f)
		}
	}
	return kept, over
}

// mayShare reports whether two figures may count the same people: neither their
// times nor their countries nor a member of their groups tell them apart.
func (f *Figure) mayShare(g *Figure) bool {
	if f.Unit != g.Unit || f.Country != "" && g.Country != "" && f.Country != g.Country || f.Admin1 != "" && g.Admin1 != "" && f.Admin1 != g.Admin1 {
		return false
	}
	if f.Key == g.Key && f.happened != g.happened {
		return f.story != 0 && f.story == g.story // see happenings
	}
	if f.story != 0 && f.story == g.story {
		return !f.disjoint(g)
	}
	fFirst, fLast, ok := f.window()
	gFirst, gLast, ok2 := g.window()
	switch {
	case ok && ok2:
		if fLast < gFirst || gLast < fFirst {
			return false
		}
	case !f.sameTime(g):
		return false
	}
	return !f.disjoint(g)
}

// disjoint reports whether a member of the groups tells two figures apart for
// certain. The rest of a list, and those not known, are apart from the others
// of that list alone.
func (f *Figure) disjoint(g *Figure) bool {
	a, b := f.Group, g.Group
	oneList := f.Chosen != nil && g.Chosen != nil && f.Chosen.Record == g.Chosen.Record
	differ := func(x, y string) bool { return x != "" && y != "" && x != y }
	plain := func(x, y string) bool {
		return differ(x, y) && (oneList || x != incident.Unknown && y != incident.Unknown)
	}
	nationality := plain(a.Nationality, b.Nationality)
	if nationality && !oneList {
		nationality = (a.Nationality != incident.Other || strings.Contains(f.Rest, b.Nationality+" ")) &&
			(b.Nationality != incident.Other || strings.Contains(g.Rest, a.Nationality+" "))
	}
	places := differ(a.Place, b.Place) && incident.IsCountry(a.Place) == incident.IsCountry(b.Place) &&
		(oneList || incident.IsCountry(a.Place))
	for name, value := range a.By.All() {
		if other, ok := b.By.Get(name); ok && other != value {
			return true
		}
	}
	return nationality || plain(a.Sex, b.Sex) || differ(a.Admin1, b.Admin1) || places ||
		plain(a.Age, b.Age) && agesApart(a.Age, b.Age)
}

// agesApart reports whether two different age groups have no year in common.
func agesApart(a, b string) bool {
	aFirst, aLast, ok := years(a)
	bFirst, bLast, ok2 := years(b)
	return !ok || !ok2 || aLast < bFirst || bLast < aFirst
}

// years returns the years of an age group; ok is false for those not known. A
// child is under 18 (Convention on the Rights of the Child, article 1).
func years(age string) (first, last int, ok bool) {
	switch age {
	case "child":
		return 0, 17, true
	case "adult":
		return 18, math.MaxInt, true
	}
	from, to, ok := strings.Cut(age, "-")
	if !ok {
		return 0, 0, false
	}
	first, err := strconv.Atoi(from)
	last, err2 := strconv.Atoi(to)
	return first, last, err == nil && err2 == nil
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
