package tableio

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters/internal/inert"
	"github.com/rescuetally/rescuetally/incident"
)

func sample() *Table {
	return &Table{
		Caption: `Freed & "returned" <here>`,
		Columns: []Column{{Name: "country", Title: "Country"}, {Name: "count", Align: End}, {Name: "cases", Unit: "files", Align: End}, {Name: "source"}},
		Rows: [][]Cell{
			{Named("KH", "Cambodia"), Count(incident.AtLeast(1250)), Integer(1234567), Link("A, \"B\"", "https://example.org/?a=1&b=<2>")},
			{Text("=1+1"), {}, Integer(0), Link("plain", "javascript:alert(1)")},
			{Text("-12"), Count(incident.Exactly(0))},
			{Named("", "not stated"), Count(incident.Between(3, 5)), Optional(0, false), Text("<script>\x00\xff\r\nx")},
		},
	}
}

// all are the writers of a table.
var all = map[string]func(io.Writer, *Table) error{
	"csv": WriteCSV, "json": WriteJSON, "html": WriteHTML,
	"bars":     func(w io.Writer, t *Table) error { return WriteSVG(w, t, nil) },
	"timeline": func(w io.Writer, t *Table) error { return WriteSVG(w, t, &SVGOptions{Kind: Timeline}) },
	"text":     func(w io.Writer, t *Table) error { return WriteText(w, t, 60) },
}

