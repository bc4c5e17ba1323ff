package schema

import (
	"bytes"
	"encoding/json"
	"iter"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestListsAreTheLibrarys compares every list of codes in the schema with the library's, so that neither grows alone.
func TestListsAreTheLibrarys(t *testing.T) {
	compareLists(t, schemaFile, map[string][]string{
		"properties/kind":                              texts(incident.Kinds()),
		"properties/conditions/items":                  texts(incident.Conditions()),
		"properties/source/properties/kind":            texts(incident.SourceKinds()),
		"$defs/figure/properties/measure":              texts(incident.Measures()),
		"$defs/figure/properties/accrual":              texts(incident.Accruals()),
		"$defs/figure/properties/group/properties/sex": {"F", "M", "X", incident.Unknown},
	})
	compareLists(t, advisorySchema, map[string][]string{
		"properties/status":                         texts(advisory.Statuses()),
		"properties/msgType":                        texts(advisory.MsgTypes()),
		"properties/urgency":                        texts(advisory.Urgencies()),
		"properties/severity":                       texts(advisory.Severities()),
		"properties/certainty":                      texts(advisory.Certainties()),
		"properties/categories/items":               texts(advisory.Categories()),
		"properties/responseTypes/items":            texts(advisory.ResponseTypes()),
		"properties/contacts/items/properties/kind": {string(advisory.Phone), string(advisory.Email), string(advisory.URL), string(advisory.App)},
		"properties/source/properties/kind":         texts(incident.SourceKinds()),
	})
	compareLists(t, entrySchema, map[string][]string{"properties/status": texts(advisory.EntryStatuses())})
	compareLists(t, offerSchema, map[string][]string{"properties/payPeriod": texts(advisory.PayPeriods())})
}

// TestDefinitionsAreShared compares what all schemas have with that of records.
func TestDefinitionsAreShared(t *testing.T) {
	load := func(name string) (s struct {
		Properties, Defs map[string]any
	},
	) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(bytes.Replace(data, []byte(`"$defs"`), []byte(`"defs"`), 1), &s); err != nil {
			t.Fatal(err)
		}
		return s
	}
	record := load(schemaFile)
	for _, name := range []string{advisorySchema, entrySchema, offerSchema} {
		other := load(name)
		for def, is := range other.Defs {
			if want := record.Defs[def]; want != nil && !reflect.DeepEqual(is, want) {
				t.Errorf("%s: $defs/%s is another one than of records", name, def)
			}
		}
		if is := other.Properties["source"]; is != nil && !reflect.DeepEqual(is, record.Properties["source"]) {
			t.Errorf("%s: the source is another one than of records", name)
		}
	}
}

func compareLists(t *testing.T, file string, lists map[string][]string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var document any
	if err := json.Unmarshal(data, &document); err != nil {
		t.Fatal(err)
	}
	for path, want := range lists {
		at := document
		for name := range strings.SplitSeq(path+"/enum", "/") {
			object, _ := at.(map[string]any)
			at = object[name]
		}
		var got []string
		values, _ := at.([]any)
		for _, v := range values {
			s, _ := v.(string)
			got = append(got, s)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s\nschema  %q\nlibrary %q", path, got, want)
		}
	}
}

func texts[T ~string](seq iter.Seq[T]) (all []string) {
	for v := range seq {
		all = append(all, string(v))
	}
	return all
}

// accepts tells whether a record with the text in place of @ is valid.
func accepts(t *testing.T, s *jsonschema.Schema, record, text string) bool {
	t.Helper()
	quoted, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(decode(t, strings.Replace(record, "@", string(quoted), 1))) == nil
}

// TestCountsAreTheLibrarys compares the pattern for counts with the library's parser on texts made of what counts are made
// of. The one thing that a pattern does not see is the size of numbers.
func TestCountsAreTheLibrarys(t *testing.T) {
	const record = `{"kind":"tally","id":"x","figures":[{"measure":"calls","count":@}]}`
	pieces := []string{"0", "1", "7", "12", "250", "007", "~", "<", ">", "<=", ">=", "..", ".", "-", "+", " ", ",", "e", "x", "9223372036854775807"}
	compare(t, record, pieces, func(text string) (accepted, undecided bool) {
		_, err := incident.ParseCount(text)
		return err == nil, code(err) == incident.CodeCountRange && text != "<0"
	})
}

// TestDatesAreTheLibrarys does the same for dates; a pattern does not see that an interval ends before it starts.
func TestDatesAreTheLibrarys(t *testing.T) {
	pieces := []string{
		"2024", "2023", "1900", "2000", "0000", "201X", "20XX", "2XXX", "-01", "-02", "-04", "-12", "-13", "-00", "-21", "-24", "-25", "-XX",
		"-28", "-29", "-30", "-31", "-32", "-1", "~", "?", "%", "/", "..", "T10:00", "Y", "[", "X", " ", "S2",
	}
	const published = `{"kind":"tally","id":"x","published":@}`
	compare(t, published, pieces, func(text string) (accepted, undecided bool) {
		d, err := incident.ParseDate(text)
		return err == nil && !d.IsInterval(), false
	})
	const occurred = `{"kind":"tally","id":"x","occurred":@}`
	compare(t, occurred, pieces, func(text string) (accepted, undecided bool) {
		_, err := incident.ParseDate(text)
		return err == nil, code(err) == incident.CodeDateOrder
	})
}

// compare makes texts of pieces and compares the schema's verdict on each with the library's.
func compare(t *testing.T, record string, pieces []string, library func(string) (accepted, undecided bool)) {
	t.Helper()
	s := compile(t)
	random := rand.New(rand.NewPCG(1, 2))
	verdicts := map[bool]int{}
	for range 40_000 {
		var b strings.Builder
		for range 1 + random.IntN(5) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		want, undecided := library(b.String())
		if undecided {
			continue
		}
		verdicts[want]++
		if got := accepts(t, s, record, b.String()); got != want {
			t.Errorf("%q: schema accepts it: %t, library: %t", b.String(), got, want)
		}
	}
	if verdicts[true] < 100 || verdicts[false] < 100 {
		t.Errorf("the texts show too little: %v", verdicts)
	}
}

func code(err error) incident.Code {
	if e, ok := err.(*incident.SyntaxError); ok {
		return e.Code
	}
	return ""
}
