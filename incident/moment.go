package incident

import (
	"strconv"
	"strings"
)

// moment is one end of an interval, or a date that is none.
type moment struct {
	shape      shape
	year       int16
	month, day uint8 // month 21 to 24 is a season
	hidden     uint8 // how many digits of the year are X, from the right
	doubt      byte  // '?', '~', '%' or 0
}

// shape tells what a moment states.
type shape uint8

const (
	unstated    shape = iota
	byYear            // 2024, 201X, 20XX
	byMonth           // 2024-03
	bySeason          // 2024-21
	byDay             // 2024-03-30
	hiddenMonth       // 2024-XX
	hiddenDay         // 2024-03-XX
	hiddenBoth        // 2024-XX-XX
	open              // ..
	unknown           // nothing before or after the slash
)

func (m moment) date() Date {
	if m.shape == open || m.shape == unknown {
		return Date{}
	}
	return Date{start: m}
}

func (m moment) earliest() (Day, bool) {
	y := int(m.year)
	switch m.shape {
	case byYear, hiddenMonth, hiddenBoth:
		return dayNumber(y, 1, 1), true // hidden digits are kept as 0
	case byMonth, hiddenDay:
		return dayNumber(y, int(m.month), 1), true
	case bySeason:
		if m.month == 21 || m.month == 23 { // March to May in one hemisphere, September to November in the other
			return dayNumber(y, 3, 1), true
		}
		return max(dayNumber(y-1, 12, 1), 1), true
	case byDay:
		return dayNumber(y, int(m.month), int(m.day)), true
	}
	return 0, false
}

func (m moment) latest() (Day, bool) {
	y := int(m.year)
	switch m.shape {
	case byYear, hiddenMonth, hiddenBoth:
		span := [...]int{0, 9, 99}[m.hidden]
		return dayNumber(y+span, 12, 31), true
	case byMonth, hiddenDay:
		return dayNumber(y, int(m.month), daysIn(y, int(m.month))), true
	case bySeason:
		if m.month == 21 || m.month == 23 {
			return dayNumber(y, 11, 30), true
		}
		return dayNumber(y+1, 2, daysIn(y+1, 2)), true
	case byDay:
		return dayNumber(y, int(m.month), int(m.day)), true
	}
	return 0, false
}

// inMonth reports whether m lies in the month that it holds.
func (m moment) inMonth() bool { return m.shape == byDay || m.shape == byMonth || m.shape == hiddenDay }

func (m moment) append(b []byte) []byte {
	switch m.shape {
	case unstated, unknown:
		return b
	case open:
		return append(b, '.', '.')
	}
	at := len(b)
	b = pad(b, int(m.year), 4)
	for i := range int(m.hidden) {
		b[at+3-i] = 'X'
	}
	switch m.shape {
	case byMonth, bySeason:
		b = pad(append(b, '-'), int(m.month), 2)
	case byDay:
		b = pad(append(b, '-'), int(m.month), 2)
		b = pad(append(b, '-'), int(m.day), 2)
	case hiddenMonth:
		b = append(b, "-XX"...)
	case hiddenDay:
		b = pad(append(b, '-'), int(m.month), 2)
		b = append(b, "-XX"...)
	case hiddenBoth:
		b = append(b, "-XX-XX"...)
	}
	if m.doubt != 0 {
		b = append(b, m.doubt)
	}
	return b
}

// pad appends n with leading zeros up to width digits.
func pad(b []byte, n, width int) []byte {
	for limit := [...]int{0, 0, 10, 100, 1000}[width]; limit > 1 && n < limit; limit /= 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// parseMoment reads one date without a slash.
func parseMoment(s string) (m moment, err error) {
	if n := len(s); n > 0 && strings.IndexByte("?~%", s[n-1]) >= 0 {
		m.doubt = s[n-1]
		s = s[:n-1]
	}
	if strings.ContainsAny(s, "?~%") {
		return moment{}, dateError(CodeDateLevel2, "a mark on a part of a date is EDTF level 2: put ?, ~ or % at the end")
	}
	year, rest, hasMonth := strings.Cut(s, "-")
	month, day, hasDay := strings.Cut(rest, "-")
	if !wellFormed(year, 4) || hasMonth && !wellFormed(month, 2) || hasDay && !wellFormed(day, 2) {
		return moment{}, dateError(CodeDateSyntax, "write the date as 2024, 2024-03 or 2024-03-30 (EDTF level 0 or 1)")
	}
	m.hidden = uint8(strings.Count(year, "X"))
	monthHidden, dayHidden := month == "XX", day == "XX"
	switch {
	case m.hidden > 2 || strings.TrimRight(year, "X") != year[:4-m.hidden],
		m.hidden > 0 && hasMonth,
		!monthHidden && strings.Contains(month, "X"), !dayHidden && strings.Contains(day, "X"),
		monthHidden && hasDay && !dayHidden:
		return moment{}, dateError(CodeDateLevel2, "digits left open elsewhere than at the end are EDTF level 2")
	}
	m.year = int16(digits(year))
	switch {
	case !hasMonth:
		m.shape = byYear
		return m, nil
	case monthHidden && hasDay:
		m.shape = hiddenBoth
		return m, nil
	case monthHidden:
		m.shape = hiddenMonth
		return m, nil
	}
	m.month = uint8(digits(month))
	switch {
	case m.month >= 21 && m.month <= 24 && !hasDay:
		m.shape = bySeason
	case m.month >= 25 && m.month <= 41 && !hasDay:
		return moment{}, dateError(CodeDateLevel2, "quarters, halves and seasons of a hemisphere are EDTF level 2")
	case m.month < 1 || m.month > 12:
		return moment{}, dateError(CodeDateSyntax, "months run from 01 to 12, seasons from 21 to 24")
	case !hasDay:
		m.shape = byMonth
	case dayHidden:
		m.shape = hiddenDay
	default:
		m.shape, m.day = byDay, uint8(digits(day))
		if _, ok := MakeDay(int(m.year), int(m.month), int(m.day)); !ok {
			return moment{}, dateError(CodeDateSyntax, "there is no such day in that month")
		}
	}
	return m, nil
}

// wellFormed reports whether s has n digits, X among them.
func wellFormed(s string, n int) bool {
	for i := range len(s) {
		if (s[i] < '0' || s[i] > '9') && s[i] != 'X' {
			return false
		}
	}
	return len(s) == n
}

// digits returns the number of s, with X as 0.
func digits(s string) (n int) {
	for i := range len(s) {
		n *= 10
		if s[i] != 'X' {
			n += int(s[i] - '0')
		}
	}
	return n
}
