package capio_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/adaptertest"
	"github.com/rescuetally/rescuetally/adapters/capio"
	"github.com/rescuetally/rescuetally/incident"
)

var slow = flag.Bool("slow", false, "look with strace at what is opened")

const head = `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">`

// message returns a small alert with more in it behind the scope.
func message(more string) string {
	return head + `<identifier>1</identifier><sender>a@b.example</sender><sent>2024-03-30T09:00:00+07:00</sent><status>Actual</status>` +
		`<msgType>Alert</msgType><scope>Public</scope>` + more + `</alert>`
}

// info returns an info with more in it at its end.
func info(more string) string {
	return `<info><category>Met</category><event>e</event><urgency>Past</urgency><severity>Minor</severity><certainty>Likely</certainty>` + more + `</info>`
}

// codes returns all codes that are said of a document, and where.
func codes(t *testing.T, err error) (said []string) {
	t.Helper()
	if bad, ok := errors.AsType[*adapters.RecordError](err); ok {
		for _, f := range bad.Findings {
			said = append(said, string(f.Code)+" "+f.Path)
		}
	} else if stopped, ok := errors.AsType[*adapters.FileError](err); ok {
		said = append(said, string(stopped.Code))
	} else if err != nil {
		t.Errorf("an error of another kind: %v", err)
	}
	return said
}

