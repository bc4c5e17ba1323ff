package incident

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestViewRefusesItsMistakes calls a View in ways in which no reader does.
func TestViewRefusesItsMistakes(t *testing.T) {
	var v View
	for m := range memberCount + 3 {
		if v.Set(m, nil) || v.AddItem(m, nil) {
			t.Errorf("%v: the empty text is taken", m)
		}
		if m.OfFigure() && v.Set(m, []byte("1")) {
			t.Errorf("%v is taken without a figure", m)
		}
		if list := m >= MemberExploitation && m <= MemberAgencies || m >= MemberDerivedFrom && m <= MemberRetracts; !list && v.AddItem(m, []byte("1")) {
			t.Errorf("%v takes an item and is no list", m)
		}
	}
	if m := memberCount; v.Set(m, []byte("x")) || v.Code(m) != 0 {
		t.Error("a member that does not exist is taken")
	}
}

// TestPlainAfterARefusal asks after a call that failed.
func TestPlainAfterARefusal(t *testing.T) {
	for _, admin1 := range []string{"K", "KH", "TH-10"} {
		var v View
		v.Set(MemberKind, []byte("rescue"))
		v.Set(MemberID, []byte("a"))
		v.Set(MemberCountry, []byte("KH"))
		v.Set(MemberAdmin1, []byte(admin1))
		if plain := v.Plain(); plain && !strings.HasPrefix(admin1, "KH") {
			t.Errorf("%s in KH is plain", admin1)
		}
	}
}

// TestHold looks at a View that holds a record.
func TestHold(t *testing.T) {
	good, _ := viewPrograms()
	var v View
	fill(&v, steps(good[1]))
	r := goodRecord(t)
	r.Source.URL = "no address"
	v.Hold(r)
	if v.Held() != r || v.Shared() != r || string(v.ID()) != r.ID || string(v.Event()) != r.Event {
		t.Error("the record that is held is another")
	}
	for m := range memberCount {
		if v.Code(m) != 0 {
			t.Errorf("%v has a code", m)
		}
	}
	if diff := cmp.Diff(r.Check(nil), v.Check(nil)); diff != "" {
		t.Errorf("findings -record +view %s", diff)
	}
	c := v.Record()
	sameRecord(t, "the copy", r, c)
	before := goodRecord(t)
	before.Source.URL = r.Source.URL
	c.Figures[0].Label, c.Exploitation[0], c.Conditions[0], c.Agencies[0] = "x", "x", "x", "x"
	c.DerivedFrom[0], c.Supersedes[0], c.Retracts[0] = "x", "x", "x"
	sameRecord(t, "after a change of the copy", before, r)
	if v.Reset(); v.Held() != nil || len(v.ID()) != 0 || v.Shared().Kind != "" {
		t.Error("Reset leaves something")
	}
}

// TestRecordIsACopy changes the reader's buffer and the View, and the copy.
func TestRecordIsACopy(t *testing.T) {
	good, _ := viewPrograms()
	calls := append(steps(good[1]), steps(good[3])[5:]...)
	want, _ := build(calls)
	buffer := []byte{}
	var at []int
	for _, s := range calls {
		at = append(at, len(buffer))
		buffer = append(buffer, s.text...)
	}
	var v View
	for i, s := range calls {
		text := buffer[at[i]:][:len(s.text)]
		switch {
		case s.what == addFigure:
			v.AddFigure()
		case s.item && !v.AddItem(s.what, text), !s.item && !v.Set(s.what, text):
			t.Fatalf("%v is refused", s)
		}
	}
	a, b := v.Record(), v.Record()
	copy(buffer, bytes.Repeat([]byte{'#'}, len(buffer)))
	fill(&v, steps(good[4]))
	sameRecord(t, "after the next record", want, a)
	a.Figures[0].Label = "x"
	for _, list := range [][]string{a.Exploitation, a.Conditions, a.Agencies, a.DerivedFrom, a.Supersedes, a.Retracts} {
		_ = append(list, "x") // of another list's memory
		list[0] = "x"
	}
	sameRecord(t, "after a change of another copy", want, b)
	if a.Conditions = append(a.Conditions, "z"); a.Agencies[0] != "x" {
		t.Error("lists of one copy share memory")
	}
}
