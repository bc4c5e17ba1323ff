package csvio

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

func TestCase20Counts(t *testing.T) {
	for cell, code := range map[string]incident.Code{
		`"1,234"`: incident.CodeCountSyntax, "１２": incident.CodeCountSyntax, "١٢٣": incident.CodeCountSyntax, " 12 ": incident.CodeCountSyntax,
		"12.0": incident.CodeCountSyntax, "1e3": incident.CodeCountSyntax, "0x10": incident.CodeCountSyntax, "1_000": incident.CodeCountSyntax,
		"-": incident.CodeCountSyntax, "N/A": incident.CodeCountSyntax, "12\u00a0": incident.CodeCountSyntax, "007": incident.CodeCountSyntax,
		"+5": incident.CodeCountSyntax, "-5": incident.CodeCountSyntax, "9223372036854775808": incident.CodeCountRange,
	} {
		in := "kind,id,measure,count,text\nrescue,a,freed," + cell + ",x\nrescue,b,freed,1,x\n"
		expect(t, in, outcome{IDs: []string{"b"}, Faults: []string{string(code) + " 2:16 /figures/0/count count"}})
	}
	for cell, want := range map[string]incident.Count{
		"": {}, "<5": incident.LessThan(5), "0": incident.Exactly(0), "9223372036854775807": incident.Exactly(1<<63 - 1),
		"~250": incident.About(250), ">=250": incident.AtLeast(250), "240..260": incident.Between(240, 260),
	} {
		rec, err := first(t, "kind,id,measure,count,text\nrescue,a,freed,"+cell+",x\n")
		if err != nil || rec.Figures[0].Count != want {
			t.Errorf("%q: %v %v", cell, rec.Figures, err)
		}
	}
	rec, err := first(t, "kind,id,measure,count\nrescue,a,freed,<5\n")
	if err != nil {
		t.Fatal(err)
	}
	high, okHigh := rec.Figures[0].Count.High()
	_, okLow := rec.Figures[0].Count.Low()
	_, okBest := rec.Figures[0].Count.Best()
	if high != 4 || !okHigh || okLow || okBest {
		t.Errorf("<5 is %v", rec.Figures[0].Count)
	}
}

func TestCase21LeadingZerosAndPlus(t *testing.T) {
	recs := expect(t, "kind,id,event,notes\nrescue,007,+1,+855012345678\nrescue,0,-00,00855\n", outcome{IDs: []string{"007", "0"}})
	if recs[0].Event != "+1" || recs[0].Notes != "+855012345678" || recs[1].Event != "-00" || recs[1].Notes != "00855" {
		t.Error("a number in a text column was changed")
	}
	out := write(t, *recs[0], *recs[1])
	if !strings.Contains(out, "\nrescue,007,+1,") || !strings.Contains(out, ",+855012345678\n") {
		t.Errorf("written:\n%s", out)
	}
}

func write(t *testing.T, recs ...incident.Record) string {
	t.Helper()
	var b bytes.Buffer
	e := NewEncoder(&b, nil)
	for i := range recs {
		if err := e.Encode(t.Context(), &recs[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCase22Formulas(t *testing.T) {
	f, err := os.Open("../../../shared/oracles/formula-payloads.ndjson")
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("the shared files are not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n := 0
	for s := bufio.NewScanner(f); s.Scan(); n++ {
		var p struct {
			In        string
			Dangerous bool
		}
		if err := json.Unmarshal(s.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		cell := guard(p.In)
		if p.Dangerous && !strings.HasPrefix(cell, "'") {
			t.Errorf("payload %d is written as it is: %q", n+1, p.In)
		}
		if got := string(unguard([]byte(cell))); got != p.In {
			t.Errorf("payload %d comes back as %q", n+1, got)
		}
		// Through a file, where the characters are allowed in a record at all.
		rec := incident.Record{Kind: incident.KindRescue, ID: "a", Notes: p.In, Lure: p.In, Source: incident.Source{Name: p.In}}
		rec.Agencies = []string{p.In, "x;y", p.In}
		rec.Figures = []incident.Figure{{Measure: incident.Freed, Count: incident.Exactly(1), Text: p.In, Label: p.In}}
		out := write(t, rec)
		rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		notes := rows[1][len(columns)-1]
		if p.Dangerous && !strings.HasPrefix(notes, "'") {
			t.Errorf("payload %d: the file holds %q", n+1, notes)
		}
		got, err := first(t, out)
		if err != nil {
			if e, ok := errors.AsType[*adapters.RecordError](err); !ok || e.Findings[0].Code != incident.CodeTextForbidden {
				t.Errorf("payload %d: %v", n+1, err)
			}
			continue
		}
		if d := cmp.Diff(rec, *got, recordOptions); d != "" {
			t.Errorf("payload %d: %s", n+1, d)
		}
	}
	if n != 28 {
		t.Errorf("%d payloads, want 28", n)
	}
	if guard("-12") != "-12" || guard("safe=safe") != "safe=safe" || guard("O'Brien") != "O'Brien" || guard("'=x") != "''=x" {
		t.Error("a harmless cell is written otherwise than it should be")
	}
	if string(unguard([]byte("'tis"))) != "'tis" {
		t.Error("an apostrophe that guards nothing was taken away")
	}
}

func TestCase23Dates(t *testing.T) {
	for cell, code := range map[string]incident.Code{
		"2024-02-30": incident.CodeDateSyntax, "24/01/2024": incident.CodeDateSyntax, "01/02/2024": incident.CodeDateAmbiguous,
		"45300": incident.CodeDateSyntax, "24/01/24": incident.CodeDateSyntax, "2024-01-05T10:00": incident.CodeDateSyntax,
		"2024-13": incident.CodeDateSyntax, " 2024": incident.CodeDateSyntax, "today": incident.CodeDateSyntax, "{2024,2025}": incident.CodeDateLevel2,
	} {
		in := "kind,id,published,notes\nrescue,a,\"" + cell + "\",x\nrescue,b,2024,x\n"
		expect(t, in, outcome{IDs: []string{"b"}, Faults: []string{string(code) + " 2:10 /published published"}})
	}
	for _, c := range []struct{ cell, says string }{{"24/01/2024", "layout"}, {"01/02/2024", "layout"}, {"45300", "spreadsheet"}} {
		if _, err := first(t, "kind,id,published\nrescue,a,"+c.cell+"\n"); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v does not speak of %q", c.cell, err, c.says)
		}
	}
	for _, cell := range []string{"2024-01", "2024", "2024-01~", "2024-01-05", "2024?", "2024-21"} {
		rec, err := first(t, "kind,id,published\nrescue,a,"+cell+"\n")
		if err != nil || rec.Published.String() != cell {
			t.Errorf("%s: %s %v", cell, rec.Published, err)
		}
	}
	rec, err := first(t, "kind,id,occurred\nrescue,a,2024-01/2024-03\n")
	if err != nil || rec.Occurred.String() != "2024-01/2024-03" {
		t.Errorf("an interval: %v", err)
	}
}
