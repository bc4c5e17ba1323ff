package stats_test

import (
	"fmt"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// Of 47 people who were freed or came themselves 30 are home and 17 wait.
func ExampleFlowOf() {
	figure := func(m incident.Measure, n int64) incident.Figure {
		return incident.Figure{Measure: m, Accrual: incident.AccrualEvent, Count: incident.Exactly(n)}
	}
	flow := stats.FlowOf(stats.AccountOf(&incident.Record{
		Kind: incident.KindRescue, ID: "1",
		Figures: []incident.Figure{
			figure(incident.Held, 60), figure(incident.Freed, 29), figure(incident.Escaped, 18), figure(incident.Returned, 30), figure(incident.Awaiting, 17),
		},
	}))
	for _, s := range flow.Stages {
		fmt.Printf("%v %v not accounted for: %q\n", s.Stage, s.Count, s.Unaccounted)
	}
	for _, p := range flow.Passages {
		fmt.Println(p.From, "to", p.To, p.Count)
	}
	// Output:
	// held 60 not accounted for: "13"
	// out 47 not accounted for: "0"
	// awaiting 17 not accounted for: ""
	// returned 30 not accounted for: ""
	// held to out 47
	// out to awaiting 17
	// out to returned 30
}

// A ministry says that 250 have returned; one flight of 75 is known.
func ExampleCoverageOf() {
	returned := func(id string, f incident.Figure) *incident.Record {
		f.Measure = incident.Returned
		return &incident.Record{Kind: incident.KindRescue, ID: id, Event: id, Occurred: day("2024-03-02"), Figures: []incident.Figure{f}, Source: incident.Source{Name: "Ministry"}}
	}
	accounts := slices.Collect(reconciled(
		returned("total", incident.Figure{Accrual: incident.AccrualCumulative, To: day("2024-03-30"), Count: incident.Exactly(250)}),
		returned("flight", incident.Figure{Accrual: incident.AccrualEvent, Count: incident.Exactly(75)}),
	).Accounts(nil, incident.Date{}))
	for _, c := range stats.CoverageOf(accounts) {
		fmt.Println(c.Count, "of which", c.Covered, "in", c.Events, "and", c.Missing, "in no event")
	}
	// Output: 250 of which 75 in [flight] and 175 in no event
}

// A hotline says that 48 percent of complaints are of scams, and in another report
// how many complaints there were.
func ExamplePortions() {
	said := func(id string, f incident.Figure) *incident.Record {
		f.Accrual, f.From, f.To = incident.AccrualPeriod, day("2024-01"), day("2024-04")
		return &incident.Record{Kind: incident.KindTally, ID: id, Figures: []incident.Figure{f}, Source: incident.Source{Name: "Hotline"}}
	}
	accounts := slices.Collect(reconciled(
		said("a", incident.Figure{Measure: incident.Share, Unit: "complaints", Count: incident.Exactly(48)}),
		said("b", incident.Figure{Measure: incident.Complaints, Count: incident.Exactly(740_957)}),
	).Accounts(nil, incident.Date{}))
	for _, p := range stats.Portions(accounts) {
		fmt.Println(p.Share.Count, "percent of", p.Base.Count, "is", p.Count)
	}
	// Output: 48 percent of 740957 is 351955..359364
}

// What a spreadsheet would make of a total, its parts, and what others say.
func ExampleAccount_Unreconciled() {
	for a := range reconciled(raid()...).Accounts(nil, incident.Date{}) {
		sum, figures := a.Unreconciled(incident.Freed)
		fmt.Println(figures, "figures come to", sum, "and not", a.Figures[0].Count)
	}
	// Output: 4 figures come to >785 and not 250
}