func TestHostileDocuments(t *testing.T) {
	many := strings.Repeat
	for _, c := range []struct{ name, doc, want string }{
		{"empty", "", "file.truncated"},
		{"blanks alone", " \n\t", "file.truncated"},
		{"a comment alone", "<!-- x -->", "file.truncated"},
		{"a byte order mark alone", "\ufeff", "file.truncated"},
		{"a byte order mark before it", "\ufeff" + message(""), ""},
		{"a byte order mark and a declaration", "\ufeff<?xml version=\"1.0\" encoding=\"utf-8\"?>" + message(""), ""},
		{"a style sheet", "<?xml version=\"1.0\"?><?xml-stylesheet href='x'?>" + message(""), ""},
		{"comments and instructions inside", message("<!-- x --><?php echo 1 ?><note>a<!-- x -->b<?x?>c</note>"), ""},
		{"a declaration behind a blank", "\n<?xml version=\"1.0\"?>" + message(""), "xml.syntax"},
		{"a second declaration", "<?xml version=\"1.0\"?><?xml version=\"1.0\"?>" + message(""), "xml.syntax"},
		{"XML 1.1", "<?xml version=\"1.1\"?>" + message(""), "xml.syntax"},
		{"UTF-16 declared", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + message(""), "encoding.unsupported"},
		{"UTF-7 declared", "<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + message(""), "encoding.unsupported"},
		{"ASCII declared", "<?xml version='1.0' encoding='US-ASCII'?>" + message("<note>&#233;</note>"), ""},
		{"UTF-32", "\x00\x00\x00<\x00\x00\x00a", "encoding.unsupported"},
		{"JSON", `{"kind":"advisory"}`, "format.unexpected"},
		{"CSV", "kind,id\n", "format.unexpected"},
		{"gzip", "\x1f\x8b\x08\x00", "format.unexpected"},
		{"zip", "PK\x03\x04", "format.unexpected"},
		{"a web page", "<html><body/></html>", "format.unexpected"},
		{"a web page with its type", "<!DOCTYPE html><html><body/></html>", "xml.doctype"},
		{"a type in small letters", "<!doctype alert>" + message(""), "xml.doctype"},
		{"a type that does not end", "<!DOCTYPE alert [ <!ENTITY a '" + many("x", 100), "xml.doctype"},
		{"a declaration inside", message("<!ENTITY a 'b'>"), "xml.doctype"},
		{"a type behind it", message("") + "<!DOCTYPE alert>", "xml.doctype"},
		{"an include", message(`<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="http://127.0.0.1:9/"/>`), "xml.doctype"},
		{"an include in a signature", message(`<s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#"><xi:include xmlns:xi="http://www.w3.org/2001/XInclude"/></s:Signature>`), "xml.doctype"},
		{"an entity of HTML", message("<note>a&nbsp;b</note>"), "xml.syntax"},
		{"an entity in an attribute", message(`<note x="&x;"/>`), "xml.syntax"},
		{"the five entities", message("<note>&amp;&lt;&gt;&apos;&quot;&#65;&#x41;</note>"), ""},
		{"a bare ampersand", message("<note>a & b</note>"), "xml.syntax"},
		{"a character of no number", message("<note>&#0;</note>"), "xml.syntax"},
		{"half a character by number", message("<note>&#xD800;</note>"), "xml.syntax"},
		{"half a character by number in an attribute", message("<note x='&#55296;'/>"), "xml.syntax"},
		{"the same, not meant", message("<note><![CDATA[&#xD800;]]>&amp;#xD800;</note>"), ""},
		{"a control character", message("<note>\x01</note>"), "text.forbidden"},
		{"a control character in a comment", message("<!-- \x00 -->"), "text.forbidden"},
		{"no UTF-8 in a text", message("<note>caf\xe9</note>"), "text.invalid-utf8"},
		{"no UTF-8 in a comment", message("<!-- caf\xe9 -->"), "text.invalid-utf8"},
		{"no UTF-8 in a name", message("<caf\xe9/>"), "text.invalid-utf8"},
		{"a surrogate in UTF-8", message("<note>\xed\xa0\x80</note>"), "text.invalid-utf8"},
		{"cut in a character", strings.TrimSuffix(message("<note>\xe1\x9e"), "</alert>"), "file.truncated"},
		{"cut in a tag", message("")[:50], "file.truncated"},
		{"cut in CDATA", strings.TrimSuffix(message("<note><![CDATA[x"), "</alert>"), "file.truncated"},
		{"tags that cross", message("<note><a></note></a>"), "xml.syntax"},
		{"an attribute twice", message(`<note a="1" a="2"/>`), "xml.syntax"},
		{"text before", "x" + message(""), "format.unexpected"},
		{"text behind", message("") + "x", "xml.syntax"},
		{"a second alert behind", message("") + message(""), "xml.syntax"},
		{"something broken behind", message("") + "<", "file.truncated"},
		{"a closing tag alone", "</alert>", "xml.syntax"},
		{"too deep", message(many("<note>", 100) + many("</note>", 100)), "xml.too-deep"},
		{"far too deep", many("<a>", 400_000), "format.unexpected"},
		{"far too deep inside", head + many("<a>", 400_000), "xml.too-deep"},
		{"too many elements", message(many("<code>a</code>", 11_000)), "limit.fields /alert"},
		{"a long text", message("<note>" + many("a", 2<<20) + "</note>"), "limit.record-bytes"},
		{"a long attribute", message("<note x='" + many("a", 2<<20) + "'/>"), "limit.record-bytes"},
		{"a long comment", "<!--" + many("a", 2<<20) + "-->" + message(""), "limit.record-bytes"},
		{"a long name", "<" + many("a", 2<<20) + "/>", "limit.record-bytes"},
		{"blanks before it", many(" ", 2<<20) + message(""), "limit.record-bytes"},
		{"blanks behind it", message("") + many(" ", 2<<20), "limit.record-bytes"},
		{"many attributes", "<alert " + func() string {
			var b strings.Builder
			for i := range 20_000 {
				fmt.Fprintf(&b, "a%d='' ", i)
			}
			return b.String()
		}() + "/>", "format.unexpected"},
		{"CAP 1.0", `<alert xmlns="http://www.incident.com/cap/1.0"/>`, "format.unexpected"},
		{"CAP 1.1", `<c:alert xmlns:c="urn:oasis:names:tc:emergency:cap:1.1"/>`, "format.unexpected"},
		{"a prefix that is not declared", "<cap:alert/>", "format.unexpected"},
		{"another element of CAP", `<info xmlns="urn:oasis:names:tc:emergency:cap:1.2"/>`, "format.unexpected"},
		{"a feed", `<feed xmlns="http://www.w3.org/2005/Atom"/>`, "format.unexpected"},
		{"nothing in it", head + "</alert>", "field.required /alert/identifier, field.required /alert/sender, field.required /alert/sent, field.required /alert/status, field.required /alert/msgType, field.required /alert/scope"},
		{"empty elements", message("<note/>" + info("<web></web>")), ""},
		{"an empty element that is needed", strings.Replace(message(""), ">1<", "><", 1), "field.empty /alert/identifier"},
		{"empty times and shapes", message(info("<onset/><area><areaDesc>a</areaDesc><polygon/><circle> </circle></area>")), "field.empty /alert/info[1]/onset, field.empty /alert/info[1]/area[1]/polygon[1], field.empty /alert/info[1]/area[1]/circle[1]"},
		{"an empty value", message(info("<parameter><valueName>n</valueName><value/></parameter>")), ""},
		{"a value without its name", message(info("<parameter><value>v</value></parameter>")), "field.required /alert/info[1]/parameter[1]/valueName"},
		{"values in the wrong order", message(info("<parameter><value>v</value><valueName>n</valueName></parameter>")), "xml.order /alert/info[1]/parameter[1]/valueName"},
		{"two elements too late", strings.Replace(message(""), "<status>Actual</status><msgType>Alert</msgType><scope>Public</scope>", "<scope>Public</scope><status>Actual</status><msgType>Alert</msgType>", 1), "xml.order /alert/status, xml.order /alert/msgType"},
		{"the first of two is wrong", strings.Replace(message(""), "<status>Actual</status>", "<status>x</status><note/><status>Actual</status>", 1), "code.unknown /alert/status, xml.duplicate /alert/status, xml.order /alert/msgType, xml.order /alert/scope"},
		{"too late, with an attribute, and wrong", strings.Replace(message(""), "<status>Actual</status><msgType>Alert</msgType>", "<msgType>Alert</msgType><status x=''>x</status>", 1), "xml.order /alert/status, field.unknown /alert/status, code.unknown /alert/status"},
		{"an element of another namespace", message(`<x:note xmlns:x="urn:x">a</x:note>`), "field.unknown /alert/note"},
		{"an element without a namespace", message(`<note xmlns="">a</note>`), "field.unknown /alert/note"},
		{"a name that may be a person's", message(`<Nguyen.Van.A/>`), "field.unknown /alert"},
		{"an element inside a text", message(`<note>a<b/>c</note>`), "field.unknown /alert/note/b"},
		{"an alert inside an alert", message(message("")), "field.unknown /alert/alert"},
		{"a signature before an info", message(`<s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#"/>` + info("")), "xml.order /alert/info[1]"},
		{"a signature inside an info", message(info(`<s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#"/>`)), "field.unknown /alert/info[1]/Signature"},
		{"an attribute of XML Schema", strings.Replace(message(""), "<alert ", `<alert xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b" `, 1), ""},
		{"blanks around a time", strings.Replace(message(""), "2024-03-30T09:00:00+07:00", "\n 2024-03-30T09:00:00+07:00\t", 1), ""},
		{"blanks around a word", strings.Replace(message(""), "Public", " Public ", 1), "code.unknown /alert/scope"},
		{"a quote that is not closed", message(`<incidents>"a b</incidents>`), "text.forbidden /alert/incidents"},
		{"a size that is none", message(info("<resource><resourceDesc>a</resourceDesc><mimeType>b</mimeType><size>1e3</size></resource>")), "count.syntax /alert/info[1]/resource[1]/size"},
		{"an address that is none", message(info("<web>%zz</web>")), "source.url /alert/info[1]/web"},
		{"an address that does something", message(info("<web>javascript:alert(1)</web>")), ""},
		{"points that are none", message(info("<area><areaDesc>a</areaDesc><polygon>NaN,1 2,2 3,3 NaN,1</polygon><circle>91,0 1</circle></area>")), "place.coordinates /alert/info[1]/area[1]/polygon[1], place.coordinates /alert/info[1]/area[1]/circle[1]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := capio.Parse([]byte(c.doc))
			if got := strings.Join(codes(t, err), ", "); got != c.want {
				t.Errorf("got  %s\nwant %s\n%v", got, c.want, err)
			}
		})
	}
}

