package jsonscan

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/adapters/internal/encoding"
	"github.com/rescuetally/rescuetally/incident"
)

// A Kind is a kind of token.
type Kind uint8

// The kinds of token. End follows the last token of a text.
const (
	End Kind = iota
	ObjectBegin
	ObjectEnd
	ArrayBegin
	ArrayEnd
	Name // of a member; its colon is read with it
	String
	Number
	True
	False
	Null
)

// An Error says what is wrong with a text and where. It never holds a piece of
// the text.
type Error struct {
	Code   incident.Code
	Offset int64  // in bytes, of a Scanner's text or a Framer's input
	Line   int    // from 1, set by a Framer
	Column int    // from 1, in bytes, set by a Framer
	Reason string // what to do, one line
	Fatal  bool   // nothing more can be read: of the text by a Scanner, of the input by a Framer
}

// Error returns the reason and the code.
func (e *Error) Error() string { return e.Reason + " [" + string(e.Code) + "]" }

// What a Scanner expects next.
const (
	wantValue        = iota
	wantFirstElement // a value or ]
	wantFirstName    // a name or }
	wantName
	wantSeparator // a comma or the closing bracket; at the top, the end
)

// A Scanner reads the tokens of one JSON text held in memory. The zero Scanner
// reads the empty text; [Scanner.Reset] gives it another and keeps its buffers.
type Scanner struct {
	data    []byte
	start   int // of the last token
	end     int // of the last Name or String, after its quote
	pos     int // of the first byte not read
	state   uint8
	escaped bool   // the last Name or String holds escapes
	stack   []byte // the brackets open, '{' or '['
	depth   int    // the most brackets that may be open
	buf     []byte // of the last unescaped text
	line    bool   // LF is no white space
	err     error
}

// Reset lets s read data, nested at most depth deep. The Scanner reads data in
// place: it must not change until the Scanner is done with it.
func (s *Scanner) Reset(data []byte, depth int) {
	*s = Scanner{data: data, depth: depth, stack: s.stack[:0], buf: s.buf[:0]}
}

// Offset returns where the last token starts, in bytes from the text's start.
func (s *Scanner) Offset() int { return s.start }

// Depth returns how many brackets are open after the last token.
func (s *Scanner) Depth() int { return len(s.stack) }

// Raw returns the last token as written; a Name without its colon.
func (s *Scanner) Raw() []byte {
	if s.pos > s.start && s.data[s.start] == '"' {
		return s.data[s.start:s.end]
	}
	return s.data[s.start:s.pos]
}

// Next reads the next token. At the end of the text it returns End, again and
// again. The error is an [*Error]; one that is not Fatal comes with a Name or
// String whose text is not Unicode, and the next call reads on.
func (s *Scanner) Next() (Kind, error) {
	if s.err != nil {
		return End, s.err
	}
	s.space()
	if s.state == wantSeparator {
		if len(s.stack) == 0 {
			s.start = s.pos
			if s.pos < len(s.data) {
				return s.fail(incident.CodeJSONTrailingData, "remove what follows the value")
			}
			return End, nil
		}
		if s.peek() == ',' {
			s.pos++
			s.space()
			s.state = wantValue
			if s.stack[len(s.stack)-1] == '{' {
				s.state = wantName
			}
		}
	}
	s.start = s.pos
	if s.pos == len(s.data) {
		return s.fail(incident.CodeJSONUnexpectedEnd, "the text ends too early: fetch it again")
	}
	switch c := s.data[s.pos]; s.state {
	case wantFirstName, wantName:
		if c == '}' && s.state == wantFirstName {
			return s.close(ObjectEnd)
		}
		if c != '"' {
			return s.syntax("a member's name in double quotes is due here")
		}
		return s.name()
	case wantSeparator:
		switch top := s.stack[len(s.stack)-1]; {
		case c == '}' && top == '{':
			return s.close(ObjectEnd)
		case c == ']' && top == '[':
			return s.close(ArrayEnd)
		}
		return s.syntax("a comma or the closing bracket is due here")
	case wantFirstElement:
		if c == ']' {
			return s.close(ArrayEnd)
		}
	}
	return s.value()
}

