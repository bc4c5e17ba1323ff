package adaptertest

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

var update = flag.Bool("update", false, "write want.findings and want.json of the corpus anew, to be read before they are committed")

func fromJSON(r io.Reader) (adapters.Decoder[incident.Record], error) {
	return jsonio.NewDecoder(r, &jsonio.DecodeOptions{Form: jsonio.Document}), nil
}

func fromCSV(r io.Reader) (adapters.Decoder[incident.Record], error) {
	return csvio.NewDecoder(r, nil), nil
}

var corpusFormats = []CorpusFormat{{"in.json", fromJSON, fromJSON}, {"in.csv", fromCSV, fromJSON}}

func TestCorpus(t *testing.T) {
	if *update {
		writeCorpus(t)
		t.Log("written anew: run the test without -update, it reads what is embedded")
		return
	}
	for _, f := range corpusFormats {
		t.Run(f.Input, func(t *testing.T) { RunCorpus(t, f) })
	}
}

func writeCorpus(t *testing.T) {
	folders, err := os.ReadDir("corpus")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		dir := filepath.Join("corpus", folder.Name())
		var findings []string
		written := false // want.json, which the forms have in common
		for _, f := range corpusFormats {
			input, err := os.ReadFile(filepath.Join(dir, f.Input))
			if errors.Is(err, fs.ErrNotExist) {
				continue
			} else if err != nil {
				t.Fatal(err)
			}
			accepted, found, err := observe(t.Context(), f, input)
			if err != nil {
				t.Fatal(err)
			}
			findings = append(findings, found...)
			if written {
				continue
			}
			written = true
			var b bytes.Buffer
			w := adapters.NewWriter(jsonio.NewEncoder(&b, &jsonio.EncodeOptions{Form: jsonio.Document}))
			for _, rec := range accepted {
				if err := w.Write(t.Context(), rec); err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "want.json"), b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		text := strings.Join(append(findings, ""), "\n")
		if err := os.WriteFile(filepath.Join(dir, "want.findings"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// different are the cases in which the two forms give different findings, and
// why.
var different = map[string]string{
	"cut":            "each form has its own code",
	"date-day-first": "only a table is written by people who put the day first, or the month",
	"not-utf-8":      "a row is split before its cells are read",
	"two-faults":     "findings stand in the order of the input: a record's own cells are in its first row",
}

// TestCorpusFormsAgree checks that the two forms of a case give the same
// findings at their own places, and what the cases are worth together.
func TestCorpusFormsAgree(t *testing.T) {
	cases := Corpus()
	folders, err := fs.ReadDir(cases, ".")
	if err != nil {
		t.Fatal(err)
	}
	if len(folders) < 25 {
		t.Errorf("%d cases, want 25 at least", len(folders))
	}
	codes := map[string]bool{}
	for _, folder := range folders {
		text, err := fs.ReadFile(cases, folder.Name()+"/want.findings")
		if err != nil {
			t.Fatal(err)
		}
		said := map[string][]string{}
		for line := range strings.Lines(string(text)) {
			where, what, _ := strings.Cut(strings.TrimSpace(line), " ")
			input, _, _ := strings.Cut(where, ":")
			said[input] = append(said[input], what)
			codes[what[strings.LastIndexByte(what, ' ')+1:]] = true
		}
		inputs, err := fs.Glob(cases, folder.Name()+"/in.*")
		if err != nil || len(inputs) == 0 {
			t.Errorf("%s has no input (%v)", folder.Name(), err)
		}
		d := cmp.Diff(said["in.json"], said["in.csv"])
		if len(inputs) == 2 && (d != "") != (different[folder.Name()] != "") {
			t.Errorf("%s: -json +csv\n%s", folder.Name(), d)
		}
	}
	for code := range codes {
		if _, known := incident.Code(code).Info(); !known {
			t.Errorf("%q is no code", code)
		}
	}
	if len(codes) < 40 {
		t.Errorf("the cases produce %d codes, want 40 at least", len(codes))
	}
}

// TestCorpusFindsFault shows that a case can fail: in each way one expectation
// is not met.
func TestCorpusFindsFault(t *testing.T) {
	good := func() fstest.MapFS {
		m := fstest.MapFS{}
		for _, name := range []string{"in.json", "in.csv", "want.findings", "want.json", "notes"} {
			b, err := fs.ReadFile(Corpus(), "flow/"+name)
			if err != nil {
				t.Fatal(err)
			}
			m["flow/"+name] = &fstest.MapFile{Data: b}
		}
		return m
	}
	for _, c := range []struct {
		name   string
		change func(fstest.MapFS)
		fails  bool
	}{
		{"nothing", func(fstest.MapFS) {}, false},
		{"one finding fewer", func(m fstest.MapFS) { m["flow/want.findings"].Data = nil }, true},
		{"another line", replaceIn("flow/want.findings", "in.json:3", "in.json:4"), true},
		{"another code", replaceIn("flow/want.findings", "figure.flow", "figure.parts"), true},
		{"another count", replaceIn("flow/want.json", `"9"`, `"8"`), true},
		{"a record more", replaceIn("flow/want.json", "[", `[{"kind":"rescue","id":"more"},`), true},
		{"no expectation", func(m fstest.MapFS) { delete(m, "flow/want.json") }, true},
		{"no cases", func(m fstest.MapFS) { clear(m) }, true},
	} {
		m := good()
		c.change(m)
		var failures []failure
		recorder{t, "", &failures}.part("", func(t tb) { runCorpus(t, corpusFormats[0], m) })
		if (len(failures) > 0) != c.fails {
			t.Errorf("%s changed: %v", c.name, failures)
		}
	}
}

func replaceIn(name, old, with string) func(fstest.MapFS) {
	return func(m fstest.MapFS) { m[name].Data = bytes.ReplaceAll(m[name].Data, []byte(old), []byte(with)) }
}
