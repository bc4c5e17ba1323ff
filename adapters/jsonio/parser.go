package jsonio

import (
	"errors"
	"strconv"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/jsonscan"
	"github.com/rescuetally/rescuetally/adapters/internal/names"
	"github.com/rescuetally/rescuetally/incident"
)

// A fault is a finding and where in the record's text it was made.
type fault struct {
	incident.Finding
	offset int
	aside  bool // in a member that the format does not have
}

// A parser makes records of JSON texts. It goes on after a fault as long as
// the syntax holds, so that all faults of a record are found at once.
type parser struct {
	limits   adapters.Limits
	scan     jsonscan.Scanner
	names    jsonscan.Names // of open objects with members of any name
	kind     jsonscan.Kind  // of the last token
	broken   bool           // the last token's text is not Unicode
	path     []byte         // JSON Pointer of the value being read
	aside    bool           // it is in a member that the format does not have
	members  int            // so far
	faults   []fault        // at most limits.Errors or their default, and those of the shape
	unlisted int
	cut      *jsonscan.Error // the syntax is broken here: no more tokens
	given    bool            // up: the record has too many members, the rest was not read
	intern   interner
	kindOf   incident.Kind     // of a value that has no place for it
	figures  []incident.Figure // buffers of the lists being read
	list     []string
	by       map[string]string
}

// parse parses data, an object of the members that are known, into the zero *v; read
// reads each, as for object. What is wrong is left in p.faults.
func parse[T any](p *parser, data []byte, known []string, v *T, read func(p *parser, v *T, member int)) {
	p.scan.Reset(data, p.limits.Depth)
	p.names.Reset()
	p.path, p.members, p.faults, p.unlisted, p.cut, p.given, p.aside = p.path[:0], 0, p.faults[:0], 0, nil, false, false
	p.kindOf = ""
	if p.next() {
		object(p, known, v, read)
	}
	if !p.stopped() {
		p.next() // the end, or what stands there instead
	}
}

// stopped reports whether no more of the record is read.
func (p *parser) stopped() bool { return p.cut != nil || p.given }

// next reads a token into p.kind and reports whether there is one.
func (p *parser) next() bool {
	k, err := p.scan.Next()
	p.kind, p.broken = k, false
	if err == nil {
		return true
	}
	e, _ := errors.AsType[*jsonscan.Error](err)
	if e.Fatal {
		// What is no JSON has no members that could be told to be wrong.
		p.cut, p.faults, p.unlisted, p.path = e, p.faults[:0], 0, p.path[:0]
	}
	p.add(e.Code, int(e.Offset), e.Reason)
	if e.Fatal {
		return false
	}
	p.broken = true
	return true
}

// add adds a fault of the value being read, unless it has one of this code. An
// object may have many members whose names are not shown: their places tell them
// apart.
func (p *parser) add(code incident.Code, offset int, message string, args ...incident.Arg) {
	for i := range p.faults {
		f := &p.faults[i]
		if f.Code == code && f.Path == string(p.path) && f.aside == p.aside && (code != incident.CodeFieldUnknown || f.offset == offset) {
			return
		}
	}
	if len(p.faults) >= max(p.limits.Errors, incident.DefaultErrors) {
		p.unlisted++
		return
	}
	p.faults = append(p.faults, fault{incident.Finding{
		Code: code, Severity: incident.Error, Path: string(p.path), Message: message, Args: args,
	}, offset, p.aside})
}

// addErr adds the fault that a parser of package incident found in the value
// being read.
func (p *parser) addErr(err error) {
	if e, ok := errors.AsType[*incident.SyntaxError](err); ok {
		p.add(e.Code, p.scan.Offset(), e.Reason)
	}
}

// longestPath bounds the paths of values inside members that the format does
// not have; what is deeper has the path of the value around it.
const longestPath = 512

// enterName makes the path that of a member whose name the file made up, unless
// that name may not be shown: then it stays that of the object. enterItem makes
// it that of an item. Both return the path's former length.
func (p *parser) enterName(name []byte) int {
	n := len(p.path)
	if n < longestPath && names.MayShow(name) {
		p.path = append(append(p.path, '/'), name...)
	}
	return n
}

