package stats

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// An entry is a record as a Reconciler holds it, with what has to be known of it
// before it is read.
type entry struct {
	state                string
	id, event, publisher string
	refers               bool             // it names other records
	rec                  *incident.Record // as read; nil: it is read when its event's turn comes
}

// entryOf reads no more of a record than where it belongs and when it was published.
func entryOf(state string) (e entry, published string) {
	r := stateReader{rest: state}
	r.text() // the kind
	e.state, e.id, e.event, published = state, r.text(), r.text(), r.text()
	for range 4 { // when and where it happened
		r.text()
	}
	e.publisher = r.text()
	for range 3 { // the source's kind and language, the lure
		r.text()
	}
	for range r.length() { // agencies
		r.text()
	}
	for range 3 { // references
		n := r.length()
		e.refers = e.refers || n > 0
		for range n {
			r.text()
		}
	}
	return e, published
}

// record returns the record as read.
func (e *entry) record() *incident.Record {
	if e.rec != nil {
		return e.rec
	}
	return readRecord(&stateReader{rest: e.state})
}

func (e *entry) ref() Ref { return Ref{e.publisher, e.id} }

// known returns the records known on a day, in no order.
func (r *Reconciler) known(asOf incident.Date) []*entry {
	last, bounded := asOf.Latest()
	all := make([]entry, len(r.records))
	known := make([]*entry, 0, len(r.records))
	for state := range r.records {
		e := &all[len(known)]
		var published string
		*e, published = entryOf(state)
		if bounded && published != "" {
			date, err := incident.ParseDate(published)
			if day, ok := date.Latest(); err == nil && ok && day > last {
				continue
			}
		}
		known = append(known, e)
	}
	return known
}

// linked reads the records that refer to others, and those they refer to, and returns
// them in bytewise order of their state.
func linked(entries []*entry) []*incident.Record {
	ids := map[string]bool{}
	for _, e := range entries {
		if e.refers {
			e.rec = e.record()
			for _, list := range [...][]string{e.rec.DerivedFrom, e.rec.Supersedes, e.rec.Retracts} {
				for _, id := range list {
					ids[id] = true
				}
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	var own []*entry
	for _, e := range entries {
		if ids[e.id] {
			e.rec = e.record()
		}
		if e.rec != nil {
			own = append(own, e)
		}
	}
	return read(own)
}

// read returns the records of entries, in bytewise order of their state.
func read(entries []*entry) []*incident.Record {
	slices.SortFunc(entries, func(a, b *entry) int { return strings.Compare(a.state, b.state) })
	records := make([]*incident.Record, len(entries))
	for i, e := range entries {
		records[i] = e.record()
	}
	return records
}

// byEvent puts records of one event together, events in bytewise order and
// records without an event behind them: each is an event of its own, whatever
// versions there are of it.
func byEvent(entries []*entry) [][]*entry {
	type name struct{ event, publisher, id string }
	events := map[name][]*entry{}
	for _, e := range entries {
		n := name{event: e.event}
		if e.event == "" {
			n.publisher, n.id = e.publisher, e.id
		}
		events[n] = append(events[n], e)
	}
	groups := make([][]*entry, 0, len(events))
	for _, n := range slices.SortedFunc(maps.Keys(events), func(a, b name) int {
		return cmp.Or(
			cmp.Compare(boolBit(a.event == ""), boolBit(b.event == "")), strings.Compare(a.event, b.event),
			strings.Compare(a.id, b.id), strings.Compare(a.publisher, b.publisher),
		)
	}) {
		groups = append(groups, events[n])
	}
	return groups
}
