package advisory_test

import (
	"fmt"
	"slices"

	"github.com/rescuetally/rescuetally/advisory"
)

func ExampleScreen() {
	advisories := []*advisory.Advisory{{
		ID: "12", Issuer: "Ministry of External Affairs", Issued: day("2024-04-04"), Destinations: []string{"KH", "LA"}, Lures: []string{"data entry"},
	}}
	offer := &advisory.Offer{Text: "Data entry in Cambodia, 80,000 a month! Tourist visa, no agent fee."}
	s := advisory.Screen(offer, nil, slices.Values(advisories), day("2024-05-01"))
	fmt.Println(s.Verdict)
	for _, f := range s.Findings {
		if f.Counts {
			fmt.Printf("%d %s: %q, %s\n", f.Rule.Weight, f.Rule.ID, f.Words, f.Publisher())
		}
	}
	for _, a := range s.Asks[:2] {
		fmt.Println(a.Text("en"))
	}
	// Output:
	// warn
	// 3 visa-tourist: "Tourist visa", Ministry of External Affairs, India
	// 3 advisory-role: "Data entry", Ministry of External Affairs
	// 2 role-in-mekong: "Data entry", Ministry of External Affairs, India
	// The agent's licence number would let the register be asked.
	// The agent's name would let the register be asked.
}

func ExampleRules_Extend() {
	own := `{"pack":"agency","version":"2026-03-01","extends":"rescuetally","off":["no-experience"],
		"phrases":{"island":["private island"]},
		"rules":[{"id":"agency-island","group":"place","weight":3,"publisher":"The agency","source":"https://example.org/island",
			"text":{"en":"The place of work is an island that nobody names."},"when":[{"says":["island"]}]}]}`
	rules, err := advisory.BuiltIn().Extend([]byte(own))
	if err != nil {
		fmt.Println(err)
		return
	}
	s := rules.Screen(&advisory.Offer{Text: "Easy work on a private island"}, nil, nil, day("2026-03-02"))
	fmt.Println(s.Verdict, s.Findings[0].Rule.ID, s.Rules)
	// Output: warn agency-island 2026-03-01 on 2026-11-26
}

func ExampleBuiltIn() {
	for r := range advisory.BuiltIn().All() {
		if slices.Contains(r.Flags, "rf-048") {
			fmt.Println(r.ID, r.Weight, r.Publisher)
		}
	}
	// Output:
	// route-changes 3 Federal Bureau of Investigation, US
	// parcel 3 Security Bureau, Hong Kong SAR
}

func ExampleOffer_Check() {
	offer := advisory.Offer{Pay: "1000", Currency: "Rs", Destinations: []string{"Thailand"}}
	for _, f := range offer.Check() {
		fmt.Println(f.Path, f.Code)
	}
	// Output:
	// /currency figure.unit
	// /destinations/0 place.country
}
