package csvio

import (
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
	form    *form
	header  []string
	record  []mapStep
	figures []mapFigurePlan
	where   []int // columns of Mapping.Where
	used    []int // columns that are read, in the table's order
	notes   []mapNote

	draft   mapDraft
	row     mapRow
	cells   [][]byte // of the row, trimmed if asked
	emitted []int    // which of figures the last record has
	rest    []mapRest
	scratch mapDraft // in which values are judged
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
	code     incident.Code
	severity incident.Severity
	column   int // -1: of rows
	message  string
	first    adapters.Position
	count    int
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
	known := false // a column is one of the mapping's, so that this is a header
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
		known = known || first >= 0
		return first
	}}
	if !c.findForm() {
		return nil, e
	}
	plan := c.compile()
	plan.header = names
	for i, name := range names {
		switch {
		case used[i]:
			plan.used = append(plan.used, i)
		case !said[name] && !slices.Contains(m.Ignore, name):
			e.addUnmapped(i, name, known)
		}
	}
	if len(e.Faults) > 0 {
		return nil, e
	}
	return plan, nil
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
func (p *mapPlan) note(code incident.Code, severity incident.Severity, column int, message string) {
	for i := range p.notes {
		if n := &p.notes[i]; n.code == code && n.column == column && n.message == message {
			n.count++
			return
		}
	}
	p.notes = append(p.notes, mapNote{code, severity, column, message, p.at(column), 1})
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
				Code: n.code, Severity: n.severity, Message: n.message,
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
	if rest, ok := strings.CutPrefix(path, p.form.list); ok && p.form.list != "" {
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
		if path != "" && strings.HasPrefix(steps[i].target.path, path+"/") && steps[i].index >= 0 {
			return steps[i].index
		}
	}
	return -1
}
