package adaptertest

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// Marker stands in the texts of [Records]: an error or a log line that holds it
// tells what stands in a record.
const Marker = "Zqx"

// Records returns records made by hand, each correct in shape, that together
// state every member of the format, none of them, every code, and the extremes
// of what a member may hold. They are the caller's own.
func Records() []incident.Record {
	return slices.Concat(smallRecords(), numberRecords(), dateRecords(), groupRecords(), textRecords(), codeRecords(), largeRecords())
}

func smallRecords() []incident.Record {
	return []incident.Record{
		{Kind: incident.KindIncident, ID: "a"},
		{
			Kind: incident.KindRescue, ID: "small-2", Event: "event-1", Published: date("2024-03-30"), Occurred: date("../2024-03-30"),
			Place: incident.Place{Country: "KH", Admin1: "KH-18", Name: Marker + " compound", Lat: degrees("10.5"), Lon: degrees("-103.25")},
			Figures: []incident.Figure{
				{
					Measure: incident.Freed, Count: incident.AtMost(250), Text: "as many as 250 " + Marker, Accrual: incident.AccrualEvent,
					Group: incident.Group{Nationality: "IN", Sex: "F", Age: "18-24", Admin1: "IN-OD", Place: "Bhubaneswar", By: by("exploitation", "Labour")},
					Label: Marker + " part", Beside: true,
				},
				{Measure: incident.Lost, Count: incident.Exactly(12), From: date("2024-01"), To: date("2024-03"), Unit: "INR", Accrual: incident.AccrualPeriod},
			},
			Lure: Marker + " job", Exploitation: []string{"online fraud", "forced criminality"},
			Conditions: []string{"deception", "withheld-wages"}, Agencies: []string{"embassy", Marker + " police"},
			Source:      incident.Source{Name: Marker + " times", Kind: incident.Media, URL: "https://example.org/a?b=c&d=%20", Lang: "zh-Hant", Grade: "B2"},
			DerivedFrom: []string{"a"}, Supersedes: []string{"b", "c"}, Retracts: []string{"d"}, Notes: Marker + " note",
		},
		{
			Kind: incident.KindTally, ID: "small-3",
			Figures: []incident.Figure{{Measure: incident.Calls, Count: incident.Exactly(0)}, {Measure: incident.Cases, Text: "none at all"}},
		},
		{Kind: incident.KindArrest, ID: "small-4", Figures: []incident.Figure{{Measure: incident.Arrested}}},
	}
}

// numberRecords state counts in every form, and coordinates of every kind.
func numberRecords() []incident.Record {
	var figures []incident.Figure
	for i, text := range []string{
		"0", "1", "~0", "~250", ">=0", ">=250", ">0", ">250", "<=0", "<=250", "<1", "<250", "240..260", "0..0..1", "240..250..260",
		"401..408..", "..771..799", "9223372036854775807", "~9223372036854775807", ">=9223372036854775807", ">9223372036854775806",
		"<=9223372036854775807", "<9223372036854775807", "0..9223372036854775807", "9007199254740993",
	} {
		c, err := incident.ParseCount(text)
		if err != nil {
			panic("adaptertest: " + text + " is no count")
		}
		figures = append(figures, incident.Figure{Measure: incident.Held, Count: c, Label: "part " + strconv.Itoa(i)})
	}
	records := []incident.Record{{Kind: incident.KindTally, ID: "counts", Figures: figures}}
	for i, at := range [][2]string{{"0", "0"}, {"-90", "-180"}, {"90", "180"}, {"0.000001", "-0.5"}, {"13.4125", "103.866667"}} {
		records = append(records, incident.Record{
			Kind: incident.KindIncident, ID: "at-" + strconv.Itoa(i), Place: incident.Place{Lat: degrees(at[0]), Lon: degrees(at[1])},
		})
	}
	return records
}

