package jsonscan

import (
	"encoding/binary"
	"math/bits"
)

// The methods in this file read on for a caller who knows what should come
// next, in place of [Scanner.Next] and in far less time. Each reports false when
// something else stands there, or something that may be wrong. What that is only
// Next can tell, from the start of the text: after false, the Scanner is to be
// Reset.

// Byte passes over white space and then over c.
func (s *Scanner) Byte(c byte) bool {
	if s.pos < len(s.data) && s.data[s.pos] <= ' ' {
		s.space()
	}
	if s.pos < len(s.data) && s.data[s.pos] == c {
		s.pos++
		return true
	}
	return false
}

// AtEnd passes over white space and reports whether nothing follows.
func (s *Scanner) AtEnd() bool {
	s.space()
	return s.pos == len(s.data)
}

// A MemberName is a member's name as [Scanner.Member] looks for it.
type MemberName struct {
	text        string // in its quotes
	first, mask uint64 // its first eight bytes, of a shorter one all
}

// NewName returns the MemberName of a member, which holds no character that has to be
// escaped.
func NewName(name string) MemberName {
	n := MemberName{text: `"` + name + `"`}
	for i := range min(len(n.text), 8) {
		n.first |= uint64(n.text[i]) << (8 * i)
		n.mask |= 0xff << (8 * i)
	}
	return n
}

// Member reads a member's name and its colon. Names are looked for from a place
// on first. It returns the name's place, or −1 when it is none of them, or
// written with escapes.
func (s *Scanner) Member(names []MemberName, from int) int {
	if s.pos < len(s.data) && s.data[s.pos] <= ' ' {
		s.space()
	}
	rest := s.data[s.pos:]
	if len(rest) < 8 {
		return -1 // no member with its value, and the end of its object, is shorter
	}
	word := binary.LittleEndian.Uint64(rest)
	found := -1
	for i := from; i < len(names); i++ {
		if names[i].begins(rest, word) {
			found = i
			break
		}
	}
	for i := 0; found < 0 && i < min(from, len(names)); i++ {
		if names[i].begins(rest, word) {
			found = i
		}
	}
	if found >= 0 {
		s.pos += len(names[found].text)
		if !s.Byte(':') {
			return -1
		}
	}
	return found
}

// begins reports whether rest, which starts with word, starts with the name.
func (n *MemberName) begins(rest []byte, word uint64) bool {
	if word&n.mask != n.first {
		return false
	}
	return len(n.text) <= 8 || len(rest) >= len(n.text) && string(rest[8:len(n.text)]) == n.text[8:]
}

// String reads a string. It returns the string as it stands, without its quotes,
// and whether it holds escapes, which [AppendText] resolves. Whether it is UTF-8
// is for the caller to see. Like skipPlain it reads eight bytes at a time.
func (s *Scanner) String() (raw []byte, escaped, ok bool) {
	if !s.Byte('"') {
		return nil, false, false
	}
	data, from := s.data, s.pos
	for i := from; ; {
		for i+8 <= len(data) {
			w := binary.LittleEndian.Uint64(data[i:])
			quote, backslash := w^'"'*ones, w^'\\'*ones
			m := ((quote-ones)&^quote | (backslash-ones)&^backslash | (w-' '*ones)&^w) & highs
			if m != 0 {
				i += bits.TrailingZeros64(m) >> 3
				break
			}
			i += 8
		}
		if i == len(data) {
			return nil, false, false
		}
		switch c := data[i]; {
		case c == '"':
			s.pos = i + 1
			return data[from:i], escaped, true
		case c == '\\':
			n, sound := s.escape(i)
			if !sound {
				return nil, false, false
			}
			escaped = true
			i += n
		case c < ' ':
			return nil, false, false
		default: // not what the word seemed to hold, or near the end
			i++
		}
	}
}

// Number reads a number and returns it as it stands.
func (s *Scanner) Number() (raw []byte, ok bool) {
	if s.pos < len(s.data) && s.data[s.pos] <= ' ' {
		s.space()
	}
	from := s.pos
	_, err := s.number()
	return s.data[from:s.pos], err == nil
}

// True reads the word true.
func (s *Scanner) True() bool {
	if s.pos < len(s.data) && s.data[s.pos] <= ' ' {
		s.space()
	}
	const word = "true"
	if rest := s.data[s.pos:]; len(rest) < len(word) || string(rest[:len(word)]) != word {
		return false
	}
	s.pos += len(word)
	return true
}
