package cli

import (
	"context"
	"errors"
	"io"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/advisory"
)

// Records is the kind of files that hold records.
const Records = "record"

// A Kind is a [Form] of any type. It is read and written as records are.
type Kind interface {
	// Check reads files and hands what Check of the kind's type finds in each good value to
	// found, with the value's id, if it has one; of advisories also ids that are there twice
	// and references to none of them.
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
			return Advisories(), nil
		case "entry":
			return Entries(), nil
		case "offer":
			return Offers(), nil
		}
		return nil, errors.New("there is no kind of that name: use -kind record, advisory, entry or offer")
	}
}

// Check implements Kind.
func (f Form[T]) Check(ctx context.Context, p *Program, names []string, found func(id string, faults []adapters.Fault)) (Sum, error) {
	var l links
	sum, err := read(ctx, p, names, f.decoder(p.mapping), func(r *adapters.Reader[T], v *T) error {
		faults := adapters.Locate(f.check(v), r)
		if a, ok := any(v).(*advisory.Advisory); ok {
			faults = append(faults, l.add(a, r)...)
		}
		found(f.id(v), faults)
		return nil
	})
	l.finish(found)
	return sum, err
}

// Convert implements Kind.
func (f Form[T]) Convert(ctx context.Context, p *Program, names []string, out io.Writer, format string) (Sum, error) {
	enc, err := f.enc(out, format)
	if err != nil {
		return Sum{}, err
	}
	to := adapters.NewWriter(enc)
	sum, err := read(ctx, p, names, f.decoder(p.mapping), func(_ *adapters.Reader[T], v *T) error { return to.Write(ctx, v) })
	if err != nil {
		return sum, err
	}
	return sum, to.Close()
}
