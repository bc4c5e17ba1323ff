package csvio

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
)

// A locator finds places in the record that a Decoder decoded last.
type locator Decoder

// Locate returns the position of the cell that a JSON Pointer names, and the
// name of its column. What has no column of its own has the place of the row.
func (l *locator) Locate(path string) (adapters.Position, string) { return (*Decoder)(l).Locate(path) }

// Locate returns where the member that a JSON Pointer names stands in the record
// that was decoded last, and the name of its column.
func (d *Decoder) Locate(path string) (at adapters.Position, field string) {
	if len(d.rows) == 0 {
		return adapters.Position{}, ""
	}
	row, rest, figure := d.rows[0], path, false
	if list, ok := strings.CutPrefix(path, d.form.list); ok && d.form.list != "" {
		index, member, _ := strings.Cut(list, "/")
		if i, err := strconv.Atoi(index); err == nil && i >= 0 && i < len(d.figures) && d.figures[i] < len(d.rows) {
			row, figure = d.rows[d.figures[i]], true
			rest = "/" + member
			if member == "" {
				rest = d.form.firstOfPart()
			}
		}
	}
	var cell int
	if d.plan != nil {
		cell = d.plan.locate(path)
	} else {
		cell = d.cellOf(rest, figure)
	}
	if cell < 0 {
		return d.position(row.line, row.column, row.offset), ""
	}
	line, column, offset := d.scan.Place(row.raw, cell, row.line, row.column, row.offset)
	return d.position(line, column, offset), d.header[cell]
}

// cellOf returns the cell of a row that holds a path, or part of it, or -1.
func (d *Decoder) cellOf(path string, figure bool) int {
	for p := path; p != ""; p = p[:max(0, strings.LastIndexByte(p, '/'))] {
		for _, inside := range [...]bool{false, true} {
			i := slices.IndexFunc(d.bound, func(at int) bool {
				c := &d.form.columns[at]
				return c.part == figure && (c.path == p || inside && strings.HasPrefix(c.path, p+"/"))
			})
			if i >= 0 {
				return i
			}
		}
	}
	return -1
}
