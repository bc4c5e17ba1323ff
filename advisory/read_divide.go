package advisory

import "unicode"

// advertLine is a line, a sentence or what follows a label.
type advertLine struct {
	tokenRange
	label   string     // the member that a label says it is about
	labelAt tokenRange // the label
	parts   tokenRange // of advert.parts
	class   advertClass
}

// advertPart is what stands between the commas and the ands of a line.
type advertPart struct {
	tokenRange
	line  int
	by    byte // what stands before it: , & | (or) + / - ( or 0 at the start of the line
	class advertClass
	fee   bool // it was read as a fee
}

// own returns the first part of a line that may be about another member than the role that
// a label says comes first: "Job offer: typist in Laos, salary $900".
func (line *advertLine) own() int {
	if line.label == "role" {
		return line.parts.lo + 1
	}
	return line.parts.lo
}

// divide cuts the tokens into lines and the lines into parts.
func (a *advert) divide() {
	lo, pending := 0, advertLine{}
	for i := 0; i <= len(a.tokens); i++ {
		if i < len(a.tokens) && !a.ends(i) {
			continue
		}
		if i+1 < len(a.tokens) && a.sign(i, '?') && i-lo <= 2 && i > lo && a.tokens[i+1].kind == advertWord {
			continue // "Contract? Not needed"
		}
		hi := i
		if i < len(a.tokens) && a.sign(i, '.') && a.shortened(i-1) {
			hi++
		}
		if hi > lo {
			pending = a.addLines(tokenRange{lo, hi}, pending)
		}
		lo = i + 1
	}
	for n := range a.lines {
		line := &a.lines[n]
		line.parts.lo = len(a.parts)
		a.divideLine(n)
		line.parts.hi = len(a.parts)
	}
}

// settleWords takes from words that English and Filipino, or English and Hindi, share
// what they mean in the language that the advert does not have.
func (a *advert) settleWords(filipino bool) {
	for i := range a.tokens {
		t := &a.tokens[i]
		if t.size != 1 || t.hi-t.lo > 3 {
			continue
		}
		switch string(a.word(i)) {
		case "at", "o":
			if !filipino {
				t.class &^= isAnd
			}
		case "may":
			if !filipino {
				t.class &^= isGiven
			}
		case "di":
			if !filipino {
				t.class = 0
			}
		}
	}
}

// ends reports whether a line ends with token i.
func (a *advert) ends(i int) bool {
	t := &a.tokens[i]
	if t.kind == advertBreak {
		return true
	}
	if t.kind != advertSign {
		return false
	}
	if a.sign(i, '!') || a.sign(i, '?') {
		return true
	}
	if !a.sign(i, '.') || i == 0 {
		return false
	}
	if i+1 == len(a.tokens) || a.tokens[i+1].kind == advertBreak {
		return true
	}
	next := &a.tokens[i+1]
	switch string(a.word(i - 1)) {
	case "no", "nos", "rs", "re", "lic", "govt", "dr", "mr", "mrs", "ms", "st", "aprox", "pvt", "प्रा", "नं", "रु", "रू", "reg", "regd", "sp", "z", "tel", "ph", "mob", "sr", "jr", "www", "dhs", "php", "etc":
		return string(a.word(i-1)) == "etc"
	case "ltd", "inc", "co", "corp", "लि", "o":
		return next.gap && next.class&isLegal == 0 && !a.sign(i+1, ',') && !a.sign(i+1, '-') && !a.sign(i+1, '(')
	}
	if next.gap {
		return a.tokens[i-1].kind != advertNumber || next.kind != advertNumber
	}
	// A space is missing: "free food.Tourist visa", but not "www.Example.com".
	before := &a.tokens[i-1]
	return next.kind == advertWord && next.upper && !before.upper && before.kind == advertWord && before.hi-before.lo > 3
}

