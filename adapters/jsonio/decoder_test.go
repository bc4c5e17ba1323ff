package jsonio_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

// full is a record with every member of the format.
const full = `{"kind":"rescue","id":"r-1","event":"e","published":"2024-03-30","occurred":"../2024-03-30",` +
	`"place":{"country":"KH","admin1":"KH-18","name":"Sihanoukville","lat":10.6,"lon":-103.5},` +
	`"figures":[{"measure":"freed","count":"240..250..260","text":"some 250","accrual":"period","from":"2024-01","to":"2024-03",` +
	`"group":{"nationality":"IN","sex":"F","age":"18-24","admin1":"IN-OD","place":"MM","by":{"exploitation":"Labour","lead agency":"a;b"}},` +
	`"label":"new","beside":true,"unit":"x"},{"measure":"share","count":"45","unit":"calls"}],` +
	`"lure":"a \"job\"","exploitation":["online fraud"],"conditions":["deception","torture"],"agencies":["A","B"],` +
	`"source":{"name":"S","kind":"ngo","url":"https://example.org/a","lang":"en","grade":"B2"},` +
	`"derivedFrom":["d"],"supersedes":["s","t"],"retracts":["u"],"notes":"line\nline"}`

func fullRecord(t testing.TB) incident.Record {
	t.Helper()
	date := func(s string) incident.Date {
		d, err := incident.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	count, err := incident.NewCount(250, 240, 260, incident.HasBest|incident.HasLow|incident.HasHigh)
	if err != nil {
		t.Fatal(err)
	}
	return incident.Record{
		Kind: incident.KindRescue, ID: "r-1", Event: "e", Published: date("2024-03-30"), Occurred: date("../2024-03-30"),
		Place: incident.Place{
			Country: "KH", Admin1: "KH-18", Name: "Sihanoukville",
			Lat: incident.MakeDegrees(10.6), Lon: incident.MakeDegrees(-103.5),
		},
		Figures: []incident.Figure{
			{
				Measure: incident.Freed, Count: count, Text: "some 250", Accrual: incident.AccrualPeriod,
				From: date("2024-01"), To: date("2024-03"),
				Group: incident.Group{
					Nationality: "IN", Sex: "F", Age: "18-24", Admin1: "IN-OD", Place: "MM",
					By: incident.NewBy(map[string]string{"exploitation": "Labour", "lead agency": "a;b"}),
				},
				Label: "new", Beside: true, Unit: "x",
			},
			{Measure: incident.Share, Count: incident.Exactly(45), Unit: "calls"},
		},
		Lure: `a "job"`, Exploitation: []string{"online fraud"}, Conditions: []string{"deception", "torture"},
		Agencies:    []string{"A", "B"},
		Source:      incident.Source{Name: "S", Kind: incident.NGO, URL: "https://example.org/a", Lang: "en", Grade: "B2"},
		DerivedFrom: []string{"d"}, Supersedes: []string{"s", "t"}, Retracts: []string{"u"}, Notes: "line\nline",
	}
}

// comparable lets go-cmp compare the value types of package incident by ==.
var comparable = cmp.Comparer(func(a, b incident.Figure) bool { return a == b })

func diffRecords(want, got incident.Record) string {
	return cmp.Diff(want, got, comparable,
		cmp.Comparer(func(a, b incident.Date) bool { return a == b }),
		cmp.Comparer(func(a, b incident.Place) bool { return a == b }))
}

func TestDecodeEveryMember(t *testing.T) {
	want := fullRecord(t)
	recs, sum := decodeAll(t, []byte(full), nil)
	if len(recs) != 1 {
		t.Fatalf("errors = %v", sum.Errors)
	}
	if d := diffRecords(want, *recs[0]); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	if got := string(encodeAll(t, recs, nil)); got != full+"\n" {
		t.Errorf("-want +written\n%s", cmp.Diff(full+"\n", got))
	}
}

// Members may stand in any order.
func TestDecodeAnyOrder(t *testing.T) {
	recs, sum := decodeAll(t, []byte(`{"notes":"n","figures":[{"count":"1","measure":"freed"}],"id":"A","kind":"rescue"}`), nil)
	if len(recs) != 1 || recs[0].Notes != "n" || recs[0].Figures[0].Measure != incident.Freed {
		t.Errorf("%v, %v", recs, sum.Errors)
	}
}

// Old ISO 3166-2 codes are read as the new ones.
func TestDecodeOldSubdivisions(t *testing.T) {
	in := rec("A", `,"place":{"country":"IN","admin1":"IN-OR"},"figures":[{"measure":"freed","group":{"admin1":"IN-TG"}}]`)
	recs, sum := decodeAll(t, []byte(in), nil)
	if len(recs) != 1 || recs[0].Place.Admin1 != "IN-OD" || recs[0].Figures[0].Group.Admin1 != "IN-TS" {
		t.Errorf("%+v, %v", recs, sum.Errors)
	}
}

// Decode drops what was in the record, and what it fills owns its memory.
func TestDecodeOwnership(t *testing.T) {
	data := []byte(full + "\n" + rec("B", "") + "\n" + full + "\n")
	d := jsonio.NewDecoder(bytes.NewReader(data), nil)
	var first, r incident.Record
	if _, err := d.Decode(t.Context(), &first); err != nil {
		t.Fatal(err)
	}
	r = first
	if _, err := d.Decode(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	if d := diffRecords(incident.Record{Kind: incident.KindRescue, ID: "B"}, r); d != "" {
		t.Errorf("left over from the record before: -want +got\n%s", d)
	}
	if _, err := d.Decode(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	r.Figures[0].Label, r.Agencies[0] = "changed", "changed"
	if d := diffRecords(fullRecord(t), first); d != "" {
		t.Errorf("the first record was changed by later ones: -want +got\n%s", d)
	}
}

func TestLocate(t *testing.T) {
	text, places := unmark("\n \n^" + `{"kind":"rescue","id":^"A","figures":^[^{"measure":"freed"},` + "\n" + `  ^{"measure":^"held","group":^{"by":^{"a/b~":^"x"}}}],` +
		`"place":^{"name":^"caf\u00e9"}}` + "\n")
	d := jsonio.NewDecoder(strings.NewReader(text), &jsonio.DecodeOptions{Name: "a.ndjson", Form: jsonio.Document})
	r := adapters.NewReader(d, nil)
	if _, err := r.Read(t.Context()); err != nil {
		t.Fatal(err)
	}
	for i, path := range []string{
		"", "/id", "/figures", "/figures/0", "/figures/1", "/figures/1/measure", "/figures/1/group", "/figures/1/group/by",
		"/figures/1/group/by/a~1b~0", "/place", "/place/name",
	} {
		at, field := r.Locate(path)
		if got := fmt.Sprintf("%d:%d@%d", at.Line, at.Column, at.Offset); got != places[i] || at.Name != "a.ndjson" || at.Record != 1 || field != "" {
			t.Errorf("%q: at %s (%+v), want %s", path, got, at, places[i])
		}
	}
	for path, place := range map[string]string{ // what is missing has the place of what is around it
		"/notes": places[0], "/figures/7": places[2], "/figures/x/y": places[2], "/figures/0/count": places[3], "/id/x": places[1],
	} {
		at, _ := r.Locate(path)
		if got := fmt.Sprintf("%d:%d@%d", at.Line, at.Column, at.Offset); got != place {
			t.Errorf("%q: at %s, want %s", path, got, place)
		}
	}
	if _, err := r.Read(t.Context()); err != io.EOF {
		t.Fatal(err)
	}
	if at, _ := r.Locate("/id"); !at.IsZero() && at.Record != 1 {
		t.Errorf("after the end: %+v", at)
	}
}

func TestRecordErrorFields(t *testing.T) {
	in := rec("A", "") + "\n" + rec("B", `,"lure":7`)
	d := jsonio.NewDecoder(strings.NewReader(in), &jsonio.DecodeOptions{Name: "x.ndjson"})
	r := adapters.NewReader(d, &adapters.ReadOptions{Policy: adapters.Keep})
	for range r.All(t.Context()) {
	}
	errs := r.Summary().Errors
	if len(errs) != 1 {
		t.Fatal(errs)
	}
	e := errs[0]
	if e.ID != "B" || e.Name != "x.ndjson" || e.Record != 2 || e.Line != 2 || e.Column != 1 || e.Offset != 27 {
		t.Errorf("%+v", e)
	}
	if want := "x.ndjson:2:34: error: /lure: a text in double quotes is due here [json.type]"; e.Error() != want {
		t.Errorf("Error() = %q, want %q", e.Error(), want)
	}
}

// What a file says of a person must not come out of an error.
func TestCase33NoValueLeaks(t *testing.T) {
	const mark = "PLANTED"
	values := []string{`"PLANTED"`, `"PLANTED\ud800"`, `"PLANTED\q"`, `"PLANTED`, `["PLANTED",null]`, `{"x":"PLANTED","x":null}`, `PLANTED`}
	for _, member := range []string{
		"kind", "id", "event", "published", "occurred", "place", "figures", "lure", "exploitation", "conditions", "agencies", "source",
		"derivedFrom", "supersedes", "retracts", "notes", "other",
	} {
		for _, value := range values {
			r := adapters.NewReader(jsonio.NewDecoder(strings.NewReader(`{"`+member+`":`+value+`}`), nil), &adapters.ReadOptions{Policy: adapters.Keep})
			var all bytes.Buffer
			log := slog.New(slog.NewTextHandler(&all, nil))
			for _, err := range r.All(t.Context()) {
				if err != nil {
					log.Error("read", "err", err)
				}
			}
			for _, e := range r.Summary().Errors {
				id := e.ID
				e.ID = "" // the one value that is handed out, in a field of its own
				log.Error("read", "err", e)
				fmt.Fprintf(&all, "%v %+v %q %v", e, e, e, e.Findings)
				if id != "" && member != "id" {
					t.Errorf("%s: id %q", member, id)
				}
			}
			if strings.Contains(all.String(), mark) {
				t.Errorf("%s = %s: %s", member, value, all.String())
			}
		}
	}
}

// A name that the file made up comes out on one short line.
func TestCase34MadeUpNames(t *testing.T) {
	for _, name := range []string{`a\nb`, `\u001b[31m`, `%s%d`, `{{.}}`, `\u202eabc`, "\u2028", strings.Repeat("x", 5000), `\u0000`, "\u009b"} {
		_, err := jsonio.NewDecoder(strings.NewReader(rec("A", `,"`+name+`":1`)), nil).Decode(t.Context(), new(incident.Record))
		e := recordError(t, err)
		if p := e.Findings[0].Path; len(p) > 80 || strings.ContainsFunc(p, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x2028 && r < 0x202f }) {
			t.Errorf("%.20s: path %q", name, p)
		}
		if strings.Count(e.Error(), "\n") > 0 || len(e.Error()) > 300 {
			t.Errorf("%.20s: %q", name, e.Error())
		}
	}
	deep := rec("A", `,"x":`+strings.Repeat(`{"`+strings.Repeat("y", 100)+`":`, 60)+`{"z":1,"z":1}`+strings.Repeat("}", 60))
	got := outcomeOf(t, strings.NewReader(deep), nil)
	if len(got.Faults) != 2 || len(got.Faults[1]) > 700 {
		t.Errorf("%q", got.Faults)
	}
}

func TestCase58FailingReader(t *testing.T) {
	cause := errors.New("cable cut")
	lines := rec("A", "") + "\n" + rec("B", `,"lure":"x"`) + "\n" + rec("C", "") + "\n"
	for name, in := range map[string]string{"lines": lines, "array": "[" + strings.Join(strings.Split(strings.TrimSpace(lines), "\n"), ",\n") + "]"} {
		for n := range len(in) + 1 {
			r := io.MultiReader(strings.NewReader(in[:n]), iotest.ErrReader(cause))
			d := jsonio.NewDecoder(r, nil)
			var ids strings.Builder
			var err error
			for err == nil {
				var v incident.Record
				if _, err = d.Decode(t.Context(), &v); err == nil {
					ids.WriteString(v.ID)
				}
			}
			if !errors.Is(err, cause) || fileError(t, err).Record != len(ids.String())+1 {
				t.Errorf("%s cut at %d: %v", name, n, err)
			}
			if !strings.HasPrefix("ABC", ids.String()) {
				t.Errorf("%s cut at %d: records %q", name, n, ids.String())
			}
			if _, again := d.Decode(t.Context(), new(incident.Record)); again != err {
				t.Errorf("%s cut at %d: then %v", name, n, again)
			}
		}
		want := outcomeOf(t, strings.NewReader(in), nil)
		for kind, r := range map[string]io.Reader{
			"one byte": iotest.OneByteReader(strings.NewReader(in)), "half": iotest.HalfReader(strings.NewReader(in)),
			"data err": iotest.DataErrReader(strings.NewReader(in)),
		} {
			if d := cmp.Diff(want, outcomeOf(t, r, nil)); d != "" {
				t.Errorf("%s, %s: %s", name, kind, d)
			}
		}
		r := iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader(in)))
		if _, err := jsonio.NewDecoder(r, nil).Decode(t.Context(), new(incident.Record)); !errors.Is(err, iotest.ErrTimeout) {
			t.Errorf("%s: timeout: %v", name, err)
		}
	}
}

