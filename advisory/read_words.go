package advisory

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/incident"
)

// advertClass says what a phrase of an advert is about. A phrase may be about several
// things.
type advertClass uint64

const (
	isNot       advertClass = 1 << iota // a negation
	isFee                               // what the person pays
	isFeeOf                             // what fees are for: visa, ticket, medical
	isVisa                              // a visa or permit
	isVisaKind                          // which, or who gets it
	isInterview                         // how people are chosen
	isContract                          // a contract
	isChannel                           // how to get in touch
	isRoute                             // a way that leads on
	isFly                               // a journey
	isGift                              // what may come with a job: food, ticket
	isExtra                             // money beside the pay: commission
	isGiven                             // free, provided, by the company
	isOwn                               // one's own
	isPay                               // salary, earn
	isPraise                            // attractive, high
	isPeriod                            // per month; the value is the period
	isMoney                             // a currency; the value is its code
	isTimes                             // thousand, lakh; the value is the number
	isNumber                            // a number in words; the value is the number
	isBound                             // up to, over; the value is the English word
	isSpan                              // to, between the ends of a range
	isHead                              // a role by itself: driver
	isTrait                             // part of a role's name: senior
	isWork                              // a kind of work, which may stand for the role: data entry
	isHiring                            // hiring, required: a role is near
	isJob                               // job, work, vacancy
	isPlace                             // a place; the value is its country
	isNation                            // a people; the value is its country
	isOnly                              // only
	isPeople                            // candidates, nationals
	isOffice                            // office, branch
	isAgency                            // a word of agencies' names
	isLegal                             // a legal form
	isLicence                           // licence, RC
	isAnd                               // joins parts
	isSmall                             // a word that says little by itself
	isIn                                // in, at, to, before a place or after it
	isFrom                              // from, before a place; based, after it
	isLater                             // after, before, later: goes on with what was said
	isOther                             // age, experience: what no member holds
	isUnit                              // years, hours, posts: a number before it is no pay
	isEmployer                          // a word of employers' names: hospital, hotel
)

var advertClasses = map[string]advertClass{ // read only
	"not": isNot, "fee": isFee, "feeof": isFeeOf, "visa": isVisa, "visakind": isVisa | isVisaKind, "interview": isInterview,
	"contract": isContract, "channel": isChannel, "route": isRoute, "fly": isFly, "gift": isGift, "extra": isGift | isExtra,
	"given": isGiven, "own": isOwn, "pay": isPay, "praise": isPraise, "period": isPeriod, "money": isMoney, "times": isTimes,
	"number": isNumber, "bound": isBound, "span": isSpan, "head": isHead, "trait": isTrait, "work": isWork, "hiring": isHiring,
	"job": isJob, "place": isPlace, "nation": isNation, "only": isOnly, "people": isPeople, "office": isOffice, "agency": isAgency,
	"legal": isLegal, "licence": isLicence, "and": isAnd, "small": isSmall, "in": isIn, "from": isFrom, "later": isLater,
	"other": isOther, "unit": isUnit, "employer": isEmployer, "nothing": 0,
}

// advertPhrase is what the tables say of a phrase.
type advertPhrase struct {
	class advertClass
	value string
	label string // the member it is a label of
	word  bool   // it is a phrase of running text too
}

// maxPhraseWords is how many words the longest phrase of the tables has.
const maxPhraseWords = 5

