package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

func program(in string) (p *Program, out, log *bytes.Buffer) {
	out, log = new(bytes.Buffer), new(bytes.Buffer)
	return New("test", "FILE...", strings.NewReader(in), out, log), out, log
}

func TestParse(t *testing.T) {
	for name, c := range map[string]struct {
		args, names []string
		code        int
		ok          bool
	}{
		"nothing":              {nil, nil, Done, true},
		"flags first":          {[]string{"-in", "csv", "a", "b"}, []string{"a", "b"}, Done, true},
		"flags last":           {[]string{"a", "-in", "csv", "b"}, []string{"a", "b"}, Done, true},
		"standard input":       {[]string{"-", "-in", "csv"}, []string{"-"}, Done, true},
		"names like flags":     {[]string{"a", "--", "-in", "-b"}, []string{"a", "-in", "-b"}, Done, true},
		"help":                 {[]string{"-h"}, nil, Done, false},
		"a flag there is not":  {[]string{"-x"}, nil, Failed, false},
		"a flag without value": {[]string{"a", "-in"}, nil, Failed, false},
	} {
		p, _, _ := program("")
		names, code, ok := p.Parse(c.args)
		if d := cmp.Diff(c.names, names); d != "" && c.ok || code != c.code || ok != c.ok {
			t.Errorf("%s: exit %d, %v, %s", name, code, ok, d)
		}
	}
}

// TestFormats: the name tells the format; -in speaks of the standard input where that is among the files.
func TestFormats(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{
		"a.json": `[{"kind":"rescue","id":"a"}]`, "b.ndjson": `{"kind":"rescue","id":"b"}`, "c.jsonl": `{"kind":"rescue","id":"c"}`,
		"d.csv": "kind,id\nrescue,d\n", "e.txt": `{"kind":"rescue","id":"e"}`, "lines.json": `{"kind":"rescue","id":"f"}` + "\n" + `{"kind":"rescue","id":"g"}`,
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct {
		args []string
		in   string
		want string
	}{
		"by name":               {[]string{"a.json", "b.ndjson", "c.jsonl", "d.csv"}, "", "a b c d"},
		"standard input":        {[]string{"-in", "csv", "-", "a.json"}, "kind,id\nrescue,x\n", "x a"},
		"a nameless file":       {[]string{"-in", "ndjson", "e.txt"}, "", "e"},
		"another than said":     {[]string{"-in", "ndjson", "lines.json"}, "", "f g"},
		"nobody tells":          {[]string{"e.txt"}, "", "error"},
		"not even of a pipe":    {[]string{"-"}, "x", "error"},
		"a format there is not": {[]string{"-in", "xlsx", "e.txt"}, "", "error"},
	} {
		p, _, _ := program(c.in)
		names, _, _ := p.Parse(c.args)
		for i, file := range names {
			if file != Stdin {
				names[i] = filepath.Join(dir, file)
			}
		}
		var ids []string
		_, err := p.Read(t.Context(), names, func(_ *Reader, rec *incident.Record) error {
			ids = append(ids, rec.ID)
			return nil
		})
		got := strings.Join(ids, " ")
		if err != nil {
			got = "error"
		}
		if got != c.want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, c.want)
		}
	}
}

