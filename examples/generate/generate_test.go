package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

func generate(t *testing.T, args ...string) (out, log string) {
	t.Helper()
	var stdout, stderr strings.Builder
	if err := run(t.Context(), args, &stdout, &stderr); err != nil {
		t.Fatal(err)
	}
	return stdout.String(), stderr.String()
}

func reader(format, text string, policy adapters.Policy) *adapters.Reader[incident.Record] {
	var dec adapters.Decoder[incident.Record] = jsonio.NewDecoder(strings.NewReader(text), &jsonio.DecodeOptions{Form: jsonio.Lines})
	if format == "csv" {
		dec = csvio.NewDecoder(strings.NewReader(text), nil)
	}
	return adapters.NewReader(dec, &adapters.ReadOptions{Policy: policy})
}

// TestBrokenRecordsAreThoseCounted reads what was made and compares the reader's account with the generator's, code by code.
func TestBrokenRecordsAreThoseCounted(t *testing.T) {
	for _, format := range []string{"ndjson", "csv"} {
		for _, share := range []string{"0", "0.005", "0.3", "1"} {
			t.Run(format+" "+share, func(t *testing.T) {
				out, log := generate(t, "-format", format, "-records", "3000", "-broken", share)
				r := reader(format, out, adapters.Skip)
				for rec, err := range r.All(t.Context()) {
					if err != nil {
						t.Fatal(err)
					}
					if findings := rec.Check(nil); findings.Err() != nil {
						t.Errorf("%s: %v", rec.ID, findings)
					}
				}
				s := r.Summary()
				var want strings.Builder
				want.WriteString(fmt.Sprintf("records %d broken %d\n", s.Read, s.Rejected))
				for _, code := range slices.Sorted(maps.Keys(s.Faults)) {
					want.WriteString(fmt.Sprintf("%s %d\n", code, s.Faults[code]))
				}
				if d := cmp.Diff(want.String(), log); d != "" {
					t.Error("-read +counted", d)
				}
				if s.Read != 3000 || !s.Complete {
					t.Errorf("read %d records, complete: %t", s.Read, s.Complete)
				}
				for _, f := range faults[format] {
					if share == "1" && s.Faults[f.code] == 0 {
						t.Errorf("%s never happens", f.code)
					}
				}
			})
		}
	}
}

// TestOutputIsCanonical reads and writes records again: not a byte may change, and both formats hold the same records.
func TestOutputIsCanonical(t *testing.T) {
	var asLines []string
	for _, format := range []string{"ndjson", "csv"} {
		out, _ := generate(t, "-format", format, "-records", "1000", "-broken", "0")
		var again, lines bytes.Buffer
		same := adapters.NewWriter[incident.Record](jsonio.NewEncoder(&again, nil))
		if format == "csv" {
			same = adapters.NewWriter[incident.Record](csvio.NewEncoder(&again, nil))
		}
		if _, err := adapters.Copy(t.Context(), same, reader(format, out, adapters.Stop)); err != nil {
			t.Fatal(err)
		}
		if out != again.String() {
			t.Errorf("%s: %d bytes are not what the library writes", format, len(out))
		}
		if _, err := adapters.Copy(t.Context(), adapters.NewWriter(jsonio.NewEncoder(&lines, nil)), reader(format, out, adapters.Stop)); err != nil {
			t.Fatal(err)
		}
		asLines = append(asLines, lines.String())
	}
	if asLines[0] != asLines[1] {
		t.Error("the same seed gives other records as CSV")
	}
}

func TestSeedDecides(t *testing.T) {
	first, _ := generate(t, "-records", "500")
	second, _ := generate(t, "-records", "500")
	other, _ := generate(t, "-records", "500", "-seed", "2")
	if first != second || first == other {
		t.Errorf("same seed, same bytes: %t; other seed, same bytes: %t", first == second, first == other)
	}
}

func TestBytes(t *testing.T) {
	for _, format := range []string{"ndjson", "csv"} {
		out, _ := generate(t, "-format", format, "-bytes", "1000000")
		if n := len(out); n < 1_000_000 || n > 1_000_000+batch*2000 {
			t.Errorf("%s: %d bytes", format, n)
		}
	}
}

func TestRefusals(t *testing.T) {
	for _, args := range [][]string{
		{},
		{"-records", "5", "-bytes", "5"},
		{"-records", "-5"},
		{"-records", "5", "-format", "xlsx"},
		{"-records", "5", "-broken", "1.5"},
		{"-records", "5", "-broken", "NaN"},
		{"-records", "5", "file"},
		{"-records", "many"},
	} {
		if err := run(t.Context(), args, io.Discard, io.Discard); err == nil {
			t.Errorf("%q is accepted", args)
		}
	}
}
