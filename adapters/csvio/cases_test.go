package csvio

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// An outcome is what a file came to: the ids of the records, the faults of those that
// were rejected as "code line:column path column", and the code and place of what
// ended the reading.
type outcome struct {
	IDs    []string
	Faults []string
	End    string
	Blank  int
}

func readAll(t *testing.T, in string, o *DecodeOptions) (outcome, []*incident.Record, *Decoder) {
	t.Helper()
	d := NewDecoder(strings.NewReader(in), o)
	var got outcome
	var recs []*incident.Record
	n := 0
	r := adapters.NewReader(d, &adapters.ReadOptions{Policy: adapters.Skip, Report: func(e *adapters.RecordError) {
		n++
		for _, f := range e.Findings {
			got.Faults = append(got.Faults, strings.TrimRight(fmt.Sprintf("%s %d:%d %s %s", f.Code, f.At.Line, f.At.Column, f.Path, f.Field), " "))
		}
	}})
	for rec, err := range r.All(t.Context()) {
		if err != nil {
			f, ok := errors.AsType[*adapters.FileError](err)
			if !ok {
				t.Fatalf("%v is no FileError", err)
			}
			got.End = fmt.Sprintf("%s %d:%d", f.Code, f.Line, f.Column)
			break
		}
		got.IDs = append(got.IDs, rec.ID)
		recs = append(recs, rec)
	}
	sum := r.Summary()
	if sum.Read != sum.Accepted+sum.Rejected || sum.Accepted != len(recs) || sum.Rejected != n {
		t.Errorf("read %d, accepted %d of %d, rejected %d of %d", sum.Read, sum.Accepted, len(recs), sum.Rejected, n)
	}
	got.Blank = sum.Blank
	return got, recs, d
}

func expect(t *testing.T, in string, want outcome) []*incident.Record {
	t.Helper()
	got, recs, _ := readAll(t, in, nil)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%q: -want +got\n%s", in, d)
	}
	return recs
}

func TestCase15FieldCount(t *testing.T) {
	expect(t, "kind,id,measure,count\nrescue,a,freed,1\nrescue,b,freed\nrescue,c,freed,3,4\nrescue,d,freed,5\n", outcome{
		IDs:    []string{"a", "d"},
		Faults: []string{"csv.field-count 3:1", "csv.field-count 4:1"},
	})
	_, err := first(t, "kind,id,measure,count\nrescue,b,freed\n")
	if bad, ok := errors.AsType[*adapters.RecordError](err); !ok || !strings.Contains(err.Error(), "3 cells") ||
		!strings.Contains(err.Error(), "4 columns") || bad.ID != "b" {
		t.Errorf("expected and found are not told: %v", err)
	}
}

// first returns the first record of a file.
func first(t *testing.T, in string) (*incident.Record, error) {
	t.Helper()
	rec := new(incident.Record)
	_, err := NewDecoder(strings.NewReader(in), nil).Decode(t.Context(), rec)
	return rec, err
}

func TestCase16UnclosedQuote(t *testing.T) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	in := io.MultiReader(strings.NewReader("kind,id,notes\nrescue,a,x\nrescue,b,\"open\n"), &endless{rest: 64 << 20})
	d := NewDecoder(in, nil)
	var rec incident.Record
	if _, err := d.Decode(t.Context(), &rec); err != nil || rec.ID != "a" {
		t.Fatalf("the row before: %q %v", rec.ID, err)
	}
	_, err := d.Decode(t.Context(), &rec)
	bad, ok := errors.AsType[*adapters.RecordError](err)
	if !ok || bad.Findings[0].Code != incident.CodeCSVUnclosedQuote || bad.Findings[0].At.Line != 3 || bad.Findings[0].At.Column != 10 {
		t.Fatal(err)
	}
	if _, err := d.Decode(t.Context(), &rec); err != io.EOF {
		t.Error(err)
	}
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > incident.DefaultRecordBytes+8<<20 {
		t.Errorf("%d bytes were allocated", used)
	}
}

type endless struct{ rest int }

func (r *endless) Read(p []byte) (int, error) {
	if r.rest == 0 {
		return 0, io.EOF
	}
	n := min(len(p), r.rest)
	r.rest -= n
	for i := range n {
		p[i] = "some text, and\n"[i%15]
	}
	return n, nil
}

func TestCase17LineEnds(t *testing.T) {
	for _, end := range []string{"\n", "\r\n", "\r"} {
		in := strings.ReplaceAll("kind,id,notes|rescue,a,\"one\r\ntwo\rthree\nfour\"|rescue,b,x|", "|", end)
		recs := expect(t, in, outcome{IDs: []string{"a", "b"}})
		if len(recs) == 2 && recs[0].Notes != "one\r\ntwo\rthree\nfour" {
			t.Errorf("%q: %q", end, recs[0].Notes)
		}
	}
	_, _, d := readAll(t, "kind,id\r\nrescue,a\nrescue,b\r", nil)
	if d.Dialect().RowEnd != "mixed" {
		t.Errorf("mixed line ends are reported as %q", d.Dialect().RowEnd)
	}
}

