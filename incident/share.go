package incident

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// ReadShare reads the percentage that a printed phrase states, as [ReadPhrase] reads
// numbers: "around 48 per cent" is about 48, "40 to 50 percent" a range. A share
// that is no whole number of percent lies between two: "45.6 %" is 45 to 46.
//
// lang is the BCP 47 tag of the phrase's language. What has no number has none
// here: "a significant portion", and fractions such as "three-quarters". Nor has
// what is over 100 percent, or says nowhere that it is percent. The error is
// [ErrNoNumber] with the reason wrapped around it.
//
// ReadShare may be called concurrently.
func ReadShare(text, lang string) (Count, error) {
	if len(text) > maxPhrase || !utf8.ValidString(text) {
		return ReadPhrase(text, lang) // says why not
	}
	rest := text
	for _, word := range percentWords {
		rest = withoutWord(rest, word)
	}
	if rest == text {
		return Count{}, unread("it does not say that it is a share: state the percentage in count")
	}
	below, above := decimals(rest)
	c, err := ReadPhrase(below, lang)
	if err == nil && above != below {
		d, failed := ReadPhrase(above, lang)
		switch {
		case failed == nil:
			c = between(c, d)
		case c.has&(HasLow|HasHigh) == HasLow|HasHigh && c.high <= c.low+1: // "1.1 to 2": both ends are rounded up to 2
			c = between(c, Count{high: c.low + 1, has: HasHigh})
		default:
			c, err = Count{}, failed
		}
	}
	if err == nil && max(c.best, c.low, c.high) > 100 {
		return Count{}, unread("it is more than 100 percent: state the count, or make it another measure")
	}
	return c, err
}

// percentWords say that a number is percent, in small letters, longer ones first.
// They are read only.
var percentWords = [...]string{
	"percentage points", "phần trăm", "パーセント", "por ciento", "pour cent", "per cento", "por cento", "per cent", "percent", "prozent", "peratus", "persen", "porsyento",
	"प्रतिशत", "শতাংশ", "சதவீதம்", "శాతం", "శాతము", "ശതമാനം", "ટકા", "फीसदी", "ร้อยละ", "เปอร์เซ็นต์", "ရာခိုင်နှုန်း", "ភាគរយ", "퍼센트", "프로", "%", "％", "٪", "pct",
}

// withoutWord returns text without a word, whichever the case of its letters.
func withoutWord(text, word string) string {
	lower := strings.ToLower(text)
	if len(lower) != len(text) { // letters whose small ones are longer or shorter
		text = lower
	}
	for {
		i := strings.Index(lower, word)
		if i < 0 {
			return strings.TrimSpace(text)
		}
		text, lower = text[:i]+" "+text[i+len(word):], lower[:i]+" "+lower[i+len(word):]
	}
}

// decimals returns text with each decimal number rounded down, and rounded up.
func decimals(text string) (below, above string) {
	var down, up strings.Builder
	for i := 0; i < len(text); {
		whole := digitsAt(text, i)
		if whole == 0 || whole > 3 {
			down.WriteString(text[i : i+max(1, whole)])
			up.WriteString(text[i : i+max(1, whole)])
			i += max(1, whole)
			continue
		}
		number, part := text[i:i+whole], 0
		if i += whole; i < len(text) && (text[i] == '.' || text[i] == ',') {
			part = digitsAt(text, i+1)
		}
		down.WriteString(number)
		if part == 0 || part > 2 {
			up.WriteString(number)
			continue
		}
		n, _ := strconv.Atoi(number) // at most three digits
		if strings.Trim(text[i+1:i+1+part], "0") != "" {
			n++
		}
		up.WriteString(strconv.Itoa(n))
		i += 1 + part
	}
	return down.String(), up.String()
}

// digitsAt returns how many ASCII digits stand in text from i on.
func digitsAt(text string, i int) (n int) {
	for i+n < len(text) && text[i+n] >= '0' && text[i+n] <= '9' {
		n++
	}
	return n
}

// between returns from where c begins to where d ends; what is neither has no best
// figure.
func between(c, d Count) Count {
	has := c.has&HasLow | d.has&HasHigh
	if c.has&(HasLow|HasHigh) == 0 { // about
		return c
	}
	out, err := NewCount(0, c.low, d.high, has)
	if err != nil {
		return Count{}
	}
	return out
}
