package incident

// two is the Count of a phrase with two numbers: a range, the same number
// twice, a part of a whole or a lower and an upper bound.
func (lx *lexicon) two(es []elem, i, j int) (Count, error) {
	a, b, mid := es[i].n, es[j].n, es[i+1:j]
	switch {
	case lx.isRange(mid):
		return lx.span(es, i, j)
	case a.scale != 0 || b.scale != 0:
		return Count{}, unread("its numbers are not whole")
	case a.value == b.value && a.words != b.words && inBrackets(es, j):
		return lx.same(es, i, j)
	case a.value <= b.value && has(mid, roleOf) && plain(mid, roleOf):
		return lx.partOf(es[:j], i, es[j+1:])
	case b.value <= a.value && has(mid, roleWhole) && plain(mid, roleWhole):
		return lx.partOf(es[i+1:], j-i-1, es[:i])
	}
	return lx.bothBounds(es, i, j)
}

// isRange reports whether a word such as "to" alone stands between two numbers.
func (lx *lexicon) isRange(mid []elem) bool {
	found := false
	for _, e := range mid {
		switch {
		case e.roles&roleTo != 0 && !found:
			found = true
		case e.roles&roleUnit == 0:
			return false
		}
	}
	return found
}

// span is the range from es[i] to es[j].
func (lx *lexicon) span(es []elem, i, j int) (Count, error) {
	low, high, ok := lx.ends(es[i].n, es[j].n)
	if !ok {
		return Count{}, unread("the ends of its range are out of order, or look like years")
	}
	before, ok := lx.before(es, i)
	after, ok2 := lx.after(es, j)
	if !ok || !ok2 || before > boundAbout || after > boundAbout && (after != boundAtMost || before != 0) {
		return Count{}, unread("words in it may change the range in a way that is not known")
	}
	return Between(low, high), nil
}

// ends gives the two ends of a range. A multiplier said once counts for both:
// "two to three hundred", "2-5 lakh".
func (lx *lexicon) ends(a, b number) (low, high int64, ok bool) {
	if lx.digits && a.times == 0 && b.times >= 10 && b.times < 10000 && a.value < b.coeff {
		return 0, 0, false // 一至二十: from 1 or from 10?
	}
	if a.times == 0 && b.times >= 12 && b.coeff > 0 && (!lx.digits || b.times >= 10000) {
		// compare a with b's coefficient over the larger scale
		s := max(a.cscale, b.cscale)
		if a.coeff*pow10(s-a.cscale) >= b.coeff*pow10(s-b.cscale) {
			return 0, 0, false
		}
		if low, ok = scaled(a.coeff, a.cscale, b.times); !ok {
			return 0, 0, false
		}
		return low, b.value, b.scale == 0 && low < b.value
	}
	years := isYear(a) && isYear(b)
	return a.value, b.value, a.scale == 0 && b.scale == 0 && a.value < b.value && !years
}

// neighbours writes two digits in a row out as a range: 五六百 is 五百 to 六百.
func (lx *lexicon) neighbours(toks []lexeme) []lexeme {
	for i := range toks {
		a, b := toks[i], next(toks, i+1)
		if !digit(a) || !digit(b) || !b.joined || b.value != a.value+1 || i > 0 && toks[i-1].roles&(roleNumeric|roleGlue) != 0 {
			continue
		}
		end := i + 2
		for next(toks, end).roles&roleMult != 0 {
			end++
		}
		if after := next(toks, end).roles; after&(roleNumeric|roleGlue) != 0 || end == i+2 && after&roleUnit == 0 {
			continue
		}
		out := append(append([]lexeme{}, toks[:i+1]...), toks[i+2:end]...)
		out = append(out, lexeme{item: item{roles: roleTo}, joined: true})
		return append(out, toks[i+1:]...)
	}
	return toks
}

