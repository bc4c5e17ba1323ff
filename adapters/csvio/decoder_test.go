package csvio

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// recordOptions compare records: value types by ==, absent lists as empty ones.
var recordOptions = cmp.Options{
	cmpopts.EquateEmpty(),
	cmpopts.EquateComparable(incident.Count{}, incident.Date{}, incident.Degrees{}, incident.By{}),
}

func TestRecordOfSeveralRows(t *testing.T) {
	in := `kind,id,event,country,measure,count,sex,agencies,group_by,beside,lat,lon
rescue,a,e1,KH,freed,100,,"Police;The Navy\; marines;a\\b",,,11.5,-0.25
rescue,a,,,freed,60,F,,exploitation=Labour,,,
rescue,a,,,returned,5,,,,true,,

rescue,b,,,,,,,,,,
,,,,,,,,,,,
rescue,c,,,freed,1,,,,,,
`
	got, recs, d := readAll(t, in, nil)
	if diff := cmp.Diff(outcome{IDs: []string{"a", "b", "c"}, Blank: 2}, got); diff != "" {
		t.Fatal(diff)
	}
	by, err := incident.ParseBy("exploitation=Labour")
	if err != nil {
		t.Fatal(err)
	}
	want := []*incident.Record{
		{
			Kind: "rescue", ID: "a", Event: "e1",
			Place:    incident.Place{Country: "KH", Lat: incident.MakeDegrees(11.5), Lon: incident.MakeDegrees(-0.25)},
			Agencies: []string{"Police", "The Navy; marines", `a\b`},
			Figures: []incident.Figure{
				{Measure: "freed", Count: incident.Exactly(100)},
				{Measure: "freed", Count: incident.Exactly(60), Group: incident.Group{Sex: "F", By: by}},
				{Measure: "returned", Count: incident.Exactly(5), Beside: true},
			},
		},
		{Kind: "rescue", ID: "b"},
		{Kind: "rescue", ID: "c", Figures: []incident.Figure{{Measure: "freed", Count: incident.Exactly(1)}}},
	}
	if diff := cmp.Diff(want, recs, recordOptions); diff != "" {
		t.Error(diff)
	}
	if d.Blank() != 2 {
		t.Errorf("%d blank rows", d.Blank())
	}
}