func (p *parser) enterItem(i int) int {
	n := len(p.path)
	if n < longestPath {
		p.path = strconv.AppendInt(append(p.path, '/'), int64(i), 10)
	}
	return n
}

// member counts a member against the limit.
func (p *parser) member() bool {
	if p.members++; p.members <= p.limits.Fields {
		return true
	}
	p.path = p.path[:0]
	p.add(incident.CodeLimitFields, p.scan.Offset(), "the record has more members than Limits.Fields: raise the limit if that is meant")
	p.given = true
	return false
}

// object reads the object that p.kind begins. read is called with the number of
// each member among known, before the first token of its value is read.
func object[T any](p *parser, known []string, v *T, read func(p *parser, v *T, member int)) {
	if !p.is(jsonscan.ObjectBegin, "an object is due here") {
		return
	}
	start := p.scan.Offset()
	seen, next := uint32(0), 0 // members stand in the format's order as a rule
	others, empty := false, true
	for p.next() && p.kind != jsonscan.ObjectEnd {
		empty = false
		if !p.member() {
			break
		}
		if p.broken {
			p.skipMember()
			continue
		}
		name := p.scan.Text()
		i := indexFrom(known, name, next)
		if i >= 0 {
			next = i + 1
			n := len(p.path)
			p.path = append(append(p.path, '/'), known[i]...)
			if seen&(1<<i) != 0 {
				p.duplicate()
				p.skipMember()
			} else {
				seen |= 1 << i
				read(p, v, i)
			}
			p.path = p.path[:n]
		} else {
			if !others {
				p.names.Open()
				others = true
			}
			p.unknown(name, known)
		}
		if p.stopped() {
			break
		}
	}
	if others {
		p.names.Close()
	}
	if empty && !p.stopped() && len(p.path) > 0 { // an empty record lacks what is required
		p.add(incident.CodeFieldEmpty, start, "the object is empty: leave the member out")
	}
}

// indexFrom returns the place of name in known, looking from a place on first,
// or -1.
func indexFrom(known []string, name []byte, from int) int {
	for i := from; i < len(known); i++ {
		if string(name) == known[i] {
			return i
		}
	}
	for i := range min(from, len(known)) {
		if string(name) == known[i] {
			return i
		}
	}
	return -1
}

func (p *parser) duplicate() {
	p.add(incident.CodeJSONDuplicateKey, p.scan.Offset(), "the object has a member of this name already: keep one of the two")
}

// unknown reports a member that the format does not have, and passes over it.
func (p *parser) unknown(name []byte, known []string) {
	n := p.enterName(name)
	p.aside = true
	const message = "the format has no such member"
	switch near := nearest(name, known); {
	case !p.names.Add(name):
		p.duplicate()
	case near != "":
		p.add(incident.CodeFieldUnknown, p.scan.Offset(), message+": did you mean "+near+"?",
			incident.Arg{Name: "suggestion", Value: near})
	default:
		p.add(incident.CodeFieldUnknown, p.scan.Offset(), message+": leave it out")
	}
	p.skipMember()
	p.path, p.aside = p.path[:n], false
}

// skipMember passes over the value of the member whose name was read.
func (p *parser) skipMember() {
	if p.next() {
		p.skip()
	}
}

// skip passes over the value that p.kind begins. Its objects may not have two
// members of one name either.
func (p *parser) skip() {
	switch p.kind {
	case jsonscan.ObjectBegin:
		p.names.Open()
		for !p.stopped() && p.next() && p.kind != jsonscan.ObjectEnd && p.member() {
			n := len(p.path)
			if !p.broken {
				name := p.scan.Text()
				p.enterName(name)
				if !p.names.Add(name) {
					p.duplicate()
				}
			}
			p.skipMember()
			if !p.stopped() {
				p.path = p.path[:n]
			}
		}
		p.names.Close()
	case jsonscan.ArrayBegin:
		for i := 0; !p.stopped() && p.next() && p.kind != jsonscan.ArrayEnd; i++ {
			n := p.enterItem(i)
			p.skip()
			if !p.stopped() {
				p.path = p.path[:n]
			}
		}
	}
}
