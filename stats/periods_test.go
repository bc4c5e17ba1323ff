package stats

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// spoken is "ministry to 2024-03-30 = 250", a running total, or "paper 2024-01 2024-03 =
// 75", a period.
func spoken(t *testing.T, id, text string) *incident.Record {
	t.Helper()
	words := strings.Fields(text)
	from, accrual := words[1], incident.AccrualPeriod
	if from == "to" {
		from, accrual = "", incident.AccrualCumulative
	} else if since, ok := strings.CutPrefix(from, "since:"); ok {
		from, accrual = since, incident.AccrualCumulative
	}
	r := total(t, id, words[0], accrual, from, words[2], words[4])
	r.Occurred = incident.Date{}
	return r
}

func TestPeriods(t *testing.T) {
	months := func(n int, count string) (all []string) {
		for i := range n {
			month := fmt.Sprintf("2024-%02d", i+1)
			all = append(all, "ministry "+month+" "+month+" = "+count)
		}
		return all
	}
	for name, c := range map[string]struct {
		said []string
		want string // codes with the ids of the sides
	}{
		"within a running total":             {[]string{"ministry to 2024-03-30 = 250", "paper 2024-01 2024-02 = 75"}, ""},
		"more than the running total":        {[]string{"ministry to 2024-03-30 = 250", "paper 2024-01 2024-02 = 251"}, "account.window 0 1"},
		"at least so many more":              {[]string{"ministry to 2024-03-30 = ~250", "paper 2024-01 2024-02 = >274"}, ""},
		"later than the running total":       {[]string{"ministry to 2024-03-30 = 250", "paper 2024-03 2024-04 = 900"}, ""},
		"before the running total began":     {[]string{"ministry since:2024-02 2024-03-30 = 250", "paper 2024-01 2024-03 = 900"}, ""},
		"more than it grew":                  {[]string{"ministry to 2023-12-31 = 200", "ministry to 2024-03-31 = 250", "paper 2024-01 2024-03 = 51"}, "account.window 1 0 2"},
		"as much as it grew":                 {[]string{"ministry to 2023-12-31 = 200", "ministry to 2024-03-31 = 250", "paper 2024-01 2024-03 = 50"}, ""},
		"than another publisher's grew":      {[]string{"ministry to 2023-12-31 = 200", "embassy to 2024-03-31 = 250", "paper 2024-01 2024-03 = 51"}, ""},
		"a year of all its months":           {append(months(12, "10"), "ministry 2024 2024 = 120"), ""},
		"a year of more":                     {append(months(12, "10"), "ministry 2024 2024 = 119"), "account.parts 12 0 1 2 3 4 5 6 7 8 9 10 11"},
		"a year of less":                     {append(months(12, "10"), "ministry 2024 2024 = 121"), "account.parts 12 0 1 2 3 4 5 6 7 8 9 10 11"},
		"a year of some months":              {append(months(11, "10"), "ministry 2024 2024 = 500"), ""},
		"a year of fewer than its months":    {append(months(3, "10"), "ministry 2024 2024 = 29"), "account.parts 3 0 1 2"},
		"a year of months about":             {append(months(12, "~10"), "ministry 2024 2024 = 125"), ""},
		"quarters and months":                {append(months(3, "10"), "ministry 2024-01 2024-03 = 30", "ministry 2024-01 2024-06 = 60", "ministry 2024-04 2024-06 = 30"), ""},
		"a quarter and a half year of less":  {append(months(3, "10"), "ministry 2024-01 2024-03 = 30", "ministry 2024-04 2024-06 = 30", "ministry 2024-01 2024-06 = 59"), "account.parts 5 0 1 2 4"},
		"periods that overlap are no parts":  {[]string{"ministry 2024-01 2024-03 = 30", "ministry 2024-02 2024-04 = 30", "ministry 2024 2024 = 45"}, ""},
		"two days that are stated otherwise": {[]string{"ministry 2024-01-01 2024-12-31 = 30", "paper 2024-01 2024-12 = 31"}, ""},
	} {
		var records []*incident.Record
		for i, text := range c.said {
			records = append(records, spoken(t, fmt.Sprint(i), text))
		}
		for range 3 {
			rand.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
			var got []string
			for _, conflict := range only(t, nil, records...).Conflicts {
				if conflict.Code != incident.CodeAccountWindow && conflict.Code != incident.CodeAccountParts {
					continue
				}
				var ids []string
				for _, claim := range conflict.Claims {
					ids = append(ids, claim.Record.ID)
				}
				got = append(got, string(conflict.Code)+" "+strings.Join(ids, " "))
			}
			// Periods of which neither contains the other are named as such elsewhere.
			got = slices.DeleteFunc(got, func(text string) bool { return text == "account.window 0 1" && strings.Contains(name, "overlap") })
			if strings.Join(got, "; ") != c.want {
				t.Errorf("%s: %q, want %q", name, got, c.want)
			}
		}
	}
}

