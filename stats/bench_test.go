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

// BenchmarkTallyValues adds values of top that 600 rows have already, 40 each,
// and values of a row with a sketch.
func BenchmarkTallyValues(b *testing.B) {
	for _, c := range []struct {
		name         string
		rows, values int
	}{{"exact", 600, 40}, {"sketch", 1, 20_000}} {
		b.Run(c.name, func(b *testing.B) {
			t := NewTally(By(Event), Top(Source, 3))
			var names []string
			for v := range c.values {
				names = append(names, "publisher "+strconv.Itoa(v))
			}
			for number := range c.rows {
				if _, err := t.rowOf(appendText(nil, strconv.Itoa(number))); err != nil {
					b.Fatal(err)
				}
			}
			i := 0
			b.ReportAllocs()
			for b.Loop() {
				i++
				name := names[i/c.rows*7919%c.values]
				if err := t.addValue(i%c.rows, keptTop, name, hashOccurrence(uint64(i), name), 1); err != nil {
					b.Fatal(err)
				}
			}
		})
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
