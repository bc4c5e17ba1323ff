package incident

import (
	"math"
	"unicode"
)

// A reading is what one lexicon makes of a phrase.
type reading struct {
	count   Count
	err     error
	unknown bool // the phrase has words that the lexicon does not know
}

// An elem is a number or a token that is not part of one.
type elem struct {
	lexeme
	n      number
	number bool
	joins  bool // what follows it stands without a space
}

// read reads a phrase.
func (lx *lexicon) read(text string) reading {
	toks := lx.tokens(text)
	var r reading
	between := false
	for _, t := range toks {
		r.unknown = r.unknown || t.unknown
		between = between || t.roles&roleBetween != 0
		if t.roles&roleFail != 0 {
			r.err = unread("a word or mark in it makes it no plain number: a share, a date, an order, a denial or a vague quantity")
		}
	}
	if r.err != nil {
		return r
	}
	if between {
		r.count, r.err = lx.betweenEnds(toks)
		return r
	}
	if lx.sinitic() {
		toks = lx.neighbours(toks)
	}
	es, err := lx.elems(toks)
	if err != nil {
		r.err = err
		return r
	}
	r.count, r.err = lx.decide(es)
	return r
}

// stamped reports whether the number at es[i] is an order, a date, a year, a
// name or a number of something else than people and cases.
func (lx *lexicon) stamped(es []elem, i int) bool {
	if lx.named(es, i) || lx.counts(es[i+1:]) {
		return true
	}
	if i+1 < len(es) {
		after := es[i+1].roles
		if after&roleStamp != 0 || after&roleIn != 0 && lx.script[0] != unicode.Latin && isYear(es[i].n) {
			return true
		}
	}
	if i == 0 {
		return false
	}
	before := es[i-1].roles
	return before&roleOrder != 0 || before&roleIn != 0 && isYear(es[i].n)
}

// named reports whether the number at es[i] names what stands beside it: "gate
// 2", "Chinatown 2", which nothing follows that it could count, and, since "2"
// would have a plural, "Golden Triangle 2 compound".
func (lx *lexicon) named(es []elem, i int) bool {
	if i > 0 && es[i-1].roles&roleLabel != 0 {
		return true
	}
	if i > 0 && i+1 == len(es) && es[i-1].unknown && !es[i].n.words && es[i].n.times == 0 {
		return true
	}
	if lx.script[0] != unicode.Latin || i+1 == len(es) || es[i+1].roles&roleLabel == 0 {
		return false
	}
	return i+2 == len(es) || es[i+2].roles&roleUnit == 0
}

// counts reports whether the words after a number say that it counts something
// else than people and cases: "37 other countries", "50 Chinese passports".
func (lx *lexicon) counts(after []elem) bool {
	latin := lx.script[0] == unicode.Latin
	for _, e := range after {
		switch {
		case e.roles&roleThing != 0:
			return true
		case latin && (e.unknown || e.roles&roleUnit != 0):
		case e.roles&(roleSkip|rolePost) == 0, e.roles&(roleIn|roleOf|roleWhole|roleTo|roleAnd) != 0:
			return false
		}
	}
	return false
}

// elems finds the numbers among the tokens.
func (lx *lexicon) elems(toks []lexeme) ([]elem, error) {
	var es []elem
	for i := 0; i < len(toks); {
		t := toks[i]
		if t.roles&(roleNumeric|roleArticle) == 0 {
			es = append(es, elem{lexeme: t, joins: next(toks, i+1).joined})
			i++
			continue
		}
		n, end, ok := lx.number(toks, i)
		switch {
		case ok && (!n.lone || i == 0 && end == len(toks) || lx.counted(toks, end)) && lx.bounded(toks, i, end, n):
			es = append(es, elem{lexeme: t, n: n, number: true, joins: next(toks, end).joined})
		case t.roles&^(roleNumeric|roleLone|roleAround) != 0 && !t.literal:
			// "a", or a word that is a number only beside others
			es = append(es, elem{lexeme: t, joins: next(toks, i+1).joined})
			end = i + 1
		case n.lone && lx.match == coverWords && (t.joined || next(toks, i+1).joined):
			return nil, unread("a part of its number words is left over")
		case ok && (n.lone || lx.match == looseScript):
			es = append(es, elem{lexeme: lexeme{unknown: true, joined: t.joined}})
		default:
			return nil, unread("its number words do not make one number")
		}
		i = max(end, i+1)
	}
	return es, nil
}

