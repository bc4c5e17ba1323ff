package jsonio_test

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

// Cases 1 and 2 are tests of the scanner, in jsonscan.

func TestCase03JSONDuplicateKey(t *testing.T) {
	if _, places := unmark(`{"id":"A",^"id":"B"}`); places[0] != "1:11@10" {
		t.Fatalf("the second name is at %s", places[0])
	}
	check(t, `^{"id":"A",^"id":"B"}`+"\n"+rec("C", "")+"\n", nil, outcome{
		Accepted: []string{"C"}, Faults: []string{"1 field.required /kind", "1 json.duplicate-key /id"},
	})
	check(t, "["+rec("A", `,^"id":"B"`)+","+rec("C", "")+"]", asDocument, outcome{
		Accepted: []string{"C"}, Faults: []string{"1 json.duplicate-key /id"},
	})
	// At every level, in members that the format does not have too.
	check(t, rec("A", `,"place":{"country":"KH",^"country":"MM"},"figures":[{"measure":"freed","count":"1",`+
		`"group":{"by":{"x":"1",^"\u0078":"2"}},^"measure":"held"}],^"more":[{"a":1,^"a":2}],^"more":1`), nil, outcome{
		Faults: []string{
			"1 json.duplicate-key /place/country",
			"1 json.duplicate-key /figures/0/group/by/x",
			"1 json.duplicate-key /figures/0/measure",
			"1 field.unknown /more",
			"1 json.duplicate-key /more/0/a",
			"1 json.duplicate-key /more",
		},
	})
}

func TestCase04JSONCase(t *testing.T) {
	d := jsonio.NewDecoder(strings.NewReader(rec("A", `,"place":{"Country":"KH","country":"KH"}`)), nil)
	_, err := d.Decode(t.Context(), new(incident.Record))
	e := recordError(t, err)
	if len(e.Findings) != 1 || e.Findings[0].Code != incident.CodeFieldUnknown || e.Findings[0].Path != "/place/Country" {
		t.Fatalf("findings = %v", e.Findings)
	}
	f := e.Findings[0]
	if want := (incident.Arg{Name: "suggestion", Value: "country"}); len(f.Args) != 1 || f.Args[0] != want || !strings.HasSuffix(f.Message, "did you mean country?") {
		t.Errorf("message %q, args %v", f.Message, f.Args)
	}
}

func TestCase05JSONText(t *testing.T) {
	for name, text := range map[string]string{
		"lone surrogate": `\ud800`, "encoded surrogate": "\xed\xa0\x80", "overlong": "\xc0\xaf", "cut": "\xe2\x82", "Latin 1": "\xe9",
	} {
		in := rec("A", `,"event":"x^`+text+`"`) + "\n" + rec("B", "")
		want := outcome{Accepted: []string{"B"}, Faults: []string{"1 text.invalid-utf8 /event"}}
		t.Run(name, func(t *testing.T) {
			check(t, in, nil, want)
			check(t, "["+strings.ReplaceAll(in, "\n", ",")+"]", nil, want)
		})
	}
	check(t, "{\"kind\":\"rescue\",\"id\":\"A\",\"ev^\xff\":\"x\"}", nil, outcome{Faults: []string{"1 text.invalid-utf8 "}})
	check(t, rec("A", "")+"\n{\"kind\":^\xff}", nil, outcome{Accepted: []string{"A"}, Faults: []string{"2 text.invalid-utf8 "}})
}

func TestCase06JSONByteOrderMark(t *testing.T) {
	d := jsonio.NewDecoder(strings.NewReader("\xef\xbb\xbf"+rec("A", "")), &jsonio.DecodeOptions{Name: "a.json"})
	r := adapters.NewReader(d, nil)
	if _, err := r.Read(t.Context()); err != nil {
		t.Fatal(err)
	}
	repairs := r.Summary().Repairs
	if len(repairs) != 1 || repairs[0].Code != incident.CodeTextByteOrderMark || repairs[0].Severity != incident.Note || repairs[0].At.Name != "a.json" {
		t.Errorf("repairs = %v", repairs)
	}
	check(t, rec("A", "")+"\n^\xef\xbb\xbf"+rec("B", ""), nil, outcome{Accepted: []string{"A"}, Faults: []string{"2 json.syntax "}})
	for _, in := range []string{"\xff\xfe{\x00\"\x00", "\xfe\xff\x00{\x00\"", "{\x00\"\x00k\x00", "\x00{\x00\"\x00k"} {
		r := &counter{r: strings.NewReader(in)}
		d := jsonio.NewDecoder(r, nil)
		_, err := d.Decode(t.Context(), new(incident.Record))
		e := fileError(t, err)
		if e.Code != incident.CodeEncodingUnsupported || !strings.Contains(e.Message, "UTF-16") || r.n > 4 {
			t.Errorf("%q: %v after %d bytes", in, err, r.n)
		}
	}
}

