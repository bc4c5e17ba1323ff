package advisory

import (
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkScreenHostile screens texts in which something is repeated, and says how much
// more of it costs: "times" is what 32 KiB take compared with 8 KiB, which is 4 when the
// cost grows as the text does.
func BenchmarkScreenHostile(b *testing.B) {
	on := date("2025-01-01")
	screen := func(text string) time.Duration {
		best := time.Hour
		for range 3 {
			start := time.Now()
			Screen(&Offer{Text: text, Nationality: "IN"}, nil, nil, on)
			best = min(best, time.Since(start))
		}
		return best
	}
	for _, unit := range []string{
		"(", "no ", "fee ", "visa fee ", "no fee no visa ", "Agent: A B C\n", "fake agent ", "beware. ", "tourist visa ", "typing x test ", "+91 98", "Rs 5 ",
		"data entry, ", "Thailand ", "free ticket\n", "ticket, food, ", "टूरिस्ट वीज़ा ", "नहीं ", "walang bayad ", "1,00,000 ", "\u200b", "e\u0301", "interview ... ", "a", "😀", "call ",
	} {
		b.Run(strconv.Quote(unit), func(b *testing.B) {
			short, long := strings.Repeat(unit, 8<<10/len(unit)), strings.Repeat(unit, 32<<10/len(unit))
			ratio := float64(screen(long)) / float64(screen(short))
			for b.Loop() {
				Screen(&Offer{Text: long, Nationality: "IN"}, nil, nil, on)
			}
			b.ReportMetric(ratio, "times")
		})
	}
}
