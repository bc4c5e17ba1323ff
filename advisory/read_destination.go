package advisory

import "slices"

// readPlaces reads the destinations: what is named as such, else what is named at all,
// else where the way ends.
func (a *advert) readPlaces() {
	var named, weak, route []int
	for n := range a.lines {
		line := &a.lines[n]
		for i := line.lo; i < line.hi; i++ {
			t := &a.tokens[i]
			if !t.first || t.class&isPlace == 0 || t.value == "" {
				continue
			}
			switch a.placed(line, i) {
			case placeNamed:
				named = append(named, i)
			case placeWeak:
				weak = append(weak, i)
			case placeOnRoute:
				route = append(route, i)
			}
		}
	}
	if len(named) == 0 {
		named = weak
	}
	if len(named) == 0 && len(route) > 0 {
		named = route[len(route)-1:]
	}
	for _, i := range named {
		code := a.tokens[i].value
		if n := slices.Index(a.offer.Destinations, code); n >= 0 {
			continue
		}
		a.offer.Destinations = append(a.offer.Destinations, code)
		a.span(at("destinations", len(a.offer.Destinations)-1), tokenRange{i, i + a.tokens[i].size})
	}
}

type placing uint8

const (
	placeNone placing = iota
	placeNamed
	placeWeak
	placeOnRoute
)

// placed says what a place that begins at token i of a line is to the offer.
func (a *advert) placed(line *advertLine, i int) placing {
	end := i + a.tokens[i].size
	switch line.label {
	case "agent", "licence", "interview", "nationality", "pay", "fee":
		return placeNone
	case "employer":
		return placeWeak
	case "other":
		if a.classOf(line.labelAt)&isOffice != 0 {
			return placeNone
		}
	}
	if a.denied(line.tokenRange, i, end) {
		return placeNone
	}
	if line.label == "place" {
		return placeNamed
	}
	if line.label == "transfers" || a.marked(i, onRoute) {
		return placeOnRoute
	}
	if a.marked(i, inName|inVenue) {
		return placeNone
	}
	var before, after advertClass
	if i > line.lo {
		before = a.tokens[i-1].class
	}
	if end < line.hi {
		after = a.tokens[end].class
	}
	// Hindi: "India se" is from India, unless a range or a way is meant.
	if end < line.hi && a.postposed(end) {
		return placeNone
	}
	near := a.nearOffice(line.tokenRange, i)
	switch {
	case before&isFrom != 0 && !a.postposed(i-1), after&(isOffice|isPeople) != 0, after&isAgency != 0 && after&isHead == 0, near == placeNone:
		return placeNone
	case after&isFrom != 0 && (a.sign(end, '-') || string(a.word(end)) == "based"), end+1 < line.hi && a.sign(end, '-') && string(a.word(end+1)) == "based":
		return placeWeak
	case near == placeWeak && !a.home(a.tokens[i].value):
		return placeWeak
	}
	if a.home(a.tokens[i].value) {
		if before&isIn != 0 && line.class&(isHead|isWork|isHiring|isJob) != 0 && line.class&isOffice == 0 || after&isJob != 0 {
			return placeNamed
		}
		if a.tokens[i].kind == advertFlag {
			return placeNone
		}
		if a.lang == "fil" && a.tokens[i].value == "PH" && line.class&isOffice == 0 || a.tokens[i].value == "PH" && a.lang != "fil" {
			return placeWeak
		}
		return placeNone
	}
	return placeNamed
}

// home reports whether a country is one that sends workers, so that its cities are where
// offices are.
func (a *advert) home(code string) bool {
	switch code {
	case "IN", "NP", "BD", "LK", "PK", "KE":
		return true
	case "PH":
		return a.lang == "fil" || a.offer.Nationality == "PH" || a.offer.Agent != ""
	}
	return false
}

// denied reports whether the place at tokens i to end is denied: "not for Cambodia or
// Thailand", "Cambodia ke liye nahi".
func (a *advert) denied(line tokenRange, i, end int) bool {
	for j := i - 1; j >= line.lo && j >= i-maxClause; j-- {
		t := &a.tokens[j]
		if t.class&isNot != 0 {
			return true
		}
		if t.class&(isIn|isSmall|isPlace|isAnd|isJob) == 0 && !a.sign(j, ',') && !a.sign(j, '/') {
			break
		}
		// "Cambodia ke liye nahi, Dubai": the word denies what stood before it.
		// "Hindi sa Cambodia, sa Dubai": so does one with a preposition of its own behind the comma.
		if a.sign(j, ',') && (j > line.lo && a.tokens[j-1].class&isNot != 0 || a.tokens[j+1].class&isIn != 0) {
			break
		}
	}
	for j := end; j < min(line.hi, end+maxClause); j++ {
		t := &a.tokens[j]
		if t.class&isNot != 0 {
			return true
		}
		if t.class&(isIn|isSmall) == 0 {
			return false
		}
	}
	return false
}