// addLines adds what stands in some tokens, cut at labels. A label with nothing behind it
// belongs to the line after; it is taken and given back.
func (a *advert) addLines(r tokenRange, pending advertLine) (rest advertLine) {
	line := advertLine{tokenRange: tokenRange{r.lo, r.hi}}
	flush := func(hi int) {
		line.hi = hi
		empty := a.trim(line.tokenRange)
		switch {
		case empty.lo < empty.hi:
			if line.label == "" && pending.label != "" {
				line.label, line.labelAt = pending.label, pending.labelAt
			}
			pending = advertLine{}
			line.class = a.classOf(line.tokenRange)
			a.lines = append(a.lines, line)
		case line.label != "":
			pending = line
		}
	}
	start := a.trim(r).lo
	for i := r.lo; i < r.hi; i++ {
		if !a.sign(i, ':') && !a.sign(i, '=') && !a.sign(i, '-') {
			continue
		}
		from := max(line.lo, i-maxPhraseWords-1)
		if a.sign(i, '-') {
			loose := a.tokens[i].gap || i+1 < r.hi && (a.tokens[i+1].gap || a.tokens[i+1].kind == advertNumber || a.tokens[i+1].class&isMoney != 0)
			if line.label != "" || !loose || start < from {
				continue
			}
			from = start
		}
		for at := from; at < i; at++ {
			if at > start && at > line.lo && a.tokens[at-1].kind == advertWord && a.tokens[at-1].class&^(isSmall|isJob|isIn) == 0 {
				continue // the end of something longer
			}
			label := a.labelIn(tokenRange{at, i})
			if label != "" {
				flush(at)
				line = advertLine{tokenRange: tokenRange{i + 1, r.hi}, label: label, labelAt: tokenRange{at, i}}
				break
			}
			if a.sign(i, '-') {
				break // nothing stands before such a label
			}
		}
	}
	flush(r.hi)
	return pending
}

// labelIn returns the member of which the tokens are a label. What stands in brackets
// does not matter.
func (a *advert) labelIn(r tokenRange) string {
	var room [96]byte
	key, depth := room[:0], 0
	for i := r.lo; i < r.hi; i++ {
		switch {
		case a.sign(i, '('):
			depth++
		case a.sign(i, ')'):
			depth--
		case depth > 0, a.sign(i, '.'), a.sign(i, '-') && len(key) > 0:
		case a.tokens[i].kind != advertWord:
			return ""
		default:
			if len(key) > 0 {
				key = append(key, ' ')
			}
			key = append(key, a.word(i)...)
		}
	}
	return advertPhrases()[string(key)].label
}

// divideLine cuts a line into its parts.
func (a *advert) divideLine(n int) {
	line := a.lines[n].tokenRange
	part := advertPart{tokenRange: tokenRange{line.lo, line.lo}, line: n}
	flush := func(hi int, by byte, next int) {
		part.hi = hi
		if part.hi > part.lo {
			a.addPart(part)
		} else if part.by != 0 && by != ')' {
			by = part.by // ", and"
		}
		part = advertPart{tokenRange: tokenRange{next, next}, line: n, by: by}
	}
	for i := line.lo; i < line.hi; {
		t := &a.tokens[i]
		switch {
		case t.class&isAnd != 0 && t.first && t.class&(isGift|isGiven|isVisa|isLater|isBound) == 0:
			by := byte('&')
			switch string(a.word(i)) {
			case "or", "या", "nor", "o", "ya", "व":
				by = '|'
			}
			if string(a.word(i)) == "aur" || string(a.word(i)) == "or" && a.lang == "hi" {
				by = '&'
			}
			flush(i, by, i+t.size)
			i += t.size
			continue
		case t.kind == advertSign && a.separates(i, line):
			flush(i, a.word(i)[0], i+1)
		}
		i++
	}
	flush(line.hi, 0, line.hi)
}

// addPart adds a part, cut up when it runs on about many things without a comma:
// "receptionist 4k AED libre visa libre ticket walang bayad".
func (a *advert) addPart(part advertPart) {
	const shortest, things = 9, 4
	part.class = a.classOf(part.tokenRange)
	if part.hi-part.lo < shortest || a.things(part.class) < things {
		a.parts = append(a.parts, part)
		return
	}
	lo := part.lo
	var class advertClass
	for i := part.lo; i < part.hi; i++ {
		t := &a.tokens[i]
		if i > lo && t.first && class&(majors|isMoney|isGiven|isPeriod) != 0 && a.runsOn(tokenRange{lo, i}, class) {
			a.parts = append(a.parts, advertPart{tokenRange: tokenRange{lo, i}, line: part.line, by: part.by, class: class})
			lo, class, part.by = i, 0, ','
		}
		class |= t.class
	}
	a.parts = append(a.parts, advertPart{tokenRange: tokenRange{lo, part.hi}, line: part.line, by: part.by, class: class})
}

