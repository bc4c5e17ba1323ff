package stats

import (
	"cmp"
	"encoding/binary"
	"math"
	"math/bits"
	"slices"
)

// Buckets: 0 to 255 each have their own; above, every power of two is divided
// into 128, so that a bucket is at most 1/128 of its smallest number wide.
const fine = 128

func bucketOf(n int64) int32 {
	if n < 2*fine {
		return int32(n)
	}
	shift := bits.Len64(uint64(n)) - bits.Len64(2*fine-1)
	return int32(shift)*fine + int32(n>>shift)
}

func bucketFloor(b int32) int64 {
	if b < 2*fine {
		return int64(b)
	}
	shift := b/fine - 1
	return int64(b-shift*fine) << shift
}

// A histogram is how many events stand in each bucket. The buckets of numbers
// that are common stand side by side, as far as there are any; the others in
// pages of buckets that follow each other, in ascending order.
type histogram struct {
	common []uint32
	pages  []bucketPage
}

type bucketPage struct {
	first  int32 // bucket
	counts [bucketsOfPage]uint32
}

const (
	commonBuckets = 4 * fine // of numbers up to 1,023
	bucketsOfPage = 32
)

// page returns the counts of the buckets of a bucket's page, for which it makes
// room.
func (h *histogram) page(bucket int32) *[bucketsOfPage]uint32 {
	first := bucket - bucket%bucketsOfPage
	if bucket < commonBuckets {
		if n := int(first) + bucketsOfPage; n > len(h.common) {
			h.common = append(h.common, make([]uint32, n-len(h.common))...)
		}
		return (*[bucketsOfPage]uint32)(h.common[first:])
	}
	i, ok := slices.BinarySearchFunc(h.pages, first, func(p bucketPage, first int32) int { return cmp.Compare(p.first, first) })
	if !ok {
		h.pages = slices.Insert(h.pages, i, bucketPage{first: first})
	}
	return &h.pages[i].counts
}

// all calls yield with each bucket that has events, in ascending order.
func (h *histogram) all(yield func(bucket int32, events uint32) bool) {
	for i, n := range h.common {
		if n > 0 && !yield(int32(i), n) {
			return
		}
	}
	for i := range h.pages {
		p := &h.pages[i]
		for j, n := range p.counts {
			if n > 0 && !yield(p.first+int32(j), n) {
				return
			}
		}
	}
}

// addBucket counts n > 0 more events in a bucket of a row's column. Each page in
// which there are events counts as one group.
func (t *Tally) addBucket(number, column int, bucket int32, n uint32) error {
	page := t.histograms.at(number*len(t.plan.sums) + column).page(bucket)
	count := &page[bucket%bucketsOfPage]
	switch {
	case *count > math.MaxUint32-n:
		return errOverflow()
	case *count == 0 && *page == [bucketsOfPage]uint32{}:
		if !t.room(1) {
			return errGroups()
		}
		t.pages++
	}
	*count += n
	return nil
}

// mergeBuckets adds the buckets of another tally's row to those of a row.
func (t *Tally) mergeBuckets(number, column int, other *Tally, there int) error {
	if !t.plan.quantiles {
		return nil
	}
	for bucket, n := range other.histograms.at(there*len(t.plan.sums) + column).all {
		if err := t.addBucket(number, column, bucket, n); err != nil {
			return err
		}
	}
	return nil
}

// appendBuckets writes the buckets that have events, in the order of the rows,
// whose places in the state are given, of the columns and of the buckets.
func (t *Tally) appendBuckets(b []byte, place []int) []byte {
	total := 0
	for i := range t.histograms.n {
		for range t.histograms.at(i).all {
			total++
		}
	}
	b = binary.AppendUvarint(b, uint64(total))
	numbers := make([]int, len(place))
	for number, at := range place {
		numbers[at] = number
	}
	for at, number := range numbers {
		for column, h := range t.rowHistograms(number) {
			for bucket, n := range h.all {
				b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(at)), uint64(column))
				b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(bucket)), uint64(n))
			}
		}
	}
	return b
}

func (t *Tally) readBuckets(in *stateReader) error {
	for n := in.length(); n > 0 && !in.bad; n-- {
		number, column := in.below(t.keys.len()), in.below(len(t.plan.sums))
		bucket, events := in.below(int(bucketOf(math.MaxInt64))+1), in.small()
		if events == 0 || !t.plan.quantiles {
			in.fail()
		}
		if in.bad {
			break
		}
		if err := t.addBucket(number, column, int32(bucket), events); err != nil {
			return err
		}
	}
	return nil
}

// rowHistograms returns the histograms of a row's columns.
func (t *Tally) rowHistograms(number int) []*histogram {
	if !t.plan.quantiles {
		return nil
	}
	out := make([]*histogram, len(t.plan.sums))
	for column := range out {
		out[column] = t.histograms.at(number*len(out) + column)
	}
	return out
}

// Quantile returns the smallest number that at least the part q of the row's
// events do not exceed with their best figure of a measure (by its place in
// [Sum]); q runs from 0 to 1. Numbers up to 255 are exact, larger ones are
// rounded down by less than 1 % (at most 1/128). ok is false when there is no
// figure, or without [Quantiles].
func (r *TallyRow) Quantile(measure int, q float64) (n int64, ok bool) {
	if measure < 0 || measure >= len(r.histograms) || math.IsNaN(q) {
		return 0, false
	}
	h := r.histograms[measure]
	var total int64
	for _, events := range h.all {
		total += int64(events)
	}
	if total == 0 {
		return 0, false
	}
	rank := min(max(int64(math.Ceil(min(max(q, 0), 1)*float64(total))), 1), total)
	for bucket, events := range h.all {
		if rank -= int64(events); rank <= 0 {
			return bucketFloor(bucket), true
		}
	}
	return 0, false
}
