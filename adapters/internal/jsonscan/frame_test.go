package jsonscan

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/rescuetally/rescuetally/incident"
)

// framed is a copy of what Next returned.
type framed struct {
	text         string
	offset       int64
	line, column int
	err          error
}

func withDefaults(o FrameOptions) FrameOptions {
	l := incident.Limits{Bytes: o.Bytes, RecordBytes: o.RecordBytes, Depth: o.Depth}.WithDefaults()
	return FrameOptions{Form: o.Form, Bytes: l.Bytes, RecordBytes: l.RecordBytes, Depth: l.Depth}
}

// frameAll reads r to its end and returns the error that ended it, nil at
// io.EOF.
func frameAll(r io.Reader, o FrameOptions) ([]framed, error) {
	return drain(NewFramer(r, withDefaults(o)))
}

func drain(f *Framer) ([]framed, error) {
	var out []framed
	for {
		fr, err := f.Next(context.Background())
		if err == io.EOF {
			return out, nil
		}
		if e, ok := errors.AsType[*Error](err); err != nil && (!ok || e.Fatal) {
			return out, err
		}
		out = append(out, framed{string(fr.Data), fr.Offset, fr.Line, fr.Column, err})
	}
}

func TestFramer(t *testing.T) {
	for _, c := range []struct {
		name, in string
		form     Form
		want     []framed
		code     incident.Code // that ended it
		at       int64
	}{
		{"empty lines", "", Lines, nil, "", 0},
		{"empty, form unknown", "", Auto, nil, "", 0},
		{"empty document", " \n", Document, nil, incident.CodeJSONUnexpectedEnd, 2},
		{"empty array", " [ \n ] ", Document, nil, "", 0},
		{"array", `[{"a":1}, 2 ,"x]", [{}]]`, Document, []framed{
			{`{"a":1}`, 1, 1, 2, nil}, {"2", 10, 1, 11, nil}, {`"x]"`, 13, 1, 14, nil}, {"[{}]", 19, 1, 20, nil},
		}, "", 0},
		{"array over lines", "[\r\n {\"a\":\n1},\n{}\n]\n", Auto, []framed{
			{"{\"a\":\n1}", 4, 2, 2, nil}, {"{}", 14, 4, 1, nil},
		}, "", 0},
		{"printed object", "\n{\n \"a\": 1\n}\n", Auto, []framed{{"{\n \"a\": 1\n}", 1, 2, 1, nil}}, "", 0},
		{"object on a line", "{\"a\":1}\n", Auto, []framed{{`{"a":1}`, 0, 1, 1, nil}}, "", 0},
		{"two on two lines", "{\"a\":1}\n\n{}", Auto, []framed{{`{"a":1}`, 0, 1, 1, nil}, {`{}`, 9, 3, 1, nil}}, "", 0},
		{"first line ends in a string", "{\"a\n{}", Auto, []framed{{"{\"a", 0, 1, 1, nil}, {"{}", 4, 2, 1, nil}}, "", 0},
		{"lines", "{}\r\n \t\n\x1e[1\n\n\x1e\nx", Lines, []framed{
			{"{}", 0, 1, 1, nil}, {"[1", 8, 3, 2, nil}, {"x", 14, 6, 1, nil},
		}, "", 0},
		{"byte order mark", "\xef\xbb\xbf{}\n{}", Auto, []framed{{"{}", 3, 1, 1, nil}, {"{}", 6, 2, 1, nil}}, "", 0},
		{"second value", "{} {}", Document, []framed{{"{}", 0, 1, 1, nil}}, incident.CodeJSONTrailingData, 3},
		{"second bracket", "{}]", Document, []framed{{"{}", 0, 1, 1, nil}}, incident.CodeJSONTrailingData, 2},
		{"letter behind", "[{}]\nx", Document, []framed{{"{}", 1, 1, 2, nil}}, incident.CodeJSONTrailingData, 5},
		{"NUL behind", "{}\x00", Document, []framed{{"{}", 0, 1, 1, nil}}, incident.CodeJSONTrailingData, 2},
		{"comma missing", "[{} {}]", Document, []framed{{"{}", 1, 1, 2, nil}}, incident.CodeJSONSyntax, 4},
		{"comma twice", "[{},,{}]", Document, []framed{{"{}", 1, 1, 2, nil}}, incident.CodeJSONSyntax, 4},
		{"comma last", "[{},]", Document, []framed{{"{}", 1, 1, 2, nil}}, incident.CodeJSONSyntax, 4},
		{"comma first", "[,{}]", Document, nil, incident.CodeJSONSyntax, 1},
		{"array open", "[{},", Document, []framed{{"{}", 1, 1, 2, nil}}, incident.CodeJSONUnexpectedEnd, 4},
		{"array open after element", "[{}", Document, []framed{{"{}", 1, 1, 2, nil}}, incident.CodeJSONUnexpectedEnd, 3},
		{"element cut", "[{},{\"a\"", Document, []framed{{"{}", 1, 1, 2, nil}}, incident.CodeJSONUnexpectedEnd, 8},
		{"lone number", "12", Document, []framed{{"12", 0, 1, 1, nil}}, "", 0},
		{"lone string", `"a\"b"`, Document, []framed{{`"a\"b"`, 0, 1, 1, nil}}, "", 0},
		{"closing bracket", "]", Document, nil, incident.CodeJSONSyntax, 0},
		{"zip", "PK\x03\x04rest", Auto, nil, incident.CodeFormatUnexpected, 0},
		{"gzip", "\x1f\x8b\x08\x00", Lines, nil, incident.CodeFormatUnexpected, 0},
		{"pdf", "%PDF-1.7", Document, nil, incident.CodeFormatUnexpected, 0},
		{"html", "<!DOCTYPE html>", Auto, nil, incident.CodeFormatUnexpected, 0},
		{"UTF-16 with mark", "\xfe\xff\x00{", Auto, nil, incident.CodeEncodingUnsupported, 0},
		{"UTF-16 without mark", "{\x00\"\x00", Auto, nil, incident.CodeEncodingUnsupported, 0},
		{"UTF-32", "\x00\x00\xfe\xff\x00\x00\x00{", Auto, nil, incident.CodeEncodingUnsupported, 0},
		{"UTF-32 without mark", "{\x00\x00\x00", Auto, nil, incident.CodeEncodingUnsupported, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			for name, r := range map[string]io.Reader{
				"whole":    strings.NewReader(c.in),
				"one byte": iotest.OneByteReader(strings.NewReader(c.in)),
				"half":     iotest.HalfReader(strings.NewReader(c.in)),
				"data err": iotest.DataErrReader(strings.NewReader(c.in)),
			} {
				got, err := frameAll(r, FrameOptions{Form: c.form})
				if d := cmp.Diff(c.want, got, cmp.AllowUnexported(framed{}), cmpopts.EquateEmpty(), cmpopts.EquateErrors()); d != "" {
					t.Errorf("%s: -want +got\n%s", name, d)
				}
				if gotCode := code(t, err); gotCode != c.code {
					t.Errorf("%s: code = %q, want %q", name, gotCode, c.code)
				}
				if e, ok := errors.AsType[*Error](err); ok && e.Offset != c.at {
					t.Errorf("%s: offset = %d, want %d", name, e.Offset, c.at)
				}
			}
		})
	}
}

