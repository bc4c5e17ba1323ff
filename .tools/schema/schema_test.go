// Package schema checks the published JSON Schema of the interchange format: that it accepts what it should, refuses what
// it should, and says the same as the library's own parsers and code lists.
package schema

import (
	"bufio"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

const schemaFile = "../../schema/record.schema.json"

func compile(t *testing.T) *jsonschema.Schema { return compileFile(t, schemaFile) }

// compileFile reads a schema, which is itself checked against its meta-schema, with formats asserted.
func compileFile(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func decode(t *testing.T, text string) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return v
}

// validateLines validates every line of a file and returns how many there are.
func validateLines(t *testing.T, s *jsonschema.Schema, name string, data []byte) (records int) {
	t.Helper()
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		records++
		if err := s.Validate(decode(t, lines.Text())); err != nil {
			t.Errorf("%s:%d: %v", name, records, err)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return records
}

func TestCorpusIsValid(t *testing.T) {
	const name = "../../../shared/corpus/reports.ndjson"
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the shared corpus does not lie beside the repository")
	}
	if err != nil {
		t.Fatal(err)
	}
	if n := validateLines(t, compile(t), name, data); n != 186 {
		t.Errorf("validated %d records, want 186", n)
	}
}

// embedded returns the files of records that the examples come with.
func embedded(t *testing.T) []string {
	t.Helper()
	return slices.DeleteFunc(embeddedFiles(t), isAdvisories)
}

// isAdvisories reports whether a file holds advisories, which its name says.
func isAdvisories(name string) bool { return strings.HasPrefix(filepath.Base(name), "advisories") }

func embeddedFiles(t *testing.T) (names []string) {
	t.Helper()
	err := filepath.WalkDir("../../examples", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.Name() == "testdata": // may be broken on purpose
			return filepath.SkipDir
		case filepath.Ext(path) == ".ndjson":
			names = append(names, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		t.Fatal("no example embeds records: has the corpus moved?")
	}
	return names
}

func TestEmbeddedFilesAreValid(t *testing.T) {
	for _, name := range embeddedFiles(t) {
		s := compile(t)
		if isAdvisories(name) {
			s = compileFile(t, advisorySchema)
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if n := validateLines(t, s, name, data); n == 0 {
			t.Errorf("%s holds no record", name)
		}
	}
}

// full states every member there is.
const full = `{"kind":"rescue","id":"a-1","event":"e-1","published":"2024-03-30","occurred":"2024-03/2024-04",
"place":{"country":"KH","admin1":"KH-18","name":"Sihanoukville","lat":10.6,"lon":103.5},
"figures":[{"measure":"freed","count":"240..250..260","text":"some 250","accrual":"period","from":"2024-03","to":"2024-04-XX",
"group":{"nationality":"IN","sex":"F","age":"18-24","admin1":"IN-OD","place":"KH","by":{"exploitation":"Labour"}},
"label":"in the first raid","beside":true,"unit":"persons"}],
"lure":"data entry","exploitation":["online fraud"],"conditions":["deception","other"],"agencies":["police"],
"source":{"name":"A Paper","kind":"media","url":"https://example.org/a?b=c","lang":"zh-Hant","grade":"B2"},
"derivedFrom":["a-0"],"supersedes":["a-00"],"retracts":["a-000"],"notes":"none"}`

func TestSoundRecords(t *testing.T) {
	s := compile(t)
	for name, text := range map[string]string{
		"everything stated":        full,
		"only what is required":    `{"kind":"tally","id":"x"}`,
		"a share":                  `{"kind":"tally","id":"x","figures":[{"measure":"share","count":"46","unit":"complaints"}]}`,
		"money":                    `{"kind":"tally","id":"x","figures":[{"measure":"lost","count":"0","unit":"USD"}]}`,
		"a phrase without a count": `{"kind":"arrest","id":"x","figures":[{"measure":"arrested","text":"dozens"}]}`,
		"residual groups":          `{"kind":"rescue","id":"x","figures":[{"measure":"freed","count":"~5","group":{"nationality":"OTHER","sex":"unknown","age":"child"}}]}`,
	} {
		if err := s.Validate(decode(t, text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// broken has one change to the full record a case; at is where the schema has to find the fault.
var broken = []struct{ name, from, to, at string }{
	{"no kind", `"kind":"rescue",`, ``, ""},
	{"no id", `"id":"a-1",`, ``, ""},
	{"an advisory among records", `"kind":"rescue"`, `"kind":"advisory"`, "/kind"},
	{"a kind in capitals", `"kind":"rescue"`, `"kind":"Rescue"`, "/kind"},
	{"an empty id", `"id":"a-1"`, `"id":""`, "/id"},
	{"an id that is too long", `"id":"a-1"`, `"id":"` + strings.Repeat("a", 129) + `"`, "/id"},
	{"a number as id", `"id":"a-1"`, `"id":1`, "/id"},
	{"a member nobody knows", `"lure":`, `"victim":"x","lure":`, ""},
	{"null", `"notes":"none"`, `"notes":null`, "/notes"},
	{"empty text", `"notes":"none"`, `"notes":""`, "/notes"},
	{"an interval as date of publication", `"published":"2024-03-30"`, `"published":"2024-03/2024-04"`, "/published"},
	{"a day that does not exist", `"published":"2024-03-30"`, `"published":"2024-02-30"`, "/published"},
	{"29 February in no leap year", `"published":"2024-03-30"`, `"published":"2023-02-29"`, "/published"},
	{"a time of day", `"published":"2024-03-30"`, `"published":"2024-03-30T10:00:00Z"`, "/published"},
	{"a day-month date", `"published":"2024-03-30"`, `"published":"30/03/2024"`, "/published"},
	{"an interval without ends", `"occurred":"2024-03/2024-04"`, `"occurred":"../.."`, "/occurred"},
	{"EDTF level 2", `"occurred":"2024-03/2024-04"`, `"occurred":"[2024,2025]"`, "/occurred"},
	{"a country's name as code", `"country":"KH"`, `"country":"Cambodia"`, "/place/country"},
	{"a subdivision without its country", `"KH-18"`, `"18"`, "/place/admin1"},
	{"a latitude without a longitude", `,"lon":103.5`, ``, "/place"},
	{"a latitude off the globe", `"lat":10.6`, `"lat":90.1`, "/place/lat"},
	{"a coordinate as text", `"lat":10.6`, `"lat":"10.6"`, "/place/lat"},
	{"an empty list", `"agencies":["police"]`, `"agencies":[]`, "/agencies"},
	{"a text where a list is due", `"agencies":["police"]`, `"agencies":"police"`, "/agencies"},
	{"a condition that is not in the list", `"deception"`, `"fraud"`, "/conditions/0"},
	{"an unknown measure", `"measure":"freed"`, `"measure":"rescued"`, "/figures/0/measure"},
	{"no measure", `"measure":"freed",`, ``, "/figures/0"},
	{"a count as number", `"count":"240..250..260"`, `"count":250`, "/figures/0/count"},
	{"a count with a separator", `"count":"240..250..260"`, `"count":"1,234"`, "/figures/0/count"},
	{"a count below zero", `"count":"240..250..260"`, `"count":"<0"`, "/figures/0/count"},
	{"a negative count", `"count":"240..250..260"`, `"count":"-1"`, "/figures/0/count"},
	{"a leading zero", `"count":"240..250..260"`, `"count":"007"`, "/figures/0/count"},
	{"neither count nor text", `"count":"240..250..260","text":"some 250",`, ``, "/figures/0"},
	{"an unknown accrual", `"accrual":"period"`, `"accrual":"yearly"`, "/figures/0/accrual"},
	{"an interval as window's end", `"to":"2024-04-XX"`, `"to":"2024-04/.."`, "/figures/0/to"},
	{"a sex spelt out", `"sex":"F"`, `"sex":"female"`, "/figures/0/group/sex"},
	{"an age without an end", `"age":"18-24"`, `"age":"18-"`, "/figures/0/group/age"},
	{"an own dimension without a value", `"exploitation":"Labour"`, `"exploitation":""`, "/figures/0/group/by/exploitation"},
	{"beside that is not true", `"beside":true`, `"beside":false`, "/figures/0/beside"},
	{"money without a currency", `"measure":"freed"`, `"measure":"lost"`, "/figures/0/unit"},
	{"a file as source", `"https://example.org/a?b=c"`, `"file:///etc/hostname"`, "/source/url"},
	{"a source's kind nobody knows", `"kind":"media"`, `"kind":"press"`, "/source/kind"},
	{"a grade outside the scale", `"grade":"B2"`, `"grade":"B7"`, "/source/grade"},
	{"an empty id in a list of ids", `"retracts":["a-000"]`, `"retracts":[""]`, "/retracts/0"},
}

func TestBrokenRecordsAreRefused(t *testing.T) {
	s := compile(t)
	if err := s.Validate(decode(t, full)); err != nil {
		t.Fatal(err)
	}
	for _, c := range broken {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(full, c.from, c.to, 1)
			if text == full {
				t.Fatal("the case changes nothing")
			}
			err := s.Validate(decode(t, text))
			invalid, ok := errors.AsType[*jsonschema.ValidationError](err)
			if !ok {
				t.Fatalf("accepted (%v)", err)
			}
			if !points(invalid, c.at) {
				t.Errorf("no fault at %q: %v", c.at, err)
			}
		})
	}
}

// points reports whether e or one of its causes lies at the JSON Pointer at.
func points(e *jsonschema.ValidationError, at string) bool {
	if len(e.Causes) == 0 {
		var pointer strings.Builder
		for _, name := range e.InstanceLocation {
			pointer.WriteString("/" + name)
		}
		return pointer.String() == at
	}
	for _, cause := range e.Causes {
		if points(cause, at) {
			return true
		}
	}
	return false
}
