package jsonio_test

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

// corpus returns the public reports that lie beside the repository.
func corpus(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("../../../shared/corpus/reports.ndjson")
	if err != nil {
		t.Skip("the corpus of public reports is not there: ", err)
	}
	return data
}

// renewed is data with the old ISO 3166-2 code of Odisha, which two reports
// have, in the form in which it is written.
func renewed(data []byte) []byte { return bytes.ReplaceAll(data, []byte(`"IN-OR"`), []byte(`"IN-OD"`)) }

// decodeAll reads data under Policy Keep and fails the test if the file as a
// whole cannot be read.
func decodeAll(t testing.TB, data []byte, o *jsonio.DecodeOptions) ([]*incident.Record, adapters.Summary) {
	t.Helper()
	r := adapters.NewReader(jsonio.NewDecoder(bytes.NewReader(data), o), &adapters.ReadOptions{Policy: adapters.Keep})
	var recs []*incident.Record
	for rec, err := range r.All(t.Context()) {
		if err != nil {
			t.Fatalf("read: %v", err)
		}
		recs = append(recs, rec)
	}
	return recs, r.Summary()
}

func encodeAll(t testing.TB, recs []*incident.Record, o *jsonio.EncodeOptions) []byte {
	t.Helper()
	var b bytes.Buffer
	e := jsonio.NewEncoder(&b, o)
	for _, r := range recs {
		if err := e.Encode(t.Context(), r); err != nil {
			t.Fatalf("encode: %v", err)
		}
	}
	if err := e.Close(); err != nil {
		t.Fatalf("close: %v", err)
	}
	return b.Bytes()
}

func TestCorpusRoundTrip(t *testing.T) {
	data := corpus(t)
	recs, sum := decodeAll(t, data, nil)
	for _, e := range sum.Errors {
		t.Error(e)
	}
	if len(recs) != 186 {
		t.Fatalf("%d records, want 186", len(recs))
	}
	if d := cmp.Diff(string(renewed(data)), string(encodeAll(t, recs, nil))); d != "" {
		t.Errorf("Lines: -read +written\n%s", d)
	}
	array := encodeAll(t, recs, &jsonio.EncodeOptions{Form: jsonio.Document})
	again, sum := decodeAll(t, array, &jsonio.DecodeOptions{Form: jsonio.Document})
	if sum.Read != 186 || !sum.Complete {
		t.Fatalf("array: %+v", sum)
	}
	if d := cmp.Diff(string(renewed(data)), string(encodeAll(t, again, nil))); d != "" {
		t.Errorf("Document: -read +written\n%s", d)
	}
}

// Every record of the corpus is one even when it was printed over lines.
func TestCorpusPrinted(t *testing.T) {
	for line := range bytes.Lines(renewed(corpus(t))) {
		recs, _ := decodeAll(t, printed(t, line), nil)
		if len(recs) != 1 {
			t.Fatalf("%d records of one printed over lines", len(recs))
		}
		if got := encodeAll(t, recs, nil); !bytes.Equal(got, line) {
			t.Errorf("-printed +written\n%s", cmp.Diff(string(line), string(got)))
		}
	}
}

// Texts in any script come back byte by byte, or the record is refused.
func TestTextCases(t *testing.T) {
	data, err := os.ReadFile("../../../shared/oracles/text-cases.ndjson")
	if err != nil {
		t.Skip("the text cases are not there: ", err)
	}
	kept := 0
	for line := range bytes.Lines(data) {
		var c struct {
			ID  string
			Hex string `json:"utf8_hex"`
		}
		if err := json.Unmarshal(line, &c); err != nil {
			t.Fatal(err)
		}
		text, err := hex.DecodeString(strings.ReplaceAll(c.Hex, " ", ""))
		if err != nil {
			t.Fatalf("%s: %v", c.ID, err)
		}
		var quoted strings.Builder
		for _, b := range text { // bytes, not characters: not all of these are UTF-8
			if b < ' ' || b == '"' || b == '\\' {
				fmt.Fprintf(&quoted, `\u%04x`, b)
			} else {
				quoted.WriteByte(b)
			}
		}
		recs, sum := decodeAll(t, []byte(rec("A", `,"place":{"name":"`+quoted.String()+`"}`)), nil)
		if len(recs) == 0 {
			if !sum.Errors[0].Findings[0].At.IsZero() && sum.Errors[0].Findings[0].Path == "/place/name" {
				continue
			}
			t.Errorf("%s: %v", c.ID, sum.Errors)
			continue
		}
		kept++
		again, _ := decodeAll(t, encodeAll(t, recs, nil), nil)
		if recs[0].Place.Name != string(text) || again[0].Place.Name != string(text) {
			t.Errorf("%s: the text was changed", c.ID)
		}
	}
	if kept < 5 {
		t.Errorf("%d texts were accepted", kept)
	}
}
