package capio

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/encoding"
	"github.com/rescuetally/rescuetally/incident"
)

// The namespaces that are known by name.
const (
	signatures = "http://www.w3.org/2000/09/xmldsig#"
	instance   = "http://www.w3.org/2001/XMLSchema-instance"
	include    = "http://www.w3.org/2001/XInclude"
)

// A scanner reads the tokens of XML, the namespaces of names worked out. It refuses
// what could make it read anything but this input, and what is no XML.
type scanner struct {
	in    *input
	dec   *xml.Decoder
	depth int
	most  int // depth
	hold  bool
	here  place // behind the last token
	base  int64 // the decoder's offset of in.kept[0]
	names []map[string]string
	bom   bool
}

var errEncoding = errors.New("another encoding") // read only

func newScanner(r io.Reader, limits adapters.Limits) *scanner {
	s := &scanner{in: &input{r: r, left: limits.Bytes, most: limits.RecordBytes}, most: limits.Depth, here: place{line: 1, column: 1}}
	s.dec = xml.NewDecoder(s.in)
	s.dec.CharsetReader = func(label string, same io.Reader) (io.Reader, error) {
		if strings.EqualFold(label, "us-ascii") {
			return same, nil // a part of UTF-8
		}
		return nil, errEncoding
	}
	return s
}

// begin looks at the first bytes.
func (s *scanner) begin() *stop {
	start := s.in.peek(4)
	if s.in.stop != nil {
		return s.in.stop
	}
	wide := func(p string) bool { return bytes.HasPrefix(start, []byte(p)) }
	switch {
	case len(start) == 0:
		return &stop{code: incident.CodeFileTruncated, message: "the input is empty", at: s.here}
	case wide("\xfe\xff"), wide("\xff\xfe"), wide("\x00<"), wide("<\x00"), wide("\x00\x00"), wide("\x4c\x6f\xa7\x94"):
		return &stop{code: incident.CodeEncodingUnsupported, message: "the file is in UTF-16 or another encoding: save it as UTF-8", at: s.here}
	case wide("\xef\xbb\xbf"):
		s.in.pos += 3
		s.here = s.here.pass(start[:3])
		s.bom = true
		return nil
	case start[0] == '<' || strings.IndexByte(blanks, start[0]) >= 0:
		return nil
	case wide("PK"):
		return &stop{code: incident.CodeFormatUnexpected, message: "the bytes PK are those of a zip archive, not of XML", at: s.here}
	case wide("\x1f\x8b"):
		return &stop{code: incident.CodeFormatUnexpected, message: "the bytes 1F 8B are those of a gzip archive, not of XML", at: s.here}
	case wide("{"), wide("["):
		return &stop{code: incident.CodeFormatUnexpected, message: "this looks like JSON, not like XML", at: s.here}
	}
	return &stop{code: incident.CodeFormatUnexpected, message: "XML begins with <", at: s.here}
}

// A token is the start or the end of an element, or text.
type token struct {
	kind byte // '<', '/', 't'; 0 is the end of the input
	name xml.Name
	attr []xml.Attr
	text []byte // valid until the next token
	at   place
}

// next returns the next token, comments and processing instructions left out.
func (s *scanner) next(ctx context.Context) (t token, why *stop) {
	for {
		if err := ctx.Err(); err != nil {
			return token{}, &stop{message: "the reading was interrupted", err: err, at: s.here}
		}
		if !s.hold {
			s.in.drop(int(s.dec.InputOffset() - s.base))
			s.base = s.dec.InputOffset()
		}
		t.at = s.here
		from := int(s.dec.InputOffset() - s.base)
		tok, err := s.dec.Token()
		if err == io.EOF && s.in.ended && s.depth == 0 {
			return token{at: s.here}, nil
		}
		if err != nil {
			return token{}, s.broken(err, from)
		}
		raw := s.in.kept[from:int(s.dec.InputOffset()-s.base)]
		if i, bad := impossible(raw); bad {
			return token{}, s.unreadable(raw, i, s.here)
		}
		if _, isComment := tok.(xml.Comment); !isComment && halfCharacter(raw) {
			return token{}, &stop{code: incident.CodeXMLSyntax, message: "a number stands for half a character (D800 to DFFF)", at: s.here}
		}
		s.here = s.here.pass(raw)
		switch tok := tok.(type) {
		case xml.StartElement:
			t.kind, t.name, t.attr = '<', tok.Name, tok.Attr
			if s.depth++; s.depth > s.most {
				return token{}, &stop{code: incident.CodeXMLTooDeep, message: "elements are nested deeper than Limits.Depth", at: t.at}
			}
			if tok.Name.Space == include {
				return token{}, doctype(t.at, "the document includes another, which is never read: put its text here")
			}
			if twice(tok.Attr) {
				return token{}, &stop{code: incident.CodeXMLSyntax, message: "an element has an attribute twice", at: t.at}
			}
			s.declare(tok.Attr)
			return t, nil
		case xml.EndElement:
			s.depth--
			s.names = s.names[:s.depth]
			t.kind, t.name = '/', tok.Name
			return t, nil
		case xml.CharData:
			if s.depth == 0 {
				if strings.Trim(string(tok), blanks) != "" {
					return token{}, &stop{code: incident.CodeXMLSyntax, message: "there is text outside of the document's element", at: t.at}
				}
				continue
			}
			t.kind, t.text = 't', tok
			return t, nil
		case xml.Directive:
			return token{}, doctype(t.at, "the document has a DOCTYPE or another declaration: remove it")
		case xml.ProcInst:
			if strings.EqualFold(tok.Target, "xml") && s.base+int64(from) > 0 {
				return token{}, &stop{code: incident.CodeXMLSyntax, message: "the XML declaration stands at the very start or not at all", at: t.at}
			}
		}
	}
}

