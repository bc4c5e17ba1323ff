package advisory

import (
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// majors are the things that a clause about another thing does not run into.
const majors = isFee | isVisa | isInterview | isContract | isChannel | isRoute | isGift | isPay | isHead | isWork | isOther | isHiring | isLicence

const (
	maxClause  = 40 // tokens of one clause
	maxClauses = 4  // clauses of one member
)

// clauseKind is a member that is the words of a clause.
type clauseKind struct {
	path  incident.Path
	label string
	class advertClass
}

// readClauses reads the members that are clauses. Fees come first, for "no visa fee" says
// nothing of a visa.
func (a *advert) readClauses() {
	o := &a.offer
	a.settlePM()
	o.Fee = a.clauses(clauseKind{"/fee", "fee", isFee})
	o.Interview = a.clauses(clauseKind{"/interview", "interview", isInterview})
	o.Visa = a.clauses(clauseKind{"/visa", "visa", isVisa})
	o.Contract = a.clauses(clauseKind{"/contract", "contract", isContract})
	o.Transfers = a.clauses(clauseKind{"/transfers", "transfers", isRoute})
	o.Channel = a.clauses(clauseKind{"/channel", "channel", isChannel})
}

// settlePM decides whether "pm" is per month or a private message: the first behind an
// amount.
func (a *advert) settlePM() {
	for i := range a.tokens {
		t := &a.tokens[i]
		if t.class&isPeriod == 0 || t.class&isChannel == 0 {
			continue
		}
		drop := isPeriod
		for j := i - 1; j >= 0 && j >= i-3; j-- {
			if a.tokens[j].kind == advertNumber || a.tokens[j].class&(isMoney|isTimes) != 0 {
				drop = isChannel
				break
			}
			if a.tokens[j].kind == advertWord || a.tokens[j].kind == advertBreak {
				break
			}
		}
		t.class &^= drop
	}
	for n := range a.parts {
		a.parts[n].class = a.classOf(a.parts[n].tokenRange)
	}
	for n := range a.lines {
		a.lines[n].class = a.classOf(a.lines[n].tokenRange)
	}
}

// clauses returns the clauses of a kind as one text.
func (a *advert) clauses(k clauseKind) string {
	var found []tokenRange
	for n := range a.lines {
		line := &a.lines[n]
		switch line.label {
		case k.label:
			r := line.tokenRange
			if k.class == isFee && line.class&isFee == 0 {
				r.lo = line.labelAt.lo // "Agency fee: none"
			}
			if r = a.trim(r); r.lo < r.hi {
				found = append(found, r)
				a.note(k, r)
				a.useFee(k, line.parts)
			}
			continue
		case "interview":
			if k.class == isChannel {
				continue // "Interview: on WhatsApp"
			}
		case "employer", "agent", "licence", "nationality", "place":
			if k.class != isChannel || line.class&isChannel == 0 {
				continue
			}
		}
		for p := line.own(); p < line.parts.hi; {
			first := p == line.parts.lo && line.label == "pay"
			if first || !a.about(k, p) {
				p++
				continue
			}
			from, to := a.extend(k, p, line.parts)
			r := a.trim(a.shorten(k, a.fromChannel(k, tokenRange{a.parts[from].lo, a.parts[to-1].hi})))
			p = to
			if r.lo >= r.hi {
				continue
			}
			found = append(found, r)
			a.note(k, r)
			a.useFee(k, tokenRange{from, to})
		}
	}
	return a.joined(k, found)
}

// fromChannel cuts away what stands before the words of how to get in touch, when it is
// about other things.
func (a *advert) fromChannel(k clauseKind, r tokenRange) tokenRange {
	if k.class != isChannel {
		return r
	}
	var before advertClass
	for i := r.lo; i < r.hi; i++ {
		t := &a.tokens[i]
		if t.class&isChannel != 0 || a.sign(i, '@') || a.sign(i, '+') {
			if before&(majors|isMoney|isGiven) != 0 || before&isPlace != 0 && before&isOffice == 0 {
				r.lo = i
			}
			return r
		}
		before |= t.class
	}
	return r
}

// note keeps where clauses stand in which places are no destinations.
func (a *advert) note(k clauseKind, r tokenRange) {
	switch k.class {
	case isRoute:
		a.mark(r, onRoute)
	case isInterview, isChannel, isFee:
		a.mark(r, inVenue)
	}
}

func (a *advert) useFee(k clauseKind, parts tokenRange) {
	if k.class == isFee {
		for p := parts.lo; p < parts.hi; p++ {
			a.parts[p].fee = true
		}
	}
}

// joined returns the clauses that say something of their own, joined.
func (a *advert) joined(k clauseKind, found []tokenRange) string {
	if k.class == isVisa && len(found) > 1 { // a bare "visa" beside "tourist visa"
		var telling []tokenRange
		for _, r := range found {
			if a.classOf(r)&isVisaKind != 0 || r.hi-r.lo > 2 {
				telling = append(telling, r)
			}
		}
		if len(telling) > 0 {
			found = telling
		}
	}
	var texts []string
next:
	for _, r := range found {
		text := strings.Join(strings.Fields(a.text[a.tokens[r.lo].start:a.tokens[r.hi-1].end]), " ")
		for _, t := range texts {
			if strings.EqualFold(t, text) {
				continue next
			}
		}
		if len(texts) == maxClauses {
			break
		}
		texts = append(texts, a.span(k.path, r))
	}
	return strings.Join(texts, "; ")
}

// about reports whether a part is about a kind.
func (a *advert) about(k clauseKind, p int) bool {
	part := &a.parts[p]
	switch k.class {
	case isVisa:
		return part.class&isVisa != 0 && (!part.fee || part.class&isVisaKind != 0)
	case isFee:
		return part.class&isFee != 0 || part.class&isGiven != 0 && part.class&isAgency != 0 && a.freeRecruitment(part.tokenRange) || part.class&isMoney != 0 && a.feeSum(part.tokenRange)
	case isChannel:
		if part.class&isInterview != 0 {
			return false
		}
		return part.class&isChannel != 0 && a.reaches(part.tokenRange) || a.telephone(part.tokenRange) || a.handle(part.tokenRange)
	case isRoute:
		return part.class&isRoute != 0 && !(part.class&isVisa != 0 && part.class&isPlace == 0 && part.class&isFly == 0 && part.class&isNot == 0) || a.viaPlace(part.tokenRange)
	}
	return part.class&k.class != 0
}

// feeSum reports whether some tokens say for what a sum is asked: "Rs 2,499 registration".
func (a *advert) feeSum(r tokenRange) bool {
	for i := r.lo; i < r.hi; i++ {
		if t := &a.tokens[i]; t.class&isFeeOf != 0 && t.class&(isHead|isAgency|isGift) == 0 {
			return true
		}
	}
	return false
}

// freeRecruitment reports whether some tokens say that nothing is taken for finding the job.
func (a *advert) freeRecruitment(r tokenRange) bool {
	found, free := false, false
	for i := r.lo; i < r.hi; i++ {
		switch string(a.word(i)) {
		case "recruitment", "placement", "hiring":
			found = true
		case "free":
			free = true
		}
	}
	return found && free
}

// reaches reports whether some tokens say where to turn to, and not only that one may apply.
func (a *advert) reaches(r tokenRange) bool {
	for i := r.lo; i < r.hi; i++ {
		t := &a.tokens[i]
		if t.class&(isOffice|isPlace) != 0 {
			return true
		}
		if !t.first || t.class&isChannel == 0 {
			continue
		}
		switch string(a.word(i)) {
		case "aply", "mag", "आवेदन", "अप्लाई":
			next := i + t.size
			for next < r.hi && a.tokens[next].class&isOnly != 0 {
				next++
			}
			if t.size > 1 && string(a.word(i+t.size-1)) != "aply" || next < r.hi && a.tokens[next].class&isIn != 0 {
				switch string(a.word(i + t.size - 1)) {
				case "now", "na", "karein", "karo", "kare":
				default:
					return true
				}
			}
		default:
			return true
		}
	}
	return false
}

// telephone reports whether there is a telephone number among some tokens.
func (a *advert) telephone(r tokenRange) bool {
	digits := 0
	for i := r.lo; i < r.hi; i++ {
		t := &a.tokens[i]
		switch {
		case t.kind == advertNumber && t.class&isMoney == 0 && !strings.ContainsAny(string(a.word(i)), ",."):
			if digits > 0 && !a.sign(i-1, '-') && !t.gap {
				digits = 0
			}
			digits += t.hi - t.lo
		case t.kind == advertSign && (a.sign(i, '-') || a.sign(i, '(') || a.sign(i, ')')):
		default:
			if digits >= 9 {
				return true
			}
			digits = 0
		}
	}
	return digits >= 9
}

// handle reports whether there is a name in a messenger, or an address, among some tokens.
func (a *advert) handle(r tokenRange) bool {
	for i := r.lo; i+1 < r.hi; i++ {
		if a.sign(i, '@') && a.tight(i+1) && a.tokens[i+1].kind == advertWord {
			return true
		}
	}
	return false
}

// viaPlace reports whether some tokens speak of a way over a place: "via Dubai",
// "Bangkok > Mae Sot".
func (a *advert) viaPlace(r tokenRange) bool {
	for i := r.lo; i+1 < r.hi; i++ {
		switch string(a.word(i)) {
		case "via", "thru", "through", "वाया":
			if t := &a.tokens[i+1]; t.class&isPlace != 0 || t.class == 0 && t.upper && !a.tokens[i].upper && t.kind == advertWord && string(a.word(i)) != "through" {
				return true
			}
		case ">":
			if i > r.lo && a.tokens[i-1].class&isPlace != 0 && a.tokens[i+1].class&isPlace != 0 {
				return true
			}
		}
	}
	return false
}

// shorten cuts a clause that is too long to its part about the kind.
func (a *advert) shorten(k clauseKind, r tokenRange) tokenRange {
	if r.hi-r.lo <= maxClause {
		return r
	}
	for i := r.lo; i < r.hi; i++ {
		if a.tokens[i].class&k.class != 0 {
			r.lo = max(r.lo, i-maxClause/2)
			break
		}
	}
	r.hi = min(r.hi, r.lo+maxClause)
	return r
}
