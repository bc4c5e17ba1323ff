package main

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

var (
	textarea = regexp.MustCompile(`(?s)<textarea[^>]*>.*?</textarea>`)
	quoted   = regexp.MustCompile(`(?s)<q>.*?</q>`)
)

// TestHostile pastes what tries to get out of where it stands.
func TestHostile(t *testing.T) {
	p := testPortal(t)
	screen := p.screen
	p.screen = func(o *advisory.Offer, on incident.Date) advisory.Screening { // all of it is quoted, too
		s := screen(o, on)
		s.Findings = append(s.Findings, advisory.Flag{Rule: &advisory.Rule{Texts: map[string]string{"en": "x"}}, Words: o.Text})
		return s
	}
	for name, text := range map[string]string{
		"script":         `<script>alert(1)</script>`,
		"end of field":   `</textarea><script>alert(1)</script>`,
		"end of quote":   `</bdi></q><img src=x onerror=alert(1)>`,
		"attribute":      `" autofocus onfocus="alert(1)`,
		"single quotes":  `' onfocus='alert(1)`,
		"comment":        `<!-- <style>*{display:none}</style>`,
		"template":       `{{.}} {{define "form"}}`,
		"entity":         `&lt;script&gt; &#60;b&#62;`,
		"bidi":           "fee \u202e0001 \u2066x\u2069 \u200fy",
		"nul":            "a\x00b\x01c\x1b[31m",
		"long word":      strings.Repeat("W", 60<<10),
		"devanagari":     strings.Repeat("टूरिस्ट वीज़ा ", 64<<10/38),
		"joined letters": strings.Repeat("e\u0301\u0302", 1000),
		"line separator": "a\u2028b\u2029c",
		"wide":           strings.Repeat("﷽", 500),
	} {
		t.Run(name, func(t *testing.T) {
			w := paste(t, p, "en", text)
			page := w.Body.String()
			if w.Code != http.StatusOK {
				t.Fatalf("status %d", w.Code)
			}
			wantNotIn(t, page, "<script", "<img", "<!--", `onfocus="`, "onfocus='", "\x00")
			areas := textarea.FindAllString(page, -1)
			if len(areas) != 1 || strings.Count(areas[0], "<") != 2 {
				t.Fatalf("there is not one field: %d", len(areas))
			}
			for _, q := range quoted.FindAllString(page, -1) {
				if strings.Count(q, "<") != 4 || len([]rune(q)) > 6*mostQuoted {
					t.Errorf("a quote that is not one: %.200q", q)
				}
				wantNotIn(t, q, "\x1b", "\u202e", "\u2066", "\u200f")
			}
			rest := quoted.ReplaceAllString(textarea.ReplaceAllString(page, ""), "")
			for _, word := range []string{"alert", "onfocus", "onerror", "{{", "\x1b", "\u202e", "WWWW", "﷽"} {
				wantNotIn(t, rest, word)
			}
		})
	}
}

// TestKept: the text comes back as it was sent, so that it can be mended.
func TestKept(t *testing.T) {
	page := paste(t, testPortal(t), "en", "\n first\r\nsecond\rthird\n").Body.String()
	wantIn(t, page, ">\n\n first\nsecond\nthird\n</textarea>")
	wantIn(t, paste(t, testPortal(t), "en", "x"+strings.Repeat("y ", 32<<10)).Body.String(), "\nxy y", words["err.long"][0])
}

// TestApart: many people ask at once, and nobody reads anything of anybody else, neither
// then nor later.
func TestApart(t *testing.T) {
	p := testPortal(t)
	any := regexp.MustCompile(`Agency-\d+-x`)
	var wg sync.WaitGroup
	slots := make(chan struct{}, cap(p.slots)/2)
	for n := range 300 {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			own := fmt.Sprintf("Agency-%d-x", n)
			w := paste(t, p, languages[n%len(languages)], bad+" "+own+" "+strings.Repeat("tourist visa ", n))
			if w.Code != http.StatusOK {
				t.Errorf("status %d", w.Code)
			}
			seen := any.FindAllString(w.Body.String(), -1)
			for _, s := range seen {
				if s != own {
					t.Errorf("%s reads of %s", own, s)
				}
			}
			if len(seen) == 0 {
				t.Errorf("%s does not come back", own)
			}
		})
	}
	wg.Wait()
	for _, w := range []string{ask(t, p, http.MethodGet, "/", "").Body.String(), paste(t, p, "en", "").Body.String(), ask(t, p, http.MethodGet, "/x", "").Body.String()} {
		if any.MatchString(w) {
			t.Error("somebody's text shows for somebody else")
		}
	}
}
