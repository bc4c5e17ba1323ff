package incident

import "fmt"

// A Day is a day of the proleptic Gregorian calendar, as the number of days
// since 1970-01-01. Days compare with < and subtract as integers. It knows no
// time zone: it is the day as the source printed it.
type Day int32

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
	return Day((era-1)*146097 + dayOfEra - 719468)
}

// Date returns year, month and day of d.
func (d Day) Date() (year, month, day int) {
	z := int(d) + 719468 + 146097
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

// String returns d as "2024-03-30".
func (d Day) String() string {
	y, m, day := d.Date()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
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
