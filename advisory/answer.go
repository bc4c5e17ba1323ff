package advisory

import (
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// A Match is a [Register]'s answer to whether an agent may recruit. The zero
// Match is CannotTell. None of the three says that an offer is safe.
type Match uint8

// The answers.
const (
	CannotTell Match = iota // the register does not settle it
	No                      // the register speaks against the agent
	Yes                     // the register lists the agent, with a licence that is valid on the day
)

// String returns "cannot-tell", "no" or "yes".
func (m Match) String() string {
	switch m {
	case No:
		return "no"
	case Yes:
		return "yes"
	}
	return "cannot-tell"
}

// AppendText appends the text of [Match.String] to b. It never fails.
func (m Match) AppendText(b []byte) ([]byte, error) { return append(b, m.String()...), nil }

// MarshalText returns the text of [Match.String]. It never fails.
func (m Match) MarshalText() ([]byte, error) { return m.AppendText(nil) }

// UnmarshalText reads what [Match.MarshalText] writes. The error is an
// [*incident.SyntaxError] with [incident.CodeCodeUnknown].
func (m *Match) UnmarshalText(text []byte) error {
	for _, known := range [...]Match{CannotTell, No, Yes} {
		if known.String() == string(text) {
			*m = known
			return nil
		}
	}
	return &incident.SyntaxError{Code: incident.CodeCodeUnknown, Type: "match", Reason: "write yes, no or cannot-tell"}
}

// A Reason is why a [Register] answers as it does: the rule that settled it. The
// zero Reason is that of the zero Answer.
type Reason string

// The reasons, each with the answer that it gives.
const (
	ReasonListed         Reason = "listed"          // yes: licensed, valid on the day
	ReasonListedAgainst  Reason = "listed-against"  // no: listed as expired, suspended, cancelled, blacklisted, unregistered or impersonated
	ReasonAnotherName    Reason = "another-name"    // no: the licence is listed, and belongs to another name
	ReasonNotListed      Reason = "not-listed"      // no: in none of the entries, which are complete
	ReasonNothingAsked   Reason = "nothing-asked"   // cannot tell: neither a licence nor a name
	ReasonUnreadable     Reason = "unreadable"      // cannot tell: the licence or the name has no letter and no digit, or is too long
	ReasonEmpty          Reason = "empty-register"  // cannot tell
	ReasonIncomplete     Reason = "incomplete"      // cannot tell: not found, in entries that are not said to be complete
	ReasonResembles      Reason = "resembles"       // cannot tell: only a similar name is found
	ReasonScript         Reason = "another-script"  // cannot tell: the names are in scripts that are not compared
	ReasonLicenceDiffers Reason = "licence-differs" // cannot tell: of the number found, region, type or year are others
	ReasonOtherLicence   Reason = "other-licence"   // cannot tell: the licence is not found, the name is with another
	ReasonSeveral        Reason = "several"         // cannot tell: several agents are meant, of which some may recruit
	ReasonUnscoped       Reason = "no-country"      // cannot tell: a number without a country could be several countries'
	ReasonStatus         Reason = "status-unknown"  // cannot tell: found, and the status on the day is not known
	ReasonStale          Reason = "stale"           // cannot tell: the register is too old for what it would say
	ReasonLater          Reason = "later-register"  // cannot tell: what the register would say was known only after the day asked
	ReasonTooCommon      Reason = "too-common"      // cannot tell: more entries may be meant than are looked at
)

// A Query is whom to look for. Each member may be left out; with both a Licence
// and a Name, both have to be of one agent.
type Query struct {
	Country   string // ISO 3166-1 alpha-2: where the agent is licensed
	Authority string // whose licence it is said to be, as in the entries; only a [Coverage] asks for it
	Licence   string // as printed
	Name      string
}

// An Answer is what a [Register] says of an agent on a day. The zero Answer says
// nothing.
type Answer struct {
	Match       Match
	Reason      Reason
	Status      EntryStatus   // of the agent on the day asked; of several agents the worst
	AsOf        incident.Date // of what the answer rests on: the oldest; not stated when that is not known
	Stale       bool          // AsOf is more than MaxAge days before the day asked, or may be
	AnotherName bool          // the licence belongs to another name: who shows it works under another's licence
	Found       []Found       // the entries that may be meant, the likest first, at most MaxFound
}

// Found is an entry that may be meant.
type Found struct {
	Entry   *Entry      // a copy
	Licence bool        // the licence matches
	Score   int         // how alike the names are, as [CompareNames] has it; 0 when no name was asked for
	Status  EntryStatus // on the day asked
}

// badness orders statuses by what they mean for a job seeker.
func (s EntryStatus) badness() int {
	return 1 + slices.Index([]EntryStatus{
		StatusValid, "", StatusExpired, StatusSuspended, StatusCancelled, StatusUnregistered, StatusImpersonated, StatusBlacklisted,
	}, s)
}

// against reports whether s speaks against an agent.
func (s EntryStatus) against() bool { return s != "" && s != StatusValid }
