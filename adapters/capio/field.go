package capio

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/advisory"
)

// A field is a child element of the schema: how often it may stand, how it is read into
// a T and written from one. Both go by the same tables, so that what is written is in
// the order in which it is read.
type field[T any] struct {
	name  string
	need  bool // it must be there
	many  bool // it may be there more than once
	read  func(p *reader, n *node, path string, v *T)
	write func(w *writer, v *T)
}

// The tables, in the order of the schema. They are read only.
var (
	alertFields = []field[Alert]{
		text("identifier", true, func(a *Alert) *string { return &a.Identifier }),
		text("sender", true, func(a *Alert) *string { return &a.Sender }),
		moment("sent", true, func(a *Alert) *Time { return &a.Sent }),
		word("status", func(a *Alert) *advisory.Status { return &a.Status }),
		word("msgType", func(a *Alert) *advisory.MsgType { return &a.MsgType }),
		text("source", false, func(a *Alert) *string { return &a.Source }),
		word("scope", func(a *Alert) *Scope { return &a.Scope }),
		text("restriction", false, func(a *Alert) *string { return &a.Restriction }),
		quotes("addresses", func(a *Alert) *[]string { return &a.Addresses }),
		texts("code", func(a *Alert) *[]string { return &a.Codes }),
		text("note", false, func(a *Alert) *string { return &a.Note }),
		references("references", func(a *Alert) *[]Reference { return &a.References }),
		quotes("incidents", func(a *Alert) *[]string { return &a.Incidents }),
		groups("info", infoFields, func(a *Alert) *[]Info { return &a.Infos }),
	}
	infoFields = []field[Info]{
		spaceless("language", func(i *Info) *string { return &i.Language }),
		words("category", true, func(i *Info) *[]advisory.Category { return &i.Categories }),
		text("event", true, func(i *Info) *string { return &i.Event }),
		words("responseType", false, func(i *Info) *[]advisory.ResponseType { return &i.ResponseTypes }),
		word("urgency", func(i *Info) *advisory.Urgency { return &i.Urgency }),
		word("severity", func(i *Info) *advisory.Severity { return &i.Severity }),
		word("certainty", func(i *Info) *advisory.Certainty { return &i.Certainty }),
		text("audience", false, func(i *Info) *string { return &i.Audience }),
		groups("eventCode", valueFields, func(i *Info) *[]Value { return &i.EventCodes }),
		moment("effective", false, func(i *Info) *Time { return &i.Effective }),
		moment("onset", false, func(i *Info) *Time { return &i.Onset }),
		moment("expires", false, func(i *Info) *Time { return &i.Expires }),
		text("senderName", false, func(i *Info) *string { return &i.SenderName }),
		text("headline", false, func(i *Info) *string { return &i.Headline }),
		text("description", false, func(i *Info) *string { return &i.Description }),
		text("instruction", false, func(i *Info) *string { return &i.Instruction }),
		spaceless("web", func(i *Info) *string { return &i.Web }),
		text("contact", false, func(i *Info) *string { return &i.Contact }),
		groups("parameter", valueFields, func(i *Info) *[]Value { return &i.Parameters }),
		groups("resource", resourceFields, func(i *Info) *[]Resource { return &i.Resources }),
		groups("area", areaFields, func(i *Info) *[]Area { return &i.Areas }),
	}
	valueFields = []field[Value]{
		text("valueName", true, func(v *Value) *string { return &v.Name }),
		{
			name: "value", need: true,
			read:  func(p *reader, n *node, path string, v *Value) { v.Value = p.leaf(n, path) },
			write: func(w *writer, v *Value) { w.element("value", v.Value) },
		},
	}
	resourceFields = []field[Resource]{
		text("resourceDesc", true, func(r *Resource) *string { return &r.Desc }),
		text("mimeType", true, func(r *Resource) *string { return &r.MimeType }),
		decimal("size", parseSize, func(r *Resource) *Decimal { return &r.Size }),
		spaceless("uri", func(r *Resource) *string { return &r.URI }),
		text("derefUri", false, func(r *Resource) *string { return &r.DerefURI }),
		text("digest", false, func(r *Resource) *string { return &r.Digest }),
	}
	areaFields = []field[Area]{
		text("areaDesc", true, func(a *Area) *string { return &a.Desc }),
		shapes("polygon", ParsePolygon, func(a *Area) *[]Polygon { return &a.Polygons }),
		shapes("circle", ParseCircle, func(a *Area) *[]Circle { return &a.Circles }),
		groups("geocode", valueFields, func(a *Area) *[]Value { return &a.Geocodes }),
		decimal("altitude", ParseDecimal, func(a *Area) *Decimal { return &a.Altitude }),
		decimal("ceiling", ParseDecimal, func(a *Area) *Decimal { return &a.Ceiling }),
	}
)

// text is an element of any text, blanks included.
func text[T any](name string, need bool, of func(*T) *string) field[T] {
	return field[T]{
		name: name, need: need,
		read:  func(p *reader, n *node, path string, v *T) { *of(v) = p.text(n, path, need) },
		write: func(w *writer, v *T) { w.optional(name, *of(v)) },
	}
}

