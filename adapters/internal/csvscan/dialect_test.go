package csvscan

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/incident"
)

func TestForeignFormatsAreNamed(t *testing.T) {
	tests := []struct {
		name, in string
		code     incident.Code
		word     string
	}{
		{"xlsx", "PK\x03\x04\x14\x00[Content_Types].xml", incident.CodeFormatUnexpected, "ZIP"},
		{"gzip", "\x1f\x8b\x08\x00", incident.CodeFormatUnexpected, "gzip"},
		{"pdf", "%PDF-1.7\n", incident.CodeFormatUnexpected, "PDF"},
		{"html", "\r\n <!DOCTYPE HTML><html>", incident.CodeFormatUnexpected, "HTML"},
		{"xml", "\ufeff<?xml version=\"1.0\"?>", incident.CodeFormatUnexpected, "XML"},
		{"xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", incident.CodeFormatUnexpected, "XLS"},
		{"ndjson", "{\"kind\":\"rescue\"}\n", incident.CodeFormatUnexpected, "JSON"},
		{"utf-16 le", "\xff\xfek\x00i\x00", incident.CodeEncodingUnsupported, "UTF-16"},
		{"utf-16 be", "\xfe\xff\x00k\x00i", incident.CodeEncodingUnsupported, "UTF-16"},
		{"utf-16 without mark", "k\x00i\x00n\x00d\x00", incident.CodeEncodingUnsupported, "UTF-16"},
		{"utf-32", "\xff\xfe\x00\x00k\x00\x00\x00", incident.CodeEncodingUnsupported, "UTF-32"},
	}
	for _, tt := range tests {
		for _, c := range []Config{{}, comma(), {Lenient: true}} {
			_, err := New(strings.NewReader(tt.in), c).Next()
			f, ok := errors.AsType[*Fault](err)
			if !ok || f.Code != tt.code || !f.Fatal || !strings.Contains(f.Message, tt.word) {
				t.Errorf("%s: %v", tt.name, err)
			}
		}
	}
}

func TestWindows1252IsNamed(t *testing.T) {
	for in, likely := range map[string]bool{"caf\xe9,b\n": true, "a \x96 b\n": true, "\xc0\xaf\n": false, "\xed\xa0\x80\n": false} {
		_, err := New(strings.NewReader(in), comma()).Next()
		f, ok := errors.AsType[*Fault](err)
		if !ok || f.Code != incident.CodeTextInvalidUTF8 || strings.Contains(f.Message, "1252") != likely {
			t.Errorf("%q: %v", in, err)
		}
	}
}

func knows(names ...string) func([][]byte) bool {
	return func(cells [][]byte) bool {
		for _, n := range names {
			if !slices.ContainsFunc(cells, func(c []byte) bool { return string(c) == n }) {
				return false
			}
		}
		return true
	}
}

