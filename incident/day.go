package incident

// A Day is a day of the proleptic Gregorian calendar, counted from 0000-01-01,
// which is 1. The zero Day is not stated. Days compare with < and subtract as
// integers. A Day knows no time zone: it is the day as the source printed it.
type Day int32

// epoch moves the calendar's arithmetic, whose day 0 is 0000-03-01 of an era,
// so that 0000-01-01 is day 1.
const epoch = 61

// MakeDay returns the day of a year from 0 to 9999, a month from 1 to 12 and a
// day of that month, and whether there is such a day.
func MakeDay(year, month, day int) (Day, bool) {
	if year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0, false
	}
	return dayNumber(year, month, day), true
}

// dayNumber counts days by eras of 400 years, with years that begin in March.
func dayNumber(year, month, day int) Day {
	if month <= 2 {
		year--
	}
	era := (year + 400) / 400 // one era up keeps year −1 from rounding towards zero
	yearOfEra := year + 400 - era*400
	dayOfYear := (153*((month+9)%12)+2)/5 + day - 1
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return Day((era-1)*146097 + dayOfEra + epoch)
}

// Date returns year, month and day of d, which must be stated.
func (d Day) Date() (year, month, day int) {
	z := int(d) - epoch + 146097
	era := z / 146097
	dayOfEra := z - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	shifted := (5*dayOfYear + 2) / 153
	day = dayOfYear - (153*shifted+2)/5 + 1
	month = (shifted+2)%12 + 1
	year = yearOfEra + (era-1)*400
	if month <= 2 {
		year++
	}
	return year, month, day
}

// IsZero reports whether d is not stated.
func (d Day) IsZero() bool { return d == 0 }

// String returns d as "2024-03-30"; it is empty when d is not stated.
func (d Day) String() string {
	b, _ := d.AppendText(nil)
	return string(b)
}

// MarshalText returns the text of [Day.String]. It never fails.
func (d Day) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// AppendText appends the text of [Day.String] to b. It never fails.
func (d Day) AppendText(b []byte) ([]byte, error) {
	if d == 0 {
		return b, nil
	}
	y, m, day := d.Date()
	b = pad(b, y, 4)
	b = pad(append(b, '-'), m, 2)
	return pad(append(b, '-'), day, 2), nil
}

// UnmarshalText reads a day such as "2024-03-30", or the empty text. The error
// is a [*SyntaxError] with a code of [ParseDate], and [CodeDateSyntax] for a
// date that is not one day.
func (d *Day) UnmarshalText(text []byte) error {
	date, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	if date.start.shape != unstated && (date.start.shape != byDay || date.interval || date.Qualified()) {
		return dateError(CodeDateSyntax, "write one day, such as 2024-03-30")
	}
	*d, _ = date.Earliest()
	return nil
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
