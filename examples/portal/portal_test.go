package main

import (
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/examples/internal/cli"
	"github.com/rescuetally/rescuetally/incident"
)

// bad is an advert that has to be warned of, whatever else is read from it.
const bad = "Data entry job in Cambodia. Tourist visa, we arrange. Contact on Telegram only."

// testPortal is a portal on a day of its own.
func testPortal(t *testing.T) *portal {
	t.Helper()
	advisories, err := cli.PublicAdvisories(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return newPortal(&cli.Screener{Rules: advisory.BuiltIn(), Advisories: advisories}, func() incident.Date { return day(t, "2026-02-28") })
}

func day(t *testing.T, text string) incident.Date {
	t.Helper()
	d, err := incident.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// ask sends a request to a handler, a form when there is a text.
func ask(t *testing.T, h http.Handler, method, target, text string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, target, strings.NewReader(text))
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// paste sends an advert as the form does.
func paste(t *testing.T, h http.Handler, lang, text string) *httptest.ResponseRecorder {
	t.Helper()
	return ask(t, h, http.MethodPost, "/?lang="+lang, url.Values{field: {text}}.Encode(), "Content-Type", "application/x-www-form-urlencoded")
}

// wantIn looks for texts as they stand in a page or as they are read in it.
func wantIn(t *testing.T, page string, texts ...string) {
	t.Helper()
	read := html.UnescapeString(page)
	for _, text := range texts {
		if !strings.Contains(page, text) && !strings.Contains(read, text) {
			t.Errorf("the page lacks %q", text)
		}
	}
}

func wantNotIn(t *testing.T, page string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if strings.Contains(page, text) {
			t.Errorf("the page has %q", text)
		}
	}
}

func TestLanguages(t *testing.T) {
	p := testPortal(t)
	for i, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			form := ask(t, p, http.MethodGet, "/?lang="+lang, "").Body.String()
			wantIn(t, form, `<html lang="`+lang+`">`, "<title>"+words["site"][i]+"</title>", words["hint"][i], `<label for="advert">`, `<textarea id="advert" name="advert"`)
			warned := paste(t, p, lang, bad)
			wantIn(t, warned.Body.String(), "<h1>"+words["warn.head"][i]+"</h1>", "<title>"+words["warn.title"][i]+" – ", "Tourist visa", `rel="noopener noreferrer"`, "Ministry of External Affairs, India", "2026-02-28")
			for rule := range advisory.BuiltIn().All() {
				if rule.ID == "visa-tourist" {
					wantIn(t, warned.Body.String(), rule.Texts[lang])
				}
			}
			if got := warned.Header().Get("Content-Language"); got != lang {
				t.Errorf("Content-Language is %q", got)
			}
			open := paste(t, p, lang, "Hello").Body.String()
			wantIn(t, open, "<h1>"+words["tell.head"][i]+"</h1>", "<title>"+words["tell.title"][i]+" – ", words["check.agent"][i], words["asks.head"][i])
			empty := paste(t, p, lang, " \n").Body.String()
			wantIn(t, empty, words["err.empty"][i], `aria-describedby="fault hint"`, `aria-invalid="true"`, `id="fault"`, "<title>"+words["err.title"][i]+" – ")
		})
	}
}

func TestAcceptLanguage(t *testing.T) {
	p := testPortal(t)
	for header, want := range map[string]string{
		"":                             "en",
		"hi-IN,hi;q=0.9,en;q=0.8":      "hi",
		"fil-PH":                       "fil",
		"tl,en;q=0.5":                  "fil",
		"de-DE,de;q=0.9,hi;q=0.3":      "hi",
		"en;q=0.1, hi;q=0.7":           "hi",
		"hi;q=0, en":                   "en",
		"hi;q=x":                       "en",
		"ja":                           "en",
		strings.Repeat("hi;;q=,", 500): "en",
	} {
		if got := ask(t, p, http.MethodGet, "/", "", "Accept-Language", header).Header().Get("Content-Language"); got != want && len(header) < 100 {
			t.Errorf("%q: got %q, want %q", header, got, want)
		}
	}
	if got := ask(t, p, http.MethodGet, "/?lang=fil", "", "Accept-Language", "hi").Header().Get("Content-Language"); got != "fil" {
		t.Errorf("the address asks for fil, got %q", got)
	}
}

