package advisory

// negation knows the words that turn a phrase round: "no tourist visa", "walang
// placement fee", "fees nahi lagegi", "we never send anybody on a tourist visa".
type negation struct {
	before  map[string]bool // no, without, walang, bina: right before the phrase
	after   map[string]bool // nahi, नहीं: right after it
	nots    map[string]bool // allowed, accepted: after "not" behind the phrase
	through map[string]bool // what may stand between such a word and the phrase: any, need, of
	nouns   map[string]bool // the same of fees, before "fee" and before "or": "no visa or medical fee"
	joins   map[string]bool // or, and, ya
	reach   map[string]bool // never, don't: anywhere before it in the same clause
	helps   map[string]bool // do, will: before "not", which then reaches as far
	stop    map[string]bool // but, worry: what ends the reach
	fil     map[string]bool // hindi, which in adverts of other languages is the name of one
	number  map[string]bool // licence, phone: before "no" that is short for number
}

func newNegation(words map[string][]string) negation {
	set := func(name string) map[string]bool { return wordSet(words[name]) }
	return negation{
		before: set("before"), after: set("after"), nots: set("nots"), through: set("through"), nouns: set("nouns"), joins: set("joins"),
		reach: set("reach"), helps: set("helps"), stop: set("stop"), fil: set("fil"), number: set("numbered"),
	}
}

// A denial is how far away from a phrase the word stands that turns it round.
type denial uint8

const (
	affirmed denial = iota // there is none
	near                   // right beside it
	far                    // anywhere in its clause
)

// maxReach is how many words are looked at before and after a phrase.
const maxReach = 12

// denied reports whether the words from first to end are turned round, and returns them
// with the word that does so. Only words of the same clause do, or a "no" behind a colon.
func (n *negation) denied(words []token, first, end int, lang string) (from, to int, denied denial) {
	filipino := primary(lang) == "fil" || primary(lang) == "tl"
	direct := true // only words that lead through so far
	for i := first; i > 0 && first-i < maxReach && words[i].after == noBreak; i-- {
		w := words[i-1].word
		reaches := n.reach[w] || filipino && n.fil[w] || w == "not" && i > 1 && n.helps[words[i-2].word]
		switch {
		case n.stop[w], w == "no" && i > 1 && words[i-1].after == noBreak && n.number[words[i-2].word]:
			return n.deniedAfter(words, first, end)
		case direct && (reaches || n.before[w]):
			return i - 1, end, near
		case reaches:
			return i - 1, end, far
		case !n.through[w] && !(n.nouns[w] && (n.nouns[words[i].word] || n.joins[words[i].word])):
			direct = false
		}
	}
	return n.deniedAfter(words, first, end)
}

func (n *negation) deniedAfter(words []token, first, end int) (from, to int, denied denial) {
	for i := end; i < len(words) && i-end < maxReach; i++ {
		w := words[i].word
		if words[i].after != noBreak {
			if answer := words[i].after == labelBreak && (n.before[w] || n.after[w]); answer && ends(words, i+1) {
				return first, i + 1, near
			}
			break
		}
		switch {
		case w == "not" && !ends(words, i+1) && !n.nots[words[i+1].word]:
			return first, end, affirmed
		case n.after[w]:
			return first, i + 1, near
		case !n.through[w]:
			return first, end, affirmed
		}
	}
	return first, end, affirmed
}

// ends reports whether a clause ends before a word.
func ends(words []token, i int) bool { return i >= len(words) || words[i].after != noBreak }

// turns reports whether a word by itself turns something round, as one in the gap of a
// phrase does: "passport will not be kept".
func (n *negation) turns(word string) bool {
	return n.before[word] || n.after[word] || n.reach[word] || word == "not"
}
