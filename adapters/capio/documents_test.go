package capio_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/capio"
	"github.com/rescuetally/rescuetally/incident"
)

// documents are files that are right (ok-), wrong in one way (bad-) or six, or cannot be
// read (stop-). want.txt says what must be said of each, a line each: file:line:column,
// path, code; - is the path of the whole. It is written by hand: no test writes it.
const documents = "testdata/cap"

// said returns what is said of a document, a line each.
func said(t *testing.T, file string) (lines []string) {
	t.Helper()
	doc, err := os.ReadFile(filepath.Join(documents, file))
	if err != nil {
		t.Fatal(err)
	}
	_, err = capio.Parse(doc)
	say := func(at adapters.Position, path string, code any) {
		lines = append(lines, fmt.Sprintf("%s:%d:%d %s %s", file, at.Line, at.Column, path, code))
	}
	if bad, ok := errors.AsType[*adapters.RecordError](err); ok {
		for _, f := range bad.Findings {
			say(f.At, f.Path, f.Code)
		}
	} else if stopped, ok := errors.AsType[*adapters.FileError](err); ok {
		say(stopped.Position, "-", stopped.Code)
	} else if err != nil {
		t.Errorf("%s: %v", file, err)
	}
	return lines
}

// TestCase26Documents reads all documents: all errors of each in one pass, with their
// paths and places.
func TestCase26Documents(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(documents, "want.txt"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{}
	for line := range strings.Lines(string(text)) {
		file, _, _ := strings.Cut(line, ":")
		want[file] = append(want[file], strings.TrimSpace(line))
	}
	files, err := filepath.Glob(filepath.Join(documents, "*.xml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		file := filepath.Base(name)
		got := said(t, file)
		if d := cmp.Diff(want[file], got); d != "" {
			t.Errorf("%s: -want +got\n%s", file, d)
		}
		if right := strings.HasPrefix(file, "ok-"); right != (len(got) == 0) {
			t.Errorf("%s: %d findings", file, len(got))
		}
		delete(want, file)
	}
	for file := range want {
		t.Errorf("%s is wanted and not there", file)
	}
	if n := len(said(t, "six-errors.xml")); n != 6 {
		t.Errorf("%d of six errors", n)
	}
}

// TestEveryCodeOfXML looks for the codes that only XML can produce among what must be
// said of the documents.
func TestEveryCodeOfXML(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(documents, "want.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range []incident.Code{
		incident.CodeXMLDoctype, incident.CodeXMLSyntax, incident.CodeXMLTooDeep, incident.CodeXMLOrder, incident.CodeXMLDuplicate,
		incident.CodePlaceArea, incident.CodeReferenceSyntax,
	} {
		if !strings.Contains(string(text), " "+string(code)+"\n") {
			t.Errorf("no document produces %s", code)
		}
	}
}

// beyondSchema are the documents that the schema takes though the text of the standard
// forbids them, and why.
var beyondSchema = map[string]string{
	"bad-identifier.xml":    "the schema has any text",
	"bad-polygon-open.xml":  "the schema has any text",
	"bad-polygon-three.xml": "the schema has any text",
	"bad-point.xml":         "the schema has any text",
	"bad-circle.xml":        "the schema has any text",
	"bad-restricted.xml":    "the schema knows no conditions",
	"bad-private.xml":       "the schema knows no conditions",
	"bad-reference.xml":     "the schema has any text",
	"bad-no-reference.xml":  "the schema knows no conditions",
	"bad-ceiling.xml":       "the schema knows no conditions",
}

// beyondXML are the documents that are valid, and not read.
var beyondXML = map[string]string{
	"stop-doctype.xml": "document types are never read",
	"stop-latin1.xml":  "only UTF-8 is read",
	"stop-utf16.xml":   "only UTF-8 is read",
}

// TestSchemaVerdicts compares the verdicts on the documents with those of the schema.
func TestSchemaVerdicts(t *testing.T) {
	refused := xmllint(t, documents)
	files, err := filepath.Glob(filepath.Join(documents, "*.xml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		file := filepath.Base(name)
		bad := len(said(t, file)) > 0
		excused := beyondSchema[file] != "" || beyondXML[file] != ""
		if want := bad && !excused; refused[file] != want {
			t.Errorf("%s: refused by the schema: %t, wrong here: %t, excused: %t", file, refused[file], bad, excused)
		}
	}
}