func TestDecodeCancelled(t *testing.T) {
	in := strings.Repeat(rec("A", "")+"\n", 1000)
	for k := range 1000 {
		ctx, cancel := context.WithCancel(t.Context())
		d := jsonio.NewDecoder(strings.NewReader(in), nil)
		var r incident.Record
		for range k {
			if _, err := d.Decode(ctx, &r); err != nil {
				t.Fatal(err)
			}
		}
		cancel()
		if _, err := d.Decode(ctx, &r); !errors.Is(err, context.Canceled) {
			t.Fatalf("after record %d: %v", k, err)
		}
		if _, err := d.Decode(t.Context(), &r); !errors.Is(err, context.Canceled) {
			t.Fatalf("after record %d, again: %v", k, err)
		}
	}
}

func TestForm(t *testing.T) {
	for in, want := range map[string]jsonio.Form{
		"": jsonio.Lines, "[]": jsonio.Document, full: jsonio.Lines, "{\n}": jsonio.Document, "\n\n{}\n{}": jsonio.Lines,
		"{\"id\":\"A\n{}": jsonio.Lines, "7": jsonio.Lines, "\x1e{\n}": jsonio.Lines,
	} {
		d := jsonio.NewDecoder(strings.NewReader(in), nil)
		_, _ = d.Decode(t.Context(), new(incident.Record))
		if got := d.Form(); got != want {
			t.Errorf("%.20q: form %d, want %d", in, got, want)
		}
	}
	// A file that says nothing holds no record; a document that says nothing is none.
	check(t, "", nil, outcome{})
	check(t, " \n^", asDocument, outcome{End: "json.unexpected-end"})
}

