package jsonio

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/difftest"
)

// TestCancelledPartsNameNoRecord cancels between two parts: which record would
// have come next the Decoder of the whole does not know.
func TestCancelledPartsNameNoRecord(t *testing.T) {
	d := NewDecoder(strings.NewReader(strings.Repeat(quickInputs[0], 50)), nil)
	d.partBytes = 4000
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	if _, err := d.NextPart(ctx, nil); err != nil {
		t.Fatal(err)
	}
	cancel()
	_, err := d.NextPart(ctx, nil)
	e, ok := errors.AsType[*adapters.FileError](err)
	if !ok || !errors.Is(err, context.Canceled) || e.Record != 0 || e.Line != 0 {
		t.Errorf("%#v", err)
	}
	if _, again := d.NextPart(t.Context(), nil); again != err {
		t.Errorf("then %v", again)
	}
}

// TestPartsFailWhereTheWholeDoes has the reader fail behind every byte.
func TestPartsFailWhereTheWholeDoes(t *testing.T) {
	failure := errors.New("the line is dead")
	lines := "\ufeff\n" + quickInputs[1] + quickInputs[2] + quickInputs[0]
	for _, in := range []string{lines, quickInputs[9]} {
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