func TestWhichRowsAreOneRecord(t *testing.T) {
	const head = "kind,id,event,place,measure,count\n"
	tests := []struct {
		name, in string
		want     outcome
	}{
		{"another value makes another record", "rescue,a,e,p,freed,1\nrescue,a,f,,freed,2\n", outcome{IDs: []string{"a", "a"}}},
		{"a cell more makes another record", "rescue,a,e,,freed,1\nrescue,a,,p,freed,2\n", outcome{IDs: []string{"a", "a"}}},
		{
			"all cells repeated", "rescue,a,e,p,freed,1\nrescue,a,e,p,held,2\nrescue,b,,,,\n",
			outcome{IDs: []string{"b"}, Faults: []string{"csv.ambiguous-record 3:1"}},
		},
		{
			"one cell repeated", "rescue,a,e,p,freed,1\nrescue,a,e,,held,2\nrescue,a,,,died,3\nrescue,b,,,,\n",
			outcome{IDs: []string{"b"}, Faults: []string{"csv.ambiguous-record 3:1"}},
		},
		{
			"another kind alone", "rescue,a,e,p,freed,1\narrest,a,,,arrested,2\nrescue,b,,,,\n",
			outcome{IDs: []string{"b"}, Faults: []string{"csv.ambiguous-record 3:1"}},
		},
		{
			"no figure", "rescue,a,e,p,freed,1\nrescue,a,,,,\nrescue,b,,,,\n",
			outcome{IDs: []string{"b"}, Faults: []string{"csv.ambiguous-record 3:1"}},
		},
		{"figures below a row of the record alone", "rescue,a,e,p,,\nrescue,a,,,freed,2\n", outcome{IDs: []string{"a"}}},
		{
			"kind and id left blank", "rescue,a,e,p,freed,1\n,,,,freed,2\n",
			outcome{IDs: []string{"a"}, Faults: []string{"field.required 3:1 /kind kind", "field.required 3:2 /id id"}},
		},
		{
			"a fault in a further row", "rescue,a,e,p,freed,1\nrescue,a,,,freed,x\nrescue,a,,,died,2\nrescue,b,,,,\n",
			outcome{IDs: []string{"b"}, Faults: []string{"count.syntax 3:18 /figures/1/count count"}},
		},
		{
			"faults in all rows", "resque,a,e,p,freed,1\nrescue,a,f,,freed,x\n",
			outcome{Faults: []string{"code.unknown 2:1 /kind kind", "count.syntax 3:19 /figures/0/count count"}},
		},
		{
			"a further row that cannot be split", "rescue,a,e,p,freed,1\nrescue,a,,,fr\"eed,2\nrescue,a,,,died,2\nrescue,b,,,,\n",
			outcome{IDs: []string{"b"}, Faults: []string{"csv.quote 3:14"}},
		},
		{
			"a further row with a cell too few", "rescue,a,e,p,freed,1\nrescue,a,,,freed\nrescue,a,,,died,2\nrescue,b,,,,\n",
			outcome{IDs: []string{"b"}, Faults: []string{"csv.field-count 3:1"}},
		},
		{
			"a first row that cannot be split takes its figures with it", "rescue,a,e,p\"q,freed,1\nrescue,a,,,died,2\nrescue,b,,,freed,3\n",
			outcome{IDs: []string{"b"}, Faults: []string{"csv.quote 2:13"}},
		},
		{
			"a first row of which nothing is known", "rescue\",a,e,p,freed,1\nrescue,a,,,died,2\nrescue,b,f,,freed,3\n",
			outcome{IDs: []string{"b"}, Faults: []string{"csv.quote 2:7"}},
		},
		{
			"a bad row between good ones", "rescue,a,e,p,freed,1\nrescue,\"x\"y,e,p,freed,1\nrescue,b,f,,freed,3\n",
			outcome{IDs: []string{"a", "b"}, Faults: []string{"csv.quote 3:10"}},
		},
		{
			"not UTF-8", "rescue,a,e,p\xff,freed,1\nrescue,b,,,,\n",
			outcome{IDs: []string{"b"}, Faults: []string{"text.invalid-utf8 2:13"}},
		},
		{
			"a figure without its measure", "rescue,a,e,p,,1\n",
			outcome{Faults: []string{"field.required 2:14 /figures/0/measure measure"}},
		},
		{
			"an advisory", "advisory,a,e,p,,\n",
			outcome{Faults: []string{"kind.advisory 2:1 /kind kind"}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			expect(t, head+tt.in, tt.want)
			for name, r := range map[string]io.Reader{
				"one byte": iotest.OneByteReader(strings.NewReader(head + tt.in)),
				"data err": iotest.DataErrReader(strings.NewReader(head + tt.in)),
			} {
				d, n := NewDecoder(r, nil), 0
				for {
					_, err := d.Decode(t.Context(), new(incident.Record))
					if err == io.EOF {
						break
					}
					if err == nil {
						n++
					}
				}
				if n != len(tt.want.IDs) {
					t.Errorf("%s: %d records", name, n)
				}
			}
		})
	}
}

