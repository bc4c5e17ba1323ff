package jsonio

import (
	"context"
	"io"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/advisory"
)

// A DecoderOf reads values that are no records: advisories, entries of registers or
// offers, each in a file of their own, in the forms and with the strictness of
// [Decoder]. It implements [adapters.Decoder] and [adapters.Repairer]. Make one with
// [NewAdvisoryDecoder], [NewEntryDecoder] or [NewOfferDecoder]; the zero DecoderOf is
// of no use. It is not safe for concurrent use.
type DecoderOf[T advisory.Advisory | advisory.Entry | advisory.Offer] struct {
	input
	form *form[T]
}

// NewAdvisoryDecoder returns a decoder of the advisories that r holds. A nil o is the
// zero DecodeOptions. Nothing is read before the first call of Decode.
//
// The member "kind" is required and is "advisory": a record in the file is rejected
// with [incident.CodeKindAdvisory]. A contact that is visibly broken is no reason to
// reject an advisory: [advisory.Advisory.Check] names it, and
// [advisory.Advisory.Usable] leaves it out.
func NewAdvisoryDecoder(r io.Reader, o *DecodeOptions) *DecoderOf[advisory.Advisory] {
	return &DecoderOf[advisory.Advisory]{newInput(r, o), advisoryForm}
}

// NewEntryDecoder is [NewAdvisoryDecoder] for entries of a register.
func NewEntryDecoder(r io.Reader, o *DecodeOptions) *DecoderOf[advisory.Entry] {
	return &DecoderOf[advisory.Entry]{newInput(r, o), entryForm}
}

// NewOfferDecoder is [NewAdvisoryDecoder] for offers. An offer without members is
// one: all of them may be left out.
func NewOfferDecoder(r io.Reader, o *DecodeOptions) *DecoderOf[advisory.Offer] {
	return &DecoderOf[advisory.Offer]{newInput(r, o), offerForm}
}

// Decode reads the next value into *v, whose former content is dropped. The Locator
// is for this value, until the next call. The error is as that of [Decoder.Decode]:
// a value is rejected with all that is wrong with it, in its form and by what Check
// of its type calls an error; what Check calls a warning is left to the caller, who
// can find its place with the Locator.
func (d *DecoderOf[T]) Decode(ctx context.Context, v *T) (adapters.Locator, error) {
	*v = *new(T)
	if d.err != nil {
		return nil, d.err
	}
	if err := ctx.Err(); err != nil {
		d.loc.frame.Data = nil
		return nil, d.fail(err)
	}
	data, err := d.next(ctx)
	if err != nil {
		return nil, err
	}
	d.form.parse(&d.parse, data, v, &d.loc)
	if err := d.judge(d.form.idOf(v)); err != nil {
		*v = *new(T)
		return nil, err
	}
	return &d.loc, nil
}
