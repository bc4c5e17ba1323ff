package stats

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// An entry is a record as a Reconciler holds it, of which no more was read than where
// it belongs.
type entry struct {
	state  []byte
	rec    *incident.Record // as read; nil: it is read when its event's turn comes
	group  uint32           // its event
	refers bool             // it names other records
}

// A head is what an entry is told by.
type head struct{ id, event, published, publisher []byte }

// headOf reads the head of a record's state; refers tells that it names others.
func headOf(state []byte) (h head, refers bool) {
	skip := func() (text []byte) {
		n, size := binary.Uvarint(state)
		text, state = state[size:size+int(n)], state[size+int(n):]
		return text
	}
	skip() // the kind
	h.id, h.event, h.published = skip(), skip(), skip()
	for range 4 { // when and where it happened
		skip()
	}
	h.publisher = skip()
	for range 3 { // the source's kind and language, the lure
		skip()
	}
	for list := range 4 { // agencies, and three lists of references
		n, size := binary.Uvarint(state)
		state = state[size:]
		refers = refers || list > 0 && n > 0
		for range n {
			skip()
		}
	}
	return h, refers
}

// record returns the record as read.
func (e *entry) record() *incident.Record {
	if e.rec != nil {
		return e.rec
	}
	return readRecord(&stateReader{rest: string(e.state)})
}

func (e *entry) ref() Ref {
	h, _ := headOf(e.state)
	return Ref{string(h.publisher), string(h.id)}
}

// known returns the records known on a day, event by event: events in bytewise order
// of their names and records without one behind them, in the order of id and
// publisher. Each of these is an event of its own, whatever versions there are of it.
func (r *Reconciler) known(asOf incident.Date) (groups [][]*entry) {
	last, bounded := asOf.Latest()
	var events index // an event's name, or id and publisher behind an empty one
	var sizes []int
	entries := make([]entry, 0, r.records.len())
	var key []byte
	for i := range r.records.len() {
		e := entry{state: r.records.key(i)}
		var h head
		h, e.refers = headOf(e.state)
		if bounded && len(h.published) > 0 {
			date, err := incident.ParseDate(string(h.published))
			if day, ok := date.Latest(); err == nil && ok && day > last {
				continue
			}
		}
		key = appendText(key[:0], h.event)
		if len(h.event) == 0 {
			key = appendText(appendText(key, h.id), h.publisher)
		}
		number, place, ok := events.search(key)
		if !ok {
			number = events.addAt(place, key)
			sizes = append(sizes, 0)
		}
		sizes[number]++
		e.group = uint32(number)
		entries = append(entries, e)
	}
	type named struct {
		head
		entries []*entry
	}
	byName := make([]named, len(sizes))
	room := make([]*entry, len(entries))
	for i, n := range sizes {
		byName[i].entries, room = room[:0:n], room[n:]
	}
	for i := range entries {
		e := &entries[i]
		g := &byName[e.group]
		if len(g.entries) == 0 {
			g.head, _ = headOf(e.state)
		}
		g.entries = append(g.entries, e)
	}
	slices.SortFunc(byName, func(g, h named) int {
		if n := cmp.Or(cmp.Compare(boolBit(len(g.event) == 0), boolBit(len(h.event) == 0)), bytes.Compare(g.event, h.event)); n != 0 {
			return n
		}
		return cmp.Or(bytes.Compare(g.id, h.id), bytes.Compare(g.publisher, h.publisher))
	})
	groups = make([][]*entry, len(byName))
	for i := range byName {
		groups[i] = byName[i].entries
	}
	return groups
}

// linked reads the records that refer to others, and those they refer to, and returns
// them in bytewise order of their state.
func linked(groups [][]*entry) []*incident.Record {
	ids := map[string]bool{}
	for _, group := range groups {
		for _, e := range group {
			if !e.refers {
				continue
			}
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
	for _, group := range groups {
		for _, e := range group {
			if h, _ := headOf(e.state); ids[string(h.id)] {
				e.rec = e.record()
			}
			if e.rec != nil {
				own = append(own, e)
			}
		}
	}
	return read(own)
}

// read returns the records of entries, in bytewise order of their state.
func read(entries []*entry) []*incident.Record {
	slices.SortFunc(entries, func(a, b *entry) int { return bytes.Compare(a.state, b.state) })
	records := make([]*incident.Record, len(entries))
	for i, e := range entries {
		records[i] = e.record()
	}
	return records
}
