package csvio

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// A mapPlan is a mapping bound to a table's header. It counts what it leaves
// out, and so belongs to one decoder.
type mapPlan struct {
	mapping *Mapping
	header  []string
	record  []mapStep
	figures []mapFigurePlan
	where   []int // columns of Mapping.Where
	used    []int // columns that are read, in the table's order
	notes   []mapNote

	builder builder
	row     mapRow
	cells   [][]byte // of the row, trimmed if asked
	emitted []int    // which of figures the last record has
}

// mapFigurePlan makes one figure.
type mapFigurePlan struct {
	count int // of steps, the one with the figure's number
	steps []mapStep
}

// A mapRow is a row of the table.
type mapRow struct {
	number int      // from 1, the header not counted
	cells  [][]byte // as many as the header has
	at     func(column int) adapters.Position
}

// A mapNote counts what is reported of a column at the end.
type mapNote struct {
	code    incident.Code
	column  int // -1: of rows
	message string
	first   adapters.Position
	count   int
}

// bind returns the plan for a table with the header given.
func (m *Mapping) bind(header []string) (*mapPlan, *MappingError) {
	e := &MappingError{}
	names := slices.Clone(header)
	if m.Trim {
		for i := range names {
			names[i] = strings.TrimSpace(names[i])
		}
	}
	used := map[int]bool{}
	said := map[string]bool{}
	c := mapCompiler{m: m, errs: e, index: func(column, path string) int {
		first := slices.Index(names, column)
		switch {
		case said[column]:
		case first < 0:
			said[column] = true
			e.addFor(incident.CodeCSVHeader, path, "the table lacks a column that the mapping names: correct its name", column)
		case slices.Contains(names[first+1:], column):
			said[column] = true
			e.addFor(incident.CodeCSVHeader, path, "the table has two columns of one name: rename one of them", column)
		}
		used[first] = true
		return first
	}}
	plan := c.compile()
	plan.header = names
	for i, name := range names {
		switch {
		case used[i]:
			plan.used = append(plan.used, i)
		case !said[name] && !slices.Contains(m.Ignore, name):
			e.addFor(incident.CodeFieldUnknown, "", "the mapping does not say what this column is: map it, or list it under ignore", name)
		}
	}
	if len(e.Faults) > 0 {
		return nil, e
	}
	return plan, nil
}

// apply makes a record of a row. wanted is false for a row that Where leaves
// out. Faults are those of cells that could not be read; the record's own rules
// are not asked.
func (p *mapPlan) apply(row mapRow, record *incident.Record) (wanted bool, faults []adapters.Fault) {
	p.row = row
	p.emitted = p.emitted[:0]
	p.trim()
	for i, w := range p.mapping.Where {
		cell := p.cell(p.where[i])
		if w.In != nil && !slices.Contains(w.In, cell) || slices.Contains(w.Not, cell) {
			p.note(incident.CodeMappingOmit, -1, "rows were left out as the mapping's where says")
			return false, nil
		}
	}
	p.builder.record, p.builder.figure = record, nil
	draft := mapDraft{builder: &p.builder}
	for i := range p.record {
		faults = p.run(&p.record[i], &draft, "", faults)
	}
	for i := range p.figures {
		faults = p.figure(i, record, faults)
	}
	if len(record.Figures) == 0 {
		p.unplaced()
	}
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
			p.note(incident.CodeMappingTrim, i, "blanks around cells were taken away as the mapping says")
		}
	}
}

// cell returns a cell of the row, blank when the row is too short.
func (p *mapPlan) cell(i int) string {
	if i < 0 || i >= len(p.cells) {
		return ""
	}
	return string(p.cells[i])
}

// figure adds a figure to the record when its number is stated.
func (p *mapPlan) figure(i int, record *incident.Record, faults []adapters.Fault) []adapters.Fault {
	f := &p.figures[i]
	prefix := "/figures/" + strconv.Itoa(len(record.Figures))
	var figure incident.Figure
	p.builder.figure = &figure
	draft := mapDraft{builder: &p.builder}
	before := len(faults)
	for j := range f.steps {
		if s := &f.steps[j]; isNumberStep(*s) {
			faults = p.run(s, &draft, prefix, faults)
		}
	}
	if figure.Count.IsZero() && figure.Text == "" && len(faults) == before {
		return faults
	}
	for j := range f.steps {
		if s := &f.steps[j]; !isNumberStep(*s) {
			faults = p.run(s, &draft, prefix, faults)
		}
	}
	draft.end()
	record.Figures = append(record.Figures, figure)
	p.emitted = append(p.emitted, i)
	return faults
}

