package csvscan

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// A marker finds what is special in a row, eight bytes at a time: separators,
// quotes and line ends. This is where most of the time of reading a file goes.
type marker struct {
	commas, quotes uint64 // eight of them
	ascii          bool   // both are; only then can eight bytes be looked at
	special        [256]bool
}

func newMarker(d Dialect) marker {
	m := marker{commas: uint64(d.Comma) * ones, quotes: uint64(d.Quote) * ones, ascii: d.Comma|d.Quote < utf8.RuneSelf}
	for _, c := range [...]byte{d.Comma, d.Quote, '\n', '\r'} {
		m.special[c] = true
	}
	return m
}

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// word returns the eight bytes from i on, the first as the lowest.
func word(b []byte, i int) uint64 { return binary.LittleEndian.Uint64(b[i : i+8 : i+8]) }

// marks looks at eight bytes. The lowest bit that is set is the high bit of the
// first special byte among them, or of a control character: subtracting a number
// from a byte below 0x80 borrows from its high bit when the byte is below that
// number.
func (m *marker) marks(w uint64) uint64 {
	return ((w ^ m.commas - ones) | (w ^ m.quotes - ones) | (w - ('\r'+1)*ones)) &^ w & highs
}

// bare returns the offset behind the bytes of b from i on that are not special,
// or len(b). Of bytes above ASCII seen then has a high bit.
func (m *marker) bare(b []byte, i int, seen uint64) (int, uint64) {
	for m.ascii && i <= len(b)-8 {
		w := word(b, i)
		seen |= w
		marks := m.marks(w)
		if marks == 0 {
			i += 8
			continue
		}
		i += bits.TrailingZeros64(marks) >> 3
		if m.special[b[i]] {
			return i, seen
		}
		i++
	}
	for i < len(b) && !m.special[b[i]] {
		seen |= uint64(b[i])
		i++
	}
	return i, seen
}
