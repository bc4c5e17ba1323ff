package stats

import (
	"github.com/rescuetally/rescuetally/incident"
)

// A Stage is how far a person has come on the way out.
type Stage uint8

// The stages, in the order of a case's life. People are freed or escape; some are
// then formally identified as victims, and are sheltered; at the time of a report
// they have returned home or await it. Retrafficked are those who were lured again.
const (
	Reported Stage = iota
	Held
	Out // freed or escaped
	Identified
	Sheltered
	Awaiting
	Returned
	Retrafficked

	stages
)

var stageNames = [stages]string{"reported", "held", "out", "identified", "sheltered", "awaiting", "returned", "retrafficked"} // read only

// String returns the stage's measure, and "out" for those who were freed or escaped;
// it is empty for a number that is no stage's.
func (s Stage) String() string {
	if s < stages {
		return stageNames[s]
	}
	return ""
}

// measures returns what is counted of a stage.
func (s Stage) measures() []incident.Measure {
	if s == Out {
		return []incident.Measure{incident.Freed, incident.Escaped}
	}
	return []incident.Measure{incident.Measure(stageNames[s])}
}

// A Flow is how far people are known to have come, in one event or in several.
type Flow struct {
	Stages   []FlowStage // that somebody gives a number of, in their order
	Passages []Passage
	Exceeded []Excess
}

// A FlowStage is what is said of one stage.
type FlowStage struct {
	Stage       Stage
	Count       incident.Count // what the events come to
	Events      int
	Bounds      incident.Count // what must be true where the stages before and behind hold, too: at least and at most
	Unaccounted incident.Count // of the events that say what came after: who is in none of those stages
	Last        incident.Count // of the events that say nothing of what came after
	LastEvents  int
}

// A Passage is who went on from one stage to another, of the events that give both.
type Passage struct {
	From, To Stage
	Count    incident.Count
	Events   int
}

// An Excess is a stage of an event that certainly has more people than the one they
// should have come from: others, who were not counted there.
type Excess struct {
	Event    string
	From, To Stage
	Before   incident.Count // what must be true of the one, given the others of its event
	After    incident.Count // what is said of the other, together with those who await it
}

// FlowOf returns how far the people of the events are known to have come: from each
// stage that is given to the next one that is, event by event, added up. What is
// stated of an event is taken as a tally takes it: running totals and numbers of one
// day are left out.
//
// Everybody in a stage is taken to have been in the one before that is given, except
// that who has returned does not await it. Stages of which this cannot be true are in
// Exceeded and bound nothing.
func FlowOf(accounts ...*Account) *Flow {
	var all flowSums
	out := &Flow{}
	for _, a := range accounts {
		all.add(a, out)
	}
	for s := range stages {
		t := &all.stages[s]
		if t.events == 0 {
			continue
		}
		stage := FlowStage{Stage: s, Events: t.events, LastEvents: t.lastEvents}
		stage.Count, _ = t.count.count()
		stage.Bounds, _ = t.bounds.count()
		stage.Last, _ = t.last.count()
		if c, _ := t.unaccounted.count(); c != atLeastNobody {
			stage.Unaccounted = c
		}
		out.Stages = append(out.Stages, stage)
	}
	for from := range stages {
		for to := range stages {
			if p := &all.passages[from][to]; p.events > 0 {
				count, _ := p.count.count()
				out.Passages = append(out.Passages, Passage{from, to, count, p.events})
			}
		}
	}
	return out
}

// atLeastNobody says nothing. It is read only.
var atLeastNobody, _ = incident.NewCount(0, 0, 0, incident.HasLow)

// flowSums adds flows up.
type flowSums struct {
	stages [stages]struct {
		count, bounds, unaccounted, last sum
		events, lastEvents               int
	}
	passages [stages][stages]struct {
		count  sum
		events int
	}
}

// A stated stage is a stage of one event.
type statedStage struct {
	stage   Stage
	count   incident.Count
	records []*incident.Record // it was taken from
	before  int                // the one they come from, −1 for none
	bounds  incident.Count
	exceeds bool
}

