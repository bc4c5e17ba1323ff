package capio

import (
	"encoding/xml"
	"iter"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// Check returns what is wrong with an alert, in the order of the schema, with paths such
// as /alert/info[2]/area[1]/polygon[1]: elements that are required, by the schema or by
// another element ([incident.CodeFieldRequired]), words that CAP does not have
// ([incident.CodeCodeUnknown]), characters that an identifier, a sender or XML may not
// have ([incident.CodeTextForbidden]), languages ([incident.CodeSourceLang]), shapes
// ([incident.CodePlaceCoordinates], [incident.CodePlaceArea]), sizes
// ([incident.CodeCountSyntax]) and signatures that are no element of XML
// ([incident.CodeXMLSyntax]). Warnings are an end before the beginning
// ([incident.CodeDateOrder]), an address of another kind than http and https
// ([incident.CodeSourceURL]), a restriction of what is not restricted
// ([incident.CodeFieldUnknown]), and a time in UTC that is written +00:00, which section
// 3.3.2 wants as -00:00 ([incident.CodeDateSyntax]).
//
// An alert without a finding of severity [incident.Error] is written so that it is valid
// by the schema of OASIS. No finding holds a value of the alert. Nothing is opened.
func (a *Alert) Check() incident.Findings {
	c := &checker{found: a.rules()}
	c.signatures(a)
	w := newWriter(a, nil, 0)
	w.alert(a)
	return append(c.found, w.found...)
}

// signatures finds declarations that cannot be written, and what is no signature below
// them. What was read is right.
func (c *checker) signatures(a *Alert) {
	seen := map[string]bool{}
	for _, d := range a.Namespaces {
		_, bad := impossible([]byte(d.URI))
		if seen[d.Prefix] || bad || d.URI == "" || d.URI == Namespace || d.Prefix != "" && !isPrefix(d.Prefix) {
			c.add(incident.CodeXMLSyntax, "/alert", "a declared namespace has a prefix of its own and an address")
			return
		}
		seen[d.Prefix] = true
	}
	if !areSignatures(a.Signatures, a.Namespaces) {
		c.add(incident.CodeXMLSyntax, "/alert/Signature", "a signature is one element of XML Signature")
	}
}

// rules are what Check finds but for what cannot be written at all.
func (a *Alert) rules() incident.Findings {
	c := &checker{}
	const path = "/alert"
	c.name(path+"/identifier", a.Identifier)
	c.name(path+"/sender", a.Sender)
	c.time(path+"/sent", a.Sent, true)
	oneOf(c, path+"/status", a.Status, advisory.Statuses())
	oneOf(c, path+"/msgType", a.MsgType, advisory.MsgTypes())
	oneOf(c, path+"/scope", a.Scope, slices.Values(scopes[:]))
	switch {
	case a.Scope == Restricted && strings.Trim(a.Restriction, blanks) == "":
		c.add(incident.CodeFieldRequired, path+"/restriction", "a restricted alert says whom it is restricted to")
	case a.Scope != Restricted && a.Restriction != "":
		c.warn(incident.CodeFieldUnknown, path+"/restriction", "only an alert of the scope Restricted has a restriction")
	}
	if a.Scope == Private && len(a.Addresses) == 0 {
		c.add(incident.CodeFieldRequired, path+"/addresses", "a private alert says whom it is for")
	}
	c.list(path+"/addresses", a.Addresses)
	c.filled(path, "code", a.Codes)
	for _, r := range a.References {
		if _, err := ParseReference(r.String()); err != nil {
			c.add(incident.CodeReferenceSyntax, path+"/references", "a reference has a sender and an identifier without blanks, commas, < and &")
			break
		}
	}
	if t := a.MsgType; (t == advisory.Update || t == advisory.Cancel || t == advisory.Ack || t == advisory.Error) && len(a.References) == 0 {
		c.add(incident.CodeFieldRequired, path+"/references", "a message of this type says what it refers to")
	}
	c.list(path+"/incidents", a.Incidents)
	for i := range a.Infos {
		c.info(at(path, "info", i), &a.Infos[i], a.Sent)
	}
	return c.found
}

// isPrefix reports whether s can stand before a colon in a name.
func isPrefix(s string) bool {
	tok, err := xml.NewDecoder(strings.NewReader("<x xmlns:" + s + `="u"/>`)).Token()
	start, ok := tok.(xml.StartElement)
	return err == nil && ok && !strings.HasPrefix(strings.ToLower(s), "xml") &&
		slices.Equal(start.Attr, []xml.Attr{{Name: xml.Name{Space: "xmlns", Local: s}, Value: "u"}})
}

type checker struct{ found incident.Findings }

func (c *checker) add(code incident.Code, path, message string) {
	c.found = append(c.found, incident.Finding{Code: code, Severity: incident.Error, Path: path, Message: message})
}

func (c *checker) warn(code incident.Code, path, message string) {
	c.found = append(c.found, incident.Finding{Code: code, Severity: incident.Warning, Path: path, Message: message})
}

func (c *checker) required(path, s string) {
	if s == "" {
		c.add(incident.CodeFieldRequired, path, "this element is required")
	}
}

func (c *checker) name(path, s string) {
	if c.required(path, s); s != "" && restricted(s) {
		c.add(textForbidden, path, "this has no blanks, no commas, no < and no &")
	}
}

func (c *checker) time(path string, t Time, need bool) {
	switch {
	case t.IsZero() && need:
		c.add(incident.CodeFieldRequired, path, "this element is required")
	case t.IsZero():
	case t.day < firstDay || t.day > lastDay:
		c.add(incident.CodeDateSyntax, path, "a time is of the years 0001 to 9999")
	case t.zone == 0 && !t.minus:
		c.warn(incident.CodeDateSyntax, path, "UTC is written -00:00")
	}
}

// The days from 0001-01-01, since XML Schema 1.0 knows no year 0000, to 9999-12-31.
const (
	firstDay = incident.Day(367)
	lastDay  = incident.Day(3_652_425)
)

func oneOf[S ~string](c *checker, path string, s S, known iter.Seq[S]) {
	if s == "" {
		c.required(path, "")
		return
	}
	for k := range known {
		if k == s {
			return
		}
	}
	var message strings.Builder
	message.WriteString("it is none of the words that CAP 1.2 has for this element")
	for k := range known {
		if strings.EqualFold(string(k), strings.Trim(string(s), blanks)) {
			message.WriteString(": write " + string(k) + ", without blanks")
		}
	}
	c.add(incident.CodeCodeUnknown, path, message.String())
}

// list checks the items of a list with quotes.
func (c *checker) list(path string, items []string) {
	if slices.ContainsFunc(items, unquotable) {
		c.add(textForbidden, path, "an item of this list is not empty and has no quotes in it")
	}
}

func (c *checker) filled(path, name string, items []string) {
	for i, s := range items {
		if s == "" {
			c.add(incident.CodeFieldEmpty, at(path, name, i), "this element is empty: leave it out")
		}
	}
}

func (c *checker) values(path, name string, values []Value) {
	for i, v := range values {
		c.required(at(path, name, i)+"/valueName", v.Name)
	}
}

func (c *checker) info(path string, i *Info, sent Time) {
	if i.Language != "" && !isLanguage(i.Language) {
		c.add(incident.CodeSourceLang, path+"/language", "this is no language tag: write one such as en, hi or zh-Hant")
	}
	if len(i.Categories) == 0 {
		c.required(path+"/category", "")
	}
	for n, s := range i.Categories {
		oneOf(c, at(path, "category", n), s, advisory.Categories())
	}
	c.required(path+"/event", i.Event)
	for n, s := range i.ResponseTypes {
		oneOf(c, at(path, "responseType", n), s, advisory.ResponseTypes())
	}
	oneOf(c, path+"/urgency", i.Urgency, advisory.Urgencies())
	oneOf(c, path+"/severity", i.Severity, advisory.Severities())
	oneOf(c, path+"/certainty", i.Certainty, advisory.Certainties())
	c.values(path, "eventCode", i.EventCodes)
	c.time(path+"/effective", i.Effective, false)
	c.time(path+"/onset", i.Onset, false)
	c.time(path+"/expires", i.Expires, false)
	begins := sent
	if !i.Effective.IsZero() {
		begins = i.Effective
	}
	if !i.Expires.IsZero() && i.Expires.Compare(begins) < 0 {
		c.warn(incident.CodeDateOrder, path+"/expires", "it expires before it takes effect")
	}
	c.address(path+"/web", i.Web, true)
	c.values(path, "parameter", i.Parameters)
	for n := range i.Resources {
		c.resource(at(path, "resource", n), &i.Resources[n])
	}
	for n := range i.Areas {
		c.area(at(path, "area", n), &i.Areas[n])
	}
}

func (c *checker) resource(path string, r *Resource) {
	c.required(path+"/resourceDesc", r.Desc)
	c.required(path+"/mimeType", r.MimeType)
	if _, err := parseSize(string(r.Size)); r.Size != "" && err != nil {
		c.add(incident.CodeCountSyntax, path+"/size", sizeReason)
	}
	c.address(path+"/uri", r.URI, false)
}

const sizeReason = "a size is a whole number of bytes"

// parseSize reads a whole number that is not below none.
func parseSize(s string) (Decimal, error) {
	if digits := strings.TrimPrefix(s, "+"); digits == "" || strings.Trim(digits, "0123456789") != "" {
		return "", &incident.SyntaxError{Code: incident.CodeCountSyntax, Type: "size", Reason: sizeReason}
	}
	return Decimal(s), nil
}

func (c *checker) area(path string, a *Area) {
	c.required(path+"/areaDesc", a.Desc)
	for i, p := range a.Polygons {
		if where, why := at(path, "polygon", i), pointsProblem(p); why != "" {
			c.add(incident.CodePlaceCoordinates, where, why)
		} else if why := p.problem(); why != "" {
			c.add(incident.CodePlaceArea, where, why)
		}
	}
	for i, circle := range a.Circles {
		if where, why := at(path, "circle", i), circle.Centre.problem(); why != "" {
			c.add(incident.CodePlaceCoordinates, where, why)
		} else if why := circle.problem(); why != "" {
			c.add(incident.CodePlaceArea, where, why)
		}
	}
	c.values(path, "geocode", a.Geocodes)
	for _, d := range [...]struct {
		name  string
		value Decimal
	}{{"altitude", a.Altitude}, {"ceiling", a.Ceiling}} {
		if _, err := ParseDecimal(string(d.value)); d.value != "" && err != nil {
			c.add(incident.CodePlaceCoordinates, path+"/"+d.name, "write a number of feet")
		}
	}
	if a.Ceiling != "" && a.Altitude == "" {
		c.add(incident.CodeFieldRequired, path+"/altitude", "a ceiling goes with an altitude")
	}
}

func pointsProblem(p Polygon) string {
	for _, point := range p {
		if why := point.problem(); why != "" {
			return why
		}
	}
	return ""
}

// isLanguage reports whether s is a tag of one to eight letters, then letters and digits
// (RFC 3066, as in XML Schema part 2, section 3.3.3).
func isLanguage(s string) bool {
	const letters, digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"
	for i, part := range strings.Split(s, "-") {
		known := letters
		if i > 0 {
			known += digits
		}
		if len(part) < 1 || len(part) > 8 || strings.Trim(part, known) != "" {
			return false
		}
	}
	return true
}
