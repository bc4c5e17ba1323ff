package incident

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// memberTexts are good and bad values of every member.
var memberTexts = map[Member][]string{
	MemberKind:         {"rescue", "arrest", "tally", "incident", "advisory", "Rescue", "rescued", "x", " "},
	MemberID:           {"a", "r-1", " a", " ", "  ", "\t", "\u00a0", "ид", "a\u200b", "a\u202e", "\xff", "a\nb", "pаge", strings.Repeat("x", 128), strings.Repeat("x", 129), strings.Repeat("ж", 65)},
	MemberEvent:        {"e", " ", "\u2003", "e\u200d", "e\x00", strings.Repeat("x", 129), "\xc3\x28"},
	MemberPublished:    dateValues,
	MemberOccurred:     dateValues,
	MemberCountry:      {"KH", "kh", "XX", "UK", "K", "KHM", "Cambodia", "\xff\xff", " "},
	MemberAdmin1:       {"KH-18", "IN-OR", "IN-OD", "KH-99", "K", "KH", "KH-", "kh-18", "-"},
	MemberPlace:        {"Bamban", "a\nb", "a\u202eb", "a\u200bb", "Cаmbodia", "\xed\xa0\x80", "ក\u200bខ", "\x7f"},
	MemberLat:          {"10.6", "-0", "0", "91", "1e1", "+1", ".5", "5.", "NaN", "Inf", "0x1p3", "1_0", " 1", "1,5"},
	MemberLon:          {"-179.5", "180", "181", "1e400", "--1", "00.1", "١"},
	MemberMeasure:      {"freed", "lost", "share", "Freed", "free", " ", "freed "},
	MemberCount:        {"0", "00", "007", "1", "-1", "+1", "1e3", "1,250", "~250", ">=5", "240..260", "..", "260..240", "999999999999999999", "9223372036854775807", "9223372036854775808", "1 ", "٣"},
	MemberText:         {"some 40", "a\tb", "a\x1bb", "\u2066", "\xff"},
	MemberAccrual:      {"event", "period", "cumulative", "stock", "Event", "x"},
	MemberFrom:         dateValues,
	MemberTo:           dateValues,
	MemberNationality:  {"IN", "XX", "OTHER", "unknown", "other", "Unknown", "in", "ZZ", "UNKNOWM"},
	MemberSex:          {"F", "M", "X", "unknown", "f", "female", "O"},
	MemberAge:          {"child", "adult", "unknown", "18-24", "24-18", "0-130", "0-131", "018-24", "18", "18-", "teen"},
	MemberGroupAdmin1:  {"IN-OD", "IN-OR", "IN-XX", "x"},
	MemberGroupPlace:   {"MM", "Myawaddy", "a\u202eb", "pаge"},
	MemberGroupBy:      {"a=1", "b=2;a=1", "a", "=1", "a=", "a=1;a=2", `a\;=1`, "a=\u202e", "a=\xff", ";"},
	MemberLabel:        {"officers", "\x01", "a\u2060b"},
	MemberBeside:       {"true", "false", "True", "1", "true "},
	MemberUnit:         {"INR", "people", "XYZ", "\ufeff", "кг", "kг"},
	MemberLure:         {"translator", "\u202e", "tra\u00adnslator"},
	MemberExploitation: {"fraud", "a;b", "a;;b", ";a", "a;", `a\;b`, `a\`, `a\\;\;`, "a;\u202e", "\xff"},
	MemberConditions:   {"deception", "deception;isolation", "deception;bad", "Deception", ";", `deception\;isolation`, `deception\\`, `de\ception`},
	MemberAgencies:     {"police", "police;", "a;\x02", `\\`, "a\u200d"},
	MemberSource:       {"Ministry", "a\u202eb", "Mіnistry"},
	MemberSourceKind:   {"government", "media", "Media", "blog"},
	MemberSourceURL: {
		"https://example.org", "http://example.org/a", "ftp://example.org/", "https://10.0.0.1/", "https://localhost/", "https://a.local/", "https://u@example.org/",
		"https://example.org:80/", "https://example.org/ä", "https://example.org/#x", "https://example.org/%zz", "https://", "example.org", "javascript:x", "https://a..org/",
		"https://-a.org/", "https://a.org.", "https://a.o1/", "https://exаmple.org/", "https://example.org/\xff", "HTTPS://example.org/", "https://example.org/a b",
	},
	MemberSourceLang:  {"en", "zh-Hant", "fil-PH", "EN", "english", "xx-yy-zz", "en_US", strings.Repeat("a-", 100)},
	MemberGrade:       {"A1", "F6", "A7", "G1", "a1", "A", "A11", "\xff\xff"},
	MemberDerivedFrom: {"a", "a;b", "a;;b", `a\;b`, " ", "a; ", strings.Repeat("x", 128), strings.Repeat("x", 129), "a;\u202e"},
	MemberSupersedes:  {"a", "a;b", ";", "a\nb", strings.Repeat("x", 129) + ";a"},
	MemberRetracts:    {"a", "a;b", "a;", "\xff"},
	MemberNotes:       {"a\r\n\tb", "a\vb", "a\u2028b", "p\u0430ge", "हिन्दी क\u200dष", "\u200e", "\U000e0041", "\U0010ffff", "x\u202ay", "\xf0\x9f\x98"},
}

var dateValues = []string{
	"2024-03-30", "2024-02-30", "2024-02-29", "2023-02-29", "0000-01-01", "9999-12-31", "2024-13-01", "2024-00-10", "2024-01-00", "2024-1-1", "2024-03-3x",
	"2024-03-XX", "2024-XX-XX", "2024-XX-01", "2024-21", "2024", "201X", "2024-03~", "2024-03-30?", "2024-01/2024-03", "2024-03/2024-01", "2024-03~/2024-01", "2024-03-30?/2024-03-01", "../2024", "2024/", "/", "..",
	"2024-03-30T10:00", "٢٠٢٤-03-30", " 2024-03-30", "2024/03/30", "20240330",
}

// TestSetIsSound takes each value by itself: where the parsers refuse it or a rule
// speaks of it, Set refuses it. What it takes is known to be right; most of what
// is right it takes.
func TestSetIsSound(t *testing.T) {
	taken, refused := 0, 0
	for m := range memberCount {
		if len(memberTexts[m]) < 3 {
			t.Errorf("%v has too few values", m)
		}
		var v View
		some := 0
		for _, text := range memberTexts[m] {
			for range 2 { // the second time it may be remembered
				calls := []step{{what: MemberKind, text: "rescue"}, {what: MemberID, text: "-"}}
				if m <= MemberID {
					calls[m].text = text
				}
				if m.OfFigure() {
					calls = append(calls, step{what: addFigure})
					if m != MemberMeasure {
						calls = append(calls, step{what: MemberMeasure, text: "freed"})
					}
				}
				if m > MemberID {
					calls = append(calls, step{what: m, text: text})
				}
				r, ok := build(calls)
				if text == "lost" { // its unit is asked by Plain
					r.Figures[0].Unit = "INR"
				}
				r.Place.Lat, r.Place.Lon = Degrees{}, Degrees{} // and so are these
				good := ok && r.CheckShape() == nil
				v.Reset()
				v.AddFigure()
				switch took := v.Set(m, []byte(text)); {
				case took && !good:
					t.Errorf("%v: %q is taken, and there is something to say of it: %v", m, text, r.CheckShape())
				case took:
					some++
					taken++
				case good && m != MemberSourceURL && !strings.Contains(text, `\`):
					t.Errorf("%v: %q is refused and right", m, text)
				default:
					refused++
				}
			}
		}
		if some == 0 {
			t.Errorf("%v: no value is taken", m)
		}
	}
	if taken < 150 || refused < 150 {
		t.Errorf("%d values are taken and %d refused: too few to say anything", taken, refused)
	}
}

// TestItemsAreSound does the same for items of lists.
func TestItemsAreSound(t *testing.T) {
	for m, texts := range memberTexts {
		for _, text := range texts {
			r, _ := build([]step{{what: MemberKind, text: "rescue"}, {what: MemberID, text: "-"}, {what: m, item: true, text: text}})
			list := m >= MemberExploitation && m <= MemberAgencies || m >= MemberDerivedFrom && m <= MemberRetracts
			var v View
			if good := list && r.CheckShape() == nil; v.AddItem(m, []byte(text)) && !good {
				t.Errorf("%v: %q is taken, and there is something to say of it", m, text)
			}
		}
	}
}

// amid returns a text as it stands in a file, with others behind it in the same
// array: without those, numbers are not read the quick way.
func amid(text string) []byte {
	return append([]byte(text), ",1234567"...)[:len(text)]
}

// TestQuickValues compares the values that Set reads by itself with the parsers.
func TestQuickValues(t *testing.T) {
	counts := append([]string{"1234567:", "1234/678", ":2345678", "/", ":", "100000000000000000", "1000000000000000000", "12345678901234567"}, memberTexts[MemberCount]...)
	for _, op := range []string{"", "~", ">", "<", ">=", "<=", "=", "~=", "==", ">~", "<<", ">=="} {
		for _, n := range []string{"", "0", "00", "01", "1", "12", "12345678", "123456789", "9223372036854775807", "9223372036854775808", "1x", " 1"} {
			counts = append(counts, op+n)
		}
	}
	for _, text := range counts {
		if text == "" {
			continue
		}
		want, err := ParseCount(text)
		if got, ok := readCount(amid(text)); ok != (err == nil) || got != want && ok {
			t.Errorf("count %q is %v, %t, want %v, %v", text, got, ok, want, err)
		}
	}
	texts := append([]string{}, dateValues...)
	for y := 0; y < 10000; y += 97 {
		for m := range 14 {
			for _, d := range []int{0, 1, 28, 29, 30, 31, 32} {
				texts = append(texts, string(pad(append(pad(append(pad(nil, y, 4), '-'), m, 2), '-'), d, 2)))
			}
		}
	}
	for _, text := range slices.Clone(texts) { // marks, and what is left open
		for _, mark := range []string{"?", "~", "%", "~?", "!", "-XX", "-XX~", "-XX?", "XX", "-xx", "-X", " "} {
			texts = append(texts, text+mark)
		}
	}
	texts = append(texts, "?", "~", "%", "-XX", "~~", "2024~-03")
	for i, first := range texts { // intervals, forward, backward, of one day and of ends that are no days
		texts = append(texts, first+"/"+texts[(i*7919)%len(texts)], first+"/"+first)
	}
	for at := range len("2024-03-30/2024-04-01") { // and each byte of one
		for c := range 128 {
			text := []byte("2024-03-30/2024-04-01")
			text[at] = byte(c)
			texts = append(texts, string(text), string(text[:len("2024-03-30")]), string(text[:len("2024-03")]), string(text[:len("2024")]))
		}
	}
	for _, text := range texts {
		want, err := ParseDate(text)
		if got, ok := readDate(amid(text)); ok != (err == nil) || got != want && ok {
			t.Errorf("date %q is %v, %t, want %v, %v", text, got, ok, want, err)
		}
	}
}

// TestQuickDegrees compares decimals of every length and form with ParseDegrees,
// and so with the standard library's reading of numbers.
func TestQuickDegrees(t *testing.T) {
	texts := append([]string{
		"-", ".", "-.", "1.", ".5", "-.5", "0.0", "-0.0", "1.2.3", "--1.5", "1.-5", "+1.5", "1e5", "1.5e3", "1,5", "90", "00.5", "180.000000", "0.3",
	}, append(memberTexts[MemberLat], memberTexts[MemberLon]...)...)
	rnd := rand.New(rand.NewPCG(5, 8))
	for range 20_000 {
		digits := fmt.Sprint(rnd.Uint64())
		whole := digits[:1+rnd.IntN(10)]
		part := digits[len(digits)-rnd.IntN(10):]
		texts = append(texts, whole+"."+part, "-"+whole+"."+part)
	}
	for _, text := range texts {
		if text == "" {
			continue
		}
		want, err := ParseDegrees(text)
		if got, ok := readDegrees(amid(text)); ok != (err == nil) || got != want && ok {
			t.Errorf("degrees %q are %v, %t, want %v, %v", text, got, ok, want, err)
		}
	}
}
