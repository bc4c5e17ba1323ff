package advisory

import (
	"slices"
	"strings"
)

// A hit is a phrase that stands in a member.
type hit struct {
	list       int
	member     int
	first, end int // words
	denied     bool
}

// The lists of phrases that are asked for by name.
const (
	listMask    = "mask"     // of phrases that are not what their words are: a visa fee is no visa
	listWarning = "warning"  // of texts that warn of offers
	listReport  = "report"   // of texts that tell what became of people
	listSolicit = "solicits" // of texts that are offers
	listAbroad  = "abroad"   // of work in another country
)

// findPhrases finds the phrases of the rules in the members of the offer.
func (s *screening) findPhrases() {
	whole := s.find(s.whole)
	for i := range s.members {
		m := &s.members[i]
		found := whole
		if m.path != "/text" {
			found = s.find(m.words)
		}
		for _, h := range found {
			if m.lo <= m.words[h.first].start && m.words[h.end-1].end <= m.hi {
				h.member = i
				s.hits = append(s.hits, h)
			}
		}
	}
}

// find returns the phrases in a text: those that warn of something, and the others that
// stand in no sentence that does, nor in a phrase that masks them.
func (s *screening) find(words []token) (hits []hit) {
	var warned []tokenRange // sentences
	mask, warning := s.rules.list(listMask), s.rules.list(listWarning)
	s.rules.index.find(words, func(list, first, end int) {
		h := hit{list: list, first: first, end: end, denied: s.rules.negation.denied(words, first, end, s.offer.Lang)}
		hits = append(hits, h)
		if list == warning && !h.denied {
			warned = append(warned, sentence(words, first, end))
		}
	})
	all := slices.Clone(hits)
	notice := (len(warned) > 0 || has(all, s.rules.list(listReport))) && !has(all, s.rules.list(listSolicit)) && !slices.ContainsFunc(words, isTelephone)
	s.notice = s.notice || notice
	return slices.DeleteFunc(hits, func(h hit) bool {
		switch {
		case h.list == mask:
			return true
		case h.list == warning:
			return false
		case notice, inOne(warned, h.first):
			return true
		}
		return slices.ContainsFunc(all, func(m hit) bool {
			return m.list == mask && m.first <= h.first && h.end <= m.end && m.end-m.first > h.end-h.first
		})
	})
}

func has(hits []hit, list int) bool {
	return slices.ContainsFunc(hits, func(h hit) bool { return h.list == list && !h.denied })
}

// isTelephone reports whether a word is a number as long as a telephone number is.
func isTelephone(t token) bool {
	return len(t.word) >= 7 && strings.Trim(t.word, "0123456789") == ""
}

// list returns the number of a list of phrases, or -1.
func (r *Rules) list(name string) int {
	if n, ok := r.lists[name]; ok {
		return n
	}
	return -1
}

// sentence returns the words of the sentence in which some stand.
func sentence(words []token, first, end int) tokenRange {
	for first > 0 && words[first].after != sentenceBreak {
		first--
	}
	for end < len(words) && words[end].after != sentenceBreak {
		end++
	}
	return tokenRange{first, end}
}

// dropWarned takes away the destinations that were read from sentences that warn of them.
func (s *screening) dropWarned() {
	if !s.read["destinations"] || s.offer.Text == "" {
		return
	}
	var warned []tokenRange
	for _, h := range s.hits {
		if h.list == s.rules.list(listWarning) && !h.denied && s.members[h.member].name == "text" {
			warned = append(warned, sentence(s.whole, h.first, h.end))
		}
	}
	if len(warned) == 0 {
		return
	}
	var kept []string
	for i, code := range s.offer.Destinations {
		span := s.spans[at("destinations", i)]
		word, _ := slices.BinarySearchFunc(s.whole, span.Start, func(t token, start int) int { return t.end - 1 - start })
		if !s.notice && !inOne(warned, word) {
			s.spans[at("destinations", len(kept))] = span
			kept = append(kept, code)
		}
	}
	s.offer.Destinations = kept
}

// inOne reports whether a word is in one of some ranges.
func inOne(ranges []tokenRange, word int) bool {
	return slices.ContainsFunc(ranges, func(r tokenRange) bool { return r.lo <= word && word < r.hi })
}
