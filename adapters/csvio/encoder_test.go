package csvio

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/inert"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

// corpus returns the shared corpus as records and as it stands, or skips the
// test.
func corpus(t testing.TB) (recs []*incident.Record, ndjson []byte) {
	t.Helper()
	ndjson, err := os.ReadFile("../../../shared/corpus/reports.ndjson")
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("the shared files are not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	r := adapters.NewReader(jsonio.NewDecoder(bytes.NewReader(ndjson), nil), nil)
	for rec, err := range r.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		recs = append(recs, rec)
	}
	if len(recs) != 186 {
		t.Fatalf("%d records, want 186", len(recs))
	}
	return recs, ndjson
}

func encodeCSV(t testing.TB, recs []*incident.Record) []byte {
	t.Helper()
	var b bytes.Buffer
	w := adapters.NewWriter(NewEncoder(&b, nil))
	for _, rec := range recs {
		if err := w.Write(t.Context(), rec); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCorpusComesBackByteForByte(t *testing.T) {
	recs, _ := corpus(t)
	table := encodeCSV(t, recs)
	toJSON := func(in []*incident.Record) []byte {
		var b bytes.Buffer
		w := adapters.NewWriter(jsonio.NewEncoder(&b, &jsonio.EncodeOptions{Form: jsonio.Lines}))
		for _, rec := range in {
			if err := w.Write(t.Context(), rec); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	var back []*incident.Record
	d := NewDecoder(bytes.NewReader(table), nil)
	for rec, err := range adapters.NewReader(d, nil).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		back = append(back, rec)
	}
	if len(d.Repairs()) > 0 || d.Blank() > 0 {
		t.Errorf("our own file is mended: %v", d.Repairs())
	}
	if !bytes.Equal(toJSON(recs), toJSON(back)) {
		t.Error("the corpus changed on its way through CSV")
	}
	if !bytes.Equal(table, encodeCSV(t, back)) {
		t.Error("written again, the table is another one")
	}
	rows, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	figures := 0
	for _, rec := range recs {
		figures += max(1, len(rec.Figures))
	}
	if len(rows) != figures+1 || len(rows[0]) != len(columns) {
		t.Errorf("%d rows of %d cells, want %d of %d", len(rows), len(rows[0]), figures+1, len(columns))
	}
}

func TestHeaderIsThatOfTheFormat(t *testing.T) {
	const want = "kind,id,event,published,occurred,country,admin1,place,lat,lon,measure,count,text,accrual,from,to,nationality,sex,age,group_admin1,group_place,group_by,label,beside,unit,lure,exploitation,conditions,agencies,source,source_kind,source_url,source_lang,grade,derived_from,supersedes,retracts,notes\n"
	if got := write(t); got != want {
		t.Errorf("a file of no records:\n%s", got)
	}
}

func TestWrittenForm(t *testing.T) {
	by, err := incident.ParseBy("form=Labour")
	if err != nil {
		t.Fatal(err)
	}
	got := write(t, incident.Record{
		Kind: "rescue", ID: "a,b", Event: "say \"x\"", Notes: "one\r\ntwo", Lure: "-x", Agencies: []string{"A;B", `C\D`, "E"},
		Place: incident.Place{Lat: incident.MakeDegrees(-0.5), Lon: incident.MakeDegrees(104)},
		Figures: []incident.Figure{
			{Measure: "freed", Count: incident.AtMost(5), Group: incident.Group{By: by}},
			{Measure: "lost", Text: "=1+1", Unit: "INR", Beside: true},
		},
	}, incident.Record{Kind: "arrest", ID: "c"})
	_, rows, _ := strings.Cut(got, "\n")
	const want = `rescue,"a,b","say ""x""",,,,,,-0.5,104,freed,<=5,,,,,,,,,,form=Labour,,,,'-x,,,A\;B;C\\D;E,,,,,,,,,"one` + "\r\n" + `two"
rescue,"a,b",,,,,,,,,lost,,'=1+1,,,,,,,,,,,true,INR,,,,,,,,,,,,,
arrest,c,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
`
	if rows != want {
		t.Errorf("got\n%swant\n%s", rows, want)
	}
}

func TestWhatIsRefusedIsNotWritten(t *testing.T) {
	full := incident.Record{Kind: "rescue", ID: "a", Event: "e", Notes: "n", Figures: []incident.Figure{{Measure: "freed", Count: incident.Exactly(1)}}}
	tests := []struct {
		name string
		rec  incident.Record
		want string
	}{
		{"no kind", incident.Record{ID: "b"}, "field.required /kind"},
		{"no id", incident.Record{Kind: "rescue"}, "field.required /id"},
		{"a figure of nothing", incident.Record{Kind: "rescue", ID: "b", Figures: []incident.Figure{{}}}, "field.empty /figures/0"},
		{"an empty item", incident.Record{Kind: "rescue", ID: "b", Agencies: []string{"x", ""}}, "field.empty /agencies"},
		{"the record again", full, "csv.ambiguous-record /id"},
		{"a part of the record again", incident.Record{Kind: "rescue", ID: "a", Notes: "n"}, "csv.ambiguous-record /id"},
		{"its kind and id alone", incident.Record{Kind: "rescue", ID: "a", Figures: []incident.Figure{{Measure: "held"}}}, "csv.ambiguous-record /id"},
		{"its id and another kind", incident.Record{Kind: "arrest", ID: "a"}, "csv.ambiguous-record /id"},
	}
	for _, tt := range tests {
		var b bytes.Buffer
		e := NewEncoder(&b, nil)
		if err := e.Encode(t.Context(), &full); err != nil {
			t.Fatal(err)
		}
		err := e.Encode(t.Context(), &tt.rec)
		bad, ok := errors.AsType[*adapters.RecordError](err)
		if !ok || string(bad.Findings[0].Code)+" "+bad.Findings[0].Path != tt.want || bad.Record != 2 {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
		next := full
		next.Event = "f"
		if err := e.Encode(t.Context(), &next); err != nil {
			t.Errorf("%s: the next record: %v", tt.name, err)
		}
		if err := e.Close(); err != nil {
			t.Fatal(err)
		}
		if want := write(t, full, next); b.String() != want {
			t.Errorf("%s: something of it was written", tt.name)
		}
	}
}

// TestEncoderNeverWritesWhatIsAmbiguous pairs records that differ in a few cells
// only: either the second is refused, or both read back.
func TestEncoderNeverWritesWhatIsAmbiguous(t *testing.T) {
	var all []incident.Record
	for _, kind := range []incident.Kind{"rescue", "arrest"} {
		for _, id := range []string{"a", "b"} {
			for _, event := range []string{"", "e", "f"} {
				for _, notes := range []string{"", "n"} {
					for figures := range 3 {
						rec := incident.Record{Kind: kind, ID: id, Event: event, Notes: notes}
						for i := range figures {
							rec.Figures = append(rec.Figures, incident.Figure{Measure: "freed", Count: incident.Exactly(int64(i))})
						}
						all = append(all, rec)
					}
				}
			}
		}
	}
	refused := 0
	for i := range all {
		for j := range all {
			var b bytes.Buffer
			e := NewEncoder(&b, nil)
			if err := e.Encode(t.Context(), &all[i]); err != nil {
				t.Fatal(err)
			}
			want := []*incident.Record{&all[i], &all[j]}
			if err := e.Encode(t.Context(), &all[j]); err != nil {
				refused++
				if all[i].ID != all[j].ID {
					t.Fatalf("%+v after %+v: %v", all[j], all[i], err)
				}
				want = want[:1]
			}
			if err := e.Close(); err != nil {
				t.Fatal(err)
			}
			got, recs, _ := readAll(t, b.String(), nil)
			if d := cmp.Diff(want, recs, recordOptions); d != "" || len(got.Faults) > 0 {
				t.Fatalf("%s\n%v\n%s", d, got.Faults, b.String())
			}
		}
	}
	if refused == 0 {
		t.Error("nothing was refused")
	}
}

// naughty are pieces of which texts are made that one program or another trips
// over.
var naughty = []string{
	"", "a", "=", "+", "-", "@", "'", "\t", "\r", "\n", "\r\n", " ", ";", "\\", ",", "\"", "\"\"", "0", "12", ".", "\u00a0", "\ufeff",
	"\uff1d", "\uff0b", "\uff0d", "\uff20", "\ufe66", "sep=;", "|", "#", "\u200b", "\x00", "\x7f", "é", "कुल", "人", "\U0001f600", "=1+1", "'=",
}

func naughtyText(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(5) {
		b.WriteString(naughty[r.IntN(len(naughty))])
	}
	return b.String()
}

func TestCase22NaughtyStringsComeBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		s := naughtyText(r)
		if got := string(unguard([]byte(guard(s)))); got != s {
			t.Fatalf("%q is written %q and read %q", s, guard(s), got)
		}
		items := []string{naughtyText(r) + "x", "y", naughtyText(r) + "z"}
		if got := splitList[string](string(appendList(nil, items))); !cmp.Equal(items, got) {
			t.Fatalf("%q comes back as %q", items, got)
		}
		cells := []string{s, "x", naughtyText(r)}
		var row []byte
		for i, c := range cells {
			if i > 0 {
				row = append(row, ',')
			}
			row = appendCell(row, guard(c))
		}
		rows := NewRows(strings.NewReader("a,b,c\n"+string(row)+"\n"), &RowOptions{Dialect: Dialect{Comma: ','}})
		if _, err := rows.Next(); err != nil {
			t.Fatal(err)
		}
		got, err := rows.Next()
		if err != nil || len(got.Repairs) > 0 {
			t.Fatalf("%q: %v %v", row, err, got.Repairs)
		}
		for i := range got.Cells {
			if back := string(unguard([]byte(got.Cells[i]))); back != cells[i] {
				t.Fatalf("%q is read %q", cells[i], back)
			}
		}
	}
}

func FuzzGuard(f *testing.F) {
	for _, s := range naughty {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		g := guard(s)
		if back := string(unguard([]byte(g))); back != s {
			t.Fatalf("%q is written %q and read %q", s, g, back)
		}
		if g != s && g != "'"+s {
			t.Fatalf("%q is written %q", s, g)
		}
		if g == s && s != "" && strings.ContainsRune("=+-@'\t\r", rune(s[0])) && !inert.IsNumber(s) {
			t.Fatalf("%q is written as it is", s)
		}
		if again := guard(string(unguard([]byte(g)))); again != g {
			t.Fatalf("a second export of %q is %q and then %q", s, g, again)
		}
	})
}

type brokenWriter struct{ after int }

var errBroken = errors.New("broken")

func (w *brokenWriter) Write(p []byte) (int, error) {
	if len(p) > w.after {
		return w.after, errBroken
	}
	w.after -= len(p)
	return len(p), nil
}

func TestWriterFaultsAreKept(t *testing.T) {
	e := NewEncoder(&brokenWriter{after: 10}, nil)
	rec := incident.Record{Kind: "rescue", ID: "a", Notes: strings.Repeat("x", 40<<10)}
	for range 3 {
		if err := e.Encode(t.Context(), &rec); !errors.Is(err, errBroken) {
			t.Error(err)
		}
	}
	if err := e.Close(); !errors.Is(err, errBroken) {
		t.Error(err)
	}
	e = NewEncoder(io.Discard, nil)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := e.Encode(ctx, &rec); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestTameCellsNeedNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		if s := naughtyText(r); isTame([]byte(s)) && string(appendCell(nil, guard(s))) != s {
			t.Fatalf("%q is taken for tame", s)
		}
	}
	for c := range 256 {
		for _, s := range []string{string([]byte{byte(c)}), "a" + string([]byte{byte(c)}), "a" + string([]byte{byte(c)}) + "=1"} {
			if isTame([]byte(s)) && string(appendCell(nil, guard(s))) != s {
				t.Errorf("%q is taken for tame", s)
			}
		}
	}
}
