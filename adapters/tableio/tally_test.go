package tableio

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// published returns a tally of events in KH, each said by another publisher and
// so many times by one more, and of one event in MM.
func published(t *testing.T, publishers, often int) *stats.Tally {
	t.Helper()
	tally := stats.NewTally(stats.By(stats.Country), stats.Sum(incident.Freed), stats.Top(stats.Source, 2), stats.Distinct(stats.Source))
	add := func(country, event, publisher string) {
		rec := &incident.Record{
			Kind: incident.KindRescue, ID: event, Event: event, Place: incident.Place{Country: country}, Source: incident.Source{Name: publisher},
			Figures: []incident.Figure{{Measure: incident.Freed, Count: incident.Exactly(1), Accrual: incident.AccrualEvent}},
		}
		if err := tally.Add(stats.AccountOf(rec)); err != nil {
			t.Fatal(err)
		}
	}
	for i := range publishers {
		add("KH", fmt.Sprint("event ", i), fmt.Sprint("paper ", i))
	}
	for i := range often {
		add("KH", fmt.Sprint("more ", i), "daily;")
	}
	add("MM", "only", "daily;")
	return tally
}

var publishedColumns = TallyColumns{
	By: []stats.Dimension{stats.Country}, Sums: []incident.Measure{incident.Freed}, Top: stats.Source, Distinct: stats.Source,
}

// TestEstimatesSaySo has a row with more publishers than are kept exactly, and
// one with as many as are.
func TestEstimatesSaySo(t *testing.T) {
	exact := made(t, "csv", FromTally(published(t, stats.ExactValues-1, 700), publishedColumns))
	want := "country,freed_best,freed_low,freed_high,freed_lost,events,records,top_source,distinct_source\n" +
		`KH,2747,2747,2747,,2747,2747,daily\;:700;paper 0:1,2048` + "\n" +
		`MM,1,1,1,,1,1,daily\;:1,1` + "\n"
	if d := cmp.Diff(want, strings.ReplaceAll(exact, `"`, "")); d != "" {
		t.Error("exact: -want +got", d)
	}
	tally := published(t, stats.ExactValues, 700)
	var top []stats.Tallied
	var distinct int64
	for row := range tally.Rows() {
		if row.Key[0] == "KH" {
			top, distinct = row.Top, row.Distinct
		}
	}
	if top[0].Value != "daily;" || top[0].Events < 700 || top[0].Events > 708 || distinct < 1958 || distinct > 2140 {
		t.Fatalf("%v, %d distinct", top, distinct)
	}
	table := FromTally(tally, publishedColumns)
	want = "country,freed_best,freed_low,freed_high,freed_lost,events,records,top_source,top_source_error,distinct_source,distinct_source_error\n" +
		fmt.Sprintf(`KH,2748,2748,2748,,2748,2748,daily\;:~%d;%s:~%d,<=8,~%d,4.4%%`, top[0].Events, top[1].Value, top[1].Events, distinct) + "\n" +
		`MM,1,1,1,,1,1,daily\;:1,,1,` + "\n"
	if d := cmp.Diff(want, strings.ReplaceAll(made(t, "csv", table), `"`, "")); d != "" {
		t.Error("estimated: -want +got", d)
	}
	if words := table.Rows[0][9].Words(); !strings.HasPrefix(words, "about ") {
		t.Errorf("people read %q", words)
	}
	if words := table.Rows[0][8].Words(); words != Words(incident.AtMost(8)) {
		t.Errorf("people read %q", words)
	}
}

// TestOnlyWhatIsEstimatedHasAnError has each of the two alone.
func TestOnlyWhatIsEstimatedHasAnError(t *testing.T) {
	for name, c := range map[string]struct {
		options []stats.TallyOption
		columns TallyColumns
		want    string
	}{
		"top":      {[]stats.TallyOption{stats.Top(stats.Event, 1), stats.Distinct(stats.Country)}, TallyColumns{Top: stats.Event, Distinct: stats.Country}, "events,records,top_event,top_event_error,distinct_country"},
		"distinct": {[]stats.TallyOption{stats.Distinct(stats.Event), stats.Top(stats.Country, 1)}, TallyColumns{Distinct: stats.Event, Top: stats.Country}, "events,records,top_country,distinct_event,distinct_event_error"},
	} {
		tally := stats.NewTally(append(c.options, stats.Sum(incident.Freed))...)
		for i := range stats.ExactValues + 1 {
			rec := &incident.Record{
				Kind: incident.KindRescue, ID: "r", Event: fmt.Sprint(i), Place: incident.Place{Country: "KH"},
				Figures: []incident.Figure{{Measure: incident.Freed, Count: incident.Exactly(1), Accrual: incident.AccrualEvent}},
			}
			if err := tally.Add(stats.AccountOf(rec)); err != nil {
				t.Fatal(err)
			}
		}
		header, _, _ := strings.Cut(made(t, "csv", FromTally(tally, c.columns)), "\n")
		if header != c.want {
			t.Errorf("%s: %s, want %s", name, header, c.want)
		}
	}
}
