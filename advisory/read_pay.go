package advisory

import "bytes"

// readPay reads pay with its currency and period: the amount that looks most like pay, else
// the words that praise it.
func (a *advert) readPay() {
	var best advertAmount
	where, score := 0, 0
	for n := range a.lines {
		line := &a.lines[n]
		switch line.label {
		case "fee", "licence", "agent", "employer", "interview", "contract", "nationality", "promises", "other", "transfers", "visa":
			continue
		}
		for p := line.own(); p < line.parts.hi; p++ {
			part := &a.parts[p]
			for i := part.lo; i < part.hi; {
				t := &a.tokens[i]
				if t.kind != advertNumber && (t.class&isNumber == 0 || !t.first) {
					i++
					continue
				}
				m, ok := a.amount(line.tokenRange, i)
				if !ok {
					i++
					continue
				}
				if s := a.payScore(line, part, &m); s > score {
					best, score, where = m, s, n
				}
				i = max(m.next, i+1)
			}
		}
	}
	if score == 0 {
		a.readPraise()
		return
	}
	a.settle(&a.lines[where], best)
}

// settle states the pay that was found.
func (a *advert) settle(line *advertLine, m advertAmount) {
	o := &a.offer
	if m.code == "-" { // USDT is no currency of ISO 4217
		r := tokenRange{min(m.lo, m.money.lo), max(m.hi, m.money.hi)}
		o.Pay = a.span("/pay", r)
	} else {
		text := decimal(m.low)
		if m.high > 0 {
			text += "-" + decimal(m.high)
		}
		if m.bound != "" {
			text = m.bound + " " + text
		}
		a.span("/pay", m.tokenRange)
		o.Pay = text
		a.readCurrency(m)
	}
	a.readPeriod(line, m)
}

// payScore says how much an amount looks like pay; 0 is not at all.
func (a *advert) payScore(line *advertLine, part *advertPart, m *advertAmount) int {
	score := 0
	if line.label == "pay" {
		score += 8
	}
	lo := m.lo
	if m.code != "" {
		score += 2
		lo = min(lo, m.money.lo)
	}
	switch {
	case part.class&isPay != 0 && (part.class&isFee == 0 || line.label == "pay"):
		score += 4
	case line.class&isPay != 0:
		score++
	}
	if m.times {
		score++
	}
	period, _ := a.periodAfter(line, *m)
	if period.hi > 0 {
		score += 2
	}
	if line.label != "pay" && (part.fee || part.class&isFee != 0 || part.class&isGift != 0 && part.class&isPay == 0 && period.hi == 0 || a.marked(m.lo, inVenue) && part.class&isPay == 0) {
		return 0
	}
	if m.code == "" && (a.unpaid(line.tokenRange, part, m) || score < 2) {
		return 0
	}
	if m.code == "" && line.label == "pay" && m.low < 5000 && !m.times {
		return 0
	}
	// "Overtime AED 10": what an allowance comes to.
	for j := lo - 1; j >= part.lo && j >= lo-3; j-- {
		if a.tokens[j].class&isExtra == isExtra && line.label != "pay" && a.tokens[j].class&isPay == 0 {
			return 0
		}
	}
	return score
}

// unpaid reports whether a number without a currency is none of money: a telephone
// number, a date, an age, hours, how many are wanted.
func (a *advert) unpaid(line tokenRange, part *advertPart, m *advertAmount) bool {
	lo := m.lo
	for a.tokens[lo].kind != advertNumber && a.tokens[lo].class&isNumber == 0 && lo+1 < m.hi {
		lo++
	}
	if m.hi < line.hi && a.tokens[m.hi].class&isUnit != 0 && a.tokens[m.hi].class&(isTimes|isPeriod) == 0 || a.sign(m.hi, '%') || a.sign(m.hi, '/') && a.tight(m.hi) && m.hi+1 < line.hi && a.tokens[m.hi+1].kind == advertNumber {
		return true
	}
	if next := m.hi; next < line.hi && a.tokens[next].class&isUnit != 0 && !m.times && m.low < 100_000 {
		return true // "8 hr"
	}
	if lo > line.lo && a.tight(lo) && !a.sign(lo-1, '-') && !a.sign(lo-1, ':') && !a.sign(lo-1, '(') && a.tokens[lo-1].class&(isMoney|isPay) == 0 {
		return true // "+91", "/2022", "N4"
	}
	if lo > line.lo+1 && a.sign(lo-1, '-') && a.tight(lo) && a.tight(lo-1) && a.tokens[lo-2].class&isPay == 0 {
		return true
	}
	if m.low >= 10_000_000_000 && bytes.IndexByte(a.word(lo), ',') < 0 && !m.times || a.telephone(tokenRange{lo, min(lo+6, part.hi)}) {
		return true
	}
	return m.low < 100_000 && !m.times
}

