package incident

import "testing"

// A call is a step with its text as a reader has it.
type call struct {
	what Member
	text []byte
}

// registered is a record as a hotline's register holds them: one figure, about
// one event.
func registered() (calls []call) {
	for _, s := range []step{
		{what: MemberKind, text: "rescue"},
		{what: MemberID, text: "reg-1234567"},
		{what: MemberPublished, text: "2024-04-02"},
		{what: MemberOccurred, text: "2024-03-30"},
		{what: MemberCountry, text: "KH"},
		{what: MemberAdmin1, text: "KH-18"},
		{what: MemberPlace, text: "Sihanoukville"},
		{what: addFigure},
		{what: MemberMeasure, text: "freed"},
		{what: MemberCount, text: "12"},
		{what: MemberAccrual, text: "event"},
		{what: MemberNationality, text: "IN"},
		{what: MemberSex, text: "F"},
		{what: MemberLure, text: "customer service"},
		{what: MemberExploitation, text: "online fraud"},
		{what: MemberConditions, text: "deception;isolation"},
		{what: MemberSource, text: "Hotline 3"},
		{what: MemberSourceKind, text: "ngo"},
		{what: MemberSourceURL, text: "https://desk7.example.org/case/1234567"},
		{what: MemberSourceLang, text: "hi"},
		{what: MemberGrade, text: "B3"},
		{what: MemberNotes, text: "Caller asks for a way home, and for the others of the same floor.\nपरिवार से संपर्क हुआ।"},
	} {
		calls = append(calls, call{s.what, []byte(s.text)})
	}
	return calls
}

func set(tb testing.TB, v *View, calls []call) {
	v.Reset()
	for i := range calls {
		if c := &calls[i]; c.what == addFigure {
			v.AddFigure()
		} else if !v.Set(c.what, c.text) {
			tb.Fatalf("%v is refused", c.what)
		}
	}
	if !v.Plain() {
		tb.Fatal("the record is not plain")
	}
}

// TestViewAllocates shows that a usual record costs no allocation until it is
// copied: for the Record, its ids, its texts, its figures and its lists.
func TestViewAllocates(t *testing.T) {
	calls, o := registered(), &CheckOptions{AsOf: date(t, "2026-02-28")}
	var v View
	set(t, &v, calls)
	if n := testing.AllocsPerRun(100, func() {
		set(t, &v, calls)
		if v.Check(o) != nil || len(v.ID()) == 0 || v.Shared() == nil || v.Code(MemberCountry) == 0 {
			t.Error("the record is not good")
		}
	}); n > 0 {
		t.Errorf("a record that is set and checked allocates %v times", n)
	}
	var kept []*Record
	if n := testing.AllocsPerRun(100, func() { kept = append(kept[:0], v.Record()) }); n != 5 {
		t.Errorf("Record allocates %v times, want 5", n)
	}
	r := new(Record)
	if n := testing.AllocsPerRun(100, func() { v.CopyTo(r) }); n != 4 {
		t.Errorf("CopyTo allocates %v times, want 4", n)
	}
	good, _ := viewPrograms() // with two figures that are compared
	two := steps(good[4])
	var texts []call
	for _, s := range two {
		texts = append(texts, call{s.what, []byte(s.text)})
	}
	set(t, &v, texts)
	v.Check(o)
	if n := testing.AllocsPerRun(100, func() {
		set(t, &v, texts)
		v.Check(o)
	}); n > 0 {
		t.Errorf("a record with two figures that is set and checked allocates %v times", n)
	}
}

// BenchmarkSet fills a View, which is what reading comes to beside the format.
func BenchmarkSet(b *testing.B) {
	calls := registered()
	n := 0
	for _, c := range calls {
		n += len(c.text)
	}
	var v View
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		set(b, &v, calls)
	}
}

// BenchmarkCheckOne checks one record of a register, as a View and as a Record.
func BenchmarkCheckOne(b *testing.B) {
	o := &CheckOptions{AsOf: date(b, "2026-02-28")}
	var v View
	set(b, &v, registered())
	r := v.Record()
	for _, c := range []struct {
		name  string
		check func(*CheckOptions) Findings
	}{{"view", v.Check}, {"record", r.Check}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if found := c.check(o); found != nil {
					b.Fatal(found)
				}
			}
		})
	}
}

// BenchmarkViewRecord copies the record of a View.
func BenchmarkViewRecord(b *testing.B) {
	var v View
	set(b, &v, registered())
	b.ReportAllocs()
	var kept *Record
	for b.Loop() {
		kept = v.Record()
	}
	if kept.ID == "" {
		b.Fatal("there is no record")
	}
}
