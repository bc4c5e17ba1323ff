package stats

import (
	"cmp"
	"iter"
	"math"
	"math/bits"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// A TallyRow is one row of a tally.
type TallyRow struct {
	Key      []string  // a value for each dimension, "" where unstated
	Sums     []RowSum  // one for each measure
	Events   int64     // how many events are in the row
	Records  int64     // how many records are behind them
	Top      []Tallied // of [Top], the most frequent first
	Distinct int64     // of [Distinct]

	// By how many events at most each number in Top is too high, in 98 of 100
	// cases. Zero: Top is exact. See [Top].
	TopError int64
	// By which part of itself at most Distinct is wrong, in 95 of 100 cases: 0.044
	// is 4.4 %. Zero: Distinct is exact. See [Distinct].
	DistinctError float64

	buckets [][]bucket // of each measure, smallest first
}

// A RowSum is what one measure comes to in a row.
type RowSum struct {
	Measure incident.Measure
	Unit    string         // of money; "" when there is none or they differ
	Count   incident.Count // zero when nothing was stated, or when currencies differ
	Lost    incident.Loss  // what the sum could not keep
	Mixed   bool           // money of several currencies: not added up
	Terms   int64          // how many figures were added up
}

// Tallied is a value and in how many events it stands.
type Tallied struct {
	Value  string
	Events int64
}

type bucket struct {
	floor, events int64
}

// Rows returns the rows in bytewise order of their keys.
func (t *Tally) Rows() iter.Seq[TallyRow] {
	return func(yield func(TallyRow) bool) {
		kept := t.byRow()
		for _, i := range t.sorted() {
			r := t.rows.at(i)
			out := kept[i]
			out.Key, out.Events, out.Records = keyTexts(t.keys.key(i)), int64(r.events), int64(r.records)
			t.takeValues(&out, i)
			sums := make([]RowSum, len(t.plan.sums))
			for column, m := range t.plan.sums {
				sums[column].Measure = m
				sums[column].take(t.plain(i, column), "")
			}
			for _, s := range out.Sums { // money, see byRow
				at := slices.Index(t.plan.sums, s.Measure)
				sums[at].join(s)
			}
			out.Sums = sums
			if !yield(out) {
				return
			}
		}
	}
}

// byRow gathers what is kept apart from the rows: sums of money and buckets.
func (t *Tally) byRow() map[int]TallyRow {
	rows := map[int]TallyRow{}
	for k, s := range t.money {
		r := rows[k.row]
		one := RowSum{Measure: t.plan.sums[k.column]}
		one.take(s, k.unit)
		r.Sums = append(r.Sums, one)
		rows[k.row] = r
	}
	for k, n := range t.buckets {
		r := rows[k.row]
		if r.buckets == nil {
			r.buckets = make([][]bucket, len(t.plan.sums))
		}
		r.buckets[k.column] = append(r.buckets[k.column], bucket{bucketFloor(k.bucket), n})
		rows[k.row] = r
	}
	for _, r := range rows {
		for _, b := range r.buckets {
			slices.SortFunc(b, func(x, y bucket) int { return cmp.Compare(x.floor, y.floor) })
		}
	}
	return rows
}

func (r *RowSum) take(s *sum, unit string) {
	r.Unit, r.Terms = unit, int64(s.terms)
	r.Count, r.Lost = s.count()
}

// join takes in what another unit came to: two that have terms do not add up.
func (r *RowSum) join(s RowSum) {
	switch terms := r.Terms + s.Terms; {
	case s.Terms == 0:
	case r.Terms == 0 && !r.Mixed:
		*r = s
	default:
		*r = RowSum{Measure: r.Measure, Mixed: true, Terms: terms}
	}
}

// Quantile returns the smallest number that at least the part q of the row's
// events do not exceed with their best figure of a measure (by its place in
// [Sum]); q runs from 0 to 1. Numbers up to 255 are exact, larger ones are
// rounded down by less than 1/128 = 0.8 %. ok is false when there is no figure, or without [Quantiles].
func (r *TallyRow) Quantile(measure int, q float64) (n int64, ok bool) {
	if measure < 0 || measure >= len(r.buckets) || math.IsNaN(q) {
		return 0, false
	}
	var total int64
	for _, b := range r.buckets[measure] {
		total += b.events
	}
	if total == 0 {
		return 0, false
	}
	rank := min(max(int64(math.Ceil(min(max(q, 0), 1)*float64(total))), 1), total)
	for _, b := range r.buckets[measure] {
		if rank -= b.events; rank <= 0 {
			return b.floor, true
		}
	}
	return 0, false
}

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
