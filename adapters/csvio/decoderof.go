package csvio

import (
	"context"
	"io"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/advisory"
)

// A DecoderOf reads values that are no records: advisories, entries of registers or
// offers, each from a file of their own, from the format's own columns or, with a
// [Mapping], from an agency's table. It is an [adapters.Decoder] and an
// [adapters.Repairer]. Make one with [NewAdvisoryDecoder], [NewEntryDecoder] or
// [NewOfferDecoder]; the zero DecoderOf is of no use. It is not safe for concurrent use.
type DecoderOf[T advisory.Advisory | advisory.Entry | advisory.Offer] struct {
	rows Decoder
	what func(s *subject) *T
}

// NewAdvisoryDecoder returns a decoder of the advisories in r. A nil o is the zero
// DecodeOptions. It reads nothing yet.
//
// The columns are kind, id, issuer, issued, effective, expires, reviewed, status, msgType,
// urgency, severity, certainty, categories, responseTypes, references, audience,
// nationalities, destinations, places, lures, level_scheme, level_value, lang, headline,
// description, instruction, contacts, source, source_kind, source_url, source_lang and
// grade, of which the first four are required. There is one row for each text, lang to
// instruction: a further row continues the advisory above it when kind and id are equal
// and all other cells but those four are blank.
//
// An item of contacts is phone, email, url or app, a colon and the value. An item
// without such a kind may have what people print for it before the colon, such as
// "Hotline" or "E-mail"; that of a messenger, such as "WhatsApp", stays with the value.
// Any other item is taken for what it looks like: an address of the web when it begins
// with http://, https:// or www., an e-mail address when it has an @, an address of the
// web when it has a dot and letters and no blank, and a telephone number otherwise. What
// is visibly broken, [advisory.Advisory.Check] says.
func NewAdvisoryDecoder(r io.Reader, o *DecodeOptions) *DecoderOf[advisory.Advisory] {
	return &DecoderOf[advisory.Advisory]{newDecoder(r, o, advisoryForm), func(s *subject) *advisory.Advisory { return s.advisory }}
}

// NewEntryDecoder returns a decoder of the entries of a register in r, one a row. A nil o
// is the zero DecodeOptions. It reads nothing yet.
//
// The columns are authority, country, name, licence, aka, branches, status, validFrom,
// validTo, capacity, asOf, source, source_kind, source_url, source_lang and grade, of
// which the first three are required.
func NewEntryDecoder(r io.Reader, o *DecodeOptions) *DecoderOf[advisory.Entry] {
	return &DecoderOf[advisory.Entry]{newDecoder(r, o, entryForm), func(s *subject) *advisory.Entry { return s.entry }}
}

// NewOfferDecoder returns a decoder of the offers in r, one a row. A nil o is the zero
// DecodeOptions. It reads nothing yet.
//
// The columns are role, employer, agent, licence, pay, currency, payPeriod, destinations,
// nationality, interview, visa, channel, fee, contract, transfers, promises, received,
// text and lang. None is required; without a mapping, half of a header's cells must be
// among them.
func NewOfferDecoder(r io.Reader, o *DecodeOptions) *DecoderOf[advisory.Offer] {
	return &DecoderOf[advisory.Offer]{newDecoder(r, o, offerForm), func(s *subject) *advisory.Offer { return s.offer }}
}

// Decode reads the next value into v, whose former content is dropped, and returns where
// its members stand. The error is as that of [Decoder.Decode]; a value is rejected for
// its cells and for what Check of its type calls an error. What Check calls a warning is
// left to the caller, who can find its place with the Locator.
func (d *DecoderOf[T]) Decode(ctx context.Context, v *T) (adapters.Locator, error) {
	*v = *new(T)
	loc, err := d.rows.next(ctx)
	if err != nil {
		return nil, err
	}
	*v = *d.what(&d.rows.build.subject)
	return loc, nil
}

// Dialect returns the dialect in use. It is known after the first call of Decode.
func (d *DecoderOf[T]) Dialect() Dialect { return d.rows.Dialect() }

// Blank returns how many blank lines, and rows of blank cells, were passed over so far.
func (d *DecoderOf[T]) Blank() int { return d.rows.Blank() }

// Repairs returns what was passed over or overlooked so far, as [Decoder.Repairs] does.
func (d *DecoderOf[T]) Repairs() []adapters.Fault { return d.rows.Repairs() }
