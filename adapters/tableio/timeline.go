package tableio

import (
	"strconv"

	"github.com/rescuetally/rescuetally/incident"
)

// The measures of a time line, in pixels.
const (
	timelineTop    = 24
	timelineHeight = 200
)

// timeline draws a column for each month, or year, that has a row; months
// without one stay empty.
func (d *drawing) timeline(marks []mark) {
	var dated []mark
	var months []int
	first, last := 0, -1
	for _, m := range marks {
		month, ok := monthOf(m.key)
		if !ok {
			continue
		}
		if last < 0 {
			first, last = month, month
		}
		first, last = min(first, month), max(last, month)
		dated, months = append(dated, m), append(months, month)
	}
	bottom := timelineTop + timelineHeight
	d.Height = bottom + axisRoom
	if len(dated) == 0 {
		return
	}
	first -= first % 12 // whole years, so that their names have room
	last += 11 - last%12
	span := last - first + 1
	whole, step := scale(dated)
	height := func(n int64) int { return int(float64(n)/float64(whole)*timelineHeight + 0.5) }
	for n := int64(0); n <= whole; n += step {
		y := bottom - height(n)
		d.add(shape{Kind: "line", Class: "grid", X: "0", W: "100%", Y: y, H: y})
		d.add(shape{Kind: "text", Class: "muted", X: "0", Y: y - 4, Text: Group(n)})
		if n > whole-step {
			break
		}
	}
	d.years(first, span, bottom)
	for i, m := range dated {
		if !m.stated {
			continue
		}
		at := float64(months[i]-first) / float64(span)
		column := func(class string, from, to int64) {
			if to <= from {
				return
			}
			h := max(height(to)-height(from), 1)
			d.add(shape{
				Kind: "rect", Class: class, X: percentage(at + 0.1/float64(span)), W: percentage(0.8 / float64(span)),
				Y: bottom - height(from) - h, H: h, Hint: m.label + ": " + m.words,
			})
		}
		column("sure", 0, m.sure)
		column("best", m.sure, m.best)
		column("open", m.best, m.top)
		if !m.bounded {
			d.add(shape{Kind: "arrow", Text: "M-4 -3 l4 -5 l4 5", X: percentage(at + 0.5/float64(span)), Y: bottom - height(m.top), H: 1})
		}
	}
}

// years names the years below a time line, or some of them when they are many.
func (d *drawing) years(first, span, bottom int) {
	every := 12 * ((span/12 + 6) / 7)
	for month := 0; month < span; month += every {
		x := percentage(float64(month) / float64(span))
		d.add(shape{Kind: "line", Class: "grid", X: x, W: x, Y: bottom, H: bottom + 6})
		d.add(shape{Kind: "text", Class: "muted", X: x, DX: 2, Y: bottom + 19, Text: strconv.Itoa((first + month) / 12)})
	}
}

// monthOf counts the months from year 0 to the first month that a label such as
// 2024-03 or 2024 allows.
func monthOf(label string) (int, bool) {
	date, err := incident.ParseDate(label)
	day, ok := date.Earliest()
	if err != nil || !ok || date.IsInterval() {
		return 0, false
	}
	year, month, _ := day.Date()
	return year*12 + month - 1, true
}
