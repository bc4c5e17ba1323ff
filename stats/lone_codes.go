package stats

import "github.com/rescuetally/rescuetally/incident"

// codes returns a number for what the figure says along each dimension, and
// whether there is one for each.
func (t *Tally) codes(o *lone, codes *[mostCodes]uint32) bool {
	if o.view == nil || len(t.plan.by) > mostCodes {
		return false
	}
	for i, d := range t.plan.by {
		codes[i] = o.code(d)
		if codes[i] == 0 {
			return false
		}
	}
	return true
}

// coded returns the number of a member's value, if it is stated.
func (o *lone) coded(stated bool, m incident.Member) uint32 {
	if !stated {
		return codeUnstated
	}
	return o.view.Code(m)
}

// code returns a number for what the figure says along d: equal numbers, other
// than 0, stand for equal values. It is 0 where only the text tells.
func (o *lone) code(d Dimension) uint32 {
	if o.view == nil {
		return 0
	}
	group := &o.figure.Group
	switch d {
	case Country:
		if o.rec.Place.Country == "" {
			return o.coded(o.summed && group.Place != "", incident.MemberGroupPlace)
		}
		return o.view.Code(incident.MemberCountry)
	case Admin1:
		return o.coded(o.rec.Place.Admin1 != "", incident.MemberAdmin1)
	case Month:
		if y, m, ok := o.rec.Occurred.Month(); ok {
			return codeDate + uint32(y*16+m)
		}
		return codeUnstated
	case Year:
		if y, ok := o.rec.Occurred.Year(); ok {
			return codeDate + uint32(y*16)
		}
		return codeUnstated
	case Nationality:
		return o.coded(o.summed && group.Nationality != "", incident.MemberNationality)
	case Sex:
		return o.coded(o.summed && group.Sex != "", incident.MemberSex)
	case Age:
		return o.coded(o.summed && group.Age != "", incident.MemberAge)
	case Kind:
		return o.coded(o.rec.Kind != "", incident.MemberKind)
	case Source:
		return o.coded(o.rec.Source.Name != "", incident.MemberSource)
	case SourceKind:
		return o.coded(o.rec.Source.Kind != "", incident.MemberSourceKind)
	case Measure:
		return o.coded(o.summed, incident.MemberMeasure)
	case Accrual:
		if o.summed && o.figure.Accrual == "" {
			return codeEvent
		}
		return o.coded(o.summed, incident.MemberAccrual)
	case Event:
		if len(o.view.Event()) == 0 {
			return codeUnstated
		}
	}
	return 0
}
