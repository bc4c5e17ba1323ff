package advisory

// extend returns the parts of the clause around part p, end excluded.
func (a *advert) extend(k clauseKind, p int, within tokenRange) (from, to int) {
	from, to = p, p+1
	for from > within.lo && a.beginsBefore(k, from, within) {
		from--
	}
	for to < within.hi && a.goesOn(k, from, to, within) {
		to++
	}
	return from, to
}

// bare reports whether a part is nothing but what fees are taken for, or promised:
// "ticket" in "no visa, ticket or placement fee".
func (a *advert) bare(p int, also advertClass) bool {
	part := &a.parts[p]
	for i := part.lo; i < part.hi; i++ {
		t := &a.tokens[i]
		if t.kind == advertWord && t.class&(isFeeOf|isVisa|isGift|isSmall|isFee|also) == 0 {
			return false
		}
	}
	return true
}

// beginsBefore reports whether the clause that begins with part p begins before it, with
// a negation that belongs to it too, or with the verb.
func (a *advert) beginsBefore(k clauseKind, p int, within tokenRange) bool {
	part, before := &a.parts[p], &a.parts[p-1]
	if part.by == '|' && before.class&isNot != 0 && part.class&isNot == 0 {
		return true
	}
	switch k.class {
	case isFee:
		if part.by == '&' && a.bare(p-1, 0) && before.class&(isVisa|isGift|isFeeOf) != 0 && part.class&isNot == 0 {
			return true // "visa and ticket charges"
		}
		for q := p - 1; q >= within.lo && q >= p-4 && part.class&isNot == 0 && a.bare(q, isNot); q-- {
			if a.parts[q].class&isNot != 0 {
				return true
			}
		}
	case isRoute:
		return before.class&isFly != 0 && before.class&(majors&^(isRoute|isGift|isHead|isWork)) == 0
	case isVisa:
		return part.class&isVisaKind == 0 && a.bare(p, 0) && a.givenBefore(p, within)
	}
	return false
}

// givenBefore reports whether one of the parts before p says what is given and those between
// are bare: "libreng tirahan, pagkain at visa".
func (a *advert) givenBefore(p int, within tokenRange) bool {
	for q := p - 1; q >= within.lo && q >= p-4; q-- {
		part := &a.parts[q]
		switch {
		case part.class&(isPay|isNot|isFee|isExtra) != 0:
			return false
		case part.class&isGiven != 0:
			return true
		case !a.bare(q, 0):
			return false
		}
	}
	return false
}

// goesOn reports whether the clause that ends before part q goes on with it.
func (a *advert) goesOn(k clauseKind, from, q int, within tokenRange) bool {
	part := &a.parts[q]
	if a.about(k, q) {
		return k.class != isVisa || part.class&isGiven == 0 || part.by != '+'
	}
	last := &a.parts[q-1]
	if part.by == '|' && part.class&isNot != 0 && last.class&isNot == 0 && part.class&isOther == 0 {
		return true
	}
	if part.by == '|' && part.class&isNot == 0 && last.class&isNot != 0 && part.hi-part.lo <= 4 && part.class&isGiven == 0 {
		return true // "no contract or interview"
	}
	rest := part.class &^ k.class & majors
	if part.by != '+' && rest == 0 {
		if part.class&(isLater|isNot) != 0 {
			return true
		}
		switch k.class {
		case isRoute:
			return true
		case isInterview, isChannel:
			return part.class&isPlace != 0 || part.class&(isOffice|isOnly) != 0 || part.by == ')' || part.by == '('
		case isVisa, isContract:
			if a.onlyGiven(q) && part.by != '&' {
				return true
			}
			return part.by == '(' || part.by == ')' && part.class == 0
		case isFee:
			return part.by == '(' || a.bare(q, isNot) && a.feeFollows(q, within)
		}
	}
	switch k.class {
	case isFee:
		if end := a.tokens[last.hi-1].class; part.by == '&' && end&(isFeeOf|isVisa|isGift) != 0 && end&isFee == 0 && part.class&(isVisa|isGift|isFeeOf) != 0 && a.bare(q, 0) {
			return true // "3000 for medical and visa"
		}
		return a.bare(q, isNot) && a.feeFollows(q, within) || a.deniedAfter(q, from, within) || part.class&isOwn != 0 && a.bare(q, isOwn)
	case isVisa: // "visa, ticket and room by company"
		if part.by == '&' && part.class&isGift != 0 && part.class&isGiven != 0 && last.class&isGiven == 0 {
			return a.bare(q-1, 0)
		}
		return a.bare(q-1, 0) && last.class&(isVisaKind|isGiven) == 0 && a.givenAfter(q, within)
	}
	return false
}

// feeFollows reports whether one of the next parts is about fees and those between are bare.
func (a *advert) feeFollows(q int, within tokenRange) bool {
	for n := 0; q < within.hi && n < 4; q, n = q+1, n+1 {
		if a.parts[q].class&isFee != 0 {
			return true
		}
		if !a.bare(q, isNot) {
			return false
		}
	}
	return false
}

// deniedAfter reports whether a negation at the end of one of the next parts, as Hindi
// has it, denies the fee as well: "फीस, टिकट, वीज़ा कुछ नहीं".
func (a *advert) deniedAfter(q, from int, within tokenRange) bool {
	if a.parts[from].class&isNot != 0 {
		return false
	}
	for n := 0; q < within.hi && n < 4; q, n = q+1, n+1 {
		part := &a.parts[q]
		if part.class&(isPay|isChannel|isInterview|isContract|isHead|isWork|isOther) != 0 {
			return false
		}
		if part.class&isNot != 0 {
			return a.tokens[part.lo].class&isNot == 0
		}
		if !a.bare(q, 0) {
			return false
		}
	}
	return false
}

func (a *advert) givenAfter(q int, within tokenRange) bool {
	for n := 0; q < within.hi && n < 4; q, n = q+1, n+1 {
		if a.parts[q].class&isGiven != 0 {
			return a.parts[q].class&isGift != 0
		}
		if !a.bare(q, 0) {
			return false
		}
	}
	return false
}
