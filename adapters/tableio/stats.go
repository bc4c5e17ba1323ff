package tableio

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// LostParts names what a sum of a tally could not keep, in the order best, low,
// high, overflow; unit alone for money of several currencies.
func LostParts(s *stats.RowSum) []string {
	if s.Mixed {
		return []string{"unit"}
	}
	if s.Lost == 0 {
		return nil
	}
	return strings.Split(s.Lost.String(), ",")
}

// parts returns a count as three cells.
func parts(c incident.Count) []Cell {
	return []Cell{Optional(c.Best()), Optional(c.Low()), Optional(c.High())}
}

// percent writes 0.5 as 50 and 0.999 as 99.9.
func percent(q float64) string {
	return strconv.FormatFloat(math.Round(q*1e12)/1e10, 'f', -1, 64)
}

// escapeItem makes a text an item of a list: \; and \\ inside, as in the
// interchange format.
func escapeItem(s string) string {
	if !strings.ContainsAny(s, `\;`) {
		return s
	}
	return strings.NewReplacer(`\`, `\\`, ";", `\;`).Replace(s)
}

// FromFigures returns what events come to, a row a figure: event, the figure's
// key, best, low, high, the record it was taken from, and why.
func FromFigures(accounts []*stats.Account) *Table {
	t := &Table{Caption: "What events come to", Columns: append([]Column{{Name: "event"}}, keyColumns...)}
	t.Columns = append(t.Columns, Column{Name: "best", Align: End}, Column{Name: "low", Align: End}, Column{Name: "high", Align: End},
		Column{Name: "chosen"}, Column{Name: "publisher"}, Column{Name: "why"})
	for _, a := range accounts {
		for i := range a.Figures {
			f := &a.Figures[i]
			row := append([]Cell{Text(a.Event)}, keyCells(&f.Key)...)
			row = append(row, parts(f.Count)...)
			row = append(row, claimCells(f.Chosen)...)
			t.Rows = append(t.Rows, append(row, Text(f.Why)))
		}
	}
	return t
}

// FromConflicts returns what sources disagree on, a row a claim: event, code,
// the conflict's number within the event, key, the record, its publisher, its
// count, and whether the account took it.
func FromConflicts(accounts []*stats.Account) *Table {
	t := &Table{Caption: "Where sources differ", Columns: append([]Column{
		{Name: "event"}, {Name: "conflict", Align: End}, {Name: "code"},
	}, keyColumns...)}
	t.Columns = append(t.Columns, Column{Name: "id"}, Column{Name: "publisher"}, Column{Name: "count", Align: End}, Column{Name: "chosen"})
	for _, a := range accounts {
		for i := range a.Conflicts {
			c := &a.Conflicts[i]
			for _, claim := range c.Claims {
				row := append([]Cell{Text(a.Event), Integer(int64(i + 1)), Text(string(c.Code))}, keyCells(&c.Key)...)
				row = append(row, claimCells(claim)...)
				taken := Cell{}
				if claim == c.Chosen {
					taken = Text("chosen")
				}
				t.Rows = append(t.Rows, append(row, Count(claim.Count), taken))
			}
		}
	}
	return t
}

// FromRunning returns running totals and stocks, a row each. There is no total
// below them: they are never added.
func FromRunning(totals []stats.Running) *Table {
	t := &Table{Caption: "Running totals, by publisher", Columns: append([]Column{{Name: "publisher"}}, keyColumns...)}
	t.Columns = append(t.Columns, Column{Name: "best", Align: End}, Column{Name: "low", Align: End}, Column{Name: "high", Align: End}, Column{Name: "id"})
	for i := range totals {
		r := &totals[i]
		row := append([]Cell{Text(r.Publisher)}, keyCells(&r.Key)...)
		row = append(row, parts(r.Count)...)
		t.Rows = append(t.Rows, append(row, Text(r.Record.ID)))
	}
	return t
}

// keyColumns are the columns of a [stats.Key]; they are read only.
var keyColumns = []Column{
	{Name: "measure"},
	{Name: "unit"},
	{Name: "accrual"},
	{Name: "from"},
	{Name: "to"},
	{Name: "country"},
	{Name: "admin1"},
	{Name: "nationality"},
	{Name: "sex"},
	{Name: "age"},
	{Name: "group_admin1"},
	{Name: "group_place"},
	{Name: "group_by"},
	{Name: "label"},
	{Name: "beside"},
}

func keyCells(k *stats.Key) []Cell {
	beside := ""
	if k.Beside {
		beside = "true"
	}
	var row []Cell
	for _, s := range [...]string{
		string(k.Measure), k.Unit, string(k.Accrual), k.From.String(), k.To.String(), k.Country, k.Admin1, k.Group.Nationality, k.Group.Sex,
		k.Group.Age, k.Group.Admin1, k.Group.Place, k.Group.By.String(), k.Label, beside,
	} {
		row = append(row, Text(s))
	}
	return row
}

// claimCells returns the record and the publisher of a claim.
func claimCells(c *stats.Claim) []Cell {
	if c == nil {
		return []Cell{{}, {}}
	}
	return []Cell{Text(c.Record.ID), Text(c.Record.Source.Name)}
}

// FromLines returns a breakdown for people, a row a key and measure: the key
// and the measure in words, the count in words, and in how many events. Money
// has its currency behind the measure.
func FromLines(by stats.Dimension, lines []LineObject) *Table {
	t := &Table{
		Caption: "What is counted, by " + strings.ReplaceAll(by.String(), "_", " "),
		Columns: []Column{
			{Name: by.String(), Title: titleOf(by)},
			{Name: "measure", Title: "What is counted"},
			{Name: "count", Title: "How many", Align: End},
			{Name: "events", Title: "Events", Align: End},
		},
	}
	for i := range lines {
		l := &lines[i]
		key := ""
		if l.Key != nil {
			key = *l.Key
		}
		t.Rows = append(t.Rows, []Cell{
			Named(key, capital(KeyWords(by, key))), Named(string(l.Measure), withUnit(MeasureWords(l.Measure), l.Unit)), Count(l.Count), Integer(l.Events),
		})
	}
	return t
}

// FromTotals returns totals for people, a row a measure: the measure in words,
// the count in words, in how many events, and from how many records.
func FromTotals(totals []TotalObject) *Table {
	t := &Table{
		Caption: "What all events come to",
		Columns: []Column{
			{Name: "measure", Title: "What is counted"},
			{Name: "count", Title: "How many", Align: End},
			{Name: "events", Title: "Events", Align: End},
			{Name: "records", Title: "Reports", Align: End},
		},
	}
	for i := range totals {
		s := &totals[i]
		t.Rows = append(t.Rows, []Cell{
			Named(string(s.Measure), withUnit(MeasureWords(s.Measure), s.Unit)), Count(s.Count), Integer(s.Events), Integer(s.Accounts),
		})
	}
	return t
}

func withUnit(words, unit string) string {
	if unit == "" {
		return words
	}
	return words + ", " + unit
}

func titleOf(d stats.Dimension) string { return capital(strings.ReplaceAll(d.String(), "_", " ")) }

// FromExclusions returns for people what accounts leave out, a row a reason: the
// reason and what to do about it, how many figures (or whole records) it is, and
// from how many records.
func FromExclusions(accounts []*stats.Account) *Table {
	t := &Table{Caption: "What was left out, and why", Columns: []Column{
		{Name: "code", Title: "Reason"},
		{Name: "fix", Title: "What to do"},
		{Name: "figures", Title: "Figures", Align: End},
		{Name: "records", Title: "Reports", Align: End},
	}}
	figures, records := map[incident.Code]int64{}, map[incident.Code]map[*incident.Record]bool{}
	for _, a := range accounts {
		for _, x := range a.Excluded {
			if records[x.Code] == nil {
				records[x.Code] = map[*incident.Record]bool{}
			}
			figures[x.Code]++
			records[x.Code][x.Record] = true
		}
	}
	for _, code := range slices.Sorted(maps.Keys(figures)) {
		info, _ := code.Info()
		t.Rows = append(t.Rows, []Cell{
			Named(string(code), capital(info.Meaning)), Text(info.Fix), Integer(figures[code]), Integer(int64(len(records[code]))),
		})
	}
	return t
}