// spaceless is an element of text around which blanks do not matter.
func spaceless[T any](name string, of func(*T) *string) field[T] {
	return field[T]{
		name:  name,
		read:  func(p *reader, n *node, path string, v *T) { *of(v) = p.trimmed(n, path, name == "language") },
		write: func(w *writer, v *T) { w.optional(name, *of(v)) },
	}
}

// texts are elements of any text.
func texts[T any](name string, of func(*T) *[]string) field[T] {
	return field[T]{
		name: name, many: true,
		read: func(p *reader, n *node, path string, v *T) {
			if s := p.text(n, path, false); s != "" {
				*of(v) = append(*of(v), s)
			}
		},
		write: func(w *writer, v *T) {
			for i, s := range *of(v) {
				w.step(name, i)
				w.optional(name, s)
				w.back()
			}
		},
	}
}

// word is a required element with one of a few words; which, Check knows.
func word[T any, S ~string](name string, of func(*T) *S) field[T] {
	return field[T]{
		name: name, need: true,
		read:  func(p *reader, n *node, path string, v *T) { *of(v) = S(p.text(n, path, true)) },
		write: func(w *writer, v *T) { w.optional(name, string(*of(v))) },
	}
}

// words are elements with one of a few words each.
func words[T any, S ~string](name string, need bool, of func(*T) *[]S) field[T] {
	return field[T]{
		name: name, need: need, many: true,
		read: func(p *reader, n *node, path string, v *T) { *of(v) = append(*of(v), S(p.text(n, path, true))) },
		write: func(w *writer, v *T) {
			for i, s := range *of(v) {
				w.step(name, i)
				w.optional(name, string(s))
				w.back()
			}
		},
	}
}

// moment is an element with a time.
func moment[T any](name string, need bool, of func(*T) *Time) field[T] {
	return field[T]{
		name: name, need: need,
		read: func(p *reader, n *node, path string, v *T) {
			if s := p.trimmed(n, path, true); s != "" {
				t, err := ParseTime(s)
				p.syntax(n, path, err)
				*of(v) = t
			}
		},
		write: func(w *writer, v *T) { w.optional(name, of(v).String()) },
	}
}

// decimal is an element with a number.
func decimal[T any](name string, parse func(string) (Decimal, error), of func(*T) *Decimal) field[T] {
	return field[T]{
		name: name,
		read: func(p *reader, n *node, path string, v *T) {
			if s := p.trimmed(n, path, true); s != "" {
				d, err := parse(s)
				p.syntax(n, path, err)
				*of(v) = d
			}
		},
		write: func(w *writer, v *T) { w.optional(name, string(*of(v))) },
	}
}

// shapes are elements with the text of a polygon or a circle each.
func shapes[T any, S fmt.Stringer](name string, parse func(string) (S, error), of func(*T) *[]S) field[T] {
	return field[T]{
		name: name, many: true,
		read: func(p *reader, n *node, path string, v *T) {
			if s := p.trimmed(n, path, true); s != "" {
				shape, err := parse(s)
				if p.syntax(n, path, err) {
					*of(v) = append(*of(v), shape)
				}
			}
		},
		write: func(w *writer, v *T) {
			for _, s := range *of(v) {
				w.optional(name, s.String())
			}
		},
	}
}

// groups are elements with elements of their own.
func groups[T, U any](name string, table []field[U], of func(*T) *[]U) field[T] {
	return field[T]{
		name: name, many: true,
		read: func(p *reader, n *node, path string, v *T) {
			var u U
			readFields(p, n, path, table, &u)
			*of(v) = append(*of(v), u)
		},
		write: func(w *writer, v *T) {
			list := *of(v)
			for i := range list {
				w.step(name, i)
				w.open(name)
				for _, f := range table {
					f.write(w, &list[i])
				}
				w.close(name)
				w.back()
			}
		},
	}
}

// quotes is an element with a list of texts, those with blanks in quotes.
func quotes[T any](name string, of func(*T) *[]string) field[T] {
	return field[T]{
		name: name,
		read: func(p *reader, n *node, path string, v *T) {
			list, ok := parseQuoted(p.text(n, path, false))
			if !ok {
				p.missing(n, path, textForbidden, "a quote stands where none may: an item with blanks stands in quotes, with blanks between it and the next")
			}
			*of(v) = list
		},
		write: func(w *writer, v *T) { w.optional(name, quoted(*of(v))) },
	}
}

// references is the element with the messages that one refers to.
func references[T any](name string, of func(*T) *[]Reference) field[T] {
	return field[T]{
		name: name,
		read: func(p *reader, n *node, path string, v *T) {
			for s := range fields(p.text(n, path, false)) {
				r, err := ParseReference(s)
				if !p.syntax(n, path, err) {
					return
				}
				*of(v) = append(*of(v), r)
			}
		},
		write: func(w *writer, v *T) {
			parts := make([]string, len(*of(v)))
			for i, r := range *of(v) {
				parts[i] = r.String()
			}
			w.optional(name, strings.Join(parts, " "))
		},
	}
}

// at is the path of an element that may stand more than once.
func at(path, name string, i int) string {
	return path + "/" + name + "[" + strconv.Itoa(i+1) + "]"
}
