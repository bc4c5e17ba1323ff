package incident

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// goodRecord states every member of the format, each rightly.
func goodRecord(t testing.TB) *Record {
	return &Record{
		Kind: KindRescue, ID: "rpt-1", Event: "ph-bamban-2024",
		Published: date(t, "2024-03-14"), Occurred: date(t, "2024-03-13/2024-03-14"),
		Place: Place{Country: "PH", Admin1: "PH-TAR", Name: "Bamban", Lat: MakeDegrees(15.27), Lon: MakeDegrees(120.57)},
		Figures: []Figure{
			{Measure: Freed, Count: Exactly(100), Text: "a hundred", Accrual: AccrualEvent},
			{
				Measure: Freed, Count: Exactly(60), Accrual: AccrualEvent, Label: "first batch",
				Group: Group{
					Nationality: "IN", Sex: "F", Age: "18-24", Admin1: "IN-OR", Place: "KH",
					By: NewBy(map[string]string{"exploitation": "Labour"}),
				},
			},
			{Measure: Lost, Count: Exactly(5), Accrual: AccrualPeriod, From: date(t, "2024-01-01"), To: date(t, "2024-02-29"), Unit: "INR"},
			{Measure: Share, Count: About(45), Accrual: AccrualStock, To: date(t, "2024-03-13"), Unit: "calls"},
			{Measure: Returned, Text: "hundreds", Accrual: AccrualCumulative, To: date(t, "2024-03-13"), Beside: true},
		},
		Lure: "IT job", Exploitation: []string{"online fraud"}, Conditions: []string{"deception", "other"},
		Agencies: []string{"police"},
		Source: Source{
			Name: "Inquirer", Kind: Media, URL: "https://example.org/a?b=c#d", Lang: "fil-PH", Grade: "B2",
		},
		DerivedFrom: []string{"rpt-0"}, Supersedes: []string{"rpt-00"}, Retracts: []string{"rpt-000"},
		Notes: "Line one\nline two\r\n\tand three",
	}
}

// TestGoodRecordStatesEverything keeps goodRecord whole when a member is added.
func TestGoodRecordStatesEverything(t *testing.T) {
	r := goodRecord(t)
	v := reflect.ValueOf(*r)
	for i := range v.NumField() {
		if v.Field(i).IsZero() {
			t.Errorf("%s is not stated", v.Type().Field(i).Name)
		}
	}
	if found := r.Check(&CheckOptions{AsOf: date(t, "2024-03-14")}); found != nil {
		t.Errorf("a good record has findings:\n%v", found)
	}
}

// brief writes findings as "error /path code" lines, with the second place.
func brief(found Findings) []string {
	var lines []string
	for _, f := range found {
		line := fmt.Sprintf("%s %s %s", f.Severity, f.Path, f.Code)
		if f.Also != "" {
			line += " " + f.Also
		}
		lines = append(lines, line)
	}
	return lines
}

