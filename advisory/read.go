package advisory

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/incident"
)

// A Span is where in the text of an advert a member of an offer was read.
type Span struct {
	Path       incident.Path // of the member: "/visa", "/promises/0"
	Start, End int           // bytes of the text, End excluded
}

// ReadOffer reads an offer from the text of an advert, and says from where in the text
// each member was read. Nothing is judged and nothing is guessed: what the advert does
// not say, and what is not understood, stays unstated.
//
// lang is the BCP 47 tag of the advert's language. With "" it is told from the script and
// from common words, as "en", "hi", "hi-Latn" or "fil", and is left unstated when
// there are none. It decides little: adverts mix languages, so that the words of English,
// of Hindi in Devanagari and in Latin letters, and of Filipino are known in all of them.
// In other languages little more is read than what is written in English.
//
// What is read:
//   - Labelled lines ("Salary: …", "पद - …", "Sahod: …") and running sentences. Letter
//     case, emojis, bullets, the asterisks of messengers, full-width and mathematical letters,
//     characters of no width, doubled letters and some misspellings do not matter.
//   - Role, Employer, Agent and Licence as they are printed. An agent is a name with a word
//     such as Manpower in it or what a label says is one; "Govt. approved" is no licence.
//   - Pay as digits, "800" or "800-1200", with lakh, hazaar, k and libo worked
//     out, behind "up to", "over" or "at least" when the advert says so in any language; words such as
//     "attractive salary" as printed. Fees, bonuses, telephone numbers, ages, hours and
//     vacancies are no pay. A Currency is stated when the advert names it: a $ alone
//     is USD, which is what adverts mean by it, and Rs, lakh and hazaar without a currency are INR
//     unless the advert or lang speaks of Nepal, Pakistan or Sri Lanka. USDT, which has no code,
//     is left in Pay as printed.
//   - Destinations in the order in which they are named, from names of countries and of cities. A place
//     that people come from, travel through or are interviewed in, the place of an
//     office, and one that is denied ("not for Cambodia") are none. Where only a way
//     is described, its last place is the destination.
//   - Nationality when the advert is addressed to one: "Indians only", "Pinoy only".
//   - Interview, Visa, Channel, Fee, Contract and Transfers as the words of their clauses, with their
//     negations: "No placement fee" is a Fee. What is said in several places is joined by "; ".
//   - Promises, each by itself: lodging, meals, tickets, visas, insurance, commission, when they are
//     said to be given, and not those that are denied or at one's own cost.
//
// What is not read: Received; which of two contradicting statements holds; pictures; more than the
// first 64 KiB of a text, though Text is the whole.
//
// Much is read wrongly or not at all: of the members of invented adverts that the code had not
// seen, between 85 and 95 in a hundred were read as a careful reader reads them, pay,
// currencies and licences nearly always and promises and roles least well. Show what was read
// beside the text, with the spans.
//
// The spans are in the order in which they start. They begin and end between runes and
// lie within text. A text member is text[Start:End] of its span, or of its spans joined
// by "; ", with each run of white space as one space. Text and Lang have none.
//
// The lists of words and places are those of this package's files read_words*.go,
// read_roles.go, read_labels.go and read_places.go, which say where they come from.
//
// ReadOffer may be called concurrently.
func ReadOffer(text, lang string) (Offer, []Span) {
	a := advert{offer: Offer{Text: text, Lang: lang}}
	a.tokenise(firstBytes(text, maxOfferText))
	a.tag()
	told := a.language()
	if lang == "" {
		a.offer.Lang = told
	}
	a.lang = primary(a.offer.Lang)
	if a.lang == "tl" {
		a.lang = "fil"
	}
	a.settleWords(a.lang == "fil" || told == "fil")
	a.divide()
	a.readNames()
	a.readClauses()
	a.readPlaces()
	a.readNationality()
	a.readRole()
	a.readPay()
	a.readPromises()
	slices.SortStableFunc(a.spans, func(x, y Span) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End), strings.Compare(x.Path, y.Path))
	})
	return a.offer, a.spans
}

// advert is a text that is being read.
type advert struct {
	text   string
	folded []byte // the letters of the tokens
	tokens []advertToken
	lines  []advertLine
	parts  []advertPart
	lang   string // the primary language

	offer Offer
	spans []Span
}

// tokenRange is some tokens in a row, hi excluded.
type tokenRange struct{ lo, hi int }

// mark notes where tokens stand.
func (a *advert) mark(r tokenRange, in advertMark) {
	for i := r.lo; i < r.hi; i++ {
		a.tokens[i].mark |= in
	}
}

func (a *advert) marked(i int, in advertMark) bool { return a.tokens[i].mark&in != 0 }

// firstBytes returns the first n bytes of a text, less when a rune would be cut.
func firstBytes(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}

// span notes that a member was read from tokens, and returns their text.
func (a *advert) span(path incident.Path, r tokenRange) string {
	start, end := a.tokens[r.lo].start, a.tokens[r.hi-1].end
	if strings.HasPrefix(a.text[end:], `"`) && strings.Count(a.text[start:end], `"`)%2 == 1 {
		end++ // a quotation that closes
	}
	a.spans = append(a.spans, Span{Path: path, Start: start, End: end})
	return strings.Join(strings.Fields(a.text[start:end]), " ")
}

// trim takes signs and joining words off both ends of some tokens. A point stays after a
// word that is cut short, as a bracket does that closes.
func (a *advert) trim(r tokenRange) tokenRange {
	for r.lo < r.hi {
		t := &a.tokens[r.lo]
		if t.kind == advertBreak || t.kind == advertFlag || t.kind == advertSign && t.class&isMoney == 0 && !(a.sign(r.lo, '@') || a.sign(r.lo, '(') && a.closes(r)) || t.class&isAnd != 0 && t.class&(isVisa|isGift|isGiven) == 0 {
			r.lo++
			continue
		}
		break
	}
	for r.lo < r.hi {
		t := &a.tokens[r.hi-1]
		sign := t.kind == advertSign && t.class&isMoney == 0
		if sign && (a.sign(r.hi-1, ')') && a.opens(r) || a.sign(r.hi-1, '%') || a.sign(r.hi-1, '+') || a.sign(r.hi-1, '.') && a.shortened(r.hi-2)) {
			break
		}
		if sign || t.kind == advertBreak || t.kind == advertFlag || t.class&isAnd != 0 && t.class&(isVisa|isGift|isGiven|isLater) == 0 {
			r.hi--
			continue
		}
		break
	}
	return r
}

// farBracket is within how many tokens a bracket is looked for.
const farBracket = 64

func (a *advert) closes(r tokenRange) bool {
	for i := r.lo; i < min(r.hi, r.lo+farBracket); i++ {
		if a.sign(i, ')') {
			return true
		}
	}
	return false
}

func (a *advert) opens(r tokenRange) bool {
	for i := max(r.lo, r.hi-farBracket); i < r.hi; i++ {
		if a.sign(i, '(') {
			return true
		}
	}
	return false
}

// shortened reports whether token i is a word that is written with a point.
func (a *advert) shortened(i int) bool {
	if i < 0 || a.tokens[i].kind != advertWord {
		return false
	}
	switch string(a.word(i)) {
	case "pvt", "ltd", "inc", "co", "corp", "प्रा", "लि", "o":
		return true
	}
	return false
}

// classOf returns what all phrases in some tokens are about.
func (a *advert) classOf(r tokenRange) (class advertClass) {
	for i := r.lo; i < r.hi; i++ {
		class |= a.tokens[i].class
	}
	return class
}
