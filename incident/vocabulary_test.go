package incident

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
)

// coded are the members whose values are remembered.
var coded = []Member{
	MemberKind, MemberCountry, MemberAdmin1, MemberPlace, MemberMeasure, MemberAccrual, MemberNationality, MemberSex, MemberAge, MemberGroupAdmin1,
	MemberGroupPlace, MemberGroupBy, MemberLabel, MemberUnit, MemberLure, MemberExploitation, MemberConditions, MemberAgencies, MemberSource,
	MemberSourceKind, MemberSourceLang, MemberGrade,
}

// sameEntry complains when what a vocabulary says of a value differs from what is
// found when it is looked at anew.
func sameEntry(t *testing.T, v *vocabulary, m Member, text string) {
	t.Helper()
	want := newEntry(m, text)
	got := v.find(m, []byte(text))
	if got.text != want.text || got.fine != want.fine || got.member != m || got.raw != text && len(text) > 16 {
		t.Fatalf("%v %.40q: %+v, want %+v", m, text, *got, want)
	}
	if int(got.size) != len(text) && got.code != 0 {
		t.Fatalf("%v %.40q has code %d and size %d", m, text, got.code, got.size)
	}
}

// checkBounds complains when a vocabulary holds more than it may.
func checkBounds(t *testing.T, v *vocabulary) {
	t.Helper()
	used, bytes := 0, 0
	var spent [memberCount]uint16
	for i := range v.slots {
		if e := &v.slots[i]; e.size > 0 {
			used++
			bytes += len(e.raw) + len(e.text)
			spent[e.member]++
		}
	}
	if used != v.used || used > mostSlots*3/4 || len(v.slots) > mostSlots || used > len(v.slots)*3/4 || spent != v.spent {
		t.Errorf("%d of %d slots are used, counted are %d and %v", used, len(v.slots), v.used, v.spent)
	}
	if bytes > 2*longestEntry*mostSlots {
		t.Errorf("the texts have %d bytes", bytes)
	}
	for m, n := range spent {
		if n > entriesOfMember {
			t.Errorf("%v has %d entries", Member(m), n)
		}
	}
}

