package csvio

import (
	"maps"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// mapRest is a text that could not be read, and the step of the column that keeps it.
type mapRest struct {
	step *mapStep
	text string
}

// findForm looks up the form of the mapping, and says when there is none.
func (c *mapCompiler) findForm() bool {
	for _, f := range [...]*form{recordForm, advisoryForm, entryForm, offerForm} {
		if f.name == c.m.Form {
			c.form = f
			return true
		}
	}
	c.errs.add(incident.CodeMappingRule, "/form", "a row is an advisory, an entry or an offer, or, without form, a record")
	return false
}

// also compiles the values that go with one of a rule.
func (c *mapCompiler) also(s *mapStep, path string) {
	for _, name := range slices.Sorted(maps.Keys(s.rule.Also)) {
		at := path + "/also/" + escapePointer(name)
		t, ok := c.target(name, at)
		switch value := s.rule.Also[name]; {
		case !ok:
		case t.part != s.target.part || t.kind == mapDimension:
			c.errs.add(incident.CodeMappingRule, at, "this column of ours is not beside that of the rule: give it a rule")
		case value == "":
			c.errs.add(incident.CodeFieldEmpty, at, "a value is due here: leave it out if there is none")
		default:
			c.value(t, value, at)
			s.also = append(s.also, mapStep{target: t, index: -1, constant: value})
		}
	}
}

// rest compiles the column for what cannot be read.
func (c *mapCompiler) rest(s *mapStep, path string, bad func(member, message string)) {
	if s.rule.Rest == "" {
		return
	}
	t, ok := c.target(s.rule.Rest, path+"/rest")
	switch {
	case !ok:
	case t.kind != mapText && t.kind != mapList || t.ofCountries() || t.name == s.target.name || t.name == "contacts":
		bad("rest", "what cannot be read is kept in a column of texts")
	case t.part && c.form == recordForm, t.part != s.target.part && s.target.part:
		bad("rest", "what cannot be read is kept in the same record")
	case s.rule.Unlisted != "":
		bad("unlisted", "rest says what becomes of cells that are not listed: take one of the two away")
	case s.rule.Phrases:
		bad("phrases", "phrases say what becomes of cells that are no counts: take one of the two away")
	default:
		s.rest = &mapStep{target: t, index: s.index}
	}
}

// sortOut reads a cell as far as it can be read, and keeps the rest.
func (p *mapPlan) sortOut(s *mapStep, text string) {
	if value, ok := s.rule.listed(text); ok {
		p.give(s, value)
		return
	}
	given, left := 0, 0
	for _, item := range p.items(s, text) {
		if item == "" {
			continue
		}
		value, err := s.rule.convert(item, s.target.kind)
		if code, reason := incident.Code(""), ""; err == nil && value != "" {
			if code, reason = p.form.judge(&p.scratch, s.target, value); code != "" {
				err = mapFault(code, "value", reason)
			}
		}
		switch {
		case err == nil && value == "":
			left++
		case err == nil:
			given++
			p.give(s, value)
		case !s.rule.Countries || !p.takeApart(s, item, &given):
			code, reason := syntaxOf(err)
			p.rest = append(p.rest, mapRest{s.rest, item})
			p.note(code, incident.Warning, s.index, "cells that cannot be read were kept in "+s.rest.target.name+" as the mapping says: "+reason)
		}
	}
	if value, ok := s.rule.listed(""); ok && given == 0 && left == 0 {
		p.give(s, value)
	}
	if given > 0 && left > 0 {
		p.note(incident.CodeMappingOmit, incident.Warning, s.index, "items that the mapping's values leave unstated stand beside others: the list says less than the cell")
	}
}

// give sets a value, and those that go with it.
func (p *mapPlan) give(s *mapStep, value string) {
	if value != "" {
		_ = s.set(&p.draft, value) // it was judged
		s.setAlso(&p.draft)
	}
}

// takeApart gives the countries that an item names and keeps what else it says. It
// reports false, and has done nothing, when there is no country in it, or more than the
// column takes.
func (p *mapPlan) takeApart(s *mapStep, item string, given *int) bool {
	var codes, words []string
	for part := range strings.FieldsFuncSeq(item, isBreak) {
		if code, ok := s.rule.country(part); ok {
			codes = append(codes, code)
			continue
		}
		for _, sub := range splitWords(part) {
			if code, ok := s.rule.country(sub); ok {
				codes = append(codes, code)
			} else if sub = strings.TrimSpace(sub); sub != "" {
				words = append(words, sub)
			}
		}
	}
	codes = slices.DeleteFunc(codes, func(code string) bool { return code == "" })
	if len(codes) == 0 || len(codes) > 1 && s.target.kind != mapList {
		return false
	}
	*given += len(codes)
	for _, code := range codes {
		p.give(s, code)
	}
	for _, w := range words {
		p.rest = append(p.rest, mapRest{s.rest, w})
	}
	return true
}

// country returns the code of a country, "" for one that values leaves unstated.
func (r *mapRule) country(name string) (code string, ok bool) {
	name = strings.TrimSpace(name)
	if value, ok := r.listed(name); ok {
		return value, true
	}
	return incident.LookupCountry(name)
}

// isBreak reports whether countries may stand on both sides of a character.
func isBreak(r rune) bool { return strings.ContainsRune("()[]{},;|→⇒>+", r) }

// splitWords splits at words between countries, and at signs that names of countries
// and places may hold, too.
func splitWords(s string) []string {
	const between = "\x00"
	return strings.Split(strings.NewReplacer(
		" and ", between, " or ", between, " via ", between, " to ", between, " then ", between, " & ", between, "/", between, " - ", between, " – ", between,
	).Replace(" "+s+" "), between)
}

// keepRest puts what could not be read where the mapping wants it: behind what is there.
func (p *mapPlan) keepRest(part bool) {
	for i, r := range p.rest {
		t := &r.step.target
		same := func(r mapRest) bool { return r.step.target.name == t.name }
		if t.part != part || slices.ContainsFunc(p.rest[:i], same) {
			continue
		}
		text := t.get(nil, &p.draft.builder.subject)
		for _, r := range p.rest[i:] {
			switch {
			case !same(r):
			case t.kind == mapList:
				_ = r.step.set(&p.draft, r.text)
			default:
				if len(text) > 0 {
					text = append(text, "; "...)
				}
				text = append(text, r.text...)
			}
		}
		if p.draft.endList(t); t.kind != mapList {
			_ = t.put(&p.draft, string(text))
		}
	}
	p.rest = slices.DeleteFunc(p.rest, func(r mapRest) bool { return r.step.target.part == part })
}

// isLike reports whether a cell has the form of a pattern.
func isLike(cell, pattern string) bool {
	for i, literal := range strings.Split(pattern, "*") {
		if i > 0 {
			n := strings.IndexFunc(cell, func(r rune) bool {
				return !strings.ContainsRune("-_./", r) && (r > 0x7f || !isLetterOrDigit(byte(r)))
			})
			if n < 0 {
				n = len(cell)
			}
			if literal == "" {
				cell = cell[n:]
				continue
			}
			at := strings.Index(cell[:n], literal)
			if at < 1 {
				return false
			}
			cell = cell[at:]
		}
		rest, ok := strings.CutPrefix(cell, literal)
		if !ok {
			return false
		}
		cell = rest
	}
	return cell == ""
}
