package incident

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

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
		{"another measure", []string{"arrested 5", "returned 64"}, nil},
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
		{"in two periods", []string{
			"freed 5 accrual=cumulative from=2023 to=2024", "returned 64 accrual=cumulative from=2024 to=2024",
			"freed 6 accrual=cumulative from=2024 to=2025",
		}, nil},
		{"of one event and in all", []string{"freed 5", "returned 64 accrual=cumulative to=2024"}, nil},
		{"no accrual", []string{"freed 5 accrual=", "returned 64 accrual="}, []string{unlikely}},
		{"convicted without a charge", []string{"charged 5", "convicted 6"}, []string{wrong}},
		{"convicted at large", []string{"arrested 5", "convicted 7"}, []string{unlikely}},
		{"as many convicted as arrested", []string{"arrested 5", "convicted 5"}, nil},
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
