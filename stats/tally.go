package stats

import (
	"cmp"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// A Tally adds accounts up by dimensions. Its state is integers, so the same
// accounts give the same bytes in any order, and tallies of disjoint events
// merge. The zero Tally has one row and adds no measure up; [NewTally] makes
// others. It is not safe for concurrent use; give each worker its own.
type Tally struct {
	plan   plan
	limits Limits

	keys       index                // of rows: the values of the dimensions, each behind its length
	rows       slab[row]            // by number
	cells      slab[sum]            // of figures without a unit: a row's are beside each other, as plan.sums
	tops       slab[topValues]      // by number; none without top
	distincts  slab[distinctValues] // by number; none without distinct
	histograms slab[histogram]      // as cells; none without quantiles
	pages      slab[bucketPage]     // of histograms
	carries    map[carryKey]uint32  // of pages
	money      map[cellKey]*sum
	left       map[incident.Code]int64

	exact  int // values of a row that are kept before there is a sketch: ExactValues, less in tests
	values int // how many groups tops and distincts count for

	views   viewRows
	partial bool
	key     []byte
	touched []int      // rows that the account at hand is in
	bests   []eventSum // of quantiles: what it comes to in them
}

// cellKey names a sum of money.
type cellKey struct {
	row, column int
	unit        string
}

// plan is what a tally was asked for. Tallies merge when their plans are equal.
type plan struct {
	by        []Dimension
	sums      []incident.Measure
	top       Dimension
	topK      int
	distinct  Dimension
	quantiles bool
}

// A TallyOption says what a [Tally] does.
type TallyOption func(*Tally)

// By groups by dimensions; without any there is one row.
func By(by ...Dimension) TallyOption {
	return func(t *Tally) { t.plan.by = slices.Clone(by) }
}

// Sum adds up measures, a column each. [incident.Share] is never added up: its
// sums stay unstated.
func Sum(measures ...incident.Measure) TallyOption {
	return func(t *Tally) { t.plan.sums = slices.Clone(measures) }
}

// Top keeps the k most frequent values of a dimension for each row, counted in
// events. They are exact in a row of up to [ExactValues] different values.
//
// In a row of more they are estimates, and [TallyRow.TopError] is not zero. The
// counts are those of a Count-Min sketch of four times 1024 counters (Cormode
// and Muthukrishnan, 2005): never too low, and too high by more than
// TopError, which is e/1024 of the sum of the counts of all values, in at most
// 1.8 of 100 cases. Values are ranked among ExactValues candidates, a sample of
// the occurrences; one that has the part p of all occurrences is missing among
// them with a probability of at most (1−p)^ExactValues: at most 1.2 in 10^9
// for 1 %. This takes events that can be told apart, by event or else by
// publisher and id, and values that nobody chose in order to deceive.
func Top(d Dimension, k int) TallyOption {
	return func(t *Tally) { t.plan.top, t.plan.topK = d, min(max(k, 0), math.MaxInt32-1) }
}

// Distinct counts the values of a dimension for each row, exactly in a row of up
// to [ExactValues].
//
// In a row of more the number is an estimate, and [TallyRow.DistinctError] is
// not zero. It is made of the ExactValues smallest hashes (Bar-Yossef and
// others, 2002; Beyer and others, 2007). Its relative standard error is
// 1/√(ExactValues−2) = 2.2 %, so that it is within 4.4 % in 95 of 100 cases.
// This takes values that nobody chose in order to deceive.
func Distinct(d Dimension) TallyOption {
	return func(t *Tally) { t.plan.distinct = d }
}

// Quantiles keeps how the events' best figures are distributed, so that
// [TallyRow.Quantile] can answer: how many events there are in each of up to
// 7,296 logarithmic buckets, in integers. What it answers is exact up to 255 and
// above that too low by less than 1/128 = 0.8 %.
func Quantiles() TallyOption {
	return func(t *Tally) { t.plan.quantiles = true }
}

// WithLimits bounds the tally: Groups is how many rows, currencies in them, values
// for [Top] and [Distinct], and pages of 32 buckets for [Quantiles] it holds in
// all. A row with more than [ExactValues] values counts for so many, and for 512
// more where it is those of Top. Between times it may hold twice as many.
func WithLimits(l Limits) TallyOption {
	return func(t *Tally) { t.limits = l.WithDefaults() }
}

// NewTally returns an empty Tally.
func NewTally(options ...TallyOption) *Tally {
	t := &Tally{
		limits: Limits{}.WithDefaults(), money: map[cellKey]*sum{},
		left: map[incident.Code]int64{}, exact: ExactValues,
	}
	for _, option := range options {
		option(t)
	}
	return t
}

// ready makes the zero Tally usable.
func (t *Tally) ready() {
	if t.left == nil {
		*t = *NewTally()
	}
}

// Partial reports whether something that was to be added is not in the tally,
// because an Add or a Merge failed. It stays so, through states and merges.
func (t *Tally) Partial() bool { return t.partial }

// Left returns how many figures and records were left out, by reason, in the
// order of the codes. A figure counts once for each time it is stated.
func (t *Tally) Left() iter.Seq2[incident.Code, int64] {
	return func(yield func(incident.Code, int64) bool) {
		for _, code := range slices.Sorted(maps.Keys(t.left)) {
			if !yield(code, t.left[code]) {
				return
			}
		}
	}
}

// Merge adds another tally of the same plan, over other events. Other is not
// changed. The error is an [*Error]: limit.groups or stats.overflow, after
// which the tally is [Tally.Partial], or format.unexpected when the plans
// differ, after which it is as before.
func (t *Tally) Merge(other *Tally) error {
	if !slices.Equal(t.plan.append(nil), other.plan.append(nil)) {
		return &Error{incident.CodeFormatUnexpected, "only tallies of the same dimensions and measures merge"}
	}
	t.ready()
	t.partial = t.partial || other.partial
	if err := t.merge(other); err != nil {
		t.partial = true
		return err
	}
	return nil
}

func (t *Tally) merge(other *Tally) error {
	numbers := make([]int, other.keys.len()) // here, of the rows there
	for i := range numbers {
		number, err := t.rowOf(other.keys.key(i))
		if err != nil {
			return err
		}
		numbers[i] = number
		if !t.rows.at(number).add(*other.rows.at(i)) {
			return errOverflow()
		}
		for column := range t.plan.sums {
			if !t.plain(number, column).merge(other.plain(i, column)) {
				return errOverflow()
			}
			if err := t.mergeBuckets(number, column, other, i); err != nil {
				return err
			}
		}
		if err := t.mergeValues(number, other, i); err != nil {
			return err
		}
	}
	for k, s := range other.money {
		cell, err := t.cell(numbers[k.row], k.column, k.unit)
		if err != nil {
			return err
		}
		if !cell.merge(s) {
			return errOverflow()
		}
	}
	for code, n := range other.left {
		t.left[code] += n
	}
	return nil
}

// keyTexts takes a row's key apart.
func keyTexts(key []byte) []string {
	r := &stateReader{rest: string(key)}
	var out []string
	for len(r.rest) > 0 {
		out = append(out, r.text())
	}
	return out
}

// sorted returns the numbers of the rows in bytewise order of their keys, value
// by value.
func (t *Tally) sorted() []int {
	numbers, keys := make([]int, t.keys.len()), make([]string, t.keys.len())
	for i := range numbers {
		numbers[i], keys[i] = i, string(t.keys.key(i))
	}
	slices.SortFunc(numbers, func(i, j int) int {
		r, s := stateReader{rest: keys[i]}, stateReader{rest: keys[j]}
		for range t.plan.by {
			if n := strings.Compare(r.text(), s.text()); n != 0 {
				return n
			}
		}
		return cmp.Compare(i, j)
	})
	return numbers
}
