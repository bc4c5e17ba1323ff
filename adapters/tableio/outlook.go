package tableio

import (
	"strconv"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// An IncrementObject is by how much a running total grew in a year.
type IncrementObject struct {
	Publisher *string          `json:"publisher"`
	Measure   incident.Measure `json:"measure"`
	Group     GroupObject      `json:"group"`
	Place     *string          `json:"place"` // country
	Since     *string          `json:"from"`
	Year      int              `json:"year"`
	BoundsObject
}

// IncrementsOf returns the growth of running totals as objects, in their order.
func IncrementsOf(increments []stats.Increment) []IncrementObject {
	out := []IncrementObject{}
	for _, i := range increments {
		k := &i.Key
		out = append(out, IncrementObject{
			Stated(i.Publisher), k.Measure, GroupOf(k.Group), Stated(k.Country), Stated(k.From.String()), i.Year, BoundsOf(i.Count),
		})
	}
	return out
}

// A CoverageObject is a running total set against events.
type CoverageObject struct {
	RunningObject
	Events    []string     `json:"events"`    // that it contains
	Uncertain int          `json:"uncertain"` // how many more it may contain
	Covered   BoundsObject `json:"covered"`
	Missing   BoundsObject `json:"missing"`
	Exceeded  bool         `json:"exceeded"` // the events come to more than the total
}

// CoverageOf returns what running totals contain as objects, in their order.
func CoverageOf(all []stats.Coverage) []CoverageObject {
	out := []CoverageObject{}
	for _, c := range all {
		out = append(out, CoverageObject{
			RunningOf([]stats.Running{c.Running})[0], append([]string{}, c.Events...), c.Uncertain, BoundsOf(c.Covered), BoundsOf(c.Missing), c.Exceeded,
		})
	}
	return out
}

// A PortionObject is how many a share comes to.
type PortionObject struct {
	Publisher *string     `json:"publisher"`
	Of        string      `json:"of"`             // what it is a share of
	Unit      string      `json:"unit,omitempty"` // of the base: its currency
	Label     string      `json:"label,omitempty"`
	Group     GroupObject `json:"group"`
	From      *string     `json:"from"`
	To        *string     `json:"to"`
	Share     ClaimObject `json:"share"` // in percent
	Base      ClaimObject `json:"base"`
	BoundsObject
}

// PortionsOf returns what shares come to as objects, in their order.
func PortionsOf(all []stats.Portion) []PortionObject {
	out := []PortionObject{}
	for _, p := range all {
		out = append(out, PortionObject{
			Stated(p.Share.Record.Source.Name), p.Key.Unit, unitOf(p.Base), p.Key.Label, GroupOf(p.Key.Group), Stated(p.Key.From.String()), Stated(p.Key.To.String()),
			ClaimOf(p.Share), ClaimOf(p.Base), BoundsOf(p.Count),
		})
	}
	return out
}

func unitOf(c *stats.Claim) string { return figureOf(c).Unit }

// A FlowObject is how far people are known to have come.
type FlowObject struct {
	Stages   []StageObject   `json:"stages"`
	Passages []PassageObject `json:"passages"`
	Exceeded []ExcessObject  `json:"exceeded"`
}

// A StageObject is what is said of a stage: see [stats.FlowStage].
type StageObject struct {
	Stage string `json:"stage"`
	BoundsObject
	Events      int          `json:"events"`
	Bounds      BoundsObject `json:"bounds"`
	Unaccounted BoundsObject `json:"unaccounted"`
	Last        BoundsObject `json:"last"`
	LastEvents  int          `json:"lastEvents"`
}

// A PassageObject is who went on from one stage to another.
type PassageObject struct {
	From string `json:"from"`
	To   string `json:"to"`
	BoundsObject
	Events int `json:"events"`
}

// An ExcessObject is a stage of an event that exceeds the one before it.
type ExcessObject struct {
	Event  *string      `json:"event"`
	From   string       `json:"from"`
	To     string       `json:"to"`
	Before BoundsObject `json:"before"`
	After  BoundsObject `json:"after"`
}

// FlowOf returns a flow as an object.
func FlowOf(f *stats.Flow) FlowObject {
	out := FlowObject{Stages: []StageObject{}, Passages: []PassageObject{}, Exceeded: []ExcessObject{}}
	for _, s := range f.Stages {
		out.Stages = append(out.Stages, StageObject{
			s.Stage.String(), BoundsOf(s.Count), s.Events, BoundsOf(s.Bounds), BoundsOf(s.Unaccounted), BoundsOf(s.Last), s.LastEvents,
		})
	}
	for _, p := range f.Passages {
		out.Passages = append(out.Passages, PassageObject{p.From.String(), p.To.String(), BoundsOf(p.Count), p.Events})
	}
	for _, x := range f.Exceeded {
		out.Exceeded = append(out.Exceeded, ExcessObject{Stated(x.Event), x.From.String(), x.To.String(), BoundsOf(x.Before), BoundsOf(x.After)})
	}
	return out
}

// FromIncrements returns the growth of running totals for people, a row a year.
func FromIncrements(increments []stats.Increment) *Table {
	t := &Table{Caption: "By how much running totals grew", Columns: []Column{
		{Name: "publisher", Title: "Publisher"}, {Name: "counted", Title: "What is counted"}, {Name: "year", Title: "Year", Align: End}, {Name: "count", Title: "How many more", Align: End},
	}}
	for i := range increments {
		x := &increments[i]
		t.Rows = append(t.Rows, []Cell{Text(x.Publisher), Text(CountedWords(x.Key)), Text(strconv.Itoa(x.Year)), Count(x.Count)})
	}
	return t
}

// FromCoverage returns running totals and what the events in them come to, for
// people, a row a total.
func FromCoverage(all []stats.Coverage) *Table {
	t := &Table{Caption: "Running totals and the events they contain", Columns: []Column{
		{Name: "publisher", Title: "Publisher"},
		{Name: "counted", Title: "What is counted"},
		{Name: "total", Title: "Running total", Align: End},
		{Name: "events", Title: "Events", Align: End},
		{Name: "covered", Title: "They come to", Align: End},
		{Name: "missing", Title: "In no event here", Align: End},
	}}
	for i := range all {
		c := &all[i]
		missing := Count(c.Missing)
		if c.Exceeded {
			missing = Named("exceeded", "the events come to more")
		}
		events := Group(int64(len(c.Events)))
		if c.Uncertain > 0 {
			events += ", perhaps " + Group(int64(len(c.Events)+c.Uncertain))
		}
		t.Rows = append(t.Rows, []Cell{
			Text(c.Publisher), Text(CountedWords(c.Key)), Named(c.Count.String(), Said(c.Count)), Text(events), Count(c.Covered), missing,
		})
	}
	return t
}

// CountedWords says what is counted in English, where, and over what time, as
// "People returned home, Cambodia (nationality India; up to 2024-03-30)".
func CountedWords(k stats.Key) string {
	words := capital(MeasureWords(k.Measure))
	if where := WhereWords(k); where != "" {
		words += ", " + where
	}
	if of := GroupWords(k); of != "" {
		words += " (" + of + ")"
	}
	return words
}

// FromFlow returns how far people have come, for people, a row a stage.
func FromFlow(f *stats.Flow) *Table {
	t := &Table{Caption: "How far people have come", Columns: []Column{
		{Name: "stage", Title: "Stage"},
		{Name: "count", Title: "How many", Align: End},
		{Name: "events", Title: "Events", Align: End},
		{Name: "on", Title: "Of whom"},
		{Name: "unaccounted", Title: "Not accounted for", Align: End},
		{Name: "last", Title: "Of whom no more is said", Align: End},
	}}
	for i := range f.Stages {
		s := &f.Stages[i]
		t.Rows = append(t.Rows, []Cell{
			Named(s.Stage.String(), capital(StageWords(s.Stage))), Count(s.Count), Integer(int64(s.Events)), Text(wentOn(f, s.Stage)), Count(s.Unaccounted), Count(s.Last),
		})
	}
	return t
}

// wentOn says where the people of a stage went.
func wentOn(f *stats.Flow, s stats.Stage) (words string) {
	for _, p := range f.Passages {
		if p.From != s {
			continue
		}
		if words != "" {
			words += "; "
		}
		words += Words(p.Count) + " " + StageWords(p.To)
	}
	return words
}

// StageWords says in English what happened to people on a stage, as "freed or
// escaped".
func StageWords(s stats.Stage) string {
	switch s {
	case stats.Reported:
		return "reported lured or held"
	case stats.Out:
		return "freed or escaped"
	case stats.Identified:
		return "identified as victims"
	case stats.Sheltered:
		return "given shelter"
	case stats.Awaiting:
		return "waiting to go home"
	case stats.Returned:
		return "returned home"
	case stats.Retrafficked:
		return "trafficked again"
	}
	return s.String()
}
