package incident_test

import (
	"fmt"

	"github.com/rescuetally/rescuetally/incident"
)

func ExampleIsCountry() {
	for _, code := range []string{"KH", "XK", "kh", "UK"} {
		fmt.Println(code, incident.IsCountry(code))
	}
	// Output:
	// KH true
	// XK true
	// kh false
	// UK false
}

func ExampleCountryName() {
	fmt.Println(incident.CountryName("KH"))
	// Output: Cambodia true
}

func ExampleLookupCountry() {
	for _, name := range []string{"Burma", "Lao PDR", "khm", "Камбоджа", "NorthKorea", "Korea"} {
		code, ok := incident.LookupCountry(name)
		fmt.Printf("%s: %q %t\n", name, code, ok)
	}
	// Output:
	// Burma: "MM" true
	// Lao PDR: "LA" true
	// khm: "KH" true
	// Камбоджа: "KH" true
	// NorthKorea: "KP" true
	// Korea: "" false
}

func ExampleSuggestCountry() {
	if code, ok := incident.SuggestCountry("Phillipines"); ok {
		fmt.Println("did you mean", code+"?")
	}
	// Output: did you mean PH?
}

func ExampleIsSubdivision() {
	fmt.Println(incident.IsSubdivision("IN-OR"), incident.IsSubdivision("IN-OD"), incident.IsSubdivision("IN-ZZ"))
	// Output: true true false
}

func ExampleCanonicalSubdivision() {
	fmt.Println(incident.CanonicalSubdivision("IN-OR"))
	fmt.Println(incident.CanonicalSubdivision("KH-18"))
	// Output:
	// IN-OD true
	// KH-18 true
}

func ExampleSubdivisionName() {
	fmt.Println(incident.SubdivisionName("IN-OR"))
	// Output: Odisha true
}

func ExampleLookupSubdivision() {
	fmt.Println(incident.LookupSubdivision("IN", "Orissa"))
	fmt.Println(incident.LookupSubdivision("TH", "Tak Province"))
	// Output:
	// IN-OD true
	// TH-63 true
}

func ExampleSubdivisions() {
	for code := range incident.Subdivisions("AE") {
		name, _ := incident.SubdivisionName(code)
		fmt.Println(code, name)
	}
	// Output:
	// AE-AJ Ajman
	// AE-AZ Abu Dhabi
	// AE-DU Dubai
	// AE-FU Fujairah
	// AE-RK Ras al-Khaimah
	// AE-SH Sharjah
	// AE-UQ Umm al-Quwain
}
