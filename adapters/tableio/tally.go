package tableio

import (
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// TallyColumns says which columns [FromTally] makes: those that the tally was
// asked for, by the same values.
type TallyColumns struct {
	By        []stats.Dimension  // as in [stats.By]
	Sums      []incident.Measure // as in [stats.Sum]
	Top       stats.Dimension    // as in [stats.Top]; zero: none
	Distinct  stats.Dimension    // as in [stats.Distinct]; zero: none
	Quantiles []float64          // from 0 to 1, of a tally with [stats.Quantiles]
}

// FromTally returns a tally as a table, one row a row: the dimensions, then for
// each measure M_best, M_low, M_high and M_lost, then events and records, then
// top_DIM ("value:count;…"), distinct_DIM and the quantiles M_p50 …. M_lost
// names what the sum could not keep, separated by semicolons: best, low, high,
// overflow, or unit for money of several currencies, which is not added up.
//
// Numbers of top_DIM and distinct_DIM that are estimates have a ~ before them,
// as in the interchange format. If any row has one, a column says how good it
// is, empty where all is exact: top_DIM_error by how many events each number may
// be too high, "<=266" ([stats.TallyRow.TopError]), distinct_DIM_error by which
// part it may be wrong, "4.4%" ([stats.TallyRow.DistinctError]). An estimated
// distinct_DIM is a [Count], so that JSON has a text for it and not a number.
func FromTally(t *stats.Tally, c TallyColumns) *Table {
	out := &Table{Caption: "Totals"}
	_, tops, distincts := t.Estimates()
	errors := errorColumns{tops > 0, distincts > 0}
	add := func(name string, align Align) { out.Columns = append(out.Columns, Column{Name: name, Align: align}) }
	for _, d := range c.By {
		add(d.String(), Start)
	}
	for _, m := range c.Sums {
		for _, part := range [...]string{"_best", "_low", "_high"} {
			add(string(m)+part, End)
		}
		add(string(m)+"_lost", Start)
	}
	add("events", End)
	add("records", End)
	if c.Top != 0 {
		add("top_"+c.Top.String(), Start)
		if errors.top {
			add("top_"+c.Top.String()+"_error", End)
		}
	}
	if c.Distinct != 0 {
		add("distinct_"+c.Distinct.String(), End)
		if errors.distinct {
			add("distinct_"+c.Distinct.String()+"_error", End)
		}
	}
	for _, m := range c.Sums {
		for _, q := range c.Quantiles {
			add(string(m)+"_p"+percent(q), End)
		}
	}
	for row := range t.Rows() {
		out.Rows = append(out.Rows, c.row(&row, errors))
	}
	return out
}

func (c *TallyColumns) row(r *stats.TallyRow, errors errorColumns) []Cell {
	row := make([]Cell, 0, len(r.Key)+len(r.Sums)*(4+len(c.Quantiles))+6)
	for _, key := range r.Key {
		row = append(row, Text(key))
	}
	for i := range r.Sums {
		s := &r.Sums[i]
		row = append(row, parts(s.Count)...)
		row = append(row, Text(strings.Join(LostParts(s), ";")))
	}
	row = append(row, Integer(r.Events), Integer(r.Records))
	if c.Top != 0 {
		row = append(row, topCells(r, errors.top)...)
	}
	if c.Distinct != 0 {
		row = append(row, distinctCells(r, errors.distinct)...)
	}
	for i := range r.Sums {
		for _, q := range c.Quantiles {
			row = append(row, Optional(r.Quantile(i, q)))
		}
	}
	return row
}

// errorColumns says which columns of errors a table of a tally has.
type errorColumns struct{ top, distinct bool }

// topCells returns the most frequent values of a row and, if asked for, the
// error of their numbers.
func topCells(r *stats.TallyRow, withError bool) []Cell {
	separator := ":"
	if r.TopError > 0 {
		separator = ":~"
	}
	var top []string
	for _, v := range r.Top {
		top = append(top, escapeItem(v.Value)+separator+strconv.FormatInt(v.Events, 10))
	}
	cells := []Cell{Text(strings.Join(top, ";"))}
	switch {
	case !withError:
	case r.TopError > 0:
		cells = append(cells, Count(incident.AtMost(r.TopError)))
	default:
		cells = append(cells, Cell{})
	}
	return cells
}

// distinctCells returns the number of values of a row and, if asked for, its
// error.
func distinctCells(r *stats.TallyRow, withError bool) []Cell {
	n, wrong := Integer(r.Distinct), Cell{}
	if r.DistinctError > 0 {
		n, wrong = Count(incident.About(r.Distinct)), Text(strconv.FormatFloat(100*r.DistinctError, 'f', 1, 64)+"%")
	}
	if !withError {
		return []Cell{n}
	}
	return []Cell{n, wrong}
}