// TestManyErrors lists as many as the limit allows, the first in the document, and counts
// the rest.
func TestManyErrors(t *testing.T) {
	doc := message(strings.Repeat("<info/>", 50))
	dec := capio.NewAlertDecoder(strings.NewReader(doc), &capio.DecodeOptions{Limits: adapters.Limits{Errors: 7}})
	_, err := dec.Decode(t.Context(), new(capio.Alert))
	bad, ok := errors.AsType[*adapters.RecordError](err)
	if !ok || len(bad.Findings) != 7 || bad.Unlisted != 5*50-7 {
		t.Fatalf("%v", err)
	}
	if bad.ID != "1" || bad.Findings[6].Path != "/alert/info[2]/event" || bad.Findings[6].At.Offset != int64(strings.Index(doc, "<info/><info/>"))+7 {
		t.Errorf("%s: %+v", bad.ID, bad.Findings[6])
	}
}

// TestCutDocuments cuts a document at every byte: it is never taken for a whole one.
func TestCutDocuments(t *testing.T) {
	for _, name := range []string{"ok-full.xml", "ok-signed.xml", "ok-prefix.xml"} {
		doc, err := os.ReadFile(filepath.Join(documents, name))
		if err != nil {
			t.Fatal(err)
		}
		doc = bytes.TrimSpace(doc)
		for n := range doc {
			_, err := capio.Parse(doc[:n])
			if e, ok := errors.AsType[*adapters.FileError](err); !ok || e.Code != incident.CodeFileTruncated {
				t.Errorf("%s cut after %d bytes: %v", name, n, err)
			}
		}
	}
}

