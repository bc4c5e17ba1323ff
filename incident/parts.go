package incident

// PartOf reports whether f is a part of whole, both of one record: they have
// the same measure, each of group, window and label of f is equal or narrower,
// at least one is narrower, and f is not Beside. Windows that only overlap make
// no part.
func (f *Figure) PartOf(whole *Figure) bool {
	if f.Measure != whole.Measure || f.Unit != whole.Unit || f.Beside || whole.Beside {
		return false
	}
	if whole.Label != "" && f.Label != whole.Label ||
		whole.Group.Nationality != "" && f.Group.Nationality != whole.Group.Nationality {
		return false // most figures of a record part here
	}
	inGroup, strictGroup := f.Group.Narrower(whole.Group)
	if !inGroup {
		return false
	}
	inWindow, strictWindow := f.Within(whole)
	if !inWindow {
		return false
	}
	return strictGroup || strictWindow || f.Label != whole.Label
}

// Within reports how the windows of f and g compare: in when every day of f's
// window certainly lies in g's, strict when the two differ. A window that is
// not stated is the widest. A cumulative figure's window reaches from From,
// which may be unknown, to To, and lies in no other kind's; an event's is not
// stated; a stock is a moment, which is in no window but its own.
func (f *Figure) Within(g *Figure) (in, strict bool) {
	if f.Accrual == g.Accrual && f.From == g.From && f.To == g.To {
		return true, false
	}
	if f.Accrual == AccrualStock || g.Accrual == AccrualStock {
		return false, false
	}
	if f.Accrual == AccrualCumulative && g.Accrual != AccrualCumulative {
		return false, false // a running total is no part of one event or period
	}
	if g.From.IsZero() && g.To.IsZero() {
		return true, true
	}
	if f.From.IsZero() && f.To.IsZero() {
		return false, false
	}
	fFirst, fLast := window(f)
	gFirst, gLast := window(g)
	if fFirst < gFirst || fLast > gLast {
		return false, false
	}
	return true, fFirst != gFirst || fLast != gLast
}

// window returns the days of f's window; a missing end lies beyond every day.
func window(f *Figure) (first, last Day) {
	first, _ = f.From.bounds()
	_, last = f.To.bounds()
	return first, last
}
