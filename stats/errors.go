package stats

import "github.com/rescuetally/rescuetally/incident"

// Limits bound what an aggregation holds; the zero value of each field is its
// safe default. They are documented at [incident.Limits].
type Limits = incident.Limits

// An Error says why an aggregation went no further. Code is API, Message is
// not; it holds no value of a record.
type Error struct {
	Code    incident.Code
	Message string // one line: what was found and what to do
}

// Error returns "stats: message [code]".
func (e *Error) Error() string { return "stats: " + e.Message + " [" + string(e.Code) + "]" }

func errGroups() error {
	return &Error{incident.CodeLimitGroups, "there are more groups than Limits.Groups allows: group by less, or raise it"}
}

func errState() error {
	return &Error{incident.CodeFormatUnexpected, "these bytes are no state of this version of the package"}
}

func errOverflow() error {
	return &Error{incident.CodeStatsOverflow, "a row has more events or figures than can be counted: group by more, or add up less"}
}
