package cli

import (
	"context"
	"errors"
	"io"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// Records is the kind of files that hold records.
const Records = "record"

// A Kind is what files hold besides records. It is read and written as records are.
type Kind interface {
	// Check reads files and hands what Check of the kind's type finds in each good value to
	// found, with the value's id, if it has one.
	Check(ctx context.Context, p *Program, names []string, found func(id string, faults []adapters.Fault)) (Sum, error)
	// Convert reads files and writes their good values in another format.
	Convert(ctx context.Context, p *Program, names []string, out io.Writer, format string) (Sum, error)
}

// Kind adds the flag -kind, and returns what tells its value: nil for records.
func (p *Program) Kind() func() (Kind, error) {
	name := p.Flags.String("kind", Records, "`what` the files hold: record, advisory, entry or offer")
	return func() (Kind, error) {
		switch *name {
		case Records:
			return nil, nil
		case "advisory":
			return newKind(
				jsonio.NewAdvisoryDecoder, csvio.NewAdvisoryDecoder, jsonio.NewAdvisoryEncoder, csvio.NewAdvisoryEncoder,
				(*advisory.Advisory).Check, func(a *advisory.Advisory) string { return a.ID },
			), nil
		case "entry":
			return newKind(
				jsonio.NewEntryDecoder, csvio.NewEntryDecoder, jsonio.NewEntryEncoder, csvio.NewEntryEncoder,
				(*advisory.Entry).Check, func(*advisory.Entry) string { return "" },
			), nil
		case "offer":
			return newKind(
				jsonio.NewOfferDecoder, csvio.NewOfferDecoder, jsonio.NewOfferEncoder, csvio.NewOfferEncoder,
				(*advisory.Offer).Check, func(*advisory.Offer) string { return "" },
			), nil
		}
		return nil, errors.New("there is no kind of that name: use -kind record, advisory, entry or offer")
	}
}

// kindOf is a Kind of values of one type.
type kindOf[T any] struct {
	dec   func(in io.Reader, o options) adapters.Decoder[T]
	enc   func(out io.Writer, format string) (adapters.Encoder[T], error)
	check func(*T) incident.Findings
	id    func(*T) string
}

func newKind[T any, JD, CD adapters.Decoder[T], JE, CE adapters.Encoder[T]](
	json func(io.Reader, *jsonio.DecodeOptions) JD, csv func(io.Reader, *csvio.DecodeOptions) CD,
	toJSON func(io.Writer, *jsonio.EncodeOptions) JE, toCSV func(io.Writer, *csvio.EncodeOptions) CE,
	check func(*T) incident.Findings, id func(*T) string,
) *kindOf[T] {
	return &kindOf[T]{
		dec: func(in io.Reader, o options) adapters.Decoder[T] {
			if o.csv != nil {
				return csv(in, o.csv)
			}
			return json(in, o.json)
		},
		enc: func(out io.Writer, format string) (adapters.Encoder[T], error) {
			return encoder[T](out, format, toJSON, toCSV)
		},
		check: check, id: id,
	}
}

func (k *kindOf[T]) decoder(p *Program) makeDecoder[T] {
	return func(in io.Reader, name, format string) (adapters.Decoder[T], error) {
		o, err := optionsOf(name, format, p.mapping)
		if err != nil {
			return nil, err
		}
		return k.dec(in, o), nil
	}
}

// Check implements Kind.
func (k *kindOf[T]) Check(ctx context.Context, p *Program, names []string, found func(id string, faults []adapters.Fault)) (Sum, error) {
	return read(ctx, p, names, k.decoder(p), func(r *adapters.Reader[T], v *T) error {
		found(k.id(v), adapters.Locate(k.check(v), r))
		return nil
	})
}

// Convert implements Kind.
func (k *kindOf[T]) Convert(ctx context.Context, p *Program, names []string, out io.Writer, format string) (Sum, error) {
	enc, err := k.enc(out, format)
	if err != nil {
		return Sum{}, err
	}
	to := adapters.NewWriter(enc)
	sum, err := read(ctx, p, names, k.decoder(p), func(_ *adapters.Reader[T], v *T) error { return to.Write(ctx, v) })
	if err != nil {
		return sum, err
	}
	return sum, to.Close()
}