// digit reports whether a lexeme is a digit in words.
func digit(t lexeme) bool {
	return t.roles&roleSmall != 0 && !t.literal && t.value > 0 && t.value < 10
}

func isYear(n number) bool {
	return !n.words && n.times == 0 && n.value >= 1900 && n.value < 2100 && !n.grouped
}

func has(es []elem, r role) bool {
	for _, e := range es {
		if e.roles&r != 0 {
			return true
		}
	}
	return false
}

// plain reports whether nothing but r and words about what is counted is there.
func plain(es []elem, r role) bool {
	for _, e := range es {
		if !e.unknown && e.roles&(r|roleSkip|roleUnit|roleArticle) == 0 {
			return false
		}
	}
	return true
}

// inBrackets reports whether es[j] alone stands in brackets.
func inBrackets(es []elem, j int) bool {
	if es[j-1].roles&roleOpen == 0 {
		return false
	}
	for _, e := range es[j+1:] {
		if e.roles&roleClose != 0 {
			return true
		}
		if e.roles&roleUnit == 0 {
			return false
		}
	}
	return false
}

// same reads "eight (8)" as "eight".
func (lx *lexicon) same(es []elem, i, j int) (Count, error) {
	once := make([]elem, 0, len(es))
	once = append(append(once, es[:j]...), es[j+1:]...)
	return lx.one(once, i, es[i].n.value)
}

// partOf reads the number at es[i]; rest, around the whole, must not bound it.
func (lx *lexicon) partOf(es []elem, i int, rest []elem) (Count, error) {
	if !plain(rest, roleWhole|roleOf) {
		return Count{}, unread("words around the whole may change it in a way that is not known")
	}
	return lx.one(es, i, es[i].n.value)
}

// bothBounds reads "more than 100 but fewer than 200".
func (lx *lexicon) bothBounds(es []elem, i, j int) (Count, error) {
	mid := es[i+1 : j]
	if has(mid, roleAnd) {
		low, err := lx.one(es[:i+1], i, es[i].n.value)
		high, err2 := lx.one(es[i+1:], j-i-1, es[j].n.value)
		if err == nil && err2 == nil && low.has&HasLow != 0 && low.has&HasHigh == 0 &&
			high.has&HasHigh != 0 && high.has&HasLow == 0 && low.low <= high.high {
			return Between(low.low, high.high), nil
		}
	}
	return Count{}, unread("there are two in it that are not one range")
}

// betweenEnds reads "between a and b": one way to part the phrase at its and has to
// give two numbers in order.
func (lx *lexicon) betweenEnds(toks []lexeme) (Count, error) {
	var found Count
	for k, t := range toks {
		if t.roles&(roleAnd|roleGlue|roleTo) == 0 {
			continue
		}
		left, err := lx.elems(toks[:k])
		right, err2 := lx.elems(toks[k+1:])
		if err != nil || err2 != nil {
			continue
		}
		i, j := only(left), only(right)
		if i < 0 || j < 0 || lx.stamped(left, i) || lx.stamped(right, j) || !near(left[i+1:]) || !near(right[:j]) {
			continue
		}
		whole := append(append(append([]elem{}, left...), elem{lexeme: lexeme{item: item{roles: roleTo}}}), right...)
		c, err := lx.span(whole, i, len(left)+1+j)
		if err != nil {
			continue
		}
		if !found.IsZero() {
			return Count{}, unread("its range can be read in two ways")
		}
		found = c
	}
	if found.IsZero() {
		return Count{}, unread("its range does not have two ends in order")
	}
	return found, nil
}

// only returns the place of the one number among es, −1 when there is none or
// there are several.
func only(es []elem) int {
	at := -1
	for i, e := range es {
		if !e.number {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

// near reports whether nothing but what is counted stands there.
func near(es []elem) bool {
	for _, e := range es {
		if e.roles&(roleUnit|roleSkip|roleBetween) == 0 {
			return false
		}
	}
	return true
}
