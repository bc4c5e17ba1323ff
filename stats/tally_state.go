package stats

import (
	"cmp"
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// A Tally's state begins with what it is and the version of its form. Version 1
// had counts of values beside the rows.
const (
	tallyState   = 'T'
	tallyVersion = 2
)

// MarshalBinary returns the tally's state as bytes that are the same for the
// same accounts: a version, the plan, then the rows in bytewise order and what
// is kept beside them, all integers as varints. It never fails.
//
// The values that a row keeps for [Top] and [Distinct] are as many as there are,
// up to [ExactValues], or a sketch. Either is the same for the same accounts,
// whatever the order, the parts, and when it was that the sketch was begun.
func (t *Tally) MarshalBinary() ([]byte, error) {
	b := t.plan.append([]byte{tallyState, tallyVersion})
	b = append(b, byte(boolBit(t.partial)))
	b = binary.AppendUvarint(b, uint64(len(t.left)))
	for code, n := range t.Left() {
		b = binary.AppendUvarint(appendText(b, string(code)), uint64(n))
	}
	order := t.sorted()
	place := make([]int, len(order)) // in the state, of a row's number
	b = binary.AppendUvarint(b, uint64(len(order)))
	for at, number := range order {
		place[number] = at
		b = append(b, t.keys.key(number)...)
		b = binary.AppendUvarint(b, uint64(t.rows.at(number).events))
		b = binary.AppendUvarint(b, uint64(t.rows.at(number).records))
		for column := range t.plan.sums {
			b = t.plain(number, column).append(b)
		}
	}
	b = t.appendBeside(b, place)
	for _, number := range order {
		b = t.appendValues(b, number)
	}
	return b, nil
}

// appendBeside writes what is kept beside the rows, in the order of the rows.
func (t *Tally) appendBeside(b []byte, place []int) []byte {
	b = binary.AppendUvarint(b, uint64(len(t.money)))
	for _, k := range slices.SortedFunc(maps.Keys(t.money), func(k, l cellKey) int {
		return cmp.Or(cmp.Compare(place[k.row], place[l.row]), cmp.Compare(k.column, l.column), strings.Compare(k.unit, l.unit))
	}) {
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(place[k.row])), uint64(k.column))
		b = t.money[k].append(appendText(b, k.unit))
	}
	return t.appendBuckets(b, place)
}

// UnmarshalBinary replaces plan and state by those that [Tally.MarshalBinary]
// of this version wrote. The limits stay. The error is an [*Error]:
// format.unexpected for other bytes, limit.groups when they hold too much; the tally is unchanged then.
func (t *Tally) UnmarshalBinary(data []byte) error {
	in := &stateReader{rest: string(data)}
	if in.byte() != tallyState || in.byte() != tallyVersion {
		return errState()
	}
	next := NewTally(WithLimits(t.limits))
	if t.exact > 0 {
		next.exact = t.exact
	}
	if err := next.read(in); err != nil {
		return err
	}
	// A state has one form: bytes that would be written otherwise are not ours.
	if again, _ := next.MarshalBinary(); string(again) != string(data) {
		return errState()
	}
	*t = *next
	return nil
}

func (t *Tally) read(in *stateReader) error {
	t.plan.read(in)
	t.partial = in.byte() == 1
	for range in.length() {
		code := incident.Code(in.text())
		t.left[code] = in.number()
	}
	for n := in.length(); n > 0 && !in.bad; n-- {
		t.key = t.key[:0]
		for range t.plan.by {
			t.key = appendText(t.key, in.text())
		}
		number, err := t.rowOf(t.key)
		if err != nil {
			return err
		}
		*t.rows.at(number) = row{in.small(), in.small()}
		for column := range t.plan.sums {
			t.plain(number, column).read(in)
		}
	}
	if err := t.readBeside(in); err != nil {
		return err
	}
	for number := 0; number < t.keys.len() && !in.bad; number++ {
		if err := t.readValues(in, number); err != nil {
			return err
		}
	}
	if in.bad || len(in.rest) > 0 {
		return errState()
	}
	return nil
}

func (t *Tally) readBeside(in *stateReader) error {
	for n := in.length(); n > 0 && !in.bad; n-- {
		k := cellKey{in.below(t.keys.len()), in.below(len(t.plan.sums)), in.text()}
		if k.unit == "" || in.bad {
			in.fail()
			break
		}
		cell, err := t.cell(k.row, k.column, k.unit)
		if err != nil {
			return err
		}
		cell.read(in)
	}
	return t.readBuckets(in)
}

// below reads an integer from 0 to n−1.
func (r *stateReader) below(n int) int {
	i := r.uvarint()
	if i >= uint64(n) {
		r.fail()
		return 0
	}
	return int(i)
}

// small reads an integer from 0 to 2^32−1.
func (r *stateReader) small() uint32 {
	n := r.uvarint()
	if n > math.MaxUint32 {
		r.fail()
		return 0
	}
	return uint32(n)
}

func (p *plan) append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(p.by)))
	for _, d := range p.by {
		b = append(b, byte(d))
	}
	b = binary.AppendUvarint(b, uint64(len(p.sums)))
	for _, m := range p.sums {
		b = appendText(b, string(m))
	}
	b = append(b, byte(p.top))
	b = binary.AppendUvarint(b, uint64(p.topK))
	return append(b, byte(p.distinct), byte(boolBit(p.quantiles)))
}

func (p *plan) read(in *stateReader) {
	for range in.length() {
		p.by = append(p.by, in.dimension())
	}
	for range in.length() {
		p.sums = append(p.sums, incident.Measure(in.text()))
	}
	p.top, p.topK = in.dimension(), in.below(math.MaxInt32)
	p.distinct, p.quantiles = in.dimension(), in.byte() == 1
}

func (r *stateReader) dimension() Dimension {
	d := r.byte()
	if int(d) >= len(dimensionNames) {
		r.fail()
		return 0
	}
	return Dimension(d)
}