// counted reports whether the token at i is a counter word.
func (lx *lexicon) counted(toks []lexeme, i int) bool {
	return next(toks, i).roles&(roleUnit|rolePost) != 0
}

// bounded reports whether a number in words of a script without spaces ends and
// begins where a word does, as far as the lexicon can tell.
func (lx *lexicon) bounded(toks []lexeme, i, end int, n number) bool {
	if lx.match != looseScript || !n.words {
		return true
	}
	after := next(toks, end)
	if after.roles&(roleUnit|rolePost|roleTo) != 0 {
		return true
	}
	if end < len(toks) && after.joined && after.unknown {
		return false
	}
	return i == 0 || !toks[i].joined || !toks[i-1].unknown
}

// decide reads the Count out of the elements of a phrase.
func (lx *lexicon) decide(es []elem) (Count, error) {
	var at []int
	for i, e := range es {
		if !e.number {
			continue
		}
		if lx.stamped(es, i) {
			return Count{}, unread("a number in it is an order, a date or a year")
		}
		at = append(at, i)
	}
	switch len(at) {
	case 0:
		return Count{}, unread("there is none in it")
	case 1:
		return lx.one(es, at[0], es[at[0]].n.value)
	case 2:
		return lx.two(es, at[0], at[1])
	}
	return Count{}, unread("there are several in it that are not one range")
}

// one is the Count of a phrase with one number, at es[i].
func (lx *lexicon) one(es []elem, i int, value int64) (Count, error) {
	if es[i].n.scale != 0 {
		return Count{}, unread("its number is not whole")
	}
	before, ok := lx.before(es, i)
	after, ok2 := lx.after(es, i)
	if !ok || !ok2 || lx.cut(es, i) {
		return Count{}, unread("words in it may change the number in a way that is not known")
	}
	if before != 0 && after != 0 && before != after {
		return Count{}, unread("its words state two different bounds")
	}
	b := max(before, after)
	if b == 0 && es[i].n.around {
		b = boundAbout
	}
	return withBound(value, b)
}

// cut reports whether an unknown word beside a number in words may be a part of
// it that is spelled in a way not known.
func (lx *lexicon) cut(es []elem, i int) bool {
	if !es[i].n.words || lx.match == looseScript {
		return false
	}
	if i > 0 && es[i-1].unknown && !lx.apart {
		return true
	}
	return lx.variants && i+1 < len(es) && es[i+1].unknown
}

// withBound is the Count that a number with a bound states.
func withBound(n int64, b bound) (Count, error) {
	switch {
	case b == boundAbout:
		return About(n), nil
	case b == boundAtLeast:
		return AtLeast(n), nil
	case b == boundMore && n < math.MaxInt64:
		return MoreThan(n), nil
	case b == boundAtMost:
		return AtMost(n), nil
	case b == boundLess && n > 0:
		return LessThan(n), nil
	case b == 0:
		return Exactly(n), nil
	}
	return Count{}, unread("its bound lies outside what a count can state")
}

// before collects the bound stated before es[i]. Such a word has to stand right
// before its number; a word that is not known there is taken amiss unless the
// language is open.
func (lx *lexicon) before(es []elem, i int) (b bound, ok bool) {
	near := true
	for j := i - 1; j >= 0; j-- {
		e := es[j]
		switch {
		case e.unknown:
			if near && !lx.open {
				return 0, false
			}
			near = false
		case e.roles&rolePre != 0 && near:
			if b != 0 && b != e.pre {
				return 0, false
			}
			b = e.pre
		case e.roles&(roleSkip|roleUnit|roleArticle) != 0:
		case e.roles&(roleBreak|roleOpen|roleClose) != 0:
			near = false
		case e.roles&roleTo != 0 && near:
			return 0, false
		case e.roles&(rolePre|rolePost|roleHalf|rolePlural|roleMult) != 0:
			return 0, false
		}
	}
	return b, true
}

// after collects the bound stated after es[i].
func (lx *lexicon) after(es []elem, i int) (b bound, ok bool) {
	for _, e := range es[i+1:] {
		switch {
		case e.roles&rolePost != 0:
			if b != 0 && b != e.post {
				return 0, false
			}
			b = e.post
		case e.roles&(roleSkip|roleUnit) != 0:
		case e.roles&(rolePre|roleHalf|rolePlural|roleMult) != 0:
			return 0, false
		}
	}
	return b, true
}
