package csvscan

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/incident"
)

// pieces are put together to inputs in which every state meets every end of a
// chunk.
var pieces = []string{"a", ",", "\"", "\n", "\r", "\r\n", "é", "\xff", "\"\"", "\",\"", "x\"y"}

// trace is all that a Scanner tells of an input, positions included.
func trace(r io.Reader, c Config) string {
	s := New(r, c)
	var b strings.Builder
	for {
		row, err := s.Next()
		if f, ok := err.(*Fault); ok && !f.Fatal {
			fmt.Fprintf(&b, "%s %d:%d %d %q\n", f.Code, f.Line, f.Column, f.Offset, f.Fields)
			continue
		}
		if err != nil {
			d := s.Dialect()
			fmt.Fprintf(&b, "%v %d %q", err, s.Blank(), d.RowEnd)
			return b.String()
		}
		fmt.Fprintf(&b, "%d:%d %d %t %q", row.Line, row.Column, row.Offset, row.Ended, row.Raw)
		for i := range row.Fields() {
			line, column, offset := row.At(i)
			fmt.Fprintf(&b, " %q %d:%d %d %t", row.Fields()[i], line, column, offset, row.Quoted(i))
			l, c, o := s.Place(row.Raw, i, row.Line, row.Column, row.Offset)
			if len(row.Repairs) == 0 && (l != line || c != column || o != offset) {
				fmt.Fprintf(&b, " but kept %d:%d %d", l, c, o)
			}
		}
		for _, rep := range row.Repairs {
			fmt.Fprintf(&b, " %s %d:%d %d", rep.Code, rep.Line, rep.Column, rep.Offset)
		}
		if kept := s.Dialect().Cells(row.Raw); len(row.Repairs) == 0 && !cmp.Equal(row.Fields(), kept) {
			fmt.Fprintf(&b, " but kept %q", kept)
		}
		b.WriteByte('\n')
	}
}

func TestChunksDoNotMatter(t *testing.T) {
	configs := []Config{
		comma(),
		{Dialect: Dialect{Comma: ','}, Limits: incident.Limits{RecordBytes: 5}},
		{Lenient: true},
		{Dialect: Dialect{Comma: ',', Preamble: 1}, Lenient: true, Limits: incident.Limits{RecordBytes: 5}},
	}
	heads := []string{"head,of,the,file\n", "head,of,the,file\r", "head,of,the,file\r\n"}
	check := func(in string) {
		for i, c := range configs {
			want := trace(strings.NewReader(in), c)
			if strings.Contains(want, "but kept") {
				t.Fatalf("%q, config %d: a kept row gives other places or cells:\n%s", in, i, want)
			}
			if got := trace(iotest.OneByteReader(strings.NewReader(in)), c); got != want {
				t.Fatalf("%q, config %d: byte by byte\n%s\nat once\n%s", in, i, got, want)
			}
		}
	}
	for _, head := range heads {
		for _, a := range pieces {
			for _, b := range pieces {
				for _, c := range pieces {
					check(head + a + b + c)
					if head == heads[0] {
						check(head + "b,\"" + a + b + c + "x\n")
					}
				}
			}
		}
	}
}

func TestEscapedQuotesAndBlanksKeepTheirPlaces(t *testing.T) {
	c := Config{Dialect: Dialect{Comma: ',', Escape: '\\', Blank: true}}
	got := trace(strings.NewReader(`a, "b\"c", d\e`+"\n"+`"x\\", y, "z"`+"\n"), c)
	want := `1:1 0 true "a, \"b\\\"c\", d\\e" "a" 1:1 0 false "b\"c" 1:4 3 true "d\\e" 1:12 11 false
2:1 15 true "\"x\\\\\\\\\", y, \"z\"" `
	want = strings.Replace(want, `\\\\\\\\`, `\\\\`, 1)
	if !strings.HasPrefix(got, want+`"x\\" 2:1 15 true "y" 2:8 22 false "z" 2:11 25 true`) {
		t.Errorf("got\n%s", got)
	}
}

func TestFaultTexts(t *testing.T) {
	f := &Fault{Code: incident.CodeCSVQuote, Message: "a quote", Line: 2, Column: 3}
	if got := f.Error(); got != "csv: line 2, column 3: a quote [csv.quote]" {
		t.Error(got)
	}
	f = &Fault{Line: 2, Err: io.ErrUnexpectedEOF}
	if got := f.Error(); got != "csv: line 2: reading: unexpected EOF" {
		t.Error(got)
	}
}