func TestDialectIsFound(t *testing.T) {
	table := "kind;id;notes\nrescue;a;\"x;y, z\"\nrescue;b;one, two\n"
	tests := []struct {
		name, in string
		want     Dialect
	}{
		{"comma", strings.ReplaceAll(strings.ReplaceAll(table, ",", ""), ";", ","), Dialect{Comma: ',', Quote: '"', RowEnd: "\n"}},
		{"semicolon", table, Dialect{Comma: ';', Quote: '"', RowEnd: "\n"}},
		{"tab", strings.ReplaceAll(table, ";", "\t"), Dialect{Comma: '\t', Quote: '"', RowEnd: "\n"}},
		{"bar", strings.ReplaceAll(table, ";", "|"), Dialect{Comma: '|', Quote: '"', RowEnd: "\n"}},
		{"CRLF and mark", "\ufeff" + strings.ReplaceAll(table, "\n", "\r\n"), Dialect{Comma: ';', Quote: '"', RowEnd: "\r\n", BOM: true}},
		{"sep line", "sep=;\r\n" + table, Dialect{Comma: ';', Quote: '"', RowEnd: "\n", Sep: true}},
		{"quoted sep line", "\"SEP=;\"\n" + table, Dialect{Comma: ';', Quote: '"', RowEnd: "\n", Sep: true}},
		{"quoted header", strings.Replace(table, "kind;id;notes", `"kind";"id";"notes"`, 1), Dialect{Comma: ';', Quote: '"', RowEnd: "\n"}},
		{"apostrophes", "'kind';'id';'notes'\n'rescue';'a';'x;y'\n'rescue';'b';'c'\n", Dialect{Comma: ';', Quote: '\'', RowEnd: "\n"}},
		{"preamble", "Rescues, all years\nas of today\n" + table, Dialect{Comma: ';', Quote: '"', RowEnd: "\n", Preamble: 2}},
		{"preamble with a blank line", "Rescues\n\n" + table, Dialect{Comma: ';', Quote: '"', RowEnd: "\n", Preamble: 2}},
		{"preamble in cells", "Rescues;;\n;;\n" + table, Dialect{Comma: ';', Quote: '"', RowEnd: "\n", Preamble: 2}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for name, c := range map[string]Config{"guess": {}, "header": {IsHeader: knows("kind", "id")}, "lenient": {Lenient: true}} {
				if name == "guess" && tt.name == "preamble" {
					continue // "all years" makes it a second cell; see TestDialectIsRefused
				}
				g, s := readAll(strings.NewReader(tt.in), c)
				if d := cmp.Diff(tt.want, s.Dialect()); d != "" {
					t.Errorf("%s: %s", name, d)
				}
				if len(g.Rows) != 3 || len(g.Rows[0]) != 3 || g.Rows[0][0] != "kind" {
					t.Errorf("%s: %q %v %v", name, g.Rows, g.Faults, g.End)
				}
			}
		})
	}
}

func TestRowsThatMayBeTheTablesAreKept(t *testing.T) {
	for in, want := range map[string]int{
		"a,,\nb,c,d\ne,f,g\n":           3,
		"only,\nb,c\nd,e\n":             3,
		"Title\na,b,c\nd,e,f\n":         2,
		",,\na,b,c\nd,e,f\n":            2,
		"Title,,\n\na,b,c\nd,e,f\n":     2,
		"a,b, c\nd,e, f\n":              2,
		"a, b\nc, d\n":                  2,
		"a,b\n\"x\ny\",c\n\"z\",\"\"\n": 3,
	} {
		g, s := readAll(strings.NewReader(in), Config{Lenient: true})
		if len(g.Rows) != want {
			t.Errorf("%q: %q", in, g.Rows)
		}
		if s.Dialect().Blank {
			t.Errorf("%q: blanks were taken from cells", in)
		}
	}
}

func TestDialectIsRefused(t *testing.T) {
	for name, in := range map[string]string{
		"two separators fit":     "a;b,c\nd;e,f\ng;h,i\n",
		"nothing fits":           "one, two\nthree\nfour\nfive\nsix\nseven\n",
		"sep line names another": "sep=#\na#b\n",
	} {
		_, err := New(strings.NewReader(in), Config{}).Next()
		if f, ok := errors.AsType[*Fault](err); !ok || f.Code != incident.CodeCSVDialect || !f.Fatal {
			t.Errorf("%s: %v", name, err)
		}
	}
	same := Config{Dialect: Dialect{Comma: '"'}}
	if _, err := New(strings.NewReader("a"), same).Next(); err == nil {
		t.Error("a separator equal to the quote was taken")
	}
}

func TestDialectGivenIsUsed(t *testing.T) {
	c := Config{Dialect: Dialect{Comma: ';', Quote: '\'', Preamble: 2}}
	g, _ := readAll(strings.NewReader("a,b\nc,d\n'e;f';g\n"), c)
	if d := cmp.Diff(got{Rows: [][]string{{"e;f", "g"}}}, g); d != "" {
		t.Error(d)
	}
}

func TestOneColumn(t *testing.T) {
	g, s := readAll(strings.NewReader("id\na\nb\n"), Config{})
	if len(g.Rows) != 3 || s.Dialect().Comma != ',' {
		t.Error(g, s.Dialect())
	}
}

func BenchmarkDetect(b *testing.B) {
	in := bytes.Repeat([]byte("rescue;rpt-0001;in-kh-250;2024-03-30;\"Phnom Penh; Cambodia\";;;returned;<=250\n"), 1000)
	b.SetBytes(int64(sampleSize))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(bytes.NewReader(in), Config{}).Next(); err != nil {
			b.Fatal(err)
		}
	}
}
