package jsonio

import (
	"maps"

	"github.com/rescuetally/rescuetally/adapters/internal/jsonscan"
	"github.com/rescuetally/rescuetally/incident"
)

// is reports whether p.kind is want; if not it says so and passes over the
// value.
func (p *parser) is(want jsonscan.Kind, message string) bool {
	if p.kind == want {
		return true
	}
	p.wrong(incident.CodeJSONType, message)
	return false
}

// wrong reports a value of the wrong type, and passes over it.
func (p *parser) wrong(code incident.Code, message string) {
	if p.kind == jsonscan.Null && len(p.path) > 0 {
		code, message = incident.CodeFieldNull, "unstated is absent: leave the member out"
	}
	p.add(code, p.scan.Offset(), message)
	p.skip()
}

// text reads a member's value, a text that is not empty; nil if it is another.
func (p *parser) text() []byte {
	if !p.next() {
		return nil
	}
	return p.thisText(incident.CodeJSONType, "a text in double quotes is due here")
}

// thisText is text for the token that was read.
func (p *parser) thisText(code incident.Code, message string) []byte {
	if p.kind != jsonscan.String {
		p.wrong(code, message)
		return nil
	}
	if p.broken {
		return nil
	}
	b := p.scan.Text()
	if len(b) == 0 {
		p.add(incident.CodeFieldEmpty, p.scan.Offset(), "the text is empty: leave the member out")
		return nil
	}
	return b
}

// free reads a text of which a file holds many, code one of which it holds few.
func (p *parser) free() string { return string(p.text()) }
func (p *parser) code() string { return p.intern.text(p.text()) }

// subdivision reads an ISO 3166-2 code; an old one becomes the new one.
func (p *parser) subdivision() string {
	s := p.code()
	if c, ok := incident.CanonicalSubdivision(s); ok {
		return c
	}
	return s
}

func (p *parser) date() incident.Date {
	b := p.text()
	if b == nil {
		return incident.Date{}
	}
	d, err := incident.ParseDate(string(b))
	p.addErr(err)
	return d
}

func (p *parser) count() incident.Count {
	if !p.next() {
		return incident.Count{}
	}
	b := p.thisText(incident.CodeCountType, "a count is a text: put it in double quotes")
	if b == nil {
		return incident.Count{}
	}
	c, err := incident.ParseCount(string(b))
	p.addErr(err)
	return c
}

func (p *parser) degrees() incident.Degrees {
	if !p.next() || !p.is(jsonscan.Number, "a number is due here, without quotes") {
		return incident.Degrees{}
	}
	d, err := incident.ParseDegrees(string(p.scan.Raw()))
	p.addErr(err)
	return d
}

// yes reads a member that is true or left out.
func (p *parser) yes() bool {
	if !p.next() {
		return false
	}
	if p.kind == jsonscan.False {
		p.add(incident.CodeFieldEmpty, p.scan.Offset(), "this member is true or left out: leave it out")
		return false
	}
	return p.is(jsonscan.True, "true is due here, without quotes")
}

// array reads a list that is not empty. item is called with the first token of
// each item read.
func (p *parser) array(item func(p *parser)) {
	if !p.next() || !p.is(jsonscan.ArrayBegin, "a list is due here") {
		return
	}
	start, i := p.scan.Offset(), 0
	for ; p.next() && p.kind != jsonscan.ArrayEnd; i++ {
		n := p.enterItem(i)
		item(p)
		if p.stopped() {
			return
		}
		p.path = p.path[:n]
	}
	if i == 0 && !p.stopped() {
		p.add(incident.CodeFieldEmpty, start, "the list is empty: leave the member out")
	}
}

// texts reads a list of texts. A bad item is an empty one, so that the others
// keep their numbers.
func (p *parser) texts() []string {
	p.list = p.list[:0]
	p.array(func(p *parser) {
		p.list = append(p.list, p.intern.text(p.thisText(incident.CodeJSONType, "a text in double quotes is due here")))
	})
	if len(p.list) == 0 {
		return nil
	}
	return append([]string(nil), p.list...)
}

// dimensions reads an object of texts under names of the agency's own.
func (p *parser) dimensions() incident.By {
	if !p.next() || !p.is(jsonscan.ObjectBegin, "an object of texts is due here") {
		return incident.By{}
	}
	clear(p.by)
	if p.by == nil {
		p.by = map[string]string{}
	}
	start, empty := p.scan.Offset(), true
	p.names.Open()
	defer p.names.Close()
	for p.next() && p.kind != jsonscan.ObjectEnd && p.member() {
		empty = false
		if p.broken {
			p.skipMember()
			continue
		}
		raw := p.scan.Text()
		n := p.enterName(raw)
		switch name := p.intern.text(raw); {
		case !p.names.Add(raw):
			p.duplicate()
			p.skipMember()
		case name == "":
			p.add(incident.CodeFieldEmpty, p.scan.Offset(), "a dimension has a name: state it")
			p.skipMember()
		default:
			p.by[name] = p.free()
		}
		if p.stopped() {
			return incident.By{}
		}
		p.path = p.path[:n]
	}
	if empty && !p.stopped() {
		p.add(incident.CodeFieldEmpty, start, "the object is empty: leave the member out")
	}
	maps.DeleteFunc(p.by, func(_, value string) bool { return value == "" })
	return incident.NewBy(p.by)
}
