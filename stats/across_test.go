package stats

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// on sets when a record's event happened.
func on(t *testing.T, r *incident.Record, day string) *incident.Record {
	t.Helper()
	r.Occurred = date(t, day)
	return r
}

// from sets who says a record, and when.
func from(t *testing.T, r *incident.Record, publisher, published string) *incident.Record {
	t.Helper()
	r.Source.Name = publisher
	if published != "" {
		r.Published = date(t, published)
	}
	return r
}

// TestContradictionsAcrossRecords: what several records say of one event contradicts
// itself or does not, in any order.
func TestContradictionsAcrossRecords(t *testing.T) {
	indians := incident.Group{Nationality: "IN"}
	of := func(r *incident.Record, g incident.Group) *incident.Record {
		for i := range r.Figures {
			r.Figures[i].Group = g
		}
		return r
	}
	for name, c := range map[string]struct {
		records []*incident.Record
		want    string // code and ids of the sides
	}{
		"a loose number covers two that differ": {
			[]*incident.Record{with(said(t, "a", "e", ">=20"), func(r *incident.Record) { r.Source.Kind = incident.Government }), said(t, "b", "e", "20"), said(t, "c", "e", "25")},
			"account.disagree a b c",
		},
		"about a number between two":       {[]*incident.Record{with(said(t, "a", "e", "~100"), func(r *incident.Record) { r.Source.Kind = incident.Police }), said(t, "b", "e", "92"), said(t, "c", "e", "108")}, "account.disagree a b c"},
		"about two that agree":             {[]*incident.Record{with(said(t, "a", "e", "~100"), func(r *incident.Record) { r.Source.Kind = incident.Police }), said(t, "b", "e", "92"), said(t, "c", "e", ">=92")}, ""},
		"parts of two records exceed":      {[]*incident.Record{said(t, "a", "e", "100", "CN", "70"), said(t, "b", "e", "", "VN", "40")}, "account.parts a a b"},
		"parts of two records fit":         {[]*incident.Record{said(t, "a", "e", "100", "CN", "70"), said(t, "b", "e", "", "VN", "30")}, ""},
		"vague parts of two records fit":   {[]*incident.Record{said(t, "a", "e", "21", "CN", "~21"), said(t, "b", "e", "", "VN", "<=3")}, ""},
		"home, or waiting, and freed":      {[]*incident.Record{counted(t, "a", "e", "freed 12", "returned 9", "awaiting 5")}, "account.flow a a a"},
		"waiting, as another says":         {[]*incident.Record{counted(t, "a", "e", "freed 12", "returned 9"), counted(t, "b", "e", "awaiting 5")}, ""},
		"Indians home, and all freed":      {[]*incident.Record{said(t, "a", "e", "100"), of(counted(t, "b", "e", "returned 130"), indians)}, "account.flow b a"},
		"all home, and Indians freed":      {[]*incident.Record{of(said(t, "a", "e", "100"), indians), counted(t, "b", "e", "returned 130")}, ""},
		"totals of two publishers":         {[]*incident.Record{spoken(t, "a", "embassy since:2024-01-01 2024-06-30 = 620"), spoken(t, "b", "police since:2024 2024-12-31 = 500")}, "account.window b a"},
		"totals that begin on another day": {[]*incident.Record{spoken(t, "a", "embassy since:2023 2024-06-30 = 620"), spoken(t, "b", "police since:2024 2024-12-31 = 500")}, ""},
		"totals of an unknown beginning":   {[]*incident.Record{spoken(t, "a", "embassy to 2024-06-30 = 620"), spoken(t, "b", "police to 2024-12-31 = 500")}, ""},
		"an old total as that of a later day": {
			[]*incident.Record{
				from(t, spoken(t, "a", "embassy to 2024-05-26 = 428"), "embassy", "2024-05-27"), from(t, spoken(t, "b", "embassy to 2024-08-07 = 548"), "embassy", "2024-08-08"),
				from(t, spoken(t, "c", "news to 2024-09-10 = 428"), "news", "2024-09-11"),
			},
			"account.stale b c",
		},
		"an old total, and a lower one between": {
			[]*incident.Record{
				from(t, spoken(t, "a", "embassy to 2024-05-26 = 428"), "embassy", "2024-05-27"), from(t, spoken(t, "b", "police to 2024-08-07 = 400"), "police", "2024-08-08"),
				from(t, spoken(t, "c", "news to 2024-09-10 = 428"), "news", "2024-09-11"),
			},
			"",
		},
		"an old total, and a higher one published later": {
			[]*incident.Record{
				from(t, spoken(t, "a", "embassy to 2024-05-26 = 428"), "embassy", "2024-05-27"), from(t, spoken(t, "b", "police to 2024-08-07 = 548"), "police", "2024-10-08"),
				from(t, spoken(t, "c", "news to 2024-09-10 = 428"), "news", "2024-09-11"),
			},
			"",
		},
		"a total that fell is one conflict": {[]*incident.Record{spoken(t, "a", "embassy since:2024 2024-06-30 = 620"), spoken(t, "b", "embassy since:2024 2024-12-31 = 500")}, "account.shrank b a"},
		"parts on which two lists disagree": {
			[]*incident.Record{said(t, "a", "e", "60", "KE", "42", "UG", "10", "BI", "8"), from(t, said(t, "b", "e", "60", "KE", "46", "UG", "10"), "later", "2024-03-16")},
			"account.disagree b a",
		},
		"an old total told again as old": {
			[]*incident.Record{
				from(t, spoken(t, "a", "embassy to 2024-05-26 = 428"), "embassy", "2024-05-27"), from(t, spoken(t, "b", "embassy to 2024-08-07 = 548"), "embassy", "2024-08-08"),
				from(t, spoken(t, "c", "news to 2024-05-26 = 428"), "news", "2024-09-11"),
			},
			"",
		},
		"one window in two forms": {[]*incident.Record{spoken(t, "a", "embassy 2024 2024 = 180"), spoken(t, "b", "police 2024-01-01 2024-12-31 = 190")}, "account.disagree a b"},
		"a total of one subdivision": {
			[]*incident.Record{
				from(t, spoken(t, "a", "m to 2024-08-31 = 635"), "m", ""),
				with(from(t, spoken(t, "b", "m to 2024-09-15 = 120"), "m", ""), func(r *incident.Record) { r.Place.Admin1 = "KH-1" }),
			},
			"",
		},
	} {
		for range 4 {
			rand.Shuffle(len(c.records), func(i, j int) { c.records[i], c.records[j] = c.records[j], c.records[i] })
			var got []string
			for _, conflict := range only(t, nil, c.records...).Conflicts {
				var text strings.Builder
				text.WriteString(string(conflict.Code))
				for _, claim := range conflict.Claims {
					text.WriteString(" " + claim.Record.ID)
				}
				got = append(got, text.String())
			}
			if strings.Join(got, "; ") != c.want {
				t.Errorf("%s: %q, want %q", name, got, c.want)
			}
		}
	}
}