// TestCase25NothingIsOpened refuses every way to make a document fetch another.
func TestCase25NothingIsOpened(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(documents, "stop-*.xml"))
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, name := range files {
		doc, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(doc, []byte("DOCTYPE")) && !bytes.Contains(doc, []byte("XInclude")) {
			continue
		}
		tried++
		if _, err := capio.Parse(doc); strings.Join(codes(t, err), ",") != "xml.doctype" {
			t.Errorf("%s: %v", name, err)
		}
		feed := `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content>` + string(doc) + `</content></entry></feed>`
		_, err = capio.NewDecoder(strings.NewReader(feed), nil).Decode(t.Context(), nothing())
		if got := strings.Join(codes(t, err), ","); got != "xml.doctype" && got != "xml.syntax" { // a second XML declaration comes first
			t.Errorf("%s in a feed: %v", name, err)
		}
	}
	if tried != 4 {
		t.Errorf("%d documents were tried", tried)
	}
}

// TestCase25Strace lets a child read the documents and looks at its system calls.
func TestCase25Strace(t *testing.T) {
	const child, begin, end = "CAPIO_TEST_CHILD", "reading begins", "reading ends"
	if os.Getenv(child) != "" {
		docs, err := io.ReadAll(os.Stdin)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(os.Stderr, begin)
		for doc := range bytes.SplitSeq(docs, []byte{0xff}) {
			if a, err := capio.Parse(doc); err == nil {
				a.Advisory()
			}
		}
		fmt.Fprintln(os.Stderr, end)
		return
	}
	if !*slow {
		t.Skip("takes strace: run with -slow")
	}
	files, err := filepath.Glob(filepath.Join(documents, "*.xml"))
	if err != nil {
		t.Fatal(err)
	}
	var docs [][]byte
	for _, name := range files {
		doc, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, bytes.ReplaceAll(doc, []byte{0xff}, nil))
	}
	trace := filepath.Join(t.TempDir(), "trace")
	cmd := exec.CommandContext(t.Context(), "strace", "-f", "-s", "99", "-o", trace, os.Args[0], "-test.run=^TestCase25Strace$")
	cmd.Env = append(os.Environ(), child+"=1")
	cmd.Stdin = bytes.NewReader(bytes.Join(docs, []byte{0xff}))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("strace: %v\n%s", err, out)
	}
	calls, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, began := strings.Cut(string(calls), begin)
	during, _, ended := strings.Cut(rest, end)
	if !began || !ended {
		t.Fatal("the child did not say when it read")
	}
	for _, call := range []string{"open(", "openat(", "connect(", "socket(", "execve("} {
		if strings.Contains(during, call) {
			t.Errorf("%s was called while documents were read", call)
		}
	}
}

// TestNothingLeaks plants a mark in every text and breaks the document in many ways: no
// error says it.
func TestNothingLeaks(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join(documents, "ok-full.xml"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(doc), "\n")
	failed := 0
	for i, line := range lines {
		start, end := strings.IndexByte(line, '>'), strings.LastIndexByte(line, '<')
		if start >= end {
			continue
		}
		for _, with := range []string{"Zqx", "Zqx &Zqx;", "Zqx\xff", "Zqx<Zqx", "Zqx<Zqx.a/>", "Zqx\x01", "Zqx,1 Zqx", `"Zqx`, "<!DOCTYPE Zqx>", "Zqx</Zqx>", `<x Zqx.b="Zqx"/>`} {
			changed := strings.Join(lines[:i], "") + line[:start+1] + with + line[end:] + strings.Join(lines[i+1:], "")
			_, err := capio.Parse([]byte(changed))
			if err == nil {
				continue
			}
			failed++
			var text string
			if e, ok := errors.AsType[*adapters.RecordError](err); ok {
				e.ID = "" // which says who the record is
				text = fmt.Sprintf("%v %+v %v", e, e, e.LogValue())
			} else if e, ok := errors.AsType[*adapters.FileError](err); ok {
				text = fmt.Sprintf("%v %+v %v", e, e, e.LogValue())
			}
			if strings.Contains(strings.ReplaceAll(text, "/Zqx ", ""), adaptertest.Marker) {
				t.Errorf("line %d with %q: %s", i+1, with, text)
			}
		}
	}
	if failed < 300 {
		t.Errorf("only %d documents were refused", failed)
	}
}
