package main

import (
	"strings"
	"unicode"
)

// mostQuoted is how many characters of the advert are quoted at one place.
const mostQuoted = 300

// quote makes words of an advert fit to stand in a sentence: on one line, not too long,
// and without the characters that are not seen and turn round what is.
func quote(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	var b strings.Builder
	n := 0
	for _, r := range text {
		if n++; n > mostQuoted {
			b.WriteString("…")
			break
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			r = unicode.ReplacementChar
		}
		b.WriteRune(r)
	}
	return b.String()
}

// web returns an address that can be followed, or "".
func web(address string) string {
	if strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://") {
		return address
	}
	return ""
}
