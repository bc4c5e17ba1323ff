package incident

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"
)

// isPlain reports whether s is of printable ASCII alone, so that nothing can
// hide in it. Most texts are; it reads eight bytes at a time.
func isPlain[T string | []byte](s T) bool {
	for len(s) >= 8 {
		if !plainWord(eight(s)) {
			return false
		}
		s = s[8:]
	}
	for i := range len(s) {
		if s[i] < 0x20 || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// eight returns the first eight bytes of s, the first as the lowest.
func eight[T string | []byte](s T) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// plainWord reports whether each of eight bytes is printable ASCII.
func plainWord(w uint64) bool {
	delete127 := w ^ 0x7f*ones
	// A high bit is set by a byte above 0x7f itself, by one below 0x20 that
	// borrows and by a 0x7f that was made 0 and borrows.
	return (w|(w-0x20*ones)|(delete127-ones))&highs == 0
}

// plainLines is isPlain for a text that may have line breaks and tabs.
func plainLines(s []byte) bool {
	for len(s) >= 8 {
		if !plainWord(binary.LittleEndian.Uint64(s)) && !asciiLines(s[:8]) {
			return false
		}
		s = s[8:]
	}
	return asciiLines(s)
}

func asciiLines(s []byte) bool {
	for _, c := range s {
		if c >= 0x7f || c < 0x20 && c != '\n' && c != '\t' && c != '\r' {
			return false
		}
	}
	return true
}

// hidden adds findings about characters of s that hide what it says: broken
// UTF-8, controls, bidirectional overrides, tags, invisible characters, and
// words of letters that look alike. An identifier may hold none of them; a text
// for people may have line breaks and tabs, and joiners and breaks where a
// script is written with them.
func (c *checker) hidden(s, path string, identifier bool) {
	if isPlain(s) {
		return
	}
	found := concerns(s, identifier)
	if found&broken != 0 {
		c.add(CodeTextInvalidUTF8, Error, path, "the text holds bytes that are not UTF-8: save it as UTF-8")
		return
	}
	switch {
	case found&forbidden != 0:
		c.add(CodeTextForbidden, Error, path, "the text holds control, bidirectional override or tag characters: remove them")
	case found&invisible != 0 && identifier:
		c.add(CodeTextForbidden, Error, path, "an identifier holds invisible characters: remove them")
	case found&invisible != 0:
		c.add(CodeTextForbidden, Warning, path, "the text holds invisible characters: remove them if they are not meant")
	}
	if found&alike != 0 {
		c.add(CodeTextMixedScript, Warning, path, "a word mixes letters of scripts that look alike: check what it says")
	}
}

// concerns returns what is to be said of the characters of s: of a text that is
// not UTF-8 nothing but that.
func concerns[T string | []byte](s T, identifier bool) (found concern) {
	var word scripts
	before := rune(-1)
	for i := 0; i < len(s); {
		r := rune(s[i])
		switch {
		case r < 0x80:
			if word&^latin == 0 && i <= len(s)-8 && plainWord(eight(s[i:])) { // nothing that it could be mixed with
				i += 8
				before = rune(s[i-1])
				word = scripts(0).with(before)
				continue
			}
			i++
			if r >= 0x20 && r < 0x7f {
				before = r
				if letter := r | 0x20; letter < 'a' || letter > 'z' {
					word = 0
					continue
				}
				if word |= latin; word.mixed() {
					found |= alike
				}
				continue
			}
		case quietAt(s, i):
			for i += 3; quietAt(s, i); i += 3 {
			}
			before = rune(s[i-3]&0x0f)<<12 | rune(s[i-2]&0x3f)<<6 | rune(s[i-1]&0x3f)
			continue
		default:
			var n int
			if r, n = decodeRune(s[i:]); r == utf8.RuneError && n == 1 {
				return broken
			}
			i += n
		}
		found |= classify(r, before, identifier)
		if word = word.with(r); word.mixed() {
			found |= alike
		}
		before = r
	}
	return found
}

// quietAt reports whether a character of three bytes of a quiet block stands at i.
func quietAt[T string | []byte](s T, i int) bool {
	if i > len(s)-3 {
		return false
	}
	first, second := s[i], s[i+1]
	return first&0xf0 == 0xe0 && second&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80 && quiet[first&0x0f]>>(second&0x3f)&1 != 0
}

// decodeRune is utf8.DecodeRune for both kinds of text.
func decodeRune[T string | []byte](s T) (rune, int) {
	return utf8.DecodeRune([]byte(s[:min(len(s), utf8.UTFMax)]))
}

// quiet has a bit for each block of 64 characters of three bytes of which there is
// nothing to be said, whatever stands before them, and which leave the scripts of
// a word as they are: those of most of the world's letters. The low four bits of a
// character's first byte are the place in the list, the low six of its second the
// bit. A test compares it with classify and scripts.with. It is read only.
var quiet = [16]uint64{
	0xffffffff00000000, 0x00fbfffeffffffdf, 0xfc00000000000000, 0xffffffffffffffde,
	0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff,
	0xffffffffffffffff, 0xffffffffffffffff, 0xfffffffff9ffffff, 0xffffffffffffffff,
	0xffffffffffffffff, 0x00000000ffffffff, 0xffffffffffffffff, 0x277fffffffffffff,
}

// concern is what is to be said of a text's characters, as a bit set.
type concern uint8

const (
	forbidden concern = 1 << iota // never meant: controls, overrides, tags
	invisible                     // seldom meant, and nothing to see
	alike                         // letters of two scripts in a word
	broken                        // not UTF-8
)

// classify tells what is to be said of r after the character before it.
func classify(r, before rune, identifier bool) concern {
	switch {
	case r >= 0x20 && r < 0x7f:
		return 0
	case r == '\t' || r == '\n' || r == '\r':
		if identifier {
			return forbidden
		}
		return 0
	case r < 0x20, r >= 0x7f && r < 0xa0, // C0, DEL, C1
		r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, // bidirectional embeddings, overrides, isolates
		r >= 0xfff9 && r <= 0xfffb, // interlinear annotations
		r == 0xfeff,                // a byte order mark in the middle
		r&0xfffe == 0xfffe,         // no characters
		r >= 0xfdd0 && r <= 0xfdef,
		r >= 0xe0000 && r <= 0xe007f: // tags
		return forbidden
	case r == 0x200c || r == 0x200d: // joiners: Arabic, Indic and South-East Asian scripts, emoji
		if joins(before) {
			return 0
		}
		return invisible
	case r == 0x200b: // the break between words of scripts written without spaces
		if !identifier && unspaced(before) {
			return 0
		}
		return invisible
	case r == 0x200e || r == 0x200f || r == 0x061c: // direction marks, beside Arabic and Hebrew
		if !identifier {
			return 0
		}
		return invisible
	case r == 0xad, r == 0x034f, r == 0x115f, r == 0x1160, r == 0x180e, r == 0x2028, r == 0x2029,
		r >= 0x2060 && r <= 0x2064, r >= 0x206a && r <= 0x206f, r == 0x3164, r == 0xffa0:
		return invisible
	}
	return 0
}

// joins reports whether a joiner may follow r: a letter or mark of a script
// that has joined forms, or a picture.
func joins(r rune) bool {
	switch {
	case r < 0x0590:
		return false
	case r < 0x1100, r >= 0x1780 && r < 0x18b0, r >= 0x1900 && r < 0x1cd0, r >= 0xa800 && r < 0xac00, r >= 0xfb50 && r < 0xff00,
		r >= 0x10a00 && r < 0x12000:
		return unicode.IsLetter(r) || unicode.IsMark(r)
	case r == 0xfe0f:
		return true
	}
	return unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r)
}

// unspaced reports whether r is of a script that writes words without spaces
// between them: Thai, Lao, Tibetan, Burmese, Khmer and their neighbours,
// Chinese and Japanese.
func unspaced(r rune) bool {
	return r >= 0x0e00 && r < 0x10a0 || r >= 0x1780 && r < 0x1800 || r >= 0x1950 && r < 0x1ab0 ||
		r >= 0xa9e0 && r < 0xaa80 || r >= 0x3000 && r < 0xa000
}

// scripts are those of the word so far whose letters look alike (UTS 39 calls
// them confusable), as a bit set.
type scripts uint8

const (
	latin scripts = 1 << iota
	greek
	cyrillic
)

// with returns the scripts of the word that r continues; what is no part of a
// word ends it. Letters of other scripts and marks continue it.
func (w scripts) with(r rune) scripts {
	switch {
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
		return w | latin
	case r < 0xc0:
		if r == 0xaa || r == 0xad || r == 0xb5 || r == 0xba { // ª, soft hyphen, µ, º
			return w
		}
		return 0
	case r == 0xd7 || r == 0xf7: // × and ÷
		return 0
	case r < 0x0250, r >= 0x1e00 && r < 0x1f00:
		return w | latin
	case r >= 0x0370 && r < 0x0400, r >= 0x1f00 && r < 0x2000:
		return w | greek
	case r >= 0x0400 && r < 0x0530, r >= 0x1c80 && r < 0x1c90, r >= 0xa640 && r < 0xa6a0:
		return w | cyrillic
	case r >= 0x2000 && r < 0x200b, r >= 0x2010 && r < 0x2060, r >= 0x2070 && r < 0x2e80, r >= 0x3000 && r < 0x3040,
		r >= 0xff00 && r < 0xff21: // spaces, punctuation and symbols
		return 0
	}
	return w
}

// mixed reports whether the word has letters of more than one of the scripts.
func (w scripts) mixed() bool { return w&(w-1) != 0 }
