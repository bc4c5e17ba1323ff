package incident

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold brings a text to the form in which the tables are compared: lower case,
// composed, without marks that people leave out, one code point per letter that
// is written with several. Arabic letters of the same shape in Arabic, Persian
// and Urdu become one.
func (lx *lexicon) fold(text string) string {
	text = chilluForms.Replace(text)
	var b strings.Builder
	b.Grow(len(text))
	letter := false
	for _, r := range norm.NFD.String(text) {
		r = foldRune(r, lx.marks)
		if r < 0 {
			continue
		}
		b.WriteRune(r)
		if r == '\'' && letter && lx.elides {
			b.WriteByte(' ')
		}
		letter = unicode.IsLetter(r)
	}
	return strings.ReplaceAll(norm.NFC.String(b.String()), "\u0e4d\u0e32", "\u0e33")
}

// chilluForms writes the older spelling of Malayalam's final consonants as the
// newer one.
var chilluForms = strings.NewReplacer(
	"\u0d23\u0d4d\u200d", "\u0d7a",
	"\u0d28\u0d4d\u200d", "\u0d7b",
	"\u0d30\u0d4d\u200d", "\u0d7c",
	"\u0d32\u0d4d\u200d", "\u0d7d",
	"\u0d33\u0d4d\u200d", "\u0d7e",
)

// foldRune folds one decomposed rune; −1 drops it. marks keeps Latin marks.
func foldRune(r rune, marks bool) rune {
	switch {
	case r > ' ' && r < 0x80:
		return unicode.ToLower(r)
	case r >= 0x300 && r <= 0x36f:
		if marks {
			return r
		}
		return -1
	case r >= 0x64b && r <= 0x65f, r == 0x640, r == 0x670, // Arabic vowel marks, hamza above and below, tatweel
		r >= 0x200b && r <= 0x200f, r == 0xad, r == 0xfeff, r == 0x61c, // zero width, soft hyphen
		r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x2069,
		r >= 0xfe00 && r <= 0xfe0f,                                             // variation selectors
		r == 0x93c, r == 0x9bc, r == 0xa3c, r == 0xabc, r == 0xb3c, r == 0xcbc, // nukta
		r == 0x981: // Bengali candrabindu
		return -1
	case r == 0xa0, r == 0x2007, r == 0x2009, r == 0x202f:
		return 0xa0
	case unicode.IsSpace(r):
		return ' '
	case r >= 0xff01 && r <= 0xff5e && (r < 0xff10 || r > 0xff19): // full width
		return unicode.ToLower(r - 0xfee0)
	case r >= 0x2010 && r <= 0x2015, r == 0x2212:
		return '-'
	}
	if same, ok := sameRune[r]; ok {
		return same
	}
	return unicode.ToLower(r)
}

var sameRune = map[rune]rune{
	'’': '\'', '‘': '\'', 'ʼ': '\'', '′': '\'', '`': '\'',
	'〜': '~', '∼': '~', '≈': '~', '≃': '~', '±': '~',
	0x901: 0x902, 0xa81: 0xa82, 0xa70: 0xa02, // candrabindu and tippi as anusvara
	'ى': 'ي', 'ی': 'ي', 'ک': 'ك', 'ہ': 'ه', 'ۃ': 'ه', 'ة': 'ه', 'ھ': 'ه', 'ٱ': 'ا', 'ە': 'ه',
	'〇': '零', '【': '[', '】': ']', '「': '"', '」': '"', '『': '"', '』': '"', '〔': '(', '〕': ')',
}