func TestCase18Dialects(t *testing.T) {
	const table = "kind,id,notes\nrescue,a,\"x,y\"\nrescue,b,one; two | three\n"
	semicolons := strings.NewReplacer(",", ";", ";", ",").Replace(table)
	for name, c := range map[string]struct {
		in   string
		want Dialect
	}{
		"comma":         {table, Dialect{Comma: ',', Quote: '"', RowEnd: "\n"}},
		"semicolon":     {semicolons, Dialect{Comma: ';', Quote: '"', RowEnd: "\n"}},
		"tab":           {strings.ReplaceAll(table, ",", "\t"), Dialect{Comma: '\t', Quote: '"', RowEnd: "\n"}},
		"bar":           {strings.NewReplacer(",", "|", "|", ",").Replace(table), Dialect{Comma: '|', Quote: '"', RowEnd: "\n"}},
		"sep":           {"sep=;\n" + semicolons, Dialect{Comma: ';', Quote: '"', RowEnd: "\n", Sep: true}},
		"quoted header": {strings.Replace(table, "kind,id,notes", `"kind","id","notes"`, 1), Dialect{Comma: ',', Quote: '"', RowEnd: "\n"}},
		"preamble":      {"People freed, by day\nas of 2024\n" + semicolons, Dialect{Comma: ';', Quote: '"', RowEnd: "\n", Preamble: 2}},
		"mark":          {"\ufeff" + table, Dialect{Comma: ',', Quote: '"', RowEnd: "\n", BOM: true}},
	} {
		got, recs, d := readAll(t, c.in, nil)
		if len(got.IDs) != 2 || len(got.Faults) > 0 || got.End != "" || recs[0].Notes == "" {
			t.Errorf("%s: %+v", name, got)
		}
		if diff := cmp.Diff(c.want, d.Dialect()); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if says := map[string]string{
			"semicolon": `read as CSV with semicolons, quotes "…"`, "tab": `read as CSV with tabs, quotes "…"`, "bar": `read as CSV with bars, quotes "…"`,
			"sep": `read as CSV with semicolons, quotes "…", a line sep=`, "preamble": `read as CSV with semicolons, quotes "…", 2 lines before the header`,
		}[name]; says != "" && d.Repairs()[0].Message != says {
			t.Errorf("%s: %v", name, d.Repairs())
		}
		if plain := name == "comma" || name == "quoted header"; (len(d.Repairs()) == 0) != plain {
			t.Errorf("%s: %d repairs are reported", name, len(d.Repairs()))
		}
	}
	for name, in := range map[string]string{
		"two fit":     "alpha;beta,gamma\na;b,c\nd;e,f\n",
		"unknown sep": "sep=#\nkind#id\n",
	} {
		if got, _, _ := readAll(t, in, nil); !strings.HasPrefix(got.End, "csv.dialect ") {
			t.Errorf("%s: %+v", name, got)
		}
	}
	got, _, _ := readAll(t, "kind#id\nrescue#a\n", &DecodeOptions{Dialect: Dialect{Comma: '#'}})
	if len(got.IDs) != 1 {
		t.Errorf("a dialect that is given: %+v", got)
	}
}

func TestCase19Header(t *testing.T) {
	tests := []struct {
		name, header string
		codes        []string // code and column
		says         string
	}{
		{"kind is missing", "id,event", []string{"csv.header "}, "lacks the column kind"},
		{"kind and id are missing", "event,notes", []string{"csv.header ", "csv.header "}, "lacks the column kind"},
		{"twice", "kind,id,notes,notes", []string{"csv.header notes"}, "twice"},
		{"blank", "kind,id,,notes", []string{"csv.header "}, "no name"},
		{"unknown", "kind,id,survivors", []string{"field.unknown survivors"}, "no such column"},
		{"misspelt", "kind,id,meassure", []string{"field.unknown meassure"}, "did you mean measure?"},
		{"another language of the format", "kind,id,derivedFrom", []string{"field.unknown derivedFrom"}, "did you mean derived_from?"},
		{"mark in quotes", "\"\ufeffkind\",id", []string{"csv.header \ufeffkind"}, "byte order mark"},
		{"second mark", "\ufeff\ufeffkind,id", []string{"csv.header \ufeffkind"}, "byte order mark"},
		{"blank behind", "kind ,id", []string{"csv.header kind "}, "blanks"},
		{"blank before", "kind, id", []string{"csv.header  id"}, "blanks"},
		{"no-break space", "kind,id\u00a0", []string{"csv.header id\u00a0"}, "blanks"},
		{"capitals", "KIND,ID", []string{"field.unknown KIND", "field.unknown ID"}, "did you mean kind?"},
		{"a capital", "kind,id,Notes", []string{"field.unknown Notes"}, "did you mean notes?"},
		{"several", "kind,kind,,Count", []string{"csv.header kind", "csv.header ", "field.unknown Count", "csv.header "}, "twice"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := first(t, tt.header+"\nrescue,a,b,c\n")
			e, ok := errors.AsType[*HeaderError](err)
			if !ok {
				t.Fatal(err)
			}
			var codes []string
			for _, f := range e.Faults {
				codes = append(codes, string(f.Code)+" "+f.Field)
				if f.At.Line != 1 || f.At.Column < 1 {
					t.Errorf("%s stands at %v", f.Field, f.At)
				}
			}
			if d := cmp.Diff(tt.codes, codes); d != "" {
				t.Error(d)
			}
			f, ok := errors.AsType[*adapters.FileError](err)
			if !ok || f.Code != e.Faults[0].Code || !strings.Contains(err.Error(), tt.says) {
				t.Error(err)
			}
		})
	}
	if _, err := first(t, ""); err == nil || err == io.EOF {
		t.Errorf("a file without a header: %v", err)
	}
	if _, err := first(t, "kind,id\n"); err != io.EOF {
		t.Errorf("a header alone: %v", err)
	}
}

