package adapters_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// noneLeft complains when there are more goroutines than before, also a moment
// later.
func noneLeft(t *testing.T, what string, before int) {
	t.Helper()
	for range 50 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%s: %d goroutines are left over", what, runtime.NumGoroutine()-before)
}

// wantCancelled complains about an error that is not that of a reading that was
// cancelled, or a Summary that calls the input complete.
func wantCancelled(t *testing.T, what string, err error, sum adapters.Summary) {
	t.Helper()
	if !errors.Is(err, context.Canceled) || sum.Complete {
		t.Errorf("%s: %v, complete: %t", what, err, sum.Complete)
	}
}

func TestScanIsCancelled(t *testing.T) {
	forEachForm(t, func(t *testing.T, f scanForm) {
		text := f.encode(t, registerOf(1, 6000, 9))
		for _, workers := range workerCounts {
			for _, at := range []int32{0, 1, 700, 2500, 4000} { // before the start, and from within use
				before := runtime.NumGoroutine()
				ctx, cancel := context.WithCancel(t.Context())
				if at == 0 {
					cancel()
				}
				var n, behind atomic.Int32
				o := &adapters.ScanOptions{ReadOptions: adapters.ReadOptions{Policy: adapters.Skip}, Workers: workers}
				sum, err := adapters.Scan(ctx, f.decoder(strings.NewReader(text), adapters.Limits{}), o, func(int, *incident.View) error {
					if ctx.Err() != nil {
						behind.Add(1)
					}
					if n.Add(1) == at {
						cancel()
					}
					return nil
				})
				cancel()
				wantCancelled(t, "Scan", err, sum)
				if int(behind.Load()) >= workers && at > 0 || at == 0 && n.Load() > 0 || sum.Accepted > int(n.Load()) {
					t.Errorf("%d workers, cancelled at %d: %d records came, %d of them behind it; %+v", workers, at, n.Load(), behind.Load(), sum)
				}
				noneLeft(t, "Scan", before)
			}
		}
	})
}

// TestScanIsCancelledByOthers cancels while the reader waits for bytes.
func TestScanIsCancelledByOthers(t *testing.T) {
	forEachForm(t, func(t *testing.T, f scanForm) {
		text := f.encode(t, registerOf(2, 4000, 0))
		for _, workers := range workerCounts {
			before := runtime.NumGoroutine()
			ctx, cancel := context.WithCancel(t.Context())
			in := io.MultiReader(strings.NewReader(text[:700_000]), readerFunc(func(p []byte) (int, error) {
				cancel()
				return copy(p, " "), nil // for ever
			}))
			sum, err := adapters.Scan(ctx, f.decoder(in, adapters.Limits{}), &adapters.ScanOptions{Workers: workers}, func(int, *incident.View) error { return nil })
			wantCancelled(t, "Scan", err, sum)
			noneLeft(t, "Scan", before)
		}
	})
}

// A readerFunc reads.
type readerFunc func(p []byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

func TestRecordsAreCancelled(t *testing.T) {
	forEachForm(t, func(t *testing.T, f scanForm) {
		list := registerOf(3, 6000, 0)
		text := f.encode(t, list)
		for _, workers := range workerCounts {
			for _, at := range []int{0, 1, 2500, 5999} {
				before := runtime.NumGoroutine()
				ctx, cancel := context.WithCancel(t.Context())
				if at == 0 {
					cancel()
				}
				records, summary := adapters.Records(ctx, f.decoder(strings.NewReader(text), adapters.Limits{}), &adapters.ScanOptions{Workers: workers})
				n := 0
				var last error
				for rec, err := range records {
					if last != nil {
						t.Fatal("something comes behind the error")
					}
					if last = err; err != nil {
						continue
					}
					if rec.ID != list[n].ID {
						t.Fatalf("record %d is %s", n, rec.ID)
					}
					if n++; n == at {
						cancel()
					}
				}
				cancel()
				if last != nil { // all may have been read before
					wantCancelled(t, "Records", last, summary())
				} else if n != len(list) || !summary().Complete {
					t.Errorf("%d records, no error and %+v", n, summary())
				}
				noneLeft(t, "Records", before)
			}
		}
	})
}

// TestRecordsAreLeft leaves the loop: the reading ends, and nothing else is
// called.
func TestRecordsAreLeft(t *testing.T) {
	forEachForm(t, func(t *testing.T, f scanForm) {
		text := f.encode(t, registerOf(4, 6000, 9))
		for _, workers := range workerCounts {
			for _, at := range []int{1, 1999, 3000} {
				before := runtime.NumGoroutine()
				records, summary := adapters.Records(t.Context(), f.decoder(strings.NewReader(text), adapters.Limits{}),
					&adapters.ScanOptions{ReadOptions: adapters.ReadOptions{Policy: adapters.Skip}, Workers: workers})
				n := 0
				for _, err := range records {
					if err != nil {
						t.Fatal(err)
					}
					if n++; n == at {
						break
					}
				}
				noneLeft(t, "Records", before)
				if n != at || summary().Accepted < n {
					t.Errorf("%d records, %+v", n, summary())
				}
			}
		}
		records, summary := adapters.Records(t.Context(), f.decoder(strings.NewReader(text), adapters.Limits{}), nil)
		func() { // a loop that panics ends the reading, too
			before := runtime.NumGoroutine()
			defer noneLeft(t, "Records", before)
			defer func() {
				if recover() == nil {
					t.Error("the panic got lost")
				}
			}()
			for range records {
				panic("enough")
			}
		}()
		if summary().Complete && len(text) > 8*adapters.PartBytes {
			t.Error("all was read")
		}
	})
}

// TestRecordsAreOnesOwn keeps records and changes them while others are read.
func TestRecordsAreOnesOwn(t *testing.T) {
	forEachForm(t, func(t *testing.T, f scanForm) {
		list := registerOf(5, 4000, 0)
		records, _ := adapters.Records(t.Context(), f.decoder(strings.NewReader(f.encode(t, list)), adapters.Limits{}), &adapters.ScanOptions{Workers: 3})
		var kept []*incident.Record
		for rec, err := range records {
			if err != nil {
				t.Fatal(err)
			}
			rec.Figures[0].Label = "changed"
			kept = append(kept, rec)
		}
		for i, rec := range kept {
			if rec.ID != list[i].ID || rec.Notes != list[i].Notes || rec.Source.Name != list[i].Source.Name || rec.Figures[0].Count != list[i].Figures[0].Count {
				t.Fatalf("record %d became another: %+v", i, rec)
			}
		}
	})
}

// TestScanOfGzip reads a compressed stream.
func TestScanOfGzip(t *testing.T) {
	forEachForm(t, func(t *testing.T, f scanForm) {
		text := f.encode(t, registerOf(6, 3000, 9))
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		if _, err := io.WriteString(z, text); err != nil {
			t.Fatal(err)
		}
		must(t, z.Close())
		compareScans(t, f, func() io.Reader {
			in, err := adapters.OpenStream(bytes.NewReader(b.Bytes()), &adapters.OpenOptions{Gzip: true, Spool: t.TempDir()})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { in.Close() })
			return in
		}, adapters.ReadOptions{Policy: adapters.Skip})
	})
}
