package advisory

import (
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// good is an advisory that nothing is wrong with.
func good(tb testing.TB) *Advisory {
	tb.Helper()
	return &Advisory{
		ID: "adv-1", Issuer: "Ministry of Examples", Issued: onDay(tb, "2024-03-10"), Effective: onDay(tb, "2024-03-10"), Expires: onDay(tb, "2024-12-31"),
		Reviewed: onDay(tb, "2024-06-01"), Status: Actual, MsgType: Update, Urgency: UrgencyExpected, Severity: SeveritySevere, Certainty: CertaintyLikely,
		Categories: []Category{"Security"}, ResponseTypes: []ResponseType{"Avoid"}, References: []string{"adv-0"}, Audience: "job seekers",
		Nationalities: []string{"IN", "XX"}, Destinations: []string{"KH", "MM"}, Places: []string{"KH-18"}, Lures: []string{"data entry"},
		Level: Level{USState, "3"}, Infos: []Info{{"en", "Beware", "Offers are false", "Ask the embassy"}, {"hi", "सावधान", "झूठे प्रस्ताव", "दूतावास से पूछें"}},
		Contacts: []Contact{{Phone, "+855 23 210 912"}, {Email, "help@example.org"}, {URL, "https://example.org/help"}, {App, "Example Help"}},
		Source:   incident.Source{Name: "Ministry of Examples", Kind: incident.Government, URL: "https://example.org/adv-1", Lang: "en"},
	}
}

func TestCheck(t *testing.T) {
	if found := good(t).Check(); len(found) > 0 {
		t.Fatalf("a good advisory: %v", found)
	}
	for name, c := range map[string]struct {
		change func(*Advisory)
		want   string // path and code of each finding
	}{
		"nothing stated":        {func(a *Advisory) { *a = Advisory{} }, "/id field.required, /issuer field.required, /issued field.required"},
		"a status":              {func(a *Advisory) { a.Status = "actual" }, "/status code.unknown"},
		"a type":                {func(a *Advisory) { a.MsgType = "Warning" }, "/msgType code.unknown"},
		"an urgency":            {func(a *Advisory) { a.Urgency = "Soon" }, "/urgency code.unknown"},
		"a severity":            {func(a *Advisory) { a.Severity = "High" }, "/severity code.unknown"},
		"a certainty":           {func(a *Advisory) { a.Certainty = "Sure" }, "/certainty code.unknown"},
		"a category":            {func(a *Advisory) { a.Categories = append(a.Categories, "Crime") }, "/categories/1 code.unknown"},
		"a response":            {func(a *Advisory) { a.ResponseTypes = []ResponseType{"Flee"} }, "/responseTypes/0 code.unknown"},
		"a level without value": {func(a *Advisory) { a.Level.Value = "" }, "/level field.required"},
		"a level that is none":  {func(a *Advisory) { a.Level.Value = "5" }, "/level/value code.unknown"},
		"another scheme":        {func(a *Advisory) { a.Level = Level{"nz-mfat", "do not travel"} }, ""},
		"an interval":           {func(a *Advisory) { a.Issued = onDay(t, "2024-03-01/2024-03-10") }, "/issued date.syntax"},
		"ends before it begins": {func(a *Advisory) { a.Expires = onDay(t, "2024-03-01") }, "/expires date.order, /expires date.order"},
		"reviewed before":       {func(a *Advisory) { a.Reviewed = onDay(t, "2024-01") }, "/reviewed date.order"},
		"perhaps in order":      {func(a *Advisory) { a.Expires = onDay(t, "2024") }, ""},
		"itself":                {func(a *Advisory) { a.References = []string{"adv-1"} }, "/references/0 record.cycle"},
		"an update of nothing":  {func(a *Advisory) { a.References = nil }, "/references field.required"},
		"a country":             {func(a *Advisory) { a.Destinations = []string{"KH", "kh", "XX"} }, "/destinations/1 place.country, /destinations/2 place.country"},
		"a language twice":      {func(a *Advisory) { a.Infos[1].Lang = "EN" }, "/infos/1/lang info.parity"},
		"no language":           {func(a *Advisory) { a.Infos[1].Lang = "" }, "/infos/1/lang field.required"},
		"less in one language":  {func(a *Advisory) { a.Infos[1].Instruction = "" }, "/infos/1 info.parity"},
		"a kind of contact":     {func(a *Advisory) { a.Contacts[0].Kind = "fax" }, "/contacts/0/kind code.unknown"},
		"a broken contact":      {func(a *Advisory) { a.Contacts[1].Value = "help@" }, "/contacts/1/value contact.broken"},
		"the source's address":  {func(a *Advisory) { a.Source.URL = "file:///etc/passwd" }, "/source/url source.url"},
		"a hidden character":    {func(a *Advisory) { a.Infos[0].Headline = "Beware \u202eSAFE" }, "/infos/0/headline text.forbidden"},
	} {
		a := good(t)
		c.change(a)
		var got []string
		for _, f := range a.Check() {
			got = append(got, f.Path+" "+string(f.Code))
			for _, secret := range []string{"adv-1", "help@", "SAFE", "passwd", "Crime", "nz-mfat"} {
				if strings.Contains(f.String(), secret) {
					t.Errorf("%s: a value stands in %s", name, f)
				}
			}
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %q, want %q", name, strings.Join(got, ", "), c.want)
		}
	}
}

func TestBrokenContacts(t *testing.T) {
	for _, c := range []struct {
		contact Contact
		broken  bool
	}{
		{Contact{Phone, "(+856)20 5551 2228"}, false},
		{Contact{Phone, "+84-981 84 84 84"}, false},
		{Contact{Phone, "1930"}, false},
		{Contact{Phone, "112"}, false},
		{Contact{Phone, "+855 23 210 912 ext. 4"}, false},
		{Contact{Phone, "12"}, true},
		{Contact{Phone, "+855 23"}, true}, // five digits are a hotline, with a plus they are none
		{Contact{Phone, "123456"}, true},
		{Contact{Phone, "+8552321091212345678"}, true},
		{Contact{Phone, "call us"}, true},
		{Contact{Phone, "+855 23 21O 912"}, true}, // a letter O
		{Contact{Phone, "855+23210912"}, true},
		{Contact{Phone, ""}, true},
		{Contact{Email, "cons.vientianne@mea.gov.in"}, false}, // misspelt, and nobody can see it
		{Contact{Email, "help@"}, true},
		{Contact{Email, "help@mea"}, true},
		{Contact{Email, "help.mea.gov.in"}, true},
		{Contact{Email, "@mea.gov.in"}, true},
		{Contact{Email, "a b@mea.gov.in"}, true},
		{Contact{Email, "help@mea..in"}, true},
		{Contact{Email, "help@-mea.in"}, true},
		{Contact{Email, "h***@mea.gov.in"}, true}, // masked
		{Contact{Email, "help@mea.gov.1"}, true},
		{Contact{URL, "www.emigrate.gov.in"}, false},
		{Contact{URL, "https://example.org/help?x=1"}, false},
		{Contact{URL, "http://example.org:8080"}, false},
		{Contact{URL, "javascript:alert(1)"}, true},
		{Contact{URL, "https://user:pass@example.org"}, true},
		{Contact{URL, "https://169.254.169.254/"}, true},
		{Contact{URL, "emigrate"}, true},
		{Contact{App, "MADAD"}, false},
		{Contact{App, " "}, true},
	} {
		if got := c.contact.Broken(); (got != "") != c.broken {
			t.Errorf("%s %q: %q", c.contact.Kind, c.contact.Value, got)
		} else if v := strings.TrimSpace(c.contact.Value); len(v) > 3 && strings.Contains(got, v) {
			t.Errorf("the reason holds the contact: %q", got)
		}
	}
	a := Advisory{Contacts: []Contact{{Phone, "12"}, {Phone, "1930"}, {"fax", "1930 1930"}, {App, "MADAD"}}}
	if got := a.Usable(); !slices.Equal(got, []Contact{{Phone, "1930"}, {App, "MADAD"}}) {
		t.Errorf("%v", got)
	}
}

// FuzzContact: whatever is printed, it is judged.
func FuzzContact(f *testing.F) {
	for _, s := range []string{"+855 23 210 912", "help@example.org", "https://example.org", "x", "ext", "é@é.é", "1-x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, kind := range []ContactKind{Phone, Email, URL, App, ""} {
			why := Contact{kind, s}.Broken()
			if strings.TrimSpace(s) == "" && why == "" {
				t.Fatalf("%s: an empty contact works", kind)
			}
			if kind == Email && why == "" && strings.Count(s, "@") != 1 {
				t.Fatalf("%q is an address", s)
			}
		}
	})
}

