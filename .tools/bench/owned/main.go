// Owned does the job of examples/tally -check -no-reconcile on records of its own: each is made a Record, as a program
// needs that keeps them, and handed on in the order of the file. It takes the same arguments and prints the same table.
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/adapters/tableio"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

func main() {
	bad, err := run()
	if err != nil {
		fmt.Fprintln(os.Stderr, "owned:", err)
		os.Exit(2)
	}
	if bad {
		os.Exit(1)
	}
}

// job is what the flags say.
type job struct {
	tableio.TallyColumns
	topK    int
	workers int
}

func run() (bad bool, err error) {
	var j job
	dimension := func(to *stats.Dimension) func(string) error {
		return func(s string) error { return to.UnmarshalText([]byte(s)) }
	}
	flag.Bool("check", true, "always so")
	flag.Bool("no-reconcile", true, "always so")
	flag.IntVar(&j.workers, "workers", 0, "goroutines that decode")
	flag.Func("by", "dimensions", func(s string) error {
		for name := range strings.SplitSeq(s, ",") {
			var d stats.Dimension
			if err := dimension(&d)(name); err != nil {
				return err
			}
			j.By = append(j.By, d)
		}
		return nil
	})
	flag.Func("sum", "measures", func(s string) error {
		for name := range strings.SplitSeq(s, ",") {
			j.Sums = append(j.Sums, incident.Measure(name))
		}
		return nil
	})
	flag.Func("distinct", "dimension", dimension(&j.Distinct))
	flag.Func("top", "dimension=k", func(s string) (err error) {
		name, k, _ := strings.Cut(s, "=")
		if j.topK, err = strconv.Atoi(k); err != nil {
			return err
		}
		return dimension(&j.Top)(name)
	})
	flag.Func("quantiles", "parts", func(s string) error {
		for part := range strings.SplitSeq(s, ",") {
			q, err := strconv.ParseFloat(part, 64)
			if err != nil {
				return err
			}
			j.Quantiles = append(j.Quantiles, q)
		}
		return nil
	})
	flag.Parse()
	return j.run(flag.Arg(0))
}

func (j *job) run(name string) (bad bool, err error) {
	file, err := os.Open(name)
	if err != nil {
		return false, err
	}
	defer file.Close()
	log := bufio.NewWriter(os.Stderr)
	defer log.Flush()
	var dec adapters.ViewDecoder = jsonio.NewDecoder(file, &jsonio.DecodeOptions{Name: name, Form: jsonio.Lines})
	if strings.HasSuffix(name, ".csv") {
		dec = csvio.NewDecoder(file, &csvio.DecodeOptions{Name: name})
	}
	say := func(faults []adapters.Fault) {
		bad = true
		for _, f := range faults {
			fmt.Fprintln(log, f)
		}
	}
	o := &adapters.ScanOptions{Workers: j.workers, Check: &incident.CheckOptions{}, Found: func(f adapters.Found) { say(f.Faults) }}
	o.Policy, o.Report = adapters.Skip, func(e *adapters.RecordError) { say(e.Findings) }
	records, _ := adapters.Records(context.Background(), dec, o)
	tally := stats.NewTally(stats.By(j.By...), stats.Sum(j.Sums...), stats.Top(j.Top, j.topK), stats.Distinct(j.Distinct), stats.Quantiles())
	for rec, err := range records {
		if err != nil {
			return bad, err
		}
		if err := tally.AddRecord(rec); err != nil {
			return bad, err
		}
	}
	return bad, tableio.WriteCSV(os.Stdout, tableio.FromTally(tally, j.TallyColumns))
}
