// Package stats says what records come to: one account per event out of
// everything that was said of it, tallies that add accounts up, and the
// conflicts on the way. Nobody is counted twice, doubt is carried along, and
// the same records give the same bytes in any order and any sharding.
//
//	rec := stats.NewReconciler(nil)
//	for record, err := range reader.All(ctx) {
//		if err != nil {
//			return err
//		}
//		if err := rec.Add(record); err != nil {
//			return err // limit.groups
//		}
//	}
//	tally := stats.NewTally(stats.By(stats.Country, stats.Month), stats.Sum(incident.Freed))
//	for account := range rec.Accounts(stats.Default, incident.Date{}) {
//		if err := tally.Add(account); err != nil {
//			return err
//		}
//	}
//	for row := range tally.Rows() {
//		fmt.Println(row.Key, row.Sums[0].Count)
//	}
//
// Data without repeats, a hotline's register say, needs no reconciler: each record
// is an event of its own, and [Tally.AddView] and [Tally.AddRecord] add it at once.
//
// # How people are not counted twice
//
// Records that share an event are accounts of one thing: the event's account
// takes one claim for each measure and group. A figure is never added to one
// that it is part of. Running totals and stocks are never added at all; periods
// are where they do not overlap.
//
// Records that nobody gave an event are events of their own. [Reconciler.Proposals]
// says which of them may be about one, for a person to confirm: [Reconciler.Judge]
// keeps what that person knows, and [Reconciler.AccountsAsProposed] has the sums
// without possible duplicates.
//
// # Beyond single events
//
// [RunningTotals] has what publishers claim in all, [Increments] by how much that
// grew year by year, and [CoverageOf] which events it has to contain and how many
// people are in none of them. [FlowOf] follows people from being reported to being
// home, and says who is not accounted for. [Portions] turns shares into numbers where
// their publisher gives the base.
//
// # Errors
//
// An [*Error] carries a code: limit.groups when a limit was reached,
// stats.overflow when a row has more events than can be counted,
// format.unexpected for bytes that are no state of this package.
//
// # Concurrency
//
// A Reconciler and a Tally are for one goroutine each: make one a worker and
// merge them. A Reconciler works out accounts on several processors, and calls its
// [Rule] from all of them. Accounts are not changed once they are handed out.
//
// # Limits
//
// [Limits] bound groups and records held; the defaults stand at
// [incident.Limits].
package stats
