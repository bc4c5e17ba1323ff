package csvio

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/difftest"
	"github.com/rescuetally/rescuetally/incident"
)

// head is a header with the columns that inputs below use.
const head = "kind,id,event,published,occurred,country,admin1,lat,lon,measure,count,text,accrual,from,to,nationality,sex,group_by,unit,conditions,agencies,source,source_kind,source_url,retracts,notes\n"

// quickInputs are rows behind head: usual ones, unusual ones, and faults of every
// kind beside them.
var quickInputs = []string{
	"rescue,a,,2024-03-30,2024-03,KH,KH-18,,,freed,250,,event,,,IN,F,,,deception;isolation,police;army\\; navy,Ministry,government,https://example.org/a,,\"One, \"\"two\"\",\nthree.\"\n",
	"rescue,a,e,,,,,,,freed,~5,,event,,,,,,,,,,,,,\nrescue,a,,,,,,,,freed,3,,event,,,IN,,,,,,,,,,\nrescue,b,,,,,,,,freed,1,,,,,,,,,,,,,,,\n",
	"rescue,a,,,,,,,,freed,5,,event,,,,,,,,,,,,,\nrescue,a,,,,,,,,freed,x,,event,,,,,,,,,,,,,\nrescue,b,,,,,,,,,,,,,,,,,,,,,,,,\n",
	"rescue,a,e,,,,,,,freed,5,,event,,,,,,,,,,,,,\nrescue,a,e,,,,,,,freed,6,,event,,,IN,,,,,,,,,,\narrest,a,,,,,,,,freed,6,,event,,,IN,,,,,,,,,,\n",
	"rescue,a,,,,,,,,freed,5,,event,,,,,,,,,,,,,\nrescue,a,,,,,,,,,,,,,,,,,,,,,,,,\n\n,,,,,,,,,,,,,,,,,,,,,,,,,\nrescue,b,,,,,,1,2,,,,,,,,,,,,,,,,,\n",
	"rescue,a,,,,,,1,,,,,,,,,,,,,,,,,,\nrescue,b,,,,TH,KH-18,,,,,,,,,,,,,,,,,,,\nrescue,c,,,,IN,IN-OR,,,lost,5,,,,,,,,INR,,,,,,,\nrescue,d,,,,,,,,lost,5,,,,,,,,,,,,,,,\n",
	"rescue,a\"b,,,,,,,,,,,,,,,,,,,,,,,,\nrescue,b,,,,,,,,,,,,,,,,,,,,,,,,\"x\"y\nz\nrescue,c,,,,,,,,,,,,,,,,,,,,,,,,\"\n",
	"rescue,'=a,,,,,,,,,,,,,,,,,,,,,,,,'-x\nrescue,'=a,,,,,,,,freed,1,,,,,,,,,,,,,,,\nrescue,\"c\",,,,,,,,,,,,,,,,,,,,,,,,\nrescue,\"c\",,,,,,,,freed,1,,,,,,,,,,,,,,,\n",
	"rescue,a,,30/02/2024,,,,,,freed,\"1,250\",,,,,,,,,,,,,,,\nadvisory,b,,,,,,,,,,,,,,,,,,,,,,,,\nrescued,c,,,,,,,,,,,,,,,,,,,,,,,,\n,d,,,,,,,,,,,,,,,,,,,,,,,,\nrescue,,,,,,,,,,,,,,,,,,,,,,,,,\n",
	"rescue,a,,,,,,,,freed,,about 250,event,,,,,x=1;y=2,,,,,,,b;c,हिन्दी ไทย\nrescue,b,,,,,,,,share,45,,,,,,,,calls,,,,,,,p\u0430ge\nrescue,c,,,,,,,,freed,1,,period,2024-03,2024-01,,,,,,,,,,,\xff\n",
	"rescue,a,,,,,,,,freed,1,,event,,,,,,,,,,,,,\nrescue,a,,,,,,,,freed,2,,event,,,,,,,,,,,,,too,many\nrescue,a,,,,,,,,freed,2,,event,,,,,,,,,,,,,\n",
	"rescue,a,,,2023/2024,,,,,freed,1,,event,,,,,,,,,,,,,\r\nrescue,b,,,,,,,,,,,,,,,,,,,,,,,,\r\n\r\nrescue,c,,,,,,,,,,,,,,,,,,,,,,,,x",
	"rescue,a,,,,,,,,freed,5,,event,,,,,,,,,,,,,\n\n,,,,,,,,,freed,6,,event,,,IN,,,,,,,,,,\nrescue,a,,,,,,,,freed,7,,event,,,MM,,,,,,,,,,\n",
	"rescue,a,,,,,,,,freed,5,,event,,,,,,,,,,,,,\n\n,,,,,,,,,,,,,,,,,,,,,,,,,\nrescue,a,,,,,,,,freed,7,,event,,,MM,,,,,,,,,,\n",
	"rescue,a,,,,,,,,freed,5,,event,,,,,,,,,,,,,\nx\nb,y\nrescue,a,,,,,,,,freed,7,,event,,,MM,,,,,,,,,,\n",
	"rescue,a,,,,,,,,freed,5,,event,,,,,,,,,,,,,\n\n\nb,y\nrescue,a,,,,,,,,freed,7,,event,,,MM,,,,,,,,,,\n",
}

func mutations(yield func(string) bool) {
	whole := head + strings.Join(quickInputs, "")
	for _, in := range append([]string{whole, strings.ReplaceAll(head, ",", ";")}, quickInputs...) {
		if in != whole {
			in = head + in
		}
		if !yield(in) || !yield(strings.ReplaceAll(in, "\n", "\r\n")) || !yield(strings.TrimSuffix(in, "\n")) {
			return
		}
	}
}

