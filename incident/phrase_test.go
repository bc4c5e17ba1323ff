package incident

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// phraseCases gives the lines of a list of phrases.
func phraseCases(t testing.TB, list string, use func(lang, text, want string)) {
	t.Helper()
	for line := range strings.SplitSeq(strings.TrimSpace(list), "\n") {
		f := strings.Split(line, "|")
		if len(f) != 3 {
			t.Fatalf("line %q has %d fields, want 3", line, len(f))
		}
		use(strings.TrimSpace(f[0]), strings.TrimSpace(f[1]), strings.TrimSpace(f[2]))
	}
}

func checkPhrase(t *testing.T, lang, text, want string) {
	t.Helper()
	c, err := ReadPhrase(text, lang)
	if got := c.String(); got != want || (err == nil) != (want != "") {
		t.Errorf("ReadPhrase(%q, %q) = %q, %v, want %q", text, lang, got, err, want)
	}
	if err != nil && !errors.Is(err, ErrNoNumber) {
		t.Errorf("ReadPhrase(%q, %q): %v is not ErrNoNumber", text, lang, err)
	}
}

func TestReadPhraseLists(t *testing.T) {
	read, blank := map[string]int{}, map[string]int{}
	for name, list := range map[string]string{
		"english": phrasesEnglish, "europe": phrasesEurope, "southeast": phrasesSoutheast, "east": phrasesEast, "india": phrasesIndia,
		"cldr": phrasesCLDR, "headlines": phrasesHeadlines,
	} {
		t.Run(name, func(t *testing.T) {
			phraseCases(t, list, func(lang, text, want string) {
				checkPhrase(t, lang, text, want)
				checkPhrase(t, lang, norm.NFD.String(text), want)
				if name == "cldr" {
					return
				}
				read[lang]++
				if want == "" {
					blank[lang]++
				}
			})
		})
	}
	for _, lang := range []string{"en", "id", "fil", "hi", "mr", "gu", "ml", "ta", "ur", "ar", "ko", "ja", "zh", "th", "vi", "fr", "de", "es", "it"} {
		if read[lang] < 15 || blank[lang] < 2 {
			t.Errorf("%s has %d phrases, %d of them without a number; want at least 15 and 2", lang, read[lang], blank[lang])
		}
	}
}

