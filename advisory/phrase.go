package advisory

import (
	"slices"
	"strings"
)

// A token is a word or a number of a text, as it is compared, and where it stands.
type token struct {
	word       string
	start, end int      // bytes of the text
	after      breaking // what stands between it and the word before
}

// breaking is how far what stands between two words parts them.
type breaking uint8

const (
	noBreak       breaking = iota // a space, a hyphen, a slash
	labelBreak                    // a colon
	clauseBreak                   // a comma, a bracket
	sentenceBreak                 // a full stop, a line's end, a bullet, an emoji
)

// tokens returns the words of a text, folded as [ReadOffer] folds them, so that one word
// has one spelling. A full stop behind a word that is always cut short parts nothing.
func tokens(text string) []token {
	var a advert
	a.tokenise(firstBytes(text, maxOfferText))
	folded := string(a.folded)
	words := make([]token, 0, len(a.tokens))
	between := sentenceBreak
	for i := range a.tokens {
		switch t := &a.tokens[i]; t.kind {
		case advertWord, advertNumber:
			words = append(words, token{folded[t.lo:t.hi], t.start, t.end, between})
			between = noBreak
		case advertSign:
			if folded[t.lo:t.hi] != "." || !cutShort(words) {
				between = max(between, breakOf(folded[t.lo:t.hi]))
			}
		case advertBreak, advertFlag:
			if !a.wraps(i) {
				between = sentenceBreak
			}
		}
	}
	return words
}

// cutShort reports whether the last word is one that is always cut short, as "no" is
// behind "lic".
func cutShort(words []token) bool {
	if len(words) == 0 {
		return false
	}
	switch words[len(words)-1].word {
	case "lic", "reg", "regd", "rs", "govt", "pvt", "ltd", "intl", "approx", "max", "min", "hr", "hrs", "ph", "tel":
		return true
	case "no":
		if len(words) < 2 {
			return false
		}
		switch words[len(words)-2].word {
		case "lic", "licence", "license", "reg", "regd", "registration", "rc", "ra", "ph", "phone", "tel", "mobile", "contact", "room", "flat", "plot", "sr", "ref":
			return true
		}
	}
	return false
}

// wraps reports whether a break is the end of a line that the next one goes on with: it
// begins with a small letter.
func (a *advert) wraps(i int) bool {
	if w := a.word(i); len(w) != 1 || w[0] != '\n' || i == 0 || i+1 >= len(a.tokens) {
		return false
	}
	next := &a.tokens[i+1]
	return a.tokens[i-1].kind == advertWord && next.kind == advertWord && !next.upper && a.folded[next.lo] < 0x80
}

func breakOf(sign string) breaking {
	switch sign {
	case ".", "!", "?":
		return sentenceBreak
	case "-", "/", "&", "+", "%", "$", "@", "=":
		return noBreak
	case ":":
		return labelBreak
	}
	return clauseBreak
}

// A phrase is what a rule looks for: words in their order. Its texts are written as in
// an advert; "work*" stands for every word that begins so, "..." for up to three words
// between.
type phrase struct {
	list  int // which list of phrases it is of
	words []phraseWord
}

type phraseWord struct {
	word   string
	prefix bool // any word that begins so
	gap    bool // up to maxGap words may stand before it
}

const maxGap = 3

func parsePhrase(list int, text string) phrase {
	p := phrase{list: list}
	gap := false
	for part := range strings.FieldsSeq(text) {
		if part == "..." {
			gap = len(p.words) > 0
			continue
		}
		stem, prefix := strings.CutSuffix(part, "*")
		for i, t := range tokens(stem) {
			p.words = append(p.words, phraseWord{word: t.word, gap: gap && i == 0})
			gap = false
		}
		if prefix && len(p.words) > 0 {
			p.words[len(p.words)-1].prefix = true
		}
	}
	return p
}

func (w phraseWord) is(t token) bool {
	return t.word == w.word || w.prefix && strings.HasPrefix(t.word, w.word)
}

// match returns the end of the phrase in the words from the first on, or 0: it never
// reaches over the end of a sentence or a comma, and over a colon only in a gap.
func (p phrase) match(words []token) (end int) {
	at := 0
	for i, w := range p.words {
		last := at
		if w.gap {
			last += maxGap
		}
		for ; ; at++ {
			if at >= len(words) || at > last || i > 0 && (words[at].after == sentenceBreak || words[at].after == clauseBreak || words[at].after == labelBreak && !w.gap) {
				return 0
			}
			if w.is(words[at]) {
				break
			}
		}
		at++
	}
	return at
}

// gapDenied reports whether a word in a gap of the phrase turns it round: "passport will
// not be kept".
func (p phrase) gapDenied(words []token, n *negation) bool {
	if len(words) == len(p.words) {
		return false
	}
	for _, t := range words {
		if n.turns(t.word) && !slices.ContainsFunc(p.words, func(w phraseWord) bool { return w.is(t) }) {
			return true
		}
	}
	return false
}

// phraseIndex finds the phrases that may begin with a word.
type phraseIndex struct {
	whole  map[string][]phrase
	prefix map[string][]phrase // by their first stem
	stems  []int               // the lengths of those stems, each once
}

func newPhraseIndex() phraseIndex {
	return phraseIndex{whole: map[string][]phrase{}, prefix: map[string][]phrase{}}
}

func (x *phraseIndex) add(p phrase) {
	if len(p.words) == 0 {
		return
	}
	first := p.words[0]
	if !first.prefix {
		x.whole[first.word] = append(x.whole[first.word], p)
		return
	}
	x.prefix[first.word] = append(x.prefix[first.word], p)
	if !slices.Contains(x.stems, len(first.word)) {
		x.stems = append(x.stems, len(first.word))
	}
}

// find calls found for each phrase that stands in the words, from a word to another.
func (x *phraseIndex) find(words []token, found func(p phrase, first, end int)) {
	for i := range words {
		for _, p := range x.whole[words[i].word] {
			if end := p.match(words[i:]); end > 0 {
				found(p, i, i+end)
			}
		}
		for _, n := range x.stems {
			if n > len(words[i].word) {
				continue
			}
			for _, p := range x.prefix[words[i].word[:n]] {
				if end := p.match(words[i:]); end > 0 {
					found(p, i, i+end)
				}
			}
		}
	}
}