// TestNobodyIsAddedTwice: numbers of one event that may be those of other days, but
// need not, are not added.
func TestNobodyIsAddedTwice(t *testing.T) {
	for name, c := range map[string]struct {
		records []*incident.Record
		want    string
	}{
		"a window in two forms":            {[]*incident.Record{spoken(t, "a", "embassy 2024 2024 = 180"), spoken(t, "b", "police 2024-01-01 2024-12-31 = 190")}, "180"},
		"three days apart, with one part":  {[]*incident.Record{on(t, said(t, "a", "e", "100", "CN", "60"), "2025-06-10"), on(t, said(t, "b", "e", "103", "CN", "60"), "2025-06-13")}, ">102"},
		"three days apart, of other parts": {[]*incident.Record{on(t, said(t, "a", "e", "100", "CN", "60"), "2025-06-10"), on(t, said(t, "b", "e", "103", "CN", "61"), "2025-06-13")}, "203"},
		"ages that overlap in a table": {
			rowsIn(with(said(t, "a", "e", "", "", "5", "", "7"), func(r *incident.Record) { r.Figures[0].Group.Age, r.Figures[1].Group.Age = "18-24", "20-30" })), ">6",
		},
		"a month and a day before it": {[]*incident.Record{on(t, said(t, "a", "e", "52"), "2025-05-31"), on(t, said(t, "b", "e", "52"), "2025-06")}, ">51"},
		"a month and a day in it":     {[]*incident.Record{on(t, said(t, "a", "e", "52"), "2025-06-30"), on(t, said(t, "b", "e", "52"), "2025-06")}, "52"},
	} {
		for range 2 {
			slices.Reverse(c.records)
			tally := NewTally(Sum(incident.Freed))
			if err := tally.Add(only(t, nil, c.records...)); err != nil {
				t.Fatal(err)
			}
			if got := rowsOf(tally)[0].Sums[0].Count.String(); got != c.want {
				t.Errorf("%s: %s, want %s", name, got, c.want)
			}
		}
	}
}

