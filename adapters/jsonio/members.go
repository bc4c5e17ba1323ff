package jsonio

import (
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// The members of the format's objects, in its order, by their numbers.
const (
	recordKind = iota
	recordID
	recordEvent
	recordPublished
	recordOccurred
	recordPlace
	recordFigures
	recordLure
	recordExploitation
	recordConditions
	recordAgencies
	recordSource
	recordDerivedFrom
	recordSupersedes
	recordRetracts
	recordNotes
)

const (
	placeCountry = iota
	placeAdmin1
	placeName
	placeLat
	placeLon
)

const (
	figureMeasure = iota
	figureCount
	figureText
	figureAccrual
	figureFrom
	figureTo
	figureGroup
	figureLabel
	figureBeside
	figureUnit
)

const (
	groupNationality = iota
	groupSex
	groupAge
	groupAdmin1
	groupPlace
	groupBy
)

const (
	sourceName = iota
	sourceKind
	sourceURL
	sourceLang
	sourceGrade
)

// Their names. They are read only.
var (
	recordMembers = [...]string{
		recordKind: "kind", recordID: "id", recordEvent: "event", recordPublished: "published",
		recordOccurred: "occurred", recordPlace: "place", recordFigures: "figures", recordLure: "lure",
		recordExploitation: "exploitation", recordConditions: "conditions", recordAgencies: "agencies",
		recordSource: "source", recordDerivedFrom: "derivedFrom", recordSupersedes: "supersedes",
		recordRetracts: "retracts", recordNotes: "notes",
	}
	placeMembers = [...]string{
		placeCountry: "country", placeAdmin1: "admin1", placeName: "name", placeLat: "lat", placeLon: "lon",
	}
	figureMembers = [...]string{
		figureMeasure: "measure", figureCount: "count", figureText: "text", figureAccrual: "accrual",
		figureFrom: "from", figureTo: "to", figureGroup: "group", figureLabel: "label",
		figureBeside: "beside", figureUnit: "unit",
	}
	groupMembers = [...]string{
		groupNationality: "nationality", groupSex: "sex", groupAge: "age", groupAdmin1: "admin1",
		groupPlace: "place", groupBy: "by",
	}
	sourceMembers = [...]string{
		sourceName: "name", sourceKind: "kind", sourceURL: "url", sourceLang: "lang", sourceGrade: "grade",
	}
)

func recordMember(p *parser, r *incident.Record, member int) {
	switch member {
	case recordKind:
		r.Kind = incident.Kind(p.code())
	case recordID:
		r.ID = p.free()
	case recordEvent:
		r.Event = p.code()
	case recordPublished:
		r.Published = p.date()
	case recordOccurred:
		r.Occurred = p.date()
	case recordPlace:
		if p.next() {
			object(p, placeMembers[:], &r.Place, placeMember)
		}
	case recordFigures:
		p.figures = p.figures[:0]
		p.array(figure)
		if len(p.figures) > 0 {
			r.Figures = slices.Clone(p.figures)
		}
	case recordLure:
		r.Lure = p.free()
	case recordExploitation:
		r.Exploitation = p.texts()
	case recordConditions:
		r.Conditions = p.texts()
	case recordAgencies:
		r.Agencies = p.texts()
	case recordSource:
		if p.next() {
			object(p, sourceMembers[:], &r.Source, sourceMember)
		}
	case recordDerivedFrom:
		r.DerivedFrom = p.texts()
	case recordSupersedes:
		r.Supersedes = p.texts()
	case recordRetracts:
		r.Retracts = p.texts()
	case recordNotes:
		r.Notes = p.free()
	}
}

func placeMember(p *parser, v *incident.Place, member int) {
	switch member {
	case placeCountry:
		v.Country = p.code()
	case placeAdmin1:
		v.Admin1 = p.subdivision()
	case placeName:
		v.Name = p.code()
	case placeLat:
		v.Lat = p.degrees()
	case placeLon:
		v.Lon = p.degrees()
	}
}

// figure reads one item of figures. A bad one is kept as far as it was read, so
// that the others keep their numbers.
func figure(p *parser) {
	p.figures = append(p.figures, incident.Figure{})
	object(p, figureMembers[:], &p.figures[len(p.figures)-1], figureMember)
}

func figureMember(p *parser, v *incident.Figure, member int) {
	switch member {
	case figureMeasure:
		v.Measure = incident.Measure(p.code())
	case figureCount:
		v.Count = p.count()
	case figureText:
		v.Text = p.free()
	case figureAccrual:
		v.Accrual = incident.Accrual(p.code())
	case figureFrom:
		v.From = p.date()
	case figureTo:
		v.To = p.date()
	case figureGroup:
		if p.next() {
			object(p, groupMembers[:], &v.Group, groupMember)
		}
	case figureLabel:
		v.Label = p.code()
	case figureBeside:
		v.Beside = p.yes()
	case figureUnit:
		v.Unit = p.code()
	}
}

func groupMember(p *parser, v *incident.Group, member int) {
	switch member {
	case groupNationality:
		v.Nationality = p.code()
	case groupSex:
		v.Sex = p.code()
	case groupAge:
		v.Age = p.code()
	case groupAdmin1:
		v.Admin1 = p.subdivision()
	case groupPlace:
		v.Place = p.code()
	case groupBy:
		v.By = p.dimensions()
	}
}

func sourceMember(p *parser, v *incident.Source, member int) {
	switch member {
	case sourceName:
		v.Name = p.code()
	case sourceKind:
		v.Kind = incident.SourceKind(p.code())
	case sourceURL:
		v.URL = p.free()
	case sourceLang:
		v.Lang = p.code()
	case sourceGrade:
		v.Grade = p.code()
	}
}
