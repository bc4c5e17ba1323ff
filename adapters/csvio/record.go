package csvio

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// begin starts a record.
func (d *Decoder) begin() {
	d.record++
	d.build.subject = subject{}
	d.broken, d.keyed, d.size = false, false, 0
	d.raw, d.rows, d.figures, d.faults, d.dropped = d.raw[:0], d.rows[:0], d.figures[:0], nil, 0
	d.kind, d.id = "", ""
}

// take adds what was read ahead to the record. It returns false, and leaves it,
// when that starts another record.
func (d *Decoder) take() bool {
	if d.row != nil {
		if d.fault = d.scan.Verify(d.row); d.fault != nil {
			d.row = nil
		}
	}
	first := len(d.rows) == 0
	cells := d.ahead()
	if first {
		d.form.start(&d.build.subject)
	}
	if first {
		d.kind, d.id, d.keyed = d.key(cells)
		d.broken = d.fault != nil
	} else {
		switch d.relation(cells) {
		case otherRecord:
			return false
		case repeatsCells:
			d.keep()
			d.fail(incident.CodeCSVAmbiguousRecord, "", -1,
				"the row may be a "+d.form.part+" of the record above or a record of its own: repeat kind and id and leave the record's other cells blank, or give it an id of its own")
			return true
		}
	}
	d.keep()
	switch {
	case d.fault != nil:
		d.addFault(rowFault(d.fault, d.position(d.fault.Line, d.fault.Column, d.fault.Offset)))
		return true
	case d.size > d.limits.RecordBytes:
		if d.size-len(d.row.Raw)-1 <= d.limits.RecordBytes {
			d.fail(incident.CodeLimitRecordBytes, "", -1, "the record's rows are longer than the limit: raise Limits.RecordBytes if that is meant")
		}
		return true
	case d.broken:
		return true // its first row is lost, and with it what the others belong to
	}
	figure := d.hasFigure(cells)
	switch {
	case figure:
		d.figures = append(d.figures, len(d.rows)-1)
		d.form.add(&d.build.subject)
	case !first:
		d.fail(incident.CodeCSVAmbiguousRecord, "", -1,
			"the row has the kind and id of the record above and nothing else: leave it out, or give it an id of its own")
		return true
	}
	for i, cell := range cells {
		c := &d.form.columns[d.bound[i]]
		if len(cell) == 0 || c.part && !figure || !c.part && !first {
			continue
		}
		if err := c.set(&d.build, unguard(cell)); err != nil {
			code, reason := incident.CodeFieldUnknown, "the cell cannot be read"
			if e, ok := errors.AsType[*incident.SyntaxError](err); ok {
				code, reason = e.Code, e.Reason
			}
			d.fail(code, d.pathOf(c), i, reason)
		}
	}
	return true
}

// ahead returns the cells of what was read ahead, as far as they are known.
func (d *Decoder) ahead() [][]byte {
	if d.fault != nil {
		return d.fault.Fields
	}
	return d.row.Fields()
}

// key returns the kind and id of a row, and whether both are among its cells and
// not blank.
func (d *Decoder) key(cells [][]byte) (kind, id string, ok bool) {
	if !d.form.keyed {
		return "", "", false
	}
	for i, cell := range cells[:min(len(cells), len(d.bound))] {
		switch d.bound[i] {
		case columnKind:
			kind = string(cell)
		case columnID:
			id = string(cell)
		}
	}
	return kind, id, kind != "" && id != ""
}

type relation uint8

const (
	otherRecord  relation = iota
	continues             // a further row of the record
	repeatsCells          // the same id, and cells of the record that say nothing new
)

// relation tells how the row with these cells relates to the record under way.
// Of a faulty row only the cells before the fault are known.
func (d *Decoder) relation(cells [][]byte) relation {
	kind, id, ok := d.key(cells)
	if !ok || d.keyed && id != d.id || !d.keyed && !d.broken {
		return otherRecord
	}
	otherKind := d.keyed && kind != d.kind
	var above [][]byte
	stated := false
	for i, cell := range cells[:min(len(cells), len(d.bound))] {
		c := d.bound[i]
		if len(cell) == 0 || d.form.columns[c].part || c == columnKind || c == columnID {
			continue
		}
		if d.broken || otherKind {
			return otherRecord
		}
		if above == nil {
			above = d.scan.Dialect().Cells(d.rows[0].raw)
		}
		if i >= len(above) || string(above[i]) != string(cell) {
			return otherRecord
		}
		stated = true
	}
	switch {
	case stated, otherKind:
		return repeatsCells
	case !d.keyed && !d.hasFigure(cells):
		return otherRecord // a record of kind and id alone, below a row of which nothing is known
	}
	return continues
}

