package csvio

import (
	"errors"
	"strconv"
	"strings"
)

// A mapTemplate makes a text of cells: "news-{row}", "[Office: {Office}.]".
type mapTemplate struct {
	parts []mapPart
}

// A mapPart is a text, a cell, the row's number or an optional group of parts.
type mapPart struct {
	text   string
	column string
	index  int // of column in the table
	row    bool
	group  []mapPart
}

var errTemplate = errors.New("close every { and [ of the template, name a column in each { }, and double the ones that are meant as text")

// parseTemplate reads a template. index gives the place of a column.
func parseTemplate(s string, index func(column string) int) (*mapTemplate, error) {
	t := &mapTemplate{}
	parts, rest, err := parseParts(s, index, false)
	if err != nil || rest != "" {
		return nil, errTemplate
	}
	t.parts = parts
	return t, nil
}

// parseParts reads parts up to the end, or, inside a group, up to its bracket.
func parseParts(s string, index func(column string) int, inGroup bool) (parts []mapPart, rest string, err error) {
	var text []byte
	flush := func() {
		if len(text) > 0 {
			parts = append(parts, mapPart{text: string(text)})
			text = nil
		}
	}
	for s != "" {
		c := s[0]
		switch {
		case strings.IndexByte("{}[]", c) < 0:
			text = append(text, c)
			s = s[1:]
		case len(s) > 1 && s[1] == c && (c != ']' || !inGroup):
			text = append(text, c)
			s = s[2:]
		case c == ']' && inGroup:
			flush()
			return parts, s[1:], nil
		case c == '{':
			name, after, ok := strings.Cut(s[1:], "}")
			if !ok || name == "" {
				return nil, "", errTemplate
			}
			flush()
			if name == "row" {
				parts = append(parts, mapPart{row: true})
			} else {
				parts = append(parts, mapPart{column: name, index: index(name)})
			}
			s = after
		case c == '[' && !inGroup:
			flush()
			group, after, err := parseParts(s[1:], index, true)
			if err != nil {
				return nil, "", err
			}
			parts = append(parts, mapPart{group: group})
			s = after
		default:
			return nil, "", errTemplate
		}
	}
	if inGroup {
		return nil, "", errTemplate
	}
	flush()
	return parts, "", nil
}

// varies reports whether the template names a cell or the row's number.
func (t *mapTemplate) varies() bool {
	return anyPart(t.parts, func(p mapPart) bool { return p.row || p.column != "" })
}

// first returns the first column that the template names, or -1.
func (t *mapTemplate) first() int {
	at := -1
	anyPart(t.parts, func(p mapPart) bool {
		if p.column != "" {
			at = p.index
		}
		return p.column != ""
	})
	return at
}

func anyPart(parts []mapPart, is func(mapPart) bool) bool {
	for _, p := range parts {
		if is(p) || anyPart(p.group, is) {
			return true
		}
	}
	return false
}

// text returns the template's text for a row, blank when it names cells and
// all of them are.
func (t *mapTemplate) text(row int, cell func(i int) string) string {
	b, named, stated := appendParts(nil, t.parts, row, cell)
	if named && !stated {
		return ""
	}
	return strings.TrimRight(string(b), " ")
}

// appendParts appends the parts' text to b; named says that there was a cell
// among them, stated that one was not blank, and blank cells leave a group out.
func appendParts(b []byte, parts []mapPart, row int, cell func(i int) string) (out []byte, named, stated bool) {
	for _, p := range parts {
		switch {
		case p.row:
			b = strconv.AppendInt(b, int64(row), 10)
		case p.column != "":
			s := cell(p.index)
			named = true
			stated = stated || s != ""
			b = append(b, s...)
		case p.group != nil:
			if anyPart(p.group, func(q mapPart) bool { return q.column != "" }) {
				named = true
				if anyPart(p.group, func(q mapPart) bool { return q.column != "" && cell(q.index) == "" }) {
					continue
				}
				stated = true
			}
			b, _, _ = appendParts(b, p.group, row, cell)
		default:
			b = append(b, p.text...)
		}
	}
	return b, named, stated
}
