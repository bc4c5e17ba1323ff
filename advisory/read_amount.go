package advisory

import (
	"bytes"
	"strconv"
)

// advertAmount is an amount of money, or a range, in an advert.
type advertAmount struct {
	tokenRange            // from the bound or the first number to the last
	low, high  int64      // in thousandths; high is 0 when there is one number
	bound      string     // up to, over, at least
	money      tokenRange // the currency
	code       string     // of the currency, as the table has it
	times      bool       // it is in thousands or lakhs
	rupees     tokenRange // lakh or hazaar
	next       int        // the token after all of it
}

// amount reads the amount whose first number is token i of a line.
func (a *advert) amount(line tokenRange, i int) (m advertAmount, ok bool) {
	low, next, times, ok := a.number(line, i)
	if !ok {
		return m, false
	}
	m.tokenRange = tokenRange{i, next}
	m.low, m.times = low, times > 1
	m.rupee(a, next, times)
	m.currencyBefore(a, line, i)
	before := i
	if m.code != "" {
		before = m.money.lo
	}
	next = m.currencyAfter(a, line, next)
	next = a.skipDash(line, next)
	if high, end, scale, to := a.rangeEnd(line, next, &m); to {
		if scale > 1 && times == 1 && low < high/scale+1 {
			low *= scale
		}
		if low < high {
			m.low, m.high, m.hi, m.times = low, high, end, m.times || scale > 1
			m.rupee(a, end, scale)
			next = m.currencyAfter(a, line, end)
			next = a.skipDash(line, next)
		}
	}
	if m.code == "" { // "60k/month PHP"
		for j := next; j < line.hi && j < next+3; j++ {
			if a.tokens[j].class&isPeriod != 0 && a.tokens[j].first {
				if j += a.tokens[j].size; j < line.hi && a.tokens[j].class&isMoney != 0 {
					m.code, m.money = a.tokens[j].value, a.phraseAt(j)
				}
				break
			}
		}
	}
	m.next = next
	for m.next < line.hi && a.sign(m.next, '+') {
		m.next++
	}
	if m.high == 0 {
		m.bounds(a, line, before)
	}
	return m, true
}

// skipDash skips the "/-" that Indians write behind an amount.
func (a *advert) skipDash(line tokenRange, i int) int {
	if i+1 < line.hi && a.sign(i, '/') && a.sign(i+1, '-') {
		return i + 2
	}
	return i
}

// rangeEnd reads the second number of a range, which may have a currency before it.
func (a *advert) rangeEnd(line tokenRange, i int, m *advertAmount) (high int64, end int, scale int64, ok bool) {
	switch {
	case i >= line.hi:
		return 0, 0, 0, false
	case a.sign(i, '-'):
		i++
	case a.tokens[i].class&isSpan != 0 && a.tokens[i].first:
		i += a.tokens[i].size
	default:
		return 0, 0, 0, false
	}
	for i < line.hi && (a.tokens[i].class&isMoney != 0 || a.sign(i, '.')) {
		i++
	}
	if i >= line.hi {
		return 0, 0, 0, false
	}
	high, end, scale, ok = a.number(line, i)
	if ok && m.code == "" && end < line.hi && a.tokens[end].class&isUnit != 0 && a.tokens[end].class&(isTimes|isMoney) == 0 {
		return 0, 0, 0, false // "800 to 10 hours"
	}
	return high, end, scale, ok
}

// rupee notes a multiple that only countries with rupees and taka have.
func (m *advertAmount) rupee(a *advert, end int, times int64) {
	if times < 2 {
		return
	}
	switch string(a.word(end - 1)) {
	case "k", "thousand", "thousands", "libo", "libong", "milion", "milyon", "m", "thou":
		return
	}
	m.rupees = tokenRange{end - 1, end}
}

func (m *advertAmount) currencyBefore(a *advert, line tokenRange, i int) {
	j := i - 1
	if j > line.lo && (a.sign(j, '.') || a.sign(j, ':')) {
		j--
	}
	if j < line.lo {
		return
	}
	if a.tokens[j].class&isMoney != 0 {
		m.code, m.money = a.tokens[j].value, a.phraseAt(j)
		return
	}
	if w := a.word(j); len(w) == 1 && w[0] == 'p' && a.tight(i) && a.lang == "fil" {
		m.code, m.money = "PHP", tokenRange{j, j + 1}
	}
}

