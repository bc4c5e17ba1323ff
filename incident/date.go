package incident

import "strings"

// A Date is a day, month, year or season, or an interval of such, as a source
// gave it: EDTF (ISO 8601-2:2019) levels 0 and 1, years 0000 to 9999, without
// times of day. It keeps its precision and its doubt ("2024-03", "2024-03-XX"
// and "2024-03~" are three different Dates) and is never normalised.
//
// The zero Date means "not stated". Dates are comparable: two Dates are == when
// they were written the same. A Date is a value and safe for concurrent use.
type Date struct {
	start, end moment // of an interval; end is the zero moment otherwise
	interval   bool
}

// DateOf returns the Date of one day.
func DateOf(d Day) Date {
	y, m, day := d.Date()
	return Date{start: moment{shape: byDay, year: int16(y), month: uint8(m), day: uint8(day)}}
}

// IsZero reports whether d is not stated.
func (d Date) IsZero() bool { return d == Date{} }

// IsInterval reports whether d is written with a slash.
func (d Date) IsInterval() bool { return d.interval }

// rises reports whether d is an interval of days that starts no later than it ends.
func (d Date) rises() bool {
	if d.start.shape != byDay || d.end.shape != byDay {
		return false
	}
	day := func(m moment) int { return int(m.year)<<16 | int(m.month)<<8 | int(m.day) }
	return day(d.start) <= day(d.end)
}

// Start returns the first date of an interval, and any other Date itself. The
// start of an interval that is open or unknown there is the zero Date.
func (d Date) Start() Date { return d.start.date() }

// End returns the last date of an interval, and any other Date itself. The end
// of an interval that is open or unknown there is the zero Date.
func (d Date) End() Date {
	if d.interval {
		return d.end.date()
	}
	return d
}

// Qualified reports whether d is marked uncertain (?), approximate (~) or both
// (%), at either end.
func (d Date) Qualified() bool { return d.start.doubt != 0 || d.end.doubt != 0 }

// Earliest returns the first day that d allows; ok is false when there is none:
// d is unstated, or an interval whose start is open or unknown. A season may be
// of either hemisphere. The marks ?, ~ and % do not widen a date.
func (d Date) Earliest() (day Day, ok bool) { return d.start.earliest() }

// Latest returns the last day that d allows; ok is false when there is none: d
// is unstated, or an interval whose end is open or unknown.
func (d Date) Latest() (day Day, ok bool) {
	if d.interval {
		return d.end.latest()
	}
	return d.start.latest()
}

// Month returns the year and the month in which all days lie that d allows; ok is
// false when they lie in several, or an end is not known.
func (d Date) Month() (year, month int, ok bool) {
	if d.start.inMonth() && (!d.interval || d.end.inMonth()) {
		same := !d.interval || d.start.year == d.end.year && d.start.month == d.end.month
		return int(d.start.year), int(d.start.month), same
	}
	first, ok := d.Earliest()
	last, ok2 := d.Latest()
	if !ok || !ok2 {
		return 0, 0, false
	}
	year, month, _ = first.Date()
	y, m, _ := last.Date()
	return year, month, y == year && m == month
}

// Year returns the year in which all days lie that d allows; ok is false when they
// lie in several, or an end is not known.
func (d Date) Year() (year int, ok bool) {
	first, ok := d.Earliest()
	last, ok2 := d.Latest()
	if !ok || !ok2 {
		return 0, false
	}
	year, _, _ = first.Date()
	y, _, _ := last.Date()
	return year, y == year
}

// Compare orders d and e in time: −1 when d is before e, 1 when it is after, 0
// when neither. It is certain when the days that the two allow do not overlap,
// or when both are one and the same day, and neither is marked ?, ~ or %.
// Otherwise order is a rule of thumb to sort by: earliest day first, then
// latest. An open or unknown end lies beyond every day; an unstated Date
// compares as 0, not certain.
func (d Date) Compare(e Date) (order int, certain bool) {
	if d.IsZero() || e.IsZero() {
		return 0, false
	}
	dFirst, dLast := d.bounds()
	eFirst, eLast := e.bounds()
	sure := !d.Qualified() && !e.Qualified()
	switch {
	case dLast < eFirst:
		return -1, sure
	case eLast < dFirst:
		return 1, sure
	case dFirst == eFirst && dLast == eLast:
		return 0, sure && dFirst == dLast
	case dFirst < eFirst || dFirst == eFirst && dLast < eLast:
		return -1, false
	}
	return 1, false
}

