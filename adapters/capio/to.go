package capio

import (
	"net/url"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// A Loss is something that an alert says and its advisory does not. It holds no value of
// the alert.
type Loss struct {
	Path   string // of the element, such as /alert/info[1]/onset
	Reason string // one line; not API
}

// Advisory makes an advisory of an alert that has passed [Alert.Check], and says what is
// lost by that: the package comment lists what becomes of each element. Of one that
// [FromAdvisory] made nothing is lost but what somebody has added to it since. The
// advisory owns its memory.
//
// An alert with several infos becomes one advisory: texts of one language are joined,
// lists are added to each other, of urgency, severity and certainty the strongest is
// taken, and of the times the span that covers all.
func (a *Alert) Advisory() (advisory.Advisory, []Loss) {
	c := &converter{alert: a, own: slices.Contains(a.Codes, Profile)}
	c.message()
	for n := range a.Infos {
		c.info(n, at("/alert", "info", n), &a.Infos[n])
	}
	c.dates()
	if c.own {
		c.parameters()
	}
	return c.adv, c.losses
}

type converter struct {
	alert  *Alert
	own    bool // made by FromAdvisory
	adv    advisory.Advisory
	losses []Loss
}

func (c *converter) lose(lost bool, path, reason string) {
	if lost {
		c.losses = append(c.losses, Loss{path, reason})
	}
}

// message takes over what stands outside of the infos.
func (c *converter) message() {
	a, adv := c.alert, &c.adv
	adv.ID, adv.Issuer = c.id(a.Identifier), a.Sender
	adv.Status, adv.MsgType, adv.Source.Name = a.Status, a.MsgType, a.Source
	for _, i := range a.Infos {
		if i.SenderName != "" {
			adv.Issuer = i.SenderName
			break
		}
	}
	for _, r := range a.References {
		adv.References = append(adv.References, c.id(r.Identifier))
	}
	const path = "/alert"
	c.lose(a.Scope != Public, path+"/scope", "an advisory is public; this alert is not")
	c.lose(a.Restriction != "", path+"/restriction", "an advisory has no restriction")
	c.lose(len(a.Addresses) > 0, path+"/addresses", "an advisory has no addressees")
	c.lose(a.Note != "", path+"/note", "an advisory has no note")
	c.lose(len(a.Incidents) > 0, path+"/incidents", "an advisory names no incidents")
	c.lose(len(a.Signatures) > 0, path+"/Signature", "an advisory is not signed")
	c.lose(!c.own && adv.Issuer != a.Sender, path+"/sender", "the issuer is the name of the sender")
	c.lose(a.Sent.second != 0, path+"/sent", "an advisory has days, not times of day")
	c.lose(len(a.Codes) > 1 || !c.own && len(a.Codes) > 0, path+"/code", "an advisory has no codes")
	c.lose(!c.own && len(a.References) > 0, path+"/references", "an advisory refers to others by their ids alone")
}

// id undoes escape.
func (c *converter) id(s string) string {
	if c.own {
		if id, err := url.PathUnescape(s); err == nil {
			return id
		}
	}
	return s
}

// info takes over what an info says.
func (c *converter) info(n int, path string, i *Info) {
	adv := &c.adv
	differs := func(now, then string, name string) {
		c.lose(n > 0 && now != then, path+"/"+name, "another info says otherwise")
	}
	strongest(&adv.Urgency, i.Urgency, advisory.Urgencies(), n, func(differ bool) { c.lose(differ, path+"/urgency", "infos differ: the strongest is taken") })
	strongest(&adv.Severity, i.Severity, advisory.Severities(), n, func(differ bool) { c.lose(differ, path+"/severity", "infos differ: the strongest is taken") })
	strongest(&adv.Certainty, i.Certainty, advisory.Certainties(), n, func(differ bool) { c.lose(differ, path+"/certainty", "infos differ: the strongest is taken") })
	adv.Categories = union(adv.Categories, i.Categories)
	adv.ResponseTypes = union(adv.ResponseTypes, i.ResponseTypes)
	fill(&adv.Audience, i.Audience)
	c.lose(adv.Audience != i.Audience, path+"/audience", "another info says otherwise")
	if i.SenderName != "" {
		differs(i.SenderName, adv.Issuer, "senderName")
	}
	c.text(path, i)
	c.web(path, i.Web)
	var places, countries []string
	for k := range i.Areas {
		c.area(at(path, "area", k), &i.Areas[k], &countries, &places)
	}
	adv.Destinations, adv.Places = union(adv.Destinations, countries), union(adv.Places, places)
	c.lose(len(i.EventCodes) > 0, path+"/eventCode", "an advisory has no codes of events")
	c.lose(!i.Onset.IsZero(), path+"/onset", "an advisory says from when it holds, not when something begins")
	c.lose(len(i.Resources) > 0, path+"/resource", "an advisory has no files")
	if c.own {
		return
	}
	c.lose(len(i.Parameters) > 0, path+"/parameter", "an advisory has no parameters")
	if contact, ok := contactOf(i.Contact); !ok {
		c.lose(i.Contact != "", path+"/contact", "this is no single number or address")
	} else if !slices.Contains(adv.Contacts, contact) {
		adv.Contacts = append(adv.Contacts, contact)
	}
}

// text takes over the texts of an info, to those in the same language.
func (c *converter) text(path string, i *Info) {
	info := advisory.Info{Lang: i.Language, Headline: i.Headline, Description: i.Description, Instruction: i.Instruction}
	fill(&info.Lang, DefaultLanguage)
	if !c.own {
		fill(&info.Headline, i.Event)
		c.lose(info.Headline != i.Event, path+"/event", "the headline says what it is about")
	}
	for k := range c.adv.Infos {
		other := &c.adv.Infos[k]
		if !strings.EqualFold(other.Lang, info.Lang) {
			continue
		}
		c.lose(true, path, "two infos are in one language: their texts are joined")
		other.Headline = joined(other.Headline, info.Headline, "; ")
		other.Description = joined(other.Description, info.Description, "\n\n")
		other.Instruction = joined(other.Instruction, info.Instruction, "\n\n")
		return
	}
	c.adv.Infos = append(c.adv.Infos, info)
}

// joined joins two texts, unless one is empty or they are the same.
func joined(a, b, between string) string {
	switch {
	case a == "" || a == b:
		return b
	case b == "" || strings.HasSuffix(a, between+b) || strings.HasPrefix(a, b+between):
		return a
	}
	return a + between + b
}

// web takes over the address of a page, as where the advisory is from.
func (c *converter) web(path, address string) {
	if isWeb(address) {
		fill(&c.adv.Source.URL, address)
	}
	c.lose(address != "" && c.adv.Source.URL != address, path+"/web", "an advisory has one address, of the web")
}

// area takes over countries and places. A country is a destination as a whole only when
// nothing in the area narrows it.
func (c *converter) area(path string, a *Area, countries, places *[]string) {
	known, named, coded := 0, false, false
	for _, g := range a.Geocodes {
		name, isCountry := incident.CountryName(g.Value)
		switch {
		case isList(g.Name, geoCountry) && isCountry && incident.IsCountry(g.Value):
			known++
			named = named || strings.EqualFold(name, strings.Trim(a.Desc, blanks))
			*countries = append(*countries, g.Value)
		case isList(g.Name, geoSubdivision) && incident.IsSubdivision(g.Value):
			known++
			coded = true
			*places = append(*places, g.Value)
			name, _ := incident.SubdivisionName(g.Value)
			c.lose(!strings.EqualFold(name, strings.Trim(a.Desc, blanks)), path+"/areaDesc", "the code is taken for the place")
		}
	}
	shaped := len(a.Polygons)+len(a.Circles) > 0
	narrow := shaped || known < len(a.Geocodes)
	if !coded && (!named || narrow) {
		*places = append(*places, a.Desc)
	}
	c.lose(shaped, path, "an advisory has no polygons and circles")
	c.lose(known < len(a.Geocodes), path+"/geocode", "an advisory has geocodes of ISO 3166 only")
	c.lose(a.Altitude != "", path+"/altitude", "an advisory has no altitudes")
}

// isList reports whether a geocode's list is that of a name, however it is written.
func isList(name, list string) bool {
	plain := strings.NewReplacer(" ", "", "-", "", "_", "", ":", "")
	return strings.EqualFold(plain.Replace(name), plain.Replace(list))
}

// contactOf reads a contact that is a single number or address.
func contactOf(s string) (advisory.Contact, bool) {
	s = strings.Trim(s, blanks)
	for _, kind := range [...]advisory.ContactKind{advisory.Email, advisory.Phone, advisory.URL} {
		if c := (advisory.Contact{Kind: kind, Value: s}); c.Broken() == "" {
			return c, true
		}
	}
	return advisory.Contact{}, false
}

// strongest takes the word that comes first in the list.
func strongest[S ~string](now *S, word S, order func(func(S) bool), n int, differ func(bool)) {
	if n == 0 {
		*now = word
		return
	}
	differ(*now != word)
	for s := range order {
		if s == *now || s == word {
			*now = s
			return
		}
	}
}

// union adds to a list what another has and it has not.
func union[S comparable](list, more []S) []S {
	had := len(list)
	for _, s := range more {
		if !slices.Contains(list[:had], s) {
			list = append(list, s)
		}
	}
	return list
}
