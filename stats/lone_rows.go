package stats

import "github.com/rescuetally/rescuetally/incident"

// viewRows remembers, by the codes of a view, which rows figures were in and
// which of their values stand in those: looking a number up takes a fraction of
// the time of a text. It is bounded, and forgets everything when it is full.
type viewRows struct {
	view  *incident.View // whose codes they are
	slots []viewSlot     // a power of two of them
	used  int

	dense         []uint16 // for each code of the view a smaller number, from 1
	last          uint16
	top, distinct viewValues
}

type viewSlot struct {
	codes  [mostCodes]uint32
	number int32 // the row's, from 1; 0 is a free slot
}

// viewValues has, for each row and each value by its dense number, what is to be
// remembered of it; 0 is nothing.
type viewValues [][]uint16

const (
	mostCodes  = 4 // dimensions
	leastSlots = 1 << 8
	mostSlots  = 1 << 14 // half of them are used
	mostDense  = 256
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

// place returns where something is remembered of a value in a row, if there is
// room for it.
func (r *viewRows) place(values *viewValues, number int, code uint32) (at *uint16, ok bool) {
	if code == 0 || code >= codeDate || number >= mostSlots {
		return nil, false
	}
	for int(code) >= len(r.dense) {
		r.dense = append(r.dense, 0)
	}
	i := r.dense[code]
	if i == 0 {
		if r.last == mostDense {
			return nil, false
		}
		r.last++
		i = r.last
		r.dense[code] = i
	}
	for number >= len(*values) {
		*values = append(*values, nil)
	}
	row := &(*values)[number]
	for int(i) >= len(*row) {
		*row = append(*row, 0)
	}
	return &(*row)[i], true
}
