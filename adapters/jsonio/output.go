package jsonio

import (
	"context"
	"fmt"
	"io"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// An output is what encoders have in common, whatever they write.
type output struct {
	w       io.Writer
	array   bool
	records int
	buf     []byte // written when it is full
	err     error  // final
}

// full is the size of the buffer at which it is written.
const full = 32 << 10

func newOutput(w io.Writer, o *EncodeOptions) output {
	return output{w: w, array: o != nil && o.Form == Document}
}

// ready returns why nothing more can be written, or nil.
func (e *output) ready(ctx context.Context) error {
	if e.err != nil {
		return e.err
	}
	if err := ctx.Err(); err != nil {
		e.err = fmt.Errorf("jsonio: the writing was interrupted: %w", err)
	}
	return e.err
}

// begin counts a value, and appends what stands before it; end, what stands behind it.
func (e *output) begin() {
	e.records++
	switch {
	case !e.array:
	case e.records == 1:
		e.buf = append(e.buf, "[\n"...)
	default:
		e.buf = append(e.buf, ",\n"...)
	}
}

func (e *output) end() error {
	if !e.array {
		e.buf = append(e.buf, '\n')
	}
	if len(e.buf) >= full {
		e.flush()
	}
	return e.err
}

// Close ends the array and writes what is left; it does not close the writer.
// Further calls do nothing and return nil, or the error that came before;
// Encode returns [adapters.ErrClosed] from then on.
func (e *output) Close() error {
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

func (e *output) flush() {
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

// unwritable is the error of a value that the format cannot hold.
func unwritable(id string, fs incident.Findings, number int) error {
	at := adapters.Position{Record: number}
	e := &adapters.RecordError{Position: at, ID: id}
	for _, f := range fs {
		if f.Severity == incident.Error {
			e.Findings = append(e.Findings, adapters.Fault{Finding: f, At: at})
		}
	}
	return e
}
