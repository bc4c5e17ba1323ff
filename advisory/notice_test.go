package advisory_test

import (
	"slices"
	"testing"

	"github.com/rescuetally/rescuetally/advisory"
)

// TestNotice: a text that warns of offers, or tells what became of people, is no offer,
// unless it asks people to get in touch.
func TestNotice(t *testing.T) {
	for text, want := range map[string]bool{
		"Beware of fake job offers in Cambodia: data entry, tourist visa, typing test. It is a trap.":                         true,
		"Police arrested two agents who sent youths to Mae Sot on tourist visa. Investigation is on.":                         true,
		"सावधान! कंबोडिया में फर्जी नौकरी, टूरिस्ट वीज़ा पर मत जाना":                                                          true,
		"Mag-ingat sa pekeng trabaho sa Cambodia. Tourist visa ang gamit.":                                                    true,
		"Beware of fake agents! We are genuine. Data entry in Cambodia, tourist visa. Contact us on Telegram.":                false,
		"No fake jobs here: Cambodia, data entry, tourist visa, free ticket":                                                  false,
		"Nobody was arrested. Data entry in Cambodia, tourist visa, free ticket":                                              false,
		"Beware of fake jobs in Cambodia on tourist visa. We do not ask you to contact us.":                                   true,
		"Data entry in Cambodia, tourist visa, free ticket":                                                                   false,
		"No fake documents. Data entry in Cambodia on tourist visa. +855 99000111 is our number, police arrested our rivals.": false,
	} {
		s := advisory.Screen(&advisory.Offer{Text: text}, nil, nil, day("2025-01-01"))
		if s.Notice != want {
			t.Errorf("%q: notice %v", text, s.Notice)
		}
		if verdict := s.Verdict == advisory.VerdictWarn; verdict == want {
			t.Errorf("%q: %v, %v", text, s.Verdict, ids(s.Findings))
		}
	}
}

// TestSentenceThatWarns: what one sentence warns of is not held against the offer, and
// what the next one offers is.
func TestSentenceThatWarns(t *testing.T) {
	offer := advisory.Offer{Text: "Apply now! Beware of agents who send you to Cambodia on a tourist visa. Ours is a work permit in Japan."}
	s := advisory.Screen(&offer, nil, nil, day("2025-01-01"))
	if s.Verdict != advisory.VerdictCannotTell || s.Notice {
		t.Errorf("%v, %v, notice %v", s.Verdict, ids(s.Findings), s.Notice)
	}
	offer.Text = "Apply now! Beware of agents who send you to Cambodia. We send you there on a tourist visa."
	if s := advisory.Screen(&offer, nil, nil, day("2025-01-01")); s.Verdict != advisory.VerdictWarn {
		t.Errorf("%v, %v", s.Verdict, ids(s.Findings))
	}
}

// TestWarnedPlaces: of the places in a text, those of a sentence that warns are no
// destinations, and what is said of the others is theirs.
func TestWarnedPlaces(t *testing.T) {
	offer := advisory.Offer{Text: "Apply now! Beware of fake jobs in Cambodia. Nurses for Oman and Thailand."}
	warned := []*advisory.Advisory{
		{ID: "kh", Issuer: "A", Issued: day("2024-01-01"), Destinations: []string{"KH"}},
		{ID: "th", Issuer: "A", Issued: day("2024-01-02"), Destinations: []string{"TH"}},
	}
	s := advisory.Screen(&offer, nil, slices.Values(warned), day("2025-01-01"))
	if len(s.Advisories) != 1 || s.Advisories[0].Advisory.ID != "th" {
		t.Fatalf("%d advisories", len(s.Advisories))
	}
	for _, f := range s.Findings {
		if f.Rule.ID == "advisory-destination" && f.Words != "Thailand" {
			t.Errorf("%q", f.Words)
		}
	}
}

// TestAtHome: the flags of work abroad are none of a job in the person's own country.
func TestAtHome(t *testing.T) {
	for name, c := range map[string]struct {
		offer advisory.Offer
		home  bool
	}{
		"own country":           {advisory.Offer{Role: "Telecaller", Destinations: []string{"IN"}, Nationality: "IN"}, true},
		"another":               {advisory.Offer{Role: "Telecaller", Destinations: []string{"TH"}, Nationality: "IN"}, false},
		"both":                  {advisory.Offer{Role: "Telecaller", Destinations: []string{"IN", "TH"}, Nationality: "IN"}, false},
		"own money":             {advisory.Offer{Role: "Telecaller", Destinations: []string{"PH"}, Pay: "20000", Currency: "PHP"}, true},
		"own money, and a visa": {advisory.Offer{Role: "Telecaller", Destinations: []string{"PH"}, Pay: "20000", Currency: "PHP", Visa: "to be arranged"}, false},
		"text around a corner":  {advisory.Offer{Text: "Telecaller wanted, Hadapsar, walk in"}, true},
		"text of a journey":     {advisory.Offer{Text: "Telecaller wanted, passport holders only"}, false},
		"nothing said of where": {advisory.Offer{Role: "Telecaller"}, false},
	} {
		s := advisory.Screen(&c.offer, nil, nil, day("2025-01-01"))
		if found := len(s.Findings) > 0; found == c.home {
			t.Errorf("%s: %v", name, ids(s.Findings))
		}
	}
}
