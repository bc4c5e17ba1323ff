package csvio

import (
	"context"
	"io"

	"github.com/rescuetally/rescuetally/advisory"
)

// An EncoderOf writes values that are no records, by the rules of [Encoder]: the header
// with all columns, in the order that their decoder lists them, and one row for each
// value; for an advisory one for each of its texts. The same values give the same bytes.
// It is an [adapters.Encoder]. Make one with [NewAdvisoryEncoder], [NewEntryEncoder] or
// [NewOfferEncoder]; the zero EncoderOf is of no use. It is not safe for concurrent use.
type EncoderOf[T advisory.Advisory | advisory.Entry | advisory.Offer] struct {
	output
	of func(v *T) subject
}

// NewAdvisoryEncoder returns an encoder of advisories to w. A nil o is the zero
// EncodeOptions. It writes nothing yet; without Close the output is not whole.
func NewAdvisoryEncoder(w io.Writer, o *EncodeOptions) *EncoderOf[advisory.Advisory] {
	return &EncoderOf[advisory.Advisory]{newOutput(w, advisoryForm), func(v *advisory.Advisory) subject { return subject{advisory: v} }}
}

// NewEntryEncoder is [NewAdvisoryEncoder] for the entries of a register.
func NewEntryEncoder(w io.Writer, o *EncodeOptions) *EncoderOf[advisory.Entry] {
	return &EncoderOf[advisory.Entry]{newOutput(w, entryForm), func(v *advisory.Entry) subject { return subject{entry: v} }}
}

// NewOfferEncoder is [NewAdvisoryEncoder] for offers.
func NewOfferEncoder(w io.Writer, o *EncodeOptions) *EncoderOf[advisory.Offer] {
	return &EncoderOf[advisory.Offer]{newOutput(w, offerForm), func(v *advisory.Offer) subject { return subject{offer: v} }}
}

// Encode writes a value. The error is an [*adapters.RecordError] when Check finds an
// error in it, when it states nothing (field.empty: a row of blank cells is passed over),
// and for an advisory of which a reader could not tell that it is another one than that
// before (csv.ambiguous-record); then nothing of it was written. Otherwise it wraps the
// error of the writer below, which every later call returns again.
func (e *EncoderOf[T]) Encode(ctx context.Context, v *T) error { return e.encode(ctx, e.of(v)) }
