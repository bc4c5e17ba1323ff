package stats

import (
	"encoding/binary"
	"math"
	"math/bits"
)

// A countMin is a Count-Min sketch (Cormode and Muthukrishnan, "An improved
// data stream summary: the count-min sketch and its applications", Journal of
// Algorithms 55, 2005). It is linear: what is added in any order and in any
// number of parts gives the same counters. A count read from it is never too
// low. It is too high by more than e/1024 of the total in at most e^-4 = 1.8 %
// of cases.
type countMin struct {
	total    int64 // of all counts; no counter is greater
	counters [countMinDepth][countMinWidth]int64
}

const (
	countMinDepth = 4
	countMinWidth = 1024

	// countMinGroups is what a sketch counts for within Limits.Groups: its 32 KiB
	// are as much as so many values take.
	countMinGroups = 512
)

// place returns where the values of a hash are counted: each depth has sixteen
// bits of the hash of its own, and uses ten of them.
func (*countMin) place(hash uint64, depth int) uint64 { return hash >> (16 * depth) % countMinWidth }

// add counts n more of a hash; it reports whether the total fits.
func (c *countMin) add(hash uint64, n int64) bool {
	if c.total > math.MaxInt64-n {
		return false
	}
	c.total += n
	for depth := range c.counters {
		c.counters[depth][c.place(hash, depth)] += n
	}
	return true
}

func (c *countMin) merge(other *countMin) bool {
	if c.total > math.MaxInt64-other.total {
		return false
	}
	c.total += other.total
	for depth := range c.counters {
		for i, n := range other.counters[depth] {
			c.counters[depth][i] += n
		}
	}
	return true
}

// count returns the count of a hash.
func (c *countMin) count(hash uint64) int64 {
	least := int64(math.MaxInt64)
	for depth := range c.counters {
		least = min(least, c.counters[depth][c.place(hash, depth)])
	}
	return least
}

// bound returns by how much a count may be too high: e/1024 of the total,
// rounded up.
func (c *countMin) bound() int64 {
	high, low := bits.Mul64(uint64(c.total), 2_718_281_829) // e · 10^9, rounded up
	n, rest := bits.Div64(high, low, countMinWidth*1_000_000_000)
	if rest > 0 {
		n++
	}
	return int64(n)
}

func (c *countMin) append(b []byte) []byte {
	for depth := range c.counters {
		for _, n := range c.counters[depth] {
			b = binary.AppendUvarint(b, uint64(n))
		}
	}
	return b
}

// readCountMin reads a sketch, in which all depths come to the same total. It
// takes no memory for one that cannot be there.
func readCountMin(in *stateReader) *countMin {
	if len(in.rest) < countMinDepth*countMinWidth {
		in.fail()
		return nil
	}
	c := new(countMin)
	for depth := range c.counters {
		total := int64(0)
		for i := range c.counters[depth] {
			n := in.number()
			if n > math.MaxInt64-total {
				in.fail()
				return nil
			}
			total += n
			c.counters[depth][i] = n
		}
		if depth > 0 && total != c.total {
			in.fail()
			return nil
		}
		c.total = total
	}
	return c
}
