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
				if err := t.addValue(i%c.rows, keptTop, name, hashOccurrence(hashMix(uint64(i)), hashValue(name)), 1); err != nil {
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

// groups is a tally of 600 rows, as the records of some years come to.
func groups(tb testing.TB) *Tally {
	tb.Helper()
	t := NewTally(By(Country, Month), Sum(incident.Freed, incident.Returned), Top(Nationality, 3), Distinct(Source), Quantiles())
	countries := [...]string{"KH", "MM", "LA", "PH", "TH", "VN", "MY", "AE", "ID", "LK"}
	nationalities := [...]string{"IN", "CN", "VN", "ID", "PH", "KE", "UG", "ET", "BR"}
	for i := range 20_000 {
		occurred, ok := incident.MakeDay(2020+i/10%5, 1+i/50%12, 1+i%28)
		if !ok {
			tb.Fatal("there is no such day")
		}
		if err := t.Add(AccountOf(&incident.Record{
			Kind: incident.KindRescue, ID: strconv.Itoa(i), Occurred: incident.DateOf(occurred),
			Place: incident.Place{Country: countries[i%10]}, Source: incident.Source{Name: "Hotline " + strconv.Itoa(i*7%36)},
			Figures: []incident.Figure{{
				Measure: []incident.Measure{incident.Freed, incident.Returned}[i*31%17%2], Count: incident.Exactly(int64(1 + i*i%300)), Accrual: incident.AccrualEvent,
				Group: incident.Group{Nationality: nationalities[i*13%97%9]},
			}},
		})); err != nil {
			tb.Fatal(err)
		}
	}
	if rows, _, _ := t.Estimates(); rows != 600 {
		tb.Fatalf("%d rows", rows)
	}
	return t
}

// BenchmarkMerge puts the tallies of two workers together.
func BenchmarkMerge(b *testing.B) {
	t := groups(b)
	b.ReportAllocs()
	for b.Loop() {
		sum := NewTally(By(Country, Month), Sum(incident.Freed, incident.Returned), Top(Nationality, 3), Distinct(Source), Quantiles())
		for range 2 {
			if err := sum.Merge(t); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkMarshalBinary writes a tally of 600 rows.
func BenchmarkMarshalBinary(b *testing.B) {
	t := groups(b)
	data, err := t.MarshalBinary()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := t.MarshalBinary(); err != nil {
			b.Fatal(err)
		}
	}
}
