package main

import (
	"slices"
	"strconv"

	"github.com/rescuetally/rescuetally/incident"
)

// What records with one figure choose from, beside what all records do. Nothing in them happened.
var (
	kinds   = []incident.Kind{incident.KindRescue, incident.KindRescue, incident.KindIncident, incident.KindArrest, incident.KindTally}
	towns   = []string{"Sihanoukville", "Myawaddy", "Bokeo", "Bamban", "Mae Sot", "Poipet", "Dubai, \"Free Zone\"", "ปอยเปต", "妙瓦底", "O'Smach"}
	phrases = []string{"", "some \"dozens\", officials said", "as many as the list names", "लगभग उतने ही", "about that many, by the hotline's count"}
	asked   = []string{
		"Caller asks for a way home, and for the others of the same floor, who have no telephone.",
		"Passport kept by the company, wages unpaid since May.",
		"Family was told to pay 3,000; \"no money, no exit\", the message said.",
		"Embassy informed, answer is due.",
		"Eleven people of one village answered the same advertisement; the recruiter named no employer.",
		"Sold twice, now in another building.",
		"Group is safe, transfer to the border is planned.",
		"परिवार से संपर्क हुआ, वापसी का इंतज़ार है।",
		"ผู้โทรแจ้งว่าอาคารถูกล็อกจากด้านนอก",
		"来电者说护照被扣，工资未付。",
		"Number given by police, not checked against the list of names that the shelter keeps.",
	}
)

// desk is a publisher of records with one figure.
type desk struct {
	source incident.Source
	pages  string // what the addresses of its records begin with; empty: it gives none
}

// desks returns three dozen publishers.
func desks() (list []desk) {
	who := []struct {
		name, lang, grade string
		kind              incident.SourceKind
	}{
		{"Labour Ministry", "en", "A2", incident.Government},
		{"Example Police", "th", "B2", incident.Police},
		{"Migration Office", "fr", "A1", incident.IGO},
		{"Hotline", "hi", "B3", incident.NGO},
		{"Relief, Rescue", "", "", incident.NGO},
		{"Daily Example", "en", "", incident.Media},
	}
	for i := range 36 {
		w := who[i%len(who)]
		d := desk{source: incident.Source{Name: w.name + " " + strconv.Itoa(i/len(who)+1), Kind: w.kind, Lang: w.lang, Grade: w.grade}}
		if i%3 > 0 {
			d.pages = "https://desk" + strconv.Itoa(i) + ".example.org/case/"
		}
		list = append(list, d)
	}
	return list
}

// single makes the next record as a hotline's register holds them: one figure, about one event. So a file has as many
// records as a CSV file has rows, and any program that adds up rows can do the same sums.
func (m *maker) single() incident.Record {
	if m.desks == nil {
		m.desks = desks()
		m.subdivisions = map[string][]string{}
		for _, country := range slices.Concat(countries, nationalities) {
			m.subdivisions[country] = slices.Collect(incident.Subdivisions(country))
		}
	}
	m.next++
	d := &m.desks[m.random.IntN(len(m.desks))]
	r := incident.Record{
		Kind: pick(m, kinds), ID: "reg-" + strconv.Itoa(m.next), Source: d.source,
		Figures: []incident.Figure{m.singleFigure()},
	}
	if m.chance(8) {
		r.Event = "case-" + strconv.Itoa(m.next/2)
	}
	if d.pages != "" {
		r.Source.URL = d.pages + strconv.Itoa(m.next)
	}
	m.when(&r)
	if !m.chance(50) {
		m.where(&r.Place)
	}
	if m.chance(2) {
		r.Conditions = some(m, m.conditions, 3)
	}
	if m.chance(2) {
		r.Lure = pick(m, lures)
	}
	if m.chance(4) {
		r.Exploitation = some(m, exploitation, 2)
	}
	if m.chance(5) {
		r.Agencies = some(m, agencies, 1)
	}
	r.Notes = pick(m, asked)
	if m.chance(2) {
		r.Notes += pick(m, []string{"\n", "\n", " "}) + pick(m, asked)
	}
	return r
}

// when says on which day, as a rule, in which month or from when to when it happened within five years, or does not say.
func (m *maker) when(r *incident.Record) {
	first, _ := incident.MakeDay(2021, 1, 1)
	day := first + incident.Day(m.random.IntN(5*365))
	occurred := incident.DateOf(day)
	r.Published = incident.DateOf(day + incident.Day(m.random.IntN(9)))
	switch text := occurred.String(); m.random.IntN(20) {
	case 0, 1:
		occurred = date(text[:len("2024-03")])
	case 2:
		occurred = date(text[:len("2024-03")] + "-XX")
	case 3:
		occurred = date(text + "~")
	case 4, 5: // in the same month or not
		occurred = date(text + "/" + incident.DateOf(day+incident.Day(1+m.random.IntN(8))).String())
	case 6:
		occurred = date(text[:len("2024")])
	case 7:
		occurred = incident.Date{}
	}
	r.Occurred = occurred
}

func (m *maker) where(p *incident.Place) {
	p.Country = pick(m, countries)
	if !m.chance(3) {
		p.Admin1 = pick(m, m.subdivisions[p.Country])
	}
	if m.chance(2) {
		p.Name = pick(m, towns)
	}
	if m.chance(5) {
		p.Lat = incident.MakeDegrees(float64(m.random.IntN(350_000)-100_000) / 10_000)
		p.Lon = incident.MakeDegrees(float64(m.random.IntN(500_000)+900_000) / 10_000)
	}
}

func (m *maker) singleFigure() incident.Figure {
	n := int64(1 + m.random.IntN(12))
	switch {
	case m.chance(500):
		n = int64(1 + m.random.IntN(20_000))
	case m.chance(8):
		n = int64(1 + m.random.IntN(30))
	}
	f := incident.Figure{Measure: pick(m, measures), Count: incident.Exactly(n), Accrual: incident.AccrualEvent}
	if f.Measure != incident.Returned && m.chance(4) { // who returns is counted by name
		f.Count = m.count(n)
	}
	if m.chance(6) {
		f.Text = pick(m, phrases)
	}
	g := &f.Group
	if !m.chance(6) {
		g.Nationality = pick(m, nationalities)
		if from := m.subdivisions[g.Nationality]; len(from) > 0 && m.chance(8) {
			g.Admin1 = pick(m, from)
		}
	}
	if m.chance(4) {
		g.Sex = pick(m, sexes)
	}
	if m.chance(5) {
		g.Age = pick(m, ages)
	}
	return f
}
