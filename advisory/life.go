package advisory

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// A Standing says whether an advisory holds on a day, and why. The zero Standing is
// not known: the day, or when the advisory was issued, is not stated.
type Standing uint8

// The standings.
const (
	Unknown    Standing = iota
	InForce             // until the day that it says, or later
	OpenEnded           // in force as far as anybody said: it does not say until when
	NotYet              // it is issued, or takes effect, later
	Perhaps             // its dates, given by month or year, allow both
	Expired             // on the day before or earlier
	Superseded          // another one replaces it
	Cancelled           // another one ends it, or rejects it
	NotActual           // an exercise, a test, a draft: it was never meant
)

var standingNames = [...]string{"unknown", "in force", "in force, end not stated", "not yet", "perhaps", "expired", "superseded", "cancelled", "not actual"} // read only

// String returns the standing in words; it is empty for a number that is none.
func (s Standing) String() string {
	if int(s) < len(standingNames) {
		return standingNames[s]
	}
	return ""
}

// Holds reports whether people should be told of the advisory: it is in force, or may
// be.
func (s Standing) Holds() bool { return s == InForce || s == OpenEnded || s == Perhaps }

// InForce says whether the advisory by itself holds on a day. Whether another one
// replaces or ends it, [Current] says.
//
// It holds from Effective on, or from Issued when that is not stated, until the end of
// Expires. A day that is no single day is taken as its last one.
func (a *Advisory) InForce(on incident.Date) Standing {
	day, ok := on.Latest()
	switch {
	case !ok:
		return Unknown
	case a.status() != Actual:
		return NotActual
	case a.msgType() == Ack || a.msgType() == Cancel || a.msgType() == Error:
		return NotActual // it says something of another, and nothing to the public
	}
	issued, ok := a.Issued.Earliest()
	if !ok {
		return Unknown
	}
	begins, surely := issued, lastDay(a.Issued)
	if first, ok := a.Effective.Earliest(); ok {
		begins, surely = max(begins, first), max(surely, lastDay(a.Effective))
	}
	first, ends := a.Expires.Earliest()
	switch {
	case day < begins:
		return NotYet
	case ends && day > lastDay(a.Expires):
		return Expired
	case day < surely || ends && day > first:
		return Perhaps
	case !ends:
		return OpenEnded
	}
	return InForce
}

// lastDay is the last day that a date allows, or the first when it has no end.
func lastDay(d incident.Date) incident.Day {
	if day, ok := d.Latest(); ok {
		return day
	}
	day, _ := d.Earliest()
	return day
}

// Stands is an advisory with its standing.
type Stands struct {
	Advisory *Advisory
	Standing Standing
	By       *Advisory // the one that replaces or ends it, nil for none
}

// Current returns the standing of each advisory on a day, in the order of when they
// were issued, then of issuer and id. What was issued later than that day, or may have
// been, does nothing.
//
// An update supersedes those it refers to, a cancellation and a rejection (Error) end
// them, unless they were certainly issued later: of dates that overlap, a reference says
// which came first. They do so from Effective on, where it is stated: before the last day
// that it allows, what they refer to holds, so that there is no gap. What an update replaced stays replaced when the update itself is ended, so
// that the whole chain is; an update that is ended before it takes effect has replaced
// nothing. References are ids of the same issuer, or, when it has none such, of any.
// References that go round in a circle do nothing, but for those to what was certainly
// issued earlier. Exercises, tests and drafts do nothing to others.
func Current(all iter.Seq[*Advisory], on incident.Date) []Stands {
	advisories := sorted(all)
	by := replacements(advisories, on)
	out := make([]Stands, 0, len(advisories))
	for _, a := range advisories {
		s := Stands{Advisory: a, Standing: a.InForce(on)}
		if other := by[a]; other != nil && s.Standing != NotActual {
			s.By, s.Standing = other, Cancelled
			if other.msgType() == Update {
				s.Standing = Superseded
			}
		}
		out = append(out, s)
	}
	return out
}

// Chain returns how the advisory of an issuer and id came to be and what became of it:
// those that it refers to, and those that refer to it, through others too, in the order
// of when they were issued. It is nil when there is no such advisory.
func Chain(all iter.Seq[*Advisory], issuer, id string) []*Advisory {
	advisories := sorted(all)
	index := newIndex(advisories)
	near := map[*Advisory][]*Advisory{}
	for _, a := range advisories {
		for _, ref := range a.References {
			for _, b := range index.find(a, ref) {
				near[a], near[b] = append(near[a], b), append(near[b], a)
			}
		}
	}
	linked := map[*Advisory]bool{}
	var queue []*Advisory
	for _, a := range advisories {
		if a.Issuer == issuer && a.ID == id {
			queue = append(queue, a)
		}
	}
	for len(queue) > 0 {
		a := queue[0]
		queue = queue[1:]
		if !linked[a] {
			linked[a] = true
			queue = append(queue, near[a]...)
		}
	}
	return slices.DeleteFunc(advisories, func(a *Advisory) bool { return !linked[a] })
}

// sorted returns the advisories in the order of when they were issued.
func sorted(all iter.Seq[*Advisory]) []*Advisory {
	type dated struct {
		day      incident.Day
		advisory *Advisory
	}
	var list []dated
	for a := range all {
		list = append(list, dated{lastDay(a.Issued), a})
	}
	slices.SortStableFunc(list, func(a, b dated) int {
		if c := cmp.Compare(a.day, b.day); c != 0 {
			return c
		}
		if c := cmp.Or(strings.Compare(a.advisory.Issuer, b.advisory.Issuer), strings.Compare(a.advisory.ID, b.advisory.ID)); c != 0 {
			return c
		}
		return cmp.Or( // two of one id
			strings.Compare(string(a.advisory.MsgType), string(b.advisory.MsgType)),
			strings.Compare(a.advisory.Effective.String(), b.advisory.Effective.String()),
			strings.Compare(a.advisory.Expires.String(), b.advisory.Expires.String()))
	})
	out := make([]*Advisory, len(list))
	for i := range list {
		out[i] = list[i].advisory
	}
	return out
}

// replacements returns, of each advisory that another one known on a day replaces or
// ends, the latest that does.
func replacements(advisories []*Advisory, on incident.Date) map[*Advisory]*Advisory {
	h := newHistory(advisories, on)
	by := make(map[*Advisory]*Advisory, len(h.enders))
	for b, enders := range h.enders {
		for _, a := range slices.Backward(enders) {
			if a.msgType() != Update || h.tookEffect(a) {
				by[b] = a
				break
			}
		}
	}
	// The end of an update is the end of what it replaced.
	done := make(map[*Advisory]bool, len(by))
	var path []*Advisory
	for a := range by {
		for end := a; end != nil && !done[end]; end = by[end] {
			done[end] = true
			path = append(path, end)
		}
		for _, a := range slices.Backward(path) {
			if end := by[by[a]]; end != nil && end.msgType() != Update {
				by[a] = end
			}
		}
		path = path[:0]
	}
	return by
}

// An index finds advisories by id.
type index map[string][]*Advisory

func newIndex(advisories []*Advisory) index {
	x := make(index, len(advisories))
	for _, a := range advisories {
		x[a.ID] = append(x[a.ID], a)
	}
	return x
}

// find returns those of the same issuer, or else all.
func (x index) find(from *Advisory, id string) []*Advisory {
	var own []*Advisory
	for _, a := range x[id] {
		if a.Issuer == from.Issuer {
			own = append(own, a)
		}
	}
	if len(own) > 0 {
		return own
	}
	return x[id]
}
