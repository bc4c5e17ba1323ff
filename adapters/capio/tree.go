package capio

import (
	"bytes"
	"context"
	"encoding/xml"
	"strconv"
	"strings"
)

// A node is an element of an alert.
type node struct {
	name  xml.Name
	attrs []xml.Attr
	text  string // all its text
	words bool   // not only blanks
	nodes []*node
	at    place
	raw   []byte          // of a signature: its bytes
	scope []NamespaceDecl // around the signatures
}

// element reads the rest of the element that t starts, with all in it. Signatures in it
// are kept as bytes. over reports that there are more elements than most; those beyond
// are passed over.
func (s *scanner) element(ctx context.Context, t token, most int) (root *node, over bool, why *stop) {
	root = &node{name: t.name, attrs: t.attr, at: t.at}
	stack := []*node{root}
	var texts [][]byte // of the elements of the stack
	texts = append(texts, nil)
	s.hold = true
	defer func() { s.hold = false }()
	for count := 1; len(stack) > 0; {
		top := len(stack) - 1
		start := int(s.dec.InputOffset() - s.base)
		t, why := s.next(ctx)
		if why != nil {
			return nil, over, why
		}
		switch t.kind {
		case '<':
			n := &node{name: t.name, attrs: t.attr, at: t.at}
			if count++; count > most {
				over = true
			} else {
				stack[top].nodes = append(stack[top].nodes, n)
			}
			if t.name.Space == signatures && top == 0 {
				if why := s.skip(ctx); why != nil {
					return nil, over, why
				}
				n.raw = bytes.Clone(s.in.kept[start:int(s.dec.InputOffset()-s.base)])
				if root.scope == nil {
					root.scope = s.scope()
				}
				continue
			}
			stack, texts = append(stack, n), append(texts, nil)
		case 't':
			texts[top] = append(texts[top], t.text...)
		case '/':
			stack[top].text = string(texts[top])
			stack[top].words = strings.Trim(stack[top].text, blanks) != ""
			stack, texts = stack[:top], texts[:top]
		}
	}
	return root, over, nil
}

// skip passes over the rest of the element that was started last.
func (s *scanner) skip(ctx context.Context) *stop {
	for depth := 1; depth > 0; {
		t, why := s.next(ctx)
		if why != nil {
			return why
		}
		switch t.kind {
		case '<':
			depth++
		case '/':
			depth--
		}
	}
	return nil
}

// scope returns the declarations that hold where the scanner stands, those of CAP left
// out.
func (s *scanner) scope() []NamespaceDecl {
	var all []NamespaceDecl
	seen := map[string]bool{}
	for i := len(s.names) - 1; i >= 0; i-- {
		for prefix, uri := range s.names[i] {
			if !seen[prefix] {
				seen[prefix] = true
				if uri != Namespace && uri != "" && !strings.HasPrefix(strings.ToLower(prefix), "xml") {
					all = append(all, NamespaceDecl{prefix, uri})
				}
			}
		}
	}
	return all // in no order
}

// find returns the node that a path such as /alert/info[2]/headline names, or the
// nearest around it. Steps without a number name the first.
func (n *node) find(path string) *node {
	path = strings.TrimPrefix(path, "/alert")
	for path != "" {
		var step string
		step, path, _ = strings.Cut(strings.TrimPrefix(path, "/"), "/")
		name, number, _ := strings.Cut(strings.TrimSuffix(step, "]"), "[")
		which, err := strconv.Atoi(number)
		if err != nil {
			which = 1
		}
		var found *node
		for _, child := range n.nodes {
			if child.name.Local == name {
				if which--; which == 0 {
					found = child
					break
				}
			}
		}
		if found == nil {
			return n
		}
		n = found
	}
	return n
}

// places returns where all elements in n stand, by their paths.
func (n *node) places() map[string]place {
	places := map[string]place{}
	n.index("/alert", places)
	return places
}

func (n *node) index(path string, places map[string]place) {
	places[path] = n.at
	counts := map[string]int{}
	for _, child := range n.nodes {
		name := child.name.Local
		where := path + "/" + name
		if repeats[name] {
			where = at(path, name, counts[name])
		}
		if counts[name]++; counts[name] == 1 || repeats[name] {
			child.index(where, places)
		}
	}
}

// repeats are the elements that may stand more than once, in whose paths a number is. It
// is read only.
var repeats = map[string]bool{
	"code": true, "info": true, "category": true, "responseType": true, "eventCode": true, "parameter": true, "resource": true, "area": true,
	"polygon": true, "circle": true, "geocode": true,
}

// nearest returns the place of a path, or of the nearest around it.
func nearest(places map[string]place, path string) place {
	for {
		if p, ok := places[path]; ok {
			return p
		}
		end := strings.LastIndexByte(path, '/')
		if end < 0 {
			return place{}
		}
		path = path[:end]
	}
}
