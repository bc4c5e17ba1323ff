package capio

import (
	"cmp"
	"strconv"

	"github.com/rescuetally/rescuetally/incident"
)

// A Time is a moment as CAP writes it (CAP 1.2, section 3.3.2): a day, a time of day to
// the second and the offset from UTC, such as 2024-03-30T09:00:00+07:00. UTC is -00:00,
// and Z does not exist. The zero Time is not stated.
//
// Times are comparable: two are == when they are written alike. Whether they are the
// same moment, [Time.Compare] says.
type Time struct {
	day    incident.Day
	second int32 // of the day; 86,400 for 24:00:00
	zone   int16 // minutes east of UTC
	minus  bool  // the offset is written with a minus sign, which -00:00 may be
}

// secondsOfDay is how many seconds a day has; UTC's leap seconds cannot be written.
const secondsOfDay = 24 * 60 * 60

// TimeOf returns a moment of a day in UTC, by the seconds since its start; seconds that
// no day has are taken for the nearest that it has.
func TimeOf(day incident.Day, second int) Time {
	if day.IsZero() {
		return Time{}
	}
	return Time{day: day, second: int32(min(max(second, 0), secondsOfDay-1)), minus: true}
}

// ParseTime reads YYYY-MM-DDThh:mm:ss with an offset of +hh:mm or -hh:mm. The empty text
// is the zero Time. The error is an [*incident.SyntaxError] with
// [incident.CodeDateSyntax], and does not hold s.
func ParseTime(s string) (Time, error) {
	if s == "" {
		return Time{}, nil
	}
	const form = "0000-00-00T00:00:00+00:00"
	switch {
	case s[len(s)-1] == 'Z' || s[len(s)-1] == 'z':
		return Time{}, timeError("a time zone is written as an offset, -00:00 for UTC, and not as Z")
	case len(s) > 20 && (s[19] == '.' || s[19] == ','):
		return Time{}, timeError("a time has no fraction of a second")
	case len(s) == 19:
		return Time{}, timeError("a time has an offset from UTC, such as +07:00")
	case len(s) != len(form):
		return Time{}, timeError("write the time as 2024-03-30T09:00:00+07:00")
	}
	for i := range len(form) {
		digit := s[i] >= '0' && s[i] <= '9'
		if wanted := form[i]; wanted == '0' && !digit || wanted != '0' && s[i] != wanted && (wanted != '+' || s[i] != '-') {
			return Time{}, timeError("write the time as 2024-03-30T09:00:00+07:00")
		}
	}
	number := func(from, to int) int {
		n, _ := strconv.Atoi(s[from:to])
		return n
	}
	day, ok := incident.MakeDay(number(0, 4), number(5, 7), number(8, 10))
	hour, minute, second := number(11, 13), number(14, 16), number(17, 19)
	zone := 60*number(20, 22) + number(23, 25)
	switch {
	case !ok || number(0, 4) == 0:
		return Time{}, timeError("there is no such day")
	case hour > 24 || minute > 59 || second > 59 || hour == 24 && minute+second > 0:
		return Time{}, timeError("there is no such time of day")
	case zone > 14*60 || number(23, 25) > 59:
		return Time{}, timeError("offsets from UTC run from -14:00 to +14:00")
	}
	t := Time{day: day, second: int32(hour*3600 + minute*60 + second), zone: int16(zone), minus: s[19] == '-'}
	if t.minus {
		t.zone = -t.zone
	}
	return t, nil
}

func timeError(reason string) error {
	return &incident.SyntaxError{Code: incident.CodeDateSyntax, Type: "time", Reason: reason}
}

// IsZero reports whether t is not stated.
func (t Time) IsZero() bool { return t == Time{} }

// Day returns the day that t is written with, in its own offset from UTC.
func (t Time) Day() incident.Day { return t.day }

// Second returns the seconds since the start of that day, up to 86,400.
func (t Time) Second() int { return int(t.second) }

// Offset returns the minutes east of UTC.
func (t Time) Offset() int { return int(t.zone) }

// Compare orders two times as moments, whatever their offsets; the zero Time comes first.
func (t Time) Compare(u Time) int {
	return cmp.Compare(t.moment(), u.moment())
}

// moment counts seconds; those of stated times are above 0.
func (t Time) moment() int64 {
	if t.IsZero() {
		return 0
	}
	return int64(t.day)*secondsOfDay + int64(t.second) - 60*int64(t.zone)
}

// String returns t as [ParseTime] reads it; it is empty when t is not stated.
func (t Time) String() string {
	b, _ := t.AppendText(nil)
	return string(b)
}

// AppendText appends the text of [Time.String] to b. It never fails.
func (t Time) AppendText(b []byte) ([]byte, error) {
	if t.IsZero() {
		return b, nil
	}
	two := func(n int) { b = append(b, byte('0'+n/10), byte('0'+n%10)) }
	b, _ = t.day.AppendText(b)
	b = append(b, 'T')
	two(int(t.second) / 3600)
	b = append(b, ':')
	two(int(t.second) / 60 % 60)
	b = append(b, ':')
	two(int(t.second) % 60)
	sign, zone := byte('+'), int(t.zone)
	if t.minus {
		sign, zone = '-', -zone
	}
	b = append(b, sign)
	two(zone / 60)
	b = append(b, ':')
	two(zone % 60)
	return b, nil
}

// MarshalText returns the text of [Time.String]. It never fails.
func (t Time) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText reads what [ParseTime] reads.
func (t *Time) UnmarshalText(text []byte) (err error) {
	*t, err = ParseTime(string(text))
	return err
}
