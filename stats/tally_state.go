package stats

import (
	"encoding/binary"
	"maps"
	"math"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// MarshalBinary returns the tally's state as bytes that are the same for the
// same accounts: a version byte, the plan, then the rows in bytewise order, all
// integers as varints. It never fails.
func (t *Tally) MarshalBinary() ([]byte, error) {
	b := []byte{tallyVersion, 1}
	b = t.plan.append(b)
	b = binary.AppendUvarint(b, uint64(len(t.left)))
	for code, n := range t.Left() {
		b = binary.AppendUvarint(appendText(b, string(code)), uint64(n))
	}
	b = binary.AppendUvarint(b, uint64(len(t.rows)))
	for _, key := range slices.Sorted(maps.Keys(t.rows)) {
		b = t.rows[key].append(appendText(b, key))
	}
	return b, nil
}

func (r *row) append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(r.events))
	b = binary.AppendUvarint(b, uint64(r.records))
	for _, values := range [...]map[string]int64{r.top, r.distinct} {
		b = binary.AppendUvarint(b, uint64(len(values)))
		for _, value := range slices.Sorted(maps.Keys(values)) {
			b = binary.AppendUvarint(appendText(b, value), uint64(values[value]))
		}
	}
	for i := range r.sums {
		cell := &r.sums[i]
		b = binary.AppendUvarint(b, uint64(len(cell.units)))
		for _, unit := range slices.Sorted(maps.Keys(cell.units)) {
			b = cell.units[unit].append(appendText(b, unit))
		}
		b = binary.AppendUvarint(b, uint64(len(cell.buckets)))
		for _, k := range slices.Sorted(maps.Keys(cell.buckets)) {
			b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(k)), uint64(cell.buckets[k]))
		}
	}
	return b
}

// UnmarshalBinary replaces plan and state by those that [Tally.MarshalBinary]
// wrote. The limits stay. The error is an [*Error]: format.unexpected for other
// bytes, limit.groups when they hold too much; the tally is unchanged then.
func (t *Tally) UnmarshalBinary(data []byte) error {
	in := &stateReader{rest: data}
	if in.byte() != tallyVersion || in.byte() != 1 {
		return errState()
	}
	next := NewTally(WithLimits(t.limits))
	next.plan.read(in)
	for range in.length() {
		code := incident.Code(in.text())
		next.left[code] = in.number()
	}
	for n := in.length(); n > 0 && !in.bad; n-- {
		key := in.text()
		if len(keyTexts(key)) != len(next.plan.by) {
			in.fail()
			break
		}
		if err := next.grow(); err != nil {
			return err
		}
		r := &row{sums: make([]measureSum, len(next.plan.sums))}
		if err := next.readRow(in, r); err != nil {
			return err
		}
		next.rows[key] = r
	}
	// One state has one form: bytes that read back otherwise are not ours.
	if again, _ := next.MarshalBinary(); in.bad || len(in.rest) > 0 || string(again) != string(data) {
		return errState()
	}
	*t = *next
	return nil
}

func (p *plan) read(in *stateReader) {
	dimension := func() Dimension {
		d := in.byte()
		if int(d) >= len(dimensionNames) {
			in.fail()
			return 0
		}
		return Dimension(d)
	}
	for range in.length() {
		p.by = append(p.by, dimension())
	}
	for range in.length() {
		p.sums = append(p.sums, incident.Measure(in.text()))
	}
	p.top = dimension()
	k := in.number()
	if k > math.MaxInt32 {
		in.fail()
		k = 0
	}
	p.topK = int(k)
	p.distinct = dimension()
	p.quantiles = in.byte() == 1
}

func (t *Tally) readRow(in *stateReader, r *row) error {
	r.events, r.records = in.number(), in.number()
	for _, values := range [...]*map[string]int64{&r.top, &r.distinct} {
		n := in.length()
		if n > 0 {
			*values = map[string]int64{}
		}
		for range n {
			value := in.text()
			(*values)[value] = in.number()
			if err := t.grow(); err != nil {
				return err
			}
		}
	}
	for i := range r.sums {
		cell := &r.sums[i]
		if n := in.length(); n > 0 {
			cell.units = map[string]*sum{}
			for range n {
				unit := in.text()
				cell.units[unit] = new(sum)
				cell.units[unit].read(in)
			}
		}
		if n := in.length(); n > 0 {
			cell.buckets = map[int32]int64{}
			for range n {
				k := in.number()
				if k > int64(bucketOf(math.MaxInt64)) {
					in.fail()
					break
				}
				cell.buckets[int32(k)] = in.number()
				if err := t.grow(); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
