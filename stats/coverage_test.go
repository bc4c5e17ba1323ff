package stats

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// home is a record of how many of a nationality returned on a day.
func home(t *testing.T, event, day, country, nationality, count string) *incident.Record {
	t.Helper()
	r := counted(t, "r-"+event, event, "returned "+count)
	r.Place.Country, r.Figures[0].Group.Nationality = country, nationality
	r.Occurred = incident.Date{}
	if day != "" {
		r.Occurred = date(t, day)
	}
	return r
}

// runningTotal is what the ministry says has returned of Indians from Cambodia.
func runningTotal(t *testing.T, since, to, count string) *incident.Record {
	t.Helper()
	r := home(t, "total", "", "KH", "IN", count)
	f := &r.Figures[0]
	f.Accrual = incident.AccrualCumulative
	if since != "" {
		f.From = date(t, since)
	}
	f.To = date(t, to)
	r.Source.Name = "ministry"
	return r
}

func TestCoverage(t *testing.T) {
	for name, c := range map[string]struct {
		total  *incident.Record
		events []*incident.Record
		want   string
	}{
		"covered and missing": {
			runningTotal(t, "2024", "2024-12-31", "250"),
			[]*incident.Record{home(t, "a", "2024-03-02", "KH", "IN", "75"), home(t, "b", "2024-05-01", "KH", "IN", "60")},
			"[a b] 0 covered 135 missing 115 false",
		},
		"others are not in it": {
			runningTotal(t, "2024", "2024-12-31", "250"),
			[]*incident.Record{
				home(t, "a", "2023-12-31", "KH", "IN", "75"), home(t, "b", "2025-01-01", "KH", "IN", "60"), home(t, "c", "2024-03-01", "LA", "IN", "5"),
				home(t, "d", "2024-03-01", "KH", "NP", "7"),
			},
			"[] 0 covered 0 missing 250 false",
		},
		"what is not said": {
			runningTotal(t, "2024", "2024-12-31", "250"),
			[]*incident.Record{
				home(t, "a", "2024-03-02", "", "IN", "75"), home(t, "b", "2024-05-01", "KH", "", "60"), home(t, "c", "", "KH", "IN", "10"),
				home(t, "d", "2023-12-20/2024-01-10", "KH", "IN", "5"),
			},
			"[] 4 covered 0..150 missing 100..250 false",
		},
		"more than claimed": {
			runningTotal(t, "2024", "2024-12-31", "100"),
			[]*incident.Record{home(t, "a", "2024-03-02", "KH", "IN", "75"), home(t, "b", "2024-05-01", "KH", "IN", ">60")},
			"[a b] 0 covered >135 missing  true",
		},
		"from an unknown day on": {
			runningTotal(t, "", "2024-12-31", "<=100"),
			[]*incident.Record{home(t, "a", "2011-03-02", "KH", "IN", "75"), home(t, "b", "2024-05-01", "KH", "IN", "10..20")},
			"[a b] 0 covered 85..95 missing 0..15 false",
		},
		"nobody gave a number of an event": {
			runningTotal(t, "2024", "2024-12-31", "250"),
			[]*incident.Record{home(t, "a", "2024-03-02", "KH", "IN", "50"), with(home(t, "b", "2024-05-01", "KH", "IN", "1"), func(r *incident.Record) {
				r.Figures[0].Count, r.Figures[0].Text = incident.Count{}, "hundreds"
			})},
			"[a] 1 covered >49 missing 0..200 false",
		},
		"only women are counted": {
			runningTotal(t, "2024", "2024-12-31", "250"),
			[]*incident.Record{with(home(t, "a", "2024-03-02", "KH", "IN", "30"), func(r *incident.Record) { r.Figures[0].Group.Sex = "F" })},
			"[a] 0 covered >=30 missing 0..220..220 false",
		},
		"an end is not stated": {
			runningTotal(t, "2024", "2024-12-31", "250"),
			[]*incident.Record{home(t, "a", "2024-12-01/..", "KH", "IN", "50"), home(t, "b", "../2025-01-15", "KH", "IN", "7")},
			"[] 2 covered 0..57 missing 193..250 false",
		},
		"some day in December": {
			runningTotal(t, "2024", "2024-12", "250"),
			[]*incident.Record{home(t, "a", "2024-12-20", "KH", "IN", "50"), home(t, "b", "2024-11-30", "KH", "IN", "7")},
			"[b] 1 covered 7..57 missing 193..243 false",
		},
		"an open total": {
			runningTotal(t, "", "2024-12-31", ">100"),
			[]*incident.Record{home(t, "b", "2024-05-01", "KH", "IN", "200")},
			"[b] 0 covered 200 missing  false",
		},
	} {
		t.Run(name, func(t *testing.T) {
			records := append(c.events, c.total)
			for range 2 {
				slices.Reverse(records)
				all := CoverageOf(slices.Collect(reconcile(t, records).Accounts(nil, incident.Date{})))
				if len(all) != 1 || all[0].Publisher != "ministry" {
					t.Fatalf("%d totals", len(all))
				}
				got := all[0]
				if text := fmt.Sprint(got.Events, " ", got.Uncertain, " covered ", got.Covered, " missing ", got.Missing, " ", got.Exceeded); text != c.want {
					t.Errorf("%s\nwant %s", text, c.want)
				}
			}
		})
	}
}

// TestCoverageHoldsTheTruth makes events of which a ministry's total contains some,
// and demands that the bounds hold how many of them are known.
func TestCoverageHoldsTheTruth(t *testing.T) {
	for seed := range uint64(500) {
		w := newWorld(seed, 1)
		rng := rand.New(rand.NewPCG(seed, 4))
		var records []*incident.Record
		var inside, known int64
		for i := range 1 + rng.IntN(6) {
			n := rng.Int64N(50)
			day, country := fmt.Sprintf("2024-%02d-01", 1+rng.IntN(12)), []string{"KH", "LA"}[rng.IntN(2)]
			within := country == "KH" && day <= "2024-06-30"
			if within {
				inside += n
			}
			if rng.IntN(4) == 0 {
				continue // nobody reports it
			}
			r := home(t, fmt.Sprint("e", i), day, country, "IN", "1")
			r.Figures[0].Count = w.state(n)
			if rng.IntN(5) == 0 {
				r.Occurred = date(t, "2024")
			}
			if rng.IntN(5) == 0 {
				r.Place.Country = ""
			}
			if within {
				known += n
			}
			records = append(records, r)
		}
		total := runningTotal(t, "2024", "2024-06-30", "1")
		total.Figures[0].Count = w.state(inside)
		got := CoverageOf(slices.Collect(reconcile(t, append(records, total)).Accounts(nil, incident.Date{})))[0]
		if !holds(got.Covered, known) || got.Exceeded || !holds(got.Missing, inside-known) {
			t.Fatalf("seed %d: of %v covered %v, missing %v; truly %d, %d", seed, got.Count, got.Covered, got.Missing, known, inside-known)
		}
	}
}
