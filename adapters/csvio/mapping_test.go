package csvio

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// soundMapping is a mapping file that uses every member of the form.
const soundMapping = `{
  "mapping": 1, "title": "t", "trim": true,
  "where": [{"column": "Status", "not": ["draft"]}, {"column": "Year", "in": ["2023", "2024"]}],
  "constants": {"kind": "rescue", "measure": "freed", "accrual": "event", "conditions": "threats;torture"},
  "templates": {"id": "s-{Case No}", "notes": "[Office: {Office}.]"},
  "columns": {
    "Found on": {"to": "occurred", "dates": ["D/M/YYYY", "Month YYYY"]},
    "Country": {"to": "country", "countries": true, "fold": true, "values": {"The Border": "TH"}, "unlisted": "leave-out"},
    "Town": "place",
    "Age": {"to": "age", "ages": true},
    "Who": {"to": "agencies", "split": ";", "unlisted": "keep"},
    "Case type": "group_by:case type"
  },
  "figures": [
    {"column": "Total", "grouping": ",", "phrases": true},
    {"column": "Women", "set": {"sex": "F"}},
    {"column": "Said", "to": "text", "set": {"label": "said"}, "columns": {"Since": {"to": "from", "dates": ["YYYY"]}}}
  ],
  "ignore": ["Signature"]
}`

