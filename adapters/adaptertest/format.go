package adaptertest

import (
	"context"
	"io"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// A Format is what the suite has to know of the format under test. Only Name,
// one of NewDecoder and NewEncoder, and for values that are no
// [incident.Record] the Samples are required; what is not there is not tested.
type Format[T any] struct {
	Name       string
	NewDecoder func(io.Reader) (adapters.Decoder[T], error)
	NewEncoder func(io.Writer) (adapters.Encoder[T], error)

	// Samples are values that the format can hold, up to Lossy; nil stands for
	// [Records]. Document holds them where there is no NewEncoder to write it.
	Samples  []T
	Document []byte

	// Lossy are the members that the format does not hold, as JSON Pointers; *
	// stands for every item of a list: "/figures/*/label".
	Lossy []string

	// Framed says that a document which is cut inside a record cannot be
	// mistaken for a whole one. CSV is not framed: 250 may be cut to 25.
	Framed bool

	// Break returns doc with its record i, from 0, so changed that it must be
	// rejected, and no other.
	Break func(doc []byte, i int) []byte

	// Limited is NewDecoder with limits.
	Limited func(io.Reader, adapters.Limits) (adapters.Decoder[T], error)
}

// Run runs the suite on f, each part as a subtest.
func Run[T any](t *testing.T, f Format[T]) {
	t.Helper()
	run(goTest{t}, f)
}

// tb is the part of [testing.T] that the suite uses, so that the suite's own
// tests can watch it find fault.
type tb interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
	Context() context.Context
	TempDir() string
	part(name string, f func(tb)) // runs f as a subtest
}

type goTest struct{ *testing.T }

func (t goTest) part(name string, f func(tb)) {
	t.Run(name, func(t *testing.T) { f(goTest{t}) })
}

// A suite is a format with its documents.
type suite[T any] struct {
	Format[T]
	all   document[T]
	small document[T] // the first samples of all, for what is done at every byte
}

// A document is bytes and what they must be read as.
type document[T any] struct {
	bytes []byte
	want  []T
}

const smallBytes = 2 << 10

func run[T any](t tb, f Format[T]) {
	t.Helper()
	if f.NewDecoder == nil && f.NewEncoder == nil {
		t.Fatalf("%s: neither NewDecoder nor NewEncoder is given", f.Name)
	}
	if f.Samples == nil {
		f.Samples, _ = any(Records()).([]T)
	}
	if len(f.Samples) == 0 {
		t.Fatalf("%s: there are no Samples", f.Name)
	}
	s := &suite[T]{Format: f}
	t.part("documents", s.makeDocuments)
	if s.all.want == nil {
		t.Fatalf("%s: without a document nothing else can be tested", f.Name)
	}
	for _, p := range []struct {
		name       string
		reads      bool
		writes     bool
		run        func(tb)
		impossible bool
	}{
		{"round trip", true, true, s.roundTrip, false},
		{"unstated is not zero", true, true, s.unstated, !isRecord[T]()},
		{"written twice", false, true, s.writtenTwice, false},
		{"end", true, false, s.end, false},
		{"readers of all kinds", true, false, s.readers, false},
		{"reader failing at every byte", true, false, s.failingReader, false},
		{"input cut at every byte", true, false, s.cutInput, false},
		{"bytes changed", true, false, s.changedBytes, false},
		{"bad records", true, false, s.badRecords, f.Break == nil},
		{"cancelled reading", true, false, s.cancelledReading, false},
		{"cancelled writing", false, true, s.cancelledWriting, false},
		{"writer failing at every byte", false, true, s.failingWriter, false},
		{"no file of a failed writer", false, true, s.noPartialFile, false},
		{"positions", true, false, s.positions, false},
		{"independence", true, false, s.independence, false},
		{"goroutines", true, false, s.goroutines, false},
		{"limits", true, false, s.limits, f.Limited == nil},
	} {
		if p.impossible || p.reads && f.NewDecoder == nil || p.writes && f.NewEncoder == nil {
			continue
		}
		t.part(p.name, p.run)
	}
}

// makeDocuments writes the samples, or takes the Document that was given.
func (s *suite[T]) makeDocuments(t tb) {
	t.Helper()
	if s.NewEncoder == nil {
		s.all = document[T]{s.Document, s.held(s.Samples)}
		s.small = s.all
		return
	}
	s.all = s.document(t, s.Samples)
	for n := 1; n <= len(s.Samples); n++ {
		d := s.document(t, s.Samples[:n])
		if n > 1 && len(d.bytes) > smallBytes {
			return
		}
		s.small = d
	}
}

func (s *suite[T]) document(t tb, samples []T) document[T] {
	t.Helper()
	b, err := s.encode(t.Context(), samples)
	if err != nil {
		t.Fatalf("the samples cannot be written: %v", err)
	}
	return document[T]{b, s.held(samples)}
}

// held returns what the format holds of the samples.
func (s *suite[T]) held(samples []T) []T {
	held := make([]T, len(samples))
	for i := range samples {
		held[i] = without(samples[i], s.Lossy)
	}
	return held
}

// isRecord reports whether the suite knows what the members of T mean.
func isRecord[T any]() bool {
	_, ok := any((*T)(nil)).(*incident.Record)
	return ok
}