// advertPhrases has the phrases of the tables by their folded words. Those of two
// words and more stand there without the spaces too, for adverts leave them out.
var advertPhrases = sync.OnceValue(func() map[string]advertPhrase {
	phrases := make(map[string]advertPhrase, 6000)
	add := func(text string, p advertPhrase) {
		key := phraseKey(text)
		old := phrases[key]
		old.class |= p.class
		old.word = old.word || p.label == ""
		if old.value == "" {
			old.value = p.value
		}
		if old.label == "" {
			old.label = p.label
		}
		phrases[key] = old
	}
	for _, table := range [...]string{wordsEnglish, wordsHindi, wordsHindiLatin, wordsFilipino, wordsMoney, wordsPlaces, wordsLabels, wordsRoles} {
		for line := range strings.Lines(table) {
			head, rest, ok := strings.Cut(strings.TrimSpace(line), ": ")
			if !ok {
				continue
			}
			name, value, _ := strings.Cut(head, "=")
			p := advertPhrase{class: advertClasses[name], value: value}
			if name == "label" {
				p.value, p.label = "", value
			}
			for text := range strings.SplitSeq(rest, ", ") {
				add(text, p)
				if name == "head" && text[len(text)-1] < utf8.RuneSelf && text[len(text)-1] != 's' {
					add(text+"s", p)
				}
				if glued := strings.ReplaceAll(text, " ", ""); len(glued) >= 8 && glued != text && name != "label" {
					if _, taken := phrases[phraseKey(glued)]; !taken {
						add(glued, p)
					}
				}
			}
		}
	}
	for key, p := range phrases { // "no cost" denies as well
		for word := range strings.SplitSeq(key, " ") {
			if p.class != 0 && word != key && phrases[word].class&isNot != 0 {
				p.class |= isNot
				phrases[key] = p
			}
		}
	}
	for first := 'A'; first <= 'Z'; first++ {
		for second := 'A'; second <= 'Z'; second++ {
			code := string(first) + string(second)
			name, ok := incident.CountryName(code)
			if !ok || strings.Contains(" ML TD JE RE GN IM TO NU GS IO HM BV TF UM ", " "+code+" ") { // mali is a gardener
				continue
			}
			if _, taken := phrases[phraseKey(name)]; !taken {
				add(name, advertPhrase{class: isPlace, value: code})
			}
		}
	}
	return phrases
})

// phraseKey returns the folded words of a phrase of the tables, with one space between
// them. Signs are left out.
func phraseKey(text string) string {
	var a advert
	a.tokenise(text)
	var key []byte
	for i := range a.tokens {
		if a.tokens[i].kind == advertSign && len(a.tokens) > 1 && !a.moneySign(i) {
			continue
		}
		if len(key) > 0 {
			key = append(key, ' ')
		}
		key = append(key, a.word(i)...)
	}
	return string(key)
}

// moneySign reports whether token i is the sign of a currency.
func (a *advert) moneySign(i int) bool {
	r, _ := utf8.DecodeRune(a.word(i))
	return unicode.Is(unicode.Sc, r)
}

// tag finds the phrases of the tables in the tokens, the longest at each place, from
// left to right. Between the words of a phrase a hyphen or a point may stand.
func (a *advert) tag() {
	phrases := advertPhrases()
	var key []byte
	for i := 0; i < len(a.tokens); {
		key = key[:0]
		size, found := 0, advertPhrase{}
		for j, words := i, 0; j < len(a.tokens) && words < maxPhraseWords && j < i+2*maxPhraseWords; j++ {
			switch t := &a.tokens[j]; {
			case t.kind == advertBreak, t.kind == advertFlag:
				words = maxPhraseWords
				continue
			case t.kind == advertSign && j > i && !a.moneySign(j):
				if c := a.word(j); a.tight(j) && (c[0] == '-' || c[0] == '.' || c[0] == '/') && len(c) == 1 && j+1 < len(a.tokens) && (a.tight(j+1) || c[0] == '.') {
					continue
				}
				words = maxPhraseWords
				continue
			}
			if words > 0 {
				key = append(key, ' ')
			}
			key = append(key, a.word(j)...)
			words++
			if p, ok := phrases[string(key)]; ok && p.word {
				size, found = j-i+1, p
			}
		}
		if size == 0 {
			if a.tokens[i].kind == advertFlag {
				a.tokens[i].class, a.tokens[i].first, a.tokens[i].size = isPlace, true, 1
			}
			i++
			continue
		}
		a.tokens[i].first, a.tokens[i].size = true, size
		for j := i; j < i+size; j++ {
			a.tokens[j].class, a.tokens[j].value = found.class, found.value
		}
		i += size
	}
}
