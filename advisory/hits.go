package advisory

import (
	"slices"
	"sort"
	"strings"
)

// A hit is a phrase that stands in a text.
type hit struct {
	list       int
	first, end int // words
	denied     denial
	from, to   int // words: the same, with the one that turns it round
}

// A hitKey is what one hit is kept of: the first in a member.
type hitKey struct {
	list, member int
	denied       denial
}

// The lists of phrases that are asked for by name.
const (
	listMask    = "mask"     // of phrases that are not what their words are: a visa fee is no visa
	listWarning = "warning"  // of texts that warn of offers
	listReport  = "report"   // of texts that tell what became of people
	listSolicit = "solicits" // of texts that are offers
	listAbroad  = "abroad"   // of work in another country
	listFee     = "fee"      // of what is to be paid
)

// findPhrases finds the phrases of the rules in the members of the offer.
func (s *screening) findPhrases() {
	s.hits = map[hitKey]hit{}
	whole, warned := s.find(s.whole)
	s.warned = warned
	for i := range s.members {
		m := &s.members[i]
		found := whole
		if m.path != "/text" {
			found, _ = s.find(m.words)
		}
		begin := sort.Search(len(found), func(i int) bool { return m.words[found[i].first].start >= m.lo })
		for _, h := range found[begin:] {
			if m.words[h.first].start >= m.hi {
				break
			}
			key := hitKey{h.list, i, h.denied}
			if _, twice := s.hits[key]; !twice && m.words[h.end-1].end <= m.hi {
				s.hits[key] = h
			}
		}
	}
}

// find returns the phrases in a text, in the order in which they begin, but for those in
// a sentence that warns of something or in a phrase that masks them, and for each word
// whether it stands in such a sentence. A text that warns of offers, or tells what became
// of people, and asks nobody to get in touch, is no offer: it has none.
func (s *screening) find(words []token) (hits []hit, warned []bool) {
	warned = make([]bool, len(words))
	masked := make([]int, len(words)) // of each word, where the longest mask that begins there ends
	list := s.rules.list
	warns, reports, solicits := false, false, slices.ContainsFunc(words, isTelephone)
	s.rules.index.find(words, func(p phrase, first, end int) {
		number := p.list
		h := hit{list: number, first: first, end: end, from: first, to: end}
		h.from, h.to, h.denied = s.rules.negation.denied(words, first, end, s.offer.Lang)
		if h.denied == affirmed && p.gapDenied(words[first:end], &s.rules.negation) {
			h.denied = near
		}
		switch {
		case number == list(listMask):
			masked[first] = max(masked[first], end)
			return
		case number == list(listWarning) && h.denied == affirmed:
			warns = true
			markSentence(warned, words, first)
			return
		case number == list(listReport):
			reports = reports || h.denied == affirmed
			return
		case number == list(listSolicit):
			solicits = solicits || h.denied == affirmed
		}
		hits = append(hits, h)
	})
	if (warns || reports) && !solicits {
		s.notice = true
		return nil, warned
	}
	return slices.DeleteFunc(hits, func(h hit) bool { return warned[h.first] || isMasked(masked, h) }), warned
}

// maxMask is how many words a mask has at most.
const maxMask = 16

// isMasked reports whether a longer phrase that masks it covers a hit.
func isMasked(masked []int, h hit) bool {
	for begin := h.first; begin >= 0 && h.first-begin < maxMask; begin-- {
		if end := masked[begin]; end >= h.end && end-begin > h.end-h.first {
			return true
		}
	}
	return false
}

// markSentence marks the words of the sentence in which a word stands.
func markSentence(marked []bool, words []token, word int) {
	if marked[word] {
		return
	}
	for word > 0 && words[word].after != sentenceBreak {
		word--
	}
	for marked[word] = true; word+1 < len(words) && words[word+1].after != sentenceBreak; word++ {
		marked[word+1] = true
	}
}

// isTelephone reports whether a word is a number as long as a telephone number is.
func isTelephone(t token) bool {
	return len(t.word) >= 7 && strings.Trim(t.word, "0123456789") == ""
}

// has reports whether a phrase of a list stands in any member and is not turned round.
func (s *screening) has(list string) bool {
	for i := range s.members {
		if _, ok := s.hits[hitKey{s.rules.list(list), i, affirmed}]; ok {
			return true
		}
	}
	return false
}

// list returns the number of a list of phrases, or -1.
func (r *Rules) list(name string) int {
	if n, ok := r.lists[name]; ok {
		return n
	}
	return -1
}

// dropWarned takes away the destinations that were read from sentences that warn of them.
func (s *screening) dropWarned() {
	if !s.read["destinations"] || !s.notice && !slices.Contains(s.warned, true) {
		return
	}
	var kept []string
	for i, code := range s.offer.Destinations {
		span := s.spans[at("destinations", i)]
		word := sort.Search(len(s.whole), func(i int) bool { return s.whole[i].end > span.Start })
		if !s.notice && word < len(s.warned) && !s.warned[word] {
			s.spans[at("destinations", len(kept))] = span
			kept = append(kept, code)
		}
	}
	s.offer.Destinations = kept
}

// phrase finds the first phrase of one of some lists, turned round or not, in one of some
// members, or in any; alone asks that nothing else stands there.
func (s *screening) phrase(lists, in []string, denied denial, alone bool) (spot, bool) {
	for i := range s.members {
		m := &s.members[i]
		if len(in) > 0 && !slices.Contains(in, m.name) {
			continue
		}
		best, found := hit{}, false
		for _, name := range lists {
			h, ok := s.hits[hitKey{s.rules.lists[name], i, denied}]
			if alone && (h.from > 0 || h.to < len(m.words)) {
				continue
			}
			if ok && (!found || h.first < best.first || h.first == best.first && h.end > best.end) {
				best, found = h, true
			}
		}
		if found {
			return spot{member: m, first: best.from, end: best.to}, true
		}
	}
	return spot{}, false
}
