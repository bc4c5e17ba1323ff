// Package inert keeps cells of text tables from being run as formulas by the
// spreadsheet that opens them.
//
// # Concurrency
//
// Everything is safe for concurrent use.
package inert

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Guard returns cell as it is written: with one ' in front when a spreadsheet
// could run it or would take the ' it begins with for its own. A plain number,
// with a sign or not, stays as it is.
func Guard(cell string) string {
	if hot(cell) && !IsNumber(cell) {
		return "'" + cell
	}
	return cell
}

// Unguard undoes [Guard]: it takes one ' away before what Guard puts one before.
func Unguard(cell []byte) []byte {
	if len(cell) > 1 && cell[0] == '\'' && hot(string(cell[1:])) {
		return cell[1:]
	}
	return cell
}

// hot reports whether a cell must not stand in a file as it is. Every cell that
// begins with ' is hot, which is what makes guard and unguard each other's
// inverse.
func hot(cell string) bool {
	if cell == "" {
		return false
	}
	switch c := cell[0]; {
	case c == '\'' || c < ' ' || c == 0x7f:
		return true
	case c > ' ' && c < utf8.RuneSelf && c != '"' && c != '=' && c != '+' && c != '-' && c != '@':
		return hotInside(cell)
	}
	return hotStart(cell) || hotInside(cell)
}

// hotStart reports whether cell begins with a formula behind characters that one
// program or another leaves out.
func hotStart(cell string) bool {
	first := true
	for _, r := range cell {
		switch {
		case formulaSign(r):
			return true
		case first && r == 0xfeff:
			return true
		case r != '"' && r != '\'' && !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r):
			return false
		}
		first = false
	}
	return false
}

// hotInside reports whether a formula follows a separator of another locale.
func hotInside(cell string) bool {
	for {
		i := strings.IndexAny(cell, ";\t")
		if i < 0 {
			return false
		}
		cell = cell[i+1:]
		if hotStart(cell) {
			return true
		}
	}
}

// formulaSign reports whether r, or the ASCII character it is the full-width or
// small form of (U+FF0B…, U+FE62…), begins a formula.
func formulaSign(r rune) bool {
	switch r {
	case '=', '+', '-', '@', 0xff1d, 0xff0b, 0xff0d, 0xff20, 0xfe66, 0xfe62, 0xfe63, 0xfe6b:
		return true
	}
	return false
}

// IsNumber reports whether cell is digits with at most a sign in front and
// a decimal point inside.
func IsNumber(cell string) bool {
	s := cell
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	whole, fraction, point := strings.Cut(s, ".")
	return areDigits(whole) && (!point || areDigits(fraction))
}

func areDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
