package stats

import (
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// AddView adds what a record comes to alone. It is Add(AccountOf(v.Record())),
// with the same result to the byte, in a fraction of the time for a record with
// one figure: for records by the million, each an event of its own. All views of
// a Tally should be one and the same, see [incident.View.Code].
func (t *Tally) AddView(v *incident.View) error {
	rec := v.Shared()
	if !single(rec) {
		return t.Add(AccountOf(v.Record()))
	}
	if v.Held() != nil {
		return t.addSingle(&lone{rec: rec})
	}
	return t.addSingle(&lone{rec: rec, view: v})
}

// AddRecord is [Tally.AddView] for a record that is kept. It keeps no reference to
// it but for its texts.
func (t *Tally) AddRecord(rec *incident.Record) error {
	if !single(rec) {
		return t.Add(AccountOf(rec))
	}
	return t.addSingle(&lone{rec: rec})
}

// addSingle adds the one figure of a record.
func (t *Tally) addSingle(o *lone) error {
	t.ready()
	err := t.addLone(o)
	if err != nil {
		t.partial = true
	}
	return err
}

func (t *Tally) addLone(o *lone) error {
	if o.view != nil && t.views.view != o.view {
		t.views = viewRows{view: o.view}
	}
	o.figure = &o.rec.Figures[0]
	column := t.column(o)
	o.summed = column >= 0
	number, err := t.loneRow(o)
	if err != nil {
		return err
	}
	if !t.rows.at(number).add(row{1, 1}) {
		return errOverflow()
	}
	if !o.summed {
		return nil
	}
	cell, err := t.cell(number, column, o.figure.Unit)
	if err != nil {
		return err
	}
	if !cell.add(o.figure.Count) {
		return errOverflow()
	}
	if err := t.addLoneValues(o, number); err != nil {
		return err
	}
	if best, ok := o.figure.Count.Best(); ok && t.plan.quantiles {
		return t.addBucket(number, column, bucketOf(best), 1)
	}
	return nil
}

// column returns the place of the figure's measure among those summed, or −1.
func (t *Tally) column(o *lone) int {
	if o.view != nil {
		if code := o.view.Code(incident.MemberMeasure); code != 0 {
			return t.views.column(code, t.plan.sums, o.figure.Measure)
		}
	}
	return slices.Index(t.plan.sums, o.figure.Measure)
}

// single reports whether a record has one figure, which comes to what it states
// and to nothing else, and which no sum leaves out.
func single(rec *incident.Record) bool {
	if len(rec.Figures) != 1 {
		return false
	}
	f := &rec.Figures[0]
	switch f.Accrual {
	case "", incident.AccrualEvent, incident.AccrualPeriod:
	default:
		return false
	}
	return !f.Count.IsZero() && f.Label == "" && !f.Beside && f.Measure != incident.Share && f.Group.Nationality != incident.Other
}

// A lone is the one figure of a record.
type lone struct {
	rec    *incident.Record // the view's: then without its free texts
	view   *incident.View   // nil for a record of its own
	figure *incident.Figure
	summed bool // it is one of the measures that the tally adds up
}

// account returns the hash of the record's account.
func (t *Tally) account(o *lone) uint64 {
	if o.view == nil {
		return hashAccount(o.rec.Event, o.rec.Source.Name, o.rec.ID)
	}
	event := o.view.Event()
	if code := o.view.Code(incident.MemberSource); len(event) == 0 && code != 0 {
		return hashText(t.views.publisher(code, o.rec.Source.Name), o.view.ID())
	}
	return hashAccount(event, o.rec.Source.Name, o.view.ID())
}

// addLoneValues counts what the figure says along the dimensions of [Top] and
// [Distinct].
func (t *Tally) addLoneValues(o *lone, number int) error {
	if d := t.plan.top; d != 0 {
		if value := o.value(d); value != "" {
			if err := t.addLoneTop(o, number, value); err != nil {
				return err
			}
		}
	}
	if d := t.plan.distinct; d != 0 {
		value := o.value(d)
		if value == "" {
			return nil
		}
		word, bit, ok := t.views.seenAt(number, o.code(d))
		if ok && *word&bit != 0 {
			return nil
		}
		if err := t.addValue(number, keptDistinct, value, 0, 1); err != nil {
			return err
		}
		if ok {
			*word |= bit
		}
	}
	return nil
}

// addLoneTop is addValue for one event, with what is remembered of where the
// value stands among those of the row.
func (t *Tally) addLoneTop(o *lone, number int, value string) error {
	code := o.code(t.plan.top)
	occurrence := hashOccurrence(t.account(o), t.views.value(code, value))
	at, ok := t.views.topAt(number, code)
	v := t.tops.at(number)
	if ok && *at > 0 && v.sketch() == nil {
		if !v.entries[*at-1].add(1, occurrence) {
			return errOverflow()
		}
		return nil
	}
	if err := t.addValue(number, keptTop, value, occurrence, 1); err != nil {
		return err
	}
	if ok && v.sketch() == nil {
		*at = uint16(1 + slices.IndexFunc(v.entries, func(e topEntry) bool { return e.value == value }))
	}
	return nil
}

// value returns what the figure says along d, as [Dimension.value] does.
func (o *lone) value(d Dimension) string {
	switch d {
	case Country:
		if c := o.rec.Place.Country; c != "" {
			return c
		}
		if o.summed && incident.IsCountry(o.figure.Group.Place) {
			return o.figure.Group.Place
		}
		return ""
	case Admin1:
		if code, ok := incident.CanonicalSubdivision(o.rec.Place.Admin1); ok {
			return code
		}
		return o.rec.Place.Admin1
	case Month:
		return monthOf(o.rec.Occurred)
	case Year:
		return yearOf(o.rec.Occurred)
	case Kind:
		return string(o.rec.Kind)
	case Event:
		if o.view != nil {
			return string(o.view.Event())
		}
		return o.rec.Event
	case Source:
		return o.rec.Source.Name
	case SourceKind:
		return string(o.rec.Source.Kind)
	}
	if !o.summed {
		return ""
	}
	switch d {
	case Nationality:
		return o.figure.Group.Nationality
	case Sex:
		return o.figure.Group.Sex
	case Age:
		return o.figure.Group.Age
	case Measure:
		return string(o.figure.Measure)
	case Accrual:
		return string(accrualOf(o.figure))
	}
	return ""
}

// loneRow returns the number of a figure's row, made if need be.
func (t *Tally) loneRow(o *lone) (int, error) {
	var codes [mostCodes]uint32
	if !t.codes(o, &codes) {
		return t.findRow(o)
	}
	slot := t.views.slot(codes)
	if slot.number > 0 {
		return int(slot.number - 1), nil
	}
	number, err := t.findRow(o)
	if err == nil {
		*slot = viewSlot{codes, int32(number + 1)}
	}
	return number, err
}

// findRow is loneRow by the texts of the dimensions.
func (t *Tally) findRow(o *lone) (int, error) {
	t.key = t.key[:0]
	for _, d := range t.plan.by {
		t.key = appendText(t.key, o.value(d))
	}
	return t.rowOf(t.key)
}
