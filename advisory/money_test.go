package advisory_test

import (
	"slices"
	"testing"

	"github.com/rescuetally/rescuetally/advisory"
)

// TestFees: which sums are above the law's cap, within it, asked all the same, or large.
func TestFees(t *testing.T) {
	const above, within, asked, high, no = "fee-above-cap", "favour-fee-cap", "fee-worker-pays", "fee-high", "favour-no-fee"
	for _, c := range []struct {
		nationality, fee string
		want             []string
	}{
		{"IN", "INR 35,400", []string{within}},
		{"IN", "INR 35,401", []string{above, asked}},
		{"IN", "Rs 35400 only", []string{within}},
		{"IN", "₹35,401/-", []string{above, asked}},
		{"IN", "30k", []string{within}},
		{"IN", "40k", []string{above, asked}},
		{"IN", "1.5 lakh", []string{above, asked}},
		{"IN", "20,000-40,000", []string{above, asked}},
		{"IN", "at most INR 30,000 + 18% GST, receipt", []string{within}},
		{"IN", "INR 20,000, receipt from 9876543210", []string{within}},
		{"IN", "No registration fee, visa charge INR 80,000", []string{above, asked, no}},
		{"IN", "No service charge. Ticket and visa INR 80,000", []string{above, asked, no}},
		{"IN", "no fee", []string{no}},
		{"IN", "no fee of 50,000", []string{no}},
		{"IN", "none", []string{no}},
		{"IN", "No placement fee", []string{no}},
		// Other currencies are compared at rates that change: neither above nor within near the cap.
		{"IN", "USD 500", []string{asked}},
		{"IN", "USD 400", []string{asked}},
		{"IN", "USD 600", []string{above, asked}},
		{"IN", "USD 300", []string{within}},
		{"IN", "INR 1,000 registration, USD 900 visa", []string{above, asked}},
		// Numbers of which more may have been meant are not said to be within.
		{"IN", "thirty six thousand rupees", []string{asked}},
		{"IN", "₹ 36 000", []string{asked}},
		{"", "INR 35,401", []string{above, asked}},
		{"", "NPR 9,000", []string{asked}}, // Nepal's cap is of some destinations
		{"KE", "KES 20,000", []string{asked}},
		{"KE", "KES 200,000", []string{asked, high}},
		{"BD", "BDT 100,000", []string{asked}},
		{"BD", "BDT 120,000", []string{asked, high}},
		{"IN", "large", nil},
		{"IN", "18%", nil},
		{"IN", "0", nil},
	} {
		s := advisory.Screen(&advisory.Offer{Nationality: c.nationality, Fee: c.fee}, nil, nil, day("2025-01-01"))
		found := slices.Concat(ids(s.Findings), ids(s.Favour))
		for _, rule := range []string{above, within, asked, high, no} {
			if slices.Contains(found, rule) != slices.Contains(c.want, rule) && (rule != high || !slices.Contains(c.want, above)) {
				t.Errorf("%s, %q: %v, want %v", c.nationality, c.fee, found, c.want)
				break
			}
		}
	}
}

