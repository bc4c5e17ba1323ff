package stats

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"strings"
)

// topValues are the values of a row that [Top] counts. Up to a limit k each is
// held with its count. From then on a [countMin] has the counts, and candidates
// are the k values with the smallest least hash of an occurrence. Every value
// carries that hash from the start, so which are the candidates depends on the
// occurrences alone: a value that was let go, or was not taken in, had k others
// before it, whose hashes can only fall, and it is back when an occurrence of
// its own falls among them. Between times up to 2k are held.
type topValues struct {
	entries []topEntry
	more    *moreTop
}

// A topEntry is a value, in how many events it stands (of no meaning in a
// sketch) and the least hash of its occurrences.
type topEntry struct {
	value string
	n     int64
	least uint64
}

// moreTop is what a row with more than few values has.
type moreTop struct {
	index  map[string]int32 // of the entries, when they are more than few
	counts *countMin        // nil as long as all values are held
	last   *topEntry        // of the candidates when they were settled; nil when they were fewer than k
}

func (e *topEntry) compare(f *topEntry) int {
	return cmp.Or(cmp.Compare(e.least, f.least), strings.Compare(e.value, f.value))
}

// sketch returns the counts of a sketch, nil as long as all values are held.
func (v *topValues) sketch() *countMin {
	if v.more == nil {
		return nil
	}
	return v.more.counts
}

// find returns the entry of a value; it is valid until the next insert.
func (v *topValues) find(value string) *topEntry {
	if len(v.entries) > fewValues {
		if i, ok := v.more.index[value]; ok {
			return &v.entries[i]
		}
		return nil
	}
	for i := range v.entries {
		if v.entries[i].value == value {
			return &v.entries[i]
		}
	}
	return nil
}

// add counts more of a value that is held; it reports whether the count fits.
func (e *topEntry) add(n int64, least uint64) bool {
	if e.n > math.MaxInt64-n {
		return false
	}
	e.n += n
	e.least = min(e.least, least)
	return true
}

// insert takes in a value that is not held.
func (v *topValues) insert(e topEntry) {
	v.entries = append(v.entries, e)
	switch i := len(v.entries) - 1; {
	case i == fewValues:
		v.reindex()
	case i > fewValues:
		v.more.index[e.value] = int32(i)
	}
}

func (v *topValues) reindex() {
	if v.more == nil {
		v.more = new(moreTop)
	}
	if v.more.index == nil {
		v.more.index = make(map[string]int32, 2*fewValues)
	}
	clear(v.more.index)
	for i := range v.entries {
		v.more.index[v.entries[i].value] = int32(i)
	}
}

// counted returns the counts as a sketch. ok is false when their total and more
// do not fit together.
func (v *topValues) counted(more int64) (counts *countMin, ok bool) {
	counts = new(countMin)
	for i := range v.entries {
		if !counts.add(hashValue(v.entries[i].value), v.entries[i].n) {
			return nil, false
		}
	}
	return counts, counts.total <= math.MaxInt64-more
}

// toSketch leaves the counts to a sketch, which has them.
func (v *topValues) toSketch(counts *countMin, k int) {
	if v.more == nil {
		v.more = new(moreTop)
	}
	v.more.counts = counts
	v.settle(k)
}

// propose makes a value of a sketch a candidate, if it can be one.
func (v *topValues) propose(value string, least uint64, k int) {
	if e := v.find(value); e != nil {
		e.least = min(e.least, least)
		return
	}
	e := topEntry{value: value, least: least}
	if v.more.last != nil && e.compare(v.more.last) > 0 {
		return
	}
	v.insert(e)
	if len(v.entries) >= 2*k {
		v.settle(k)
	}
}

// settle leaves the k candidates of a sketch.
func (v *topValues) settle(k int) {
	if len(v.entries) < k {
		return
	}
	slices.SortFunc(v.entries, func(e, f topEntry) int { return e.compare(&f) })
	clear(v.entries[k:])
	v.entries = v.entries[:k]
	last := v.entries[k-1]
	v.more.last = &last
	if k > fewValues {
		v.reindex()
	}
}

// tallied returns the values and their counts, the greatest first.
func (v *topValues) tallied(k int) []Tallied {
	counts := v.sketch()
	if counts != nil {
		v.settle(k)
	}
	var out []Tallied
	for i := range v.entries {
		e := &v.entries[i]
		n := e.n
		if counts != nil {
			n = counts.count(hashValue(e.value))
		}
		out = append(out, Tallied{e.value, n})
	}
	slices.SortFunc(out, func(a, b Tallied) int {
		return cmp.Or(cmp.Compare(b.Events, a.Events), cmp.Compare(a.Value, b.Value))
	})
	return out
}

// append writes the entries in order of their values, behind how many they are,
// or behind k+1 and the counts of a sketch.
func (v *topValues) append(b []byte, k int) []byte {
	counts := v.sketch()
	if counts == nil {
		b = binary.AppendUvarint(b, uint64(len(v.entries)))
	} else {
		v.settle(k)
		b = counts.append(binary.AppendUvarint(b, uint64(k)+1))
	}
	sorted := make([]*topEntry, len(v.entries))
	for i := range v.entries {
		sorted[i] = &v.entries[i]
	}
	slices.SortFunc(sorted, func(e, f *topEntry) int { return strings.Compare(e.value, f.value) })
	for _, e := range sorted {
		b = appendText(b, e.value)
		if counts == nil {
			b = binary.AppendUvarint(b, uint64(e.n))
		}
		b = binary.AppendUvarint(b, e.least)
	}
	return b
}
