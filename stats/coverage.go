package stats

import (
	"math"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// A Coverage sets a publisher's running total against the events that it should
// contain.
type Coverage struct {
	Running
	Events    []string       // that it certainly contains, in bytewise order; "" for one without a name
	Uncertain int            // how many more events it may contain
	Covered   incident.Count // what the events come to: at least those it certainly contains, at most all it may
	Missing   incident.Count // how many of the total are in none of the events; zero when Exceeded, or nothing is known of them
	Exceeded  bool           // the events come to more than the total
}

// CoverageOf sets the latest of each publisher's running totals against the events
// of the accounts, in the order of [RunningTotals]: which part of it is known event
// by event, and how much is missing.
//
// An event is contained when its figure counts the same measure, people within the
// total's group, in its country, and all of it within its window. Where one of these
// is not said it may be contained: that raises the upper bound of what is covered
// alone. A total that does not say since when it runs is taken to go back to the
// first event. Two records on one event that name none are two events here, as in
// [Reconciler.Accounts]. What bears the number of a running total in its own event is taken for
// one (account.definition) and is in none. Numbers without bounds ("about 250") are taken as [incident.Count]
// compares them.
func CoverageOf(accounts []*Account) (out []Coverage) {
	type asked struct {
		measure incident.Measure
		members uint8
	}
	events := map[asked][]contained{}
	for _, r := range RunningTotals(accounts) {
		if r.Key.Accrual != incident.AccrualCumulative {
			continue
		}
		c := Coverage{Running: r}
		k := asked{r.Key.Measure, shape(r.Key.Group)}
		all, ok := events[k]
		if !ok {
			all = containedOf(accounts, r.Key.Measure, statedMembers(r.Key.Group))
			events[k] = all
		}
		c.add(all)
		slices.Sort(c.Events)
		out = append(out, c)
	}
	return out
}

// A contained is a portion of an event that totals may contain.
type contained struct {
	account     *Account
	portion     portion
	country     string
	admin1      string
	first, last incident.Day
	dated       bool // both ends are stated
}

// containedOf returns what the events have of a measure, divided along dimensions.
func containedOf(accounts []*Account, m incident.Measure, by []Dimension) (out []contained) {
	for _, a := range accounts {
		terms, _ := a.terms(m)
		for _, f := range terms {
			if a.misread(f) {
				continue
			}
			for _, p := range a.split(f, by) {
				c := contained{account: a, portion: p, country: countryOf(a, p), admin1: Admin1.value(a, p)}
				if c.first, c.last, c.dated = f.window(); !c.dated {
					var s span
					if s, c.dated = f.span(); c.dated {
						c.first, c.last = s.first, s.last
					}
					c.dated = c.dated && !slices.ContainsFunc(f.Claims, func(claim *Claim) bool { return openEnded(claim.Record.Occurred) })
				}
				out = append(out, c)
			}
		}
	}
	return out
}

// misread reports whether a figure of the event is perhaps a running total that was
// taken for one: it bears the number of such a total.
func (a *Account) misread(f *Figure) bool {
	return f.Measure != incident.Share && slices.ContainsFunc(a.Conflicts, func(c Conflict) bool {
		return c.Code == incident.CodeAccountDefinition && c.Key == f.Key
	})
}

// openEnded reports whether an interval does not say when it begins or ends.
func openEnded(d incident.Date) bool {
	_, begun := d.Earliest()
	_, ended := d.Latest()
	return !begun || !ended
}

// statedMembers returns the dimensions that a group states.
func statedMembers(g incident.Group) (by []Dimension) {
	for _, d := range [...]Dimension{Nationality, Sex, Age} {
		if d.member(g) != "" {
			by = append(by, d)
		}
	}
	return by
}

// How certain it is that a total contains people.
const (
	no = iota
	perhaps
	yes
)

// contains reports whether the total contains the people of a portion.
func (r *Running) contains(c *contained) int {
	if c.portion.figure.Unit != r.Key.Unit {
		return no
	}
	answer := yes
	country, group := r.Key.Country, r.Key.Group
	if country == "" && incident.IsCountry(group.Place) { // of a total by country
		country, group.Place = group.Place, ""
	}
	switch {
	case country == "" || c.country == country:
	case c.country == "":
		answer = perhaps
	default:
		return no
	}
	switch {
	case r.Key.Admin1 == "" || c.admin1 == r.Key.Admin1:
	case c.admin1 == "":
		answer = perhaps
	default:
		return no
	}
	to, ended := r.Key.To.Latest()
	since, begun := r.Key.From.Earliest()
	switch {
	case ended && c.dated && c.first > to || begun && c.dated && c.last < since:
		return no
	case !c.dated || !ended:
		answer = perhaps
	default: // a total "to December" is one of some day in it
		if surely, _ := r.Key.To.Earliest(); begun && c.first < since || c.last > surely {
			answer = perhaps
		}
	}
	if within, _ := c.portion.group.Narrower(group); !within {
		other := Figure{Key: Key{Group: group}}
		if (&Figure{Key: Key{Group: c.portion.group}}).disjoint(&other) {
			return no
		}
		answer = perhaps
	}
	return answer
}

// add sets the total against what there is.
func (c *Coverage) add(all []contained) {
	var covered bounds // at least who is certainly contained
	var best int64
	named := true
	var last, lastPerhaps *Account
	for i := range all {
		answer := c.contains(&all[i])
		if answer == no {
			continue
		}
		if all[i].portion.count.IsZero() {
			answer = perhaps // nobody gave a number
		}
		own := reach(all[i].portion.count)
		if _, some := all[i].portion.figure.Group.Narrower(c.Key.Group); some {
			own = bounds{low: own.low, open: true} // of the event's others of the group nobody speaks
		}
		if answer == perhaps {
			own.low = 0
		}
		if covered = covered.with(own, true); answer == perhaps {
			named = false
			if all[i].account != last && all[i].account != lastPerhaps {
				c.Uncertain++
				lastPerhaps = all[i].account
			}
			continue
		}
		n, ok := all[i].portion.count.Best()
		named = named && ok && n <= math.MaxInt64-best
		best += n
		if all[i].account != last {
			if all[i].account == lastPerhaps {
				c.Uncertain--
			}
			c.Events = append(c.Events, all[i].account.Event)
			last = all[i].account
		}
	}
	c.Covered = covered.count(best, named)
	c.Missing, c.Exceeded = leftOf(c.Count, c.Covered)
}