// postposed reports whether token i is the Hindi "from", which belongs to what stands
// before it.
func (a *advert) postposed(i int) bool {
	w := string(a.word(i))
	return w == "se" || w == "से"
}

// nearOffice says what the place at token i is by an office before it: none when it is the
// recruiter's ("our office in Mumbai", "head office, Mumbai"), a weak one when it may be the
// employer's ("a company with a branch in Thailand").
func (a *advert) nearOffice(line tokenRange, i int) placing {
	for j, n := i-1, 0; j >= line.lo && n < 4; j, n = j-1, n+1 {
		t := &a.tokens[j]
		if t.class&isOffice != 0 {
			switch string(a.word(j)) {
			case "adres", "ofices", "पता", "pata", "venue", "sangay":
				return placeNone
			}
			for m := max(line.lo, j-2); m < j; m++ {
				switch string(a.word(m)) {
				case "our", "head", "registered", "aming", "branch", "hamare", "hamara", "हमारे", "regional", "corporate":
					return placeNone
				}
			}
			switch {
			case string(a.word(j)) == "branch" && j > line.lo, a.home(a.tokens[i].value):
				return placeWeak
			case j == line.lo && a.tokens[j].class&isTrait == 0:
				return placeNone
			}
			return placeNamed
		}
		w := string(a.word(j))
		bare := j == line.lo || a.tokens[j-1].class&(isTrait|isHead|isWork) == 0
		if t.class&isAgency != 0 || (w == "agent" || w == "agents") && bare {
			return placeNone // "through an agency in Mumbai"
		}
		if t.class&(isIn|isSmall|isPlace) == 0 && t.kind != advertSign {
			break
		}
	}
	return placeNamed
}

// readNationality reads to whom the advert speaks, when it is one people.
func (a *advert) readNationality() {
	found, where := "", tokenRange{}
	for n := range a.lines {
		line := &a.lines[n]
		for i := line.lo; i < line.hi; i++ {
			t := &a.tokens[i]
			if !t.first || t.class&isNation == 0 && !(line.label == "nationality" && t.class&isPlace != 0) || !(line.label == "nationality" || a.addressed(line.tokenRange, i)) {
				continue
			}
			if a.denied(line.tokenRange, i, i+t.size) {
				continue
			}
			if found != "" && found != t.value {
				return
			}
			if found == "" {
				found, where = t.value, tokenRange{i, i + t.size}
			}
		}
	}
	if found != "" {
		a.offer.Nationality = found
		a.span("/nationality", where)
	}
}

// addressed reports whether the people at token i are those whom the advert is for.
func (a *advert) addressed(line tokenRange, i int) bool {
	end := i + a.tokens[i].size
	for j := end; j < min(end+3, line.hi); j++ {
		t := &a.tokens[j]
		if t.class&(isOnly|isPeople) != 0 {
			return true
		}
		switch string(a.word(j)) {
		case "ke", "के", "k", "hi", "ही":
			return true
		}
		if t.class&(isSmall|isNation|isAnd) == 0 && !a.sign(j, '/') && !a.sign(j, ',') {
			break
		}
	}
	if part := a.partOf(i); part != nil && part.class&isHiring != 0 && end < part.hi && a.tokens[end].class&(isHead|isWork) != 0 {
		switch string(a.word(end)) {
		case "cook", "cooks", "chef", "chefs", "restaurant", "language", "teacher", "kitchen":
		default:
			return true // "10 Filipino nurses needed"
		}
	}
	for j, n := i-1, 0; j >= line.lo && n < 3; j, n = j-1, n+1 {
		switch string(a.word(j)) {
		case "for", "only", "sirf", "केवल", "सिर्फ", "para", "keval", "pang":
			return end >= line.hi || a.tokens[end].class&(isHead|isWork|isEmployer|isMoney|isLegal) == 0 && a.tokens[end].class != 0 || a.tokens[end].kind != advertWord
		case "mga", "sa", "the", "all":
			continue
		}
		break
	}
	return false
}
