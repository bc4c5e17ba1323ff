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

func TestCase38Parts(t *testing.T) {
	const exceeds, short = "error /figures/0/count figure.parts /figures/1/count", "warning /figures/0/count figure.parts /figures/1/count"
	one := []string{"error /figures/1/count figure.parts /figures/0/count"}
	runRules(t, []ruleTest{
		{"one part above", []string{"freed 10", "freed 11 n=IN"}, one},
		{"one part equal", []string{"freed 10", "freed 10 n=IN"}, nil},
		{"one part at least so many", []string{"freed 10", "freed >=11 n=IN"}, one},
		{"one part up to so many", []string{"freed 10", "freed <=11 n=IN"}, nil},
		{"a whole without end", []string{"freed >10", "freed 11 n=IN"}, nil},
		{"about: within ten percent", []string{"freed ~250", "freed 275 n=IN"}, nil},
		{"about: past ten percent", []string{"freed ~250", "freed 276 n=IN"}, one},
		{"a label above", []string{"freed 10", "freed 11 label=adults"}, one},
		{"beside", []string{"freed 10", "freed 11 n=IN beside="}, nil},
		{"a text that is read", []string{"freed 10", "freed text=11 n=IN"}, []string{"error /figures/1/text figure.parts /figures/0/count"}},
		{"a text that is not", []string{"freed 10", "freed text=hundreds n=IN"}, nil},
		{"a whole that is not read", []string{"freed text=hundreds", "freed 600 n=IN"}, nil},
		{"one part of a part", []string{"freed 10", "freed 6 n=IN", "freed 7 n=IN sex=F"}, []string{"error /figures/2/count figure.parts /figures/1/count"}},
		{"an earlier running total is larger", []string{
			"returned 10 accrual=cumulative to=2024-03-30", "returned 11 accrual=cumulative to=2024-02-28",
		}, one},
		{"a later one is larger", []string{
			"returned 10 accrual=cumulative to=2024-03-30", "returned 11 accrual=cumulative to=2024-04-30",
		}, nil},
		{"approximate windows", []string{
			"returned 10 accrual=cumulative to=2024-03-30", "returned 11 accrual=cumulative to=2024-02~",
		}, []string{"warning /figures/1/count figure.parts /figures/0/count"}},

		{"nationalities above", []string{"freed 10", "freed 6 n=IN", "freed 5 n=PH"}, []string{exceeds}},
		{"nationalities at the bound", []string{"freed 10", "freed 6 n=IN", "freed 4 n=PH"}, nil},
		{"nationalities far below, no rest", []string{"freed 100", "freed 6 n=IN", "freed 4 n=PH"}, nil},
		{"below with the rest", []string{"freed 100", "freed 6 n=IN", "freed 93 n=OTHER"}, []string{exceeds}},
		{"the rest makes up", []string{"freed 100", "freed 7 n=IN", "freed 93 n=OTHER"}, nil},
		{"the rest may make up", []string{"freed 100", "freed 7 n=IN", "freed >=90 n=OTHER"}, nil},
		{"the rest of nothing listed", []string{"freed 100", "freed 93 n=OTHER"}, nil},
		{"over 800, parts 658", []string{"freed >800", "freed 383 n=PH", "freed 202 n=CN", "freed 73 n=OTHER"}, []string{exceeds}},
		{"a part unread beside the rest", []string{"freed 100", "freed 6 n=IN", "freed text=dozens n=PH", "freed 30 n=OTHER"}, nil},
		{"a part unread, still above", []string{"freed 10", "freed 6 n=IN", "freed text=dozens n=PH", "freed 5 n=KE"}, []string{exceeds}},
		{"unknown ones make it nearly whole", []string{"freed 100", "freed 40 n=IN", "freed 30 n=PH", "freed 5 n=unknown"}, []string{short}},
		{"a little short", []string{"freed 792", "freed 148 n=CN", "freed 40 n=PH", "freed 604 n=NG", "freed 0 n=PK"}, nil},
		{"short by three", []string{"freed 792", "freed 148 n=CN", "freed 40 n=PH", "freed 601 n=NG"}, []string{short}},
		{"short by a twentieth", []string{"freed 100", "freed 40 n=CN", "freed 40 n=PH", "freed 15 n=NG"}, []string{short}},
		{"short by more", []string{"freed 100", "freed 40 n=CN", "freed 40 n=PH", "freed 14 n=NG"}, nil},
		{"short, two parts listed", []string{"freed 100", "freed 59 n=CN", "freed 40 n=PH"}, nil},
		{"short of about", []string{"freed ~120", "freed 40 n=CN", "freed 40 n=PH", "freed 27 n=NG"}, nil},
		{"short with a bound", []string{"freed 100", "freed 40 n=CN", "freed 40 n=PH", "freed <16 n=NG"}, nil},
		{"the same nationality twice", []string{"freed 100", "freed 60 n=IN", "freed 60 n=IN"}, []string{"warning /figures/2 figure.duplicate /figures/1"}},

		{"sexes above", []string{"freed 10", "freed 6 sex=F", "freed 5 sex=M"}, []string{exceeds}},
		{"sexes below", []string{"freed 100", "freed 40 sex=F", "freed 50 sex=M"}, []string{short}},
		{"sexes below, children apart", []string{"freed 100", "freed 40 sex=F", "freed 50 sex=M", "freed 10 age=child"}, nil},
		{"sexes below, others apart", []string{"freed 100", "freed 40 sex=F", "freed 50 sex=M", "freed 10 label=infants"}, nil},
		{"all sexes below", []string{"freed 100", "freed 40 sex=F", "freed 50 sex=M", "freed 1 sex=X", "freed 2 sex=unknown"}, []string{exceeds}},
		{"one sex", []string{"freed 100", "freed 99 sex=F"}, nil},
		{"ages above", []string{"freed 10", "freed 6 age=child", "freed 5 age=adult"}, []string{exceeds}},
		{"ages below", []string{"freed 100", "freed 6 age=child", "freed 5 age=adult"}, []string{short}},
		{"all ages below", []string{"freed 100", "freed 6 age=child", "freed 5 age=adult", "freed 1 age=unknown"}, []string{exceeds}},
		{"ages that overlap", []string{"freed 10", "freed 6 age=18-24", "freed 5 age=adult"}, nil},
		{"age ranges", []string{"freed 10", "freed 6 age=18-24", "freed 5 age=25-34"}, []string{exceeds}},
		{"age ranges that overlap", []string{"freed 10", "freed 6 age=18-25", "freed 5 age=25-34"}, nil},
		{"age ranges that overlap, the older first", []string{"freed 10", "freed 6 age=25-34", "freed 5 age=18-25"}, nil},
		{"minors and a range", []string{"freed 10", "freed 6 age=child", "freed 5 age=18-24"}, []string{exceeds}},
		{"ages with unknown ones above", []string{"freed 10", "freed 6 age=18-24", "freed 5 age=unknown"}, []string{exceeds}},
		{"the same age twice", []string{"freed 100", "freed 60 age=18-24", "freed 60 age=18-24"}, []string{"warning /figures/2 figure.duplicate /figures/1"}},
		{"one nationality twice beside the rest", []string{"freed 100", "freed 6 n=IN", "freed 6 n=IN", "freed 3 n=OTHER"}, []string{
			"warning /figures/2 figure.duplicate /figures/1",
		}},
		{"an age that is none", []string{"freed 10", "freed 6 age=old", "freed 5 age=18-24"}, []string{"error /figures/1/group/age group.age"}},
		{"origins above", []string{"freed 10 n=IN", "freed 6 n=IN admin1=IN-KL", "freed 5 n=IN admin1=IN-TN"}, []string{short}},
		{"places above", []string{"reported 10", "reported 6 place=KH", "reported 5 place=MM"}, []string{short}},
		{"own values above", []string{"freed 10", "freed 6 work=a", "freed 5 work=b"}, []string{short}},
		{"own values along two dimensions", []string{"freed 10", "freed 6 work=a", "freed 5 county=b"}, nil},
		{"own values beside another dimension's", []string{"freed 10", "freed 6 work=a", "freed 9 county=k", "freed 5 work=b"}, []string{short}},
		{"own values of a value", []string{"freed 10 county=k", "freed 6 county=k work=a", "freed 5 county=k work=b"}, []string{short}},
		{"labels are never added", []string{"freed 10", "freed 6 label=women", "freed 7 label=students"}, nil},
		{"nationality and sex are never added", []string{"freed 10", "freed 8 n=IN", "freed 8 sex=F"}, nil},
		{"parts of a nationality", []string{"freed 10 n=IN", "freed 8 n=IN sex=F", "freed 3 n=IN sex=M"}, []string{exceeds}},
		{"one above and so the sum", []string{"freed 10", "freed 11 n=IN", "freed 5 n=PH"}, one},

		{"months of persons above", []string{
			"returned 10 accrual=period from=2024-01-01 to=2024-02-29", "returned 6 accrual=period from=2024-01-01 to=2024-01-31",
			"returned 5 accrual=period from=2024-02-01 to=2024-02-29",
		}, []string{short}},
		{"months of calls above", []string{
			"calls 10 accrual=period from=2024-01-01 to=2024-02-29", "calls 6 accrual=period from=2024-01-01 to=2024-01-31",
			"calls 5 accrual=period from=2024-02-01 to=2024-02-29",
		}, []string{exceeds}},
		{"months of calls that fill it, below", []string{
			"calls 100 accrual=period from=2024-01 to=2024-02", "calls 6 accrual=period from=2024-02 to=2024-02",
			"calls 5 accrual=period from=2024-01 to=2024-01",
		}, []string{exceeds}},
		{"months that end after it", []string{
			"calls 100 accrual=period from=2024-01 to=2024-02", "calls 6 accrual=period from=2024-01 to=2024-01",
			"calls 5 accrual=period from=2024-02 to=2024-03",
		}, nil},
		{"months that start before it", []string{
			"calls 100 accrual=period from=2024-02 to=2024-03", "calls 6 accrual=period from=2024-01 to=2024-02",
			"calls 5 accrual=period from=2024-03 to=2024-03",
		}, nil},
		{"months with a gap, below", []string{
			"calls 100 accrual=period from=2024-01 to=2024-03", "calls 6 accrual=period from=2024-01 to=2024-01",
			"calls 5 accrual=period from=2024-03 to=2024-03",
		}, nil},
		{"periods with one day in common", []string{
			"calls 10 accrual=period from=2024-01-01 to=2024-02-29", "calls 6 accrual=period from=2024-01-01 to=2024-01-31",
			"calls 5 accrual=period from=2024-01-31 to=2024-02-29",
		}, nil},
		{"periods with one day in common, the later first", []string{
			"calls 10 accrual=period from=2024-01-01 to=2024-02-29", "calls 5 accrual=period from=2024-01-31 to=2024-02-29",
			"calls 6 accrual=period from=2024-01-01 to=2024-01-31",
		}, nil},
		{"a quarter and its month", []string{
			"calls 10 accrual=period from=2024 to=2024", "calls 8 accrual=period from=2024-01 to=2024-03",
			"calls 6 accrual=period from=2024-02 to=2024-02",
		}, nil},
		{"running totals are not added", []string{
			"calls 10 accrual=cumulative to=2024-03", "calls 8 accrual=cumulative to=2024-02", "calls 7 accrual=cumulative to=2024-01",
		}, nil},
		{"sums too large for an integer", []string{
			"freed 9223372036854775807", "freed 9223372036854775807 n=IN", "freed 9223372036854775807 n=PH", "freed 1 n=OTHER",
		}, nil},
	})
}

