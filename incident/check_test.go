package incident

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// figures reads figures written "measure count [member=value …]", with accrual
// event unless accrual= says otherwise.
func figures(t testing.TB, lines ...string) []Figure {
	t.Helper()
	var list []Figure
	for _, line := range lines {
		words := strings.Fields(line)
		f := Figure{Measure: Measure(words[0]), Accrual: AccrualEvent}
		by := map[string]string{}
		for _, word := range words[1:] {
			name, value, ok := strings.Cut(word, "=")
			switch {
			case !ok || strings.ContainsAny(name, "<>"):
				c, err := ParseCount(word)
				if err != nil {
					t.Fatal(err)
				}
				f.Count = c
			case name == "text":
				f.Text = value
			case name == "accrual":
				f.Accrual = Accrual(value)
			case name == "from":
				f.From = date(t, value)
			case name == "to":
				f.To = date(t, value)
			case name == "n":
				f.Group.Nationality = value
			case name == "sex":
				f.Group.Sex = value
			case name == "age":
				f.Group.Age = value
			case name == "admin1":
				f.Group.Admin1 = value
			case name == "place":
				f.Group.Place = value
			case name == "label":
				f.Label = value
			case name == "beside":
				f.Beside = true
			case name == "unit":
				f.Unit = value
			default:
				by[name] = value
			}
		}
		f.Group.By = NewBy(by)
		list = append(list, f)
	}
	return list
}

// ruleTest is a record's figures and what Check has to say of them.
type ruleTest struct {
	name  string
	lines []string
	want  []string
}

