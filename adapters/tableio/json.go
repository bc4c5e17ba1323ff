package tableio

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// WriteJSON writes t as a JSON array of objects, one row a line, with a member
// for each column in the columns' order: texts and counts as strings, counts in
// the interchange format's texts, whole numbers as numbers, what is unstated as
// null. Texts are written as they are: JSON runs nothing.
//
// The error is the writer's, wrapped, or says that two columns have one name.
func WriteJSON(w io.Writer, t *Table) error {
	names := make([]string, len(t.Columns))
	seen := map[string]bool{}
	for i := range t.Columns {
		name := t.Columns[i].Name
		if seen[name] {
			return fmt.Errorf("tableio: columns %d and another have one name: name them apart", i+1)
		}
		seen[name], names[i] = true, quoteJSON(name)
	}
	var b strings.Builder
	b.WriteByte('[')
	for r, row := range t.Rows {
		if r > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n{")
		for i, name := range names {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(name)
			b.WriteByte(':')
			switch c := cell(row, i); {
			case c.kind == integer:
				b.WriteString(c.String())
			case c.String() == "":
				b.WriteString("null")
			default:
				b.WriteString(quoteJSON(c.String()))
			}
		}
		b.WriteByte('}')
	}
	if len(t.Rows) > 0 {
		b.WriteByte('\n')
	}
	b.WriteString("]\n")
	return write(w, b.String())
}

// quoteJSON writes a text as JSON. Marshalling a string cannot fail.
func quoteJSON(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}
