package incident

import (
	"bytes"
	"encoding/binary"
)

// plainIdentifier reports whether checker.identifier has nothing to say of an id
// that is short enough.
func plainIdentifier(b []byte) bool {
	if isPlain(b) {
		return b[0] != ' ' || len(bytes.TrimSpace(b)) > 0
	}
	return concerns(b, true) == 0 && len(bytes.TrimSpace(b)) > 0
}

// readable reports whether checker.text has nothing to say of a text.
func readable(b []byte) bool {
	return plainLines(b) || concerns(b, false) == 0
}

// readDate is [ParseDate] for texts that are a date. Years, months, days and
// intervals of days, of which there are most, are read here.
func readDate(b []byte) (Date, bool) {
	const day = len("2024-03-30")
	if len(b) != 2*day+1 {
		if m, ok := readMarked(b); ok {
			return Date{start: m}, true
		}
	} else if b[day] == '/' {
		start, ok := readMoment(b[:day])
		end, ok2 := readMoment(b[day+1:])
		if ok && ok2 && bytes.Compare(b[:day], b[day+1:]) <= 0 {
			return Date{start: start, end: end, interval: true}, true
		}
	}
	d, err := ParseDate(string(b))
	return d, err == nil
}

// readMarked reads a year, a month or a day, which may be marked with ?, ~ or %, or
// a month whose day is XX.
func readMarked(b []byte) (m moment, ok bool) {
	const month = len("2024-03")
	var mark byte
	if c := b[len(b)-1]; c == '?' || c == '~' || c == '%' {
		mark, b = c, b[:len(b)-1]
	}
	if hidden := len(b) == month+3 && string(b[month:]) == "-XX"; hidden {
		m, ok = readMoment(b[:month])
		m.shape = hiddenDay
	} else if n := len(b); n == month || n == month+3 || n == month-3 {
		m, ok = readMoment(b)
	}
	m.doubt = mark
	return m, ok
}

// readMoment reads a year, a month or a day with all its digits; b is of their
// length.
func readMoment(b []byte) (m moment, ok bool) {
	if cap(b) < 8 {
		b = append(make([]byte, 0, 8), b...)
	}
	mask := ^uint64(0) >> ((64 - 8*min(len(b), 8)) & 63)
	w := binary.LittleEndian.Uint64(b[:8])&mask | 0x2d_3130_2d_3030_3030&^mask // 0000-01- behind it
	day := 1
	if len(b) == len("2024-03-30") {
		day = int(b[8]-'0')*10 + int(b[9]-'0')
		if b[8] < '0' || b[8] > '9' || b[9] < '0' || b[9] > '9' {
			return m, false
		}
	}
	// Each byte of x is a digit's number, of the hyphens 0; other bytes leave one
	// that is more than 9, or borrow from the next.
	x := w - 0x2d_3030_2d_3030_3030
	if (x+0x0076_7600_7676_7676|x)&highs != 0 || x&0xff00_00ff_0000_0000 != 0 {
		return m, false
	}
	year := int(x&15)*1000 + int(x>>8&15)*100 + int(x>>16&15)*10 + int(x>>24&15)
	month := int(x>>40&15)*10 + int(x>>48&15)
	if month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return m, false
	}
	m = moment{shape: byYear, year: int16(year)}
	if len(b) > 4 {
		m.shape, m.month = byMonth, uint8(month)
	}
	if len(b) > 7 {
		m.shape, m.day = byDay, uint8(day)
	}
	return m, true
}

// readCount is [ParseCount] for texts that are a count. Plain numbers, of which
// there are most, and those with an operator are read here.
func readCount(b []byte) (Count, bool) {
	if n, ok := readNumber(b); ok && (b[0] != '0' || len(b) == 1) {
		return Count{n, n, n, hasAll}, true
	}
	op, digits := b[0], b[1:]
	equal := len(digits) > 0 && digits[0] == '='
	if equal {
		digits = digits[1:]
	}
	if len(digits) > 0 && (digits[0] != '0' || len(digits) == 1) {
		n, ok := readNumber(digits)
		switch {
		case !ok:
		case op == '~' && !equal:
			return About(n), true
		case op == '>' && equal:
			return AtLeast(n), true
		case op == '<' && equal:
			return AtMost(n), true
		case op == '>':
			return MoreThan(n), true
		case op == '<' && n > 0:
			return LessThan(n), true
		}
	}
	c, err := ParseCount(string(b))
	return c, err == nil
}

// readNumber reads up to eight digits at once, and none of other texts.
func readNumber(b []byte) (n int64, ok bool) {
	if len(b) > 8 || cap(b) < 8 {
		return 0, false
	}
	// The digits behind the zeros that stand for those that are not there; the
	// first digit is in the lowest byte.
	gap := 64 - 8*len(b)
	x := binary.LittleEndian.Uint64(b[:8])<<gap | 0x3030303030303030&(1<<gap-1)
	x -= 0x30 * ones
	if (x+0x76*ones|x)&highs != 0 {
		return 0, false
	}
	x = x*10 + x>>8                                    // pairs of digits, in every other byte
	x = (x & 0x00ff00ff00ff00ff * (1 + 100<<16)) >> 16 // four digits
	x = (x & 0x0000ffff0000ffff * (1 + 10000<<32)) >> 32
	return int64(x), true
}

// readDegrees is [ParseDegrees] for texts that are degrees. Those with up to eight
// digits on either side of the point, and no more than 15, are read here: without
// the point they are a number that a float64 holds exactly, as it does the power of
// ten, so that the quotient is the nearest there is (Clinger 1990, section 3).
func readDegrees(b []byte) (Degrees, bool) {
	digits := bytes.TrimPrefix(b, []byte("-"))
	if whole, part, found := bytes.Cut(digits, []byte(".")); found && len(whole) > 0 && len(part) > 0 && len(digits) <= 16 {
		n, ok := readNumber(whole)
		m, ok2 := readNumber(part)
		if ok && ok2 {
			unit := [...]int64{1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8}[len(part)]
			deg := float64(n*unit+m) / float64(unit)
			if len(digits) < len(b) {
				deg = -deg
			}
			return MakeDegrees(deg), true
		}
	}
	d, err := ParseDegrees(string(b))
	return d, err == nil
}
