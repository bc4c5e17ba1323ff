package advisory

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// Lookup says whether the register lists the agent asked for and what it says
// of it on a day, by licence, by name, or by both. It never says that an offer
// is safe: Yes means that such an agent is licensed, not that the one who asks
// for money is that agent.
//
// The rules, in this order:
//
//  1. An entry with the licence, or with the same name (at least [NameSame]) and
//     no other licence, that is blacklisted, unregistered or impersonated gives
//     No, also in a stale register.
//  2. A licence that is listed and whose holder's name does not even resemble
//     the one asked for gives No, with AnotherName: its user works under
//     another's licence.
//  3. A licence that is listed, with a name that fits (at least [NameFits]) or
//     none asked for, is answered by the status on the day: Yes when valid, No
//     when expired, suspended or cancelled. Of several entries of one list, the
//     newest speaks; of several lists, the worst.
//  4. Without a licence, the entries of the same name are answered by their
//     status when they agree.
//  5. Nothing found gives No when a [Coverage] says that the register is
//     complete for the country, or for the authority asked for.
//
// Everything else is CannotTell, with its [Reason]: a name that only resembles,
// a number whose region, type or year are others, a register that is empty or
// stale, a name or licence in which nothing can be read. When the register is
// stale, only what its lists themselves say against an agent
// stands. What is certainly of a later day than the one asked, an entry or a
// [Coverage], settles nothing, not even against an agent: when only that would,
// the reason is [ReasonLater]. The order in which entries came does not matter.
//
// It takes less than a millisecond among a million entries and is safe for
// concurrent use.
func (r *Register) Lookup(q Query, on incident.Date) Answer {
	if r.Len() == 0 {
		return Answer{Reason: ReasonEmpty, Stale: true}
	}
	l := lookup{register: r, query: q, on: on}
	l.licence, l.licenceErr = ParseLicence(q.Country, q.Licence)
	if l.licenceErr != nil {
		// Without a country that is one, nothing can be found in it; its number can still be read.
		l.licence, l.licenceErr = ParseLicence("", q.Licence)
	}
	l.name.fold(q.Name)
	l.find()
	l.answerOnDay()
	l.finish()
	return l.answer
}

// lookup is one question on its way to its answer.
type lookup struct {
	register   *Register
	query      Query
	on         incident.Date
	licence    Licence
	licenceErr error
	name       foldedName
	full       bool // all entries that may be meant were looked at
	crowded    bool // more entries of this very licence or name than are looked at
	found      []Found
	answer     Answer
}

func (l *lookup) asksLicence() bool { return l.licenceErr == nil }

func (l *lookup) asksName() bool { return l.name.count > 0 }

// country is the one asked for, or the one that the licence names.
func (l *lookup) country() string { return cmp.Or(l.query.Country, l.licence.Country) }

// find fills found with the entries that may be meant.
func (l *lookup) find() {
	l.full = true
	var byLicence []uint32
	if l.asksLicence() {
		byLicence, l.full = l.register.byLicence(l.licence, l.country())
		l.crowded = !l.full
	}
	names, full, crowded := l.register.byName(&l.name, l.country())
	l.full = l.full && full
	if !l.asksLicence() {
		l.crowded = crowded
	}
	for _, n := range names {
		if !slices.Contains(byLicence, n.entry) {
			l.add(n.entry, false, n.score)
		}
	}
	var own foldedName
	for _, i := range byLicence {
		score := 0
		if l.asksName() {
			score = l.register.scoreEntry(&l.name, &own, i)
		}
		l.add(i, true, score)
	}
	slices.SortFunc(l.found, compareFound)
}

func (l *lookup) add(i uint32, licence bool, score int) {
	e := l.register.store.entry(i)
	l.found = append(l.found, Found{Entry: e, Licence: licence, Score: score, Status: e.StatusOn(l.on)})
}

// compareFound orders by likeness, then by all that tells two entries apart.
func compareFound(a, b Found) int {
	if a.Licence != b.Licence {
		if a.Licence {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.Status.badness(), a.Status.badness()), compareEntries(a.Entry, b.Entry))
}

func compareEntries(a, b *Entry) int {
	return cmp.Or(
		strings.Compare(a.Country, b.Country), strings.Compare(a.Authority, b.Authority),
		strings.Compare(a.Name, b.Name), strings.Compare(a.Licence, b.Licence), strings.Compare(string(a.Status), string(b.Status)),
		slices.Compare(a.AKA, b.AKA), slices.Compare(a.Branches, b.Branches),
		strings.Compare(a.ValidFrom.String(), b.ValidFrom.String()), strings.Compare(a.ValidTo.String(), b.ValidTo.String()),
		strings.Compare(a.AsOf.String(), b.AsOf.String()), strings.Compare(a.Capacity.String(), b.Capacity.String()),
		strings.Compare(a.Source.Name, b.Source.Name), strings.Compare(a.Source.URL, b.Source.URL),
		strings.Compare(string(a.Source.Kind), string(b.Source.Kind)), strings.Compare(a.Source.Lang, b.Source.Lang),
		strings.Compare(a.Source.Grade, b.Source.Grade))
}

// finish lists what was found.
func (l *lookup) finish() {
	l.answer.Found = slices.Clone(l.found[:min(len(l.found), MaxFound)])
}
