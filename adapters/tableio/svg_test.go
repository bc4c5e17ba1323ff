package tableio

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// drawn is what a chart draws: rectangles by class.
type drawn struct {
	class string
	x, w  float64 // percent
	y, h  float64
	hint  string
}

func rects(t *testing.T, svg string) (all []drawn, texts []string, arrows int) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	number := func(s string) float64 {
		n, err := strconv.ParseFloat(strings.TrimSuffix(s, "%"), 64)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	in := ""
	for {
		token, err := d.Token()
		if err == io.EOF {
			return all, texts, arrows
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			in = e.Name.Local
			at := map[string]string{}
			for _, a := range e.Attr {
				at[a.Name.Local] = a.Value
			}
			switch {
			case in == "rect":
				all = append(all, drawn{class: at["class"], x: number(at["x"]), w: number(at["width"]), y: number(at["y"]), h: number(at["height"])})
			case in == "path":
				arrows++
			}
		case xml.CharData:
			switch {
			case in == "title" && len(all) > 0 && all[len(all)-1].hint == "":
				all[len(all)-1].hint = string(e)
			case in == "text":
				texts = append(texts, string(e))
			}
		case xml.EndElement:
			in = ""
		}
	}
}

// chartOf is one row with one count.
func chartOf(c Cell) *Table {
	return &Table{Caption: "Chart", Columns: []Column{{Name: "month"}, {Name: "n"}}, Rows: [][]Cell{{Text("2024-03"), c}, {Text("2024-05"), Integer(100)}}}
}

// TestBars: a bar is as long as its number, from zero, and what is not stated is no bar.
func TestBars(t *testing.T) {
	for name, c := range map[string]struct {
		cell   Cell
		want   string // class from–to in units of the number, of the first row
		arrows int
	}{
		"exactly":  {Integer(50), "sure 0-50", 0},
		"none":     {Integer(0), "", 0},
		"unstated": {Cell{}, "", 0},
		"at least": {Count(incident.AtLeast(40)), "sure 0-40", 1},
		"over":     {Count(incident.MoreThan(39)), "sure 0-40", 1},
		"about":    {Count(incident.About(40)), "sure 0-40", 0},
		"up to":    {Count(incident.AtMost(40)), "best 0-40", 0},
		"under":    {Count(incident.LessThan(41)), "open 0-40", 0},
		"between":  {Count(incident.Between(20, 60)), "sure 0-20 open 20-60", 0},
		"negative": {Integer(-5), "", 0},
	} {
		for _, kind := range []string{"bars", "timeline"} {
			all, texts, arrows := rects(t, made(t, kind, chartOf(c.cell)))
			var got strings.Builder
			for _, r := range all[:len(all)-1] { // the last is the second row's, of 100
				from, to := r.x, r.x+r.w
				if kind == "timeline" {
					bottom := float64(timelineTop + timelineHeight)
					from, to = (bottom-r.y-r.h)/timelineHeight*100, (bottom-r.y)/timelineHeight*100
				}
				got.WriteString(" " + r.class + " " + strconv.Itoa(int(from+0.5)) + "-" + strconv.Itoa(int(to+0.5)))
			}
			if last := all[len(all)-1]; last.class != "sure" || kind == "bars" && (last.x != 0 || last.w != 100) || last.hint != "2024-05: 100" {
				t.Errorf("%s, %s: the whole is drawn as %+v", kind, name, last)
			}
			if strings.TrimPrefix(got.String(), " ") != c.want || arrows != c.arrows {
				t.Errorf("%s, %s: %q and %d arrows, want %q and %d", kind, name, got.String(), arrows, c.want, c.arrows)
			}
			if kind == "bars" && c.cell.IsZero() && !strings.Contains(strings.Join(texts, "|"), "2024-03|not stated") {
				t.Errorf("%s: %q", name, texts)
			}
		}
	}
}

// TestTimeline: months stand where they belong, those without a row are empty, and rows without a month are described only.
func TestTimeline(t *testing.T) {
	table := &Table{Caption: "By month", Columns: []Column{{Name: "month"}, {Name: "n"}}, Rows: [][]Cell{
		{Named("", "no month"), Integer(7)},
		{Text("2023-01"), Integer(1)},
		{Text("2024"), Integer(2)},
		{Text("2024-12"), Integer(3)},
		{Text("2024-06/2024-07"), Integer(9)},
		{Text("soon"), Integer(9)},
	}}
	svg := made(t, "timeline", table)
	all, texts, _ := rects(t, svg)
	if len(all) != 3 || all[0].x > 1 || all[1].x < 50 || all[1].x > 51 || all[2].x < 95 || all[2].x+all[2].w > 100 {
		t.Errorf("%+v", all)
	}
	if joined := strings.Join(texts, " "); !strings.Contains(joined, "2023") || !strings.Contains(joined, "2024") {
		t.Errorf("%q", texts)
	}
	for _, want := range []string{"no month: 7; 2023-01: 1;", `role="img"`, `<title id="chart-title">By month</title>`, `aria-labelledby="chart-title chart-desc"`} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in %s", want, svg)
		}
	}
}

// TestLongTimeline: ten thousand years do not make ten thousand labels.
func TestLongTimeline(t *testing.T) {
	table := &Table{Columns: []Column{{Name: "month"}, {Name: "n"}}, Rows: [][]Cell{{Text("0001-01"), Integer(1)}, {Text("9999-12"), Integer(1)}}}
	if svg := made(t, "timeline", table); len(svg) > 5000 {
		t.Errorf("%d bytes", len(svg))
	}
}

// TestScale: a scale holds every number, in two to five round steps, up to the largest there is.
func TestScale(t *testing.T) {
	for _, n := range []int64{0, 1, 2, 3, 4, 5, 7, 10, 99, 101, 875, 3645, 1 << 40, 1<<63 - 1} {
		whole, step := scale([]mark{{top: n}})
		if whole < n || step < 1 || whole/step > 5 || n > 4 && whole%step != 0 {
			t.Errorf("%d: to %d in steps of %d", n, whole, step)
		}
		table := &Table{Columns: []Column{{Name: "a"}, {Name: "b"}}, Rows: [][]Cell{{Text("2024-01"), Integer(n)}}}
		for _, kind := range []string{"bars", "timeline"} {
			if svg := made(t, kind, table); strings.Count(svg, "<line") > 12 {
				t.Errorf("%s of %d: %d lines", kind, n, strings.Count(svg, "<line"))
			}
		}
	}
}

func TestSVGOptions(t *testing.T) {
	table := &Table{Columns: []Column{{Name: "n"}, {Name: "x"}, {Name: "label"}}, Rows: [][]Cell{{Integer(4), {}, Text("four")}}}
	var b strings.Builder
	if err := WriteSVG(&b, table, &SVGOptions{Label: "label", Value: "n", Title: "Numbers", ID: "numbers"}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`id="numbers"`, `<title id="numbers-title">Numbers</title>`, `<desc id="numbers-desc">four: 4.</desc>`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in %s", want, b.String())
		}
	}
}
