package tableio

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

func date(t testing.TB, s string) incident.Date {
	t.Helper()
	d, err := incident.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// records are three reports on one raid, one of them a running total beside it, and one of money lost.
func records(t testing.TB) []*incident.Record {
	t.Helper()
	event := func(m incident.Measure, c incident.Count, nationality string) incident.Figure {
		return incident.Figure{Measure: m, Count: c, Accrual: incident.AccrualEvent, Group: incident.Group{Nationality: nationality}}
	}
	police := incident.Source{Name: "Police", Kind: incident.Police}
	return []*incident.Record{
		{
			Kind: incident.KindRescue, ID: "a", Event: "raid", Published: date(t, "2024-03-14"), Occurred: date(t, "2024-03-13"),
			Place: incident.Place{Country: "PH"}, Source: police,
			Figures: []incident.Figure{event(incident.Freed, incident.Exactly(30), ""), event(incident.Freed, incident.Exactly(20), "CN"), event(incident.Freed, incident.Exactly(10), "VN")},
		},
		{
			Kind: incident.KindRescue, ID: "b", Event: "raid", Published: date(t, "2024-03-15"), Occurred: date(t, "2024-03-13"),
			Place: incident.Place{Country: "PH"}, Source: incident.Source{Name: "Paper", Kind: incident.Media},
			Figures: []incident.Figure{
				event(incident.Freed, incident.MoreThan(40), ""),
				{Measure: incident.Returned, Count: incident.AtMost(250), Accrual: incident.AccrualCumulative, To: date(t, "2024-03"), Group: incident.Group{Nationality: "IN"}},
				{Measure: incident.Freed, Count: incident.Exactly(2), Accrual: incident.AccrualEvent, Label: "guards", Beside: true},
			},
		},
		{
			Kind: incident.KindTally, ID: "c", Source: police,
			Figures: []incident.Figure{{Measure: incident.Lost, Count: incident.AtLeast(5000), Accrual: incident.AccrualEvent, Unit: "USD"}},
		},
	}
}

func accounts(t testing.TB) []*stats.Account {
	t.Helper()
	r := stats.NewReconciler(nil)
	for _, rec := range records(t) {
		if err := r.Add(rec); err != nil {
			t.Fatal(err)
		}
	}
	return slices.Collect(r.Accounts(stats.OfficialFirst, incident.Date{}))
}

func TestFromTally(t *testing.T) {
	by, sums := []stats.Dimension{stats.Country}, []incident.Measure{incident.Freed, incident.Lost}
	tally := stats.NewTally(stats.By(by...), stats.Sum(sums...), stats.Top(stats.Source, 2), stats.Distinct(stats.Event), stats.Quantiles())
	all := accounts(t)
	extra := stats.AccountOf(&incident.Record{Kind: incident.KindTally, ID: "d", Source: incident.Source{Name: `semi;colon\`}, Figures: []incident.Figure{
		{Measure: incident.Lost, Count: incident.Exactly(1), Accrual: incident.AccrualEvent, Unit: "EUR"},
	}})
	for _, a := range append(all, extra) {
		if err := tally.Add(a); err != nil {
			t.Fatal(err)
		}
	}
	got := made(t, "csv", FromTally(tally, TallyColumns{By: by, Sums: sums, Top: stats.Source, Distinct: stats.Event, Quantiles: []float64{0.5, 0.999}}))
	want := "country,freed_best,freed_low,freed_high,freed_lost,lost_best,lost_low,lost_high,lost_lost,events,records,top_source,distinct_event,freed_p50,freed_p99.9,lost_p50,lost_p99.9\n" +
		`,,,,,,,,unit,2,2,"Police:1;semi\;colon\\:1",0,,,1,4992` + "\n" +
		"PH,30,30,30,,,,,,1,2,Police:1,1,30,30,,\n"
	if d := cmp.Diff(want, got); d != "" {
		t.Error("-want +got", d)
	}
}

func TestObjects(t *testing.T) {
	all := accounts(t)
	totals, err := TotalsOf(all)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := LinesOf(all, stats.Nationality)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		value any
		want  string
	}{
		"totals": {totals, `[{"measure":"freed","best":30,"low":30,"high":30,"events":1,"accounts":2,"lost":[]},{"measure":"lost","unit":"USD","best":5000,"low":5000,"high":null,"events":1,"accounts":1,"lost":[]}]`},
		"lines": {lines, `[{"key":null,"measure":"lost","unit":"USD","best":5000,"low":5000,"high":null,"events":1},` +
			`{"key":"CN","measure":"freed","best":20,"low":20,"high":20,"events":1},{"key":"VN","measure":"freed","best":10,"low":10,"high":10,"events":1}]`},
		"conflicts": {ConflictsOf(all), `[{"event":"raid","measure":"freed","group":{},"code":"account.disagree","claims":[{"id":"a","count":"30"},{"id":"b","count":"\u003e40"}],"chosen":"a","why":"parts-add-up","difference":11}]`},
		"running":   {RunningOf(stats.RunningTotals(all)), `[{"publisher":"Paper","measure":"returned","group":{"nationality":"IN"},"place":"PH","accrual":"cumulative","from":null,"to":"2024-03","best":250,"low":null,"high":250,"id":"b"}]`},
		"excluded":  {ExclusionsOf(all), `[{"id":"b","path":"/figures/1","code":"account.running"},{"id":"b","path":"/figures/2","code":"account.beside"}]`},
		"none":      {[]any{ConflictsOf(nil), RunningOf(nil), ExclusionsOf(nil)}, `[[],[],[]]`},
	} {
		got, err := json.Marshal(c.value)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(c.want, string(got)); d != "" {
			t.Errorf("%s: -want +got %s", name, d)
		}
	}
	by := incident.NewBy(map[string]string{"exploitation": "Labour"})
	group, err := json.Marshal(GroupOf(incident.Group{Nationality: "IN", Sex: "F", Age: "child", Admin1: "IN-OD", Place: "KH", By: by}))
	if want := `{"nationality":"IN","sex":"F","age":"child","admin1":"IN-OD","place":"KH","by":{"exploitation":"Labour"}}`; err != nil || string(group) != want {
		t.Errorf("group %s, %v", group, err)
	}
}

func TestTablesOfAccounts(t *testing.T) {
	all := accounts(t)
	totals, err := TotalsOf(all)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := LinesOf(all, stats.Nationality)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		table *Table
		want  string
	}{
		"conflicts": {
			FromConflicts(all).Without("unit").Without("accrual").Without("from").Without("to").Without("country").Without("admin1").Without("nationality").
				Without("sex").Without("age").Without("group_admin1").Without("group_place").Without("group_by").Without("label").Without("beside"),
			"event,conflict,code,measure,id,publisher,count,chosen\nraid,1,account.disagree,freed,a,Police,30,chosen\nraid,1,account.disagree,freed,b,Paper,>40,\n",
		},
		"running": {
			FromRunning(stats.RunningTotals(all)),
			"publisher,measure,unit,accrual,from,to,country,admin1,nationality,sex,age,group_admin1,group_place,group_by,label,beside,best,low,high,id\n" +
				"Paper,returned,,cumulative,,2024-03,PH,,IN,,,,,,,,250,,250,b\n",
		},
		"totals": {FromTotals(totals), "measure,count,events,records\nfreed,30,1,2\nlost,>=5000,1,1\n"},
		"lines":  {FromLines(stats.Nationality, lines), "nationality,measure,count,events\n,lost,>=5000,1\nCN,freed,20,1\nVN,freed,10,1\n"},
		"exclusions": {
			FromExclusions(all).Without("fix"),
			"code,figures,records\naccount.beside,1,1\naccount.running,1,1\n",
		},
	} {
		if d := cmp.Diff(c.want, made(t, "csv", c.table)); d != "" {
			t.Errorf("%s: -want +got %s", name, d)
		}
	}
	figures := made(t, "csv", FromFigures(all))
	for _, want := range []string{
		"raid,freed,,event,,,,,,,,,,,,,30,30,30,a,Police,parts-add-up\n", "raid,freed,,event,,,,,CN,,,,,,,,20,20,20,a,Police,only-claim\n",
		"raid,freed,,event,,,,,,,,,,,guards,true,2,2,2,b,Paper,only-claim\n", ",lost,USD,event,,,,,,,,,,,,,5000,5000,,c,Police,only-claim\n",
	} {
		if !strings.Contains(figures, want) {
			t.Errorf("no row %s in\n%s", want, figures)
		}
	}
	words := made(t, "text", FromLines(stats.Nationality, lines))
	for _, want := range []string{"Nationality not      money lost, USD  at least 5,000       1\nstated\n", "China                people freed                 20"} {
		if !strings.Contains(words, want) {
			t.Errorf("no %q in\n%s", want, words)
		}
	}
}

func TestLargest(t *testing.T) {
	lines := []LineObject{
		{Key: Stated("a"), Measure: incident.Freed, BoundsObject: BoundsOf(incident.Exactly(5))},
		{Key: Stated("b"), Measure: incident.Returned, BoundsObject: BoundsOf(incident.Exactly(50))},
		{Key: Stated("c"), Measure: incident.Freed, BoundsObject: BoundsOf(incident.AtLeast(9))},
		{Key: Stated("d"), Measure: incident.Freed, BoundsObject: BoundsOf(incident.Count{})},
		{Key: Stated("e"), Measure: incident.Freed, BoundsObject: BoundsOf(incident.LessThan(8))},
	}
	freed := LinesFor(lines, incident.Freed)
	var got strings.Builder
	for _, l := range Largest(freed, 3) {
		got.WriteString(*l.Key)
	}
	if got.String() != "cea" || len(freed) != 4 || len(Largest(freed, 99)) != 4 || len(Largest(freed, -1)) != 0 || *lines[0].Key != "a" {
		t.Errorf("largest %q of %d", got.String(), len(freed))
	}
}
