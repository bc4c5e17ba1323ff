package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const corpus = "../sitrep/corpus/reports.ndjson"

// call runs the program and returns what it wrote and its exit code.
func call(t *testing.T, in string, args ...string) (out, log string, code int) {
	t.Helper()
	var o, l bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(in), &o, &l)
	return o.String(), l.String(), code
}

// finding is a line of -json.
type finding struct {
	File, ID, Path, Code, Severity, Message string
	Record, Line, Column                    int
	Offset                                  int64
	Summary                                 *struct {
		Read, Accepted, Rejected int
		Findings                 map[string]int
	}
}

func findings(t *testing.T, out string) (all []finding) {
	t.Helper()
	for line := range strings.Lines(out) {
		var f finding
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			t.Fatalf("a line of -json is no JSON: %v", err)
		}
		all = append(all, f)
	}
	return all
}

// rawFigure is a figure as it stands in the file, read without the library.
type rawFigure struct {
	Measure, Count, Text, Accrual, From, To string
	Group                                   map[string]string
}

func rawCorpus(t *testing.T) map[string][]rawFigure {
	t.Helper()
	data, err := os.ReadFile(corpus)
	if err != nil {
		t.Fatal(err)
	}
	raw := map[string][]rawFigure{}
	for line := range bytes.Lines(data) {
		var r struct {
			ID      string
			Figures []rawFigure
		}
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		raw[r.ID] = r.Figures
	}
	return raw
}

// TestCorpus has every finding in the corpus and the arithmetic that proves it: the parts of each whole, added up here from
// the file's own members, and what the whole says at least.
func TestCorpus(t *testing.T) {
	want := map[string]struct {
		code, severity, path string
		parts                []int // figures that are parts of the first one
		sum, least           int
	}{
		"rpt-0021": {"figure.parts", "error", "/figures/0/count", []int{1, 2, 3}, 658, 801},          // the rest is among them, over 800
		"rpt-0081": {"figure.window", "error", "/figures/0/from", nil, 0, 0},                         // a period without from and to
		"rpt-0094": {"figure.parts", "error", "/figures/0/count", []int{1, 2}, 1048, 1090},           // PH and OTHER
		"rpt-0104": {"figure.parts", "error", "/figures/0/count", []int{1, 2}, 186, 187},             // PH and OTHER
		"rpt-0207": {"figure.parts", "warning", "/figures/0/count", []int{1, 2, 3, 4, 5}, 978, 1018}, // by place, no rest
		"rpt-0271": {"figure.parts", "warning", "/figures/0/count", []int{1, 2, 3, 4, 5}, 789, 792},  // by nationality, no rest
	}
	out, log, code := call(t, "", "-json", corpus)
	if code != 1 || log != "" {
		t.Errorf("exit %d, log %q; want 1 and none: the corpus contradicts itself", code, log)
	}
	all := findings(t, out)
	summary := all[len(all)-1].Summary
	if summary == nil || summary.Read != 186 || summary.Accepted != 186 || summary.Rejected != 0 {
		t.Fatalf("summary %+v; want 186 read and accepted", summary)
	}
	raw := rawCorpus(t)
	for _, f := range all[:len(all)-1] {
		w, ok := want[f.ID]
		if !ok || f.Code != w.code || f.Severity != w.severity || f.Path != w.path {
			t.Errorf("finding %+v; want %+v", f, w)
			continue
		}
		delete(want, f.ID)
		if f.Code == "figure.window" {
			if p := raw[f.ID][0]; p.Accrual != "period" || p.From != "" || p.To != "" {
				t.Errorf("%s has its window: %+v", f.ID, p)
			}
			continue
		}
		sum := 0
		for _, i := range w.parts {
			n, err := strconv.Atoi(raw[f.ID][i].Count)
			if err != nil {
				t.Fatal(err)
			}
			sum += n
		}
		least, err := strconv.Atoi(strings.TrimPrefix(raw[f.ID][0].Count, ">"))
		if strings.HasPrefix(raw[f.ID][0].Count, ">") {
			least++
		}
		if err != nil || sum != w.sum || least != w.least || sum >= least {
			t.Errorf("%s: parts come to %d, the whole to at least %d; want %d and %d", f.ID, sum, least, w.sum, w.least)
		}
	}
	for id := range maps.Keys(want) {
		t.Errorf("%s: nothing was found", id)
	}
	if d := cmp.Diff(map[string]int{"figure.parts": 5, "figure.window": 1}, summary.Findings); d != "" {
		t.Error("counts of findings: -want +got", d)
	}
}

