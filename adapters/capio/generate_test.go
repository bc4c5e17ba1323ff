package capio_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/adapters/capio"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// A maker makes alerts and advisories, the same ones for the same seed.
type maker struct{ *rand.Rand }

func newMaker(seed uint64) maker { return maker{rand.New(rand.NewPCG(seed, 7))} }

// prose are texts that are hard to hold.
var prose = []string{
	"Do not accept the offer", "a", " blanks around ", "line\nline\r\nline\rline", "\ttab\n", "<b>&amp;</b> ]]> &#13; \"'", "e&<>", "नौकरी का प्रस्ताव",
	"ប្រយ័ត្ន", "مرحبا", "求职须知", "👩\u200d👩\u200d👧", "\u00a0\u3000", "-", "%2C 100% %", "rescuetally:unstated", "Other", "1,2 3", "\ufffd", "=1+1", "\U0010FFFD",
	strings.Repeat("long text, ", 50), "O'Brien & Sons <agents>",
}

func (m maker) text() string { return prose[m.IntN(len(prose))] }

func (m maker) maybe(s string) string {
	if m.IntN(2) == 0 {
		return ""
	}
	return s
}

func some[T any](m maker, most int, make func() T) (list []T) {
	for range m.IntN(most + 1) {
		list = append(list, make())
	}
	return list
}

func pick[T any](m maker, list ...T) T { return list[m.IntN(len(list))] }

func choose[T any](m maker, all []T) (one T) {
	if n := m.IntN(len(all) + 1); n < len(all) {
		one = all[n]
	}
	return one
}

