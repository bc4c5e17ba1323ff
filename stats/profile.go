package stats

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/incident"
)

// A profile is what is compared of a record when it is asked whether two are about
// one event.
type profile struct {
	rec           *incident.Record
	when          span // when it happened
	dated         bool
	said          span // when it was published
	published     bool
	place         []string // words of the place's name; all lists are sorted
	nationalities []string
	agencies      []string // words of their names
	lure          []string // words
	numbers       []int64  // those that tell events apart
	totals        map[totalKey]int64
	everyNation   bool       // everybody counted has a nationality
	runs          []totalKey // what running totals and numbers of a day count
	measures      uint64     // a bit for each
	accruals      uint8      // a bit for each
}

// A totalKey is what a figure without a label counts.
type totalKey struct {
	measure incident.Measure
	accrual incident.Accrual
	group   incident.Group
}

// leastTelling is the least number that tells events apart: smaller ones stand in
// many records.
const leastTelling = 10

// usualDelay is within how many days of an event most reports on it are published:
// of a month or a year that is not over, the days before that are unlikely.
const usualDelay = 14

// Bits of profile.accruals.
const (
	ofEvents uint8 = 1 << iota
	ofPeriods
	ofRuns
	ofStocks
)

var accrualBits = map[incident.Accrual]uint8{ // read only
	incident.AccrualEvent: ofEvents, incident.AccrualPeriod: ofPeriods, incident.AccrualCumulative: ofRuns, incident.AccrualStock: ofStocks,
}

func profileOf(rec *incident.Record) *profile {
	p := &profile{rec: rec, place: wordsOf(rec.Place.Name), lure: wordsOf(rec.Lure), totals: map[totalKey]int64{}}
	p.when, p.dated = spanOf(rec)
	if !p.dated {
		p.when, p.dated = figureSpan(rec)
	}
	p.everyNation = len(rec.Figures) > 0
	first, ok := rec.Published.Earliest()
	last, ok2 := rec.Published.Latest()
	p.said, p.published = span{first: first, last: last}, ok && ok2
	if p.dated && p.published && !p.when.exact && p.said.last >= p.when.first && p.said.first <= p.when.last+usualDelay {
		p.when.first = max(p.when.first, min(p.said.first-usualDelay, p.when.last))
		p.when.last = max(p.when.first, min(p.when.last, p.said.last))
	}
	for _, name := range rec.Agencies {
		p.agencies = append(p.agencies, wordsOf(name)...)
	}
	for i := range rec.Figures {
		p.addFigure(&rec.Figures[i])
	}
	for _, list := range [...]*[]string{&p.nationalities, &p.agencies} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	slices.Sort(p.numbers)
	p.numbers = slices.Compact(p.numbers)
	return p
}

// figureSpan returns when the figures of a record that does not say when it happened
// end: the last day of running totals and of periods.
func figureSpan(rec *incident.Record) (s span, ok bool) {
	for i := range rec.Figures {
		first, known := rec.Figures[i].To.Earliest()
		last, known2 := rec.Figures[i].To.Latest()
		if known && known2 && (!ok || last > s.last) {
			s, ok = span{first, last, first == last}, true
		}
	}
	return s, ok
}

func (p *profile) addFigure(f *incident.Figure) {
	p.measures |= 1 << measureOrder(f.Measure)
	p.accruals |= accrualBits[accrualOf(f)]
	if n := f.Group.Nationality; n != "" && n != incident.Other && n != incident.Unknown {
		p.nationalities = append(p.nationalities, n)
	} else {
		p.everyNation = false
	}
	if a := accrualOf(f); (a == incident.AccrualCumulative || a == incident.AccrualStock) && !f.Beside && f.Label == "" {
		p.runs = append(p.runs, totalKey{f.Measure, a, f.Group})
	}
	if f.Count.IsZero() {
		return
	}
	n, named := f.Count.Best()
	if low, high, open := f.Count.Interval(); !named && open {
		n = low
	} else if !named {
		n = high
	}
	if n >= leastTelling {
		p.numbers = append(p.numbers, n)
	}
	k := totalKey{f.Measure, accrualOf(f), f.Group}
	if _, known := p.totals[k]; !known && f.Label == "" && !f.Beside {
		p.totals[k] = n
	}
}

// wordsOf returns the words of three letters or more of a text, in small letters
// and sorted, without those that say nothing.
func wordsOf(text string) (out []string) {
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		if utf8.RuneCountInString(w) >= 3 && w != "the" && w != "and" && w != "from" {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// inCommon returns how many elements two sorted lists share.
func inCommon[T string | int64](a, b []T) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			i, j, n = i+1, j+1, n+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// daysBetween returns how many days lie between two spans; 0 when they touch.
func daysBetween(s, t span) int { return int(max(0, s.first-t.last, t.first-s.last)) }
