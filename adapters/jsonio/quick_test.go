package jsonio

import (
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/difftest"
	"github.com/rescuetally/rescuetally/incident"
)

// quickInputs are lines: usual ones, unusual ones, and faults of every kind
// beside them.
var quickInputs = []string{
	`{"kind":"rescue","id":"a","event":"e","published":"2024-03-30","occurred":"2024-03","place":{"country":"KH","admin1":"KH-18","name":"Sihanoukville","lat":10.6,"lon":103.5},"figures":[{"measure":"freed","count":"250","accrual":"event","group":{"nationality":"IN","sex":"F"}},{"measure":"freed","count":"~3","text":"a \"few\"","accrual":"event","beside":true}],"lure":"data entry","exploitation":["fraud"],"conditions":["deception","isolation"],"agencies":["police","army; navy"],"source":{"name":"Ministry","kind":"government","url":"https://example.org/a","lang":"en","grade":"A1"},"derivedFrom":["x"],"notes":"One,\n\"two\", \u0939\u093f हिन्दी ไทย 😀 \ud83d\ude00"}` + "\n",
	`{ "kind" : "rescue", "id": "a", "notes": "x" }` + "\n" + `{"id":"b","kind":"rescue","figures":[{"count":"5","measure":"freed"}]}` + "\n\n \r\n" + `{"kind":"rescue","id":"c"}` + "\r\n",
	`{"kind":"rescue","id":"a","id":"b"}` + "\n" + `{"kind":"rescue","id":"c","Place":{"country":"KH"}}` + "\n" + `{"kind":"rescue","id":"d","retracts":null}` + "\n" + `{"kind":"rescue","id":"e","figures":[]}` + "\n",
	`{"kind":"rescue","id":"a","place":{}}` + "\n" + `{"kind":"rescue","id":"b","place":{"lat":1}}` + "\n" + `{"kind":"rescue","id":"c","place":{"lat":91,"lon":0}}` + "\n" + `{"kind":"rescue","id":"d","place":{"lat":01,"lon":0}}` + "\n" + `{"kind":"rescue","id":"e","place":{"lat":1e1,"lon":"0"}}` + "\n",
	`{"kind":"rescue","id":"a","place":{"country":"TH","admin1":"KH-18"}}` + "\n" + `{"kind":"rescue","id":"b","place":{"country":"IN","admin1":"IN-OR"}}` + "\n" + `{"kind":"rescue","id":"c","figures":[{"measure":"lost","count":"5"}]}` + "\n",
	`{"kind":"rescue","id":"a","notes":"\ud800"}` + "\n" + `{"kind":"rescue","id":"b","notes":"` + "\xff" + `"}` + "\n" + `{"kind":"rescue","id":"c","notes":"` + "\t" + `"}` + "\n" + `{"kind":"rescue","id":"d","notes":"\x"}` + "\n" + `{"kind":"rescue","id":"e","notes":"p` + "\u0430" + `ge"}` + "\n",
	`{"kind":"rescue","id":"a","figures":[{"measure":"freed","count":7}]}` + "\n" + `{"kind":"rescue","id":"b","figures":[{"measure":"freed","count":"7,0"},{"measure":"freed","beside":false}]}` + "\n" + `{"kind":"rescue","id":"c","figures":[{"measure":"freed","count":"7","group":{"by":{"x":"1"}}},{"measure":"freed","count":"8","group":{"nationality":"IN"}}]}` + "\n",
	`{"kind":"rescue","id":"a"` + "\n" + `{"kind":"rescue","id":"b"}}` + "\n" + `{"kind":"rescue","id":"c"} {}` + "\n" + `[]` + "\n" + `"x"` + "\n" + `{}` + "\n" + `{"kind":"advisory","id":"d"}` + "\n" + `{"kind":"rescue","id":""}` + "\n",
	"\x1e" + `{"kind":"rescue","id":"a"}` + "\n" + `{"kind":"rescue","id":"b","figures":[{"measure":"share","count":"45"}],"notes":"` + strings.Repeat("long ", 60) + `"}` + "\n" + `{"kind":"rescue","id":"c","occurred":"2024-05/2024-03"}`,
	`{"kind":"rescue","id":"a"}` + "\n" + `{"kind":"rescue",` + "\n" + `"id":"b"}` + "\n" + `{"kind":"rescue","id":"c"} ` + "\t\n" + `{"kind":"rescue","id":"d"}{"kind":"rescue","id":"e"}` + "\n" +
		`{"kind":"rescue","id":"f"` + "\n" + `}` + "\n" + `{"kind":"rescue","id":"g"}` + "\r" + `{"kind":"rescue","id":"h"}` + "\n" + `{"kind":"rescue","id":"i"}` + "\x1e\n" + `{"kind":"rescue","id":"j"}`,
	`[{"kind":"rescue","id":"a"},` + "\n" + ` {"kind":"rescue","id":"b","figures":[{"measure":"freed","count":"x"}]},{"kind":"rescue","id":"c"}]`,
	"\ufeff" + `{"kind":"rescue","id":"a"}` + "\n\n" + `{"kind":"rescue","id":"b","agencies":["a",""]}` + "\n",
	`{"kind":"rescue","id":"a","figures":[{"measure":"returned","count":"9","accrual":"event"},{"measure":"freed","count":"5","accrual":"event"},{"measure":"freed","count":"6","accrual":"event","group":{"age":"child"}}]}` + "\n",
}