func TestFramerReports(t *testing.T) {
	f := NewFramer(strings.NewReader("\xef\xbb\xbf\n\n{}\n \n"), withDefaults(FrameOptions{}))
	if _, err := drain(f); err != nil {
		t.Fatal(err)
	}
	if f.Form() != Lines || f.IsArray() || !f.ByteOrderMark() || f.Blank() != 3 {
		t.Errorf("form %d, array %t, mark %t, blank %d", f.Form(), f.IsArray(), f.ByteOrderMark(), f.Blank())
	}
	f = NewFramer(strings.NewReader("[]"), withDefaults(FrameOptions{}))
	if _, err := drain(f); err != nil || f.Form() != Document || !f.IsArray() {
		t.Errorf("[]: %v, form %d, array %t", err, f.Form(), f.IsArray())
	}
}

// What the input is must be known from four bytes: no more are asked for.
func TestFramerAsksForFourBytes(t *testing.T) {
	r := &counting{r: strings.NewReader("\xff\xfe{\x00" + strings.Repeat("x\x00", 1000))}
	_, err := frameAll(r, FrameOptions{})
	if e, ok := errors.AsType[*Error](err); !ok || !strings.Contains(e.Reason, "UTF-16") || r.n > 4 {
		t.Errorf("error %v after %d bytes, want one naming UTF-16 after 4", err, r.n)
	}
}

