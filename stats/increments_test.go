package stats_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// runs is a record of a publisher's running total on a day.
func runs(t *testing.T, id, publisher, since, day, count string) *incident.Record {
	t.Helper()
	f := incident.Figure{Measure: incident.Returned, Accrual: incident.AccrualCumulative, Group: incident.Group{Nationality: "IN"}}
	var err error
	for _, set := range []struct {
		to   *incident.Date
		text string
	}{{&f.From, since}, {&f.To, day}} {
		if *set.to, err = incident.ParseDate(set.text); err != nil && set.text != "" {
			t.Fatal(err)
		}
	}
	if f.Count, err = incident.ParseCount(count); err != nil {
		t.Fatal(err)
	}
	return &incident.Record{
		Kind: incident.KindTally, ID: id, Event: "series", Published: f.To, Figures: []incident.Figure{f},
		Source: incident.Source{Name: publisher, Kind: incident.Government},
	}
}

func increments(t *testing.T, records ...*incident.Record) (out []string) {
	t.Helper()
	all := slices.Collect(gather(t, records).Accounts(stats.Default, incident.Date{}))
	for _, i := range stats.Increments(all) {
		if !i.Key.To.IsZero() || i.Key.Measure != incident.Returned {
			t.Errorf("%+v", i.Key)
		}
		out = append(out, fmt.Sprint(i.Publisher, " ", i.Year, " ", i.Count))
	}
	return out
}

func TestIncrements(t *testing.T) {
	for name, c := range map[string]struct {
		records []*incident.Record
		want    []string
	}{
		"year ends": {
			[]*incident.Record{runs(t, "a", "p", "", "2022-12-31", "100"), runs(t, "b", "p", "", "2023-12-31", "250"), runs(t, "c", "p", "", "2024-12-31", "250")},
			[]string{"p 2023 150", "p 2024 0"},
		},
		"about": {
			[]*incident.Record{runs(t, "a", "p", "", "2022-12-31", "~100"), runs(t, "b", "p", "", "2023-12-31", "250")},
			[]string{"p 2023 140..150..160"},
		},
		"within the year": {
			[]*incident.Record{runs(t, "a", "p", "", "2023-03-01", "100"), runs(t, "b", "p", "", "2023-10-01", "130"), runs(t, "c", "p", "", "2024-02-01", "200")},
			[]string{"p 2023 >29"},
		},
		"since": {
			[]*incident.Record{runs(t, "a", "p", "2022-01-01", "2022-06-30", "40"), runs(t, "b", "p", "2022-01-01", "2023-06-30", "90")},
			[]string{"p 2022 40..90"},
		},
		"two publishers": {
			[]*incident.Record{runs(t, "a", "p", "", "2022-12-31", "2907"), runs(t, "b", "q", "", "2023-12-31", "2471")},
			[]string{},
		},
		"a fall": {
			[]*incident.Record{runs(t, "a", "p", "", "2022-12-31", "100"), runs(t, "b", "p", "", "2023-06-30", "300"), runs(t, "c", "p", "", "2023-12-31", "250")},
			[]string{"p 2023 >149"}, // 150 or 200
		},
		"a fall beside other years": {
			[]*incident.Record{
				runs(t, "a", "p", "", "2021-12-31", "50"), runs(t, "b", "p", "", "2022-12-31", "100"), runs(t, "c", "p", "", "2023-06-30", "300"),
				runs(t, "d", "p", "", "2023-12-31", "250"), runs(t, "e", "p", "", "2024-12-31", "400"), runs(t, "f", "p", "", "2025-12-31", "410"),
			},
			[]string{"p 2022 50", "p 2023 150..300", "p 2024 0..150", "p 2025 10"},
		},
		"two numbers of one day": {
			[]*incident.Record{runs(t, "a", "p", "", "2021-12-31", "90"), runs(t, "b", "p", "", "2022-06-01", "100"), runs(t, "c", "p", "", "2022-06-01", "130"), runs(t, "d", "p", "", "2022-12-31", "140")},
			[]string{"p 2022 50"},
		},
		"a correction alone": {
			[]*incident.Record{runs(t, "b", "p", "", "2022-06-01", "100"), runs(t, "c", "p", "", "2022-06-01", "130")},
			[]string{},
		},
		"some day of ten years": {
			[]*incident.Record{runs(t, "a", "p", "", "2021-12-31", "100"), runs(t, "b", "p", "", "2022-12-31", "150"), runs(t, "c", "p", "", "202X", "90")},
			[]string{"p 2022 50"},
		},
		"two who do not say who they are": {
			[]*incident.Record{runs(t, "a", "", "", "2021-12-31", "100"), runs(t, "b", "", "", "2022-12-31", "150")},
			[]string{},
		},
		"since long ago": {
			[]*incident.Record{runs(t, "a", "p", "0024-01-01", "2024-12-31", "100")},
			[]string{
				"p 2014 0..100", "p 2015 0..100", "p 2016 0..100", "p 2017 0..100", "p 2018 0..100", "p 2019 0..100", "p 2020 0..100", "p 2021 0..100", "p 2022 0..100",
				"p 2023 0..100", "p 2024 0..100",
			},
		},
		"a month": {
			[]*incident.Record{runs(t, "a", "p", "", "2022-12", "100"), runs(t, "b", "p", "", "2024-01", "250")},
			[]string{"p 2023 0..150"},
		},
	} {
		for range 2 {
			slices.Reverse(c.records)
			got := increments(t, c.records...)
			if !slices.Equal(got, c.want) {
				t.Errorf("%s: %q, want %q", name, got, c.want)
			}
		}
	}
}

