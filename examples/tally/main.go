// Tally adds records up by country, month, nationality, source and so on, and
// writes a table as CSV. Everybody is counted once: it is events that are added,
// each at what all records on it come to.
//
//	go run ./examples/tally -by country,month -sum freed,returned reports.ndjson
//
// What is left out, running totals for instance, is counted on standard error
// by reason. Exit codes: 0 done; 1 done, but records were rejected (and
// reported); 2 could not do it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/adapters/tableio"
	"github.com/rescuetally/rescuetally/examples/internal/cli"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

func main() { cli.Main(run) }

// A wish is what the flags say.
type wish struct {
	tableio.TallyColumns
	topK    int
	alone   bool // every record is an event of its own
	check   bool
	workers int

	judged     func(*stats.Reconciler) error
	duplicates bool // say what there is without possible ones, of however many records
}

func run(ctx context.Context, args []string, in io.Reader, out, log io.Writer) int {
	p := cli.New("tally", "-by DIM[,DIM] -sum MEASURE[,...] [-top DIM=K] [-distinct DIM] [-quantiles 0.5,0.95] "+
		"[-no-reconcile] [-duplicates] [-judged FILE] [-check] [-workers N] [-in FMT] [-map MAPPING.json] [-o FILE] FILE...", in, out, log)
	var w wish
	p.Flags.Func("by", "`dimensions` to group by: "+strings.Join(stats.Dimensions(), " "), w.setBy)
	p.Flags.Func("sum", "`measures` to add up: freed, returned, arrested ...", w.setSum)
	p.Flags.Func("top", "`DIM=K`: name the K most frequent values of a dimension in each row", w.setTop)
	p.Flags.TextVar(&w.Distinct, "distinct", stats.Dimension(0), "count the different values of a `dimension` in each row")
	p.Flags.Func("quantiles", "`parts` from 0 to 1: the events' best figures at these parts", w.setQuantiles)
	p.Flags.BoolVar(&w.alone, "no-reconcile", false, "take every record as an event of its own: for data without repeats, of any size")
	p.Flags.BoolVar(&w.check, "check", false, "list what the rules find in records, too, and not only those that are rejected")
	p.Flags.BoolVar(&w.duplicates, "duplicates", false, fmt.Sprintf("say what the records come to without possible duplicates, also of more than %d that name no event", cli.MostCompared))
	p.Flags.IntVar(&w.workers, "workers", runtime.GOMAXPROCS(0), "work in `N` parts; the result is the same")
	w.judged = p.Judged()
	names, code, ok := p.Parse(args)
	switch {
	case !ok:
		return code
	case len(names) == 0 || len(w.By) == 0 || len(w.Sums) == 0 || w.workers < 1:
		return p.Fail(errors.New("say what to group -by and what to -sum, name the files, or - for the standard input; -workers is 1 or more"))
	}
	if w.alone {
		// What is held grows with the groups, and little is thrown away on the way: to collect that early costs next to
		// nothing and leaves more of a small machine to others.
		defer debug.SetGCPercent(debug.SetGCPercent(50))
	}
	tally, sum, err := w.tally(ctx, p, names)
	if err == nil {
		err = p.WriteWhole(ctx, func(out io.Writer) error { return tableio.WriteCSV(out, tableio.FromTally(tally, w.TallyColumns)) })
	}
	if err != nil {
		return p.Fail(err)
	}
	w.sayEstimates(log, tally)
	for code, n := range tally.Left() {
		info, _ := code.Info()
		fmt.Fprintf(log, "tally: left out: %d: %s [%s]\n", n, info.Meaning, code)
	}
	return sum.Code()
}

// tally reads the files and adds them up, in parts.
func (w *wish) tally(ctx context.Context, p *cli.Program, names []string) (*stats.Tally, cli.Sum, error) {
	parts := make([]*part, w.workers)
	for i := range parts {
		parts[i] = &part{reconciler: stats.NewReconciler(nil), tally: w.newTally()}
	}
	sum, err := p.Scan(ctx, names, w.workers, w.check, func(worker int, v *incident.View) { parts[worker].add(v, w.alone) })
	if err != nil {
		return nil, sum, err
	}
	whole := parts[0]
	for i := range parts {
		if i > 0 {
			whole.merge(parts[i])
		}
		if whole.err == nil {
			whole.err = parts[i].err
		}
	}
	if whole.err == nil && !w.alone {
		whole.err = w.judged(whole.reconciler)
	}
	if whole.err == nil && !w.alone {
		whole.err = w.reconcile(p.Log, whole.reconciler, whole.tally)
	}
	return whole.tally, sum, whole.err
}

// A part is what one worker holds: records to be reconciled, or what records
// come to alone.
type part struct {
	reconciler *stats.Reconciler
	tally      *stats.Tally
	record     incident.Record // room for one
	err        error
}

// add adds a record. It writes to p but once: parts may lie in one line of the
// cache, for which processors that write to it wait.
func (p *part) add(v *incident.View, alone bool) {
	if p.err != nil {
		return // the rest of the input is read for its faults alone
	}
	var err error
	if alone {
		err = p.tally.AddView(v)
	} else {
		v.CopyTo(&p.record)
		err = p.reconciler.Add(&p.record)
	}
	if err != nil {
		p.err = err
	}
}

func (p *part) merge(other *part) {
	if p.err == nil {
		p.err = errors.Join(p.reconciler.Merge(other.reconciler), p.tally.Merge(other.tally))
	}
}

func (w *wish) newTally() *stats.Tally {
	options := []stats.TallyOption{stats.By(w.By...), stats.Sum(w.Sums...), stats.Top(w.Top, w.topK), stats.Distinct(w.Distinct)}
	if len(w.Quantiles) > 0 {
		options = append(options, stats.Quantiles())
	}
	return stats.NewTally(options...)
}

func (w *wish) setBy(s string) error {
	for name := range strings.SplitSeq(s, ",") {
		var d stats.Dimension
		if err := d.UnmarshalText([]byte(name)); err != nil || d.IsZero() || slices.Contains(w.By, d) {
			return errors.New("use different ones of " + strings.Join(stats.Dimensions(), ", "))
		}
		w.By = append(w.By, d)
	}
	return nil
}

func (w *wish) setSum(s string) error {
	for name := range strings.SplitSeq(s, ",") {
		m := incident.Measure(name)
		if m == incident.Share {
			return errors.New("shares are never added, since each is a share of something else: reconcile lists them")
		}
		if known := slices.Collect(incident.Measures()); !slices.Contains(known, m) || slices.Contains(w.Sums, m) {
			return fmt.Errorf("use different ones of %v", known)
		}
		w.Sums = append(w.Sums, m)
	}
	return nil
}

func (w *wish) setTop(s string) error {
	name, number, _ := strings.Cut(s, "=")
	k, err := strconv.Atoi(number)
	if err != nil || k < 1 {
		return errors.New("write a dimension, = and how many, such as country=3")
	}
	w.topK = k
	return w.Top.UnmarshalText([]byte(name))
}

func (w *wish) setQuantiles(s string) error {
	for part := range strings.SplitSeq(s, ",") {
		q, err := strconv.ParseFloat(part, 64)
		if err != nil || !(q >= 0 && q <= 1) {
			return errors.New("write parts from 0 to 1, such as 0.5,0.95")
		}
		w.Quantiles = append(w.Quantiles, q)
	}
	return nil
}
