package advisory

import (
	"cmp"
	"slices"
)

// readRole reads the job: what a label says, else the name of a job that stands nearest to
// words such as hiring, else what stands there.
func (a *advert) readRole() {
	for n := range a.lines {
		if line := &a.lines[n]; line.label == "role" {
			if r := a.roleIn(line); r.lo < r.hi {
				a.offer.Role = a.span("/role", r)
				return
			}
		}
	}
	best, score := tokenRange{}, 0
	for n := range a.lines {
		line := &a.lines[n]
		if line.label != "" && line.label != "role" {
			continue
		}
		for i := line.lo; i < line.hi; i++ {
			if t := &a.tokens[i]; !t.first || t.class&(isHead|isWork) == 0 || a.marked(i, inName) {
				continue
			}
			r := a.roleAround(line.tokenRange, i)
			if s := a.roleScore(line, n, r); s > score {
				best, score = r, s
			}
			i = max(i, r.hi-1)
		}
	}
	if score == 0 {
		best = a.roleBesideHiring()
	}
	if best.lo < best.hi {
		a.offer.Role = a.span("/role", best)
	}
}

// roleIn returns the role of a labelled line: without how many are wanted and where.
func (a *advert) roleIn(line *advertLine) tokenRange {
	r := a.trim(line.tokenRange)
	for r.lo < r.hi && (a.tokens[r.lo].kind == advertNumber || a.tokens[r.lo].class&(isUnit|isSmall) != 0 && a.tokens[r.lo].class&(isHead|isTrait) == 0) {
		r.lo++
	}
	for i := r.lo; i < r.hi; i++ {
		t := &a.tokens[i]
		next := advertToken{}
		if i+1 < r.hi {
			next = a.tokens[i+1]
		}
		loose := a.sign(i, '-') && t.gap
		number := (a.sign(i, '(') || a.sign(i, ',') || loose || a.sign(i, ':') || a.sign(i, 'x')) && next.kind == advertNumber
		place := t.class&isIn != 0 && (next.class&isPlace != 0 || i > r.lo && string(a.word(i)) != "to") || (loose || a.sign(i, ',') || a.sign(i, '(')) && next.class&(isPlace|isOther|isPeople) != 0 && next.class&(isHead|isTrait) == 0
		if i > r.lo && (number || place || t.class&(isPay|isVisa|isPeriod|isMoney|isHiring) != 0 && t.class&(isHead|isTrait) == 0 || t.class&isPlace != 0) {
			r.hi = i
			break
		}
	}
	r = a.trim(r)
	for r.hi > r.lo+1 && (a.tokens[r.hi-1].kind == advertNumber || a.tokens[r.hi-1].class&(isUnit|isJob) != 0 && a.tokens[r.hi-1].class&isHead == 0) {
		r.hi--
	}
	return a.trim(r)
}

// longestRole is how many tokens before and behind its head the name of a job reaches at
// most: more than any has.
const longestRole = 24

// roleAround returns the name of a job around the head or work at token i.
func (a *advert) roleAround(line tokenRange, i int) tokenRange {
	const parts = isHead | isWork | isTrait
	r := tokenRange{i, i + a.tokens[i].size}
	role := func(j int) bool {
		return j >= line.lo && j < line.hi && a.tokens[j].class&parts != 0
	}
	joiner := func(j int) bool {
		return j >= line.lo && j < line.hi && (a.tokens[j].class&isAnd != 0 || a.sign(j, '/') || a.sign(j, '-') && a.tight(j) && a.tight(j+1))
	}
	comma := func(j int) bool { return j >= line.lo && j < line.hi && a.sign(j, ',') }
	list := isHead
	for r.lo > line.lo && i-r.lo < longestRole {
		j := r.lo - 1
		switch {
		case role(j) && a.tokens[j].class&(isHiring|isJob) == 0:
		case joiner(j) && role(j-1) && a.tokens[j-1].class&(isGift|isNot) == 0:
			j--
		case a.tokens[j].kind == advertWord && a.tokens[j].class == 0 && role(j-1) && a.tokens[j-1].class&(isHiring|isJob|isGift) == 0:
			j-- // "trading desk trainee"
		case comma(j) && j > line.lo && a.tokens[j-1].class&list != 0:
			j--
		default:
			// A word that the tables do not have: "Turbine Technician".
			if t := &a.tokens[j]; t.kind != advertWord || !t.upper || t.class&^isOther != 0 || !a.tokens[r.lo].upper || r.lo-j > 1 || t.class&isOther != 0 && string(a.word(j)) != "language" {
				j = -1
			} else if j == line.lo && string(a.word(j)) == "experienced" {
				j = -1
			}
		}
		if j < 0 {
			break
		}
		r.lo = j
	}
	for r.hi < line.hi && r.hi-i < longestRole {
		j := r.hi
		switch {
		case role(j) && a.tokens[j].class&isPlace == 0:
			j++
		case joiner(j) && role(j+1) && a.tokens[j+1].class&isGift == 0:
			j += 2
		case a.sign(j, '/') && j+1 < line.hi && a.tokens[j+1].kind == advertWord && a.tokens[j+1].class == 0:
			j += 2
		case comma(j) && j+1 < line.hi && a.tokens[j+1].class&(isHead|isWork) != 0 && a.tokens[r.hi-1].class&(isHead|isWork) != 0:
			j += 2
		case a.sign(j, '(') && role(j+1):
			for j < line.hi && j-r.hi <= 5 && !a.sign(j, ')') {
				j++
			}
			if j == line.hi || j-r.hi > 5 {
				return r
			}
			j++
		default:
			return r
		}
		r.hi = j
	}
	return r
}

