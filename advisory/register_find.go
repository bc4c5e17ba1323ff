package advisory

import (
	"cmp"
	"slices"
)

// How much is looked at for one question, so that no question takes long.
const (
	maxSameLicence = 256  // entries of one licence
	maxPostings    = 4096 // places of words in names
	maxNear        = 4096 // words that may be meant by misspelt ones
	maxCandidates  = 64   // names that are compared letter by letter
	minQuick       = 400  // the score by numbers of words below which no name can resemble
)

// byLicence returns the entries whose licence has the key asked for, in the
// country asked for. full is false when there are too many.
func (r *Register) byLicence(l Licence, country string) (found []uint32, full bool) {
	full = true
	looked := 0
	r.licences.each(hash32(r.seed, []byte(l.Key)), func(i uint32) bool {
		if looked++; looked > maxSameLicence {
			full = false
			return false
		}
		if country != "" && r.store.lists[r.store.records.at(i).list].country != country {
			return true
		}
		if own, err := r.store.entry(i).licence(&licenceParts{}); err == nil && own.Key == l.Key {
			found = append(found, i)
		}
		return true
	})
	return found, full
}

// named is an entry and how well its name fits.
type named struct {
	entry uint32
	score int
}

// byName returns the entries whose name is like the one asked for, the likest
// first. full is false when there may be more, crowded is true when there are
// more of this very name.
func (r *Register) byName(n *foldedName, country string) (found []named, full, crowded bool) {
	if n.count == 0 {
		return nil, true, false
	}
	s := nameSearch{x: &r.names, store: &r.store, country: country, name: n, full: true}
	s.same()
	s.features()
	s.collect()
	candidates := s.best()
	s.full = s.full && !s.missed()
	var own foldedName
	for _, c := range candidates {
		e := r.names.owner[c]
		score := r.scoreEntry(n, &own, e)
		if score >= NameResembles && !slices.ContainsFunc(found, func(f named) bool { return f.entry == e }) {
			found = append(found, named{e, score})
		}
	}
	return found, s.full, s.crowded
}

// scoreEntry is the best score of an entry's names.
func (r *Register) scoreEntry(n, own *foldedName, entry uint32) int {
	b := r.store.from(r.store.records.at(entry).text)
	_, b = cutText(b)
	name, b := cutText(b)
	aka, _ := cutTexts(b)
	own.fold(name)
	score := scoreNames(n, own)
	for _, name := range aka {
		own.fold(name)
		score = max(score, scoreNames(n, own))
	}
	return score
}

// nameSearch is the search for one name.
type nameSearch struct {
	x       *nameIndex
	store   *entryStore
	country string
	name    *foldedName
	full    bool
	crowded bool
	words   []searchWord // the rarest first
	found   []candidate
}

// searchWord is a word of the index that a word of the name may be.
type searchWord struct {
	word   uint32
	weight int
	skip   bool // in too many names to look at each
}

// candidate is a name that may be meant.
type candidate struct {
	name    uint32
	score   int
	content uint64
}

// same takes the names that sound the same but for spaces, whichever words they
// are made of.
func (s *nameSearch) same() {
	looked := 0
	s.x.whole.each(hash32(s.x.seed, s.name.sound), func(name uint32) bool {
		if looked++; looked > maxPostings {
			s.full, s.crowded = false, true
			return false
		}
		s.take(name, scoreSame)
		return true
	})
}

func (s *nameSearch) take(name uint32, score int) {
	record := s.store.records.at(s.x.owner[name])
	if s.country == "" || s.store.lists[record.list].country == s.country {
		s.found = append(s.found, candidate{name, score, record.content})
	}
}