// currencyAfter reads a currency behind an amount and returns the token after it.
func (m *advertAmount) currencyAfter(a *advert, line tokenRange, i int) int {
	j := i
	for j < line.hi && (a.sign(j, '+') || a.sign(j, '/') && a.sign(j+1, '-') || a.sign(j, '-') && a.sign(j-1, '/')) {
		j++
	}
	if j < line.hi && a.tokens[j].class&isMoney != 0 {
		// Of "10,000 INR 5,000" the currency belongs to what stands behind it.
		r := a.phraseAt(j)
		if m.code == "" || m.code[0] == '?' || m.code == "USD" && a.sign(m.money.lo, '$') {
			m.code, m.money = a.tokens[j].value, r
		}
		return r.hi
	}
	return i
}

// phraseAt returns the phrase in which token i stands.
func (a *advert) phraseAt(i int) tokenRange {
	for i > 0 && !a.tokens[i].first {
		i--
	}
	return tokenRange{i, i + max(a.tokens[i].size, 1)}
}

// bounds reads "up to" and its like before or behind an amount.
func (m *advertAmount) bounds(a *advert, line tokenRange, before int) {
	j := before - 1
	if j >= line.lo && (a.tokens[j].class&isSmall != 0 && a.tokens[j].class&isBound == 0 || a.sign(j, '.') || a.sign(j, ':')) {
		j--
	}
	if j >= line.lo && a.tokens[j].class&isBound != 0 {
		m.bound, m.lo = a.tokens[j].value, a.phraseAt(j).lo
		return
	}
	if j := m.next; j < line.hi && a.tokens[j].class&isBound != 0 && a.tokens[j].first {
		if w := a.word(j); w[0] >= 0x80 || string(w) == "tak" || string(w) == "se" {
			m.bound, m.hi = a.tokens[j].value, j+a.tokens[j].size
			m.next = m.hi
		}
	}
}

// number reads a number in digits or words, with the multiple behind it, in thousandths.
func (a *advert) number(line tokenRange, i int) (n int64, next int, times int64, ok bool) {
	t := &a.tokens[i]
	times = 1
	switch {
	case t.kind == advertNumber && t.class&isNumber == 0:
		n, ok = milli(a.word(i))
		next = i + 1
	case t.class&isNumber != 0 && t.first:
		f, err := strconv.ParseFloat(t.value, 64)
		n, ok, next = int64(f*1000), err == nil, i+t.size
		if next >= line.hi || a.tokens[next].class&isTimes == 0 {
			return 0, 0, 0, false // "one", "do" alone
		}
	}
	if !ok {
		return 0, 0, 0, false
	}
	for next < line.hi && a.tokens[next].class&isTimes != 0 && a.tokens[next].first {
		by, err := strconv.ParseInt(a.tokens[next].value, 10, 64)
		if err != nil || n > 1<<50/by || times > 1 {
			break
		}
		n, times = n*by, by
		next += a.tokens[next].size
	}
	return n, next, times, true
}

// milli reads digits with commas and points in thousandths: "1,00,000", "11.50", "2.800".
func milli(w []byte) (int64, bool) {
	dot := bytes.LastIndexByte(w, '.')
	whole, fraction := w, []byte(nil)
	if dot >= 0 {
		fraction = w[dot+1:]
		whole = w[:dot]
		if bytes.IndexByte(whole, '.') >= 0 || len(fraction) == 3 && bytes.IndexByte(whole, ',') < 0 && len(whole) <= 3 {
			whole, fraction = w, nil // points between thousands
		}
	}
	var n int64
	for _, c := range whole {
		if c == ',' || c == '.' {
			continue
		}
		if n > 1e12 {
			return 0, false
		}
		n = 10*n + int64(c-'0')
	}
	n *= 1000
	for i, unit := 0, int64(100); i < len(fraction) && i < 3; i, unit = i+1, unit/10 {
		if fraction[i] == ',' {
			return 0, false
		}
		n += int64(fraction[i]-'0') * unit
	}
	return n, true
}

// decimal writes thousandths, with two decimals when they are not whole.
func decimal(n int64) string {
	s := strconv.FormatInt(n/1000, 10)
	if rest := n % 1000 / 10; rest > 0 {
		s += "." + string([]byte{'0' + byte(rest/10), '0' + byte(rest%10)})
	}
	return s
}
