package advisory

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/rescuetally/rescuetally/incident"
)

// advertKind says what a token of an advert is.
type advertKind uint8

const (
	advertWord   advertKind = iota // letters and the marks on them
	advertNumber                   // digits, with commas and points between them
	advertSign                     // one sign: a comma, a hyphen, the sign of a currency
	advertBreak                    // a new line, a bullet, an emoji, what is no UTF-8
	advertFlag                     // the flag of a country
)

// advertMark says in what a token stands.
type advertMark uint8

const (
	inName  advertMark = 1 << iota // the name of an agent or employer
	onRoute                        // a clause about the way
	inVenue                        // a clause about interviews, fees or how to get in touch
)

// advertToken is a word, a number or a sign of an advert, with where it stands.
type advertToken struct {
	start, end int // bytes of the text
	lo, hi     int // bytes of the folded text
	kind       advertKind
	upper      bool // it begins with a capital letter
	gap        bool // something that is no token stands before it

	mark  advertMark  // where it stands
	class advertClass // what the phrase that covers it says
	value string      // of that phrase: a currency, a country
	first bool        // it begins a phrase
	size  int         // tokens of the phrase that it begins
}

// tokenise takes a text apart. Letters are folded as [Unicode] form NFKD has them, small
// and without the marks of Latin letters and the dots of Devanagari, so that full-width
// and mathematical letters are the plain ones; characters of no width, and the asterisks
// and tildes by which messengers make text bold, are skipped. The tokens keep where they
// stood.
//
// [Unicode]: https://www.unicode.org/reports/tr15/
func (a *advert) tokenise(text string) {
	a.text = text
	a.tokens = make([]advertToken, 0, len(text)/4+8)
	a.folded = make([]byte, 0, len(text)+len(text)/8+16)
	open, gap := false, false // a token that may grow; something was skipped
	begin := func(kind advertKind, start, end int) *advertToken {
		a.close(open)
		open = kind == advertWord || kind == advertNumber
		a.tokens = append(a.tokens, advertToken{start: start, end: end, lo: len(a.folded), hi: len(a.folded), kind: kind, gap: gap})
		gap = false
		return &a.tokens[len(a.tokens)-1]
	}
	last := func() *advertToken { return &a.tokens[len(a.tokens)-1] }
	for i, size := 0, 0; i < len(text); i += size {
		var r rune
		r, size = utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			begin(advertBreak, i, i+1)
			continue
		}
		if code, ok := flagAt(text[i:]); ok {
			size = 2 * size
			begin(advertFlag, i, i+size).value = code
			continue
		}
		var whole [utf8.UTFMax]byte
		parts := whole[:utf8.EncodeRune(whole[:], r)]
		if r >= utf8.RuneSelf {
			if d := norm.NFKD.PropertiesString(text[i:]).Decomposition(); d != nil {
				parts = d
			}
		}
		upper := unicode.IsUpper(r)
		for len(parts) > 0 {
			f, n := utf8.DecodeRune(parts)
			parts = parts[n:]
			upper = upper || unicode.IsUpper(f)
			f = foldAdvert(f)
			switch digit, isDigit := digitOf(f); {
			case f < 0: // dropped: part of what it stands in
				if len(a.tokens) > 0 && last().end == i && !gap {
					last().end = i + size
				}
			case isDigit:
				if !open || last().kind != advertNumber || gap {
					begin(advertNumber, i, i+size)
				}
				a.grow(i+size, '0'+rune(digit))
			case unicode.IsLetter(f), unicode.IsMark(f):
				if !open || last().kind != advertWord || gap {
					begin(advertWord, i, i+size).upper = upper
				}
				a.grow(i+size, f)
			case (f == ',' || f == '.') && open && !gap && last().kind == advertNumber && digitAt(text[i+size:]):
				a.grow(i+size, f)
			case f == '\n', f == '\r', f == '\v', f == '\f', f == 0x85, f == 0x2028, f == 0x2029:
				begin(advertBreak, i, i+size)
				a.grow(i+size, '\n')
			case unicode.IsSpace(f), f == '*', f == '~', f == '_', f == '"', f == '“', f == '”', f == '`':
				gap = true
			case f < utf8.RuneSelf && f > ' ' && f != '|' && f != '#' && f != ';', unicode.Is(unicode.Sc, f):
				begin(advertSign, i, i+size)
				a.grow(i+size, f)
			default: // bullets, emojis, danda
				begin(advertBreak, i, i+size)
			}
		}
	}
	a.close(open)
}

