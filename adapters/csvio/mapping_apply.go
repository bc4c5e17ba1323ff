package csvio

import (
	"bytes"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// apply makes a record of a row. wanted is false for a row that Where leaves
// out. Faults are those of cells that could not be read; the record's own rules
// are not asked.
func (p *mapPlan) apply(row mapRow, what subject) (wanted bool, faults []adapters.Fault) {
	p.row = row
	p.emitted, p.rest = p.emitted[:0], p.rest[:0]
	p.trim()
	for i, w := range p.mapping.Where {
		cell := p.cell(p.where[i])
		if len(w.In) > 0 && !slices.Contains(w.In, cell) || slices.Contains(w.Not, cell) {
			p.note(incident.CodeMappingOmit, incident.Note, -1, "rows were left out as the mapping's where says")
			return false, nil
		}
	}
	p.draft.builder.subject = what
	for i := range p.record {
		faults = p.run(&p.record[i], -1, faults)
	}
	for i := range p.figures {
		faults = p.figure(i, faults)
	}
	if p.form.parts(&p.draft.builder.subject) == 0 {
		p.unplaced()
	}
	p.keepRest(whole)
	return true, faults
}

// trim fills p.cells.
func (p *mapPlan) trim() {
	p.cells = append(p.cells[:0], p.row.cells...)
	if !p.mapping.Trim {
		return
	}
	for _, i := range p.used {
		if i >= len(p.cells) {
			continue
		}
		if t := bytes.TrimSpace(p.cells[i]); len(t) < len(p.cells[i]) {
			p.cells[i] = t
			p.note(incident.CodeMappingTrim, incident.Note, i, "blanks around cells were taken away as the mapping says")
		}
	}
}

// cell returns a cell of the row, blank when the row is too short.
func (p *mapPlan) cell(i int) string {
	if i < 0 || i >= len(p.cells) {
		return ""
	}
	return p.draft.builder.text(p.cells[i])
}

// figure adds a part when what makes it one is stated: a figure's number, or a text in
// a language.
func (p *mapPlan) figure(i int, faults []adapters.Fault) []adapters.Fault {
	f := &p.figures[i]
	what := &p.draft.builder.subject
	number := p.form.parts(what)
	p.form.add(what)
	before := len(faults)
	for j := range f.steps {
		if s := &f.steps[j]; s.target.lead() {
			faults = p.run(s, number, faults)
		}
	}
	p.keepRest(inPart)
	if len(faults) == before && !p.form.stated(what) {
		p.form.drop(what)
		return faults
	}
	for j := range f.steps {
		if s := &f.steps[j]; !s.target.lead() {
			faults = p.run(s, number, faults)
		}
	}
	p.keepRest(inPart)
	p.draft.end()
	p.emitted = append(p.emitted, i)
	return faults
}

// unplaced counts the cells that speak of figures in a row that has none.
func (p *mapPlan) unplaced() {
	for i := range p.figures {
		for j := range p.figures[i].steps {
			s := &p.figures[i].steps[j]
			if s.column == "" || s.target.lead() || p.cell(s.index) == "" {
				continue
			}
			if p.firstUse(s.index) == s {
				p.note(incident.CodeMappingOmit, incident.Note, s.index, p.form.noPart)
			}
		}
	}
}

// firstUse returns the first step of the figures that reads a column.
func (p *mapPlan) firstUse(column int) *mapStep {
	for i := range p.figures {
		for j := range p.figures[i].steps {
			if s := &p.figures[i].steps[j]; s.column != "" && s.index == column {
				return s
			}
		}
	}
	return nil
}

// run fills one of our columns, of the figure of that number or, with -1, of the
// record, and adds to the faults if it cannot.
func (p *mapPlan) run(s *mapStep, figure int, faults []adapters.Fault) []adapters.Fault {
	faults = p.fillAll(s, figure, faults)
	p.draft.endList(&s.target)
	return faults
}

func (p *mapPlan) fillAll(s *mapStep, figure int, faults []adapters.Fault) []adapters.Fault {
	var text string
	switch {
	case s.constant != "":
		text = s.constant
	case s.template != nil:
		text = s.template.text(p.row.number, p.cell)
	default:
		text = p.cell(s.index)
	}
	if s.rest != nil && text != "" {
		p.sortOut(s, text)
		return faults
	}
	if s.target.kind != mapList || text == "" {
		return p.fill(s, figure, text, faults)
	}
	for _, item := range p.items(s, text) {
		faults = p.fill(s, figure, item, faults)
	}
	return faults
}

// items returns the items of a list's cell, or the cell.
func (p *mapPlan) items(s *mapStep, text string) []string {
	switch {
	case s.target.kind != mapList:
	case s.constant != "":
		return splitList[string](text)
	case s.target.name == "contacts" && s.rule.Split == "":
		return splitContacts(text)
	case s.rule.Split != "":
		items := strings.Split(text, s.rule.Split)
		for i := range items {
			if p.mapping.Trim {
				items[i] = strings.TrimSpace(items[i])
			}
		}
		return items
	}
	return []string{text}
}

// fill converts one text and sets the value, or adds to the faults, once for a
// cell and code.
func (p *mapPlan) fill(s *mapStep, figure int, text string, faults []adapters.Fault) []adapters.Fault {
	err := s.fill(&p.draft, text)
	if err == nil {
		return faults
	}
	code, reason := syntaxOf(err)
	switch {
	case s.rule.Unlisted == LeaveOut:
		p.note(code, incident.Note, s.index, "cells whose value is not known were left out as the mapping says: "+reason)
	case !slices.ContainsFunc(faults, func(f adapters.Fault) bool {
		return f.Code == code && f.Field == p.name(s.index) && strings.HasSuffix(f.Path, s.target.path)
	}):
		path := s.target.path
		if figure >= 0 {
			path = p.form.partPath(figure) + path
		}
		faults = append(faults, adapters.Fault{
			Finding: incident.Finding{Code: code, Severity: incident.Error, Path: path, Message: reason},
			At:      p.at(s.index),
			Field:   p.name(s.index),
		})
	}
	return faults
}

// fill converts one text and sets the value. Blank texts are unstated unless
// the rule's table says what they are.
func (s *mapStep) fill(d *mapDraft, text string) error {
	if s.column == "" {
		if text == "" {
			return nil
		}
		return s.set(d, text)
	}
	value, err := "", error(nil)
	if text != "" {
		value, err = s.rule.convert(text, s.target.kind)
	} else {
		value, _ = s.rule.listed(text)
	}
	if err != nil && s.rule.Unlisted == Keep {
		value, err = text, nil
	}
	if err == nil && value != "" {
		err = s.set(d, value)
		s.setAlso(d)
	}
	if code, _ := syntaxOf(err); err != nil && s.rule.Phrases && code == incident.CodeCountSyntax {
		d.builder.figure.Text = text
		return nil
	}
	return err
}

// set sets a value, or adds an item to a list, which mapDraft.endList then sets.
func (s *mapStep) set(d *mapDraft, value string) error {
	if s.target.kind != mapList {
		return s.target.put(d, value)
	}
	if len(d.items) > 0 {
		d.items = append(d.items, ';')
	}
	d.items = appendList(d.items, []string{value})
	return nil
}

// setAlso sets the values that go with one of the rule.
func (s *mapStep) setAlso(d *mapDraft) {
	for i := range s.also {
		_ = s.also[i].target.put(d, s.also[i].constant) // it was judged with the mapping
	}
}
