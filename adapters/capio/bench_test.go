package capio_test

import (
	"io"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters/capio"
	"github.com/rescuetally/rescuetally/advisory"
)

// BenchmarkDecoder reads a feed of generated advisories.
func BenchmarkDecoder(b *testing.B) {
	const advisories = 200
	m := newMaker(31)
	var feed strings.Builder
	enc := capio.NewEncoder(&feed, &capio.EncodeOptions{Form: capio.Feed})
	for n := range advisories {
		a := m.advisory(n)
		if err := enc.Encode(b.Context(), &a); err != nil {
			b.Fatal(err)
		}
	}
	if err := enc.Close(); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(feed.Len()))
	b.ReportAllocs()
	for b.Loop() {
		dec := capio.NewDecoder(strings.NewReader(feed.String()), nil)
		n := 0
		for {
			var a advisory.Advisory
			if _, err := dec.Decode(b.Context(), &a); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != advisories {
			b.Fatalf("%d advisories", n)
		}
	}
}
