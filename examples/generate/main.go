// Generate writes made-up records in the canonical form of the interchange format, as many as are asked for: to try
// programs on large inputs, and on inputs of which some records are broken in known ways. The same seed gives the same bytes.
//
//	go run ./examples/generate -format csv -bytes 1000000000 > big.csv
//	go run ./examples/generate -format csv -single -records 1000000 > register.csv
//
// With -single every record has one figure, so that rows, records and figures are as many, and what is broken is what
// other programs that read CSV or JSON can find as well.
//
// What it broke it counts on standard error, by the code that a reader has to report. Exit codes: 0 done, 2 could not do it.
package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/signal"
	"slices"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

// batch is how many records are encoded at a time.
const batch = 200

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "generate:", err)
		stop()
		os.Exit(2)
	}
}

// wish is what the flags say.
type wish struct {
	format  string
	records int64
	bytes   int64
	seed    uint64
	broken  float64
	single  bool
}

func run(ctx context.Context, args []string, out, log io.Writer) error {
	var w wish
	flags := flag.NewFlagSet("generate", flag.ContinueOnError)
	flags.SetOutput(log)
	flags.StringVar(&w.format, "format", "ndjson", "`form` of the output: ndjson or csv")
	flags.Int64Var(&w.records, "records", 0, "stop after `N` records")
	flags.Int64Var(&w.bytes, "bytes", 0, "stop at the first batch that reaches `N` bytes")
	flags.Uint64Var(&w.seed, "seed", 1, "`number` that decides what is made up")
	flags.Float64Var(&w.broken, "broken", 0.005, "`share` of records that are broken, from 0 to 1")
	flags.BoolVar(&w.single, "single", false, "one figure a record, as a hotline's register holds them: a CSV row a record, broken in ways that every reader can tell")
	if err := flags.Parse(args); err != nil {
		return err
	}
	switch {
	case flags.NArg() > 0:
		return errors.New("takes no file: it writes to standard output")
	case w.format != "ndjson" && w.format != "csv":
		return errors.New("-format is ndjson or csv")
	case (w.records > 0) == (w.bytes > 0) || w.records < 0 || w.bytes < 0:
		return errors.New("say how much is wanted: -records N or -bytes N")
	case !(w.broken >= 0 && w.broken <= 1):
		return errors.New("-broken is a share, from 0 to 1")
	}
	to := bufio.NewWriterSize(out, 1<<20)
	done, err := w.write(ctx, to)
	if err = errors.Join(err, to.Flush()); err != nil {
		return err
	}
	fmt.Fprintf(log, "records %d broken %d\n", done.records, done.brokenRecords())
	for _, code := range slices.Sorted(maps.Keys(done.broken)) {
		fmt.Fprintf(log, "%s %d\n", code, done.broken[code])
	}
	return nil
}

// account is what was written.
type account struct {
	records, bytes int64
	broken         map[incident.Code]int64
}

func (a account) brokenRecords() (n int64) {
	for _, of := range a.broken {
		n += of
	}
	return n
}

func (w wish) write(ctx context.Context, out io.Writer) (account, error) {
	m := newMaker(w.seed)
	next, faults := m.record, faults[w.format]
	if w.single {
		next, faults = m.single, slices.DeleteFunc(slices.Clone(faults), func(f fault) bool { return slices.Contains(strict, f.code) })
	}
	done := account{broken: map[incident.Code]int64{}}
	var buf bytes.Buffer
	var good []incident.Record
	flush := func(records []incident.Record, fault *fault) error {
		buf.Reset()
		if err := encode(ctx, &buf, w.format, records); err != nil {
			return err
		}
		head, body := buf.Bytes()[:0], buf.Bytes()
		if w.format == "csv" {
			end := bytes.IndexByte(body, '\n') + 1
			head, body = body[:end], body[end:]
		}
		if done.bytes > 0 {
			head = nil // one header is enough
		}
		if fault != nil {
			body = fault.apply(body)
			done.broken[fault.code]++
		}
		done.records += int64(len(records))
		for _, part := range [][]byte{head, body} {
			n, err := out.Write(part)
			done.bytes += int64(n)
			if err != nil {
				return err
			}
		}
		return nil
	}
	for done.bytes < w.bytes || done.records+int64(len(good)) < w.records {
		r := next()
		damaged := m.random.Float64() < w.broken
		if !damaged {
			good = append(good, r)
		}
		if len(good) > 0 && (damaged || len(good) == batch) {
			if err := flush(good, nil); err != nil {
				return done, err
			}
			good = good[:0]
		}
		if damaged {
			f := pick(m, faults)
			f.prepare(&r)
			if err := flush([]incident.Record{r}, &f); err != nil {
				return done, err
			}
		}
	}
	return done, flush(good, nil)
}

// encode writes a whole document of some records.
func encode(ctx context.Context, out io.Writer, format string, records []incident.Record) error {
	var enc adapters.Encoder[incident.Record]
	if format == "csv" {
		enc = csvio.NewEncoder(out, nil)
	} else {
		enc = jsonio.NewEncoder(out, nil)
	}
	to := adapters.NewWriter(enc)
	for i := range records {
		if err := to.Write(ctx, &records[i]); err != nil {
			return err
		}
	}
	return to.Close()
}
