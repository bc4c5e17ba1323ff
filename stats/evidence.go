package stats

import "slices"

// A Reason is a kind of evidence that records are about one event.
type Reason uint8

// The reasons.
const (
	SamePlace Reason = iota
	SameTime
	SameNationality
	SameNumbers
	SamePublished
	SameMeasure
	SameAgencies
	SameLure
	SameSeries

	reasons
)

var reasonNames = [reasons]string{"place", "time", "nationality", "numbers", "published", "measure", "agencies", "lure", "series"} // read only

// String returns "place", "time", "nationality", "numbers", "published",
// "measure", "agencies", "lure" or "series"; it is empty for a number that is no reason's.
func (r Reason) String() string {
	if r < reasons {
		return reasonNames[r]
	}
	return ""
}

// evidence is points for and against two records being about one event, by reason.
type evidence [reasons]int

func (e *evidence) points() (n int) {
	for _, points := range e {
		n += points
	}
	return n
}

// compare weighs what speaks for two records being about one event, as the record
// linkage of Fellegi and Sunter (1969) does: each member adds points by how it
// agrees. The points were set by hand and moved in steps of five on 186 public
// reports, as long as that helped in random halves of their events, too.
func (p *profile) compare(q *profile) (e evidence) {
	e[SamePlace] = p.comparePlaces(q)
	if p.dated && q.dated {
		e[SameTime] = compareTimes(p.when, q.when)
	}
	n, m := len(p.nationalities), len(q.nationalities)
	switch both := inCommon(p.nationalities, q.nationalities); {
	case both > 0:
		e[SameNationality] = 10
	case n > 0 && m > 0 && p.everyNation && q.everyNation:
		e[SameNationality] = -75
	case n > 0 && m > 0:
		e[SameNationality] = -40
	case n > 0 || m > 0:
		e[SameNationality] = -10
	}
	if p.published && q.published {
		if gap := daysBetween(p.said, q.said); gap <= 2 || gap > 60 { // a retelling is not held against it
			e[SamePublished] = 15
		}
	}
	e[SameNumbers] = p.compareNumbers(q)
	e[SameMeasure] = p.compareMeasures(q)
	switch both := inCommon(p.agencies, q.agencies); {
	case both > 0 && slices.Equal(p.agencies, q.agencies):
		e[SameAgencies] = 50
	case both > 0:
		e[SameAgencies] = 5 * both / min(len(p.agencies), len(q.agencies))
	case len(p.agencies) > 0 && len(q.agencies) > 0:
		e[SameAgencies] = -15
	}
	switch both := inCommon(p.lure, q.lure); {
	case both > 0:
		e[SameLure] = 5 * both / min(len(p.lure), len(q.lure))
	case len(p.lure) > 0 && len(q.lure) > 0:
		e[SameLure] = -30
	}
	if p.rec.Source.Name == q.rec.Source.Name && p.rec.Source.Name != "" && p.rec.Place.Country == q.rec.Place.Country &&
		slices.ContainsFunc(p.runs, func(k totalKey) bool { return slices.Contains(q.runs, k) }) {
		e[SameSeries] = 80
	}
	return e
}

func (p *profile) comparePlaces(q *profile) (points int) {
	a, b := &p.rec.Place, &q.rec.Place
	switch {
	case a.Country == b.Country && a.Country != "":
		points -= 5
	case a.Country == b.Country:
	case a.Country == "" || b.Country == "":
		points -= 10
	case p.oneStatement(q):
		points -= 15 // what a report says of one country after the other
	default:
		points -= 80
	}
	switch {
	case a.Admin1 == "" && b.Admin1 == "":
	case a.Admin1 == b.Admin1:
		points += 15
	case a.Admin1 == "" || b.Admin1 == "":
		points -= 10
	default:
		points -= 40
	}
	switch {
	case len(p.place) == 0 || len(q.place) == 0:
	case slices.Equal(p.place, q.place):
		points += 10
	default:
		points += 20*inCommon(p.place, q.place)/min(len(p.place), len(q.place)) - 20
	}
	return points
}

// oneStatement reports whether two records say how many there were of one measure
// on one and the same day.
func (p *profile) oneStatement(q *profile) bool {
	return p.accruals == ofStocks && q.accruals == ofStocks && p.measures&q.measures != 0 && p.dated && p.rec.Occurred == q.rec.Occurred
}

func compareTimes(s, t span) int {
	gap, exact := daysBetween(s, t), s.exact && t.exact
	wide := int(max(s.last-s.first, t.last-t.first))
	switch {
	case gap > 45:
		return -65
	case gap > 14:
		return -45
	case gap > 4:
		return -35
	case gap > 2:
		return -10
	case gap > 0:
		return 10
	case exact && wide <= 7:
		return 20
	case exact && wide <= 14:
		return 15
	case wide <= 62:
		return 0
	}
	return -25
}

// compareNumbers weighs the numbers that two records share, or how far those of one
// thing differ.
func (p *profile) compareNumbers(q *profile) int {
	if n := inCommon(p.numbers, q.numbers); n > 0 {
		return min(25+8*(n-1), 30)
	}
	differ, points := false, -5
	for k, n := range p.totals {
		m, ok := q.totals[k]
		if ok && n == m {
			return 0
		}
		least, most := max(1, min(n, m)), max(n, m)
		switch {
		case !ok:
			continue
		case most/2 > least+least/4: // more than 2.5 times
			points = -20
		case most-least > least/4:
			points = min(points, -10)
		}
		differ = true
	}
	if !differ {
		return 0
	}
	return points
}

func (p *profile) compareMeasures(q *profile) (points int) {
	points = -5
	if p.measures&q.measures != 0 {
		points = 15
	}
	if p.rec.Kind != q.rec.Kind {
		points -= 15
	}
	switch {
	case p.accruals&q.accruals != 0:
	case p.accruals == ofStocks || q.accruals == ofStocks:
		points -= 20
	default:
		points -= 5
	}
	return points
}
