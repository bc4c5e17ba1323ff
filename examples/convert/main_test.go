package main

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const corpus = "../sitrep/corpus/reports.ndjson"

func call(t *testing.T, in string, args ...string) (out, log string, code int) {
	t.Helper()
	var o, l bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(in), &o, &l)
	return o.String(), l.String(), code
}

func must(t *testing.T, in string, args ...string) string {
	t.Helper()
	out, log, code := call(t, in, args...)
	if code != 0 {
		t.Fatalf("convert %q: exit %d, %s", args, code, log)
	}
	return out
}

// TestRoundTrips: the corpus is the same to the byte after every way through the formats.
func TestRoundTrips(t *testing.T) {
	want := must(t, "", "-out", "ndjson", corpus)
	for _, way := range [][]string{{"csv"}, {"json"}, {"csv", "json"}, {"json", "csv"}, {"csv", "ndjson", "csv"}} {
		have, format := want, "ndjson"
		for _, next := range append(way, "ndjson") {
			have = must(t, have, "-in", format, "-out", next, "-")
			format = next
		}
		if have != want {
			t.Errorf("by way of %v: %s", way, cmp.Diff(strings.Split(want, "\n"), strings.Split(have, "\n")))
		}
	}
}

// TestSameAsRead compares with the file itself, read without the library: every member is there as it was, but for the two
// records whose subdivision has a new code.
func TestSameAsRead(t *testing.T) {
	data, err := os.ReadFile(corpus)
	if err != nil {
		t.Fatal(err)
	}
	out := strings.SplitAfter(must(t, "", "-out", "ndjson", corpus), "\n")
	renamed := 0
	for i, line := range strings.SplitAfter(string(data), "\n") {
		if line == "" {
			continue
		}
		if strings.Contains(line, `"IN-OR"`) {
			renamed++
			line = strings.ReplaceAll(line, `"IN-OR"`, `"IN-OD"`)
		}
		var want, got any
		if json.Unmarshal([]byte(line), &want) != nil || json.Unmarshal([]byte(out[i]), &got) != nil {
			t.Fatalf("line %d is no JSON", i+1)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("line %d: -want +got %s", i+1, d)
		}
	}
	t.Logf("%d records with a subdivision that was renamed", renamed)
}

// TestCSV: one row a figure, or one for a record without figures.
func TestCSV(t *testing.T) {
	data, err := os.ReadFile(corpus)
	if err != nil {
		t.Fatal(err)
	}
	want := 1
	for line := range bytes.Lines(data) {
		var r struct{ Figures []any }
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		want += max(len(r.Figures), 1)
	}
	rows, err := csv.NewReader(strings.NewReader(must(t, "", "-out", "csv", corpus))).ReadAll()
	if err != nil || len(rows) != want {
		t.Errorf("%d rows, %v; want %d", len(rows), err, want)
	}
}

func TestCompressed(t *testing.T) {
	data, err := os.ReadFile(corpus)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(data); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	whole, cut, out := filepath.Join(dir, "whole.ndjson.gz"), filepath.Join(dir, "cut.ndjson.gz"), filepath.Join(dir, "out.csv")
	write(t, whole, b.Bytes())
	write(t, cut, b.Bytes()[:b.Len()-1])
	write(t, out, []byte("old"))
	if got := must(t, "", whole); got != must(t, "", corpus) {
		t.Error("the compressed corpus reads differently")
	}
	got, log, code := call(t, "", "-o", out, cut)
	if code != 2 || got != "" || !strings.Contains(log, "archive.corrupt") {
		t.Errorf("cut: exit %d, %q, %s", code, got, log)
	}
	if kept, _ := os.ReadFile(out); string(kept) != "old" {
		t.Errorf("the old file became %q", kept)
	}
}

