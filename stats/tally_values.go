package stats

import "slices"

// ExactValues is up to how many different values a row keeps all of, for [Top]
// and for [Distinct]. A row with more of them has estimates, whose errors stand
// in its [TallyRow].
const ExactValues = 2048

// What values are kept for.
const (
	keptTop uint8 = iota
	keptDistinct
)

// addValues counts the values of a dimension that an account has in each row,
// each once.
func (t *Tally) addValues(a *Account, kept uint8, d Dimension) error {
	type valueOf struct {
		row   int
		value string
	}
	by := append(slices.Clip(t.plan.by), d)
	var seen []valueOf
	var account uint64
	if kept == keptTop && len(a.Records) > 0 {
		account = hashAccount(a.Event, a.Records[0].Source.Name, a.Records[0].ID)
	}
	for _, m := range t.plan.sums {
		terms, _ := a.terms(m)
		for _, f := range terms {
			for _, p := range a.split(f, by) {
				number, err := t.row(a, p)
				if err != nil {
					return err
				}
				k := valueOf{number, d.value(a, p)}
				if k.value == "" || slices.Contains(seen, k) {
					continue
				}
				seen = append(seen, k)
				occurrence := uint64(0)
				if kept == keptTop {
					occurrence = hashOccurrence(account, hashValue(k.value))
				}
				if err := t.addValue(number, kept, k.value, occurrence, 1); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// addValue counts a value of a row in n more events, n > 0. Of these, occurrence
// is the least of the hashes that [hashOccurrence] gives; keptDistinct needs
// neither. The empty value is none, and not to be added.
func (t *Tally) addValue(number int, kept uint8, value string, occurrence uint64, n int64) error {
	if kept == keptDistinct {
		return t.addDistinct(t.distincts.at(number), value)
	}
	return t.addTop(t.tops.at(number), topEntry{value, n, occurrence})
}

func (t *Tally) addTop(v *topValues, e topEntry) error {
	if v.sketch() == nil {
		if known := v.find(e.value); known != nil {
			if !known.add(e.n, e.least) {
				return errOverflow()
			}
			return nil
		}
		if len(v.entries) < t.exact {
			if err := t.hold(1); err != nil {
				return err
			}
			v.insert(e)
			return nil
		}
		if err := t.sketchTop(v, e.n); err != nil {
			return err
		}
	}
	if !v.more.counts.add(hashValue(e.value), e.n) {
		return errOverflow()
	}
	v.propose(e.value, e.least, t.exact)
	return nil
}

func (t *Tally) addDistinct(d *distinctValues, value string) error {
	if d.sketch() == nil {
		if d.has(value) {
			return nil
		}
		if d.len() < t.exact {
			if err := t.hold(1); err != nil {
				return err
			}
			d.insert(value)
			return nil
		}
		if err := t.sketchDistinct(d); err != nil {
			return err
		}
	}
	d.sketch().add(hashValue(value), t.exact)
	return nil
}

// sketchTop and sketchDistinct make a sketch of a row's values. It counts as
// many groups as it can come to hold, whatever it holds now, so that the limit
// does not depend on order. More is the total of what is to be added then: when
// there is no sketch in the end, nothing is changed.
func (t *Tally) sketchTop(v *topValues, more int64) error {
	counts, ok := v.counted(more)
	if !ok {
		return errOverflow()
	}
	if err := t.hold(t.exact + countMinGroups - len(v.entries)); err != nil {
		return err
	}
	v.toSketch(counts, t.exact)
	return nil
}

func (t *Tally) sketchDistinct(d *distinctValues) error {
	if err := t.hold(t.exact - d.len()); err != nil {
		return err
	}
	d.toSketch(t.exact)
	return nil
}

// mergeValues adds the values of another tally's row to those of a row.
func (t *Tally) mergeValues(number int, other *Tally, there int) error {
	if t.plan.top != 0 {
		if err := t.mergeTop(t.tops.at(number), other.tops.at(there)); err != nil {
			return err
		}
	}
	if t.plan.distinct != 0 {
		return t.mergeDistinct(t.distincts.at(number), other.distincts.at(there))
	}
	return nil
}

func (t *Tally) mergeTop(v, other *topValues) error {
	counts := other.sketch()
	if counts == nil {
		for _, e := range other.entries {
			if err := t.addTop(v, e); err != nil {
				return err
			}
		}
		return nil
	}
	if v.sketch() == nil {
		if err := t.sketchTop(v, counts.total); err != nil {
			return err
		}
	}
	if !v.more.counts.merge(counts) {
		return errOverflow()
	}
	for _, e := range other.entries {
		v.propose(e.value, e.least, t.exact)
	}
	return nil
}

func (t *Tally) mergeDistinct(d, other *distinctValues) error {
	if d == other {
		return nil // a tally merged with itself has the same values
	}
	hashes := other.sketch()
	if hashes == nil {
		for _, value := range other.values() {
			if err := t.addDistinct(d, value); err != nil {
				return err
			}
		}
		return nil
	}
	if d.sketch() == nil {
		if err := t.sketchDistinct(d); err != nil {
			return err
		}
	}
	for _, h := range hashes.held {
		d.sketch().add(h, t.exact)
	}
	return nil
}

// takeValues puts what is kept of a row's values into it.
func (t *Tally) takeValues(out *TallyRow, number int) {
	if t.plan.top != 0 {
		v := t.tops.at(number)
		out.Top = v.tallied(t.exact)
		out.Top = slices.Clip(out.Top[:min(t.plan.topK, len(out.Top))])
		if counts := v.sketch(); counts != nil {
			out.TopError = counts.bound()
		}
	}
	if t.plan.distinct != 0 {
		d := t.distincts.at(number)
		out.Distinct = int64(d.len())
		if hashes := d.sketch(); hashes != nil {
			out.Distinct, out.DistinctError = hashes.estimate(t.exact), distinctError(t.exact)
		}
	}
}

// Estimates returns how many rows there are, and in how many of them what [Top]
// and [Distinct] say is an estimate, because they have more than [ExactValues]
// values.
func (t *Tally) Estimates() (rows, top, distinct int) {
	for i := range t.tops.n {
		if t.tops.at(i).sketch() != nil {
			top++
		}
	}
	for i := range t.distincts.n {
		if t.distincts.at(i).sketch() != nil {
			distinct++
		}
	}
	return t.keys.len(), top, distinct
}
