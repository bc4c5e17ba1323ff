package advisory

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// Check returns what is wrong with an advisory, in the order of the format's members:
// required members ([incident.CodeFieldRequired]), words that CAP does not have
// ([incident.CodeCodeUnknown]), countries ([incident.CodePlaceCountry]), dates that may
// be no interval ([incident.CodeDateSyntax]) or are in no order
// ([incident.CodeDateOrder]), references to itself ([incident.CodeRecordCycle]) and
// none where the message type needs one ([incident.CodeFieldRequired]), languages that
// are there twice or without what the others have ([incident.CodeInfoParity]), contacts
// that are visibly broken ([incident.CodeContactBroken]), empty items of lists
// ([incident.CodeFieldEmpty]), languages that are none ([incident.CodeSourceLang]),
// characters that hide what a text says ([incident.CodeTextForbidden] and its like), and
// the source, as [incident.Record.CheckShape] checks it. No finding holds a value of the
// advisory.
//
// It opens nothing and keeps nothing: it is safe for concurrent use.
func (a *Advisory) Check() incident.Findings {
	c := checker{a: a}
	c.required()
	c.words()
	c.dates()
	c.references()
	c.countries()
	c.infos()
	c.texts()
	for i, contact := range a.Contacts {
		path := at("contacts", i)
		if !contact.known() {
			c.add(incident.CodeCodeUnknown, incident.Error, path+"/kind", "the kind of a contact is phone, email, url or app")
		} else if why := contact.Broken(); why != "" {
			c.add(incident.CodeContactBroken, incident.Warning, path+"/value", "a contact is visibly broken: "+why+"; it is not shown")
		}
	}
	c.found = append(c.found, borrowed(incident.Record{Source: a.Source}, "/source", "/source")...)
	return c.found
}

// texts looks for characters in texts that hide what they say.
func (c *checker) texts() {
	a := c.a
	text := func(path incident.Path, s string) {
		if s != "" {
			c.found = append(c.found, borrowed(incident.Record{Notes: s}, "/notes", path)...)
		}
	}
	text("/id", a.ID)
	text("/issuer", a.Issuer)
	text("/audience", a.Audience)
	for _, list := range [...]struct {
		name  string
		items []string
	}{{"references", a.References}, {"places", a.Places}, {"lures", a.Lures}} {
		for i, s := range list.items {
			if s == "" {
				c.add(incident.CodeFieldEmpty, incident.Error, at(list.name, i), "an item of a list is empty: leave it out")
			}
			text(at(list.name, i), s)
		}
	}
	text("/level/scheme", string(a.Level.Scheme))
	text("/level/value", a.Level.Value)
	for i, info := range a.Infos {
		c.found = append(c.found, borrowed(incident.Record{Source: incident.Source{Lang: info.Lang}}, "/source/lang", at("infos", i)+"/lang")...)
		text(at("infos", i)+"/headline", info.Headline)
		text(at("infos", i)+"/description", info.Description)
		text(at("infos", i)+"/instruction", info.Instruction)
	}
	for i, contact := range a.Contacts {
		text(at("contacts", i)+"/value", contact.Value)
	}
}

type checker struct {
	a     *Advisory
	found incident.Findings
}

func (c *checker) add(code incident.Code, s incident.Severity, path incident.Path, message string) {
	c.found = append(c.found, incident.Finding{Code: code, Severity: s, Path: path, Message: message})
}

func at(list string, i int) incident.Path { return "/" + list + "/" + strconv.Itoa(i) }

func (c *checker) required() {
	for _, member := range [...]struct {
		name   string
		stated bool
	}{{"id", c.a.ID != ""}, {"issuer", c.a.Issuer != ""}, {"issued", !c.a.Issued.IsZero()}} {
		if !member.stated {
			c.add(incident.CodeFieldRequired, incident.Error, "/"+member.name, "an advisory states its "+member.name)
		}
	}
}

