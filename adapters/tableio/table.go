package tableio

import (
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// A Table is results on their way out: columns with names, and rows of cells.
// It is not safe for concurrent change; any number of goroutines may write one.
type Table struct {
	Caption string // one line that says what the table holds; HTML shows it
	Columns []Column
	Rows    [][]Cell // each as long as Columns; missing cells are unstated
}

// Without returns t without the columns of that name.
func (t *Table) Without(name string) *Table {
	out := &Table{Caption: t.Caption}
	var kept []int
	for i, c := range t.Columns {
		if c.Name != name {
			kept = append(kept, i)
			out.Columns = append(out.Columns, c)
		}
	}
	for _, row := range t.Rows {
		cells := make([]Cell, len(kept))
		for i, column := range kept {
			cells[i] = cell(row, column)
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

// A Column is one column of a [Table].
type Column struct {
	Name  string // for machines: CSV's header, JSON's member
	Title string // for people; "" is Name
	Unit  string // of its numbers, shown behind the title; "" is none
	Align Align
}

// title returns what people read above the column.
func (c *Column) title() string {
	title := c.Title
	if title == "" {
		title = c.Name
	}
	if c.Unit != "" {
		title += " (" + c.Unit + ")"
	}
	return title
}

// Align says on which side the cells of a column stand. The zero Align is
// Start.
type Align uint8

// The alignments.
const (
	Start Align = iota // texts
	End                // numbers
)

// A Cell is a text, a whole number or a count. The zero Cell is unstated: empty
// in CSV, null in JSON, said to be so in HTML, and nothing in a chart; it is
// never 0. Cells are comparable.
type Cell struct {
	kind  kind
	text  string
	words string // for people; "" is text
	url   string // what the text links to
	n     int64
	count incident.Count
}

type kind uint8

const (
	unstated kind = iota
	text
	integer
	count
)

// Text returns a cell that holds s. The empty text is unstated.
func Text(s string) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{kind: text, text: s}
}

// Named returns a cell that holds the code s, which people read as words: PH,
// "Philippines". The empty code is unstated to machines and its words to people.
func Named(s, words string) Cell {
	if s == "" && words == "" {
		return Cell{}
	}
	return Cell{kind: text, text: s, words: words}
}

// Link returns a cell that holds s and, in HTML, links to an address. An address
// that is not http or https is left out.
func Link(s, url string) Cell {
	c := Text(s)
	if scheme, _, ok := strings.Cut(url, "://"); ok && (scheme == "http" || scheme == "https") {
		c.url = url
	}
	return c
}

// Integer returns a cell that holds n.
func Integer(n int64) Cell { return Cell{kind: integer, n: n} }

// Optional returns a cell that holds n, or the unstated one when ok is false.
func Optional(n int64, ok bool) Cell {
	if !ok {
		return Cell{}
	}
	return Integer(n)
}

// Count returns a cell that holds c; the zero Count is unstated. It is written
// in the interchange format's texts, and in words where people read.
func Count(c incident.Count) Cell {
	if c.IsZero() {
		return Cell{}
	}
	return Cell{kind: count, count: c}
}

// IsZero reports whether c is unstated.
func (c Cell) IsZero() bool { return c.kind == unstated }

// String returns the cell as machines read it; it is empty when c is unstated.
func (c Cell) String() string {
	switch c.kind {
	case text:
		return c.text
	case integer:
		return strconv.FormatInt(c.n, 10)
	case count:
		return c.count.String()
	}
	return ""
}

// Words returns the cell as people read it: numbers with their digits grouped,
// counts in words. It is empty when c is unstated.
func (c Cell) Words() string {
	switch c.kind {
	case integer:
		return Group(c.n)
	case count:
		return Words(c.count)
	case text:
		if c.words != "" {
			return c.words
		}
	}
	return c.text
}

// cell returns the row's cell of a column, unstated when the row has none.
func cell(row []Cell, column int) Cell {
	if column < 0 || column >= len(row) {
		return Cell{}
	}
	return row[column]
}