func TestCellFaults(t *testing.T) {
	for cells, want := range map[string]string{
		"lat;91":                         "place.coordinates",
		"lat;abc":                        "place.coordinates",
		"country;kh":                     "place.country",
		"admin1;KH-999":                  "place.admin1",
		"conditions;deception;bad":       "code.unknown",
		"conditions;deception;;sold":     "field.empty",
		"source_kind;newspaper":          "code.unknown",
		"source_url;javascript:x":        "source.url",
		"beside;yes":                     "code.unknown",
		"group_by;novalue":               "field.unknown",
		"age;18 to 24":                   "group.age",
		"notes;a\u202eb":                 "text.forbidden",
		"published;2024-01/2024-02":      "date.syntax",
		"measure;liberated":              "code.unknown",
		"id;" + strings.Repeat("x", 129): "field.length",
	} {
		name, cell, _ := strings.Cut(cells, ";")
		header, row := "kind,id,measure,count", "rescue,a,freed,1"
		if i := strings.Index(header, name); i < 0 {
			header, row = header+","+name, row+",\""+cell+"\""
		} else {
			row = strings.Replace(row, map[string]string{"id": "a", "measure": "freed"}[name], cell, 1)
		}
		if name == "id" {
			row = "rescue," + cell + ",freed,1"
		}
		_, err := first(t, header+"\n"+row+"\n")
		e, ok := errors.AsType[*adapters.RecordError](err)
		if !ok || string(e.Findings[0].Code) != want || e.Findings[0].Field != name {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
}

func TestEachFaultOnce(t *testing.T) {
	expect(t, "kind,id,lat,lon,measure,from,to\nrescue,a,x,1,freed,x,2024/2025\n", outcome{Faults: []string{
		"place.coordinates 2:10 /place/lat lat", "date.syntax 2:20 /figures/0/from from", "date.syntax 2:22 /figures/0/to to",
	}})
}

func TestAllFaultsUpToTheLimit(t *testing.T) {
	var b strings.Builder
	b.WriteString("kind,id,measure,count\n")
	for range 50 {
		b.WriteString("rescue,a,freed,x\n")
	}
	d := NewDecoder(strings.NewReader(b.String()), &DecodeOptions{Limits: adapters.Limits{Errors: 7}})
	_, err := d.Decode(t.Context(), new(incident.Record))
	e, ok := errors.AsType[*adapters.RecordError](err)
	if !ok || len(e.Findings) != 7 || e.Unlisted != 43 || e.ID != "a" || e.Record != 1 {
		t.Fatalf("%+v", err)
	}
	for i, f := range e.Findings {
		if f.Path != fmt.Sprintf("/figures/%d/count", i) || f.At.Line != i+2 {
			t.Errorf("fault %d: %s at %v", i, f.Path, f.At)
		}
	}
}

func TestDecodeLimits(t *testing.T) {
	rows := strings.Repeat("rescue,a,,freed,1\n", 20)
	in := "kind,id,notes,measure,count\n" + rows + "rescue,b,,,\n"
	tests := []struct {
		name   string
		in     string
		limits adapters.Limits
		want   outcome
	}{
		{"rows of a record", in, adapters.Limits{RecordBytes: 100}, outcome{IDs: []string{"b"}, Faults: []string{"limit.record-bytes 7:1"}}},
		{"one row", "kind,id,notes\nrescue,a," + strings.Repeat("x", 300) + "\nrescue,b,\n", adapters.Limits{RecordBytes: 100}, outcome{IDs: []string{"b"}, Faults: []string{"limit.record-bytes 2:1"}}},
		{"cells", "kind,id\nrescue,a,,\nrescue,b\n", adapters.Limits{Fields: 3}, outcome{IDs: []string{"b"}, Faults: []string{"limit.fields 2:1"}}},
		{"bytes", "kind,id,notes\nrescue,a,x\nrescue,b,y\n", adapters.Limits{Bytes: 30}, outcome{End: "limit.bytes 3:1"}},
	}
	for _, tt := range tests {
		got, _, _ := readAll(t, tt.in, &DecodeOptions{Limits: tt.limits})
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
	}
}

func TestLocate(t *testing.T) {
	in := "id,kind,exploitation,notes,measure,count,nationality\n" +
		"a,rescue,one;two,\"first\nsecond\",freed,1,KH\na,rescue,,,held,2,\n"
	d := NewDecoder(strings.NewReader(in), &DecodeOptions{Name: "x.csv"})
	var rec incident.Record
	loc, err := d.Decode(t.Context(), &rec)
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"":                             "x.csv:2:1 ",
		"/id":                          "x.csv:2:1 id",
		"/kind":                        "x.csv:2:3 kind",
		"/exploitation/1":              "x.csv:2:10 exploitation",
		"/notes":                       "x.csv:2:18 notes",
		"/figures/0/measure":           "x.csv:3:9 measure",
		"/figures/0":                   "x.csv:3:9 measure",
		"/figures/0/group/nationality": "x.csv:3:17 nationality",
		"/figures/1/count":             "x.csv:4:17 count",
		"/figures/1/group/sex":         "x.csv:4:19 nationality",
		"/figures/9/count":             "x.csv:2:1 ",
		"/figures":                     "x.csv:2:1 ",
		"/published":                   "x.csv:2:1 ",
		"nonsense":                     "x.csv:2:1 ",
	} {
		at, field := loc.Locate(path)
		if got := at.String() + " " + field; got != want {
			t.Errorf("%q: %q, want %q", path, got, want)
		}
		if at.Record != 1 || at.Line > 1 && strings.Count(in[:at.Offset], "\n") != at.Line-1 {
			t.Errorf("%q: %+v", path, at)
		}
	}
}

func TestRecordsOwnTheirTexts(t *testing.T) {
	in := []byte("kind,id,notes,agencies\nrescue,a,first,x;y\nrescue,b,other,z;w\n")
	d := NewDecoder(&overwritten{in: in}, nil)
	var a, b incident.Record
	if _, err := d.Decode(t.Context(), &a); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Decode(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	if a.ID != "a" || a.Notes != "first" || a.Agencies[1] != "y" || b.Notes != "other" {
		t.Errorf("%+v %+v", a, b)
	}
}

// overwritten hands out one byte a call.
type overwritten struct{ in []byte }

func (r *overwritten) Read(p []byte) (int, error) {
	if len(r.in) == 0 {
		for i := range p {
			p[i] = '#'
		}
		return 0, io.EOF
	}
	p[0] = r.in[0]
	r.in = r.in[1:]
	return 1, nil
}

func TestOldSubdivisionsAreReadAsTheNewOnes(t *testing.T) {
	rec, err := first(t, "kind,id,country,admin1,measure,count,group_admin1\nrescue,a,IN,IN-OR,freed,1,IN-UT\n")
	if err != nil || rec.Place.Admin1 != "IN-OD" || rec.Figures[0].Group.Admin1 != "IN-UK" {
		t.Errorf("%+v %v", rec, err)
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{
		"kind,id\nrescue,a\n", "kind,id,measure,count\nrescue,a,freed,1\nrescue,a,held,2\n", "sep=;\nkind;id\narrest;x\n",
		"\ufeffkind,id,notes\nrescue,a,\"x\ny\"\nrescue,b,'=1\n", "kind,id,agencies\nrescue,a,x;y\\;z\n", "kind,id\n\"", "kind,id,lat,lon\nrescue,a,1,2\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		d := NewDecoder(strings.NewReader(in), nil)
		r := adapters.NewReader(d, &adapters.ReadOptions{Policy: adapters.Skip})
		var recs []*incident.Record
		for rec, err := range r.All(t.Context()) {
			if err != nil {
				if _, ok := errors.AsType[*adapters.FileError](err); !ok {
					t.Fatalf("%v is no FileError", err)
				}
				break
			}
			if loc, _ := r.Locate("/id"); loc.Line == 0 {
				t.Fatal("a record without a place")
			}
			recs = append(recs, rec)
		}
		if s := r.Summary(); s.Read != s.Accepted+s.Rejected {
			t.Fatalf("%+v", s)
		}
		var b strings.Builder
		e := NewEncoder(&b, nil)
		var written []*incident.Record
		for _, rec := range recs {
			err := e.Encode(t.Context(), rec)
			if bad, ok := errors.AsType[*adapters.RecordError](err); ok && bad.Findings[0].Code == incident.CodeCSVAmbiguousRecord {
				continue
			}
			if err != nil {
				t.Fatalf("what was read cannot be written: %v", err)
			}
			written = append(written, rec)
		}
		if err := e.Close(); err != nil {
			t.Fatal(err)
		}
		_, again, _ := readAll(t, b.String(), nil)
		if diff := cmp.Diff(written, again, recordOptions); diff != "" {
			t.Fatalf("what was written reads back otherwise: %s", diff)
		}
	})
}
