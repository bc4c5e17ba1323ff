package csvio

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/incident"
)

// A mapCompiler turns a mapping into a plan and gathers what is wrong with it.
type mapCompiler struct {
	m     *Mapping
	form  *form
	errs  *MappingError
	index func(column, path string) int // the place of a column of the table
}

// A mapStep fills one of our columns.
type mapStep struct {
	target   mapTarget
	path     string // in the mapping
	column   string // the table's, of a cell
	index    int    // of the column, or of a template's first one, or -1
	rule     mapRule
	constant string
	template *mapTemplate
	also     []mapStep // constants that go with a value
	rest     *mapStep  // of the column for what cannot be read
}

// compile returns the steps for a record, for a figure of a table without
// figures, and for each of Figures. It is called with a mapping that may be wrong
// in any way, and says what is.
func (c *mapCompiler) compile() *mapPlan {
	m := c.m
	if m.Version != MappingVersion {
		c.errs.add(incident.CodeMappingRule, "/mapping", "state the version of the form: \"mapping\": 1")
	}
	plan := &mapPlan{mapping: m, form: c.form, draft: newDraft(), scratch: newDraft()}
	if len(m.Figures) > 0 && c.form != recordForm {
		c.errs.add(incident.CodeMappingRule, "/figures", "only records have figures: map the columns")
		return plan
	}
	all := c.level("", m.Constants, m.Templates, m.Columns)
	var common []mapStep
	for _, s := range all {
		if s.target.part {
			common = append(common, s)
		} else {
			plan.record = append(plan.record, s)
		}
	}
	for i, w := range m.Where {
		path := "/where/" + strconv.Itoa(i)
		if (len(w.In) == 0) == (len(w.Not) == 0) {
			c.errs.add(incident.CodeMappingRule, path, "a condition has either in or not, with at least one cell: those that are wanted, or those that are not")
		}
		plan.where = append(plan.where, c.index(w.Column, path))
	}
	for i := range m.Figures {
		c.figure(plan, i, common)
	}
	if len(m.Figures) == 0 {
		c.single(plan, common)
	}
	c.required(plan)
	c.ignored()
	return plan
}

// single is the plan of a table without figures: count and text are columns
// like the others.
func (c *mapCompiler) single(plan *mapPlan, common []mapStep) {
	if i := slices.IndexFunc(common, func(s mapStep) bool { return s.target.lead() }); i >= 0 {
		plan.figures = []mapFigurePlan{{count: i, steps: common}}
		return
	}
	for _, s := range common {
		if s.constant == "" {
			c.errs.addFor(incident.CodeFieldRequired, s.path,
				"a "+c.form.part+"'s column is mapped, but nothing that makes one: map "+c.form.leads, s.column)
			return
		}
	}
}

// figure compiles one of Figures.
func (c *mapCompiler) figure(plan *mapPlan, i int, common []mapStep) {
	f := &c.m.Figures[i]
	path := "/figures/" + strconv.Itoa(i)
	rule := f.Rule
	if rule.To == "" {
		rule.To = "count"
	}
	if rule.To != "count" && rule.To != "text" {
		c.errs.add(incident.CodeMappingRule, path+"/to", "a figure's number is count, or text: leave to out, or write text")
		return
	}
	own := c.level(path, f.Set, nil, f.Columns)
	for _, s := range own {
		switch {
		case !s.target.part:
			c.errs.add(incident.CodeMappingRule, s.path, "this column of ours is the record's, not a figure's: map it outside figures")
		case s.target.name == rule.To:
			c.errs.add(incident.CodeMappingRule, s.path, "the figure's own column has its number: take one of the two away")
		}
	}
	steps := own
	if number, ok := c.column(path, f.Column, rule); ok {
		number.path = path
		steps = append(steps, number)
	}
	for _, s := range common {
		if s.target.lead() {
			c.errs.add(incident.CodeMappingRule, s.path, "with figures, each figure names its own number: take this one away")
			continue
		}
		if findStep(own, s.target.name) == nil {
			steps = append(steps, s)
		}
	}
	sortSteps(steps)
	plan.figures = append(plan.figures, mapFigurePlan{count: slices.IndexFunc(steps, func(s mapStep) bool {
		return s.target.name == rule.To
	}), steps: steps})
}

func sortSteps(steps []mapStep) {
	slices.SortStableFunc(steps, func(a, b mapStep) int {
		return cmp.Or(cmp.Compare(a.target.order, b.target.order), cmp.Compare(a.target.name, b.target.name), cmp.Compare(a.index, b.index))
	})
}