// roleScore says how likely a name of a job is the one offered; 0 is not at all.
func (a *advert) roleScore(line *advertLine, n int, r tokenRange) int {
	class := a.classOf(r)
	score := 1
	if class&isHead != 0 {
		score += 2
	}
	if r.hi-r.lo > 1 {
		score++
	}
	if n < 4 {
		score++
	}
	for j := r.lo - 1; j >= line.lo && j >= r.lo-3; j-- {
		if a.tokens[j].class&isHiring != 0 {
			score += 4
			break
		}
	}
	for j := r.hi; j < line.hi && j < r.hi+3; j++ {
		if a.tokens[j].class&(isHiring|isJob) != 0 {
			score += 3
			break
		}
		if j == r.hi && a.tokens[j].class&isLegal != 0 {
			score -= 4 // the employer's trade
			break
		}
		if a.tokens[j].class&isIn != 0 || a.tokens[j].class&isPlace != 0 {
			score++
			break
		}
	}
	part := a.partOf(r.lo)
	if part != nil && part.class&(isChannel|isInterview|isFee|isGiven|isRoute|isContract) != 0 && part.class&isHiring == 0 {
		score -= 3
	}
	if part != nil && part.class&isVisa != 0 {
		score -= 2
	}
	if r.lo > line.lo {
		switch string(a.word(r.lo - 1)) {
		case "our", "by", "the", "each", "two", "my", "any", "local":
			score -= 3
		}
	}
	if core, n := a.core(r); n == 1 {
		switch string(a.word(core)) {
		case "agent", "agents":
			switch string(a.word(core - 1)) {
			case "registered", "travel", "local", "recruiting", "recruitment", "visa":
				score -= 6
			}
		case "computer", "crypto", "कंप्यूटर":
			score -= 3 // what one has to know
		}
	}
	if r.hi-r.lo == 1 {
		switch string(a.word(r.lo)) {
		case "agent", "agents", "एजेंट":
			score -= 6 // who recruits
		case "worker", "workers", "staf", "consultant", "recruiter", "model", "host", "hospitality":
			score -= 3
		}
	}
	return max(score, 0)
}

// core returns the first head or work of a name of a job, and how many there are.
func (a *advert) core(r tokenRange) (first, n int) {
	for i := r.hi - 1; i >= r.lo; i-- {
		if t := &a.tokens[i]; t.first && t.class&(isHead|isWork) != 0 {
			first = i
			n++
		}
	}
	return first, n
}

// partOf returns the part in which a token stands.
func (a *advert) partOf(i int) *advertPart {
	p, _ := slices.BinarySearchFunc(a.parts, i, func(p advertPart, i int) int { return cmp.Compare(p.hi, i+1) })
	if p < len(a.parts) && a.parts[p].lo <= i {
		return &a.parts[p]
	}
	return nil
}

// roleBesideHiring returns what stands beside a word such as hiring: before it in Hindi,
// else behind it, when it is no word of the tables.
func (a *advert) roleBesideHiring() tokenRange {
	const ends = isIn | isFrom | isPay | isVisa | isPlace | isOther | isGift | isGiven | isPeople | isChannel | isOffice | isHiring | isJob | isLegal | isNation
	for n := range a.lines {
		line := a.lines[n].tokenRange
		if a.lines[n].label != "" && a.lines[n].label != "role" {
			continue
		}
		for i := line.lo; i < line.hi; i++ {
			t := &a.tokens[i]
			if !t.first || t.class&isHiring == 0 {
				continue
			}
			r := tokenRange{i + t.size, i + t.size}
			for r.lo < line.hi && r.lo < i+maxClause && (a.tokens[r.lo].kind == advertNumber || a.tokens[r.lo].class&isSmall != 0 || a.tokens[r.lo].class&isHiring != 0) {
				r.lo++
			}
			r.hi = r.lo
			for r.hi < line.hi && r.hi-r.lo < 5 && a.tokens[r.hi].kind == advertWord && a.tokens[r.hi].class&(ends|isSmall) == 0 {
				r.hi++
			}
			if r = a.trim(r); r.lo < r.hi {
				return r
			}
			r = tokenRange{i, i}
			for r.lo > line.lo && r.hi-r.lo < 4 && a.tokens[r.lo-1].kind == advertWord && a.tokens[r.lo-1].class&ends == 0 {
				r.lo--
			}
			for r.lo < r.hi && a.tokens[r.hi-1].class&isSmall != 0 {
				r.hi--
			}
			for r.lo < r.hi && a.tokens[r.lo].class&isSmall != 0 {
				r.lo++
			}
			if r = a.trim(r); r.lo < r.hi && a.classOf(r)&(isNot|isFee) == 0 {
				return r
			}
		}
	}
	return tokenRange{}
}
