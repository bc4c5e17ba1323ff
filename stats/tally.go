package stats

import (
	"encoding/binary"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// A Tally adds accounts up by dimensions. Its state is integers, so the same
// accounts give the same bytes in any order, and tallies of disjoint events
// merge. It is not safe for concurrent use; give each worker its own.
type Tally struct {
	plan    plan
	limits  Limits
	rows    map[string]*row // by key, see appendKey
	entries int             // rows, and values kept for top, distinct and quantiles
	left    map[incident.Code]int64
	key     []byte
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
	return func(t *Tally) { t.plan.top, t.plan.topK = d, max(k, 0) }
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

// WithLimits bounds the tally: Groups is how many rows it keeps, and how many
// values for [Top], [Distinct] and [Quantiles] in all.
func WithLimits(l Limits) TallyOption {
	return func(t *Tally) { t.limits = l.WithDefaults() }
}

// NewTally returns an empty Tally.
func NewTally(options ...TallyOption) *Tally {
	t := &Tally{limits: Limits{}.WithDefaults(), rows: map[string]*row{}, left: map[incident.Code]int64{}}
	for _, option := range options {
		option(t)
	}
	return t
}

// row is the state of one row.
type row struct {
	sums            []measureSum // as plan.sums
	events, records int64
	top, distinct   map[string]int64 // value → events
}

// measureSum is the state of one cell. Money of several currencies is summed
// apart.
type measureSum struct {
	units   map[string]*sum // by unit; "" for what has none
	buckets map[int32]int64 // of quantiles
}

// Add adds an account to the tally. The error is an [*Error] with limit.groups
// when a limit is reached: the tally is not whole then and says so in
// [Tally.Partial]'s place by that error.
func (t *Tally) Add(a *Account) error {
	touched := map[string]bool{}
	for i, m := range t.plan.sums {
		terms, over := a.terms(m)
		for _, f := range over {
			t.left[incident.CodeAccountOverlap] += int64(len(f.Claims))
		}
		for _, f := range terms {
			if err := t.addFigure(a, i, f, touched); err != nil {
				return err
			}
		}
	}
	t.countLeft(a)
	if len(touched) == 0 && len(a.Records) > 0 {
		return t.addEmpty(a)
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
		case x.Code != incident.CodeAccountOverlap && slices.Contains(t.plan.sums, x.Record.Figures[i].Measure):
			t.left[x.Code]++
		}
	}
}

func (t *Tally) addFigure(a *Account, column int, f *Figure, touched map[string]bool) error {
	for _, p := range a.split(f, t.plan.by) {
		r, err := t.row(a, p, touched)
		if err != nil {
			return err
		}
		cell := &r.sums[column]
		s := cell.units[f.Unit]
		if s == nil {
			s = new(sum)
			if cell.units == nil {
				cell.units = map[string]*sum{}
			}
			cell.units[f.Unit] = s
		}
		s.add(p.count)
		if best, ok := p.count.Best(); ok && t.plan.quantiles {
			if cell.buckets == nil {
				cell.buckets = map[int32]int64{}
			}
			if err := count(t, cell.buckets, bucketOf(best)); err != nil {
				return err
			}
		}
	}
	return nil
}

// addEmpty counts an event that has none of the measures: it is there all the
// same, in the row that its records' members name.
func (t *Tally) addEmpty(a *Account) error {
	rec := a.Records[0]
	f := &Figure{Claims: []*Claim{{Record: rec}}}
	_, err := t.row(a, portion{figure: f}, map[string]bool{})
	return err
}

// row returns the row of a portion, made if need be, and counts the event in it
// once.
func (t *Tally) row(a *Account, p portion, touched map[string]bool) (*row, error) {
	t.key = t.key[:0]
	for _, d := range t.plan.by {
		t.key = appendText(t.key, d.value(a, p))
	}
	r := t.rows[string(t.key)]
	if r == nil {
		if err := t.grow(); err != nil {
			return nil, err
		}
		r = &row{sums: make([]measureSum, len(t.plan.sums))}
		t.rows[string(t.key)] = r
	}
	if touched[string(t.key)] {
		return r, nil
	}
	touched[string(t.key)] = true
	r.events++
	r.records += int64(len(a.Records))
	for _, kept := range [...]struct {
		d      Dimension
		values *map[string]int64
	}{{t.plan.top, &r.top}, {t.plan.distinct, &r.distinct}} {
		if kept.d == 0 {
			continue
		}
		value := kept.d.value(a, p)
		if value == "" {
			continue
		}
		if *kept.values == nil {
			*kept.values = map[string]int64{}
		}
		if err := count(t, *kept.values, value); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func (t *Tally) grow() error {
	if t.entries >= t.limits.Groups {
		return errGroups()
	}
	t.entries++
	return nil
}

func count[K comparable](t *Tally, values map[K]int64, k K) error {
	if _, ok := values[k]; !ok {
		if err := t.grow(); err != nil {
			return err
		}
	}
	values[k]++
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
// changed. The error is an [*Error]: limit.groups, or format.unexpected when
// the plans differ.
func (t *Tally) Merge(other *Tally) error {
	if !slices.Equal(t.plan.append(nil), other.plan.append(nil)) {
		return &Error{incident.CodeFormatUnexpected, "only tallies of the same dimensions and measures merge"}
	}
	for code, n := range other.left {
		t.left[code] += n
	}
	for key, from := range other.rows {
		to := t.rows[key]
		if to == nil {
			if err := t.grow(); err != nil {
				return err
			}
			to = &row{sums: make([]measureSum, len(t.plan.sums))}
			t.rows[key] = to
		}
		if err := t.mergeRow(to, from); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tally) mergeRow(to, from *row) error {
	to.events += from.events
	to.records += from.records
	if err := mergeCounts(t, &to.top, from.top); err != nil {
		return err
	}
	if err := mergeCounts(t, &to.distinct, from.distinct); err != nil {
		return err
	}
	for i := range from.sums {
		cell := &to.sums[i]
		for unit, s := range from.sums[i].units {
			if cell.units == nil {
				cell.units = map[string]*sum{}
			}
			if cell.units[unit] == nil {
				cell.units[unit] = new(sum)
			}
			cell.units[unit].merge(s)
		}
		if err := mergeCounts(t, &cell.buckets, from.sums[i].buckets); err != nil {
			return err
		}
	}
	return nil
}

func mergeCounts[K comparable](t *Tally, to *map[K]int64, from map[K]int64) error {
	for k, n := range from {
		if *to == nil {
			*to = map[K]int64{}
		}
		if _, ok := (*to)[k]; !ok {
			if err := t.grow(); err != nil {
				return err
			}
		}
		(*to)[k] += n
	}
	return nil
}

// tallyVersion is the first byte of a Tally's state.
const tallyVersion = 'T'

func (p *plan) append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(p.by)))
	for _, d := range p.by {
		b = append(b, byte(d))
	}
	b = binary.AppendUvarint(b, uint64(len(p.sums)))
	for _, m := range p.sums {
		b = appendText(b, string(m))
	}
	b = append(b, byte(p.top))
	b = binary.AppendUvarint(b, uint64(p.topK))
	return append(b, byte(p.distinct), byte(boolBit(p.quantiles)))
}

// keyTexts takes a row's key apart.
func keyTexts(key string) []string {
	r := &stateReader{rest: []byte(key)}
	var out []string
	for len(r.rest) > 0 {
		out = append(out, r.text())
	}
	return out
}

// sortedKeys returns the rows' keys, bytewise value by value.
func (t *Tally) sortedKeys() []string {
	texts := make(map[string][]string, len(t.rows))
	for key := range t.rows {
		texts[key] = keyTexts(key)
	}
	return slices.SortedFunc(maps.Keys(t.rows), func(a, b string) int {
		return slices.CompareFunc(texts[a], texts[b], strings.Compare)
	})
}
