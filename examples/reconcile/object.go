package main

import (
	"github.com/rescuetally/rescuetally/adapters/tableio"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// An event is a line of JSON.
type event struct {
	Event     *string    `json:"event"`
	Figures   []figure   `json:"figures"`
	Conflicts []conflict `json:"conflicts"`

	Increments []tableio.IncrementObject `json:"increments,omitempty"` // of running totals, by year

	// What all figures of a measure would come to, were they added: where parts,
	// copies or claims on one thing are among them.
	Unreconciled []unreconciled `json:"unreconciled,omitempty"`
}

type unreconciled struct {
	Measure incident.Measure `json:"measure"`
	Figures int              `json:"figures"`
	tableio.BoundsObject
}

type figure struct {
	Measure incident.Measure    `json:"measure"`
	Group   tableio.GroupObject `json:"group"`
	Accrual incident.Accrual    `json:"accrual"`
	From    *string             `json:"from"`
	To      *string             `json:"to"`
	tableio.BoundsObject
	Chosen *string `json:"chosen"` // id of the record whose count was taken
	Path   string  `json:"path,omitempty"`
	Why    *string `json:"why"`
	Label  string  `json:"label,omitempty"`
	Beside bool    `json:"beside,omitempty"`
	Unit   string  `json:"unit,omitempty"`
	Text   string  `json:"text,omitempty"` // what is said in place of a number
	Others []other `json:"others,omitempty"`
}

// Another claim than the one that was taken.
type other struct {
	tableio.ClaimObject
	Rejected string `json:"rejected,omitempty"` // the step of the policy by which another number was taken
}

type conflict struct {
	Code    incident.Code         `json:"code"`
	Measure *string               `json:"measure"`
	Group   tableio.GroupObject   `json:"group"`
	Claims  []tableio.ClaimObject `json:"claims"`
	Chosen  *string               `json:"chosen"`
	Why     *string               `json:"why"`
	Label   string                `json:"label,omitempty"`

	Difference int64 `json:"difference,omitempty"` // by how many the sides are apart at least
}

func objectOf(a *stats.Account) event {
	out := event{Event: tableio.Stated(a.Event), Figures: []figure{}, Conflicts: []conflict{}}
	for i := range a.Figures {
		f := &a.Figures[i]
		o := figure{
			Measure: f.Measure, Group: tableio.GroupOf(f.Group), Accrual: f.Accrual, From: tableio.Stated(f.From.String()),
			To: tableio.Stated(f.To.String()), BoundsObject: tableio.BoundsOf(f.Count), Why: tableio.Stated(f.Why),
			Label: f.Label, Beside: f.Beside, Unit: f.Unit, Text: wordsOf(f),
		}
		if f.Chosen != nil {
			o.Chosen, o.Path = &f.Chosen.Record.ID, f.Chosen.Path
		}
		for _, c := range f.Claims {
			if c != f.Chosen && !c.Count.IsZero() {
				o.Others = append(o.Others, other{tableio.ClaimOf(c), c.Rejected})
			}
		}
		out.Figures = append(out.Figures, o)
	}
	for _, c := range tableio.ConflictsOf([]*stats.Account{a}) {
		out.Conflicts = append(out.Conflicts, conflict{c.Code, c.Measure, c.Group, c.Claims, c.Chosen, c.Why, c.Label, c.Difference})
	}
	out.Increments = tableio.IncrementsOf(stats.Increments([]*stats.Account{a}))
	for _, u := range spreadsheets(a) {
		out.Unreconciled = append(out.Unreconciled, unreconciled{u.measure, u.figures, tableio.BoundsOf(u.count)})
	}
	return out
}

// A proposal is a line of JSON for records without an event that may be about one.
type proposal struct {
	Proposed []string `json:"proposed"`
	Score    float64  `json:"score"`
	Reasons  []string `json:"reasons"`
}

func proposalOf(p *stats.Proposal) proposal {
	out := proposal{Score: p.Score, Reasons: []string{}}
	for _, rec := range p.Records {
		out.Proposed = append(out.Proposed, rec.ID)
	}
	for _, reason := range p.Reasons {
		out.Reasons = append(out.Reasons, reason.String())
	}
	return out
}
