package advisory_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rescuetally/rescuetally/advisory"
)

// BenchmarkReadOfferHostile reads texts in which something is repeated, and says how much
// more of it costs: "times" is what 60 kB take compared with 15 kB, which is 4 when the
// cost grows as the text does.
func BenchmarkReadOfferHostile(b *testing.B) {
	units := []string{
		" ", "-", ":", ",", "(", "a", "a ", "A ", "a-", "1", "1 ", "1-", "1,", "no ", "no, ", "fee, ", "no fee, ", "visa, ", "visa and ", "salary ", "salary: ", "salary 500-", "USD ", "$", "$1 ", "$1-",
		"1 lakh ", "lakh ", "from ", "up to ", "Bangkok ", "Bangkok, ", "not for ", "driver, ", "driver / ", "Driver ", "hiring ", "hiring 1 ", "Indian ", "Indian, ", "for ", "only ", "agency ", "Agency ", "Manpower & ",
		"licence ", "licence no. ", "RC-", "B-1/", "/", "via ", "> ", "free ", "food, ", "food or ", "food + ", "interview, ", "DM ", "pm ", "@a ", "office ", "\n", "a\n", "salary:\n", "🇹🇭", "🔥", "\u0301", "\u200b", "ﷺ", "\xff", "नहीं ", "फीस, ", "ltd. ", "ltd, ", ". ", "role: ", "driver (", "two ", "per ", "month ", "500 hr ", "chat (",
		"Bangkok-", "food/", "A.", "a@", "1.1", "tourist ", "visa on ", "5 posts ", "position - ", "company: ", "Indian only, ", "office in ", "we ", "is hiring ", "A ltd ", "DM, Bangkok, ", "licence a-", "agency Bangkok, ", "1 + ", "fly, by car, ", "no a or b ", "interview, Bangkok driver, ",
	}
	read := func(b *testing.B, text string) time.Duration {
		best := time.Hour
		for range 3 {
			start := time.Now()
			advisory.ReadOffer(text, "")
			best = min(best, time.Since(start))
		}
		return best
	}
	for _, unit := range units {
		b.Run(strconv.Quote(unit), func(b *testing.B) {
			short, long := strings.Repeat(unit, 15_000/len(unit)), strings.Repeat(unit, 60_000/len(unit))
			ratio := float64(read(b, long)) / float64(read(b, short))
			for b.Loop() {
				advisory.ReadOffer(long, "")
			}
			b.ReportMetric(ratio, "times")
		})
	}
}

// Of a text of more than 64 KiB the first 64 KiB are read, less what would cut a rune.
func TestReadOfferLimit(t *testing.T) {
	const limit = 64 << 10
	text := "Salary: $900. " + strings.Repeat("द", limit/3) + " Tourist visa"
	o, spans := advisory.ReadOffer(text, "en")
	if o.Text != text || o.Pay != "900" || o.Visa != "" {
		t.Errorf("pay %q, visa %q, text of %d bytes", o.Pay, o.Visa, len(o.Text))
	}
	for _, s := range spans {
		if s.End > limit {
			t.Errorf("%s was read behind the limit", s.Path)
		}
	}
}

// Goroutines may read at the same time, the first time too.
func TestReadOfferConcurrent(t *testing.T) {
	list := adverts(t)
	for range 4 {
		t.Run("reader", func(t *testing.T) {
			t.Parallel()
			for _, a := range list {
				advisory.ReadOffer(a.Text, a.Lang)
			}
		})
	}
}

func BenchmarkReadOffer(b *testing.B) {
	var text strings.Builder
	for _, a := range adverts(b) {
		if text.Len() < 1000 {
			text.WriteString(a.Text)
			text.WriteByte('\n')
		}
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		advisory.ReadOffer(text.String(), "")
	}
}
