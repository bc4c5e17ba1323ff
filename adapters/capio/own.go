package capio

import (
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// dates takes over the times, as days in their own offsets from UTC: the earliest of when
// the infos take effect, the latest of when they expire, and neither when one of them
// does not say. What expires at 00:00:00 held on the day before.
func (c *converter) dates() {
	a, adv := c.alert, &c.adv
	adv.Issued = incident.DateOf(a.Sent.Day())
	var first, last Time
	for n := range a.Infos {
		i, path := &a.Infos[n], at("/alert", "info", n)
		effective := i.Effective
		if effective.IsZero() {
			effective = a.Sent
		}
		if n == 0 || effective.Compare(first) < 0 {
			first = effective
		}
		switch {
		case n == 0 || i.Expires.IsZero():
			last = i.Expires
		case !last.IsZero() && i.Expires.Compare(last) > 0:
			last = i.Expires
		}
		if n > 0 {
			other := &a.Infos[n-1]
			c.lose(i.Effective != other.Effective, path+"/effective", "infos differ: the earliest is taken")
			c.lose(i.Expires != other.Expires, path+"/expires", "infos differ: the latest is taken, or none")
		}
		c.lose(i.Effective.second != 0, path+"/effective", "an advisory has days, not times of day")
		c.lose(!i.Expires.IsZero() && i.Expires.second != 0 && i.Expires.second != secondsOfDay-1, path+"/expires", "an advisory has days, not times of day")
	}
	if slices.ContainsFunc(a.Infos, func(i Info) bool { return !i.Effective.IsZero() }) {
		adv.Effective = incident.DateOf(first.Day())
	}
	if last.IsZero() {
		return
	}
	day := last.Day()
	if last.second == 0 && day > max(a.Sent.Day(), first.Day()) {
		day--
	}
	adv.Expires = incident.DateOf(day)
}

// parameters reads what FromAdvisory wrote where CAP has no element. Those of the first
// info are taken. What contradicts an element is not believed, and lost, as are
// parameters that are not ours.
func (c *converter) parameters() {
	if len(c.alert.Infos) == 0 {
		return
	}
	missing, ours := "", c.alert.Infos[0].Parameters
	seen := map[string]bool{}
	for k, p := range ours {
		taken := !seen[p.Name] && c.parameter(p)
		if p.Name == paramUnstated && taken {
			missing = p.Value
		}
		seen[p.Name] = p.Name != paramNation && p.Name != paramLure && p.Name != paramContact
		c.lose(!taken, at("/alert/info[1]", "parameter", k), notTaken)
	}
	for word := range fields(missing) {
		c.forget(word)
	}
	var printed []string
	for _, contact := range c.adv.Usable() {
		printed = append(printed, contact.Value)
	}
	contact := strings.Join(printed, "; ")
	for n := range c.alert.Infos {
		i, path := &c.alert.Infos[n], at("/alert", "info", n)
		c.lose(i.Contact != "" && i.Contact != contact, path+"/contact", "the parameters say otherwise")
		for k, p := range i.Parameters {
			c.lose(n > 0 && !slices.Contains(ours, p), at(path, "parameter", k), notTaken)
		}
	}
}

const notTaken = "an advisory has no such parameter, or another element or parameter says otherwise"

// parameter takes over a parameter of ours, and reports whether it did.
func (c *converter) parameter(p Value) bool {
	adv := &c.adv
	switch p.Name {
	case paramUnstated:
	case paramIssued:
		return narrow(&adv.Issued, p.Value, incident.Date.Earliest)
	case paramEffective:
		return narrow(&adv.Effective, p.Value, incident.Date.Earliest)
	case paramExpires:
		return narrow(&adv.Expires, p.Value, incident.Date.Latest)
	case paramReviewed:
		d, err := incident.ParseDate(p.Value)
		if err != nil {
			return false
		}
		adv.Reviewed = d
	case paramNation:
		adv.Nationalities = append(adv.Nationalities, p.Value)
	case paramLure:
		adv.Lures = append(adv.Lures, p.Value)
	case paramScheme:
		adv.Level.Scheme = advisory.Scheme(p.Value)
	case paramLevel:
		adv.Level.Value = p.Value
	case paramContact:
		kind, value, _ := strings.Cut(p.Value, " ")
		adv.Contacts = append(adv.Contacts, advisory.Contact{Kind: advisory.ContactKind(kind), Value: value})
	case paramSourceKind:
		adv.Source.Kind = incident.SourceKind(p.Value)
	case paramSourceLang:
		adv.Source.Lang = p.Value
	case paramGrade:
		adv.Source.Grade = p.Value
	default:
		return false
	}
	return true
}

// forget takes back what was written only because CAP requires it, if that is what still
// stands there.
func (c *converter) forget(word string) {
	adv := &c.adv
	switch word {
	case noStatus:
		take(&adv.Status, advisory.Actual)
	case noMsgType:
		take(&adv.MsgType, advisory.Alert)
	case noCategory:
		if len(adv.Categories) == 1 && adv.Categories[0] == "Other" {
			adv.Categories = nil
		}
	case noUrgency:
		take(&adv.Urgency, advisory.UrgencyUnknown)
	case noSeverity:
		take(&adv.Severity, advisory.SeverityUnknown)
	case noCertainty:
		take(&adv.Certainty, advisory.CertaintyUnknown)
	case noInfos:
		if len(adv.Infos) == 1 && adv.Infos[0] == (advisory.Info{Lang: DefaultLanguage}) {
			adv.Infos = nil
		}
	}
}

// take undoes fill.
func take[S ~string](s *S, word S) {
	if *s == word {
		*s = ""
	}
}

// narrow takes a date as it was stated when its end is the day that is there, and reports
// whether it is.
func narrow(d *incident.Date, text string, end func(incident.Date) (incident.Day, bool)) bool {
	stated, err := incident.ParseDate(text)
	if err != nil {
		return false
	}
	day, ok := end(stated)
	there, known := d.Latest()
	if !ok || !known || day != there {
		return false
	}
	*d = stated
	return true
}
