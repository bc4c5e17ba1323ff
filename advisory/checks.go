package advisory

import (
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// checks are what a condition's "finds" may name: questions that phrases do not answer.
// They are read only.
//
//	agent-not-listed       the register is complete, and the agent is not in it
//	agent-listed-against   it lists the agent as suspended, expired, blacklisted or the like
//	agent-of-another-name  the licence belongs to another name
//	agent-listed           it lists the agent with a licence that is valid on the day
//	destination-in-advisory  an advisory in force names a destination
//	role-in-advisory         an advisory in force names the kind of job
//	fee-above-cap          the fee is above what the law of the person's country allows
//	fee-within-cap         it is within
//	fee-asked              money is asked for, and no cap allows it
//	fee-high               a large sum is
//	pay-above-norm         the pay is far above what such jobs earn there
var checks = map[string]func(*screening) (spot, bool){
	"agent-not-listed":        func(s *screening) (spot, bool) { return s.agentIs(No, ReasonNotListed) },
	"agent-listed-against":    func(s *screening) (spot, bool) { return s.agentIs(No, ReasonListedAgainst) },
	"agent-of-another-name":   func(s *screening) (spot, bool) { return s.agentIs(No, ReasonAnotherName) },
	"agent-listed":            func(s *screening) (spot, bool) { return s.agentIs(Yes, ReasonListed) },
	"destination-in-advisory": (*screening).destinationInAdvisory,
	"role-in-advisory":        (*screening).roleInAdvisory,
	"fee-above-cap":           func(s *screening) (spot, bool) { return s.feeCap(true) },
	"fee-within-cap":          func(s *screening) (spot, bool) { return s.feeCap(false) },
	"fee-asked":               func(s *screening) (spot, bool) { return s.feeAsked(0) },
	"fee-high":                func(s *screening) (spot, bool) { return s.feeAsked(highFee) },
	"pay-above-norm":          (*screening).payAboveNorm,
}

func (s *screening) agentIs(match Match, reason Reason) (spot, bool) {
	if s.answer.Match != match || s.answer.Reason != reason {
		return spot{}, false
	}
	name := "agent"
	if s.offer.Agent == "" || reason == ReasonAnotherName {
		name = "licence"
	}
	found := s.member(name)
	if reason != ReasonNotListed && len(s.answer.Found) > 0 {
		found.entry = s.answer.Found[0].Entry
	}
	return found, true
}

// destinationInAdvisory prefers an advisory that speaks to the person's own country.
func (s *screening) destinationInAdvisory() (spot, bool) {
	i := s.bestAdvisory(func(a *Advisory) bool { return s.goesTo(a.Destinations) })
	if i < 0 {
		return spot{}, false
	}
	a := s.advisories[i].Advisory
	at := slices.IndexFunc(s.offer.Destinations, func(code string) bool { return slices.Contains(a.Destinations, code) })
	found := s.code("destinations", at, s.offer.Destinations[at])
	found.advisory = a
	return found, true
}

func (s *screening) roleInAdvisory() (spot, bool) {
	i := s.bestAdvisory(s.namesRole)
	if i < 0 {
		return spot{}, false
	}
	found, ok := s.phrase(s.rules.file.Roles, []string{"role"}, affirmed, false)
	if !ok {
		found, ok = s.phrase(s.rules.file.Roles, []string{"text"}, affirmed, false)
	}
	if !ok {
		found = s.member("role")
	}
	found.advisory = s.advisories[i].Advisory
	return found, true
}

// ownGovernment reports whether an advisory is for people of the person's country.
func (s *screening) ownGovernment(a *Advisory) bool {
	if s.offer.Nationality == "" {
		return false
	}
	name, ok := incident.CountryName(s.offer.Nationality)
	return slices.Contains(a.Nationalities, s.offer.Nationality) || ok && strings.Contains(a.Issuer, name)
}

func (s *screening) bestAdvisory(fits func(*Advisory) bool) int {
	other := -1
	for i := range s.advisories {
		a := s.advisories[i].Advisory
		switch {
		case !fits(a):
		case s.ownGovernment(a):
			return i
		case other < 0:
			other = i
		}
	}
	return other
}
