package tableio_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"text/template"

	"github.com/rescuetally/rescuetally/adapters/tableio"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// raid is a report of a raid: how many were freed, of which nationality.
func raid(id string, freed incident.Count, nationality string) *incident.Record {
	return &incident.Record{
		Kind: incident.KindRescue, ID: id, Place: incident.Place{Country: "KH"}, Source: incident.Source{Name: "Police"},
		Figures: []incident.Figure{{
			Measure: incident.Freed, Count: freed, Accrual: incident.AccrualEvent, Group: incident.Group{Nationality: nationality},
		}},
	}
}

func accounts() []*stats.Account {
	return []*stats.Account{
		stats.AccountOf(raid("a", incident.Exactly(30), "IN")), stats.AccountOf(raid("b", incident.AtLeast(1200), "VN")),
	}
}

func ExampleWriteCSV() {
	t := &tableio.Table{
		Columns: []tableio.Column{{Name: "publisher"}, {Name: "freed", Align: tableio.End}},
		Rows: [][]tableio.Cell{
			{tableio.Text("=HYPERLINK(1)"), tableio.Integer(250)},
			{tableio.Text("Police"), {}},
		},
	}
	if err := tableio.WriteCSV(os.Stdout, t); err != nil {
		fmt.Println(err)
	}
	// Output:
	// publisher,freed
	// '=HYPERLINK(1),250
	// Police,
}

func ExampleWriteJSON() {
	t := &tableio.Table{
		Columns: []tableio.Column{{Name: "country"}, {Name: "freed"}, {Name: "events"}},
		Rows:    [][]tableio.Cell{{tableio.Named("KH", "Cambodia"), tableio.Count(incident.About(250)), tableio.Integer(3)}, {tableio.Text("LA")}},
	}
	if err := tableio.WriteJSON(os.Stdout, t); err != nil {
		fmt.Println(err)
	}
	// Output:
	// [
	// {"country":"KH","freed":"~250","events":3},
	// {"country":"LA","freed":null,"events":null}
	// ]
}

func ExampleWriteHTML() {
	t := &tableio.Table{
		Caption: "Freed",
		Columns: []tableio.Column{{Name: "country", Title: "Country"}, {Name: "n", Title: "People", Align: tableio.End}},
		Rows:    [][]tableio.Cell{{tableio.Named("KH", "Cambodia"), tableio.Count(incident.AtLeast(1250))}, {tableio.Text("<x>")}},
	}
	if err := tableio.WriteHTML(os.Stdout, t); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <div class="table" role="region" tabindex="0" aria-label="Freed">
	// <table>
	// <caption>Freed</caption>
	// <thead>
	// <tr><th scope="col">Country</th><th scope="col" class="end">People</th></tr>
	// </thead>
	// <tbody>
	// <tr><th scope="row">Cambodia</th><td class="end">at least 1,250</td></tr>
	// <tr><th scope="row">&lt;x&gt;</th><td class="end"><span class="unstated">not stated</span></td></tr>
	// </tbody>
	// </table>
	// </div>
}

func ExampleWriteText() {
	t := &tableio.Table{
		Columns: []tableio.Column{{Name: "country"}, {Name: "freed", Align: tableio.End}},
		Rows:    [][]tableio.Cell{{tableio.Named("KH", "Cambodia"), tableio.Count(incident.AtLeast(1250))}, {tableio.Text("Laos"), {}}},
	}
	if err := tableio.WriteText(os.Stdout, t, 80); err != nil {
		fmt.Println(err)
	}
	// Output:
	// country            freed
	// --------  --------------
	// Cambodia  at least 1,250
	// Laos                   -
}

func ExampleWriteSVG() {
	lines, err := tableio.LinesOf(accounts(), stats.Nationality)
	if err != nil {
		fmt.Println(err)
		return
	}
	var b strings.Builder
	t := tableio.FromLines(stats.Nationality, tableio.Largest(tableio.LinesFor(lines, incident.Freed), 10))
	if err := tableio.WriteSVG(&b, t, &tableio.SVGOptions{Value: "count", Title: "People freed, by nationality"}); err != nil {
		fmt.Println(err)
		return
	}
	for line := range strings.Lines(b.String()) {
		if strings.HasPrefix(line, "<title") || strings.HasPrefix(line, "<desc") {
			fmt.Print(line)
		}
	}
	// Output:
	// <title id="chart-title">People freed, by nationality</title>
	// <desc id="chart-desc">Vietnam: at least 1,200; India: 30.</desc>
}

