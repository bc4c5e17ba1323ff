package jsonscan

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// Text returns the last Name or String with its escapes resolved. The bytes
// are good until the next call of Text or Reset. Of a text that is not Unicode
// nothing is replaced: broken bytes stay, escaped half surrogates stay escaped.
func (s *Scanner) Text() []byte {
	raw := s.Raw()
	raw = raw[1 : len(raw)-1]
	if !s.escaped {
		return raw
	}
	s.buf, _ = AppendText(s.buf[:0], raw)
	return s.buf
}

// AppendText appends a string without its quotes to b, with its escapes, which
// must be escapes of JSON, resolved. ok is false when there are escaped half
// surrogates, which stay as they are.
func AppendText(b, raw []byte) (text []byte, ok bool) {
	ok = true
	for {
		i := bytes.IndexByte(raw, '\\')
		if i < 0 {
			return append(b, raw...), ok
		}
		b = append(b, raw[:i]...)
		if c := raw[i+1]; c != 'u' {
			b = append(b, unescaped(c))
			raw = raw[i+2:]
			continue
		}
		r, _ := hex4(raw[i+2:])
		n := 6
		if utf16.IsSurrogate(r) {
			low, bad := rune(0), 0
			if len(raw) >= i+12 && raw[i+6] == '\\' && raw[i+7] == 'u' {
				low, bad = hex4(raw[i+8:])
			}
			if r = utf16.DecodeRune(r, low); r == utf8.RuneError || bad >= 0 {
				b = append(b, raw[i:i+6]...)
				raw = raw[i+6:]
				ok = false
				continue
			}
			n = 12
		}
		b = utf8.AppendRune(b, r)
		raw = raw[i+n:]
	}
}

func unescaped(c byte) byte {
	switch c {
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	}
	return c
}

// hex4 returns the number that b's first four bytes write in hexadecimal, and
// the place of the first one that is no digit, or -1.
func hex4(b []byte) (r rune, bad int) {
	for i := range 4 {
		if i == len(b) {
			return 0, i
		}
		c := b[i]
		switch {
		case isDigit(c):
			c -= '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return 0, i
		}
		r = r<<4 | rune(c)
	}
	return r, -1
}

// Skip reads to the end of the value that the last token begins. It returns
// how many members it passed, and the first fatal error, or else the first one
// that is not.
func (s *Scanner) Skip(k Kind) (members int, err error) {
	if k != ObjectBegin && k != ArrayBegin {
		return 0, nil
	}
	for depth := len(s.stack); len(s.stack) >= depth; {
		k, e := s.Next()
		if k == Name {
			members++
		}
		if e != nil {
			if s.err != nil {
				return members, s.err
			}
			if err == nil {
				err = e
			}
		}
	}
	return members, err
}

// Check reads data as one JSON text, nested at most depth deep, and returns the
// first thing wrong with it, an [*Error], or nil. Two members of one name in
// one object are wrong too.
func Check(data []byte, depth int) error {
	var s Scanner
	var names Names
	s.Reset(data, depth)
	for {
		k, err := s.Next()
		if err != nil {
			return err
		}
		switch k {
		case End:
			return nil
		case ObjectBegin:
			names.Open()
		case ObjectEnd:
			names.Close()
		case Name:
			if !names.Add(s.Text()) {
				return duplicate(s.Offset())
			}
		}
	}
}