// features finds the words of the index that the name's words may be: the same
// sounds, two words written as one, one written as two, and words that are a
// letter or two away.
func (s *nameSearch) features() {
	budget := maxNear
	var near []uint32
	for i := range s.name.count {
		weight := s.name.weight(i)
		s.feature(s.name.indexed(i), weight)
		if s.name.words[i].common {
			continue
		}
		sound := s.name.sounds(i)
		if i+1 < s.name.count && !s.name.words[i+1].common {
			var joined [4 * maxNameWord]byte
			s.feature(append(append(joined[:0], sound...), s.name.sounds(i+1)...), 2*weight)
		}
		for cut := 2; cut+2 <= len(sound); cut++ {
			_, _, first := s.x.words.find(sound[:cut])
			if _, _, second := s.x.words.find(sound[cut:]); first && second {
				s.feature(sound[:cut], weight/2)
				s.feature(sound[cut:], weight/2)
			}
		}
		var full bool
		near, full = s.x.near(near[:0], sound, &budget)
		s.full = s.full && full
		for _, word := range near {
			s.addWord(word, weight*3/4)
		}
	}
}

func (s *nameSearch) feature(sound []byte, weight int) {
	if word, _, ok := s.x.words.find(sound); ok {
		s.addWord(word, weight)
	}
}

// addWord adds a word with the highest of its weights.
func (s *nameSearch) addWord(word uint32, weight int) {
	for i := range s.words {
		if s.words[i].word == word {
			s.words[i].weight = max(s.words[i].weight, weight)
			return
		}
	}
	s.words = append(s.words, searchWord{word: word, weight: weight})
}

// collect looks at the names of the rarest words, as many as it may. Words that
// most agencies have lead to names only when the name has no others.
func (s *nameSearch) collect() {
	slices.SortFunc(s.words, func(a, b searchWord) int {
		return cmp.Or(cmp.Compare(len(s.x.namesOf.at(a.word)), len(s.x.namesOf.at(b.word))),
			slices.Compare(s.x.words.word(a.word), s.x.words.word(b.word)))
	})
	telling := slices.ContainsFunc(s.words, func(w searchWord) bool { return !s.x.common[w.word] })
	left := maxPostings
	for i := range s.words {
		w := &s.words[i]
		names := s.x.namesOf.at(w.word)
		if s.x.common[w.word] && telling {
			w.skip = true
			continue
		}
		if left -= len(names); left < 0 {
			left, w.skip = 0, true
			continue
		}
		for _, name := range names {
			if score, seen := s.quick(name, i); !seen && score >= minQuick {
				s.take(name, score)
			}
		}
	}
}

// missed reports whether a name with no other words of the one asked for than
// those that were not looked at could still resemble it.
func (s *nameSearch) missed() bool {
	all, skipped := 0, 0
	for i := range s.name.count {
		all += s.name.weight(i)
		if s.name.words[i].common {
			skipped += weightCommon
		}
	}
	telling := false
	for _, w := range s.words {
		if w.skip && !s.x.common[w.word] {
			telling = true
			skipped += w.weight
		}
	}
	skipped = min(skipped, all)
	return telling && scoreSame*2*skipped/(skipped+all) >= NameResembles
}

// quick scores a name by the numbers of its words, and says whether a word
// before the number of, which was looked at, led to it already.
func (s *nameSearch) quick(name uint32, of int) (score int, seen bool) {
	all := 0
	for i := range s.name.count {
		all += s.name.weight(i)
	}
	for _, word := range s.x.wordsOf.at(name) {
		if s.x.common[word] {
			all += weightCommon
		} else {
			all += weightTelling
		}
		for i := range s.words {
			if s.words[i].word == word {
				if i < of && !s.words[i].skip {
					return 0, true
				}
				score += 2 * s.words[i].weight
				break
			}
		}
	}
	return min(scoreSame*score/all, scoreSame), false
}

// best returns the names to compare letter by letter: the best scores, and of
// equal ones those whose content says so, in which the order of arrival has no
// part.
func (s *nameSearch) best() []uint32 {
	slices.SortFunc(s.found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.content, b.content), cmp.Compare(a.name, b.name))
	})
	var names []uint32
	for _, c := range s.found {
		if !slices.Contains(names, c.name) {
			if len(names) == maxCandidates {
				s.full = s.full && c.score < NameResembles
				s.crowded = s.crowded || c.score == scoreSame
				break
			}
			names = append(names, c.name)
		}
	}
	return names
}
