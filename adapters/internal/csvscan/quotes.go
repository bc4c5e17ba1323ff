package csvscan

import "strings"

// unmistakablyApostrophes reports whether the cells of the sample b are quoted
// with apostrophes: no cell starts with a double quote, and in at least four of
// five lines a cell starts and ends with an apostrophe.
func unmistakablyApostrophes(b []byte) bool {
	lines, quoted := 0, 0
	for len(b) > 0 && lines < 200 {
		end, next := firstLine(b)
		line := b[:end]
		b = b[next:]
		if len(line) == 0 {
			continue
		}
		lines++
		opens, closes := false, false
		for i, c := range line {
			first := i == 0 || strings.IndexByte(separators, line[i-1]) >= 0
			last := i == len(line)-1 || strings.IndexByte(separators, line[i+1]) >= 0
			switch {
			case c == '"' && first:
				return false
			case c == '\'' && first && !last:
				opens = true
			case c == '\'' && last && opens:
				closes = true
			}
		}
		if closes {
			quoted++
		}
	}
	return lines >= 2 && quoted*5 >= lines*4
}

// backslashes reports whether quotes inside quotes are written \" in b: that
// occurs, and a doubled quote inside a cell does not.
func backslashes(b []byte, quote byte) bool {
	escaped := false
	for i := 1; i+1 < len(b); i++ {
		if b[i] != quote {
			continue
		}
		if b[i-1] == '\\' {
			escaped = true
			continue
		}
		if b[i+1] != quote || b[i-1] == quote {
			continue
		}
		if !edge(b, i-1) { // not the start of an empty cell
			return false
		}
		i++
	}
	return escaped
}

func edge(b []byte, i int) bool {
	return b[i] == '\n' || b[i] == '\r' || strings.IndexByte(lenientSeparators, b[i]) >= 0
}
