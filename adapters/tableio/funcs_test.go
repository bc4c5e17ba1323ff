package tableio

import (
	"strings"
	"testing"
	"text/template"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// TestFuncs runs every function in a template.
func TestFuncs(t *testing.T) {
	all := accounts(t)
	lines, err := LinesOf(all, stats.Nationality)
	if err != nil {
		t.Fatal(err)
	}
	totals, err := TotalsOf(all)
	if err != nil {
		t.Fatal(err)
	}
	claim := all[1].Figures[0].Chosen
	if all[0].Event == "raid" {
		claim = all[0].Figures[0].Chosen
	}
	data := map[string]any{
		"accounts": all, "lines": lines, "totals": totals, "claim": claim, "count": incident.MoreThan(800), "key": stats.Key{Group: incident.Group{Sex: "F"}},
		"code": incident.CodeAccountCopy, "int": 1234, "int64": int64(5678), "stated": lines[1].Best, "unstated": (*int64)(nil), "other": "x",
	}
	for source, want := range map[string]string{
		`{{count .count}} {{said .count}}`:      "at least 801 over 800",
		`{{measure "freed"}}`:                   "people freed",
		`{{why "latest"}}`:                      "the latest",
		`{{of .key}} {{whom .key}}`:             "women and girls women and girls",
		`{{day "2024-03"}}`:                     "March 2024",
		`{{range .accounts}}{{event .}}{{end}}`: "Philippines, March 2024",
		`{{key "country" "KH"}}`:                "Cambodia",
		`{{number .int}} {{number .int64}} {{number .stated}}{{number .unstated}} {{number .other}}`: "1,234 5,678 20 x",
		`{{capital "one"}}{{capital ""}}{{capital "ü"}}{{capital "Two"}}`:                            "OneüTwo",
		`{{(figure .claim).Measure}}`: "freed",
		`{{(info .code).Fix}}`:        "Nothing need be done: it is counted once.",
		`{{wrap "a b c" 3 "-"}}`:      "a\n-b\n-c",
		`{{text (without (lines "nationality" (largest (only .lines "freed") 1)) "measure") 80}}`: "Nationality  How many  Events\n-----------  --------  ------\nChina              20       1\n",
		`{{len (totals .totals).Rows}} {{len (exclusions .accounts).Rows}}`:                       "2 2",
	} {
		var b strings.Builder
		tmpl, err := template.New("").Funcs(Funcs()).Parse(source)
		if err == nil {
			err = tmpl.Execute(&b, data)
		}
		if d := cmp.Diff(want, b.String()); err != nil || d != "" {
			t.Errorf("%s: %v, -want +got %s", source, err, d)
		}
	}
	for source, element := range map[string]string{`{{table (totals .totals)}}`: "table", `{{bars (totals .totals) "T" "t"}}`: "svg", `{{timeline (totals .totals) "T" "t"}}`: "svg"} {
		var b strings.Builder
		if err := template.Must(template.New("").Funcs(Funcs()).Parse(source)).Execute(&b, data); err != nil {
			t.Fatal(err)
		}
		if len(parse(t, b.String())[element]) == 0 {
			t.Errorf("%s: %s", source, b.String())
		}
	}
	for _, source := range []string{`{{key "planet" "x"}}`, `{{lines "planet" .lines}}`} {
		if err := template.Must(template.New("").Funcs(Funcs()).Parse(source)).Execute(&strings.Builder{}, data); err == nil {
			t.Errorf("%s: there is no such dimension", source)
		}
	}
	for _, path := range []string{"", "/figures/99", "/figures/x", "/notes"} {
		if f := figureOf(&stats.Claim{Record: claim.Record, Path: path}); f != (incident.Figure{}) {
			t.Errorf("%q: %+v", path, f)
		}
	}
}
