package stats

import (
	"math"
	"slices"
)

// row counts what is behind a row.
type row struct{ events, records uint32 }

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
	for kept, d := range [...]Dimension{keptTop: t.plan.top, keptDistinct: t.plan.distinct} {
		if d != 0 {
			if err := t.addValues(a, uint8(kept), d); err != nil {
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
			if err := t.addBucket(b.at.row, b.at.column, bucketOf(best), 1); err != nil {
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
		if !t.room(1) {
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
	if !t.rows.at(number).add(row{1, uint32(min(uint64(len(a.Records)), math.MaxUint32))}) {
		return number, errOverflow()
	}
	return number, nil
}

// rowOf returns the number of a key's row, made if need be.
func (t *Tally) rowOf(key []byte) (int, error) {
	if number, ok := t.keys.find(key); ok {
		return number, nil
	}
	if !t.room(1) {
		return 0, errGroups()
	}
	t.rows.add()
	if t.plan.top != 0 {
		t.tops.add()
	}
	if t.plan.distinct != 0 {
		t.distincts.add()
	}
	for range t.plan.sums {
		t.cells.add()
		if t.plan.quantiles {
			t.histograms.add()
		}
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

func (t *Tally) held() int { return t.keys.len() + len(t.money) + t.pages.n + t.values }

// room reports whether n more groups are within the limit.
func (t *Tally) room(n int) bool { return t.held() <= t.limits.Groups-n }

// hold makes the values count for n more groups, within the limit.
func (t *Tally) hold(n int) error {
	if !t.room(n) {
		return errGroups()
	}
	t.values += n
	return nil
}