func inputs(yield func(string) bool) {
	whole := strings.Join(quickInputs[:9], "")
	for _, in := range append([]string{whole + "\n" + whole}, quickInputs...) {
		if !yield(in) || !yield(strings.ReplaceAll(in, "\n", "\r\n")) || !yield(strings.TrimSuffix(in, "\n")) ||
			!yield(strings.ReplaceAll(in, ",", " ,\t")) {
			return
		}
	}
}

func TestQuickIsCareful(t *testing.T) {
	for in := range inputs {
		compareQuick(t, in, adapters.Limits{})
		compareQuick(t, in, adapters.Limits{RecordBytes: 200, Fields: 8})
		compareQuick(t, in, adapters.Limits{Depth: 3, Errors: 2})
	}
}

// compareQuick decodes in with and without the quick way.
func compareQuick(t *testing.T, in string, limits adapters.Limits) {
	t.Helper()
	decoder := func(careful bool) *Decoder {
		d := NewDecoder(strings.NewReader(in), &DecodeOptions{Limits: limits})
		d.careful = careful
		return d
	}
	want := difftest.Records(t.Context(), decoder(true))
	if d := cmp.Diff(want, difftest.Records(t.Context(), decoder(false))); d != "" {
		t.Errorf("records of %q: -careful +quick %s", in, d)
	}
	if d := cmp.Diff(want, difftest.Views(t.Context(), decoder(false))); d != "" {
		t.Errorf("views of %q: -careful +quick %s", in, d)
	}
}

// TestUsualRecordsAreQuick shows that the comparison compares something.
func TestUsualRecordsAreQuick(t *testing.T) {
	corpus, err := os.ReadFile("../../examples/sitrep/corpus/reports.ndjson")
	if err != nil {
		t.Fatal(err)
	}
	d := NewDecoder(strings.NewReader(quickInputs[0]+quickInputs[1]+string(corpus)), nil)
	var v incident.View
	held := 0
	for {
		if _, err := d.DecodeView(t.Context(), &v); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if v.Held() != nil {
			held++
			if d.record <= 4 {
				t.Errorf("record %d was not read into the view", d.record)
			}
		}
	}
	if d.record != 4+186 || held > 20 {
		t.Errorf("%d of %d records are held", held, d.record)
	}
}

// compareParts reads in as a whole and in parts of a size, by some workers.
func compareParts(t *testing.T, in string, size, workers int, o *DecodeOptions, policy adapters.Policy) {
	t.Helper()
	want := difftest.Scan(t.Context(), difftest.Sequential{D: NewDecoder(strings.NewReader(in), o)}, 1, policy)
	for _, r := range []io.Reader{strings.NewReader(in), iotest.OneByteReader(strings.NewReader(in))} {
		d := NewDecoder(r, o)
		d.partBytes = size
		if d := cmp.Diff(want, difftest.Scan(t.Context(), d, workers, policy)); d != "" {
			t.Fatalf("%q in parts of %d by %d: -whole +parts %s", in, size, workers, d)
		}
	}
}

func TestPartsAreTheWhole(t *testing.T) {
	for in := range inputs {
		for _, size := range []int{1, 40, 100, 300, 1000} {
			for workers := range 3 {
				compareParts(t, in, size, workers+1, nil, adapters.Skip)
			}
			compareParts(t, in, size, 2, &DecodeOptions{Name: "x.json", Limits: adapters.Limits{RecordBytes: 150}}, adapters.Keep)
			compareParts(t, in, size, 1, &DecodeOptions{Limits: adapters.Limits{Bytes: int64(max(1, len(in)-10))}}, adapters.Skip)
			compareParts(t, in, size, 2, &DecodeOptions{Form: Lines, Limits: adapters.Limits{Fields: 5}}, adapters.Skip)
		}
		compareParts(t, in, 100, 3, nil, adapters.Stop)
	}
}

// TestPartsAreSmall shows that lines are cut where they can be.
func TestPartsAreSmall(t *testing.T) {
	in := strings.Repeat(quickInputs[0], 200)
	d := NewDecoder(strings.NewReader(in), nil)
	d.partBytes = 4000
	n := 0
	for {
		part, err := d.NextPart(t.Context(), nil)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		n++
		if _, err := part.DecodeView(t.Context(), new(incident.View)); err != nil {
			t.Fatal(err)
		}
	}
	if least := len(in) / 4000; n < least || n > least*3/2 {
		t.Errorf("%d bytes come in %d parts of 4000", len(in), n)
	}
}

func FuzzQuick(f *testing.F) {
	for _, in := range quickInputs {
		f.Add(in, 100)
	}
	f.Fuzz(func(t *testing.T, in string, size int) {
		compareQuick(t, in, adapters.Limits{})
		compareQuick(t, in, adapters.Limits{RecordBytes: 200, Errors: 3, Fields: 12})
		size = max(1, size%1000)
		compareParts(t, in, size, 1+size%3, nil, adapters.Skip)
		compareParts(t, in, size, 1+size%3, &DecodeOptions{Limits: adapters.Limits{RecordBytes: 300, Bytes: 2000}}, adapters.Skip)
	})
}
