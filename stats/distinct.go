package stats

import (
	"encoding/binary"
	"maps"
	"math"
	"math/bits"
	"slices"
)

// fewValues is up to how many values of a row are looked through one by one.
const fewValues = 64

// distinctValues are the values of a row that [Distinct] counts: all of them up
// to a limit, and from then on the least hashes.
type distinctValues struct {
	few  []string // as long as they are few
	more *moreDistinct
}

// moreDistinct holds one of the two.
type moreDistinct struct {
	all    map[string]struct{}
	hashes *leastHashes
}

// sketch returns the hashes, nil as long as all values are held.
func (d *distinctValues) sketch() *leastHashes {
	if d.more == nil {
		return nil
	}
	return d.more.hashes
}

// len returns how many values are held.
func (d *distinctValues) len() int {
	if d.more == nil {
		return len(d.few)
	}
	return len(d.more.all)
}

// values returns the values held, in no order.
func (d *distinctValues) values() []string {
	if d.more == nil {
		return d.few
	}
	return slices.Collect(maps.Keys(d.more.all))
}

func (d *distinctValues) has(value string) bool {
	if d.more == nil {
		return slices.Contains(d.few, value)
	}
	_, ok := d.more.all[value]
	return ok
}

// insert takes in a value that is not held.
func (d *distinctValues) insert(value string) {
	if d.more == nil && len(d.few) < fewValues {
		d.few = append(d.few, value)
		return
	}
	if d.more == nil {
		d.more = &moreDistinct{all: make(map[string]struct{}, 2*fewValues)}
		for _, v := range d.few {
			d.more.all[v] = struct{}{}
		}
		d.few = nil
	}
	d.more.all[value] = struct{}{}
}

// toSketch lets the values go and keeps the least of their hashes.
func (d *distinctValues) toSketch(most int) {
	s := new(leastHashes)
	for _, v := range d.values() {
		s.add(hashValue(v), most)
	}
	*d = distinctValues{more: &moreDistinct{hashes: s}}
}

// leastHashes are the k smallest hashes of the values seen (Bar-Yossef,
// Jayram, Kumar, Sivakumar and Trevisan, "Counting distinct elements in a data
// stream", RANDOM 2002). They do not depend on order, and those of two parts
// give those of the whole. Between times more are held, up to 2k, and some of
// them twice.
type leastHashes struct {
	held   []uint64
	sorted int // so many of them are in order and different
}

func (s *leastHashes) add(hash uint64, k int) {
	if s.sorted >= k && hash > s.held[k-1] {
		return
	}
	if _, ok := slices.BinarySearch(s.held[:s.sorted], hash); ok {
		return
	}
	s.held = append(s.held, hash)
	if len(s.held) >= 2*k {
		s.settle(k)
	}
}

// settle leaves the k smallest hashes, in order.
func (s *leastHashes) settle(k int) {
	slices.Sort(s.held)
	s.held = slices.Compact(s.held)
	s.held = s.held[:min(k, len(s.held))]
	s.sorted = len(s.held)
}

// estimate returns how many values there were, more than k. It is the unbiased
// (k−1)·2^64/(the k-th hash + 1) of Beyer, Haas, Reinwald, Sismanis and Gemulla,
// "On synopses for distinct-value estimation under multiset operations", SIGMOD
// 2007, whose relative standard error is below 1/√(k−2).
func (s *leastHashes) estimate(k int) int64 {
	s.settle(k)
	n := uint64(0)
	if len(s.held) == k { // or else two of k+1 values have the same hash
		if width := s.held[k-1] + 1; width > 0 { // it is k at least, or 2^64
			n, _ = bits.Div64(uint64(k-1), 0, width)
		}
	}
	return int64(min(max(n, uint64(k)+1), math.MaxInt64))
}

// distinctError is two relative standard errors of an estimate.
func distinctError(k int) float64 { return 2 / math.Sqrt(float64(k-2)) }

// append writes the hashes as distances from each to the next.
func (s *leastHashes) append(b []byte, k int) []byte {
	s.settle(k)
	b = binary.AppendUvarint(b, uint64(len(s.held)))
	last := uint64(0)
	for _, h := range s.held {
		b = binary.AppendUvarint(b, h-last)
		last = h
	}
	return b
}

func readLeastHashes(in *stateReader, k int) *leastHashes {
	n := in.length()
	if n == 0 || n > k {
		in.fail()
		return nil
	}
	s := &leastHashes{held: make([]uint64, 0, n)}
	last := uint64(0)
	for i := range n {
		step := in.uvarint()
		if i > 0 && step == 0 || step > math.MaxUint64-last {
			in.fail()
			return nil
		}
		last += step
		s.held = append(s.held, last)
	}
	s.sorted = n
	return s
}
