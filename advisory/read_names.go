package advisory

import "unicode/utf8"

// readNames reads the agent, the employer and the licence.
func (a *advert) readNames() {
	o := &a.offer
	for n := range a.lines {
		line := &a.lines[n]
		switch {
		case line.label == "agent" && o.Agent == "":
			o.Agent = a.name("/agent", a.nameEnd(line.tokenRange, false))
		case line.label == "employer" && o.Employer == "":
			o.Employer = a.name("/employer", a.nameEnd(line.tokenRange, true))
		}
	}
	for n := range a.lines {
		line := a.lines[n].tokenRange
		if o.Agent == "" && a.lines[n].label != "employer" && a.lines[n].label != "role" {
			if r, ok := a.agencyName(line); ok {
				o.Agent = a.name("/agent", r)
			}
		}
		if o.Employer == "" && a.lines[n].label == "" {
			if r, ok := a.hiringName(line); ok {
				o.Employer = a.name("/employer", r)
			}
		}
		if o.Licence == "" {
			if r, ok := a.licenceNumber(&a.lines[n]); ok {
				o.Licence = a.span("/licence", r)
			}
		}
	}
}

// name takes tokens as a name, when there are any.
func (a *advert) name(path string, r tokenRange) string {
	r = a.trim(r)
	if r.lo >= r.hi || r.hi-r.lo > maxClause/2 {
		return ""
	}
	a.mark(r, inName)
	return a.span(path, r)
}

// nameEnd cuts what a label says to be a name before the licence, a bracket or, unless a
// place may follow it, a comma.
func (a *advert) nameEnd(r tokenRange, place bool) tokenRange {
	for i := r.lo; i < r.hi; i++ {
		t := &a.tokens[i]
		comma := a.sign(i, ',') && !(i+1 < r.hi && a.tokens[i+1].class&isLegal != 0) && (!place || i+1 < r.hi && a.tokens[i+1].class&isPlace == 0 && a.tokens[i+1].class != 0)
		dash := a.sign(i, '-') && t.gap && i > r.lo
		if comma || dash || a.sign(i, '(') && i > r.lo || i > r.lo && t.first && t.class&(isLicence|isChannel) != 0 {
			r.hi = i
			return r
		}
	}
	return r
}

// capital reports whether token i may stand in a name by the look of it: it begins with a
// capital letter, or its script has none.
func (a *advert) capital(i int) bool {
	t := &a.tokens[i]
	if t.kind != advertWord {
		return false
	}
	r, _ := utf8.DecodeRune(a.word(i))
	return t.upper || r >= 0x900
}

// agencyName finds a name with a word in it that agencies have: "Himal Example Manpower
// Pvt. Ltd.".
func (a *advert) agencyName(line tokenRange) (tokenRange, bool) {
	for i := line.lo; i < line.hi; {
		if !a.capital(i) {
			i++
			continue
		}
		r := tokenRange{i, i}
		agency, telling := a.recruitedBy(line, i), false
		by, last := agency, i
		for ; r.hi < line.hi; r.hi++ {
			t := &a.tokens[r.hi]
			if a.sign(r.hi, '&') || a.sign(r.hi, '-') && a.tight(r.hi) && a.tight(r.hi+1) || a.sign(r.hi, '.') && a.shortened(r.hi-1) || a.sign(r.hi, ',') && r.hi+1 < line.hi && a.tokens[r.hi+1].class&isLegal != 0 && a.capital(r.hi+1) {
				if a.sign(r.hi, '.') && last == r.hi {
					last = r.hi + 1
				}
				continue
			}
			joining := string(a.word(r.hi)) == "and" || string(a.word(r.hi)) == "of" || string(a.word(r.hi)) == "z"
			if !joining && (!a.capital(r.hi) && t.class&isLegal == 0 ||
				t.class&(isSmall|isHiring|isIn|isChannel|isInterview|isFee|isVisa|isPay|isLicence|isNot|isPeriod|isOther) != 0 && t.class&(isAgency|isLegal|isTrait) == 0) {
				break
			}
			if w := string(a.word(r.hi)); t.class&isAgency != 0 && w != "agent" && w != "agents" {
				agency, last = true, r.hi+1
			} else if t.class&isLegal != 0 {
				last = r.hi + 1
			} else if !joining && (t.class == 0 || t.class&(isPlace|isTrait|isNation|isNumber) != 0) {
				telling = true
			}
		}
		next := max(r.hi, i+1)
		r.hi = last
		if by && last == i {
			r.hi = next
		}
		if w := string(a.word(r.lo)); (w == "agency" || w == "agent") && r.hi-r.lo > 2 {
			r.lo++ // "Agency ABC Overseas"
		}
		if agency && telling && r.hi-r.lo > 1 && r.hi-r.lo <= 12 {
			return r, true
		}
		i = next
	}
	return tokenRange{}, false
}

