package jsonio

import (
	"math/bits"

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
	forms   *objectForms
}

// deepestMember is how deep the values of a record are nested that a quickReader
// reads.
const deepestMember = 4

// objectForms are the objects of the format, as a quickReader reads them.
type objectForms struct{ record, place, figure, group, source objectForm }

// An objectForm has a number for each member.
type objectForm struct {
	names *jsonscan.MemberNames
	texts [32]incident.Member                   // the members whose values are strings, and notText
	other func(q *quickReader, member int) bool // reads the values of the others
}

// notText marks members whose values are no strings: a View has no such member.
const notText = incident.Member(255)

func newForms() *objectForms {
	make := func(names []string, texts map[int]incident.Member, other func(*quickReader, int) bool) objectForm {
		o := objectForm{names: jsonscan.NewNames(names...), other: other}
		for i := range names {
			m, ok := texts[i]
			if !ok {
				m = notText
			}
			o.texts[i] = m
		}
		return o
	}
	return &objectForms{
		record: make(recordMembers[:], map[int]incident.Member{
			recordKind: incident.MemberKind, recordID: incident.MemberID, recordEvent: incident.MemberEvent,
			recordPublished: incident.MemberPublished, recordOccurred: incident.MemberOccurred, recordLure: incident.MemberLure,
			recordNotes: incident.MemberNotes,
		}, quickRecord),
		place: make(placeMembers[:], map[int]incident.Member{
			placeCountry: incident.MemberCountry, placeAdmin1: incident.MemberAdmin1, placeName: incident.MemberPlace,
		}, quickPlace),
		figure: make(figureMembers[:], map[int]incident.Member{
			figureMeasure: incident.MemberMeasure, figureCount: incident.MemberCount, figureText: incident.MemberText,
			figureAccrual: incident.MemberAccrual, figureFrom: incident.MemberFrom, figureTo: incident.MemberTo,
			figureLabel: incident.MemberLabel, figureUnit: incident.MemberUnit,
		}, quickFigure),
		group: make(groupMembers[:], map[int]incident.Member{
			groupNationality: incident.MemberNationality, groupSex: incident.MemberSex, groupAge: incident.MemberAge,
			groupAdmin1: incident.MemberGroupAdmin1, groupPlace: incident.MemberGroupPlace,
		}, nil),
		source: make(sourceMembers[:], map[int]incident.Member{
			sourceName: incident.MemberSource, sourceKind: incident.MemberSourceKind, sourceURL: incident.MemberSourceURL,
			sourceLang: incident.MemberSourceLang, sourceGrade: incident.MemberGrade,
		}, nil),
	}
}

// record reads a record into v. It reports false when that is not to be done
// here.
func (q *quickReader) record(data []byte, v *incident.View) bool {
	q.scan.Reset(data, deepestMember)
	return q.top(v) && q.scan.AtEnd()
}

// line is record for the first of the lines that data holds. It returns the
// record's length, or 0.
func (q *quickReader) line(data []byte, v *incident.View) int {
	q.scan.ResetLine(data, deepestMember)
	if !q.top(v) {
		return 0
	}
	return q.scan.Pos()
}

func (q *quickReader) top(v *incident.View) bool {
	q.view, q.members, q.text = v, 0, q.text[:0]
	v.Reset()
	return q.object(&q.forms.record) && q.members <= q.fields && v.Plain()
}

// object reads an object that is not empty and whose members are known, each
// once.
func (q *quickReader) object(o *objectForm) bool {
	open := byte('{')
	for seen, next := uint32(0), 0; ; open = ',' {
		i, text, value := q.scan.Field(o.names, next, open)
		if value <= jsonscan.NoMember {
			q.members += bits.OnesCount32(seen)
			return value == jsonscan.NoMember
		}
		i &= len(o.texts) - 1
		bit := uint32(1) << i
		if seen&bit != 0 {
			return false
		}
		seen, next = seen|bit, i+1
		switch value {
		case jsonscan.NotString:
			if o.other == nil || !o.other(q, i) {
				return false
			}
			continue
		case jsonscan.Escaped:
			var ok bool
			if text, ok = q.resolve(text); !ok {
				return false
			}
		}
		if !q.view.Set(o.texts[i], text) {
			return false
		}
	}
}

// resolve resolves the escapes of a string.
func (q *quickReader) resolve(raw []byte) (text []byte, ok bool) {
	from := len(q.text)
	q.text, ok = jsonscan.AppendText(q.text, raw)
	return q.text[from:], ok
}

// items reads a list of strings, which is not empty, into a member.
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
		return q.object(&q.forms.place)
	case recordFigures:
		return q.figures()
	case recordSource:
		return q.object(&q.forms.source)
	case recordExploitation:
		return q.items(incident.MemberExploitation)
	case recordConditions:
		return q.items(incident.MemberConditions)
	case recordAgencies:
		return q.items(incident.MemberAgencies)
	case recordDerivedFrom:
		return q.items(incident.MemberDerivedFrom)
	case recordSupersedes:
		return q.items(incident.MemberSupersedes)
	case recordRetracts:
		return q.items(incident.MemberRetracts)
	}
	return false
}

// figures reads a list of figures that is not empty.
func (q *quickReader) figures() bool {
	if !q.scan.Byte('[') {
		return false
	}
	for {
		q.view.AddFigure()
		if !q.object(&q.forms.figure) {
			return false
		}
		if !q.scan.Byte(',') {
			return q.scan.Byte(']')
		}
	}
}

func quickPlace(q *quickReader, member int) bool {
	m := incident.MemberLat
	switch member {
	case placeLat:
	case placeLon:
		m = incident.MemberLon
	default:
		return false
	}
	raw, ok := q.scan.Number()
	return ok && q.view.Set(m, raw)
}

func quickFigure(q *quickReader, member int) bool {
	switch member {
	case figureGroup:
		return q.object(&q.forms.group)
	case figureBeside:
		return q.scan.True() && q.view.Set(incident.MemberBeside, []byte("true"))
	}
	return false
}
