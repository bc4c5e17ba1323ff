package stats

import (
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// rescue is a record such as a hotline's export holds by the million.
func rescue(tb testing.TB) *incident.Record {
	tb.Helper()
	occurred, err := incident.ParseDate("2024-03-13")
	if err != nil {
		tb.Fatal(err)
	}
	return &incident.Record{
		Kind: incident.KindRescue, ID: "r-1", Published: occurred, Occurred: occurred,
		Place:  incident.Place{Country: "KH", Admin1: "KH-18"},
		Source: incident.Source{Name: "hotline", Kind: incident.Government, Lang: "en"},
		Figures: []incident.Figure{
			{Measure: incident.Freed, Count: incident.Exactly(12), Accrual: incident.AccrualEvent},
			{Measure: incident.Freed, Count: incident.Exactly(7), Accrual: incident.AccrualEvent, Group: incident.Group{Nationality: "IN"}},
			{Measure: incident.Freed, Count: incident.Exactly(5), Accrual: incident.AccrualEvent, Group: incident.Group{Nationality: "NP"}},
		},
	}
}

// BenchmarkAccountOf is the streaming path of a tally without reconciliation.
func BenchmarkAccountOf(b *testing.B) {
	rec := rescue(b)
	t := NewTally(By(Country, Month), Sum(incident.Freed))
	b.ReportAllocs()
	for b.Loop() {
		if err := t.Add(AccountOf(rec)); err != nil {
			b.Fatal(err)
		}
	}
}
