package adapters

import (
	"context"
	"errors"
	"io"

	"github.com/rescuetally/rescuetally/incident"
)

// A result is what became of a part of the input.
type result struct {
	number int // of the part, from 0
	worker int
	part   Part // nil at the end of the input

	read    int // records so far
	good    int // of them, not yet settled
	events  []event
	batch   []*incident.Record // of Records
	lines   int
	blank   int
	repairs []Fault
	err     error // what ended the part, or the input
}

// An event is what is to be reported of a record: why it is bad, or what was
// found in it.
type event struct {
	bad   *RecordError
	found Found
}

// mostHeld is how many events and records a result holds before they are handed
// on although its part goes on.
const mostHeld = 2000

// read decodes a part to its end.
func (s *scan) read(ctx context.Context, r *result, v *incident.View) {
	for r.err == nil {
		if len(r.events)+len(r.batch) >= mostHeld && !s.early(r) {
			return
		}
		loc, err := r.part.DecodeView(ctx, v)
		if s.parts == nil && int64(r.read) >= s.o.Limits.Records && err != io.EOF {
			r.err = tooMany(loc, err, r.read)
			break
		}
		if err == nil {
			r.read++
			r.good++
			r.err = s.good(r, v, loc)
			continue
		}
		bad, ok := errors.AsType[*RecordError](err)
		if !ok {
			r.err = err
			break
		}
		r.read++
		r.events = append(r.events, event{bad: bad})
		if s.o.Policy == Stop {
			r.err = bad
		}
	}
	r.lines, r.repairs, r.blank = r.part.Lines(), r.part.Repairs(), r.part.Blank()
}

// good checks a good record and hands it on.
func (s *scan) good(r *result, v *incident.View, loc Locator) error {
	if s.check != nil {
		if found := v.Check(s.check); len(found) > 0 && s.found != nil {
			f := Found{ID: string(v.ID()), Faults: Locate(found, loc)}
			if loc != nil {
				f.Position, _ = loc.Locate("")
			}
			r.events = append(r.events, event{found: f})
		}
	}
	if err := s.use(r, v); err != nil {
		return refusal{err}
	}
	return nil
}

// A refusal is an error of the caller's: it ends the reading and says nothing of
// the input, whatever it is.
type refusal struct{ error }

// place makes the numbers of records and lines those of the input, of which some
// came before the part.
func (r *result) place(records, lines int) {
	move := func(p *Position) {
		if p.Record > 0 {
			p.Record += records
		}
		if p.Line > 0 {
			p.Line += lines
		}
	}
	for i := range r.events {
		e := &r.events[i]
		faults := e.found.Faults
		if e.bad != nil {
			move(&e.bad.Position)
			faults = e.bad.Findings
		} else {
			move(&e.found.Position)
		}
		for j := range faults {
			move(&faults[j].At)
		}
	}
	for i := range r.repairs {
		move(&r.repairs[i].At)
	}
	if e, ok := errors.AsType[*FileError](r.err); ok && r.part != nil {
		move(&e.Position)
	}
}

// whole is an input that is read as one part.
type whole struct{ ViewDecoder }

func (whole) Lines() int       { return 0 }
func (whole) Repairs() []Fault { return nil }
func (whole) Blank() int       { return 0 }
