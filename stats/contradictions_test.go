package stats

import (
	"slices"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// sides returns the ids of each conflict of a code.
func sides(a *Account, code incident.Code) (out [][]string) {
	for _, c := range a.Conflicts {
		if c.Code != code {
			continue
		}
		var ids []string
		for _, claim := range c.Claims {
			ids = append(ids, claim.Record.ID)
		}
		out = append(out, ids)
	}
	return out
}

func TestAPartOfOneRecordAgainstTheWholeOfAnother(t *testing.T) {
	for count, want := range map[string][][]string{"150": {{"a", "b"}}, ">100": {{"a", "b"}}, "100": nil, "<150": nil} {
		a := only(t, Default, said(t, "a", "e", "100"), said(t, "b", "e", "", "IN", count))
		if got := sides(a, incident.CodeAccountParts); !slices.EqualFunc(got, want, slices.Equal) {
			t.Errorf("%s of 100: %v, want %v", count, got, want)
		}
	}
}

func TestHappeningsAgainstWhatCoversThem(t *testing.T) {
	for count, want := range map[string][][]string{"25": {{"c", "a", "b"}}, "30": nil, ">=25": nil} {
		all := said(t, "c", "e", count)
		all.Occurred = date(t, "2024")
		first, second := said(t, "a", "e", "10"), said(t, "b", "e", "20")
		first.Occurred, second.Occurred = date(t, "2024-01-05"), date(t, "2024-06-05")
		if got := sides(only(t, Default, all, first, second), incident.CodeAccountParts); !slices.EqualFunc(got, want, slices.Equal) {
			t.Errorf("10 and 20 within %s: %v, want %v", count, got, want)
		}
	}
}

func TestReturnedOfOneRecordAgainstFreedOfAnother(t *testing.T) {
	counted := func(id string, m incident.Measure, count string) *incident.Record {
		r := said(t, id, "e", count)
		r.Figures[0].Measure = m
		return r
	}
	for _, c := range []struct {
		freed, escaped, returned string
		want                     bool
	}{
		{"100", "", "120", true},
		{"100", "", "100", false},
		{"100", "20", "120", false},
		{"100", "10", "120", true},
		{">=100", "", "120", false},
		{"100", "", ">=101", true},
		{"100", "", "<=120", false},
	} {
		records := []*incident.Record{counted("a", incident.Freed, c.freed), counted("b", incident.Returned, c.returned)}
		if c.escaped != "" {
			records = append(records, counted("c", incident.Escaped, c.escaped))
		}
		if got := len(sides(only(t, Default, records...), incident.CodeAccountFlow)) == 1; got != c.want {
			t.Errorf("%+v: a conflict %v", c, got)
		}
	}
}

func TestAMonthComesFromARecordThatSaysIt(t *testing.T) {
	undated, dated := said(t, "a", "e", "30"), said(t, "b", "e", "30")
	undated.Occurred, dated.Occurred = incident.Date{}, date(t, "2024-03-13")
	dated.Published = date(t, "2024-04") // the undated one is the earlier and is taken
	tally := NewTally(By(Month, Year), Sum(incident.Freed))
	addAll(t, tally, undated, dated)
	if row := rowsOf(tally)[0]; !slices.Equal(row.Key, []string{"2024-03", "2024"}) || row.Sums[0].Count != incident.Exactly(30) {
		t.Errorf("%v: %v", row.Key, row.Sums[0].Count)
	}
}
