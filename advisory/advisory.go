package advisory

import "github.com/rescuetally/rescuetally/incident"

// An Advisory is what an authority tells people to do or to leave in the face of a
// hazard. The zero value states nothing and is not valid: see [Advisory.Check].
type Advisory struct {
	ID        string        // unique within its issuer; required
	Issuer    string        // the authority; required
	Issued    incident.Date // when it was published; required
	Effective incident.Date // from when on it holds; unstated: from Issued on
	Expires   incident.Date // until when it holds, that day included; unstated: nobody said
	Reviewed  incident.Date // when the issuer last found that it still holds

	Status        Status         // unstated: Actual
	MsgType       MsgType        // unstated: Alert
	Urgency       Urgency        // unstated is not Unknown, which is said
	Severity      Severity       // the same
	Certainty     Certainty      // the same
	Categories    []Category     //
	ResponseTypes []ResponseType // what people are to do
	References    []string       // ids of what this one updates or cancels

	Audience      string   // whom it speaks to, as it says
	Nationalities []string // the same, ISO 3166-1 alpha-2
	Destinations  []string // countries it warns of, ISO 3166-1 alpha-2; none: of any
	Places        []string // parts of them, ISO 3166-2 or names; none: of all of them
	Lures         []string // jobs and promises it names

	Level    Level
	Infos    []Info // its text, one for each language
	Contacts []Contact
	Source   incident.Source
}

// An Info is the text of an advisory in one language.
type Info struct {
	Lang        string // BCP 47
	Headline    string
	Description string
	Instruction string // what to do
}

// In returns the text in a language: that of the tag itself, or else of its primary
// language ("pt" for "pt-BR", and the other way round). ok is false when there is none.
func (a *Advisory) In(lang string) (info Info, ok bool) {
	for _, i := range a.Infos {
		if foldTag(i.Lang) == foldTag(lang) {
			return i, true
		}
	}
	for _, i := range a.Infos {
		if primary(i.Lang) == primary(lang) && primary(lang) != "" {
			return i, true
		}
	}
	return Info{}, false
}

// status returns the status, which is Actual when none is stated.
func (a *Advisory) status() Status {
	if a.Status == "" {
		return Actual
	}
	return a.Status
}

// msgType returns the message type, which is Alert when none is stated.
func (a *Advisory) msgType() MsgType {
	if a.MsgType == "" {
		return Alert
	}
	return a.MsgType
}
