package jsonio

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"
	"strconv"

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
	frames *jsonscan.Framer
	name   string
	limits adapters.Limits
	record int // number of the last record
	quick  quickReader
	view   incident.View
	parse  parser
	loc    locator
	err    error // final

	// Set by tests, which show that it makes no difference.
	careful   bool // quick is not used
	partBytes int  // of NextPart; 0: adapters.PartBytes
}

// deepest bounds Limits.Depth, because values in values are read by recursion,
// and mostErrors Limits.Errors, because each fault is compared with the others.
const (
	deepest    = 10_000
	mostErrors = 10_000
)

// NewDecoder returns a Decoder of what r holds. A nil o is the zero
// DecodeOptions. Nothing is read before the first call of Decode, nothing after
// the reader has returned an error, and at most one byte beyond Limits.Bytes,
// to see whether there is one.
func NewDecoder(r io.Reader, o *DecodeOptions) *Decoder {
	if o == nil {
		o = &DecodeOptions{}
	}
	limits := o.Limits.WithDefaults()
	limits.Depth = min(limits.Depth, deepest)
	limits.Errors = min(limits.Errors, mostErrors)
	d := &Decoder{name: o.Name, limits: limits}
	d.frames = jsonscan.NewFramer(r, jsonscan.FrameOptions{
		Form: jsonscan.Form(o.Form), Bytes: limits.Bytes, RecordBytes: limits.RecordBytes, Depth: limits.Depth,
	})
	d.parse.limits = limits
	d.quick = quickReader{forms: newForms(), fields: limits.Fields}
	d.loc.depth = limits.Depth
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
	frame, err := d.frames.Next(ctx)
	if err == io.EOF {
		d.err = io.EOF
		return nil, io.EOF
	}
	if bad, ok := errors.AsType[*jsonscan.Error](err); err != nil && (!ok || bad.Fatal) {
		return nil, d.fail(err)
	} else if ok {
		d.record++
		return nil, d.passedOver(frame, bad)
	}
	d.record++
	d.loc.frame, d.loc.start = frame, adapters.Position{Name: d.name, Record: d.record}
	if quick && d.quick.record(frame.Data, v) {
		return &d.loc, nil
	}
	rec := new(incident.Record)
	v.Hold(rec)
	p := &d.parse
	p.record(frame.Data, rec)
	if p.cut != nil && d.frames.IsArray() {
		at := d.loc.at(int(p.cut.Offset))
		d.err = &adapters.FileError{Position: at, Code: p.cut.Code, Message: p.cut.Reason}
		return nil, d.err
	}
	if e := d.judge(rec); e != nil {
		return nil, e
	}
	return &d.loc, nil
}

// judge returns what is wrong with the record that was just parsed, or nil.
func (d *Decoder) judge(v *incident.Record) error {
	p := &d.parse
	if p.cut == nil && !p.given {
		p.shape(v, &d.loc)
	}
	if len(p.faults) == 0 {
		return nil
	}
	slices.SortStableFunc(p.faults, func(a, b fault) int { return cmp.Compare(a.offset, b.offset) })
	if over := len(p.faults) - d.limits.Errors; over > 0 {
		p.faults = p.faults[:d.limits.Errors]
		p.unlisted += over
	}
	e := &adapters.RecordError{
		Position: d.loc.at(0), ID: v.ID, Unlisted: p.unlisted,
		Findings: make([]adapters.Fault, len(p.faults)),
	}
	for i, f := range p.faults {
		e.Findings[i] = adapters.Fault{Finding: f.Finding, At: d.loc.at(f.offset)}
	}
	return e
}

// passedOver is the error of a record that was too large to be held.
func (d *Decoder) passedOver(f jsonscan.Frame, bad *jsonscan.Error) error {
	at := adapters.Position{Name: d.name, Record: d.record, Line: f.Line, Column: f.Column, Offset: f.Offset}
	e := &adapters.RecordError{Position: at, Findings: []adapters.Fault{{
		Finding: incident.Finding{Code: bad.Code, Severity: incident.Error, Message: bad.Reason}, At: at,
	}}}
	e.Findings[0].At.Line, e.Findings[0].At.Column, e.Findings[0].At.Offset = bad.Line, bad.Column, bad.Offset
	return e
}