// readCurrency states the currency of an amount, when the advert tells it.
func (a *advert) readCurrency(m advertAmount) {
	o := &a.offer
	code, where := m.code, m.money
	if code == "" && m.rupees.hi > 0 {
		code, where = "?RS", m.rupees
	}
	if code == "" {
		return
	}
	if code[0] == '?' {
		code = a.shared(code[1:])
	}
	if code != "" {
		o.Currency = code
		a.span("/currency", where)
	}
}

// shared settles a name that several currencies have by what else the advert says.
func (a *advert) shared(name string) string {
	mentions := func(code string) bool {
		for i := range a.tokens {
			if t := &a.tokens[i]; t.class&(isPlace|isNation) != 0 && t.value == code {
				return true
			}
		}
		return false
	}
	switch name {
	case "RS":
		for _, c := range [...][3]string{{"NP", "NPR", "ne"}, {"PK", "PKR", "ur"}, {"LK", "LKR", "si"}} {
			if a.offer.Nationality == c[0] || a.lang == c[2] || mentions(c[0]) && !mentions("IN") {
				return c[1]
			}
		}
		return "INR"
	case "RIYAL":
		return a.ofDestination("SA", "SAR", "QA", "QAR", "OM", "OMR")
	case "DINAR":
		return a.ofDestination("KW", "KWD", "BH", "BHD", "JO", "JOD", "IQ", "IQD")
	case "YUAN":
		return a.ofDestination("CN", "CNY", "JP", "JPY")
	}
	return ""
}

// ofDestination returns the currency of the one destination that is among the countries.
func (a *advert) ofDestination(pairs ...string) (code string) {
	for i := 0; i+1 < len(pairs); i += 2 {
		for _, d := range a.offer.Destinations {
			if d == pairs[i] {
				if code != "" {
					return ""
				}
				code = pairs[i+1]
			}
		}
	}
	return code
}

// readPeriod states the period of an amount: what stands behind it, else before it.
func (a *advert) readPeriod(line *advertLine, m advertAmount) {
	r, period := a.periodAfter(line, m)
	if r.hi == 0 {
		return
	}
	a.offer.PayPeriod = PayPeriod(period)
	a.span("/payPeriod", r)
}

func (a *advert) periodAfter(line *advertLine, m advertAmount) (tokenRange, string) {
	const far = 6
	for j, n := m.next, 0; j < line.hi && n < far; j, n = j+1, n+1 {
		t := &a.tokens[j]
		if t.class&isPeriod != 0 && t.first {
			return tokenRange{j, j + t.size}, t.value
		}
		if a.sign(j, ',') && line.label != "pay" || t.kind == advertNumber || t.class&(isFee|isVisa) != 0 {
			break
		}
	}
	from := m.lo
	if m.code != "" {
		from = min(from, m.money.lo)
	}
	for j, n := from-1, 0; j >= line.lo && n < far; j, n = j-1, n+1 {
		t := &a.tokens[j]
		if t.class&isPeriod != 0 {
			r := a.phraseAt(j)
			if r.lo > line.lo && a.tokens[r.lo-1].kind == advertNumber {
				break // "8 hours"
			}
			return r, t.value
		}
		if a.sign(j, ',') || t.kind == advertNumber || t.class&isGift != 0 {
			break
		}
	}
	for j := line.labelAt.lo; j < line.labelAt.hi; j++ {
		if t := &a.tokens[j]; t.class&isPeriod != 0 {
			return a.phraseAt(j), t.value
		}
	}
	return tokenRange{}, ""
}

// readPraise reads words that stand for pay: "Salary: negotiable", "attractive salary".
func (a *advert) readPraise() {
	for n := range a.lines {
		line := &a.lines[n]
		if line.label == "pay" && line.parts.lo < line.parts.hi {
			if r := a.trim(a.parts[line.parts.lo].tokenRange); r.lo < r.hi {
				a.offer.Pay = a.span("/pay", r)
				return
			}
		}
	}
	for p := range a.parts {
		part := &a.parts[p]
		if part.class&isPraise == 0 || part.class&isPay == 0 || part.class&isFee != 0 {
			continue
		}
		pay, praise := -1, -1
		for i := part.lo; i < part.hi; i++ {
			t := &a.tokens[i]
			if t.class&isPay != 0 {
				pay = i
			}
			if t.class&isPraise != 0 && praise < 0 {
				praise = i
			}
			if pay >= 0 && praise >= 0 && max(pay-praise, praise-pay) <= 4 {
				lo, hi := a.phraseAt(min(pay, praise)).lo, a.phraseAt(max(pay, praise)).hi
				a.offer.Pay = a.span("/pay", tokenRange{lo, hi})
				return
			}
		}
	}
}
