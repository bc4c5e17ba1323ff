package incident

import (
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestCase32TextCases(t *testing.T) {
	// What each case comes to in an identifier and in a text for people. The
	// first four letters of a code and the severity: - is nothing.
	const none = "-"
	want := map[string][2]string{
		"bidi-rlo":             {"error text.forbidden", "error text.forbidden"},
		"bidi-isolate":         {"error text.forbidden", "error text.forbidden"},
		"zwsp-in-id":           {"error text.forbidden", "warning text.forbidden"},
		"zwj-legit-devanagari": {none, none},
		"nfd-name":             {none, none},
		"confusable-cyrillic":  {none, none},
		"confusable-mixed":     {"warning text.mixed-script", "warning text.mixed-script"},
		"khmer":                {none, none},
		"burmese":              {none, none},
		"arabic-digits":        {none, none}, // in a count it is count.syntax, below
		"lone-surrogate-cesu":  {"error text.invalid-utf8", "error text.invalid-utf8"},
		"overlong-slash":       {"error text.invalid-utf8", "error text.invalid-utf8"},
		"truncated-utf8":       {"error text.invalid-utf8", "error text.invalid-utf8"},
		"latin1":               {"error text.invalid-utf8", "error text.invalid-utf8"},
		"nul":                  {"error text.forbidden", "error text.forbidden"},
		"newline-in-log":       {"error text.forbidden", none},
		"ansi":                 {"error text.forbidden", "error text.forbidden"},
		"combining-flood":      {none, none},
		"fullwidth-digits":     {none, none},
		"nbsp-trim":            {none, none},
		"tag-chars":            {"error text.forbidden", "error text.forbidden"},
	}
	n := 0
	for line := range strings.Lines(shared(t, "oracles/text-cases.ndjson")) {
		var c struct {
			ID  string
			Hex string `json:"utf8_hex"`
		}
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatal(err)
		}
		raw, err := hex.DecodeString(strings.ReplaceAll(c.Hex, " ", ""))
		if err != nil {
			t.Fatal(err)
		}
		n++
		t.Run(c.ID, func(t *testing.T) {
			want, ok := want[c.ID]
			if !ok {
				t.Fatal("a case that this table lacks")
			}
			text := string(raw)
			for i, edit := range []func(*Record){
				func(r *Record) { r.ID = text },
				func(r *Record) { r.Place.Name = text },
			} {
				r := goodRecord(t)
				edit(r)
				got := none
				if found := r.CheckShape(); len(found) > 1 {
					t.Fatalf("findings:\n%v", found)
				} else if len(found) == 1 {
					got = found[0].Severity.String() + " " + string(found[0].Code)
				}
				if got != want[i] {
					t.Errorf("%s, want %s", got, want[i])
				}
				if r.ID != text && r.Place.Name != text {
					t.Error("the text was changed")
				}
			}
			if strings.HasSuffix(c.ID, "digits") {
				if count, err := ParseCount(text); err == nil {
					t.Errorf("read as the count %v", count)
				}
			}
		})
	}
	if n != len(want) {
		t.Errorf("%d cases, the table has %d", n, len(want))
	}
}

