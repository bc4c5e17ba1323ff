package adapters_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

var workerCounts = []int{1, 2, 7, 64}

// compareScans compares Scan and Records by any number of workers with a Reader.
// An error ends a Scan behind records that a Reader does not come to: what is
// before has to be there.
func compareScans(t *testing.T, f scanForm, in func() io.Reader, o adapters.ReadOptions) *outcome {
	t.Helper()
	check := &incident.CheckOptions{AsOf: dateOf("2025")}
	want := read(t.Context(), f.decoder(in(), o.Limits), o, check)
	counts := workerCounts
	if testing.Short() {
		counts = []int{3}
	}
	for _, workers := range counts {
		if got := records(t.Context(), f.decoder(in(), o.Limits), o, check, workers); !reflect.DeepEqual(want, got) {
			t.Errorf("Records by %d: -Reader +Records %.2000s", workers, cmp.Diff(want, got))
		}
		got := scanned(t.Context(), f.decoder(in(), o.Limits), o, check, workers)
		if want.End != "" && len(got.IDs) >= len(want.IDs) {
			got.IDs, got.Persons = append(want.IDs[:0:0], got.IDs[:len(want.IDs)]...), want.Persons
		}
		if !reflect.DeepEqual(want, got) {
			t.Errorf("Scan by %d: -Reader +Scan %.2000s", workers, cmp.Diff(want, got))
		}
	}
	return want
}

// sizes are numbers of records, of which the last come to some MB.
func sizes() []int {
	if testing.Short() {
		return []int{0, 1, 2, 3000}
	}
	return []int{0, 1, 2, 100, 1000, 9000}
}

func TestScanIsReading(t *testing.T) {
	forEachForm(t, func(t *testing.T, f scanForm) {
		for i, n := range sizes() {
			text := f.encode(t, registerOf(uint64(i), n, 9))
			for _, policy := range []adapters.Policy{adapters.Skip, adapters.Keep} {
				out := compareScans(t, f, func() io.Reader { return strings.NewReader(text) }, adapters.ReadOptions{Policy: policy, Limits: adapters.Limits{Errors: 50}})
				if n >= 3000 && (len(out.Reports) < n/40 || len(out.Found) < n/40 || len(text) < 3*adapters.PartBytes) {
					t.Errorf("%d records, %d reports, %d found, %d bytes: too few to say anything", n, len(out.Reports), len(out.Found), len(text))
				}
			}
			rest := strings.TrimSuffix(text, "\n")
			compareScans(t, f, func() io.Reader { return strings.NewReader(strings.ReplaceAll(rest, "\n", "\r\n")) }, adapters.ReadOptions{Policy: adapters.Skip})
		}
		compareScans(t, f, func() io.Reader { return strings.NewReader("") }, adapters.ReadOptions{})
		compareScans(t, f, func() io.Reader { return strings.NewReader("\ufeffnonsense\n\n") }, adapters.ReadOptions{})
	})
}

// TestScanHoldsMoreEvents has more to be reported in a part than is held.
func TestScanHoldsMoreEvents(t *testing.T) {
	json := scanForms[1]
	text := strings.Repeat("{}\n{\"kind\":\"rescue\",\"id\":\"reg-1\",\"figures\":[{\"measure\":\"freed\"}]}\n", 10_000)
	out := compareScans(t, json, func() io.Reader { return strings.NewReader(text) }, adapters.ReadOptions{Policy: adapters.Keep})
	if len(out.Reports) != 10_000 || len(out.Found) != 10_000 {
		t.Errorf("%d reports, %d found", len(out.Reports), len(out.Found))
	}
	csv := scanForms[0]
	var rows strings.Builder // of ids alone, between which no part ends
	rows.WriteString("kind,id\n")
	for i := range 40_000 {
		fmt.Fprintf(&rows, "rescue,reg-%d\n", i+1)
	}
	if out := compareScans(t, csv, func() io.Reader { return strings.NewReader(rows.String()) }, adapters.ReadOptions{}); len(out.IDs) != 40_000 {
		t.Errorf("%d records: %s", len(out.IDs), out.Summary)
	}
}

func TestScanStopsAtTheFirstBadRecord(t *testing.T) {
	forEachForm(t, func(t *testing.T, f scanForm) {
		list := registerOf(5, 6000, 0)
		for _, bad := range [][]int{{4200, 4201, 5999}, {0}, {5999}, {2600, 3000}, {17, 1500, 3000, 4500}} {
			broken := append([]incident.Record{}, list...)
			for _, i := range bad {
				broken[i].Occurred = dateOf("2021-02-28")
			}
			text := f.encode(t, broken)
			out := compareScans(t, f, func() io.Reader { return strings.NewReader(text) }, adapters.ReadOptions{})
			if len(out.IDs) != bad[0] || !strings.Contains(out.End, "RecordError") {
				t.Errorf("%d records, then %s", len(out.IDs), out.End)
			}
		}
	})
}

func TestScanOfLimitedRecords(t *testing.T) {
	forEachForm(t, func(t *testing.T, f scanForm) {
		text := f.encode(t, registerOf(6, 3000, 9))
		for _, most := range []int64{1, 2000, 2999, 3000, 3001} {
			compareScans(t, f, func() io.Reader { return strings.NewReader(text) }, adapters.ReadOptions{Policy: adapters.Skip, Limits: adapters.Limits{Records: most}})
		}
		for _, most := range []int64{10, 300_000, int64(len(text)) - 1, int64(len(text))} {
			compareScans(t, f, func() io.Reader { return strings.NewReader(text) }, adapters.ReadOptions{Policy: adapters.Skip, Limits: adapters.Limits{Bytes: most}})
		}
	})
}

