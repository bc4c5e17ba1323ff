package tableio

import (
	"fmt"
	"html/template"
	"io"
	"math"
	"strconv"
	"strings"
)

// Kind says how [WriteSVG] draws. The zero Kind is Bars.
type Kind uint8

// The kinds of charts.
const (
	Bars     Kind = iota // a horizontal bar a row, its label above it
	Timeline             // a column a row, at the month that its label names
)

// SVGOptions say how [WriteSVG] draws. The zero value draws the first column's
// labels with the second column's numbers as bars.
type SVGOptions struct {
	Kind  Kind
	Label string // name of the column of labels; "" is the first
	Value string // name of the column of numbers; "" is the second
	Title string // what the chart shows; "" is the table's caption
	ID    string // of the drawing, so that several can stand in one page; "" is "chart"
}

// WriteSVG draws one column of t as a chart: static, starting at zero, with
// every number written out, and with a title and a description in words for
// those who do not see it. It is as wide as the place it stands in, and letters
// keep their size: positions across are in percent.
//
// A count is drawn as what it says: full up to its low bound (or to the best
// figure when no bound is stated), lighter up to the best figure, dashed up to
// the high bound, and with an arrow where there is no high bound. What is
// unstated is not drawn and said to be not stated; it is never a bar of 0. In a
// [Timeline] rows whose label is no month or year are not drawn; the
// description has them all. The classes sure, best, open, rest, grid and muted are
// there for a page's own colours.
//
// The error is the writer's, wrapped.
func WriteSVG(w io.Writer, t *Table, o *SVGOptions) error {
	if o == nil {
		o = &SVGOptions{}
	}
	d := drawing{ID: o.ID, Title: clean(o.Title)}
	if d.ID = clean(d.ID); d.ID == "" {
		d.ID = "chart"
	}
	if d.Title == "" {
		d.Title = clean(t.Caption)
	}
	marks := marksOf(t, t.column(o.Label, 0), t.column(o.Value, 1))
	d.describe(marks)
	if o.Kind == Timeline {
		d.timeline(marks)
	} else {
		d.bars(marks)
	}
	var b strings.Builder
	if err := chartTemplate.Execute(&b, &d); err != nil {
		return fmt.Errorf("tableio: draw the chart: %w", err)
	}
	return write(w, b.String())
}

// column returns the place of the column of that name, or otherwise.
func (t *Table) column(name string, otherwise int) int {
	for i := range t.Columns {
		if name != "" && t.Columns[i].Name == name {
			return i
		}
	}
	return otherwise
}

// A mark is one row to be drawn.
type mark struct {
	label, key      string // as people and as machines read it
	words           string
	stated, bounded bool // bounded: it has an upper end
	sure, best, top int64
}

func marksOf(t *Table, label, value int) []mark {
	marks := make([]mark, len(t.Rows))
	for i, row := range t.Rows {
		l, v := cell(row, label), cell(row, value)
		m := mark{label: clean(l.Words()), key: l.String(), words: "not stated"}
		if m.label == "" {
			m.label = "not stated"
		}
		switch v.kind {
		case integer:
			n := max(v.n, 0)
			m.stated, m.bounded, m.sure, m.best, m.top = true, true, n, n, n
		case count:
			best, hasBest := v.count.Best()
			low, hasLow := v.count.Low()
			high, hasHigh := v.count.High()
			m.stated, m.bounded = true, hasHigh
			switch {
			case hasLow:
				m.sure = low
			case hasBest && !hasHigh:
				m.sure, m.bounded = best, true // "about 250": neither end is stated
			}
			m.best = m.sure
			if hasBest {
				m.best = best
			}
			m.top = max(m.best, high)
		}
		if m.stated {
			m.words = v.Words()
		}
		marks[i] = m
	}
	return marks
}

// A drawing is a chart worked out.
type drawing struct {
	ID, Title, Desc string
	Height          int
	Shapes          []shape
}

// A shape is one thing to draw; positions across are percents, down pixels.
type shape struct {
	Kind   string // rect, text, line, arrow
	Class  string
	X, W   string
	Y, H   int
	DX     int
	Anchor string
	Text   string
	Width  string // of letters
	Hint   string // the words of what a shape stands for
}

// describe writes out every number, for those who do not see the drawing.
func (d *drawing) describe(marks []mark) {
	var all []string
	for _, m := range marks {
		all = append(all, m.label+": "+m.words)
	}
	d.Desc = "No figures."
	if len(all) > 0 {
		d.Desc = strings.Join(all, "; ") + "."
	}
}

// The measures of a bar chart, in pixels.
const (
	rowHeight = 46
	barTop    = 22
	barHeight = 13
	axisRoom  = 26
)

