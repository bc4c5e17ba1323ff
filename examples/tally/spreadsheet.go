package main

import (
	"fmt"
	"io"

	"github.com/rescuetally/rescuetally/adapters/tableio"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// columns are what measures would come to in a spreadsheet, which adds every figure.
type columns []struct {
	figures int
	sum     incident.Count
}

func (c columns) add(a *stats.Account, measures []incident.Measure) {
	for i, m := range measures {
		sum, n := a.Unreconciled(m)
		if n == 0 {
			continue
		}
		if c[i].figures > 0 {
			sum, _ = c[i].sum.Add(sum)
		}
		c[i].sum = sum
		c[i].figures += n
	}
}

// say explains why the table does not come to the numbers of a spreadsheet.
func (c columns) say(log io.Writer, tally *stats.Tally, measures []incident.Measure) {
	totals := make(columns, len(measures))
	for row := range tally.Rows() {
		for i, s := range row.Sums {
			if s.Terms == 0 {
				continue
			}
			sum := s.Count
			if totals[i].figures > 0 {
				sum, _ = totals[i].sum.Add(sum)
			}
			totals[i].sum = sum
			totals[i].figures++
		}
	}
	for i, m := range measures {
		if all, table := tableio.Words(c[i].sum), tableio.Words(totals[i].sum); c[i].figures > 1 && all != table {
			fmt.Fprintf(log, "tally: %s: the %s figures would come to %s if all were added, not %s: parts of others, copies and claims on one thing are added once here\n",
				m, tableio.Group(int64(c[i].figures)), all, table)
		}
	}
}
