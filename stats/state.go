package stats

import (
	"encoding/binary"
	"math"
)

// stateReader reads what MarshalBinary wrote. After the first fault it returns
// zeros, and bad tells; counts it returns never exceed what the rest of the
// bytes could hold. Texts are parts of the state, without a copy.
type stateReader struct {
	rest string
	bad  bool
}

func (r *stateReader) fail() { r.bad, r.rest = true, "" }

func (r *stateReader) uvarint() uint64 {
	var n uint64
	for i := 0; i < len(r.rest) && i < binary.MaxVarintLen64; i++ {
		b := r.rest[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b >= 0x80 {
			continue
		}
		if i > 0 && b == 0 || i == binary.MaxVarintLen64-1 && b > 1 { // not the shortest form, or too large
			break
		}
		r.rest = r.rest[i+1:]
		return n
	}
	r.fail() // or cut short
	return 0
}

// number reads an integer from 0 to 2^63−1.
func (r *stateReader) number() int64 {
	n := r.uvarint()
	if n > math.MaxInt64 {
		r.fail()
		return 0
	}
	return int64(n)
}

// length reads a number of things of at least one byte each.
func (r *stateReader) length() int { return r.lengthOf(1) }

// lengthOf reads a number of things of at least size bytes each.
func (r *stateReader) lengthOf(size int) int {
	n := r.uvarint()
	if n > uint64(len(r.rest)/size) {
		r.fail()
		return 0
	}
	return int(n)
}

func (r *stateReader) text() string {
	n := r.length()
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

func (r *stateReader) byte() byte {
	if len(r.rest) == 0 {
		r.fail()
		return 0
	}
	b := r.rest[0]
	r.rest = r.rest[1:]
	return b
}

func appendText[T string | []byte](b []byte, s T) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func boolBit(v bool) uint64 {
	if v {
		return 1
	}
	return 0
}