func TestHiddenCharacters(t *testing.T) {
	tests := []struct {
		name, text string
		id, free   string
	}{
		{"ASCII", "Bamban, Tarlac (PH) ~ 100%", "", ""},
		{"DEL", "a\x7fb", "forbidden", "forbidden"},
		{"C1", "a\u0085b", "forbidden", "forbidden"},
		{"a tab", "a\tb", "forbidden", ""},
		{"CRLF", "a\r\nb", "forbidden", ""},
		{"a vertical tab", "a\vb", "forbidden", "forbidden"},
		{"a byte order mark inside", "a\ufeffb", "forbidden", "forbidden"},
		{"no character", "a\uffffb", "forbidden", "forbidden"},
		{"an annotation", "a\ufff9b", "forbidden", "forbidden"},
		{"a soft hyphen", "traf\u00adficking", "forbidden", "invisible"},
		{"a word joiner", "a\u2060b", "forbidden", "invisible"},
		{"a line separator", "a\u2028b", "forbidden", "invisible"},
		{"a Hangul filler", "a\u3164b", "forbidden", "invisible"},
		{"a joiner between Latin letters", "a\u200db", "forbidden", "invisible"},
		{"a non-joiner at the start", "\u200cab", "forbidden", "invisible"},
		{"ZWNJ in Persian", "می\u200cخواهم", "", ""},
		{"ZWJ in Sinhala", "ශ්\u200dරී", "", ""},
		{"ZWNJ in Malayalam", "അവൻ്\u200cറെ", "", ""},
		{"ZWJ in Khmer", "ក\u200dក", "", ""},
		{"a family of pictures", "👨\u200d👩\u200d👧", "", ""},
		{"a picture with a selector", "❤\ufe0f\u200d🔥", "", ""},
		{"ZWSP between Khmer words", "កម្ពុជា\u200bភ្នំពេញ", "forbidden", ""},
		{"ZWSP between Thai words", "ตาก\u200bแม่สอด", "forbidden", ""},
		{"ZWSP in Latin", "ta\u200bk", "forbidden", "invisible"},
		{"a mark of direction", "\u200fاردو\u200f", "forbidden", ""},
		{"Urdu", "پاکستانی شہری", "", ""},
		{"Tamil", "தமிழ்நாடு", "", ""},
		{"Japanese", "約60人・カンボジア", "", ""},
		{"decomposed", "Jose\u0301", "", ""},
		{"Vietnamese", "Nguyễn Trãi, Đà Nẵng", "", ""},
		{"Latin and Cyrillic words", "Cambodia Камбоджа", "", ""},
		{"Cyrillic a in Latin", "Cаmbodia", "mixed", "mixed"},
		{"Latin a in Cyrillic", "Кaмбоджа", "mixed", "mixed"},
		{"Greek omicron in Latin", "Bangkοk", "mixed", "mixed"},
		{"a mark between scripts", "a\u0301я", "mixed", "mixed"},
		{"scripts joined by a hyphen", "RTL-Камбоджа", "", ""},
		{"scripts side by side", "aя", "mixed", "mixed"},
		{"a sum of scripts", "Cambodia×Камбоджа—Κίνα、Bangkok", "", ""},
		{"scripts with an ideograph between", "a記я", "mixed", "mixed"},
		{"micro sign", "5 µg", "", ""},
		{"mixed and overridden", "Cаmbo\u202edia", "forbidden mixed", "forbidden mixed"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, identifier := range []bool{true, false} {
				c := checker{record: &Record{}}
				c.hidden(tt.text, "/x", identifier)
				var got []string
				for _, f := range c.found {
					switch {
					case f.Code == CodeTextMixedScript && f.Severity == Warning:
						got = append(got, "mixed")
					case f.Code == CodeTextForbidden && f.Severity == Error:
						got = append(got, "forbidden")
					case f.Code == CodeTextForbidden && f.Severity == Warning:
						got = append(got, "invisible")
					default:
						t.Errorf("%v", f)
					}
				}
				want := tt.free
				if identifier {
					want = tt.id
				}
				if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
					t.Errorf("identifier %t: -want +got\n%s", identifier, diff)
				}
			}
		})
	}
}

func TestIsPlainReadsEveryByte(t *testing.T) {
	for n := range 20 {
		good := strings.Repeat("~", n)
		if !isPlain(good) {
			t.Errorf("%d letters are not plain", n)
		}
		for at := range n {
			for b := range 256 {
				text := good[:at] + string([]byte{byte(b)}) + good[at+1:]
				if want := b >= 0x20 && b < 0x7f; isPlain(text) != want {
					t.Fatalf("byte %#x at %d of %d: plain %t", b, at, n, !want)
				}
			}
		}
	}
}

// TestEveryTextIsLookedAt plants an override in each text of a record in turn.
func TestEveryTextIsLookedAt(t *testing.T) {
	const bad = "x\u202ey"
	edits := map[string]func(*Record){
		"/id":                    func(r *Record) { r.ID = bad },
		"/event":                 func(r *Record) { r.Event = bad },
		"/place/name":            func(r *Record) { r.Place.Name = bad },
		"/figures/0/text":        func(r *Record) { r.Figures[0].Text = bad },
		"/figures/0/label":       func(r *Record) { r.Figures[0].Label = bad },
		"/figures/3/unit":        func(r *Record) { r.Figures[3].Unit = bad },
		"/figures/1/group/place": func(r *Record) { r.Figures[1].Group.Place = bad },
		"/figures/1/group/by":    func(r *Record) { r.Figures[1].Group.By = NewBy(map[string]string{"a": bad}) },
		"/lure":                  func(r *Record) { r.Lure = bad },
		"/exploitation/0":        func(r *Record) { r.Exploitation[0] = bad },
		"/agencies/0":            func(r *Record) { r.Agencies[0] = bad },
		"/source/name":           func(r *Record) { r.Source.Name = bad },
		"/derivedFrom/0":         func(r *Record) { r.DerivedFrom[0] = bad },
		"/supersedes/0":          func(r *Record) { r.Supersedes[0] = bad },
		"/retracts/0":            func(r *Record) { r.Retracts[0] = bad },
		"/notes":                 func(r *Record) { r.Notes = bad },
	}
	for path, edit := range edits {
		r := goodRecord(t)
		edit(r)
		if diff := cmp.Diff([]string{"error " + path + " text.forbidden"}, brief(r.CheckShape())); diff != "" {
			t.Errorf("%s: -want +got\n%s", path, diff)
		}
	}
}

func FuzzHidden(f *testing.F) {
	for _, s := range []string{"Bamban", "a\u202eb", "\xed\xa0\x80", "Cаmbodia", "ක්\u200dෂ", "\u200d"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		free, id := checker{}, checker{}
		free.hidden(s, "/x", false)
		id.hidden(s, "/x", true)
		if !utf8.ValidString(s) && !free.found.Has(CodeTextInvalidUTF8) {
			t.Fatalf("%q passes", s)
		}
		if len(id.found) < len(free.found) || free.found.Err() != nil && id.found.Err() == nil {
			t.Fatalf("%q is better as an identifier: %v against %v", s, id.found, free.found)
		}
		foldID(s)
	})
}
