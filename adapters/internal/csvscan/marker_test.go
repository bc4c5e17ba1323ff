package csvscan

import (
	"bytes"
	"math/bits"
	"slices"
	"testing"
)

// TestMarks puts every byte behind and in front of others, some of which borrow,
// and compares the first mark with a loop.
func TestMarks(t *testing.T) {
	for _, d := range []Dialect{{Comma: ',', Quote: '"'}, {Comma: '\t', Quote: '\''}, {Comma: '~', Quote: '`'}, {Comma: 0, Quote: 0x7f}} {
		m := newMarker(d)
		for _, fill := range []byte{'a', ' ', 0x80, 0xff, d.Comma + 1, d.Quote + 1, '\r' + 1} {
			for c := range 256 {
				for at := range 8 {
					b := bytes.Repeat([]byte{fill}, 8)
					b[at] = byte(c)
					want := slices.IndexFunc(b, func(c byte) bool { return m.special[c] || c <= '\r' })
					if want < 0 {
						want = 8
					}
					if got := bits.TrailingZeros64(m.marks(word(b, 0))) >> 3; got != want {
						t.Fatalf("%+v: %q: %d, want %d", d, b, got, want)
					}
				}
			}
		}
	}
}

// TestEverySeparator reads rows that are written with each byte as the separator.
func TestEverySeparator(t *testing.T) {
	for c := range 256 {
		comma, quote := byte(c), byte('"')
		if comma == '"' {
			quote = '\''
		}
		if comma == '\n' || comma == '\r' || comma == 0 { // 0 asks for one to be found
			continue
		}
		inQuotes := []byte{'x', comma, quote, quote, '\n', 0xe2, 0x80, 0xa6, 'y'}
		cells := [][]byte{[]byte("first cell"), {}, inQuotes, []byte("\u0e01\u0e02"), {}, []byte("of 8 by.")}
		if bytes.IndexByte(cells[0], comma) >= 0 || bytes.IndexByte(cells[3], comma) >= 0 || bytes.IndexByte(cells[5], comma) >= 0 {
			cells[0], cells[3], cells[5] = []byte("0123456789"), []byte("0"), []byte("00000000")
			if comma >= '0' && comma <= '9' {
				continue
			}
		}
		var row []byte
		for i, cell := range cells {
			if i > 0 {
				row = append(row, comma)
			}
			if i == 2 {
				cell = slices.Concat([]byte{quote}, cell, []byte{quote})
			}
			row = append(row, cell...)
		}
		text := slices.Concat(row, []byte("\n"), row, []byte("\n"))
		cells[2] = slices.Concat(inQuotes[:2], inQuotes[3:])
		s := New(bytes.NewReader(text), Config{Dialect: Dialect{Comma: comma, Quote: quote}, Unverified: true})
		for range 2 {
			got, err := s.Next()
			if err != nil || !slices.EqualFunc(got.Fields(), cells, bytes.Equal) {
				t.Fatalf("separator %q: %q, %v, want %q", comma, got.Fields(), err, cells)
			}
		}
	}
}
