package stats

import (
	"slices"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// inWindow is a record of how many were returned between two days.
func inWindow(t *testing.T, id, from, to string, n int64) *incident.Record {
	t.Helper()
	r := said(t, id, "e", "")
	r.Occurred = incident.Date{}
	r.Figures = []incident.Figure{{
		Measure: incident.Returned, Accrual: incident.AccrualPeriod, From: date(t, from), To: date(t, to), Count: incident.Exactly(n), Label: "by air",
	}}
	return r
}

// cumulative makes figures running totals.
func cumulative(r *incident.Record) {
	for i := range r.Figures {
		r.Figures[i].Accrual = incident.AccrualCumulative
	}
}

// TestLooseWindowsAreOpen: of windows that are one but for a few days a sum keeps the
// number; of those that share but two months of three there are perhaps more people.
func TestLooseWindowsAreOpen(t *testing.T) {
	for to, want := range map[string]string{"2024-04-02": "75", "2024-04-30": ">74"} {
		from := map[string]string{"2024-04-02": "2024-01-03", "2024-04-30": "2024-02-01"}[to]
		a, b := inWindow(t, "a", "2024-01-01", "2024-03-31", 75), inWindow(t, "b", from, to, 75)
		a.Figures[0].Label, b.Figures[0].Label = "", ""
		tally := NewTally(Sum(incident.Returned))
		if err := tally.Add(only(t, nil, a, b)); err != nil {
			t.Fatal(err)
		}
		if got := rowsOf(tally)[0].Sums[0].Count.String(); got != want {
			t.Errorf("%s to %s: %s, want %s", from, to, got, want)
		}
	}
}

// TestWindowsOfOneClaim: the last three months, said on two days, are one claim; two
// quarters are two, whatever the number, and so are two lines of one report.
func TestWindowsOfOneClaim(t *testing.T) {
	twice := inWindow(t, "a", "2024-01-01", "2024-03-30", 75)
	twice.Figures = append(twice.Figures, inWindow(t, "a", "2024-01-02", "2024-03-31", 75).Figures...)
	for name, c := range map[string]struct {
		records []*incident.Record
		want    []int // claims of each figure
	}{
		"said on two days":     {[]*incident.Record{inWindow(t, "a", "2024-01-01", "2024-03-30", 75), inWindow(t, "b", "2024-01-03", "2024-04-01", 75)}, []int{2}},
		"said by the month":    {[]*incident.Record{inWindow(t, "a", "2024-01", "2024-03", 75), inWindow(t, "b", "2024-01-03", "2024-03-30", 75)}, []int{2}},
		"other numbers":        {[]*incident.Record{inWindow(t, "a", "2024-01-01", "2024-03-30", 75), inWindow(t, "b", "2024-01-03", "2024-04-01", 76)}, []int{1, 1}},
		"two quarters":         {[]*incident.Record{inWindow(t, "a", "2024-01", "2024-03", 75), inWindow(t, "b", "2024-04", "2024-06", 75)}, []int{1, 1}},
		"share less than half": {[]*incident.Record{inWindow(t, "a", "2024-01", "2024-03", 75), inWindow(t, "b", "2024-03", "2024-05", 75)}, []int{1, 1}},
		"a month of the year":  {[]*incident.Record{inWindow(t, "a", "2024", "2024", 75), inWindow(t, "b", "2024-03", "2024-03", 75)}, []int{2}},
		"share just half":      {[]*incident.Record{inWindow(t, "a", "2024-01-01", "2024-01-20", 75), inWindow(t, "b", "2024-01-11", "2024-01-30", 75)}, []int{2}},
		"share less by a day":  {[]*incident.Record{inWindow(t, "a", "2024-01-01", "2024-01-20", 75), inWindow(t, "b", "2024-01-12", "2024-01-31", 75)}, []int{1, 1}},
		"running totals": {[]*incident.Record{
			with(inWindow(t, "a", "2024-01-01", "2024-03-30", 75), cumulative), with(inWindow(t, "b", "2024-01-01", "2024-04-01", 75), cumulative),
		}, []int{1, 1}},
		"the longest of three": {[]*incident.Record{
			inWindow(t, "a", "2024-01-01", "2024-01-10", 75), inWindow(t, "b", "2024-01-01", "2024-02-20", 75), inWindow(t, "c", "2024-02-10", "2024-02-25", 75),
		}, []int{3}},
		"one report":           {[]*incident.Record{twice}, []int{1, 1}},
		"an end is not stated": {[]*incident.Record{inWindow(t, "a", "", "2024-03", 75), inWindow(t, "b", "2024-01", "2024-03", 75)}, []int{1, 1}},
	} {
		for range 2 {
			a := only(t, Default, c.records...)
			var got []int
			for i := range a.Figures {
				got = append(got, len(a.Figures[i].Claims))
			}
			if !slices.Equal(got, c.want) || len(a.Conflicts) > 0 {
				t.Errorf("%s: claims %v, want %v; %d conflicts", name, got, c.want, len(a.Conflicts))
			}
			slices.Reverse(c.records)
		}
	}
}
