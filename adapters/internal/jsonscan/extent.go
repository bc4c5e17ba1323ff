package jsonscan

// An extent finds the end of a value, byte by byte, by its quotes and brackets
// alone. The zero extent stands before the value.
type extent struct {
	depth    int
	inString bool
	escaped  bool
	scalar   bool // a number or a literal: the byte after it ends it
}

// starts reports whether c may be the first byte of a value.
func (v *extent) starts(c byte) bool {
	v.scalar = c != '{' && c != '[' && c != '"'
	return !v.scalar || !delimits(c)
}

// ends reports whether the value ends before c.
func (v *extent) ends(c byte) bool { return v.scalar && delimits(c) }

// step takes one byte and reports whether the value ends with it.
func (v *extent) step(c byte) bool {
	if v.inString {
		switch {
		case v.escaped:
			v.escaped = false
		case c == '\\':
			v.escaped = true
		case c == '"':
			v.inString = false
			return v.depth == 0
		}
		return false
	}
	switch c {
	case '"':
		v.inString = true
	case '{', '[':
		v.depth++
	case '}', ']':
		v.depth--
		return v.depth == 0
	}
	return false
}

// idle returns how many bytes at the start of b change nothing, so that a step
// need not be taken for each.
func (v *extent) idle(b []byte) (n int) {
	switch {
	case v.escaped, v.scalar, v.depth == 0 && !v.inString:
	case v.inString:
		for n < len(b) && b[n] != '"' && b[n] != '\\' {
			n++
		}
	default:
		for n < len(b) && b[n] != '"' && b[n]|0x20 != '{' && b[n]|0x20 != '}' { // [ and ] are { and } less 0x20
			n++
		}
	}
	return n
}

func delimits(c byte) bool {
	switch c {
	case ' ', '\t', '\n', '\r', ',', ':', '"', '{', '}', '[', ']':
		return true
	}
	return false
}