// fail makes err final, as a FileError.
func (d *Decoder) fail(err error) error {
	e := &adapters.FileError{Position: adapters.Position{Name: d.name, Record: d.record + 1}}
	if bad, ok := errors.AsType[*jsonscan.Error](err); ok {
		e.Line, e.Column, e.Offset = bad.Line, bad.Column, bad.Offset
		e.Code, e.Message = bad.Code, bad.Reason
	} else {
		e.Message, e.Err = "the reading was interrupted", err
		if cause, ok := errors.AsType[*adapters.FileError](err); ok {
			e.Code = cause.Code
		}
	}
	d.err = e
	return e
}

// Repairs returns a note for a byte order mark at the start, which was left
// out.
func (d *Decoder) Repairs() []adapters.Fault {
	if !d.frames.ByteOrderMark() {
		return nil
	}
	return []adapters.Fault{{
		Finding: incident.Finding{
			Code: incident.CodeTextByteOrderMark, Severity: incident.Note,
			Message: "the byte order mark at the start was left out",
		},
		At: adapters.Position{Name: d.name, Line: 1, Column: 1},
	}}
}

// Blank returns how many blank lines were passed over in Lines.
func (d *Decoder) Blank() int { return int(d.frames.Blank()) }

// Form returns the form that was found: Document or Lines after the first call
// of Decode.
func (d *Decoder) Form() Form { return Form(d.frames.Form()) }

// A locator finds places in the text of the last record.
type locator struct {
	frame jsonscan.Frame
	start adapters.Position // name and number of the record
	depth int
	scan  jsonscan.Scanner
}

// at returns the position of the frame's byte at offset.
func (l *locator) at(offset int) adapters.Position {
	p := l.start
	p.Line, p.Column, p.Offset = l.frame.Position(offset)
	return p
}

// Locate implements [adapters.Locator]: it returns where the value stands that
// a JSON Pointer names, or the nearest value around it.
func (l *locator) Locate(path string) (at adapters.Position, field string) {
	if l.frame.Data == nil {
		return adapters.Position{}, ""
	}
	return l.at(l.find(path)), ""
}

// find returns the offset of the value that path names, or of the nearest one
// around it.
func (l *locator) find(path string) int {
	l.scan.Reset(l.frame.Data, l.depth)
	k, err := l.scan.Next()
	at := l.scan.Offset()
	for path != "" && err == nil {
		var step string
		step, path = cutStep(path)
		if k, err = l.enter(k, step); err == nil && k != jsonscan.End {
			at = l.scan.Offset()
			continue
		}
		break
	}
	return at
}

// enter goes to the member or item that step names in the value that k begins,
// and returns the first token of its value; End when there is none.
func (l *locator) enter(k jsonscan.Kind, step string) (jsonscan.Kind, error) {
	switch k {
	case jsonscan.ObjectBegin:
		for {
			k, err := l.scan.Next()
			if err != nil || k != jsonscan.Name {
				return jsonscan.End, err
			}
			found := string(l.scan.Text()) == step
			if k, err = l.scan.Next(); err != nil || found {
				return k, err
			}
			if _, err = l.scan.Skip(k); err != nil {
				return jsonscan.End, err
			}
		}
	case jsonscan.ArrayBegin:
		n, err := strconv.Atoi(step)
		if err != nil {
			return jsonscan.End, err
		}
		for ; ; n-- {
			k, err := l.scan.Next()
			if err != nil || k == jsonscan.ArrayEnd {
				return jsonscan.End, err
			}
			if n == 0 {
				return k, nil
			}
			if _, err = l.scan.Skip(k); err != nil {
				return jsonscan.End, err
			}
		}
	}
	return jsonscan.End, nil
}
