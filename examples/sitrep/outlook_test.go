package main

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
)

// outlook is the part of -format json that looks beyond single events.
type outlook struct {
	Totals     []row
	Duplicates *struct {
		Records, Events int
		Totals          []row
	}
	Flow struct {
		Stages []struct {
			Stage string
			Best  *int64
		}
		Passages []struct {
			From, To string
			Best     *int64
		}
		Exceeded []struct{ Event, From, To string }
	}
	Increments []struct {
		Publisher string
		Year      int
		Best, Low *int64
	}
	Coverage []struct {
		Publisher, ID  string
		Best           *int64
		Events         []string
		Covered        row
		Missing        row
		Exceeded       bool
		Measure, Place string
	}
	Portions []struct {
		Of        string
		Low, High *int64
	}
}

func outlookOn(t *testing.T, in string, args ...string) (o outlook) {
	t.Helper()
	out, log, code := call(t, in, append([]string{"-format", "json"}, args...)...)
	if code != 0 {
		t.Fatalf("exit %d, %s", code, log)
	}
	if err := json.Unmarshal([]byte(out), &o); err != nil {
		t.Fatal(err)
	}
	return o
}

func named(t *testing.T, rows []row, measure string) int64 {
	t.Helper()
	for _, r := range rows {
		if r.Measure == measure && r.Low != nil {
			return *r.Low
		}
	}
	t.Fatalf("no %s", measure)
	return 0
}

var eventName = regexp.MustCompile(`"event":"[^"]*",`)

// TestWithoutDuplicates takes the events' names out of the corpus, which has 62
// events: the sums without possible duplicates are near those by the names, and
// those with them are far off.
func TestWithoutDuplicates(t *testing.T) {
	byName := outlookOn(t, "")
	if byName.Duplicates != nil {
		t.Error("records that all name events have possible duplicates")
	}
	blind := eventName.ReplaceAllString(string(corpus), "")
	o := outlookOn(t, blind, "-in", "ndjson", "-")
	if o.Duplicates == nil || o.Duplicates.Records != 186 || o.Duplicates.Events < 59 || o.Duplicates.Events > 65 {
		t.Fatalf("duplicates: %+v", o.Duplicates)
	}
	for _, measure := range []string{"freed", "returned"} {
		truth, with, without := named(t, byName.Totals, measure), named(t, o.Totals, measure), named(t, o.Duplicates.Totals, measure)
		if with < 2*truth || without < truth-truth/20 || without > truth+truth/20 {
			t.Errorf("%s: %d with possible duplicates, %d without, %d by the events' names", measure, with, without, truth)
		}
	}
	for _, format := range []string{"text", "html"} {
		if out, _, _ := call(t, blind, "-in", "ndjson", "-format", format, "-"); !strings.Contains(strings.ToLower(out), "without possible duplicates") {
			t.Errorf("%s does not say what there is without possible duplicates", format)
		}
	}
}

// TestOutlook has a raid, a flight and what a ministry says of the year.
func TestOutlook(t *testing.T) {
	const in = `{"kind":"rescue","id":"raid","event":"raid","occurred":"2024-03-01","place":{"country":"KH"},"figures":[{"measure":"freed","count":"47","accrual":"event"},{"measure":"returned","count":"30","accrual":"event"},{"measure":"awaiting","count":"17","accrual":"event"}]}
{"kind":"rescue","id":"flight","event":"flight","occurred":"2024-05-02","place":{"country":"KH"},"figures":[{"measure":"freed","count":"8","accrual":"event"},{"measure":"returned","count":"28","accrual":"event"}]}
{"kind":"tally","id":"half","event":"year","place":{"country":"KH"},"figures":[{"measure":"returned","count":"90","accrual":"cumulative","from":"2024-01-01","to":"2024-12-31"}],"source":{"name":"Ministry"}}
{"kind":"tally","id":"next","event":"year","place":{"country":"KH"},"figures":[{"measure":"returned","count":"130","accrual":"cumulative","from":"2024-01-01","to":"2025-12-31"}],"source":{"name":"Ministry"}}
{"kind":"tally","id":"calls","event":"calls","figures":[{"measure":"calls","count":"1000","accrual":"period","from":"2024","to":"2024"},{"measure":"share","text":"48 %","accrual":"period","from":"2024","to":"2024","unit":"calls"}],"source":{"name":"Hotline","lang":"en"}}
`
	o := outlookOn(t, in, "-in", "ndjson", "-")
	if len(o.Flow.Stages) != 3 || *o.Flow.Stages[0].Best != 55 || len(o.Flow.Passages) != 2 || *o.Flow.Passages[1].Best != 30 ||
		len(o.Flow.Exceeded) != 1 || o.Flow.Exceeded[0].Event != "flight" {
		t.Errorf("flow: %+v", o.Flow)
	}
	if len(o.Increments) != 2 || o.Increments[1].Year != 2025 || *o.Increments[1].Best != 40 {
		t.Errorf("increments: %+v", o.Increments)
	}
	if len(o.Coverage) != 1 || o.Coverage[0].ID != "next" || *o.Coverage[0].Covered.Best != 58 || *o.Coverage[0].Missing.Best != 72 {
		t.Errorf("coverage: %+v", o.Coverage)
	}
	if len(o.Portions) != 1 || *o.Portions[0].Low != 475 || *o.Portions[0].High != 485 {
		t.Errorf("portions: %+v", o.Portions)
	}
	for format, want := range map[string][]string{
		"text": {
			"Freed or escaped: 55 (events: 2)\n  17 waiting to go home\n  30 returned home\n  0 not accounted for\n  8 of whom no more is said\n", "flight: 28 people returned home, and 8 freed or escaped before that",
			"Events here: 2. They come to 58; 72 are in none of them.", "48 percent of 1,000 calls (Hotline; 2024 to 2024) are 475 to 485.", "BY HOW MUCH RUNNING TOTALS GREW",
		},
		"html": {`<svg xmlns="http://www.w3.org/2000/svg" class="chart flow"`, "flight: 28 returned home, of 8 freed or escaped", "<h3>Which events they contain</h3>", "475 to 485"},
	} {
		out, _, _ := call(t, in, "-in", "ndjson", "-format", format, "-")
		for _, w := range want {
			if !strings.Contains(out, w) {
				t.Errorf("%s does not have %q", format, w)
			}
		}
	}
}

// TestCoverageOfTheCorpus: of 13,272 arrests in Myanmar that are claimed for 2025,
// 5,446 are in an event.
func TestCoverageOfTheCorpus(t *testing.T) {
	for _, c := range outlookOn(t, "").Coverage {
		if c.Measure == "arrested" && c.Place == "MM" {
			if *c.Best != 13272 || *c.Covered.Best != 5446 || *c.Missing.Best != 13272-5446 || c.Exceeded {
				t.Errorf("%+v", c)
			}
			return
		}
	}
	t.Error("no running total of arrests in Myanmar")
}
