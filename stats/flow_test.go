package stats

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// counted is a record that gives numbers of measures: "freed 47", "awaiting 17".
func counted(t *testing.T, id, event string, figures ...string) *incident.Record {
	t.Helper()
	r := said(t, id, event, "")
	for _, text := range figures {
		measure, number, _ := strings.Cut(text, " ")
		c, err := incident.ParseCount(number)
		if err != nil {
			t.Fatal(err)
		}
		r.Figures = append(r.Figures, incident.Figure{Measure: incident.Measure(measure), Accrual: incident.AccrualEvent, Count: c})
	}
	return r
}

// wordsOf says what a flow says.
func flowWords(f *Flow) string {
	var out []string
	for _, s := range f.Stages {
		text := fmt.Sprint(s.Stage, " ", s.Count)
		if s.Bounds != s.Count {
			text += fmt.Sprint(" that is ", s.Bounds)
		}
		if !s.Unaccounted.IsZero() {
			text += fmt.Sprint(" without ", s.Unaccounted)
		}
		if s.LastEvents > 0 {
			text += fmt.Sprint(" last ", s.Last)
		}
		out = append(out, text)
	}
	for _, p := range f.Passages {
		out = append(out, fmt.Sprint(p.From, ">", p.To, " ", p.Count))
	}
	for _, x := range f.Exceeded {
		out = append(out, fmt.Sprint(x.Event, ": ", x.From, " ", x.Before, " < ", x.To, " ", x.After))
	}
	return strings.Join(out, "; ")
}

func TestFlow(t *testing.T) {
	for name, c := range map[string]struct {
		records []*incident.Record
		want    string
	}{
		"two partitions of one total": {
			[]*incident.Record{counted(t, "a", "e", "freed 29", "escaped 18", "returned 30", "awaiting 17")},
			"out 47 without 0; awaiting 17 last 17; returned 30 last 30; out>awaiting 17; out>returned 30",
		},
		"who waits was said before": {
			[]*incident.Record{counted(t, "a", "e", "freed 47"), counted(t, "b", "e", "awaiting 17"), counted(t, "c", "e", "returned 40")},
			"out 47 without 0..7; awaiting 17 last 17; returned 40 last 40; out>awaiting 17; out>returned 40",
		},
		"escaped, as another says": {
			[]*incident.Record{counted(t, "a", "e", "freed 29"), counted(t, "b", "e", "escaped 18")},
			"out 29..47 last 29..47",
		},
		"a stage bounds those around it": {
			[]*incident.Record{counted(t, "a", "e", "held ~300", "freed >=60", "identified 70")},
			"held ~300 that is 270..300..330 without 0..260; out >=60 that is 70..330 without 0..260; identified 70 last 70; held>out 70..330; out>identified 70",
		},
		"a stage exceeds the one before": {
			[]*incident.Record{counted(t, "a", "e", "freed 8", "returned 28")},
			"out 8 last 8; returned 28 last 28; e: out 8 < returned 28",
		},
		"a stage exceeds one before the last": {
			[]*incident.Record{counted(t, "a", "e", "reported 67", "held >55", "returned 92")},
			"reported 67 without 0..11; held >55 that is 56..67 last >55; returned 92 last 92; reported>held 56..67; e: held 56..67 < returned 92",
		},
		"what exceeds a stage bounds none": {
			[]*incident.Record{counted(t, "a", "e", "reported 50", "held >=10", "freed 60", "returned >=55")},
			"reported 50 without 0..40..40; held >=10 that is 10..10..50 last >=10; out 60 without 0..5..5; returned >=55 that is 55..55..60 last >=55; reported>held 10..10..50; out>returned 55..55..60; e: held 10..10..50 < out 60",
		},
		"events are added": {
			[]*incident.Record{counted(t, "a", "e", "freed 10", "returned 4"), counted(t, "b", "f", "freed 20"), counted(t, "c", "g", "freed 5", "returned 5", "retrafficked 1")},
			"out 35 without 6 last 20; returned 9 without 4 last 4; retrafficked 1 last 1; out>returned 9; returned>retrafficked 1",
		},
		"nobody gave a number of the escaped": {
			[]*incident.Record{with(counted(t, "a", "e", "freed 10", "escaped 1", "returned 12"), func(r *incident.Record) {
				r.Figures[1].Count, r.Figures[1].Text = incident.Count{}, "several"
			})},
			"out >9 that is >11; returned 12 last 12; out>returned 12",
		},
		"more are home or wait than were freed": {
			[]*incident.Record{counted(t, "a", "e", "freed 10", "awaiting 7", "returned 8")},
			"out 10; awaiting 7 last 7; returned 8 last 8; out>awaiting 7; out>returned 8; e: out 10 < returned 15",
		},
		"freed and escaped of two nationalities": {
			[]*incident.Record{with(counted(t, "a", "e", "freed 20", "escaped 3"), func(r *incident.Record) {
				r.Figures[0].Group.Nationality, r.Figures[1].Group.Nationality = "IN", "NP"
			}), with(counted(t, "b", "e", "freed 10", "escaped 5"), func(r *incident.Record) {
				r.Figures[0].Group.Nationality, r.Figures[1].Group.Nationality = "NP", "IN"
			})},
			"out 30..38 last 30..38",
		},
		"nothing": {nil, ""},
	} {
		if got := flowWords(FlowOf(slices.Collect(reconcile(t, c.records).Accounts(nil, incident.Date{}))...)); got != c.want {
			t.Errorf("%s: %s\nwant %s", name, got, c.want)
		}
	}
}

