package csvio

import (
	"maps"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// mapKind is what sort of value one of our columns takes.
type mapKind uint8

const (
	mapText mapKind = iota
	mapDate
	mapCount
	mapCountry
	mapAge
	mapList
	mapDimension // one of group_by
)

// kindOf returns what sort of value a column of the format takes.
func kindOf(column string) mapKind {
	switch column {
	case "published", "occurred", "from", "to":
		return mapDate
	case "count":
		return mapCount
	case "country", "nationality", "group_place":
		return mapCountry
	case "age":
		return mapAge
	case "exploitation", "conditions", "agencies", "derived_from", "supersedes", "retracts":
		return mapList
	}
	return mapText
}

// A mapTarget is one of our columns, or one dimension of group_by.
type mapTarget struct {
	name      string // as written in the mapping
	order     int    // of the column in the format
	kind      mapKind
	dimension string
	column
}

// dimensionPrefix starts the name of an agency's own dimension.
const dimensionPrefix = "group_by:"

// findTarget returns the target of a name.
func findTarget(name string) (mapTarget, bool) {
	column := name
	dimension, isDimension := strings.CutPrefix(name, dimensionPrefix)
	if isDimension {
		column = "group_by"
	}
	i, ok := findColumn(column)
	if !ok || isDimension && dimension == "" {
		return mapTarget{}, false
	}
	t := mapTarget{name: name, order: i, kind: kindOf(column), dimension: dimension, column: columns[i]}
	if isDimension {
		t.kind = mapDimension
	}
	return t, true
}

// A mapDraft is a record in the making. It remembers texts from row to row.
type mapDraft struct {
	builder    builder
	dimensions []mapPair // of the figure
	known      map[string]incident.By
	buf        []byte
}

// A mapPair is a dimension's name and value.
type mapPair struct{ name, value string }

// mostKnown is how many combinations of dimensions a mapDraft remembers.
const mostKnown = 4096

// newDraft returns a draft that remembers nothing yet.
func newDraft() mapDraft {
	return mapDraft{
		builder: builder{texts: map[string]string{}, dates: map[string]incident.Date{}},
		known:   map[string]incident.By{},
	}
}

// put sets the target's value, whose text is not empty.
func (t *mapTarget) put(d *mapDraft, text string) error {
	if t.kind == mapDimension {
		d.dimensions = append(d.dimensions, mapPair{t.dimension, text})
		return nil
	}
	d.buf = append(d.buf[:0], text...)
	return t.set(&d.builder, d.buf)
}

// end adds the dimensions to the figure's own.
func (d *mapDraft) end() {
	if len(d.dimensions) == 0 {
		return
	}
	group := &d.builder.figure.Group
	d.buf = append(d.buf[:0], group.By.String()...)
	for _, p := range d.dimensions {
		d.buf = append(append(append(append(d.buf, 0), p.name...), 0), p.value...)
	}
	by, ok := d.known[string(d.buf)]
	if !ok {
		all := map[string]string{}
		maps.Insert(all, group.By.All())
		for _, p := range d.dimensions {
			all[p.name] = p.value
		}
		by = incident.NewBy(all)
		if len(d.known) < mostKnown {
			d.known[string(d.buf)] = by
		}
	}
	group.By = by
	d.dimensions = d.dimensions[:0]
}

// list returns the target's list so far as the format writes it, for more to be
// added.
func (t *mapTarget) list(d *mapDraft) []byte {
	return t.get(nil, d.builder.record, nil)
}
