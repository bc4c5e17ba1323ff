package capio

import (
	"context"
	"encoding/xml"
	"io"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// An envelope is a document that alerts may stand in.
type envelope struct {
	root   xml.Name
	entry  string // the element around one of them
	strict bool   // every entry has to hold an alert
}

// The envelopes that are known. They are read only.
var envelopes = [...]envelope{
	{xml.Name{Space: atom, Local: "feed"}, "entry", true},
	{xml.Name{Space: atom, Local: "entry"}, "", true},
	{xml.Name{Local: "rss"}, "item", true},
	{xml.Name{Space: "http://www.w3.org/1999/02/22-rdf-syntax-ns#", Local: "RDF"}, "item", true},
	{xml.Name{Space: "urn:oasis:names:tc:emergency:EDXL:DE:1.0", Local: "EDXLDistribution"}, "contentObject", false},
	{xml.Name{Space: "urn:oasis:names:tc:emergency:EDXL:DE:2.0", Local: "EDXLDistribution"}, "contentObject", false},
	{xml.Name{Space: "urn:oasis:names:tc:emergency:edxl:de:2.0", Local: "edxlDistribution"}, "contentObject", false},
}

const atom = "http://www.w3.org/2005/Atom"

// versions are the namespaces of alerts that are not CAP 1.2. They are read only.
var versions = [...]struct{ space, name string }{
	{"urn:oasis:names:tc:emergency:cap:1.1", "CAP 1.1"},
	{"urn:oasis:names:tc:emergency:cap:1.0", "CAP 1.0"},
	{"http://www.incident.com/cap/1.0", "CAP 1.0"},
}

// version says what an alert of a namespace is, "" where it is no alert that is known.
func version(space string) string {
	for _, v := range versions {
		if v.space == space {
			return v.name
		}
	}
	return ""
}

// A source reads the alerts of a document one after the other.
type source struct {
	scan   *scanner
	name   string
	limits adapters.Limits
	around *envelope
	begun  bool
	record int   // number of the last record
	err    error // final

	inEntry int       // its depth; 0: none
	entry   place     // where it starts
	alerts  int       // in it
	entries int       // so far
	passed  []located // what was overlooked
	unsaid  int       // and is not in passed
	public  bool      // alerts that are not are rejected
}

func newSource(r io.Reader, o *DecodeOptions) source {
	if o == nil {
		o = &DecodeOptions{}
	}
	limits := o.Limits.WithDefaults()
	limits.Errors = min(limits.Errors, mostErrors)
	return source{scan: newScanner(r, limits), name: o.Name, limits: limits, public: o.Public}
}

// mostErrors bounds Limits.Errors, because each fault is compared with the others.
const mostErrors = 10_000

// next returns the next alert's elements, or a [*adapters.RecordError], or what ends the
// reading: [io.EOF] or a [*adapters.FileError].
func (s *source) next(ctx context.Context) (*node, error) {
	if s.err != nil {
		return nil, s.err
	}
	if !s.begun {
		if err := ctx.Err(); err != nil {
			return nil, s.fail(&stop{message: "the reading was interrupted", err: err})
		}
		s.begun = true
		if why := s.scan.begin(); why != nil {
			return nil, s.fail(why)
		}
		return s.root(ctx)
	}
	return s.walk(ctx)
}

// root reads the document's first element, and all of it when it is an alert.
func (s *source) root(ctx context.Context) (*node, error) {
	t, why := s.scan.next(ctx)
	switch {
	case why != nil:
		return nil, s.fail(why)
	case t.kind == 0:
		return nil, s.fail(&stop{code: incident.CodeFileTruncated, message: "the document has no element", at: t.at})
	}
	for i := range envelopes {
		if envelopes[i].root == t.name {
			s.around = &envelopes[i]
			if s.around.entry == "" {
				s.inEntry, s.entry, s.entries = 1, t.at, 1
			}
			return s.walk(ctx)
		}
	}
	if t.name != (xml.Name{Space: Namespace, Local: "alert"}) {
		return nil, s.fail(&stop{code: incident.CodeFormatUnexpected, message: whatIs(t.name), at: t.at})
	}
	n, over, why := s.scan.element(ctx, t, s.limits.Fields)
	if why == nil {
		// A document is one when nothing follows.
		var rest token
		if rest, why = s.scan.next(ctx); why == nil && rest.kind != 0 {
			why = &stop{code: incident.CodeXMLSyntax, message: "something follows the document's element", at: rest.at}
		}
	}
	if why != nil {
		return nil, s.fail(why)
	}
	s.record++
	if over {
		return nil, s.tooMany(n)
	}
	return n, nil
}

// whatIs says what a document is that is neither an alert nor may hold one.
func whatIs(name xml.Name) string {
	v := version(name.Space)
	switch {
	case name.Local == "alert" && v != "":
		return "this is " + v + ", not CAP 1.2: have it converted, its elements mean other things"
	case name.Local == "alert" && name.Space == "":
		return "the alert is in no namespace: CAP 1.2 is " + Namespace
	case name.Local == "alert":
		return "the alert is in another namespace than that of CAP 1.2, " + Namespace
	case name.Space == Namespace:
		return "the document's element is not alert"
	case name.Local == "html":
		return "this is a web page, not an alert"
	}
	return "this is neither an alert nor a feed that is known (Atom, RSS, EDXL-DE)"
}

// walk reads on in an envelope, up to the next alert.
func (s *source) walk(ctx context.Context) (*node, error) {
	for {
		t, why := s.scan.next(ctx)
		switch {
		case why != nil:
			return nil, s.fail(why)
		case t.kind == 0:
			s.err = io.EOF
			return nil, io.EOF
		case t.kind == '<' && s.scan.depth == 1:
			return nil, s.fail(&stop{code: incident.CodeXMLSyntax, message: "something follows the document's element", at: t.at})
		case t.kind == '<' && t.name.Local == "alert" && (t.name.Space == Namespace || version(t.name.Space) != ""):
			return s.alert(ctx, t)
		case t.kind == '<' && s.around != nil && t.name.Local == s.around.entry && s.inEntry == 0:
			s.inEntry, s.entry, s.alerts = s.scan.depth, t.at, 0
			s.entries++
		case t.kind == '/' && s.inEntry > 0 && s.scan.depth < s.inEntry:
			s.inEntry = 0
			if s.alerts > 0 {
				continue
			}
			if err := s.without(); err != nil {
				return nil, err
			}
		}
	}
}

// alert reads an alert in an envelope.
func (s *source) alert(ctx context.Context, t token) (*node, error) {
	s.alerts++
	if t.name.Space != Namespace {
		if why := s.scan.skip(ctx); why != nil {
			return nil, s.fail(why)
		}
		s.record++
		return nil, s.reject(t.at, "/alert", incident.CodeFormatUnexpected, whatIs(t.name))
	}
	n, over, why := s.scan.element(ctx, t, s.limits.Fields)
	if why != nil {
		return nil, s.fail(why)
	}
	s.record++
	if over {
		return nil, s.tooMany(n)
	}
	return n, nil
}

// without says that an entry holds no alert: where each has to, it is a record that
// cannot be read.
func (s *source) without() error {
	path := at("", s.around.entry, s.entries-1)
	if s.around.entry == "" {
		path = "/entry"
	}
	if s.around.strict {
		s.record++
		return s.reject(s.entry, path, incident.CodeFieldRequired, "there is no alert of CAP 1.2 in this entry: what stands elsewhere, or as escaped text, is not read")
	}
	s.overlook(located{incident.Finding{
		Code: incident.CodeFieldUnknown, Severity: incident.Note, Path: path, Message: "content that is no alert was passed over",
	}, s.entry})
	return nil
}

// overlook remembers what was overlooked, as far as there is room.
func (s *source) overlook(l located) {
	if len(s.passed) < s.limits.Errors {
		s.passed = append(s.passed, l)
		return
	}
	s.unsaid++
}

func (s *source) tooMany(n *node) error {
	return s.reject(n.at, "/alert", incident.CodeLimitFields, "the alert has more elements than Limits.Fields: raise it if that is meant")
}

// reject is the error of one record that has one fault.
func (s *source) reject(at place, path string, code incident.Code, message string) error {
	p := position(s.name, s.record, at)
	return &adapters.RecordError{Position: p, Findings: []adapters.Fault{{
		Finding: incident.Finding{Code: code, Severity: incident.Error, Path: path, Message: message}, At: p,
	}}}
}

// fail makes an error final.
func (s *source) fail(why *stop) error {
	e := &adapters.FileError{Position: position(s.name, s.record+1, why.at), Code: why.code, Message: why.message, Err: why.err}
	if cause, ok := causeOf(why.err); ok {
		e.Code = cause.Code
	}
	s.err = e
	return e
}
