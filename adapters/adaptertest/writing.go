package adaptertest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// encode writes the values with a new Encoder.
func (s *suite[T]) encode(ctx context.Context, values []T) ([]byte, error) {
	var b bytes.Buffer
	err := s.encodeTo(ctx, &b, values)
	return b.Bytes(), err
}

// encodeTo writes the values with a Writer, so that Close follows only where
// all went well.
func (s *suite[T]) encodeTo(ctx context.Context, w io.Writer, values []T) error {
	enc, err := s.NewEncoder(w)
	if err != nil {
		return fmt.Errorf("NewEncoder: %w", err)
	}
	out := adapters.NewWriter(enc)
	for i := range values {
		if err := out.Write(ctx, &values[i]); err != nil {
			return err
		}
	}
	return out.Close()
}

// unstated writes pairs of records of which one states none and the other
// nothing.
func (s *suite[T]) unstated(t tb) {
	for _, pair := range nonePairs() {
		if matchesAny(s.Lossy, pair.path) {
			continue
		}
		values, _ := any([]incident.Record{pair.none, pair.nothing}).([]T)
		none, err := s.encode(t.Context(), values[:1])
		if err != nil {
			t.Errorf("%s stated to be none: %v", pair.path, err)
		}
		nothing, err := s.encode(t.Context(), values[1:])
		if err != nil {
			t.Errorf("%s not stated: %v", pair.path, err)
		}
		if bytes.Equal(none, nothing) {
			t.Errorf("%s: none and not stated are written alike", pair.path)
		}
		for i, doc := range [][]byte{none, nothing} {
			got, err := s.decode(t.Context(), bytes.NewReader(doc))
			if err != nil {
				t.Errorf("%s: %v", pair.path, err)
			}
			compare(t, pair.path, s.held(values[i:i+1]), got)
		}
	}
}

func matchesAny(patterns []string, path string) bool {
	for _, p := range patterns {
		if matches(p, path) {
			return true
		}
	}
	return false
}

// writtenTwice writes the samples again, and what was read of them: the bytes
// are the same, and the samples are not changed by it.
func (s *suite[T]) writtenTwice(t tb) {
	before := make([]string, len(s.Samples))
	for i := range s.Samples {
		before[i] = snapshot(&s.Samples[i])
	}
	again, err := s.encode(t.Context(), s.Samples)
	if err != nil || !bytes.Equal(again, s.all.bytes) {
		t.Errorf("the samples written again: other bytes, or %v", err)
	}
	for i := range s.Samples {
		if snapshot(&s.Samples[i]) != before[i] {
			t.Errorf("writing changed sample %d", i+1)
		}
	}
	if s.NewDecoder == nil {
		return
	}
	got, err := s.decode(t.Context(), bytes.NewReader(s.all.bytes))
	if err != nil {
		t.Errorf("reading what was written: %v", err)
	}
	values := make([]T, len(got))
	for i := range got {
		values[i] = *got[i]
	}
	again, err = s.encode(t.Context(), values)
	if err != nil || !bytes.Equal(again, s.all.bytes) {
		t.Errorf("what was read, written again: other bytes, or %v", err)
	}
}

func (s *suite[T]) cancelledWriting(t tb) {
	ctx, cancel := context.WithCancel(t.Context())
	enc, err := s.NewEncoder(io.Discard)
	if err != nil {
		cancel()
		t.Fatalf("NewEncoder: %v", err)
	}
	if err := enc.Encode(ctx, &s.Samples[0]); err != nil {
		t.Errorf("record 1: %v", err)
	}
	cancel()
	if err := enc.Encode(ctx, &s.Samples[0]); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled after record 1: the next Encode returns %v, want context.Canceled wrapped", err)
	}
}

// errFull is what the suite's writers fail with.
var errFull = errors.New("the output failed")

// failingWriter lets the output fail at every byte of a small document, and at
// a spread of places of one that is longer than what an encoder keeps back.
func (s *suite[T]) failingWriter(t tb) {
	failingWrite(t, 1, func(w io.Writer) error {
		return s.encodeTo(t.Context(), w, s.Samples[:len(s.small.want)])
	})
	failingWrite(t, 1+len(s.all.bytes)/100, func(w io.Writer) error {
		return s.encodeTo(t.Context(), w, s.Samples)
	})
}

// RunWriter runs the part of the suite that is for what is not an
// [adapters.Encoder]: write writes a whole document, the same at each call. It is
// called once for each of its bytes, and the output fails there, with an error
// and by taking less than it was given: write returns the error, wrapped, and has
// written the start of the document.
func RunWriter(t *testing.T, write func(io.Writer) error) {
	t.Helper()
	failingWrite(goTest{t}, 1, write)
}

// failingWrite lets the output of write fail at each step-th byte.
func failingWrite(t tb, step int, write func(io.Writer) error) {
	t.Helper()
	var whole, again bytes.Buffer
	if err := errors.Join(write(&whole), write(&again)); err != nil || !bytes.Equal(whole.Bytes(), again.Bytes()) {
		t.Fatalf("an output that does not fail: two documents, or %v", err)
	}
	for n := 0; n < whole.Len(); n += step {
		for _, short := range []bool{false, true} {
			w := &fullWriter{room: n, short: short}
			err := write(w)
			what := fmt.Sprintf("output failing after %d bytes, short is %t", n, short)
			if !errors.Is(err, errFull) && (!short || !errors.Is(err, io.ErrShortWrite)) {
				t.Errorf("%s: error %v, want %v wrapped", what, err, errFull)
			}
			if !bytes.HasPrefix(whole.Bytes(), w.got) {
				t.Errorf("%s: what was written is not the start of the document", what)
			}
		}
	}
	w := &fullWriter{room: whole.Len()}
	if err := write(w); err != nil || !bytes.Equal(w.got, whole.Bytes()) {
		t.Errorf("an output with just enough room: %d of %d bytes, %v", len(w.got), whole.Len(), err)
	}
}

// A fullWriter has room for some bytes; then it fails, or, if it is short, it
// takes what it can, says nothing, and fails the next time.
type fullWriter struct {
	room  int
	short bool
	got   []byte
}

func (w *fullWriter) Write(p []byte) (int, error) {
	n := min(len(p), w.room)
	w.got = append(w.got, p[:n]...)
	w.room -= n
	if n == len(p) {
		return n, nil
	}
	if w.short {
		w.short = false
		return n, nil
	}
	return n, errFull
}

// noPartialFile replaces a file by a document that is not finished, for a
// spread of places where the output fails: the file stays what it was.
func (s *suite[T]) noPartialFile(t tb) {
	dir := t.TempDir()
	name := filepath.Join(dir, "file")
	if err := os.WriteFile(name, []byte("before"), 0o600); err != nil {
		t.Fatalf("%v", err)
	}
	values := s.Samples[:len(s.small.want)]
	for n := 0; n < len(s.small.bytes); n += 1 + len(s.small.bytes)/16 {
		err := adapters.WriteFile(t.Context(), name, 0o600, func(w io.Writer) error {
			return s.encodeTo(t.Context(), io.MultiWriter(w, &fullWriter{room: n}), values)
		})
		if !errors.Is(err, errFull) {
			t.Errorf("output failing after %d bytes: error %v does not wrap the cause", n, err)
		}
		entries, err := os.ReadDir(dir)
		if b, _ := os.ReadFile(name); string(b) != "before" || len(entries) != 1 || err != nil {
			t.Errorf("output failing after %d bytes: the file was changed, or another lies beside it", n)
		}
	}
}