func TestIn(t *testing.T) {
	a := Advisory{Infos: []Info{{Lang: "pt-BR", Headline: "1"}, {Lang: "zh-Hant", Headline: "2"}, {Lang: "en", Headline: "3"}}}
	for lang, want := range map[string]string{"pt": "1", "PT_br": "1", "zh-Hant-TW": "2", "en-GB": "3", "hi": "", "": ""} {
		if info, ok := a.In(lang); info.Headline != want || ok != (want != "") {
			t.Errorf("%q: %q, %v", lang, info.Headline, ok)
		}
	}
}

// TestLists: every word is one that Check takes, and each list ends when asked to.
func TestLists(t *testing.T) {
	a := good(t)
	for a.Status = range Statuses() {
		for a.MsgType = range MsgTypes() {
			if found := a.Check(); len(found) > 0 {
				t.Errorf("%s %s: %v", a.Status, a.MsgType, found)
			}
		}
	}
	a.Categories, a.ResponseTypes = slices.Collect(Categories()), slices.Collect(ResponseTypes())
	for a.Urgency = range Urgencies() {
		for a.Severity = range Severities() {
			for a.Certainty = range Certainties() {
				if found := a.Check(); len(found) > 0 {
					t.Errorf("%s %s %s: %v", a.Urgency, a.Severity, a.Certainty, found)
				}
			}
		}
	}
	if len(a.Categories) != 12 || len(a.ResponseTypes) != 9 {
		t.Errorf("%d categories, %d response types; CAP 1.2 has 12 and 9", len(a.Categories), len(a.ResponseTypes))
	}
}