// unplaced counts the cells that speak of figures in a row that has none.
func (p *mapPlan) unplaced() {
	for i := range p.figures {
		for j := range p.figures[i].steps {
			s := &p.figures[i].steps[j]
			if s.column == "" || isNumberStep(*s) || p.cell(s.index) == "" {
				continue
			}
			if p.firstUse(s.index) == s {
				p.note(incident.CodeMappingOmit, s.index, "cells that say whom a figure counts were left out: their rows have no figure")
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

// run fills one of our columns and adds to the faults if it cannot.
func (p *mapPlan) run(s *mapStep, d *mapDraft, prefix string, faults []adapters.Fault) []adapters.Fault {
	var text string
	switch {
	case s.constant != "":
		text = s.constant
	case s.template != nil:
		text = s.template.text(p.row.number, p.cell)
	default:
		text = p.cell(s.index)
	}
	if s.target.kind != mapList || text == "" {
		return p.fill(s, d, text, prefix, faults)
	}
	items := []string{text}
	switch {
	case s.constant != "":
		items = splitList(text)
	case s.rule.Split != "":
		items = strings.Split(text, s.rule.Split)
	}
	for _, item := range items {
		if s.rule.Split != "" && p.mapping.Trim {
			item = strings.TrimSpace(item)
		}
		faults = p.fill(s, d, item, prefix, faults)
	}
	return faults
}

// fill converts one text and sets the value, or adds to the faults, once for a
// cell and code.
func (p *mapPlan) fill(s *mapStep, d *mapDraft, text, prefix string, faults []adapters.Fault) []adapters.Fault {
	err := s.fill(d, text)
	if err == nil {
		return faults
	}
	code, reason := syntaxOf(err)
	switch {
	case s.rule.Unlisted == LeaveOut:
		p.note(code, s.index, "cells whose value is not known were left out as the mapping says: "+reason)
	case !slices.ContainsFunc(faults, func(f adapters.Fault) bool {
		return f.Code == code && f.Field == p.name(s.index) && strings.HasSuffix(f.Path, s.target.path)
	}):
		faults = append(faults, adapters.Fault{
			Finding: incident.Finding{Code: code, Severity: incident.Error, Path: prefix + s.target.path, Message: reason},
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
	}
	if code, _ := syntaxOf(err); err != nil && s.rule.Phrases && code == incident.CodeCountSyntax {
		d.builder.figure.Text = text
		return nil
	}
	return err
}

// set sets a value, or adds an item to a list.
func (s *mapStep) set(d *mapDraft, value string) error {
	if s.target.kind != mapList {
		return s.target.put(d, value)
	}
	list := s.target.list(d)
	if len(list) > 0 {
		list = append(list, ';')
	}
	return s.target.put(d, string(appendList(list, []string{value})))
}

// name returns the table's name of a column, "" when there is none.
func (p *mapPlan) name(column int) string {
	if column < 0 || column >= len(p.header) {
		return ""
	}
	return p.header[column]
}

// at returns where a cell of the row starts; column -1 is the row.
func (p *mapPlan) at(column int) adapters.Position {
	if p.row.at == nil {
		return adapters.Position{}
	}
	return p.row.at(column)
}

// note counts what is reported at the end.
func (p *mapPlan) note(code incident.Code, column int, message string) {
	for i := range p.notes {
		if n := &p.notes[i]; n.code == code && n.column == column && n.message == message {
			n.count++
			return
		}
	}
	p.notes = append(p.notes, mapNote{code, column, message, p.at(column), 1})
}

// repairs returns what was left out or trimmed, a fault for each column and
// cause, at the first place, with the number of cells or rows as its argument.
func (p *mapPlan) repairs() []adapters.Fault {
	faults := make([]adapters.Fault, len(p.notes))
	for i, n := range p.notes {
		what := "cells"
		if n.column < 0 {
			what = "rows"
		}
		faults[i] = adapters.Fault{
			Finding: incident.Finding{
				Code: n.code, Severity: incident.Note, Message: n.message,
				Args: []incident.Arg{{Name: what, Value: strconv.Itoa(n.count)}},
			},
			At: n.first, Field: p.name(n.column),
		}
	}
	return faults
}

// locate returns the column that a member of the last record came from, -1
// when it came from none, such as a constant.
func (p *mapPlan) locate(path string) int {
	if rest, ok := strings.CutPrefix(path, "/figures/"); ok {
		number, below, _ := strings.Cut(rest, "/")
		i, err := strconv.Atoi(number)
		if err != nil || i < 0 || i >= len(p.emitted) {
			return -1
		}
		f := &p.figures[p.emitted[i]]
		if at := nearestStep(f.steps, "/"+below); at >= 0 {
			return at
		}
		return f.steps[f.count].index
	}
	return nearestStep(p.record, path)
}

// nearestStep returns the column of the step that fills path, or of the first
// one that fills something in it.
func nearestStep(steps []mapStep, path string) int {
	for i := range steps {
		if at := steps[i].target.path; at == path || strings.HasPrefix(path, at+"/") {
			if steps[i].index >= 0 {
				return steps[i].index
			}
		}
	}
	for i := range steps {
		if strings.HasPrefix(steps[i].target.path, path+"/") && steps[i].index >= 0 {
			return steps[i].index
		}
	}
	return -1
}
