package stats

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// A Portion is how many a share comes to, given what it is a share of.
type Portion struct {
	Key   Key            // of the share: Unit is what it is a share of
	Share *Claim         // in percent
	Base  *Claim         // of the same publisher and window
	Count incident.Count // how many those are: bounds alone
}

// Portions returns how many the shares of all accounts come to, where the same
// publisher says for the same window how many there are of what it is a share of:
// "48 per cent" of 740,957 complaints. The figure may stand in another record, and
// counts everyone; a share's unit names its measure. The order is that of publisher,
// key and record.
//
// A share that is a whole number is taken to be rounded: 48 is from 47.5 to 48.5
// percent, and one of which only a bound is stated lies within 1 percent of it.
// Shares are neither added nor, when they are shares of different things, compared.
func Portions(accounts []*Account) (out []Portion) {
	type window struct {
		publisher string
		key       Key
		from, to  incident.Day
	}
	bases := map[window][]*Claim{}
	of := func(c *Claim, k Key, m incident.Measure) window {
		w := window{publisher: c.Record.Source.Name, key: Key{Measure: m, Accrual: k.Accrual, Country: k.Country, Admin1: k.Admin1}}
		w.from, _ = k.From.Earliest()
		w.to, _ = k.To.Latest()
		return w
	}
	each := func(do func(f *Figure, c *Claim)) {
		for _, a := range accounts {
			for i := range a.Figures {
				for _, c := range a.Figures[i].Claims {
					if !c.Count.IsZero() {
						do(&a.Figures[i], c)
					}
				}
			}
		}
	}
	each(func(f *Figure, c *Claim) {
		if f.Measure != incident.Share && f.Group.IsZero() && f.Label == "" && !f.Beside && c.Path != "" {
			bases[of(c, f.Key, f.Measure)] = append(bases[of(c, f.Key, f.Measure)], c)
		}
	})
	each(func(f *Figure, c *Claim) {
		if f.Measure == incident.Share {
			for _, base := range bases[of(c, f.Key, incident.Measure(f.Unit))] {
				out = append(out, Portion{f.Key, c, base, portionOf(c.Count, base.Count)})
			}
		}
	})
	slices.SortStableFunc(out, func(p, q Portion) int {
		return cmp.Or(
			cmp.Compare(p.Share.Record.Source.Name, q.Share.Record.Source.Name), p.Key.compare(&q.Key),
			byID(p.Share.Record, q.Share.Record), byID(p.Base.Record, q.Base.Record),
		)
	})
	return out
}

// portionOf bounds how many a share of a base is.
func portionOf(share, base incident.Count) incident.Count {
	low, high, open := share.Interval()
	slack := int64(1) // in halves of a percent
	if _, named := share.Best(); !named {
		slack = 2
	}
	least, most := max(0, 2*low-slack), min(200, 2*high+slack)
	if open {
		most = 200
	}
	from, to, openBase := base.Interval()
	has := incident.HasLow | incident.HasHigh
	upper := int64(0)
	if openBase {
		has = incident.HasLow
	} else {
		upper = times(to, most, 200, false)
	}
	c, err := incident.NewCount(0, times(from, least, 200, true), upper, has)
	if err != nil { // cannot be: the bounds are in order
		return incident.Count{}
	}
	return c
}

// times returns n·part/whole, for a part that is not above the whole, rounded up or
// down.
func times(n, part, whole int64, up bool) int64 {
	high, low := bits.Mul64(uint64(n), uint64(part))
	q, rest := bits.Div64(high, low, uint64(whole))
	if up && rest > 0 {
		q++
	}
	return int64(min(q, math.MaxInt64))
}
