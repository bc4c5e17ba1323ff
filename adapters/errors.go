package adapters

import (
	"errors"
	"log/slog"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/incident"
)

// ErrClosed is returned by the methods of a [Writer] after Close.
var ErrClosed = errors.New("adapters: the writer is closed")

// A Fault is a finding and the place in the input it speaks of.
type Fault struct {
	incident.Finding
	At    Position
	Field string // the file's own name of the field, often ""
}

// String returns "file:line:col: severity: path (column "x"): message [code]",
// and "(with path)" behind the first path when the finding has a second place. Of
// a column alone it is "file:line:col: severity: column "x": message [code]".
func (f Fault) String() string {
	s := f.At.String() + ": " + f.Severity.String() + ": "
	if f.Path != "" {
		s += plain(f.Path)
		if f.Field != "" {
			s += " (column " + quoteShort(f.Field) + ")"
		}
		if f.Also != "" {
			s += " (with " + plain(f.Also) + ")"
		}
		s += ": "
	} else if f.Field != "" {
		s += "column " + quoteShort(f.Field) + ": "
	}
	return s + f.Message + " [" + string(f.Code) + "]"
}

// quoteShort quotes a field name for one line of text.
func quoteShort(s string) string {
	const most = 64
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "…"
	}
	return "\"" + strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || r == utf8.RuneError || r == '"' || r == '\\' {
			return '?'
		}
		return r
	}, s) + "\""
}

// A RecordError says why one record was rejected. Reading goes on behind it
// when the [Policy] allows. It never holds a value of the record.
//
//	if e, ok := errors.AsType[*adapters.RecordError](err); ok {
//		for _, f := range e.Findings {
//			fmt.Println(f.At, f.Code, f.Path)
//		}
//	}
//
// Codes, paths and positions are API, the text is not.
type RecordError struct {
	Position         // where the record starts
	ID       string  // the record's id, where it could be read
	Findings []Fault // at least one, in the input's order, up to Limits.Errors
	Unlisted int     // how many more there are
}

// Error returns the first fault and how many follow.
func (e *RecordError) Error() string {
	if len(e.Findings) == 0 {
		return e.Position.String() + ": the record was rejected"
	}
	s := e.Findings[0].String()
	if more := len(e.Findings) - 1 + e.Unlisted; more > 0 {
		s += " (and " + plural(more, "more fault") + ")"
	}
	return s
}

// LogValue makes [log/slog] log positions, codes and paths.
func (e *RecordError) LogValue() slog.Value {
	codes := make([]string, len(e.Findings))
	for i, f := range e.Findings {
		codes[i] = string(f.Code) + " " + f.Path
	}
	return slog.GroupValue(slog.String("at", e.Position.String()), slog.Any("faults", codes))
}

// A FileError ends the reading of an input: nothing after its Position was
// read. It wraps the cause where there is one.
type FileError struct {
	Position
	Code    incident.Code
	Message string // one line: what was found and what to do
	Err     error  // the cause, or nil
}

// Error returns "file:line:col: error: message [code]".
func (e *FileError) Error() string {
	s := e.Position.String() + ": error: " + e.Message
	if e.Code != "" {
		s += " [" + string(e.Code) + "]"
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *FileError) Unwrap() error { return e.Err }

// LogValue makes [log/slog] log position and code.
func (e *FileError) LogValue() slog.Value {
	return slog.GroupValue(slog.String("at", e.Position.String()), slog.String("code", string(e.Code)))
}
