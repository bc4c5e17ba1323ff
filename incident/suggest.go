package incident

// nearest returns the known name that is less than three edits away from s and
// nearest to it, the first of several. Short names must be nearer: less edits
// than half their letters.
func nearest[T ~string](s T, known []T) (near T, ok bool) {
	best := 3
	for _, k := range known {
		if d := edits(string(s), string(k), best); d < best && 2*d < max(len(k), len(s)) {
			near, best, ok = k, d, true
		}
	}
	return near, ok
}

// edits returns how many letters have to be inserted, deleted, replaced or
// exchanged with their neighbour to make b of a, letters of either case being
// equal (optimal string alignment), or most when it is at least that many.
func edits(a, b string, most int) int {
	const longest = 32 // of the format's names and of what is likened to them
	if len(a) > longest || len(b) > longest || len(a)-len(b) >= most || len(b)-len(a) >= most {
		return most
	}
	var before, last, row [longest + 1]int
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if lower(a[i]) == lower(b[j]) {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && lower(a[i]) == lower(b[j-1]) && lower(a[i-1]) == lower(b[j]) {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return min(last[len(b)], most)
}

// lower returns an ASCII capital as a small letter and _ as -.
func lower(c byte) byte {
	switch {
	case c >= 'A' && c <= 'Z':
		return c + 'a' - 'A'
	case c == '_' || c == ' ':
		return '-'
	}
	return c
}