func runRules(t *testing.T, tests []ruleTest) {
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := &Record{Kind: KindRescue, ID: "x", Figures: figures(t, tt.lines...)}
			if diff := cmp.Diff(tt.want, brief(r.Check(nil))); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestCase38Dates(t *testing.T) {
	tests := []struct {
		name, published, occurred, from, to, asOf string
		want                                      []string
	}{
		{"in order", "2024-03-14", "2024-03-13", "2024-01-01", "2024-03-01", "2024-03-14", nil},
		{"one day", "2024-03-14", "2024-03-13", "2024-03-01", "2024-03-01", "2024-03-14", nil},
		{"end before start", "", "", "2024-03-02", "2024-03-01", "", []string{"error /figures/0/from date.order /figures/0/to"}},
		{"end month before start month", "", "", "2024-03", "2024-02", "", []string{"error /figures/0/from date.order /figures/0/to"}},
		{"start within the end's month", "", "", "2024-03-20", "2024-03", "", nil},
		{"end approximate, before start", "", "", "2024-03", "2024-02~", "", []string{"warning /figures/0/from date.order /figures/0/to"}},
		{"occurred seems to end before it starts", "", "2024-05~/2024-01", "", "", "", []string{"warning /occurred date.order"}},
		{"announced before it happened", "2024-03-10", "2024-03-13", "", "", "", nil},
		{"no as-of, no future", "2999-01-01", "2999", "", "2999", "", nil},
		{"the day itself", "2024-03-14", "2024-03-14", "", "2024-03-14", "2024-03-14", nil},
		{"the day after", "2024-03-15", "2024-03-15", "", "", "2024-03-14", []string{"error /published date.future", "error /occurred date.future"}},
		{"the month, which may be before", "2024-03", "2024", "", "2024-03", "2024-03-14", nil},
		{"the next month", "2024-04", "", "", "2024-04", "2024-03-14", []string{"error /published date.future", "error /figures/0/to date.future"}},
		{"a window in the future", "", "", "2025", "2026", "2024-03-14", []string{"error /figures/0/from date.future", "error /figures/0/to date.future"}},
		{"perhaps the next month", "2024-04?", "", "", "", "2024-03-14", []string{"warning /published date.future"}},
		{"going on past the day", "", "2024-03-01/2024-05-01", "", "", "2024-03-14", []string{"warning /occurred date.future"}},
		{"going on, open", "", "2024-03-01/..", "", "", "2024-03-14", nil},
		{"judged as of a month", "2024-03-31", "", "", "", "2024-03", nil},
		{"judged as of an open interval", "2999", "", "", "", "2024-03/..", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := &Record{
				Kind: KindTally, ID: "x", Published: date(t, tt.published), Occurred: date(t, tt.occurred),
				Figures: []Figure{{Measure: Calls, Count: Exactly(1), From: date(t, tt.from), To: date(t, tt.to)}},
			}
			if diff := cmp.Diff(tt.want, brief(r.Check(&CheckOptions{AsOf: date(t, tt.asOf)}))); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestCase38Windows(t *testing.T) {
	runRules(t, []ruleTest{
		{"a period without its window", []string{"calls 5 accrual=period"}, []string{"error /figures/0/from figure.window /figures/0/to"}},
		{"a period without start", []string{"calls 5 accrual=period to=2024"}, []string{"error /figures/0/from figure.window"}},
		{"a period without end", []string{"calls 5 accrual=period from=2024"}, []string{"error /figures/0/to figure.window"}},
		{"a running total without end", []string{"calls 5 accrual=cumulative from=2024"}, []string{"error /figures/0/to figure.window"}},
		{"a running total from nobody knows when", []string{"calls 5 accrual=cumulative to=2024"}, nil},
		{"a stock without day", []string{"held 5 accrual=stock"}, []string{"error /figures/0/to figure.window"}},
		{"a stock", []string{"held 5 accrual=stock to=2024"}, nil},
		{"an event without window", []string{"freed 5"}, nil},
		{"no accrual", []string{"freed 5 accrual="}, nil},
	})
}

func TestFigureMembers(t *testing.T) {
	runRules(t, []ruleTest{
		{"neither count nor text", []string{"freed"}, []string{"error /figures/0 figure.empty"}},
		{"a text without a number", []string{"freed text=hundreds"}, nil},
		{"none", []string{"freed 0"}, nil},
		{"a share of 100", []string{"share 100 unit=calls", "share 0 unit=complaints"}, nil},
		{"a share of 101", []string{"share 101 unit=calls"}, []string{"error /figures/0/count share.range"}},
		{"a share over 100", []string{"share >100 unit=calls"}, []string{"error /figures/0/count share.range"}},
		{"a share up to 150", []string{"share 20..150 unit=calls"}, []string{"error /figures/0/count share.range"}},
		{"about 99 percent", []string{"share ~99 unit=calls"}, nil},
		{"a share of what", []string{"share 40"}, []string{"warning /figures/0/unit share.base"}},
		{"parts of a share are not added", []string{"share 50 unit=calls", "share 40 unit=calls n=IN", "share 40 unit=calls n=PH", "share 60 unit=calls n=KH"}, nil},
	})
}

func TestFigureDuplicates(t *testing.T) {
	runRules(t, []ruleTest{
		{"twice the same", []string{"freed 5", "freed 5"}, []string{"warning /figures/1 figure.duplicate /figures/0"}},
		{"in agreement", []string{"freed >4", "freed 5"}, []string{"warning /figures/1 figure.duplicate /figures/0"}},
		{"in contradiction", []string{"freed 5", "freed 6"}, []string{"error /figures/1 figure.duplicate /figures/0"}},
		{"unread", []string{"freed 5", "freed text=hundreds"}, []string{"warning /figures/1 figure.duplicate /figures/0"}},
		{"three times", []string{"freed 5", "freed 5", "freed 6"}, []string{
			"warning /figures/1 figure.duplicate /figures/0", "error /figures/2 figure.duplicate /figures/0",
		}},
		{"by group", []string{"freed 5 n=IN", "freed 5 n=PH"}, nil},
		{"by label", []string{"freed 5 label=a", "freed 5 label=b"}, nil},
		{"by window", []string{"freed 5 accrual=period from=2023 to=2023", "freed 5 accrual=period from=2024 to=2024"}, nil},
		{"by accrual", []string{"freed 5 accrual=cumulative to=2024", "freed 5 accrual=stock to=2024"}, nil},
		{"beside", []string{"freed 5", "freed 6 beside="}, nil},
		{"by measure", []string{"freed 5", "returned 5"}, nil},
		{"by unit", []string{"share 5 unit=calls", "share 6 unit=complaints"}, nil},
		{"its parts are judged once", []string{"freed 5", "freed 5", "freed 6 n=IN"}, []string{
			"warning /figures/1 figure.duplicate /figures/0", "error /figures/2/count figure.parts /figures/0/count",
		}},
	})
}

func TestFindingsAreInFieldOrder(t *testing.T) {
	paths := []string{
		"", "/kind", "/id", "/event", "/published", "/occurred", "/place", "/place/country", "/place/admin1", "/place/name",
		"/place/lat", "/place/lon", "/figures", "/figures/0", "/figures/0/measure", "/figures/0/count", "/figures/0/text",
		"/figures/0/accrual", "/figures/0/from", "/figures/0/to", "/figures/0/group", "/figures/0/group/nationality",
		"/figures/0/group/sex", "/figures/0/group/age", "/figures/0/group/admin1", "/figures/0/group/place", "/figures/0/group/by",
		"/figures/0/label", "/figures/0/beside", "/figures/0/unit", "/figures/2", "/figures/10", "/figures/10/text", "/lure",
		"/exploitation", "/exploitation/9", "/exploitation/10", "/conditions", "/agencies", "/source", "/source/name", "/source/kind",
		"/source/url", "/source/lang", "/source/grade", "/derivedFrom/0", "/supersedes/0", "/retracts/0", "/notes",
	}
	for i, a := range paths {
		for j, b := range paths {
			got := comparePaths(a, b)
			if (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("comparePaths(%q, %q) = %d", a, b, got)
			}
		}
	}
}

func TestFindingsAreOnePerPathAndCode(t *testing.T) {
	c := checker{record: &Record{}}
	c.add(CodeFigureParts, Warning, "/figures/0/count", "second")
	c.add(CodeDateOrder, Error, "/occurred", "m")
	c.add(CodeFigureParts, Error, "/figures/0/count", "first")
	c.add(CodeFigureParts, Error, "/figures/0/count", "third")
	c.add(CodeFigureFlow, Error, "/figures/0/count", "m")
	var got []string
	for _, f := range c.result(100) {
		got = append(got, f.Path+" "+f.Message)
	}
	want := []string{"/occurred m", "/figures/0/count m", "/figures/0/count first"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestCheckKeepsTheWorstFindings(t *testing.T) {
	r := &Record{Kind: KindTally, ID: "x"}
	for range 20 {
		r.Figures = append(r.Figures, Figure{Measure: Share, Count: Exactly(5)}) // warnings
	}
	r.Figures = append(r.Figures, Figure{Measure: "no such", Count: Exactly(5)})
	o := &CheckOptions{}
	o.Limits.Errors = 3
	found := r.Check(o)
	if len(found) != 4 || !found.Has(CodeCodeUnknown) || found[3].Code != CodeLimitErrors {
		t.Fatalf("findings:\n%v", found)
	}
	all := len(r.Check(&CheckOptions{Limits: Limits{Errors: -1}}))
	if diff := cmp.Diff([]Arg{{"left", fmt.Sprint(all - 3)}}, found[3].Args); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestCheckIsBounded(t *testing.T) {
	r := &Record{Kind: KindTally, ID: "x"}
	for i := range 20_000 {
		r.Figures = append(r.Figures, Figure{Measure: Calls, Count: Exactly(int64(i)), Label: fmt.Sprint(i)})
	}
	found := r.Check(nil)
	if diff := cmp.Diff([]string{"note /figures limit.fields"}, brief(found)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestCheckChangesNothing(t *testing.T) {
	r, same := goodRecord(t), goodRecord(t)
	r.Kind, same.Kind = "x", "x"
	first := r.Check(nil)
	if !reflect.DeepEqual(r, same) {
		t.Error("the record was changed")
	}
	if diff := cmp.Diff(first, r.Check(&CheckOptions{})); diff != "" {
		t.Errorf("a second Check says something else:\n%s", diff)
	}
}

func TestCase60CheckIsConcurrentSafe(t *testing.T) {
	r := goodRecord(t)
	r.Source.Lang, r.Figures[2].Unit = "sr-Latn", "ISK" // ask the validator
	var group sync.WaitGroup
	for range 64 {
		group.Go(func() {
			if found := r.Check(nil); found != nil {
				t.Errorf("findings:\n%v", found)
			}
		})
	}
	group.Wait()
}

// TestCheckFindsTheSameInAnyOrder shuffles the figures: what is wrong stays.
func TestCheckFindsTheSameInAnyOrder(t *testing.T) {
	lines := []string{
		"freed >800", "freed 383 n=PH", "freed 202 n=CN", "freed 73 n=OTHER", "freed 900 label=a beside=", "returned 2000",
		"charged 5", "convicted 9", "freed 500 n=PH sex=F",
	}
	codes := func(lines []string) []string {
		r := &Record{Kind: KindRescue, ID: "x", Figures: figures(t, lines...)}
		var list []string
		for _, f := range r.Check(nil) {
			list = append(list, fmt.Sprint(f.Code, f.Severity, f.Message))
		}
		slices.Sort(list)
		return list
	}
	want := codes(lines)
	if len(want) != 3 {
		t.Fatalf("findings: %v", want)
	}
	for i := range lines {
		turned := append(slices.Clone(lines[i:]), lines[:i]...)
		slices.Reverse(turned[1:])
		if diff := cmp.Diff(want, codes(turned)); diff != "" {
			t.Errorf("turned by %d: -want +got\n%s", i, diff)
		}
	}
}

func FuzzCheck(f *testing.F) {
	f.Add("rescue", "rpt-1", "KH", "freed", "250", "IN", "2024-03-30", "https://example.org", "en", "notes", uint8(3))
	f.Add("advisory", "", "xx", "share", ">100", "OTHER", "../2024", "file:///", "zz", "a\u202eb", uint8(9))
	f.Fuzz(func(t *testing.T, kind, id, country, measure, count, nationality, day, url, lang, text string, shape uint8) {
		c, _ := ParseCount(count)
		d, _ := ParseDate(day)
		r := &Record{Kind: Kind(kind), ID: id, Event: id, Published: d, Occurred: d, Notes: text, Lure: text}
		r.Place = Place{Country: country, Admin1: country, Name: text}
		r.Source = Source{Name: text, URL: url, Lang: lang, Grade: kind}
		r.Conditions, r.Supersedes = []string{kind}, []string{id}
		for i := range int(shape % 16) {
			g := Figure{Measure: Measure(measure), Count: c, Text: text, Accrual: Accrual(kind), From: d, To: d, Unit: lang}
			if i%2 == 1 {
				g.Group = Group{Nationality: nationality, Sex: nationality, Age: count, Admin1: country, Place: text}
			}
			g.Beside = i%5 == 4
			r.Figures = append(r.Figures, g)
		}
		found := r.Check(&CheckOptions{AsOf: d})
		for i, x := range found {
			if _, ok := x.Code.Info(); !ok || x.Severity.IsZero() || x.Message == "" || strings.ContainsAny(x.String(), "\n\r") {
				t.Fatalf("finding %+v", x)
			}
			if i > 0 && comparePaths(found[i-1].Path, x.Path) > 0 && x.Code != CodeLimitErrors {
				t.Fatalf("out of order: %v", found)
			}
			if x.Path != "" && rank(strings.Split(x.Path, "/")[1], true) < 0 {
				t.Fatalf("no member: %v", x)
			}
		}
	})
}
