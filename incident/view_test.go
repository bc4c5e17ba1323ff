package incident

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// viewPrograms are records of which a View holds the first ones.
func viewPrograms() (good, others []string) {
	usual := []step{
		{what: MemberKind, text: "rescue"},
		{what: MemberID, text: "r-1"},
		{what: MemberPublished, text: "2024-03-30"},
		{what: MemberOccurred, text: "2024-03"},
		{what: MemberCountry, text: "KH"},
	}
	freed := []step{{what: addFigure}, {what: MemberMeasure, text: "freed"}}
	with := func(more ...step) string {
		return program(append(append([]step{}, usual...), more...))
	}
	figure := func(more ...step) string { return with(append(append([]step{}, freed...), more...)...) }
	good = []string{
		with(),
		with(
			step{what: MemberEvent, text: "e 1"}, step{what: MemberAdmin1, text: "KH-18"}, step{what: MemberPlace, text: "Sihanoukville, ព្រះសីហនុ"},
			step{what: MemberLat, text: "10.6"}, step{what: MemberLon, text: "-179.5"}, step{what: MemberLure, text: "translator"},
			step{what: MemberExploitation, text: `fraud;a\;b;c\\`}, step{what: MemberConditions, text: "deception;isolation"},
			step{what: MemberAgencies, text: "police"}, step{what: MemberSource, text: "Ministry"}, step{what: MemberSourceKind, text: "government"},
			step{what: MemberSourceURL, text: "https://example.org/a?b=%20"}, step{what: MemberSourceLang, text: "zh-Hant"},
			step{what: MemberGrade, text: "A1"}, step{what: MemberDerivedFrom, text: "x;y"}, step{what: MemberSupersedes, text: "z"},
			step{what: MemberRetracts, item: true, text: "a;b"}, step{what: MemberNotes, text: "one\r\n\ttwo, ไทย"},
		),
		figure(step{what: MemberCount, text: "250"}, step{what: MemberAccrual, text: "event"}),
		figure(
			step{what: MemberCount, text: "~40"}, step{what: MemberText, text: "some 40"}, step{what: MemberAccrual, text: "period"},
			step{what: MemberFrom, text: "2024-01-01"}, step{what: MemberTo, text: "2024-02~"}, step{what: MemberNationality, text: "IN"},
			step{what: MemberSex, text: "F"}, step{what: MemberAge, text: "18-24"}, step{what: MemberGroupAdmin1, text: "IN-OR"},
			step{what: MemberGroupPlace, text: "Myawaddy"}, step{what: MemberGroupBy, text: "b=2;a=1"}, step{what: MemberLabel, text: "officers"},
			step{what: MemberBeside, text: "true"}, step{what: MemberUnit, text: "people"},
		),
		figure(step{what: MemberCount, text: "9"}, step{what: addFigure}, step{what: MemberMeasure, text: "lost"}, step{what: MemberCount, text: "5"}, step{what: MemberUnit, text: "INR"}),
		figure(step{what: MemberText, text: "about 250"}),
		figure(step{what: MemberCount, text: "9"}, step{what: addFigure}, step{what: MemberMeasure, text: "returned"}, step{what: MemberCount, text: "5"}),
		figure(step{what: MemberCount, text: "5"}, step{what: addFigure}, step{what: MemberMeasure, text: "returned"}, step{what: MemberCount, text: "9"}),
		figure(step{what: MemberCount, text: "5"}, step{what: addFigure}, step{what: MemberMeasure, text: "freed"}, step{what: MemberCount, text: "6"}),
		figure(step{what: MemberCount, text: "5"}, step{what: MemberAccrual, text: "period"}),
		figure(step{what: MemberCount, text: "5"}, step{what: MemberFrom, text: "2024-03"}, step{what: MemberTo, text: "2024-01"}),
		figure(),
		with(step{what: addFigure}, step{what: MemberMeasure, text: "share"}, step{what: MemberCount, text: "450"}),
	}
	others = []string{
		program(usual[:1]), program(usual[1:]),
		with(step{what: MemberLat, text: "1"}), with(step{what: MemberLat, text: "91"}, step{what: MemberLon, text: "1"}),
		with(step{what: MemberLat, text: "9"}, step{what: MemberLon, text: "180.5"}), with(step{what: MemberAdmin1, text: "TH-10"}),
		with(step{what: MemberAdmin1, text: "K"}), with(step{what: addFigure}), with(step{what: MemberAgencies, text: "a;;b"}),
		with(step{what: addFigure}, step{what: MemberMeasure, text: "lost"}, step{what: MemberCount, text: "5"}),
		figure(step{what: MemberBeside, text: "false"}), figure(step{what: MemberGroupBy, text: "a"}),
		with(step{what: MemberNotes, text: "p\u0430ge"}), with(step{what: MemberNotes, text: "\xff"}), with(step{what: MemberConditions, text: "bad"}),
		with(step{what: MemberRetracts, text: `x\;y`}),
	}
	return good, others
}

