package csvio

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/jsonscan"
	"github.com/rescuetally/rescuetally/incident"
)

// maxMapping is the length of the longest mapping file, in bytes.
const maxMapping = 1 << 20

// ParseMapping reads a mapping file, whose form is described at [Mapping]. The
// file is JSON in UTF-8, of at most 1 MiB. Reading is strict: members that the
// form does not have, members that stand twice, null and values of another
// type are errors, and so is what [Mapping.Validate] finds.
//
// The error is a [*MappingError] with all that was found, or wraps the
// reader's. Faults have the place in the file as their position and as a JSON
// Pointer; codes are those of package jsonio for the file's form, and those of
// [Mapping.Validate].
func ParseMapping(r io.Reader) (*Mapping, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxMapping+1))
	if err != nil {
		return nil, fmt.Errorf("csvio: read the mapping: %w", err)
	}
	if len(data) > maxMapping {
		e := &MappingError{}
		e.add(incident.CodeLimitBytes, "", "a mapping has at most 1 MiB: move what is not a mapping elsewhere")
		return nil, e
	}
	return parseMapping(data)
}

func parseMapping(data []byte) (*Mapping, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if err := jsonscan.Check(data, incident.DefaultDepth); err != nil {
		e := &MappingError{}
		code, reason, offset := incident.CodeJSONSyntax, err.Error(), 0
		if fault, ok := errors.AsType[*jsonscan.Error](err); ok {
			code, reason, offset = fault.Code, fault.Reason, int(fault.Offset)
		}
		e.add(code, "", reason)
		e.Faults[0].At = positionIn(data, offset)
		return nil, e
	}
	p := mappingParser{data: data, places: map[string]int{}}
	p.scan.Reset(data, incident.DefaultDepth)
	m := &Mapping{}
	kind, _ := p.scan.Next()
	p.mapping(kind, m)
	if len(p.errs.Faults) == 0 {
		m.validate(&p.errs)
	}
	for i := range p.errs.Faults {
		f := &p.errs.Faults[i]
		f.At = positionIn(data, p.place(f.Path))
	}
	if err := p.errs.err(); err != nil {
		return nil, err
	}
	return m, nil
}

// positionIn returns where the byte at offset of a mapping file stands.
func positionIn(data []byte, offset int) adapters.Position {
	before := data[:min(max(offset, 0), len(data))]
	return adapters.Position{
		Line:   1 + bytes.Count(before, []byte("\n")),
		Column: len(before) - bytes.LastIndexByte(before, '\n'),
		Offset: int64(len(before)),
	}
}

// A mappingParser reads a text that is known to be JSON.
type mappingParser struct {
	data   []byte
	scan   jsonscan.Scanner
	places map[string]int // of each member and item, by its path
	errs   MappingError
}

// place returns where the value at path, or the nearest one around it, starts.
func (p *mappingParser) place(path string) int {
	for {
		if at, ok := p.places[path]; ok || path == "" {
			return at
		}
		path = path[:max(strings.LastIndexByte(path, '/'), 0)]
	}
}

// wrong adds the fault of a value that has another type than it should, and
// passes over it.
func (p *mappingParser) wrong(kind jsonscan.Kind, path, message string) {
	code := incident.CodeJSONType
	if kind == jsonscan.Null {
		code, message = incident.CodeFieldNull, "null says nothing: leave the member out"
	}
	p.errs.add(code, path, message)
	_, _ = p.scan.Skip(kind) // the text was checked
}

// object reads an object and gives each member's name, path and first token to
// member, which reads the value and reports whether the form has the name.
func (p *mappingParser) object(kind jsonscan.Kind, path string, member func(name, path string, kind jsonscan.Kind) bool) {
	if kind != jsonscan.ObjectBegin {
		p.wrong(kind, path, "an object in braces is due here")
		return
	}
	for {
		kind, err := p.scan.Next()
		if err != nil || kind != jsonscan.Name {
			return // the text was checked: this is the closing brace
		}
		name, at := string(p.scan.Text()), p.scan.Offset()
		below := path + "/" + escapePointer(name)
		p.places[below] = at
		kind, _ = p.scan.Next()
		if !member(name, below, kind) {
			p.errs.add(incident.CodeFieldUnknown, below, "a mapping has no member of this name here: correct it or remove it")
			_, _ = p.scan.Skip(kind)
		}
	}
}

// list reads a list and gives each item's path and first token to item.
func (p *mappingParser) list(kind jsonscan.Kind, path string, item func(path string, kind jsonscan.Kind)) {
	if kind != jsonscan.ArrayBegin {
		p.wrong(kind, path, "a list in brackets is due here")
		return
	}
	for i := 0; ; i++ {
		kind, err := p.scan.Next()
		if err != nil || kind == jsonscan.ArrayEnd {
			return
		}
		below := fmt.Sprintf("%s/%d", path, i)
		p.places[below] = p.scan.Offset()
		item(below, kind)
	}
}