// add adds an event's flow.
func (t *flowSums) add(a *Account, out *Flow) {
	stated := a.stages()
	bound(stated)
	for i := range stated {
		s := &stated[i]
		if s.exceeds {
			b := &stated[s.before]
			out.Exceeded = append(out.Exceeded, Excess{a.Event, b.stage, s.stage, b.bounds, s.count})
		}
		own := &t.stages[s.stage]
		own.events++
		own.count.add(s.count)
		own.bounds.add(s.bounds)
		if left, after, exceeds, followed := unaccounted(stated, i); exceeds {
			out.Exceeded = append(out.Exceeded, Excess{a.Event, s.stage, Returned, s.bounds, after})
		} else if followed {
			own.unaccounted.add(left)
		} else {
			own.last.add(s.count)
			own.lastEvents++
		}
		if s.before >= 0 && !s.exceeds {
			p := &t.passages[stated[s.before].stage][s.stage]
			p.count.add(s.bounds)
			p.events++
		}
	}
}

// stages returns the stages that the records of an event give a number of.
func (a *Account) stages() (stated []statedStage) {
	for s := range stages {
		if one, ok := a.stage(s); ok {
			one.before = len(stated) - 1
			if one.before >= 0 && stated[one.before].stage == Awaiting { // who has returned did not come from there
				one.before = stated[one.before].before
			}
			stated = append(stated, one)
		}
	}
	return stated
}

// stage returns what the records come to on a stage; ok is false when nobody gives a
// number.
func (a *Account) stage(s Stage) (one statedStage, ok bool) {
	one.stage = s
	var reached bounds
	unread := false
	for _, m := range s.measures() {
		terms, _ := a.terms(m)
		var total sum
		var records []*incident.Record
		for _, f := range terms {
			total.add(f.Count)
			records = append(records, f.record())
		}
		count, _ := total.count()
		if len(terms) == 0 || count.IsZero() {
			unread = unread || len(terms) > 0
			continue
		}
		if own := boundsOf(terms); !ok {
			one.count, one.records, reached, ok = count, records, own, true
		} else { // freed, and escaped: other people where one record says so
			apart := sameRecords(one.records, records)
			one.count, reached = together(one.count, count, apart), reached.with(own, apart)
			one.records = append(one.records, records...)
		}
	}
	if unread && ok { // there are more of whom nobody gave a number
		reached = bounds{low: reached.low, open: true}
		one.count = reached.count(0, false)
	}
	one.bounds = reached.word(one.count)
	return one, ok
}

// sameRecords reports whether one figure each, of one record, gives two numbers: then
// they are of other people.
func sameRecords(a, b []*incident.Record) bool { return len(a) == 1 && len(b) == 1 && a[0] == b[0] }

// bound narrows what is said of the stages by what is said of those before and
// behind them, and finds the stages that exceed the one before.
func bound(stated []statedStage) {
	for i := range stated {
		s := &stated[i]
		if s.before < 0 {
			continue
		}
		own, before := reach(s.bounds), reach(stated[s.before].bounds)
		if s.exceeds = !before.open && own.low > before.high; !s.exceeds {
			s.bounds = own.within(0, before).best(s.bounds)
		}
	}
	for i := len(stated) - 1; i >= 0; i-- {
		if s := &stated[i]; s.before >= 0 && !s.exceeds {
			b := &stated[s.before]
			if c := reach(b.bounds).within(reach(s.bounds).low, bounds{open: true}).best(b.bounds); !c.IsZero() {
				b.bounds = c // unless another of its stages exceeds it
			}
		}
	}
}

// unaccounted bounds who of a stage is in none of those that come after it, who have
// come to after; exceeds tells that these are certainly more, followed is false when
// there are none.
func unaccounted(stated []statedStage, i int) (left, after incident.Count, exceeds, followed bool) {
	var reached bounds
	var records []*incident.Record
	for j := range stated {
		s := &stated[j]
		if s.before != i || s.exceeds {
			continue
		}
		own := reach(s.bounds)
		if !followed {
			after, reached, records, followed = s.bounds, own, s.records, true
		} else { // awaiting, and returned
			apart := sameRecords(records, s.records)
			after, reached = together(after, s.bounds, apart), reached.with(own, apart)
		}
	}
	if !followed {
		return incident.Count{}, incident.Count{}, false, false
	}
	after = reached.word(after)
	left, exceeds = leftOf(stated[i].bounds, after)
	return left, after, exceeds, true
}
