package stats

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// rowsIn gives each figure of a record a record of its own, as a table of a register
// does.
func rowsIn(r *incident.Record) (rows []*incident.Record) {
	for i, f := range r.Figures {
		row := *r
		row.ID, row.Figures = fmt.Sprintf("%s-%d", r.ID, i+1), []incident.Figure{f}
		rows = append(rows, &row)
	}
	return rows
}

// byNationality is a tally's rows in words.
func byMember(t *testing.T, d Dimension, records ...*incident.Record) string {
	t.Helper()
	tally := NewTally(By(d), Sum(incident.Freed))
	addAll(t, tally, records...)
	var out []string
	for row := range tally.Rows() {
		out = append(out, row.Key[0]+" "+row.Sums[0].Count.String())
	}
	return strings.Join(out, ", ")
}

func TestRowsOfOnePublication(t *testing.T) {
	list := said(t, "a", "e", "30", "IN", "20", "NP", "7", incident.Other, "3")
	if got, want := byMember(t, Nationality, rowsIn(list)...), byMember(t, Nationality, list); got != want {
		t.Errorf("in rows %s, in one record %s", got, want)
	}
	several := said(t, "a", "e", "30", "IN", "20", "NP", "7", incident.Other, "1", incident.Other, "2")
	if got := byMember(t, Nationality, rowsIn(several)...); got != "IN 20, NP 7, OTHER 3" {
		t.Errorf("two rows of others: %s", got)
	}
	if a := only(t, Default, rowsIn(several)...); len(a.Conflicts) > 0 {
		t.Errorf("two rows of others: %d conflicts", len(a.Conflicts))
	}
	alone := said(t, "a", "e", "", incident.Other, "1", incident.Other, "2")
	if f := only(t, Default, rowsIn(alone)...).Figures; len(f) != 1 || f[0].Count != incident.Between(2, 3) {
		t.Errorf("two rows of others, and no total: %v", f[0].Count)
	}
	// What another publisher says of others is another claim.
	other := said(t, "b", "e", "", incident.Other, "5")
	if a := only(t, Default, append(rowsIn(said(t, "a", "e", "", incident.Other, "1")), other)...); len(a.Conflicts) != 1 {
		t.Errorf("two publishers' numbers of others: %d conflicts", len(a.Conflicts))
	}
	// Rests of two lists that name others are two things.
	two := append(rowsIn(said(t, "a", "e", "", "IN", "20", incident.Other, "1")), rowsIn(said(t, "b", "e", "", "NP", "7", incident.Other, "30"))...)
	if a := only(t, Default, two...); len(a.Conflicts) > 0 {
		t.Errorf("rests of two lists: %d conflicts", len(a.Conflicts))
	}
	// A list of other rows that cannot be the figure's is none of it.
	tooMany := said(t, "a", "e", "30", "IN", "20", "NP", "17")
	if got := byMember(t, Nationality, rowsIn(tooMany)...); got != " 30" {
		t.Errorf("a list that exceeds its total: %s", got)
	}
}

