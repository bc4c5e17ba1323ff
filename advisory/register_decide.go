package advisory

import (
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// answerOnDay decides by what was known on the day. What is known only since settles
// nothing, and takes back that an agent is listed nowhere.
func (l *lookup) answerOnDay() {
	all := l.found
	l.found = l.where(func(f Found) bool { return !l.later(f.Entry.AsOf) })
	l.decide()
	known := l.answer
	if len(l.found) == len(all) || known.Match != CannotTell && known.Reason != ReasonNotListed {
		l.found = all
		return
	}
	some := len(l.found) > 0
	l.found, l.answer = all, Answer{}
	l.decide()
	switch {
	case l.answer.Match != CannotTell && l.answer.Reason == known.Reason, l.answer.Match == CannotTell && known.Match == CannotTell && some:
		l.answer = known
	case l.answer.Match != CannotTell || known.Match != CannotTell:
		l.answer.Match, l.answer.Reason = CannotTell, ReasonLater
		fallthrough
	default:
		l.answer.Status, l.answer.AnotherName = known.Status, false
	}
}

// later reports whether a day is certainly after the day asked.
func (l *lookup) later(asOf incident.Date) bool {
	order, certain := asOf.Compare(l.on)
	return certain && order > 0
}

// decide applies the rules of [Register.Lookup].
func (l *lookup) decide() {
	switch {
	case l.query.Licence == "" && l.query.Name == "":
		l.settle(CannotTell, ReasonNothingAsked, nil)
	case l.warned():
	case l.query.Licence != "" && !l.asksLicence(), l.query.Name != "" && !l.asksName():
		l.settle(CannotTell, ReasonUnreadable, nil)
	case l.asksLicence():
		l.decideLicence()
	default:
		l.decideName()
	}
}

// settle sets the answer, which rests on some of what was found.
func (l *lookup) settle(m Match, reason Reason, on []Found) {
	a := &l.answer
	a.Match, a.Reason = m, reason
	for i, f := range on {
		if i == 0 || f.Status.badness() > a.Status.badness() {
			a.Status = f.Status
		}
		if i == 0 || later(a.AsOf, f.Entry.AsOf) {
			a.AsOf = f.Entry.AsOf
		}
	}
	if len(on) > 0 {
		a.Stale = l.stale(a.AsOf)
	}
}

// stale reports whether a day may be more than MaxAge before the day asked.
func (l *lookup) stale(asOf incident.Date) bool {
	from, ok := asOf.Earliest()
	to, ok2 := l.on.Latest()
	return !ok || !ok2 || int(to)-int(from) > l.register.maxAge
}

// warned applies the first rule.
func (l *lookup) warned() bool {
	var against []Found
	for _, f := range l.found {
		if !f.Entry.Status.warns() {
			continue
		}
		if f.Licence || f.Score >= NameSame && l.sameLicence(f.Entry) {
			against = append(against, f)
		}
	}
	if against == nil || l.asksLicence() && l.unscoped() {
		return false
	}
	l.settle(No, ReasonListedAgainst, against)
	return true
}

// sameLicence reports whether an entry states no licence, or none is asked for.
func (l *lookup) sameLicence(e *Entry) bool { return e.Licence == "" || !l.asksLicence() }

// unscoped reports whether the number alone does not tell whose it is.
func (l *lookup) unscoped() bool { return l.country() == "" && l.licence.Scheme == "" }

// decideLicence applies the second and the third rule.
func (l *lookup) decideLicence() {
	listed := l.where(func(f Found) bool { return f.Licence })
	agreeing := slices.DeleteFunc(slices.Clone(listed), func(f Found) bool {
		own, err := f.Entry.licence(&licenceParts{})
		return err != nil || !own.Agrees(l.licence)
	})
	fitting := slices.DeleteFunc(slices.Clone(agreeing), func(f Found) bool { return l.asksName() && f.Score < NameFits })
	switch {
	case len(listed) == 0:
		l.decideMissing()
	case l.unscoped():
		l.settle(CannotTell, ReasonUnscoped, listed)
	case l.crowded:
		l.settle(CannotTell, ReasonTooCommon, listed)
	case len(agreeing) == 0:
		l.settle(CannotTell, ReasonLicenceDiffers, listed)
	case len(fitting) > 0:
		l.decideStatus(newest(fitting))
	case slices.ContainsFunc(agreeing, func(f Found) bool { return f.Score >= NameResembles }):
		l.settle(CannotTell, ReasonResembles, agreeing)
	case !l.comparable(agreeing):
		l.settle(CannotTell, ReasonScript, agreeing)
	default:
		l.answer.AnotherName = true
		l.settle(No, ReasonAnotherName, agreeing)
		l.unlessStale()
	}
}

// unlessStale takes a No back that rests on the register's being up to date.
func (l *lookup) unlessStale() {
	if l.answer.Stale {
		l.answer.Match, l.answer.Reason = CannotTell, ReasonStale
	}
}

// comparable reports whether the names asked for and found are of scripts that
// are compared: one foreign letter, and two names may be one.
func (l *lookup) comparable(found []Found) bool {
	if !l.name.latin() {
		return false
	}
	var own foldedName
	for _, f := range found {
		for _, name := range append([]string{f.Entry.Name}, f.Entry.AKA...) {
			if own.fold(name); own.count == 0 || !own.latin() {
				return false
			}
		}
	}
	return true
}

// newest leaves out entries that a certainly newer one of the same list about
// the same licence replaces.
func newest(found []Found) []Found {
	return slices.DeleteFunc(slices.Clone(found), func(f Found) bool {
		return slices.ContainsFunc(found, func(g Found) bool {
			order, certain := f.Entry.AsOf.Compare(g.Entry.AsOf)
			return certain && order < 0 && f.Entry.Authority == g.Entry.Authority && f.Entry.Country == g.Entry.Country &&
				sameNumber(f.Entry, g.Entry)
		})
	})
}

// sameNumber reports whether two entries are about one licence.
func sameNumber(e, f *Entry) bool {
	if e.Licence == f.Licence {
		return true
	}
	var p licenceParts
	l, err := e.licence(&p)
	m, err2 := f.licence(&p)
	return err == nil && err2 == nil && l.Key == m.Key
}

// decideStatus answers for entries of one agent by the worst of their statuses.
func (l *lookup) decideStatus(found []Found) {
	l.settle(CannotTell, ReasonStatus, found)
	a := &l.answer
	switch {
	case a.Status == StatusValid && a.Stale, a.Status == StatusExpired && a.Stale && !listedExpired(found):
		a.Reason = ReasonStale
	case a.Status == StatusValid:
		a.Match, a.Reason = Yes, ReasonListed
	case a.Status.against():
		a.Match, a.Reason = No, ReasonListedAgainst
	}
}

// listedExpired reports whether a list itself says that a licence has expired:
// one that only the date ended may have been renewed since.
func listedExpired(found []Found) bool {
	return slices.ContainsFunc(found, func(f Found) bool { return f.Entry.Status == StatusExpired })
}

// decideName applies the fourth rule.
func (l *lookup) decideName() {
	same := newest(l.where(func(f Found) bool { return f.Score >= NameSame }))
	against := 0
	for _, f := range same {
		if f.Status.against() {
			against++
		}
	}
	switch {
	case len(same) == 0:
		l.decideMissing()
	case l.crowded:
		l.settle(CannotTell, ReasonTooCommon, same)
	case against > 0 && against < len(same):
		l.settle(CannotTell, ReasonSeveral, same)
	default:
		l.decideStatus(same)
	}
}

// decideMissing applies the last rule to a licence that is not listed, or to a
// name that is not.
func (l *lookup) decideMissing() {
	alike := l.where(func(f Found) bool { return f.Score >= NameResembles })
	complete, known := l.coverage()
	switch {
	case len(alike) > 0 && l.asksLicence():
		l.settle(CannotTell, ReasonOtherLicence, alike)
		return
	case len(alike) > 0:
		l.settle(CannotTell, ReasonResembles, alike)
		return
	case !l.full:
		l.settle(CannotTell, ReasonTooCommon, nil)
		return
	case !known:
		l.settle(CannotTell, ReasonIncomplete, nil)
		return
	case !l.asksLicence() && !l.name.latin():
		l.settle(CannotTell, ReasonScript, nil)
		return
	}
	l.settle(No, ReasonNotListed, nil)
	l.answer.AsOf, l.answer.Stale = complete.AsOf, l.stale(complete.AsOf)
	l.unlessStale()
	if l.later(complete.AsOf) {
		l.answer.Match, l.answer.Reason = CannotTell, ReasonLater
	}
}

// coverage returns the newest that says that the register has all of whom is
// asked for, of those that are not certainly later than the day if there are such.
func (l *lookup) coverage() (best Coverage, known bool) {
	for _, c := range l.register.complete {
		if c.Country == "" || c.Country != l.country() || c.Authority != "" && c.Authority != l.query.Authority {
			continue
		}
		after, bestAfter := l.later(c.AsOf), l.later(best.AsOf)
		if !known || bestAfter && !after || after == bestAfter && later(c.AsOf, best.AsOf) {
			best, known = c, true
		}
	}
	return best, known
}

func (l *lookup) where(is func(Found) bool) []Found {
	return slices.DeleteFunc(slices.Clone(l.found), func(f Found) bool { return !is(f) })
}
