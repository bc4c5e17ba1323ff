package cli

import (
	"context"
	"errors"
	"io"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/capio"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// A Form is something other than records that files hold, one a file.
type Form[T any] struct {
	dec   func(in io.Reader, o options) (adapters.Decoder[T], error)
	enc   func(out io.Writer, format string) (adapters.Encoder[T], error)
	check func(*T) incident.Findings
	id    func(*T) string
}

// Advisories is the form of advisories, which may be CAP as well.
func Advisories() Form[advisory.Advisory] {
	f := newForm(
		jsonio.NewAdvisoryDecoder, csvio.NewAdvisoryDecoder, jsonio.NewAdvisoryEncoder, csvio.NewAdvisoryEncoder,
		(*advisory.Advisory).Check, func(a *advisory.Advisory) string { return a.ID },
	)
	dec, enc := f.dec, f.enc
	f.dec = func(in io.Reader, o options) (adapters.Decoder[advisory.Advisory], error) {
		if o.cap != nil {
			return capio.NewDecoder(in, o.cap), nil
		}
		return dec(in, o)
	}
	f.enc = func(out io.Writer, format string) (adapters.Encoder[advisory.Advisory], error) {
		if format == "cap" {
			return capio.NewEncoder(out, &capio.EncodeOptions{Form: capio.Feed}), nil
		}
		return enc(out, format)
	}
	return f
}

// Entries is the form of registers.
func Entries() Form[advisory.Entry] {
	return newForm(
		jsonio.NewEntryDecoder, csvio.NewEntryDecoder, jsonio.NewEntryEncoder, csvio.NewEntryEncoder,
		(*advisory.Entry).Check, func(*advisory.Entry) string { return "" },
	)
}

// Offers is the form of job offers.
func Offers() Form[advisory.Offer] {
	return newForm(
		jsonio.NewOfferDecoder, csvio.NewOfferDecoder, jsonio.NewOfferEncoder, csvio.NewOfferEncoder,
		(*advisory.Offer).Check, func(*advisory.Offer) string { return "" },
	)
}

func newForm[T any, JD, CD adapters.Decoder[T], JE, CE adapters.Encoder[T]](
	json func(io.Reader, *jsonio.DecodeOptions) JD, csv func(io.Reader, *csvio.DecodeOptions) CD,
	toJSON func(io.Writer, *jsonio.EncodeOptions) JE, toCSV func(io.Writer, *csvio.EncodeOptions) CE,
	check func(*T) incident.Findings, id func(*T) string,
) Form[T] {
	return Form[T]{
		dec: func(in io.Reader, o options) (adapters.Decoder[T], error) {
			switch {
			case o.csv != nil:
				return csv(in, o.csv), nil
			case o.json != nil:
				return json(in, o.json), nil
			}
			return nil, errOnlyAdvisories
		},
		enc: func(out io.Writer, format string) (adapters.Encoder[T], error) {
			return encoder[T](out, format, toJSON, toCSV)
		},
		check: check, id: id,
	}
}

var errOnlyAdvisories = errors.New("only advisories are read from CAP: use json, ndjson or csv")

// Read reads a file of the input by name, CSV through a mapping if one is named, and hands its good
// elements to use. Bad ones are reported and counted.
func (f Form[T]) Read(ctx context.Context, p *Program, name, mapping string, sum *Sum, use func(*T) error) error {
	return readFile(ctx, p, name, []string{name}, f.decoder(mapping), sum, func(_ *adapters.Reader[T], v *T) error { return use(v) })
}

// ReadNamed is Read for a file that another flag names: -in, which is about the input,
// says nothing of its format; its name does, unless it is the standard input.
func (f Form[T]) ReadNamed(ctx context.Context, p *Program, name, mapping string, sum *Sum, use func(*T) error) error {
	dec := func(in io.Reader, of, format string) (adapters.Decoder[T], error) {
		if format == "" && mapping == "" && name != Stdin {
			return nil, errors.New(of + ": the name does not tell the format: let it end in .json, .ndjson, .csv or .cap")
		}
		return f.decoder(mapping)(in, of, format)
	}
	return readFile(ctx, p, name, nil, dec, sum, func(_ *adapters.Reader[T], v *T) error { return use(v) })
}

func (f Form[T]) decoder(mapping string) makeDecoder[T] {
	return func(in io.Reader, name, format string) (adapters.Decoder[T], error) {
		o, err := optionsOf(name, format, mapping)
		if err != nil {
			return nil, err
		}
		return f.dec(in, o)
	}
}