func TestAdvisoryIsOneFault(t *testing.T) {
	check(t, `{"kind":^"advisory","id":"x","issuer":"y","issued":"2024","infos":[{"lang":"en"}],"source":{"name":1}}`, nil,
		outcome{Faults: []string{"1 kind.advisory /kind"}})
}

// A fault in one item must not move the places of the others.
func TestItemsKeepTheirNumbers(t *testing.T) {
	check(t, rec("A", `,"figures":[^7,{"measure":^"fred"}],"conditions":[^1,^"torturing"],"agencies":[^null,"a",^"\u202e"]`), nil, outcome{Faults: []string{
		"1 json.type /figures/0", "1 code.unknown /figures/1/measure", "1 json.type /conditions/0", "1 code.unknown /conditions/1",
		"1 field.null /agencies/0", "1 text.forbidden /agencies/2",
	}})
}

func TestDecodeAllocations(t *testing.T) {
	line := rec("A", `,"published":"2024-03-30","place":{"country":"KH","name":"Cambodia"},"figures":[{"measure":"freed","count":"<=250"}]`) + "\n"
	d := jsonio.NewDecoder(strings.NewReader(strings.Repeat(line, 1200)), nil)
	var r incident.Record
	n := testing.AllocsPerRun(1000, func() {
		if _, err := d.Decode(t.Context(), &r); err != nil {
			t.Fatal(err)
		}
	})
	if n > 3 { // the id and the figures
		t.Errorf("%v allocations a record", n)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(full+"\n"+rec("B", "")), uint8(0))
	f.Add([]byte("["+full+",\n"+rec("B", `,"id":"C"`)+"]"), uint8(1))
	f.Add([]byte("\xef\xbb\xbf{\n \"kind\":\"arrest\",\"id\":\"\\u0041\"}"), uint8(0))
	f.Add([]byte("{\"a\":[{}]}\r\n\x1e{\"kind\":null}"), uint8(2))
	f.Fuzz(func(t *testing.T, data []byte, form uint8) {
		o := &jsonio.DecodeOptions{Form: jsonio.Form(form % 3), Limits: adapters.Limits{Errors: 5, Depth: 8, Fields: 50}}
		r := adapters.NewReader(jsonio.NewDecoder(bytes.NewReader(data), o), &adapters.ReadOptions{
			Policy: adapters.Skip,
			Report: func(e *adapters.RecordError) {
				if len(e.Findings) == 0 || len(e.Findings) > 5 {
					t.Errorf("%d findings", len(e.Findings))
				}
				last := e.Offset
				for _, f := range e.Findings {
					if f.Code == "" || f.Severity != incident.Error || f.At.Offset < last || f.At.Offset > int64(len(data)) {
						t.Errorf("finding %+v after offset %d", f, last)
					}
					last = f.At.Offset
					if line := 1 + bytes.Count(data[:f.At.Offset], []byte("\n")); f.At.Line != line {
						t.Errorf("finding %v in line %d", f, line)
					}
				}
			},
		})
		var recs []*incident.Record
		for v, err := range r.All(t.Context()) {
			if err == nil {
				recs = append(recs, v)
			}
		}
		if s := r.Summary(); s.Read != s.Accepted+s.Rejected || s.Accepted != len(recs) {
			t.Errorf("records were lost: %+v", s)
		}
		written := encodeAll(t, recs, nil)
		again, _ := decodeAll(t, written, asLines)
		if !bytes.Equal(written, encodeAll(t, again, nil)) {
			t.Errorf("%q is not read as it was written", written)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	data := corpus(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		d := jsonio.NewDecoder(bytes.NewReader(data), nil)
		n := 0
		for {
			var r incident.Record
			_, err := d.Decode(b.Context(), &r)
			if err == io.EOF {
				break
			}
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != 186 {
			b.Fatalf("records = %d, want 186", n)
		}
	}
}