type counting struct {
	r      io.Reader
	n      int64
	done   error
	misuse bool
}

func (c *counting) Read(p []byte) (int, error) {
	if c.done != nil {
		c.misuse = true
	}
	n, err := c.r.Read(p)
	c.n += int64(n)
	c.done = err
	return n, err
}

func TestFramerDepth(t *testing.T) {
	deep := strings.Repeat(`{"a":`, 64) + "1" + strings.Repeat("}", 64)
	deeper := strings.Repeat(`{"a":`, 65) + "1" + strings.Repeat("}", 65)
	got, err := frameAll(strings.NewReader("["+deep+","+deeper+",\n{}]"), FrameOptions{})
	if err != nil || len(got) != 3 || got[0].text != deep || got[2].text != "{}" || got[2].line != 2 {
		t.Fatalf("%d records, %v", len(got), err)
	}
	e, _ := errors.AsType[*Error](got[1].err)
	if e == nil || e.Code != incident.CodeJSONTooDeep || e.Offset != int64(len(deep)+2+64*5) || e.Column != int(e.Offset)+1 {
		t.Errorf("error = %+v", e)
	}
}

func TestFramerManyBrackets(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	got, _ := frameAll(strings.NewReader(strings.Repeat("[", 100_000)), FrameOptions{})
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	if len(got) != 1 || code(t, got[0].err) != incident.CodeJSONTooDeep {
		t.Errorf("got %d records", len(got))
	}
	if took > 100*time.Millisecond || after.TotalAlloc-before.TotalAlloc > 1<<20 {
		t.Errorf("took %v and %d bytes", took, after.TotalAlloc-before.TotalAlloc)
	}
}

func TestFramerRecordBytes(t *testing.T) {
	long := `{"a":"` + strings.Repeat("x", 200_000) + `"}`
	for _, c := range []struct {
		name, in string
		limit    int
		bad      int
	}{
		{"lines over", "{}\n" + long + "\n{}\n", 1000, 1},
		{"lines exactly", "{}\n" + long + "\r\n{}\n", len(long), -1},
		{"lines over by one", "{}\n\x1e" + long + "\r\n{}\n", len(long) - 1, 1},
		{"last line over", "{}\n{}\n" + long, 1000, 2},
		{"array over", "[{}," + long + ",{}]", 1000, 1},
		{"array exactly", "[{}," + long + ",{}]", len(long), -1},
		{"array over by one", "[{}," + long + ",{}]", len(long) - 1, 1},
		{"number over", "[{}," + strings.Repeat("1", 100_000) + ",{}]", 1000, 1},
	} {
		got, err := frameAll(strings.NewReader(c.in), FrameOptions{RecordBytes: c.limit})
		if err != nil || len(got) != 3 {
			t.Errorf("%s: %d records, %v", c.name, len(got), err)
			continue
		}
		for i, g := range got {
			want := incident.Code("")
			if i == c.bad {
				want = incident.CodeLimitRecordBytes
			}
			if code(t, g.err) != want || want != "" && g.text != "" {
				t.Errorf("%s: record %d: %v, %d bytes", c.name, i+1, g.err, len(g.text))
			}
		}
	}
}

