package advisory_test

import (
	"fmt"
	"slices"

	"github.com/rescuetally/rescuetally/advisory"
)

// warnings are an advisory, one that replaces it, and one of another issuer.
func warnings() []*advisory.Advisory {
	return []*advisory.Advisory{
		{ID: "1", Issuer: "Embassy in Vientiane", Issued: day("2024-04-04"), Destinations: []string{"LA"}},
		{ID: "2", Issuer: "Embassy in Vientiane", Issued: day("2024-05-07"), Destinations: []string{"LA", "TH"}, MsgType: advisory.Update, References: []string{"1"}},
		{ID: "1", Issuer: "Ministry", Issued: day("2024-01-01"), Expires: day("2024-03-31"), Destinations: []string{"KH"}},
	}
}

func ExampleCurrent() {
	for _, s := range advisory.Current(slices.Values(warnings()), day("2024-06-01")) {
		fmt.Println(s.Advisory.Issuer, s.Advisory.ID, "is", s.Standing)
	}
	// Output:
	// Ministry 1 is expired
	// Embassy in Vientiane 1 is superseded
	// Embassy in Vientiane 2 is in force, end not stated
}

func ExampleChain() {
	for _, a := range advisory.Chain(slices.Values(warnings()), "Embassy in Vientiane", "2") {
		fmt.Println(a.ID, a.Issued)
	}
	// Output:
	// 1 2024-04-04
	// 2 2024-05-07
}

func ExampleAdvisory_InForce() {
	a := advisory.Advisory{ID: "1", Issuer: "Ministry", Issued: day("2024-03-10"), Expires: day("2024-04")}
	for _, on := range []string{"2024-03-09", "2024-03-10", "2024-04-15", "2024-05-01"} {
		fmt.Println(on, a.InForce(day(on)))
	}
	// Output:
	// 2024-03-09 not yet
	// 2024-03-10 in force
	// 2024-04-15 perhaps
	// 2024-05-01 expired
}

func ExampleAdvisory_Check() {
	a := advisory.Advisory{ID: "1", Issuer: "Ministry", Issued: day("2024-03-10"), Severity: "High", Contacts: []advisory.Contact{{Kind: advisory.Email, Value: "help@"}}}
	for _, f := range a.Check() {
		fmt.Println(f.Path, f.Code)
	}
	// Output:
	// /severity code.unknown
	// /contacts/0/value contact.broken
}

func ExampleContact_Broken() {
	for _, c := range []advisory.Contact{{Kind: advisory.Phone, Value: "+855 23 210 912"}, {Kind: advisory.Phone, Value: "123456"}, {Kind: advisory.Email, Value: "help@mea"}} {
		fmt.Printf("%q\n", c.Broken())
	}
	// Output:
	// ""
	// "the number is too short"
	// "the address has no domain"
}

func ExampleLevel_In() {
	level, loss, ok := advisory.Level{Scheme: advisory.USState, Value: "2"}.In(advisory.UKFCDO)
	fmt.Println(level.Value, ok)
	fmt.Println(loss)
	// Output:
	// none true
	// the scheme has no such step: the next lower one is given
}

func ExampleAdvisory_In() {
	a := advisory.Advisory{Infos: []advisory.Info{{Lang: "en", Headline: "Beware"}, {Lang: "hi", Headline: "सावधान"}}}
	info, ok := a.In("hi-IN")
	fmt.Println(info.Headline, ok)
	// Output: सावधान true
}

func ExampleAdvisory_Usable() {
	a := advisory.Advisory{Contacts: []advisory.Contact{{Kind: advisory.Phone, Value: "1930"}, {Kind: advisory.Email, Value: "help@"}}}
	fmt.Println(len(a.Usable()), "of", len(a.Contacts))
	// Output: 1 of 2
}
