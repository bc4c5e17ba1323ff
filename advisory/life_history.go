package advisory

import (
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// A history holds who refers to whom with effect, as far as it is known on a day.
type history struct {
	day     incident.Day
	bounded bool
	enders  map[*Advisory][]*Advisory // in the order of when they were issued; in no circle
	took    map[*Advisory]bool        // what tookEffect found
}

func newHistory(advisories []*Advisory, on incident.Date) *history {
	h := &history{enders: map[*Advisory][]*Advisory{}, took: map[*Advisory]bool{}}
	h.day, h.bounded = on.Latest()
	index := newIndex(advisories)
	var circles map[*Advisory]int // made when it is needed
	for _, a := range advisories {
		t := a.msgType()
		if t != Update && t != Cancel && t != Error || a.status() != Actual || !h.issued(a) || t != Update && !h.begun(a) {
			continue
		}
		for _, ref := range a.References {
			for _, b := range index.find(a, ref) {
				order, certain := b.Issued.Compare(a.Issued)
				certain = certain && order != 0
				if !certain && circles == nil {
					circles = index.circles(advisories)
				}
				// What surely came later is not ended, nor, unless it surely came earlier, what refers back.
				if certain && order < 0 || !certain && circles[a] != circles[b] {
					h.enders[b] = append(h.enders[b], a)
				}
			}
		}
	}
	return h
}

// issued reports whether an advisory surely was issued by the day.
func (h *history) issued(a *Advisory) bool {
	return !h.bounded || !a.Issued.IsZero() && lastDay(a.Issued) <= h.day
}

// begun reports whether an advisory surely has taken effect by the day, were it not ended.
func (h *history) begun(a *Advisory) bool {
	return !h.bounded || a.Effective.IsZero() || lastDay(a.Effective) <= h.day
}

// tookEffect reports whether an update has taken effect, or one that replaces it.
func (h *history) tookEffect(a *Advisory) bool {
	if a.Effective.IsZero() {
		return true
	}
	took, known := h.took[a]
	if known {
		return took
	}
	took = h.begun(a)
	for _, end := range h.enders[a] {
		if end.msgType() != Update && max(lastDay(end.Issued), lastDay(end.Effective)) < lastDay(a.Effective) {
			took = false // it was ended before
		}
	}
	took = took || slices.ContainsFunc(h.enders[a], func(end *Advisory) bool { return end.msgType() == Update && h.tookEffect(end) })
	h.took[a] = took
	return took
}

// circles numbers the advisories so that those have the same number, and only those,
// that refer to one another in a circle, through others too. It is the method of Tarjan,
// "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972).
func (x index) circles(advisories []*Advisory) map[*Advisory]int {
	circle := make(map[*Advisory]int, len(advisories))
	order := make(map[*Advisory]int, len(advisories)) // of the first visit, from 1
	var open []*Advisory                              // visited, with no circle yet
	var visit func(a *Advisory) int
	visit = func(a *Advisory) int {
		own := len(order) + 1
		order[a] = own
		low, below := own, len(open)
		open = append(open, a)
		for _, ref := range a.References {
			for _, b := range x.find(a, ref) {
				switch {
				case order[b] == 0:
					low = min(low, visit(b))
				case circle[b] == 0:
					low = min(low, order[b])
				}
			}
		}
		if low == own {
			for _, b := range open[below:] {
				circle[b] = own
			}
			open = open[:below]
		}
		return low
	}
	for _, a := range advisories {
		if order[a] == 0 {
			visit(a)
		}
	}
	return circle
}
