package advisory

import (
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// compile makes rules of a file, when nothing in it is missing or unknown.
func (f *packFile) compile() (*Rules, error) {
	r := &Rules{file: *f, lists: map[string]int{}}
	r.index, r.roles = newPhraseIndex(), newPhraseIndex()
	if f.WarnAt < 1 {
		return nil, rulesError(incident.CodeFieldRequired, `"warnAt" is the weight to warn at, and at least 1`)
	}
	for name := range f.Phrases {
		r.lists[name] = len(r.lists)
	}
	for name := range f.Phrases {
		texts, err := f.expand(name, nil)
		if err != nil {
			return nil, err
		}
		for _, text := range texts {
			p := parsePhrase(r.lists[name], text)
			r.index.add(p)
			if slices.Contains(f.Roles, name) {
				r.roles.add(p)
			}
		}
	}
	for _, name := range f.Roles {
		if _, ok := r.lists[name]; !ok {
			return nil, rulesError(incident.CodeCodeUnknown, `"roles" names a list of phrases that there is none of`)
		}
	}
	r.negation, r.plain = newNegation(f.Words), wordSet(f.Words["plain"])
	seen := map[string]bool{}
	for i, rule := range f.Rules {
		switch {
		case rule.ID == "" || rule.Group == "" || rule.Publisher == "" || rule.Source == "" || rule.Text["en"] == "" || len(rule.When) == 0:
			return nil, rulesError(incident.CodeFieldRequired, where("rules", i, "a rule states id, group, publisher, source, text in English, and when"))
		case seen[rule.ID]:
			return nil, rulesError(incident.CodeRecordDuplicateID, where("rules", i, "another rule has the same id"))
		case rule.Favour != (rule.Weight == 0), rule.Weight < 0, rule.Weight > maxWeight:
			return nil, rulesError(incident.CodeFieldRequired, where("rules", i, "a rule has a weight from 1 to 3, or 0 when it speaks in favour"))
		}
		seen[rule.ID] = true
		if reason := r.unknown(rule.When); reason != "" {
			return nil, rulesError(incident.CodeCodeUnknown, where("rules", i, reason))
		}
		r.rules = append(r.rules, Rule{
			ID: rule.ID, Group: rule.Group, Weight: rule.Weight, Favour: rule.Favour, Abroad: rule.Abroad, Flags: rule.Flags,
			Publisher: rule.Publisher, Source: rule.Source, Texts: rule.Text, when: rule.When,
		})
	}
	if reason := f.badMoney(); reason != "" {
		return nil, rulesError(incident.CodeFieldRequired, reason)
	}
	for i, ask := range f.Asks {
		if !slices.Contains(members[:], ask.Member) || ask.Text["en"] == "" {
			return nil, rulesError(incident.CodeFieldRequired, where("asks", i, "it states a member of an offer and a text in English"))
		}
		if reason := r.unknown(ask.When); reason != "" {
			return nil, rulesError(incident.CodeCodeUnknown, where("asks", i, reason))
		}
	}
	return r, nil
}

// badMoney says what is wrong with caps, norms, rates and homes, "" for nothing.
func (f *packFile) badMoney() string {
	for i, c := range f.Caps {
		if !incident.IsCountry(c.Nationality) || c.Publisher == "" || c.Source == "" || (c.Amount > 0 && c.Currency != "") == (c.Months > 0) || c.Tax < 0 || c.Months < 0 ||
			slices.ContainsFunc(c.Destinations, func(code string) bool { return !incident.IsCountry(code) }) {
			return where("caps", i, "a cap states nationality, amount and currency or else months, publisher and source")
		}
	}
	for i, n := range f.Norms {
		if !incident.IsCountry(n.Country) || n.Currency == "" || n.Monthly <= 0 || n.Publisher == "" || n.Source == "" {
			return where("norms", i, "a norm states country, currency, monthly, publisher and source")
		}
	}
	for _, rate := range f.Rates {
		if !(rate > 0) {
			return `a rate in "rates" is more than nothing`
		}
	}
	for _, home := range f.Homes {
		if !incident.IsCountry(home) {
			return `a home in "homes" is a country`
		}
	}
	return ""
}

// asksNothing reports whether a condition would always hold.
func (c *condition) asksNothing() bool {
	return len(c.Says)+len(c.Denies)+len(c.States)+len(c.Given)+len(c.Lacks)+len(c.Destination)+len(c.Nationality)+len(c.Any)+len(c.Not) == 0 && c.Finds == ""
}

// maxWeight is the weight of what is enough to warn by itself.
const maxWeight = 3

// unknown says what in conditions there is none of, "" for nothing.
func (r *Rules) unknown(conditions []condition) string {
	for _, c := range conditions {
		if c.asksNothing() {
			return "it has a condition that asks nothing"
		}
		for _, name := range slices.Concat(c.Says, c.Denies) {
			if _, ok := r.lists[name]; !ok {
				return "it names a list of phrases that there is none of"
			}
		}
		for _, name := range slices.Concat(c.In, c.States, c.Given, c.Lacks) {
			if !slices.Contains(members[:], name) {
				return "it names a member that an offer does not have"
			}
		}
		for _, code := range slices.Concat(c.Destination, c.Nationality) {
			if !incident.IsCountry(code) {
				return "it names a country that there is none of"
			}
		}
		if c.Finds != "" && checks[c.Finds] == nil {
			return "it names a check that there is none of"
		}
		if reason := r.unknown(slices.Concat(c.Any, c.Not)); reason != "" {
			return reason
		}
	}
	return ""
}

// expand returns the phrases of a list, with those of the lists that it puts in.
func (f *packFile) expand(name string, through []string) (texts []string, err error) {
	if slices.Contains(through, name) {
		return nil, rulesError(incident.CodeRecordCycle, "lists of phrases put each other in")
	}
	list, ok := f.Phrases[name]
	if !ok {
		return nil, rulesError(incident.CodeCodeUnknown, "a list of phrases puts in another one that there is none of")
	}
	for _, text := range list {
		other, isList := strings.CutPrefix(text, "@")
		if !isList {
			texts = append(texts, text)
			continue
		}
		more, err := f.expand(other, append(through, name))
		if err != nil {
			return nil, err
		}
		texts = append(texts, more...)
	}
	return texts, nil
}

func wordSet(list []string) map[string]bool {
	set := map[string]bool{}
	for _, text := range list {
		for _, t := range tokens(text) {
			set[t.word] = true
		}
	}
	return set
}