// value reads a value's first or only token.
func (s *Scanner) value() (Kind, error) {
	s.state = wantSeparator
	switch c := s.data[s.pos]; c {
	case '{':
		return s.open(c, ObjectBegin, wantFirstName)
	case '[':
		return s.open(c, ArrayBegin, wantFirstElement)
	case '"':
		soft := s.text()
		if s.err != nil {
			return End, s.err
		}
		return String, soft
	case 't':
		return s.literal("true", True)
	case 'f':
		return s.literal("false", False)
	case 'n':
		return s.literal("null", Null)
	case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return s.number()
	}
	return s.syntax("a value is due here: object, array, string in double quotes, number, true, false or null")
}

func (s *Scanner) open(bracket byte, k Kind, state uint8) (Kind, error) {
	if len(s.stack) >= s.depth {
		return s.fail(incident.CodeJSONTooDeep, "nest values less deep, or raise Limits.Depth")
	}
	s.stack = append(s.stack, bracket)
	s.pos++
	s.state = state
	return k, nil
}

func (s *Scanner) close(k Kind) (Kind, error) {
	s.stack = s.stack[:len(s.stack)-1]
	s.pos++
	s.state = wantSeparator
	return k, nil
}

func (s *Scanner) name() (Kind, error) {
	soft := s.text()
	if s.err != nil {
		return End, s.err
	}
	s.space()
	if s.pos == len(s.data) {
		return s.fail(incident.CodeJSONUnexpectedEnd, "the text ends too early: fetch it again")
	}
	if s.data[s.pos] != ':' {
		return s.syntax("a colon is due after the name")
	}
	s.pos++
	s.state = wantValue
	return Name, soft
}

func (s *Scanner) literal(word string, k Kind) (Kind, error) {
	for i := range len(word) {
		if s.pos == len(s.data) {
			return s.fail(incident.CodeJSONUnexpectedEnd, "the text ends too early: fetch it again")
		}
		if s.data[s.pos] != word[i] {
			return s.syntax("only true, false and null are written without quotes")
		}
		s.pos++
	}
	return k, nil
}

// number reads a number by RFC 8259, section 6. What may follow it is the next
// call's business.
func (s *Scanner) number() (Kind, error) {
	if s.peek() == '-' {
		s.pos++
	}
	if s.peek() == '0' {
		s.pos++
		if isDigit(s.peek()) {
			return s.syntax("a number has no leading zero")
		}
	} else if !s.digits() {
		return s.broken("a digit is due here")
	}
	if s.peek() == '.' {
		s.pos++
		if !s.digits() {
			return s.broken("a digit is due after the decimal point")
		}
	}
	if c := s.peek(); c == 'e' || c == 'E' {
		s.pos++
		if c = s.peek(); c == '+' || c == '-' {
			s.pos++
		}
		if !s.digits() {
			return s.broken("a digit is due in the exponent")
		}
	}
	return Number, nil
}