// TestScanOfUneasyReaders reads an input that comes byte by byte, in halves, and
// one that fails in the middle.
func TestScanOfUneasyReaders(t *testing.T) {
	failure := errors.New("the line is dead")
	forEachForm(t, func(t *testing.T, f scanForm) {
		text := f.encode(t, registerOf(7, 2500, 9))
		o := adapters.ReadOptions{Policy: adapters.Skip}
		compareScans(t, f, func() io.Reader { return iotest.OneByteReader(strings.NewReader(text)) }, o)
		compareScans(t, f, func() io.Reader { return iotest.HalfReader(strings.NewReader(text)) }, o)
		compareScans(t, f, func() io.Reader { return iotest.DataErrReader(strings.NewReader(text)) }, o)
		for _, n := range []int{0, 1, 100, 300_000, len(text) - 1, len(text)} {
			out := compareScans(t, f, func() io.Reader {
				return io.MultiReader(strings.NewReader(text[:n]), iotest.ErrReader(failure))
			}, o)
			if !strings.Contains(out.End, failure.Error()) {
				t.Errorf("failing at %d: %s", n, out.End)
			}
		}
		_, err := adapters.Scan(t.Context(), f.decoder(io.MultiReader(strings.NewReader(text[:400_000]), iotest.ErrReader(failure)), adapters.Limits{}),
			&adapters.ScanOptions{ReadOptions: o, Workers: 2}, func(int, *incident.View) error { return nil })
		if !errors.Is(err, failure) {
			t.Errorf("%v does not wrap the reader's error", err)
		}
	})
}

// TestScanOfLongRecords has records that are longer than a part, up to the limit
// and beyond, in one row or line and in many.
func TestScanOfLongRecords(t *testing.T) {
	forEachForm(t, func(t *testing.T, f scanForm) {
		list := registerOf(8, 1500, 9)
		for i, n := range []int{adapters.PartBytes - 300, adapters.PartBytes, 3 * adapters.PartBytes, incident.DefaultRecordBytes + 1, incident.DefaultRecordBytes - 2000} {
			list[100+200*i].Notes = strings.Repeat("12345,\"8\n", n/9)
		}
		figure := list[50].Figures[0]
		for _, i := range []int{50, 1200, 1499} {
			for n := range int64(1500) {
				figure.Count, figure.Label = incident.Exactly(n), "part "+strings.Repeat("x", int(n%50))+incident.Exactly(n).String()
				list[i].Figures = append(list[i].Figures, figure)
			}
		}
		text := f.encode(t, list)
		out := compareScans(t, f, func() io.Reader { return strings.NewReader(text) }, adapters.ReadOptions{Policy: adapters.Skip})
		if !strings.Contains(strings.Join(out.Reports, ""), string(incident.CodeLimitRecordBytes)) {
			t.Errorf("no record is too long: %q", out.Reports)
		}
		compareScans(t, f, func() io.Reader { return strings.NewReader(text) }, adapters.ReadOptions{Policy: adapters.Skip, Limits: adapters.Limits{RecordBytes: 100_000}})
		compareScans(t, f, func() io.Reader { return strings.NewReader(text) }, adapters.ReadOptions{Policy: adapters.Skip, Limits: adapters.Limits{RecordBytes: 8 << 20}})
	})
}

// TestScanCallsOneAtATime has Report and Found tell when they are called by two
// goroutines at once.
func TestScanCallsOneAtATime(t *testing.T) {
	forEachForm(t, func(t *testing.T, f scanForm) {
		text := f.encode(t, registerOf(9, 4000, 4))
		var busy, using atomic.Int32
		calls := 0 // not guarded: the race detector watches it
		enter := func() {
			if busy.Add(1) != 1 {
				t.Error("two calls at once")
			}
			calls++
			busy.Add(-1)
		}
		o := &adapters.ScanOptions{
			ReadOptions: adapters.ReadOptions{Policy: adapters.Skip, Report: func(*adapters.RecordError) { enter() }},
			Workers:     5, Check: &incident.CheckOptions{}, Found: func(adapters.Found) { enter() },
		}
		seen := make([]*incident.View, o.Workers)
		if _, err := adapters.Scan(t.Context(), f.decoder(strings.NewReader(text), adapters.Limits{}), o, func(worker int, v *incident.View) error {
			using.Add(1)
			if seen[worker] != nil && seen[worker] != v {
				t.Error("a worker has two views")
			}
			seen[worker] = v
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if calls < 500 || using.Load() < 2000 {
			t.Errorf("%d and %d calls: too few to say anything", calls, using.Load())
		}
	})
}

// TestScanEndsWithTheErrorOfUse has one worker fail at one record: the error is
// the caller's own, whatever it is.
func TestScanEndsWithTheErrorOfUse(t *testing.T) {
	file := &adapters.FileError{Position: adapters.Position{Name: "other", Record: 7, Line: 9}, Message: "the output is full"}
	forEachForm(t, func(t *testing.T, f scanForm) {
		text := f.encode(t, registerOf(10, 5000, 0))
		for _, failure := range []error{errors.New("enough"), io.EOF, file, context.Canceled} {
			for _, workers := range workerCounts {
				before := *file
				sum, err := adapters.Scan(t.Context(), f.decoder(strings.NewReader(text), adapters.Limits{}), &adapters.ScanOptions{Workers: workers}, func(_ int, v *incident.View) error {
					if string(v.ID()) == "reg-3200" {
						return failure
					}
					return nil
				})
				if err != failure || sum.Complete || sum.Read < 3200-1 || sum.Read > 3200 {
					t.Errorf("%d workers: %v, want %v; %+v", workers, err, failure, sum)
				}
				if *file != before {
					t.Errorf("the caller's error was changed to %+v", file)
				}
			}
		}
	})
}