func mustParseMapping(t testing.TB, text string) *Mapping {
	t.Helper()
	m, err := ParseMapping(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestParseMapping(t *testing.T) {
	m := mustParseMapping(t, soundMapping)
	want := &Mapping{
		Version: 1, Title: "t", Trim: true,
		Where:     []Where{{Column: "Status", Not: []string{"draft"}}, {Column: "Year", In: []string{"2023", "2024"}}},
		Constants: map[string]string{"kind": "rescue", "measure": "freed", "accrual": "event", "conditions": "threats;torture"},
		Templates: map[string]string{"id": "s-{Case No}", "notes": "[Office: {Office}.]"},
		Columns: map[string]Rule{
			"Found on":  {To: "occurred", Dates: []string{"D/M/YYYY", "Month YYYY"}},
			"Country":   {To: "country", Countries: true, Fold: true, Values: map[string]string{"The Border": "TH"}, Unlisted: LeaveOut},
			"Town":      {To: "place"},
			"Age":       {To: "age", Ages: true},
			"Who":       {To: "agencies", Split: ";", Unlisted: Keep},
			"Case type": {To: "group_by:case type"},
		},
		Figures: []MappedFigure{
			{Column: "Total", Rule: Rule{Grouping: ",", Phrases: true}},
			{Column: "Women", Set: map[string]string{"sex": "F"}},
			{
				Column: "Said", Rule: Rule{To: "text"}, Set: map[string]string{"label": "said"},
				Columns: map[string]Rule{"Since": {To: "from", Dates: []string{"YYYY"}}},
			},
		},
		Ignore: []string{"Signature"},
	}
	if d := cmp.Diff(want, m); d != "" {
		t.Error("-want +got", d)
	}
	text, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	var again Mapping
	if err := json.Unmarshal(text, &again); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, &again); d != "" {
		t.Error("written and read again: -want +got", d)
	}
	if d := cmp.Diff(want, mustParseMapping(t, "\ufeff"+soundMapping)); d != "" {
		t.Error("with a byte order mark: -want +got", d)
	}
}

// minimalMapping puts members into the smallest sound mapping.
func minimalMapping(more string) string {
	return `{"mapping": 1, "constants": {"kind": "rescue", "measure": "freed"}, "templates": {"id": "{row}"}` + more + `}`
}

func TestParseMappingFaults(t *testing.T) {
	const (
		rule     = incident.CodeMappingRule
		unknown  = incident.CodeFieldUnknown
		required = incident.CodeFieldRequired
	)
	cases := []struct {
		name, text string
		code       incident.Code
		path       string
	}{
		{"no JSON", `{"mapping": 1,}`, incident.CodeJSONSyntax, ""},
		{"nothing", ``, incident.CodeJSONUnexpectedEnd, ""},
		{"cut short", `{"mapping": 1`, incident.CodeJSONUnexpectedEnd, ""},
		{"two values", `{} {}`, incident.CodeJSONTrailingData, ""},
		{"a list", `[]`, incident.CodeJSONType, ""},
		{"broken UTF-8", "{\"title\": \"\xff\"}", incident.CodeTextInvalidUTF8, ""},
		{"a member twice", `{"mapping": 1, "mapping": 1}`, incident.CodeJSONDuplicateKey, ""},
		{"a column twice", minimalMapping(`, "columns": {"a": "place", "a": "lure"}`), incident.CodeJSONDuplicateKey, ""},
		{"another case", `{"Mapping": 1}`, unknown, "/Mapping"},
		{"unknown member of a rule", minimalMapping(`, "columns": {"a": {"to": "place", "if": true}}`), unknown, "/columns/a/if"},
		{"unknown member of a condition", minimalMapping(`, "where": [{"column": "a", "in": ["b"], "or": []}]`), unknown, "/where/0/or"},
		{"null", minimalMapping(`, "ignore": null`), incident.CodeFieldNull, "/ignore"},
		{"number for a text", minimalMapping(`, "title": 1`), incident.CodeJSONType, "/title"},
		{"text for a flag", minimalMapping(`, "trim": "true"`), incident.CodeJSONType, "/trim"},
		{"list in a table", minimalMapping(`, "columns": {"a": {"to": "sex", "values": {"m": ["M"]}}}`), incident.CodeJSONType, "/columns/a/values/m"},
		{"no version", `{"constants": {"kind": "rescue"}, "templates": {"id": "{row}"}}`, rule, "/mapping"},
		{"later version", `{"mapping": 2}`, incident.CodeJSONType, "/mapping"},
		{"version in quotes", `{"mapping": "1"}`, incident.CodeJSONType, "/mapping"},
		{"no kind", `{"mapping": 1, "templates": {"id": "{row}"}}`, required, ""},
		{"no id", `{"mapping": 1, "constants": {"kind": "rescue"}}`, required, ""},
		{"constant id", `{"mapping": 1, "constants": {"kind": "rescue", "id": "a"}}`, rule, "/constants/id"},
		{"no measure", `{"mapping": 1, "constants": {"kind": "rescue"}, "templates": {"id": "{row}"}, "figures": [{"column": "a"}]}`, required, "/figures/0"},
		{"figure's column without a number", minimalMapping(`, "columns": {"a": "sex"}`), required, "/columns/a"},
		{"unknown column of ours", minimalMapping(`, "columns": {"a": "Country"}`), unknown, "/columns/a"},
		{"dimension without a name", minimalMapping(`, "columns": {"a": "group_by:"}`), unknown, "/columns/a"},
		{"unknown constant", minimalMapping(`, "figures": [{"column": "a", "set": {"gender": "F"}}]`), unknown, "/figures/0/set/gender"},
		{"constant that is no code", minimalMapping(`, "figures": [{"column": "a", "set": {"sex": "female"}}]`), incident.CodeCodeUnknown, "/figures/0/set/sex"},
		{"constant that is no country", `{"mapping": 1, "constants": {"kind": "rescue", "country": "Laos"}, "templates": {"id": "{row}"}}`, incident.CodePlaceCountry, "/constants/country"},
		{"constant that is no date", `{"mapping": 1, "constants": {"kind": "rescue", "occurred": "1/2/2024"}, "templates": {"id": "{row}"}}`, incident.CodeDateAmbiguous, "/constants/occurred"},
		{"blank constant", `{"mapping": 1, "constants": {"kind": "rescue", "notes": ""}, "templates": {"id": "{row}"}}`, incident.CodeFieldEmpty, "/constants/notes"},
		{"advisory", `{"mapping": 1, "constants": {"kind": "advisory"}, "templates": {"id": "{row}"}}`, incident.CodeKindAdvisory, "/constants/kind"},
		{"condition that is none of ours", `{"mapping": 1, "constants": {"kind": "rescue", "conditions": "threats;hunger"}, "templates": {"id": "{row}"}}`, incident.CodeCodeUnknown, "/constants/conditions"},
		{"beside", minimalMapping(`, "figures": [{"column": "a", "set": {"beside": "yes"}}]`), incident.CodeCodeUnknown, "/figures/0/set/beside"},
		{"value that is no code", minimalMapping(`, "columns": {"a": {"to": "source_kind", "values": {"press": "newspaper"}}}`), incident.CodeCodeUnknown, "/columns/a/values/press"},
		{"value that is no count", minimalMapping(`, "columns": {"a": {"to": "count", "values": {"<5": "1-4"}}}`), incident.CodeCountSyntax, "/columns/a/values/<5"},
		{"values that fold together", minimalMapping(`, "columns": {"a": {"to": "country", "fold": true, "values": {"X": "KH", "x": "LA"}}}`), rule, "/columns/a/values/x"},
		{"fold without values", minimalMapping(`, "columns": {"a": {"to": "country", "fold": true}}`), rule, "/columns/a/fold"},
		{"countries for a text", minimalMapping(`, "columns": {"a": {"to": "place", "countries": true}}`), rule, "/columns/a/countries"},
		{"ages for a text", minimalMapping(`, "columns": {"a": {"to": "place", "ages": true}}`), rule, "/columns/a/ages"},
		{"dates for a text", minimalMapping(`, "columns": {"a": {"to": "place", "dates": ["YYYY"]}}`), rule, "/columns/a/dates"},
		{"phrases for a text", minimalMapping(`, "columns": {"a": {"to": "place", "phrases": true}}`), rule, "/columns/a/phrases"},
		{"grouping for a text", minimalMapping(`, "columns": {"a": {"to": "place", "grouping": ","}}`), rule, "/columns/a/grouping"},
		{"grouping by a digit", minimalMapping(`, "columns": {"a": {"to": "count", "grouping": "0"}}`), rule, "/columns/a/grouping"},
		{"grouping by two", minimalMapping(`, "columns": {"a": {"to": "count", "grouping": ",."}}`), rule, "/columns/a/grouping"},
		{"split of a text", minimalMapping(`, "columns": {"a": {"to": "place", "split": ","}}`), rule, "/columns/a/split"},
		{"unlisted", minimalMapping(`, "columns": {"a": {"to": "place", "unlisted": "ignore"}}`), rule, "/columns/a/unlisted"},
		{"two-digit years", minimalMapping(`, "columns": {"a": {"to": "occurred", "dates": ["YYYY", "DD/MM/YY"]}}`), rule, "/columns/a/dates/1"},
		{"two columns for one of ours", minimalMapping(`, "columns": {"a": "place", "b": "place"}`), rule, "/columns/b"},
		{"constant and column for one of ours", minimalMapping(`, "columns": {"a": "kind"}`), rule, "/columns/a"},
		{"used and ignored", minimalMapping(`, "columns": {"a": "place"}, "ignore": ["b", "a"]`), rule, "/ignore/1"},
		{"in a template and ignored", `{"mapping": 1, "constants": {"kind": "rescue"}, "templates": {"id": "{a}"}, "ignore": ["a"]}`, rule, "/ignore/0"},
		{"condition without cells", minimalMapping(`, "where": [{"column": "a"}]`), rule, "/where/0"},
		{"condition with no cell", minimalMapping(`, "where": [{"column": "a", "in": []}]`), rule, "/where/0"},
		{"condition both ways", minimalMapping(`, "where": [{"column": "a", "in": ["x"], "not": ["y"]}]`), rule, "/where/0"},
		{"open brace", `{"mapping": 1, "constants": {"kind": "rescue"}, "templates": {"id": "{row}", "notes": "{a"}}`, rule, "/templates/notes"},
		{"template without a column", `{"mapping": 1, "constants": {"kind": "rescue"}, "templates": {"id": "{row}", "notes": "x"}}`, rule, "/templates/notes"},
		{"record's column in a figure", minimalMapping(`, "figures": [{"column": "a", "set": {"place": "x"}}]`), rule, "/figures/0/set/place"},
		{"count twice in a figure", minimalMapping(`, "figures": [{"column": "a", "columns": {"b": "count"}}]`), rule, "/figures/0/columns/b"},
		{"figure of another sort", minimalMapping(`, "figures": [{"column": "a", "to": "sex"}]`), rule, "/figures/0/to"},
		{"count beside figures", minimalMapping(`, "columns": {"b": "count"}, "figures": [{"column": "a"}]`), rule, "/columns/b"},
		{"slash in a column's name", minimalMapping(`, "columns": {"a/b": "Country"}`), unknown, "/columns/a~1b"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := ParseMapping(strings.NewReader(c.text))
			e, ok := errors.AsType[*MappingError](err)
			if !ok {
				t.Fatalf("error %v, want a MappingError", err)
			}
			f := e.Faults[0]
			if f.Code != c.code || f.Path != c.path || len(e.Faults) != 1 {
				t.Errorf("%d faults, first %s at %q, want %s at %q: %v", len(e.Faults), f.Code, f.Path, c.code, c.path, err)
			}
			if f.At.Line < 1 || f.At.Column < 1 || f.At.Offset > int64(len(c.text)) {
				t.Errorf("position %+v", f.At)
			}
			if info, ok := f.Code.Info(); !ok {
				t.Errorf("%s is not listed: %+v", f.Code, info)
			}
		})
	}
}