func (s *Scanner) digits() bool {
	from := s.pos
	for isDigit(s.peek()) {
		s.pos++
	}
	return s.pos > from
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// text reads a string. A text that is not Unicode gives an error that is not
// fatal, at its first bad byte; every other error is kept in s.err.
func (s *Scanner) text() error {
	var soft error
	s.escaped = false
	i := s.pos + 1
	for {
		if i = skipPlain(s.data, i); i == len(s.data) {
			s.pos = i
			s.fail(incident.CodeJSONUnexpectedEnd, "the text ends inside a string: fetch it again")
			return nil
		}
		switch c := s.data[i]; {
		case c == '"':
			s.pos, s.end = i+1, i+1
			return soft
		case c == '\\':
			s.escaped = true
			n, ok := s.escape(i)
			if n == 0 {
				return nil
			}
			if !ok && soft == nil {
				soft = &Error{Code: incident.CodeTextInvalidUTF8, Offset: int64(i), Reason: "an escaped surrogate needs its other half"}
			}
			i += n
		case c < ' ':
			s.pos = i
			s.syntax("a control character in a string must be escaped")
			return nil
		default:
			r, n := utf8.DecodeRune(s.data[i:])
			if r == utf8.RuneError && n == 1 && soft == nil {
				soft = &Error{Code: incident.CodeTextInvalidUTF8, Offset: int64(i), Reason: encoding.Invalid(s.data, i)}
			}
			i += n
		}
	}
}

// plain marks the bytes of a string that stand for themselves and need no
// further look. It is read only.
var plain = func() (t [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		t[c] = c != '"' && c != '\\'
	}
	return t
}()

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// skipPlain returns the offset of the first byte of data from i on that is not
// plain, or len(data). It reads eight bytes at a time: subtracting a number from
// each byte borrows from its high bit when the byte is below that number, and
// now and then from that of the byte after it, so that nothing is missed and
// what is found is looked at once more.
func skipPlain(data []byte, i int) int {
	for i+8 <= len(data) {
		w := binary.LittleEndian.Uint64(data[i:])
		quote, backslash := w^'"'*ones, w^'\\'*ones
		m := ((quote - ones) | (backslash - ones) | (w - ' '*ones) | w) & highs
		if m == 0 {
			i += 8
			continue
		}
		i += bits.TrailingZeros64(m) >> 3
		if !plain[data[i]] {
			return i
		}
		i++
	}
	for i < len(data) && plain[data[i]] {
		i++
	}
	return i
}

// escape returns the length of the escape sequence at i and whether it is
// Unicode; n is 0 when it is none at all, which s.err then says.
func (s *Scanner) escape(i int) (n int, ok bool) {
	if i+1 == len(s.data) {
		s.pos = i + 1
		s.fail(incident.CodeJSONUnexpectedEnd, "the text ends inside a string: fetch it again")
		return 0, false
	}
	switch s.data[i+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2, true
	case 'u':
		r, bad := hex4(s.data[i+2:])
		if bad >= 0 {
			s.pos = i + 2 + bad
			s.broken("four hexadecimal digits are due after \\u")
			return 0, false
		}
		switch {
		case r < 0xD800 || r > 0xDFFF:
			return 6, true
		case r < 0xDC00 && len(s.data) > i+7 && s.data[i+6] == '\\' && s.data[i+7] == 'u':
			if low, bad := hex4(s.data[i+8:]); bad < 0 && 0xDC00 <= low && low <= 0xDFFF {
				return 12, true
			}
		}
		return 6, false
	}
	s.pos = i + 1
	s.syntax("only \" \\ / b f n r t and u may follow a backslash")
	return 0, false
}

func (s *Scanner) space() { s.pos = s.skip(s.pos) }

// peek returns the next byte, or 0 at the end.
func (s *Scanner) peek() byte {
	if s.pos < len(s.data) {
		return s.data[s.pos]
	}
	return 0
}

// broken is syntax, unless the text ends here.
func (s *Scanner) broken(reason string) (Kind, error) {
	if s.pos == len(s.data) {
		return s.fail(incident.CodeJSONUnexpectedEnd, "the text ends too early: fetch it again")
	}
	return s.syntax(reason)
}

func (s *Scanner) syntax(reason string) (Kind, error) {
	rest := s.data[s.pos:]
	if bytes.HasPrefix(rest, byteOrderMark) {
		return s.fail(incident.CodeJSONSyntax, "a byte order mark may stand only at the start of the file")
	}
	if r, n := utf8.DecodeRune(rest); r == utf8.RuneError && n == 1 {
		return s.fail(incident.CodeTextInvalidUTF8, encoding.Invalid(s.data, s.pos))
	}
	return s.fail(incident.CodeJSONSyntax, reason)
}

func (s *Scanner) fail(code incident.Code, reason string) (Kind, error) {
	s.err = &Error{Code: code, Offset: int64(s.pos), Reason: reason, Fatal: true}
	return End, s.err
}
