package incident

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// A role is one thing that a word can do in a phrase; a word may have several.
type role uint32

const (
	roleFail    role = 1 << iota // a phrase with this word has no number
	roleSkip                     // says nothing about the number
	roleUnit                     // what is counted or paid: may stand between a bound and its number
	roleSmall                    // a number of its own
	roleMult                     // hundred, thousand, lakh
	rolePlural                   // a multiplier after a number, vague without one: lakhs
	roleArticle                  // one, but only before a multiplier: a hundred
	roleGlue                     // joins parts of a number: and
	roleHalf                     // half a million, two and a half million
	roleShift                    // a quarter more, a half more, a quarter less: Hindi savaa, saarhe, paune
	roleDecimal                  // one and a half, two and a half: Hindi derh, dhaai
	rolePre                      // a bound before its number
	rolePost                     // a bound after its number
	roleBetween                  // makes "a and b" a range
	roleTo                       // stands between the ends of a range
	roleAnd                      // stands between the ends after "between"
	roleOf                       // part of whole
	roleWhole                    // whole, of which part
	roleOpen                     // opening bracket
	roleClose                    // closing bracket
	roleBreak                    // comma, colon, spaced dash
	roleTail                     // one, but only behind a multiplier: cent un
	roleAround                   // its number is about that many: une centaine
	roleIn                       // a year follows, if it looks like one: in
	roleOrder                    // makes the number right after it an order: 第
	roleStamp                    // makes the number right before it a date, an age, an order: 月
	roleLabel                    // is named by the number beside it: gate 2, Golden Triangle 2 compound
	roleThing                    // is counted by the number before it and is no person or case: 37 countries
	roleLone                     // only a number with a counter word after it: Korean il, i, sam
)

const roleNumeric = roleSmall | roleMult | rolePlural | roleHalf | roleShift | roleDecimal

// roleSpelled are the roles of the parts of a number in one word.
const roleSpelled = roleNumeric | roleGlue | roleArticle | roleTail

// A bound is what words around a number say about it.
type bound uint8

const (
	boundAbout bound = 1 + iota
	boundAtLeast
	boundMore
	boundAtMost
	boundLess
)

// An item is what a lexicon knows about a word or a group of words.
type item struct {
	roles     role
	value     int64 // of a number or multiplier; hundredths for half, shift and decimal
	pre, post bound
}

// A grouping is how a language groups and points digits.
type grouping uint8

const (
	commaGroups  grouping = iota // 1,234.5 and 2,55,777
	dotGroups                    // 1.234,5
	spaceGroups                  // 1 234,5
	eitherGroups                 // both are in use: 1,234 and 1.234
)

// A matching is how the words of a language are told apart.
type matching uint8

const (
	wholeWords  matching = iota // a word is known as a whole
	coverWords                  // or when known parts cover it: einundzwanzig
	looseScript                 // no spaces between words: known parts are picked out
)

// words is a language as it is written down in the tables. Lists are separated
// by commas; an alternative spelling within a list of numbers by a slash.
type words struct {
	groups   grouping
	match    matching
	script   []*unicode.RangeTable // nil: Latin
	marks    bool                  // vowel or tone marks are letters' own: do not take them off
	open     bool                  // an unknown word right before the number does no harm
	apart    bool                  // two numbers may stand side by side: a plain space does not group digits
	elides   bool                  // an apostrophe ends a word: jusqu'à
	bare     bool                  // a multiplier may stand without a number inside a number: 千百
	digits   bool                  // multipliers below 10000 take single digits only
	variants bool                  // number words are spelled in many ways: an unknown word beside one may be one
	zeroGlue bool                  // after a multiplier, a single digit needs its "and zero": 二百零五
	prefix   string                // "and" written as one word with what follows
	suffix   []string              // endings of their own: "and", "from", "than" written as one word with what they follow

	about, atLeast, more, atMost, less                      string // before the number
	aboutAfter, leastAfter, moreAfter, mostAfter, lessAfter string // after it

	small   []string         // 0, 1, 2 …, each with its spellings
	values  map[int64]string // other numbers of their own
	around  map[int64]string // numbers that are about that many by themselves
	lone    map[int64]string // numbers that need a counter word
	mult    map[int64]string
	plural  map[int64]string
	half    string
	shift   map[int64]string
	decimal map[int64]string
	article string
	tail    string
	glue    string

	between, to, and, of, whole string
	in, order, stamp            string
	time                        string // order or stamp, whichever side of a number it is on
	label                       string // what a number behind it names, in the singular
	thing                       string // what is counted but is neither people nor cases
	skip, unit, fail            string
}

// A lexicon is a language ready for use. It is read-only once built.
type lexicon struct {
	words
	items    map[string]item
	maxWords int // in the longest item
	maxRunes int
}

