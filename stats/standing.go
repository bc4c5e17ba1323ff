package stats

import (
	"cmp"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// standing says which records no longer speak for themselves, and why:
// retracted, superseded, or a copy of another. A record whose retraction was
// itself retracted stands again.
type standing map[*incident.Record]incident.Code

func standingOf(records []*incident.Record) standing {
	index := newIDIndex(records)
	withdrawn := retractions(records, index)
	out := standing{}
	for _, rec := range records {
		if withdrawn[rec] {
			out[rec] = incident.CodeAccountRetracted
			continue
		}
		for _, id := range rec.Supersedes {
			for _, old := range index.find(rec, id) {
				if !withdrawn[old] && old != rec {
					out[old] = incident.CodeAccountSuperseded
				}
			}
		}
	}
	for _, copied := range copies(records, index) {
		if _, ok := out[copied]; !ok {
			out[copied] = incident.CodeAccountCopy
		}
	}
	return out
}

// retractions returns the records that a record which is not itself retracted
// withdraws. Records that withdraw each other in a circle are all withdrawn.
func retractions(records []*incident.Record, index idIndex) map[*incident.Record]bool {
	by := map[*incident.Record][]*incident.Record{} // who withdraws it
	for _, rec := range records {
		for _, id := range rec.Retracts {
			for _, target := range index.find(rec, id) {
				by[target] = append(by[target], rec)
			}
		}
	}
	// A record's fate is settled once that of all who withdraw it is. Working
	// from the settled ones outward leaves the circles, which stay withdrawn.
	withdrawn := map[*incident.Record]bool{}
	open := map[*incident.Record]int{} // of its withdrawers, how many are not settled
	gives := map[*incident.Record][]*incident.Record{}
	var settled []*incident.Record
	for _, rec := range records {
		open[rec] = len(by[rec])
		for _, w := range by[rec] {
			gives[w] = append(gives[w], rec)
		}
		if len(by[rec]) == 0 {
			settled = append(settled, rec)
		}
	}
	done := map[*incident.Record]bool{}
	for len(settled) > 0 {
		rec := settled[len(settled)-1]
		settled = settled[:len(settled)-1]
		if done[rec] {
			continue
		}
		done[rec] = true
		for _, target := range gives[rec] {
			open[target]--
			if !withdrawn[rec] {
				withdrawn[target] = true
			}
			if withdrawn[target] || open[target] == 0 {
				settled = append(settled, target)
			}
		}
	}
	for rec, n := range open {
		if n > 0 && !done[rec] {
			withdrawn[rec] = true
		}
	}
	return withdrawn
}

// copies returns the records that say they copy another one. Of several that
// copy a record which is not there, one may speak: the earliest.
func copies(records []*incident.Record, index idIndex) []*incident.Record {
	var out []*incident.Record
	absent := map[string][]*incident.Record{}
	for _, rec := range records {
		found, missing := false, ""
		for _, id := range rec.DerivedFrom {
			originals := index.find(rec, id)
			found = found || len(originals) > 1 || len(originals) == 1 && originals[0] != rec
			if len(originals) == 0 && missing == "" {
				missing = id
			}
		}
		switch {
		case found:
			out = append(out, rec)
		case missing != "":
			absent[missing] = append(absent[missing], rec)
		}
	}
	for _, group := range absent {
		slices.SortFunc(group, earlier)
		out = append(out, group[1:]...)
	}
	return out
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
