package jsonio

import (
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// shape adds the faults that [incident.Record.CheckShape] finds.
func (p *parser) shape(r *incident.Record, l *locator) {
	if r.Kind == incident.KindAdvisory {
		p.misplaced(l, "an advisory is no record: keep advisories in a file of their own")
		return
	}
	p.addFindings(r.CheckShape(), l)
}

// misplaced makes the value's kind its only fault: its other members are those of
// another kind of value and not to be judged.
func (p *parser) misplaced(l *locator, message string) {
	p.faults, p.unlisted, p.path = p.faults[:0], 0, append(p.path[:0], "/kind"...)
	p.add(incident.CodeKindAdvisory, l.find("/kind"), message)
}

// addFindings adds the findings that are errors, except in values whose faults are
// known already.
func (p *parser) addFindings(found incident.Findings, l *locator) {
	if p.unlisted > 0 {
		return // which members were not read is not known in full
	}
	parsed := len(p.faults)
	for _, f := range found {
		if f.Code == incident.CodeLimitErrors {
			for _, a := range f.Args {
				left, _ := strconv.Atoi(a.Value)
				p.unlisted += left
			}
			continue
		}
		if f.Severity != incident.Error || known(p.faults[:parsed], &f) {
			continue
		}
		if len(p.faults)-parsed >= max(p.limits.Errors, incident.DefaultErrors) {
			p.unlisted++
			continue
		}
		p.faults = append(p.faults, fault{Finding: f, offset: l.find(f.Path)})
	}
}

// known reports whether a fault stands at the finding's place or around it.
func known(faults []fault, f *incident.Finding) bool {
	for i := range faults {
		if faults[i].aside {
			continue // its path may be that of the object
		}
		rest, ok := strings.CutPrefix(f.Path, faults[i].Path)
		if ok && (rest == "" || rest[0] == '/') {
			return true
		}
		if f.Code == incident.CodePlaceCoordinates && strings.HasPrefix(faults[i].Path, "/place/l") {
			return true // the other of the two was not read
		}
	}
	return false
}