func (p *mappingParser) text(kind jsonscan.Kind, path string, to *string) {
	if kind != jsonscan.String {
		p.wrong(kind, path, "a text in double quotes is due here")
		return
	}
	*to = string(p.scan.Text())
}

func (p *mappingParser) flag(kind jsonscan.Kind, path string, to *bool) {
	if kind != jsonscan.True && kind != jsonscan.False {
		p.wrong(kind, path, "true or false is due here")
		return
	}
	*to = kind == jsonscan.True
}

func (p *mappingParser) texts(kind jsonscan.Kind, path string, to *[]string) {
	p.list(kind, path, func(path string, kind jsonscan.Kind) {
		var s string
		p.text(kind, path, &s)
		*to = append(*to, s)
	})
}

func (p *mappingParser) table(kind jsonscan.Kind, path string, to *map[string]string) {
	p.object(kind, path, func(name, path string, kind jsonscan.Kind) bool {
		var s string
		p.text(kind, path, &s)
		if *to == nil {
			*to = map[string]string{}
		}
		(*to)[name] = s
		return true
	})
}

func (p *mappingParser) mapping(kind jsonscan.Kind, m *Mapping) {
	p.object(kind, "", func(name, path string, kind jsonscan.Kind) bool {
		switch name {
		case "mapping":
			if kind != jsonscan.Number || string(p.scan.Raw()) != "1" {
				p.wrong(kind, path, "this reader knows version 1 of the form: write 1 without quotes")
				m.Version = MappingVersion // said once
				return true
			}
			m.Version = 1
		case "form":
			p.text(kind, path, &m.Form)
		case "title":
			p.text(kind, path, &m.Title)
		case "trim":
			p.flag(kind, path, &m.Trim)
		case "where":
			p.list(kind, path, func(path string, kind jsonscan.Kind) { m.Where = append(m.Where, p.where(kind, path)) })
		case "constants":
			p.table(kind, path, &m.Constants)
		case "templates":
			p.table(kind, path, &m.Templates)
		case "columns":
			p.rules(kind, path, &m.Columns)
		case "figures":
			p.list(kind, path, func(path string, kind jsonscan.Kind) { m.Figures = append(m.Figures, p.figure(kind, path)) })
		case "ignore":
			p.texts(kind, path, &m.Ignore)
		default:
			return false
		}
		return true
	})
}

func (p *mappingParser) where(kind jsonscan.Kind, path string) (w Where) {
	p.object(kind, path, func(name, path string, kind jsonscan.Kind) bool {
		switch name {
		case "column":
			p.text(kind, path, &w.Column)
		case "in":
			p.texts(kind, path, &w.In)
		case "not":
			p.texts(kind, path, &w.Not)
		default:
			return false
		}
		return true
	})
	return w
}

// rules reads columns and their rules; a text alone is the rule's to.
func (p *mappingParser) rules(kind jsonscan.Kind, path string, to *map[string]Rule) {
	p.object(kind, path, func(name, path string, kind jsonscan.Kind) bool {
		var rule Rule
		if kind == jsonscan.String {
			rule.To = string(p.scan.Text())
		} else {
			p.object(kind, path, func(name, path string, kind jsonscan.Kind) bool {
				return p.ruleMember(name, path, kind, &rule)
			})
		}
		if *to == nil {
			*to = map[string]Rule{}
		}
		(*to)[name] = rule
		return true
	})
}

func (p *mappingParser) ruleMember(name, path string, kind jsonscan.Kind, rule *Rule) bool {
	switch name {
	case "to":
		p.text(kind, path, &rule.To)
	case "values":
		p.table(kind, path, &rule.Values)
	case "fold":
		p.flag(kind, path, &rule.Fold)
	case "countries":
		p.flag(kind, path, &rule.Countries)
	case "dates":
		p.texts(kind, path, &rule.Dates)
	case "ages":
		p.flag(kind, path, &rule.Ages)
	case "grouping":
		p.text(kind, path, &rule.Grouping)
	case "phrases":
		p.flag(kind, path, &rule.Phrases)
	case "split":
		p.text(kind, path, &rule.Split)
	case "unlisted":
		p.text(kind, path, (*string)(&rule.Unlisted))
	case "like":
		p.text(kind, path, &rule.Like)
	case "also":
		p.table(kind, path, &rule.Also)
	case "rest":
		p.text(kind, path, &rule.Rest)
	default:
		return false
	}
	return true
}

func (p *mappingParser) figure(kind jsonscan.Kind, path string) (f MappedFigure) {
	p.object(kind, path, func(name, path string, kind jsonscan.Kind) bool {
		switch name {
		case "column":
			p.text(kind, path, &f.Column)
		case "set":
			p.table(kind, path, &f.Set)
		case "columns":
			p.rules(kind, path, &f.Columns)
		default:
			return p.ruleMember(name, path, kind, &f.Rule)
		}
		return true
	})
	return f
}
