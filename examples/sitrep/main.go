// Sitrep writes a situation report: what records come to, with bounds, by
// country, nationality and month, where sources differ, what publishers' running
// totals say, and what was left out and why.
//
//	go run ./examples/sitrep                       # the reports that come with it
//	go run ./examples/sitrep -format html -o report.html reports.ndjson
//
// Exit codes: 0 done; 1 done, but records were rejected (and reported); 2 could
// not do it.
package main

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"io"

	"github.com/rescuetally/rescuetally/examples/internal/cli"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

//go:embed corpus/reports.ndjson
var corpus []byte

func main() { cli.Main(run) }

func run(ctx context.Context, args []string, in io.Reader, out, log io.Writer) int {
	p := cli.New("sitrep", "[-as-of DATE] [-format text|json|html] [-judged FILE] [-advisories FILE] [-in FMT] [-map MAPPING.json] [-o FILE] [FILE...]", in, out, log)
	var asOf incident.Date
	p.Flags.TextVar(&asOf, "as-of", incident.Date{}, "report what was known on this `date`; by default the last one that a record was published on")
	format := p.Flags.String("format", "text", "`form` of the report: text, json or html")
	judged := p.Judged()
	warnings := p.Flags.String("advisories", "", "list those of the advisories of this `file` that are in force; by default, without records, those that come with the program")
	warningsMap := p.Flags.String("advisories-map", "", "read the advisories through this mapping `file`")
	names, code, ok := p.Parse(args)
	render := renderers[*format]
	switch {
	case !ok:
		return code
	case render == nil:
		return p.Fail(errors.New("-format is text, json or html"))
	case asOf.IsInterval():
		return p.Fail(errors.New("-as-of is one day, month or year, not an interval"))
	}
	g := gathered{records: stats.NewReconciler(nil), sources: map[witness]incident.Source{}}
	sum, err := p.Read(ctx, names, g.add)
	if len(names) == 0 {
		err = p.ReadFrom(ctx, bytes.NewReader(corpus), "corpus/reports.ndjson", "ndjson", &sum, g.add)
	}
	if err == nil {
		err = judged(g.records)
	}
	if err == nil {
		read := sum // of records
		g.advisories, err = readAdvisories(ctx, p, *warnings, *warningsMap, len(names) == 0, &sum)
		g.read = read
	}
	if err != nil {
		return p.Fail(err)
	}
	rep, err := g.report(asOf)
	if err == nil {
		err = p.WriteWhole(ctx, func(w io.Writer) error { return render(w, rep) })
	}
	if err != nil {
		return p.Fail(err)
	}
	return sum.Code()
}

var renderers = map[string]func(io.Writer, *report) error{"json": writeJSON, "text": writeText, "html": writeHTML}

func writeJSON(w io.Writer, rep *report) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(rep)
}
