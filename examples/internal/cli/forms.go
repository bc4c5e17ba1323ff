package cli

import (
	"context"
	"io"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/advisory"
)

// A Form is something other than records that files hold, one kind a file.
type Form[T advisory.Advisory | advisory.Entry | advisory.Offer] struct {
	JSON func(io.Reader, *jsonio.DecodeOptions) *jsonio.DecoderOf[T]
	CSV  func(io.Reader, *csvio.DecodeOptions) *csvio.DecoderOf[T]
}

// Advisories, Entries and Offers are the forms that there are.
func Advisories() Form[advisory.Advisory] {
	return Form[advisory.Advisory]{jsonio.NewAdvisoryDecoder, csvio.NewAdvisoryDecoder}
}

// Entries is the form of registers.
func Entries() Form[advisory.Entry] {
	return Form[advisory.Entry]{jsonio.NewEntryDecoder, csvio.NewEntryDecoder}
}

// Offers is the form of job offers.
func Offers() Form[advisory.Offer] {
	return Form[advisory.Offer]{jsonio.NewOfferDecoder, csvio.NewOfferDecoder}
}

// Read reads a file by name, CSV through a mapping if one is named, and hands its good
// elements to use. Bad ones are reported and counted.
func (f Form[T]) Read(ctx context.Context, p *Program, name, mapping string, sum *Sum, use func(*T) error) error {
	dec := func(in io.Reader, name, format string) (adapters.Decoder[T], error) {
		o, err := optionsOf(name, format, mapping)
		switch {
		case err != nil:
			return nil, err
		case o.csv != nil:
			return f.CSV(in, o.csv), nil
		}
		return f.JSON(in, o.json), nil
	}
	return readFile(ctx, p, name, []string{name}, dec, sum, func(_ *adapters.Reader[T], v *T) error { return use(v) })
}
