package jsonio

import (
	"context"
	"io"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/jsonscan"
	"github.com/rescuetally/rescuetally/incident"
)

// A Form says how records stand in a file.
type Form uint8

// The forms. A caller who knows the form, by the file's name say, should name
// it: a file of the other form is then refused rather than read.
const (
	// Auto, in reading: a file that starts with [ is a Document; one that starts
	// with { is Lines if its first line is a whole object, else a Document; any
	// other is Lines. In writing it is Lines.
	Auto Form = iota
	// Document is one array of records, or one record. An array is written.
	Document
	// Lines is one record a line (NDJSON), ended by LF or CR LF, the last one
	// perhaps by nothing. Blank lines are counted and passed over; the RS that
	// RFC 7464 puts before each record may be there, if the record is on one
	// line.
	Lines
)

// DecodeOptions say how a [Decoder] reads. The zero value finds the form and
// has the default limits.
type DecodeOptions struct {
	Form   Form
	Name   string          // of the file, for positions
	Limits adapters.Limits // Bytes, RecordBytes, Depth and Errors (10,000 at most), Fields
}

// A Decoder reads records in JSON. It implements [adapters.Decoder] and
// [adapters.Repairer]. It is not safe for concurrent use.
type Decoder struct {
	input
	quick quickReader
	view  incident.View

	// Set by tests, which show that it makes no difference.
	careful   bool // quick is not used
	partBytes int  // of NextPart; 0: adapters.PartBytes
}

// NewDecoder returns a Decoder of what r holds. A nil o is the zero
// DecodeOptions. Nothing is read before the first call of Decode, nothing after
// the reader has returned an error, and at most one byte beyond Limits.Bytes,
// to see whether there is one.
func NewDecoder(r io.Reader, o *DecodeOptions) *Decoder {
	d := &Decoder{input: newInput(r, o)}
	d.quick = quickReader{forms: newForms(), fields: d.limits.Fields}
	return d
}

// Decode reads the next record into *v, whose former content is dropped. The
// Locator is for this record, until the next call. The error is [io.EOF] at
// the end, a [*adapters.RecordError] when this record is bad and the next can
// be read, and a [*adapters.FileError] otherwise, which wraps ctx.Err() or the
// reader's error, whose code it has if that is a FileError; after that every
// call returns the same error.
//
// In an array, broken syntax is an error of the file, and any other fault one of
// its record.
func (d *Decoder) Decode(ctx context.Context, v *incident.Record) (adapters.Locator, error) {
	loc, err := d.DecodeView(ctx, &d.view)
	if err != nil {
		*v = incident.Record{}
		return nil, err
	}
	if held := d.view.Held(); held != nil {
		*v = *held
	} else {
		d.view.CopyTo(v)
	}
	return loc, nil
}

// DecodeView is [Decoder.Decode] for a record that is looked at and not kept: v
// is good until the next call. It implements [adapters.ViewDecoder].
func (d *Decoder) DecodeView(ctx context.Context, v *incident.View) (adapters.Locator, error) {
	d.loc.frame = jsonscan.Frame{}
	if d.err != nil {
		return nil, d.err
	}
	if err := ctx.Err(); err != nil {
		return nil, d.fail(err)
	}
	quick := !d.careful && d.limits.Depth > deepestMember
	if quick {
		if n := d.quick.line(d.frames.Ahead(), v); n > 0 {
			if frame, ok := d.frames.Take(n); ok {
				d.record++
				d.loc.frame, d.loc.start = frame, adapters.Position{Name: d.name, Record: d.record}
				return &d.loc, nil
			}
		}
	}
	data, err := d.next(ctx)
	if err != nil {
		return nil, err
	}
	if quick && d.quick.record(data, v) {
		return &d.loc, nil
	}
	rec := new(incident.Record)
	v.Hold(rec)
	parse(&d.parse, data, recordMembers[:], rec, recordMember)
	if !d.parse.stopped() {
		d.parse.shape(rec, &d.loc)
	}
	if err := d.judge(rec.ID); err != nil {
		return nil, err
	}
	return &d.loc, nil
}