type counter struct {
	r io.Reader
	n int
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += n
	return n, err
}

func TestCase07JSONDepth(t *testing.T) {
	for _, form := range []jsonio.Form{jsonio.Lines, jsonio.Document} {
		o := &jsonio.DecodeOptions{Form: form}
		check(t, rec("A", `,^"x":`+strings.Repeat("[", 63)+strings.Repeat("]", 63)), o, outcome{Faults: []string{"1 field.unknown /x"}})
		check(t, rec("A", `,"x":`+strings.Repeat("[", 63)+"^["+strings.Repeat("]", 64)), o, outcome{Faults: []string{"1 json.too-deep "}})
	}
	in := strings.Repeat("[", 100_000)
	for _, form := range []jsonio.Form{jsonio.Auto, jsonio.Lines, jsonio.Document} {
		best := time.Hour
		for range 5 { // the machine may be busy with something else
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			got := outcomeOf(t, strings.NewReader(in), &jsonio.DecodeOptions{Form: form})
			best = min(best, time.Since(start))
			runtime.ReadMemStats(&after)
			if len(got.Faults) != 1 || !strings.HasSuffix(got.Faults[0], " json.too-deep ") {
				t.Fatalf("form %d: %v", form, got)
			}
			if n := after.TotalAlloc - before.TotalAlloc; n > 1<<20 {
				t.Errorf("form %d: %d bytes allocated", form, n)
			}
		}
		if best > slower*10*time.Millisecond {
			t.Errorf("form %d: took %v", form, best)
		}
	}
}

func TestCase08JSONCount(t *testing.T) {
	for count, want := range map[string]string{
		`"9223372036854775808"`: "count.range", `"1e400"`: "count.syntax", `"1.5"`: "count.syntax", `"-1"`: "count.syntax",
		`"1e2"`: "count.syntax", `"-0"`: "count.syntax", `"007"`: "count.syntax", `"1,234"`: "count.syntax", `12`: "count.type",
		`"<0"`: "count.range", `"3..2"`: "count.range", `true`: "count.type", `{"best":1}`: "count.type", `null`: "field.null", `""`: "field.empty",
	} {
		in := rec("A", `,"figures":[{"measure":"freed","count":^`+count+`}]`)
		check(t, in, nil, outcome{Faults: []string{"1 " + want + " /figures/0/count"}})
	}
	recs, _ := decodeAll(t, []byte(rec("A", `,"figures":[{"measure":"freed","count":"9223372036854775807"}]`)), nil)
	if best, ok := recs[0].Figures[0].Count.Best(); !ok || best != 1<<63-1 {
		t.Errorf("best = %d, %t", best, ok)
	}
}

func TestCase09JSONTrailingData(t *testing.T) {
	a := rec("A", "")
	for _, in := range []string{
		a + " ^" + a, a + "^]", a + " ^x", a + "^\x00", a + "\n\n^}", a + "^,", "[" + a + "]^]", "[" + a + "] ^[]", "[" + a + "]^\x00",
	} {
		check(t, in, asDocument, outcome{Accepted: []string{"A"}, End: "json.trailing-data"})
	}
	for _, in := range []string{a + " ^{}", a + "^]", a + " ^x", a + "^\x00"} {
		check(t, in+"\n"+rec("B", ""), asLines, outcome{Accepted: []string{"B"}, Faults: []string{"1 json.trailing-data "}})
	}
}