func TestCase24FileCutAtEveryByte(t *testing.T) {
	var b strings.Builder
	b.WriteString("kind,id,notes,measure,count\n")
	for i := range 60 {
		fmt.Fprintf(&b, "rescue,r%d,\"note, %d\",freed,%d\n", i, i, 100+i)
	}
	whole := b.String()
	for n := range len(whole) {
		cut := whole[:n]
		got, recs, d := readAll(t, cut, nil)
		lines := strings.Count(cut, "\n") // the header among them
		if len(recs) > lines {
			t.Fatalf("cut at %d: %d records of %d whole lines", n, len(recs), lines)
		}
		partial := n > 0 && cut[n-1] != '\n'
		truncated := slices.ContainsFunc(d.Repairs(), func(f adapters.Fault) bool { return f.Code == incident.CodeFileTruncated })
		if partial && lines > 0 && !truncated && len(got.Faults) == 0 {
			t.Fatalf("cut at %d: nothing is said of it", n)
		}
		for i, rec := range recs {
			want := fmt.Sprintf("note, %d", i)
			if rec.ID != fmt.Sprintf("r%d", i) || rec.Notes != want {
				t.Fatalf("cut at %d: record %d is another one", n, i)
			}
		}
	}
}

func TestCase30OtherFormats(t *testing.T) {
	for in, says := range map[string]string{
		"PK\x03\x04....": "XLSX", "%PDF-1.7": "PDF", "<!DOCTYPE html>": "HTML", "\xff\xfek\x00": "UTF-16", "\x1f\x8b\x08": "gzip",
	} {
		got, _, _ := readAll(t, in, nil)
		_, err := first(t, in)
		if got.End != "format.unexpected 1:1" && got.End != "encoding.unsupported 1:1" || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %+v %v", in, got, err)
		}
	}
}

func TestCase33NoValueInErrors(t *testing.T) {
	const marker = "Sok-Marker-4711"
	in := "kind,id,published,count,measure,beside,lat,notes\n" +
		"rescue," + marker + "," + marker + "," + marker + "," + marker + "," + marker + "," + marker + "," + marker + "\n"
	_, err := first(t, in)
	e, ok := errors.AsType[*adapters.RecordError](err)
	if !ok || len(e.Findings) < 4 {
		t.Fatal(err)
	}
	texts := []string{err.Error(), fmt.Sprintf("%+v", e.LogValue())}
	for _, f := range e.Findings {
		texts = append(texts, f.String(), f.Message)
	}
	for _, s := range texts {
		if strings.Contains(s, marker) {
			t.Errorf("an error tells a value: %s", s)
		}
	}
}

func TestCase46CancelledWithinARecord(t *testing.T) {
	var b strings.Builder
	b.WriteString("kind,id,measure,count\n")
	for i := range 1000 {
		fmt.Fprintf(&b, "rescue,r%d,freed,1\n", i)
	}
	for k := 0; k < 1000; k += 37 {
		ctx, cancel := context.WithCancel(t.Context())
		d := NewDecoder(strings.NewReader(b.String()), nil)
		n := 0
		for {
			if n == k {
				cancel()
			}
			if _, err := d.Decode(ctx, new(incident.Record)); err != nil {
				if !errors.Is(err, context.Canceled) {
					t.Fatal(err)
				}
				break
			}
			n++
		}
		if n != k {
			t.Errorf("cancelled after %d records, ended after %d", k, n)
		}
		cancel()
	}
}
