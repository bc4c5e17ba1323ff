package stats

import (
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// viewRows remembers, by the codes of a view, which rows figures were in and
// which of their values stand in those: looking a number up takes a fraction of
// the time of a text. It is bounded, and forgets everything when it is full.
type viewRows struct {
	view  *incident.View // whose codes they are
	slots []viewSlot     // a power of two of them
	used  int

	columns    []int16  // of measures, by their codes, from 2; 1 is none, 0 not known yet
	publishers []uint64 // their hashes, by the codes of sources; 0 is none yet
	values     []uint64 // the hashes of values, by their codes; 0 is none yet
	dense      []uint16 // for each code of the view a smaller number, from 0; noDense for none yet
	next       uint16   // smaller number
	top        [mostRows / rowsOfChunk]*topChunk
	seen       [mostRows / rowsOfChunk]*seenChunk
}

// A topChunk has for rows that follow each other, by smaller number, where the
// value stands among those of the row, from 1.
type topChunk [rowsOfChunk][mostDense]uint16

// A seenChunk has for such rows a bit for each smaller number: the value is among
// those of the row.
type seenChunk [rowsOfChunk][mostDense / 64]uint64

// publisher returns the hash of an account's publisher, of an account without an
// event.
func (r *viewRows) publisher(code uint32, name string) uint64 {
	h := known(&r.publishers, code)
	if *h == 0 {
		*h = hashPublisher("", name)
	}
	return *h
}

// value returns the hash of a value, whose code may be 0.
func (r *viewRows) value(code uint32, value string) uint64 {
	if code == 0 || code >= codeDate {
		return hashValue(value)
	}
	h := known(&r.values, code)
	if *h == 0 {
		*h = hashValue(value)
	}
	return *h
}

// known returns what is known of a code; 0 is nothing.
func known[T int16 | uint64](list *[]T, code uint32) *T {
	for int(code) >= len(*list) {
		*list = append(*list, 0)
	}
	return &(*list)[code]
}

// column returns the place of a measure among those summed, or −1.
func (r *viewRows) column(code uint32, sums []incident.Measure, m incident.Measure) int {
	c := known(&r.columns, code)
	if *c == 0 {
		*c = int16(2 + slices.Index(sums, m))
	}
	return int(*c) - 2
}

type viewSlot struct {
	codes  [mostCodes]uint32
	number int32 // the row's, from 1; 0 is a free slot
}

const (
	mostCodes  = 4 // dimensions
	leastSlots = 1 << 8
	mostSlots  = 1 << 14 // half of them are used
	mostDense  = 256     // values of which something is remembered, at the most
	mostRows   = 1 << 11 // rows in which it is

	rowsOfChunk = 64
	noDense     = mostDense
)

// Codes beside those of a view, which are small.
const (
	codeUnstated uint32 = 1<<31 + iota
	codeEvent           // an accrual that is not stated
	codeDate     uint32 = 1 << 30
)

// slot returns the slot of the codes, which is free if they are not known.
func (r *viewRows) slot(codes [mostCodes]uint32) *viewSlot {
	if 2*r.used >= len(r.slots) {
		r.grow()
	}
	slot := r.search(codes)
	if slot.number == 0 {
		r.used++
	}
	return slot
}

func (r *viewRows) search(codes [mostCodes]uint32) *viewSlot {
	var h uint64
	for _, code := range codes {
		h = (h ^ uint64(code)) * hashFirst
		h ^= h >> 32
	}
	mask := uint64(len(r.slots) - 1)
	for ; ; h++ {
		slot := &r.slots[h&mask]
		if slot.number == 0 || slot.codes == codes {
			return slot
		}
	}
}

func (r *viewRows) grow() {
	old := r.slots
	if len(old) == mostSlots {
		*r = viewRows{view: r.view}
		old = nil
	}
	r.slots = make([]viewSlot, max(leastSlots, 2*len(old)))
	for _, s := range old {
		if s.number > 0 {
			*r.search(s.codes) = s
		}
	}
}

// denseOf returns the smaller number of a code, if it has one.
func (r *viewRows) denseOf(code uint32) (n int, ok bool) {
	if code == 0 || code >= codeDate {
		return 0, false
	}
	for int(code) >= len(r.dense) {
		r.dense = append(r.dense, noDense)
	}
	if r.dense[code] == noDense {
		if r.next == mostDense {
			return 0, false
		}
		r.dense[code] = r.next
		r.next++
	}
	return int(r.dense[code]), true
}

// topAt returns where it is remembered at which place a value stands among those
// of a row, if it is.
func (r *viewRows) topAt(number int, code uint32) (at *uint16, ok bool) {
	n, ok := r.denseOf(code)
	if !ok || number >= mostRows {
		return nil, false
	}
	chunk := &r.top[number/rowsOfChunk]
	if *chunk == nil {
		*chunk = new(topChunk)
	}
	return &(*chunk)[number%rowsOfChunk][n], true
}

// seenAt returns the bit that tells whether a value is among those of a row, in
// the word where it is remembered, if it is.
func (r *viewRows) seenAt(number int, code uint32) (word *uint64, bit uint64, ok bool) {
	n, ok := r.denseOf(code)
	if !ok || number >= mostRows {
		return nil, 0, false
	}
	chunk := &r.seen[number/rowsOfChunk]
	if *chunk == nil {
		*chunk = new(seenChunk)
	}
	return &(*chunk)[number%rowsOfChunk][n/64], 1 << (n % 64), true
}