// bounds returns the days of d with beyond-every-day for missing ends. Those of an
// interval that seems to end before it starts are the two that it lies between.
func (d Date) bounds() (first, last Day) {
	first, ok := d.Earliest()
	if !ok {
		first = -1 << 31
	}
	last, ok = d.Latest()
	if !ok {
		last = 1<<31 - 1
	}
	return min(first, last), max(first, last)
}

// Overlaps reports whether d and e allow a common day. An unstated Date
// overlaps everything, an open or unknown end reaches beyond every day.
func (d Date) Overlaps(e Date) bool {
	if d.IsZero() || e.IsZero() {
		return true
	}
	dFirst, dLast := d.bounds()
	eFirst, eLast := e.bounds()
	return dFirst <= eLast && eFirst <= dLast
}

// String returns d as it was written; it is empty when d is not stated.
func (d Date) String() string {
	b, _ := d.AppendText(nil)
	return string(b)
}

// MarshalText returns the text of [Date.String]. It never fails.
func (d Date) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// AppendText appends the text of [Date.String] to b. It never fails.
func (d Date) AppendText(b []byte) ([]byte, error) {
	b = d.start.append(b)
	if d.interval {
		b = d.end.append(append(b, '/'))
	}
	return b, nil
}

// UnmarshalText sets d to the Date that [ParseDate] reads.
func (d *Date) UnmarshalText(text []byte) error {
	e, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = e
	return nil
}

// ParseDate reads a date of EDTF level 0 or 1 (ISO 8601-2:2019): "2024",
// "2024-03", "2024-03-30", "2024-03-XX", "2024-03~", "2024-21" (a season),
// "2024-01/2024-03", "../2024-03-30", "/2024", "201X". The empty text gives the
// zero Date, "not stated". Days that do not exist are refused, never moved.
//
// The error is a [*SyntaxError]: [CodeDateLevel2] for what only level 2 has,
// [CodeDateOrder] for an interval that certainly ends before it starts, and
// [CodeDateSyntax] otherwise; its Reason names times of day, years of more
// than four digits and negative years.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	if err := refuseByName(s); err != nil {
		return Date{}, err
	}
	first, second, interval := strings.Cut(s, "/")
	if !interval {
		m, err := parseMoment(first)
		return Date{start: m}, err
	}
	d := Date{interval: true}
	var err error
	if d.start, err = parseEnd(first); err != nil {
		return Date{}, err
	}
	if d.end, err = parseEnd(second); err != nil {
		return Date{}, err
	}
	if d.Start().IsZero() && d.End().IsZero() {
		return Date{}, dateError(CodeDateSyntax, "an interval states at least one end")
	}
	if order, certain := d.Start().Compare(d.End()); order > 0 && certain {
		return Date{}, dateError(CodeDateOrder, "the interval ends before it starts: exchange or correct its ends")
	}
	return d, nil
}

func parseEnd(s string) (moment, error) {
	switch s {
	case "..":
		return moment{shape: open}, nil
	case "":
		return moment{shape: unknown}, nil
	}
	return parseMoment(s)
}

// refuseByName names what EDTF has and the format leaves out.
func refuseByName(s string) error {
	switch {
	case strings.ContainsAny(s, "[]{},"):
		return dateError(CodeDateLevel2, "sets of dates are EDTF level 2")
	case strings.HasPrefix(s, "Y"), strings.Contains(s, "/Y"):
		return dateError(CodeDateSyntax, "years of more than four digits (Y…) are not read")
	case strings.ContainsAny(s, "T:Z"):
		return dateError(CodeDateSyntax, "leave out the time of day")
	case strings.HasPrefix(s, "-"), strings.Contains(s, "/-"):
		return dateError(CodeDateSyntax, "negative years are not read")
	case strings.ContainsAny(s, "ES"):
		return dateError(CodeDateLevel2, "exponents and significant digits are EDTF level 2")
	}
	return nil
}

func dateError(code Code, reason string) *SyntaxError {
	return &SyntaxError{Code: code, Type: "date", Reason: reason}
}