// dateRecords state dates in every form.
func dateRecords() (records []incident.Record) {
	for i, text := range []string{
		"2024", "2024-03", "2024-03-30", "2024-02-29", "0000", "9999-12-31", "2024-03-XX", "2024-XX-XX", "2024-XX", "201X", "20XX", "2024~", "2024-03~",
		"2024?", "2024-03-30%", "2024-21", "2024-24",
	} {
		d := date(text)
		records = append(records, incident.Record{
			Kind: incident.KindRescue, ID: "date-" + strconv.Itoa(i), Published: d, Occurred: d,
			Figures: []incident.Figure{{Measure: incident.Returned, Count: incident.About(7), Accrual: incident.AccrualPeriod, From: d, To: d}},
		})
	}
	for i, text := range []string{"2024-01/2024-03", "../2024-03-30", "2024-03/..", "/2024", "2024/", "2024-01-01~/2024-06?", "2004-XX-XX/2024-03-30"} {
		records = append(records, incident.Record{Kind: incident.KindRescue, ID: "interval-" + strconv.Itoa(i), Occurred: date(text)})
	}
	return records
}

// groupRecords state groups, windows and parts of every kind.
func groupRecords() []incident.Record {
	f := func(g incident.Group) incident.Figure {
		return incident.Figure{Measure: incident.Identified, Count: incident.Exactly(5), Group: g}
	}
	r := incident.Record{Kind: incident.KindTally, ID: "groups"}
	for _, n := range []string{"IN", "MM", incident.Stateless, incident.Other, incident.Unknown} {
		r.Figures = append(r.Figures, f(incident.Group{Nationality: n}))
	}
	for _, sex := range []string{"F", "M", "X", incident.Unknown} {
		r.Figures = append(r.Figures, f(incident.Group{Sex: sex}))
	}
	for _, age := range []string{"child", "adult", incident.Unknown, "0-17", "18-24"} {
		r.Figures = append(r.Figures, f(incident.Group{Age: age}))
	}
	r.Figures = append(r.Figures,
		f(incident.Group{Admin1: "IN-TS"}),
		f(incident.Group{Place: "Myawaddy"}),
		f(incident.Group{By: by("exploitation", "Labour")}),
		f(incident.Group{By: by("exploitation", "Labour", "first; responder=", `a\b;c=d "e", f`, "ünï", "コード")}),
		incident.Figure{Measure: incident.Share, Count: incident.Exactly(45), Unit: "calls, of which " + Marker},
		incident.Figure{Measure: incident.Held, Count: incident.About(3), Accrual: incident.AccrualStock, To: date("2024-01-01")},
		incident.Figure{Measure: incident.Returned, Count: incident.AtLeast(3), Accrual: incident.AccrualCumulative, From: date("2022"), To: date("2024-01-01")},
		incident.Figure{Measure: incident.Died, Count: incident.Exactly(1), Beside: true},
	)
	return []incident.Record{r}
}