func TestCellsOfATable(t *testing.T) {
	table := said(t, "a", "e", "30")
	for _, cell := range []struct {
		group incident.Group
		n     int64
	}{
		{incident.Group{Sex: "F", Age: "child"}, 4},
		{incident.Group{Sex: "F", Age: "adult"}, 6},
		{incident.Group{Sex: "M", Age: "child"}, 8},
		{incident.Group{Sex: "M", Age: "adult"}, 12},
	} {
		table.Figures = append(table.Figures, incident.Figure{
			Measure: incident.Freed, Accrual: incident.AccrualEvent, Count: incident.Exactly(cell.n), Group: cell.group,
		})
	}
	for _, records := range [][]*incident.Record{{table}, rowsIn(table)} {
		if got := byMember(t, Sex, records...); got != "F 10, M 20" {
			t.Errorf("by sex: %s", got)
		}
		if got := byMember(t, Age, records...); got != "adult 18, child 12" {
			t.Errorf("by age: %s", got)
		}
	}
	about := said(t, "a", "e", "~30")
	about.Figures = append(about.Figures, table.Figures[1:]...)
	for i := range about.Figures[1:] {
		about.Figures[i+1].Count = incident.About([]int64{4, 6, 8, 12}[i])
	}
	if got := byMember(t, Sex, about); got != " ~30" {
		t.Errorf("vague cells: %s", got)
	}
	// Of two tables the one with fewer members is taken.
	wide := *table
	wide.Figures = slices.Clone(table.Figures)
	for _, f := range table.Figures[1:] {
		cell := f
		cell.Group.By = incident.NewBy(map[string]string{"agency": "one"})
		wide.Figures = append(wide.Figures, cell)
	}
	wide.Figures[5].Count, wide.Figures[8].Count = incident.Exactly(5), incident.Exactly(11)
	if got := byMember(t, Sex, &wide); got != "F 10, M 20" {
		t.Errorf("two tables: %s", got)
	}
	table.Figures[1].Count = incident.Exactly(3) // a cell is missing, or wrong
	if got := byMember(t, Sex, table); got != " 30" {
		t.Errorf("cells that do not come to the total: %s", got)
	}
}

// TestRestsOfRowsWithoutNumbers: what the others leave says nothing of the rest where
// one of them has no number.
func TestRestsOfRowsWithoutNumbers(t *testing.T) {
	list := said(t, "a", "e", "30", "IN", "20", "NP", "1", incident.Other, "3", incident.Other, "8")
	list.Figures[2].Count, list.Figures[2].Text = incident.Count{}, "several"
	if got := byMember(t, Nationality, rowsIn(list)...); !strings.Contains(got, "OTHER 8..11") {
		t.Errorf("%s", got)
	}
}

// TestNestedAges: adults of 18 to 24 are among the adults.
func TestNestedAges(t *testing.T) {
	table := said(t, "a", "e", "40")
	for age, n := range map[string]int64{"child": 10, "adult": 20, "18-24": 5} {
		table.Figures = append(table.Figures, incident.Figure{
			Measure: incident.Freed, Accrual: incident.AccrualEvent, Count: incident.Exactly(n), Group: incident.Group{Age: age},
		})
	}
	for _, records := range [][]*incident.Record{{table}, rowsIn(table)} {
		if got := byMember(t, Age, records...); got != " 10, adult 20, child 10" {
			t.Errorf("%s", got)
		}
	}
}

// TestOtherPublications: rows of another publisher, day or time are none of a list.
func TestOtherPublications(t *testing.T) {
	for name, change := range map[string]func(*incident.Record){
		"publisher": func(r *incident.Record) { r.Source.Name = "other" },
		"nobody":    func(r *incident.Record) { r.Source.Name = "" },
		"day":       func(r *incident.Record) { r.Published = date(t, "2024-04-01") },
		"time":      func(r *incident.Record) { r.Occurred = date(t, "2024-03-14") },
	} {
		rows := rowsIn(said(t, "a", "e", "30", "IN", "20", "NP", "7"))
		if name == "nobody" {
			change(rows[0])
		}
		change(rows[1])
		change(rows[2])
		if got := byMember(t, Nationality, rows...); strings.Contains(got, "IN 20") {
			t.Errorf("another %s: %s", name, got)
		}
	}
}

func TestUnreconciled(t *testing.T) {
	list := said(t, "a", "e", "30", "IN", "20", "NP", "10")
	again := said(t, "b", "e", ">40")
	if c, n := only(t, Default, list, again).Unreconciled(incident.Freed); n != 4 || c != incident.MoreThan(100) { // 60 and more than 40
		t.Errorf("%d figures come to %v", n, c)
	}
	if c, n := only(t, Default, list).Unreconciled(incident.Freed); n != 3 || c != incident.Exactly(60) {
		t.Errorf("%d figures come to %v", n, c)
	}
	if c, n := only(t, Default, list).Unreconciled(incident.Returned); n != 0 || !c.IsZero() {
		t.Errorf("%d figures come to %v", n, c)
	}
}
