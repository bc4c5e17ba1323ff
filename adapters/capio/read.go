package capio

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/names"
	"github.com/rescuetally/rescuetally/incident"
)

const textForbidden = incident.CodeTextForbidden

// A reader makes an alert of the elements of one, and gathers all that is wrong.
type reader struct {
	found []located
	said  map[string]bool // paths of what could not be read, of which the rules need say nothing
	notes []located       // what was overlooked
}

type located struct {
	incident.Finding
	at place
}

func (p *reader) add(n *node, path string, code incident.Code, message string) {
	p.found = append(p.found, located{incident.Finding{Code: code, Severity: incident.Error, Path: path, Message: message}, n.at})
}

// missing adds that there is no text that can be read.
func (p *reader) missing(n *node, path string, code incident.Code, message string) {
	p.add(n, path, code, message)
	if p.said == nil {
		p.said = map[string]bool{}
	}
	p.said[path] = true
}

// syntax adds what is wrong with a text, and reports whether nothing is.
func (p *reader) syntax(n *node, path string, err error) bool {
	if err == nil {
		return true
	}
	if e, ok := errors.AsType[*incident.SyntaxError](err); ok {
		p.missing(n, path, e.Code, e.Reason)
	}
	return false
}

// alert reads an alert. What it finds is in the order of the document.
func (p *reader) alert(root *node, a *Alert) {
	readFields(p, root, "/alert", alertFields, a)
	p.signatures(root, a)
	var places map[string]place
	for _, f := range a.rules() {
		if f.Severity != incident.Error || p.said[f.Path] {
			continue
		}
		if places == nil {
			places = root.places()
		}
		p.found = append(p.found, located{f, nearest(places, f.Path)})
	}
	byPlace := func(a, b located) int { return cmp.Compare(a.at.offset, b.at.offset) }
	slices.SortStableFunc(p.found, byPlace)
}

// signatures takes over signatures, and the declarations around them that they do not
// make themselves.
func (p *reader) signatures(root *node, a *Alert) {
	left := root.scope // not needed by any so far
	for _, n := range root.nodes {
		if n.raw == nil {
			continue
		}
		a.Signatures = append(a.Signatures, n.raw)
		own := map[string]bool{}
		for _, attr := range n.attrs {
			if prefix, is := declares(attr); is {
				own[prefix] = true
			}
		}
		var unused []NamespaceDecl
		for _, d := range left {
			if own[d.Prefix] {
				unused = append(unused, d)
			} else {
				a.Namespaces = append(a.Namespaces, d)
			}
		}
		left = unused
	}
	slices.SortFunc(a.Namespaces, func(c, d NamespaceDecl) int { return strings.Compare(c.Prefix, d.Prefix) })
}

// readFields reads the elements in n by a table.
func readFields[T any](p *reader, n *node, path string, table []field[T], v *T) {
	p.attributes(n, path)
	if n.words {
		p.add(n, path, incident.CodeFieldUnknown, "there is text between the elements: only elements may stand here")
	}
	counts := make([]int, len(table))
	last, signed := 0, false // the furthest field so far
	for _, child := range n.nodes {
		i := slices.IndexFunc(table, func(f field[T]) bool { return f.name == child.name.Local })
		if child.raw != nil {
			signed = true
			continue
		}
		if i < 0 || child.name.Space != Namespace {
			p.unknown(child, path, i >= 0, func(yield func(string) bool) {
				for _, f := range table {
					if !yield(f.name) {
						return
					}
				}
			})
			continue
		}
		f := table[i]
		where := path + "/" + f.name
		if f.many {
			where = at(path, f.name, counts[i])
		}
		switch {
		case counts[i] > 0 && !f.many:
			p.add(child, where, incident.CodeXMLDuplicate, "this element may stand once: keep one of them")
			counts[i]++
			continue
		case i < last:
			p.add(child, where, incident.CodeXMLOrder, "this element stands too late: it has to precede "+table[last].name)
		case signed:
			p.add(child, where, incident.CodeXMLOrder, "this element stands too late: signatures come last")
		}
		counts[i]++
		last = max(last, i)
		f.read(p, child, where, v)
	}
	for i, f := range table {
		if f.need && counts[i] == 0 {
			p.missing(n, path+"/"+f.name, incident.CodeFieldRequired, "this element is required")
		}
	}
}

// unknown says that an element is none of the schema's.
func (p *reader) unknown(child *node, path string, named bool, known func(func(string) bool)) {
	if names.MayShow(child.name.Local) {
		path += "/" + child.name.Local
	}
	message := "CAP 1.2 has no such element here"
	if named {
		message = "this element is not in the namespace of CAP 1.2"
	} else {
		for name := range known {
			if strings.EqualFold(name, child.name.Local) {
				message += ": is it " + name + "?"
			}
		}
	}
	p.add(child, path, incident.CodeFieldUnknown, message)
}

// attributes finds the attributes that the schema does not have, which are all but those
// of XML Schema itself.
func (p *reader) attributes(n *node, path string) {
	for _, a := range n.attrs {
		if _, is := declares(a); !is && a.Name.Space != instance {
			p.add(n, path, incident.CodeFieldUnknown, "CAP 1.2 has no attributes: remove this one")
			return
		}
	}
}

// leaf returns the text of an element without elements.
func (p *reader) leaf(n *node, path string) string {
	p.attributes(n, path)
	for _, child := range n.nodes {
		p.unknown(child, path, false, func(func(string) bool) {})
	}
	return n.text
}

// text is leaf for what may not be empty, if it is needed, or is overlooked.
func (p *reader) text(n *node, path string, need bool) string {
	s := p.leaf(n, path)
	if s == "" {
		p.empty(n, path, need)
	}
	return s
}

// trimmed is text without the blanks around it.
func (p *reader) trimmed(n *node, path string, need bool) string {
	s := strings.Trim(p.leaf(n, path), blanks)
	if s == "" {
		p.empty(n, path, need)
	}
	return s
}

func (p *reader) empty(n *node, path string, need bool) {
	if need {
		p.missing(n, path, incident.CodeFieldEmpty, "this element is empty: say it, or leave the element out")
		return
	}
	p.notes = append(p.notes, located{incident.Finding{
		Code: incident.CodeFieldEmpty, Severity: incident.Note, Path: path, Message: "an empty element was taken for none",
	}, n.at})
}

// position returns where something stands, of a record of a file.
func position(name string, record int, at place) adapters.Position {
	return adapters.Position{Name: name, Record: record, Line: at.line, Column: at.column, Offset: at.offset}
}
