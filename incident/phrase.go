package incident

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// ErrNoNumber is the error of [ReadPhrase] for a phrase out of which no one
// number, and no one range, can be read with certainty. Use [errors.Is]; the
// text behind it says what stood in the way and never holds the phrase.
var ErrNoNumber = errors.New("incident: phrase: no number can be read")

// maxPhrase is the length in bytes of the longest phrase that is read. A
// printed figure is a few words; this bounds the work.
const maxPhrase = 512

// ReadPhrase reads the Count that a printed phrase states by itself: "as many
// as 250" is at most 250, "over 370" more than 370, "nearly 200" less than 200,
// "about a dozen" about 12, "between 600 and 650" a range, "2,55,777" and "six
// lakh" exactly that many.
//
// lang is the BCP 47 tag of the phrase's language. It decides how digits are
// grouped ("1.018" is 1018 in Indonesian and unread in English) and which words
// are known. Known are Arabic, Bengali, Burmese, Chinese, English, Filipino,
// French, German, Gujarati, Hindi, Indonesian, Italian, Japanese, Kannada,
// Khmer, Korean, Lao, Malay, Malayalam, Marathi, Nepali, Portuguese, Punjabi,
// Spanish, Tamil, Telugu, Thai, Urdu and Vietnamese. With another tag, with the
// empty one, and for a phrase in another script than its tag's, every language
// of the script is tried, and a number is read only when those that know all of
// its words agree.
//
// What is read is what is printed, no more:
//   - "over", "more than" are above the number; "at least", "250 or more" and
//     "250+" include it; "nearly", "almost", "close to", "under" are below it;
//     "up to" and "as many as" include it.
//   - "13 out of 17" is 13, the part that is spoken of.
//   - A range under "about" is the range: a Count cannot state more.
//   - The same number in words and in digits, "eight (8)", is one number.
//   - A currency does not matter: "Rs 500 crore" is 5000000000, "US$3,000" 3000.
//     What a number measures is for the figure to say.
//
// Everything else has no number: vague words ("hundreds", "several"), shares
// and fractions, ordinals, names ("Gate 2", "Golden Triangle 2 compound"),
// dates, times and durations, numbers of countries, flights or other things
// than people, cases and money, compound words ("one-time"), negative numbers,
// numbers that are not whole or do not fit in 63 bits, digits grouped as the
// language does not group them ("120.000" in English, "1,018" in German), two
// numbers that are not one range, and words of two different bounds. A phrase longer than 512 bytes is not read. The
// error is then [ErrNoNumber] with the reason wrapped around it.
//
// ReadPhrase may be called concurrently.
func ReadPhrase(text, lang string) (Count, error) {
	switch {
	case len(text) > maxPhrase:
		return Count{}, unread("it is longer than 512 bytes; give the figure's own words only")
	case !utf8.ValidString(text):
		return Count{}, unread("it is not valid UTF-8")
	}
	if lx := lexiconOf(lang); lx != nil && lx.reads(text) {
		r := lx.read(text)
		if r.err == nil || !r.unknown {
			return r.count, r.err
		}
		if c, err := readUnknown(text); err == nil { // English words in a Filipino phrase
			return c, nil
		}
		return Count{}, r.err
	}
	return readUnknown(text)
}

// unread returns an error that is ErrNoNumber and says why.
func unread(reason string) error { return fmt.Errorf("%w: %s", ErrNoNumber, reason) }

// readUnknown reads a phrase whose language is not known. Every language that
// knows all of its words must read the same Count.
func readUnknown(text string) (Count, error) {
	var found Count
	for _, code := range lexiconCodes {
		lx := lexiconOf(code)
		if !lx.reads(text) {
			continue
		}
		r := lx.read(text)
		if r.unknown {
			continue
		}
		if r.err != nil {
			return Count{}, r.err
		}
		if !found.IsZero() && found != r.count {
			return Count{}, unread("languages that know its words read different numbers; state the language")
		}
		found = r.count
	}
	if found.IsZero() {
		return Count{}, unread("no language that is known has all of its words; state the language")
	}
	return found, nil
}

// lexiconOf returns the lexicon for a BCP 47 tag, or nil.
func lexiconOf(tag string) *lexicon {
	tag = strings.ToLower(strings.ReplaceAll(tag, "_", "-"))
	primary, rest, _ := strings.Cut(tag, "-")
	if same, ok := lexiconAliases[primary]; ok {
		primary = same
	}
	if primary == "es" {
		for sub := range strings.SplitSeq(rest, "-") {
			if strings.Contains(" mx us pr gt hn ni sv pa do 419 ", " "+sub+" ") {
				return lexicons["es-419"]()
			}
		}
	}
	if get, ok := lexicons[primary]; ok {
		return get()
	}
	return nil
}