func TestFramerBytes(t *testing.T) {
	in := "{}\n{}\n{\"a\":1}\n"
	for limit := int64(1); limit <= int64(len(in)); limit++ {
		r := &counting{r: strings.NewReader(in)}
		got, err := frameAll(r, FrameOptions{Form: Lines, Bytes: limit})
		if r.n > limit+1 {
			t.Errorf("limit %d: %d bytes read", limit, r.n)
		}
		if limit == int64(len(in)) {
			if err != nil || len(got) != 3 {
				t.Errorf("limit %d: %d records, %v", limit, len(got), err)
			}
			continue
		}
		if code(t, err) != incident.CodeLimitBytes || len(got) != strings.Count(in[:limit], "\n") {
			t.Errorf("limit %d: %d records, %v", limit, len(got), err)
		}
		if e, _ := errors.AsType[*Error](err); e.Offset != limit {
			t.Errorf("limit %d: offset %d", limit, e.Offset)
		}
	}
}

var errTest = errors.New("cable cut")

func TestFramerReadErrors(t *testing.T) {
	for _, in := range []string{"[{\"a\":1},{},\n{\"b\":\"]\"}]\n", "{\"a\":1}\n{}\n{\"b\":2}\n"} {
		whole, err := frameAll(strings.NewReader(in), FrameOptions{})
		if err != nil || len(whole) != 3 {
			t.Fatalf("%d records, %v", len(whole), err)
		}
		for n := range len(in) + 1 {
			r := &counting{r: io.MultiReader(strings.NewReader(in[:n]), iotest.ErrReader(errTest))}
			f := NewFramer(r, withDefaults(FrameOptions{}))
			got, err := drain(f)
			if !errors.Is(err, errTest) {
				t.Errorf("cut at %d: error %v does not wrap the reader's", n, err)
			}
			if _, again := f.Next(t.Context()); again != err {
				t.Errorf("cut at %d: the next error is %v", n, again)
			}
			if r.misuse {
				t.Errorf("cut at %d: read again after an error", n)
			}
			want := whole[:0:0]
			for _, w := range whole {
				end := int(w.offset) + len(w.text)
				if in[0] != '[' {
					end++ // a line is whole with its LF
				}
				if end <= n {
					want = append(want, w)
				}
			}
			if d := cmp.Diff(want, got, cmp.AllowUnexported(framed{}), cmpopts.EquateEmpty()); d != "" {
				t.Errorf("cut at %d: -want +got\n%s", n, d)
			}
		}
	}
	if _, err := frameAll(iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("{}\n{}\n"))), FrameOptions{}); !errors.Is(err, iotest.ErrTimeout) {
		t.Errorf("timeout: %v", err)
	}
}

// lazy gives nothing, or lies about what it gave.
type lazy int

func (l lazy) Read([]byte) (int, error) { return int(l), nil }

func TestFramerOddReaders(t *testing.T) {
	for _, l := range []lazy{0, -1, 1 << 30} {
		if _, err := frameAll(l, FrameOptions{}); !errors.Is(err, io.ErrNoProgress) {
			t.Errorf("reader of %d: %v", l, err)
		}
	}
}

func TestFramerCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	f := NewFramer(endless{}, withDefaults(FrameOptions{Form: Lines}))
	time.AfterFunc(time.Millisecond, cancel)
	if _, err := f.Next(ctx); !errors.Is(err, context.Canceled) {
		if e, ok := errors.AsType[*Error](err); !ok || e.Fatal {
			t.Fatalf("error = %v", err)
		}
		if _, err = f.Next(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("error = %v, want the context's", err)
		}
	}
}

// endless is one line without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

