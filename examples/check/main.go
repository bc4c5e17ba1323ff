// Check lists everything that is wrong with files of records, or with -kind of
// advisories, of entries of registers or of offers, with file, line and column, and
// ends with a summary.
//
//	go run ./examples/check reports.ndjson
//	go run ./examples/check -kind offer -map offers.mapping.json offers.csv
//
// Exit codes: 0 nothing is certainly wrong; 1 there are errors, or records that
// were rejected; 2 could not do it.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/examples/internal/cli"
	"github.com/rescuetally/rescuetally/incident"
)

func main() { cli.Main(run) }

func run(ctx context.Context, args []string, in io.Reader, out, log io.Writer) int {
	p := cli.New("check", "[-json] [-max N] [-in FMT] [-kind KIND] [-map MAPPING.json] [-o FILE] FILE...", in, out, log)
	asJSON := p.Flags.Bool("json", false, "write one JSON object a line")
	most := p.Flags.Int("max", 0, "list `N` findings at most, and count the others; 0: all of them")
	kindOf := p.Kind()
	names, code, ok := p.Parse(args)
	if !ok {
		return code
	}
	kind, err := kindOf()
	if err != nil {
		return p.Fail(err)
	}
	if len(names) == 0 || *most < 0 {
		return p.Fail(errors.New("name the files to check, or - for the standard input; -max is 0 or more"))
	}
	c := checker{most: *most, counts: map[incident.Code]int{}, links: map[int]place{}}
	var failed error
	err = p.Write(ctx, func(w io.Writer) error {
		c.text = bufio.NewWriter(w)
		if *asJSON {
			c.json = json.NewEncoder(c.text)
			c.json.SetEscapeHTML(false)
		}
		p.Bad = c.rejected
		var sum cli.Sum
		if kind == nil {
			sum, failed = p.Read(ctx, names, c.accepted)
		} else {
			sum, failed = kind.Check(ctx, p, names, c.found)
		}
		c.finish()
		c.summary(sum)
		return c.text.Flush() // and any error of a write before
	})
	switch {
	case err != nil:
		return p.Fail(err)
	case failed != nil:
		return p.Fail(failed)
	case c.bad:
		return cli.Act
	}
	return cli.Done
}

// A checker lists findings as they come.
type checker struct {
	text   *bufio.Writer
	json   *json.Encoder
	most   int // findings to list; 0: all
	listed int
	left   int // findings not listed
	counts map[incident.Code]int
	worst  [incident.Note + 1]int // findings by severity
	bad    bool

	ids    incident.Links
	number int           // of the last record that went into ids
	links  map[int]place // where the records stand that refer to others
}

// A place is where a record and its references stand.
type place struct {
	id string
	at map[string]adapters.Fault // by path
}

// A line is a finding as -json writes it; null is not known.
type line struct {
	File     string            `json:"file"`
	Record   *int              `json:"record"`
	ID       *string           `json:"id"`
	Line     *int              `json:"line"`
	Column   *int              `json:"column"`
	Offset   *int64            `json:"offset"`
	Path     string            `json:"path"`
	Code     incident.Code     `json:"code"`
	Severity incident.Severity `json:"severity"`
	Message  string            `json:"message"`
}

func (c *checker) list(f adapters.Fault, id string) {
	c.counts[f.Code]++
	c.worst[f.Severity]++
	c.bad = c.bad || f.Severity == incident.Error
	if c.most > 0 && c.listed >= c.most {
		c.left++
		return
	}
	c.listed++
	if c.json != nil {
		l := line{f.At.Name, known(f.At.Record), known(id), known(f.At.Line), known(f.At.Column), nil, f.Path, f.Code, f.Severity, f.Message}
		if f.At.Line > 0 {
			l.Offset = &f.At.Offset
		}
		_ = c.json.Encode(l) // what goes wrong in writing stays with the buffer
		return
	}
	path, column := f.Path, ""
	if path != "" {
		path += ": "
	}
	if f.Field != "" {
		column = fmt.Sprintf(" (column %q)", f.Field)
	}
	if f.Also != "" {
		column += " (with " + f.Also + ")"
	}
	fmt.Fprintf(c.text, "%v: %v: %s%s%s [%s]\n", f.At, f.Severity, path, f.Message, column, f.Code)
}

// known turns a zero value, which says that something is not known, into null.
func known[T comparable](v T) *T {
	if v == *new(T) {
		return nil
	}
	return &v
}

// rejected lists why a record was not accepted.
func (c *checker) rejected(e *adapters.RecordError) {
	c.bad = true
	for _, f := range e.Findings {
		c.list(f, e.ID)
	}
	c.left += e.Unlisted
}

// found lists what was found in a value that is no record.
func (c *checker) found(id string, faults []adapters.Fault) {
	for _, f := range faults {
		c.list(f, id)
	}
}

// accepted lists what the rules and its id say of a record.
func (c *checker) accepted(r *cli.Reader, rec *incident.Record) error {
	c.number++
	for _, f := range adapters.Locate(rec.Check(nil), r) {
		c.list(f, rec.ID)
	}
	for _, f := range adapters.Locate(c.ids.Add(rec, c.number), r) {
		c.list(f, rec.ID)
	}
	refs := place{rec.ID, map[string]adapters.Fault{}}
	for member, ids := range map[string][]string{"derivedFrom": rec.DerivedFrom, "supersedes": rec.Supersedes, "retracts": rec.Retracts} {
		for i := range ids {
			path := fmt.Sprintf("/%s/%d", member, i)
			at, field := r.Locate(path)
			refs.at[path] = adapters.Fault{At: at, Field: field}
		}
	}
	if len(refs.at) > 0 {
		c.links[c.number] = refs
	}
	return nil
}
