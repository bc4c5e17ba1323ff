package jsonio

import (
	"context"
	"fmt"
	"io"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// EncodeOptions say how an [Encoder] writes. The zero value writes Lines.
type EncodeOptions struct {
	Form Form // Document writes an array, one record a line; Auto is Lines
}

// An Encoder writes records in JSON. It implements [adapters.Encoder]. Equal
// records are written as equal bytes: members in the format's order, unstated
// ones left out, counts and dates in their shortest form, new ISO 3166-2 codes
// for old ones, only those characters escaped that must be. It is not safe for
// concurrent use.
type Encoder struct {
	w       io.Writer
	array   bool
	records int
	buf     []byte // written when it is full
	err     error  // final
}

// full is the size of the buffer at which it is written.
const full = 32 << 10

// NewEncoder returns an Encoder to w. A nil o is the zero EncodeOptions. The
// Encoder gathers some 32 KiB before it writes; w must not be used until Close.
func NewEncoder(w io.Writer, o *EncodeOptions) *Encoder {
	return &Encoder{w: w, array: o != nil && o.Form == Document}
}

// Encode writes one record. A record that the format cannot hold, because
// [incident.Record.CheckShape] finds an error in it, is not written: the error
// is a [*adapters.RecordError] without a place in a file, and the next record
// can be written. Any other error, ctx.Err() or the writer's, wrapped, is
// returned by every call after it too.
func (e *Encoder) Encode(ctx context.Context, v *incident.Record) error {
	if e.err != nil {
		return e.err
	}
	if err := ctx.Err(); err != nil {
		e.err = fmt.Errorf("jsonio: the writing was interrupted: %w", err)
		return e.err
	}
	if fs := v.CheckShape(); fs.Err() != nil {
		return unwritable(v, fs, e.records+1)
	}
	e.records++
	switch {
	case !e.array:
		e.buf = append(appendRecord(e.buf, v), '\n')
	case e.records == 1:
		e.buf = appendRecord(append(e.buf, "[\n"...), v)
	default:
		e.buf = appendRecord(append(e.buf, ",\n"...), v)
	}
	if len(e.buf) >= full {
		e.flush()
	}
	return e.err
}

// Close ends the array and writes what is left; it does not close the writer.
// Further calls do nothing and return nil, or the error that came before;
// Encode returns [adapters.ErrClosed] from then on.
func (e *Encoder) Close() error {
	if e.err != nil {
		if e.err == adapters.ErrClosed {
			return nil
		}
		return e.err
	}
	switch {
	case !e.array:
	case e.records == 0:
		e.buf = append(e.buf, "[]\n"...)
	default:
		e.buf = append(e.buf, "\n]\n"...)
	}
	e.flush()
	if e.err != nil {
		return e.err
	}
	e.err = adapters.ErrClosed
	return nil
}

func (e *Encoder) flush() {
	if len(e.buf) == 0 {
		return
	}
	n, err := e.w.Write(e.buf)
	if err == nil && n != len(e.buf) {
		err = io.ErrShortWrite
	}
	if err != nil {
		e.err = fmt.Errorf("jsonio: write: %w", err)
	}
	e.buf = e.buf[:0]
}

// unwritable is the error of a record that the format cannot hold.
func unwritable(v *incident.Record, fs incident.Findings, number int) error {
	at := adapters.Position{Record: number}
	e := &adapters.RecordError{Position: at, ID: v.ID}
	for _, f := range fs {
		if f.Severity == incident.Error {
			e.Findings = append(e.Findings, adapters.Fault{Finding: f, At: at})
		}
	}
	return e
}
