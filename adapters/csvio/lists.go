package csvio

import "strings"

// appendList appends the items of a list, separated by semicolons, with \ before
// a semicolon or backslash inside an item.
func appendList[S ~string](dst []byte, items []S) []byte {
	for i, item := range items {
		if i > 0 {
			dst = append(dst, ';')
		}
		for j := range len(item) {
			if item[j] == ';' || item[j] == '\\' {
				dst = append(dst, '\\')
			}
			dst = append(dst, item[j])
		}
	}
	return dst
}

// splitList undoes appendList. A \ before another character stands for itself.
// The items are parts of s where they can be.
func splitList[S ~string](s string) []S {
	if s == "" {
		return nil
	}
	items := make([]S, 0, strings.Count(s, ";")+1)
	if strings.IndexByte(s, '\\') < 0 {
		for item := range strings.SplitSeq(s, ";") {
			items = append(items, S(item))
		}
		return items
	}
	var item []byte
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s) && (s[i+1] == ';' || s[i+1] == '\\'):
			i++
			item = append(item, s[i])
		case c == ';':
			items = append(items, S(item))
			item = item[:0]
		default:
			item = append(item, c)
		}
	}
	return append(items, S(item))
}
