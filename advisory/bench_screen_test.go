package advisory

import (
	"fmt"
	"slices"
	"testing"
)

// manyAdvisories are a thousand, a tenth of them updates of another.
func manyAdvisories() (all []*Advisory) {
	countries := []string{"KH", "MM", "LA", "TH", "PH", "AE", "VN", "MY"}
	lures := []string{"data entry; customer support", "Digital Sales and Marketing Executive", "casino work", "IT jobs on tourist visas"}
	for i := range 1000 {
		a := &Advisory{
			ID: fmt.Sprintf("adv-%d", i), Issuer: fmt.Sprintf("Ministry %d", i%40), Issued: date(fmt.Sprintf("20%02d-%02d-%02d", 21+i%5, 1+i%12, 1+i%28)),
			Destinations: []string{countries[i%8], countries[i/8%8]}, Lures: []string{lures[i%4]},
		}
		if i%10 == 9 {
			a.MsgType, a.References = Update, []string{fmt.Sprintf("adv-%d", i-8)}
		}
		all = append(all, a)
	}
	return all
}

// benchAdvert is an advert of the usual length that shows many flags.
var benchAdvert = Offer{Text: `URGENT HIRING for Thailand (Bangkok)! Customer Service / Data Entry, salary 80,000 - 1,00,000 per month.
Free ticket, free food and accommodation. Tourist visa, work permit after arrival. No experience needed, typing test on Telegram.
Registration fee Rs 15,000 by UPI before joining. Agent: Example Overseas Consultants, WhatsApp only. Do not tell immigration about the job.`}

func BenchmarkScreen(b *testing.B) {
	register, names := benchRegister(b, 1_000_000)
	advert := benchAdvert
	advert.Agent = names[0]
	all := manyAdvisories()
	on := date("2026-06-01")
	for b.Loop() {
		if s := Screen(&advert, register, slices.Values(all), on); s.Verdict != VerdictWarn {
			b.Fatal(s.Verdict)
		}
	}
}