// TestColumnsAreMembers shows that a column's place is its Member.
func TestColumnsAreMembers(t *testing.T) {
	for i, c := range columns {
		if m := incident.Member(i); m.String() != c.name || m.OfFigure() != c.part {
			t.Errorf("column %d is %s, the member is %v", i, c.name, m)
		}
	}
	if name := incident.Member(len(columns)).String(); name != "" {
		t.Errorf("%s is no column", name)
	}
}

func TestQuickIsCareful(t *testing.T) {
	for in := range mutations {
		compareQuick(t, in, adapters.Limits{})
		compareQuick(t, in, adapters.Limits{RecordBytes: 120})
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
	if d := cmp.Diff(want, difftest.Views(t.Context(), decoder(true))); d != "" {
		t.Errorf("views held of %q: -record +view %s", in, d)
	}
}

// TestUsualRecordsAreQuick shows that the comparison compares something.
func TestUsualRecordsAreQuick(t *testing.T) {
	for _, in := range []string{
		quickInputs[0],
		"rescue,a,e,2024,2024-01/2024-02,IN,IN-OR,1.5,-2,lost,>=5,lost 5,period,2024-01,2024-02,IN,F,x=1;y=2,INR,isolation,b\\;c,S,media,http://a.in/b?c,x;y,\"Zwei,\ndört\"\n" +
			"rescue,a,,,,,,,,lost,240..260,,event,,,,,,USD,,,,,,,\n",
	} {
		d := NewDecoder(strings.NewReader(head+in), nil)
		var v incident.View
		if _, err := d.DecodeView(t.Context(), &v); err != nil {
			t.Fatal(err)
		}
		if v.Held() != nil {
			t.Errorf("%q was not read into the view", in)
		}
		if _, err := d.DecodeView(t.Context(), &v); err != io.EOF {
			t.Errorf("%q: behind it is %v", in, err)
		}
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
	for in := range mutations {
		for _, size := range []int{1, 40, 100, 300, 1000} {
			for workers := range 3 {
				compareParts(t, in, size, workers+1, nil, adapters.Skip)
			}
			compareParts(t, in, size, 2, &DecodeOptions{Name: "x.csv", Limits: adapters.Limits{RecordBytes: 150}}, adapters.Keep)
			compareParts(t, in, size, 1, &DecodeOptions{Limits: adapters.Limits{Bytes: int64(len(in) - 10)}}, adapters.Skip)
			compareParts(t, in, size, 2, &DecodeOptions{Limits: adapters.Limits{Fields: 20}}, adapters.Skip)
		}
		compareParts(t, in, 100, 3, nil, adapters.Stop)
	}
}

// TestPartsAreSmall shows that an input is cut where it can be.
func TestPartsAreSmall(t *testing.T) {
	var b strings.Builder
	b.WriteString(head)
	for i := range 2000 {
		fmt.Fprintf(&b, "rescue,r-%d,,,,KH,,,,freed,%d,,event,,,,,,,,,,,,,\"a\nb \"\"c\"\"\"\nrescue,r-%d,,,,,,,,freed,1,,event,,,IN,,,,,,,,,,\n", i, i+1, i)
	}
	in := b.String()
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
	if least := len(in) / 4000; n < least || n > least*5/4 {
		t.Errorf("%d bytes come in %d parts of 4000", len(in), n)
	}
}

func FuzzQuick(f *testing.F) {
	for in := range mutations {
		f.Add(in, 100)
	}
	f.Fuzz(func(t *testing.T, in string, size int) {
		compareQuick(t, in, adapters.Limits{})
		compareQuick(t, in, adapters.Limits{RecordBytes: 200, Errors: 3})
		size = max(1, size%1000)
		compareParts(t, in, size, 1+size%3, nil, adapters.Skip)
		compareParts(t, in, size, 1+size%3, &DecodeOptions{Limits: adapters.Limits{RecordBytes: 300, Bytes: 2000}}, adapters.Skip)
	})
}

// TestNextRecordAtAGlance has rows of two columns and of few bytes behind each
// other, whose keys differ or not.
func TestNextRecordAtAGlance(t *testing.T) {
	for _, columns := range []string{"kind,id", "id,kind", "kind,id,measure,count", "event,id,kind,measure,count"} {
		n := strings.Count(columns, ",") + 1
		for _, a := range []string{"rescue,a", "rescue,\"a\"", "arrest,a", "a,rescue", "e,a,rescue", "rescue,ab"} {
			for _, b := range []string{"rescue,a", "rescue,\"a\"", "rescue,", ",a", "\n,a", "\r\n,a", "\nrescue,a", "\r\na,rescue", "x\nrescue,a", "\"rescue\",a", "arrest,a", "a,rescue", ",a,rescue", "rescue,a\"", "rescue,aa", "rescue,ab"} {
				var in strings.Builder
				in.WriteString(columns + "\n")
				for _, row := range []string{a, b} {
					for _, end := range []string{"", ",freed", ",freed,5"} {
						if cells := row + end; strings.Count(cells, ",") < n {
							in.WriteString(cells + strings.Repeat(",", n-1-strings.Count(cells, ",")) + "\n")
						}
					}
				}
				compareQuick(t, in.String(), adapters.Limits{})
				compareQuick(t, in.String()+"rescue,a-long-id-of-the-last-one"+strings.Repeat(",", n-2)+"\n", adapters.Limits{})
			}
		}
	}
}
