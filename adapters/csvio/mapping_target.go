package csvio

import (
	"maps"
	"strings"

	"github.com/rescuetally/rescuetally/advisory"
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
	mapLevel     // on one scheme
)

// kindOf returns what sort of value a column of the format takes.
func kindOf(column string) mapKind {
	switch column {
	case "published", "occurred", "from", "to", "issued", "effective", "expires", "reviewed", "validFrom", "validTo", "asOf", "received":
		return mapDate
	case "count", "capacity":
		return mapCount
	case "country", "nationality", "group_place":
		return mapCountry
	case "age":
		return mapAge
	case "exploitation", "conditions", "agencies", "derived_from", "supersedes", "retracts",
		"categories", "responseTypes", "references", "nationalities", "destinations", "places", "lures", "contacts", "aka", "branches", "promises":
		return mapList
	}
	return mapText
}

// ofCountries reports whether the values are countries: one, or a list of them.
func (t *mapTarget) ofCountries() bool {
	return t.kind == mapCountry || t.name == "destinations" || t.name == "nationalities"
}

// lead reports whether a column makes a part: without a value in one of them there is
// none.
func (t *mapTarget) lead() bool {
	switch t.name {
	case "count", "headline", "description", "instruction":
		return t.part
	}
	return t.part && t.name == "text"
}

// A mapTarget is one of our columns, one dimension of group_by, or the level on a scheme.
type mapTarget struct {
	name      string // as written in the mapping
	order     int    // of the column in the format
	kind      mapKind
	dimension string // the agency's own, or the scheme
	column
}

// dimensionPrefix starts the name of an agency's own dimension.
const dimensionPrefix = "group_by:"

// levelPrefix starts the name of a level on a scheme.
const levelPrefix = "level:"

// findTarget returns the target of a name.
func findTarget(f *form, name string) (mapTarget, bool) {
	column, kind, own := name, kindOf(name), ""
	if rest, ok := strings.CutPrefix(name, dimensionPrefix); ok && rest != "" {
		column, kind, own = "group_by", mapDimension, rest
	} else if rest, ok := strings.CutPrefix(name, levelPrefix); ok && rest != "" {
		column, kind, own = "level_value", mapLevel, rest
	}
	i, ok := f.find(column)
	if !ok {
		return mapTarget{}, false
	}
	return mapTarget{name: name, order: i, kind: kind, dimension: own, column: f.columns[i]}, true
}

// A mapDraft is a record in the making. It remembers texts from row to row.
type mapDraft struct {
	builder    builder
	dimensions []mapPair // of the figure
	known      map[string]incident.By
	items      []byte // of the list under way
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
	switch t.kind {
	case mapDimension:
		d.dimensions = append(d.dimensions, mapPair{t.dimension, text})
		return nil
	case mapLevel:
		d.builder.advisory.Level.Scheme = advisory.Scheme(t.dimension)
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

// endList adds the items under way to the target's list.
func (d *mapDraft) endList(t *mapTarget) {
	if len(d.items) == 0 {
		return
	}
	list := t.get(nil, &d.builder.subject)
	if len(list) > 0 {
		list = append(list, ';')
	}
	_ = t.put(d, string(append(list, d.items...))) // no list refuses what set gave
	d.items = d.items[:0]
}

// judge puts a value into a record of its own and returns what the format says against
// it there, or nothing.
func (f *form) judge(d *mapDraft, t mapTarget, text string) (code incident.Code, reason string) {
	s := &d.builder.subject
	f.start(s)
	if t.part {
		f.add(s)
	}
	if err := t.put(d, text); err != nil {
		return syntaxOf(err)
	}
	d.end()
	at := t.path
	if t.part {
		at = f.partPath(0) + at
	}
	for _, found := range f.check(s) {
		if found.Severity == incident.Error && (found.Path == at || strings.HasPrefix(found.Path, at+"/")) && found.Code != incident.CodePlaceCoordinates {
			return found.Code, found.Message
		}
	}
	return "", ""
}