// level compiles constants, templates and columns, in the format's order.
func (c *mapCompiler) level(path string, constants, templates map[string]string, columns map[string]Rule) []mapStep {
	var steps []mapStep
	name := "/constants/"
	if path != "" {
		name = "/set/"
	}
	for _, key := range slices.Sorted(maps.Keys(constants)) {
		at := path + name + escapePointer(key)
		if target, ok := c.target(key, at); ok {
			s := mapStep{target: target, path: at, index: -1, constant: constants[key]}
			if s.constant == "" {
				c.errs.add(incident.CodeFieldEmpty, at, "a constant has a value: leave it out if there is none")
				continue
			}
			c.value(s.target, s.constant, at)
			steps = append(steps, s)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(templates)) {
		at := path + "/templates/" + escapePointer(key)
		target, ok := c.target(key, at)
		if !ok {
			continue
		}
		t, err := parseTemplate(templates[key], func(column string) int { return c.index(column, at) })
		switch {
		case err != nil:
			c.errs.add(incident.CodeMappingRule, at, err.Error())
		case !t.varies():
			c.errs.add(incident.CodeMappingRule, at, "the template names no column: make it a constant")
		default:
			steps = append(steps, mapStep{target: target, path: at, index: t.first(), template: t})
		}
	}
	for _, column := range slices.Sorted(maps.Keys(columns)) {
		at := path + "/columns/" + escapePointer(column)
		if s, ok := c.column(at, column, columns[column]); ok {
			steps = append(steps, s)
		}
	}
	sortSteps(steps)
	for i := 1; i < len(steps); i++ {
		if a, b := steps[i-1], steps[i]; a.target.name == b.target.name && a.target.kind != mapList {
			c.errs.addFor(incident.CodeMappingRule, b.path, "two rules fill one of our columns: keep one", b.column)
		}
	}
	return steps
}

func (c *mapCompiler) target(name, path string) (mapTarget, bool) {
	t, ok := findTarget(c.form, name)
	if !ok {
		c.errs.add(incident.CodeFieldUnknown, path, "this is none of the format's columns: use one that it lists"+c.form.names)
	}
	return t, ok
}

// value checks a value that stands in the mapping.
func (c *mapCompiler) value(target mapTarget, text, path string) {
	draft := newDraft()
	if code, reason := c.form.judge(&draft, target, text); code != "" {
		c.errs.add(code, path, reason)
	}
}

// column compiles the rule of a column.
func (c *mapCompiler) column(path, column string, rule Rule) (mapStep, bool) {
	target, ok := c.target(rule.To, path)
	if !ok {
		return mapStep{}, false
	}
	s := mapStep{target: target, path: path, column: column, index: c.index(column, path), rule: mapRule{Rule: rule}}
	bad := func(member, message string) {
		c.errs.addFor(incident.CodeMappingRule, path+"/"+member, message, column)
	}
	if rule.Countries && !target.ofCountries() {
		bad("countries", "countries are for columns of countries: country, nationality, group_place, nationalities and destinations")
	}
	if rule.Ages && target.kind != mapAge {
		bad("ages", "ages are for age")
	}
	if rule.Dates != nil && target.kind != mapDate {
		bad("dates", "date layouts are for dates: published, occurred, from, to and the like")
	}
	if rule.Phrases && target.kind != mapCount {
		bad("phrases", "phrases are for count")
	}
	if r, n := utf8.DecodeRuneInString(rule.Grouping); rule.Grouping != "" {
		switch {
		case target.kind != mapCount:
			bad("grouping", "grouping is for count")
		case n != len(rule.Grouping) || r == utf8.RuneError || strings.ContainsRune("0123456789~<>=", r):
			bad("grouping", "grouping is the one character between groups of digits, such as a comma")
		}
	}
	if rule.Split != "" && target.kind != mapList {
		bad("split", "split is for lists: exploitation, conditions, agencies, lists of ids and the like")
	}
	if rule.Fold && rule.Values == nil {
		bad("fold", "fold concerns values: list some")
	}
	switch rule.Unlisted {
	case "", Reject, Keep, LeaveOut:
	default:
		bad("unlisted", "write reject, keep or leave-out")
	}
	for i, text := range rule.Dates {
		layout, err := parseLayout(text)
		if err != nil {
			bad(fmt.Sprintf("dates/%d", i), err.Error())
			continue
		}
		s.rule.layouts = append(s.rule.layouts, layout)
	}
	s.rule.values = c.values(s, path)
	c.also(&s, path)
	c.rest(&s, path, bad)
	return s, true
}

// values returns the rule's table, folded if it says so.
func (c *mapCompiler) values(s mapStep, path string) map[string]string {
	if !s.rule.Fold {
		for _, cell := range slices.Sorted(maps.Keys(s.rule.Values)) {
			if value := s.rule.Values[cell]; value != "" {
				c.value(s.target, value, path+"/values/"+escapePointer(cell))
			}
		}
		return s.rule.Values
	}
	folded := make(map[string]string, len(s.rule.Values))
	for _, cell := range slices.Sorted(maps.Keys(s.rule.Values)) {
		value, at := s.rule.Values[cell], path+"/values/"+escapePointer(cell)
		key := strings.ToLower(cell)
		if before, ok := folded[key]; ok && before != value {
			c.errs.add(incident.CodeMappingRule, at, "two values differ only in capital letters and mean different things: keep one, or leave fold out")
		}
		folded[key] = value
		if value != "" {
			c.value(s.target, value, at)
		}
	}
	return folded
}

// syntaxOf returns what an error of a value says.
func syntaxOf(err error) (incident.Code, string) {
	if e, ok := err.(*incident.SyntaxError); ok {
		return e.Code, e.Reason
	}
	return incident.CodeMappingValue, "the value cannot be read: correct it"
}

// escapePointer escapes a name for a JSON Pointer (RFC 6901).
func escapePointer(name string) string {
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
}
