package jsonscan

import (
	"bytes"
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

// ResetLine is [Scanner.Reset] for a text that stands in one line, of the lines that
// begin with data: it has no line end.
func (s *Scanner) ResetLine(data []byte, depth int) {
	s.Reset(data, depth)
	s.line = true
}

// Pos returns how many bytes were read.
func (s *Scanner) Pos() int { return s.pos }

// AtEnd passes over white space and reports whether nothing follows.
func (s *Scanner) AtEnd() bool {
	s.space()
	return s.pos == len(s.data)
}

// MemberNames are the names of an object's members, as [Scanner.Field] looks for
// them.
type MemberNames struct{ list []memberName }

// A memberName is a member's name in its quotes.
type memberName struct {
	first, last, mask uint64 // its first and last eight bytes, which may overlap; of a shorter one all
	tail              int    // where the last begin
	size              int    // in bytes; 0 of a longer one than two words tell
	text              string
}

// twoWords is how many bytes two words hold.
const twoWords = 16

// NewNames returns the MemberNames of members, in the order in which they are
// usual. A name holds no character that has to be escaped.
func NewNames(names ...string) *MemberNames {
	out := new(MemberNames)
	for _, name := range names {
		n := memberName{text: `"` + name + `"`}
		if len(n.text) <= twoWords {
			n.size, n.tail = len(n.text), max(len(n.text)-8, 0)
		}
		for i := range min(len(n.text), 8) {
			n.first |= uint64(n.text[i]) << (8 * i)
			n.last |= uint64(n.text[n.tail+i]) << (8 * i)
			n.mask |= 0xff << (8 * i)
		}
		out.list = append(out.list, n)
	}
	return out
}

// find returns the place of the name that rest starts with, and its length; 0
// when it is none of them.
func (n *MemberNames) find(rest []byte) (at, size int) {
	var room [8]byte
	copy(room[:], rest)
	first := word(room[:], 0)
	for at := range n.list {
		if m := &n.list[at]; first&m.mask == m.first && bytes.HasPrefix(rest, []byte(m.text)) {
			return at, len(m.text)
		}
	}
	return 0, 0
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
// the caller to see. open is what stands in front of the member: the object's
// brace of the first, a comma of the others. from is the place behind that of the
// member before, among the names; the one found has the place that is returned.
//
// It is one function, and keeps its place in a variable, because a quarter of the
// time of reading JSON is spent here.
func (s *Scanner) Field(names *MemberNames, from int, open byte) (at int, text []byte, v Value) {
	data, i := s.data, s.pos
	if i < len(data) && data[i] <= ' ' {
		i = s.skip(i)
	}
	if i >= len(data) {
		return 0, nil, Unsure
	}
	if c := data[i]; c != open {
		if c != '}' || open == '{' {
			return 0, nil, Unsure
		}
		s.pos = i + 1
		return 0, nil, NoMember
	}
	if i++; i < len(data) && data[i] <= ' ' {
		i = s.skip(i)
	}
	// Members stand in their usual order as a rule, and what is tried one by one can
	// be foretold, which a table of hashes cannot.
	size := 0
	if i <= len(data)-twoWords {
		first := word(data, i)
		for at = from; at < len(names.list); at++ {
			n := &names.list[at]
			if first&n.mask == n.first && word(data, i+n.tail)&n.mask == n.last {
				size = n.size
				break
			}
		}
	}
	if size == 0 {
		if at, size = names.find(data[i:]); size == 0 {
			return 0, nil, Unsure
		}
	}
	i += size
	if i <= len(data)-2 && pair(data, i) == ':'|'"'<<8 {
		i += 2
		j := i
		for ; j <= len(data)-8; j += 8 {
			m := marks(word(data, j))
			if m == 0 {
				continue
			}
			if j += bits.TrailingZeros64(m) >> 3; data[j] != '"' {
				break
			}
			s.pos = j + 1
			return at, data[i:j], Text
		}
		s.pos = i
		return s.member(at, j)
	}
	if i < len(data) && data[i] <= ' ' {
		i = s.skip(i)
	}
	if i == len(data) || data[i] != ':' {
		return 0, nil, Unsure
	}
	if i++; i < len(data) && data[i] <= ' ' {
		i = s.skip(i)
	}
	if i == len(data) || data[i] != '"' {
		s.pos = i
		return at, nil, NotString
	}
	s.pos = i + 1
	return s.member(at, i+1)
}

// member is the end of Field for a string of which nothing is to be said before i.
func (s *Scanner) member(at, i int) (int, []byte, Value) {
	text, escaped, ok := s.rest(i)
	switch {
	case !ok:
		return 0, nil, Unsure
	case escaped:
		return at, text, Escaped
	}
	return at, text, Text
}

// word returns the eight bytes from i on, the first as the lowest.
func word(b []byte, i int) uint64 { return binary.LittleEndian.Uint64(b[i : i+8 : i+8]) }

// pair is word for two bytes.
func pair(b []byte, i int) uint16 { return binary.LittleEndian.Uint16(b[i : i+2 : i+2]) }

// marks looks at eight bytes of a string. The lowest bit that is set is the high
// bit of the first quote, backslash or control character among them: subtracting a
// number from a byte below 0x80 borrows from its high bit when the byte is below
// that number. A quote whose second bit is turned is below 0x21 as control
// characters are, and nothing else is.
func marks(w uint64) uint64 {
	return ((w ^ 2*ones - 0x21*ones) | (w ^ '\\'*ones - ones)) &^ w & highs
}

// skip returns the offset behind the white space at i.
func (s *Scanner) skip(i int) int {
	for i < len(s.data) && (s.data[i] == ' ' || s.data[i] == '\t' || s.data[i] == '\r' || s.data[i] == '\n' && !s.line) {
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
	return s.rest(s.pos)
}

// rest reads the string that begins at s.pos, of which nothing is to be said
// before i.
func (s *Scanner) rest(i int) (raw []byte, escaped, ok bool) {
	data, from := s.data, s.pos
	for {
		for i+8 <= len(data) {
			if m := marks(word(data, i)); m != 0 {
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