func (d *Decoder) hasFigure(cells [][]byte) bool {
	for i, cell := range cells[:min(len(cells), len(d.bound))] {
		if len(cell) > 0 && d.form.columns[d.bound[i]].part {
			return true
		}
	}
	return false
}

// keep notes where the row that was read ahead stands. Its bytes are kept up to
// the limit of a record.
func (d *Decoder) keep() {
	if d.fault != nil {
		d.rows = append(d.rows, keptRow{line: d.fault.Line, column: d.fault.Column, offset: d.fault.Offset})
		return
	}
	d.size += len(d.row.Raw) + 1
	if d.size > d.limits.RecordBytes && len(d.rows) > 0 {
		return
	}
	start := len(d.raw)
	d.raw = append(d.raw, d.row.Raw...)
	d.rows = append(d.rows, keptRow{d.row.Line, d.row.Column, d.row.Offset, d.raw[start:len(d.raw):len(d.raw)]})
}

// fail adds a fault of the row that was read ahead, at cell i or, for -1, at its
// start.
func (d *Decoder) fail(code incident.Code, path string, i int, message string) {
	f := adapters.Fault{Finding: incident.Finding{Code: code, Severity: incident.Error, Path: path, Message: message}}
	if i >= 0 {
		f.Field = d.header[i]
		f.At = d.position(d.row.At(i))
	} else if d.row != nil {
		f.At = d.position(d.row.Line, d.row.Column, d.row.Offset)
	} else {
		f.At = d.position(d.fault.Line, d.fault.Column, d.fault.Offset)
	}
	d.addFault(f)
}

func (d *Decoder) addFault(f adapters.Fault) {
	if len(d.faults) < d.limits.Errors {
		d.faults = append(d.faults, f)
	} else {
		d.dropped++
	}
}

func (d *Decoder) position(line, column int, offset int64) adapters.Position {
	return adapters.Position{Name: d.name, Record: d.record, Line: line, Column: column, Offset: offset}
}

// pathOf is the JSON Pointer of a column in the row that is being read.
func (d *Decoder) pathOf(c *column) string {
	if c.part {
		return d.form.partPath(len(d.figures)-1) + c.path
	}
	return c.path
}

// finish ends the record: it is judged by the rules for its members.
func (d *Decoder) finish() (adapters.Locator, error) {
	if !d.broken {
		own := len(d.faults)
		for _, f := range d.form.check(&d.build.subject) {
			if f.Severity != incident.Error || follows(f, d.faults[:own]) {
				continue
			}
			if len(d.faults) >= d.limits.Errors {
				d.dropped++
				continue
			}
			at, field := d.Locate(f.Path)
			d.addFault(adapters.Fault{Finding: f, At: at, Field: field})
		}
	}
	if len(d.faults) == 0 {
		return (*locator)(d), nil
	}
	slices.SortStableFunc(d.faults, func(a, b adapters.Fault) int { return cmp.Compare(a.At.Offset, b.At.Offset) })
	r := d.rows[0]
	err := &adapters.RecordError{Position: d.position(r.line, r.column, r.offset), Findings: d.faults, Unlisted: d.dropped}
	if d.keyed {
		err.ID = string(unguard([]byte(d.id)))
	}
	return nil, err
}

// follows reports whether a finding only repeats that the other coordinate, or
// what is now missing, could not be read.
func follows(f incident.Finding, faults []adapters.Fault) bool {
	return slices.ContainsFunc(faults, func(g adapters.Fault) bool {
		return f.Code == incident.CodePlaceCoordinates && g.Code == f.Code || f.Code == incident.CodeFieldRequired && g.Path == f.Path
	})
}

// quoteName names a column for one line of text.
func quoteName(name string) string {
	const most = 64
	if len(name) > most {
		name = strings.ToValidUTF8(name[:most], "") + "…"
	}
	return strconv.QuoteToGraphic(name)
}

func count(n int, what string) string {
	s := strconv.Itoa(n) + " " + what
	if n != 1 {
		s += "s"
	}
	return s
}
