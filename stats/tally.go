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

	keys    index     // of rows: the values of the dimensions, each behind its length
	rows    slab[row] // by number
	cells   slab[sum] // of figures without a unit: a row's are beside each other, as plan.sums
	money   map[cellKey]*sum
	buckets map[bucketKey]int64 // of quantiles
	values  map[valueKey]int64  // of top and distinct: how many events
	left    map[incident.Code]int64

	partial bool
	key     []byte
	touched []int      // rows that the account at hand is in
	bests   []eventSum // of quantiles: what it comes to in them
}

// row counts what is behind a row.
type row struct{ events, records uint32 }

// cellKey names a sum of money.
type cellKey struct {
	row, column int
	unit        string
}

type bucketKey struct {
	row, column int
	bucket      int32
}

type valueKey struct {
	row   int
	kept  uint8 // 0 top, 1 distinct
	value string
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
// events.
func Top(d Dimension, k int) TallyOption {
	return func(t *Tally) { t.plan.top, t.plan.topK = d, min(max(k, 0), math.MaxInt32) }
}

// Distinct counts the values of a dimension for each row, exactly.
func Distinct(d Dimension) TallyOption {
	return func(t *Tally) { t.plan.distinct = d }
}

// Quantiles keeps how the events' best figures are distributed, so that
// [TallyRow.Quantile] can answer. See there for the error.
func Quantiles() TallyOption {
	return func(t *Tally) { t.plan.quantiles = true }
}

// WithLimits bounds the tally: Groups is how many rows, currencies in them, and
// values kept for [Top], [Distinct] and [Quantiles], it holds in all.
func WithLimits(l Limits) TallyOption {
	return func(t *Tally) { t.limits = l.WithDefaults() }
}

// NewTally returns an empty Tally.
func NewTally(options ...TallyOption) *Tally {
	t := &Tally{
		limits: Limits{}.WithDefaults(), money: map[cellKey]*sum{},
		buckets: map[bucketKey]int64{}, values: map[valueKey]int64{}, left: map[incident.Code]int64{},
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

// Add adds an account to the tally. The error is an [*Error]: limit.groups when
// a limit is reached, stats.overflow when there are more than 2^32−1 events in
// one row; the tally is [Tally.Partial] from then on.
func (t *Tally) Add(a *Account) error {
	if err := t.add(a); err != nil {
		t.partial = true
		return err
	}
	return nil
}

func (t *Tally) add(a *Account) error {
	t.ready()
	t.touched, t.bests = t.touched[:0], t.bests[:0]
	for column, m := range t.plan.sums {
		terms, _ := a.terms(m) // the others are among a.Excluded
		for _, f := range terms {
			for _, p := range a.split(f, t.plan.by) {
				if err := t.addPortion(a, column, p); err != nil {
					return err
				}
			}
		}
	}
	for i, d := range [...]Dimension{t.plan.top, t.plan.distinct} {
		if d != 0 {
			if err := t.addValues(a, uint8(i), d); err != nil {
				return err
			}
		}
	}
	if err := t.addBests(); err != nil {
		return err
	}
	t.countLeft(a)
	if len(t.touched) == 0 && len(a.Records) > 0 {
		// An event that has none of the measures is there all the same.
		nothing := &Figure{Claims: []*Claim{{Record: a.Records[0]}}}
		_, err := t.row(a, portion{figure: nothing})
		return err
	}
	return nil
}

// countLeft counts, by reason, the figures of the summed measures that are not
// added.
func (t *Tally) countLeft(a *Account) {
	for _, x := range a.Excluded {
		switch i, ok := figureIndex(x.Path); {
		case !ok:
			t.left[x.Code]++
		case slices.Contains(t.plan.sums, x.Record.Figures[i].Measure):
			t.left[x.Code]++
		}
	}
}

func (t *Tally) addPortion(a *Account, column int, p portion) error {
	number, err := t.row(a, p)
	if err != nil {
		return err
	}
	cell, err := t.cell(number, column, p.figure.Unit)
	if err != nil {
		return err
	}
	if !cell.add(p.count) {
		return errOverflow()
	}
	if t.plan.quantiles {
		k := cellKey{number, column, p.figure.Unit}
		i := slices.IndexFunc(t.bests, func(b eventSum) bool { return b.at == k })
		if i < 0 {
			i = len(t.bests)
			t.bests = append(t.bests, eventSum{at: k})
		}
		t.bests[i].sum.add(p.count)
	}
	return nil
}

// eventSum is what the account at hand comes to in a cell.
type eventSum struct {
	at  cellKey
	sum sum
}

// addBests puts what the account at hand comes to in each cell into its bucket.
func (t *Tally) addBests() error {
	for _, b := range t.bests {
		c, _ := b.sum.count()
		if best, ok := c.Best(); ok {
			if err := count(t, t.buckets, bucketKey{b.at.row, b.at.column, bucketOf(best)}, 1); err != nil {
				return err
			}
		}
	}
	return nil
}

// plain returns the sum of a row's column of figures without a unit.
func (t *Tally) plain(number, column int) *sum {
	return t.cells.at(number*len(t.plan.sums) + column)
}

// cell returns the sum of a row's column, of money by currency.
func (t *Tally) cell(number, column int, unit string) (*sum, error) {
	if unit == "" {
		return t.plain(number, column), nil
	}
	k := cellKey{number, column, unit}
	if t.money[k] == nil {
		if t.held() >= t.limits.Groups {
			return nil, errGroups()
		}
		t.money[k] = new(sum)
	}
	return t.money[k], nil
}

// row returns the number of a portion's row, made if need be, and counts the
// event in it once.
func (t *Tally) row(a *Account, p portion) (int, error) {
	t.key = t.key[:0]
	for _, d := range t.plan.by {
		t.key = appendText(t.key, d.value(a, p))
	}
	number, err := t.rowOf(t.key)
	if err != nil || slices.Contains(t.touched, number) {
		return number, err
	}
	t.touched = append(t.touched, number)
	if !t.rows.at(number).add(row{1, uint32(min(len(a.Records), math.MaxUint32))}) {
		return number, errOverflow()
	}
	return number, nil
}

// addValues counts the values of a dimension that an account has in each row,
// each once.
func (t *Tally) addValues(a *Account, kept uint8, d Dimension) error {
	by := append(slices.Clip(t.plan.by), d)
	var seen []valueKey
	for _, m := range t.plan.sums {
		terms, _ := a.terms(m)
		for _, f := range terms {
			for _, p := range a.split(f, by) {
				number, err := t.row(a, p)
				if err != nil {
					return err
				}
				k := valueKey{number, kept, d.value(a, p)}
				if k.value == "" || slices.Contains(seen, k) {
					continue
				}
				seen = append(seen, k)
				if err := count(t, t.values, k, 1); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// rowOf returns the number of a key's row, made if need be.
func (t *Tally) rowOf(key []byte) (int, error) {
	if number, ok := t.keys.find(key); ok {
		return number, nil
	}
	if t.held() >= t.limits.Groups {
		return 0, errGroups()
	}
	t.rows.add()
	for range t.plan.sums {
		t.cells.add()
	}
	return t.keys.add(key), nil
}

// add counts more events; it reports whether their number fits.
func (r *row) add(s row) bool {
	if r.events > math.MaxUint32-s.events || r.records > math.MaxUint32-s.records {
		return false
	}
	r.events += s.events
	r.records += s.records
	return true
}

func (t *Tally) held() int { return t.keys.len() + len(t.money) + len(t.buckets) + len(t.values) }

// count adds n to what is kept of k, within the limit.
func count[K comparable](t *Tally, kept map[K]int64, k K, n int64) error {
	if _, ok := kept[k]; !ok && t.held() >= t.limits.Groups {
		return errGroups()
	}
	kept[k] += n
	return nil
}

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
	for k, n := range other.buckets {
		if err := count(t, t.buckets, bucketKey{numbers[k.row], k.column, k.bucket}, n); err != nil {
			return err
		}
	}
	for k, n := range other.values {
		if err := count(t, t.values, valueKey{numbers[k.row], k.kept, k.value}, n); err != nil {
			return err
		}
	}
	for code, n := range other.left {
		t.left[code] += n
	}
	return nil
}

// keyTexts takes a row's key apart.
func keyTexts(key []byte) []string {
	r := &stateReader{rest: key}
	var out []string
	for len(r.rest) > 0 {
		out = append(out, r.text())
	}
	return out
}

// sorted returns the numbers of the rows in bytewise order of their keys, value
// by value.
func (t *Tally) sorted() []int {
	numbers := make([]int, t.keys.len())
	for i := range numbers {
		numbers[i] = i
	}
	slices.SortFunc(numbers, func(i, j int) int {
		r, s := &stateReader{rest: t.keys.key(i)}, &stateReader{rest: t.keys.key(j)}
		for range t.plan.by {
			if n := strings.Compare(r.text(), s.text()); n != 0 {
				return n
			}
		}
		return cmp.Compare(i, j)
	})
	return numbers
}
