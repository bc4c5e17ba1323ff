package stats

import (
	"math"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// partDimension returns the one dimension along which f is a part of whole:
// their groups differ in it alone, and in nothing else. Labelled parts are not
// along any: two labels may speak of the same people.
func partDimension(f, whole *incident.Figure) (Dimension, bool) {
	if f == whole || f.Label != whole.Label || accrualOf(f) != accrualOf(whole) || f.From != whole.From || f.To != whole.To ||
		!f.PartOf(whole) {
		return 0, false
	}
	g, h := f.Group, whole.Group
	var along Dimension
	for _, member := range [...]struct {
		narrower bool
		d        Dimension
	}{
		{g.Nationality != h.Nationality, Nationality},
		{g.Sex != h.Sex, Sex},
		{g.Age != h.Age, Age},
		{g.Admin1 != h.Admin1, Admin1},
		{g.Place != h.Place, Country},
		{g.By != h.By, byOther},
	} {
		if !member.narrower {
			continue
		}
		if along != 0 {
			return 0, false
		}
		along = member.d
	}
	return along, along != 0 && along != byOther
}

// listOf returns the parts of whole that rec gives along one dimension.
func listOf(rec *incident.Record, whole *incident.Figure, along Dimension) (parts []*incident.Figure) {
	for i := range rec.Figures {
		f := &rec.Figures[i]
		if d, ok := partDimension(f, whole); ok && d == along {
			parts = append(parts, f)
		}
	}
	return widest(parts, along)
}

// widest leaves out the parts along a dimension that lie in another of them: adults of
// 18 to 24 among adults.
func widest(parts []*incident.Figure, along Dimension) []*incident.Figure {
	if along != Age {
		return parts
	}
	inAnother := func(f *incident.Figure) bool {
		first, last, ok := years(f.Group.Age)
		return ok && slices.ContainsFunc(parts, func(p *incident.Figure) bool {
			from, to, ok := years(p.Group.Age)
			return ok && from <= first && last <= to && (from != first || to != last)
		})
	}
	var out []*incident.Figure
	for _, f := range parts {
		if !inAnother(f) {
			out = append(out, f)
		}
	}
	return out
}

// bestList returns the list of whole that comes to what is stated, or else the
// first of those that name everyone, or else the first.
func bestList(rec *incident.Record, whole *incident.Figure, stated incident.Count) List {
	var present [byOther]bool // most figures have no parts
	for i := range rec.Figures {
		if d, ok := partDimension(&rec.Figures[i], whole); ok {
			present[d] = true
		}
	}
	var best List
	for _, along := range [...]Dimension{Nationality, Sex, Age, Admin1, Country} {
		if !present[along] {
			continue
		}
		parts := listOf(rec, whole, along)
		l := List{Dimension: along}
		var s sum
		for _, f := range parts {
			s.add(f.Count)
			l.Complete = l.Complete || isRest(f, parts, along)
		}
		l.Sum = s.list()
		l.Complete = l.Complete || comesTo(l.Sum, stated)
		if best.Dimension == 0 || equalBest(l.Sum, stated) && !equalBest(best.Sum, stated) || l.Complete && !best.Complete {
			best = l
		}
	}
	return best
}

// isRest reports whether a part is "everyone else" of its list: OTHER is; those
// whose sex or age is not known are where all that are known are listed too.
func isRest(f *incident.Figure, list []*incident.Figure, along Dimension) bool {
	beside := func(value func(incident.Group) string, others ...string) bool {
		return value(f.Group) == incident.Unknown && !slices.ContainsFunc(others, func(other string) bool {
			return !slices.ContainsFunc(list, func(p *incident.Figure) bool { return value(p.Group) == other })
		})
	}
	switch along {
	case Nationality:
		return f.Group.Nationality == incident.Other
	case Sex:
		return beside(func(g incident.Group) string { return g.Sex }, "F", "M")
	case Age:
		return beside(func(g incident.Group) string { return g.Age }, "child", "adult")
	}
	return false
}

func equalBest(a, b incident.Count) bool {
	m, ok := a.Best()
	n, ok2 := b.Best()
	return ok && ok2 && m == n
}

// comesTo reports whether a list is the breakdown of a count that was stated
// loosely: "over 400" with exact parts that add up to 408. It may stand off by
// 5 % of the number printed.
func comesTo(list, stated incident.Count) bool {
	got, ok := list.Best()
	if !ok || stated.IsZero() || !stated.Agrees(list) {
		return false
	}
	if equalBest(list, stated) {
		_, _, open := stated.Interval() // "at least 60", 60 listed: there may be more
		return !open
	}
	if _, named := stated.Best(); named || list != incident.Exactly(got) {
		return false
	}
	for _, bound := range [...]func() (int64, bool){stated.Low, stated.High} {
		if n, ok := bound(); ok && n <= math.MaxInt64/20 && max(got-n, n-got) <= n/20 {
			return true
		}
	}
	return false
}
