package advisory_test

import (
	"fmt"

	"github.com/rescuetally/rescuetally/advisory"
)

func ExampleReadOffer() {
	const text = `Data entry operator ki naukri, Bangkok 🇹🇭
Salary: ₹70,000-1,00,000 per month
Tourist visa hum denge, koi fees nahi
Rehna khana free. Telegram @example`
	offer, spans := advisory.ReadOffer(text, "")
	fmt.Println(offer.Lang, offer.Role, offer.Destinations)
	fmt.Println(offer.Pay, offer.Currency, offer.PayPeriod)
	for _, span := range spans {
		if span.Path == "/visa" || span.Path == "/fee" {
			fmt.Println(span.Path, text[span.Start:span.End])
		}
	}
	// Output:
	// hi-Latn Data entry operator [TH]
	// 70000-100000 INR month
	// /visa Tourist visa hum denge
	// /fee koi fees nahi
}
