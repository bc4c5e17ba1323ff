package jsonio_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
)

// printed returns a JSON text over several lines.
func printed(t testing.TB, line []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := json.Indent(&b, line, "", "  "); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// outcome is what became of an input: the ids of its good records, its faults
// as "record line:column@offset code path" and what ended it, "" for its end.
type outcome struct {
	Accepted []string
	Faults   []string
	End      string
}

// outcomeOf reads r to the end and checks that every record was accounted for.
func outcomeOf(t testing.TB, r io.Reader, o *jsonio.DecodeOptions) outcome {
	t.Helper()
	var out outcome
	place := func(at adapters.Position) string { return fmt.Sprintf("%d:%d@%d", at.Line, at.Column, at.Offset) }
	read := adapters.NewReader(jsonio.NewDecoder(r, o), &adapters.ReadOptions{
		Policy: adapters.Skip,
		Report: func(e *adapters.RecordError) {
			for _, f := range e.Findings {
				out.Faults = append(out.Faults, fmt.Sprintf("%d %s %s %s", e.Record, place(f.At), f.Code, f.Path))
			}
			if e.Unlisted > 0 {
				out.Faults = append(out.Faults, fmt.Sprintf("%d and %d more", e.Record, e.Unlisted))
			}
		},
	})
	for rec, err := range read.All(t.Context()) {
		if err == nil {
			out.Accepted = append(out.Accepted, rec.ID)
			continue
		}
		e, ok := errors.AsType[*adapters.FileError](err)
		if !ok {
			t.Fatalf("the reading ended with %T: %v", err, err)
		}
		if out.End = place(e.Position) + " " + string(e.Code); e.Err != nil {
			out.End = e.Err.Error()
		}
	}
	if s := read.Summary(); s.Read != s.Accepted+s.Rejected || s.Accepted != len(out.Accepted) || s.Complete != (out.End == "") {
		t.Errorf("records were lost: %+v", s)
	}
	return out
}

// check reads in. It holds a ^ in front of each byte where a fault is expected,
// which the faults of want then have as their place; so has its End.
func check(t testing.TB, in string, o *jsonio.DecodeOptions, want outcome) {
	t.Helper()
	text, places := unmark(in)
	want.Faults = slices.Clone(want.Faults)
	for i, f := range want.Faults {
		if record, what, _ := strings.Cut(f, " "); !strings.HasPrefix(what, "and ") {
			want.Faults[i] = record + " " + places[i] + " " + what
		}
	}
	if want.End != "" {
		want.End = places[len(places)-1] + " " + want.End
	}
	if d := cmp.Diff(want, outcomeOf(t, strings.NewReader(text), o), cmpopts.EquateEmpty()); d != "" {
		t.Errorf("%.200q: -want +got\n%s", text, d)
	}
}

// unmark takes the marks away and returns their places as line:column@offset.
func unmark(in string) (text string, places []string) {
	for part := range strings.SplitSeq(in, "^") {
		if places == nil {
			text, places = part, []string{}
			continue
		}
		line := 1 + strings.Count(text, "\n")
		column := len(text) - strings.LastIndexByte(text, '\n')
		places = append(places, fmt.Sprintf("%d:%d@%d", line, column, len(text)))
		text += part
	}
	return text, places
}

var (
	asDocument = &jsonio.DecodeOptions{Form: jsonio.Document}
	asLines    = &jsonio.DecodeOptions{Form: jsonio.Lines}
)

// rec is a record with nothing but what is required, and more members if given.
func rec(id, more string) string { return `{"kind":"rescue","id":"` + id + `"` + more + `}` }

func recordError(t testing.TB, err error) *adapters.RecordError {
	t.Helper()
	e, ok := errors.AsType[*adapters.RecordError](err)
	if !ok || len(e.Findings) == 0 {
		t.Fatalf("error = %v (%T), want a *RecordError with findings", err, err)
	}
	return e
}

func fileError(t testing.TB, err error) *adapters.FileError {
	t.Helper()
	e, ok := errors.AsType[*adapters.FileError](err)
	if !ok {
		t.Fatalf("error = %v (%T), want a *FileError", err, err)
	}
	return e
}