// TestIncrementsHoldTheTruth makes up a total that grows day by day, of which some
// days are told, exactly or not: what it grew by lies within the bounds.
func TestIncrementsHoldTheTruth(t *testing.T) {
	rng := rand.New(rand.NewPCG(20, 24))
	start, _ := incident.MakeDay(2020, 1, 1)
	told := 0
	for trial := range 300 {
		truth := make([]int64, 5*366)
		for i := 1; i < len(truth); i++ {
			truth[i] = truth[i-1]
			if rng.IntN(9) == 0 {
				truth[i] += rng.Int64N(20)
			}
		}
		at := func(year, month, day int) int64 {
			d, _ := incident.MakeDay(year, month, day)
			return truth[max(0, min(len(truth)-1, int(d-start)))]
		}
		var records []*incident.Record
		for i := range 2 + rng.IntN(6) {
			day := start + incident.Day(rng.IntN(5*365))
			if rng.IntN(3) == 0 {
				day, _ = incident.MakeDay(2020+rng.IntN(4), 12, 31)
			}
			n := truth[day-start]
			count := []string{fmt.Sprint(n), fmt.Sprintf("%d..%d", n-min(n, rng.Int64N(30)), n+rng.Int64N(30)), fmt.Sprintf(">=%d", n-min(n, rng.Int64N(9))), fmt.Sprintf("<=%d", n+rng.Int64N(9))}[rng.IntN(4)]
			to := day.String()
			if rng.IntN(4) == 0 {
				to = to[:len("2024-03")] // some day of the month
			}
			records = append(records, runs(t, fmt.Sprint("r", i), "p", "", to, count))
		}
		all := slices.Collect(gather(t, records).Accounts(stats.Default, incident.Date{}))
		for _, i := range stats.Increments(all) {
			grew := at(i.Year, 12, 31) - at(i.Year-1, 12, 31)
			low, high, open := i.Count.Interval()
			if i.Count.IsZero() || grew < low || !open && grew > high {
				t.Fatalf("trial %d: %d grew by %d, not %v", trial, i.Year, grew, i.Count)
			}
			if best, ok := i.Count.Best(); ok && low == high && best != grew {
				t.Fatalf("trial %d: %d grew by %d, not %d", trial, i.Year, grew, best)
			}
			if !open {
				told++
			}
		}
	}
	if told < 100 {
		t.Errorf("only %d years were bounded", told)
	}
}