func (d *drawing) bars(marks []mark) {
	whole, step := scale(marks)
	bottom := len(marks) * rowHeight
	d.Height = bottom + axisRoom
	for n := int64(0); n <= whole; n += step {
		d.grid(n, whole, bottom)
		if n > math.MaxInt64-step {
			break
		}
	}
	for i, m := range marks {
		y := i * rowHeight
		d.add(shape{Kind: "text", X: "0", Y: y + 15, Text: m.label})
		class := "value"
		if !m.stated {
			class = "muted"
		}
		d.add(shape{Kind: "text", Class: class, X: "100%", Y: y + 15, Anchor: "end", Text: m.words, Width: "600"})
		if !m.stated {
			continue
		}
		d.bar("sure", 0, m.sure, whole, y+barTop, m)
		d.bar("best", m.sure, m.best, whole, y+barTop, m)
		d.bar("open", m.best, m.top, whole, y+barTop, m)
		if !m.bounded {
			d.add(shape{Kind: "arrow", Text: "M3 2 l5 4.5 l-5 4.5", X: share(m.top, whole), Y: y + barTop, H: barHeight})
		}
	}
}

// grid draws a line of the scale and its number.
func (d *drawing) grid(n, whole int64, bottom int) {
	anchor := "middle"
	switch n {
	case 0:
		anchor = "start"
	case whole:
		anchor = "end"
	}
	d.add(shape{Kind: "line", Class: "grid", X: share(n, whole), W: share(n, whole), Y: 0, H: bottom})
	d.add(shape{Kind: "text", Class: "muted", X: share(n, whole), Y: bottom + 17, Anchor: anchor, Text: Group(n)})
}

func (d *drawing) bar(class string, from, to, whole int64, y int, m mark) {
	if to <= from {
		return
	}
	d.add(shape{Kind: "rect", Class: class, X: share(from, whole), W: share(to-from, whole), Y: y, H: barHeight, Hint: m.label + ": " + m.words})
}

func (d *drawing) add(s shape) { d.Shapes = append(d.Shapes, s) }

// share writes n as a percentage of whole.
func share(n, whole int64) string { return percentage(float64(n) / float64(whole)) }

func percentage(part float64) string {
	return strconv.FormatFloat(math.Round(part*1e6)/1e4, 'f', -1, 64) + "%"
}

// scale returns the end of a scale from 0 that holds all marks with a round
// step of two to five to it. Both are at least 1.
func scale(marks []mark) (whole, step int64) {
	largest := int64(1)
	for _, m := range marks {
		largest = max(largest, m.top)
	}
	for unit := int64(1); ; unit *= 10 {
		for _, times := range [...]int64{1, 2, 5} {
			if unit > math.MaxInt64/50 {
				return largest, largest
			}
			if step = unit * times; largest <= 4*step {
				return (largest + step - 1) / step * step, step
			}
		}
	}
}

// chartTemplate is read only. html/template escapes what it writes for XML too.
var chartTemplate = template.Must(template.New("chart").Parse(
	`<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" id="{{.ID}}" aria-labelledby="{{.ID}}-title {{.ID}}-desc"` +
		` width="100%" height="{{.Height}}" font-family="system-ui, sans-serif" font-size="14" fill="currentColor">
<title id="{{.ID}}-title">{{.Title}}</title>
<desc id="{{.ID}}-desc">{{.Desc}}</desc>
{{template "shapes" .}}</svg>
{{define "shapes"}}{{range .Shapes}}{{if eq .Kind "rect"}}<rect class="{{.Class}}" x="{{.X}}" y="{{.Y}}" width="{{.W}}" height="{{.H}}"
{{- if eq .Class "sure"}} fill="#0b5a6b"{{else if eq .Class "best"}} fill="#7fb3bf"{{else if eq .Class "rest"}} fill="#0b5a6b" fill-opacity="0.25"{{else}} fill="none" stroke="#0b5a6b" stroke-dasharray="3 3"{{end -}}
>{{if .Hint}}<title>{{.Hint}}</title>{{end}}</rect>
{{else if eq .Kind "line"}}<line class="{{.Class}}" x1="{{.X}}" x2="{{.W}}" y1="{{.Y}}" y2="{{.H}}" stroke="currentColor" stroke-opacity="0.2"/>
{{else if eq .Kind "arrow"}}<svg x="{{.X}}" y="{{.Y}}" width="14" height="{{.H}}" overflow="visible" aria-hidden="true"><path class="arrow" d="{{.Text}}" fill="none" stroke="#0b5a6b" stroke-width="2"/></svg>
{{else}}<text{{if .Class}} class="{{.Class}}"{{end}} x="{{.X}}" y="{{.Y}}"{{if .DX}} dx="{{.DX}}"{{end}}{{if .Anchor}} text-anchor="{{.Anchor}}"{{end}}{{if .Width}} font-weight="{{.Width}}"{{end}}>{{.Text}}</text>
{{end}}{{end}}{{end}}`))
