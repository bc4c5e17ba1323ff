package incident

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestDateForms(t *testing.T) {
	tests := []struct{ text, first, last string }{
		{"2024", "2024-01-01", "2024-12-31"},
		{"2024-03", "2024-03-01", "2024-03-31"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2023-02", "2023-02-01", "2023-02-28"},
		{"2024-03-30", "2024-03-30", "2024-03-30"},
		{"2024-02-29", "2024-02-29", "2024-02-29"},
		{"2024-03-XX", "2024-03-01", "2024-03-31"},
		{"2004-XX-XX", "2004-01-01", "2004-12-31"},
		{"2004-XX", "2004-01-01", "2004-12-31"},
		{"201X", "2010-01-01", "2019-12-31"},
		{"20XX", "2000-01-01", "2099-12-31"},
		{"2024-03~", "2024-03-01", "2024-03-31"},
		{"2024?", "2024-01-01", "2024-12-31"},
		{"2024%", "2024-01-01", "2024-12-31"},
		{"2024-21", "2024-03-01", "2024-11-30"},
		{"2024-22", "2023-12-01", "2025-02-28"},
		{"2024-23", "2024-03-01", "2024-11-30"},
		{"2023-24", "2022-12-01", "2024-02-29"},
		{"2024-01/2024-03", "2024-01-01", "2024-03-31"},
		{"2024-01-05/2024-03-07", "2024-01-05", "2024-03-07"},
		{"../2024-03-30", "", "2024-03-30"},
		{"/2024", "", "2024-12-31"},
		{"2024-03/..", "2024-03-01", ""},
		{"2024-03/", "2024-03-01", ""},
		{"2022/2023-03~", "2022-01-01", "2023-03-31"},
		{"0000", "0000-01-01", "0000-12-31"},
		{"0000-02-29", "0000-02-29", "0000-02-29"},
		{"9999-12-31", "9999-12-31", "9999-12-31"},
		{"", "", ""},
	}
	day := func(d Day, ok bool) string {
		if !ok {
			return ""
		}
		return d.String()
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			d, err := ParseDate(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			if got := d.String(); got != tt.text {
				t.Errorf("String = %q", got)
			}
			if first, last := day(d.Earliest()), day(d.Latest()); first != tt.first || last != tt.last {
				t.Errorf("allows %s to %s, want %s to %s", first, last, tt.first, tt.last)
			}
			if d.IsInterval() != strings.Contains(tt.text, "/") || d.IsZero() != (tt.text == "") ||
				d.Qualified() != strings.ContainsAny(tt.text, "?~%") {
				t.Errorf("IsInterval %t, IsZero %t, Qualified %t", d.IsInterval(), d.IsZero(), d.Qualified())
			}
			start, end, _ := strings.Cut(tt.text, "/")
			if !d.IsInterval() {
				end = start
			}
			if s := d.Start().String(); s != strings.Trim(start, ".") {
				t.Errorf("Start = %q", s)
			}
			if s := d.End().String(); s != strings.Trim(end, ".") {
				t.Errorf("End = %q", s)
			}
		})
	}
}

func TestCase23DatesAreRefusedByName(t *testing.T) {
	tests := []struct {
		text, reason string
		code         Code
	}{
		{"2024-02-30", "no such day", CodeDateSyntax},
		{"2023-02-29", "no such day", CodeDateSyntax},
		{"2024-04-31", "no such day", CodeDateSyntax},
		{"2024-00", "months run", CodeDateSyntax},
		{"2024-13", "months run", CodeDateSyntax},
		{"2024-03-00", "no such day", CodeDateSyntax},
		{"24/01/2024", "write the date", CodeDateSyntax},
		{"01/02/2024", "write the date", CodeDateSyntax},
		{"45300", "write the date", CodeDateSyntax},
		{"20240330", "write the date", CodeDateSyntax},
		{"2024-3-1", "write the date", CodeDateSyntax},
		{"24", "write the date", CodeDateSyntax},
		{" 2024", "write the date", CodeDateSyntax},
		{"٢٠٢٤", "write the date", CodeDateSyntax},
		{"2024-03-30T12:00:00Z", "time of day", CodeDateSyntax},
		{"12:30", "time of day", CodeDateSyntax},
		{"-0044", "negative", CodeDateSyntax},
		{"Y17000000002", "four digits", CodeDateSyntax},
		{"Y-17E7", "four digits", CodeDateSyntax},
		{"2024~-03", "part of a date", CodeDateLevel2},
		{"?2024", "part of a date", CodeDateLevel2},
		{"156X-12-25", "left open", CodeDateLevel2},
		{"XXXX-12-XX", "left open", CodeDateLevel2},
		{"15XX-12-25", "left open", CodeDateLevel2},
		{"1XXX", "left open", CodeDateLevel2},
		{"2024-1X", "left open", CodeDateLevel2},
		{"2024-XX-12", "left open", CodeDateLevel2},
		{"2024-25", "seasons of a hemisphere", CodeDateLevel2},
		{"2024-33", "seasons of a hemisphere", CodeDateLevel2},
		{"2024-41", "seasons of a hemisphere", CodeDateLevel2},
		{"[1667,1668]", "sets", CodeDateLevel2},
		{"{1960,1961-12}", "sets", CodeDateLevel2},
		{"1950S2", "significant", CodeDateLevel2},
		{"2024-03/2024-01", "ends before", CodeDateOrder},
		{"2024-03-30/2024-03-29", "ends before", CodeDateOrder},
		{"..", "write the date", CodeDateSyntax},
		{"/", "at least one end", CodeDateSyntax},
		{"../..", "at least one end", CodeDateSyntax},
		{"2024/2025/2026", "write the date", CodeDateSyntax},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			d, err := ParseDate(tt.text)
			syntax, ok := errors.AsType[*SyntaxError](err)
			if !ok || syntax.Code != tt.code || !strings.Contains(syntax.Reason, tt.reason) || syntax.Type != "date" {
				t.Fatalf("ParseDate = %v, %v, want %s about %q", d, err, tt.code, tt.reason)
			}
			if !d.IsZero() {
				t.Errorf("a Date comes with the error: %v", d)
			}
		})
	}
}

