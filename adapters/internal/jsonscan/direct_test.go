package jsonscan

import (
	"bytes"
	"encoding/json"
	"math/bits"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestMarks puts every byte behind and in front of others, some of which borrow,
// and compares the first mark with a loop.
func TestMarks(t *testing.T) {
	for _, fill := range []byte{'a', ' ', '!', '#', ']', 0x7f, 0x80, 0xa2, 0xdc, 0xff} {
		for c := range 256 {
			for at := range 8 {
				b := bytes.Repeat([]byte{fill}, 8)
				b[at] = byte(c)
				want := slices.IndexFunc(b, func(c byte) bool { return c == '"' || c == '\\' || c < ' ' })
				if want < 0 {
					want = 8
				}
				if got := bits.TrailingZeros64(marks(word(b, 0))) >> 3; got != want {
					t.Fatalf("%q: %d, want %d", b, got, want)
				}
			}
		}
	}
}

// fields reads an object's members by Field. It returns nil when it met something
// that is for Next.
func fields(s *Scanner, names *MemberNames, words []string) (found map[string]string) {
	found = map[string]string{}
	for open, next := byte('{'), 0; ; open = ',' {
		at, text, v := s.Field(names, next, open)
		next = at + 1
		switch v {
		case Unsure:
			return nil
		case NoMember:
			return found
		case NotString:
			raw, ok := s.Number()
			if !ok {
				return nil
			}
			found[words[at]] = "number " + string(raw)
			continue
		case Escaped:
			var ok bool
			if text, ok = AppendText(nil, text); !ok {
				return nil
			}
		}
		found[words[at]] = "text " + string(text)
	}
}

// FuzzField compares what Field reads with what encoding/json reads. It reads no
// object twice with one name, of which that keeps the last.
func FuzzField(f *testing.F) {
	words := []string{"a", "to", "kind", "sixsix", "seven77", "eight888", "exploitation", "fourteen bytes", "fifteen bytes!!", "a name that is longer than two words"}
	names := NewNames(words...)
	for _, text := range []string{
		`{"a":"x"}`, `{"to":"","kind":"rescue"}`, `{ "kind" : "a\"b" , "a" : 12.5 }`, `{"seven77":"1234567","eight888":"12345678","sixsix":"123456789"}`,
		`{"exploitation":"x","a name that is longer than two words":"y","fourteen bytes":"z","fifteen bytes!!":"w"}`, `{"kin":"x"}`, `{"kinds":"x"}`,
		`{"a":"` + strings.Repeat("long ", 9) + `\n","to":-3}`, "{\"a\":\"\x01\"}", `{"a":"\u00e9é\ud83d\ude00"}`, `{}`, `{"a"`, `{"a":`, `{"a":"`, `{"a":"x`, `{"a":"x",}`, `{"a":01}`,
		`{"fifteen bytes!?":"x"}`, `{"a name that is longer than two wordz":"y"}`, "\t{\r\n\"a\"\t:\n\"x\"\r}", `{,"a":"x"}`, `{"a":"x""to":"y"}`, `{"a":"x"]`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var s Scanner
		s.Reset([]byte(text), 4)
		got := fields(&s, names, words)
		if got == nil || !s.AtEnd() || !utf8.ValidString(text) { // UTF-8 is for the caller to see
			return
		}
		var want map[string]any
		d := json.NewDecoder(strings.NewReader(text))
		d.UseNumber()
		if err := d.Decode(&want); err != nil {
			t.Fatalf("%q was read, and is not JSON: %v", text, err)
		}
		if len(got) != len(want) {
			t.Fatalf("%q: %q, want %q", text, got, want)
		}
		for name, value := range want {
			found := got[name]
			switch value := value.(type) {
			case string:
				if found != "text "+value {
					t.Fatalf("%q: %s is %q, want %q", text, name, found, value)
				}
			case json.Number:
				if found != "number "+value.String() {
					t.Fatalf("%q: %s is %q, want %q", text, name, found, value)
				}
			default:
				t.Fatalf("%q: %s is %q, want %v", text, name, found, value)
			}
		}
	})
}

// TestFieldReadsWhatIsUsual shows that Field does read objects, in any order of
// the members, with and without white space, and with each name at the end.
func TestFieldReadsWhatIsUsual(t *testing.T) {
	words := []string{"a", "to", "kind", "eight888", "exploitation", "fifteen bytes!!", "a name that is longer than two words"}
	names := NewNames(words...)
	for _, form := range [][2]string{{":", ","}, {": ", ", "}, {" :\n", "\r\n,\t"}} {
		for shift := range words {
			for size := range 20 {
				var b strings.Builder
				b.WriteString("{")
				for i := range words {
					if i > 0 {
						b.WriteString(form[1])
					}
					b.WriteString(`"` + words[(i+shift)%len(words)] + `"` + form[0] + `"` + strings.Repeat("x", size) + `"`)
				}
				b.WriteString("}")
				var s Scanner
				s.Reset([]byte(b.String()), 4)
				if got := fields(&s, names, words); len(got) != len(words) || got["kind"] != "text "+strings.Repeat("x", size) || !s.AtEnd() {
					t.Fatalf("%s: %q", b.String(), got)
				}
			}
		}
	}
}
