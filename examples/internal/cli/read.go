package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/capio"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

// A Reader reads records.
type Reader = adapters.Reader[incident.Record]

// Stdin is the name of the standard input.
const Stdin = "-"

// A Sum says what became of all inputs.
type Sum struct {
	Read     int                   `json:"read"`
	Accepted int                   `json:"accepted"`
	Rejected int                   `json:"rejected"`
	Faults   map[incident.Code]int `json:"-"` // of rejected records
	Wrong    bool                  `json:"-"` // an error was found in a record that was accepted
}

// Code is the exit code that the reading alone calls for.
func (s *Sum) Code() int {
	if s.Rejected > 0 || s.Wrong {
		return Act
	}
	return Done
}

// Read reads files by name and hands their good records to use, with the Reader
// to ask for positions. An input that cannot be read to its end does not keep
// the others from being read; an error of use ends the work.
func (p *Program) Read(ctx context.Context, names []string, use func(*Reader, *incident.Record) error) (Sum, error) {
	return read(ctx, p, names, p.records, use)
}

// A makeDecoder makes the decoder of an input in one of the formats.
type makeDecoder[T any] func(in io.Reader, name, format string) (adapters.Decoder[T], error)

// read is Program.Read for values of any type.
func read[T any](ctx context.Context, p *Program, names []string, dec makeDecoder[T], use func(*adapters.Reader[T], *T) error) (Sum, error) {
	var sum Sum
	var failed []error
	for _, name := range names {
		ended := false
		err := readFile(ctx, p, name, names, dec, &sum, func(r *adapters.Reader[T], v *T) error {
			err := use(r, v)
			ended = err != nil
			return err
		})
		if failed = append(failed, err); ended || ctx.Err() != nil {
			break
		}
	}
	return sum, errors.Join(failed...)
}

func readFile[T any](
	ctx context.Context, p *Program, name string, names []string, dec makeDecoder[T], sum *Sum, use func(*adapters.Reader[T], *T) error,
) error {
	file, format, err := p.open(name, names)
	if err != nil {
		return err
	}
	defer file.Close()
	return readFrom(ctx, p, file, file.Name(), format, dec, sum, use)
}

// open opens one of the files of the input and tells its format; of a file that another
// flag names there are no names.
func (p *Program) open(name string, names []string) (file *adapters.File, format string, err error) {
	if name == Stdin {
		file, err = adapters.OpenStream(p.In, &adapters.OpenOptions{Name: "stdin"})
	} else {
		file, err = adapters.Open(name, nil)
	}
	if err != nil {
		return nil, "", err
	}
	format = file.Format()
	if p.format != "" && (name == Stdin || names != nil && (format == "" || !slices.Contains(names, Stdin))) {
		format = p.format
	}
	return file, format, nil
}

// ReadFrom is [Program.Read] for one input that is open.
func (p *Program) ReadFrom(ctx context.Context, in io.Reader, name, format string, sum *Sum, use func(*Reader, *incident.Record) error) error {
	return readFrom(ctx, p, in, name, format, p.records, sum, use)
}

func readFrom[T any](
	ctx context.Context, p *Program, in io.Reader, name, format string, make makeDecoder[T], sum *Sum, use func(*adapters.Reader[T], *T) error,
) error {
	dec, err := make(in, name, format)
	if err != nil {
		return err
	}
	bad := p.Bad
	if bad == nil {
		bad = p.report
	}
	r := adapters.NewReader(dec, &adapters.ReadOptions{Policy: adapters.Skip, Report: bad})
	defer func() { p.finish(sum, r.Summary()) }()
	for v, err := range r.All(ctx) {
		if err != nil {
			return err
		}
		if err := use(r, v); err != nil {
			return err
		}
		p.show()
	}
	return nil
}

// records makes a decoder of records.
func (p *Program) records(in io.Reader, name, format string) (adapters.Decoder[incident.Record], error) {
	return p.decoder(in, name, format)
}

func (p *Program) decoder(in io.Reader, name, format string) (adapters.ViewDecoder, error) {
	o, err := optionsOf(name, format, p.mapping)
	if err != nil {
		return nil, err
	}
	switch {
	case o.csv != nil:
		return csvio.NewDecoder(in, o.csv), nil
	case o.json != nil:
		return jsonio.NewDecoder(in, o.json), nil
	}
	return nil, errOnlyAdvisories
}