// checkView compares what a View says of a record with what the record itself
// says, and reports whether the View held it.
func checkView(t *testing.T, v *View, calls []step) bool {
	t.Helper()
	if !fill(v, calls) {
		v.Check(nil) // of whatever was set: nothing may panic
		v.Record()
		return false
	}
	want, ok := build(calls)
	if !ok {
		t.Fatalf("%v: the view takes what a parser refuses", calls)
	}
	if found := want.CheckShape(); found != nil {
		t.Fatalf("%v: the view takes what a rule speaks of: %v", calls, found)
	}
	for _, asOf := range []string{"", "2024-03-29", "2023"} {
		o := &CheckOptions{AsOf: date(t, asOf)}
		if diff := cmp.Diff(want.Check(o), v.Check(o)); diff != "" {
			t.Fatalf("%v as of %q: findings -record +view %s", calls, asOf, diff)
		}
	}
	if diff := cmp.Diff(want.Check(nil), v.Check(nil)); diff != "" {
		t.Fatalf("%v: findings without options -record +view %s", calls, diff)
	}
	got := v.Record()
	if !reflect.DeepEqual(want, got) {
		sameRecord(t, program(calls), want, got)
		t.FailNow()
	}
	stale := goodRecord(t)
	if v.CopyTo(stale); !reflect.DeepEqual(want, stale) {
		sameRecord(t, program(calls)+" by CopyTo", want, stale)
		t.FailNow()
	}
	if string(v.ID()) != want.ID || string(v.Event()) != want.Event || v.Held() != nil {
		t.Fatalf("%v: id %q, event %q, held %v", calls, v.ID(), v.Event(), v.Held())
	}
	checkShared(t, v, want)
	return true
}

// checkShared compares what a View shares, and whether it has codes, with the
// record.
func checkShared(t *testing.T, v *View, want *Record) {
	t.Helper()
	bare := *want
	bare.ID, bare.Event, bare.Source.URL, bare.Notes = "", "", "", ""
	bare.Exploitation, bare.Conditions, bare.Agencies, bare.DerivedFrom, bare.Supersedes, bare.Retracts = nil, nil, nil, nil, nil, nil
	bare.Figures = append([]Figure{}, want.Figures...)
	for i := range bare.Figures {
		bare.Figures[i].Text = ""
	}
	shared := *v.Shared()
	shared.Figures = append([]Figure{}, shared.Figures...)
	shared.Exploitation, shared.Conditions, shared.Agencies = nil, nil, nil
	if !reflect.DeepEqual(bare, shared) {
		sameRecord(t, "shared", &bare, &shared)
		t.FailNow()
	}
	for m := range memberCount {
		if m.OfFigure() && len(want.Figures) > 1 {
			continue
		}
		if text := stringOf(want, m); (v.Code(m) != 0) != (text != "") && len(text) <= longestEntry {
			t.Fatalf("%v is %q and has code %d", m, text, v.Code(m))
		}
	}
}