// runsOn reports whether something new begins behind some tokens, of which class is.
func (a *advert) runsOn(r tokenRange, class advertClass) bool {
	const unfinished = isSmall | isIn | isNot | isGiven | isAnd | isOwn | isLater
	t, before := &a.tokens[r.hi], a.tokens[r.hi-1].class
	closed := a.closing(r.hi-1, class)
	switch {
	case closed && r.hi > r.lo+1 && t.class&(isGift|isVisa) != 0:
		return true
	case before&(isPeriod|isMoney|isTimes) != 0 && t.class&isGift != 0:
		return true
	case before&majors == 0 && before&unfinished != 0 && !closed:
		return false
	case a.opening(r.hi):
		return !a.closing(r.hi, class)
	}
	return t.class&(isChannel|isInterview|isContract|isPay|isVisaKind) != 0 && t.class&class == 0
}

// things returns of how many things a part speaks.
func (a *advert) things(class advertClass) (n int) {
	for _, c := range [...]advertClass{isMoney | isPay, isGift, isVisa, isFee, isChannel, isHead | isWork, isInterview, isContract} {
		if class&c != 0 {
			n++
		}
	}
	return n
}

// opening reports whether token i is a word that stands before what is given or denied.
func (a *advert) opening(i int) bool {
	switch string(a.word(i)) {
	case "free", "libre", "libreng", "no", "walang", "wala", "without", "bina", "फ्री", "बिना", "koi", "कोई", "muft", "मुफ्त":
		return true
	}
	return false
}

// closing reports whether the word "free" at token i goes with what stands before it, as in
// Hindi: "khana rehna free visa free". class is of what stands before.
func (a *advert) closing(i int, class advertClass) bool {
	switch string(a.word(i)) {
	case "free", "muft", "फ्री", "मुफ्त":
		return a.lang == "hi" && i > 0 && a.tokens[i-1].class&(isGift|isVisa) != 0 && (class&isGiven == 0 || class&(isGift|isVisa) != 0)
	}
	return false
}

// separates reports whether sign i stands between two parts.
func (a *advert) separates(i int, line tokenRange) bool {
	loose := a.tokens[i].gap && (i+1 >= line.hi || a.tokens[i+1].gap)
	switch a.word(i)[0] {
	case ',', '(', ')', '[', ']':
		return true
	case '+':
		return i+1 < line.hi && a.tokens[i+1].kind == advertWord && !(i > line.lo && a.sign(i-1, '+')) || loose
	case '-':
		return loose
	case '/':
		return i > line.lo && i+1 < line.hi && a.tokens[i-1].kind == advertWord && a.tokens[i+1].kind == advertWord &&
			(a.tokens[i-1].class|a.tokens[i+1].class)&(isPeriod|isMoney) == 0 && a.tokens[i+1].class&isUnit == 0
	}
	return false
}

// language tells the language of the text, "" when nothing tells it.
func (a *advert) language() string {
	deva, latin, hindi, filipino, english := 0, 0, 0, 0, 0
	for i := range a.tokens {
		t := &a.tokens[i]
		if t.kind != advertWord {
			continue
		}
		w := a.word(i)
		for _, r := range string(w) {
			switch {
			case unicode.Is(unicode.Devanagari, r):
				deva++
			case r < 0x250:
				latin++
			}
		}
		switch string(w) {
		case "hai", "hain", "ke", "ki", "mein", "nahi", "chahiye", "karo", "kare", "karein", "aur", "liye", "koi", "milega", "hoga", "naukri", "degi", "denge", "khana", "rehna", "rahna", "mahina", "mahine", "hum", "se", "jana", "kaam", "bharti", "tankhwah", "vetan", "bahar", "sirf", "lagega", "par", "hazar", "ko":
			hindi++
		case "ang", "ng", "mga", "sa", "na", "lang", "po", "walang", "libre", "libreng", "sahod", "sweldo", "kami", "namin", "ako", "ito", "trabaho", "kailangan", "para", "buwan", "kada", "bawat", "hindi", "may", "pa", "muna", "agad", "tirahan", "pagkain", "at", "niyo", "nyo", "naghahanap", "hanap":
			filipino++
		case "the", "and", "for", "with", "is", "are", "to", "of", "we", "you", "your", "our", "no", "free", "required", "salary", "job", "visa", "per", "by", "hiring", "in", "company", "contact":
			english++
		}
	}
	switch {
	case deva > 0 && deva*10 >= deva+latin:
		return "hi"
	case hindi >= 2 && hindi >= filipino && hindi*4 >= english:
		return "hi-Latn"
	case filipino >= 2 && filipino*4 >= english:
		return "fil"
	case english > 0:
		return "en"
	}
	return ""
}
