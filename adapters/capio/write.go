package capio

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/incident"
)

// AppendXML appends the alert element to b, without an XML declaration: elements in the
// order of the schema, one a line, those that are not stated left out. Equal alerts are
// equal bytes. The error is the [incident.Findings] of [Alert.Check], when one of them
// has severity [incident.Error]; b is returned as it was then.
func (a *Alert) AppendXML(b []byte) ([]byte, error) {
	if err := a.Check().Err(); err != nil {
		return b, err
	}
	return a.appendXML(b, 0), nil
}

// appendXML writes a checked alert, so many levels deep.
func (a *Alert) appendXML(b []byte, depth int) []byte {
	w := newWriter(a, b, depth)
	w.alert(a)
	return w.b
}

// A writer writes XML, one element a line.
type writer struct {
	b      []byte
	prefix string
	depth  int
	path   string
	paths  []int // lengths of path, to go back to
	found  incident.Findings
}

// newWriter finds out which prefix CAP's elements have: none, unless a signature needs
// another default namespace.
func newWriter(a *Alert, b []byte, depth int) *writer {
	w := &writer{b: b, depth: depth, path: "/alert"}
	has := func(prefix string) bool {
		return slices.ContainsFunc(a.Namespaces, func(d NamespaceDecl) bool { return d.Prefix == prefix })
	}
	if has("") {
		w.prefix = "cap"
		for has(w.prefix) {
			w.prefix += "1"
		}
		w.prefix += ":"
	}
	return w
}

func (w *writer) alert(a *Alert) {
	w.indent()
	w.b = append(append(append(w.b, '<'), w.prefix...), "alert xmlns"...)
	if w.prefix != "" {
		w.b = append(append(w.b, ':'), strings.TrimSuffix(w.prefix, ":")...)
	}
	w.b = append(w.b, `="`+Namespace+`"`...)
	w.declarations(a.Namespaces)
	w.b = append(w.b, ">\n"...)
	w.depth++
	for _, f := range alertFields {
		f.write(w, a)
	}
	for _, s := range a.Signatures {
		w.indent()
		w.b = append(append(w.b, s...), '\n')
	}
	w.close("alert")
}

// declarations writes what declares prefixes in a start tag.
func (w *writer) declarations(list []NamespaceDecl) {
	for _, d := range list {
		w.b = append(w.b, " xmlns"...)
		if d.Prefix != "" {
			w.b = append(append(w.b, ':'), d.Prefix...)
		}
		w.b = append(w.b, `="`...)
		w.text(d.URI, true)
		w.b = append(w.b, '"')
	}
}

func (w *writer) indent() {
	for range w.depth {
		w.b = append(w.b, "  "...)
	}
}

func (w *writer) open(name string) {
	w.indent()
	w.b = append(append(append(append(w.b, '<'), w.prefix...), name...), ">\n"...)
	w.depth++
}

func (w *writer) close(name string) {
	w.depth--
	w.indent()
	w.b = append(append(append(append(w.b, "</"...), w.prefix...), name...), ">\n"...)
}

// optional writes an element unless its text is empty.
func (w *writer) optional(name, text string) {
	if text != "" {
		w.element(name, text)
	}
}

func (w *writer) element(name, text string) {
	w.indent()
	w.b = append(append(append(append(w.b, '<'), w.prefix...), name...), '>')
	if !w.text(text, false) {
		where := w.path
		if !strings.HasSuffix(where, "]") || !strings.HasPrefix(where[strings.LastIndexByte(where, '/')+1:], name+"[") {
			where += "/" + name
		}
		w.found = append(w.found, incident.Finding{
			Code: textForbidden, Severity: incident.Error, Path: where,
			Message: "a character cannot be written in XML, not even escaped: remove it",
		})
	}
	w.b = append(append(append(append(w.b, "</"...), w.prefix...), name...), ">\n"...)
}

// text writes what can be written, and reports whether all could.
func (w *writer) text(s string, quoted bool) (all bool) {
	all = true
	for i, r := range s {
		switch {
		case r == '&':
			w.b = append(w.b, "&amp;"...)
		case r == '<':
			w.b = append(w.b, "&lt;"...)
		case r == '>':
			w.b = append(w.b, "&gt;"...)
		case r == '\r':
			w.b = append(w.b, "&#xD;"...)
		case quoted && r == '"':
			w.b = append(w.b, "&quot;"...)
		case quoted && r == '\n':
			w.b = append(w.b, "&#xA;"...)
		case quoted && r == '\t':
			w.b = append(w.b, "&#x9;"...)
		case !inXML(r), r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd"):
			all = false
		default:
			w.b = utf8.AppendRune(w.b, r)
		}
	}
	return all
}

// step goes to an item in the path, and back goes back.
func (w *writer) step(name string, i int) {
	w.paths = append(w.paths, len(w.path))
	w.path = at(w.path, name, i)
}

func (w *writer) back() {
	last := len(w.paths) - 1
	w.path, w.paths = w.path[:w.paths[last]], w.paths[:last]
}
