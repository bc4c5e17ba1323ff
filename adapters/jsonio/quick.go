package jsonio

import (
	"github.com/rescuetally/rescuetally/adapters/internal/jsonscan"
	"github.com/rescuetally/rescuetally/incident"
)

// Most records are as they should be, and are read here, into a View. What is
// met that a View cannot hold, or that may be wrong, is left to the parser, which
// reads the record from its start and says what it is.

// A quickReader reads records into Views.
type quickReader struct {
	scan    jsonscan.Scanner
	fields  int // members that a record may have
	members int // of the record so far
	view    *incident.View
	text    []byte // of strings with escapes
	names   memberNames
}

// memberNames are the names of the members as a Scanner compares them.
type memberNames struct{ record, place, figure, group, source []jsonscan.MemberName }

// deepestMember is how deep the values of a record are nested that a quickReader
// reads.
const deepestMember = 4

func newMemberNames() memberNames {
	known := func(names []string) []jsonscan.MemberName {
		out := make([]jsonscan.MemberName, len(names))
		for i, name := range names {
			out[i] = jsonscan.NewName(name)
		}
		return out
	}
	return memberNames{
		known(recordMembers[:]), known(placeMembers[:]), known(figureMembers[:]), known(groupMembers[:]), known(sourceMembers[:]),
	}
}

// The members that hold one value each, by their numbers. They are read only.
var (
	recordValues = [...]incident.Member{
		recordKind: incident.MemberKind, recordID: incident.MemberID, recordEvent: incident.MemberEvent,
		recordPublished: incident.MemberPublished, recordOccurred: incident.MemberOccurred, recordLure: incident.MemberLure,
		recordExploitation: incident.MemberExploitation, recordConditions: incident.MemberConditions,
		recordAgencies: incident.MemberAgencies, recordDerivedFrom: incident.MemberDerivedFrom,
		recordSupersedes: incident.MemberSupersedes, recordRetracts: incident.MemberRetracts, recordNotes: incident.MemberNotes,
	}
	placeValues = [...]incident.Member{
		placeCountry: incident.MemberCountry, placeAdmin1: incident.MemberAdmin1, placeName: incident.MemberPlace,
		placeLat: incident.MemberLat, placeLon: incident.MemberLon,
	}
	figureValues = [...]incident.Member{
		figureMeasure: incident.MemberMeasure, figureCount: incident.MemberCount, figureText: incident.MemberText,
		figureAccrual: incident.MemberAccrual, figureFrom: incident.MemberFrom, figureTo: incident.MemberTo,
		figureLabel: incident.MemberLabel, figureBeside: incident.MemberBeside, figureUnit: incident.MemberUnit,
	}
	groupValues = [...]incident.Member{
		groupNationality: incident.MemberNationality, groupSex: incident.MemberSex, groupAge: incident.MemberAge,
		groupAdmin1: incident.MemberGroupAdmin1, groupPlace: incident.MemberGroupPlace,
	}
	sourceValues = [...]incident.Member{
		sourceName: incident.MemberSource, sourceKind: incident.MemberSourceKind, sourceURL: incident.MemberSourceURL,
		sourceLang: incident.MemberSourceLang, sourceGrade: incident.MemberGrade,
	}
)

// record reads a record into v. It reports false when that is not to be done
// here.
func (q *quickReader) record(data []byte, v *incident.View) bool {
	q.scan.Reset(data, deepestMember)
	q.view, q.members, q.text = v, 0, q.text[:0]
	v.Reset()
	return q.object(q.names.record, quickRecord) && q.scan.AtEnd() && v.Plain()
}

// object reads an object that is not empty and whose members are known, each
// once.
func (q *quickReader) object(names []jsonscan.MemberName, read func(q *quickReader, member int) bool) bool {
	if !q.scan.Byte('{') {
		return false
	}
	for seen, next := uint32(0), 0; ; {
		i := q.scan.Member(names, next)
		if q.members++; i < 0 || seen&(1<<i) != 0 || q.members > q.fields {
			return false
		}
		seen, next = seen|1<<i, i+1
		if !read(q, i) {
			return false
		}
		if !q.scan.Byte(',') {
			return q.scan.Byte('}')
		}
	}
}

// list reads a list that is not empty.
func (q *quickReader) list(read func(q *quickReader) bool) bool {
	if !q.scan.Byte('[') {
		return false
	}
	for read(q) {
		if !q.scan.Byte(',') {
			return q.scan.Byte(']')
		}
	}
	return false
}

// set reads a string into a member.
func (q *quickReader) set(m incident.Member) bool {
	text, escaped, ok := q.scan.String()
	if escaped {
		text, ok = q.resolve(text)
	}
	return ok && q.view.Set(m, text)
}

// resolve resolves the escapes of a string.
func (q *quickReader) resolve(raw []byte) (text []byte, ok bool) {
	from := len(q.text)
	q.text, ok = jsonscan.AppendText(q.text, raw)
	return q.text[from:], ok
}

// items reads a list of strings into a member.
func (q *quickReader) items(m incident.Member) bool {
	if !q.scan.Byte('[') {
		return false
	}
	for {
		text, escaped, ok := q.scan.String()
		if escaped {
			text, ok = q.resolve(text)
		}
		if !ok || !q.view.AddItem(m, text) {
			return false
		}
		if !q.scan.Byte(',') {
			return q.scan.Byte(']')
		}
	}
}

func quickRecord(q *quickReader, member int) bool {
	switch member {
	case recordPlace:
		return q.object(q.names.place, quickPlace)
	case recordFigures:
		return q.list(quickFigure)
	case recordSource:
		return q.object(q.names.source, quickSource)
	case recordExploitation, recordConditions, recordAgencies, recordDerivedFrom, recordSupersedes, recordRetracts:
		return q.items(recordValues[member])
	}
	return q.set(recordValues[member])
}

func quickPlace(q *quickReader, member int) bool {
	if m := placeValues[member]; m != incident.MemberLat && m != incident.MemberLon {
		return q.set(m)
	}
	raw, ok := q.scan.Number()
	return ok && q.view.Set(placeValues[member], raw)
}

func quickFigure(q *quickReader) bool {
	q.view.AddFigure()
	return q.object(q.names.figure, quickFigureMember)
}

func quickFigureMember(q *quickReader, member int) bool {
	switch member {
	case figureGroup:
		return q.object(q.names.group, quickGroup)
	case figureBeside:
		return q.scan.True() && q.view.Set(incident.MemberBeside, []byte("true"))
	}
	return q.set(figureValues[member])
}

func quickGroup(q *quickReader, member int) bool {
	return member != groupBy && q.set(groupValues[member])
}

func quickSource(q *quickReader, member int) bool { return q.set(sourceValues[member]) }