// TestRegister shows each answer of a register in each language, and the entries meant.
func TestRegister(t *testing.T) {
	p := testPortal(t)
	reasons := []advisory.Reason{
		advisory.ReasonListed, advisory.ReasonListedAgainst, advisory.ReasonAnotherName, advisory.ReasonNotListed, advisory.ReasonNothingAsked,
		advisory.ReasonUnreadable, advisory.ReasonEmpty, advisory.ReasonIncomplete, advisory.ReasonResembles, advisory.ReasonScript, advisory.ReasonLicenceDiffers,
		advisory.ReasonOtherLicence, advisory.ReasonSeveral, advisory.ReasonUnscoped, advisory.ReasonStatus, advisory.ReasonStale, advisory.ReasonTooCommon,
		advisory.ReasonLater,
	}
	statuses := slices.Collect(advisory.EntryStatuses())
	for n, reason := range reasons {
		found := advisory.Found{Entry: &advisory.Entry{Authority: "Bureau <1>", Name: "Agency & Sons", Licence: "L-7", Source: incident.Source{URL: "https://bureau.example/list"}}, Status: statuses[n%len(statuses)]}
		p.screen = func(*advisory.Offer, incident.Date) advisory.Screening {
			return advisory.Screening{Register: advisory.Answer{Reason: reason, AsOf: day(t, "2025-01-02"), Stale: true, Found: []advisory.Found{found, found, found, found}}}
		}
		for i, lang := range languages {
			page := paste(t, p, lang, "x").Body.String()
			key := "reg." + string(reason)
			if words[key][i] == "" {
				t.Errorf("there is no text for %s in %s", reason, lang)
			}
			wantIn(t, page, words[key][i], "2025-01-02", "Agency &amp; Sons", "L-7", "Bureau &lt;1&gt;", words["status."+string(found.Status)][i], `href="https://bureau.example/list" rel="noopener noreferrer"`)
			if got := strings.Count(page, "Agency &amp; Sons"); got != 3 {
				t.Errorf("%d entries are shown", got)
			}
		}
	}
}

// TestAdvisories shows who warns, in which language, and contacts that can be used alone.
func TestAdvisories(t *testing.T) {
	p := testPortal(t)
	a := &advisory.Advisory{
		ID: "1", Issuer: "Embassy", Issued: day(t, "2026-01-05"), Source: incident.Source{URL: "javascript:alert(1)"},
		Infos:    []advisory.Info{{Lang: "en", Instruction: "Call us <now>"}, {Lang: "hi", Instruction: "फोन करें"}},
		Contacts: []advisory.Contact{{Kind: advisory.Phone, Value: "+91 11 2301 4104"}, {Kind: advisory.Email, Value: "help(at)embassy"}},
	}
	p.screen = func(*advisory.Offer, incident.Date) advisory.Screening {
		return advisory.Screening{
			Advisories: []advisory.Stands{{Advisory: a, Standing: advisory.OpenEnded}},
			Favour:     []advisory.Flag{{Rule: &advisory.Rule{ID: "x", Favour: true, Publisher: "Ministry", Source: "https://m.example", Texts: map[string]string{"en": "A contract"}}, Compared: "USD 194 a month"}},
			Register:   advisory.Answer{Reason: advisory.ReasonNothingAsked},
		}
	}
	en, hi := paste(t, p, "en", "x").Body.String(), paste(t, p, "hi", "x").Body.String()
	wantIn(t, en, "Embassy", "2026-01-05", "Call us &lt;now&gt;", "+91 11 2301 4104", words["adv.open"][0], words["favour.note"][0], "A contract", "USD 194 a month")
	wantIn(t, hi, `<p lang="hi">फोन करें</p>`, `lang="en">A contract</p>`, words["adv.open"][1])
	wantNotIn(t, en, "help(at)embassy", "javascript:", "फोन")
	if n := len(regexp.MustCompile(`<h1>`).FindAllString(en, -1)); n != 1 {
		t.Errorf("%d first headings", n)
	}
}

// TestNotice: a text that warns of offers is said to be none.
func TestNotice(t *testing.T) {
	h := testPortal(t)
	notice := "Beware of fake jobs in Cambodia on a tourist visa. It is a trap."
	for i, lang := range languages {
		wantIn(t, paste(t, h, lang, notice).Body.String(), words["tell.notice"][i])
		if page := paste(t, h, lang, bad).Body.String(); strings.Contains(page, html.EscapeString(words["tell.notice"][i])) {
			t.Errorf("%s: an offer is said to be a warning", lang)
		}
	}
}
