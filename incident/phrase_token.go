package incident

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A lexeme is a word, a number in digits or a mark of a phrase, with what the
// lexicon knows about it.
type lexeme struct {
	item
	literal bool // a number in digits: value × 10^−scale
	scale   int
	grouped bool // its digits are grouped in a way that elsewhere means a decimal
	unknown bool
	joined  bool // no space before it
}

// tokens splits a phrase into tokens.
func (lx *lexicon) tokens(text string) []lexeme {
	s := scanner{lx: lx, runes: []rune(lx.fold(text))}
	for s.pos < len(s.runes) {
		s.step()
	}
	s.flush()
	return s.out
}

// A scanner goes over the runes of a folded phrase.
type scanner struct {
	lx    *lexicon
	runes []rune
	pos   int
	gap   bool // a space was seen since the last token
	dash  bool // the last mark was a hyphen within a word
	words []word
	out   []lexeme
}

// A word is a run of letters that is still to be looked up.
type word struct {
	text    string
	joined  bool
	hyphen  bool // a hyphen joins it to a number before it
	touches bool // a number in digits follows without a space
	dash    bool // a hyphen joins it to the word before it
}

func (s *scanner) at(i int) rune {
	if i < 0 || i >= len(s.runes) {
		return ' '
	}
	return s.runes[i]
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

func (s *scanner) step() {
	r := s.runes[s.pos]
	switch {
	case r == ' ' || r == 0xa0:
		s.gap = true
		s.pos++
	case unicode.Is(unicode.Nd, r):
		s.flush()
		s.emit(s.number())
	case isWordRune(r):
		s.word()
	default:
		s.mark(r)
	}
}

// emit adds a token and says whether it stood without a space before it.
func (s *scanner) emit(t lexeme) {
	t.joined = !s.gap && len(s.out) > 0
	s.gap = false
	s.out = append(s.out, t)
}

// word collects a run of letters; an apostrophe between letters belongs to it.
func (s *scanner) word() {
	start := s.pos
	for s.pos < len(s.runes) {
		r := s.runes[s.pos]
		if !isWordRune(r) && (r != '\'' || !isWordRune(s.at(s.pos+1)) && !s.lx.elides) {
			break
		}
		s.pos++
	}
	w := word{
		text:    string(s.runes[start:s.pos]),
		joined:  !s.gap && start > 0,
		hyphen:  start > 0 && s.at(start-1) == '-' && unicode.IsDigit(s.at(start-2)),
		touches: unicode.IsDigit(s.at(s.pos)),
		dash:    s.dash,
	}
	s.gap, s.dash = false, false
	if rest, ok := strings.CutPrefix(w.text, s.lx.prefix); ok && s.lx.prefix != "" {
		_, whole := s.lx.items[w.text]
		if _, known := s.lx.items[rest]; known && !whole { // and twenty, one word in Arabic
			s.words = append(s.words, word{text: s.lx.prefix, joined: w.joined})
			w.text = rest
		}
	}
	if _, whole := s.lx.items[w.text]; !whole {
		for _, end := range s.lx.suffix {
			rest, ok := strings.CutSuffix(w.text, end)
			if _, known := s.lx.items[rest]; ok && known {
				s.words = append(s.words, word{text: rest, joined: w.joined, hyphen: w.hyphen})
				w = word{text: end, joined: true, touches: w.touches}
				break
			}
		}
	}
	s.words = append(s.words, w)
}

// mark handles everything that is neither letter nor digit.
func (s *scanner) mark(r rune) {
	prev, next := s.at(s.pos-1), s.at(s.pos+1)
	s.pos++
	if r == '-' {
		s.hyphen(prev, next)
		return
	}
	if strings.ContainsRune("\"“”„«»‹›.!…•·।۔。؟*|", r) || unicode.Is(unicode.Cf, r) {
		if r == '…' || r == '.' && next == '.' {
			s.flush()
		}
		return
	}
	s.flush()
	roles := roleFail
	it := item{}
	switch {
	case strings.ContainsRune("([{", r):
		roles = roleOpen
	case strings.ContainsRune(")]}", r):
		roles = roleClose
	case r == '\'':
		s.gap = true
		return
	case r == ':' && unicode.IsDigit(prev) && unicode.IsDigit(next):
	case strings.ContainsRune(",;:،؛、", r):
		roles = roleBreak
	case r == '&':
		roles = roleAnd
	case unicode.Is(unicode.Sc, r):
		roles = roleUnit
	case r == '~':
		roles, it.pre = roleTo|rolePre, boundAbout
	case r == '+' && s.afterNumber():
		roles, it.post = rolePost, boundAtLeast
	case r == '≥', r == '>' && next == '=':
		roles, it.pre = rolePre, boundAtLeast
	case r == '≤', r == '<' && next == '=':
		roles, it.pre = rolePre, boundAtMost
	case r == '>':
		roles, it.pre = rolePre, boundMore
	case r == '<':
		roles, it.pre = rolePre, boundLess
	}
	if (r == '>' || r == '<') && next == '=' {
		s.pos++
	}
	it.roles = roles
	s.emit(lexeme{item: it})
}

// hyphen tells the uses of a dash apart: a range, a joint of words, a minus, a
// pause.
func (s *scanner) hyphen(prev, next rune) {
	digitBefore := unicode.IsDigit(prev)
	switch {
	case isWordRune(prev) && isWordRune(next) && !s.gap:
		s.gap, s.dash = true, true // a joint of words is as good as a space
		return
	case digitBefore && isWordRune(next):
		return // the word carries the hyphen
	case isWordRune(prev) && unicode.IsDigit(next):
		s.flush()
		if s.afterNumber() { // 10k-15k
			s.emit(lexeme{item: item{roles: roleTo | roleBreak}})
			return
		}
		s.emit(lexeme{item: item{roles: roleFail}}) // Covid-19, under-18
		return
	}
	s.flush()
	afterNumber := s.afterNumber()
	spaced := next == ' ' || next == 0xa0
	switch {
	case afterNumber && (unicode.IsDigit(next) && !s.gap || spaced):
		s.emit(lexeme{item: item{roles: roleTo | roleBreak}})
	case unicode.IsDigit(next):
		s.emit(lexeme{item: item{roles: roleFail}}) // a minus
	default:
		s.emit(lexeme{item: item{roles: roleBreak}})
	}
}

// flush looks up the words collected so far.
func (s *scanner) flush() {
	for i := 0; i < len(s.words); {
		from := len(s.out)
		w := s.words[i]
		i += s.lookUp(s.words[i:])
		if w.dash && from > 0 && from < len(s.out) && compound(s.out[from-1], s.out[from]) {
			s.out[from].roles |= roleFail
		}
	}
	s.words = s.words[:0]
}

// compound reports whether two tokens with a hyphen between them are one word
// that is no number, though one of them is: zero-tolerance, one-time, line-one.
func compound(a, b lexeme) bool {
	const part = roleSpelled | roleShift | roleDecimal | rolePost | roleUnit | roleTo | roleAnd
	switch {
	case a.roles&(roleSmall|roleMult) != 0:
		return b.roles&(part|roleSkip|roleOrder|roleStamp) == 0
	case b.roles&(roleSmall|roleMult) != 0:
		return a.unknown
	}
	return false
}

// lookUp emits the tokens of the longest known group at the beginning of ws and
// returns how many words it took.
func (s *scanner) lookUp(ws []word) int {
	n := min(len(ws), s.lx.maxWords)
	for ; n > 0; n-- {
		var key strings.Builder
		key.WriteString(ws[0].text)
		for _, w := range ws[1:n] {
			key.WriteString(" " + w.text)
		}
		if it, ok := s.lx.items[key.String()]; ok {
			s.put(lexeme{item: it}, ws[0].joined)
			return n
		}
	}
	w := ws[0]
	switch s.lx.match {
	case coverWords:
		if s.cover(w) {
			return 1
		}
	case looseScript:
		s.pick(w)
		return 1
	}
	s.unknown(w)
	return 1
}

func (s *scanner) put(t lexeme, joined bool) {
	t.joined = joined && len(s.out) > 0
	s.out = append(s.out, t)
}

// unknown emits a word that is not known. One that touches a number in Latin
// letters is part of a name: Covid-19, G20, 64-year-old.
func (s *scanner) unknown(w word) {
	r, _ := utf8.DecodeRuneInString(w.text)
	t := lexeme{unknown: true}
	if (w.touches || w.hyphen || w.joined && s.afterDigits()) && unicode.Is(unicode.Latin, r) {
		t.roles = roleFail
	}
	if s.lx.variants && s.lx.stemmed(w.text) {
		t.roles = roleStamp // a multiplier with an ending that is not known
	}
	s.put(t, w.joined)
}

// afterNumber reports whether the last lexeme is a number or what it counts.
func (s *scanner) afterNumber() bool {
	return len(s.out) > 0 && s.out[len(s.out)-1].roles&(roleNumeric|roleUnit) != 0
}

func (s *scanner) afterDigits() bool { return len(s.out) > 0 && s.out[len(s.out)-1].literal }

// cover emits the parts of a word when known parts cover all of it. In Latin
// letters these are the parts of a number.
func (s *scanner) cover(w word) bool {
	runes := []rune(w.text)
	const longest = 80
	if len(runes) > longest {
		return false
	}
	latin := unicode.Is(unicode.Latin, runes[0])
	next := make([]int, len(runes)+1) // where the part that begins here ends, 0: nowhere
	next[len(runes)] = len(runes)
	for i := len(runes) - 1; i >= 0; i-- {
		for j := min(len(runes), i+s.lx.maxRunes); j > i; j-- {
			if next[j] == 0 {
				continue
			}
			if it, ok := s.lx.items[string(runes[i:j])]; ok && (!latin || it.roles&roleSpelled != 0) {
				next[i] = j
				break
			}
		}
	}
	if next[0] == 0 {
		return false
	}
	var parts []lexeme
	for i := 0; i < len(runes); i = next[i] {
		it := s.lx.items[string(runes[i:next[i]])]
		parts = append(parts, lexeme{item: it, joined: i > 0})
	}
	for i, t := range parts {
		s.put(t, i > 0 || w.joined)
	}
	return true
}

// within reports whether r goes on with a number in words: the one of thirty-one
// in 三十一个 is no part of 一个.
func (s *scanner) within(r rune) bool {
	if len(s.out) == 0 {
		return false
	}
	last := s.out[len(s.out)-1]
	return !last.literal && last.roles&roleNumeric != 0 && s.lx.items[string(r)].roles&roleNumeric != 0
}

// pick emits the known parts of a run without spaces, longest first, and what
// lies between them as unknown.
func (s *scanner) pick(w word) {
	runes := []rune(w.text)
	joined := w.joined
	if unicode.Is(unicode.Latin, runes[0]) {
		s.unknown(w)
		return
	}
	lost := false
	for i := 0; i < len(runes); {
		j := min(len(runes), i+s.lx.maxRunes)
		for ; j > i; j-- {
			it, ok := s.lx.items[string(runes[i:j])]
			if ok && (it.roles&roleSpelled != 0 || j == i+1 || !joined || !s.within(runes[i])) {
				s.put(lexeme{item: it}, joined)
				break
			}
		}
		switch {
		case j > i:
			lost = false
			i = j
		default:
			if !lost {
				s.put(lexeme{unknown: true}, joined)
			}
			lost = true
			i++
		}
		joined = true
	}
}