// options are those of an input's decoder: of CSV, of JSON or of CAP.
type options struct {
	csv  *csvio.DecodeOptions
	json *jsonio.DecodeOptions
	cap  *capio.DecodeOptions
}

func optionsOf(name, format, mapping string) (options, error) {
	if mapping != "" && format == "" {
		format = "csv"
	}
	switch format {
	case "json":
		return options{json: &jsonio.DecodeOptions{Name: name, Form: jsonio.Document}}, nil
	case "ndjson":
		return options{json: &jsonio.DecodeOptions{Name: name, Form: jsonio.Lines}}, nil
	case "csv":
		m, err := readMapping(mapping)
		return options{csv: &csvio.DecodeOptions{Name: name, Mapping: m}}, err
	case "cap":
		return options{cap: &capio.DecodeOptions{Name: name, Public: true}}, nil
	case "":
		return options{}, errors.New(name + ": the name does not tell the format: say -in json, ndjson, csv or cap")
	}
	return options{}, errors.New("there is no format of that name: use json, ndjson, csv or cap")
}

func readMapping(name string) (*csvio.Mapping, error) {
	if name == "" {
		return nil, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m, err := csvio.ParseMapping(f)
	if e, ok := errors.AsType[*csvio.MappingError](err); ok {
		for i := range e.Faults {
			e.Faults[i].At.Name = name
		}
	} else if err != nil {
		err = fmt.Errorf("%s: %w", name, err)
	}
	return m, err
}

// Encoder returns an encoder of records in one of the formats.
func Encoder(out io.Writer, format string) (adapters.Encoder[incident.Record], error) {
	return encoder(out, format, jsonio.NewEncoder, csvio.NewEncoder)
}

// encoder returns an encoder in one of the formats.
func encoder[T any, J, C adapters.Encoder[T]](
	out io.Writer, format string, toJSON func(io.Writer, *jsonio.EncodeOptions) J, toCSV func(io.Writer, *csvio.EncodeOptions) C,
) (adapters.Encoder[T], error) {
	switch format {
	case "json":
		return toJSON(out, &jsonio.EncodeOptions{Form: jsonio.Document}), nil
	case "ndjson":
		return toJSON(out, nil), nil
	case "csv":
		return toCSV(out, nil), nil
	case "cap":
		return nil, errors.New("only advisories are written as CAP: use -kind advisory, or -out json, ndjson or csv")
	}
	return nil, errors.New("there is no format of that name: use -out json, ndjson or csv")
}

// report lists the faults of a record that was rejected.
func (p *Program) report(e *adapters.RecordError) {
	p.list(e.Findings)
	if e.Unlisted > 0 {
		fmt.Fprintf(p.Log, "%v: %d more faults in this record\n", e.Position, e.Unlisted)
	}
}

// list writes faults, a line each.
func (p *Program) list(faults []adapters.Fault) {
	p.clear()
	var b strings.Builder
	for _, f := range faults {
		b.WriteString(f.String())
		b.WriteByte('\n')
	}
	io.WriteString(p.Log, b.String())
}

// finish adds to sum what became of an input, and says what was mended in it.
func (p *Program) finish(sum *Sum, s adapters.Summary) {
	p.clear()
	for _, f := range s.Repairs {
		fmt.Fprintln(p.Log, f)
	}
	sum.Read, sum.Accepted, sum.Rejected = sum.Read+s.Read, sum.Accepted+s.Accepted, sum.Rejected+s.Rejected
	if sum.Faults == nil {
		sum.Faults = map[incident.Code]int{}
	}
	for code, n := range s.Faults {
		sum.Faults[code] += n
	}
}

// show keeps somebody who watches a terminal informed.
func (p *Program) show() {
	if p.read++; p.progress && p.read%10_000 == 0 {
		fmt.Fprintf(p.Log, "\r\x1b[K%s: %d records", p.Name, p.read)
	}
}

func (p *Program) clear() {
	if p.progress && p.read >= 10_000 {
		fmt.Fprint(p.Log, "\r\x1b[K")
	}
}
