package incident

import (
	"errors"
	"strings"
	"testing"
)

// TestCase48TimesOfDayAreRefused: the day of a moment depends on a time zone,
// so a date with a time is refused by name, in every zone, and no zone of the
// machine changes what a day is.
func TestCase48TimesOfDayAreRefused(t *testing.T) {
	for _, zone := range []string{"", "UTC", "Asia/Kolkata", "Asia/Yangon", "America/New_York", "Pacific/Kiritimati"} {
		t.Setenv("TZ", zone)
		for _, s := range []string{
			"2024-02-29T00:00:00Z", "2024-02-29T23:59:60Z", "2024-02-29T23:59:59+05:30", "2024-02-29T00:15+06:30",
			"2024-03-10T02:30:00-05:00", "2024-02-29T24:00:00Z", "20240229T120000Z", "2024-02-29 10:00",
		} {
			d, err := ParseDate(s)
			e, ok := errors.AsType[*SyntaxError](err)
			if !ok || !d.IsZero() || e.Code != CodeDateSyntax {
				t.Errorf("%q in %q: %v, %v", s, zone, d, err)
			}
			if ok && strings.Contains(s, "T") && strings.Contains(s, "-") && !strings.Contains(e.Reason, "time") {
				t.Errorf("%q: the reason does not name the time of day: %s", s, e.Reason)
			}
		}
		epoch, err := ParseDate("1970-01-01")
		if err != nil {
			t.Fatal(err)
		}
		zero, _ := epoch.Earliest()
		for s, want := range map[string]Day{ // days since 1970-01-01
			"1970-01-01": 0, "1969-12-31": -1, "2000-02-29": 11016, "2024-02-28": 19781, "2024-02-29": 19782, "2024-03-01": 19783, "2024-12-31": 20088,
		} {
			d, err := ParseDate(s)
			first, ok := d.Earliest()
			last, _ := d.Latest()
			if err != nil || !ok || first-zero != want || last != first {
				t.Errorf("%q in %q is day %d to %d, want %d (%v)", s, zone, first-zero, last-zero, want, err)
			}
		}
		for _, s := range []string{"2023-02-29", "1900-02-29", "2024-02-30"} {
			if _, err := ParseDate(s); err == nil {
				t.Errorf("%q is read", s)
			}
		}
	}
}