// TestPositions asks the file itself what stands at each position.
func TestPositions(t *testing.T) {
	data, err := os.ReadFile(corpus)
	if err != nil {
		t.Fatal(err)
	}
	out, _, _ := call(t, "", "-json", corpus)
	for _, f := range findings(t, out) {
		if f.Summary != nil || f.Code == "figure.window" {
			continue
		}
		lines := bytes.Split(data, []byte("\n"))
		if at := lines[f.Line-1][f.Column-1:]; f.Record != f.Line || at[0] != '"' || !bytes.HasPrefix(data[f.Offset:], at[:20]) {
			t.Errorf("%s: line %d, column %d, offset %d do not lead to a count: %.20s", f.ID, f.Line, f.Column, f.Offset, at)
		}
	}
}

func TestText(t *testing.T) {
	in := `{"kind":"rescue","id":"a","derivedFrom":["nowhere"]}
{"kind":"rescue","id":"a"}
{"kind":"rescu","id":"b","extra":1}
{"kind":"rescue","id":"c","supersedes":["d"]}
{"kind":"rescue","id":"d","supersedes":["c"]}
`
	out, log, code := call(t, in, "-in", "ndjson", "-")
	want := `stdin:2:23: error: /id: [record.duplicate-id]
stdin:3:9: error: /kind: [code.unknown]
stdin:3:26: error: /extra: [field.unknown]
stdin:1:42: warning: /derivedFrom/0: [record.dangling]
stdin:4:41: error: /supersedes/0: [record.cycle]
stdin:5:41: error: /supersedes/0: [record.cycle]
`
	lines := strings.SplitAfter(out, "\n")
	var got strings.Builder
	for _, line := range lines[:6] {
		place, rest, _ := strings.Cut(line, ": ")
		severity, rest, _ := strings.Cut(rest, ": ")
		path, rest, _ := strings.Cut(rest, ": ")
		got.WriteString(place + ": " + severity + ": " + path + ": " + rest[strings.LastIndex(rest, "["):])
	}
	if d := cmp.Diff(want, got.String()); d != "" || code != 1 || log != "" {
		t.Errorf("exit %d, log %q, -want +got %s", code, log, d)
	}
	summary := "records: 5 read, 4 accepted, 1 rejected; findings: 5 errors, 1 warnings, 0 notes, 0 not listed; " +
		"code.unknown 1; field.unknown 1; record.cycle 2; record.dangling 1; record.duplicate-id 1\n"
	if lines[6] != summary {
		t.Errorf("summary %q", lines[6])
	}
}

// TestAcrossFiles: an id that stands in two files of one call stands twice.
func TestAcrossFiles(t *testing.T) {
	dir := t.TempDir()
	one, two := filepath.Join(dir, "one.ndjson"), filepath.Join(dir, "two.csv")
	write(t, one, `{"kind":"rescue","id":"a"}`+"\n")
	write(t, two, "kind,id,derived_from\nrescue,a,\nrescue,b,a\n")
	if out, _, code := call(t, "", one); code != 0 || !strings.HasPrefix(out, "records: 1 read, 1 accepted") {
		t.Errorf("one file alone: exit %d, %s", code, out)
	}
	out, _, code := call(t, "", one, two)
	if code != 1 || !strings.HasPrefix(out, two+":2:8: error: /id: ") || strings.Contains(out, "dangling") {
		t.Errorf("exit %d, %s", code, out)
	}
}

func TestMax(t *testing.T) {
	out, _, code := call(t, "", "-json", "-max", "2", corpus)
	all := findings(t, out)
	if code != 1 || len(all) != 3 || all[2].Summary.Findings["figure.parts"] != 5 {
		t.Errorf("exit %d, %d lines, %+v; want two findings and all of them counted", code, len(all), all[len(all)-1])
	}
	out, _, _ = call(t, "", "-max", "2", corpus)
	if strings.Count(out, "\n") != 3 || !strings.Contains(out, "4 not listed") {
		t.Errorf("text: %s", out)
	}
}

// TestMapping: with a mapping, findings name the agency's own columns.
func TestMapping(t *testing.T) {
	dir := t.TempDir()
	sheet, mapping := filepath.Join(dir, "sheet.csv"), filepath.Join(dir, "sheet.json")
	write(t, sheet, "No,Found\n1,12\n2,many\n")
	write(t, mapping, `{"mapping":1,"constants":{"kind":"rescue","measure":"freed","accrual":"event"},"templates":{"id":"s-{No}"},"columns":{"Found":"count"}}`)
	out, log, code := call(t, "", "-map", mapping, sheet)
	if code != 1 || !strings.HasPrefix(out, sheet+":3:3: error: /figures/0/count: ") || !strings.Contains(out, `(column "Found") [count.syntax]`) {
		t.Errorf("exit %d, log %s, %s", code, log, out)
	}
}

