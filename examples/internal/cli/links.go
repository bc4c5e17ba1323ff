package cli

import (
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// links find what is wrong with the ids of advisories and with their references, by
// what finds it for records. The zero links are ready for use.
type links struct {
	ids    incident.Links
	number int           // of the last advisory
	places map[int]place // of those that refer to others
}

// A place is where an advisory's references stand.
type place struct {
	id string
	at []adapters.Fault // without findings
}

// add returns what is wrong with an advisory's id beside those before it.
func (l *links) add(a *advisory.Advisory, loc adapters.Locator) []adapters.Fault {
	l.number++
	found := l.ids.Add(&incident.Record{ID: a.ID, Source: incident.Source{Name: a.Issuer}, DerivedFrom: a.References}, l.number)
	for i := range found {
		found[i] = ofAdvisories(found[i])
	}
	at := make([]adapters.Fault, len(a.References))
	for i := range at {
		at[i].At, at[i].Field = loc.Locate(references + strconv.Itoa(i))
	}
	if len(at) > 0 {
		if l.places == nil {
			l.places = map[int]place{}
		}
		l.places[l.number] = place{strings.Clone(a.ID), at}
	}
	return adapters.Locate(found, loc)
}

// finish hands out what is wrong with references, which only the end of all files can
// tell.
func (l *links) finish(found func(id string, faults []adapters.Fault)) {
	for number, f := range l.ids.Finish() {
		f = ofAdvisories(f)
		p := l.places[number]
		if i, err := strconv.Atoi(strings.TrimPrefix(string(f.Path), references)); err == nil && i < len(p.at) {
			fault := p.at[i]
			fault.Finding = f
			found(p.id, []adapters.Fault{fault})
		}
	}
}

// references is how the paths of references begin.
const references = "/references/"

// ofAdvisories says of advisories what was found in records.
func ofAdvisories(f incident.Finding) incident.Finding {
	f.Path = strings.Replace(f.Path, "/derivedFrom/", references, 1)
	f.Message = strings.NewReplacer("records", "advisories", "record", "advisory", "publisher", "issuer").Replace(f.Message)
	return f
}
