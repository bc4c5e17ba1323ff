//go:build unix

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestRecordsAt: a row of CSV may begin on another line than its number says, and two findings may be of one row.
func TestRecordsAt(t *testing.T) {
	file := write(t, "some.csv", "kind,notes\na,\"1\n2\n3\"\nb,1\nc,\"1\n2\"\nd,1,2\ne,1\n")
	log := write(t, "log", strings.Join([]string{
		file + ":10:1: error: x [y]",
		file + ":4:3: error: /notes: x [y]",
		file + ":3:1: error: x [y]",
		file + ":5:1: warning: x [y]",
		"tally: left out: 3",
		file + ":8:1: error: x [y]",
		file + ":9:1: error: x [y]", "",
	}, "\n"))
	b := bench{format: "csv", file: file}
	lines, err := b.linesAt(log)
	if want := []int{3, 4, 8, 9, 10}; err != nil || !slices.Equal(lines, want) {
		t.Fatalf("lines %v, %v, want %v", lines, err, want)
	}
	got, err := b.recordsAt(lines)
	if want := []int{1, 4, 5}; err != nil || !slices.Equal(got, want) {
		t.Errorf("records %v, %v, want %v", got, err, want)
	}
}

func TestOnlyJSON(t *testing.T) {
	from := write(t, "in", "{\"a\":1}\n{\"a\":[,]}\n{\"b\":2}\n{\"a\":\n")
	to := filepath.Join(t.TempDir(), "out")
	left, err := onlyJSON(to, from)
	got, _ := os.ReadFile(to)
	if err != nil || left != 2 || string(got) != "{\"a\":1}\n{\"b\":2}\n" {
		t.Errorf("left out %d, %v, kept %q", left, err, got)
	}
}

// TestDisagreement: whatever an engine says otherwise than we do ends the run.
func TestDisagreement(t *testing.T) {
	const table = "country,events\nKH,3\nMM,4\n"
	file := write(t, "some.ndjson", "")
	log := write(t, "log", file+":2:1: error: x [y]\n"+file+":9:1: error: x [y]\n")
	ours := &runner{name: "ours", rejects: true, table: []byte(table), log: log}
	b := bench{format: "ndjson", file: file, records: 9, ours: ours, badLines: []int{2, 9}}
	bad := []int{2, 9}
	for name, c := range map[string]struct {
		change func(r *runner)
		same   bool
	}{
		"nothing":       {func(*runner) {}, true},
		"a number":      {func(r *runner) { r.table = []byte("country,events\nKH,4\nMM,3\n") }, false},
		"a row less":    {func(r *runner) { r.table = []byte("country,events\nKH,3\n") }, false},
		"read":          {func(r *runner) { r.read = 8 }, false},
		"accepted":      {func(r *runner) { r.good = 8 }, false},
		"rejected":      {func(r *runner) { r.broken = 1 }, false},
		"a bad record":  {func(r *runner) { r.bad = []int{2, 8} }, false},
		"one bad less":  {func(r *runner) { r.bad = []int{2} }, false},
		"one bad more":  {func(r *runner) { r.bad = []int{2, 8, 9} }, false},
		"no bad at all": {func(r *runner) { r.bad = nil }, false},
	} {
		r := &runner{name: "rows", table: []byte(table), read: 9, good: 7, broken: 2, bad: []int{2, 9}}
		b.duckdbRows = r
		c.change(r)
		err := same(ours, r)
		if err == nil {
			err = b.judge(r, bad)
		}
		if (err == nil) != c.same {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := b.judge(ours, bad); err != nil {
		t.Error(err)
	}
	b.badLines = []int{2, 8}
	if err := b.judge(ours, bad); err == nil {
		t.Error("another line is not seen")
	}
}

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		of   []float64
		want float64
	}{{nil, 0}, {[]float64{3}, 3}, {[]float64{9, 1, 2}, 2}, {[]float64{4, 1, 2, 9}, 3}} {
		if got := median(c.of); got != c.want {
			t.Errorf("the median of %v is %v, not %v", c.of, got, c.want)
		}
	}
}