// TestKinds: what is no record is checked by its own rules, through a mapping too.
func TestKinds(t *testing.T) {
	const good = `{"kind":"advisory","id":"a","issuer":"b","issued":"2024","contacts":[{"kind":"email","value":"help@"}]}` + "\n"
	out, _, code := call(t, good+`{"kind":"rescue","id":"r"}`+"\n", "-kind", "advisory", "-in", "ndjson", "-")
	want := []string{
		"stdin:1:94: warning: /contacts/0/value: ", "stdin:2:9: error: /kind: ",
		"records: 2 read, 1 accepted, 1 rejected; findings: 1 errors, 1 warnings, 0 notes, 0 not listed; contact.broken 1; kind.advisory 1",
	}
	lines := strings.Split(out, "\n")
	for i, w := range want {
		if code != 1 || len(lines) != 4 || !strings.HasPrefix(lines[i], w) {
			t.Fatalf("exit %d, %s", code, out)
		}
	}
	out, _, code = call(t, "", "-kind", "entry", "-map", "../../adapters/csvio/testdata/register.mapping.json", "../../adapters/csvio/testdata/register.csv")
	if code != 1 || !strings.HasSuffix(out, "records: 6 read, 4 accepted, 2 rejected; findings: 2 errors, 0 warnings, 0 notes, 0 not listed; field.required 1; mapping.value 1\n") {
		t.Errorf("exit %d, %s", code, out)
	}
	if _, log, code := call(t, "", "-kind", "person", corpus); code != 2 || !strings.Contains(log, "-kind record, advisory, entry or offer") {
		t.Errorf("exit %d, %s", code, log)
	}
}

func TestCannot(t *testing.T) {
	cut := filepath.Join(t.TempDir(), "cut.json")
	write(t, cut, `[{"kind":"rescue","id":"a"},{"kind"`)
	for name, args := range map[string][]string{
		"no file":           {},
		"no such file":      {"nowhere.ndjson"},
		"no such flag":      {"-nonsense", corpus},
		"unknown format":    {"-in", "xml", corpus},
		"nameless":          {"../../LICENSE"},
		"cut in the middle": {cut},
		"no such mapping":   {"-map", "nowhere.json", cut + ".csv"},
		"unwritable":        {"-o", filepath.Join(cut, "x"), corpus},
	} {
		if _, log, code := call(t, "", args...); code != 2 || log == "" {
			t.Errorf("%s: exit %d, log %q; want 2 and a reason", name, code, log)
		}
	}
	if out, _, code := call(t, "", cut); code != 2 || !strings.HasPrefix(out, "records: 1 read") {
		t.Errorf("what was read before the fault: exit %d, %q", code, out)
	}
}

// TestValues: no text of a record stands in what is reported of it.
func TestValues(t *testing.T) {
	const secret = "Mustermann"
	in := `{"kind":"` + secret + `","id":"x","place":{"country":"` + secret + `"},"figures":[{"measure":"freed","count":"` + secret + `"}],"notes":7}` + "\n"
	for _, flags := range [][]string{{"-in", "ndjson", "-"}, {"-json", "-in", "ndjson", "-"}} {
		out, log, code := call(t, in, flags...)
		if code != 1 || strings.Contains(out+log, secret) {
			t.Errorf("exit %d, %s%s", code, out, log)
		}
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestAdvisoryLinks: ids that are there twice, references to none and circles, over all
// files, as of records.
func TestAdvisoryLinks(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, lines ...string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	first := write("first.ndjson",
		`{"kind":"advisory","id":"a","issuer":"A","issued":"2024-01-10"}`,
		`{"kind":"advisory","id":"a","issuer":"B","issued":"2024-01-10"}`,
		`{"kind":"advisory","id":"b","issuer":"A","issued":"2024-01-11","msgType":"Update","references":["a","none"]}`,
		`{"kind":"advisory","id":"c","issuer":"A","issued":"2024-01-12","msgType":"Update","references":["d"]}`)
	second := write("second.ndjson",
		`{"kind":"advisory","id":"a","issuer":"A","issued":"2024-01-13"}`,
		`{"kind":"advisory","id":"d","issuer":"A","issued":"2024-01-12","msgType":"Cancel","references":["c"]}`,
		`{"kind":"advisory","id":"e","issuer":"A","issued":"2024-01-14","msgType":"Cancel","references":["b"]}`)
	out, log, code := call(t, "", "-json", "-kind", "advisory", first, second)
	if code != 1 || log != "" {
		t.Errorf("exit %d, log %q", code, log)
	}
	var got []string
	all := findings(t, out)
	for _, f := range all[:len(all)-1] {
		got = append(got, strings.Join([]string{filepath.Base(f.File), strconv.Itoa(f.Line), f.ID, f.Path, f.Severity, f.Code}, " "))
		if strings.Contains(f.Message, "record") || strings.Contains(f.Message, "publisher") {
			t.Errorf("an advisory is called a record: %s", f.Message)
		}
	}
	want := []string{
		"second.ndjson 1 a /id error record.duplicate-id",
		"first.ndjson 3 b /references/1 warning record.dangling",
		"first.ndjson 4 c /references/0 error record.cycle",
		"second.ndjson 2 d /references/0 error record.cycle",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}
