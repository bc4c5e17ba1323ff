package main

import (
	"fmt"
	"io"

	"github.com/rescuetally/rescuetally/stats"
)

// sayEstimates writes in how many rows the table has estimates, and how good
// they are.
func (w *wish) sayEstimates(log io.Writer, tally *stats.Tally) {
	rows, tops, distincts := tally.Estimates()
	if tops > 0 {
		fmt.Fprintf(log, "tally: top_%v is an estimate in %d of %d rows, too high by no more than the column of its error says in 98 of 100 cases\n", w.Top, tops, rows)
	}
	if distincts > 0 {
		fmt.Fprintf(log, "tally: distinct_%v is an estimate in %d of %d rows, within 4.4 %% in 95 of 100 cases\n", w.Distinct, distincts, rows)
	}
}
