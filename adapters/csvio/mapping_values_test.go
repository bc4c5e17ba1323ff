package csvio

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

func TestUngroup(t *testing.T) {
	for _, c := range []struct{ cell, sep, want string }{
		{"250", ",", "250"},
		{"1,234", ",", "1234"},
		{"12,345,678", ",", "12345678"},
		{"2,55,777", ",", "255777"},
		{"15,56,215", ",", "1556215"},
		{"1,23,45,678", ",", "12345678"},
		{"1.234", ".", "1234"},
		{"1 234", " ", "1234"},
		{"1\u202f234", "\u202f", "1234"},
		{"~1,234", ",", "~1234"},
		{">=1,234", ",", ">=1234"},
		{"1,000..2,000", ",", "1000..2000"},
		{"1.000..2.000", ".", "1000..2000"},
		{"1,23", ",", ""},
		{"1,2345", ",", ""},
		{"1234,567", ",", ""},
		{"12,34,56", ",", ""},
		{"123,45,678", ",", ""},
		{",123", ",", ""},
		{"1,,234", ",", ""},
		{"1,234,", ",", ""},
	} {
		got, err := ungroup(c.cell, c.sep)
		if got != c.want || (err != nil) != (c.want == "") {
			t.Errorf("ungroup(%q, %q) = %q, %v; want %q", c.cell, c.sep, got, err, c.want)
		}
	}
}

func TestConvertAge(t *testing.T) {
	for cell, want := range map[string]string{
		"16": "16-16", "0": "0-0", "20-48": "20-48", "20 - 46": "20-46", "8\u201314": "8-14", "0-3": "0-3", "child": "child", "unknown": "unknown",
		"48-20": "", "minor": "", "18+": "", "-5": "", "20-48-60": "", "131": "", "1000": "", "١٦": "", "16.5": "", "+16": "",
	} {
		got, err := convertAge(cell)
		if got != want || (err != nil) != (want == "") {
			t.Errorf("convertAge(%q) = %q, %v; want %q", cell, got, err, want)
		}
		if code, _ := syntaxOf(err); err != nil && code != incident.CodeGroupAge {
			t.Errorf("convertAge(%q): %s", cell, code)
		}
	}
}

// The rule table for numbers of case 20: what a count's cell is, plainly and
// with what a mapping may ask for.
func TestCase20MappedCounts(t *testing.T) {
	rules := map[string]string{
		"plain":    `"N": "count"`,
		"grouping": `"N": {"to": "count", "grouping": ","}`,
		"values":   `"N": {"to": "count", "values": {"<5": "1..4", "-": "", "N/A": "", "": "0"}}`,
		"phrases":  `"N": {"to": "count", "phrases": true}`,
		"leave":    `"N": {"to": "count", "unlisted": "leave-out"}`,
	}
	const refused, blank = "count.syntax", "blank"
	cases := []struct {
		cell string
		want map[string]string // count, "text", blank or a code; missing: as plain
	}{
		{"12", map[string]string{"plain": "12"}},
		{"<5", map[string]string{"plain": "<5", "values": "1..4"}},
		{"", map[string]string{"plain": blank, "values": "0"}},
		{"-", map[string]string{"plain": refused, "values": blank, "phrases": "text", "leave": blank}},
		{"N/A", map[string]string{"plain": refused, "values": blank, "phrases": "text", "leave": blank}},
		{"1,234", map[string]string{"plain": refused, "grouping": "1234", "phrases": "text", "leave": blank}},
		{" 12 ", map[string]string{"plain": refused, "phrases": "text", "leave": blank}},
		{"12.0", map[string]string{"plain": refused, "phrases": "text", "leave": blank}},
		{"1e3", map[string]string{"plain": refused, "phrases": "text", "leave": blank}},
		{"0x10", map[string]string{"plain": refused, "phrases": "text", "leave": blank}},
		{"1_000", map[string]string{"plain": refused, "phrases": "text", "leave": blank}},
		{"007", map[string]string{"plain": refused, "phrases": "text", "leave": blank}},
		{"１２", map[string]string{"plain": refused, "phrases": "text", "leave": blank}},
		{"١٢٣", map[string]string{"plain": refused, "phrases": "text", "leave": blank}},
		{"about fifty", map[string]string{"plain": refused, "phrases": "text", "leave": blank}},
		{"9223372036854775808", map[string]string{"plain": "count.range", "leave": blank}},
	}
	for _, c := range cases {
		for name, rule := range rules {
			want, ok := c.want[name]
			if !ok {
				want = c.want["plain"]
			}
			m := mustParseMapping(t, minimalMapping(`, "columns": {`+rule+`, "Town": "place"}`))
			records, faults, p := applyTo(t, m, "N|Town", c.cell+"|x")
			got := blank
			switch {
			case len(faults) > 0:
				got = string(faults[0].Code)
			case len(records[0].Figures) == 0:
			case records[0].Figures[0].Text != "":
				got = "text"
				if records[0].Figures[0].Text != c.cell {
					t.Errorf("%q: the text is %q", c.cell, records[0].Figures[0].Text)
				}
			default:
				got = records[0].Figures[0].Count.String()
			}
			if got != want {
				t.Errorf("%q, %s: %s, want %s", c.cell, name, got, want)
			}
			if noted := len(p.repairs()) > 0; noted != (name == "leave" && want == blank && c.cell != "") {
				t.Errorf("%q, %s: reported: %t", c.cell, name, noted)
			}
		}
	}
}

