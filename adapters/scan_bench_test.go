package adapters_test

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// benchRecords are how many records the benchmarks read.
const benchRecords = 10_000

// register is an input of records with one figure each, all of them good.
func register(tb testing.TB, f scanForm, n int) string {
	tb.Helper()
	list := registerOf(11, n, 0)
	for i := range list {
		list[i].Figures = list[i].Figures[:1]
		list[i].Notes = strings.ReplaceAll(list[i].Notes, "p\u0430ge", "page")
	}
	return f.encode(tb, list)
}

// eachForm runs a benchmark for each format with an input of a register.
func eachForm(b *testing.B, run func(b *testing.B, f scanForm, text string)) {
	for _, f := range scanForms {
		text := register(b, f, benchRecords)
		b.Run(f.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			run(b, f, text)
		})
	}
}

// BenchmarkViews decodes into one View.
func BenchmarkViews(b *testing.B) {
	eachForm(b, func(b *testing.B, f scanForm, text string) {
		for b.Loop() {
			dec, n := f.decoder(strings.NewReader(text), adapters.Limits{}), 0
			var v incident.View
			for {
				if _, err := dec.DecodeView(b.Context(), &v); err == io.EOF {
					break
				} else if err != nil {
					b.Fatal(err)
				}
				n++
			}
			if n != benchRecords {
				b.Fatalf("%d records", n)
			}
		}
	})
}

// BenchmarkDecode decodes into Records.
func BenchmarkDecode(b *testing.B) {
	eachForm(b, func(b *testing.B, f scanForm, text string) {
		for b.Loop() {
			r, n := adapters.NewReader(f.decoder(strings.NewReader(text), adapters.Limits{}), nil), 0
			for _, err := range r.All(b.Context()) {
				if err != nil {
					b.Fatal(err)
				}
				n++
			}
			if n != benchRecords {
				b.Fatalf("%d records", n)
			}
		}
	})
}

// BenchmarkScan decodes, checks and adds up, by workers.
func BenchmarkScan(b *testing.B) {
	eachForm(b, func(b *testing.B, f scanForm, text string) {
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					if n := scanRegister(b, f.decoder(strings.NewReader(text), adapters.Limits{}), workers); n != benchRecords {
						b.Fatalf("%d records", n)
					}
				}
			})
		}
	})
}

// BenchmarkRecords decodes and checks Records in the order of the input, by
// workers.
func BenchmarkRecords(b *testing.B) {
	eachForm(b, func(b *testing.B, f scanForm, text string) {
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					list, summary := adapters.Records(b.Context(), f.decoder(strings.NewReader(text), adapters.Limits{}),
						&adapters.ScanOptions{Workers: workers, Check: &incident.CheckOptions{}})
					for _, err := range list {
						if err != nil {
							b.Fatal(err)
						}
					}
					if n := summary().Accepted; n != benchRecords {
						b.Fatalf("%d records", n)
					}
				}
			})
		}
	})
}

// scanRegister is the streaming path: decode, check and add up.
func scanRegister(tb testing.TB, dec adapters.ViewDecoder, workers int) int {
	tallies := make([]*stats.Tally, workers)
	for i := range tallies {
		tallies[i] = stats.NewTally(stats.By(stats.Country, stats.Month), stats.Sum(incident.Freed), stats.Top(stats.Nationality, 3), stats.Quantiles())
	}
	sum, err := adapters.Scan(tb.Context(), dec, &adapters.ScanOptions{Workers: workers, Check: &incident.CheckOptions{}},
		func(worker int, v *incident.View) error { return tallies[worker].AddView(v) })
	if err != nil {
		tb.Fatal(err)
	}
	for _, t := range tallies[1:] {
		if err := tallies[0].Merge(t); err != nil {
			tb.Fatal(err)
		}
	}
	return sum.Accepted
}

// TestStreamingAllocates shows that records cost nothing on the way from the
// bytes to the sums: behind a warm-up, at most one allocation for ten of them.
func TestStreamingAllocates(t *testing.T) {
	const warm, measured = 4_000, 10_000
	forEachForm(t, func(t *testing.T, f scanForm) {
		text := register(t, f, warm+measured)
		dec := f.decoder(strings.NewReader(text), adapters.Limits{})
		tally := stats.NewTally(stats.By(stats.Country, stats.Month), stats.Sum(incident.Freed), stats.Top(stats.Nationality, 3), stats.Quantiles())
		var v incident.View
		check := &incident.CheckOptions{AsOf: dateOf("2025")}
		take := func(n int) {
			for range n {
				if _, err := dec.DecodeView(t.Context(), &v); err != nil {
					t.Fatal(err)
				}
				if found := v.Check(check); found != nil {
					t.Fatal(found)
				}
				if err := tally.AddView(&v); err != nil {
					t.Fatal(err)
				}
			}
		}
		take(warm)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		take(measured)
		runtime.ReadMemStats(&after)
		if n := after.Mallocs - before.Mallocs; n > measured/10 {
			t.Errorf("%d records take %d allocations", measured, n)
		} else {
			t.Logf("%d records take %d allocations", measured, n)
		}
	})
}
