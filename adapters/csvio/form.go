package csvio

import (
	"slices"
	"strconv"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// A subject is what rows are read into or written from: of the values one, and of its
// parts the one that the row has.
type subject struct {
	record *incident.Record
	figure *incident.Figure

	advisory *advisory.Advisory
	info     *advisory.Info
	kind     string // of an advisory, which has no member for it

	entry *advisory.Entry
	offer *advisory.Offer
}

// A form is how values of one type stand in rows. It is read only.
type form struct {
	name     string // in mapping files; "" for records
	columns  []column
	required []int // without which a header is none
	keyed    bool  // by kind and id, the first two columns; a value that is not has one row

	list  string // JSON Pointer of the parts: "/figures/"; "" without any
	part  string // what a part is called
	start func(s *subject)
	add   func(s *subject)        // adds a part and makes it the row's
	drop  func(s *subject)        // takes the last part away
	point func(s *subject, i int) // makes part i the row's, a blank one where there is none
	parts func(s *subject) int

	// Of parts in mappings.
	stated func(s *subject) bool // whether the row's part is one
	ofPart string                // the column that each has
	leads  string                // what to map to have parts
	noPart string                // what is said of cells of rows that have none
	names  string                // what may be mapped to beside columns

	check      func(s *subject) incident.Findings // when it was read
	unwritable func(s *subject) incident.Findings // before it is written
	id         func(s *subject) string
}

func (f *form) partPath(i int) string { return f.list + strconv.Itoa(i) }

// firstOfPart is the path of the first column of a part, "" without parts.
func (f *form) firstOfPart() string {
	if i := slices.IndexFunc(f.columns, func(c column) bool { return c.part }); i >= 0 {
		return f.columns[i].path
	}
	return ""
}

var recordForm = &form{
	columns: columns[:], required: []int{columnKind, columnID}, keyed: true,
	list: "/figures/", part: "figure",
	start: func(s *subject) { *s = subject{record: new(incident.Record)} },
	add: func(s *subject) {
		s.record.Figures = append(s.record.Figures, incident.Figure{})
		s.figure = &s.record.Figures[len(s.record.Figures)-1]
	},
	drop: func(s *subject) {
		if s.record.Figures = s.record.Figures[:len(s.record.Figures)-1]; len(s.record.Figures) == 0 {
			s.record.Figures = nil
		}
	},
	point: func(s *subject, i int) {
		if s.figure = &noFigure; i < len(s.record.Figures) {
			s.figure = &s.record.Figures[i]
		}
	},
	parts:      func(s *subject) int { return len(s.record.Figures) },
	stated:     func(s *subject) bool { return !s.figure.Count.IsZero() || s.figure.Text != "" },
	ofPart:     "measure",
	leads:      "count or text, or list figures",
	noPart:     "cells that say whom a figure counts were left out: their rows have no figure",
	names:      ", or group_by:name",
	check:      func(s *subject) incident.Findings { return s.record.CheckShape() },
	unwritable: func(s *subject) incident.Findings { return unwritable(s.record) },
	id:         func(s *subject) string { return s.record.ID },
}

var noFigure incident.Figure // read only

// unwritable returns what of a record no row can hold.
func unwritable(rec *incident.Record) (found incident.Findings) {
	add := func(code incident.Code, path, message string) {
		found = append(found, incident.Finding{Code: code, Severity: incident.Error, Path: path, Message: message})
	}
	if rec.Kind == "" {
		add(incident.CodeFieldRequired, "/kind", "a row without its kind belongs to no record: state it")
	}
	if rec.ID == "" {
		add(incident.CodeFieldRequired, "/id", "a row without its id belongs to no record: state it")
	}
	for i := range rec.Figures {
		if rec.Figures[i] == (incident.Figure{}) {
			add(incident.CodeFieldEmpty, "/figures/"+strconv.Itoa(i), "a figure that states nothing has no row: leave it out")
		}
	}
	for _, l := range [...]struct {
		path  string
		items []string
	}{
		{"/exploitation", rec.Exploitation},
		{"/conditions", rec.Conditions},
		{"/agencies", rec.Agencies},
		{"/derivedFrom", rec.DerivedFrom},
		{"/supersedes", rec.Supersedes},
		{"/retracts", rec.Retracts},
	} {
		if slices.Contains(l.items, "") {
			add(incident.CodeFieldEmpty, l.path, "an item of a list is empty: leave it out")
		}
	}
	return found
}
