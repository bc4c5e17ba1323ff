package tableio

import (
	"io"
	"strings"
	"unicode/utf8"
)

// WriteText writes t for a terminal: columns side by side in words, a line
// below their titles, no line longer than width characters. Columns of numbers
// are as wide as they need; the texts share the rest, and what does not fit
// goes on in a line below. Control characters are replaced. What is unstated is
// a dash.
//
// The error is the writer's, wrapped.
func WriteText(w io.Writer, t *Table, width int) error {
	rows := [][]string{nil}
	for i := range t.Columns {
		rows[0] = append(rows[0], clean(t.Columns[i].title()))
	}
	for _, row := range t.Rows {
		var words []string
		for i := range t.Columns {
			s := clean(cell(row, i).Words())
			if s == "" {
				s = "-"
			}
			words = append(words, s)
		}
		rows = append(rows, words)
	}
	widths := t.widths(rows, width)
	var b strings.Builder
	for i, row := range rows {
		t.line(&b, row, widths)
		if i > 0 {
			continue
		}
		var rule []string
		for _, n := range widths {
			rule = append(rule, strings.Repeat("-", n))
		}
		t.line(&b, rule, widths)
	}
	return write(w, b.String())
}

// widths returns how wide each column is: as its longest cell, the widest
// columns narrowed until all fit.
func (t *Table) widths(rows [][]string, width int) []int {
	widths := make([]int, len(t.Columns))
	whole := 2 * (len(widths) - 1)
	for i := range widths {
		for _, row := range rows {
			widths[i] = max(widths[i], utf8.RuneCountInString(row[i]))
		}
		whole += widths[i]
	}
	for ; whole > width; whole-- {
		widest := 0
		for i, n := range widths {
			if n > widths[widest] {
				widest = i
			}
		}
		if len(widths) == 0 || widths[widest] <= 8 {
			break
		}
		widths[widest]--
	}
	return widths
}

// line writes one row, its cells wrapped.
func (t *Table) line(b *strings.Builder, row []string, widths []int) {
	cells := make([][]string, len(row))
	height := 0
	for i, s := range row {
		cells[i] = wrap(s, widths[i])
		height = max(height, len(cells[i]))
	}
	for y := range height {
		var line strings.Builder
		for i, cell := range cells {
			s := ""
			if y < len(cell) {
				s = cell[y]
			}
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(s))
			if i > 0 {
				line.WriteString("  ")
			}
			if t.Columns[i].Align == End {
				line.WriteString(pad + s)
			} else {
				line.WriteString(s + pad)
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " "))
		b.WriteByte('\n')
	}
}

// wrap breaks a text into lines of at most width characters, between words
// where it can.
func wrap(s string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(s) {
		for {
			room := width - utf8.RuneCountInString(line)
			if line != "" {
				room--
			}
			n := utf8.RuneCountInString(word)
			if n <= room {
				break
			}
			if line != "" {
				lines, line = append(lines, line), ""
				continue
			}
			head := string([]rune(word)[:width])
			lines, word = append(lines, head), word[len(head):]
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	if line != "" || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// Wrap breaks a text into lines of at most width characters, between words
// where it can; each line after the first is indented by indent. Control
// characters are replaced.
func Wrap(s string, width int, indent string) string {
	lines := wrap(clean(s), max(width-utf8.RuneCountInString(indent), 1))
	return strings.Join(lines, "\n"+indent)
}
