package advisory_test

import (
	"strings"
	"testing"
	"time"

	"github.com/rescuetally/rescuetally/advisory"
)

// What a text costs grows with its length and no faster, whatever is repeated in it.
func TestReadOfferCost(t *testing.T) {
	units := []string{
		" ", "-", ":", ",", "(", "a", "a ", "A ", "a-", "1", "1 ", "1-", "1,", "no ", "no, ", "fee, ", "no fee, ", "visa, ", "visa and ", "salary ", "salary: ", "salary 500-", "USD ", "$", "$1 ", "$1-",
		"1 lakh ", "lakh ", "from ", "up to ", "Bangkok ", "Bangkok, ", "not for ", "driver, ", "driver / ", "Driver ", "hiring ", "hiring 1 ", "Indian ", "Indian, ", "for ", "only ", "agency ", "Agency ", "Manpower & ",
		"licence ", "licence no. ", "RC-", "B-1/", "/", "via ", "> ", "free ", "food, ", "food or ", "food + ", "interview, ", "DM ", "pm ", "@a ", "office ", "\n", "a\n", "salary:\n", "🇹🇭", "🔥", "\u0301", "\u200b", "ﷺ", "\xff", "नहीं ", "फीस, ", "ltd. ", "ltd, ", ". ", "role: ", "driver (", "two ", "per ", "month ", "500 hr ", "chat (",
		"Bangkok-", "food/", "A.", "a@", "1.1", "tourist ", "visa on ", "5 posts ", "position - ", "company: ", "Indian only, ", "office in ", "we ", "is hiring ", "A ltd ", "DM, Bangkok, ", "licence a-", "agency Bangkok, ", "1 + ", "fly, by car, ", "no a or b ", "interview, Bangkok driver, ",
	}
	const tooLong = time.Second // what takes long takes some 20 ms, and what grows with the square many seconds
	for _, unit := range units {
		text := strings.Repeat(unit, 60_000/len(unit))
		took := time.Hour
		for try := 0; try < 3 && took > tooLong; try++ { // a busy machine is no finding
			start := time.Now()
			advisory.ReadOffer(text, "")
			took = min(took, time.Since(start))
		}
		if took > tooLong {
			t.Errorf("60 kB of %q took %v", unit, took)
		}
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
