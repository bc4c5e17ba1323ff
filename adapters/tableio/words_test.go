package tableio

import (
	"math"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

func TestGroup(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0", 7: "7", 999: "999", 1000: "1,000", 123456: "123,456", 1234567: "1,234,567", -1: "-1", -100: "-100", -1000: "-1,000",
		math.MaxInt64: "9,223,372,036,854,775,807", math.MinInt64: "-9,223,372,036,854,775,808",
	} {
		if got := Group(n); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
}

func TestWords(t *testing.T) {
	for text, want := range map[string][2]string{
		"250": {"250", "250"}, "0": {"0", "0"}, "~1000": {"about 1,000", "about 1,000"}, ">=250": {"at least 250", "at least 250"},
		">800": {"at least 801", "over 800"}, "<=250": {"up to 250", "up to 250"}, "<250": {"up to 249", "under 250"},
		"240..260": {"240 to 260", "240 to 260"}, "240..250..260": {"about 250 (240 to 260)", "about 250 (240 to 260)"},
		"240..250..": {"about 250, at least 240", "about 250, at least 240"}, "..250..260": {"about 250, at most 260", "about 250, at most 260"}, "5..5": {"5", "5"},
	} {
		c, err := incident.ParseCount(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := [2]string{Words(c), Said(c)}; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	if Words(incident.Count{}) != "" || Said(incident.Count{}) != "" {
		t.Error("words for what is not stated")
	}
	most, err := incident.NewCount(0, 0, math.MaxInt64, incident.HasHigh)
	if err != nil || Said(most) != "up to 9,223,372,036,854,775,807" {
		t.Errorf("%q, %v", Said(most), err)
	}
}

// TestMeasureWords: every measure has words, and no two have the same.
func TestMeasureWords(t *testing.T) {
	seen := map[string]incident.Measure{}
	for m := range incident.Measures() {
		words := MeasureWords(m)
		if other, ok := seen[words]; ok || words == "" {
			t.Errorf("%s and %s: %q", m, other, words)
		}
		if m.Persons() != strings.HasPrefix(words, "people ") {
			t.Errorf("%s: %q", m, words)
		}
		seen[words] = m
	}
}

func TestKeyWords(t *testing.T) {
	for _, c := range []struct {
		d         stats.Dimension
		key, want string
	}{
		{stats.Country, "KH", "Cambodia"},
		{stats.Country, "", "country not stated"},
		{stats.Country, "ZZ", "ZZ"},
		{stats.Nationality, "XX", "stateless"},
		{stats.Nationality, "OTHER", "other nationalities"},
		{stats.Nationality, "unknown", "nationality unknown"},
		{stats.Nationality, "VN", "Vietnam"},
		{stats.Month, "2024-03", "March 2024"},
		{stats.Month, "2024-13", "2024-13"},
		{stats.Month, "", "month not stated, or several"},
		{stats.Year, "", "year not stated, or several"},
		{stats.Year, "2024", "2024"},
		{stats.Admin1, "IN-OD", "Odisha"},
		{stats.SourceKind, "", "source kind not stated"},
		{stats.Measure, "freed", "people freed"},
		{stats.Source, "Police", "Police"},
	} {
		if got := KeyWords(c.d, c.key); got != c.want {
			t.Errorf("%v %q: %q, want %q", c.d, c.key, got, c.want)
		}
	}
}

func TestGroupWords(t *testing.T) {
	by := incident.NewBy(map[string]string{"exploitation": "Labour"})
	day := func(s string) incident.Date { return date(t, s) }
	for want, k := range map[string]stats.Key{
		"":                    {Accrual: incident.AccrualEvent},
		"nationality India":   {Group: incident.Group{Nationality: "IN"}},
		"other nationalities": {Group: incident.Group{Nationality: "OTHER"}},
		"women and girls, children, from Odisha, at Cambodia, exploitation Labour, in May": {
			Group: incident.Group{Sex: "F", Age: "child", Admin1: "IN-OD", Place: "KH", By: by}, Label: "in May",
		},
		"men and boys, age 18-24, beside the total": {Group: incident.Group{Sex: "M", Age: "18-24"}, Beside: true},
		"sex unknown, adults":                       {Group: incident.Group{Sex: "unknown", Age: "adult"}},
		"up to 2024-03":                             {Accrual: incident.AccrualCumulative, To: day("2024-03")},
		"2024-01 to 2024-03":                        {Accrual: incident.AccrualPeriod, From: day("2024-01"), To: day("2024-03")},
		"nationality India; on 2024-03-05":          {Accrual: incident.AccrualStock, To: day("2024-03-05"), Group: incident.Group{Nationality: "IN"}},
		"since 2024":                                {Accrual: incident.AccrualCumulative, From: day("2024")},
	} {
		if got := GroupWords(k); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestWhyWords: every reason that an account of the library gives has words.
func TestWhyWords(t *testing.T) {
	for _, step := range stats.OfficialFirst.Steps() {
		if WhyWords(step.Name) == step.Name {
			t.Errorf("no words for %s", step.Name)
		}
	}
	for _, why := range []string{stats.WhyOnlyClaim, stats.WhySmallestID, "with-its-whole"} {
		if WhyWords(why) == why {
			t.Errorf("no words for %s", why)
		}
	}
	if WhyWords("a step of one's own") != "a step of one's own" {
		t.Error("other reasons stay")
	}
}

func TestDayAndEventWords(t *testing.T) {
	for date, want := range map[string]string{
		"2024-03-30": "30 March 2024", "2024-03": "March 2024", "2024": "2024", "": "", "../2024-03-30": "up to 30 March 2024", "/2024-03": "up to March 2024",
		"2024-03/..": "March 2024 or later", "2024-03-01/2024-03-03": "1 March 2024 to 3 March 2024", "2024-03~": "2024-03~",
	} {
		if got := DayWords(date); got != want {
			t.Errorf("%q: %q, want %q", date, got, want)
		}
	}
	a := stats.AccountOf(&incident.Record{Occurred: date(t, "2024-03-13"), Place: incident.Place{Country: "PH"}})
	b := stats.AccountOf(&incident.Record{})
	a.Records = append(a.Records, &incident.Record{Place: incident.Place{Country: "KH"}}, &incident.Record{Place: incident.Place{Country: "PH"}})
	if got := EventWords(a); got != "Cambodia, Philippines, March 2024" || EventWords(b) != "" {
		t.Errorf("%q, %q", got, EventWords(b))
	}
}
