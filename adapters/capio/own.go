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
		if !c.own {
			c.lose(i.Effective.second != 0, path+"/effective", "an advisory has days, not times of day")
			c.lose(!i.Expires.IsZero() && i.Expires.second != 0 && i.Expires.second != secondsOfDay-1, path+"/expires", "an advisory has days, not times of day")
		}
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
// info are taken. What contradicts an element is not believed.
func (c *converter) parameters() {
	adv := &c.adv
	if len(c.alert.Infos) == 0 {
		return
	}
	var missing string
	for _, p := range c.alert.Infos[0].Parameters {
		switch p.Name {
		case paramUnstated:
			missing = p.Value
		case paramIssued:
			narrow(&adv.Issued, p.Value, incident.Date.Earliest)
		case paramEffective:
			narrow(&adv.Effective, p.Value, incident.Date.Earliest)
		case paramExpires:
			narrow(&adv.Expires, p.Value, incident.Date.Latest)
		case paramReviewed:
			if d, err := incident.ParseDate(p.Value); err == nil {
				adv.Reviewed = d
			}
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
		}
	}
	for word := range fields(missing) {
		c.forget(word)
	}
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

// narrow takes a date as it was stated when its end is the day that is there.
func narrow(d *incident.Date, text string, end func(incident.Date) (incident.Day, bool)) {
	stated, err := incident.ParseDate(text)
	if err != nil {
		return
	}
	day, ok := end(stated)
	if there, _ := d.Latest(); ok && day == there {
		*d = stated
	}
}
