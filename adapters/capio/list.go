package capio

import (
	"iter"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// blanks are what XML calls white space.
const blanks = " \t\n\r"

// fields returns the parts of s between blanks.
func fields(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for s = strings.Trim(s, blanks); s != ""; s = strings.TrimLeft(s, blanks) {
			end := strings.IndexAny(s, blanks)
			if end < 0 {
				end = len(s)
			}
			if !yield(s[:end]) {
				return
			}
			s = s[end:]
		}
	}
}

// A Reference names an earlier message. When Sent is not known it is the zero Time, and
// written as [Never].
type Reference struct {
	Sender, Identifier string
	Sent               Time
}

// Never is what stands for the time of a message of which that is not known, since a
// reference has to have one: no message was sent then, so that none is taken for the one
// that is meant. [ParseReference] reads it as the zero Time.
const Never = "0001-01-01T00:00:00-00:00"

// ParseReference reads "sender,identifier,sent". The error is an [*incident.SyntaxError]
// with [incident.CodeReferenceSyntax].
func ParseReference(s string) (Reference, error) {
	sender, rest, _ := strings.Cut(s, ",")
	identifier, sent, _ := strings.Cut(rest, ",")
	r := Reference{Sender: sender, Identifier: identifier}
	t, err := ParseTime(sent)
	if err != nil || sent == "" || restricted(sender) || restricted(identifier) {
		return Reference{}, &incident.SyntaxError{
			Code: incident.CodeReferenceSyntax, Type: "reference",
			Reason: "a reference is the sender, the identifier and the time sent of a message, with commas and no blanks between them",
		}
	}
	if sent != Never {
		r.Sent = t
	}
	return r, nil
}

// String returns "sender,identifier,sent".
func (r Reference) String() string {
	return r.Sender + "," + r.Identifier + "," + orNever(r.Sent)
}

// orNever returns a time as text, Never when it is not stated.
func orNever(t Time) string {
	if t.IsZero() {
		return Never
	}
	return t.String()
}

// restricted reports whether s is empty or has a character that an identifier and a
// sender may not have (section 3.2.1): blanks, commas, < and &.
func restricted(s string) bool { return s == "" || strings.ContainsAny(s, blanks+",<&") }

// parseQuoted reads parts between blanks, of which those with blanks inside stand in
// quotes. ok is false where a quote is not closed or stands inside a part.
func parseQuoted(s string) (list []string, ok bool) {
	for s = strings.Trim(s, blanks); s != ""; s = strings.TrimLeft(s, blanks) {
		if s[0] == '"' {
			end := strings.IndexByte(s[1:], '"')
			if end < 1 || end+2 < len(s) && strings.IndexByte(blanks, s[end+2]) < 0 {
				return nil, false
			}
			list, s = append(list, s[1:end+1]), s[end+2:]
			continue
		}
		end := strings.IndexAny(s, blanks)
		if end < 0 {
			end = len(s)
		}
		if strings.IndexByte(s[:end], '"') >= 0 {
			return nil, false
		}
		list, s = append(list, s[:end]), s[end:]
	}
	return list, true
}

// quoted writes what parseQuoted reads.
func quoted(list []string) string {
	parts := make([]string, len(list))
	for i, s := range list {
		if parts[i] = s; strings.ContainsAny(s, blanks) {
			parts[i] = `"` + s + `"`
		}
	}
	return strings.Join(parts, " ")
}

// unquotable reports whether a part of a quoted list cannot be written.
func unquotable(s string) bool {
	return s == "" || strings.IndexByte(s, '"') >= 0
}
