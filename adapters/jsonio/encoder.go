package jsonio

import (
	"context"
	"io"

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
type Encoder struct{ output }

// NewEncoder returns an Encoder to w. A nil o is the zero EncodeOptions. The
// Encoder gathers some 32 KiB before it writes; w must not be used until Close.
func NewEncoder(w io.Writer, o *EncodeOptions) *Encoder {
	return &Encoder{newOutput(w, o)}
}

// Encode writes one record. A record that the format cannot hold, because
// [incident.Record.CheckShape] finds an error in it, is not written: the error
// is a [*adapters.RecordError] without a place in a file, and the next record
// can be written. Any other error, ctx.Err() or the writer's, wrapped, is
// returned by every call after it too.
func (e *Encoder) Encode(ctx context.Context, v *incident.Record) error {
	if err := e.ready(ctx); err != nil {
		return err
	}
	if fs := v.CheckShape(); fs.Err() != nil {
		return unwritable(v.ID, fs, e.records+1)
	}
	e.begin()
	e.buf = appendRecord(e.buf, v)
	return e.end()
}