// dateTexts are of every precision and doubt, close enough to meet each other.
var dateTexts = []string{
	"2023", "2024", "2024-03", "2024-03-30", "2024-03-31", "2024-04-01", "2024-03-XX", "2024-03~", "2024-04~", "2024-21", "2024-22",
	"2024-01/2024-03", "../2024-03-30", "2024-03/..", "/2024", "201X", "2004-XX-XX", "2024-03-30?", "2024-03-30/2024-04-01", "",
}

func TestDateCompareByTheDaysAllowed(t *testing.T) {
	const first, last = 1, 760000 // of the days tried; open ends reach past them
	days := func(d Date) (from, to int) {
		from, to = first, last
		if day, ok := d.Earliest(); ok {
			from = int(day)
		}
		if day, ok := d.Latest(); ok {
			to = int(day)
		}
		return from, to
	}
	for _, a := range dateTexts {
		for _, b := range dateTexts {
			d, _ := ParseDate(a)
			e, _ := ParseDate(b)
			order, certain := d.Compare(e)
			if back, sure := e.Compare(d); back != -order || sure != certain {
				t.Fatalf("Compare(%s, %s) = %d, %t; other way round %d, %t", a, b, order, certain, back, sure)
			}
			df, dl := days(d)
			ef, el := days(e)
			before, after, same := dl < ef, el < df, df == dl && ef == el && df == ef
			want := (before || after || same) && a != "" && b != "" && !d.Qualified() && !e.Qualified()
			if certain != want {
				t.Errorf("Compare(%s, %s) is certain: %t, want %t", a, b, certain, want)
			}
			if before && order >= 0 && a != "" && b != "" || after && order <= 0 && a != "" && b != "" {
				t.Errorf("Compare(%s, %s) = %d", a, b, order)
			}
			if meet := df <= el && ef <= dl; d.Overlaps(e) != (meet || a == "" || b == "") {
				t.Errorf("%s overlaps %s: %t", a, b, d.Overlaps(e))
			}
		}
	}
}

func TestDateCompareSorts(t *testing.T) {
	for _, a := range dateTexts {
		for _, b := range dateTexts {
			for _, c := range dateTexts {
				d, _ := ParseDate(a)
				e, _ := ParseDate(b)
				f, _ := ParseDate(c)
				de, _ := d.Compare(e)
				ef, _ := e.Compare(f)
				if df, _ := d.Compare(f); a != "" && b != "" && c != "" && de <= 0 && ef <= 0 && df > 0 {
					t.Fatalf("%s ≤ %s ≤ %s, but not %s ≤ %s", a, b, c, a, c)
				}
			}
		}
	}
}

func TestDateOfIsTheDay(t *testing.T) {
	for _, day := range []Day{1, 719529, 739341, 3652425} { // 0000-01-01, 1970, 2024-03-30, 9999-12-31
		d := DateOf(day)
		first, _ := d.Earliest()
		if last, _ := d.Latest(); first != day || last != day {
			t.Errorf("DateOf(%v) allows %v to %v", day, first, last)
		}
		if back, err := ParseDate(d.String()); err != nil || back != d {
			t.Errorf("%v reads back as %v, %v", d, back, err)
		}
	}
}

func TestDayIsTimesCalendar(t *testing.T) {
	step := 1
	if testing.Short() {
		step = 31
	}
	at := time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := Day(1); d <= 3652425; d += Day(step) {
		y, m, day := d.Date()
		if wy, wm, wd := at.Date(); y != wy || m != int(wm) || day != wd {
			t.Fatalf("day %d is %d-%d-%d, want %v", d, y, m, day, at)
		}
		if back, ok := MakeDay(y, m, day); !ok || back != d {
			t.Fatalf("MakeDay(%d, %d, %d) = %d, %t, want %d", y, m, day, back, ok, d)
		}
		at = at.AddDate(0, 0, step)
	}
	if s := Day(719529).String(); s != "1970-01-01" {
		t.Errorf("Day(719529) = %s", s)
	}
	for _, bad := range [][3]int{{-1, 1, 1}, {10000, 1, 1}, {2024, 0, 1}, {2024, 13, 1}, {2024, 1, 0}, {2024, 1, 32}, {1900, 2, 29}} {
		if d, ok := MakeDay(bad[0], bad[1], bad[2]); ok {
			t.Errorf("MakeDay(%v) = %v", bad, d)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range dateTexts {
		f.Add(s)
	}
	f.Add("0001%/0000") // ends before it starts, as far as it is known
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			if _, ok := err.(*SyntaxError); !ok || !d.IsZero() {
				t.Fatalf("%v, %v", d, err)
			}
			return
		}
		if d.String() != s {
			t.Fatalf("%q is written %q", s, d)
		}
		first, okFirst := d.Earliest()
		last, okLast := d.Latest()
		if okFirst && okLast && first > last && !d.Qualified() {
			t.Fatalf("%q allows %v to %v", s, first, last)
		}
		if order, certain := d.Compare(d); order != 0 || certain && first != last {
			t.Fatalf("%q compares with itself as %d, %t", s, order, certain)
		}
	})
}
