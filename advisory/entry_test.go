package advisory

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/incident"
)

func TestStatusText(t *testing.T) {
	n := 0
	for s := range EntryStatuses() {
		n++
		text, err := s.AppendText(nil)
		if m, err := s.MarshalText(); err != nil || string(m) != string(text) {
			t.Errorf("%q is marshalled as %q, %v", s, m, err)
		}
		var back EntryStatus
		if err2 := back.UnmarshalText(text); err != nil || err2 != nil || back != s || s.String() != string(text) || s.IsZero() {
			t.Errorf("%q becomes %q: %v, %v", s, back, err, err2)
		}
		if numberedStatus(statusNumber(s)) != s || s.badness() < 1 {
			t.Errorf("%q is not kept, or not ordered", s)
		}
	}
	if n != 7 {
		t.Errorf("%d statuses, want 7", n)
	}
	s := StatusValid
	if err := s.UnmarshalText(nil); err != nil || !s.IsZero() {
		t.Errorf("the empty text gives %q, %v", s, err)
	}
	wantCode(t, s.UnmarshalText([]byte("secret")), incident.CodeCodeUnknown)
}

func TestMatchText(t *testing.T) {
	for _, m := range []Match{CannotTell, No, Yes} {
		text, err := m.MarshalText()
		back := Match(9)
		if err2 := back.UnmarshalText(text); err != nil || err2 != nil || back != m {
			t.Errorf("%s becomes %s: %v, %v", m, back, err, err2)
		}
	}
	if (Answer{}).Match.String() != "cannot-tell" || Match(9).String() != "cannot-tell" {
		t.Error("the zero Match is not cannot-tell")
	}
	var m Match
	wantCode(t, m.UnmarshalText([]byte("secret")), incident.CodeCodeUnknown)
}

func wantCode(t *testing.T, err error, code incident.Code) {
	t.Helper()
	e, ok := errors.AsType[*incident.SyntaxError](err)
	if !ok || e.Code != code || strings.Contains(err.Error(), "secret") {
		t.Errorf("%v, want the code %s and no value", err, code)
	}
}

