package adapters

import (
	"fmt"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/incident"
)

// Limits bound what a reader holds and how far it goes; the zero value of each
// field is its safe default. They are documented at [incident.Limits].
type Limits = incident.Limits

// A Position is a place in an input. Zero fields are not known.
type Position struct {
	Name   string // of the file, as the caller gave it
	Record int    // number of the record, from 1, bad ones counted
	Line   int    // from 1
	Column int    // from 1, in bytes
	Offset int64  // bytes before it; known when Line is
}

// IsZero reports whether nothing is known of p.
func (p Position) IsZero() bool { return p == Position{} }

// String returns name:line:column with what is not known left out; without a
// line it names the record. A name that would not be one line of plain text is
// quoted.
func (p Position) String() string {
	s := "input"
	if p.Name != "" {
		s = plain(p.Name)
	}
	switch {
	case p.Line > 0 && p.Column > 0:
		return s + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
	case p.Line > 0:
		return s + ":" + strconv.Itoa(p.Line)
	case p.Record > 0:
		return fmt.Sprintf("%s: record %d", s, p.Record)
	}
	return s
}

// plain returns a name that comes from outside as it is, or quoted when
// something in it cannot be printed or hides what it says.
func plain(name string) string {
	for _, r := range name {
		if !unicode.IsPrint(r) || r == utf8.RuneError {
			return strconv.Quote(name)
		}
	}
	return name
}

// A Locator finds places in the record that was decoded last. It works them
// out when asked, so that good records cost nothing, and is valid until the
// next call of Decode.
type Locator interface {
	// Locate returns the position of the member that a JSON Pointer into the
	// record names, or of the nearest one around it, and the file's own name
	// of the field ("" where the file has none).
	Locate(path string) (at Position, field string)
}