// TestFeeCaps: the caps of Nepal for some destinations, and of the Philippines by the pay.
func TestFeeCaps(t *testing.T) {
	for name, c := range map[string]struct {
		offer advisory.Offer
		above bool
		text  string
	}{
		"Nepal to Qatar":       {advisory.Offer{Nationality: "NP", Destinations: []string{"QA"}, Fee: "Rs 10,001"}, true, "at most NPR 10000"},
		"Nepal to Qatar, cap":  {advisory.Offer{Nationality: "NP", Destinations: []string{"QA"}, Fee: "NPR 10,000"}, false, "at most NPR 10000"},
		"Nepal to Japan":       {advisory.Offer{Nationality: "NP", Destinations: []string{"JP"}, Fee: "NPR 100,000"}, false, ""},
		"a month's pay":        {advisory.Offer{Nationality: "PH", Fee: "PHP 30,001", Pay: "25000-30000", Currency: "PHP"}, true, "at most PHP 30000, the pay of 1 month"},
		"less than that":       {advisory.Offer{Nationality: "PH", Fee: "PHP 30,000", Pay: "25000-30000", Currency: "PHP"}, false, "at most PHP 30000, the pay of 1 month"},
		"a week's pay":         {advisory.Offer{Nationality: "PH", Fee: "PHP 43,400", Pay: "10000", Currency: "PHP", PayPeriod: "week"}, true, "at most PHP 43333, the pay of 1 month"},
		"pay is not stated":    {advisory.Offer{Nationality: "PH", Fee: "PHP 300,000"}, false, ""},
		"another currency":     {advisory.Offer{Nationality: "IN", Fee: "USD 1000"}, true, "at most INR 35400, tax included"},
		"rupees of Pakistan":   {advisory.Offer{Nationality: "PK", Fee: "Rs 1,00,000"}, false, ""},
		"home told from money": {advisory.Offer{Fee: "NPR 20,000", Destinations: []string{"MY"}}, true, "at most NPR 10000"},
	} {
		s := advisory.Screen(&c.offer, nil, nil, day("2025-01-01"))
		compared := ""
		for _, f := range slices.Concat(s.Findings, s.Favour) {
			if f.Rule.ID == "fee-above-cap" || f.Rule.ID == "favour-fee-cap" {
				compared = f.Compared
				if f.Publisher() == f.Rule.Publisher || f.Source() == "" {
					t.Errorf("%s: the rule speaks, not the law", name)
				}
			}
		}
		if above := slices.Contains(ids(s.Findings), "fee-above-cap"); above != c.above || compared != c.text {
			t.Errorf("%s: above %v, compared with %q", name, above, compared)
		}
	}
}

// TestPayNorm: pay is far above at 2.5 times an average and 4 times a minimum wage.
func TestPayNorm(t *testing.T) {
	for name, c := range map[string]struct {
		pay, currency string
		period        advisory.PayPeriod
		destinations  []string
		far           bool
	}{
		"average":                  {"37630", "THB", "month", []string{"TH"}, true},
		"less":                     {"37629", "THB", "month", []string{"TH"}, false},
		"minimum":                  {"776", "USD", "month", []string{"KH"}, true},
		"less than minimum":        {"775", "USD", "month", []string{"KH"}, false},
		"range":                    {"800-1200", "USD", "month", []string{"KH"}, true},
		"range from below":         {"700-1200", "USD", "month", []string{"KH"}, false},
		"no period":                {"900", "USD", "", []string{"MM"}, true},
		"a week":                   {"180", "USD", "week", []string{"KH"}, true},
		"a day":                    {"30", "USD", "day", []string{"KH"}, true},
		"a day, less":              {"29", "USD", "day", []string{"KH"}, false},
		"an hour":                  {"4", "USD", "hour", []string{"KH"}, true},
		"an hour, less":            {"3.7", "USD", "hour", []string{"KH"}, false},
		"a year":                   {"9312", "USD", "year", []string{"KH"}, true},
		"both far":                 {"2000", "USD", "month", []string{"KH", "TH"}, true},
		"one of two":               {"800", "USD", "month", []string{"KH", "TH"}, false},
		"one without a norm":       {"800", "USD", "month", []string{"KH", "AE"}, true},
		"no norm":                  {"8000", "USD", "month", []string{"AE"}, false},
		"currency in the pay":      {"USD 4000 per month", "", "", []string{"KH"}, true},
		"no currency":              {"4000", "", "", []string{"KH"}, false},
		"words":                    {"lucrative", "USD", "", []string{"KH"}, false},
		"a currency without rates": {"4000", "XTS", "", []string{"KH"}, false},
	} {
		o := advisory.Offer{Role: "Data entry", Pay: c.pay, Currency: c.currency, PayPeriod: c.period, Destinations: c.destinations}
		s := advisory.Screen(&o, nil, nil, day("2025-01-01"))
		if far := slices.Contains(ids(s.Findings), "pay-far-above"); far != c.far {
			t.Errorf("%s: far above %v", name, far)
		}
		o.Role = "Mason"
		if slices.Contains(ids(advisory.Screen(&o, nil, nil, day("2025-01-01")).Findings), "pay-far-above") {
			t.Errorf("%s: a mason's pay is compared with that of an office", name)
		}
	}
}
