package tableio

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// returns is a record of a ministry: 75 came home in March 2024, 250 did from 2024 on.
func returns(t *testing.T) []*stats.Account {
	t.Helper()
	one := &incident.Record{
		Kind: incident.KindRescue, ID: "march", Event: "flight", Occurred: date(t, "2024-03-02"), Place: incident.Place{Country: "KH"},
		Source: incident.Source{Name: "Ministry"},
		Figures: []incident.Figure{
			{Measure: incident.Freed, Count: incident.Exactly(80), Accrual: incident.AccrualEvent},
			{Measure: incident.Returned, Count: incident.Exactly(75), Accrual: incident.AccrualEvent},
		},
	}
	other := &incident.Record{
		Kind: incident.KindTally, ID: "year", Place: incident.Place{Country: "KH"}, Source: incident.Source{Name: "Ministry"},
		Figures: []incident.Figure{
			{Measure: incident.Returned, Count: incident.Exactly(250), Accrual: incident.AccrualCumulative, From: date(t, "2024"), To: date(t, "2024-12-31")},
			{Measure: incident.Complaints, Count: incident.Exactly(1000), Accrual: incident.AccrualPeriod, From: date(t, "2024"), To: date(t, "2024")},
			{Measure: incident.Share, Count: incident.Exactly(48), Accrual: incident.AccrualPeriod, From: date(t, "2024"), To: date(t, "2024"), Unit: "complaints"},
		},
	}
	r := stats.NewReconciler(nil)
	for _, rec := range []*incident.Record{one, other} {
		if err := r.Add(rec); err != nil {
			t.Fatal(err)
		}
	}
	return slices.Collect(r.Accounts(nil, incident.Date{}))
}

func TestOutlookAsJSON(t *testing.T) {
	all := returns(t)
	for name, c := range map[string]struct {
		object any
		want   string
	}{
		"increments": {
			IncrementsOf(stats.Increments(all)),
			`[{"publisher":"Ministry","measure":"returned","group":{},"place":"KH","from":"2024","year":2024,"best":250,"low":250,"high":250}]`,
		},
		"coverage": {
			CoverageOf(stats.CoverageOf(all)),
			`[{"publisher":"Ministry","measure":"returned","group":{},"place":"KH","accrual":"cumulative","from":"2024","to":"2024-12-31","best":250,"low":250,"high":250,"id":"year",` +
				`"events":["flight"],"uncertain":0,"covered":{"best":75,"low":75,"high":75},"missing":{"best":175,"low":175,"high":175},"exceeded":false}]`,
		},
		"portions": {
			PortionsOf(stats.Portions(all)),
			`[{"publisher":"Ministry","of":"complaints","group":{},"from":"2024","to":"2024","share":{"id":"year","count":"48"},"base":{"id":"year","count":"1000"},"best":null,"low":475,"high":485}]`,
		},
		"flow": {
			FlowOf(stats.FlowOf(all...)),
			`{"stages":[{"stage":"out","best":80,"low":80,"high":80,"events":1,"bounds":{"best":80,"low":80,"high":80},"unaccounted":{"best":5,"low":5,"high":5},"last":{"best":null,"low":null,"high":null},"lastEvents":0},` +
				`{"stage":"returned","best":75,"low":75,"high":75,"events":1,"bounds":{"best":75,"low":75,"high":75},"unaccounted":{"best":null,"low":null,"high":null},"last":{"best":75,"low":75,"high":75},"lastEvents":1}],` +
				`"passages":[{"from":"out","to":"returned","best":75,"low":75,"high":75,"events":1}],"exceeded":[]}`,
		},
		"an excess": {
			FlowOf(&stats.Flow{Exceeded: []stats.Excess{{Event: "raid", From: stats.Out, To: stats.Returned, Before: incident.Exactly(8), After: incident.Exactly(28)}}}),
			`{"stages":[],"passages":[],"exceeded":[{"event":"raid","from":"out","to":"returned","before":{"best":8,"low":8,"high":8},"after":{"best":28,"low":28,"high":28}}]}`,
		},
		"nothing": {[]any{IncrementsOf(nil), CoverageOf(nil), PortionsOf(nil)}, `[[],[],[]]`},
	} {
		got, err := json.Marshal(c.object)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %s, %v\nwant %s", name, got, err, c.want)
		}
	}
}

func TestOutlookForPeople(t *testing.T) {
	all := returns(t)
	covered := stats.CoverageOf(all)
	covered[0].Uncertain, covered[0].Exceeded = 2, true
	for name, c := range map[string]struct {
		table *Table
		want  []string
	}{
		"increments": {FromIncrements(stats.Increments(all)), []string{"Ministry", "People returned home, Cambodia (since 2024)", "2024", "250"}},
		"coverage": {FromCoverage(stats.CoverageOf(all)), []string{
			"Ministry", "People returned home, Cambodia (2024 to 2024-12-31)", "250", "1", "75", "175",
		}},
		"exceeded": {FromCoverage(covered), []string{
			"Ministry", "People returned home, Cambodia (2024 to 2024-12-31)", "250", "1, perhaps 3", "75", "the events come to more",
		}},
		"flow": {FromFlow(stats.FlowOf(all...)), []string{"Freed or escaped", "80", "1", "75 returned home", "5", ""}},
	} {
		var got []string
		for _, cell := range c.table.Rows[0] {
			got = append(got, cell.Words())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	for s := stats.Reported; s.String() != ""; s++ {
		if words := StageWords(s); words == "" || strings.Contains(words, "  ") {
			t.Errorf("%v is %q", s, words)
		}
	}
	if StageWords(stats.Retrafficked+1) != "" {
		t.Error("what is no stage has a name")
	}
}
