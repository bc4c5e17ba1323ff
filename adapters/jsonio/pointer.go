package jsonio

import "strings"

// cutStep cuts the first step off a JSON Pointer and undoes its escapes.
func cutStep(path string) (step, rest string) {
	path = strings.TrimPrefix(path, "/")
	if i := strings.IndexByte(path, '/'); i >= 0 {
		path, rest = path[:i], path[i:]
	}
	return unescape(path), rest
}

func unescape(step string) string {
	if !strings.Contains(step, "~") {
		return step
	}
	return strings.ReplaceAll(strings.ReplaceAll(step, "~1", "/"), "~0", "~")
}

// nearest returns the known name that an unknown one is most like: the same but
// for case, or at most two letters off and less than half of them. It returns
// "" when there is none.
func nearest(name []byte, known []string) string {
	const longest = 24
	if len(name) > longest {
		return ""
	}
	best, distance := "", 3
	for _, k := range known {
		if strings.EqualFold(string(name), k) {
			return k
		}
		if d := editDistance(strings.ToLower(string(name)), strings.ToLower(k)); d < distance && 2*d < len(k) {
			best, distance = k, d
		}
	}
	return best
}

// editDistance returns how many bytes must be added, taken away, changed or
// exchanged with their neighbour to make b of a (optimal string alignment).
func editDistance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
