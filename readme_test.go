package rescuetally_test

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// A count keeps what was said apart from what was not.
func Example_counts() {
	freed, err := incident.ParseCount(">=250")
	if err != nil {
		panic(err)
	}
	sum, lost := freed.Add(incident.Exactly(75))
	_, bounded := sum.High()
	fmt.Println(sum, lost == incident.LostHigh, bounded)

	phrase, err := incident.ReadPhrase("more than six lakh", "en")
	if err != nil {
		panic(err)
	}
	fmt.Println(phrase)

	_, err = incident.ReadPhrase("hundreds", "en")
	fmt.Println(errors.Is(err, incident.ErrNoNumber))
	// Output:
	// >=325 true false
	// >600000
	// true
}

// Records are read one at a time; a bad one is named with its place and does not stop the rest.
func Example_read() {
	file := strings.NewReader(`{"kind":"rescue","id":"a-1","figures":[{"measure":"freed","count":"250"}]}
{"kind":"rescue","id":"a-2","figures":[{"measure":"freed","count":"1,250"}]}
{"kind":"rescue","id":"a-3","figures":[{"measure":"freed","count":"75","accrual":"period","from":"2024-03"}]}
`)
	dec := jsonio.NewDecoder(file, &jsonio.DecodeOptions{Name: "june.ndjson", Form: jsonio.Lines})
	r := adapters.NewReader(dec, &adapters.ReadOptions{
		Policy: adapters.Skip,
		Report: func(e *adapters.RecordError) {
			for _, f := range e.Findings {
				fmt.Println(f.At, f.Code, f.Path)
			}
		},
	})
	for record, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, f := range record.Check(nil) {
			at, _ := r.Locate(f.Path)
			fmt.Println(at, f.Code, f.Path)
		}
	}
	s := r.Summary()
	fmt.Println(s.Read, "read,", s.Accepted, "accepted,", s.Rejected, "rejected")
	// Output:
	// june.ndjson:2:67 count.syntax /figures/0/count
	// june.ndjson:3:40 figure.window /figures/0/to
	// 3 read, 2 accepted, 1 rejected
}

// Records on one event become one account, and only accounts are added up.
func Example_tally() {
	reports := []incident.Record{
		{
			Kind: incident.KindRescue, ID: "ministry-17", Event: "raid-1", Place: incident.Place{Country: "KH"},
			Source:  incident.Source{Name: "Ministry", Kind: incident.Government},
			Figures: []incident.Figure{{Measure: incident.Freed, Count: incident.Exactly(250), Accrual: incident.AccrualEvent}},
		},
		{
			Kind: incident.KindRescue, ID: "paper-4", Event: "raid-1", Place: incident.Place{Country: "KH"},
			Source:  incident.Source{Name: "A Paper", Kind: incident.Media},
			Figures: []incident.Figure{{Measure: incident.Freed, Count: incident.AtLeast(300), Accrual: incident.AccrualEvent}},
		},
		{
			Kind: incident.KindRescue, ID: "police-2", Event: "raid-2", Place: incident.Place{Country: "KH"},
			Source:  incident.Source{Name: "Police", Kind: incident.Police},
			Figures: []incident.Figure{{Measure: incident.Freed, Count: incident.MoreThan(74), Accrual: incident.AccrualEvent}},
		},
	}
	reconciler := stats.NewReconciler(nil)
	for i := range reports {
		if err := reconciler.Add(&reports[i]); err != nil {
			fmt.Println(err)
			return
		}
	}
	tally := stats.NewTally(stats.By(stats.Country), stats.Sum(incident.Freed))
	for account := range reconciler.Accounts(stats.Default, incident.Date{}) {
		for _, c := range account.Conflicts {
			fmt.Println(account.Event, c.Code, c.Key.Measure, "taken because", c.Why)
		}
		if err := tally.Add(account); err != nil {
			fmt.Println(err)
			return
		}
	}
	for row := range tally.Rows() {
		fmt.Println(row.Key, row.Sums[0].Count)
	}
	// Output:
	// raid-1 account.disagree freed taken because official
	// [KH] >324
}

