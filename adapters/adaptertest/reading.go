package adaptertest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"testing/iotest"

	"github.com/rescuetally/rescuetally/adapters"
)

// errEndless is the suite's own finding: a decoder hands out more records than
// there can be.
var errEndless = errors.New("there is no end to the records")

// decode reads all of r with a new Decoder. The error is nil when the end was
// reached.
func (s *suite[T]) decode(ctx context.Context, r io.Reader) (got []*T, err error) {
	dec, err := s.NewDecoder(r)
	if err != nil {
		return nil, fmt.Errorf("NewDecoder: %w", err)
	}
	for range 2*len(s.Samples) + 10 {
		v := new(T)
		if _, err := dec.Decode(ctx, v); err == io.EOF {
			return got, nil
		} else if err != nil {
			return got, err
		}
		got = append(got, v)
	}
	return got, errEndless
}

// compare complains when got is not want.
func compare[T any](t tb, what string, want []T, got []*T) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d records, want %d", what, len(got), len(want))
		return
	}
	comparePrefix(t, what, want, got)
}

// comparePrefix complains when got is not the start of want.
func comparePrefix[T any](t tb, what string, want []T, got []*T) {
	t.Helper()
	if len(got) > len(want) {
		t.Errorf("%s: %d records of %d", what, len(got), len(want))
		return
	}
	for i := range got {
		if path, differs := differing(&want[i], got[i]); differs {
			t.Errorf("%s: record %d differs in %q", what, i+1, path)
			return
		}
	}
}

func (s *suite[T]) roundTrip(t tb) {
	got, err := s.decode(t.Context(), bytes.NewReader(s.all.bytes))
	if err != nil {
		t.Errorf("all samples: %v", err)
	}
	compare(t, "all samples", s.all.want, got)
	for i := range s.Samples {
		d := s.document(t, s.Samples[i:i+1])
		got, err := s.decode(t.Context(), bytes.NewReader(d.bytes))
		what := fmt.Sprintf("sample %d alone", i+1)
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
		compare(t, what, d.want, got)
	}
	none := s.document(t, nil)
	got, err = s.decode(t.Context(), bytes.NewReader(none.bytes))
	if err != nil || len(got) != 0 {
		t.Errorf("a document without records: %d records, %v", len(got), err)
	}
}

// end reads on behind the end.
func (s *suite[T]) end(t tb) {
	dec, err := s.NewDecoder(bytes.NewReader(s.small.bytes))
	if err != nil {
		t.Fatalf("NewDecoder: %v", err)
	}
	for i := range len(s.small.want) {
		loc, err := dec.Decode(t.Context(), new(T))
		if err != nil {
			t.Fatalf("record %d: %v", i+1, err)
		}
		if loc == nil {
			t.Errorf("record %d has no Locator", i+1)
		}
	}
	for i := range 3 {
		v, zero := new(T), new(T)
		if _, err := dec.Decode(t.Context(), v); err != io.EOF {
			t.Errorf("call %d behind the last record: %v, want io.EOF itself", i+1, err)
		}
		if _, differs := differing(zero, v); differs {
			t.Errorf("call %d behind the last record filled the value", i+1)
		}
	}
}

// readers gives one document in pieces of all kinds.
func (s *suite[T]) readers(t tb) {
	for _, kind := range []struct {
		name string
		of   func(io.Reader) io.Reader
	}{
		{"one byte at a time", iotest.OneByteReader},
		{"half of what is asked for", iotest.HalfReader},
		{"the end together with the last bytes", iotest.DataErrReader},
		{"sometimes nothing", func(r io.Reader) io.Reader { return &idleReader{r: r} }},
	} {
		got, err := s.decode(t.Context(), kind.of(bytes.NewReader(s.all.bytes)))
		if err != nil {
			t.Errorf("%s: %v", kind.name, err)
		}
		compare(t, kind.name, s.all.want, got)
	}
	got, err := s.decode(t.Context(), iotest.TimeoutReader(iotest.OneByteReader(bytes.NewReader(s.small.bytes))))
	if !errors.Is(err, iotest.ErrTimeout) || len(got) != 0 {
		t.Errorf("a reader that times out: %d records and %v, want iotest.ErrTimeout wrapped", len(got), err)
	}
}

// An idleReader returns no bytes and no error at every second call.
type idleReader struct {
	r    io.Reader
	idle bool
}

func (r *idleReader) Read(p []byte) (int, error) {
	if r.idle = !r.idle; r.idle {
		return 0, nil
	}
	return r.r.Read(p)
}

// failingReader breaks the input off at every byte with an error: what was read
// before is right, and the error is told, not taken for an end or for a bad
// record.
func (s *suite[T]) failingReader(t tb) {
	cause := errors.New("the input failed")
	for n := range len(s.small.bytes) + 1 {
		for _, in := range []io.Reader{
			io.MultiReader(bytes.NewReader(s.small.bytes[:n]), iotest.ErrReader(cause)),
			&withLastByte{s.small.bytes[:n], cause},
		} {
			got, err := s.decode(t.Context(), in)
			what := fmt.Sprintf("input failing after %d bytes", n)
			if !errors.Is(err, cause) {
				t.Errorf("%s: error %v does not wrap the cause", what, err)
			}
			if _, bad := errors.AsType[*adapters.RecordError](err); bad {
				t.Errorf("%s: a record is said to be bad", what)
			}
			comparePrefix(t, what, s.small.want, got)
		}
	}
}

// A withLastByte returns its error together with its last bytes.
type withLastByte struct {
	rest []byte
	err  error
}

func (r *withLastByte) Read(p []byte) (int, error) {
	n := copy(p, r.rest)
	if r.rest = r.rest[n:]; len(r.rest) == 0 {
		return n, r.err
	}
	return n, nil
}

// cutInput ends the input at every byte: no record is changed by it but, in a
// format that is not framed, the one it was cut in.
func (s *suite[T]) cutInput(t tb) {
	for n := range len(s.small.bytes) {
		got, err := s.decode(t.Context(), bytes.NewReader(s.small.bytes[:n]))
		what := fmt.Sprintf("input cut after %d bytes", n)
		if errors.Is(err, errEndless) {
			t.Errorf("%s: %v", what, err)
		}
		if _, known := asReadError(err); err != nil && !known {
			t.Errorf("%s: error %v is neither a RecordError nor a FileError", what, err)
		}
		if !s.Framed && len(got) > 0 && len(got) <= len(s.small.want) {
			got = got[:len(got)-1]
		}
		comparePrefix(t, what, s.small.want, got)
	}
}

// asReadError returns the position of an error that a Decoder may return.
func asReadError(err error) (adapters.Position, bool) {
	if e, ok := errors.AsType[*adapters.RecordError](err); ok {
		return e.Position, true
	}
	if e, ok := errors.AsType[*adapters.FileError](err); ok {
		return e.Position, true
	}
	return adapters.Position{}, false
}

func (s *suite[T]) cancelledReading(t tb) {
	for k := range len(s.small.want) + 1 {
		ctx, cancel := context.WithCancel(t.Context())
		dec, err := s.NewDecoder(bytes.NewReader(s.small.bytes))
		if err != nil {
			cancel()
			t.Fatalf("NewDecoder: %v", err)
		}
		for i := range k {
			if _, err := dec.Decode(ctx, new(T)); err != nil {
				t.Errorf("record %d: %v", i+1, err)
			}
		}
		cancel()
		_, err = dec.Decode(ctx, new(T))
		if err == io.EOF && k == len(s.small.want) {
			continue // all had been read
		}
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled after record %d: the next Decode returns %v, want context.Canceled wrapped", k, err)
		}
	}
}