func TestParseMappingPositions(t *testing.T) {
	const text = "{\"mapping\": 1,\n \"columns\": {\n  \"a\": \"place\",\n  \"b\": {\"to\": \"plaice\"}}}"
	_, err := ParseMapping(strings.NewReader(text))
	e, _ := errors.AsType[*MappingError](err)
	if e == nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range e.Faults {
		got = append(got, f.String())
	}
	want := []string{
		"input:4:3: error: /columns/b: this is none of the format's columns: use one that it lists, or group_by:name [field.unknown]",
		"input:1:1: error: every record has kind: give it a column, a template or a constant [field.required]",
		"input:1:1: error: every record has id: give it a column, a template or a constant [field.required]",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error("-want +got", d)
	}
}

func TestUnmarshalMapping(t *testing.T) {
	m := Mapping{Title: "before"}
	err := json.Unmarshal([]byte(`{"mapping": 1, "columns": {"a": "plaice"}}`), &m)
	if e, _ := errors.AsType[*MappingError](err); e == nil || len(e.Faults) != 3 {
		t.Errorf("error %v", err)
	}
	if m.Title != "before" {
		t.Error("a faulty text changed the mapping")
	}
}

func TestMappedDimensions(t *testing.T) {
	m := mustParseMapping(t, minimalMapping(`, "columns": {"Sector": "group_by:sector", "Also": "group_by", "Desk": "group_by:desk", "N": "count",
		"Area": "group_admin1", "Own": {"to": "agencies", "split": "/"}, "Other": "agencies"}`))
	records, faults, _ := applyTo(t, m, "Sector|Also|Desk|N|Area|Own|Other", "Scam; fraud|sector=x;wing=y||3|IN-OR|A/B|C;D", "||||||", "|broken||1|||")
	if len(faults) != 1 || faults[0].Path != "/figures/0/group/by" || len(records) != 2 {
		t.Fatal(faults)
	}
	want := incident.Group{Admin1: "IN-OD", By: incident.NewBy(map[string]string{"sector": "Scam; fraud", "wing": "y"})}
	if got := records[0].Figures[0].Group; got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if d := cmp.Diff([]string{"A", "B", "C;D"}, records[0].Agencies); d != "" { // Other, Own in the order of the table
		t.Error("-want +got", d)
	}
	if len(records[1].Figures) != 0 || records[1].Agencies != nil {
		t.Errorf("a blank row gives %+v", records[1])
	}
}

