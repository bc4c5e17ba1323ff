package stats

import (
	"cmp"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// nearby is how many days may lie between two dates of one happening: raids
// after midnight and reports of the next morning are dated a day apart.
const nearby = 2

// A span is when a claim says that something happened.
type span struct {
	first, last incident.Day
	exact       bool // given to the day
}

// spanOf returns when a record's event happened; an end that is open is taken
// as the other one, and ok is false when nothing is said.
func spanOf(r *incident.Record) (s span, ok bool) {
	first, hasFirst := r.Occurred.Earliest()
	last, hasLast := r.Occurred.Latest()
	switch {
	case !hasFirst && !hasLast:
		return span{}, false
	case !hasFirst:
		first, _ = r.Occurred.End().Earliest()
	case !hasLast:
		last, _ = r.Occurred.Start().Latest()
	}
	return span{first, last, exactDay(r.Occurred.Start()) && exactDay(r.Occurred.End())}, true
}

// exactDay reports whether d is one day, or an end that is not stated.
func exactDay(d incident.Date) bool {
	first, ok := d.Earliest()
	last, _ := d.Latest()
	return !ok || first == last
}

func (s span) near(t span) bool {
	gap := incident.Day(0)
	if s.exact && t.exact {
		gap = nearby
	}
	return s.first <= t.last+gap && t.first <= s.last+gap
}

// within reports whether s lies in t, which is longer. Only intervals are
// longer: a month is a day that is not known.
func (s span) within(t span) bool {
	return t.exact && t.first <= s.first && s.last <= t.last && (s.first != t.first || s.last != t.last)
}

// partInTime reports whether another claim's time contains c's and the number
// it names is certainly larger.
func partInTime(c *Claim, claims []*Claim) bool {
	s, ok := spanOf(c.Record)
	_, high, open := c.Count.Interval()
	if !ok || open {
		return false
	}
	for _, other := range claims {
		t, ok := spanOf(other.Record)
		_, named := other.Count.Best()
		if low, _, _ := other.Count.Interval(); ok && named && low > high && s.within(t) {
			return true
		}
	}
	return false
}

// happenings divides the claims on one key of an event into those that can be
// one thing: claims whose times are near each other, or that name the same
// number. Claims to the day come first; those of a month or a year join the
// happening whose number they share, or the first they can belong to; claims
// without a time join the first. The order is that of time.
func happenings(claims []*Claim) [][]*Claim {
	var dated, vague, undated []*Claim
	for _, c := range claims {
		switch s, ok := spanOf(c.Record); {
		case !ok:
			undated = append(undated, c)
		case s.exact:
			dated = append(dated, c)
		default:
			vague = append(vague, c)
		}
	}
	groups := chain(dated)
	var left []*Claim
	for _, c := range vague {
		if i := joins(c, groups); i >= 0 {
			groups[i] = append(groups[i], c)
		} else {
			left = append(left, c)
		}
	}
	groups = append(groups, chain(left)...)
	groups = sameNumber(groups)
	switch {
	case len(undated) > 0 && len(groups) == 0:
		groups = [][]*Claim{undated}
	case len(undated) > 0:
		groups[0] = append(groups[0], undated...)
	}
	return groups
}

// chain groups claims whose times overlap or lie near each other.
func chain(claims []*Claim) [][]*Claim {
	slices.SortStableFunc(claims, func(a, b *Claim) int {
		s, _ := spanOf(a.Record)
		t, _ := spanOf(b.Record)
		return cmp.Or(cmp.Compare(s.first, t.first), cmp.Compare(s.last, t.last))
	})
	var groups [][]*Claim
	var whole span
	for _, c := range claims {
		s, _ := spanOf(c.Record)
		if n := len(groups); n > 0 && whole.near(s) {
			groups[n-1] = append(groups[n-1], c)
			whole.last = max(whole.last, s.last)
			continue
		}
		groups = append(groups, []*Claim{c})
		whole = s
	}
	return groups
}

// joins returns which of groups a claim of a month or a year belongs to, or −1.
func joins(c *Claim, groups [][]*Claim) int {
	s, _ := spanOf(c.Record)
	first := -1
	for i, group := range groups {
		for _, other := range group {
			t, ok := spanOf(other.Record)
			if !ok || !s.near(t) {
				continue
			}
			if other.number() == c.number() {
				return i
			}
			if first < 0 {
				first = i
			}
		}
	}
	return first
}

// sameNumber puts happenings together that name one number: a wrong date is
// likelier than the same number twice in one event.
func sameNumber(groups [][]*Claim) [][]*Claim {
	owner := map[string]int{}
	var out [][]*Claim
	for _, group := range groups {
		into := -1
		for _, c := range group {
			if i, ok := owner[c.number()]; ok && !c.Count.IsZero() {
				into = i
				break
			}
		}
		if into < 0 {
			out = append(out, nil)
			into = len(out) - 1
		}
		out[into] = append(out[into], group...)
		for _, c := range group {
			owner[c.number()] = into
		}
	}
	return out
}
