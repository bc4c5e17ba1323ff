// Package encoding says what bytes that are not UTF-8 look like.
package encoding

// Invalid is the message for b[at], a byte that is not UTF-8. A lone high byte
// beside a letter is how Windows-1252 and its relatives look.
func Invalid(b []byte, at int) string {
	letter := func(i int) bool {
		return i >= 0 && i < len(b) && (b[i]|0x20 >= 'a' && b[i]|0x20 <= 'z' || b[i] == ' ')
	}
	if at >= 0 && at < len(b) && b[at] >= 0x80 && (letter(at-1) || letter(at+1)) {
		return "the bytes here are not UTF-8 and look like Windows-1252; save the file as UTF-8"
	}
	return "the bytes here are not UTF-8; save the file as UTF-8"
}
