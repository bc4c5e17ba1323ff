package stats

import (
	"encoding/binary"
	"slices"
)

// appendValues writes the values of a row.
func (t *Tally) appendValues(b []byte, number int) []byte {
	if t.plan.top != 0 {
		b = t.tops.at(number).append(b, t.exact)
	}
	if t.plan.distinct == 0 {
		return b
	}
	d := t.distincts.at(number)
	if hashes := d.sketch(); hashes != nil {
		return hashes.append(binary.AppendUvarint(b, uint64(t.exact)+1), t.exact)
	}
	b = binary.AppendUvarint(b, uint64(d.len()))
	for _, value := range slices.Sorted(slices.Values(d.values())) {
		b = appendText(b, value)
	}
	return b
}

// readValues reads the values of a row that has none.
func (t *Tally) readValues(in *stateReader, number int) error {
	if t.plan.top != 0 {
		if err := t.readTop(in, t.tops.at(number), int64(t.rows.at(number).events)); err != nil {
			return err
		}
	}
	if t.plan.distinct != 0 {
		return t.readDistinct(in, t.distincts.at(number))
	}
	return nil
}

// readTop reads the values of [Top] in a row of so many events.
func (t *Tally) readTop(in *stateReader, v *topValues, events int64) error {
	n := in.below(t.exact + 2)
	sketched := n > t.exact
	if sketched {
		if err := t.hold(t.exact + countMinGroups); err != nil {
			return err
		}
		counts := readCountMin(in)
		if in.bad || counts.total < int64(n) {
			return errState()
		}
		v.more, n = &moreTop{counts: counts}, t.exact
	}
	if n > len(in.rest)/2 {
		in.fail()
	}
	for ; n > 0 && !in.bad; n-- {
		e := topEntry{value: in.text()}
		if !sketched {
			e.n = in.number()
		}
		e.least = in.uvarint()
		switch {
		case e.value == "" || v.find(e.value) != nil:
			in.fail()
		case sketched && v.more.counts.count(hashValue(e.value)) > 0:
			v.insert(e)
		case sketched || e.n == 0 || e.n > events:
			in.fail()
		default:
			if err := t.addTop(v, e); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *Tally) readDistinct(in *stateReader, d *distinctValues) error {
	n := in.below(t.exact + 2)
	if n > t.exact {
		if err := t.sketchDistinct(d); err != nil {
			return err
		}
		d.more.hashes = readLeastHashes(in, t.exact)
		return nil
	}
	for ; n > 0 && !in.bad; n-- {
		value := in.text()
		if value == "" {
			in.fail()
			break
		}
		if err := t.addDistinct(d, value); err != nil {
			return err
		}
	}
	return nil
}
