package stats

import (
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// stale finds running totals of one publisher that reach less far than one it
// had published before: the older figure came out later. The claim that reaches
// farther comes first.
func (a *Account) stale() {
	a.repeated()
	for _, s := range series(a) {
		for i := 1; i < len(s); i++ {
			older, newer := s[i-1], s[i]
			reach, certain := older.figure.To.Compare(newer.figure.To)
			if reach >= 0 || !certain {
				continue
			}
			if said, certain := older.claim.Record.Published.Compare(newer.claim.Record.Published); said > 0 && certain {
				a.Conflicts = append(a.Conflicts, Conflict{
					Code: incident.CodeAccountStale, Key: newer.figure.Key,
					Claims: []*Claim{newer.claim, older.claim}, Chosen: newer.figure.Chosen, Why: newer.figure.Why,
				})
			}
		}
	}
}

// repeated finds the number of an older running total given as that of a later day,
// after a higher one was published for a day between: the older figure was taken for a
// new one.
func (a *Account) repeated() {
	totals := map[Key][]member{} // by what they count, since when
	var order []Key
	for i := range a.Figures {
		f := &a.Figures[i]
		if f.Accrual != incident.AccrualCumulative || f.Beside || f.Label != "" {
			continue
		}
		k := f.Key
		k.To = incident.Date{}
		if totals[k] == nil {
			order = append(order, k)
		}
		for _, c := range f.Claims {
			if c.Path != "" && !c.Count.IsZero() && !f.To.IsZero() {
				totals[k] = append(totals[k], member{f, c})
			}
		}
	}
	for _, k := range order {
		all := totals[k]
		slices.SortStableFunc(all, byTime)
		first := map[number]int{} // where each number stands first
		for i, late := range all {
			n := late.claim.number()
			at, known := first[n]
			if !known {
				first[n] = i
				continue
			}
			if newer := newerThan(all[at+1:i], all[at], late); newer != nil {
				a.Conflicts = append(a.Conflicts, Conflict{
					Code: incident.CodeAccountStale, Key: newer.figure.Key,
					Claims: []*Claim{newer.claim, late.claim}, Chosen: newer.figure.Chosen, Why: newer.figure.Why,
				})
			}
		}
	}
}

// newerThan returns the first of the totals between an old one and one that repeats its
// number that is certainly higher, of a later day than the old one, and was published
// before the repetition; nil if there is none.
func newerThan(between []member, old, late member) *member {
	_, high, open := late.claim.Count.Interval()
	for i := range between {
		m := &between[i]
		low, _, _ := m.claim.Count.Interval()
		after, certain := m.figure.To.Compare(old.figure.To)
		said, certain2 := m.claim.Record.Published.Compare(late.claim.Record.Published)
		if !open && low > high && after > 0 && certain && said < 0 && certain2 {
			return m
		}
	}
	return nil
}