// build turns the tables of one language into a lexicon.
func (w words) build() *lexicon {
	if w.script == nil {
		w.script = []*unicode.RangeTable{unicode.Latin}
	}
	lx := &lexicon{words: w, items: make(map[string]item)}
	lx.addBounds()
	for n, text := range lx.small {
		lx.add(text, item{roles: roleSmall, value: int64(n)})
	}
	for _, t := range []struct {
		table map[int64]string
		roles role
	}{
		{lx.values, roleSmall},
		{lx.around, roleSmall | roleAround},
		{lx.lone, roleSmall | roleLone},
		{lx.mult, roleMult},
		{lx.plural, rolePlural},
		{lx.shift, roleShift},
		{lx.decimal, roleDecimal},
	} {
		for _, n := range slices.Sorted(maps.Keys(t.table)) {
			lx.add(t.table[n], item{roles: t.roles, value: n})
		}
	}
	for _, t := range []struct {
		list  string
		roles role
	}{
		{lx.article, roleArticle},
		{lx.tail, roleTail},
		{lx.glue, roleGlue},
		{lx.between, roleBetween},
		{lx.to, roleTo},
		{lx.and, roleAnd},
		{lx.of, roleOf},
		{lx.whole, roleWhole},
		{lx.in, roleIn | roleSkip},
		{lx.order, roleOrder},
		{lx.stamp, roleStamp},
		{lx.time, roleOrder | roleStamp},
		{lx.label, roleLabel},
		{lx.thing, roleThing},
		{lx.skip, roleSkip},
		{lx.unit, roleUnit},
		{lx.fail, roleFail},
	} {
		lx.add(t.list, item{roles: t.roles})
	}
	lx.add(lx.half, item{roles: roleHalf, value: 50})
	return lx
}

func (lx *lexicon) addBounds() {
	for i, list := range []string{lx.about, lx.atLeast, lx.more, lx.atMost, lx.less} {
		lx.add(list, item{roles: rolePre, pre: bound(i + 1)})
	}
	for i, list := range []string{lx.aboutAfter, lx.leastAfter, lx.moreAfter, lx.mostAfter, lx.lessAfter} {
		lx.add(list, item{roles: rolePost, post: bound(i + 1)})
	}
}

// add enters each text of a list. A text entered twice has the roles of both;
// what it was entered with first stays.
func (lx *lexicon) add(list string, it item) {
	for text := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == ',' || r == '/' }) {
		parts := lx.parts(text)
		if len(parts) == 0 {
			continue
		}
		key := strings.Join(parts, " ")
		old := lx.items[key]
		it := it
		if old.roles&roleNumeric != 0 && it.roles&roleNumeric == 0 {
			it.value = old.value
		}
		it.roles |= old.roles
		if old.pre != 0 {
			it.pre = old.pre
		}
		if old.post != 0 {
			it.post = old.post
		}
		lx.items[key] = it
		lx.maxWords = max(lx.maxWords, len(parts))
		lx.maxRunes = max(lx.maxRunes, len([]rune(key)))
	}
}

// parts returns the words of a table entry, as the tokeniser would split it.
func (lx *lexicon) parts(text string) []string {
	return strings.FieldsFunc(lx.fold(text), func(r rune) bool { return r == ' ' || r == '-' })
}

// tens makes the spellings of 21 to 99 out of tens and units: join receives
// both and the value, and returns the spellings, separated by slashes.
func tens(small []string, ten []string, join func(ten, unit string, n int) string) []string {
	for t, name := range ten {
		for u := range 10 {
			n := (t+2)*10 + u
			if u == 0 {
				small = append(small, name)
				continue
			}
			var all []string
			for a := range strings.SplitSeq(name, "/") {
				for b := range strings.SplitSeq(small[u], "/") {
					all = append(all, join(a, b, n))
				}
			}
			small = append(small, strings.Join(all, "/"))
		}
	}
	return small
}

// sinitic reports whether numbers are written as in Chinese.
func (lx *lexicon) sinitic() bool { return lx.digits && lx.zeroGlue }

// list splits a table of numbers at its commas.
func list(text string) []string { return strings.Split(text, ",") }

// stemmed reports whether a word begins with a multiplier.
func (lx *lexicon) stemmed(text string) bool {
	for i := range text {
		if it, ok := lx.items[text[:i]]; ok && it.roles&(roleMult|rolePlural) != 0 {
			return true
		}
	}
	return false
}

// reads reports whether the lexicon is one for the script of a text.
func (lx *lexicon) reads(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) && !unicode.In(r, lx.script...) && !unicode.Is(unicode.Lm, r) {
			return false
		}
	}
	return true
}

// lazy builds a lexicon when it is first asked for.
func lazy(w func() words) func() *lexicon {
	return sync.OnceValue(func() *lexicon { return w().build() })
}

// prefixed puts a prefix before each spelling.
func prefixed(prefix, forms string) string {
	var all []string
	for form := range splitSlash(forms) {
		all = append(all, prefix+form)
	}
	return strings.Join(all, "/")
}

func splitSlash(forms string) iter.Seq[string] { return strings.SplitSeq(forms, "/") }