func TestParseMappingReader(t *testing.T) {
	cause := errors.New("disk on fire")
	if _, err := ParseMapping(iotest.ErrReader(cause)); !errors.Is(err, cause) {
		t.Errorf("error %v does not wrap the reader's", err)
	}
	_, err := ParseMapping(strings.NewReader(strings.Repeat(" ", maxMapping) + soundMapping))
	if e, _ := errors.AsType[*MappingError](err); e == nil || e.Faults[0].Code != incident.CodeLimitBytes {
		t.Errorf("over the limit: %v", err)
	}
	if _, err := ParseMapping(iotest.OneByteReader(strings.NewReader(soundMapping))); err != nil {
		t.Error(err)
	}
}

// mappedHeader is that of a table that sound is for.
var mappedHeader = strings.Split("Case No|Status|Year|Found on|Country|Town|Office|Age|Who|Case type|Total|Women|Said|Since|Signature", "|")

func TestCase19MappedHeaders(t *testing.T) {
	m := mustParseMapping(t, soundMapping)
	without := func(name string) []string {
		var names []string
		for _, h := range mappedHeader {
			if h != name {
				names = append(names, h)
			}
		}
		return names
	}
	cases := []struct {
		name   string
		header []string
		want   []string // code and column
	}{
		{"as it should be", mappedHeader, nil},
		{"ignored column missing", without("Signature"), nil},
		{"another order", append([]string{"Since"}, without("Since")...), nil},
		{"blanks around a name", append(without("Town"), " Town "), nil},
		{"column missing", without("Women"), []string{"csv.header Women"}},
		{"column of a template missing", without("Case No"), []string{"csv.header Case No"}},
		{"column of a condition missing", without("Year"), []string{"csv.header Year"}},
		{"column twice", append(without(""), "Town"), []string{"csv.header Town"}},
		{"ignored column twice", append(without(""), "Signature"), nil},
		{"column nobody mentions", append(without(""), "Passport"), []string{"field.unknown Passport"}},
		{"blank column", append(without(""), ""), []string{"field.unknown "}},
		{"another case", append(without("Town"), "town"), []string{"csv.header Town", "field.unknown town"}},
		{"nothing", nil, nil},
	}
	for _, c := range cases[:len(cases)-1] {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			if err := m.Check(c.header); err != nil {
				e, _ := errors.AsType[*MappingError](err)
				for _, f := range e.Faults {
					got = append(got, string(f.Code)+" "+f.Field)
				}
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error("-want +got", d)
			}
		})
	}
	if err := m.Check(nil); err == nil {
		t.Error("an empty header passes")
	}
	if err := (&Mapping{}).Validate(); err == nil {
		t.Error("the zero Mapping passes")
	}
}