func TestStatusOn(t *testing.T) {
	for _, c := range []struct {
		name, from, to string
		listed         EntryStatus
		on             string
		want           EntryStatus
	}{
		{"within", "2022-01-01", "2024-12-31", StatusValid, "2024-03-01", StatusValid},
		{"first day", "2022-01-01", "2024-12-31", StatusValid, "2022-01-01", StatusValid},
		{"last day", "2022-01-01", "2024-12-31", StatusValid, "2024-12-31", StatusValid},
		{"after", "2022-01-01", "2024-12-31", StatusValid, "2025-01-01", StatusExpired},
		{"before", "2022-01-01", "2024-12-31", StatusValid, "2021-12-31", ""},
		{"a month within", "2022-01-01", "2024-12-31", StatusValid, "2024-12", StatusValid},
		{"a year over the end", "2022-01-01", "2024-06-30", StatusValid, "2024", ""},
		{"end by the year, in it", "2022-01-01", "2024", StatusValid, "2024-03-01", ""},
		{"end by the year, before it", "2022-01-01", "2024", StatusValid, "2023-12-31", StatusValid},
		{"end by the year, after it", "2022-01-01", "2024", StatusValid, "2025-01-01", StatusExpired},
		{"start by the year, in it", "2022", "2024-12-31", StatusValid, "2022-07-01", ""},
		{"uncertain end, long after", "2022", "2023-12-31?", StatusValid, "2025-01-01", ""},
		{"uncertain end, before", "2022", "2023-12-31~", StatusValid, "2023-01-01", ""},
		{"open end", "", "2023-01-01/..", StatusValid, "2024-01-01", ""},
		{"no end", "2022-01-01", "", StatusValid, "2030-01-01", StatusValid},
		{"no dates", "", "", StatusValid, "2030-01-01", StatusValid},
		{"day not stated", "", "", StatusValid, "", ""},
		{"day in doubt", "", "", StatusValid, "2024-01-01?", ""},
		{"expired, after", "", "2024-12-31", StatusExpired, "2025-01-01", StatusExpired},
		{"expired, before the end", "", "2024-12-31", StatusExpired, "2024-01-01", ""},
		{"expired, no end", "", "", StatusExpired, "2024-01-01", StatusExpired},
		{"not stated, within", "2022", "2024-12-31", "", "2024-01-01", ""},
		{"not stated, after", "", "2024-12-31", "", "2025-01-01", StatusExpired},
		{"suspended, after", "", "2024-12-31", StatusSuspended, "2025-01-01", StatusSuspended},
		{"blacklisted, before", "2022-01-01", "", StatusBlacklisted, "2020-01-01", StatusBlacklisted},
	} {
		e := Entry{Status: c.listed, ValidFrom: date(c.from), ValidTo: date(c.to)}
		if got := e.StatusOn(date(c.on)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestEntryCheck(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Entry)
		want   []string
	}{
		{"sound", func(e *Entry) {}, nil},
		{"only what is required", func(e *Entry) { *e = Entry{Authority: "a", Country: "IN", Name: "n"} }, nil},
		{"empty", func(e *Entry) { *e = Entry{} }, []string{
			"error /authority field.required", "error /country field.required", "error /name field.required",
		}},
		{"blank", func(e *Entry) { e.Authority, e.Name, e.Licence = " ", "\t", " " }, []string{
			"error /authority field.empty", "error /name field.empty", "error /licence field.empty",
		}},
		{"country", func(e *Entry) { e.Country = "India" }, []string{"error /country place.country"}},
		{"status", func(e *Entry) { e.Status = "secret" }, []string{"error /status code.unknown"}},
		{"dates", func(e *Entry) { e.ValidFrom, e.ValidTo = e.ValidTo, e.ValidFrom }, []string{"error /validTo date.order"}},
		{"intervals", func(e *Entry) {
			d := date("2022/2023")
			e.ValidFrom, e.ValidTo, e.AsOf = d, d, d
		}, []string{"error /validFrom date.syntax", "error /validTo date.syntax", "error /asOf date.syntax"}},
		{"empty items", func(e *Entry) { e.AKA, e.Branches = []string{"a", ""}, []string{""} }, []string{
			"error /aka/1 field.empty", "error /branches/0 field.empty",
		}},
		{"source", func(e *Entry) { e.Source = incident.Source{Kind: "x", URL: "file:///secret", Lang: "!", Grade: "Z9"} }, []string{
			"error /source/url source.url", "error /source/kind code.unknown", "error /source/lang source.lang", "error /source/grade code.unknown",
		}},
		{"hidden characters", func(e *Entry) { e.Name, e.AKA, e.Licence = "a\u202eb", []string{"\xff"}, "1\x00" }, []string{
			"error /name text.forbidden", "error /licence text.forbidden", "error /aka/0 text.invalid-utf8",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := ministry()[0]
			e.AKA, e.Branches = []string{"Shiva Jobs"}, []string{"Delhi"}
			c.change(e)
			before := *e
			var got []string
			for _, f := range e.Check() {
				got = append(got, f.Severity.String()+" "+f.Path+" "+string(f.Code))
				if s := f.String(); strings.Contains(s, "secret") || f.Message == "" {
					t.Errorf("a finding shows a value: %s", s)
				}
			}
			slices.Sort(got)
			slices.Sort(c.want)
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error("-want +got", d)
			}
			if !cmp.Equal(before, *e, compareEntry) {
				t.Error("Check changed the entry")
			}
		})
	}
}

// TestEntryCheckOrder has findings in the format's order.
func TestEntryCheckOrder(t *testing.T) {
	e := Entry{Country: "xx", AKA: []string{""}, Branches: []string{""}, Status: "x", Source: incident.Source{URL: "x"}}
	e.ValidFrom, e.ValidTo, e.AsOf = date("2024/2025"), date("2020/2021"), date("2024/..")
	last := -1
	for _, f := range e.Check() {
		rank := entryRank(f.Path)
		if rank < last {
			t.Errorf("%s stands too late", f.Path)
		}
		last = rank
	}
}
