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
// publisher says how many there are of what it is a share of: "48 per cent" of 740,957
// complaints. A share's unit names the measure of its base, which counts everyone. It
// is taken from the share's own record, or else from its event, or else, for the same
// stated window, from wherever the publisher gives it, if it gives one number alone.
// The order is that of publisher, key and record.
//
// A share that is a whole number is taken to be rounded: 48 is from 47.5 to 48.5
// percent, and one of which only a bound is stated lies within 1 percent of it. A share
// over 100 percent, and one that no whole number of people can be, comes to nothing.
// Shares are neither added nor, when they are shares of different things, compared.
func Portions(accounts []*Account) (out []Portion) {
	elsewhere := map[baseKey][]*Claim{}
	for _, a := range accounts {
		a.eachClaim(func(f *Figure, c *Claim) {
			if k, ok := baseOf(&f.Key, c, f.Measure); ok && f.isBase(c) {
				elsewhere[k] = append(elsewhere[k], c)
			}
		})
	}
	for _, a := range accounts {
		own := map[baseKey][]*Claim{}
		a.eachClaim(func(f *Figure, c *Claim) {
			if k, _ := baseOf(&f.Key, c, f.Measure); f.isBase(c) {
				own[k] = append(own[k], c)
			}
		})
		a.eachClaim(func(f *Figure, c *Claim) {
			if f.Measure != incident.Share || c.Path == "" {
				return
			}
			k, stated := baseOf(&f.Key, c, incident.Measure(f.Unit))
			base := theBase(own[k], c)
			if base == nil && stated {
				base = theBase(elsewhere[k], c)
			}
			if base == nil {
				return
			}
			if count, ok := portionOf(c.Count, base.Count); ok {
				out = append(out, Portion{f.Key, c, base, count})
			}
		})
	}
	slices.SortStableFunc(out, func(p, q Portion) int {
		return cmp.Or(
			cmp.Compare(p.Share.Record.Source.Name, q.Share.Record.Source.Name), p.Key.compare(&q.Key),
			byID(p.Share.Record, q.Share.Record), byID(p.Base.Record, q.Base.Record),
		)
	})
	return out
}

// A baseKey is what a share and its base have to have in common.
type baseKey struct {
	publisher string
	key       Key
	from, to  incident.Day
}

// baseOf returns the key of a claim as the base of a measure; stated tells that its
// publisher and its window are, so that it is the same elsewhere.
func baseOf(k *Key, c *Claim, m incident.Measure) (b baseKey, stated bool) {
	b = baseKey{publisher: c.Record.Source.Name, key: Key{Measure: m, Accrual: k.Accrual, Country: k.Country, Admin1: k.Admin1}}
	var begun, ended bool
	b.from, begun = k.From.Earliest()
	b.to, ended = k.To.Latest()
	return b, b.publisher != "" && (begun || ended)
}

// isBase reports whether a claim can be the base of a share.
func (f *Figure) isBase(c *Claim) bool {
	return f.Measure != incident.Share && f.Group.IsZero() && f.Label == "" && !f.Beside && c.Path != ""
}

// eachClaim calls do for each claim with a number.
func (a *Account) eachClaim(do func(f *Figure, c *Claim)) {
	for i := range a.Figures {
		for _, c := range a.Figures[i].Claims {
			if !c.Count.IsZero() {
				do(&a.Figures[i], c)
			}
		}
	}
}

// theBase returns the base of a share among bases: that of its own record, or else the
// first if all name one number; nil if there is none.
func theBase(bases []*Claim, share *Claim) *Claim {
	for _, base := range bases {
		if base.Record == share.Record {
			return base
		}
	}
	if len(bases) == 0 {
		return nil
	}
	first := bases[0]
	for _, base := range bases {
		if base.number() != first.number() || unitOf(base) != unitOf(first) {
			return nil
		}
		if byID(base.Record, first.Record) < 0 {
			first = base
		}
	}
	return first
}

// portionOf bounds how many a share of a base is; ok is false when it cannot be one.
func portionOf(share, base incident.Count) (count incident.Count, ok bool) {
	low, high, open := share.Interval()
	if low > 100 {
		return incident.Count{}, false
	}
	slack := int64(1) // in halves of a percent
	if _, named := share.Best(); !named {
		slack = 2
	}
	least, most := max(0, 2*low-slack), int64(200)
	if !open && high < 100 {
		most = 2*high + slack
	}
	from, to, openBase := base.Interval()
	has := incident.HasLow | incident.HasHigh
	upper := int64(0)
	if openBase {
		has = incident.HasLow
	} else {
		upper = times(to, most, 200, false)
	}
	count, err := incident.NewCount(0, times(from, least, 200, true), upper, has)
	return count, err == nil // no whole number of people may lie between the two
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
