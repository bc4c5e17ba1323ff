package csvio

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/difftest"
	"github.com/rescuetally/rescuetally/incident"
)

// TestPartsHaveTheDialect reads headers whose line end is cut between two reads:
// the parts and the Decoder know the dialect as if it were not.
func TestPartsHaveTheDialect(t *testing.T) {
	const rows = "kind,id,event,published\r\nrescue,a,,\r\nrescue,b,,\r\n"
	for _, in := range []string{rows, strings.ReplaceAll(rows, "\r", ""), strings.ReplaceAll(rows, "\n", "")} {
		o := &DecodeOptions{Dialect: Dialect{Comma: ','}} // so that nothing is read ahead to find it
		whole := NewDecoder(strings.NewReader(in), o)
		for {
			if _, err := whole.Decode(t.Context(), new(incident.Record)); err != nil {
				break
			}
		}
		for _, r := range []io.Reader{strings.NewReader(in), iotest.OneByteReader(strings.NewReader(in))} {
			d := NewDecoder(r, o)
			part, err := d.NextPart(t.Context(), nil)
			if err != nil {
				t.Fatal(err)
			}
			of := part.(*Decoder)
			for {
				if _, err := of.Decode(t.Context(), new(incident.Record)); err != nil {
					break
				}
			}
			if diff := cmp.Diff(whole.Dialect(), of.Dialect()); diff != "" {
				t.Errorf("%q: -whole +part %s", in, diff)
			}
		}
	}
}

// TestPartsFailWhereTheWholeDoes has the reader fail behind every byte.
func TestPartsFailWhereTheWholeDoes(t *testing.T) {
	failure := errors.New("the line is dead")
	in := head + quickInputs[1] + quickInputs[0] + quickInputs[4]
	for _, in := range []string{in, strings.ReplaceAll(in, "\n", "\r\n"), strings.ReplaceAll(in, "\n", "\r")} {
		for n := range len(in) + 1 {
			reader := func() io.Reader { return io.MultiReader(strings.NewReader(in[:n]), iotest.ErrReader(failure)) }
			want := difftest.Scan(t.Context(), difftest.Sequential{D: NewDecoder(reader(), nil)}, 1, adapters.Skip)
			for _, r := range []io.Reader{reader(), iotest.OneByteReader(reader())} {
				d := NewDecoder(r, nil)
				d.partBytes = 100
				if diff := cmp.Diff(want, difftest.Scan(t.Context(), d, 2, adapters.Skip)); diff != "" {
					t.Fatalf("%q failing at %d: -whole +parts %s", in, n, diff)
				}
			}
		}
	}
}
