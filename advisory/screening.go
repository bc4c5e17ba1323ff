package advisory

import (
	"iter"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// A screening is one offer on its way to its verdict.
type screening struct {
	rules      *Rules
	offer      Offer // with what was read from its text
	on         incident.Date
	whole      []token // of the text
	members    []member
	hits       map[hitKey]hit
	warned     []bool          // of each word of the text, whether it stands in a sentence that warns
	roles      []int           // lists of phrases: the kinds of jobs that the offer is of
	job        []string        // the words of its role that tell it from others
	lures      map[string]bool // whether a lure of an advisory names one of them
	notice     bool            // the text warns of offers and is none
	answer     Answer
	advisories []Stands
	spans      map[incident.Path]Span // where in the text members were read
	read       map[string]bool        // the members that were read from it
}

// A member is a text of the offer, taken apart. One that was read from the advert's
// whole text is a part of that.
type member struct {
	name   string
	path   incident.Path
	text   string
	words  []token
	lo, hi int // the bytes of text that are the member
}

// A spot is what made a condition hold. The zero spot is no single place.
type spot struct {
	member     *member
	first, end int // words; none: the whole member
	advisory   *Advisory
	entry      *Entry
	limit      limit
}

// A limit is what an amount of money was compared with.
type limit struct{ text, publisher, source string }

// readText fills the members that are not stated from the text, and takes all of them apart.
func (s *screening) readText() {
	given := s.offer
	var spans []Span
	if given.Text != "" {
		var read Offer
		read, spans = ReadOffer(given.Text, given.Lang)
		s.read = s.offer.fill(&read)
		s.spans = map[incident.Path]Span{}
		for _, span := range spans {
			s.spans[span.Path] = span
		}
		s.whole = tokens(given.Text)
	}
	for path, text := range s.offer.texts() {
		if text == "" {
			continue
		}
		m := member{name: memberOf(path), path: path, text: text, hi: len(text)}
		if s.read[m.name] {
			m.path, m.text, m.words = "/text", given.Text, s.whole
			for _, span := range spans {
				if span.Path == path {
					m.lo, m.hi = span.Start, span.End
					s.members = append(s.members, m)
				}
			}
			continue
		}
		if m.words = s.whole; path != "/text" {
			m.words = tokens(text)
		}
		s.members = append(s.members, m)
	}
}

// fill takes over what o does not state, and returns the names of those members.
func (o *Offer) fill(read *Offer) map[string]bool {
	filled := map[string]bool{}
	for _, text := range [...]struct {
		name     string
		to, from *string
	}{
		{"role", &o.Role, &read.Role},
		{"employer", &o.Employer, &read.Employer},
		{"agent", &o.Agent, &read.Agent},
		{"licence", &o.Licence, &read.Licence},
		{"nationality", &o.Nationality, &read.Nationality},
		{"interview", &o.Interview, &read.Interview},
		{"visa", &o.Visa, &read.Visa},
		{"channel", &o.Channel, &read.Channel},
		{"fee", &o.Fee, &read.Fee},
		{"contract", &o.Contract, &read.Contract},
		{"transfers", &o.Transfers, &read.Transfers},
	} {
		if *text.to == "" {
			*text.to, filled[text.name] = *text.from, true
		}
	}
	if o.Lang == "" {
		o.Lang = read.Lang
	}
	if o.Pay == "" && o.Currency == "" && o.PayPeriod == "" { // they are one thing
		o.Pay, o.Currency, o.PayPeriod, filled["pay"] = read.Pay, read.Currency, read.PayPeriod, true
		filled["currency"], filled["payPeriod"] = true, true
	}
	if len(o.Destinations) == 0 {
		o.Destinations, filled["destinations"] = read.Destinations, true
	}
	if len(o.Promises) == 0 {
		o.Promises, filled["promises"] = read.Promises, true
	}
	return filled
}

// askRegister asks for the agent, by what the offer states of it.
func (s *screening) askRegister(register *Register) {
	if s.offer.Agent == "" && !s.states("licence") {
		s.answer = Answer{Reason: ReasonNothingAsked}
		return
	}
	q := Query{Country: s.offer.Nationality, Licence: s.offer.Licence, Name: s.offer.Agent}
	if !incident.IsCountry(q.Country) {
		q.Country = ""
	}
	s.answer = register.Lookup(q, s.on)
}

// askAdvisories finds those in force that speak of a destination of the offer or, when
// they name no country, of its kind of job.
func (s *screening) askAdvisories(advisories iter.Seq[*Advisory]) {
	if advisories == nil {
		return
	}
	for _, stands := range Current(advisories, s.on) {
		if a := stands.Advisory; stands.Standing.Holds() && (s.goesTo(a.Destinations) || len(a.Destinations) == 0 && s.namesRole(a)) {
			s.advisories = append(s.advisories, stands)
		}
	}
	slices.Reverse(s.advisories)
}

func (s *screening) goesTo(countries []string) bool {
	return slices.ContainsFunc(s.offer.Destinations, func(code string) bool { return slices.Contains(countries, code) })
}

// namesRole reports whether an advisory names the job of the offer: a kind of job that it
// is of, or the same words.
func (s *screening) namesRole(a *Advisory) bool {
	return len(s.roles)+len(s.job) > 0 && slices.ContainsFunc(a.Lures, func(lure string) bool {
		named, known := s.lures[lure]
		if !known {
			words := tokens(lure)
			s.rules.roles.find(words, func(p phrase, _, _ int) { named = named || slices.Contains(s.roles, p.list) })
			named = named || len(s.job) > 0 && slices.Equal(s.rules.telling(words), s.job)
			s.lures[lure] = named
		}
		return named
	})
}

// telling returns the words that tell one job from another, each once, in the order of the
// alphabet.
func (r *Rules) telling(words []token) (telling []string) {
	for _, t := range words {
		if !r.plain[t.word] {
			telling = append(telling, t.word)
		}
	}
	slices.Sort(telling)
	return slices.Compact(telling)
}

// findRoles finds the kinds of jobs that the offer is of: of its role, or else of its text.
func (s *screening) findRoles() {
	s.lures = map[string]bool{}
	s.job = s.rules.telling(tokens(s.offer.Role))
	for i := range s.members {
		if name := s.members[i].name; name != "role" && (name != "text" || s.offer.Role != "") {
			continue
		}
		for _, name := range s.rules.file.Roles {
			list := s.rules.lists[name]
			if _, ok := s.hits[hitKey{list, i, affirmed}]; ok {
				s.roles = append(s.roles, list)
			}
		}
	}
}

// abroad reports whether the work may be in another country. Of an advert's text alone
// that has to be said: many are of jobs around the corner.
func (s *screening) abroad() bool {
	o := &s.offer
	if s.atHome() {
		return false
	}
	return slices.ContainsFunc(tellingMembers[:], s.given) || len(o.Destinations) > 0 || o.Visa != "" || o.Transfers != "" || s.has(listAbroad)
}

// tellingMembers are those that somebody fills in who asks about work abroad.
var tellingMembers = [...]string{
	"role", "employer", "agent", "licence", "pay", "interview", "visa", "channel", "fee", "contract", "transfers", "promises",
} // read only

// atHome reports whether the work is in the person's own country: the one that is
// stated, or, when no visa is named, the one whose money or language the offer uses.
func (s *screening) atHome() bool {
	o := &s.offer
	homes := []string{o.Nationality}
	if o.Nationality == "" && o.Visa == "" {
		homes = []string{s.rules.file.Homes[o.Currency], s.rules.file.Homes[primary(o.Lang)]}
	}
	return len(o.Destinations) > 0 && slices.ContainsFunc(homes, func(home string) bool {
		return !slices.ContainsFunc(o.Destinations, func(code string) bool { return code != home })
	})
}

// member returns where a member that is a text stands.
func (s *screening) member(name string) spot {
	i := slices.IndexFunc(s.members, func(m member) bool { return m.name == name })
	if i < 0 {
		return spot{}
	}
	return spot{member: &s.members[i]}
}

// code returns where an element of a member stands that is no text but a code: itself,
// or the words of the text that it was read from.
func (s *screening) code(name string, i int, value string) spot {
	path := at(name, i)
	if span, ok := s.spans[path]; ok && s.read[name] {
		return spot{member: &member{name: name, path: "/text", text: s.offer.Text, lo: span.Start, hi: span.End}}
	}
	return spot{member: &member{name: name, path: path, text: value, hi: len(value)}}
}