func ExampleFromTally() {
	by, sums := []stats.Dimension{stats.Country}, []incident.Measure{incident.Freed}
	tally := stats.NewTally(stats.By(by...), stats.Sum(sums...))
	for _, a := range accounts() {
		if err := tally.Add(a); err != nil {
			fmt.Println(err)
			return
		}
	}
	if err := tableio.WriteCSV(os.Stdout, tableio.FromTally(tally, tableio.TallyColumns{By: by, Sums: sums})); err != nil {
		fmt.Println(err)
	}
	// Output:
	// country,freed_best,freed_low,freed_high,freed_lost,events,records
	// KH,1230,1230,,high,2,2
}

func ExampleTotalsOf() {
	totals, err := tableio.TotalsOf(accounts())
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := json.Marshal(totals)
	fmt.Println(string(text), err)
	// Output: [{"measure":"freed","best":1230,"low":1230,"high":null,"events":2,"accounts":2,"lost":["high"]}] <nil>
}

func ExampleFuncs() {
	t := template.Must(template.New("").Funcs(tableio.Funcs()).Parse("{{range .}}{{capital (count .Count)}} {{measure .Measure}}\n{{end}}"))
	totals, err := tableio.TotalsOf(accounts())
	if err == nil {
		err = t.Execute(os.Stdout, totals)
	}
	if err != nil {
		fmt.Println(err)
	}
	// Output: At least 1,230 people freed
}

func ExampleWords() {
	fmt.Println(tableio.Words(incident.Exactly(1250)))
	fmt.Println(tableio.Words(incident.AtLeast(1250)))
	fmt.Println(tableio.Words(incident.Between(240, 260)))
	// Output:
	// 1,250
	// at least 1,250
	// 240 to 260
}

func ExampleSaid() {
	fmt.Println(tableio.Said(incident.MoreThan(800)), "·", tableio.Said(incident.LessThan(250)), "·", tableio.Said(incident.About(50)))
	// Output: over 800 · under 250 · about 50
}

func ExampleKeyWords() {
	fmt.Println(tableio.KeyWords(stats.Country, "KH"))
	fmt.Println(tableio.KeyWords(stats.Nationality, incident.Other))
	fmt.Println(tableio.KeyWords(stats.Month, "2024-03"))
	fmt.Println(tableio.KeyWords(stats.Country, ""))
	// Output:
	// Cambodia
	// other nationalities
	// March 2024
	// country not stated
}

func ExampleLink() {
	t := &tableio.Table{Columns: []tableio.Column{{Name: "source"}}, Rows: [][]tableio.Cell{{tableio.Link("Police", "https://example.org/1")}}}
	var b strings.Builder
	if err := tableio.WriteHTML(&b, t); err != nil {
		fmt.Println(err)
	}
	fmt.Println(strings.Contains(b.String(), `<a href="https://example.org/1" rel="noopener noreferrer">Police</a>`))
	// Output: true
}

// home is a flow: of 47 freed, 30 are home.
func home() *stats.Flow {
	return stats.FlowOf(stats.AccountOf(&incident.Record{
		Kind: incident.KindRescue, ID: "a",
		Figures: []incident.Figure{
			{Measure: incident.Freed, Count: incident.Exactly(47), Accrual: incident.AccrualEvent},
			{Measure: incident.Returned, Count: incident.Exactly(30), Accrual: incident.AccrualEvent},
		},
	}))
}

func ExampleWriteFlowSVG() {
	var b strings.Builder
	if err := tableio.WriteFlowSVG(&b, home(), &tableio.SVGOptions{ID: "home"}); err != nil {
		fmt.Println(err)
	}
	_, desc, _ := strings.Cut(b.String(), `<desc id="home-desc">`)
	desc, _, _ = strings.Cut(desc, "</desc>")
	fmt.Println(desc)
	// Output: Freed or escaped: 47, 30 returned home, 17 not accounted for; returned home: 30.
}

func ExampleFromFlow() {
	if err := tableio.WriteCSV(os.Stdout, tableio.FromFlow(home())); err != nil {
		fmt.Println(err)
	}
	// Output:
	// stage,count,events,on,unaccounted,last
	// out,47,1,30 returned home,17,
	// returned,30,1,,,30
}

func ExampleCountedWords() {
	to, err := incident.ParseDate("2024-03-30")
	fmt.Println(tableio.CountedWords(stats.Key{
		Measure: incident.Returned, Accrual: incident.AccrualCumulative, To: to, Country: "KH", Group: incident.Group{Nationality: "IN"},
	}), err)
	// Output: People returned home, Cambodia (nationality India; up to 2024-03-30) <nil>
}
