package csvio

import (
	"context"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// readMapped reads a text with a mapping and returns the records, the rejected
// ones' errors and what became of the input.
func readMapped(t testing.TB, r io.Reader, m *Mapping) ([]*incident.Record, adapters.Summary) {
	t.Helper()
	dec := NewDecoder(r, &DecodeOptions{Name: "table.csv", Mapping: m})
	reader := adapters.NewReader(dec, &adapters.ReadOptions{Policy: adapters.Keep, Limits: adapters.Limits{Errors: -1}})
	var records []*incident.Record
	for rec, err := range reader.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, rec)
	}
	return records, reader.Summary()
}

// openRealFile opens a shared file or skips the test.
func openRealFile(t *testing.T, path string) *os.File {
	t.Helper()
	f, err := os.Open("../../../shared/" + path)
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("the shared files are not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestDecodeNewsIncidents(t *testing.T) {
	rows := realRows(t, "real/news-incidents.csv")
	records, sum := readMapped(t, openRealFile(t, "real/news-incidents.csv"), mappingFile(t, "testdata/news-incidents.mapping.json"))
	if sum.Read != 293 || sum.Accepted != 281 || sum.Rejected != 12 || sum.Blank != 0 || !sum.Complete || len(records) != 281 {
		t.Errorf("%+v", sum)
	}
	want := map[incident.Code]int{incident.CodeDateSyntax: 10, incident.CodePlaceCountry: 2}
	if d := cmp.Diff(want, sum.Faults); d != "" {
		t.Error("-want +got", d)
	}
	// No cell of the file has a line end or a quote in it: row n stands in line n+1, and a cell behind the commas before it.
	for _, bad := range sum.Errors {
		f := bad.Findings[0]
		row := rows[f.At.Line-1]
		column := 1
		for i, name := range rows[0] {
			if name == f.Field {
				break
			}
			column += len(row[i]) + 1
			if strings.ContainsAny(row[i], ",\"") {
				column += 2
			}
		}
		if f.At.Record != f.At.Line-1 || f.At.Column != column || bad.ID != "news-"+strconv.Itoa(f.At.Record) || f.At.Name != "table.csv" {
			t.Errorf("%s of record %q, want column %d", f, bad.ID, column)
		}
		for _, cell := range row {
			if len(cell) > 3 && strings.Contains(bad.Error(), cell) {
				t.Errorf("the error holds a cell: %v", bad)
			}
		}
	}
	if len(sum.Repairs) != 4 { // Origin and Age without a number, one trimmed cell, no line end after the last row
		t.Errorf("%v", sum.Repairs)
	}
}

// The referrals' rows stay what they are, one figure each; a total is a figure
// of fewer dimensions.
func TestDecodeReferrals(t *testing.T) {
	rows := realRows(t, "real/uk-nrm-referrals-2023q3.csv")
	records, sum := readMapped(t, openRealFile(t, "real/uk-nrm-referrals-2023q3.csv"), mappingFile(t, "testdata/uk-nrm-referrals-2023q3.mapping.json"))
	if sum.Read != 29484 || sum.Accepted != 29484 || len(rows) != 29485 {
		t.Fatalf("%d rows: %+v", len(rows), sum.Faults)
	}
	var leaves, all, naive int64
	nationalities := map[string]int{}
	for i, rec := range records {
		row := rows[i+1]
		if len(rec.Figures) != 1 {
			t.Fatalf("row %d: %d figures", i+1, len(rec.Figures))
		}
		f := rec.Figures[0]
		n, exact := f.Count.Best()
		if strconv.FormatInt(n, 10) != row[6] || !exact || f.Accrual != incident.AccrualPeriod || f.From.String() != "2023-07" || f.To.String() != "2023-09" {
			t.Fatalf("row %d: %+v", i+1, f)
		}
		responder, _ := f.Group.By.Get("first responder")
		exploitation, _ := f.Group.By.Get("exploitation")
		broken := []bool{f.Group.Nationality != "", f.Group.Sex != "", f.Group.Age != "", responder != "", exploitation != ""}
		total := []bool{row[5] == "Total", row[4] == "Total", row[3] == "Total", row[1] == "Government agency total", row[2] == "Total"}
		dimensions := 0
		for j := range broken {
			if broken[j] == total[j] {
				t.Fatalf("row %d: dimension %d is a total in the file: %t, and in the record: %t", i+1, j, total[j], !broken[j])
			}
			if broken[j] {
				dimensions++
			}
		}
		naive += n
		switch dimensions {
		case 5:
			leaves += n
		case 0:
			all += n
		}
		if row[3] == "Not specified or unknown" != (f.Group.Age == incident.Unknown) {
			t.Fatalf("row %d: age %q", i+1, f.Group.Age)
		}
		nationalities[f.Group.Nationality]++
	}
	if leaves != 1995 || all != 1995 || naive != 19950 {
		t.Errorf("leaves %d, grand total %d, the column added up %d; want 1995, 1995, 19950", leaves, all, naive)
	}
	// 107 nationalities and a total in 273 rows each: 20 cells name two nationalities.
	if len(nationalities) != 108-20+1 || nationalities[incident.Other] != 20*273 || nationalities[""] != 273 || nationalities[incident.Unknown] != 273 {
		t.Errorf("%d nationalities, %d rows OTHER", len(nationalities), nationalities[incident.Other])
	}
}

func TestDecodeHotline(t *testing.T) {
	rows := realRows(t, "corpus/hotline.csv")
	records, sum := readMapped(t, openRealFile(t, "corpus/hotline.csv"), mappingFile(t, "testdata/hotline.mapping.json"))
	left := 0
	for _, f := range sum.Repairs {
		if f.Code == incident.CodeMappingOmit {
			left, _ = strconv.Atoi(f.Args[0].Value)
		}
	}
	if sum.Rejected != 0 || left+sum.Read != len(rows)-1 || left != 16 {
		t.Fatalf("%d rows, %d left out, %+v", len(rows)-1, left, sum)
	}
	ids := map[string][]string{}
	for _, row := range rows[1:] {
		ids[row[0]] = row
	}
	for _, rec := range records {
		row := ids[rec.ID]
		f := rec.Figures[0]
		if row == nil || f.Text != row[7] || f.From.String() != row[5] || rec.Source.Name != row[2] || f.Unit != row[10]+row[11] {
			t.Errorf("%+v from %q", rec, row)
		}
		if series, _ := f.Group.By.Get("series"); series != row[1] {
			t.Errorf("series %q", series)
		}
	}
}

func TestDecodeMappedHeader(t *testing.T) {
	m := mustParseMapping(t, minimalMapping(`, "columns": {"Town": "place", "Land": {"to": "country", "countries": true}}, "figures": [{"column": "Freed"}]`))
	cases := []struct {
		name, text, want string
	}{
		{"unknown column", "Town;Land;Name;Freed\n", "t.csv:1:11: error: column \"Name\": the mapping does not say what this column is: map it, or list it under ignore [field.unknown]"},
		{"missing column", "Town,Land\n", "t.csv:1:1: error: column \"Freed\": the table lacks a column that the mapping names: correct its name [csv.header]"},
		{"column twice", "Town,Land,Freed,Land\n", "t.csv:1:6: error: column \"Land\": the table has two columns of one name: rename one of them [csv.header]"},
		{"empty input", "", "t.csv:1:1: error: the input is empty: a CSV file has at least its header [csv.header]"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dec := NewDecoder(strings.NewReader(c.text), &DecodeOptions{Name: "t.csv", Mapping: m})
			_, err := dec.Decode(t.Context(), &incident.Record{})
			if got := err.Error(); !strings.HasPrefix(got, c.want) {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if _, again := dec.Decode(t.Context(), &incident.Record{}); again != err {
				t.Errorf("the next call returns %v", again)
			}
		})
	}
	// Lines above the header, another separator, rows of the wrong length and blank ones.
	records, sum := readMapped(t, strings.NewReader("Ministry\n\nFreed;Town;Land\n7;Sihanoukville;Kampuchea\n\n;;\n1;2\n3;;Atlantis\n4;;Laos\n"), m)
	if len(records) != 2 || sum.Read != 4 || sum.Rejected != 2 || sum.Faults[incident.CodeCSVFieldCount] != 1 || sum.Faults[incident.CodePlaceCountry] != 1 {
		t.Fatalf("%d records, %+v", len(records), sum)
	}
	if records[0].Place.Country != "KH" || records[1].Place.Country != "LA" || records[1].ID != "4" {
		t.Errorf("%+v %+v", records[0], records[1])
	}
}

func TestLocateMapped(t *testing.T) {
	m := mustParseMapping(t, minimalMapping(`, "columns": {"Town": "place", "Land": "country", "Nation": "nationality", "Who": "agencies"},
		"figures": [{"column": "Freed"}, {"column": "Women", "set": {"sex": "F"}}]`))
	dec := NewDecoder(strings.NewReader("Land,Town,Nation,Freed,Women,Who\nKH,\"Phnom\nPenh\",IN,,3,Police\n"), &DecodeOptions{Mapping: m})
	loc, err := dec.Decode(t.Context(), &incident.Record{})
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"/place/country":               "input:2:1 Land",
		"/place/name":                  "input:2:4 Town",
		"/place":                       "input:2:1 Land",
		"/agencies/0":                  "input:3:13 Who",
		"/figures/0/count":             "input:3:11 Women", // the first figure is the second number: the first is blank
		"/figures/0":                   "input:3:11 Women",
		"/figures/0/group/nationality": "input:3:7 Nation",
		"/figures/0/group/sex":         "input:3:11 Women",
		"/figures/1":                   "input:2:1 ",
		"/kind":                        "input:2:1 ",
		"":                             "input:2:1 ",
	} {
		at, field := loc.Locate(path)
		if got := at.String() + " " + field; got != want {
			t.Errorf("Locate(%q) = %q, want %q", path, got, want)
		}
	}
}

