package advisory

import (
	"iter"
	"slices"
	"strings"
)

// The words below are those of CAP 1.2, section 3.2, spelt as there.

// A Status says how an advisory is to be handled (alert.status). The zero Status is
// not stated, and taken for Actual.
type Status string

// The statuses.
const (
	Actual   Status = "Actual"
	Exercise Status = "Exercise"
	System   Status = "System"
	Test     Status = "Test"
	Draft    Status = "Draft"
)

// A MsgType says what an advisory does to those it refers to (alert.msgType). The zero
// MsgType is not stated, and taken for Alert.
type MsgType string

// The message types.
const (
	Alert  MsgType = "Alert"
	Update MsgType = "Update" // replaces its References
	Cancel MsgType = "Cancel" // ends its References
	Ack    MsgType = "Ack"
	Error  MsgType = "Error" // rejects its References
)

// An Urgency says how soon to act (info.urgency). The zero Urgency is not stated.
type Urgency string

// The urgencies.
const (
	UrgencyImmediate Urgency = "Immediate"
	UrgencyExpected  Urgency = "Expected" // within the next hour
	UrgencyFuture    Urgency = "Future"
	UrgencyPast      Urgency = "Past"
	UrgencyUnknown   Urgency = "Unknown"
)

// A Severity says how bad it is (info.severity). The zero Severity is not stated.
type Severity string

// The severities.
const (
	SeverityExtreme  Severity = "Extreme"
	SeveritySevere   Severity = "Severe"
	SeverityModerate Severity = "Moderate"
	SeverityMinor    Severity = "Minor"
	SeverityUnknown  Severity = "Unknown"
)

// A Certainty says how sure it is (info.certainty). The zero Certainty is not stated.
type Certainty string

// The certainties.
const (
	CertaintyObserved Certainty = "Observed"
	CertaintyLikely   Certainty = "Likely" // more than half
	CertaintyPossible Certainty = "Possible"
	CertaintyUnlikely Certainty = "Unlikely"
	CertaintyUnknown  Certainty = "Unknown"
)

// A Category says what kind of hazard it is (info.category).
type Category string

// A ResponseType says what people are to do (info.responseType).
type ResponseType string

var (
	statuses    = [...]Status{Actual, Exercise, System, Test, Draft}                                                                           // read only
	msgTypes    = [...]MsgType{Alert, Update, Cancel, Ack, Error}                                                                              // read only
	urgencies   = [...]Urgency{UrgencyImmediate, UrgencyExpected, UrgencyFuture, UrgencyPast, UrgencyUnknown}                                  // read only
	severities  = [...]Severity{SeverityExtreme, SeveritySevere, SeverityModerate, SeverityMinor, SeverityUnknown}                             // read only
	certainties = [...]Certainty{CertaintyObserved, CertaintyLikely, CertaintyPossible, CertaintyUnlikely, CertaintyUnknown}                   // read only
	categories  = [...]Category{"Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport", "Infra", "CBRNE", "Other"} // read only
	responses   = [...]ResponseType{"Shelter", "Evacuate", "Prepare", "Execute", "Avoid", "Monitor", "Assess", "AllClear", "None"}             // read only
)

// Statuses returns the statuses, in the order of CAP.
func Statuses() iter.Seq[Status] { return slices.Values(statuses[:]) }

// MsgTypes returns the message types, in the order of CAP.
func MsgTypes() iter.Seq[MsgType] { return slices.Values(msgTypes[:]) }

// Urgencies returns the urgencies, the most urgent first.
func Urgencies() iter.Seq[Urgency] { return slices.Values(urgencies[:]) }

// Severities returns the severities, the worst first.
func Severities() iter.Seq[Severity] { return slices.Values(severities[:]) }

// Certainties returns the certainties, the surest first.
func Certainties() iter.Seq[Certainty] { return slices.Values(certainties[:]) }

// Categories returns the categories, in the order of CAP.
func Categories() iter.Seq[Category] { return slices.Values(categories[:]) }

// ResponseTypes returns the response types, in the order of CAP.
func ResponseTypes() iter.Seq[ResponseType] { return slices.Values(responses[:]) }

// foldTag returns a language tag in small letters, with hyphens.
func foldTag(tag string) string { return strings.ReplaceAll(strings.ToLower(tag), "_", "-") }

// primary returns the primary language of a tag.
func primary(tag string) string {
	lang, _, _ := strings.Cut(foldTag(tag), "-")
	return lang
}