// TestRejected: the good records are written, the bad one is reported.
func TestRejected(t *testing.T) {
	in := `{"kind":"rescue","id":"a"}` + "\n{\n" + `{"kind":"rescue","id":"b"}` + "\n"
	out, log, code := call(t, in, "-in", "ndjson", "-")
	if want := `{"kind":"rescue","id":"a"}` + "\n" + `{"kind":"rescue","id":"b"}` + "\n"; code != 1 || out != want ||
		!strings.HasPrefix(log, "stdin:2:") || !strings.HasSuffix(log, "[json.unexpected-end]\n") {
		t.Errorf("exit %d, %q, %s", code, out, log)
	}
}

func TestWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.json"), filepath.Join(dir, "out.json")
	write(t, in, []byte(`[{"kind":"rescue","id":"a"},`))
	if _, _, code := call(t, "", "-o", out, in); code != 2 {
		t.Errorf("a cut array: exit %d", code)
	}
	if _, err := os.Stat(out); !os.IsNotExist(err) {
		t.Errorf("the output is there: %v", err)
	}
	if got := must(t, "", "-o", out, "-out", "json", corpus); got != "" {
		t.Errorf("wrote %q to the standard output too", got)
	}
	if got, _ := os.ReadFile(out); string(got) != must(t, "", "-out", "json", corpus) {
		t.Error("-o wrote something else")
	}
}

// TestKinds: what is no record goes through every format and back.
func TestKinds(t *testing.T) {
	for kind, line := range map[string]string{
		"advisory": `{"kind":"advisory","id":"a","issuer":"b","issued":"2024","infos":[{"lang":"en","headline":"h"},{"lang":"fr","headline":"t"}],"contacts":[{"kind":"phone","value":"1500"}]}`,
		"entry":    `{"authority":"a","country":"IN","name":"n","aka":["x","y"],"capacity":">=100"}`,
		"offer":    `{"role":"r","pay":"800","destinations":["KH","LA"],"promises":["a;b"]}`,
	} {
		text := line + "\n"
		for _, format := range []string{"csv", "json", "ndjson"} {
			there, log, code := call(t, text, "-kind", kind, "-in", "ndjson", "-out", format, "-")
			back, more, again := call(t, there, "-kind", kind, "-in", format, "-out", "ndjson", "-")
			if code != 0 || again != 0 || back != text {
				t.Errorf("%s by %s: exit %d, %d, %s%s%s", kind, format, code, again, back, log, more)
			}
		}
		if _, _, code := call(t, text, "-kind", kind, "-in", "ndjson", "-out", "xml", "-"); code != 2 {
			t.Errorf("%s as XML: exit %d", kind, code)
		}
	}
}

func TestCannot(t *testing.T) {
	for name, args := range map[string][]string{
		"no file": {}, "two files": {corpus, corpus}, "unknown kind": {"-kind", "x", corpus}, "unknown output": {"-out", "xml", corpus}, "unknown input": {"-in", "xml", corpus},
	} {
		if out, log, code := call(t, "", args...); code != 2 || out != "" || log == "" {
			t.Errorf("%s: exit %d, %q, %q", name, code, out, log)
		}
	}
	if _, log, code := call(t, "", "-h"); code != 0 || !strings.HasPrefix(log, "usage: convert [-in FMT]") {
		t.Errorf("help: exit %d, %s", code, log)
	}
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestOnlyAdvisoriesAsCAP: what cannot be CAP is said to be so, and advisories can.
func TestOnlyAdvisoriesAsCAP(t *testing.T) {
	for _, kind := range []string{"record", "entry", "offer"} {
		if out, log, code := call(t, "", "-kind", kind, "-in", "ndjson", "-out", "cap", "-"); code != 2 || out != "" || !strings.Contains(log, "only advisories are written as CAP") {
			t.Errorf("%s: exit %d, %s", kind, code, log)
		}
	}
	const advisory = `{"kind":"advisory","id":"a","issuer":"b","issued":"2024-01-10"}` + "\n"
	feed := must(t, advisory, "-kind", "advisory", "-in", "ndjson", "-out", "cap", "-")
	if got := must(t, feed, "-kind", "advisory", "-in", "cap", "-"); got != advisory {
		t.Errorf("there and back: %s", got)
	}
}