func TestCase10JSONLines(t *testing.T) {
	var b strings.Builder
	for i := range 10_000 {
		line := rec(fmt.Sprint("R", i+1), "")
		if i+1 == 5000 {
			line = strings.Replace(line, ":", "=", 1)
		}
		b.WriteString(line)
		if i+1 < 10_000 {
			b.WriteByte('\n')
		}
	}
	got := outcomeOf(t, strings.NewReader(b.String()), nil)
	if len(got.Accepted) != 9_999 || got.Accepted[9_998] != "R10000" || len(got.Faults) != 1 ||
		!strings.HasPrefix(got.Faults[0], "5000 5000:8@") || !strings.HasSuffix(got.Faults[0], " json.syntax ") {
		t.Errorf("%d accepted, faults %v", len(got.Accepted), got.Faults)
	}
	mixed := "\n" + rec("A", "") + "\r\n\r\n \t\n\x1e" + rec("B", "") + "\n\x1e\n" + rec("C", "")
	check(t, mixed, asLines, outcome{Accepted: []string{"A", "B", "C"}})
	_, sum := decodeAll(t, []byte(mixed), asLines)
	if sum.Blank != 4 {
		t.Errorf("%d blank lines, want 4", sum.Blank)
	}
	_, sum = decodeAll(t, []byte(mixed), nil)
	if sum.Blank != 4 {
		t.Errorf("%d blank lines when the form was found, want 4", sum.Blank)
	}
	whole := rec("A", "") + "\n" + rec("B", "")
	for n := len(rec("A", "")) + 2; n < len(whole); n++ {
		check(t, whole[:n]+"^", nil, outcome{Accepted: []string{"A"}, Faults: []string{"2 json.unexpected-end "}})
	}
}

// endless is a line without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) { return copy(p, manyX), nil }

var manyX = strings.Repeat("x", 64<<10)

func TestCase11JSONLongLine(t *testing.T) {
	size := int64(1 << 30)
	if testing.Short() || slower > 1 {
		size = 64 << 20
	}
	in := io.MultiReader(strings.NewReader(`{"kind":"rescue","id":"`), io.LimitReader(endless{}, size), strings.NewReader("\"}\n"+rec("B", "")))
	defer debug.SetGCPercent(debug.SetGCPercent(10)) // so that the heap is what is in use
	peak := &heapMeter{r: in}
	d := jsonio.NewDecoder(peak, &jsonio.DecodeOptions{Form: jsonio.Lines})
	_, err := d.Decode(t.Context(), new(incident.Record))
	if e := recordError(t, err); e.Findings[0].Code != incident.CodeLimitRecordBytes || e.Line != 1 || e.Record != 1 {
		t.Errorf("error = %v", err)
	}
	if peak.most > 8<<20 {
		t.Errorf("the heap grew by %d bytes", peak.most)
	}
	var r incident.Record
	if _, err = d.Decode(t.Context(), &r); err != nil || r.ID != "B" {
		t.Errorf("the next record: %q, %v", r.ID, err)
	}
}

// heapMeter measures the heap in use now and then, above what it was at first.
type heapMeter struct {
	r     io.Reader
	reads int
	first uint64
	most  uint64
}

func (h *heapMeter) Read(p []byte) (int, error) {
	if h.reads%1000 == 0 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		if h.reads == 0 {
			h.first = m.HeapAlloc
		}
		if m.HeapAlloc > h.first {
			h.most = max(h.most, m.HeapAlloc-h.first)
		}
	}
	h.reads++
	return h.r.Read(p)
}

func TestCase12JSONAllFaults(t *testing.T) {
	in := `{"kind":^null,"id":"A",^"status":"x","place":{"country":^7},"figures":[^{"count":"1"},` +
		`{"measure":"freed","beside":^false}],^"kind":"rescue"}`
	want := []string{
		"1 field.null /kind", "1 field.unknown /status", "1 json.type /place/country", "1 field.required /figures/0/measure",
		"1 field.empty /figures/1/beside", "1 json.duplicate-key /kind",
	}
	check(t, in, nil, outcome{Faults: want})
	check(t, in, &jsonio.DecodeOptions{Limits: adapters.Limits{Errors: 4}}, outcome{Faults: append(want[:4:4], "1 and 2 more")})
	var b bytes.Buffer
	b.WriteString(`{"kind":"rescue","id":"A"`)
	for i := range 300 {
		fmt.Fprintf(&b, `,"x%d":1`, i)
	}
	b.WriteString("}")
	got := outcomeOf(t, &b, nil)
	if len(got.Faults) != 101 || got.Faults[100] != "1 and 200 more" {
		t.Errorf("%d faults, the last one %q", len(got.Faults), got.Faults[len(got.Faults)-1])
	}
}
