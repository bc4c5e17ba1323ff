// Package names tells which names that a file made up may be said aloud.
package names

// longest is the length of the longest name that may be shown, in bytes.
const longest = 40

// MayShow reports whether the name of a member or column that the format does
// not have may stand in an error. Where a table was turned on its side such a
// name is a person's, so only what looks like an identifier may: a letter and
// then letters, _ and -, all of ASCII, with at most two digits among them, in
// 40 bytes at most.
func MayShow[T ~string | ~[]byte](name T) bool {
	if len(name) == 0 || len(name) > longest {
		return false
	}
	digits := 0
	for i := range len(name) {
		switch c := name[i]; {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
		case i == 0:
			return false
		case '0' <= c && c <= '9':
			digits++
		case c != '_' && c != '-':
			return false
		}
	}
	return digits <= 2
}
