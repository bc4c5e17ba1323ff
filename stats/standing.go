package stats

import (
	"cmp"
	"maps"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// standing says which records no longer speak for themselves, and why:
// retracted, superseded, or a copy of another. A record whose retraction was
// itself retracted stands again. References that go round in a circle say
// nothing: who is part of one stands.
type standing struct {
	left    map[*incident.Record]departure
	circles map[*incident.Record]bool
}

// departure is why a record does not speak for itself, and because of whom.
type departure struct {
	code incident.Code
	by   *incident.Record
}

func standingOf(records []*incident.Record) standing {
	index := newIDIndex(records)
	out := standing{map[*incident.Record]departure{}, map[*incident.Record]bool{}}
	refer := func(ids func(*incident.Record) []string) []reference {
		refs := index.references(records, ids)
		round := circular(refs)
		for r := range round {
			out.circles[r.from], out.circles[r.to] = true, true
		}
		return slices.DeleteFunc(refs, func(r reference) bool { return round[r] })
	}
	withdrawn := retractions(refer(func(r *incident.Record) []string { return r.Retracts }))
	maps.Copy(out.left, withdrawn)
	for _, r := range refer(func(r *incident.Record) []string { return r.Supersedes }) {
		_, gone := withdrawn[r.from]
		if _, ok := out.left[r.to]; !ok && !gone {
			out.left[r.to] = departure{incident.CodeAccountSuperseded, r.from}
		}
	}
	for _, r := range refer(func(r *incident.Record) []string { return r.DerivedFrom }) {
		if _, ok := out.left[r.from]; !ok {
			out.left[r.from] = departure{incident.CodeAccountCopy, r.to}
		}
	}
	for rec, original := range orphans(records, index) {
		if _, ok := out.left[rec]; !ok {
			out.left[rec] = departure{incident.CodeAccountCopy, original}
		}
	}
	return out
}

// retractions returns the records that a record which is not itself retracted
// withdraws. The references go round in no circle.
func retractions(refs []reference) map[*incident.Record]departure {
	by := map[*incident.Record][]*incident.Record{}
	for _, r := range refs {
		by[r.to] = append(by[r.to], r.from)
	}
	withdrawn := map[*incident.Record]departure{}
	known := map[*incident.Record]bool{}
	// A record's fate is settled once that of all who withdraw it is.
	var settle func(rec *incident.Record) bool
	settle = func(rec *incident.Record) bool {
		if !known[rec] {
			known[rec] = true
			for _, w := range by[rec] {
				if !settle(w) {
					withdrawn[rec] = departure{incident.CodeAccountRetracted, w}
					break
				}
			}
		}
		_, gone := withdrawn[rec]
		return gone
	}
	for _, r := range refs {
		settle(r.to)
	}
	return withdrawn
}

// orphans returns the records that copy one which is not there, but for the
// earliest of each, which may speak, and that one with them.
func orphans(records []*incident.Record, index idIndex) map[*incident.Record]*incident.Record {
	absent := map[string][]*incident.Record{}
	for _, rec := range records {
		for _, id := range rec.DerivedFrom {
			if len(index.find(rec, id)) == 0 {
				absent[id] = append(absent[id], rec)
				break
			}
		}
	}
	out := map[*incident.Record]*incident.Record{}
	for _, id := range slices.Sorted(maps.Keys(absent)) {
		group := absent[id]
		slices.SortFunc(group, earlier)
		for _, rec := range group[1:] {
			out[rec] = group[0]
		}
	}
	return out
}

// reference is that one record names another.
type reference struct{ from, to *incident.Record }

// references resolves the ids that records name; those that are not there and
// a record's own are left out.
func (x idIndex) references(records []*incident.Record, ids func(*incident.Record) []string) (refs []reference) {
	for _, rec := range records {
		for _, id := range ids(rec) {
			for _, to := range x.find(rec, id) {
				if to != rec {
					refs = append(refs, reference{rec, to})
				}
			}
		}
	}
	return refs
}

// circular returns the references that lie on a circle, or between two: those
// that are left when records that nobody names, or that name nobody, are taken
// away again and again.
func circular(refs []reference) map[reference]bool {
	out, in := map[*incident.Record][]reference{}, map[*incident.Record][]reference{}
	left := map[reference]bool{}
	for _, r := range refs {
		if !left[r] {
			left[r] = true
			out[r.from], in[r.to] = append(out[r.from], r), append(in[r.to], r)
		}
	}
	outs, ins := map[*incident.Record]int{}, map[*incident.Record]int{}
	var ends []*incident.Record
	for r := range left {
		outs[r.from], ins[r.to] = len(out[r.from]), len(in[r.to])
	}
	for r := range left {
		if ins[r.from] == 0 {
			ends = append(ends, r.from)
		}
		if outs[r.to] == 0 {
			ends = append(ends, r.to)
		}
	}
	for len(ends) > 0 {
		rec := ends[len(ends)-1]
		ends = ends[:len(ends)-1]
		for _, r := range slices.Concat(out[rec], in[rec]) {
			if !left[r] {
				continue
			}
			delete(left, r)
			outs[r.from]--
			ins[r.to]--
			if outs[r.from] == 0 {
				ends = append(ends, r.from)
			}
			if ins[r.to] == 0 {
				ends = append(ends, r.to)
			}
		}
	}
	return left
}

// idIndex finds records by id: those of the same publisher if there are any,
// otherwise all that bear it.
type idIndex map[string][]*incident.Record

func newIDIndex(records []*incident.Record) idIndex {
	index := idIndex{}
	for _, rec := range records {
		if rec.ID != "" {
			index[rec.ID] = append(index[rec.ID], rec)
		}
	}
	return index
}

func (x idIndex) find(from *incident.Record, id string) []*incident.Record {
	all := x[id]
	var own []*incident.Record
	for _, rec := range all {
		if rec.Source.Name == from.Source.Name {
			own = append(own, rec)
		}
	}
	if len(own) > 0 {
		return own
	}
	return all
}

// earlier orders records by when they were published, unstated last, then by
// id and publisher.
func earlier(a, b *incident.Record) int {
	return cmp.Or(cmp.Compare(publishedBy(a), publishedBy(b)), byID(a, b))
}

func byID(a, b *incident.Record) int {
	return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Source.Name, b.Source.Name))
}

// publishedBy returns the last day that published allows.
func publishedBy(r *incident.Record) incident.Day {
	if day, ok := r.Published.Latest(); ok {
		return day
	}
	return 1<<31 - 1
}