// textRecords state texts that formats find hard to hold.
func textRecords() (records []incident.Record) {
	for i, text := range []string{
		`say "no", she said; 'no'`, "comma, semicolon; tab\tpipe|", `back\slash \; \\ \n`, "line\nline\r\nline\rline", " space around ", "\ttab", "\nbreak",
		"=1+1", "+855 12 345", "-1", "@x", "'quoted", "'=1", "''", "\r=1", "-", "12", "007", "1e3", "0x10", "NULL", "null", "N/A", "true", "#comment", `"`, `""`, ",", ";", `\`, "{}", "[", "sep=;",
		"क्\u200dष ക്\u200d", "မြန်မာ ភាសាខ្មែរ ไทย ລາວ", "مرحبا שלום", "北京 日本 한국", "é é", "👩\u200d👩\u200d👧 🇰🇭", "\u00a0\u3000", "a\u2028b", "<b>&amp;</b>", "%s %d %!v", "{{.}} ${x}",
		strings.Repeat("long ", 300),
	} {
		r := incident.Record{Kind: incident.KindIncident, ID: "text-" + strconv.Itoa(i), Notes: text}
		if strings.TrimSpace(text) != "" {
			r.Lure, r.Exploitation, r.Agencies = text, []string{text}, []string{text, "and " + text, text}
			r.Place.Name, r.Source.Name = text, text
			r.Figures = []incident.Figure{{Measure: incident.Reported, Text: text, Label: text}, {Measure: incident.Reported, Group: incident.Group{Place: text, By: by("as printed", text)}}}
		}
		records = append(records, r)
	}
	id := strings.Repeat("i", 128)
	records = append(records, incident.Record{
		Kind: incident.KindIncident, ID: id, Event: "007", DerivedFrom: []string{"=1", "+855012", "a;b", `a\`, `\;`}, Supersedes: []string{id}, Retracts: []string{"ünï", "a b"},
	})
	return records
}

// codeRecords state every code there is.
func codeRecords() (records []incident.Record) {
	for k := range incident.Kinds() {
		records = append(records, incident.Record{Kind: k, ID: "kind-" + string(k)})
	}
	for k := range incident.SourceKinds() {
		records = append(records, incident.Record{Kind: incident.KindIncident, ID: "source-" + string(k), Source: incident.Source{Kind: k}})
	}
	r := incident.Record{Kind: incident.KindTally, ID: "codes", Conditions: slices.Collect(incident.Conditions())}
	for m := range incident.Measures() {
		f := incident.Figure{Measure: m, Count: incident.Exactly(1)}
		switch m {
		case incident.Lost:
			f.Unit = "USD"
		case incident.Share:
			f.Unit = "calls"
		}
		r.Figures = append(r.Figures, f)
	}
	for a := range incident.Accruals() {
		f := incident.Figure{Measure: incident.Sheltered, Count: incident.Exactly(1), Accrual: a}
		if a != incident.AccrualEvent {
			f.To = date("2024-06-30")
		}
		if a == incident.AccrualPeriod {
			f.From = date("2024-01-01")
		}
		r.Figures = append(r.Figures, f)
	}
	return append(records, r)
}

// largeRecords are longer than what a reader takes in at once.
func largeRecords() []incident.Record {
	r := incident.Record{Kind: incident.KindRescue, ID: "large", Notes: strings.Repeat("many \"words\", and\nlines\\ of text ü; ", 2000)}
	for i := range 300 {
		r.Figures = append(r.Figures, incident.Figure{
			Measure: incident.Returned, Count: incident.Exactly(math.MaxInt64 - int64(i)), Group: incident.Group{By: by("batch", strconv.Itoa(i))},
		})
		r.Agencies = append(r.Agencies, "agency "+strconv.Itoa(i))
	}
	return []incident.Record{r, {Kind: incident.KindIncident, ID: "last"}}
}

// A nonePair is two records that differ in whether path is none or not stated.
type nonePair struct {
	path          string
	none, nothing incident.Record
}

func nonePairs() []nonePair {
	figure := func(c incident.Count) incident.Record {
		return incident.Record{Kind: incident.KindTally, ID: "p", Figures: []incident.Figure{{Measure: incident.Died, Count: c, Text: "none"}}}
	}
	at := func(p incident.Place) incident.Record {
		return incident.Record{Kind: incident.KindTally, ID: "p", Place: p}
	}
	zero := degrees("0")
	return []nonePair{
		{"/figures/*/count", figure(incident.Exactly(0)), figure(incident.Count{})},
		{"/figures/*/count", figure(incident.About(0)), figure(incident.Exactly(0))},
		{"/figures/*/count", figure(incident.AtMost(0)), figure(incident.Count{})},
		{"/place/lat", at(incident.Place{Lat: zero, Lon: zero}), at(incident.Place{})},
		{
			"/figures",
			incident.Record{Kind: incident.KindTally, ID: "p", Figures: []incident.Figure{{Measure: incident.Died}}},
			incident.Record{Kind: incident.KindTally, ID: "p"},
		},
		{
			"/occurred",
			incident.Record{Kind: incident.KindTally, ID: "p", Occurred: date("0000")},
			incident.Record{Kind: incident.KindTally, ID: "p"},
		},
	}
}

func date(s string) incident.Date {
	d, err := incident.ParseDate(s)
	if err != nil {
		panic("adaptertest: " + s + " is no date")
	}
	return d
}

func degrees(s string) incident.Degrees {
	d, err := incident.ParseDegrees(s)
	if err != nil {
		panic("adaptertest: " + s + " is no number of degrees")
	}
	return d
}

func by(namesAndValues ...string) incident.By {
	m := map[string]string{}
	for pair := range slices.Chunk(namesAndValues, 2) {
		m[pair[0]] = pair[1]
	}
	return incident.NewBy(m)
}
