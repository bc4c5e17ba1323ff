package jsonio_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

func TestEncodeForms(t *testing.T) {
	a, b := &incident.Record{Kind: incident.KindRescue, ID: "A"}, &incident.Record{Kind: incident.KindArrest, ID: "B"}
	const lineA, lineB = `{"kind":"rescue","id":"A"}`, `{"kind":"arrest","id":"B"}`
	for _, c := range []struct {
		form jsonio.Form
		recs []*incident.Record
		want string
	}{
		{jsonio.Auto, nil, ""},
		{jsonio.Lines, []*incident.Record{a, b}, lineA + "\n" + lineB + "\n"},
		{jsonio.Document, nil, "[]\n"},
		{jsonio.Document, []*incident.Record{a}, "[\n" + lineA + "\n]\n"},
		{jsonio.Document, []*incident.Record{a, b}, "[\n" + lineA + ",\n" + lineB + "\n]\n"},
	} {
		if got := string(encodeAll(t, c.recs, &jsonio.EncodeOptions{Form: c.form})); got != c.want {
			t.Errorf("form %d: %q, want %q", c.form, got, c.want)
		}
	}
}

// Only what must be escaped is, and what was escaped is read back.
func TestEncodeText(t *testing.T) {
	var all strings.Builder
	for c := range rune(0x250) {
		all.WriteRune(c)
	}
	all.WriteString("</script>&\u2028\u2029\U0001F600")
	r := &incident.Record{Kind: incident.KindRescue, ID: "A", Notes: "tab\tline\nquote\" back\\ </script>& \u2028\u2029 \U0001F600 é"}
	got := string(encodeAll(t, []*incident.Record{r}, nil))
	if want := `"notes":"tab\tline\nquote\" back\\ </script>& ` + "\u2028\u2029 \U0001F600 é\"}\n"; !strings.HasSuffix(got, want) {
		t.Errorf("written %q", got)
	}
	recs, sum := decodeAll(t, []byte(got), nil)
	if len(recs) != 1 || recs[0].Notes != r.Notes {
		t.Errorf("read back %v, %v", recs, sum.Errors)
	}
	var m struct{ Notes string }
	if err := json.Unmarshal([]byte(got), &m); err != nil || m.Notes != r.Notes {
		t.Errorf("encoding/json reads %q, %v", m.Notes, err)
	}
}

func TestEncodeNewSubdivisions(t *testing.T) {
	r := &incident.Record{
		Kind: incident.KindRescue, ID: "A", Place: incident.Place{Country: "IN", Admin1: "IN-OR"},
		Figures: []incident.Figure{{Measure: incident.Freed, Group: incident.Group{Admin1: "IN-UT"}}},
	}
	got := string(encodeAll(t, []*incident.Record{r}, nil))
	if !strings.Contains(got, `"admin1":"IN-OD"`) || !strings.Contains(got, `"admin1":"IN-UK"`) || r.Place.Admin1 != "IN-OR" {
		t.Errorf("written %s", got)
	}
}

// What the format cannot hold is refused, and nothing of it is written.
func TestEncodeRefuses(t *testing.T) {
	var b bytes.Buffer
	e := jsonio.NewEncoder(&b, nil)
	for _, r := range []*incident.Record{
		{},
		{Kind: incident.KindRescue},
		{Kind: incident.KindRescue, ID: "A", Notes: "\xff"},
		{Kind: incident.KindRescue, ID: "A", Agencies: []string{""}},
		{Kind: incident.KindRescue, ID: "A", Figures: []incident.Figure{{}}},
	} {
		err := e.Encode(t.Context(), r)
		if f := recordError(t, err); f.ID != r.ID || f.Record != 1 || f.Findings[0].Severity != incident.Error {
			t.Errorf("%+v: %+v", r, f)
		}
	}
	if err := e.Encode(t.Context(), &incident.Record{Kind: incident.KindRescue, ID: "A"}); err != nil {
		t.Fatal(err)
	}
	if err := e.Close(); err != nil || b.String() != rec("A", "")+"\n" {
		t.Errorf("%v, %q", err, b.String())
	}
}

func TestEncodeClosed(t *testing.T) {
	var b bytes.Buffer
	e := jsonio.NewEncoder(&b, &jsonio.EncodeOptions{Form: jsonio.Document})
	for range 2 {
		if err := e.Close(); err != nil || b.String() != "[]\n" {
			t.Errorf("Close: %v, %q", err, b.String())
		}
	}
	if err := e.Encode(t.Context(), &incident.Record{Kind: incident.KindRescue, ID: "A"}); !errors.Is(err, adapters.ErrClosed) {
		t.Errorf("Encode after Close: %v", err)
	}
}

func TestEncodeCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	e := jsonio.NewEncoder(io.Discard, nil)
	err := e.Encode(ctx, &incident.Record{Kind: incident.KindRescue, ID: "A"})
	if !errors.Is(err, context.Canceled) || e.Close() != err {
		t.Errorf("error = %v", err)
	}
}

// failing takes n bytes and then fails, or says it took less than it was given.
type failing struct {
	n   int
	err error
	b   bytes.Buffer
}

func (f *failing) Write(p []byte) (int, error) {
	if f.b.Len()+len(p) <= f.n {
		return f.b.Write(p)
	}
	n, _ := f.b.Write(p[:f.n-f.b.Len()])
	return n, f.err
}

func TestCase58FailingWriter(t *testing.T) {
	cause := errors.New("disk full")
	recs, _ := decodeAll(t, []byte(full+"\n"+rec("B", "")), nil)
	for _, form := range []jsonio.Form{jsonio.Lines, jsonio.Document} {
		o := &jsonio.EncodeOptions{Form: form}
		whole := encodeAll(t, recs, o)
		for n := range len(whole) {
			for _, want := range []error{cause, io.ErrShortWrite} {
				w := &failing{n: n}
				if want == cause {
					w.err = cause
				}
				e := jsonio.NewEncoder(w, o)
				for _, r := range recs {
					if err := e.Encode(t.Context(), r); err != nil && !errors.Is(err, want) {
						t.Fatal(err)
					}
				}
				if err := e.Close(); !errors.Is(err, want) {
					t.Errorf("form %d, failing at %d: %v", form, n, err)
				}
				if !bytes.HasPrefix(whole, w.b.Bytes()) {
					t.Errorf("form %d, failing at %d: wrote something else", form, n)
				}
			}
		}
	}
}

// A long output fails while it is written, not only at the end, and at once.
func TestEncodeFailsEarly(t *testing.T) {
	w := &failing{n: 100, err: errors.New("disk full")}
	e := jsonio.NewEncoder(w, nil)
	r := fullRecord(t)
	for i := range 1000 {
		if err := e.Encode(t.Context(), &r); err != nil {
			if i > 100 || e.Encode(t.Context(), &r) != err || e.Close() != err {
				t.Errorf("record %d: %v", i, err)
			}
			return
		}
	}
	t.Error("1,000 records were written to a full disk")
}

func TestEncodeAllocations(t *testing.T) {
	r := fullRecord(t)
	r.Figures[0].Group.By = incident.By{}
	e := jsonio.NewEncoder(io.Discard, nil)
	for range 200 { // the buffer has its size then
		_ = e.Encode(t.Context(), &r)
	}
	check := testing.AllocsPerRun(100, func() { r.CheckShape() })
	n := testing.AllocsPerRun(100, func() {
		if err := e.Encode(t.Context(), &r); err != nil {
			t.Fatal(err)
		}
	})
	if n > check+1 {
		t.Errorf("%v allocations a record, %v of them for its check", n, check)
	}
}

func BenchmarkEncode(b *testing.B) {
	recs, _ := decodeAll(b, corpus(b), nil)
	b.SetBytes(int64(len(corpus(b))))
	b.ReportAllocs()
	for b.Loop() {
		e := jsonio.NewEncoder(io.Discard, nil)
		for _, r := range recs {
			if err := e.Encode(b.Context(), r); err != nil {
				b.Fatal(err)
			}
		}
		if err := e.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func ExampleNewEncoder() {
	var b strings.Builder
	e := jsonio.NewEncoder(&b, nil)
	r := incident.Record{Kind: incident.KindRescue, ID: "r-1", Figures: []incident.Figure{
		{Measure: incident.Freed, Count: incident.AtLeast(0)},
		{Measure: incident.Returned, Count: incident.AtMost(250)},
	}}
	if err := e.Encode(context.Background(), &r); err != nil {
		fmt.Println(err)
	}
	if err := e.Close(); err != nil {
		fmt.Println(err)
	}
	fmt.Print(b.String())
	// Output:
	// {"kind":"rescue","id":"r-1","figures":[{"measure":"freed","count":">=0"},{"measure":"returned","count":"<=250"}]}
}