func date(s string) incident.Date {
	d, err := incident.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// advisory makes an advisory that has no errors.
func (m maker) advisory(n int) advisory.Advisory {
	for {
		a := m.anyAdvisory(n)
		if a.Check().Err() == nil {
			return a
		}
	}
}

func (m maker) anyAdvisory(n int) advisory.Advisory {
	early := []string{"2024", "2024-01", "2024-01-15", "2023-12~", "2023?", "202X", "2023-21", "2024-01-XX", "2020-XX-XX", "0001-01-01", "1999-12-31"}
	late := []string{"", "", "2025", "2025-02", "2025-02-28", "2026%", "2026-22", "9999-12-31", "2024-12-31", "203X"}
	a := advisory.Advisory{
		ID: pick(m, "adv-", "ministry, of <labour> & more/", "id 50%25 ", "ü%") + fmt.Sprint(n), Issuer: pick(m, "Ministry of Labour", "MEA, India", "a@b.example", m.text()),
		Issued: date(pick(m, early...)), Effective: date(pick(m, append(late, early...)...)), Expires: date(pick(m, late...)), Reviewed: date(pick(m, late...)),
		Status: choose(m, slices.Collect(advisory.Statuses())), MsgType: choose(m, slices.Collect(advisory.MsgTypes())),
		Urgency: choose(m, slices.Collect(advisory.Urgencies())), Severity: choose(m, slices.Collect(advisory.Severities())),
		Certainty: choose(m, slices.Collect(advisory.Certainties())), Audience: m.maybe(m.text()),
		Categories:    some(m, 3, func() advisory.Category { return pick(m, slices.Collect(advisory.Categories())...) }),
		ResponseTypes: some(m, 3, func() advisory.ResponseType { return pick(m, slices.Collect(advisory.ResponseTypes())...) }),
		References:    some(m, 3, func() string { return pick(m, "adv-1", "a b,c", "%41", "x&<y") }),
		Nationalities: some(m, 3, func() string { return pick(m, "IN", "KH", incident.Stateless) }),
		Destinations:  some(m, 3, func() string { return pick(m, "KH", "MM", "LA", "TW", "CI") }),
		Places:        some(m, 3, func() string { return pick(m, "KH-18", "IN-OR", "IN-OD", "MM-99", "Cambodia", m.text()) }),
		Lures:         some(m, 3, m.text),
		Level:         pick(m, advisory.Level{}, advisory.Level{Scheme: advisory.USState, Value: "Level 3"}, advisory.Level{Scheme: "own scale", Value: "<red> & more"}),
		Contacts: some(m, 3, func() advisory.Contact {
			return advisory.Contact{Kind: pick(m, advisory.Phone, advisory.Email, advisory.URL, advisory.App), Value: pick(m, "+855 12 345 678", "a@b.example", "https://example.org/x", m.text())}
		}),
		Source: incident.Source{
			Name: m.maybe(m.text()), Kind: choose(m, slices.Collect(incident.SourceKinds())), Grade: pick(m, "", "B2"), Lang: pick(m, "", "km", "zh-Hant"),
			URL: pick(m, "", "", "https://example.org/a?b=c&d=%20", "http://example.org", "https://user@example.org:8080/ü", "HTTPS://EXAMPLE.ORG/a#b"),
		},
	}
	for _, lang := range [][]string{{}, {"en"}, {"hi", "en"}, {"km", "zh-Hant", "en-GB"}, {"en-US"}}[m.IntN(5)] {
		a.Infos = append(a.Infos, advisory.Info{Lang: lang, Headline: m.maybe(m.text()), Description: m.maybe(m.text()), Instruction: m.maybe(m.text())})
	}
	return a
}

// alert makes an alert that has no errors.
func (m maker) alert(n int) capio.Alert {
	for {
		a := m.anyAlert(n)
		if a.Check().Err() == nil {
			return a
		}
	}
}

func (m maker) value() capio.Value {
	return capio.Value{Name: pick(m, "SAME", "ISO 3166-1", "ISO 3166-2", m.text()), Value: pick(m, "", "KH", "KH-18", m.text())}
}

func (m maker) time() capio.Time {
	t, err := capio.ParseTime(fmt.Sprintf("20%02d-%02d-%02dT%02d:%02d:%02d%s", m.IntN(99), 1+m.IntN(12), 1+m.IntN(28), m.IntN(24), m.IntN(60), m.IntN(60),
		pick(m, "+07:00", "-00:00", "+00:00", "+05:30", "-11:00", "+14:00")))
	if err != nil {
		panic(err)
	}
	return t
}

func (m maker) maybeTime() (t capio.Time) {
	if m.IntN(2) == 0 {
		t = m.time()
	}
	return t
}

func (m maker) point() capio.Point {
	return capio.Point{Lat: pick[capio.Decimal](m, "0", "-90", "11.5500", "+38.47", ".5", "7."), Lon: pick[capio.Decimal](m, "180", "-120.14", "104.92", "-0")}
}

func (m maker) anyAlert(n int) capio.Alert {
	a := capio.Alert{
		Identifier: fmt.Sprint("id-", n), Sender: pick(m, "w@noaa.example", "ü/%20"), Sent: m.time(),
		Status: pick(m, slices.Collect(advisory.Statuses())...), MsgType: pick(m, slices.Collect(advisory.MsgTypes())...), Source: m.maybe(m.text()),
		Scope: pick(m, capio.Public, capio.Restricted, capio.Private), Restriction: m.maybe(m.text()),
		Addresses: some(m, 2, func() string { return pick(m, "a@b.example", "two words", "line\nline") }),
		Codes:     some(m, 2, m.text), Note: m.maybe(m.text()),
		References: some(m, 2, func() capio.Reference {
			return capio.Reference{Sender: "s", Identifier: fmt.Sprint(m.IntN(99)), Sent: m.maybeTime()}
		}),
		Incidents: some(m, 2, func() string { return pick(m, "Storm 1", "fire") }),
		Infos:     some(m, 2, m.info),
	}
	switch m.IntN(5) {
	case 0:
		a.Signatures = [][]byte{[]byte("<ds:Signature>\r\n<!-- x --><ds:SignedInfo a='1'/></ds:Signature>")}
		a.Namespaces = []capio.NamespaceDecl{{Prefix: "ds", URI: "http://www.w3.org/2000/09/xmldsig#"}}
	case 1:
		a.Signatures = [][]byte{[]byte("<Signature><x xmlns='u'/></Signature>"), []byte(`<s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#"/>`)}
		a.Namespaces = []capio.NamespaceDecl{{Prefix: "", URI: "http://www.w3.org/2000/09/xmldsig#"}, {Prefix: "cap", URI: "http://example.org/x'&y"}}
	}
	return a
}

func (m maker) info() capio.Info {
	return capio.Info{
		Language: pick(m, "", "en", "zh-Hant"), Event: m.text(), Audience: m.maybe(m.text()),
		Categories:    append(some(m, 2, func() advisory.Category { return pick(m, slices.Collect(advisory.Categories())...) }), "Met"),
		ResponseTypes: some(m, 2, func() advisory.ResponseType { return pick(m, slices.Collect(advisory.ResponseTypes())...) }),
		Urgency:       pick(m, slices.Collect(advisory.Urgencies())...), Severity: pick(m, slices.Collect(advisory.Severities())...),
		Certainty: pick(m, slices.Collect(advisory.Certainties())...), EventCodes: some(m, 2, m.value),
		Effective: m.maybeTime(), Onset: m.maybeTime(), Expires: m.maybeTime(),
		SenderName: m.maybe(m.text()), Headline: m.maybe(m.text()), Description: m.maybe(m.text()), Instruction: m.maybe(m.text()),
		Web: pick(m, "", "https://example.org/ü?a=b&c", "relative/page", "mailto:x@example.org"), Contact: m.maybe(m.text()), Parameters: some(m, 3, m.value),
		Resources: some(m, 2, func() capio.Resource {
			return capio.Resource{
				Desc: m.text(), MimeType: "image/png", Size: pick[capio.Decimal](m, "", "0", "+12", "99999999999999999999"),
				URI: pick(m, "", "a.png", "http://example.org/a b"), DerefURI: m.maybe("aGk="), Digest: m.maybe("00ff"),
			}
		}),
		Areas: some(m, 2, func() capio.Area {
			p := m.point()
			return capio.Area{
				Desc:     m.text(),
				Polygons: some(m, 2, func() capio.Polygon { return capio.Polygon{p, m.point(), m.point(), p} }),
				Circles:  some(m, 2, func() capio.Circle { return capio.Circle{Centre: m.point(), Radius: "5.50"} }),
				Geocodes: some(m, 2, m.value), Altitude: pick[capio.Decimal](m, "", "-12.5"), Ceiling: pick[capio.Decimal](m, "", "100"),
			}
		}),
	}
}
