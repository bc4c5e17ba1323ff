package stats

import (
	"iter"
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

	buckets [][]rowBucket // of each measure, in ascending order; none without quantiles
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

// Rows returns the rows in bytewise order of their keys.
func (t *Tally) Rows() iter.Seq[TallyRow] {
	return func(yield func(TallyRow) bool) {
		kept := t.byRow()
		var room []rowBucket
		for _, i := range t.sorted() {
			r := t.rows.at(i)
			out := kept[i]
			room = t.takeBuckets(&out, i, room)
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

// byRow gathers the sums of money, which are kept apart from the rows.
func (t *Tally) byRow() map[int]TallyRow {
	rows := map[int]TallyRow{}
	for k, s := range t.money {
		r := rows[k.row]
		one := RowSum{Measure: t.plan.sums[k.column]}
		one.take(s, k.unit)
		r.Sums = append(r.Sums, one)
		rows[k.row] = r
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
