package incident

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// The names and codes of countries are those of ISO 3166-1 and of the Unicode
// CLDR; see the file NOTICE.

// IsCountry reports whether code is an assigned two-letter code of ISO 3166-1
// in upper case, such as "KH", or "XK", which is in use for Kosovo. Withdrawn
// codes (AN, SU, YU), reserved ones (EU, UK) and lower case are not codes; a
// caller that wants to say what was meant asks [SuggestCountry].
func IsCountry(code string) bool {
	if len(code) != 2 {
		return false
	}
	first, second := code[0]-'A', code[1]-'A'
	return first < 26 && second < 26 && countryGrid[int(first)*26+int(second)] == code[1]
}

// CountryName returns the English short name of the country, as in "Cambodia"
// for "KH", and false when code is not one that [IsCountry] accepts.
// [LookupCountry] takes every name it returns back to the code.
func CountryName(code string) (string, bool) {
	if !IsCountry(code) {
		return "", false
	}
	name, ok := countryNames()[code]
	return name, ok
}

// LookupCountry returns the two-letter code of the country of that name. It
// knows the English names with their former, formal and abbreviated forms
// (Burma, Kampuchea, Lao PDR, Viet Nam, Türkiye, U.K., DPRK), the names in the
// country's official languages and, for the countries that reports on scam
// compounds name most, in thirty languages more (កម្ពុជា, Камбоджа, 柬埔寨).
// It takes the two-letter and three-letter codes in any letter case as well,
// and the codes UK and EL, in use for GB and GR. "NA" is the code of Namibia: a
// file that writes it for what is not available needs a table of its own.
//
// Letter case, diacritics, spaces, hyphens, apostrophes, dots, a leading "the"
// and the word "and" do not matter. Letters do: a name in which one was replaced
// by a letter of another script that looks alike is the name of no country.
// Sources write the parts of the United Kingdom where a country is asked for:
// England, Scotland, Wales and Northern Ireland give "GB"; [LookupSubdivision]
// has them apart. "Congo" is the country that ISO 3166-1 calls so, "CG"; "Korea"
// is none.
//
// Records hold codes only: names are for mappings of other people's files.
func LookupCountry(name string) (code string, ok bool) {
	if code, ok := countryCodes()[upperCode(name)]; ok {
		return code, true
	}
	key, ok := foldName(name)
	if !ok {
		return "", false
	}
	code, ok = countryKeys()[key]
	return code, ok
}

// SuggestCountry returns the code that s, which is not a country's code, was
// probably meant to be: what [LookupCountry] finds, or else the only country
// whose name, in Latin letters, is at most two edits away. It is for a hint in a message,
// never for data.
func SuggestCountry(s string) (code string, ok bool) {
	const shortest, tooFar = 5, 3 // letters of a name, edits
	if code, ok := LookupCountry(s); ok {
		return code, true
	}
	key, ok := foldName(s)
	if !ok || len(key) < shortest || !isASCII(key) {
		return "", false
	}
	best, tie := tooFar, false
	for candidate, c := range countryKeys() {
		if len(candidate) < shortest || !isASCII(candidate) {
			continue
		}
		switch n := edits(key, candidate, tooFar); {
		case n < best:
			best, code, tie = n, c, false
		case n == best && c != code:
			tie = true
		}
	}
	if best == tooFar || tie {
		return "", false
	}
	return code, true
}

// countryNames has the English short name of each code.
var countryNames = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 256)
	for c := range countryLines {
		m[c.code], _, _ = strings.Cut(c.names, "|")
	}
	return m
})

// countryCodes has the two-letter code of each code of two or three letters.
// They are apart from the names, for "N/A" is not the code NA.
var countryCodes = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 512)
	for c := range countryLines {
		m[c.code], m[c.alpha3] = c.code, c.code
	}
	return m
})

// countryKeys has the code of each folded name. No two countries share a name,
// as a test shows.
var countryKeys = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 4096)
	for c := range countryLines {
		for name := range strings.SplitSeq(c.names, "|") {
			if key, ok := foldName(name); ok {
				m[key] = c.code
			}
		}
	}
	return m
})

// countryLine is one line of the country table.
type countryLine struct{ code, alpha3, names string }

func countryLines(yield func(countryLine) bool) {
	for line := range strings.Lines(countryTable) {
		code, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		alpha3, names, _ := strings.Cut(rest, "\t")
		if !yield(countryLine{code, alpha3, names}) {
			return
		}
	}
}

// upperCode returns s without the space around it and in upper case, when it is
// short enough to be a code, and the empty string otherwise. Letters outside of
// ASCII stay what they are.
func upperCode(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > len("PH-TAR") || !isASCII(s) {
		return ""
	}
	return strings.ToUpper(s)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
