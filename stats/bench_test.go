package stats

import (
	"strconv"
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

// BenchmarkTallyAdd is what a tally adds to the cost of an account.
func BenchmarkTallyAdd(b *testing.B) {
	a := AccountOf(rescue(b))
	t := NewTally(By(Country, Nationality), Sum(incident.Freed), Quantiles())
	b.ReportAllocs()
	for b.Loop() {
		if err := t.Add(a); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReconcilerAdd adds a record that is new each time.
func BenchmarkReconcilerAdd(b *testing.B) {
	r := rescue(b)
	rec := NewReconciler(&ReconcilerOptions{Limits: Limits{Groups: -1}})
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		n++
		r.ID = strconv.Itoa(n)
		if err := rec.Add(r); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAccounts reconciles 1,000 records over 250 events.
func BenchmarkAccounts(b *testing.B) {
	rec := reconcile(b, made(1, 1000))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for range rec.Accounts(Default, incident.Date{}) {
			n++
		}
		if n == 0 {
			b.Fatal("no accounts")
		}
	}
}

// BenchmarkLargeRecord is a record of as many figures as a reader lets through.
func BenchmarkLargeRecord(b *testing.B) {
	r := rescue(b)
	for i := range 3000 {
		f := r.Figures[0]
		f.Group.Place, f.Group.Nationality = "place "+strconv.Itoa(i), "IN"
		r.Figures = append(r.Figures, f)
	}
	t := NewTally(By(Country, Nationality), Sum(incident.Freed))
	b.ReportAllocs()
	for b.Loop() {
		if err := t.Add(AccountOf(r)); err != nil {
			b.Fatal(err)
		}
	}
}
