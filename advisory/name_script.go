package advisory

// The scripts of India that descend from Brahmi stand in Unicode in rows of 128
// characters, laid out as ISCII (IS 13194:1991) has them, so that one table
// serves Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada
// and Malayalam.
const (
	firstIndic = 0x0900
	lastIndic  = 0x0d7f
	indicRow   = 0x80
)

// transliterator writes the letters of such scripts in Latin ones, after the
// Hunterian system without its marks.
type transliterator struct {
	consonant bool // the last letter was a consonant, whose vowel is not known yet
	conjunct  bool // that consonant was joined to one before it
	virama    bool // the last sign takes the vowel away
	vowel     byte // the last vowel of the word; 0: none so far
}

// write appends what can be written once r is known. The rune it returns is 0
// when r was one of the scripts' letters, and else r, for the caller to write.
func (t *transliterator) write(dst []byte, r rune) ([]byte, rune) {
	if r < firstIndic || r > lastIndic {
		if r == 0x200c || r == 0x200d { // joiners say how a conjunct is drawn
			return dst, 0
		}
		return t.end(dst), r
	}
	at := (r - firstIndic) % indicRow
	switch {
	case at == 0x3c: // nukta: another sound for the same letter
	case at == 0x4d: // virama
		t.virama, t.consonant = t.consonant, false
	case at >= 0x15 && at <= 0x39:
		dst = t.inherent(dst)
		dst = append(dst, indicConsonants[at-0x15]...)
		t.consonant, t.conjunct, t.virama = true, t.virama, false
	case at >= 0x3e && at <= 0x4c:
		t.consonant, t.virama = false, false
		dst = t.append(dst, indicVowels[at-0x3e+1])
	case at >= 0x05 && at <= 0x14:
		dst = t.append(t.inherent(dst), indicVowels[max(at-0x05, 0)])
	case at >= 0x01 && at <= 0x03: // candrabindu, anusvara, visarga
		dst = append(t.inherent(dst), "nnh"[at-1])
	case at >= 0x60 && at <= 0x63: // rare vowels
		dst = t.append(t.inherent(dst), "ri")
	default: // digits, dandas and signs
		return t.end(dst), r
	}
	return dst, 0
}

func (t *transliterator) append(dst []byte, vowel string) []byte {
	t.vowel = vowel[len(vowel)-1]
	return append(dst, vowel...)
}

// inherent writes the vowel that a consonant has when no other follows.
func (t *transliterator) inherent(dst []byte) []byte {
	if t.consonant {
		t.consonant = false
		dst = t.append(dst, "a")
	}
	return dst
}

// end ends a word. The inherent vowel of its last consonant is silent but in a
// word of one letter, after a conjunct (krishna) and in -iya.
func (t *transliterator) end(dst []byte) []byte {
	if t.consonant && (t.vowel == 0 || t.conjunct || t.vowel == 'i' && dst[len(dst)-1] == 'y') {
		dst = append(dst, 'a')
	}
	*t = transliterator{}
	return dst
}

// indicConsonants are those from ka (offset 15 hexadecimal) to ha.
var indicConsonants = [...]string{
	"k", "kh", "g", "gh", "n", "ch", "chh", "j", "jh", "n", "t", "th", "d", "dh", "n", "t", "th", "d", "dh", "n", "n",
	"p", "ph", "b", "bh", "m", "y", "r", "r", "l", "l", "zh", "v", "sh", "sh", "s", "h",
}

// indicVowels are the vowels from a (offset 5) on; the signs from offset 3e on
// are those from the second.
var indicVowels = [...]string{"a", "a", "i", "i", "u", "u", "ri", "ri", "e", "e", "e", "ai", "o", "o", "o", "au"}
