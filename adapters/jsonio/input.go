package jsonio

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/jsonscan"
	"github.com/rescuetally/rescuetally/incident"
)

// An input is what decoders have in common, whatever they make of it.
type input struct {
	frames *jsonscan.Framer
	name   string
	limits adapters.Limits
	record int // number of the last record
	parse  parser
	loc    locator
	err    error // final
}

// deepest bounds Limits.Depth, because values in values are read by recursion,
// and mostErrors Limits.Errors, because each fault is compared with the others.
const (
	deepest    = 10_000
	mostErrors = 10_000
)

func newInput(r io.Reader, o *DecodeOptions) input {
	if o == nil {
		o = &DecodeOptions{}
	}
	limits := o.Limits.WithDefaults()
	limits.Depth = min(limits.Depth, deepest)
	limits.Errors = min(limits.Errors, mostErrors)
	d := input{name: o.Name, limits: limits}
	d.frames = jsonscan.NewFramer(r, jsonscan.FrameOptions{
		Form: jsonscan.Form(o.Form), Bytes: limits.Bytes, RecordBytes: limits.RecordBytes, Depth: limits.Depth,
	})
	d.parse.limits = limits
	d.loc.depth = limits.Depth
	return d
}

// next returns the text of the next value, and makes it the one in which d.loc
// finds places. The error is that of Decode.
func (d *input) next(ctx context.Context) ([]byte, error) {
	d.loc.frame = jsonscan.Frame{}
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
	return frame.Data, nil
}

// judge returns what is wrong with the value that was just parsed, or nil. Broken
// syntax in an array ends the reading.
func (d *input) judge(id string) error {
	p := &d.parse
	if p.cut != nil && d.frames.IsArray() {
		d.err = &adapters.FileError{Position: d.loc.at(int(p.cut.Offset)), Code: p.cut.Code, Message: p.cut.Reason}
		return d.err
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
		Position: d.loc.at(0), ID: id, Unlisted: p.unlisted,
		Findings: make([]adapters.Fault, len(p.faults)),
	}
	for i, f := range p.faults {
		e.Findings[i] = adapters.Fault{Finding: f.Finding, At: d.loc.at(f.offset)}
	}
	return e
}

// passedOver is the error of a record that was too large to be held.
func (d *input) passedOver(f jsonscan.Frame, bad *jsonscan.Error) error {
	at := adapters.Position{Name: d.name, Record: d.record, Line: f.Line, Column: f.Column, Offset: f.Offset}
	e := &adapters.RecordError{Position: at, Findings: []adapters.Fault{{
		Finding: incident.Finding{Code: bad.Code, Severity: incident.Error, Message: bad.Reason}, At: at,
	}}}
	e.Findings[0].At.Line, e.Findings[0].At.Column, e.Findings[0].At.Offset = bad.Line, bad.Column, bad.Offset
	return e
}

// fail makes err final, as a FileError.
func (d *input) fail(err error) error {
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
func (d *input) Repairs() []adapters.Fault {
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
func (d *input) Blank() int { return int(d.frames.Blank()) }

// Form returns the form that was found: Document or Lines after the first call
// of Decode.
func (d *input) Form() Form { return Form(d.frames.Form()) }
