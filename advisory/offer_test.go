package advisory_test

import (
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

func TestOfferCheck(t *testing.T) {
	whole := advisory.Offer{
		Role: "data entry", Pay: "1000", Currency: "USD", PayPeriod: advisory.PerMonth, Destinations: []string{"TH"}, Nationality: "IN",
		Promises: []string{"ticket"}, Received: day("2025-03"), Text: "Data entry in Thailand", Lang: "en",
	}
	for name, c := range map[string]struct {
		change func(*advisory.Offer)
		want   string // path and code
	}{
		"all members":        {func(*advisory.Offer) {}, ""},
		"none":               {func(o *advisory.Offer) { *o = advisory.Offer{} }, ""},
		"currency":           {func(o *advisory.Offer) { o.Currency = "Rs" }, "/currency figure.unit"},
		"currency, no pay":   {func(o *advisory.Offer) { o.Pay, o.Currency = "", "XYZ" }, "/currency figure.unit"},
		"period":             {func(o *advisory.Offer) { o.PayPeriod = "fortnight" }, "/payPeriod code.unknown"},
		"destination":        {func(o *advisory.Offer) { o.Destinations = append(o.Destinations, "Thailand") }, "/destinations/1 place.country"},
		"stateless":          {func(o *advisory.Offer) { o.Nationality = incident.Stateless }, ""},
		"nationality":        {func(o *advisory.Offer) { o.Nationality = "*" }, "/nationality place.country"},
		"received":           {func(o *advisory.Offer) { o.Received = day("2025/2026") }, "/received date.syntax"},
		"language":           {func(o *advisory.Offer) { o.Lang = "no language" }, "/lang source.lang"},
		"hidden character":   {func(o *advisory.Offer) { o.Promises[0] = "tic\u202eket" }, "/promises/0 text.forbidden"},
		"no UTF-8":           {func(o *advisory.Offer) { o.Text = "a\xffb" }, "/text text.invalid-utf8"},
		"more than an offer": {func(o *advisory.Offer) { o.Text = strings.Repeat("a", 70_000) }, " limit.record-bytes"},
	} {
		t.Run(name, func(t *testing.T) {
			o := whole
			o.Destinations, o.Promises = []string{"TH"}, []string{"ticket"}
			c.change(&o)
			found := o.Check()
			if c.want == "" {
				if len(found) > 0 {
					t.Fatalf("found %v", found)
				}
				return
			}
			if len(found) != 1 || found[0].Path+" "+string(found[0].Code) != c.want {
				t.Fatalf("found %v, want %s", found, c.want)
			}
		})
	}
}