// The framer holds one record at most, however long the input's line is.
func TestFramerMemory(t *testing.T) {
	for _, form := range []Form{Lines, Document} {
		in := io.MultiReader(strings.NewReader(`{"a":"`), io.LimitReader(endless{}, 64<<20), strings.NewReader("\"}\n"))
		f := NewFramer(in, withDefaults(FrameOptions{Form: form}))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		got, err := drain(f)
		runtime.ReadMemStats(&after)
		if err != nil || len(got) != 1 || code(t, got[0].err) != incident.CodeLimitRecordBytes {
			t.Errorf("form %d: %v, %v", form, got, err)
		}
		if all := after.TotalAlloc - before.TotalAlloc; all > 8<<20 {
			t.Errorf("form %d: %d bytes allocated", form, all)
		}
	}
}

// Records and the bytes between them make up the input, however it is read.
func FuzzFramer(f *testing.F) {
	for _, c := range suiteReject {
		if len(c.text) < 1000 {
			f.Add([]byte(c.text), uint8(0))
		}
	}
	f.Add([]byte("{}\n{\"a\":[1,2]}\r\n\x1e{}"), uint8(2))
	f.Add([]byte("[{},{\"a\":\"]\"}]"), uint8(1))
	f.Add([]byte("{\"\""+strings.Repeat("0", 64)+"\n0"), uint8(0))                  // a first line that is longer than a record
	f.Add([]byte("["+strings.Repeat("[", 4)+strings.Repeat(" ", 64)+"["), uint8(1)) // first too long, then too deep
	f.Add([]byte(strings.Repeat(" ", 67)+"\n0"), uint8(2))                          // a blank line that is longer than a record
	f.Add([]byte("\x1e\x1e\x1e"+strings.Repeat("0", 64)+"\r\n\x1e"), uint8(2))      // as long as a record may be
	f.Fuzz(func(t *testing.T, data []byte, form uint8) {
		o := FrameOptions{Form: Form(form % 3), RecordBytes: 64, Depth: 4}
		got, err := frameAll(bytes.NewReader(data), o)
		slow, slowErr := frameAll(iotest.OneByteReader(bytes.NewReader(data)), o)
		if fmt.Sprint(err) != fmt.Sprint(slowErr) || len(got) != len(slow) {
			t.Fatalf("read at once: %d, %v; by the byte: %d, %v", len(got), err, len(slow), slowErr)
		}
		end := int64(0)
		for i, g := range got {
			if g.text != slow[i].text || fmt.Sprint(g.err) != fmt.Sprint(slow[i].err) {
				t.Fatalf("record %d differs when read by the byte", i+1)
			}
			if g.offset < end || !bytes.HasPrefix(data[g.offset:], []byte(g.text)) {
				t.Fatalf("record %d is not at %d", i+1, g.offset)
			}
			if want := 1 + bytes.Count(data[:g.offset], newline); g.line != want {
				t.Fatalf("record %d: line %d, want %d", i+1, g.line, want)
			}
			end = g.offset + int64(len(g.text))
		}
		if o.Form != Document {
			return
		}
		// What is taken as a document is one exactly if its parts and the whole are valid.
		for _, g := range got {
			err = errors.Join(err, g.err)
			if g.err == nil {
				err = errors.Join(err, Check([]byte(g.text), 1000))
			}
		}
		text := bytes.TrimPrefix(data, byteOrderMark)
		if whole := Check(text, 1000); (err == nil) && whole != nil {
			t.Fatalf("the parts are right, the whole is not: %v", whole)
		}
	})
}

func BenchmarkFramer(b *testing.B) {
	record := `{"kind":"rescue","id":"rpt-0001","figures":[{"measure":"returned","count":"<=250"}],"notes":"` + strings.Repeat("text ", 100) + `"}`
	for name, in := range map[string]string{
		"lines": strings.Repeat(record+"\n", 1000),
		"array": "[" + strings.Repeat(record+",\n", 999) + record + "]",
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				f := NewFramer(strings.NewReader(in), withDefaults(FrameOptions{}))
				n := 0
				for {
					_, err := f.Next(b.Context())
					if err == io.EOF {
						break
					}
					if err != nil {
						b.Fatal(err)
					}
					n++
				}
				if n != 1000 {
					b.Fatalf("records = %d, want 1000", n)
				}
			}
		})
	}
}