func doctype(at place, message string) *stop {
	return &stop{code: incident.CodeXMLDoctype, message: message, at: at}
}

// declare remembers what prefixes an element declares.
func (s *scanner) declare(attrs []xml.Attr) {
	var names map[string]string
	for _, a := range attrs {
		prefix, is := declares(a)
		if !is {
			continue
		}
		if names == nil {
			names = map[string]string{}
		}
		names[prefix] = a.Value
	}
	s.names = append(s.names, names)
}

// declares reports whether an attribute declares a prefix, and which.
func declares(a xml.Attr) (prefix string, is bool) {
	switch {
	case a.Name.Space == "xmlns":
		return a.Name.Local, true
	case a.Name.Space == "" && a.Name.Local == "xmlns":
		return "", true
	}
	return "", false
}

// twice reports whether two attributes have one name.
func twice(attrs []xml.Attr) bool {
	if len(attrs) < 2 {
		return false
	}
	seen := make(map[xml.Name]bool, len(attrs))
	for _, a := range attrs {
		if seen[a.Name] {
			return true
		}
		seen[a.Name] = true
	}
	return false
}

// broken says why the decoder could not go on. Its own words may hold what stands in the
// input, and are not passed on.
func (s *scanner) broken(err error, from int) *stop {
	raw := s.in.kept[min(from, len(s.in.kept)):]
	if i, bad := impossible(raw); bad {
		return s.unreadable(raw, i, s.here)
	}
	end := s.here.pass(raw)
	if s.in.stop != nil {
		why := *s.in.stop
		why.at = end
		return &why
	}
	declaration := bytes.HasPrefix(raw, []byte("<!")) && !bytes.HasPrefix(raw, []byte("<!-")) && !bytes.HasPrefix(raw, []byte("<!["))
	switch {
	case declaration:
		return doctype(s.here, "the document has a DOCTYPE or another declaration: remove it")
	case errors.Is(err, errEncoding):
		return &stop{code: incident.CodeEncodingUnsupported, message: "the document says that it is in another encoding: save it as UTF-8", at: s.here}
	case s.in.ended:
		return &stop{code: incident.CodeFileTruncated, message: "the document ends before its elements do: fetch it again", at: end}
	case undefined(raw):
		return &stop{code: incident.CodeXMLSyntax, message: "XML knows the entities amp, lt, gt, apos and quot, no others; a bare & is written &amp;", at: end}
	}
	return &stop{code: incident.CodeXMLSyntax, message: "this is no well-formed XML: look for an element that is not closed, or a bare < or &", at: end}
}

// undefined reports whether raw ends with a reference to an entity.
func undefined(raw []byte) bool {
	i := bytes.LastIndexByte(raw, '&')
	return i >= 0 && bytes.IndexByte(raw[i:], '<') < 0 && bytes.IndexByte(raw[i:], ' ') <= 1
}

// unreadable is the error of a byte that is no UTF-8, or a character that XML does not
// have, at raw[i].
func (s *scanner) unreadable(raw []byte, i int, at place) *stop {
	at = at.pass(raw[:i])
	if r, n := utf8.DecodeRune(raw[i:]); r == utf8.RuneError && n <= 1 {
		if s.in.ended && !utf8.FullRune(raw[i:]) {
			return &stop{code: incident.CodeFileTruncated, message: "the document ends inside a character: fetch it again", at: at}
		}
		return &stop{code: incident.CodeTextInvalidUTF8, message: encoding.Invalid(raw, i), at: at}
	}
	return &stop{code: incident.CodeTextForbidden, message: "XML has no such character, not even escaped: remove it", at: at}
}

// halfCharacter reports whether a character is written as the number of a surrogate,
// which the decoder would turn into U+FFFD.
func halfCharacter(raw []byte) bool {
	if bytes.HasPrefix(raw, []byte("<![")) {
		return false
	}
	for {
		_, rest, found := bytes.Cut(raw, []byte("&#"))
		if !found {
			return false
		}
		number, _, _ := bytes.Cut(rest, []byte(";"))
		base := 10
		if len(number) > 0 && number[0] == 'x' {
			number, base = number[1:], 16
		}
		if n, err := strconv.ParseUint(string(number), base, 32); err == nil && n >= 0xd800 && n <= 0xdfff {
			return true
		}
		raw = rest
	}
}

// impossible returns where the first byte stands that is no UTF-8, or the first
// character that XML does not have. What is cut off at the end is passed over: it is
// looked at when all of it is there.
func impossible(raw []byte) (at int, bad bool) {
	for i := 0; i < len(raw); {
		if c := raw[i]; c >= ' ' && c < utf8.RuneSelf || c == '\n' || c == '\t' || c == '\r' {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n <= 1 || !inXML(r) {
			return i, true
		}
		i += n
	}
	return 0, false
}

// inXML reports whether XML 1.0 has a character (section 2.2).
func inXML(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd || r >= 0x10000 && r <= 0x10ffff
}
