package tableio

import (
	"fmt"
	"io"
	"strings"

	"github.com/rescuetally/rescuetally/adapters/internal/inert"
)

// WriteCSV writes t as CSV (RFC 4180, UTF-8, lines ended by LF): the columns'
// names, then a line a row. An unstated cell is empty. A text that a spreadsheet
// could run as a formula gets one ' in front, as package csvio writes it.
//
// The error is the writer's, wrapped.
func WriteCSV(w io.Writer, t *Table) error {
	var b strings.Builder
	for i := range t.Columns {
		separate(&b, i)
		quote(&b, inert.Guard(t.Columns[i].Name), len(t.Columns) == 1)
	}
	b.WriteByte('\n')
	for _, row := range t.Rows {
		for i := range t.Columns {
			separate(&b, i)
			s := cell(row, i).String()
			if c := cell(row, i); c.kind == text {
				s = inert.Guard(s)
			}
			quote(&b, s, len(t.Columns) == 1)
		}
		b.WriteByte('\n')
	}
	return write(w, b.String())
}

func separate(b *strings.Builder, i int) {
	if i > 0 {
		b.WriteByte(',')
	}
}

// quote writes a cell in quotes where it needs them. An only cell that is empty
// needs them too: an empty line is no row.
func quote(b *strings.Builder, cell string, only bool) {
	if !(only && cell == "") && !strings.ContainsAny(cell, "\",;\t\r\n") && strings.TrimSpace(cell) == cell {
		b.WriteString(cell)
		return
	}
	b.WriteByte('"')
	b.WriteString(strings.ReplaceAll(cell, `"`, `""`))
	b.WriteByte('"')
}

// write writes s whole.
func write(w io.Writer, s string) error {
	n, err := io.WriteString(w, s)
	if err == nil && n < len(s) {
		err = io.ErrShortWrite
	}
	if err != nil {
		return fmt.Errorf("tableio: write: %w", err)
	}
	return nil
}
