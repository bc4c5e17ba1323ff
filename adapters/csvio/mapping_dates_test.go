package csvio

import (
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// mustLayouts compiles layouts or ends the test.
func mustLayouts(t testing.TB, texts ...string) []*dateLayout {
	t.Helper()
	var ls []*dateLayout
	for _, text := range texts {
		l, err := parseLayout(text)
		if err != nil {
			t.Fatalf("layout %q: %v", text, err)
		}
		ls = append(ls, l)
	}
	return ls
}

func TestCase23MappedDates(t *testing.T) {
	const (
		syntax    = incident.CodeDateSyntax
		ambiguous = incident.CodeDateAmbiguous
	)
	cases := []struct {
		name    string
		layouts []string
		text    string
		want    string
		code    incident.Code
	}{
		{"no layout, a day", nil, "2024-03-30", "2024-03-30", ""},
		{"no layout, a doubtful month", nil, "2024-01~", "2024-01~", ""},
		{"no layout, a year", nil, "2024", "2024", ""},
		{"no layout, an interval", nil, "2024-01/2024-03", "2024-01/2024-03", ""},
		{"no layout, a day that does not exist", nil, "2024-02-30", "", syntax},
		{"no layout, day over twelve", nil, "24/01/2024", "", syntax},
		{"no layout, both could be a month", nil, "01/02/2024", "", ambiguous},
		{"no layout, both the same", nil, "03/03/2024", "", ambiguous},
		{"no layout, single digits", nil, "2/7/2017", "", ambiguous},
		{"no layout, dashes ask for the year first", nil, "01-03-2019", "", syntax},
		{"no layout, a spreadsheet's day number", nil, "45300", "", syntax},
		{"no layout, two-digit year", nil, "1/3/19", "", syntax},
		{"no layout, words", nil, "last spring", "", syntax},
		{"day first", []string{"DD/MM/YYYY"}, "01/02/2024", "2024-02-01", ""},
		{"month first", []string{"MM/DD/YYYY"}, "01/02/2024", "2024-01-02", ""},
		{"two digits are asked for", []string{"DD/MM/YYYY"}, "1/2/2024", "", syntax},
		{"one or two digits", []string{"D/M/YYYY"}, "1/12/2024", "2024-12-01", ""},
		{"day and month exchanged", []string{"MM/DD/YYYY"}, "24/01/2024", "", syntax},
		{"a day that does not exist", []string{"D/M/YYYY"}, "30/2/2024", "", syntax},
		{"a leap day", []string{"D/M/YYYY"}, "29/2/2024", "2024-02-29", ""},
		{"two-digit year with a layout", []string{"D/M/YYYY"}, "1/3/19", "", syntax},
		{"three-digit year", []string{"D/M/YYYY"}, "1/3/219", "", syntax},
		{"month alone keeps its precision", []string{"MM/YYYY"}, "03/2024", "2024-03", ""},
		{"year alone keeps its precision", []string{"YYYY"}, "2024", "2024", ""},
		{"short month name", []string{"D Mon YYYY"}, "3 mar 2024", "2024-03-03", ""},
		{"four letters of September", []string{"D Mon YYYY"}, "3 Sept 2024", "2024-09-03", ""},
		{"short name where the full one is asked for", []string{"D Month YYYY"}, "3 Mar 2024", "", syntax},
		{"full month name", []string{"Month D, YYYY"}, "SEPTEMBER 3, 2024", "2024-09-03", ""},
		{"month and year in words", []string{"Month YYYY"}, "May 2024", "2024-05", ""},
		{"no separators", []string{"YYYYMMDD"}, "20240330", "2024-03-30", ""},
		{"a time of day is left out", []string{"YYYY-MM-DD'T'hh:mm:ss"}, "2024-03-30T23:59:60", "2024-03-30", ""},
		{"no such time of day", []string{"YYYY-MM-DD hh:mm"}, "2024-03-30 24:00", "", syntax},
		{"more text behind", []string{"YYYY-MM-DD"}, "2024-03-30 ?", "", syntax},
		{"text of one letter more", []string{"DD/MM/YYYY"}, "01/02/20245", "", syntax},
		{"non-ASCII digits", []string{"DD/MM/YYYY"}, "०१/०२/2024", "", syntax},
		{"second layout fits", []string{"D/M/YYYY", "D-M-YYYY"}, "3-12-2018", "2018-12-03", ""},
		{"two layouts disagree", []string{"D/M/YYYY", "M/D/YYYY"}, "3/12/2018", "", ambiguous},
		{"two layouts agree", []string{"D/M/YYYY", "M/D/YYYY"}, "12/12/2018", "2018-12-12", ""},
		{"one of two layouts fits", []string{"M/D/YYYY", "D/M/YYYY"}, "24/1/2018", "2018-01-24", ""},
		{"EDTF beside a layout", []string{"D/M/YYYY", "EDTF"}, "2018-12~", "2018-12~", ""},
		{"layout beside EDTF", []string{"EDTF", "D/M/YYYY"}, "3/4/2018", "2018-04-03", ""},
		{"blank", []string{"D/M/YYYY"}, "", "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d, err := readDate(c.text, mustLayouts(t, c.layouts...))
			var code incident.Code
			if err != nil {
				code, _ = syntaxOf(err)
				if strings.Contains(err.Error(), c.text) {
					t.Errorf("the error holds the cell: %v", err)
				}
			}
			if d.String() != c.want || code != c.code {
				t.Errorf("readDate = %q [%s], want %q [%s]", d, code, c.want, c.code)
			}
		})
	}
}

