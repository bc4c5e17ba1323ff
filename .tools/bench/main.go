//go:build unix

// Bench runs examples/tally, DuckDB and Polars on the same file in turn, compares what they say, and prints how long they
// took. It is called by run.sh, which says what its lines mean.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	var b bench
	var programs, flags string
	flag.StringVar(&b.format, "format", "", "`form` of the file: csv or ndjson")
	flag.StringVar(&b.file, "file", "", "the `file` of records")
	flag.IntVar(&b.records, "records", 0, "how many `records` the file has")
	flag.IntVar(&b.rounds, "rounds", 5, "how many `rounds` count")
	flag.StringVar(&b.scratch, "scratch", "", "`folder` for what is needed on the way, with tally in it")
	flag.StringVar(&programs, "engines", "", "`folder` with the engines' programs and their packages")
	flag.StringVar(&flags, "flags", "", "`flags` of tally beside the job's")
	flag.StringVar(&b.owned, "owned", "", "`program` that does the job with records of its own")
	flag.Parse()
	var err error
	if b.rounds < 1 || b.records < 1 {
		err = errors.New("at least one record and one round")
	}
	if err == nil {
		err = b.prepare(programs, strings.Fields(flags))
	}
	if err == nil {
		err = b.measure()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
	b.print(os.Stdout)
	if self := heldByThis(); self >= min(b.ours.rss, b.ours1.rss) {
		fmt.Fprintf(os.Stderr, "bench: it held %d MiB itself, so that no rss can be less\n", self>>20)
	}
}

// A bench is what is run over one file.
type bench struct {
	format, file string
	records      int
	rounds       int
	scratch      string
	owned        string

	ours, ours1, duckdb, duckdbRows, duckdbRowid, polars, own *runner
	limits                                                    []*runner // wc and the sum of the bytes

	badLines []int // at which our first run reports errors
}

// job is what tally is asked for.
const job = "-no-reconcile -by country,month -sum freed,returned,held,reported,arrested,escaped -top nationality=3 -distinct source -quantiles 0.5,0.95"

// prepare makes what the engines need and says how everything is called.
func (b *bench) prepare(engines string, flags []string) error {
	codes := filepath.Join(b.scratch, "codes.json")
	if err := writeCodes(codes); err != nil {
		return err
	}
	polarsFile, leftOut := b.file, 0
	if b.format == "ndjson" {
		polarsFile = filepath.Join(b.scratch, "only-json.ndjson")
		var err error
		if leftOut, err = onlyJSON(polarsFile, b.file); err != nil {
			return err
		}
	}
	// As many threads as workers, also for what is not the workers' work.
	tally := func(name, program string, workers int) *runner {
		args := append(strings.Fields(job), flags...)
		return &runner{
			name: name, env: []string{fmt.Sprint("GOMAXPROCS=", workers)}, rejects: true,
			args: append(append([]string{program}, args...), "-workers", fmt.Sprint(workers), b.file),
		}
	}
	node := func(name, program string, args ...string) *runner {
		args = append([]string{"node", filepath.Join(engines, program)}, args...)
		return &runner{name: name, args: args, env: []string{"POLARS_MAX_THREADS=2", fmt.Sprint("LEFT_OUT=", leftOut)}}
	}
	program := filepath.Join(b.scratch, "tally")
	b.ours = tally("ours", program, 2)
	b.ours1 = tally("ours(1 worker)", program, 1)
	b.duckdb = node("duckdb", "duckdb.mjs", b.format, b.file, codes)
	b.duckdbRows = node("duckdb(rows)", "duckdb.mjs", "window", b.format, b.file, codes)
	b.duckdbRowid = node("duckdb(rowid)", "duckdb.mjs", "rowid", b.format, b.file, codes)
	b.polars = node("polars", "polars.mjs", b.format, polarsFile, codes)
	if b.owned != "" {
		b.own = tally("owned", b.owned, 2)
	}
	b.limits = []*runner{{name: "wc -l", args: []string{"wc", "-l", b.file}}, {name: "bytes", sum: b.file}}
	return nil
}

// measure runs everything in turn, once to warm up and then as often as rounds are counted.
func (b *bench) measure() error {
	programs := []*runner{b.ours, b.duckdb, b.polars, b.ours1, b.duckdbRows, b.duckdbRowid}
	if b.own != nil {
		programs = append(programs, b.own)
	}
	var bad []int
	for round := range 1 + b.rounds {
		for _, r := range append(programs, b.limits...) {
			if err := r.run(b.scratch, round > 0); err != nil {
				return err
			}
		}
		for _, r := range programs {
			if err := same(b.ours, r); err != nil {
				return err
			}
		}
		if bad == nil {
			var err error
			if b.badLines, err = b.linesAt(b.ours.log); err == nil {
				bad, err = b.recordsAt(b.badLines)
			}
			if err != nil {
				return err
			}
		}
		for _, r := range programs {
			if err := b.judge(r, bad); err != nil {
				return err
			}
		}
	}
	return nil
}

// print writes what was measured. run.sh says what the lines mean.
func (b *bench) print(out io.Writer) {
	head := fmt.Sprintf("%s %d", b.format, b.records)
	faster := min(b.duckdb.seconds(), b.polars.seconds())
	fmt.Fprintf(out, "%s ours=%.3f duckdb=%.3f polars=%.3f ratio=%.2f rss=%.1f\n",
		head, b.ours.seconds(), b.duckdb.seconds(), b.polars.seconds(), faster/b.ours.seconds(), b.ours.mib())
	fmt.Fprintf(out, "%s ours(1 worker)=%.3f duckdb=%.3f ratio=%.2f rss=%.1f\n",
		head, b.ours1.seconds(), b.duckdb.seconds(), b.duckdb.seconds()/b.ours1.seconds(), b.ours1.mib())
	fmt.Fprintf(out, "%s ours=%.3f duckdb(rows)=%.3f ratio=%.2f\n",
		head, b.ours.seconds(), b.duckdbRows.seconds(), b.duckdbRows.seconds()/b.ours.seconds())
	fmt.Fprintf(out, "%s ours=%.3f duckdb(rowid)=%.3f ratio=%.2f\n",
		head, b.ours.seconds(), b.duckdbRowid.seconds(), b.duckdbRowid.seconds()/b.ours.seconds())
	if b.own != nil {
		fmt.Fprintf(out, "%s owned=%.3f duckdb=%.3f ratio=%.2f rss=%.1f\n",
			head, b.own.seconds(), b.duckdb.seconds(), b.duckdb.seconds()/b.own.seconds(), b.own.mib())
	}
	fmt.Fprintf(out, "%s process", head)
	for _, r := range []*runner{b.duckdb, b.polars, b.duckdbRows, b.duckdbRowid} {
		fmt.Fprintf(out, " %s=%.3f rss=%.0f", r.name, median(r.whole), r.mib())
	}
	fmt.Fprintf(out, "\n%s limit", head)
	for _, r := range b.limits {
		fmt.Fprintf(out, " %s=%.3f", r.name, r.seconds())
	}
	fmt.Fprintln(out)
}
