package adaptertest

import (
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// awkward are texts that a form must carry unharmed: separators and escapes of lists
// and cells, what spreadsheets run, other scripts, several lines.
var awkward = []string{
	Marker, "a;b", `a\b`, `\;`, `"quoted", twice`, "=1+1", "+855 12", "@x", "'", "-", "two\nlines", "a: b", "नमस्ते", "ข้อเสนองาน", "1,234",
	"phone:1", "null", strings.Repeat("long ", 300) + "end",
}

// Advisories returns advisories made by hand, each without an error in it, that together
// state every member and every word of the format. They are the caller's own.
func Advisories() []advisory.Advisory {
	out := []advisory.Advisory{
		{ID: "a", Issuer: "b", Issued: date("2024")},
		{
			ID: "adv-2", Issuer: Marker + " ministry", Issued: date("2024-03-30"), Effective: date("2024-04-01"), Expires: date("2024-12"), Reviewed: date("2024-06-15"),
			Status: advisory.Actual, MsgType: advisory.Update, Urgency: advisory.UrgencyExpected, Severity: advisory.SeveritySevere, Certainty: advisory.CertaintyLikely,
			Categories: slices.Collect(advisory.Categories()), ResponseTypes: slices.Collect(advisory.ResponseTypes()), References: []string{"a", "old;1"},
			Audience: "job seekers, " + Marker, Nationalities: []string{"IN", "NP", incident.Stateless}, Destinations: []string{"KH", "MM"}, Places: []string{"MM-13", Marker + " park"},
			Lures: []string{"data entry; typing", "customer support"}, Level: advisory.Level{Scheme: advisory.USState, Value: "4"},
			Infos: []advisory.Info{
				{Lang: "en", Headline: Marker, Description: "a description", Instruction: "do not go"},
				{Lang: "hi", Headline: "शीर्षक", Description: "विवरण", Instruction: "न जाएँ"},
				{Lang: "pt-BR", Headline: "título"},
			},
			Contacts: []advisory.Contact{
				{Kind: advisory.Phone, Value: "+855 23 726 274"},
				{Kind: advisory.Email, Value: "help@"},
				{Kind: advisory.URL, Value: "https://example.org/a?b=c;d"},
				{Kind: advisory.App, Value: "@" + Marker},
				{Kind: advisory.Phone},
			},
			Source: incident.Source{Name: "a portal", Kind: incident.Government, URL: "https://example.org/", Lang: "en", Grade: "A1"},
		},
		{ID: "adv-2", Issuer: "another issuer", Issued: date("2024-03-30"), Infos: []advisory.Info{{Lang: "en"}}},
	}
	for i, text := range awkward {
		id := "text-" + string(rune('a'+i))
		out = append(out, advisory.Advisory{
			ID: id, Issuer: text, Issued: date("202X"), Audience: text, Places: []string{text, text}, Lures: []string{text}, Level: advisory.Level{Scheme: "x", Value: text},
			Infos:    []advisory.Info{{Lang: "en", Headline: text, Instruction: text}, {Lang: "fr", Headline: text, Instruction: text}},
			Contacts: []advisory.Contact{{Kind: advisory.App, Value: text}, {Kind: advisory.Phone, Value: text}},
		})
	}
	words := func(change func(a *advisory.Advisory)) {
		a := advisory.Advisory{ID: "word-" + string(rune('A'+len(out))), Issuer: "c", Issued: date("2024-05"), References: []string{"r"}}
		change(&a)
		out = append(out, a)
	}
	for s := range advisory.Statuses() {
		words(func(a *advisory.Advisory) { a.Status = s })
	}
	for m := range advisory.MsgTypes() {
		words(func(a *advisory.Advisory) { a.MsgType = m })
	}
	for u := range advisory.Urgencies() {
		words(func(a *advisory.Advisory) { a.Urgency = u })
	}
	for s := range advisory.Severities() {
		words(func(a *advisory.Advisory) { a.Severity = s })
	}
	for c := range advisory.Certainties() {
		words(func(a *advisory.Advisory) { a.Certainty = c })
	}
	return out
}

// Entries is [Advisories] for the entries of registers.
func Entries() []advisory.Entry {
	out := []advisory.Entry{
		{Authority: "a", Country: "IN", Name: "b"},
		{
			Authority: Marker + " authority", Country: "PH", Name: Marker + " manpower", Licence: "DMW-123-LB-01012020-R", AKA: []string{"x; y", "z"}, Branches: []string{"Cebu"},
			Status: advisory.StatusValid, ValidFrom: date("2023-01-01"), ValidTo: date("2026-12-31"), Capacity: incident.AtLeast(1000), AsOf: date("2024-03"),
			Source: incident.Source{Name: "a list", Kind: incident.Government, URL: "https://example.org/list", Lang: "fil", Grade: "B2"},
		},
		{Authority: "a", Country: "IN", Name: "b", Capacity: incident.Exactly(0)},
	}
	for s := range advisory.EntryStatuses() {
		out = append(out, advisory.Entry{Authority: "a", Country: "NP", Name: "an agency", Status: s})
	}
	for _, text := range awkward {
		out = append(out, advisory.Entry{Authority: text, Country: "LK", Name: text, Licence: text, AKA: []string{text, text}, Branches: []string{text}})
	}
	return out
}

// Offers is [Advisories] for offers; the second states nothing.
func Offers() []advisory.Offer {
	out := []advisory.Offer{
		{
			Role: Marker + " operator", Employer: "a company", Agent: "an agent", Licence: "B-0123", Pay: "800-1200", Currency: "USD", PayPeriod: advisory.PerMonth,
			Destinations: []string{"TH", "MM"}, Nationality: "IN", Interview: "by video", Visa: "tourist", Channel: "Telegram", Fee: "none", Contract: "later",
			Transfers: "by road", Promises: []string{"lodging", "meals; ticket"}, Received: date("2024-03-30"), Text: "the whole\nadvert", Lang: "en",
		},
		{},
		{Nationality: incident.Stateless},
	}
	for p := range advisory.PayPeriods() {
		out = append(out, advisory.Offer{Pay: "1", PayPeriod: p})
	}
	for _, text := range awkward {
		out = append(out, advisory.Offer{
			Role: text, Employer: text, Agent: text, Licence: text, Pay: text, Interview: text, Visa: text, Channel: text, Fee: text, Contract: text,
			Transfers: text, Promises: []string{text, text}, Text: text,
		})
	}
	return out
}
