package main

import (
	"fmt"
	"io"

	"github.com/rescuetally/rescuetally/adapters/tableio"
	"github.com/rescuetally/rescuetally/examples/internal/cli"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// reconcile adds up what events come to, and says what else the records could be
// taken to come to: were all figures added, as a spreadsheet does, and were records
// without an event about one where that may be.
func (w *wish) reconcile(log io.Writer, records *stats.Reconciler, tally *stats.Tally) error {
	all := make(columns, len(w.Sums))
	alone := 0
	for account := range records.Accounts(stats.Default, incident.Date{}) {
		if err := tally.Add(account); err != nil {
			return err
		}
		for i, m := range w.Sums {
			all[i].add(account.Unreconciled(m))
		}
		if account.Event == "" {
			alone++
		}
	}
	table := w.totals(tally)
	for i, m := range w.Sums {
		if sum := tableio.Words(all[i].sum); all[i].figures > 1 && sum != "" && table[i].figures > 0 && sum != tableio.Words(table[i].sum) {
			fmt.Fprintf(log, "tally: %s: the %s figures would come to %s if all were added, not %s: parts of others, copies and claims on one thing are added once here\n",
				m, tableio.Group(int64(all[i].figures)), sum, tableio.Words(table[i].sum))
		}
	}
	switch {
	case alone < 2:
		return nil
	case alone > cli.MostCompared && !w.duplicates:
		fmt.Fprintf(log, "tally: %s records name no event: to see what they come to without possible duplicates takes -duplicates\n", tableio.Group(int64(alone)))
		return nil
	}
	return w.sayDuplicates(log, records, table, alone)
}

// sayDuplicates says what the records come to with and without possible duplicates.
func (w *wish) sayDuplicates(log io.Writer, records *stats.Reconciler, with columns, alone int) error {
	tally := stats.NewTally(stats.Sum(w.Sums...))
	events := 0
	for account := range records.AccountsAsProposed(stats.Default, incident.Date{}) {
		if err := tally.Add(account); err != nil {
			return err
		}
		if account.Event == "" {
			events++
		}
	}
	if events == alone {
		return nil
	}
	fmt.Fprintf(log, "tally: %s events have no name, of which perhaps only %s are different ones: reconcile proposes which\n",
		tableio.Group(int64(alone)), tableio.Group(int64(events)))
	without := w.totals(tally)
	for i, m := range w.Sums {
		if a, b := tableio.Words(with[i].sum), tableio.Words(without[i].sum); a != b && a != "" && b != "" {
			fmt.Fprintf(log, "tally: %s: %s with possible duplicates, as in the table; %s without\n", m, a, b)
		}
	}
	return nil
}

// columns are what measures come to.
type columns []column

type column struct {
	figures int
	sum     incident.Count
}

func (c *column) add(sum incident.Count, figures int) {
	switch {
	case figures == 0:
		return
	case c.figures > 0:
		sum, _ = c.sum.Add(sum)
	}
	c.sum = sum
	c.figures += figures
}

// totals returns what the rows of a tally come to.
func (w *wish) totals(tally *stats.Tally) columns {
	out := make(columns, len(w.Sums))
	for row := range tally.Rows() {
		for i, s := range row.Sums {
			if s.Unit == "" && !s.Mixed { // money of several currencies is no sum
				out[i].add(s.Count, int(s.Terms))
			}
		}
	}
	return out
}
