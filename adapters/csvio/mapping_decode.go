package csvio

import (
	"context"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/csvscan"
	"github.com/rescuetally/rescuetally/incident"
)

// isHeader reports whether cells look like the header of a table that the
// mapping is for: at least half of the columns that it reads are there, so that
// a header that is nearly right is found and its faults are named.
func (m *Mapping) isHeader(cells [][]byte) bool {
	names := map[string]bool{}
	for _, c := range cells {
		name := string(c)
		if m.Trim {
			name = strings.TrimSpace(name)
		}
		names[name] = true
	}
	wanted, found := map[string]bool{}, 0
	m.uses(func(column string) {
		if !wanted[column] && names[column] {
			found++
		}
		wanted[column] = true
	})
	return found > 0 && 2*found >= len(wanted)
}

// openMapped binds the mapping to the header in d.header, which row is.
func (d *Decoder) openMapped(row *csvscan.Row, m *Mapping) error {
	if m.Form != d.form.name {
		return &adapters.FileError{
			Position: d.position(row.Line, row.Column, row.Offset), Code: incident.CodeMappingRule,
			Message: "the mapping's rows are not what is to be read: correct its form, or use the decoder that is for it",
		}
	}
	plan, bad := m.bind(d.header)
	if bad == nil {
		d.plan = plan
		return nil
	}
	for i := range bad.Faults {
		f := &bad.Faults[i]
		cell, ok := bad.cells[i]
		if !ok && f.Field != "" {
			cell = slices.IndexFunc(d.header, func(name string) bool {
				return name == f.Field || m.Trim && strings.TrimSpace(name) == f.Field
			})
			ok = cell >= 0
		}
		line, column, offset := row.Line, row.Column, row.Offset
		if ok {
			line, column, offset = row.At(cell)
		}
		f.At = d.position(line, column, offset)
	}
	first := bad.Faults[0]
	bad.Faults, bad.Unlisted = upTo(d.limits.Errors, bad.Faults)
	bad.table = true
	return headerFault(first, bad)
}

// decodeMapped reads the next row that the mapping wants.
func (d *Decoder) decodeMapped(ctx context.Context) (adapters.Locator, error) {
	for {
		if d.err = d.advance(ctx); d.err != nil {
			return nil, d.err
		}
		d.tableRow++
		d.begin()
		d.form.start(&d.build.subject)
		d.keep()
		if d.fault != nil {
			d.broken = true
			d.addFault(rowFault(d.fault, d.position(d.fault.Line, d.fault.Column, d.fault.Offset)))
			return d.finish()
		}
		wanted, faults := d.plan.apply(mapRow{number: d.tableRow, cells: d.row.Fields(), at: d.cellAt}, d.build.subject)
		d.build.subject = d.plan.draft.builder.subject
		if !wanted {
			d.record--
			continue
		}
		for _, f := range faults {
			d.addFault(f)
		}
		id := d.form.id(&d.build.subject)
		loc, err := d.finish()
		if bad, ok := err.(*adapters.RecordError); ok {
			bad.ID = id
		}
		return loc, err
	}
}

// cellAt returns where a cell of the row that is being read starts; -1 is the
// row.
func (d *Decoder) cellAt(i int) adapters.Position {
	if i < 0 || i >= d.row.Len() {
		return d.position(d.row.Line, d.row.Column, d.row.Offset)
	}
	return d.position(d.row.At(i))
}
