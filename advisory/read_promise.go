package advisory

// readPromises reads what comes with the job, each by itself.
func (a *advert) readPromises() {
	for n := range a.lines {
		line := &a.lines[n]
		switch line.label {
		case "agent", "employer", "licence", "nationality", "place", "fee", "interview", "contract", "transfers":
			continue
		}
		given := a.givenIn(line)
		for p := line.own(); p < line.parts.hi; p++ {
			if !a.promised(line, p, given) {
				continue
			}
			r := a.parts[p].tokenRange
			if p+1 < line.parts.hi && a.onlyGiven(p+1) {
				r.hi = a.parts[p+1].hi // "uniform - all free"
			}
			r = a.promise(r)
			if r.lo >= r.hi {
				continue
			}
			a.offer.Promises = append(a.offer.Promises, a.span(at("promises", len(a.offer.Promises)), r))
			if len(a.offer.Promises) == maxPromises {
				return
			}
		}
	}
}

// maxPromises is how many promises are read: more than any advert has.
const maxPromises = 64

// givenIn reports whether a line says of what is listed in it that it is given.
func (a *advert) givenIn(line *advertLine) bool {
	for p := line.parts.lo; p < line.parts.hi; p++ {
		if part := &a.parts[p]; part.class&isGiven != 0 && part.class&(isNot|isOwn) == 0 && (part.class&isGift != 0 || p+1 < line.parts.hi && part.hi-part.lo <= 6) {
			return true
		}
	}
	return false
}

// promised reports whether part p promises something.
func (a *advert) promised(line *advertLine, p int, given bool) bool {
	part := &a.parts[p]
	visa := part.class&isVisa != 0 && part.class&isGift == 0
	if part.class&isFee != 0 && part.class&isGiven == 0 || part.fee && part.class&(isGift|isGiven) != isGift|isGiven || part.class&isOwn != 0 || a.marked(part.lo, inName) {
		return false
	}
	if line.label == "promises" {
		return part.class&isNot == 0
	}
	if part.class&(isGift|isVisa) == 0 || a.refused(line, p) {
		return false
	}
	if part.class&isExtra == isExtra && part.class&isPay == 0 {
		return true
	}
	if part.class&isInterview != 0 || part.class&isRoute != 0 && part.class&isGiven == 0 || part.class&isFly != 0 && part.class&(isGiven|isGift) == 0 {
		return false
	}
	if p+1 < line.parts.hi && a.onlyGiven(p+1) {
		return true
	}
	if part.class&isGiven != 0 {
		return !visa || a.givenVisa(part)
	}
	if visa {
		return given && a.bare(p, isGiven) && part.class&isVisaKind == 0 || given && part.class&isVisaKind != 0 && line.parts.hi-line.parts.lo > 1 && a.nextGiven(line, p)
	}
	return a.listed(part) && (given || part.class&isFly == 0)
}

// onlyGiven reports whether part p says of what stands before it that it is given, and
// nothing else.
func (a *advert) onlyGiven(p int) bool {
	part := &a.parts[p]
	if part.class&isGiven == 0 || part.by == '&' || part.class&(majors|isNot) != 0 {
		return false
	}
	for i := part.lo; i < part.hi; i++ {
		if t := &a.tokens[i]; t.kind == advertWord && (t.class&(isGiven|isSmall) == 0 || t.class&isLegal != 0) {
			return false
		}
	}
	return true
}

// givenVisa reports whether it is the visa of a part that is given, and not only named beside.
func (a *advert) givenVisa(part *advertPart) bool {
	for i := part.lo; i < part.hi; i++ {
		if t := &a.tokens[i]; t.class&isGiven != 0 {
			switch string(a.word(i)) {
			case "with", "included", "may", "by", "company", "milega", "milegi", "मिलेगा", "मिलेगी", "we", "कंपनी", "employer":
				continue // what is said is who arranges it
			}
			return true
		}
	}
	return false
}

// nextGiven reports whether the part after p, joined to it by an and, is given.
func (a *advert) nextGiven(line *advertLine, p int) bool {
	return p+1 < line.parts.hi && a.parts[p+1].by == '&' && a.parts[p+1].class&isGiven != 0 && a.parts[p+1].class&isGift != 0
}

// refused reports whether what part p names is denied.
func (a *advert) refused(line *advertLine, p int) bool {
	part := &a.parts[p]
	if part.class&isNot != 0 {
		return true
	}
	if p > line.parts.lo && part.by == '|' && a.parts[p-1].class&isNot != 0 {
		return true
	}
	return p+1 < line.parts.hi && a.parts[p+1].by == '|' && a.parts[p+1].class&isNot != 0
}

// listed reports whether a part is an item of a list: few words, and what they are about
// is the gift.
func (a *advert) listed(part *advertPart) bool {
	return part.hi-part.lo <= 7 && part.class&(isPay|isHead|isWork|isHiring|isChannel|isContract|isInterview|isOther|isMoney|isJob|isPlace|isVisa) == 0
}

// promise cuts away what stands before a promise in a running sentence.
func (a *advert) promise(r tokenRange) tokenRange {
	for i := r.lo; i < r.hi; i++ {
		if a.sign(i, ':') {
			r.lo = i + 1 // "Sagot namin lahat: ticket"
		}
	}
	return a.trim(r)
}
