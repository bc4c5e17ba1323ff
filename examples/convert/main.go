// Convert writes records in another form: JSON, one JSON object a line, or CSV; with
// -kind advisories, entries of registers or offers. Advisories it writes as CAP, too.
//
//	go run ./examples/convert -out csv reports.ndjson > reports.csv
//	go run ./examples/convert -map agency.mapping.json agency.csv > agency.ndjson
//	go run ./examples/convert -kind entry -map register.mapping.json register.csv > register.ndjson
//
// Exit codes: 0 done; 1 done, but records were rejected (and reported); 2 could
// not do it.
package main

import (
	"bufio"
	"context"
	"errors"
	"io"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/examples/internal/cli"
	"github.com/rescuetally/rescuetally/incident"
)

func main() { cli.Main(run) }

func run(ctx context.Context, args []string, in io.Reader, out, log io.Writer) int {
	p := cli.New("convert", "[-in FMT] [-out FMT] [-kind KIND] [-map MAPPING.json] [-o FILE] FILE", in, out, log)
	format := p.Flags.String("out", "ndjson", "`format` of the output: json, ndjson or csv, and cap of advisories")
	kindOf := p.Kind()
	names, code, ok := p.Parse(args)
	if !ok {
		return code
	}
	kind, err := kindOf()
	if err != nil {
		return p.Fail(err)
	}
	if len(names) != 1 {
		return p.Fail(errors.New("name one file, or - for the standard input"))
	}
	var sum cli.Sum
	err = p.Write(ctx, func(w io.Writer) (err error) {
		b := bufio.NewWriter(w)
		if kind != nil {
			if sum, err = kind.Convert(ctx, p, names, b, *format); err != nil {
				return err
			}
			return b.Flush()
		}
		enc, err := cli.Encoder(b, *format)
		if err != nil {
			return err
		}
		to := adapters.NewWriter(enc)
		sum, err = p.Read(ctx, names, func(_ *cli.Reader, rec *incident.Record) error { return to.Write(ctx, rec) })
		if err != nil {
			return err
		}
		if err := to.Close(); err != nil {
			return err
		}
		return b.Flush()
	})
	if err != nil {
		return p.Fail(err)
	}
	return sum.Code()
}
