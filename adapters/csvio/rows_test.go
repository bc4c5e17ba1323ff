package csvio

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

func TestRowsOfAPollutedFile(t *testing.T) {
	in := "Daily report\n\ndate;place;freed\n2024-03-01;\"Bavet; west\";12\n2024-03-02;\"Poipet;7\n2024-03-03;Koh Kong;3;4\n"
	rows := NewRows(strings.NewReader(in), &RowOptions{Name: "x.csv"})
	var got [][]string
	var repairs []string
	for row, err := range rows.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, row.Cells)
		for _, f := range row.Repairs {
			repairs = append(repairs, string(f.Code)+" "+f.At.String())
		}
	}
	want := [][]string{{"date", "place", "freed"}, {"2024-03-01", "Bavet; west", "12"}, {"2024-03-02", "\"Poipet", "7"}, {"2024-03-03", "Koh Kong", "3", "4"}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"csv.quote x.csv:5:12", "csv.field-count x.csv:6:1"}, repairs); d != "" {
		t.Error(d)
	}
	if d := rows.Dialect(); d.Comma != ';' || d.Preamble != 2 {
		t.Errorf("%+v", d)
	}
}

func TestRowsErrors(t *testing.T) {
	rows := NewRows(strings.NewReader("a,b\n"+strings.Repeat("x", 200)+"\nc,d\n"), &RowOptions{Limits: adapters.Limits{RecordBytes: 100}})
	n, bad := 0, 0
	for _, err := range rows.All(t.Context()) {
		if e, ok := errors.AsType[*adapters.RecordError](err); ok && e.Findings[0].Code == incident.CodeLimitRecordBytes && e.Line == 2 && e.Record == 2 {
			bad++
		} else if err == nil {
			n++
		}
	}
	if n != 2 || bad != 1 {
		t.Errorf("%d rows, %d bad", n, bad)
	}
	if _, err := NewRows(strings.NewReader("%PDF-1.7"), nil).Next(); err == nil || !strings.Contains(err.Error(), "PDF") {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range NewRows(strings.NewReader("a,b\n"), nil).All(ctx) {
		if !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	}
	if _, err := NewRows(strings.NewReader(""), nil).Next(); err != io.EOF {
		t.Error(err)
	}
}

// FuzzRows compares with encoding/csv where it reads the same on purpose.
func FuzzRows(f *testing.F) {
	f.Add("a,b\nc,d\n")
	f.Add("\"a\"\"b\",c\n\n\"x\ny\",z")
	f.Fuzz(func(t *testing.T, in string) {
		rows := NewRows(strings.NewReader(in), &RowOptions{Dialect: Dialect{Comma: ','}})
		var got [][]string
		repairs := 0
		for row, err := range rows.All(t.Context()) {
			if err != nil {
				return
			}
			for _, rep := range row.Repairs {
				if rep.Code != incident.CodeFileTruncated {
					repairs++
				}
				if rep.At.Line < 1 || rep.At.Offset > int64(len(in)) {
					t.Fatalf("a repair at %v", rep.At)
				}
			}
			got = append(got, row.Cells)
		}
		d := rows.Dialect()
		if repairs > 0 || d.BOM || d.Sep || strings.Contains(in, "\r") {
			return
		}
		r := csv.NewReader(strings.NewReader(in))
		r.FieldsPerRecord = -1
		want, err := r.ReadAll()
		if err != nil {
			t.Fatalf("read without a repair, though encoding/csv says %v", err)
		}
		if diff := cmp.Diff(want, got); diff != "" && len(want)+len(got) > 0 {
			t.Fatal(diff)
		}
	})
}

func TestDecodeMemory(t *testing.T) {
	recs, _ := corpus(t)
	table := encodeCSV(t, recs)
	_, body, _ := bytes.Cut(table, []byte("\n"))
	rows := bytes.Count(body, []byte("\n"))
	d := NewDecoder(bytes.NewReader(append(table, bytes.Repeat(body, 20)...)), nil)
	var rec incident.Record
	n := 0
	for {
		_, err := d.Decode(t.Context(), &rec)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != 21*186 || len(d.rows) > rows || cap(d.raw) > incident.DefaultRecordBytes {
		t.Errorf("%d records; %d rows and %d bytes are held", n, len(d.rows), cap(d.raw))
	}
}

func BenchmarkDecode(b *testing.B) {
	recs, _ := corpus(b)
	table := encodeCSV(b, recs)
	_, body, _ := bytes.Cut(table, []byte("\n"))
	table = append(table, bytes.Repeat(body, 10)...)
	b.SetBytes(int64(len(table)))
	b.ReportAllocs()
	for b.Loop() {
		d := NewDecoder(bytes.NewReader(table), nil)
		var rec incident.Record
		for {
			if _, err := d.Decode(b.Context(), &rec); err != nil {
				break
			}
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	recs, _ := corpus(b)
	b.SetBytes(int64(len(encodeCSV(b, recs))))
	b.ReportAllocs()
	for b.Loop() {
		e := NewEncoder(io.Discard, nil)
		for _, rec := range recs {
			if err := e.Encode(b.Context(), rec); err != nil {
				b.Fatal(err)
			}
		}
	}
}