// grow adds a folded rune to the last token, which then ends at end.
func (a *advert) grow(end int, r rune) {
	t := &a.tokens[len(a.tokens)-1]
	a.folded = incident.AppendFolded(a.folded, r)
	t.end, t.hi = end, len(a.folded)
}

// close ends a word: in one of five letters or more, letters that are doubled become one,
// for people double them as they like (accomodation, khaana).
func (a *advert) close(open bool) {
	if !open {
		return
	}
	t := &a.tokens[len(a.tokens)-1]
	if t.kind != advertWord || t.hi-t.lo < 5 {
		return
	}
	w := a.folded[t.lo:t.hi]
	n := 0
	for i, c := range w {
		if i > 0 && c == w[i-1] && c >= 'a' && c <= 'z' {
			continue
		}
		w[n] = c
		n++
	}
	t.hi = t.lo + n
	a.folded = a.folded[:t.hi]
}

// word returns the folded letters of a token.
func (a *advert) word(i int) []byte {
	if i < 0 || i >= len(a.tokens) {
		return nil
	}
	return a.folded[a.tokens[i].lo:a.tokens[i].hi]
}

// sign reports whether token i is that sign.
func (a *advert) sign(i int, s byte) bool {
	w := a.word(i)
	return len(w) == 1 && w[0] == s && a.tokens[i].kind == advertSign
}

// tight reports whether nothing stands between tokens i−1 and i.
func (a *advert) tight(i int) bool {
	return i > 0 && i < len(a.tokens) && a.tokens[i].start == a.tokens[i-1].end
}

// foldAdvert folds a decomposed rune; −1 drops it.
func foldAdvert(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if r == '\'' {
			return -1
		}
		return unicode.ToLower(r)
	case r >= 0x300 && r <= 0x36f, r == 0x93c, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x2069,
		r >= 0xfe00 && r <= 0xfe0f, r == 0xad, r == 0xfeff, r == 0x61c, r == 0x34f, r == 0x20e3, r == '’', r == '‘', r == 'ʼ', r == '′':
		return -1
	case r == 0x901:
		return 0x902 // candrabindu as anusvara
	case r >= 0x2010 && r <= 0x2015, r == 0x2212, r == 0x2043:
		return '-'
	case r == 0x2044, r == 0x2215:
		return '/'
	case r == '、', r == '،':
		return ','
	case r == '→', r == '➡', r == '➜', r == '➔':
		return '>'
	}
	if i := smallCapital(r); i != 0 {
		return i
	}
	return unicode.ToLower(r)
}

// smallCapital returns the letter that a small capital, which adverts use as ornament,
// stands for, and 0 for any other rune.
func smallCapital(r rune) rune {
	if r < 0x262 || r > 0xa731 || r > 0x2ff && r < 0x1d00 || r > 0x1d22 && r < 0xa730 {
		return 0
	}
	i := 0
	for _, s := range "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ" {
		if s == r {
			return rune('a' + i)
		}
		i++
	}
	return 0
}

// digitAt reports whether a text begins with a digit.
func digitAt(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	_, ok := digitOf(r)
	return ok
}

// flagAt returns the country whose flag, two regional indicators, a text begins with.
func flagAt(text string) (string, bool) {
	const firstIndicator = 0x1f1e6
	if len(text) < 8 || text[0] != 0xf0 {
		return "", false
	}
	r, n := utf8.DecodeRuneInString(text)
	s, _ := utf8.DecodeRuneInString(text[n:])
	r, s = r-firstIndicator, s-firstIndicator
	if r < 0 || r >= 26 || s < 0 || s >= 26 {
		return "", false
	}
	code := string([]byte{'A' + byte(r), 'A' + byte(s)})
	return code, incident.IsCountry(code)
}
