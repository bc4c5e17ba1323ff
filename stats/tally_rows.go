package stats

import (
	"cmp"
	"iter"
	"maps"
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
	row      *row
}

// A RowSum is what one measure comes to in a row.
type RowSum struct {
	Measure  incident.Measure
	Unit     string         // of money; "" when there is none or they differ
	Count    incident.Count // zero when nothing was stated, or when currencies differ
	Lost     incident.Loss  // what the sum could not keep
	Mixed    bool           // money of several currencies: not added up
	Terms    int64          // how many figures were added up
	Unstated int64          // how many of them had neither best, low nor high
}

// Tallied is a value and in how many events it stands.
type Tallied struct {
	Value  string
	Events int64
}

// Rows returns the rows in bytewise order of their keys.
func (t *Tally) Rows() iter.Seq[TallyRow] {
	return func(yield func(TallyRow) bool) {
		for _, key := range t.sortedKeys() {
			r := t.rows[key]
			out := TallyRow{
				Key: keyTexts(key), Events: r.events, Records: r.records, Distinct: int64(len(r.distinct)), row: r,
				Top: topOf(r.top, t.plan.topK),
			}
			for i, m := range t.plan.sums {
				out.Sums = append(out.Sums, r.sums[i].result(m))
			}
			if !yield(out) {
				return
			}
		}
	}
}

func (c *measureSum) result(m incident.Measure) RowSum {
	out := RowSum{Measure: m, Mixed: len(c.units) > 1}
	for unit, s := range c.units {
		out.Terms += s.terms
		if out.Mixed {
			continue
		}
		out.Unit = unit
		out.Count, out.Lost = s.count()
	}
	return out
}

// topOf returns the k most frequent values, equals in bytewise order.
func topOf(values map[string]int64, k int) []Tallied {
	var all []Tallied
	for value, n := range values {
		all = append(all, Tallied{value, n})
	}
	slices.SortFunc(all, func(a, b Tallied) int {
		return cmp.Or(cmp.Compare(b.Events, a.Events), cmp.Compare(a.Value, b.Value))
	})
	return all[:min(k, len(all))]
}

// Quantile returns the smallest number that at least the part q of the row's
// best figures of a measure (by its place in [Sum]) do not exceed; q runs from
// 0 to 1. Numbers up to 255 are exact, larger ones are rounded down by less
// than 1 %. ok is false when there is no figure, or without [Quantiles].
func (r *TallyRow) Quantile(measure int, q float64) (n int64, ok bool) {
	if measure < 0 || measure >= len(r.row.sums) || math.IsNaN(q) {
		return 0, false
	}
	buckets := r.row.sums[measure].buckets
	var total int64
	for _, n := range buckets {
		total += n
	}
	if total == 0 {
		return 0, false
	}
	rank := int64(math.Ceil(min(max(q, 0), 1) * float64(total)))
	rank = min(max(rank, 1), total)
	for _, b := range slices.Sorted(maps.Keys(buckets)) {
		if rank -= buckets[b]; rank <= 0 {
			return bucketFloor(b), true
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

// Total adds all rows of one dimension's tally up, as a row with an empty key.
func (t *Tally) Total() TallyRow {
	all := NewTally(Sum(t.plan.sums...), WithLimits(Limits{Groups: -1}))
	whole := &row{sums: make([]measureSum, len(t.plan.sums))}
	for _, r := range t.rows {
		// Only a limit can fail a merge, and there is none.
		_ = all.mergeRow(whole, &row{sums: r.sums, events: r.events, records: r.records})
	}
	out := TallyRow{Events: whole.events, Records: whole.records, row: whole}
	for i, m := range t.plan.sums {
		out.Sums = append(out.Sums, whole.sums[i].result(m))
	}
	return out
}
