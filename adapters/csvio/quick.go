package csvio

import (
	"bytes"

	"github.com/rescuetally/rescuetally/adapters/internal/csvscan"
	"github.com/rescuetally/rescuetally/incident"
)

// Most records are as they should be, and are read here, from the scanner's
// buffer into a View. What is met that a View cannot hold, or that may be wrong,
// is left to [Decoder.take], which reads the record from its start and says what
// it is.

// quick reads the next record into v. It reports false, and has taken nothing but
// blank lines, when that is not to be done here.
func (d *Decoder) quick(v *incident.View) bool {
	for {
		c, ok := d.scan.Direct()
		if !ok {
			return false
		}
		switch d.quickRecord(&c, v) {
		case csvscan.RowEnd:
			d.record++
			return true
		case csvscan.Short:
			if d.scan.More() {
				continue
			}
		}
		return false
	}
}

// quickRecord reads a record's rows and takes them. It returns RowEnd when that
// is done, and Short or Unsure otherwise.
func (d *Decoder) quickRecord(c *csvscan.Cursor, v *incident.View) int {
	v.Reset()
	d.rows, d.figures, d.text = d.rows[:0], d.figures[:0], d.text[:0]
	var key [2][]byte
	if state := d.quickRow(c, v, &key); state != csvscan.RowEnd {
		return state
	}
	if key[columnKind] == nil || key[columnID] == nil {
		return csvscan.Unsure
	}
	n := c.Len()
	size := n
	for !c.AtEnd(d.scan) && !(d.bareID && c.Differs(key[columnID])) {
		if c.AtBlank() {
			return csvscan.Unsure
		}
		next := *c
		var nextKey [2][]byte
		switch state := d.quickKey(&next, &nextKey); {
		case state != csvscan.RowEnd:
			return state
		case nextKey[columnKind] == nil && nextKey[columnID] == nil:
			return csvscan.Unsure // a row of blank cells may stand between rows of a record
		case !bytes.Equal(key[columnID], nextKey[columnID]): // as in Decoder.relation
			goto done
		case !bytes.Equal(key[columnKind], nextKey[columnKind]):
			return csvscan.Unsure
		}
		before := c.Len()
		if state := d.quickRow(c, v, nil); state != csvscan.RowEnd {
			return state
		}
		n = c.Len()
		size += n - before
	}
done:
	if size > d.limits.RecordBytes || !v.Plain() {
		return csvscan.Unsure
	}
	d.scan.Take(c, n)
	return csvscan.RowEnd
}

// quickRow reads a row's cells into v: those of a record, whose key it returns,
// or, without a key, those of a further figure.
func (d *Decoder) quickRow(c *csvscan.Cursor, v *incident.View, key *[2][]byte) int {
	figure := false
	c.Start()
	for {
		text, i := c.Next()
		if i < 0 {
			if i != csvscan.RowEnd {
				return i
			}
			break
		}
		if i >= len(d.bound) {
			return csvscan.Unsure
		}
		if c.Escaped {
			n := len(d.text)
			d.text = d.scan.Dialect().Unescape(d.text, text)
			text = d.text[n:]
		}
		m := incident.Member(d.bound[i])
		switch {
		case m.OfFigure():
			if !figure {
				figure = true
				v.AddFigure()
			}
		case m <= columnID && key != nil:
			key[m] = text
			d.bareID = i == columnID && int(m) == i && !c.Quoted
		case m <= columnID:
			continue
		case key == nil:
			return csvscan.Unsure
		}
		if text[0] == '\'' {
			text = unguard(text)
		}
		if !v.Set(m, text) {
			return csvscan.Unsure
		}
	}
	if c.Cells() != len(d.header) || key == nil && !figure {
		return csvscan.Unsure
	}
	if figure {
		d.figures = append(d.figures, len(d.rows))
	}
	raw, start := c.Row()
	line, column, offset := d.scan.At(c, start)
	d.rows = append(d.rows, keptRow{line, column, offset, raw})
	return csvscan.RowEnd
}

// quickKey reads a row as far as its kind and id, or to its end.
func (d *Decoder) quickKey(c *csvscan.Cursor, key *[2][]byte) int {
	c.Start()
	for last := max(d.keyAt[0], d.keyAt[1]); ; {
		text, i := c.Next()
		if i < 0 {
			return i
		}
		if i < len(d.bound) && d.bound[i] <= columnID {
			if c.Escaped {
				return csvscan.Unsure
			}
			key[d.bound[i]] = text
		}
		if i >= last {
			return csvscan.RowEnd
		}
	}
}