func TestCheckShape(t *testing.T) {
	tests := []struct {
		name string
		edit func(*Record)
		want []string
	}{
		{"nothing", func(r *Record) { *r = Record{} }, []string{"error /kind field.required", "error /id field.required"}},
		{"an advisory", func(r *Record) { r.Kind = KindAdvisory }, []string{"error /kind kind.advisory"}},
		{"an unknown kind", func(r *Record) { r.Kind = "recsue" }, []string{"error /kind code.unknown"}},
		{"an id of 128 bytes", func(r *Record) { r.ID = strings.Repeat("x", 128) }, nil},
		{"a longer id", func(r *Record) { r.ID = strings.Repeat("x", 129) }, []string{"error /id field.length"}},
		{"a blank id", func(r *Record) { r.ID = " \u00a0" }, []string{"error /id field.empty"}},
		{"a blank event", func(r *Record) { r.Event = " " }, []string{"error /event field.empty"}},
		{"a break in an id", func(r *Record) { r.ID = "a\nb" }, []string{"error /id text.forbidden"}},
		{"published over days", func(r *Record) { r.Published = date(t, "2024-03/2024-04") }, []string{"error /published date.syntax"}},
		{"no country", func(r *Record) { r.Place.Country = "" }, nil},
		{"a country in small letters", func(r *Record) { r.Place.Country = "ph" }, []string{"error /place/country place.country"}},
		{"a country by name", func(r *Record) { r.Place.Country = "Philippines" }, []string{"error /place/country place.country"}},
		{"no country of the world", func(r *Record) { r.Place.Country = "QQ" }, []string{"error /place/country place.country"}},
		{"Kosovo", func(r *Record) { r.Place = Place{Country: "XK"} }, nil},
		{"stateless is no place", func(r *Record) { r.Place = Place{Country: "XX"} }, []string{"error /place/country place.country"}},
		{"a subdivision of another country", func(r *Record) { r.Place.Admin1 = "KH-18" }, []string{"error /place/admin1 place.admin1"}},
		{"an unknown subdivision", func(r *Record) { r.Place.Admin1 = "PH-QQQ" }, []string{"error /place/admin1 place.admin1"}},
		{"an old subdivision", func(r *Record) { r.Place = Place{Country: "IN", Admin1: "IN-OR"} }, nil},
		{"a new subdivision", func(r *Record) { r.Place = Place{Country: "IN", Admin1: "IN-OD"} }, nil},
		{"a subdivision alone", func(r *Record) { r.Place = Place{Admin1: "IN-OD"} }, nil},
		{"lat alone", func(r *Record) { r.Place.Lon = Degrees{} }, []string{"error /place/lat place.coordinates"}},
		{"lon alone", func(r *Record) { r.Place.Lat = Degrees{} }, []string{"error /place/lon place.coordinates"}},
		{"lat and lon exchanged", func(r *Record) {
			r.Place.Lat, r.Place.Lon = r.Place.Lon, r.Place.Lat
		}, []string{"error /place/lat place.coordinates"}},
		{"lat 90.1", func(r *Record) { r.Place.Lat = MakeDegrees(90.1) }, []string{"error /place/lat place.coordinates"}},
		{"lon 181", func(r *Record) { r.Place.Lon = MakeDegrees(181) }, []string{"error /place/lon place.coordinates"}},
		{"both out of range", func(r *Record) {
			r.Place.Lat, r.Place.Lon = MakeDegrees(-200), MakeDegrees(-181)
		}, []string{"error /place/lat place.coordinates", "error /place/lon place.coordinates"}},
		{"the poles and the date line", func(r *Record) {
			r.Place.Lat, r.Place.Lon = MakeDegrees(-90), MakeDegrees(180)
		}, nil},
		{"no measure", func(r *Record) { r.Figures[0].Measure = "" }, []string{"error /figures/0/measure field.required"}},
		{"an unknown measure", func(r *Record) { r.Figures[1].Measure = "rescued" }, []string{"error /figures/1/measure code.unknown"}},
		{"an unknown accrual", func(r *Record) { r.Figures[1].Accrual = "total" }, []string{"error /figures/1/accrual code.unknown"}},
		{"from over days", func(r *Record) { r.Figures[2].From = date(t, "2024-01/2024-02") }, []string{"error /figures/2/from date.syntax"}},
		{"to over days", func(r *Record) { r.Figures[2].To = date(t, "2024-01/2024-02") }, []string{"error /figures/2/to date.syntax"}},
		{"stateless", func(r *Record) { r.Figures[1].Group.Nationality = Stateless }, nil},
		{"the rest", func(r *Record) { r.Figures[1].Group.Nationality = Other }, nil},
		{"an unknown nationality", func(r *Record) { r.Figures[1].Group.Nationality = Unknown }, nil},
		{"no nationality of the format", func(r *Record) { r.Figures[1].Group.Nationality = "Indian" }, []string{"error /figures/1/group/nationality place.country"}},
		{"the rest, misspelt", func(r *Record) { r.Figures[1].Group.Nationality = "Others" }, []string{"error /figures/1/group/nationality place.country"}},
		{"sex in words", func(r *Record) { r.Figures[1].Group.Sex = "female" }, []string{"error /figures/1/group/sex code.unknown"}},
		{"sex unknown", func(r *Record) { r.Figures[1].Group.Sex = Unknown }, nil},
		{"an age in words", func(r *Record) { r.Figures[1].Group.Age = "minor" }, []string{"error /figures/1/group/age group.age"}},
		{"an age range turned round", func(r *Record) { r.Figures[1].Group.Age = "24-18" }, []string{"error /figures/1/group/age group.age"}},
		{"an age of 131", func(r *Record) { r.Figures[1].Group.Age = "18-131" }, []string{"error /figures/1/group/age group.age"}},
		{"an age with a zero in front", func(r *Record) { r.Figures[1].Group.Age = "08-12" }, []string{"error /figures/1/group/age group.age"}},
		{"one age", func(r *Record) { r.Figures[1].Group.Age = "18" }, []string{"error /figures/1/group/age group.age"}},
		{"an open age", func(r *Record) { r.Figures[1].Group.Age = "18-" }, []string{"error /figures/1/group/age group.age"}},
		{"an age in fractions", func(r *Record) { r.Figures[1].Group.Age = "1.5-2" }, []string{"error /figures/1/group/age group.age"}},
		{"from birth", func(r *Record) { r.Figures[1].Group.Age = "0-130" }, nil},
		{"an unknown origin", func(r *Record) { r.Figures[1].Group.Admin1 = "Kerala" }, []string{"error /figures/1/group/admin1 place.admin1"}},
		{"money without currency", func(r *Record) { r.Figures[2].Unit = "" }, []string{"error /figures/2/unit figure.unit"}},
		{"rupees in words", func(r *Record) { r.Figures[2].Unit = "rupees" }, []string{"error /figures/2/unit figure.unit"}},
		{"a rarer currency", func(r *Record) { r.Figures[2].Unit = "ISK" }, nil},
		{"empty items", func(r *Record) {
			r.Exploitation, r.Conditions, r.Agencies = []string{""}, []string{"sold", ""}, []string{"a", "", ""}
			r.DerivedFrom, r.Supersedes, r.Retracts = []string{""}, []string{""}, []string{""}
		}, []string{
			"error /exploitation/0 field.empty", "error /conditions/1 field.empty", "error /agencies/1 field.empty",
			"error /agencies/2 field.empty", "error /derivedFrom/0 field.empty", "error /supersedes/0 field.empty",
			"error /retracts/0 field.empty",
		}},
		{"an unknown condition", func(r *Record) { r.Conditions[0] = "violence" }, []string{"error /conditions/0 code.unknown"}},
		{"a long reference", func(r *Record) { r.Supersedes[0] = strings.Repeat("x", 200) }, []string{"error /supersedes/0 field.length"}},
		{"an unknown kind of source", func(r *Record) { r.Source.Kind = "press" }, []string{"error /source/kind code.unknown"}},
		{"an unknown language", func(r *Record) { r.Source.Lang = "english" }, []string{"error /source/lang source.lang"}},
		{"a long language", func(r *Record) { r.Source.Lang = "en" + strings.Repeat("-abcde", 1000) }, []string{"error /source/lang source.lang"}},
		{"an unknown grade", func(r *Record) { r.Source.Grade = "G1" }, []string{"error /source/grade code.unknown"}},
		{"half a grade", func(r *Record) { r.Source.Grade = "A" }, []string{"error /source/grade code.unknown"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := goodRecord(t)
			tt.edit(r)
			if diff := cmp.Diff(tt.want, brief(r.CheckShape())); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestCheckShapeSuggests(t *testing.T) {
	tests := []struct {
		edit func(*Record)
		want string
	}{
		{func(r *Record) { r.Kind = "Rescue" }, "rescue"},
		{func(r *Record) { r.Kind = "resuce" }, "rescue"},
		{func(r *Record) { r.Kind = "zzzzzz" }, ""},
		{func(r *Record) { r.Figures[0].Measure = "fred" }, "freed"},
		{func(r *Record) { r.Figures[0].Measure = "retruned" }, "returned"},
		{func(r *Record) { r.Figures[0].Accrual = "Cumulative" }, "cumulative"},
		{func(r *Record) { r.Figures[1].Group.Sex = "f" }, "F"},
		{func(r *Record) { r.Figures[1].Group.Nationality = "other" }, "OTHER"},
		{func(r *Record) { r.Conditions[0] = "debt_bondage" }, "debt-bondage"},
		{func(r *Record) { r.Source.Kind = "goverment" }, "government"},
		{func(r *Record) { r.Place.Country = "khm" }, "KH"},
		{func(r *Record) { r.Place.Country = "Burma" }, "MM"},
	}
	for _, tt := range tests {
		r := goodRecord(t)
		tt.edit(r)
		found := r.CheckShape()
		if len(found) != 1 {
			t.Fatalf("findings: %v", found)
		}
		f := found[0]
		if tt.want == "" {
			if len(f.Args) != 0 || strings.Contains(f.Message, "did you mean") {
				t.Errorf("a suggestion from nothing: %v", f)
			}
			continue
		}
		if diff := cmp.Diff([]Arg{{"suggestion", tt.want}}, f.Args); diff != "" {
			t.Errorf("%v: -want +got\n%s", f, diff)
		}
		if !strings.HasSuffix(f.Message, "did you mean "+tt.want+"?") {
			t.Errorf("the message is %q", f.Message)
		}
	}
}

// TestFastPathsAgreeWithTheValidator shows that what is answered without the
// validator is what the validator answers.
func TestFastPathsAgreeWithTheValidator(t *testing.T) {
	letters := "abcdefghijklmnopqrstuvwxyz"
	langs := []string{"fil", "zh-Hans", "zh-Hant", "en-GB", "english", "e", "zz", "en_", "-", "sr-Latn-RS", "i-klingon", "x-own"}
	for _, a := range letters {
		for _, b := range letters {
			langs = append(langs, string(a)+string(b))
		}
	}
	for _, s := range langs {
		if got, want := isLanguage(s), satisfies(s, tagLanguage); got != want {
			t.Errorf("language %s: %t, validator %t", s, got, want)
		}
	}
	for _, a := range strings.ToUpper(letters) {
		for _, b := range strings.ToUpper(letters) {
			for _, c := range strings.ToUpper(letters) {
				s := string(a) + string(b) + string(c)
				if got, want := isCurrency(s), satisfies(s, tagCurrency); got != want {
					t.Errorf("currency %s: %t, validator %t", s, got, want)
				}
			}
		}
	}
}

func TestNearest(t *testing.T) {
	known := []string{"freed", "escaped", "returned", "held", "F", "M"}
	for s, want := range map[string]string{
		"freed": "freed", "Freed": "freed", "fred": "freed", "rfeed": "freed", "feed": "freed", "freeed": "freed",
		"retruend": "returned", "m": "M", "x": "", "": "", "hold": "held", "hot": "", "freedomfreedomfreedomfreedomfreedom": "",
		"फ्रीड": "",
	} {
		got, ok := nearest(s, known)
		if got != want || ok != (want != "") {
			t.Errorf("nearest(%q) = %q, %t, want %q", s, got, ok, want)
		}
	}
}

func TestEditsIsADistance(t *testing.T) {
	words := []string{"", "a", "ab", "ba", "abc", "acb", "cab", "held", "help", "shelf", "freed", "fired"}
	for _, a := range words {
		for _, b := range words {
			const most = 30
			d := edits(a, b, most)
			if d != edits(b, a, most) || (d == 0) != (a == b) || d != slowEdits(a, b) {
				t.Errorf("edits(%q, %q) = %d, want %d", a, b, d, slowEdits(a, b))
			}
			if near := edits(a, b, 2); near != min(d, 2) {
				t.Errorf("edits(%q, %q) up to 2 = %d", a, b, near)
			}
		}
	}
}

// slowEdits is the definition of the distance, by recursion from the ends.
func slowEdits(a, b string) int {
	if a == "" || b == "" {
		return len(a) + len(b)
	}
	i, j := len(a)-1, len(b)-1
	d := slowEdits(a[:i], b[:j])
	if a[i] != b[j] {
		d++
	}
	d = min(d, slowEdits(a[:i], b)+1, slowEdits(a, b[:j])+1)
	if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
		d = min(d, slowEdits(a[:i-1], b[:j-1])+1)
	}
	return d
}
