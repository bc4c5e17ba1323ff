package capio

import (
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// Profile is the code that marks an alert as made by [FromAdvisory]: its parameters say
// what CAP has no element for, and [Alert.Advisory] makes the same advisory of it again.
const Profile = "profile:rescuetally:1"

// DefaultEvent is what an alert is about (info.event) where [ConvertOptions] say nothing.
const DefaultEvent = "Advice to people who are offered work abroad"

// ConvertOptions say what an advisory does not. The zero value derives all of it.
type ConvertOptions struct {
	// Sender returns the sender of an issuer: a name that is unique in the world, such
	// as alerts@ministry.example, without blanks, commas, < and &. A nil Sender, or an
	// empty text, is the issuer with those characters written as %20, %2C and so on.
	Sender func(issuer string) string
	// Lookup returns the advisory that another one of an issuer refers to by id, nil
	// when it is not known. A nil Lookup knows none. References to an advisory that is
	// not known name the issuer's own sender and the time [Never].
	Lookup func(issuer, id string) *advisory.Advisory
	// Event is what the alerts are about, in words; empty: DefaultEvent.
	Event string
}

// The names of parameters, behind the prefix.
const (
	prefix          = "rescuetally:"
	paramUnstated   = prefix + "unstated" // words between blanks: what stands in an element only because CAP requires it
	paramIssued     = prefix + "issued"   // the date, where it is no single day
	paramEffective  = prefix + "effective"
	paramExpires    = prefix + "expires"
	paramReviewed   = prefix + "reviewed"
	paramNation     = prefix + "nationality"
	paramLure       = prefix + "lure"
	paramScheme     = prefix + "level.scheme"
	paramLevel      = prefix + "level.value"
	paramContact    = prefix + "contact" // the kind, a blank, the value
	paramSourceKind = prefix + "source.kind"
	paramSourceLang = prefix + "source.lang"
	paramGrade      = prefix + "source.grade"
)

// The words of paramUnstated.
const (
	noStatus    = "status"
	noMsgType   = "msgType"
	noCategory  = "category"
	noUrgency   = "urgency"
	noSeverity  = "severity"
	noCertainty = "certainty"
	noInfos     = "infos"
)

// The names of lists of geocodes.
const (
	geoCountry     = "ISO 3166-1"
	geoSubdivision = "ISO 3166-2"
)

// FromAdvisory makes an alert of an advisory: an info for each language, an area for each
// destination and place. The package comment lists what stands where. A nil o is the
// zero ConvertOptions.
//
// The error are [incident.Findings], of [advisory.Advisory.Check] with JSON Pointers, or
// of [Alert.Check] with paths of XML for what CAP cannot hold: a time before the year 1,
// a language that is no tag, a character that XML does not have.
func FromAdvisory(adv *advisory.Advisory, o *ConvertOptions) (Alert, error) {
	if err := adv.Check().Err(); err != nil {
		return Alert{}, err
	}
	if o == nil {
		o = &ConvertOptions{}
	}
	a := Alert{
		Identifier: escape(adv.ID), Sender: o.sender(adv.Issuer), Sent: sentOn(adv.Issued),
		Status: adv.Status, MsgType: adv.MsgType, Source: adv.Source.Name, Scope: Public, Codes: []string{Profile},
	}
	fill(&a.Status, advisory.Actual)
	fill(&a.MsgType, advisory.Alert)
	for _, id := range adv.References {
		a.References = append(a.References, o.reference(adv.Issuer, id))
	}
	texts := adv.Infos
	if len(texts) == 0 {
		texts = []advisory.Info{{}}
	}
	common := o.info(adv)
	for _, text := range texts {
		i := common
		i.Language, i.Headline, i.Description, i.Instruction = text.Lang, text.Headline, text.Description, text.Instruction
		a.Infos = append(a.Infos, i)
	}
	if err := a.Check().Err(); err != nil {
		return Alert{}, err
	}
	return a, nil
}

// fill states a word that is not stated.
func fill[S ~string](s *S, word S) {
	if *s == "" {
		*s = word
	}
}

func (o *ConvertOptions) sender(issuer string) string {
	if o.Sender != nil {
		if s := o.Sender(issuer); s != "" {
			return s
		}
	}
	return escape(issuer)
}

func (o *ConvertOptions) reference(issuer, id string) Reference {
	if o.Lookup != nil {
		if other := o.Lookup(issuer, id); other != nil {
			return Reference{o.sender(other.Issuer), escape(id), sentOn(other.Issued)}
		}
	}
	return Reference{Sender: o.sender(issuer), Identifier: escape(id)}
}

// sentOn is the start of the first day of a date, in UTC.
func sentOn(d incident.Date) Time {
	day, _ := d.Earliest()
	return TimeOf(day, 0)
}

// info makes what the infos of an advisory have in common.
func (o *ConvertOptions) info(adv *advisory.Advisory) Info {
	i := Info{
		Categories: slices.Clone(adv.Categories), Event: o.Event, ResponseTypes: slices.Clone(adv.ResponseTypes),
		Urgency: adv.Urgency, Severity: adv.Severity, Certainty: adv.Certainty, Audience: adv.Audience,
		Effective: sentOn(adv.Effective), SenderName: adv.Issuer, Web: adv.Source.URL,
	}
	if last, ok := adv.Expires.Latest(); ok {
		i.Expires = TimeOf(last, secondsOfDay-1)
	}
	fill(&i.Event, DefaultEvent)
	fill(&i.Urgency, advisory.UrgencyUnknown)
	fill(&i.Severity, advisory.SeverityUnknown)
	fill(&i.Certainty, advisory.CertaintyUnknown)
	if len(i.Categories) == 0 {
		i.Categories = []advisory.Category{"Other"}
	}
	var printed []string
	for _, c := range adv.Usable() {
		printed = append(printed, c.Value)
	}
	i.Contact = strings.Join(printed, "; ")
	i.Parameters = parameters(adv)
	for _, code := range adv.Destinations {
		name, _ := incident.CountryName(code)
		i.Areas = append(i.Areas, Area{Desc: name, Geocodes: []Value{{geoCountry, code}}})
	}
	for _, place := range adv.Places {
		area := Area{Desc: place}
		if name, ok := incident.SubdivisionName(place); ok && incident.IsSubdivision(place) {
			area = Area{Desc: name, Geocodes: []Value{{geoSubdivision, place}}}
		}
		i.Areas = append(i.Areas, area)
	}
	return i
}

// parameters say what CAP has no element for.
func parameters(adv *advisory.Advisory) (values []Value) {
	add := func(name, value string) { values = append(values, Value{name, value}) }
	if list := unstated(adv); len(list) > 0 {
		add(paramUnstated, strings.Join(list, " "))
	}
	for _, d := range [...]struct {
		name string
		date incident.Date
	}{{paramIssued, adv.Issued}, {paramEffective, adv.Effective}, {paramExpires, adv.Expires}} {
		if day, ok := d.date.Earliest(); ok && d.date != incident.DateOf(day) {
			add(d.name, d.date.String())
		}
	}
	stated := func(name, value string) {
		if value != "" {
			add(name, value)
		}
	}
	stated(paramReviewed, adv.Reviewed.String())
	for _, s := range adv.Nationalities {
		add(paramNation, s)
	}
	for _, s := range adv.Lures {
		add(paramLure, s)
	}
	stated(paramScheme, string(adv.Level.Scheme))
	stated(paramLevel, adv.Level.Value)
	for _, c := range adv.Contacts {
		add(paramContact, string(c.Kind)+" "+c.Value)
	}
	stated(paramSourceKind, string(adv.Source.Kind))
	stated(paramSourceLang, adv.Source.Lang)
	stated(paramGrade, adv.Source.Grade)
	return values
}

// unstated lists what an alert has to state and the advisory does not.
func unstated(adv *advisory.Advisory) (list []string) {
	for _, s := range [...]struct {
		missing bool
		word    string
	}{
		{adv.Status == "", noStatus},
		{adv.MsgType == "", noMsgType},
		{len(adv.Categories) == 0, noCategory},
		{adv.Urgency == "", noUrgency},
		{adv.Severity == "", noSeverity},
		{adv.Certainty == "", noCertainty},
		{len(adv.Infos) == 0, noInfos},
	} {
		if s.missing {
			list = append(list, s.word)
		}
	}
	return list
}

// escape writes the characters that an identifier may not have, and %, as their number.
func escape(s string) string {
	const hex = "0123456789ABCDEF"
	if !restricted(s) && !strings.Contains(s, "%") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; strings.IndexByte(blanks+",<&%", c) >= 0 {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
