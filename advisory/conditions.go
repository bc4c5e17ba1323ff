package advisory

import (
	"slices"
	"strings"
	"unicode"
)

// states reports whether the offer states a member.
func (s *screening) states(name string) bool {
	o := &s.offer
	switch name {
	case "licence": // "none" is no licence, nor is "applied for"
		return strings.ContainsFunc(o.Licence, unicode.IsDigit)
	case "currency":
		return o.Currency != ""
	case "payPeriod":
		return o.PayPeriod != ""
	case "destinations":
		return len(o.Destinations) > 0
	case "nationality":
		return o.Nationality != ""
	case "received":
		return !o.Received.IsZero()
	}
	return slices.ContainsFunc(s.members, func(m member) bool { return m.name == name })
}

// given reports whether the offer states a member by itself, not in the text of its
// advert.
func (s *screening) given(name string) bool {
	return name != "text" && name != "received" && s.states(name) && !s.read[name]
}

// all reports whether all conditions hold, and where the first that is at a place does.
func (s *screening) all(conditions []condition) (found spot, ok bool) {
	for i := range conditions {
		here, ok := s.holds(&conditions[i])
		if !ok {
			return spot{}, false
		}
		if found.member == nil && found.advisory == nil && found.entry == nil {
			found = here
		}
	}
	return found, true
}

// holds reports whether all that a condition states holds.
func (s *screening) holds(c *condition) (found spot, ok bool) {
	note := func(here spot) {
		if found == (spot{}) {
			found = here
		}
	}
	for _, asked := range [...]struct {
		lists  []string
		denied denial
	}{{c.Says, affirmed}, {c.Denies, near}} {
		if len(asked.lists) > 0 {
			here, ok := s.phrase(asked.lists, c.In, asked.denied, c.Alone)
			if !ok {
				return spot{}, false
			}
			note(here)
		}
	}
	if len(c.States) > 0 {
		i := slices.IndexFunc(c.States, s.states)
		if i < 0 {
			return spot{}, false
		}
		note(s.member(c.States[i]))
	}
	if len(c.Given) > 0 && !slices.ContainsFunc(c.Given, s.given) || slices.ContainsFunc(c.Lacks, s.states) ||
		len(c.Destination) > 0 && !s.goesTo(c.Destination) ||
		len(c.Nationality) > 0 && !slices.Contains(c.Nationality, s.offer.Nationality) {
		return spot{}, false
	}
	if c.Finds != "" {
		here, ok := checks[c.Finds](s)
		if !ok {
			return spot{}, false
		}
		note(here)
	}
	if len(c.Any) > 0 {
		i := slices.IndexFunc(c.Any, func(other condition) bool { _, ok := s.holds(&other); return ok })
		if i < 0 {
			return spot{}, false
		}
		here, _ := s.holds(&c.Any[i])
		note(here)
	}
	if slices.ContainsFunc(c.Not, func(other condition) bool { _, ok := s.holds(&other); return ok }) {
		return spot{}, false
	}
	return found, true
}