// recruitedBy reports whether what begins at token i is said to recruit.
func (a *advert) recruitedBy(line tokenRange, i int) bool {
	if i < line.lo+2 {
		return false
	}
	switch string(a.word(i - 1)) {
	case "by", "through":
	default:
		return false
	}
	switch string(a.word(i - 2)) {
	case "recruitment", "recruited", "hiring", "recruiting":
		return true
	}
	return false
}

// hiringName finds the name of who is hiring: "Example Care Homes Ltd is hiring".
func (a *advert) hiringName(line tokenRange) (tokenRange, bool) {
	r := tokenRange{line.lo, line.lo}
	company := false
	for ; r.hi < line.hi; r.hi++ {
		t := &a.tokens[r.hi]
		if string(a.word(r.hi)) == "is" || string(a.word(r.hi)) == "are" || t.class&isHiring != 0 {
			for j := r.hi; j < min(r.hi+3, line.hi); j++ {
				if a.tokens[j].class&isHiring != 0 && company && r.hi-r.lo > 1 && string(a.word(j)) != "oportunity" {
					return r, true
				}
			}
			break
		}
		if t.class&isAgency != 0 && t.class&isLegal == 0 || t.kind == advertNumber {
			break
		}
		if t.class&(isSmall|isIn) != 0 {
			break
		}
		legal := t.class&(isLegal|isEmployer) != 0
		if !a.capital(r.hi) && !a.sign(r.hi, '.') && !a.sign(r.hi, '&') {
			break
		}
		company = company || legal
	}
	return tokenRange{}, false
}

// licenceNumber finds the number of a licence: a run of letters and digits behind a word
// such as "Licence No." or one that names its scheme itself.
func (a *advert) licenceNumber(line *advertLine) (tokenRange, bool) {
	after := line.label == "licence"
	for i := line.lo; i < line.hi; i++ {
		t := &a.tokens[i]
		if a.scheme(i, line.hi) {
			if r := a.run(i, line.hi); a.digits(r) >= 3 {
				return r, true
			}
		}
		if t.first && t.class&isLicence != 0 {
			after = true
			i += t.size - 1
			continue
		}
		if !after {
			continue
		}
		switch {
		case t.kind == advertSign, t.kind == advertWord && (t.class&(isLicence|isAgency|isSmall|isPlace) != 0 || string(a.word(i)) == "no" || string(a.word(i)) == "number"):
			if a.sign(i, ',') || t.kind == advertSign && a.tokens[i].class&isMoney != 0 {
				after = false
			}
			if t.kind == advertSign || !a.tight(i+1) {
				continue
			}
		}
		r := a.run(i, line.hi)
		if n := a.digits(r); n >= 2 && !(r.hi < len(a.tokens) && a.tokens[r.hi].class&isUnit != 0) && t.class&isFee == 0 {
			return r, true
		}
		after = t.kind == advertWord && i < line.hi && t.class == 0 && a.tokens[i].hi-a.tokens[i].lo <= 4
	}
	return tokenRange{}, false
}

// scheme reports whether a number of a licence that names its scheme begins at token i:
// DMW-1, POEA-1, RC-1, B-1/.
func (a *advert) scheme(i, hi int) bool {
	if i+2 >= hi || !a.sign(i+1, '-') || a.tokens[i+2].kind != advertNumber {
		return false
	}
	switch string(a.word(i)) {
	case "dmw", "poea":
		return true
	case "rc", "ra":
		return a.tokens[i+2].hi-a.tokens[i+2].lo >= 3
	case "b":
		return i+3 < hi && a.sign(i+3, '/')
	}
	return false
}

// run returns the tokens from i on that stand together without a space, and those that a
// slash or a hyphen joins.
func (a *advert) run(i, hi int) tokenRange {
	r := tokenRange{i, i + 1}
	for r.hi < hi && r.hi < i+maxClause {
		joined := a.sign(r.hi, '/') || a.sign(r.hi, '-') || a.sign(r.hi-1, '/') || a.sign(r.hi-1, '-')
		if !a.tight(r.hi) && !joined || a.sign(r.hi, ',') || a.sign(r.hi, ';') || a.sign(r.hi, ')') || a.sign(r.hi, '(') {
			break
		}
		if a.sign(r.hi, '-') && !a.tight(r.hi) && !a.tight(r.hi+1) { // a dash
			break
		}
		r.hi++
	}
	for r.hi > r.lo+1 && a.tokens[r.hi-1].kind == advertSign {
		r.hi--
	}
	return r
}

func (a *advert) digits(r tokenRange) (n int) {
	for i := r.lo; i < r.hi; i++ {
		if a.tokens[i].kind == advertNumber {
			n += a.tokens[i].hi - a.tokens[i].lo
		}
	}
	return n
}
