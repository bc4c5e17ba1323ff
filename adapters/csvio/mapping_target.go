package csvio

import (
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

// A mapDraft is a record in the making.
type mapDraft struct {
	builder *builder
	by      map[string]string // the figure's dimensions; nil: none
}

// mapBuilder returns a builder that remembers nothing yet.
func mapBuilder() builder {
	return builder{texts: map[string]string{}, dates: map[string]incident.Date{}}
}

// put sets the target's value, whose text is not empty.
func (t *mapTarget) put(d *mapDraft, text string) error {
	if t.kind != mapDimension {
		return t.set(d.builder, []byte(text))
	}
	if d.by == nil {
		d.by = map[string]string{}
	}
	d.by[t.dimension] = text
	return nil
}

// end adds the dimensions to the figure's own.
func (d *mapDraft) end() {
	if d.by == nil {
		return
	}
	group := &d.builder.figure.Group
	for name, value := range group.By.All() {
		if _, ok := d.by[name]; !ok {
			d.by[name] = value
		}
	}
	group.By = incident.NewBy(d.by)
}

// list returns the target's list so far as the format writes it, for more to be
// added.
func (t *mapTarget) list(d *mapDraft) []byte {
	return t.get(nil, d.builder.record, nil)
}