func TestCase39OfWhichIsNotAddedTwice(t *testing.T) {
	runRules(t, []ruleTest{
		{"250 freed of whom 75 returned", []string{"freed 250", "returned 75"}, nil},
		{"250 returned, 75 of them lately", []string{
			"returned <=250 n=IN accrual=cumulative to=2024-03-30",
			"returned 75 n=IN accrual=period from=2023-12-30 to=2024-03-30 label=in_the_last_three_months",
		}, nil},
		{"875 people, victims and suspects among them", []string{"freed 875", "freed 371 label=victims", "freed 800 label=suspects"}, nil},
		{"875 people by nationality and by sex", []string{
			"freed 875", "freed 371 n=PH", "freed 504 n=OTHER", "freed 600 sex=M", "freed 275 sex=F",
		}, nil},
	})
}

func TestCase38Flow(t *testing.T) {
	const wrong, unlikely = "error /figures/1/count figure.flow /figures/0/count", "warning /figures/1/count figure.flow /figures/0/count"
	runRules(t, []ruleTest{
		{"more returned than freed", []string{"freed 250", "returned 251"}, []string{wrong}},
		{"as many returned as freed", []string{"freed 250", "returned 250"}, nil},
		{"perhaps more", []string{"freed >200", "returned 251"}, nil},
		{"about as many", []string{"freed ~250", "returned 275"}, nil},
		{"returned after an escape", []string{"freed 200", "returned 250", "escaped 60"}, nil},
		{"more than freed and escaped", []string{"freed 200", "returned 250", "escaped 49"}, []string{wrong}},
		{"an escape that is not read", []string{"freed 200", "returned 250", "escaped text=some"}, nil},
		{"part of an escape", []string{"freed 200", "returned 250", "escaped 10 label=by_boat"}, nil},
		{"an escape of others", []string{"freed 200", "returned 250", "escaped 10 n=KH"}, nil},
		{"only an escape stated", []string{"escaped 10", "returned 250"}, nil},
		{"of one nationality", []string{"freed 200 n=IN", "returned 250 n=IN"}, []string{wrong}},
		{"of two nationalities", []string{"freed 200 n=PH", "returned 250 n=IN"}, nil},
		{"of one among all", []string{"freed 200", "returned 250 n=IN"}, []string{wrong}},
		{"all against one", []string{"freed 200 n=IN", "returned 250"}, nil},
		{"its own nationality rather than all", []string{"freed 900", "returned 250 n=IN", "freed 200 n=IN"}, []string{
			"error /figures/1/count figure.flow /figures/2/count",
		}},
		{"a part of those freed", []string{"freed 5 label=after_a_call", "returned 64"}, nil},
		{"a part of those returned", []string{"freed 5", "returned 64 label=in_all"}, nil},
		{"beside", []string{"freed 5", "returned 64 beside="}, nil},
		{"in a period", []string{"freed 5 accrual=period from=2024 to=2024", "returned 64 accrual=period from=2024 to=2024"}, nil},
		{"in all", []string{"freed 5 accrual=cumulative to=2024", "returned 64 accrual=cumulative to=2024"}, []string{unlikely}},
		{"of one event and in all", []string{"freed 5", "returned 64 accrual=cumulative to=2024"}, nil},
		{"no accrual", []string{"freed 5 accrual=", "returned 64 accrual="}, []string{unlikely}},
		{"convicted without a charge", []string{"charged 5", "convicted 6"}, []string{wrong}},
		{"charged at large", []string{"arrested 5", "charged 6"}, []string{unlikely}},
		{"more freed than held", []string{"held 5", "freed 6"}, []string{unlikely}},
		{"more freed than reported", []string{"reported 5", "freed 6"}, []string{unlikely}},
		{"read from a text", []string{"freed text=5", "returned 6"}, []string{"error /figures/1/count figure.flow /figures/0/text"}},
		{"sums too large for an integer", []string{"freed 9223372036854775807", "returned 5", "escaped 9223372036854775807"}, nil},
	})
}

func TestPartsShowTheirArithmetic(t *testing.T) {
	r := &Record{Kind: KindRescue, ID: "x", Figures: figures(t, "freed >800", "freed 383 n=PH", "freed 202 n=CN", "freed 73 n=OTHER")}
	found := r.Check(nil)
	want := []Arg{
		{"along", "nationality"},
		{"sum", "658"},
		{"total", "801"},
		{"parts", "/figures/1/count /figures/2/count /figures/3/count"},
	}
	if len(found) != 1 {
		t.Fatalf("findings: %v", found)
	}
	if diff := cmp.Diff(want, found[0].Args); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
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

func TestCheckIsConcurrentSafe(t *testing.T) {
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