// TestCase41 is a ministry's series over two years, told by others: five statements
// agree with it, seven conflict, and no two periods that overlap are added.
func TestCase41(t *testing.T) {
	agree := []*incident.Record{
		spoken(t, "a1", "ministry to 2022-12-31 = 100"),
		spoken(t, "a2", "ministry to 2023-12-31 = 250"),
		spoken(t, "a3", "paper to 2023-12-31 = ~250"),
		spoken(t, "a4", "radio 2023-10 2023-12 = 75"),
		spoken(t, "a5", "ministry to 2024-06-30 = >=300"),
	}
	if a := only(t, nil, agree...); len(a.Conflicts) > 0 {
		t.Errorf("statements that agree: %v", codes(a))
	}
	for want, r := range map[incident.Code]*incident.Record{
		incident.CodeAccountShrank:   spoken(t, "c1", "ministry to 2024-03-31 = 240"),
		incident.CodeAccountDisagree: spoken(t, "c2", "news to 2023-12-31 = 290"),
		incident.CodeAccountWindow:   spoken(t, "c3", "radio 2023-02 2023-11 = 180"),
		incident.CodeAccountParts:    spoken(t, "c4", "radio 2023-10-01 2023-11 = 76"),
		incident.CodeAccountStale: with(spoken(t, "c5", "ministry to 2023-06-30 = 180"), func(r *incident.Record) {
			r.Published = date(t, "2024-05-01")
		}),
		incident.CodeAccountDefinition: with(spoken(t, "c6", "news to 2023-12-31 = 250"), func(r *incident.Record) {
			r.Figures[0].Accrual, r.Figures[0].To = incident.AccrualEvent, incident.Date{}
		}),
		incident.CodeAccountCopy: with(spoken(t, "c7", "news to 2023-12-31 = 250"), func(r *incident.Record) { r.DerivedFrom = []string{"a2"} }),
	} {
		a := only(t, nil, append(slices.Clip(agree), r)...)
		if got := codes(a); !slices.Contains(got, want) {
			t.Errorf("%s: %v, want %s", r.ID, got, want)
		}
	}
	// Low, best and high of two periods that overlap: at least the larger, and no more is known.
	overlapping := []*incident.Record{spoken(t, "p1", "ministry 2024-01 2024-03 = 75"), spoken(t, "p2", "ministry 2024-02 2024-04 = 60")}
	a := only(t, nil, overlapping...)
	tally := NewTally(Sum(incident.Freed))
	if err := tally.Add(a); err != nil {
		t.Fatal(err)
	}
	row := rowsOf(tally)[0].Sums[0]
	if low, _ := row.Count.Low(); low != 75 || row.Lost&(incident.LostBest|incident.LostHigh) != incident.LostBest|incident.LostHigh {
		t.Errorf("two periods that overlap come to %v, lost %v", row.Count, row.Lost)
	}
	if got := codes(a); !slices.Contains(got, incident.CodeAccountWindow) {
		t.Errorf("two periods that overlap: %v", got)
	}
}
