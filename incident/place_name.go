package incident

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxNameBytes bounds the names that are looked up: longer text is no name of a
// place and is not folded.
const maxNameBytes = 256

// foldName reduces a name of a place to the key it is looked up by: lower case,
// without diacritics of alphabetic scripts, spaces, hyphens, apostrophes, dots,
// commas, slashes and brackets, without a leading "the" and without the word
// "and", and with "st" as "saint". Letters are never replaced by letters that
// merely look alike, so that a name with a letter of another script has the key
// of no place.
//
// It returns false for text that cannot be a name: empty, too long, not UTF-8,
// or with control, invisible or other characters that no name has.
func foldName(s string) (string, bool) {
	if len(s) > maxNameBytes || !utf8.ValidString(s) {
		return "", false
	}
	wordStart, first, invisible, latin := 0, true, false, false
	folded := make([]byte, 0, 64)
	flush := func(last bool) {
		switch w := string(folded[wordStart:]); {
		case w == "", last:
			return
		case w == "and" && !first, w == "the" && first:
			folded = folded[:wordStart]
		case w == "st":
			folded = append(folded[:wordStart], "saint"...)
		}
		wordStart, first = len(folded), false
	}
	for _, r := range norm.NFD.String(strings.TrimFunc(s, isNameSeparator)) {
		switch {
		case r >= 0x300 && r <= 0x36F: // combining diacritical marks
		case r == '\u200b', r == '\u200c', r == '\u200d':
			// Part of the spelling in Khmer, Burmese and the scripts of India,
			// hidden text elsewhere.
			invisible = true
		case r == '&', isNameSeparator(r):
			flush(false)
		case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r):
			latin = latin || unicode.Is(unicode.Latin, r)
			folded = AppendFolded(folded, unicode.ToLower(r))
		default:
			return "", false
		}
	}
	flush(true)
	return string(folded), len(folded) > 0 && !(invisible && latin)
}

func isNameSeparator(r rune) bool {
	return unicode.Is(unicode.Zs, r) || unicode.Is(unicode.Pd, r) || strings.ContainsRune("'’‘ʻʼʿʾ`´.,()/[]·・、（）\t", r)
}

// AppendFolded appends a small letter to dst, the Latin letters that Unicode does not
// take apart (ø, ß, đ) as English texts spell them. It is for comparing names, of
// texts that Unicode's form NFD or NFKD has taken apart, and is safe for concurrent use.
func AppendFolded(dst []byte, r rune) []byte {
	switch r {
	case 'ø':
		return append(dst, 'o')
	case 'đ', 'ð':
		return append(dst, 'd')
	case 'ł':
		return append(dst, 'l')
	case 'ħ':
		return append(dst, 'h')
	case 'ı':
		return append(dst, 'i')
	case 'ə':
		return append(dst, 'a')
	case 'æ':
		return append(dst, "ae"...)
	case 'œ':
		return append(dst, "oe"...)
	case 'ß':
		return append(dst, "ss"...)
	case 'ς': // sigma at the end of a word
		return append(dst, "σ"...)
	case 'þ':
		return append(dst, "th"...)
	}
	return utf8.AppendRune(dst, r)
}
