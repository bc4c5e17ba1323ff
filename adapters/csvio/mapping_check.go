package csvio

import (
	"slices"
	"strconv"

	"github.com/rescuetally/rescuetally/incident"
)

// Validate reports what is wrong with the mapping by itself, before any table
// is seen. [ParseMapping] and the decoder call it. The error is a
// [*MappingError]; the codes are [incident.CodeMappingRule] for a rule that
// cannot be, [incident.CodeFieldUnknown] for a column that is none of ours,
// [incident.CodeFieldRequired] for what a record cannot do without, and those of
// values that stand in the mapping: a constant that is no code, say.
func (m *Mapping) Validate() error {
	e := &MappingError{}
	m.validate(e)
	return e.err()
}

func (m *Mapping) validate(e *MappingError) {
	if c := (mapCompiler{m: m, errs: e, index: func(string, string) int { return 0 }}); c.findForm() {
		c.compile()
	}
}

// Check reports where a table with the header given differs from the mapping:
// a column that the mapping does not name ([incident.CodeFieldUnknown]), and one
// that it names and that is missing or stands twice ([incident.CodeCSVHeader]).
// An ignored column may be missing. The error is a [*MappingError] that also has
// what [Mapping.Validate] finds.
func (m *Mapping) Check(header []string) error {
	_, err := m.bind(header)
	if err == nil {
		return nil
	}
	return err
}

// required checks what no record can do without.
func (c *mapCompiler) required(plan *mapPlan) {
	for _, i := range c.form.required {
		name := c.form.columns[i].name
		s := findStep(plan.record, name)
		switch {
		case s == nil:
			c.errs.add(incident.CodeFieldRequired, "", "every record has "+name+": give it a column, a template or a constant")
		case c.form.keyed && i == columnID && s.column == "" && (s.template == nil || !s.template.varies()):
			c.errs.add(incident.CodeMappingRule, s.path, "ids differ from row to row: make them of a column or of {row}")
		}
	}
	for i, f := range plan.figures {
		if findStep(f.steps, c.form.ofPart) == nil {
			path := ""
			if len(c.m.Figures) > 0 {
				path = "/figures/" + strconv.Itoa(i)
			}
			c.errs.add(incident.CodeFieldRequired, path, "every "+c.form.part+" has its "+c.form.ofPart+": give it a constant or a column")
		}
	}
}

func findStep(steps []mapStep, name string) *mapStep {
	i := slices.IndexFunc(steps, func(s mapStep) bool { return s.target.name == name })
	if i < 0 {
		return nil
	}
	return &steps[i]
}

// ignored refuses columns that are both used and ignored.
func (c *mapCompiler) ignored() {
	used := map[string]bool{}
	c.m.uses(func(column string) { used[column] = true })
	for i, column := range c.m.Ignore {
		if used[column] {
			c.errs.addFor(incident.CodeMappingRule, "/ignore/"+strconv.Itoa(i), "the column is used and ignored: take it out of one of the two", column)
		}
	}
}

// uses calls use with every column that the mapping reads.
func (m *Mapping) uses(use func(column string)) {
	for _, w := range m.Where {
		use(w.Column)
	}
	for column := range m.Columns {
		use(column)
	}
	for _, f := range m.Figures {
		use(f.Column)
		for column := range f.Columns {
			use(column)
		}
	}
	for _, text := range m.Templates {
		_, _ = parseTemplate(text, func(column string) int { use(column); return 0 })
	}
}