// applyTo applies a mapping to a table given as rows of cells parted by |, the
// header first.
func applyTo(t testing.TB, m *Mapping, rows ...string) (records []*incident.Record, faults []adapters.Fault, p *mapPlan) {
	t.Helper()
	p, bad := m.bind(strings.Split(rows[0], "|"))
	if bad != nil {
		t.Fatal(bad)
	}
	for i, row := range rows[1:] {
		cells := bytes.Split([]byte(row), []byte("|"))
		if len(cells) != len(p.header) {
			t.Fatalf("row %d has %d cells, the header %d", i+1, len(cells), len(p.header))
		}
		rec := &incident.Record{}
		wanted, fs := p.apply(mapRow{number: i + 1, cells: cells, at: func(c int) adapters.Position {
			return adapters.Position{Line: i + 2, Column: c + 1}
		}}, subject{record: rec})
		faults = append(faults, fs...)
		if wanted && len(fs) == 0 {
			records = append(records, rec)
		}
	}
	return records, faults, p
}

var sameValues = cmpopts.EquateComparable(incident.Count{}, incident.Date{}, incident.Degrees{}, incident.By{}, incident.Group{})

func TestMappedRow(t *testing.T) {
	m := mustParseMapping(t, soundMapping)
	date := func(s string) incident.Date {
		d, err := incident.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	by := incident.NewBy(map[string]string{"case type": "compound"})
	want := []*incident.Record{
		{
			Kind: incident.KindRescue, ID: "s-12", Occurred: date("2024-02-01"), Place: incident.Place{Country: "TH", Name: "Mae Sot"},
			Conditions: []string{"threats", "torture"}, Agencies: []string{"Police", "Army"}, Notes: "Office: North.",
			Figures: []incident.Figure{
				{Measure: incident.Freed, Count: incident.Exactly(1234), Accrual: incident.AccrualEvent, Group: incident.Group{Age: "16-16", By: by}},
				{Measure: incident.Freed, Count: incident.LessThan(5), Accrual: incident.AccrualEvent, Group: incident.Group{Age: "16-16", Sex: "F", By: by}},
				{Measure: incident.Freed, Text: "many", Label: "said", Accrual: incident.AccrualEvent, From: date("2023"), Group: incident.Group{Age: "16-16", By: by}},
			},
		},
		{
			Kind: incident.KindRescue, ID: "s-13", Occurred: date("2024-03"),
			Conditions: []string{"threats", "torture"},
			Figures: []incident.Figure{
				{Measure: incident.Freed, Text: "about fifty", Accrual: incident.AccrualEvent},
				{Measure: incident.Freed, Count: incident.Exactly(0), Accrual: incident.AccrualEvent, Group: incident.Group{Sex: "F"}},
			},
		},
	}
	got, faults, p := applyTo(t, m, strings.Join(mappedHeader, "|"),
		"12|done|2024|1/2/2024|the border| Mae Sot |North|16|Police; Army|compound|1,234|<5|many|2023|x",
		"13|done|2023|March 2024|Atlantis||||||about fifty|0|||",
		"14|draft|2024||||||||1||||",
		"15|done|2022||||||||1||||",
		"16|done|2024|||||8-14|||||||")
	if len(faults) != 0 {
		t.Fatal(faults)
	}
	want = append(want, &incident.Record{Kind: incident.KindRescue, ID: "s-16", Conditions: []string{"threats", "torture"}})
	if d := cmp.Diff(want, got, sameValues); d != "" {
		t.Error("-want +got", d)
	}
	var reported []string
	for _, f := range p.repairs() {
		reported = append(reported, f.At.String()+" "+string(f.Code)+" "+f.Field+" "+f.Args[0].Name+"="+f.Args[0].Value)
		if f.Severity != incident.Note {
			t.Errorf("%s has severity %s", f.Code, f.Severity)
		}
	}
	wantReported := []string{
		"input:2:6 mapping.trim Town cells=1",
		"input:3:5 place.country Country cells=1",
		"input:4 mapping.left-out  rows=2",
		"input:6:8 mapping.left-out Age cells=1",
	}
	if d := cmp.Diff(wantReported, reported); d != "" {
		t.Error("-want +got", d)
	}
}
