package adaptertest

import (
	"context"
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// recorder stands in for a test that the suite runs in: it remembers which
// parts failed.
type recorder struct {
	t        *testing.T
	name     string
	failures *[]failure
}

type failure struct{ part, message string }

func (r recorder) Helper()                  {}
func (r recorder) Context() context.Context { return r.t.Context() }
func (r recorder) TempDir() string          { return r.t.TempDir() }
func (r recorder) Errorf(format string, args ...any) {
	*r.failures = append(*r.failures, failure{r.name, fmt.Sprintf(format, args...)})
}

func (r recorder) Fatalf(format string, args ...any) {
	r.Errorf(format, args...)
	runtime.Goexit()
}

func (r recorder) part(name string, f func(tb)) {
	var wg sync.WaitGroup
	wg.Go(func() { f(recorder{r.t, name, r.failures}) })
	wg.Wait()
}

// failuresOf runs the suite on a format and returns what it complains of.
func failuresOf[T any](t *testing.T, f Format[T]) (failures []failure) {
	recorder{t, "", &failures}.part("", func(t tb) { run(t, f) })
	return failures
}

func TestSoundFormat(t *testing.T) {
	Run(t, toy(flaws{}))
	for _, f := range failuresOf(t, toy(flaws{})) {
		t.Errorf("%s: %s", f.part, f.message)
	}
}

// TestFlawsAreFound makes each mistake and looks whether the part of the suite
// that is there for it complains.
func TestFlawsAreFound(t *testing.T) {
	for _, c := range []struct {
		part string
		f    flaws
	}{
		{"round trip", flaws{dropsLast: true}},
		{"round trip", flaws{losesZero: true}},
		{"round trip", flaws{losesEmptyTags: true}},
		{"round trip", flaws{wrapsEOF: true}},
		{"round trip", flaws{noEOF: true}},
		{"reader failing at every byte", flaws{swallowsReadError: true}},
		{"reader failing at every byte", flaws{readErrorIsBadRecord: true}},
		{"reader failing at every byte", flaws{handsOutPartial: true}},
		{"reader failing at every byte", flaws{dropsReadErrorWithData: true}},
		{"readers of all kinds", flaws{wantsFullReads: true}},
		{"independence", flaws{sharesList: true}},
		{"independence", flaws{keepsBuffer: true}},
		{"cancelled reading", flaws{ignoresContext: true}},
		{"cancelled writing", flaws{ignoresContextWriting: true}},
		{"end", flaws{noEOF: true}},
		{"end", flaws{wrapsEOF: true}},
		{"end", flaws{fillsAtEnd: true}},
		{"end", flaws{noLocator: true}},
		{"positions", flaws{noLocator: true}},
		{"positions", flaws{wrongRecordNumber: true}},
		{"positions", flaws{wrongColumn: true}},
		{"positions", flaws{outsideInput: true}},
		{"bad records", flaws{wrongRecordNumber: true}},
		{"bad records", flaws{tellsValue: true}},
		{"bad records", flaws{noFindings: true}},
		{"bad records", flaws{unknownCode: true}},
		{"bad records", flaws{warns: true}},
		{"bad records", flaws{skipsGoodAfterBad: true}},
		{"bad records", flaws{acceptsBad: true}},
		{"bad records", flaws{bareError: true}},
		{"bad records", flaws{stopsAtBad: true}},
		{"bytes changed", flaws{bareError: true}},
		{"input cut at every byte", flaws{bareError: true}},
		{"goroutines", flaws{leaksGoroutine: true}},
		{"written twice", flaws{unsorted: true}},
		{"written twice", flaws{changesValue: true}},
		{"writer failing at every byte", flaws{ignoresShortWrite: true}},
		{"writer failing at every byte", flaws{swallowsWriteError: true}},
		{"no file of a failed writer", flaws{swallowsWriteError: true}},
		{"limits", flaws{ignoresLimit: true}},
		{"limits", flaws{readsFarAhead: true}},
	} {
		t.Run(c.part+" "+flawNames(c.f), func(t *testing.T) {
			format := toy(c.f)
			if c.part != "limits" {
				format.Limited = nil // that part takes longest
			}
			failures := failuresOf(t, format)
			if !slices.ContainsFunc(failures, func(f failure) bool { return f.part == c.part }) {
				t.Errorf("the part %q does not complain; the suite says %v", c.part, failures)
			}
		})
	}
}

func flawNames(f flaws) string {
	var names []string
	v := reflect.ValueOf(f)
	for i := range v.NumField() {
		if v.Field(i).Bool() {
			names = append(names, v.Type().Field(i).Name)
		}
	}
	return strings.Join(names, " ")
}
