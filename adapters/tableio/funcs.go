package tableio

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// Funcs returns functions for templates that speak of results, of text/template
// and html/template alike: count, said, measure, why, whom and of (a figure counts), key
// (of a dimension by its name), day, event and number as [Words],
// [Said], [MeasureWords], [WhyWords], [WhomWords], [GroupWords], [KeyWords], [DayWords], [EventWords]
// and [Group] say them; capital, which begins a text with a capital letter; info
// for what the library says of a code; figure for the figure of a claim; wrap for [Wrap]; and lines, totals and
// exclusions for [FromLines] (with the dimension's name), [FromTotals] and
// [FromExclusions], increments, coverage and stages for [FromIncrements],
// [FromCoverage] and [FromFlow], stage for [StageWords], counted and where for [CountedWords] and [WhereWords], only and largest for [LinesFor] and [Largest]; and for tables
// table ([WriteHTML]), text ([WriteText]), bars and timeline ([WriteSVG]) and flow ([WriteFlowSVG]) with a
// title and an id. The map is the caller's own.
func Funcs() map[string]any {
	return map[string]any{
		"count": Words, "said": Said, "measure": MeasureWords, "why": WhyWords, "of": GroupWords, "whom": WhomWords, "day": DayWords, "event": EventWords,
		"key": func(dimension, value string) (string, error) {
			var d stats.Dimension
			err := d.UnmarshalText([]byte(dimension))
			return KeyWords(d, value), err
		},
		"lines": func(dimension string, lines []LineObject) (*Table, error) {
			var d stats.Dimension
			err := d.UnmarshalText([]byte(dimension))
			return FromLines(d, lines), err
		},
		"only": LinesFor, "largest": Largest, "totals": FromTotals, "exclusions": FromExclusions,
		"number": func(n any) string {
			switch n := n.(type) {
			case int:
				return Group(int64(n))
			case int64:
				return Group(n)
			case *int64:
				if n != nil {
					return Group(*n)
				}
				return ""
			}
			return fmt.Sprint(n)
		},
		"capital": capital,
		"figure":  figureOf,
		"info":    func(c incident.Code) incident.CodeInfo { info, _ := c.Info(); return info },
		"wrap":    Wrap,
		"without": func(t *Table, column string) *Table { return t.Without(column) },
		"text": func(t *Table, width int) (string, error) {
			var b strings.Builder
			err := WriteText(&b, t, width)
			return b.String(), err
		},
		"table": func(t *Table) (template.HTML, error) {
			var b strings.Builder
			err := WriteHTML(&b, t)
			return template.HTML(b.String()), err
		},
		"bars": func(t *Table, title, id string) (template.HTML, error) { return chart(t, Bars, title, id) },
		"flow": func(f *stats.Flow, title, id string) (template.HTML, error) {
			var b strings.Builder
			err := WriteFlowSVG(&b, f, &SVGOptions{Title: title, ID: id})
			return template.HTML(b.String()), err
		},
		"increments": FromIncrements, "coverage": FromCoverage, "stages": FromFlow, "stage": StageWords, "counted": CountedWords, "where": WhereWords,
		"timeline": func(t *Table, title, id string) (template.HTML, error) { return chart(t, Timeline, title, id) },
	}
}

func chart(t *Table, k Kind, title, id string) (template.HTML, error) {
	var b strings.Builder
	err := WriteSVG(&b, t, &SVGOptions{Kind: k, Value: "count", Title: title, ID: id})
	return template.HTML(b.String()), err
}

func capital(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}

// LinesFor returns the lines of one measure: of several currencies all.
func LinesFor(lines []LineObject, m incident.Measure) []LineObject {
	return slices.DeleteFunc(slices.Clone(lines), func(l LineObject) bool { return l.Measure != m })
}

// Largest returns the n lines of the largest counts, the largest first; a count
// is as large as its low bound, its best figure or its high bound, the first of
// them that is stated.
func Largest(lines []LineObject, n int) []LineObject {
	size := func(l LineObject) int64 {
		for _, part := range [...]*int64{l.Low, l.Best, l.High} {
			if part != nil {
				return *part
			}
		}
		return -1
	}
	sorted := slices.Clone(lines)
	slices.SortStableFunc(sorted, func(x, y LineObject) int { return cmp.Compare(size(y), size(x)) })
	return sorted[:min(max(n, 0), len(sorted))]
}

// figureOf returns the figure that a claim was made with, or the zero Figure for
// a claim that no single figure makes.
func figureOf(c *stats.Claim) incident.Figure {
	digits, ok := strings.CutPrefix(c.Path, "/figures/")
	i, err := strconv.Atoi(digits)
	if !ok || err != nil || i < 0 || i >= len(c.Record.Figures) {
		return incident.Figure{}
	}
	return c.Record.Figures[i]
}