func TestTwoDigitYearsAreNamed(t *testing.T) {
	for _, text := range []string{"1/3/19", "14/2/19", "24/09/18", "3/12/18", "24-09-18", "24.09.18", "14-Feb-19", "1/1/1"} {
		for _, ls := range [][]*dateLayout{nil, mustLayouts(t, "D/M/YYYY"), mustLayouts(t, "D-Mon-YYYY", "DD.MM.YYYY")} {
			_, err := readDate(text, ls)
			code, reason := syntaxOf(err)
			if code != incident.CodeDateSyntax || !strings.Contains(reason, "two digits") {
				t.Errorf("readDate(%q) with %d layouts: %v, want date.syntax naming years of two digits", text, len(ls), err)
			}
		}
	}
}

func TestLayoutsThatCannotBe(t *testing.T) {
	for _, layout := range []string{
		"", "DD/MM/YY", "DD/MM", "DD YYYY", "YYYY YYYY", "DD/MM/YYYY hh hh", "DMYYYY", "dd/mm/yyyy", "MM Mon YYYY", "DD/MM/YYYYY",
		"YYYY'", "YYYY-MM-DDTEDTF", "mm/ss",
	} {
		if _, err := parseLayout(layout); err == nil {
			t.Errorf("layout %q: no error", layout)
		}
	}
}

// Every day of two years, written in each layout, reads back as itself.
func TestLayoutsReadEveryDay(t *testing.T) {
	write := map[string]func(y, m, d string) string{
		"DD/MM/YYYY": func(y, m, d string) string { return d + "/" + m + "/" + y },
		"M/D/YYYY": func(y, m, d string) string {
			return strings.TrimLeft(m, "0") + "/" + strings.TrimLeft(d, "0") + "/" + y
		},
		"YYYYMMDD":      func(y, m, d string) string { return y + m + d },
		"D Month YYYY":  func(y, m, d string) string { return strings.TrimLeft(d, "0") + " " + monthNames[monthOf(m)] + " " + y },
		"Mon DD, YYYY":  func(y, m, d string) string { return monthNames[monthOf(m)][:3] + " " + d + ", " + y },
		"'on' YYYY.M.D": func(y, m, d string) string { return "on " + y + "." + m + "." + d },
	}
	first, _ := incident.MakeDay(2023, 12, 1)
	for layout, text := range write {
		ls := mustLayouts(t, layout)
		for day := first; day < first+800; day++ {
			want := incident.DateOf(day)
			parts := strings.Split(want.String(), "-")
			got, err := readDate(text(parts[0], parts[1], parts[2]), ls)
			if err != nil || got != want {
				t.Fatalf("layout %q, day %s: %s, %v", layout, want, got, err)
			}
		}
	}
}

func monthOf(m string) int {
	return int(m[0]-'0')*10 + int(m[1]-'0') - 1
}

func FuzzDateLayout(f *testing.F) {
	for _, layout := range []string{"DD/MM/YYYY", "D Mon YYYY", "MM/DD/YYYY", "YYYY", "EDTF", "'x'YYYY-MM", "hh:mm:ss YYYY"} {
		for _, text := range []string{"01/02/2024", "3 Mar 2024", "2024", "1/3/19", "45300", "2024-01~"} {
			f.Add(layout, text)
		}
	}
	f.Fuzz(func(t *testing.T, layout, text string) {
		l, err := parseLayout(layout)
		if err != nil {
			return
		}
		d, err := readDate(text, []*dateLayout{l})
		if err != nil {
			if code, _ := syntaxOf(err); !strings.HasPrefix(string(code), "date.") {
				t.Fatalf("code %s", code)
			}
			return
		}
		if d.IsZero() != (text == "") {
			t.Fatalf("%q read as %q", text, d)
		}
		if layout == "EDTF" {
			return
		}
		// A date read by a layout has a year of four digits that stands in the text, and as many parts as the layout names.
		if s := d.String(); text != "" && !strings.Contains(text, s[:4]) {
			t.Fatalf("%q read as %q with %q", text, d, layout)
		}
		again, err := incident.ParseDate(d.String())
		if err != nil || again != d {
			t.Fatalf("%q reads back as %q, %v", d, again, err)
		}
	})
}
