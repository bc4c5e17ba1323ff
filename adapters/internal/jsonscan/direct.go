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

// MemberNames are the names of an object's members, as [Scanner.Field] looks for
// them.
type MemberNames []memberName

// A memberName is a member's name in its quotes.
type memberName struct {
	text        string
	first, mask uint64 // its first eight bytes, of a shorter one all
}

// NewNames returns the MemberNames of members, in the order in which they are
// usual. A name holds no character that has to be escaped.
func NewNames(names ...string) MemberNames {
	var out MemberNames
	for _, name := range names {
		n := memberName{text: `"` + name + `"`}
		for i := range min(len(n.text), 8) {
			n.first |= uint64(n.text[i]) << (8 * i)
			n.mask |= 0xff << (8 * i)
		}
		out = append(out, n)
	}
	return out
}

// find returns the place of the name that stands at data[i], where there are eight
// bytes or more, or −1. It looks from a place on first: members stand in their
// usual order as a rule, and what is tried one by one can be foretold, which a
// table of hashes cannot.
func (n MemberNames) find(data []byte, i, from int) int {
	rest := data[i:]
	word := binary.LittleEndian.Uint64(rest)
	for at := from; at < len(n); at++ {
		if n[at].begins(rest, word) {
			return at
		}
	}
	for at := range min(from, len(n)) {
		if n[at].begins(rest, word) {
			return at
		}
	}
	return -1
}

// begins reports whether rest, which starts with word, starts with the name.
func (n *memberName) begins(rest []byte, word uint64) bool {
	if word&n.mask != n.first {
		return false
	}
	return len(n.text) <= 8 || len(rest) >= len(n.text) && string(rest[8:len(n.text)]) == n.text[8:]
}

// A Value says what a member's value is, or what stands in place of a member.
type Value uint8

// What [Scanner.Field] finds.
const (
	Unsure    Value = iota // something that only [Scanner.Next] can tell
	NoMember               // the object's end, which was read
	Text                   // a string, which was read
	Escaped                // a string with escapes, which was read; see AppendText
	NotString              // another value, which is to be read next
)

// Field reads on to the next member of an object, and its value when that is a
// string, which comes as it stands without its quotes. Whether it is UTF-8 is for
// the caller to see. from is the place behind that of the member before, among the
// names; the one found has the place that is returned. The object's first member
// is asked for with first.
//
// It is one function, and keeps its place in a variable, because half of the time
// of reading JSON is spent here. Like skipPlain it reads eight bytes at a time.
func (s *Scanner) Field(names MemberNames, from int, first bool) (at int, text []byte, v Value) {
	data, i := s.data, s.pos
	if !first {
		if i < len(data) && data[i] <= ' ' {
			i = skipSpace(data, i)
		}
		switch {
		case i == len(data):
			return 0, nil, Unsure
		case data[i] == ',':
			i++
		case data[i] == '}':
			s.pos = i + 1
			return 0, nil, NoMember
		default:
			return 0, nil, Unsure
		}
	}
	if i < len(data) && data[i] <= ' ' {
		i = skipSpace(data, i)
	}
	if len(data)-i < 8 {
		return 0, nil, Unsure // a member, its value and the end of two objects are longer, but for a few that say nothing
	}
	if at = names.find(data, i, from); at < 0 {
		return 0, nil, Unsure
	}
	i += len(names[at].text)
	if len(data)-i >= 10 && data[i] == ':' && data[i+1] == '"' {
		// Most strings are short: as in String.
		s.pos = i + 1
		i += 2
		w := binary.LittleEndian.Uint64(data[i:])
		quote, backslash := w^'"'*ones, w^'\\'*ones
		m := ((quote-ones)&^quote | (backslash-ones)&^backslash | (w-' '*ones)&^w) & highs
		if m != 0 {
			if end := i + bits.TrailingZeros64(m)>>3; data[end] == '"' {
				s.pos = end + 1
				return at, data[i:end], Text
			}
		}
	} else {
		if i < len(data) && data[i] <= ' ' {
			i = skipSpace(data, i)
		}
		if i == len(data) || data[i] != ':' {
			return 0, nil, Unsure
		}
		if i++; i < len(data) && data[i] <= ' ' {
			i = skipSpace(data, i)
		}
		s.pos = i
		if i == len(data) || data[i] != '"' {
			return at, nil, NotString
		}
	}
	text, escaped, ok := s.String()
	switch {
	case !ok:
		return 0, nil, Unsure
	case escaped:
		return at, text, Escaped
	}
	return at, text, Text
}

func skipSpace(data []byte, i int) int {
	for i < len(data) && (data[i] == ' ' || data[i] == '\t' || data[i] == '\n' || data[i] == '\r') {
		i++
	}
	return i
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