// TestVocabularyIsBounded meets a million values, of one member and of all.
func TestVocabularyIsBounded(t *testing.T) {
	n := 1_000_000
	if testing.Short() {
		n = 50_000
	}
	for _, members := range [][]Member{{MemberPlace}, coded} {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		v := new(vocabulary)
		room := make([]byte, 0, 64)
		for i := range n {
			room = binary.AppendUvarint(append(room[:0], "value "...), uint64(i))
			for j := range room {
				room[j] = room[j]&0x3f + ' '
			}
			if m := members[i%len(members)]; len(members) == 1 {
				v.find(m, room)
			} else if e := v.find(m, room[:4+i%(len(room)-3)]); e.member != m {
				t.Fatalf("asked for %v, told of %v", m, e.member)
			}
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		checkBounds(t, v)
		if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 8<<20 {
			t.Errorf("%d values take %d bytes", n, grown)
		}
		runtime.KeepAlive(v)
	}
}

// TestVocabularyIsRight fills a vocabulary with values of all members and asks
// for them, and for others, when it is full.
func TestVocabularyIsRight(t *testing.T) {
	v := new(vocabulary)
	codes := map[string]uint32{}
	for round := range 3 {
		for i := range 600 {
			for _, m := range coded {
				text := fmt.Sprintf("%v %d %s", m, i, strings.Repeat("x", i%40))
				sameEntry(t, v, m, text)
				code := v.find(m, []byte(text)).code
				if known, ok := codes[text]; ok && known != code {
					t.Fatalf("round %d: %q has the codes %d and %d", round, text, known, code)
				}
				codes[text] = code
			}
		}
	}
	checkBounds(t, v)
	if v.used != mostSlots*3/4 {
		t.Errorf("%d entries are used, so that it was never full", v.used)
	}
	of := map[uint32]string{}
	for text, code := range codes {
		if other, ok := of[code]; ok && code != 0 {
			t.Fatalf("%q and %q have the code %d", text, other, code)
		}
		of[code] = text
	}
	for m, texts := range memberTexts {
		for _, text := range texts {
			switch m {
			case MemberID, MemberEvent, MemberPublished, MemberOccurred, MemberLat, MemberLon:
			default:
				sameEntry(t, v, m, text)
			}
		}
	}
}

// TestVocabularyTellsTextsApart meets texts that differ in one byte, at any place
// of any length, and texts that others begin with.
func TestVocabularyTellsTextsApart(t *testing.T) {
	v := new(vocabulary)
	for n := 1; n <= 300; n++ {
		base := bytes.Repeat([]byte("abcdefgh"), 40)[:n]
		sameEntry(t, v, MemberPlace, string(base))
		for at := 0; at < n; at += 1 + n/40 {
			other := bytes.Clone(base)
			other[at] = 'X'
			if n > 30 && n < longestEntry-4 && at < 3 {
				sameEntry(t, v, MemberLabel, string(other))
			}
			a := *v.find(MemberSource, base)
			b := *v.find(MemberSource, other)
			if a.text != string(base) || b.text != string(other) || a.code == b.code && a.code != 0 {
				t.Fatalf("%q and %q are %q and %q, codes %d and %d", base, other, a.text, b.text, a.code, b.code)
			}
		}
		if e := v.find(MemberPlace, base); (e.code == 0) != (n > longestEntry) {
			t.Errorf("%d bytes have the code %d", n, e.code)
		}
	}
	zeros := make([]byte, 20)
	seen := map[uint32]int{}
	for n := 1; n <= len(zeros); n++ { // texts that only their lengths tell apart
		e := v.find(MemberUnit, zeros[:n])
		if other, ok := seen[e.code]; ok || e.text != string(zeros[:n]) {
			t.Errorf("%d and %d zero bytes are one", n, other)
		}
		seen[e.code] = n
	}
}

// TestVocabularyReadsNothingBehind has other bytes stand behind a short text.
func TestVocabularyReadsNothingBehind(t *testing.T) {
	v := new(vocabulary)
	rng := rand.New(rand.NewPCG(1, 2))
	for n := 1; n <= 20; n++ {
		text := strings.Repeat("k", n)
		code := v.find(MemberLure, []byte(text)).code
		for room := n; room < n+12; room++ {
			b := make([]byte, room)
			for i := range b {
				b[i] = byte(rng.IntN(256))
			}
			copy(b, text)
			if e := v.find(MemberLure, b[:n]); e.code != code || e.text != text {
				t.Errorf("%q before %q is %q", text, b[n:], e.text)
			}
			if e := v.find(MemberLure, b[:n:n]); e.code != code {
				t.Errorf("%q is %q", text, e.text)
			}
		}
	}
}

// TestVocabularyAllocates shows that what is remembered costs nothing.
func TestVocabularyAllocates(t *testing.T) {
	v := new(vocabulary)
	texts := [][]byte{[]byte("KH"), []byte("Sihanoukville"), bytes.Repeat([]byte("long "), 50)}
	if n := testing.AllocsPerRun(100, func() {
		for _, m := range coded {
			for _, text := range texts {
				v.find(m, text)
			}
		}
	}); n > 0 {
		t.Errorf("values that are remembered allocate %v times", n)
	}
}

// TestUnrememberedValues shows that a View says the same of values for which there
// is no room.
func TestUnrememberedValues(t *testing.T) {
	var v View
	for i := range entriesOfMember + 10 {
		v.Reset()
		if !v.Set(MemberSource, fmt.Appendf(nil, "source %d", i)) || v.Code(MemberSource) == 0 != (i >= entriesOfMember) {
			t.Fatalf("source %d has the code %d", i, v.Code(MemberSource))
		}
	}
	good, others := viewPrograms()
	for _, p := range good {
		if !checkHeld(t, &v, steps(p)) {
			t.Errorf("%q is not held", p)
		}
	}
	for _, p := range others {
		if checkHeld(t, &v, steps(p)) {
			t.Errorf("%q is held", p)
		}
	}
}

// checkHeld is checkView where codes may be missing.
func checkHeld(t *testing.T, v *View, calls []step) bool {
	t.Helper()
	if !fill(v, calls) {
		return false
	}
	want, _ := build(calls)
	sameRecord(t, program(calls), want, v.Record())
	return true
}
