package advisory

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNameKey(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"no letter", " -- & ()", ""},
		{"title, initials, apostrophe, legal form", "M/s S.K. Int'l Manpower Services (P) Ltd.", "sk international manpower service"},
		{"messrs", "Messrs Gulf Bridge", "gulf bridge"},
		{"private limited", "Gulf Bridge Private Limited", "gulf bridge"},
		{"single P without Ltd stays", "Plan P Overseas", "plan p overseas"},
		{"single P at the end of initials", "A. P. Ltd", "a"},
		{"Malaysian", "Gulf Bridge Sdn. Bhd.", "gulf bridge"},
		{"Indonesian", "PT. Sinar Jaya, Tbk", "sinar jaya"},
		{"Gulf", "Gulf Bridge FZ-LLC", "gulf bridge"},
		{"legal forms alone", "Company Ltd", "company ltd"},
		{"full width", "Ａｌ Ｎｏｏｒ", "al noor"},
		{"digits of another script", "५ स्टार", "5 star"},
		{"diacritics", "Señor Peña Œuvre Straße", "senor pena oeuvre strasse"},
		{"letters without parts", "Øresund Łódź Đà Ħal ıə Þór ðæ", "oresund lodz da hal ia thor dae"},
		{"joining words", "The House of Hands & Hearts", "house hands hearts"},
		{"Devanagari", "हिमालयन मैनपावर सर्विसेज प्रा. लि.", "himalayan manpower service"},
		{"Devanagari overseas", "इंटरनेशनल ओवरसीज प्राइवेट लिमिटेड", "international overseas"},
		{"conjunct at the end", "कृष्ण", "krishna"},
		{"iya at the end", "भारतीय", "bharatiya"},
		{"one letter", "न", "na"},
		{"vowels, anusvara, visarga, nukta", "अंगद दुःख ज़ॠ", "angad duhkh jari"},
		{"joiner in a conjunct", "क्\u200dष", "ksha"},
		{"Bengali", "সাগর ওভারসীজ", "sagar overseas"},
		{"Tamil", "ரிக்ரூட்மென்ட்", "recruitment"},
		{"another script", "شركة الخليج", "شركة الخليج"},
		{"soft hyphen and quotation marks", "Gu\u00adlf “Bridge” ’n’", "gulf bridge n"},
		{"labour and holdings", "Labor Holdings", "labour holding"},
	} {
		if got := NameKey(c.in); got != c.want {
			t.Errorf("%s: NameKey(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
	long := NameKey(strings.Repeat("abcdefghij", 100))
	if len(long) != maxNameWord {
		t.Errorf("a long word has %d bytes, want %d", len(long), maxNameWord)
	}
	if words := strings.Fields(NameKey(strings.Repeat("ab cd ", 20))); len(words) != maxNameWords {
		t.Errorf("a long name has %d words, want %d", len(words), maxNameWords)
	}
	if words := strings.Fields(NameKey(strings.Repeat("ltd co ", 20))); len(words) != maxNameWords {
		t.Errorf("a long name of legal forms has %d words, want %d", len(words), maxNameWords)
	}
}

// agencies are names that are none of each other's.
var agencies = []string{
	"Al Noor Overseas Pvt Ltd", "Al Noor Manpower Pvt Ltd", "Al Falah Overseas Pvt Ltd", "Himalayan Star International", "Himalayan Sun International",
	"Royal Blue Star Recruitment", "Royal Star Recruitment", "Gulf Bridge Consultants", "Gulf Ridge Consultants", "Shiva Manpower", "Shiv Shakti Manpower",
	"Greenland Overseas", "Greenfield Overseas", "PT Sinar Jaya", "PT Sumber Jaya", "Sagar International", "Nagar International", "Sunrise Overseas",
	"Sunshine Overseas", "S.K. International", "S.M. International", "Catharsis International", "Five M International", "Path Finder International",
	"Diamond Star Manpower Service", "Golden Star Manpower Service", "Vinayak Overseas Services", "Continental Holding Inc", "Trehan International",
}

func TestDifferentAgencies(t *testing.T) {
	for i, a := range agencies {
		for j, b := range agencies {
			score, back := CompareNames(a, b), CompareNames(b, a)
			if score != back {
				t.Errorf("CompareNames(%q, %q) = %d, the other way %d", a, b, score, back)
			}
			if i == j && score != 1000 || i != j && score >= NameFits {
				t.Errorf("CompareNames(%q, %q) = %d", a, b, score)
			}
		}
	}
}

// variants are ways in which an advert may print a name.
var variants = map[string]func(string) string{
	"upper case":    strings.ToUpper,
	"lower case":    strings.ToLower,
	"legal form":    func(s string) string { return "M/s. " + s + " (P) Limited" },
	"no legal form": func(s string) string { return strings.TrimSuffix(s, " Pvt Ltd") },
	"spaces":        func(s string) string { return "  " + strings.ReplaceAll(s, " ", " \t ") + "\n" },
	"hyphens":       func(s string) string { return strings.ReplaceAll(s, " ", "-") },
	"no spaces":     func(s string) string { return strings.Replace(s, "Star", " Star", 1) },
	"no dots":       func(s string) string { return strings.ReplaceAll(s, ".", "") },
	"plural":        func(s string) string { return strings.Replace(s+" ", "Service ", "Services ", 1) },
	"abbreviation":  func(s string) string { return strings.Replace(s, "International", "Int'l", 1) },
	"wide":          widen,
	"accent":        func(s string) string { return strings.ReplaceAll(s, "a", "á") },
	"transliteration": func(s string) string {
		return strings.NewReplacer("oo", "u", "Sh", "S", "v", "w", "j", "z", "th", "t").Replace(s)
	},
	"long vowels": func(s string) string { return strings.NewReplacer("a", "aa", "i", "ee", "u", "oo").Replace(s) },
}

func widen(s string) string {
	return strings.Map(func(r rune) rune {
		if r > ' ' && r < utf8.RuneSelf {
			return r - ' ' + 0xff00
		}
		return r
	}, s)
}

func TestVariantsAreTheSame(t *testing.T) {
	for name, f := range variants {
		for _, a := range agencies {
			if name == "long vowels" && strings.ContainsAny(a, "iu") && strings.Contains(a, "International") {
				continue // a common word so misspelt is none
			}
			if score := CompareNames(a, f(a)); score < NameSame && name != "long vowels" && name != "transliteration" {
				t.Errorf("%s: CompareNames(%q, %q) = %d, want at least %d", name, a, f(a), score, NameSame)
			}
		}
	}
}

func TestCompareNames(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		low, high  int
	}{
		{"nothing", "", "", 0, 0},
		{"nothing and a name", "Gulf", "--", 0, 0},
		{"transliteration", "Shree Ganesh Noor", "Sri Ganesh Nur", scoreSound, scoreSound},
		{"scripts", "हिमालयन मैनपावर", "Himalayan Manpower", NameSame, 1000},
		{"scripts with a common word", "सागर इन्टरनेशनल", "Sagar International", NameSame, 1000},
		{"spaces", "Sun Shine Overseas", "Sunshine Overseas", scoreSpaced, scoreSpaced},
		{"shifted spaces", "Gul Fstar", "Gulf Star", scoreSpaced, scoreSpaced},
		{"common word left out", "Al Noor Overseas", "Al Noor", NameFits, NameSame - 1},
		{"common word exchanged", "Al Noor Overseas", "Al Noor Manpower", NameResembles, NameFits - 1},
		{"common word exchanged in a long name", "Royal Blue Star Overseas", "Royal Blue Star Manpower", NameResembles, NameFits - 1},
		{"another order", "Gulf Star", "Star Gulf", NameResembles, NameFits - 1},
		{"a letter", "Zamzam Overseas", "Zanzam Overseas", NameResembles, NameFits - 1},
		{"a letter in a long name", "Himalayan Star Overseas", "Himalayam Star Overseas", NameResembles, NameFits - 1},
		{"two letters in a long word", "Himalayan", "Hibalayam", NameResembles, NameFits - 1},
		{"a telling word left out", "Royal Blue Star Overseas", "Royal Star Overseas", NameResembles, NameFits - 1},
		{"another name", "Royal Star Overseas", "Gulf Bridge Overseas", 0, NameResembles - 1},
		{"common words alone", "International Manpower", "Global Placement", 0, 0},
		{"Cyrillic letter that looks alike", "Gulf Аrabia", "Gulf Arabia", 0, NameFits - 1},
	} {
		got := CompareNames(c.a, c.b)
		if got < c.low || got > c.high {
			t.Errorf("%s: CompareNames(%q, %q) = %d, want %d to %d", c.name, c.a, c.b, got, c.low, c.high)
		}
	}
}

// TestSoundEdits compares with the plain recursion.
func TestSoundEdits(t *testing.T) {
	words := []string{"", "a", "ab", "ba", "abc", "gulf", "golf", "himalaian", "himalaiam", "imalaian"}
	for _, a := range words {
		for _, b := range words {
			want := slowEdits(a, b)
			for most := range 4 {
				got := soundEdits([]byte(a), []byte(b), most)
				if want <= most && got != want || want > most && got <= most {
					t.Errorf("soundEdits(%q, %q, %d) = %d, want %d", a, b, most, got, want)
				}
			}
		}
	}
}

func slowEdits(a, b string) int {
	switch {
	case a == "":
		return len(b)
	case b == "":
		return len(a)
	case a[0] == b[0]:
		return slowEdits(a[1:], b[1:])
	}
	return 1 + min(slowEdits(a[1:], b[1:]), slowEdits(a[1:], b), slowEdits(a, b[1:]))
}

func FuzzCompareNames(f *testing.F) {
	for _, a := range agencies {
		f.Add(a, "हिमालयन मैनपावर प्रा. लि.")
	}
	f.Add("", "\xff")
	f.Add("M/s", "(P) Ltd")
	f.Add("\xf5ǐ", "0")
	f.Add("শ্রী ওভারসীজ", "x\u200dy क् ं")
	f.Fuzz(func(t *testing.T, a, b string) {
		key := NameKey(a)
		if !utf8.ValidString(key) && len(a) <= maxNameWord {
			t.Error("the key is not UTF-8")
		}
		score := CompareNames(a, b)
		if score < 0 || score > 1000 || score != CompareNames(b, a) {
			t.Errorf("score %d, the other way %d", score, CompareNames(b, a))
		}
		if got := CompareNames(a, a); got != 1000 && key != "" || got != 0 && key == "" {
			t.Errorf("a name and itself: %d", got)
		}
		if got := CompareNames(a, " "+a+"\t."); got != CompareNames(a, a) && len(a) < maxName-4 {
			t.Errorf("space and dots around it: %d", got)
		}
	})
}
