package adaptertest

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

//go:embed corpus
var corpus embed.FS

// Corpus returns the cases, a folder each:
//
//   - in.json and in.csv are the input in the reference forms, in one of them
//     where the other cannot have the fault;
//   - want.findings is what must be said of them, a line each, as "in.json:4:31
//     error /figures/0/count count.syntax", in the order in which it is found,
//     with - for the path of the whole record or file;
//   - want.json are the records that are accepted, as one array;
//   - notes says what the case is about.
//
// Records are read past bad ones, judged as of [CorpusDay] and compared with
// each other. A Corpus is safe for concurrent use.
func Corpus() fs.FS {
	sub, err := fs.Sub(corpus, "corpus")
	if err != nil {
		panic("adaptertest: the corpus is not embedded") // impossible
	}
	return sub
}

// CorpusDay is the day on which the records of the [Corpus] are judged.
const CorpusDay = "2025-12-31"

// A CorpusFormat is one of the forms in which the [Corpus] is written, and how
// it is read.
type CorpusFormat struct {
	Input      string // "in.json" or "in.csv"
	NewDecoder func(io.Reader) (adapters.Decoder[incident.Record], error)
	NewWanted  func(io.Reader) (adapters.Decoder[incident.Record], error) // reads want.json
}

// RunCorpus reads every case of the [Corpus] that is written in the form, each
// as a subtest.
func RunCorpus(t *testing.T, f CorpusFormat) {
	t.Helper()
	runCorpus(goTest{t}, f, Corpus())
}

func runCorpus(t tb, f CorpusFormat, cases fs.FS) {
	t.Helper()
	inputs, err := fs.Glob(cases, "*/"+f.Input)
	if err != nil || len(inputs) == 0 {
		t.Fatalf("there are no cases with %s: %v", f.Input, err)
	}
	for _, input := range inputs {
		folder := path.Dir(input)
		t.part(folder, func(t tb) {
			read := func(name string) []byte {
				b, err := fs.ReadFile(cases, path.Join(folder, name))
				if err != nil {
					t.Fatalf("%v", err)
				}
				return b
			}
			got, findings, err := observe(t.Context(), f, read(f.Input))
			if err != nil {
				t.Fatalf("%v", err)
			}
			var want []string
			for line := range strings.Lines(string(read("want.findings"))) {
				if strings.HasPrefix(line, f.Input+":") {
					want = append(want, strings.TrimSuffix(line, "\n"))
				}
			}
			for i := range max(len(want), len(findings)) {
				if w, g := at(want, i), at(findings, i); w != g {
					t.Errorf("finding %d is %q, want %q", i+1, g, w)
				}
			}
			f := f
			f.NewDecoder = f.NewWanted
			wanted, _, err := observe(t.Context(), f, read("want.json"))
			if err != nil {
				t.Fatalf("want.json: %v", err)
			}
			if len(got) != len(wanted) {
				t.Fatalf("%d records are accepted, want %d", len(got), len(wanted))
			}
			for i := range got {
				if where, differs := differing(wanted[i], got[i]); differs {
					t.Errorf("accepted record %d differs in %q", i+1, where)
				}
			}
		})
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "none"
}

// observe reads an input and returns the records that were accepted and what is
// to be said of all.
func observe(ctx context.Context, f CorpusFormat, input []byte) (accepted []*incident.Record, findings []string, err error) {
	day, err := incident.ParseDate(CorpusDay)
	if err != nil {
		return nil, nil, err
	}
	say := func(at adapters.Position, severity incident.Severity, path string, code incident.Code) {
		if path == "" {
			path = "-"
		}
		findings = append(findings, fmt.Sprintf("%s:%d:%d %s %s %s", f.Input, at.Line, at.Column, severity, path, code))
	}
	sayAll := func(faults []adapters.Fault) {
		for _, f := range faults {
			say(f.At, f.Severity, f.Path, f.Code)
		}
	}
	dec, err := f.NewDecoder(bytes.NewReader(input))
	if err != nil {
		return nil, nil, err
	}
	r := adapters.NewReader(dec, &adapters.ReadOptions{
		Policy: adapters.Skip, Report: func(e *adapters.RecordError) { sayAll(e.Findings) },
	})
	var links incident.Links
	var starts []adapters.Position
	for rec, err := range r.All(ctx) {
		if e, ok := errors.AsType[*adapters.FileError](err); ok {
			say(e.Position, incident.Error, "", e.Code)
			break
		} else if err != nil {
			return nil, nil, err
		}
		fs := append(rec.Check(&incident.CheckOptions{AsOf: day}), links.Add(rec, len(starts))...)
		for _, f := range fs {
			at, _ := r.Locate(f.Path)
			say(at, f.Severity, f.Path, f.Code)
		}
		start, _ := r.Locate("")
		accepted, starts = append(accepted, rec), append(starts, start)
	}
	for i, f := range links.Finish() {
		say(starts[i], f.Severity, f.Path, f.Code)
	}
	sayAll(r.Summary().Repairs)
	return accepted, findings, nil
}