// One Mapping serves many decoders at a time: run with -race.
func TestConcurrentSafeMapping(t *testing.T) {
	m := mustParseMapping(t, minimalMapping(`, "trim": true, "columns": {"Land": {"to": "country", "countries": true, "fold": true, "values": {"X": "KH"}, "unlisted": "leave-out"}}`))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			records, sum := readMapped(t, strings.NewReader("Land\nx\n Laos\nnowhere\n"), m)
			if len(records) != 3 || len(sum.Repairs) != 2 {
				t.Errorf("%d records, %v", len(records), sum.Repairs)
			}
		})
	}
	wg.Wait()
}

func TestDecodeMappedCancelled(t *testing.T) {
	m := mustParseMapping(t, minimalMapping(`, "where": [{"column": "a", "in": ["x"]}]`))
	ctx, cancel := context.WithCancel(t.Context())
	dec := NewDecoder(strings.NewReader("a\nx\n"+strings.Repeat("y\n", 1000)), &DecodeOptions{Mapping: m})
	if _, err := dec.Decode(ctx, &incident.Record{}); err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := dec.Decode(ctx, &incident.Record{}); !errors.Is(err, context.Canceled) {
		t.Errorf("after cancelling: %v", err)
	}
}

// Names of countries become codes, and only through a mapping that asks for it;
// what is none is refused and not lost.
func TestCase36MappedCountries(t *testing.T) {
	const names = "KH\nkhm\nCambodia\nKampuchea\nBurma\nXK\nUK\nEL\nAtlantis\n"
	m := mustParseMapping(t, minimalMapping(`, "columns": {"Land": {"to": "country", "countries": true}}`))
	records, sum := readMapped(t, strings.NewReader("Land\n"+names), m)
	var got []string
	for _, rec := range records {
		got = append(got, rec.Place.Country)
	}
	if d := cmp.Diff([]string{"KH", "KH", "KH", "KH", "MM", "XK", "GB", "GR"}, got); d != "" {
		t.Error("-want +got", d)
	}
	if sum.Rejected != 1 || sum.Faults[incident.CodePlaceCountry] != 1 {
		t.Errorf("%+v", sum)
	}
	plain := mustParseMapping(t, minimalMapping(`, "columns": {"Land": "country"}`))
	if records, sum := readMapped(t, strings.NewReader("Land\n"+names), plain); len(records) != 2 || sum.Faults[incident.CodePlaceCountry] != 7 {
		t.Errorf("without countries: %d records, %v", len(records), sum.Faults)
	}
}

func BenchmarkDecodeMapped(b *testing.B) {
	m := mustParseMapping(b, minimalMapping(`, "columns": {
		"Land": {"to": "country", "countries": true},
		"When": {"to": "occurred", "dates": ["D/M/YYYY"]},
		"Sector": "group_by:sector"
	}, "figures": [{"column": "All", "grouping": ","}, {"column": "Women", "set": {"sex": "F"}}]`))
	table := "Land,When,Sector,All,Women\n" + strings.Repeat("Cambodia,1/2/2024,casino,\"1,234\",7\nLao PDR,24/12/2023,online,3,\n", 1000)
	b.SetBytes(int64(len(table)))
	b.ReportAllocs()
	for b.Loop() {
		dec := NewDecoder(strings.NewReader(table), &DecodeOptions{Mapping: m})
		n := 0
		var err error
		for ; err == nil; n++ {
			_, err = dec.Decode(b.Context(), &incident.Record{})
		}
		if err != io.EOF || n != 2001 {
			b.Fatalf("%d records, %v", n-1, err)
		}
	}
}
