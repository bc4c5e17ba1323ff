package cli

import (
	"context"
	"errors"
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
// elements to use, each with memory of its own. Bad ones are reported and counted.
func (f Form[T]) Read(ctx context.Context, p *Program, name, mapping string, sum *Sum, use func(*T) error) error {
	file, format, err := p.open(name, []string{name})
	if err != nil {
		return err
	}
	defer file.Close()
	dec, err := f.decoder(file, file.Name(), format, mapping)
	if err != nil {
		return err
	}
	r := adapters.NewReader(dec, &adapters.ReadOptions{Policy: adapters.Skip, Report: p.report})
	defer func() { p.finish(sum, r.Summary()) }()
	for element, err := range r.All(ctx) {
		if err != nil {
			return err
		}
		if err := use(element); err != nil {
			return err
		}
	}
	return nil
}

func (f Form[T]) decoder(in io.Reader, name, format, mapping string) (adapters.Decoder[T], error) {
	if mapping != "" && format == "" {
		format = "csv"
	}
	switch format {
	case "json":
		return f.JSON(in, &jsonio.DecodeOptions{Name: name, Form: jsonio.Document}), nil
	case "ndjson":
		return f.JSON(in, &jsonio.DecodeOptions{Name: name, Form: jsonio.Lines}), nil
	case "csv":
		m, err := readMapping(mapping)
		return f.CSV(in, &csvio.DecodeOptions{Name: name, Mapping: m}), err
	}
	return nil, errors.New(name + ": the name does not tell the format: say -in json, ndjson or csv")
}
