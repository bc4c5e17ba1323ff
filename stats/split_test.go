package stats

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/incident"
)

// table renders a tally: a row a line, its key, counts and what was lost.
func table(t *Tally) string {
	var b strings.Builder
	for row := range t.Rows() {
		fmt.Fprint(&b, strings.Join(row.Key, ","), ":")
		for _, s := range row.Sums {
			fmt.Fprintf(&b, " %v", s.Count)
			if s.Unit != "" {
				fmt.Fprint(&b, " ", s.Unit)
			}
			if s.Mixed {
				fmt.Fprint(&b, " mixed")
			}
			if s.Lost != 0 {
				fmt.Fprintf(&b, " lost %v", s.Lost)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// part adds a figure of a group to a record.
func part(tb testing.TB, r *incident.Record, g incident.Group, count string) *incident.Record {
	tb.Helper()
	c, err := incident.ParseCount(count)
	if err != nil {
		tb.Fatal(err)
	}
	r.Figures = append(r.Figures, incident.Figure{Measure: incident.Freed, Accrual: incident.AccrualEvent, Count: c, Group: g})
	return r
}

func TestSplits(t *testing.T) {
	sexes := func(r *incident.Record, female, male string) *incident.Record {
		return part(t, part(t, r, incident.Group{Sex: "F"}, female), incident.Group{Sex: "M"}, male)
	}
	for _, c := range []struct {
		name    string
		by      []Dimension
		want    string
		records []*incident.Record
	}{
		{
			"a complete list adds up to the whole",
			[]Dimension{Nationality},
			"IN: 20\nNP: 10\n",
			[]*incident.Record{said(t, "a", "e", "30", "IN", "20", "NP", "10")},
		},
		{
			"what is not listed stays",
			[]Dimension{Nationality},
			": 5\nIN: 20\nNP: 5\n",
			[]*incident.Record{said(t, "a", "e", "30", "IN", "20", "NP", "5")},
		},
		{
			"at least: there may be more",
			[]Dimension{Nationality},
			": ~0\nIN: 20\nNP: 10\n",
			[]*incident.Record{said(t, "a", "e", ">=30", "IN", "20", "NP", "10")},
		},
		{
			"over: there may be more",
			[]Dimension{Nationality},
			": >0\nIN: 20\nNP: 10\n",
			[]*incident.Record{said(t, "a", "e", ">30", "IN", "20", "NP", "10")},
		},
		{
			"at most: nobody may be left",
			[]Dimension{Nationality},
			": <=10\nIN: 20\n",
			[]*incident.Record{said(t, "a", "e", "<=30", "IN", "20")},
		},
		{
			"bounds of the rest",
			[]Dimension{Nationality},
			": 7..13\nIN: 20..23\n",
			[]*incident.Record{said(t, "a", "e", "30..33", "IN", "20..23")},
		},
		{
			"the rest is named",
			[]Dimension{Nationality},
			"IN: 20\nOTHER: 10\n",
			[]*incident.Record{said(t, "a", "e", "~30", "IN", "20", "OTHER", "10")},
		},
		{
			"the rest contradicts the whole",
			[]Dimension{Nationality},
			": 28\nIN: 2\nOTHER: 10\n",
			[]*incident.Record{said(t, "a", "e", "40", "IN", "2", "OTHER", "10")},
		},
		{
			"unknown is not the rest",
			[]Dimension{Nationality},
			": 18\nIN: 2\nunknown: 10\n",
			[]*incident.Record{said(t, "a", "e", "30", "IN", "2", "unknown", "10")},
		},
		{
			"a list that is too long is not used",
			[]Dimension{Nationality},
			": 30\n",
			[]*incident.Record{said(t, "a", "e", "30", "IN", "20", "NP", "20")},
		},
		{
			"the whole is not stated",
			[]Dimension{Nationality},
			": ~0\nIN: 20\nNP: 10\n",
			[]*incident.Record{said(t, "a", "e", "", "IN", "20", "NP", "10")},
		},
		{
			"the whole is not stated but the rest is",
			[]Dimension{Nationality},
			"IN: 20\nOTHER: 10\n",
			[]*incident.Record{said(t, "a", "e", "", "IN", "20", "OTHER", "10")},
		},
		{
			"another record of the number has the list",
			[]Dimension{Nationality},
			"IN: 20\nNP: 10\n",
			[]*incident.Record{with(said(t, "b", "e", "30"), func(r *incident.Record) { r.Published = date(t, "2024-03-14") }), said(t, "a", "e", "30", "IN", "20", "NP", "10")},
		},
		{
			"a record that agrees has the list",
			[]Dimension{Nationality},
			": 2\nIN: 18\nNP: 10\n",
			[]*incident.Record{said(t, "a", "e", "30"), said(t, "b", "e", ">25", "IN", "18", "NP", "10")},
		},
		{"by sex", []Dimension{Sex}, "F: 12\nM: 18\n", []*incident.Record{sexes(said(t, "a", "e", "30", "IN", "20"), "12", "18")}},
		{
			"two dimensions never mix",
			[]Dimension{Nationality, Sex},
			",: 10\nIN,: 20\n",
			[]*incident.Record{sexes(said(t, "a", "e", "30", "IN", "20"), "12", "18")},
		},
		{
			"a part is divided by its own list",
			[]Dimension{Nationality, Sex},
			",: 10\nIN,F: 12\nIN,M: 8\n",
			[]*incident.Record{part(t, part(t, said(t, "a", "e", "30", "IN", "20"), incident.Group{Nationality: "IN", Sex: "F"}, "12"),
				incident.Group{Nationality: "IN", Sex: "M"}, "8")},
		},
		{
			"by age, with those not known",
			[]Dimension{Age},
			"adult: 20\nchild: 6\nunknown: 3\n",
			[]*incident.Record{part(t, part(t, part(t, said(t, "a", "e", "~30"), incident.Group{Age: "child"}, "6"),
				incident.Group{Age: "adult"}, "20"), incident.Group{Age: "unknown"}, "3")},
		},
		{
			"by sex, with those not known",
			[]Dimension{Sex},
			"F: 9\nM: 20\nunknown: 1\n",
			[]*incident.Record{part(t, sexes(said(t, "a", "e", "~30"), "9", "20"), incident.Group{Sex: "unknown"}, "1")},
		},
		{
			"by country of the parts",
			[]Dimension{Country},
			"KH: 10\nMM: 20\n",
			[]*incident.Record{with(part(t, part(t, said(t, "a", "e", "30"), incident.Group{Place: "MM"}, "20"), incident.Group{Place: "KH"}, "10"),
				func(r *incident.Record) { r.Place = incident.Place{} })},
		},
		{
			"a record's country is that of its parts",
			[]Dimension{Country},
			"KH: 30\n",
			[]*incident.Record{part(t, part(t, said(t, "a", "e", "30"), incident.Group{Place: "MM"}, "20"), incident.Group{Place: "KH"}, "10")},
		},
		{"not asked for", nil, ": 30\n", []*incident.Record{said(t, "a", "e", "30", "IN", "20", "NP", "10")}},
	} {
		tally := NewTally(By(c.by...), Sum(incident.Freed))
		addAll(t, tally, c.records...)
		if d := cmp.Diff(c.want, table(tally)); d != "" {
			t.Errorf("%s: -want +got\n%s", c.name, d)
		}
	}
}

// TestRemaindersAreNeverNegative takes every list out of every whole, of small
// numbers and all shapes.
func TestRemaindersAreNeverNegative(t *testing.T) {
	var counts []incident.Count
	for has := range incident.Parts(8) {
		for best := range int64(4) {
			for low := range best + 1 {
				for high := best; high < 4; high++ {
					c, err := incident.NewCount(best, low, high, has)
					if err != nil {
						t.Fatal(err)
					}
					counts = append(counts, c)
				}
			}
		}
	}
	for _, whole := range counts {
		for _, listed := range counts {
			left, some := remainder(whole, listed)
			if !some && !left.IsZero() {
				t.Fatalf("%v − %v: %v is left of nothing", whole, listed, left)
			}
			// Whatever the two may truly be, the rest is within its bounds.
			for truth := range int64(5) {
				for named := range truth + 1 {
					if !holds(whole, truth) || !holds(listed, named) {
						continue
					}
					if rest := truth - named; !holds(left, rest) || !some && rest > 0 {
						t.Fatalf("%v − %v = %v (%v), truly %d", whole, listed, left, some, rest)
					}
				}
			}
		}
	}
}

func TestLists(t *testing.T) {
	for _, c := range []struct {
		name, count string
		parts       []string
		want        List
	}{
		{"none", "30", nil, List{}},
		{"everyone", "30", []string{"IN", "20", "NP", "10"}, List{Nationality, incident.Exactly(30), true}},
		{"some", "30", []string{"IN", "20"}, List{Nationality, incident.Exactly(20), false}},
		{"with the rest", "40", []string{"IN", "20", "OTHER", "10"}, List{Nationality, incident.Exactly(30), true}},
		{"with those not known", "40", []string{"IN", "20", "unknown", "10"}, List{Nationality, incident.Exactly(30), false}},
		{"near a loose number", ">400", []string{"IN", "400", "NP", "8"}, List{Nationality, incident.Exactly(408), true}},
		{"not so near a loose number", ">400", []string{"IN", "400", "NP", "48"}, List{Nationality, incident.Exactly(448), false}},
		{"under a loose number", "<500", []string{"IN", "400", "NP", "90"}, List{Nationality, incident.Exactly(490), true}},
		{"about", "~30", []string{"IN", "20", "NP", "10"}, List{Nationality, incident.Exactly(30), true}},
		{"at least", ">=30", []string{"IN", "20", "NP", "10"}, List{Nationality, incident.Exactly(30), false}},
	} {
		a := AccountOf(said(t, "a", "e", c.count, c.parts...))
		if got := whole(t, a).Chosen.List; got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
	// Of two lists the one that comes to the number is taken.
	r := part(t, part(t, said(t, "a", "e", "30", "IN", "20"), incident.Group{Sex: "F"}, "12"), incident.Group{Sex: "M"}, "18")
	if got := whole(t, AccountOf(r)).Chosen.List; got != (List{Sex, incident.Exactly(30), true}) {
		t.Errorf("%+v", got)
	}
}

func TestLabelsAreNeverAddedUp(t *testing.T) {
	label := func(r *incident.Record, label, count string) *incident.Record {
		part(t, r, incident.Group{}, count)
		r.Figures[len(r.Figures)-1].Label = label
		return r
	}
	sum := func(r *incident.Record) string {
		tally := NewTally(Sum(incident.Freed))
		addAll(t, tally, r)
		return strings.TrimSpace(table(tally))
	}
	if got := sum(label(label(said(t, "a", "e", "30"), "cooks", "20"), "guards", "25")); got != ": 30" {
		t.Errorf("beside the whole: %s", got)
	}
	// Without the whole the largest stands for all, from below: a cook may be a guard.
	if got := sum(label(label(said(t, "a", "e", ""), "cooks", "20"), "guards", "25")); got != ": >24" {
		t.Errorf("without the whole: %s", got)
	}
	if got := sum(label(label(said(t, "a", "e", ""), "cooks", ""), "guards", "<9")); got != ": 0...." {
		t.Errorf("without a low bound: %s", got)
	}
	a := AccountOf(label(said(t, "a", "e", ""), "cooks", "20"))
	for _, x := range a.Excluded {
		t.Errorf("%s is left out: %s", x.Path, x.Code)
	}
}