func (c *checker) words() {
	word := func(ok bool, path incident.Path) {
		if !ok {
			c.add(incident.CodeCodeUnknown, incident.Error, path, "it is none of the words that CAP 1.2 has for this member")
		}
	}
	word(c.a.Status == "" || slices.Contains(statuses[:], c.a.Status), "/status")
	word(c.a.MsgType == "" || slices.Contains(msgTypes[:], c.a.MsgType), "/msgType")
	word(c.a.Urgency == "" || slices.Contains(urgencies[:], c.a.Urgency), "/urgency")
	word(c.a.Severity == "" || slices.Contains(severities[:], c.a.Severity), "/severity")
	word(c.a.Certainty == "" || slices.Contains(certainties[:], c.a.Certainty), "/certainty")
	for i, category := range c.a.Categories {
		word(slices.Contains(categories[:], category), at("categories", i))
	}
	for i, response := range c.a.ResponseTypes {
		word(slices.Contains(responses[:], response), at("responseTypes", i))
	}
	if l := c.a.Level; !l.IsZero() && (l.Scheme == "" || l.Value == "") {
		c.add(incident.CodeFieldRequired, incident.Error, "/level", "a level has a scheme and a value")
	} else if _, ok := l.Advice(); !ok && l.Scheme.scale() != nil {
		c.add(incident.CodeCodeUnknown, incident.Error, "/level/value", "the scheme has no such level")
	}
}

func (c *checker) dates() {
	a := c.a
	for _, d := range [...]struct {
		path incident.Path
		date incident.Date
	}{{"/issued", a.Issued}, {"/effective", a.Effective}, {"/expires", a.Expires}, {"/reviewed", a.Reviewed}} {
		if d.date.IsInterval() {
			c.add(incident.CodeDateSyntax, incident.Error, d.path, "this is one day, month or year, not an interval")
		}
	}
	for _, pair := range [...]struct {
		path, also    incident.Path
		first, second incident.Date
		message       string
	}{
		{"/expires", "/effective", a.Effective, a.Expires, "it expires before it takes effect"},
		{"/expires", "/issued", a.Issued, a.Expires, "it expires before it is issued"},
		{"/reviewed", "/issued", a.Issued, a.Reviewed, "it is reviewed before it is issued"},
	} {
		if pair.first.IsZero() || pair.second.IsZero() {
			continue
		}
		if order, certain := pair.first.Compare(pair.second); certain && order > 0 {
			c.found = append(c.found, incident.Finding{
				Code: incident.CodeDateOrder, Severity: incident.Error, Path: pair.path, Also: pair.also, Message: pair.message,
			})
		}
	}
}

func (c *checker) references() {
	for i, ref := range c.a.References {
		if ref == c.a.ID {
			c.add(incident.CodeRecordCycle, incident.Error, at("references", i), "an advisory refers to others, not to itself")
		}
	}
	if t := c.a.msgType(); t != Alert && len(c.a.References) == 0 {
		c.add(incident.CodeFieldRequired, incident.Error, "/references", "a message of this type says what it refers to")
	}
}

func (c *checker) countries() {
	for _, list := range [...]struct {
		name   string
		values []string
	}{{"nationalities", c.a.Nationalities}, {"destinations", c.a.Destinations}} {
		for i, code := range list.values {
			if !incident.IsCountry(code) && (list.name != "nationalities" || code != incident.Stateless) {
				c.add(incident.CodePlaceCountry, incident.Error, at(list.name, i), "a country is an ISO 3166-1 alpha-2 code in capital letters")
			}
		}
	}
}

// infos compares the languages: what one of them says, all of them say.
func (c *checker) infos() {
	seen := map[string]bool{}
	var most [3]bool // headline, description, instruction
	says := func(i Info) [3]bool { return [3]bool{i.Headline != "", i.Description != "", i.Instruction != ""} }
	for i, info := range c.a.Infos {
		if info.Lang == "" {
			c.add(incident.CodeFieldRequired, incident.Error, at("infos", i)+"/lang", "a text says its language")
		} else if tag := foldTag(info.Lang); seen[tag] {
			c.add(incident.CodeInfoParity, incident.Error, at("infos", i)+"/lang", "there are two texts in one language: keep one")
		} else {
			seen[tag] = true
		}
		for member, stated := range says(info) {
			most[member] = most[member] || stated
		}
	}
	for i, info := range c.a.Infos {
		var lacks []string
		for member, stated := range says(info) {
			if most[member] && !stated {
				lacks = append(lacks, [...]string{"headline", "description", "instruction"}[member])
			}
		}
		if len(lacks) > 0 {
			c.add(incident.CodeInfoParity, incident.Warning, at("infos", i), "this language lacks what another has: "+strings.Join(lacks, ", "))
		}
	}
}
