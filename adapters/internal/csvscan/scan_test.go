package csvscan

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/incident"
)

// got is what one input came to: rows as texts, faults as "code line:column".
type got struct {
	Rows   [][]string
	Faults []string
	Blank  int64
	End    string // the error that ended the reading, "" for io.EOF
}

func comma() Config { return Config{Dialect: Dialect{Comma: ','}} }

func readAll(r io.Reader, c Config) (got, *Scanner) {
	s := New(r, c)
	var g got
	for {
		row, err := s.Next()
		if err == io.EOF {
			g.Blank = s.Blank()
			return g, s
		}
		if f, ok := errors.AsType[*Fault](err); ok {
			text := fmt.Sprintf("%s %d:%d", f.Code, f.Line, f.Column)
			if f.Fatal {
				g.End = text
				g.Blank = s.Blank()
				return g, s
			}
			g.Faults = append(g.Faults, text)
			continue
		}
		g.Rows = append(g.Rows, texts(row))
	}
}

func texts(row *Row) []string {
	cells := make([]string, len(row.Fields()))
	for i, f := range row.Fields() {
		cells[i] = string(f)
	}
	return cells
}

func TestRows(t *testing.T) {
	tests := []struct {
		name, in string
		want     got
	}{
		{"empty", "", got{}},
		{"one cell", "a", got{Rows: [][]string{{"a"}}}},
		{"two rows", "a,b\nc,d\n", got{Rows: [][]string{{"a", "b"}, {"c", "d"}}}},
		{"empty cells", ",\n,,\n", got{Rows: [][]string{{"", ""}, {"", "", ""}}}},
		{"last comma at the end", "a,", got{Rows: [][]string{{"a", ""}}}},
		{"quoted", "\"a\",\"b,c\",\"\"\n", got{Rows: [][]string{{"a", "b,c", ""}}}},
		{"doubled quotes", `"a ""b"" c","""",""""""`, got{Rows: [][]string{{`a "b" c`, `"`, `""`}}}},
		{"CRLF", "a\r\nb\r\n", got{Rows: [][]string{{"a"}, {"b"}}}},
		{"CR", "a\rb\r", got{Rows: [][]string{{"a"}, {"b"}}}},
		{"mixed", "a\rb\nc\r\nd", got{Rows: [][]string{{"a"}, {"b"}, {"c"}, {"d"}}}},
		{"line ends in quotes stay", "\"a\r\nb\",\"c\rd\ne\"\r\n", got{Rows: [][]string{{"a\r\nb", "c\rd\ne"}}}},
		{"blank lines", "\na\n\r\n\rb\n\n", got{Rows: [][]string{{"a"}, {"b"}}, Blank: 4}},
		{"blanks are text", " a , b \n", got{Rows: [][]string{{" a ", " b "}}}},
		{"stray quote in a bare cell", "a,b\nc\"d,e\nf,g\n", got{Rows: [][]string{{"a", "b"}, {"f", "g"}}, Faults: []string{"csv.quote 2:2"}}},
		{"stray quote in a quoted cell", "\"a\"b,c\nd,e\n", got{Rows: [][]string{{"d", "e"}}, Faults: []string{"csv.quote 1:3"}}},
		{"stray quote two lines down", "x\n\"a\nb\"c,d\ne\n", got{Rows: [][]string{{"x"}, {"e"}}, Faults: []string{"csv.quote 3:2"}}},
		{"unclosed", "a\nb,\"c\nd\ne", got{Rows: [][]string{{"a"}}, Faults: []string{"csv.unclosed-quote 2:3"}}},
		{"unclosed empty", `"`, got{Faults: []string{"csv.unclosed-quote 1:1"}}},
		{"BOM", "\ufeffa,b\n", got{Rows: [][]string{{"a", "b"}}}},
		{"not UTF-8", "a\nb\xff,c\nd\n", got{Rows: [][]string{{"a"}, {"d"}}, Faults: []string{"text.invalid-utf8 2:2"}}},
		{"not UTF-8 behind a line end in quotes", "\"a\nb\xe9\"\nd\n", got{Rows: [][]string{{"d"}}, Faults: []string{"text.invalid-utf8 2:2"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g, _ := readAll(strings.NewReader(tt.in), comma())
			if d := cmp.Diff(tt.want, g); d != "" {
				t.Error(d)
			}
			for name, r := range map[string]io.Reader{
				"one byte":    iotest.OneByteReader(strings.NewReader(tt.in)),
				"half":        iotest.HalfReader(strings.NewReader(tt.in)),
				"data err":    iotest.DataErrReader(strings.NewReader(tt.in)),
				"empty reads": io.MultiReader(zeroReader{}, strings.NewReader(tt.in)),
			} {
				g, _ := readAll(r, comma())
				if d := cmp.Diff(tt.want, g); d != "" {
					t.Errorf("%s: %s", name, d)
				}
			}
		})
	}
}

// zeroReader ends at once; io.MultiReader then turns to the next reader.
type zeroReader struct{}

func (zeroReader) Read([]byte) (int, error) { return 0, io.EOF }

func TestPositions(t *testing.T) {
	in := "\ufeffkind,id\n\"x\r\ny\",ab,\"c\"\"d\"\n\nlast,cell"
	s := New(strings.NewReader(in), comma())
	type at struct {
		Line, Column int
		Offset       int64
	}
	want := [][]at{
		{{1, 1, 3}, {1, 6, 8}},
		{{2, 1, 11}, {3, 4, 18}, {3, 7, 21}},
		{{5, 1, 29}, {5, 6, 34}},
	}
	for i, w := range want {
		row, err := s.Next()
		if err != nil {
			t.Fatal(err)
		}
		var g []at
		for j := range row.Fields() {
			l, c, o := row.At(j)
			g = append(g, at{l, c, o})
			if in[o] != row.Raw[o-row.Offset] {
				t.Errorf("row %d cell %d: offset %d is not where the cell starts", i, j, o)
			}
		}
		if d := cmp.Diff(w, g); d != "" {
			t.Errorf("row %d: %s", i, d)
		}
		if row.Ended != (i < 2) {
			t.Errorf("row %d: Ended = %v", i, row.Ended)
		}
	}
	if !errors.Is(s.fatal, nil) && s.fatal != nil {
		t.Fatal(s.fatal)
	}
}

func TestRowEndIsReported(t *testing.T) {
	for in, want := range map[string]string{
		"a\nb\n": "\n", "a\r\nb\r\n": "\r\n", "a\rb\r": "\r", "a\nb\r\n": "mixed", "a": "", "a\r": "\r", "\"a\nb\"\r\nc": "\r\n",
	} {
		for _, r := range []io.Reader{strings.NewReader(in), iotest.OneByteReader(strings.NewReader(in))} {
			if _, s := readAll(r, comma()); s.Dialect().RowEnd != want {
				t.Errorf("%q: row end %q, want %q", in, s.Dialect().RowEnd, want)
			}
		}
	}
}

// differ says whether encoding/csv reads in otherwise, on purpose: it takes a
// lone CR for text and turns CRLF inside quotes into LF, and knows no byte order
// mark and no line sep=.
func differ(in string) bool {
	start := strings.TrimPrefix(strings.ToLower(in), "\"")
	return strings.Contains(in, "\r") || strings.HasPrefix(in, "\ufeff") || strings.HasPrefix(start, "sep=")
}

func FuzzRows(f *testing.F) {
	for _, s := range []string{"a,b\n", "\"a\"\"b\",c\r\n", "\"", "a\"b", "\"a\nb\",c\n\nd", "\ufeffa", "sep=;\na;b", "\xff,a\n"} {
		f.Add(s, uint8(3))
	}
	f.Fuzz(func(t *testing.T, in string, chunk uint8) {
		whole, _ := readAll(strings.NewReader(in), comma())
		parts, _ := readAll(&chunkReader{[]byte(in), int(chunk)%7 + 1}, comma())
		if d := cmp.Diff(whole, parts); d != "" {
			t.Fatalf("chunks change the result: %s", d)
		}
		lenient := comma()
		lenient.Lenient = true
		if g, _ := readAll(strings.NewReader(in), lenient); g.End == "" && len(g.Faults) > 0 {
			t.Fatalf("the lenient level refuses rows within limits: %v", g.Faults)
		}
		readAll(strings.NewReader(in), Config{Lenient: true})
		readAll(strings.NewReader(in), Config{})
		if differ(in) || whole.End != "" || len(whole.Faults) > 0 {
			return
		}
		std := csv.NewReader(strings.NewReader(in))
		std.FieldsPerRecord = -1
		want, err := std.ReadAll()
		if err != nil {
			t.Fatalf("we accept what encoding/csv refuses: %v", err)
		}
		if d := cmp.Diff(want, whole.Rows); d != "" && len(want)+len(whole.Rows) > 0 {
			t.Fatal(d)
		}
	})
}

type chunkReader struct {
	b []byte
	n int
}

func (r *chunkReader) Read(p []byte) (int, error) {
	if len(r.b) == 0 {
		return 0, io.EOF
	}
	n := copy(p, r.b[:min(r.n, len(r.b))])
	r.b = r.b[n:]
	return n, nil
}

func TestReadErrorIsWrappedAndNoPartOfARowComesOut(t *testing.T) {
	in := "a,b\nc,d\ne,f\n"
	broken := errors.New("broken wire")
	for n := range len(in) {
		r := io.MultiReader(strings.NewReader(in[:n]), iotest.ErrReader(broken))
		s := New(r, comma())
		rows := 0
		var err error
		for err == nil {
			if _, err = s.Next(); err == nil {
				rows++
			}
		}
		if !errors.Is(err, broken) {
			t.Fatalf("at %d: %v does not wrap the reader's error", n, err)
		}
		if whole := strings.Count(in[:n], "\n"); rows != whole {
			t.Errorf("at %d: %d rows, want the %d whole ones", n, rows, whole)
		}
		if _, again := s.Next(); again != err {
			t.Errorf("at %d: the next call returns %v", n, again)
		}
	}
}

// onceReader fails the test when it is read after it ended.
type onceReader struct {
	t    *testing.T
	r    io.Reader
	over bool
}

func (r *onceReader) Read(p []byte) (int, error) {
	if r.over {
		r.t.Error("read after the end")
	}
	n, err := r.r.Read(p)
	r.over = err != nil
	return n, err
}

func TestNoReadAfterTheEnd(t *testing.T) {
	for _, in := range []string{"", "a", "a\n", "a,\"b", "\"a\"b\n\"", "a\r"} {
		s := New(&onceReader{t: t, r: strings.NewReader(in)}, comma())
		for range 5 {
			s.Next()
		}
		New(&onceReader{t: t, r: strings.NewReader(in)}, Config{}).Next()
	}
}

type stuckReader struct{}

func (stuckReader) Read([]byte) (int, error) { return 0, nil }

type lyingReader struct{}

func (lyingReader) Read(p []byte) (int, error) { return len(p) + 1, nil }

func TestBadReaders(t *testing.T) {
	if _, err := New(stuckReader{}, comma()).Next(); !errors.Is(err, io.ErrNoProgress) {
		t.Error(err)
	}
	if _, err := New(lyingReader{}, comma()).Next(); err == nil || err == io.EOF {
		t.Error(err)
	}
}

func TestLimits(t *testing.T) {
	limits := func(l incident.Limits) Config { c := comma(); c.Limits = l; return c }
	long := strings.Repeat("x", 300)
	tests := []struct {
		name, in string
		limits   incident.Limits
		want     got
	}{
		{"long bare row", "a\n" + long + "," + long + "\nb\n", incident.Limits{RecordBytes: 100}, got{Rows: [][]string{{"a"}, {"b"}}, Faults: []string{"limit.record-bytes 2:1"}}},
		{"long quoted row", "a\nc,\"" + long + "\r\n" + long + "\"\nb\n", incident.Limits{RecordBytes: 100}, got{Rows: [][]string{{"a"}, {"b"}}, Faults: []string{"limit.record-bytes 2:1"}}},
		{"long unclosed row", "a\nc,\"" + long + "\n" + long + "\nb\n", incident.Limits{RecordBytes: 100}, got{Rows: [][]string{{"a"}}, Faults: []string{"csv.unclosed-quote 2:3"}}},
		{"long row, stray quote", "a\nc,\"" + long + "\"" + long + "\nb\n", incident.Limits{RecordBytes: 100}, got{Rows: [][]string{{"a"}, {"b"}}, Faults: []string{"csv.quote 2:304"}}},
		{"row at the limit", strings.Repeat("x", 100) + "\nb\n", incident.Limits{RecordBytes: 100}, got{Rows: [][]string{{strings.Repeat("x", 100)}, {"b"}}}},
		{"row over the limit", strings.Repeat("x", 101) + "\nb\n", incident.Limits{RecordBytes: 100}, got{Rows: [][]string{{"b"}}, Faults: []string{"limit.record-bytes 1:1"}}},
		{"cells", "a,b\na,b,c\nd\n", incident.Limits{Fields: 2}, got{Rows: [][]string{{"a", "b"}, {"d"}}, Faults: []string{"limit.fields 2:1"}}},
		{"bytes", "ab\ncd\nef\n", incident.Limits{Bytes: 7}, got{Rows: [][]string{{"ab"}, {"cd"}}, End: "limit.bytes 3:1"}},
		{"bytes just enough", "ab\ncd\n", incident.Limits{Bytes: 6}, got{Rows: [][]string{{"ab"}, {"cd"}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, r := range []io.Reader{strings.NewReader(tt.in), iotest.OneByteReader(strings.NewReader(tt.in))} {
				g, _ := readAll(r, limits(tt.limits))
				if tt.name == "long row, stray quote" { // the whole row may be seen before the limit is
					if !slices.Contains([]string{"csv.quote 2:304", "csv.unclosed-quote 2:3"}, g.Faults[0]) {
						t.Error(g.Faults)
					}
					g.Faults = tt.want.Faults
				}
				if d := cmp.Diff(tt.want, g); d != "" {
					t.Error(d)
				}
			}
		})
	}
}

// repeated yields head and then size bytes of fill.
type repeated struct {
	head string
	fill byte
	size int
}

func (r *repeated) Read(p []byte) (int, error) {
	if r.head != "" {
		n := copy(p, r.head)
		r.head = r.head[n:]
		return n, nil
	}
	if r.size == 0 {
		return 0, io.EOF
	}
	n := min(len(p), r.size)
	r.size -= n
	for i := range n {
		p[i] = r.fill
	}
	return n, nil
}

func TestOpenQuoteInBoundedMemory(t *testing.T) {
	for _, fill := range []byte{'x', '\n', ','} {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		g, _ := readAll(&repeated{head: "kind,id\nrescue,a\nrescue,\"b", fill: fill, size: 64 << 20}, comma())
		runtime.ReadMemStats(&after)
		want := got{Rows: [][]string{{"kind", "id"}, {"rescue", "a"}}, Faults: []string{"csv.unclosed-quote 3:8"}}
		if d := cmp.Diff(want, g); d != "" {
			t.Errorf("%q: %s", fill, d)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 9<<20 {
			t.Errorf("%q: %d bytes were allocated", fill, used)
		}
	}
}

func BenchmarkRows(b *testing.B) {
	line := "rescue,rpt-0001,in-kh-250,2024-03-30,\"Phnom Penh, Cambodia\",,,returned,<=250,as many as 250,cumulative\n"
	in := bytes.Repeat([]byte(line), 10_000)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		s := New(bytes.NewReader(in), comma())
		for {
			if _, err := s.Next(); err != nil {
				break
			}
		}
	}
}
