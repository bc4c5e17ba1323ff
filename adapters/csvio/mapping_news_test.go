package csvio

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// realRows returns the rows of a shared file, the header first, as encoding/csv
// reads them, or skips the test.
func realRows(t *testing.T, path string) [][]string {
	t.Helper()
	data, err := os.ReadFile("../../../shared/" + path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the shared files are not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func mappingFile(t *testing.T, path string) *Mapping {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := ParseMapping(f)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// A mappedRow is what became of a row.
type mappedRow struct {
	wanted bool
	record *incident.Record
	faults []adapters.Fault // of cells, and of the record's shape
}

func (r *mappedRow) code() incident.Code {
	if len(r.faults) == 0 {
		return ""
	}
	return r.faults[0].Code
}

// readRows applies a mapping to every row, as the decoder does.
func readRows(t *testing.T, m *Mapping, rows [][]string) ([]mappedRow, *mapPlan) {
	t.Helper()
	p, bad := m.bind(rows[0])
	if bad != nil {
		t.Fatal(bad)
	}
	var results []mappedRow
	for i, row := range rows[1:] {
		cells := make([][]byte, len(row))
		for j := range row {
			cells[j] = []byte(row[j])
		}
		r := mappedRow{record: &incident.Record{}}
		r.wanted, r.faults = p.apply(mapRow{number: i + 1, cells: cells}, subject{record: r.record})
		if r.wanted && len(r.faults) == 0 {
			for _, f := range r.record.CheckShape() {
				if f.Severity == incident.Error {
					r.faults = append(r.faults, adapters.Fault{Finding: f, Field: p.name(p.locate(f.Path))})
				}
			}
		}
		results = append(results, r)
	}
	return results, p
}

var (
	dayMonth  = regexp.MustCompile(`^(\d\d?)([/-])(\d\d?)[/-](\d{4})$`)
	shortYear = regexp.MustCompile(`^\d\d?/\d\d?/\d\d$`)
)

// newsDate works out by itself what a date of the news file is: its EDTF text
// with the day first, or the code of why it is none.
func newsDate(cell string) (edtf string, code incident.Code) {
	if m := dayMonth.FindStringSubmatch(cell); m != nil {
		return m[4] + "-" + strings.Repeat("0", 2-len(m[3])) + m[3] + "-" + strings.Repeat("0", 2-len(m[1])) + m[1], ""
	}
	if shortYear.MatchString(cell) {
		return "", incident.CodeDateSyntax
	}
	return "", ""
}

// Every row of the news file is accepted or rejected with a code, and both are
// what the row's cells say when looked at one by one.
func TestNewsIncidents(t *testing.T) {
	rows := realRows(t, "real/news-incidents.csv")
	if len(rows) != 294 {
		t.Fatalf("%d rows, want a header and 293", len(rows))
	}
	results, p := readRows(t, mappingFile(t, "testdata/news-incidents.mapping.json"), rows)
	const url, origin, destination, people, age, men, women, date = 0, 1, 2, 3, 4, 5, 6, 8
	count := map[incident.Code]int{}
	for i, r := range results {
		row := rows[i+1]
		count[r.code()]++
		wantDate, want := newsDate(row[date])
		column := "Date"
		switch {
		case strings.HasPrefix(row[origin], "https:"): // an address stands where a country should
			want, column = incident.CodePlaceCountry, "Origin"
		case row[destination] == "Okah": // a place that no country is known for
			want, column = incident.CodePlaceCountry, "Destination"
		}
		if !r.wanted || r.code() != want {
			t.Errorf("row %d: %v, want %q", i+1, r.faults, want)
			continue
		}
		if want != "" {
			if len(r.faults) != 1 || r.faults[0].Field != column {
				t.Errorf("row %d: %v", i+1, r.faults)
			}
			continue
		}
		if got := r.record.Occurred.String(); got != wantDate {
			t.Errorf("row %d: occurred %q, want %q", i+1, got, wantDate)
		}
		if r.record.ID != "news-"+strconv.Itoa(i+1) || r.record.Source.URL != row[url] {
			t.Errorf("row %d: id %q, address %q", i+1, r.record.ID, r.record.Source.URL)
		}
		numbers := 0
		for _, cell := range []string{row[people], row[men], row[women]} {
			if _, err := strconv.Atoi(cell); err == nil {
				numbers++
			} else if cell != "" && cell != "-" {
				t.Errorf("row %d: a cell that this test does not know", i+1)
			}
		}
		if len(r.record.Figures) != numbers {
			t.Errorf("row %d: %d figures, want %d", i+1, len(r.record.Figures), numbers)
		}
		if numbers > 0 && (row[age] != "") != (r.record.Figures[0].Group.Age != "") {
			t.Errorf("row %d: age %q", i+1, r.record.Figures[0].Group.Age)
		}
	}
	want := map[incident.Code]int{"": 281, incident.CodeDateSyntax: 10, incident.CodePlaceCountry: 2}
	if d := cmp.Diff(want, count); d != "" {
		t.Error("rows by code: -want +got", d)
	}
	// Seven rows have no number for Origin to speak of and two none for Age; one cell has a blank too many.
	noted := map[string]string{}
	for _, f := range p.repairs() {
		noted[string(f.Code)+" "+f.Field] = f.Args[0].Value
	}
	wantNoted := map[string]string{"mapping.left-out Origin": "7", "mapping.left-out Age": "2", "mapping.trim Origin": "1"}
	if d := cmp.Diff(wantNoted, noted); d != "" {
		t.Error("-want +got", d)
	}
}

// Without layouts, the dates that could be either way round are ambiguous; no
// date is read by guessing.
func TestNewsDatesWithoutLayout(t *testing.T) {
	rows := realRows(t, "real/news-incidents.csv")
	m := mappingFile(t, "testdata/news-incidents.mapping.json")
	rule := m.Columns["Date"]
	rule.Dates = nil
	m.Columns = maps.Clone(m.Columns)
	m.Columns["Date"] = rule
	results, _ := readRows(t, m, rows)
	count := map[incident.Code]int{}
	for i, r := range results {
		code := incident.Code("")
		for _, f := range r.faults {
			if f.Field == "Date" {
				code = f.Code
			}
		}
		count[code]++
		var want incident.Code
		if cell := rows[i+1][8]; cell != "" {
			want = incident.CodeDateSyntax
			if d := dayMonth.FindStringSubmatch(cell); d != nil && d[2] == "/" {
				a, _ := strconv.Atoi(d[1])
				b, _ := strconv.Atoi(d[3])
				if a <= 12 && b <= 12 {
					want = incident.CodeDateAmbiguous
				}
			}
		}
		if code != want {
			t.Errorf("row %d: %q, want %q", i+1, code, want)
		}
	}
	want := map[incident.Code]int{"": 29, incident.CodeDateAmbiguous: 75, incident.CodeDateSyntax: 189}
	if d := cmp.Diff(want, count); d != "" {
		t.Error("rows by code: -want +got", d)
	}
}

// The file's faults that its description counts come out: 41 addresses stand
// more than once, and in 21 rows men and women do not come to the total.
func TestNewsFindings(t *testing.T) {
	rows := realRows(t, "real/news-incidents.csv")
	results, _ := readRows(t, mappingFile(t, "testdata/news-incidents.mapping.json"), rows)
	address, differing := map[string]int{}, 0
	for i, r := range results {
		if len(r.faults) > 0 {
			address[rows[i+1][0]]++ // rejected for another reason, and there all the same
			continue
		}
		address[r.record.Source.URL]++
		number := func(column int) (int, bool) {
			n, err := strconv.Atoi(rows[i+1][column])
			return n, err == nil
		}
		total, okT := number(3)
		men, okM := number(5)
		women, okW := number(6)
		differ := okT && okM && okW && men+women != total
		if differ {
			differing++
		}
		if got := r.record.Check(nil).Has(incident.CodeFigureParts); got != differ {
			t.Errorf("row %d: %d men, %d women, %d in all: figure.parts found: %t", i+1, men, women, total, got)
		}
	}
	if differing != 21 {
		t.Errorf("in %d rows men and women do not come to the total, want 21", differing)
	}
	repeated := 0
	for _, n := range address {
		if n > 1 {
			repeated++
		}
	}
	if repeated != 41 {
		t.Errorf("%d addresses are repeated, want 41", repeated)
	}
}
