package jsonio

import (
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// A form is how values of a type stand in JSON: its members in the format's order,
// and what is asked of them together. It is read only.
type form[T any] struct {
	objectOf[T]
	check func(v *T) incident.Findings
	id    func(v *T) string // nil: it has none
	kind  incident.Kind     // that the member "kind" must have; "" for a type without it
}

// An objectOf is the table of an object's members.
type objectOf[T any] struct {
	names   []string
	members []member[T]
}

// A member is how one is read, after its name, and written, if it is stated.
type member[T any] struct {
	name  string
	read  func(p *parser, v *T)
	write func(w *writer, name string, v *T)
}

func newObject[T any](members ...member[T]) objectOf[T] {
	o := objectOf[T]{members: members}
	for _, m := range members {
		o.names = append(o.names, m.name)
	}
	return o
}

// read reads the object that p.kind begins.
func (o *objectOf[T]) read(p *parser, v *T) {
	object(p, o.names, v, o.member)
}

func (o *objectOf[T]) member(p *parser, v *T, i int) { o.members[i].read(p, v) }

func (o *objectOf[T]) write(w *writer, v *T) {
	w.open()
	for i := range o.members {
		o.members[i].write(w, o.members[i].name, v)
	}
	w.close()
}

// textMember is a member that is a text of which a file holds many, codeMember one of
// which it holds few.
func textMember[T any](name string, at func(v *T) *string) member[T] {
	return member[T]{
		name,
		func(p *parser, v *T) { *at(v) = p.free() },
		func(w *writer, name string, v *T) { w.text(name, *at(v)) },
	}
}

func codeMember[T any, S ~string](name string, at func(v *T) *S) member[T] {
	return member[T]{
		name,
		func(p *parser, v *T) { *at(v) = S(p.code()) },
		func(w *writer, name string, v *T) { w.text(name, string(*at(v))) },
	}
}

func dateMember[T any](name string, at func(v *T) *incident.Date) member[T] {
	return member[T]{
		name,
		func(p *parser, v *T) { *at(v) = p.date() },
		func(w *writer, name string, v *T) { w.date(name, *at(v)) },
	}
}

func countMember[T any](name string, at func(v *T) *incident.Count) member[T] {
	return member[T]{
		name,
		func(p *parser, v *T) { *at(v) = p.count() },
		func(w *writer, name string, v *T) { w.count(name, *at(v)) },
	}
}

// listMember is a member that is a list of texts.
func listMember[T any, S ~string](name string, at func(v *T) *[]S) member[T] {
	return member[T]{
		name,
		func(p *parser, v *T) {
			for _, s := range p.texts() {
				*at(v) = append(*at(v), S(s))
			}
		},
		func(w *writer, name string, v *T) {
			items := *at(v)
			if len(items) == 0 {
				return
			}
			w.name(name)
			for i, s := range items {
				w.b = appendText(append(w.b, separator(i)), string(s))
			}
			w.b = append(w.b, ']')
		},
	}
}

// objectMember is a member that is an object; its zero value is unstated.
func objectMember[T any, U comparable](name string, o objectOf[U], at func(v *T) *U) member[T] {
	return member[T]{
		name,
		func(p *parser, v *T) {
			if p.next() {
				o.read(p, at(v))
			}
		},
		func(w *writer, name string, v *T) {
			if *at(v) != *new(U) {
				w.name(name)
				o.write(w, at(v))
			}
		},
	}
}

// objectsMember is a member that is a list of objects. A bad item is kept as far as it was
// read, so that the others keep their numbers.
func objectsMember[T, U any](name string, o objectOf[U], at func(v *T) *[]U) member[T] {
	return member[T]{
		name,
		func(p *parser, v *T) {
			p.array(func(p *parser) {
				*at(v) = append(*at(v), *new(U))
				o.read(p, &(*at(v))[len(*at(v))-1])
			})
		},
		func(w *writer, name string, v *T) {
			items := *at(v)
			if len(items) == 0 {
				return
			}
			w.name(name)
			for i := range items {
				w.b = append(w.b, separator(i))
				o.write(w, &items[i])
			}
			w.b = append(w.b, ']')
		},
	}
}

// sourceOf is the source, as a record has it.
func sourceOf[T any](at func(v *T) *incident.Source) member[T] {
	return member[T]{
		recordMembers[recordSource],
		func(p *parser, v *T) {
			if p.next() {
				object(p, sourceMembers[:], at(v), sourceMember)
			}
		},
		func(w *writer, _ string, v *T) {
			if s := at(v); !s.IsZero() {
				w.source(s)
			}
		},
	}
}

// kindMember is the member that only tells of what kind a value is.
func kindMember[T any](kind incident.Kind) member[T] {
	return member[T]{
		recordMembers[recordKind],
		func(p *parser, _ *T) { p.kindOf = incident.Kind(p.code()) },
		func(w *writer, name string, _ *T) { w.text(name, string(kind)) },
	}
}

// idOf returns the value's id, "" when its type has none.
func (f *form[T]) idOf(v *T) string {
	if f.id == nil {
		return ""
	}
	return f.id(v)
}

// parse reads a value into the zero *v. What is wrong is left in p.faults.
func (f *form[T]) parse(p *parser, data []byte, v *T, l *locator) {
	parse(p, data, f.names, v, f.member)
	switch {
	case p.stopped():
	case p.kindOf != f.kind && slices.Contains(slices.Collect(incident.Kinds()), p.kindOf):
		p.misplaced(l, "this is a record: keep records in a file of their own")
	default:
		p.addFindings(append(f.kindFindings(p.kindOf), f.check(v)...), l)
	}
}

// kindFindings says that the kind is missing or another one.
func (f *form[T]) kindFindings(kind incident.Kind) incident.Findings {
	found := incident.Finding{Severity: incident.Error, Path: "/kind"}
	switch kind {
	case f.kind:
		return nil
	case "":
		found.Code, found.Message = incident.CodeFieldRequired, "the kind is required: state "+string(f.kind)
	default:
		found.Code, found.Message = incident.CodeCodeUnknown, "the kind here is "+string(f.kind)+": correct it"
	}
	return incident.Findings{found}
}
