package tableio

import (
	"fmt"
	"html/template"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// WriteFlowSVG draws how far people have come, as a Sankey diagram lying down: a
// bar a stage, from the first to the last, and a band from each part of it to the
// stage that these people reached. What is not accounted for is dashed, and what
// nothing more is said of is pale; both lead nowhere. All bars have one scale, begin
// at zero and bear their numbers; the description has them all in words.
//
// A bar is as long as the least that is known: the low bound, or else the best
// figure. Where the parts of a stage come to more than that, it is as long as they
// are. The options Kind, Label and Value have no meaning here. The error is the
// writer's, wrapped.
func WriteFlowSVG(w io.Writer, f *stats.Flow, o *SVGOptions) error {
	if o == nil {
		o = &SVGOptions{}
	}
	d := flowDrawing{drawing: drawing{ID: clean(o.ID), Title: clean(o.Title)}}
	if d.ID == "" {
		d.ID = "flow"
	}
	if d.Title == "" {
		d.Title = "How far people have come"
	}
	d.draw(f)
	var b strings.Builder
	if err := flowTemplate.Execute(&b, &d); err != nil {
		return fmt.Errorf("tableio: draw the flow: %w", err)
	}
	return write(w, b.String())
}

// A flowDrawing is a flow worked out.
type flowDrawing struct {
	drawing
	Bands []band
}

// A band leads from a part of one bar to a part of another: its corners across in
// per mille of the width, as a path.
type band struct {
	Y, H int
	Path string
	Hint string
}

// A flowBar is a stage to be drawn.
type flowBar struct {
	stage   *stats.FlowStage
	parts   []flowPart
	size    int64
	entered int64 // of the people who came in through bands
	top     int   // of the bar
}

// A flowPart is a part of a stage's people.
type flowPart struct {
	class string
	to    int // the bar they go on to, −1 for none
	size  int64
	words string
}

// The measures of a flow, in pixels.
const (
	flowLine   = 19 // of text
	flowBarTop = 24 // below the top of a stage
	flowRoom   = 30 // between the last line of a stage and the next stage
)

func (d *flowDrawing) draw(f *stats.Flow) {
	bars := flowBars(f)
	whole := int64(1)
	var all []string
	for i := range bars {
		whole = max(whole, bars[i].size)
	}
	for i := range bars {
		b := &bars[i]
		b.top = d.Height + flowBarTop
		d.Height = b.top + barHeight + flowLine*len(b.parts) + flowRoom
		var text strings.Builder
		text.WriteString(StageWords(b.stage.Stage) + ": " + Words(b.stage.Count))
		for _, p := range b.parts {
			text.WriteString(", " + p.words)
		}
		all = append(all, text.String())
	}
	d.Desc = "No figures."
	if len(all) > 0 {
		d.Desc = capital(strings.Join(all, "; ")) + "."
	}
	for i := range bars {
		d.stage(bars, i, whole)
	}
}

// flowBars works out the parts and sizes of the stages.
func flowBars(f *stats.Flow) []flowBar {
	bars := make([]flowBar, len(f.Stages))
	for i := range f.Stages {
		bars[i] = flowBar{stage: &f.Stages[i], size: leastOf(f.Stages[i].Count)}
	}
	for i := range bars {
		b := &bars[i]
		for _, p := range f.Passages {
			to := slices.IndexFunc(f.Stages, func(s stats.FlowStage) bool { return s.Stage == p.To })
			if p.From != b.stage.Stage || to < 0 {
				continue
			}
			size := leastOf(p.Count)
			b.parts = append(b.parts, flowPart{"best", to, size, Words(p.Count) + " " + StageWords(p.To)})
			bars[to].entered += min(size, math.MaxInt64-bars[to].entered)
		}
		if c := b.stage.Unaccounted; !c.IsZero() && c != incident.Exactly(0) {
			b.parts = append(b.parts, flowPart{"open", -1, leastOf(c), Words(c) + " not accounted for"})
		}
		if c := b.stage.Last; b.stage.LastEvents > 0 && b.stage.Stage < stats.Returned {
			b.parts = append(b.parts, flowPart{"rest", -1, leastOf(c), Words(c) + ": no more is said"})
		}
		sum := int64(0)
		for _, p := range b.parts {
			sum += min(p.size, math.MaxInt64-sum)
		}
		b.size = max(b.size, sum, b.entered)
		b.entered = 0 // counted again as bands are drawn
	}
	return bars
}

// leastOf is how long a count is drawn.
func leastOf(c incident.Count) int64 {
	if low, ok := c.Low(); ok {
		return low
	}
	best, _ := c.Best()
	return best
}

// stage draws a stage and the bands that leave it.
func (d *flowDrawing) stage(bars []flowBar, i int, whole int64) {
	b := &bars[i]
	d.add(shape{Kind: "text", X: "0", Y: b.top - 8, Text: capital(StageWords(b.stage.Stage))})
	d.add(shape{Kind: "text", Class: "value", X: "100%", Y: b.top - 8, Anchor: "end", Text: Words(b.stage.Count), Width: "600"})
	at, y := int64(0), b.top+barHeight
	for _, p := range b.parts {
		y += flowLine
		d.add(shape{Kind: "text", Class: "muted", X: "0", DX: 10, Y: y - 3, Text: p.words})
		if p.size <= 0 {
			continue
		}
		d.add(shape{Kind: "rect", Class: p.class, X: share(at, whole), W: share(p.size, whole), Y: b.top, H: barHeight, Hint: p.words})
		if p.to >= 0 {
			next := &bars[p.to]
			d.band(at, next.entered, p.size, whole, b.top+barHeight, next.top, p.words)
			next.entered += min(p.size, math.MaxInt64-next.entered)
		}
		at += min(p.size, math.MaxInt64-at)
	}
	if rest := b.size - at; rest > 0 {
		class := "sure"
		if len(b.parts) > 0 { // where they are, the bounds leave open
			class = "open"
		}
		d.add(shape{Kind: "rect", Class: class, X: share(at, whole), W: share(rest, whole), Y: b.top, H: barHeight, Hint: StageWords(b.stage.Stage) + ": " + Words(b.stage.Count)})
	}
}

// band draws people of one bar's bottom going down to the top of another.
func (d *flowDrawing) band(from, to, size, whole int64, top, bottom int, words string) {
	const width = 1000
	end := func(n int64) int64 { return n + min(size, math.MaxInt64-n) }
	x := func(n int64) string {
		return strconv.FormatFloat(math.Round(float64(n)/float64(whole)*width*100)/100, 'f', -1, 64)
	}
	h := bottom - top
	middle := strconv.Itoa(h / 2)
	bend := func(a, b string, up bool) string {
		ends := [...]string{middle, strconv.Itoa(h)}
		if up {
			ends[1] = "0"
		}
		return "C" + a + " " + ends[0] + " " + b + " " + ends[0] + " " + b + " " + ends[1]
	}
	path := "M" + x(from) + " 0" + bend(x(from), x(to), false) + "H" + x(end(to)) + bend(x(end(to)), x(end(from)), true) + "Z"
	d.Bands = append(d.Bands, band{top, h, path, words})
}

// flowTemplate is read only. Bands are stretched across, letters and bars are not.
var flowTemplate = template.Must(template.Must(chartTemplate.Clone()).New("flow").Parse(
	`<svg xmlns="http://www.w3.org/2000/svg" class="chart flow" role="img" id="{{.ID}}" aria-labelledby="{{.ID}}-title {{.ID}}-desc"` +
		` width="100%" height="{{.Height}}" font-family="system-ui, sans-serif" font-size="14" fill="currentColor">
<title id="{{.ID}}-title">{{.Title}}</title>
<desc id="{{.ID}}-desc">{{.Desc}}</desc>
{{range .Bands}}<svg x="0" y="{{.Y}}" width="100%" height="{{.H}}" viewBox="0 0 1000 {{.H}}" preserveAspectRatio="none" aria-hidden="true"><path class="band" d="{{.Path}}" fill="#7fb3bf" fill-opacity="0.35"><title>{{.Hint}}</title></path></svg>
{{end}}{{template "shapes" .}}</svg>
`))
