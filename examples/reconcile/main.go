// Reconcile says of each event what the records on it come to, where that is
// taken from, what else is claimed, and what does not fit together; and which of
// the records without an event may be about one.
//
//	go run ./examples/reconcile reports.ndjson
//	go run ./examples/reconcile -json -as-of 2025-03 -policy latest reports.ndjson
//
// Exit codes: 0 done; 1 done, but records were rejected (and reported); 2 could
// not do it.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/rescuetally/rescuetally/examples/internal/cli"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

func main() { cli.Main(run) }

func run(ctx context.Context, args []string, in io.Reader, out, log io.Writer) int {
	p := cli.New("reconcile", "[-json] [-as-of DATE] [-policy NAME] [-judged FILE] [-in FMT] [-map MAPPING.json] [-o FILE] FILE...", in, out, log)
	asJSON := p.Flags.Bool("json", false, "write one JSON object a line")
	var asOf incident.Date
	p.Flags.TextVar(&asOf, "as-of", incident.Date{}, "use what was known on this `date`; by default everything")
	var policy stats.Policy
	p.Flags.TextVar(&policy, "policy", stats.Default, "which claim is taken: one `name` of "+strings.Join(stats.Policies(), ", "))
	judged := p.Judged()
	names, code, ok := p.Parse(args)
	switch {
	case !ok:
		return code
	case len(names) == 0:
		return p.Fail(errors.New("name the files to reconcile, or - for the standard input"))
	case asOf.IsInterval():
		return p.Fail(errors.New("-as-of is one day, month or year, not an interval"))
	}
	records := stats.NewReconciler(nil)
	sum, err := p.Read(ctx, names, func(_ *cli.Reader, rec *incident.Record) error { return records.Add(rec) })
	if err == nil {
		err = judged(records)
	}
	if err != nil {
		return p.Fail(err)
	}
	err = p.WriteWhole(ctx, func(out io.Writer) error {
		w := bufio.NewWriter(out)
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		for a := range records.Accounts(policy, asOf) {
			switch {
			case !*asJSON:
				w.WriteString(say(a))
			case a.Event != "": // the others are in proposals
				if err := enc.Encode(objectOf(a)); err != nil {
					return fmt.Errorf("an event: %w", err)
				}
			}
		}
		for _, p := range records.Proposals(asOf) {
			switch {
			case *asJSON:
				if err := enc.Encode(proposalOf(&p)); err != nil {
					return fmt.Errorf("a proposal: %w", err)
				}
			case len(p.Records) > 1:
				w.WriteString(sayProposal(&p))
			}
		}
		return w.Flush() // and any error of a write before
	})
	if err != nil {
		return p.Fail(err)
	}
	return sum.Code()
}
