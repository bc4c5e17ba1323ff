package csvio

import (
	"bytes"

	"github.com/rescuetally/rescuetally/incident"
)

// Most records are as they should be, and are read here, into a View. What is
// met that a View cannot hold, or that may be wrong, is left to [Decoder.take],
// which says what it is and goes on from the rows that were read.

// quick takes the record's first row, which was read ahead, into v. It reports
// false, and has taken nothing, when that is not to be done here.
func (d *Decoder) quick(v *incident.View) bool {
	row := d.row
	if row == nil || len(row.Raw) >= d.limits.RecordBytes {
		return false
	}
	v.Reset()
	d.text = d.text[:0]
	d.keyCells = [2][]byte{}
	raw := append(d.raw[:0], row.Raw...)
	figure := false
	for _, i := range row.Filled() {
		from, to, escaped := row.Span(i)
		c := d.bound[i]
		m := incident.Member(c)
		if m.OfFigure() && !figure {
			figure = true
			v.AddFigure()
		}
		text := d.cell(raw[from:to], escaped)
		if c <= columnID {
			d.keyCells[c] = text
		}
		if !v.Set(m, unguard(text)) {
			return false
		}
	}
	if d.keyCells[columnKind] == nil || d.keyCells[columnID] == nil {
		return false
	}
	d.raw = raw
	d.rows = append(d.rows, keptRow{row.Line, row.Column, row.Offset, 0, len(raw)})
	d.size = len(raw) + 1
	if figure {
		d.figures = append(d.figures, 0)
	}
	return true
}

// cell returns the text of a cell that is not empty, good until the next record.
func (d *Decoder) cell(text []byte, escaped bool) []byte {
	if escaped {
		n := len(d.text)
		d.text = d.scan.Dialect().Unescape(d.text, text)
		return d.text[n:]
	}
	return text
}

// begins reports whether the row that was read ahead certainly begins
// another record than the one that quick took: as in [Decoder.relation], one with
// another id.
func (d *Decoder) begins() bool {
	return d.row != nil && !bytes.Equal(d.keyAhead(columnID), d.keyCells[columnID])
}

// keyAhead returns kind or id of the row that was read ahead, nil when it is empty.
func (d *Decoder) keyAhead(column int) []byte {
	from, to, escaped := d.row.Span(d.keyAt[column])
	if from == to {
		return nil
	}
	return d.cell(d.row.Raw[from:to], escaped)
}

// goesOn takes the row that was read ahead into v, as a further figure of the
// record that quick took. It reports false, and has taken nothing, when that is
// not to be done here: the record is then to be read on with care.
func (d *Decoder) goesOn(v *incident.View) bool {
	row := d.row
	if row == nil || d.size+len(row.Raw) >= d.limits.RecordBytes || !bytes.Equal(d.keyAhead(columnKind), d.keyCells[columnKind]) {
		d.carefully(v)
		return false
	}
	start := len(d.raw)
	d.raw = append(d.raw, row.Raw...)
	raw := d.raw[start:]
	figure := false
	for _, i := range row.Filled() {
		from, to, escaped := row.Span(i)
		m := incident.Member(d.bound[i])
		if m <= columnID {
			continue
		}
		if m.OfFigure() && !figure {
			figure = true
			v.AddFigure()
		}
		if !m.OfFigure() || !v.Set(m, unguard(d.cell(raw[from:to], escaped))) {
			figure = false
			break
		}
	}
	if !figure {
		d.raw = d.raw[:start]
		d.carefully(v)
		return false
	}
	d.figures = append(d.figures, len(d.rows))
	d.rows = append(d.rows, keptRow{row.Line, row.Column, row.Offset, start, len(d.raw)})
	d.size += len(raw) + 1
	return true
}

// carefully makes a Record of what is in v, for [Decoder.take] to go on with.
func (d *Decoder) carefully(v *incident.View) {
	rec := v.Record()
	rec.Figures = rec.Figures[:len(d.figures)]
	if len(rec.Figures) == 0 {
		rec.Figures = nil
	}
	d.build.record = rec
	d.kind, d.id, d.keyed = string(d.keyCells[columnKind]), string(d.keyCells[columnID]), true
}
