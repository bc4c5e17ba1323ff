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

// A happening is what claims on one key of an event can all be about.
type happening struct {
	claims []*Claim
	covers bool // what others of the event are parts of: its claims' time contains theirs, and their numbers can be in its
	spread bool // one number was dated far apart: a wrong date, as a rule, but perhaps two happenings
}

// happenings divides the claims on one key of an event into those that can be
// one thing: claims whose times are near each other, or that name the same
// number. Claims to the day come first. One of a month, a year or no time joins
// the happening whose number it names; otherwise it covers all those within its
// time, when there are several and it can, or joins the first. The order is
// that of time.
func happenings(claims []*Claim) []happening {
	var dated, loose, undated []*Claim
	for _, c := range claims {
		switch s, ok := spanOf(c.Record); {
		case !ok:
			undated = append(undated, c)
		case s.exact:
			dated = append(dated, c)
		default:
			loose = append(loose, c)
		}
	}
	groups := chain(dated)
	var rest, covering []*Claim
	for _, c := range loose {
		if !join(c, groups) {
			rest = append(rest, c)
		}
	}
	groups = sameNumber(groups)
	for _, c := range slices.Concat(rest, undated) {
		near := around(c, groups)
		switch {
		case len(near) == 0:
			groups = append(groups, happening{claims: []*Claim{c}})
		case len(near) > 1 && join(c, groups):
		case len(near) > 1 && canCover(c, near):
			covering = append(covering, c)
		default:
			near[0].claims = append(near[0].claims, c)
		}
	}
	groups = sameNumber(groups)
	if len(covering) > 0 {
		groups = append(groups, happening{claims: covering, covers: true})
	}
	return groups
}

// around returns the happenings that can lie within a claim's time.
func around(c *Claim, groups []happening) (out []*happening) {
	s, dated := spanOf(c.Record)
	for i := range groups {
		if slices.ContainsFunc(groups[i].claims, func(other *Claim) bool {
			t, ok := spanOf(other.Record)
			return !dated || !ok || s.near(t)
		}) {
			out = append(out, &groups[i])
		}
	}
	return out
}

// canCover reports whether no claim on the happenings certainly exceeds c.
func canCover(c *Claim, groups []*happening) bool {
	for _, h := range groups {
		if slices.ContainsFunc(h.claims, func(other *Claim) bool { return !canHold(c.Count, other.Count) }) {
			return false
		}
	}
	return true
}

// chain groups claims whose times overlap or lie near each other.
func chain(claims []*Claim) []happening {
	slices.SortStableFunc(claims, func(a, b *Claim) int {
		s, _ := spanOf(a.Record)
		t, _ := spanOf(b.Record)
		return cmp.Or(cmp.Compare(s.first, t.first), cmp.Compare(s.last, t.last))
	})
	var groups []happening
	var whole span
	for _, c := range claims {
		s, _ := spanOf(c.Record)
		if n := len(groups); n > 0 && whole.near(s) {
			groups[n-1].claims = append(groups[n-1].claims, c)
			whole.last = max(whole.last, s.last)
			continue
		}
		groups = append(groups, happening{claims: []*Claim{c}})
		whole = s
	}
	return groups
}

// join adds a claim to the first happening within its time that names its
// number, and reports whether there is one.
func join(c *Claim, groups []happening) bool {
	for _, h := range around(c, groups) {
		if !c.Count.IsZero() && slices.ContainsFunc(h.claims, func(other *Claim) bool { return other.number() == c.number() }) {
			h.claims = append(h.claims, c)
			return true
		}
	}
	return false
}

// stories marks the happenings that may be one because records of them name one
// number of something else, dated far apart: who gets the date of one figure wrong gets
// it wrong of all. Happenings of one story are not added to each other.
func stories(figures []*Figure) {
	if !slices.ContainsFunc(figures, func(f *Figure) bool { return f.spread }) {
		return
	}
	into := map[*incident.Record]*incident.Record{} // another record of the story, or itself
	root := func(rec *incident.Record) *incident.Record {
		for into[rec] != nil && into[rec] != rec {
			rec = into[rec]
		}
		return rec
	}
	for _, f := range figures {
		if !f.spread {
			continue
		}
		for _, c := range f.Claims {
			a, b := root(f.Claims[0].Record), root(c.Record)
			into[a], into[b] = a, a
		}
	}
	if len(into) == 0 {
		return
	}
	numbers := map[*incident.Record]int{}
	for _, f := range figures {
		for _, c := range f.Claims {
			if into[c.Record] == nil {
				continue
			}
			first := root(c.Record)
			if numbers[first] == 0 {
				numbers[first] = len(numbers) + 1
			}
			if f.story == 0 || numbers[first] < f.story {
				f.story = numbers[first]
			}
		}
	}
}

// sameNumber puts happenings together of which one number is all that is said:
// a wrong date is likelier than the same number twice in one event.
func sameNumber(groups []happening) []happening {
	owner := map[number]int{}
	var out []happening
	for _, h := range groups {
		number, one := h.claims[0].number(), !h.claims[0].Count.IsZero()
		for _, c := range h.claims {
			one = one && c.number() == number
		}
		if i, ok := owner[number]; ok && one {
			out[i].claims = append(out[i].claims, h.claims...)
			out[i].spread = true
			continue
		}
		if one {
			owner[number] = len(out)
		}
		out = append(out, h)
	}
	return out
}
