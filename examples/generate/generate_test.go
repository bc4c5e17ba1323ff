package main

import (
	"bytes"
	"encoding/csv"
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
	for _, mode := range modes {
		for _, share := range []string{"0", "0.005", "0.3", "1"} {
			t.Run(mode.String()+" "+share, func(t *testing.T) {
				out, log := generate(t, mode.args("-records", "3000", "-broken", share)...)
				r := reader(mode.format, out, adapters.Skip)
				for rec, err := range r.All(t.Context()) {
					if err != nil {
						t.Fatal(err)
					}
					if findings := rec.Check(nil); findings.Err() != nil || mode.single && len(findings) > 0 {
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
				for _, f := range faults[mode.format] {
					if share == "1" && (s.Faults[f.code] == 0) != (mode.single && slices.Contains(strict, f.code)) {
						t.Errorf("%s happens %d times", f.code, s.Faults[f.code])
					}
				}
			})
		}
	}
}

// TestSingle: as many records as rows and figures, of some three hundred bytes as CSV, whose notes ask a reader of CSV for
// all it can.
func TestSingle(t *testing.T) {
	const records = 20_000
	out, _ := generate(t, "-single", "-format", "csv", "-records", fmt.Sprint(records), "-broken", "0")
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil || len(rows) != 1+records {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if perRow := len(out) / records; perRow < 270 || perRow > 330 {
		t.Errorf("%d bytes a row", perRow)
	}
	used, lines, quotes, other := map[string]int{}, 0, 0, 0
	for _, row := range rows[1:] {
		for i, cell := range row {
			if cell != "" {
				used[rows[0][i]]++
			}
		}
		notes := row[len(row)-1]
		lines += strings.Count(notes, "\n")
		quotes += strings.Count(notes, `"`)
		other += strings.Count(notes, "आ") + strings.Count(notes, "ผ") + strings.Count(notes, "护")
	}
	if lines < records/4 || quotes < records/10 || other < records/10 {
		t.Errorf("%d line breaks, %d quotes, %d letters of Hindi, Thai and Chinese", lines, quotes, other)
	}
	for _, always := range []string{"kind", "id", "published", "measure", "count", "accrual", "source", "source_kind", "notes"} {
		if used[always] != records {
			t.Errorf("%s stands in %d rows", always, used[always])
		}
	}
	for _, often := range []string{
		"event", "occurred", "country", "admin1", "place", "lat", "lon", "text", "nationality", "sex", "age", "group_admin1", "lure",
		"exploitation", "conditions", "agencies", "source_url", "source_lang", "grade",
	} {
		if used[often] < records/50 || used[often] == records {
			t.Errorf("%s stands in %d rows", often, used[often])
		}
	}
}

// A mode is a choice of flags.
type mode struct {
	format string
	single bool
}

var modes = []mode{{"ndjson", false}, {"csv", false}, {"ndjson", true}, {"csv", true}}

func (m mode) String() string { return strings.Join(m.args(), " ") }

func (m mode) args(more ...string) []string {
	if m.single {
		more = append([]string{"-single"}, more...)
	}
	return append([]string{"-format", m.format}, more...)
}

// TestOutputIsCanonical reads and writes records again: not a byte may change, and both formats hold the same records.
func TestOutputIsCanonical(t *testing.T) {
	asLines := map[bool]string{}
	for _, mode := range modes {
		format := mode.format
		out, _ := generate(t, mode.args("-records", "1000", "-broken", "0")...)
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
		if before := asLines[mode.single]; before != "" && before != lines.String() {
			t.Errorf("%v: the same seed gives other records than in the other format", mode)
		}
		asLines[mode.single] = lines.String()
	}
}

func TestSeedDecides(t *testing.T) {
	for _, mode := range modes {
		first, _ := generate(t, mode.args("-records", "500")...)
		second, _ := generate(t, mode.args("-records", "500")...)
		other, _ := generate(t, mode.args("-records", "500", "-seed", "2")...)
		if first != second || first == other {
			t.Errorf("%v: same seed, same bytes: %t; other seed, same bytes: %t", mode, first == second, first == other)
		}
	}
}

func TestBytes(t *testing.T) {
	for _, mode := range modes {
		out, _ := generate(t, mode.args("-bytes", "1000000")...)
		if n := len(out); n < 1_000_000 || n > 1_000_000+batch*2000 {
			t.Errorf("%v: %d bytes", mode, n)
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
