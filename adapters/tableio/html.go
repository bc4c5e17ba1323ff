package tableio

import (
	"fmt"
	"html/template"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/adapters/internal/inert"
)

// WriteHTML writes t as one HTML table, to stand in a page: with a caption,
// column headers that say so, the first cell of each row as its header, numbers
// with their digits grouped and counts in words. It stands in a container of its
// own, of class "table", which is what may scroll on a narrow screen. What is
// unstated is said to be not stated. Every text is escaped; one that a
// spreadsheet could run as a formula gets one ' in front.
//
// The error is the writer's, wrapped.
func WriteHTML(w io.Writer, t *Table) error {
	var b strings.Builder
	if err := tableTemplate.Execute(&b, t); err != nil {
		return fmt.Errorf("tableio: make the table: %w", err)
	}
	return write(w, b.String())
}

// tableTemplate is read only.
var tableTemplate = template.Must(template.New("table").Funcs(template.FuncMap{
	"title": func(c Column) string { return clean(inert.Guard(c.title())) },
	"cell":  cell,
	"words": func(c Cell) string {
		if c.kind == text {
			return clean(inert.Guard(c.Words()))
		}
		return c.Words()
	},
	"url":   func(c Cell) string { return c.url },
	"clean": clean,
	"atEnd": func(c Column) bool { return c.Align == End },
}).Parse(`<div class="table" role="region" tabindex="0" aria-label="{{clean .Caption}}">
<table>
<caption>{{clean .Caption}}</caption>
<thead>
<tr>{{range .Columns}}<th scope="col"{{if atEnd .}} class="end"{{end}}>{{title .}}</th>{{end}}</tr>
</thead>
<tbody>
{{$columns := .Columns}}{{range $row := .Rows}}<tr>{{range $i, $column := $columns}}{{$cell := cell $row $i -}}
{{if eq $i 0}}<th scope="row"{{else}}<td{{end}}{{if atEnd $column}} class="end"{{end}}>
{{- if $cell.IsZero}}<span class="unstated">not stated</span>{{else if url $cell}}<a href="{{url $cell}}" rel="noopener noreferrer">{{words $cell}}</a>{{else}}{{words $cell}}{{end -}}
{{if eq $i 0}}</th>{{else}}</td>{{end}}{{end}}</tr>
{{end}}</tbody>
</table>
</div>
`))

// clean replaces what no HTML or XML document may hold: bytes that are not
// UTF-8 and control characters.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xfffe || r == 0xffff:
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}
