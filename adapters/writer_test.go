package adapters_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
)

// A fullWriter takes n bytes and then fails, or with short set says that it
// took less than it was given.
type fullWriter struct {
	n     int
	cause error
	short bool
	got   bytes.Buffer
}

func (w *fullWriter) Write(p []byte) (int, error) {
	if len(p) <= w.n {
		w.n -= len(p)
		return w.got.Write(p)
	}
	n, _ := w.got.Write(p[:w.n])
	w.n = 0
	if w.short {
		return n, io.ErrShortWrite
	}
	return n, w.cause
}

func TestWriter(t *testing.T) {
	var out bytes.Buffer
	w := adapters.NewWriter(lineEncoder{&out})
	for i := range 3 {
		must(t, w.Write(t.Context(), &i))
	}
	must(t, w.Close())
	if out.String() != "0\n1\n2\nend\n" || w.Written() != 3 {
		t.Errorf("wrote %q, %d values", out.String(), w.Written())
	}
	if err := w.Close(); err != adapters.ErrClosed {
		t.Errorf("second Close: %v", err)
	}
	if err := w.Write(t.Context(), new(int)); err != adapters.ErrClosed {
		t.Errorf("Write after Close: %v", err)
	}
}

// TestWriterError shows that the first error stays, names the record, and that
// Close does not put an end to what is not whole.
func TestWriterError(t *testing.T) {
	var out bytes.Buffer
	w := adapters.NewWriter(lineEncoder{&out})
	must(t, w.Write(t.Context(), new(1)))
	err := w.Write(t.Context(), new(13))
	if !errors.Is(err, errOdd) || !strings.Contains(err.Error(), "record 2") {
		t.Errorf("error %v", err)
	}
	if again := w.Write(t.Context(), new(2)); again != err {
		t.Errorf("next Write: %v", again)
	}
	if closed := w.Close(); closed != err {
		t.Errorf("Close: %v", closed)
	}
	if out.String() != "1\n" || w.Written() != 1 {
		t.Errorf("wrote %q, %d values", out.String(), w.Written())
	}
}

func TestCopyFailingWriter(t *testing.T) {
	const input, output = "1\nx\n22\n333\n", "1\n22\n333\nend\n"
	cause := errors.New("the disk is full")
	for _, short := range []bool{false, true} {
		want := cause
		if short {
			want = io.ErrShortWrite
		}
		for n := range len(output) + 1 {
			w := &fullWriter{n: n, cause: cause, short: short}
			r := adapters.NewReader(newLineDecoder(strings.NewReader(input)), &adapters.ReadOptions{Policy: adapters.Skip})
			sum, err := adapters.Copy(t.Context(), adapters.NewWriter(lineEncoder{w}), r)
			if n == len(output) {
				if err != nil || w.got.String() != output || sum.Read != 4 || sum.Accepted != 3 || !sum.Complete {
					t.Errorf("whole: %v, %q, %+v", err, w.got.String(), sum)
				}
				continue
			}
			if !errors.Is(err, want) || w.got.String() != output[:n] || sum.Read != sum.Accepted+sum.Rejected {
				t.Errorf("failing at byte %d: %v, %q, %+v", n, err, w.got.String(), sum)
			}
		}
	}
}

// TestCopyBadInput shows that the output gets no end when the input had none.
func TestCopyBadInput(t *testing.T) {
	for _, input := range []string{"1\n!\n", "1\nx\n"} {
		var out bytes.Buffer
		r := adapters.NewReader(newLineDecoder(strings.NewReader(input)), nil)
		sum, err := adapters.Copy(t.Context(), adapters.NewWriter(lineEncoder{&out}), r)
		if err == nil || out.String() != "1\n" || sum.Complete {
			t.Errorf("%q: %v, %q, %+v", input, err, out.String(), sum)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out bytes.Buffer
	r := adapters.NewReader(newLineDecoder(strings.NewReader("1\n")), nil)
	if _, err := adapters.Copy(ctx, adapters.NewWriter(lineEncoder{&out}), r); !errors.Is(err, context.Canceled) || out.Len() != 0 {
		t.Errorf("cancelled: %v, %q", err, out.String())
	}
}