func made(t *testing.T, kind string, table *Table) string {
	t.Helper()
	var b strings.Builder
	if err := all[kind](&b, table); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteCSV(t *testing.T) {
	want := "country,count,cases,source\n" +
		"KH,>=1250,1234567,\"A, \"\"B\"\"\"\n" +
		"'=1+1,,0,plain\n" +
		"-12,0,,\n" +
		",3..5,,\"<script>\x00\xff\r\nx\"\n"
	if d := cmp.Diff(want, made(t, "csv", sample())); d != "" {
		t.Error("-want +got", d)
	}
	one := &Table{Columns: []Column{{Name: "only"}}, Rows: [][]Cell{{}, {Text("x")}}}
	if got := made(t, "csv", one); got != "only\n\"\"\nx\n" {
		t.Errorf("one column: %q, an empty line would be no row", got)
	}
}

func TestWriteJSON(t *testing.T) {
	got := made(t, "json", sample())
	want := `[
{"country":"KH","count":"\u003e=1250","cases":1234567,"source":"A, \"B\""},
{"country":"=1+1","count":null,"cases":0,"source":"plain"},
{"country":"-12","count":"0","cases":null,"source":null},
{"country":null,"count":"3..5","cases":null,"source":"\u003cscript\u003e\u0000` + "\\ufffd" + `\r\nx"}
]
`
	if d := cmp.Diff(want, got); d != "" {
		t.Error("-want +got", d)
	}
	if got := made(t, "json", &Table{}); got != "[]\n" {
		t.Errorf("no rows: %q", got)
	}
	twice := &Table{Columns: []Column{{Name: "a"}, {Name: "a"}}}
	if err := WriteJSON(io.Discard, twice); err == nil {
		t.Error("two columns of one name became one object")
	}
}

func TestWriteHTML(t *testing.T) {
	got := made(t, "html", sample())
	for _, want := range []string{
		`<caption>Freed &amp; &#34;returned&#34; &lt;here&gt;</caption>`, `<th scope="col">Country</th>`, `<th scope="col" class="end">cases (files)</th>`,
		`<th scope="row">Cambodia</th><td class="end">at least 1,250</td><td class="end">1,234,567</td>`,
		`<a href="https://example.org/?a=1&amp;b=%3c2%3e" rel="noopener noreferrer">A, &#34;B&#34;</a>`, `<th scope="row">&#39;=1&#43;1</th>`,
		`<td class="end"><span class="unstated">not stated</span></td><td class="end">0</td><td>plain</td>`, `<td>&lt;script&gt;` + "\ufffd\ufffd  x</td>",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	parse(t, got)
}

func TestWriteText(t *testing.T) {
	want := "Country              count  cases (files)  source\n" +
		"----------  --------------  -------------  -------------\n" +
		"Cambodia    at least 1,250      1,234,567  A, \"B\"\n" +
		"=1+1                     -              0  plain\n" +
		"-12                      0              -  -\n" +
		"not stated          3 to 5              -  <script>\ufffd\ufffd x\n"
	if d := cmp.Diff(want, made(t, "text", sample())); d != "" {
		t.Error("-want +got", d)
	}
}

// TestWriteTextNarrow: no line is longer than asked for, and nothing is lost.
func TestWriteTextNarrow(t *testing.T) {
	long := &Table{
		Columns: []Column{{Name: "what"}, {Name: "n", Align: End}, {Name: "why"}},
		Rows:    [][]Cell{{Text(strings.Repeat("word ", 30)), Integer(5), Text(strings.Repeat("ü", 100))}},
	}
	var b strings.Builder
	if err := WriteText(&b, long, 40); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > 40 {
			t.Errorf("%d characters: %s", n, line)
		}
	}
	if got := b.String(); strings.Count(got, "word") != 30 || strings.Count(got, "ü") != 100 {
		t.Errorf("%d of 30 words, %d of 100 letters", strings.Count(got, "word"), strings.Count(got, "ü"))
	}
	if err := WriteText(io.Discard, &Table{}, 40); err != nil {
		t.Error(err)
	}
	if got := Wrap("one two three\x00", 9, "  "); got != "one two\n  three\ufffd" {
		t.Errorf("Wrap: %q", got)
	}
}

// TestDeterministic: the same table, the same bytes.
func TestDeterministic(t *testing.T) {
	for kind := range all {
		if a, b := made(t, kind, sample()), made(t, kind, sample()); a != b {
			t.Errorf("%s: %s", kind, cmp.Diff(a, b))
		}
	}
}

// TestEmptyTable: no rows and no columns make a document all the same.
func TestEmptyTable(t *testing.T) {
	for kind := range all {
		got := made(t, kind, &Table{})
		if kind == "bars" || kind == "timeline" || kind == "html" {
			parse(t, got)
		}
		if strings.Contains(got, "NaN") {
			t.Errorf("%s: %s", kind, got)
		}
	}
}

func TestWithout(t *testing.T) {
	got := sample().Without("count")
	want := &Table{
		Caption: sample().Caption, Columns: []Column{sample().Columns[0], sample().Columns[2], sample().Columns[3]},
	}
	for _, row := range sample().Rows {
		want.Rows = append(want.Rows, []Cell{cell(row, 0), cell(row, 2), cell(row, 3)})
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(Cell{}), cmp.Comparer(func(a, b incident.Count) bool { return a == b })); d != "" {
		t.Error("-want +got", d)
	}
}

func TestCells(t *testing.T) {
	for name, c := range map[string]struct {
		cell          Cell
		machine, said string
		zero          bool
	}{
		"zero":          {Cell{}, "", "", true},
		"empty text":    {Text(""), "", "", true},
		"text":          {Text("a"), "a", "a", false},
		"named":         {Named("KH", "Cambodia"), "KH", "Cambodia", false},
		"named nothing": {Named("", ""), "", "", true},
		"words alone":   {Named("", "none"), "", "none", false},
		"none":          {Integer(0), "0", "0", false},
		"negative":      {Integer(-1234), "-1234", "-1,234", false},
		"unknown":       {Optional(7, false), "", "", true},
		"known":         {Optional(7, true), "7", "7", false},
		"no count":      {Count(incident.Count{}), "", "", true},
		"count":         {Count(incident.MoreThan(10)), ">10", "at least 11", false},
		"link":          {Link("a", "https://example.org"), "a", "a", false},
	} {
		if c.cell.String() != c.machine || c.cell.Words() != c.said || c.cell.IsZero() != c.zero {
			t.Errorf("%s: %q, %q, %v", name, c.cell.String(), c.cell.Words(), c.cell.IsZero())
		}
	}
	for _, url := range []string{"", "javascript:alert(1)", "file:///etc/passwd", "//example.org", "data:text/html,x"} {
		if Link("a", url) != Text("a") {
			t.Errorf("a link to %s", url)
		}
	}
}

// faulty takes some bytes and then fails, or takes less than it is given.
type faulty struct {
	room  int
	short bool
}

var errFull = errors.New("full")

func (f *faulty) Write(p []byte) (int, error) {
	if len(p) <= f.room {
		f.room -= len(p)
		return len(p), nil
	}
	n := f.room
	f.room = 0
	if f.short {
		return n, nil
	}
	return n, errFull
}

// TestCase58TableWriters: a writer that fails at any byte, or writes less than it was given.
func TestCase58TableWriters(t *testing.T) {
	for kind, write := range all {
		whole := len(made(t, kind, sample()))
		for n := range whole {
			if err := write(&faulty{room: n}, sample()); !errors.Is(err, errFull) {
				t.Fatalf("%s: after %d bytes: %v", kind, n, err)
			}
			if err := write(&faulty{room: n, short: true}, sample()); !errors.Is(err, io.ErrShortWrite) {
				t.Fatalf("%s: short after %d bytes: %v", kind, n, err)
			}
		}
		if err := write(&faulty{room: whole}, sample()); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// parse reads a document as XML and returns its texts by element.
func parse(t testing.TB, document string) map[string][]string {
	t.Helper()
	texts := map[string][]string{}
	d := xml.NewDecoder(strings.NewReader(document))
	var open []string
	for {
		token, err := d.Token()
		if err == io.EOF {
			return texts
		}
		if err != nil {
			t.Fatalf("%v in %q", err, document)
		}
		switch e := token.(type) {
		case xml.StartElement:
			open = append(open, e.Name.Local)
			texts[e.Name.Local] = append(texts[e.Name.Local], "")
			for _, a := range e.Attr {
				if strings.HasPrefix(strings.ToLower(a.Name.Local), "on") || a.Name.Local == "style" {
					t.Fatalf("the attribute %s in %q", a.Name.Local, document)
				}
			}
		case xml.CharData:
			if len(open) > 0 {
				all := texts[open[len(open)-1]]
				all[len(all)-1] += string(e)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.ProcInst, xml.Directive, xml.Comment:
			t.Fatalf("%T in %q", e, document)
		}
	}
}

// FuzzWriters: whatever a cell, a caption or a column's name holds, documents parse, have as many cells as the table, hold no
// element of the cell's making, and a CSV cell that begins a formula is inert.
func FuzzWriters(f *testing.F) {
	for _, s := range []string{"", "a", "=1+1", "+1", "-1", "@SUM(A1)", "'", "\t=1", "\r", "a,b", "a\"b", "\xff", "<script>x</script>", "]]>", "&#0;", "{{.}}", "＝1", "\x00", "\ufeff=1", "a;=1", "\u202e"} {
		f.Add(s, "x")
		f.Add("x", s)
	}
	f.Fuzz(func(t *testing.T, s, name string) {
		table := &Table{
			Caption: s, Columns: []Column{{Name: name, Title: s}, {Name: name + "2", Unit: s}},
			Rows: [][]Cell{{Text(s), Integer(5)}, {Named(s, s), Count(incident.AtLeast(3))}, {Link(s, "https://example.org/"+s)}},
		}
		rows, err := csv.NewReader(strings.NewReader(made(t, "csv", table))).ReadAll()
		if err != nil || len(rows) != 4 || len(rows[1]) != 2 {
			t.Fatalf("CSV: %v, %q", err, rows)
		}
		if cell := rows[1][0]; cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && !number(cell) {
			t.Fatalf("a live cell: %q", cell)
		}
		// encoding/csv turns CR LF inside quotes into LF.
		if got := string(inert.Unguard([]byte(rows[1][0]))); got != strings.ReplaceAll(s, "\r\n", "\n") {
			t.Fatalf("%q became %q", s, got)
		}
		var back []map[string]any
		if err := json.Unmarshal([]byte(made(t, "json", table)), &back); err != nil || len(back) != 3 {
			t.Fatalf("JSON: %v", err)
		}
		for _, kind := range []string{"html", "bars", "timeline"} {
			texts := parse(t, made(t, kind, table))
			for element := range texts {
				if !strings.Contains(" div table caption thead tbody tr th td span a svg title desc rect line path text ", " "+element+" ") {
					t.Fatalf("%s: an element %s", kind, element)
				}
			}
			if kind == "html" && (len(texts["tr"]) != 4 || len(texts["td"]) != 3 || len(texts["th"]) != 5) {
				t.Fatalf("html: %v", texts)
			}
		}
		made(t, "text", table)
	})
}

// number reports whether a cell is digits with a sign and a point at most.
func number(s string) bool {
	s = strings.TrimLeft(s[:1], "+-") + s[1:]
	whole, fraction, point := strings.Cut(s, ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return digits(whole) && (!point || digits(fraction))
}
