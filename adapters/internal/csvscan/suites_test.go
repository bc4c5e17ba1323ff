package csvscan

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCase14PublicSuites has the situations that the public CSV suites test
// (csv-spectrum, csv-test-data, Papa Parse), with texts of our own. Where we
// differ from a suite, the case says how.
func TestCase14PublicSuites(t *testing.T) {
	tests := []struct {
		name, in string
		want     got
	}{
		{"comma in quotes", "first,last,city\nMona,Roy,\"Patna, Bihar\"\n", got{Rows: [][]string{{"first", "last", "city"}, {"Mona", "Roy", "Patna, Bihar"}}}},
		{"empty cells, quoted and not", "a,b,c\n1,\"\",\"\"\n2,3,4\n5,,\n", got{Rows: [][]string{{"a", "b", "c"}, {"1", "", ""}, {"2", "3", "4"}, {"5", "", ""}}}},
		{"the same with CRLF", "a,b\r\n1,\"\"\r\n", got{Rows: [][]string{{"a", "b"}, {"1", ""}}}},
		{"quotes in quotes", "a,b\n1,\"say \"\"no\"\"\"\n", got{Rows: [][]string{{"a", "b"}, {"1", `say "no"`}}}},
		{"JSON in a cell", "key,val\n1,\"{\"\"x\"\": [102.0, 0.5]}\"\n", got{Rows: [][]string{{"key", "val"}, {"1", `{"x": [102.0, 0.5]}`}}}},
		{"line ends in quotes", "a,b\n1,\"x\ny\"\n\"p\r\nq\",3\n", got{Rows: [][]string{{"a", "b"}, {"1", "x\ny"}, {"p\r\nq", "3"}}}},
		{"quotes and line ends", "a,b\n1,\"x\n\"\"y\"\"\"\n", got{Rows: [][]string{{"a", "b"}, {"1", "x\n\"y\""}}}},
		{"other scripts", "a,b\nकुल,ʤ\n", got{Rows: [][]string{{"a", "b"}, {"कुल", "ʤ"}}}},
		{"leading and trailing blanks stay", "a, b \n c ,d\n", got{Rows: [][]string{{"a", " b "}, {" c ", "d"}}}},
		{"blanks in quotes stay", "a,b\n\" x \",y\n", got{Rows: [][]string{{"a", "b"}, {" x ", "y"}}}},
		{"one column", "a\nb\nc\n", got{Rows: [][]string{{"a"}, {"b"}, {"c"}}}},
		{"header alone", "a,b,c\n", got{Rows: [][]string{{"a", "b", "c"}}}},
		{"no last line end", "a,b\nc,d", got{Rows: [][]string{{"a", "b"}, {"c", "d"}}}},
		{"several last line ends: counted, no rows", "a,b\nc,d\n\n\n", got{Rows: [][]string{{"a", "b"}, {"c", "d"}}, Blank: 2}},
		{"blank lines of a one-column file: counted, where csv-test-data has empty rows", "a\n\nb\n", got{Rows: [][]string{{"a"}, {"b"}}, Blank: 1}},
		{"an empty quoted cell alone is a row", "a\n\"\"\nb\n", got{Rows: [][]string{{"a"}, {""}, {"b"}}}},
		{"quote not closed", "a,b\n1,\"x\n", got{Rows: [][]string{{"a", "b"}}, Faults: []string{"csv.unclosed-quote 2:3"}}},
		{"text behind a quoted cell: refused, where Papa Parse goes on", "a,b\n\"x\" y,1\nz,2\n", got{Rows: [][]string{{"a", "b"}, {"z", "2"}}, Faults: []string{"csv.quote 2:3"}}},
		{"quote in a bare cell: refused, where Papa Parse takes it as text", "a,b\nx\"y,1\nz,2\n", got{Rows: [][]string{{"a", "b"}, {"z", "2"}}, Faults: []string{"csv.quote 2:2"}}},
		{"rows of other lengths are rows; who knows the header judges them", "a,b\n1\n2,3,4\n", got{Rows: [][]string{{"a", "b"}, {"1"}, {"2", "3", "4"}}}},
		{"nothing", "", got{}},
		{"line ends alone", "\n\r\n\n", got{Blank: 3}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g, _ := readAll(strings.NewReader(tt.in), comma())
			if d := cmp.Diff(tt.want, g); d != "" {
				t.Error(d)
			}
			if len(tt.want.Faults) > 0 {
				return
			}
			g, _ = readAll(strings.NewReader(tt.in), Config{Lenient: true})
			if d := cmp.Diff(tt.want, g); d != "" {
				t.Errorf("lenient: %s", d)
			}
		})
	}
}