// TestFlowAddsNoStock: running totals, and how many there are on one day, are no part
// of what an event comes to.
func TestFlowAddsNoStock(t *testing.T) {
	r := counted(t, "r", "e", "returned 400", "held 60", "freed 20")
	r.Figures[0].Accrual, r.Figures[1].Accrual = incident.AccrualCumulative, incident.AccrualStock
	if got := flowWords(FlowOf(only(t, nil, r))); got != "out 20 last 20" {
		t.Error(got)
	}
}

// TestFlowHoldsTheTruth makes worlds in which everybody goes the way, states their
// stages truly but vaguely, and demands that no bound denies what happened.
func TestFlowHoldsTheTruth(t *testing.T) {
	measures := [...]incident.Measure{"reported", "held", "freed", "identified", "sheltered", "awaiting", "returned", "retrafficked"}
	for seed := range uint64(3000) {
		w := newWorld(seed, 1)
		var truth [stages]int64
		n := w.rng.Int64N(60)
		for s := range stages {
			switch s {
			case Awaiting:
				truth[s] = w.rng.Int64N(n + 1)
			case Returned:
				n -= truth[Awaiting]
				n = w.rng.Int64N(n + 1)
				truth[s] = n
			default:
				n = w.rng.Int64N(n + 1)
				truth[s] = n
			}
		}
		var stated []Stage
		var records []*incident.Record
		for s := range stages {
			if w.rng.IntN(3) == 0 || s == Returned && w.rng.IntN(2) == 0 {
				continue
			}
			stated = append(stated, s)
			f := incident.Figure{Measure: measures[s], Accrual: incident.AccrualEvent, Count: w.state(truth[s])}
			if seed%2 == 0 && len(records) > 0 { // one record says all
				records[0].Figures = append(records[0].Figures, f)
				continue
			}
			r := said(t, fmt.Sprint("r", s), "e", "")
			r.Figures = []incident.Figure{f}
			records = append(records, r)
		}
		if len(records) == 0 {
			continue
		}
		flow := FlowOf(only(t, nil, records...))
		if len(flow.Exceeded) > 0 {
			t.Fatalf("seed %d: %s", seed, flowWords(flow))
		}
		for i, s := range flow.Stages {
			after := int64(-1) // how many are in the stages that come next
			next := stated[i+1:]
			if s.Stage == Awaiting {
				next = nil
			}
			if len(next) > 0 {
				after = truth[next[0]]
				if next[0] == Awaiting && len(next) > 1 {
					after += truth[next[1]]
				}
			}
			if !holds(s.Bounds, truth[s.Stage]) || after >= 0 && !holds(s.Unaccounted, truth[s.Stage]-after) {
				t.Fatalf("seed %d: %s of %v", seed, flowWords(flow), truth)
			}
		}
		for _, p := range flow.Passages {
			if !holds(p.Count, truth[p.To]) {
				t.Fatalf("seed %d: %s of %v", seed, flowWords(flow), truth)
			}
		}
	}
}
