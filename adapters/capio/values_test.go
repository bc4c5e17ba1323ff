package capio_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters/capio"
	"github.com/rescuetally/rescuetally/incident"
)

// reason returns what a text is refused for, without the code.
func reason(err error) string {
	e, ok := errors.AsType[*incident.SyntaxError](err)
	if !ok {
		return ""
	}
	return string(e.Code)
}

func TestTimes(t *testing.T) {
	for text, ok := range map[string]bool{
		"": true, "2024-03-30T09:00:00+07:00": true, "2024-03-30T09:00:00-00:00": true, "2024-03-30T09:00:00+00:00": true, "2024-02-29T23:59:59-11:30": true,
		"2024-03-30T24:00:00+14:00": true, "0001-01-01T00:00:00-14:00": true, "9999-12-31T00:00:00+00:00": true,
		"2024-03-30": false, "2024-03-30T09:00:00Z": false, "2024-03-30T09:00:00z": false, "2024-03-30T09:00:00": false, "2024-03-30T09:00+07:00": false,
		"2024-03-30T09:00:00.5+07:00": false, "2024-03-30t09:00:00+07:00": false, "2024-03-30 09:00:00+07:00": false, "2024-03-30T09:00:00+0700": false,
		"2023-02-29T00:00:00+00:00": false, "2024-13-01T00:00:00+00:00": false, "0000-01-01T00:00:00+00:00": false, "2024-03-30T24:00:01+00:00": false,
		"2024-03-30T25:00:00+00:00": false, "2024-03-30T23:60:00+00:00": false, "2024-03-30T23:59:60+00:00": false, "2024-03-30T00:00:00+14:01": false,
		"2024-03-30T00:00:00+07:60": false, "2024-03-30T09:00:00,07:00": false, "२०२४-03-30T09:00": false, "12024-03-30T09:00:00+07:0": false,
	} {
		got, err := capio.ParseTime(text)
		if (err == nil) != ok || err != nil && reason(err) != "date.syntax" {
			t.Errorf("%q: %v", text, err)
		}
		if ok && got.String() != text {
			t.Errorf("%q is written %q", text, got)
		}
	}
	early, late := newTime(t, "2024-03-30T00:30:00+07:00"), newTime(t, "2024-03-29T18:00:00-00:00")
	if early.Compare(late) >= 0 || late.Compare(early) <= 0 || early.Compare(early) != 0 || (capio.Time{}).Compare(early) >= 0 {
		t.Error("times are compared by what is written, not by when they are")
	}
	if early.Offset() != 420 || early.Second() != 1800 || newTime(t, "2024-01-01T00:00:00-01:30").Offset() != -90 {
		t.Error("the parts of a time are wrong")
	}
	day, _ := incident.MakeDay(2024, 3, 30)
	for second, want := range map[int]string{-1: "2024-03-30T00:00:00-00:00", 3661: "2024-03-30T01:01:01-00:00", 86400: "2024-03-30T23:59:59-00:00"} {
		if got := capio.TimeOf(day, second).String(); got != want {
			t.Errorf("second %d: %s", second, got)
		}
	}
	if !capio.TimeOf(0, 5).IsZero() {
		t.Error("a time of no day")
	}
}

func newTime(t *testing.T, s string) (got capio.Time) {
	t.Helper()
	if err := got.UnmarshalText([]byte(s)); err != nil {
		t.Fatal(err)
	}
	return got
}

func TestShapes(t *testing.T) {
	for text, want := range map[string]string{
		"1,1 1,2 2,2 1,1": "", "1,1\n1,2\t2,2  1.0,+01.00": "", "-0,0 1,1 2,2 0,-0.0": "", "": "place.area", "1,1 1,2 1,1": "place.area", "1,1 1,2 2,2 2,1": "place.area",
		"1,1 1,2 2,2 -1,1": "place.area", "1 1 1,2 2,2 1,1": "place.coordinates", "1, 1 1,2": "place.coordinates", "91,0 1,1 2,2 91,0": "place.coordinates",
		"0,181 1,1 2,2 0,181": "place.coordinates", "1e1,0 1,1 2,2 1e1,0": "place.coordinates", "1,1,1 1,2 2,2 1,1,1": "place.coordinates", "--1,1 1,1 1,1 --1,1": "place.coordinates",
	} {
		if _, err := capio.ParsePolygon(text); reason(err) != want {
			t.Errorf("polygon %q: %v", text, err)
		}
	}
	for text, want := range map[string]string{
		"1,1 5": "", "1,1 0": "", " 1,1\n5.5 ": "", "1,1": "place.area", "1,1 5 5": "place.area", "1,1 -5": "place.area", "1,1 5km": "place.area", "": "place.area", "1 1 5": "place.area",
		"100,1 5": "place.coordinates",
	} {
		c, err := capio.ParseCircle(text)
		if reason(err) != want {
			t.Errorf("circle %q: %v", text, err)
		}
		if err == nil && c.String() != strings.Join(strings.Fields(text), " ") {
			t.Errorf("circle %q is written %q", text, c)
		}
	}
	if capio.Decimal("x").Float() != 0 || capio.Decimal("-.5").Float() != -0.5 {
		t.Error("Float")
	}
}

func TestReferenceTexts(t *testing.T) {
	for text, want := range map[string]string{
		"a@b.example,1,2024-03-30T09:00:00+07:00": "", "a,b," + capio.Never: "", "a,b": "reference.syntax", "a,,2024-03-30T09:00:00+07:00": "reference.syntax",
		",b,2024-03-30T09:00:00+07:00": "reference.syntax", "a,b,": "reference.syntax", "a,b,2024": "reference.syntax", "a,b,c,2024-03-30T09:00:00+07:00": "reference.syntax",
		"a&b,c,2024-03-30T09:00:00+07:00": "reference.syntax", "a b,c,2024-03-30T09:00:00+07:00": "reference.syntax",
	} {
		r, err := capio.ParseReference(text)
		if reason(err) != want {
			t.Errorf("%q: %v", text, err)
		}
		if err == nil && r.String() != text {
			t.Errorf("%q is written %q", text, r)
		}
	}
	if r, _ := capio.ParseReference("a,b," + capio.Never); !r.Sent.IsZero() {
		t.Error("a time that is not known is taken for one")
	}
}
