package incident

import (
	"strconv"
	"strings"
	"unicode"
)

// number reads a run of digits with its separators into one token, which fails
// the phrase when the digits are not grouped as the language groups them.
func (s *scanner) number() lexeme {
	var groups []string
	var seps []rune
	cut := s.at(s.pos-1) == '.' && !isWordRune(s.at(s.pos-2)) // .5
	zero := zeroOf(s.runes[s.pos])
	for {
		var b strings.Builder
		for unicode.Is(unicode.Nd, s.at(s.pos)) {
			d := s.runes[s.pos] - zero
			if d < 0 || d > 9 {
				return lexeme{item: item{roles: roleFail}, literal: true} // digits of two scripts
			}
			b.WriteByte(byte('0' + d))
			s.pos++
		}
		groups = append(groups, b.String())
		sep := s.at(s.pos)
		if !s.separates(sep, len(groups[0]), len(groups)) {
			break
		}
		seps = append(seps, sep)
		s.pos++
	}
	t, ok := s.lx.literal(groups, seps)
	if !ok || cut {
		t.roles = roleFail
	}
	if next := s.at(s.pos); unicode.Is(unicode.No, next) || unicode.Is(unicode.Me, next) {
		t.roles = roleFail // a superscript or a fraction: 250², 2½
	}
	t.literal = true
	return t
}

// zeroOf returns the zero of a digit's script: decimal digits come in runs of
// ten.
func zeroOf(r rune) rune {
	z := r
	for r-z < 9 && unicode.Is(unicode.Nd, z-1) {
		z--
	}
	switch { // neighbouring sets of digits
	case r >= 0x1d7ce && r <= 0x1d7ff:
		return r - (r-0x1d7ce)%10
	case r <= '9':
		return '0'
	}
	return z
}

// separates reports whether the rune at the scanner's position separates groups
// of digits: it has a digit after it, and a space has exactly three.
func (s *scanner) separates(sep rune, first, n int) bool {
	if !unicode.Is(unicode.Nd, s.at(s.pos+1)) {
		return false
	}
	switch sep {
	case '.', ',', '\'', '٬', '٫', '،':
		return true
	case ' ', 0xa0:
		if first > 3 || sep == ' ' && s.lx.apart {
			return false // in English two numbers side by side are two numbers
		}
		for i := 1; i <= 4; i++ {
			if unicode.Is(unicode.Nd, s.at(s.pos+i)) != (i < 4) {
				return false
			}
		}
		return n < 7
	}
	return false
}

// literal gives the value of groups of ASCII digits.
func (lx *lexicon) literal(groups []string, seps []rune) (lexeme, bool) {
	t := lexeme{item: item{roles: roleSmall}}
	whole, fraction, ok := lx.point(groups, seps, &t)
	if !ok || len(whole) > 1 && whole[0] == '0' {
		return t, false
	}
	// 120.000 may be a thousand times more and 2.0 a version: zeros stay, only a
	// multiplier makes such a number whole
	n, err := strconv.ParseInt(whole+fraction, 10, 64)
	t.value, t.scale = n, len(fraction)
	return t, err == nil && t.scale <= 6
}

// point separates the whole part of a number from its decimals.
func (lx *lexicon) point(groups []string, seps []rune, t *lexeme) (whole, fraction string, ok bool) {
	last := len(seps) - 1
	if last < 0 {
		return groups[0], "", true
	}
	sep := seps[last]
	mixed := last > 0 && seps[0] != sep
	for _, other := range seps[:last] {
		if mixed && other != seps[0] || !mixed && other != sep {
			return "", "", false
		}
	}
	join := strings.Join
	if mixed { // 1,234.5
		ok = lx.isPoint(sep) && lx.isGroup(seps[0]) && inThrees(groups[:last+1], seps[0])
		return join(groups[:last+1], ""), groups[last+1], ok
	}
	if sep == '.' {
		t.grouped = true
	}
	switch {
	case inThrees(groups, sep) && (last > 0 || lx.isGroup(sep)):
		return join(groups, ""), "", true
	case last == 0 && lx.isPoint(sep) && (len(groups[1]) != 3 || lx.groups == commaGroups):
		t.grouped = false
		return groups[0], groups[1], true
	}
	return "", "", false
}

func (lx *lexicon) isGroup(sep rune) bool {
	switch sep {
	case ',', '،':
		return lx.groups == commaGroups || lx.groups == eitherGroups
	case '.':
		return lx.groups == dotGroups || lx.groups == eitherGroups
	}
	return sep != '٫'
}

func (lx *lexicon) isPoint(sep rune) bool {
	switch sep {
	case '.':
		return lx.groups == commaGroups || lx.groups == eitherGroups
	case ',':
		return lx.groups != commaGroups
	}
	return sep == '٫'
}

// inThrees reports whether digits are grouped by thousands, or by the Indian
// rule: three, and twos before them.
func inThrees(groups []string, sep rune) bool {
	last := len(groups) - 1
	if len(groups[0]) > 3 || groups[0] == "" || groups[0][0] == '0' || len(groups[last]) != 3 {
		return false
	}
	middle := 3
	if last > 1 && sep == ',' && len(groups[1]) == 2 && len(groups[0]) < 3 {
		middle = 2
	}
	for _, g := range groups[1:last] {
		if len(g) != middle {
			return false
		}
	}
	return true
}