// TestCoverageLeavesOut: what was perhaps taken for an event by mistake, and what
// happened in another subdivision, is in no running total.
func TestCoverageLeavesOut(t *testing.T) {
	total := runningTotal(t, "", "2024-12-31", "250")
	misread := home(t, "total", "2024-12-31", "KH", "IN", "250")
	misread.ID = "misread"
	flight := home(t, "flight", "2024-05-01", "KH", "IN", "60")
	all := CoverageOf(slices.Collect(reconcile(t, []*incident.Record{total, misread, flight}).Accounts(nil, incident.Date{})))
	if len(all) != 1 || all[0].Covered != incident.Exactly(60) || !slices.Equal(all[0].Events, []string{"flight"}) {
		t.Errorf("%+v", all)
	}
	for place, want := range map[string]string{"KH-1": "[flight] 0", "KH-2": "[] 0", "": "[] 1"} {
		total.Place.Admin1, flight.Place.Admin1 = "KH-1", place
		got := CoverageOf(slices.Collect(reconcile(t, []*incident.Record{total, flight}).Accounts(nil, incident.Date{})))
		if text := fmt.Sprint(got[0].Events, got[0].Uncertain); strings.ReplaceAll(text, "]0", "] 0") != want && text != want {
			t.Errorf("in %q: %s, want %s", place, text, want)
		}
	}
}

// TestDifference: by how many the sides of a conflict are apart at least.
func TestDifference(t *testing.T) {
	for name, c := range map[string]struct {
		records []*incident.Record
		want    int64
	}{
		"two numbers":          {[]*incident.Record{said(t, "a", "e", "30"), said(t, "b", "e", "50")}, 20},
		"three numbers":        {[]*incident.Record{said(t, "a", "e", "30"), said(t, "b", "e", "50"), said(t, "c", "e", ">=60")}, 30},
		"about":                {[]*incident.Record{said(t, "a", "e", "30"), said(t, "b", "e", "~50")}, 15},
		"a list of one record": {[]*incident.Record{said(t, "a", "e", "30", "IN", "20", incident.Other, "7")}, 3},
		"lists of two":         {[]*incident.Record{said(t, "a", "e", "100", "CN", "70"), said(t, "b", "e", "", "VN", "40")}, 10},
		"a flow":               {[]*incident.Record{counted(t, "a", "e", "freed 12", "returned 9", "awaiting 5")}, 2},
		"a year and months":    {[]*incident.Record{spoken(t, "a", "m 2024 2024 = 30"), spoken(t, "b", "m 2024-01 2024-03 = 20"), spoken(t, "c", "m 2024-04 2024-06 = 14")}, 4},
		"more than it grew":    {[]*incident.Record{spoken(t, "a", "m to 2023-12-31 = 200"), spoken(t, "b", "m to 2024-03-31 = 250"), spoken(t, "c", "paper 2024-01 2024-03 = 57")}, 7},
		"a fall":               {[]*incident.Record{spoken(t, "a", "m to 2023-12-31 = 200"), spoken(t, "b", "m to 2024-03-31 = 150")}, 50},
		"dates":                {[]*incident.Record{on(t, said(t, "a", "e", "30"), "2024-03-12"), on(t, said(t, "b", "e", "30"), "2024-03-13")}, 0},
	} {
		conflicts := only(t, nil, c.records...).Conflicts
		if len(conflicts) != 1 || conflicts[0].Difference != c.want {
			t.Errorf("%s: %d conflicts, %+v, want %d", name, len(conflicts), conflicts, c.want)
		}
	}
}