func TestViewIsTheRecord(t *testing.T) {
	good, others := viewPrograms()
	var v View
	for range 2 { // what is remembered changes nothing
		for _, p := range good {
			if !checkView(t, &v, steps(p)) {
				t.Errorf("%q is not held", p)
			}
		}
		for _, p := range others {
			if checkView(t, &v, steps(p)) {
				t.Errorf("%q is held", p)
			}
		}
	}
}

// TestViewOfMixedRecords mixes the calls of all records.
func TestViewOfMixedRecords(t *testing.T) {
	good, others := viewPrograms()
	var pool []step
	for _, p := range append(good, others...) {
		pool = append(pool, steps(p)...)
	}
	rng := rand.New(rand.NewPCG(4, 5))
	var v View
	held := 0
	for range 20_000 {
		calls := []step{{what: MemberKind, text: "rescue"}, {what: MemberID, text: "x"}}
		for range rng.IntN(12) {
			calls = append(calls, pool[rng.IntN(len(pool))])
		}
		if checkView(t, &v, steps(program(calls))) {
			held++
		}
	}
	if held < 1000 {
		t.Errorf("only %d records are held: too few to say anything", held)
	}
}

// TestCodesAreOfValues shows that equal codes stand for equal values of a member,
// and equal texts have equal codes.
func TestCodesAreOfValues(t *testing.T) {
	good, _ := viewPrograms()
	var v View
	type value struct {
		m    Member
		text string
	}
	codes, values := map[value]uint32{}, map[uint32]value{}
	for range 2 {
		for _, p := range good {
			if !fill(&v, steps(p)) {
				t.Fatalf("%q is not held", p)
			}
			r := v.Record()
			for m := range memberCount {
				text, code := stringOf(r, m), v.Code(m)
				if text == "" || code == 0 {
					continue
				}
				of := value{m, text}
				if known, ok := codes[of]; ok && known != code {
					t.Errorf("%v has codes %d and %d", of, known, code)
				}
				if known, ok := values[code]; ok && known != of {
					t.Errorf("code %d stands for %v and %v", code, known, of)
				}
				codes[of], values[code] = code, of
			}
		}
	}
	if len(codes) < 20 {
		t.Errorf("only %d values have codes", len(codes))
	}
}

// TestRenamedSubdivision shows that a View holds the code in force.
func TestRenamedSubdivision(t *testing.T) {
	var v View
	if !v.Set(MemberAdmin1, []byte("IN-OR")) || v.Shared().Place.Admin1 != "IN-OD" {
		t.Errorf("IN-OR is held as %q", v.Shared().Place.Admin1)
	}
}

func FuzzView(f *testing.F) {
	good, others := viewPrograms()
	for _, p := range append(good, others...) {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var v View
		calls := steps(text)
		first := checkView(t, &v, calls)
		if checkView(t, &v, calls) != first {
			t.Fatalf("%q is held now and then", text)
		}
	})
}

// TestTimesThatEndBeforeTheyStart shows that a View finds what the Record does in a
// record of one event whose time is marked and seems to run backward.
func TestTimesThatEndBeforeTheyStart(t *testing.T) {
	for _, occurred := range []string{"2024-03-30?/2024-03-01", "2024-03~/2024-01", "2024%/2023"} {
		var v View
		v.AddFigure()
		for m, text := range map[Member]string{MemberKind: "rescue", MemberID: "a", MemberOccurred: occurred, MemberMeasure: "freed", MemberCount: "5"} {
			if !v.Set(m, []byte(text)) {
				t.Fatalf("%v %q is not taken", m, text)
			}
		}
		want := v.Record().Check(nil)
		if diff := cmp.Diff(want, v.Check(nil)); diff != "" || len(want) != 1 {
			t.Errorf("%s: %v %s", occurred, want, diff)
		}
	}
}
