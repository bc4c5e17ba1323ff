package jsonscan

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

// Member reads a member's name and its colon. Names are given in their quotes and
// looked for from a place on first. It returns the name's place, or −1 when it is
// none of them, or written with escapes.
func (s *Scanner) Member(names []string, from int) int {
	if s.pos < len(s.data) && s.data[s.pos] <= ' ' {
		s.space()
	}
	rest := s.data[s.pos:]
	found := -1
	for i := from; i < len(names); i++ {
		if n := len(names[i]); len(rest) >= n && string(rest[:n]) == names[i] {
			found = i
			break
		}
	}
	for i := 0; found < 0 && i < min(from, len(names)); i++ {
		if n := len(names[i]); len(rest) >= n && string(rest[:n]) == names[i] {
			found = i
		}
	}
	if found >= 0 {
		s.pos += len(names[found])
		if !s.Byte(':') {
			return -1
		}
	}
	return found
}

// String reads a string of Unicode text. It returns the string as it stands,
// without its quotes, and whether it holds escapes, which [AppendText] resolves.
func (s *Scanner) String() (raw []byte, escaped, ok bool) {
	if !s.Byte('"') {
		return nil, false, false
	}
	from := s.pos
	if end := skipPlain(s.data, from); end < len(s.data) && s.data[end] == '"' {
		s.pos = end + 1
		return s.data[from:end], false, true
	}
	s.pos--
	if soft := s.text(); soft != nil || s.err != nil {
		return nil, false, false
	}
	return s.data[from : s.pos-1], s.escaped, true
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
