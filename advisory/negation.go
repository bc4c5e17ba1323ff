package advisory

// negation knows the words that turn a phrase round: "no tourist visa", "walang
// placement fee", "fees nahi lagegi", "we never send anybody on a tourist visa".
type negation struct {
	before  map[string]bool // no, without, walang, bina: right before the phrase
	after   map[string]bool // nahi, नहीं: right after it
	through map[string]bool // what may stand between such a word and the phrase: any, need, of
	reach   map[string]bool // never, don't: anywhere before it in the same clause
	helps   map[string]bool // do, will: before "not", which then reaches as far
	stop    map[string]bool // but, worry: what ends the reach
	fil     map[string]bool // hindi, which in adverts of other languages is the name of one
	number  map[string]bool // licence, phone: before "no" that is short for number
}

func newNegation(words map[string][]string) negation {
	return negation{
		wordSet(words["before"]), wordSet(words["after"]), wordSet(words["through"]), wordSet(words["reach"]),
		wordSet(words["helps"]), wordSet(words["stop"]), wordSet(words["fil"]), wordSet(words["numbered"]),
	}
}

// maxReach is how many words are looked at before and after a phrase.
const maxReach = 12

// denied reports whether the words from first to end are turned round, and returns them
// with the word that does so. Only words of the same clause do.
func (n *negation) denied(words []token, first, end int, lang string) (from, to int, denied bool) {
	filipino := primary(lang) == "fil" || primary(lang) == "tl"
	near := true // only words that lead through so far
	for i := first; i > 0 && first-i < maxReach && words[i].after == noBreak; i-- {
		w := words[i-1].word
		far := n.reach[w] || filipino && n.fil[w] || w == "not" && i > 1 && n.helps[words[i-2].word]
		switch {
		case n.stop[w], w == "no" && i > 1 && words[i-1].after == noBreak && n.number[words[i-2].word]:
			to, denied = n.deniedAfter(words, end)
			return first, to, denied
		case far, near && n.before[w]:
			return i - 1, end, true
		case !n.through[w]:
			near = false
		}
	}
	to, denied = n.deniedAfter(words, end)
	return first, to, denied
}

func (n *negation) deniedAfter(words []token, end int) (to int, denied bool) {
	for i := end; i < len(words) && i-end < maxReach && words[i].after == noBreak; i++ {
		switch w := words[i].word; {
		case n.after[w]:
			return i + 1, true
		case !n.through[w]:
			return end, false
		}
	}
	return end, false
}
