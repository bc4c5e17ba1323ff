package incident

import (
	"log/slog"
	"strings"
)

// Severity says how bad a [Finding] is. The zero Severity is invalid.
type Severity uint8

// The severities, the worst first.
const (
	Error   Severity = iota + 1 // certainly wrong
	Warning                     // possibly wrong
	Note                        // worth knowing
)

// IsZero reports whether s is none of the severities.
func (s Severity) IsZero() bool { return s == 0 }

// String returns "error", "warning", "note", or "" for the zero Severity.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Note:
		return "note"
	}
	return ""
}

// AppendText appends the text of [Severity.String] to b. It never fails.
func (s Severity) AppendText(b []byte) ([]byte, error) { return append(b, s.String()...), nil }

// MarshalText returns the text of [Severity.String]. It never fails.
func (s Severity) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads what [Severity.MarshalText] writes. The error is a
// [*SyntaxError] with [CodeCodeUnknown].
func (s *Severity) UnmarshalText(text []byte) error {
	for _, v := range [...]Severity{0, Error, Warning, Note} {
		if v.String() == string(text) {
			*s = v
			return nil
		}
	}
	return &SyntaxError{Code: CodeCodeUnknown, Type: "severity", Reason: "write error, warning or note"}
}

// An Arg is one named argument of a finding's message, for those who translate
// messages by code. Arguments are numbers the rule worked out, names of the
// format and paths, never texts of a record.
type Arg struct {
	Name, Value string
}

// A Path is a JSON Pointer (RFC 6901) into a record, such as "/figures/0/count";
// "" is the whole record.
type Path = string

// A Finding is one thing that a rule has to say of a record: a stable code, a
// place in the record and a sentence. It holds no text of the record, so that
// it can be logged where the record may not be. The Code is API, the Message is
// not.
type Finding struct {
	Code     Code
	Severity Severity
	Path     Path
	Also     Path   // a second place the finding speaks of; often empty
	Message  string // one line
	Args     []Arg
}

// String returns "severity: path: message [code]" on one line, with
// "(with path)" behind the first path when there is a second place.
func (f Finding) String() string {
	var b strings.Builder
	b.WriteString(f.Severity.String())
	b.WriteString(": ")
	if f.Path != "" {
		b.WriteString(f.Path)
		if f.Also != "" {
			b.WriteString(" (with " + f.Also + ")")
		}
		b.WriteString(": ")
	}
	b.WriteString(f.Message)
	b.WriteString(" [")
	b.WriteString(string(f.Code))
	b.WriteString("]")
	return b.String()
}

// LogValue makes [log/slog] log code, severity and path.
func (f Finding) LogValue() slog.Value {
	return slog.GroupValue(slog.String("code", string(f.Code)),
		slog.String("severity", f.Severity.String()), slog.String("path", f.Path))
}

// Findings are all that was found in one record, in the order of its fields.
type Findings []Finding

// Err returns fs as an error when at least one finding has severity [Error],
// nil otherwise. errors.AsType[incident.Findings] gives the findings back.
func (fs Findings) Err() error {
	for i := range fs {
		if fs[i].Severity == Error {
			return fs
		}
	}
	return nil
}

// Error returns the findings, a line each.
func (fs Findings) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.String()
	}
	return strings.Join(lines, "\n")
}

// Has reports whether one of the findings has the code.
func (fs Findings) Has(code Code) bool {
	for i := range fs {
		if fs[i].Code == code {
			return true
		}
	}
	return false
}

// A SyntaxError says why a text is not a value of its type. It does not hold
// the text. Code and Type are API, Reason is not.
type SyntaxError struct {
	Code   Code
	Type   string // "count", "date", …
	Reason string // what to do instead
}

// Error returns "incident: type: reason [code]".
func (e *SyntaxError) Error() string {
	return "incident: " + e.Type + ": " + e.Reason + " [" + string(e.Code) + "]"
}