// TestRead: what is bad is reported and counted, a file that ends badly does not keep the next from being read, and an error
// of the caller ends the work.
func TestRead(t *testing.T) {
	dir := t.TempDir()
	good, cut := filepath.Join(dir, "good.ndjson"), filepath.Join(dir, "cut.json")
	if os.WriteFile(good, []byte(`{"kind":"rescue","id":"a"}`+"\n{}\n"), 0o600) != nil || os.WriteFile(cut, []byte(`[{"kind":"rescue","id":"b"},`), 0o600) != nil {
		t.Fatal("cannot write the test's files")
	}
	p, _, log := program("")
	read := 0
	sum, err := p.Read(t.Context(), []string{cut, "nowhere.csv", good}, func(*Reader, *incident.Record) error { read++; return nil })
	if _, ok := errors.AsType[*adapters.FileError](err); !ok || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the errors of both files: %v", err)
	}
	want := Sum{Read: 3, Accepted: 2, Rejected: 1, Faults: map[incident.Code]int{incident.CodeFieldRequired: 2}}
	if d := cmp.Diff(want, sum); d != "" || read != 2 || sum.Code() != Act || !strings.Contains(log.String(), "good.ndjson:2:1: error: ") {
		t.Errorf("%d read, %s, log %s", read, d, log)
	}
	stop := errors.New("stop")
	sum, err = p.Read(t.Context(), []string{good, cut}, func(*Reader, *incident.Record) error { return stop })
	if !errors.Is(err, stop) || sum.Read != 1 {
		t.Errorf("%v after %d records; want the caller's error after one", err, sum.Read)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := p.Read(ctx, []string{good}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write(p []byte) (int, error) { return len(p) / 2, nil }

func TestWrite(t *testing.T) {
	p, out, _ := program("")
	say := func(w io.Writer) error { _, err := io.WriteString(w, "hello"); return err }
	if err := p.WriteWhole(t.Context(), say); err != nil || out.String() != "hello" {
		t.Errorf("%v, %q", err, out)
	}
	failed := errors.New("failed")
	err := p.WriteWhole(t.Context(), func(w io.Writer) error { return errors.Join(say(w), failed) })
	if !errors.Is(err, failed) || out.String() != "hello" {
		t.Errorf("%v, %q: what could not be made was written", err, out)
	}
	p.Out = brokenPipe{}
	if err := p.WriteWhole(t.Context(), say); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("a short write: %v", err)
	}
	name := filepath.Join(t.TempDir(), "out")
	if _, _, ok := p.Parse([]string{"-o", name}); !ok {
		t.Fatal("-o is no flag")
	}
	if err := p.WriteWhole(t.Context(), say); err != nil {
		t.Error(err)
	}
	if got, _ := os.ReadFile(name); string(got) != "hello" {
		t.Errorf("%q", got)
	}
	if code := p.Fail(failed); code != Failed {
		t.Errorf("exit %d", code)
	}
	if _, err := Encoder(io.Discard, "xml"); err == nil {
		t.Error("an encoder of XML")
	}
}

// TestProgress: a terminal shows how far the work is, a file or a pipe never.
func TestProgress(t *testing.T) {
	text := strings.Repeat(`{"kind":"rescue","id":"a"}`+"\n", 20_000)
	for _, terminal := range []bool{false, true} {
		p, _, log := program(text)
		p.progress = terminal
		p.Parse([]string{"-in", "ndjson"})
		if _, err := p.Read(t.Context(), []string{Stdin}, func(*Reader, *incident.Record) error { return nil }); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(log.String(), "test: 20000 records"); got != terminal || terminal != strings.HasSuffix(log.String(), "\r\x1b[K") {
			t.Errorf("terminal %v: %q", terminal, log)
		}
	}
}

// TestFailNamesEachFaultOnce: all faults of a header or a mapping, each once,
// in the file where they are.
func TestFailNamesEachFaultOnce(t *testing.T) {
	dir := t.TempDir()
	sheet, faulty, other := filepath.Join(dir, "sheet.csv"), filepath.Join(dir, "faulty.json"), filepath.Join(dir, "other.json")
	for name, text := range map[string]string{
		sheet:  "Town;Dara Sok;Comments\na;b;c\n",
		faulty: `{"mapping":1,"constants":{"kind":"rescue"},"columns":{"Town":"plaice"}}`,
		other:  `{"mapping":1,"constants":{"kind":"rescue"},"templates":{"id":"{row}"},"columns":{"Town":"place"}}`,
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	header := make([]string, 106)
	for i := range header {
		header[i] = "x"
	}
	wide := filepath.Join(dir, "wide.csv")
	if err := os.WriteFile(wide, []byte("kind,id,"+strings.Join(header, ",")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		args []string
		want []string // how each line starts and what it says
		more string
	}{
		"mapping":        {[]string{"-map", faulty, sheet, sheet}, []string{faulty + ":1:55: error: /columns/Town: ", faulty + ":1:1: error: every record has id"}, ""},
		"mapped header":  {[]string{"-map", other, sheet}, []string{sheet + ":1:6: error: the mapping", sheet + `:1:15: error: column "Comments": the mapping`}, ""},
		"over the limit": {[]string{wide}, nil, "test: 6 more faults are not listed\n"},
	} {
		p, _, log := program("")
		names, _, _ := p.Parse(c.args)
		_, err := p.Read(t.Context(), names, func(*Reader, *incident.Record) error { return nil })
		log.Reset() // notes of how the file was read
		if code := p.Fail(err); code != Failed {
			t.Errorf("%s: exit %d", name, code)
		}
		got := strings.Split(strings.TrimSuffix(log.String(), "\n"), "\n")
		for i, line := range c.want {
			if len(got) != len(c.want) || !strings.HasPrefix(got[i], "test: "+line) {
				t.Errorf("%s: line %d is not %q in\n%s", name, i, line, log)
			}
		}
		if !strings.HasSuffix(log.String(), c.more) || strings.Contains(log.String(), "Dara") {
			t.Errorf("%s: %s", name, log)
		}
	}
}

// TestNobodyWatchesTheNullDevice shows who is taken for a terminal.
func TestNobodyWatchesTheNullDevice(t *testing.T) {
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	file, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, w := range []io.Writer{null, file, io.Discard} {
		if isTerminal(w) {
			t.Errorf("%T is taken for a terminal", w)
		}
	}
	if zero, err := os.Open("/dev/zero"); err == nil { // another device of the kind that terminals are
		defer zero.Close()
		if !isTerminal(zero) {
			t.Error("a character device is not taken for a terminal")
		}
	}
}
