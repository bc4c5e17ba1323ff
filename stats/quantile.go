package stats

import (
	"cmp"
	"encoding/binary"
	"iter"
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

// A histogram is how many events of a row's column stand in each bucket: which
// pages of the tally have its buckets, of those that have events.
type histogram struct {
	common [commonPages]uint32 // numbers from 1 of the pages of common numbers; 0 is none
	rare   []rarePage          // the others, in ascending order
}

type rarePage struct {
	place  int32 // of its buckets: the first divided by bucketsOfPage
	number uint32
}

// A bucketPage has the counts of buckets that follow each other, modulo 2^16: most
// are small. How often a count went around stands in Tally.carries, by the page's
// number and the bucket's place in it.
type bucketPage [bucketsOfPage]uint16

const (
	bucketsOfPage = 32
	commonPages   = 4 * fine / bucketsOfPage // of the numbers up to 1,023
)

// page returns the number of the page of a bucket, to be set where it is 0.
func (h *histogram) page(bucket int32) *uint32 {
	place := bucket / bucketsOfPage
	if place < commonPages {
		return &h.common[place]
	}
	i, ok := slices.BinarySearchFunc(h.rare, place, func(p rarePage, place int32) int { return cmp.Compare(p.place, place) })
	if !ok {
		h.rare = slices.Insert(h.rare, i, rarePage{place: place})
	}
	return &h.rare[i].number
}

// buckets returns the buckets of a row's column that have events, in ascending
// order, and how many.
func (t *Tally) buckets(number, column int) iter.Seq2[int32, uint32] {
	return func(yield func(int32, uint32) bool) {
		h := t.histograms.at(number*len(t.plan.sums) + column)
		page := func(place int32, number uint32) bool {
			if number == 0 {
				return true
			}
			for i, low := range t.pages.at(int(number - 1)) {
				n := uint32(low)
				if n == 0 && len(t.carries) == 0 {
					continue
				}
				if len(t.carries) > 0 {
					n += t.carries[carryKey{number, uint8(i)}] << 16
				}
				if n > 0 && !yield(place*bucketsOfPage+int32(i), n) {
					return false
				}
			}
			return true
		}
		for place, number := range h.common {
			if !page(int32(place), number) {
				return
			}
		}
		for _, p := range h.rare {
			if !page(p.place, p.number) {
				return
			}
		}
	}
}

// addBucket counts n > 0 more events in a bucket of a row's column. Each page
// counts as one group.
func (t *Tally) addBucket(number, column int, bucket int32, n uint32) error {
	page := t.histograms.at(number*len(t.plan.sums) + column).page(bucket)
	if *page == 0 {
		if !t.room(1) {
			return errGroups()
		}
		t.pages.add()
		*page = uint32(t.pages.n)
	}
	count := &t.pages.at(int(*page - 1))[bucket%bucketsOfPage]
	total := uint64(*count) + uint64(n)
	if total > math.MaxUint16 {
		k := carryKey{*page, uint8(bucket % bucketsOfPage)}
		carried := total>>16 + uint64(t.carries[k])
		if carried > math.MaxUint16 {
			return errOverflow()
		}
		if t.carries == nil {
			t.carries = map[carryKey]uint32{}
		}
		t.carries[k] = uint32(carried)
	}
	*count = uint16(total)
	return nil
}

// carryKey is a page's number and the place of a bucket in it.
type carryKey struct {
	page   uint32
	bucket uint8
}

// mergeBuckets adds the buckets of another tally's row to those of a row.
func (t *Tally) mergeBuckets(number, column int, other *Tally, there int) error {
	if !t.plan.quantiles {
		return nil
	}
	for bucket, n := range other.buckets(there, column) {
		if err := t.addBucket(number, column, bucket, n); err != nil {
			return err
		}
	}
	return nil
}

// appendBuckets writes the buckets that have events, in the order of the rows,
// whose places in the state are given, of the columns and of the buckets.
func (t *Tally) appendBuckets(b []byte, place []int) []byte {
	if !t.plan.quantiles {
		return append(b, 0)
	}
	numbers := make([]int, len(place))
	for number, at := range place {
		numbers[at] = number
	}
	all := func(yield func(at, column int, bucket int32, n uint32)) {
		for at, number := range numbers {
			for column := range t.plan.sums {
				for bucket, n := range t.buckets(number, column) {
					yield(at, column, bucket, n)
				}
			}
		}
	}
	total := uint64(0)
	all(func(int, int, int32, uint32) { total++ })
	b = binary.AppendUvarint(b, total)
	all(func(at, column int, bucket int32, n uint32) {
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(at)), uint64(column))
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(bucket)), uint64(n))
	})
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

// takeBuckets puts the buckets of a row into it. room is memory to gather them in,
// which is returned for the next row.
func (t *Tally) takeBuckets(out *TallyRow, number int, room []rowBucket) []rowBucket {
	if !t.plan.quantiles {
		return nil
	}
	room = room[:0]
	ends := make([]int, len(t.plan.sums))
	for column := range ends {
		for bucket, n := range t.buckets(number, column) {
			room = append(room, rowBucket{bucket, n})
		}
		ends[column] = len(room)
	}
	all, from := slices.Clone(room), 0
	out.buckets = make([][]rowBucket, len(ends))
	for column, end := range ends {
		out.buckets[column] = all[from:end:end]
		from = end
	}
	return room
}

// A rowBucket is a bucket of a row and its events.
type rowBucket struct {
	bucket int32
	events uint32
}

// Quantile returns the smallest number that at least the part q of the row's
// events do not exceed with their best figure of a measure (by its place in
// [Sum]); q runs from 0 to 1. Numbers up to 255 are exact, larger ones are
// rounded down by less than 1 % (at most 1/128). ok is false when there is no
// figure, or without [Quantiles].
func (r *TallyRow) Quantile(measure int, q float64) (n int64, ok bool) {
	if measure < 0 || measure >= len(r.buckets) || math.IsNaN(q) {
		return 0, false
	}
	var total int64
	for _, b := range r.buckets[measure] {
		total += int64(b.events)
	}
	if total == 0 {
		return 0, false
	}
	rank := min(max(int64(math.Ceil(min(max(q, 0), 1)*float64(total))), 1), total)
	for _, b := range r.buckets[measure] {
		if rank -= int64(b.events); rank <= 0 {
			return bucketFloor(b.bucket), true
		}
	}
	return 0, false
}