func TestTemplates(t *testing.T) {
	cells := map[string]string{"A": "x", "B": "", "C D": "{y}"}
	names := []string{"A", "B", "C D"}
	index := func(column string) int {
		for i, n := range names {
			if n == column {
				return i
			}
		}
		t.Fatalf("column %q", column)
		return -1
	}
	cell := func(i int) string { return cells[names[i]] }
	for text, want := range map[string]string{
		"news-{row}":                "news-7",
		"{A}":                       "x",
		"{B}":                       "",
		"b: {B}":                    "",
		"a: {A}, b: {B}":            "a: x, b:",
		"[a: {A}. ][b: {B}. ]":      "a: x.",
		"[b: {B}][ and {B}]":        "",
		"n {row}[ b: {B}]":          "",
		"{C D}":                     "{y}",
		"{{{A}}} [[{A}]]":           "{x} [x]",
		"[no cell in here, ]{A}":    "no cell in here, x",
		"[a: {A}, b: {B}, ]c {C D}": "c {y}",
	} {
		tmpl, err := parseTemplate(text, index)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if got := tmpl.text(7, cell); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for _, text := range []string{"{", "}", "{A", "{}", "[", "]", "[{A}", "[[{A}]", "[a[b]]", "{A}}"} {
		if _, err := parseTemplate(text, func(string) int { return 0 }); err == nil {
			t.Errorf("%q is no template, and is taken for one", text)
		}
	}
}

func TestUnlisted(t *testing.T) {
	rule := func(policy string) string {
		return minimalMapping(`, "columns": {"Sex": {"to": "sex", "values": {"w": "F", "m": "M"}` + policy + `}, "N": "count"}`)
	}
	_, faults, _ := applyTo(t, mustParseMapping(t, rule("")), "Sex|N", "w|1", "?|2")
	if len(faults) != 1 || faults[0].Code != incident.CodeMappingValue || faults[0].Path != "/figures/0/group/sex" || faults[0].Field != "Sex" ||
		faults[0].At.Line != 3 || faults[0].At.Column != 1 {
		t.Errorf("reject: %v", faults)
	}
	records, faults, p := applyTo(t, mustParseMapping(t, rule(`, "unlisted": "leave-out"`)), "Sex|N", "w|1", "?|2", "|3")
	if len(faults) != 0 || len(records) != 3 || records[1].Figures[0].Group.Sex != "" || len(p.repairs()) != 1 {
		t.Errorf("leave-out: %v %v", faults, p.repairs())
	}
	records, _, _ = applyTo(t, mustParseMapping(t, rule(`, "unlisted": "keep"`)), "Sex|N", "X|1")
	if records[0].Figures[0].Group.Sex != "X" {
		t.Errorf("keep: %+v", records[0])
	}
}

// The mapping file in Mapping's comment is one.
func TestMappingComment(t *testing.T) {
	source, err := os.ReadFile("mapping.go")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(source), "//\t{\n")
	text, _, _ = strings.Cut("//\t{\n"+text, "//\n// Members")
	m := mustParseMapping(t, strings.ReplaceAll(text, "//\t", ""))
	if len(m.Figures) != 3 || len(m.Columns) != 3 {
		t.Errorf("%+v", m)
	}
}

func FuzzParseMapping(f *testing.F) {
	f.Add(soundMapping, "Case No,Status,Year,Found on,Country,Town,Office,Age,Who,Case type,Total,Women,Said,Since\n1,a,2024,1/2/2024,Laos,,,8-14,,,\"1,234\",<5,some,2023\n")
	f.Add(minimalMapping(`, "columns": {"a": {"to": "count", "grouping": "."}}`), "a\n1.234\n")
	f.Add(minimalMapping(`, "columns": {"a": {"to": "agencies", "split": ";"}, "b": "group_by"}, "figures": [{"column": "c", "to": "text"}]`), "a,b,c\nx;y,p=q,many\n")
	f.Add(minimalMapping(`, "where": [{"column": "a", "in": [""]}], "columns": {"b": "group_by:x"}`), "a,b\n,\n")
	f.Fuzz(func(t *testing.T, text, table string) {
		m, err := ParseMapping(strings.NewReader(text))
		if err != nil {
			if bad, ok := err.(*MappingError); ok {
				for _, fault := range bad.Faults {
					if _, ok := fault.Code.Info(); !ok || fault.At.Line < 1 {
						t.Fatalf("fault %+v", fault)
					}
				}
			}
			return
		}
		if !json.Valid(bytes.TrimPrefix([]byte(text), []byte("\ufeff"))) {
			t.Fatal("what is no JSON was read")
		}
		written, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ParseMapping(bytes.NewReader(written))
		if err != nil {
			t.Fatalf("written and read again: %v", err)
		}
		if rewritten, _ := json.Marshal(again); !bytes.Equal(written, rewritten) {
			t.Fatalf("written twice:\n%s\n%s", written, rewritten)
		}
		before := *m
		dec := NewDecoder(strings.NewReader(table), &DecodeOptions{Mapping: m})
		for range 1000 {
			rec := incident.Record{}
			loc, err := dec.Decode(t.Context(), &rec)
			if err != nil {
				break
			}
			if rec.Kind == "" || rec.ID == "" {
				t.Fatalf("a record without kind or id: %+v", rec)
			}
			for _, finding := range rec.CheckShape() {
				if finding.Severity == incident.Error {
					t.Fatalf("accepted with %s", finding)
				}
				loc.Locate(finding.Path)
			}
		}
		dec.Repairs()
		if !reflect.DeepEqual(before, *m) {
			t.Fatal("the mapping was changed")
		}
	})
}
