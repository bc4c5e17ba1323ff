package advisory

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/rescuetally/rescuetally/incident"
)

const (
	maxName      = 512 // bytes of a name that are read
	maxNameWords = 12  // words that are compared
	maxNameWord  = 32  // bytes of a word that are compared
)

// NameKey returns what a name of an agency comes to when everything is taken
// away that does not tell agencies apart: lower-case words with one space
// between them. It is empty when the name has no letter and no digit.
//
// Letter case, width, diacritics and punctuation go; "&", "and", "of" and "the"
// go; single letters are joined (S.K. is sk); legal forms go (Pvt Ltd, Private
// Limited, (P) Ltd, Inc, Corp, Co., LLC, FZE, Sdn Bhd, PT, Tbk, M/s and others)
// unless nothing else is left; the words that most agencies have in their names
// are brought to one spelling (Int'l is international, Services service).
// Devanagari and the scripts that Unicode lays out alike (Bengali, Gurmukhi,
// Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam) are written in Latin
// letters after Hunterian, the system of the Survey of India, without marks for
// length and place of articulation; an inherent vowel at a word's end is left
// out but after a conjunct. Other scripts stay as they are.
//
// At most 512 bytes, 12 words and 32 bytes a word are read. It is safe for
// concurrent use.
func NameKey(name string) string {
	var n foldedName
	n.fold(name)
	words := make([]string, n.count)
	for i := range words {
		words[i] = string(n.word(i))
	}
	return strings.Join(words, " ")
}

// foldedName is a name taken apart. Its memory is used again by fold.
type foldedName struct {
	plain []byte // lower case, separators as spaces
	text  []byte // the words, one after the other
	sound []byte // the words as they sound, one after the other
	words [maxNameWords]nameWord
	count int
}

// nameWord is where a word and its sound stand.
type nameWord struct {
	start, end           uint16
	soundStart, soundEnd uint16
	common               bool // most agencies could have it in their names
}

func (n *foldedName) word(i int) []byte   { return n.text[n.words[i].start:n.words[i].end] }
func (n *foldedName) sounds(i int) []byte { return n.sound[n.words[i].soundStart:n.words[i].soundEnd] }

// fold takes a name apart.
func (n *foldedName) fold(name string) {
	n.plain, n.text, n.sound, n.count = n.plain[:0], n.text[:0], n.sound[:0], 0
	if len(name) > maxName {
		name = strings.ToValidUTF8(name[:maxName], " ")
	}
	if firstBeyondASCII(name) == len(name) {
		for i := range len(name) {
			n.plainASCII(name[i])
		}
	} else {
		n.plainRunes(name)
	}
	n.split()
}

func (n *foldedName) plainASCII(c byte) {
	switch {
	case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		n.plain = append(n.plain, c)
	case c >= 'A' && c <= 'Z':
		n.plain = append(n.plain, c-'A'+'a')
	case c == '\'' || c == '`':
	default:
		n.plain = append(n.plain, ' ')
	}
}

// plainRunes is plainASCII for a name of any letters.
func (n *foldedName) plainRunes(name string) {
	var indic transliterator
	// Bytes that are no UTF-8 would keep letters behind them from being taken apart.
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(name, " ")) {
		if n.plain, r = indic.write(n.plain, r); r == 0 {
			continue
		}
		switch digit, ok := digitOf(r); {
		case ok:
			n.plain = append(n.plain, '0'+digit)
		case r < utf8.RuneSelf:
			n.plainASCII(byte(r))
		case r >= 0x300 && r <= 0x36f, unicode.Is(unicode.Cf, r), r == '’', r == '‘', r == 'ʼ': // accents, joiners, apostrophes
		case unicode.IsLetter(r), unicode.IsMark(r):
			n.plain = incident.AppendFolded(n.plain, unicode.ToLower(r))
		default:
			n.plain = append(n.plain, ' ')
		}
	}
	n.plain = indic.end(n.plain)
}

// split fills words from plain: single letters are joined, legal forms and
// joining words left out, common words brought to one spelling.
func (n *foldedName) split() {
	for rest := withoutMessrs(n.plain); n.count < maxNameWords; {
		var w []byte
		if w, rest = nextWord(rest); len(w) == 0 {
			break
		}
		switch canonical, kind := wordKind(w); {
		case kind == wordLegal, len(w) == 1 && w[0] == 'p' && beforeLimited(rest):
		case kind == wordJoining:
		case kind == wordCommon:
			n.addCommon(canonical)
		default:
			n.add(w)
		}
	}
	if n.count > 0 {
		return
	}
	for rest := n.plain; n.count < maxNameWords; { // a name of legal forms alone keeps them
		var w []byte
		if w, rest = nextWord(rest); len(w) == 0 {
			return
		}
		n.add(w)
	}
}

// nextWord cuts the first word off: letters between spaces, or single letters
// with spaces between them, which it moves together.
func nextWord(plain []byte) (word, rest []byte) {
	start := 0
	for start < len(plain) && plain[start] == ' ' {
		start++
	}
	end := start
	for end < len(plain) && plain[end] != ' ' {
		end++
	}
	if end-start != 1 {
		return plain[start:end], plain[end:]
	}
	if plain[start] == 'p' && beforeLimited(plain[end:]) {
		return plain[start:end], plain[end:]
	}
	joined := plain[start:end:end]
	for {
		next := end
		for next < len(plain) && plain[next] == ' ' {
			next++
		}
		single := next < len(plain) && (next+1 == len(plain) || plain[next+1] == ' ') && plain[next] < utf8.RuneSelf
		if !single || plain[next] == 'p' && beforeLimited(plain[next+1:]) {
			return joined, plain[end:]
		}
		joined = append(joined, plain[next]) // a copy: the cap says so
		end = next + 1
	}
}

// beforeLimited reports whether the next word is Ltd or Limited, before which
// a single P means private.
func beforeLimited(rest []byte) bool {
	for len(rest) > 0 && rest[0] == ' ' {
		rest = rest[1:]
	}
	end := 0
	for end < len(rest) && rest[end] != ' ' {
		end++
	}
	return string(rest[:end]) == "ltd" || string(rest[:end]) == "limited"
}

// withoutMessrs cuts off what stands before a firm's name: M/s, Messrs.
func withoutMessrs(plain []byte) []byte {
	plain = bytes.TrimLeft(plain, " ")
	for _, title := range [...]string{"m s ", "ms ", "messrs "} {
		if len(plain) > len(title) && string(plain[:len(title)]) == title {
			return plain[len(title):]
		}
	}
	return plain
}

// add adds a word that may tell agencies apart.
func (n *foldedName) add(w []byte) {
	if len(w) > maxNameWord {
		w = w[:maxNameWord]
	}
	word := nameWord{start: uint16(len(n.text)), soundStart: uint16(len(n.sound))}
	n.text = append(n.text, w...)
	n.sound = appendSound(n.sound, w)
	word.end, word.soundEnd = uint16(len(n.text)), uint16(len(n.sound))
	n.words[n.count] = word
	n.count++
}

// commonMark stands before common words, so that they are words of their own.
const commonMark = ' '

// addCommon adds a word that most agencies could have in their names.
func (n *foldedName) addCommon(w string) {
	n.text = append(n.text, commonMark)
	word := nameWord{start: uint16(len(n.text)), soundStart: uint16(len(n.sound)), common: true}
	n.text = append(n.text, w...)
	n.sound = append(n.sound, w...)
	word.end, word.soundEnd = uint16(len(n.text)), uint16(len(n.sound))
	n.words[n.count] = word
	n.count++
}
