package jsonio

import (
	"context"
	"io"

	"github.com/rescuetally/rescuetally/advisory"
)

// An EncoderOf writes values that are no records, in the forms and by the rules of
// [Encoder]: equal values are equal bytes. It implements [adapters.Encoder]. Make one
// with [NewAdvisoryEncoder], [NewEntryEncoder] or [NewOfferEncoder]; the zero EncoderOf
// is of no use. It is not safe for concurrent use.
type EncoderOf[T advisory.Advisory | advisory.Entry | advisory.Offer] struct {
	output
	form *form[T]
}

// NewAdvisoryEncoder returns an encoder of advisories to w. A nil o is the zero
// EncodeOptions. It gathers some 32 KiB before it writes; w must not be used until
// Close.
func NewAdvisoryEncoder(w io.Writer, o *EncodeOptions) *EncoderOf[advisory.Advisory] {
	return &EncoderOf[advisory.Advisory]{newOutput(w, o), advisoryForm}
}

// NewEntryEncoder is [NewAdvisoryEncoder] for entries of a register.
func NewEntryEncoder(w io.Writer, o *EncodeOptions) *EncoderOf[advisory.Entry] {
	return &EncoderOf[advisory.Entry]{newOutput(w, o), entryForm}
}

// NewOfferEncoder is [NewAdvisoryEncoder] for offers.
func NewOfferEncoder(w io.Writer, o *EncodeOptions) *EncoderOf[advisory.Offer] {
	return &EncoderOf[advisory.Offer]{newOutput(w, o), offerForm}
}

// Encode writes one value. One in which Check finds an error is not written: the error
// is a [*adapters.RecordError] without a place in a file, and the next value can be
// written. Any other error, ctx.Err() or the writer's, wrapped, is returned by every
// call after it too.
func (e *EncoderOf[T]) Encode(ctx context.Context, v *T) error {
	if err := e.ready(ctx); err != nil {
		return err
	}
	if found := e.form.check(v); found.Err() != nil {
		return unwritable(e.form.idOf(v), found, e.records+1)
	}
	e.begin()
	w := writer{b: e.buf}
	e.form.write(&w, v)
	e.buf = w.b
	return e.end()
}
