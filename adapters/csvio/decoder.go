package csvio

import (
	"context"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/csvscan"
	"github.com/rescuetally/rescuetally/incident"
)

// DecodeOptions say how a [Decoder] reads. The zero value finds the dialect.
type DecodeOptions struct {
	Dialect Dialect
	Name    string          // of the file, for positions
	Limits  adapters.Limits // Bytes, RecordBytes, Fields and Errors
	Mapping *Mapping        // of a table with other columns; nil: the format's own
}

// A Decoder reads records from the format's own CSV form, or, with a [Mapping],
// from an agency's own table, one record a row. It is an
// [adapters.Decoder] and an [adapters.Repairer], and not safe for concurrent
// use.
type Decoder struct {
	form   *form
	scan   *csvscan.Scanner
	name   string
	limits adapters.Limits
	header []string
	bound  []int  // for each cell of a row its place in columns, which is its incident.Member
	keyAt  [2]int // the cells of kind and id

	mapping  *Mapping // of an agency's table, or nil
	plan     *mapPlan // the mapping bound to the header
	tableRow int      // rows of an agency's table so far

	// Set by tests, which show that it makes no difference.
	careful   bool // quick is not used
	partBytes int  // of NextPart; 0: adapters.PartBytes

	opened bool
	ended  bool  // the caller was told err
	err    error // sticky: io.EOF, or what ended the reading

	// The row or the faulty row that was read ahead; one of them, or none.
	row   *csvscan.Row
	fault *csvscan.Fault

	blank   int // rows of blank cells
	repairs []adapters.Fault

	// The record under way, and after Decode the one that was decoded last.
	record  int // its number, from 1
	view    incident.View
	bareID  bool   // it has its id in the second column, without quotes
	text    []byte // of its cells that held escapes
	build   builder
	broken  bool   // its first row could not be split
	keyed   bool   // kind and id are known
	kind    string // of its first row, as in the cell
	id      string
	size    int // bytes of its rows
	raw     []byte
	rows    []keptRow
	figures []int // for each figure the row it stands in
	faults  []adapters.Fault
	dropped int // faults beyond the limit
}

// A keptRow is a row of the record, and where it stands in the file.
type keptRow struct {
	line, column int
	offset       int64
	raw          []byte
}

// NewDecoder returns a Decoder of r. A nil o is the zero DecodeOptions. It reads
// nothing yet.
func NewDecoder(r io.Reader, o *DecodeOptions) *Decoder {
	d := newDecoder(r, o, recordForm)
	return &d
}

func newDecoder(r io.Reader, o *DecodeOptions, f *form) Decoder {
	var opts DecodeOptions
	if o != nil {
		opts = *o
	}
	d := Decoder{form: f, name: opts.Name, limits: opts.Limits.WithDefaults()}
	d.build.texts = map[string]string{}
	d.build.dates = map[string]incident.Date{}
	header := f.isHeader
	if d.mapping = opts.Mapping; d.mapping != nil {
		header = d.mapping.isHeader
	}
	d.scan = csvscan.New(r, csvscan.Config{
		Dialect: opts.Dialect.scan(), Limits: opts.Limits, IsHeader: header,
		// Rows that quick takes have cells that are UTF-8; so are the rows if what stands between is.
		Unverified: d.mapping == nil && opts.Dialect.Comma < utf8.RuneSelf && opts.Dialect.Quote < utf8.RuneSelf,
	})
	return d
}

// Dialect returns the dialect in use. It is known after the first call of
// [Decoder.Decode].
func (d *Decoder) Dialect() Dialect { return Dialect(d.scan.Dialect()) }

// Blank returns how many blank lines, and rows of blank cells, were passed over
// so far.
func (d *Decoder) Blank() int { return int(d.scan.Blank()) + d.blank }

// Repairs returns what was passed over or overlooked so far: a byte order mark,
// the dialect where it is another than comma and double quote from the first line
// on, a last row without a line end, and what a [Mapping] left out or trimmed, counted
// by column.
func (d *Decoder) Repairs() []adapters.Fault {
	if d.plan == nil {
		return d.repairs
	}
	return append(slices.Clip(d.repairs), d.plan.repairs()...)
}

// Decode reads the next record into rec, whose former content is dropped, and
// returns where its members stand. The error is [io.EOF] at the end; an
// [*adapters.RecordError] for a record that is rejected, after which the next one
// can be read; and otherwise an [*adapters.FileError], which every later call
// returns again. Beyond the codes of [incident.Record.CheckShape] and of the
// values' parsers, a record is rejected with csv.field-count, csv.quote,
// csv.unclosed-quote, csv.ambiguous-record, text.invalid-utf8, limit.fields and
// limit.record-bytes; a file with csv.header, csv.dialect, field.unknown,
// encoding.unsupported, format.unexpected and limit.bytes. With a mapping, a
// record is also rejected with mapping.value, and a file with mapping.rule.
func (d *Decoder) Decode(ctx context.Context, rec *incident.Record) (adapters.Locator, error) {
	loc, err := d.DecodeView(ctx, &d.view)
	if err != nil {
		*rec = incident.Record{}
		return nil, err
	}
	if held := d.view.Held(); held != nil {
		*rec = *held
	} else {
		d.view.CopyTo(rec)
	}
	return loc, nil
}

// DecodeView is [Decoder.Decode] for a record that is looked at and not kept: v
// is good until the next call. It implements [adapters.ViewDecoder].
func (d *Decoder) DecodeView(ctx context.Context, v *incident.View) (adapters.Locator, error) {
	d.prepare(ctx)
	if d.err == nil && d.plan == nil && d.row == nil && d.fault == nil && !d.careful && d.quick(v) {
		return (*locator)(d), nil
	}
	loc, err := d.decode(ctx)
	if rec := d.build.record; rec != nil {
		v.Hold(rec)
	}
	return loc, err
}

// next reads the next value, which d.build then has.
func (d *Decoder) next(ctx context.Context) (adapters.Locator, error) {
	d.prepare(ctx)
	return d.decode(ctx)
}

// prepare reads the header, if it was not read, and sets d.err when nothing more is to
// be read.
func (d *Decoder) prepare(ctx context.Context) {
	if err := ctx.Err(); err != nil && !d.ended {
		d.err = d.stopped(err) // even when the end was read ahead: the caller has not seen it
	}
	if d.err == nil && !d.opened {
		d.opened = true
		d.err = d.open(ctx)
	}
}

func (d *Decoder) decode(ctx context.Context) (adapters.Locator, error) {
	if d.err == nil && d.plan != nil {
		loc, err := d.decodeMapped(ctx)
		d.ended = d.err != nil
		return loc, err
	}
	if d.err == nil && d.row == nil && d.fault == nil {
		d.err = d.advance(ctx)
	}
	if d.err != nil {
		d.ended = true
		return nil, d.err
	}
	d.begin()
	for d.take() {
		if err := d.advance(ctx); err != nil {
			d.err = err
			if err == io.EOF {
				break
			}
			d.ended = true
			return nil, err // the record may go on behind what could be read
		}
	}
	loc, err := d.finish()
	if d.row != nil && d.row.Ended {
		d.row = nil
		d.scan.Unread() // for quick
	}
	return loc, err
}
