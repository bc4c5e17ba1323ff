package incident

import (
	"math"
	"strconv"
)

// A stage is a law of the way that people take through the measures: those who
// left are among those who entered.
type stage struct {
	left     Measure
	entered  [2]Measure // the second may be missing
	severity Severity   // of more who left than entered, in one event
	message  string
}

// stages are the laws. To be returned, one is freed or gets away; to be
// convicted, one is charged. The others have exceptions: people are charged, and
// convicted, who are at large, and more are found than were known to be there.
var stages = [...]stage{
	{Returned, [2]Measure{Freed, Escaped}, Error, "more people returned than were freed or escaped: check the figures"},
	{Convicted, [2]Measure{Charged}, Error, "more people were convicted than charged: check the figures"},
	{Convicted, [2]Measure{Arrested}, Warning, "more people were convicted than arrested: check the figures"},
	{Charged, [2]Measure{Arrested}, Warning, "more people were charged than arrested: check the figures"},
	{Freed, [2]Measure{Held}, Warning, "more people were freed than held: check the figures"},
	{Freed, [2]Measure{Reported}, Warning, "more people were freed than reported held: check the figures"},
}

// flow compares the figures of one stage with those of the stage before, where
// both speak of one event, or of one running total.
func (c *checker) flow() {
	figures := c.compared()
	for s := range stages {
		law := &stages[s]
		for i := range figures {
			if figures[i].Measure == law.left && !figures[i].Beside && figures[i].Label == "" {
				c.stage(law, i)
			}
		}
	}
}

// stage compares figure i, of those who left, with what the record says of
// those who entered.
func (c *checker) stage(law *stage, i int) {
	figures := c.compared()
	f := &figures[i]
	severity := law.severity
	switch f.Accrual {
	case AccrualEvent:
	case AccrualCumulative, "":
		severity = Warning // the two may have begun on different days
	default:
		return // who leaves in a period may have entered before it
	}
	var most int64
	entry := -1 // the first figure of those who entered
	for _, m := range law.entered {
		if m == "" {
			continue
		}
		j, partly := c.entered(m, f)
		switch {
		case j < 0 && (entry < 0 || partly):
			return // how many entered is not stated
		case j < 0:
			continue
		}
		n := c.count(j)
		if !n.read || n.high > math.MaxInt64-most {
			return
		}
		most += n.high
		if entry < 0 {
			entry = j
		}
	}
	n := c.count(i)
	if !n.read || n.low <= most {
		return
	}
	c.addPair(CodeFigureFlow, severity, c.countPath(i), c.countPath(entry), law.message,
		Arg{"left", strconv.FormatInt(n.low, 10)}, Arg{"entered", strconv.FormatInt(most, 10)})
}

// entered returns the figure of measure m that counts f's group over f's
// window, or the group around it, or −1; partly tells that there are figures of
// parts alone.
func (c *checker) entered(m Measure, f *Figure) (at int, partly bool) {
	at = -1
	for j := range c.compared() {
		e := &c.record.Figures[j]
		if e.Measure != m || e.Accrual != f.Accrual || e.From != f.From || e.To != f.To {
			continue
		}
		in, narrower := f.Group.Narrower(e.Group)
		switch {
		case e.Label != "" || e.Beside || !in:
			partly = true
		case !narrower:
			return j, false
		case at < 0:
			at = j
		}
	}
	return at, partly
}
