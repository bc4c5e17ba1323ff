// Package cli is what the example programs share: opening inputs by name,
// choosing a decoder, reporting bad records, progress, exit codes, and results
// that are written whole or not at all.
package cli

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
)

// The exit codes.
const (
	Done   = 0
	Act    = 1 // done, and there is something to act on
	Failed = 2 // could not do it
)

// A Program is one call of a program.
type Program struct {
	Name     string
	In       io.Reader
	Out, Log io.Writer // results; errors and progress
	Flags    *flag.FlagSet
	Bad      func(*adapters.RecordError) // is told of rejected records; nil: they are listed on Log

	format, mapping, output string
	progress                bool
	read                    int // so far
}

// New returns a Program named name whose usage line is usage. It has the flags
// -in, -map and -o.
func New(name, usage string, in io.Reader, out, log io.Writer) *Program {
	p := NewServer(name, usage, out, log)
	p.In = in
	p.Flags.StringVar(&p.format, "in", "", "`format` of the input: json, ndjson, csv or cap; by default the file's name tells")
	p.Flags.StringVar(&p.mapping, "map", "", "read CSV through this mapping `file` of an agency's own columns")
	p.Flags.StringVar(&p.output, "o", "", "write the result to this `file`, whole or not at all")
	p.progress = isTerminal(log)
	return p
}

// NewServer returns a Program that takes no input of its own and has no result: it has
// no flags yet.
func NewServer(name, usage string, out, log io.Writer) *Program {
	p := &Program{Name: name, In: strings.NewReader(""), Out: out, Log: log, Flags: flag.NewFlagSet(name, flag.ContinueOnError)}
	p.Flags.SetOutput(log)
	p.Flags.Usage = func() {
		fmt.Fprintf(log, "usage: %s %s\n", name, usage)
		p.Flags.PrintDefaults()
	}
	return p
}

// isTerminal reports whether somebody may be watching what is written to w: it is
// a character device, and not the one that throws everything away.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// Main runs a program with the process's arguments and files, and ends the
// process with its exit code.
func Main(run func(ctx context.Context, args []string, in io.Reader, out, log io.Writer) int) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// Parse reads the arguments, flags before and behind file names, and returns
// the names. ok is false when the program has to end with the code.
func (p *Program) Parse(args []string) (names []string, code int, ok bool) {
	for {
		if err := p.Flags.Parse(args); errors.Is(err, flag.ErrHelp) {
			return nil, Done, false
		} else if err != nil {
			return nil, Failed, false
		}
		rest := p.Flags.Args()
		if ended := len(args) > len(rest) && args[len(args)-len(rest)-1] == "--"; ended || len(rest) == 0 {
			return append(names, rest...), Done, true
		}
		names, args = append(names, rest[0]), rest[1:]
	}
}

// Mapping returns the name of the mapping of -map, "" for none.
func (p *Program) Mapping() string { return p.mapping }

// Fail reports what keeps the program from its work, a line each, and returns
// the exit code.
func (p *Program) Fail(err error) int {
	said := map[string]bool{} // a fault of the mapping comes with each file
	for _, line := range lines(err) {
		if !said[line] {
			fmt.Fprintf(p.Log, "%s: %s\n", p.Name, line)
		}
		said[line] = true
	}
	return Failed
}

// lines says err: each of joined errors, and each fault of a header or mapping.
func lines(err error) (out []string) {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			out = append(out, lines(e)...)
		}
		return out
	}
	var faults []adapters.Fault
	more := 0
	if e, ok := errors.AsType[*csvio.HeaderError](err); ok {
		faults, more = e.Faults, e.Unlisted
	} else if e, ok := errors.AsType[*csvio.MappingError](err); ok {
		faults, more = e.Faults, e.Unlisted
	}
	if len(faults) == 0 {
		return []string{err.Error()}
	}
	for _, f := range faults {
		out = append(out, f.String())
	}
	if more > 0 {
		out = append(out, fmt.Sprintf("%d more faults are not listed", more))
	}
	return out
}

// Write hands write the place for the result: the file of -o, which is replaced
// only when write has succeeded, or the standard output.
func (p *Program) Write(ctx context.Context, write func(io.Writer) error) error {
	if p.output == "" {
		return write(p.Out)
	}
	return adapters.WriteFile(ctx, p.output, 0o644, write)
}

// WriteWhole is Write for results that are made in memory first, so that
// nothing is written when making them fails.
func (p *Program) WriteWhole(ctx context.Context, make func(io.Writer) error) error {
	var b bytes.Buffer
	if err := make(&b); err != nil {
		return err
	}
	return p.Write(ctx, func(w io.Writer) error {
		n, err := w.Write(b.Bytes())
		if err == nil && n < b.Len() {
			err = io.ErrShortWrite
		}
		return err
	})
}