func TestReadPhraseCorpus(t *testing.T) {
	f, err := os.Open("../../shared/corpus/reports.csv")
	if err != nil {
		t.Skip("the corpus is not beside the repository: ", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	for _, row := range rows[1:] {
		checkPhrase(t, row[column["language"]], row[column["count_text"]], row[column["phrase_count"]])
	}
	if len(rows) != 187 {
		t.Errorf("the corpus has %d rows, want 186 and a header", len(rows))
	}
}

// TestReadPhraseFigures reads the phrases of the corpus in which a count is
// stated beside the text, too: the two must agree.
func TestReadPhraseFigures(t *testing.T) {
	data, err := os.ReadFile("../../shared/corpus/reports.ndjson")
	if err != nil {
		t.Skip("the corpus is not beside the repository: ", err)
	}
	checked := 0
	for line := range strings.Lines(string(data)) {
		var r struct {
			Figures []struct {
				Count Count
				Text  string
			}
			Source struct{ Lang string }
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Figures {
			if f.Text == "" || f.Count.IsZero() {
				continue
			}
			checked++
			if c, err := ReadPhrase(f.Text, r.Source.Lang); err == nil && !c.Agrees(f.Count) {
				t.Errorf("ReadPhrase(%q, %q) = %v, the record has %v", f.Text, r.Source.Lang, c, f.Count)
			}
		}
	}
	if checked < 90 {
		t.Errorf("%d figures checked, want at least 90", checked)
	}
}

func TestReadPhraseRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"too long":       "250" + strings.Repeat(" people", 100),
		"not UTF-8":      "250 \xff",
		"empty":          "",
		"no words":       "—",
		"two scripts":    "2५0",
		"superscript":    "250²",
		"fraction":       "2½",
		"roman":          "Ⅷ",
		"circled":        "⑧",
		"over int64":     "9223372036854775808",
		"over by lakhs":  "92233720368547758 lakh",
		"above the last": "more than 9223372036854775807",
		"below nothing":  "fewer than 0",
		"twenty digits":  "over 10000000000000000000",
	} {
		for _, lang := range []string{"en", "", "hi", "zz"} {
			if c, err := ReadPhrase(text, lang); !errors.Is(err, ErrNoNumber) || !c.IsZero() {
				t.Errorf("%s: ReadPhrase in %q = %v, %v, want ErrNoNumber", name, lang, c, err)
			} else if text != "" && strings.Contains(err.Error(), text) {
				t.Errorf("%s: the error holds the phrase", name)
			}
		}
	}
}

func TestReadPhraseLanguageTags(t *testing.T) {
	for tag, want := range map[string]string{
		"id": "1018", "id-ID": "1018", "ID": "1018", "in": "1018", "vi_VN": "1018", "de-AT": "1018", "es": "1018", "es-ES": "1018",
		"es-MX": "", "es-419": "", "en": "", "en-IN": "", "zh-Hant-TW": "", "": "", "tlh": "", "hi-Latn": "",
	} {
		checkPhrase(t, tag, "1.018", want)
	}
	checkPhrase(t, "de-CH", "1'018", "1018")
	checkPhrase(t, "fr", "1\u202f018", "1018")
	checkPhrase(t, "ru", "1\u00a0018", "1018")
	checkPhrase(t, "en", "1\u00a0018 people", "1018")
	checkPhrase(t, "en", "1 018", "")
}

// TestReadPhraseDigits: digits alone are their number, in every language, in
// every script's digits and in every grouping of the language.
func TestReadPhraseDigits(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	zeros := []rune{'0', 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10, 0x1d7d8}
	for range 300 {
		n := rnd.Int64N(math.MaxInt64) >> rnd.IntN(63)
		text := strconv.FormatInt(n, 10)
		for _, zero := range zeros {
			native := strings.Map(func(r rune) rune { return zero + r - '0' }, text)
			lang := lexiconCodes[rnd.IntN(len(lexiconCodes))]
			checkPhrase(t, lang, native, text)
			checkPhrase(t, "", native, text)
		}
		checkPhrase(t, "en", inGroups(text, ",", 3), text)
		checkPhrase(t, "hi", inGroups(text, ",", 2), text)
		checkPhrase(t, "id", inGroups(text, ".", 3), text)
		checkPhrase(t, "fr", inGroups(text, " ", 3), text)
		checkPhrase(t, "de", inGroups(text, "'", 3), text)
		checkPhrase(t, "ar", inGroups(text, "٬", 3), text)
	}
}

// inGroups puts sep before the last three digits and before every size digits
// in front of them.
func inGroups(digits, sep string, size int) string {
	if len(digits) <= 3 {
		return digits
	}
	head, tail := digits[:len(digits)-3], digits[len(digits)-3:]
	for len(head) > size {
		tail = head[len(head)-size:] + sep + tail
		head = head[:len(head)-size]
	}
	return head + sep + tail
}

// TestLexicons: in no language has a word two numbers, and every table entry is
// found under the form in which a phrase is looked up.
func TestLexicons(t *testing.T) {
	seen := map[string]bool{}
	for _, code := range lexiconCodes {
		seen[code] = true
		lx := lexiconOf(code)
		if lx == nil {
			t.Fatalf("%s has no lexicon", code)
		}
		numbers := map[string]int64{}
		for n, forms := range lx.small {
			for form := range strings.SplitSeq(forms, "/") {
				key := strings.Join(lx.parts(form), " ")
				if old, ok := numbers[key]; ok && key != "" && old != int64(n) {
					t.Errorf("%s: %q is %d and %d", code, key, old, n)
				}
				numbers[key] = int64(n)
			}
		}
		for _, table := range []map[int64]string{lx.values, lx.lone, lx.around} {
			for n, forms := range table {
				for form := range strings.FieldsFuncSeq(forms, func(r rune) bool { return r == ',' || r == '/' }) {
					key := strings.Join(lx.parts(form), " ")
					if old, ok := numbers[key]; ok && key != "" && old != n {
						t.Errorf("%s: %q is %d and %d", code, key, old, n)
					}
					numbers[key] = n
				}
			}
		}
		for key := range lx.items {
			if it := lx.items[key]; it.roles&(roleSmall|roleMult) != 0 && it.roles&roleFail != 0 {
				t.Errorf("%s: %q is a number and refuses the phrase", code, key)
			}
			if strings.Join(lx.parts(key), " ") != key {
				t.Errorf("%s: %q is not in the form that is looked up", code, key)
			}
		}
		for _, r := range []role{rolePre, roleFail, roleSkip, roleUnit} {
			found := false
			for _, it := range lx.items {
				found = found || it.roles&r != 0
			}
			if !found {
				t.Errorf("%s has no word of role %b", code, r)
			}
		}
	}
	for code := range lexicons {
		if !seen[code] && code != "es-419" {
			t.Errorf("%s is not tried for phrases of unknown language", code)
		}
	}
	for from, to := range lexiconAliases {
		if _, ok := lexicons[to]; !ok {
			t.Errorf("%s stands for %s, which has no lexicon", from, to)
		}
	}
}

func FuzzReadPhrase(f *testing.F) {
	for _, list := range []string{phrasesEnglish, phrasesEurope, phrasesSoutheast, phrasesEast, phrasesIndia, phrasesHeadlines} {
		n := 0
		phraseCases(f, list, func(lang, text, _ string) {
			if n++; n%4 == 0 {
				f.Add(text, lang)
			}
		})
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		c, err := ReadPhrase(text, lang)
		switch {
		case err != nil && (!c.IsZero() || !errors.Is(err, ErrNoNumber)):
			t.Fatalf("ReadPhrase = %v, %v", c, err)
		case err != nil:
			return
		case c.IsZero():
			t.Fatal("a phrase was read as unstated")
		case !utf8.ValidString(text) || len(text) > maxPhrase:
			t.Fatal("a phrase was read that should be refused")
		}
		if back, err := ParseCount(c.String()); err != nil || back != c {
			t.Fatalf("%v does not come back: %v, %v", c, back, err)
		}
		if again, _ := ReadPhrase(" "+text+" ", lang); again != c {
			t.Fatalf("with spaces around it reads %v, without %v", again, c)
		}
	})
}

func BenchmarkReadPhrase(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ReadPhrase("as many as 22,145 people", "en"); err != nil {
			b.Fatal(err)
		}
	}
}