// A register without repeats is checked and added up as it passes by, by several workers.
func Example_scan() {
	file := strings.NewReader(`{"kind":"tally","id":"r-1","occurred":"2024-03-02","place":{"country":"KH"},"figures":[{"measure":"calls","count":"40"}]}
{"kind":"tally","id":"r-2","occurred":"2024-03-09","place":{"country":"KH"},"figures":[{"measure":"calls","count":"4O"}]}
{"kind":"tally","id":"r-3","occurred":"2024-03-30","place":{"country":"KH"},"figures":[{"measure":"calls","count":">=2"}]}
{"kind":"tally","id":"r-4","occurred":"2024-04-01","place":{"country":"MM"},"figures":[{"measure":"share","count":"45"}]}
`)
	const workers = 2
	var tallies [workers]*stats.Tally
	for i := range tallies {
		tallies[i] = stats.NewTally(stats.By(stats.Country, stats.Month), stats.Sum(incident.Calls))
	}
	o := &adapters.ScanOptions{
		Workers: workers,
		Check:   &incident.CheckOptions{},
		Found:   func(f adapters.Found) { fmt.Println(f.Faults[0].At, f.Faults[0].Code) },
	}
	o.Policy = adapters.Skip
	o.Report = func(e *adapters.RecordError) { fmt.Println(e.Findings[0].At, e.Findings[0].Code) }
	dec := jsonio.NewDecoder(file, &jsonio.DecodeOptions{Name: "register.ndjson", Form: jsonio.Lines})
	s, err := adapters.Scan(context.Background(), dec, o, func(worker int, v *incident.View) error {
		return tallies[worker].AddView(v)
	})
	for _, t := range tallies[1:] {
		err = errors.Join(err, tallies[0].Merge(t))
	}
	if err != nil {
		fmt.Println(err)
		return
	}
	for row := range tallies[0].Rows() {
		fmt.Println(row.Key, row.Sums[0].Count, "in", row.Events)
	}
	fmt.Println(s.Read, "read,", s.Rejected, "rejected")
	// Output:
	// register.ndjson:2:115 count.syntax
	// register.ndjson:4:88 share.base
	// [KH 2024-03] >=42 in 2
	// [MM 2024-04]  in 1
	// 4 read, 1 rejected
}

func Example_judge() {
	untold := stats.NewReconciler(nil)
	freed := []incident.Count{incident.Exactly(250), incident.AtLeast(300), incident.MoreThan(74)}
	for i, source := range []incident.Source{{Name: "Ministry", Kind: incident.Government}, {Name: "A Paper"}, {Name: "Police"}} {
		report := incident.Record{
			Kind: incident.KindRescue, ID: "1", Source: source,
			Figures: []incident.Figure{{Measure: incident.Freed, Count: freed[i], Accrual: incident.AccrualEvent}},
		}
		if err := untold.Add(&report); err != nil {
			fmt.Println(err)
			return
		}
	}
	err := untold.Judge(stats.Judgement{
		A: stats.Ref{Publisher: "Ministry", ID: "1"}, B: stats.Ref{Publisher: "A Paper", ID: "1"}, Same: true,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for account := range untold.Accounts(stats.Default, incident.Date{}) {
		fmt.Println(len(account.Records), "reports:", account.Figures[0].Count)
	}
	// Output:
	// 2 reports: 250
	// 1 reports: >74
}

// An offer is screened by what authorities have published, and never said to be safe.
func Example_screen() {
	issued, err := incident.ParseDate("2024-04-04")
	if err != nil {
		panic(err)
	}
	warnings := []*advisory.Advisory{{
		ID: "12", Issuer: "Ministry of External Affairs", Issued: issued, Destinations: []string{"KH"}, Lures: []string{"data entry"},
	}}
	offer := &advisory.Offer{Text: "Data entry in Cambodia! We never take a fee. Turist visa, typing test on Telegram."}
	s := advisory.Screen(offer, nil, slices.Values(warnings), issued)
	fmt.Println(s.Verdict, s.Weight, "of", s.WarnAt)
	for _, f := range s.Findings {
		if f.Counts {
			fmt.Println(f.Rule.Weight, f.Rule.ID, f.Words)
		}
	}
	fmt.Println(s.Asks[0].Text("en"))
	// Output:
	// warn 12 of 3
	// 3 visa-tourist Turist visa
	// 3 advisory-role Data entry
	// 2 interview-typing typing test
	// 2 messenger-only Telegram
	// 2 role-in-mekong Data entry
	// The agent's licence number would let the register be asked.
}

// TestReadmeSnippets compares every Go snippet of the README with the bodies of the Examples in this file, which are compiled
// and run, and the other way round.
func TestReadmeSnippets(t *testing.T) {
	const file = "readme_test.go"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	parsed, err := parser.ParseFile(fset, file, text, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var examples []string
	for _, d := range parsed.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && strings.HasPrefix(f.Name.Name, "Example") {
			body := string(text[fset.Position(f.Body.Lbrace).Offset+1 : fset.Position(f.Body.Rbrace).Offset])
			body, _, _ = strings.Cut(body, "\t// Output:") // the snippets show no output
			examples = append(examples, gofmt(t, strings.ReplaceAll(body, "\n\t", "\n")))
		}
	}
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var snippets []string
	for i, part := range strings.Split(string(readme), "```go\n") {
		if snippet, _, closed := strings.Cut(part, "```"); i > 0 && closed {
			snippets = append(snippets, gofmt(t, snippet))
		}
	}
	slices.Sort(examples)
	slices.Sort(snippets)
	if len(examples) == 0 {
		t.Fatal("no Example found")
	}
	if d := cmp.Diff(examples, snippets); d != "" {
		t.Error("-Examples +README.md", d)
	}
}

func gofmt(t *testing.T, snippet string) string {
	t.Helper()
	out, err := format.Source([]byte(snippet))
	if err != nil {
		t.Fatalf("%v in\n%s", err, snippet)
	}
	return strings.TrimSpace(string(out))
}
