package main

import (
	"fmt"
	"math/rand/v2"
	"strconv"

	"github.com/rescuetally/rescuetally/incident"
)

// What the made-up records choose from. Nothing in them happened.
var (
	countries     = []string{"KH", "MM", "LA", "PH", "TH", "VN", "MY", "AE", "ID", "LK"}
	places        = []string{"Sihanoukville", "Myawaddy", "Bokeo", "Bamban", "Mae Sot", "Poipet", "Laukkaing", "Dubai, \"Free Zone\""}
	nationalities = []string{"IN", "CN", "VN", "ID", "PH", "TH", "MY", "BD", "NP", "LK", "PK", "KE", "UG", "ET", "BR", "KR", "JP", "TW", "XX"}
	lures         = []string{"customer service", "data entry", "crypto sales, \"no experience\"", "translator", "casino host"}
	exploitation  = []string{"online fraud", "romance fraud", "forced criminality", "illegal gambling"}
	agencies      = []string{"national police", "embassy", "immigration service", "labour ministry", "rescue; relief fund"}
	publishers    = []incident.Source{
		{Name: "Ministry of Examples", Kind: incident.Government, URL: "https://example.org/press/", Lang: "en", Grade: "A2"},
		{Name: "Example Police", Kind: incident.Police, Lang: "th"},
		{Name: "Example Organisation for Migration", Kind: incident.IGO, URL: "https://example.net/reports?year=2025", Lang: "fr", Grade: "B2"},
		{Name: "The Example, daily", Kind: incident.Media, URL: "http://example.com/news", Lang: "en", Grade: "C3"},
	}
	sentences = []string{
		"The group was brought to a transit centre, where they were asked what they needed.",
		"A witness said: \"We worked sixteen hours a day.\"",
		"Names are withheld; the embassy confirmed the number, not the dates.",
		"Interviews follow.\nA second list is announced for next week.",
		"Hotline: calls in हिन्दी, 中文 and ไทย were answered.",
		"The building had two gates; one was locked from outside.",
		"Passports were kept by the company, wages were not paid.",
	}
	measures = []incident.Measure{incident.Freed, incident.Returned, incident.Held, incident.Reported, incident.Arrested, incident.Escaped}
	ages     = []string{"child", "adult", "18-24", "25-34"}
	sexes    = []string{"F", "M", "X"}
)

// maker makes records. The same seed makes the same ones.
type maker struct {
	random     *rand.Rand
	conditions []string
	next       int

	desks        []desk              // of records with one figure
	subdivisions map[string][]string // by country
}

func newMaker(seed uint64) *maker {
	m := &maker{random: rand.New(rand.NewPCG(seed, 0x7265736375657461))}
	for c := range incident.Conditions() {
		m.conditions = append(m.conditions, c)
	}
	return m
}

func pick[T any](m *maker, from []T) T { return from[m.random.IntN(len(from))] }

// some returns up to n elements of a list, in its order.
func some(m *maker, from []string, n int) (list []string) {
	for _, s := range from {
		if len(list) < n && m.random.IntN(len(from)) < n {
			list = append(list, s)
		}
	}
	return list
}

// chance is true once in n times.
func (m *maker) chance(n int) bool { return m.random.IntN(n) == 0 }

// record makes the next one. About three follow each other on one event.
func (m *maker) record() incident.Record {
	m.next++
	r := incident.Record{
		Kind: incident.KindRescue, ID: "made-" + strconv.Itoa(m.next), Event: "event-" + strconv.Itoa(m.next/3),
		Place: incident.Place{Country: pick(m, countries), Name: pick(m, places)},
		Lure:  pick(m, lures), Exploitation: some(m, exploitation, 2), Conditions: some(m, m.conditions, 4),
		Agencies: some(m, agencies, 2), Source: pick(m, publishers),
	}
	day, _ := incident.MakeDay(2021, 1, 1)
	day += incident.Day(m.random.IntN(1900))
	r.Published, r.Occurred = incident.DateOf(day+incident.Day(m.random.IntN(9))), incident.DateOf(day)
	switch {
	case m.chance(4):
		r.Occurred = date(r.Occurred.String()[:7])
	case m.chance(8):
		r.Occurred = date(r.Occurred.String() + "/" + incident.DateOf(day+3).String())
	case m.chance(20):
		r.Occurred = date(r.Occurred.String()[:4] + "~")
	}
	if m.chance(3) {
		r.Place.Lat = incident.MakeDegrees(float64(m.random.IntN(2500)) / 100)
		r.Place.Lon = incident.MakeDegrees(float64(9000+m.random.IntN(3000)) / 100)
	}
	if m.chance(30) && m.next > 1 {
		r.DerivedFrom = []string{"made-" + strconv.Itoa(m.next-1)}
	}
	r.Figures = m.figures()
	for range 1 + m.random.IntN(5) {
		if r.Notes != "" {
			r.Notes += " "
		}
		r.Notes += pick(m, sentences)
	}
	return r
}

// figures makes a total, and now and then its parts by nationality, sex or age.
func (m *maker) figures() []incident.Figure {
	measure := pick(m, measures)
	total := int64(1 + m.random.IntN(900))
	figures := []incident.Figure{{Measure: measure, Count: m.count(total), Accrual: incident.AccrualEvent}}
	if m.chance(3) {
		figures[0].Text = fmt.Sprintf("some \"%d\", officials said", total)
	}
	if m.chance(2) {
		return figures
	}
	member := m.random.IntN(3)
	used := map[string]bool{}
	add := func(value string, n int64) {
		if n == 0 || used[value] {
			return
		}
		used[value] = true
		part := incident.Figure{Measure: measure, Count: incident.Exactly(n), Accrual: incident.AccrualEvent}
		*[]*string{&part.Group.Nationality, &part.Group.Sex, &part.Group.Age}[member] = value
		figures = append(figures, part)
		total -= n
	}
	exact := figures[0].Count == incident.Exactly(total)
	for range 1 + m.random.IntN(4) {
		add(pick(m, [][]string{nationalities, sexes, ages}[member]), m.random.Int64N(total+1))
	}
	if exact && m.chance(2) { // a list with a rest is complete and has to come to its total
		add([]string{incident.Other, incident.Unknown, incident.Unknown}[member], total)
	}
	return figures
}

// count states n in one of the ways in which sources state numbers.
func (m *maker) count(n int64) incident.Count {
	switch m.random.IntN(10) {
	case 0:
		return incident.About(n)
	case 1:
		return incident.AtLeast(n)
	case 2:
		return incident.AtMost(n)
	case 3:
		return incident.MoreThan(n)
	case 4:
		return incident.Between(n, n+n/10+1)
	}
	return incident.Exactly(n)
}

// date is for texts that are dates by construction.
func date(text string) incident.Date {
	d, err := incident.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}
