package main

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/advisory"
)

// TestWords looks for each text in all languages, in letters of its own.
func TestWords(t *testing.T) {
	devanagari := regexp.MustCompile(`\p{Devanagari}`)
	for key, texts := range words {
		for i, text := range texts {
			switch {
			case strings.TrimSpace(text) == "" || text != strings.TrimSpace(text):
				t.Errorf("%s has no text in %s, or spaces around it", key, languages[i])
			case devanagari.MatchString(text) != (languages[i] == "hi"):
				t.Errorf("%s in %s is in other letters", key, languages[i])
			case strings.ContainsAny(text, "<>%"):
				t.Errorf("%s in %s is no plain text", key, languages[i])
			}
		}
		if texts[0] == texts[2] && !slices.Contains([]string{"kind.email", "kind.url", "kind.app"}, key) {
			t.Errorf("%s is not translated", key)
		}
	}
}

// TestWordsUsed compares the texts with what the template and the program ask for.
func TestWordsUsed(t *testing.T) {
	html, err := files.ReadFile("page.html")
	if err != nil {
		t.Fatal(err)
	}
	asked := map[string]bool{}
	for _, m := range regexp.MustCompile(`\.T "([^"]+)"`).FindAllStringSubmatch(string(html), -1) {
		asked[m[1]] = true
	}
	for key := range asked {
		if _, ok := words[key]; !ok {
			t.Errorf("the page asks for %q, which is no text", key)
		}
	}
	computed := regexp.MustCompile(`^(reg|status|kind|err|adv)\.|^(warn|tell)\.title$`) // by reason, status, kind, fault and standing
	for _, key := range slices.Sorted(maps.Keys(words)) {
		if !asked[key] && !computed.MatchString(key) {
			t.Errorf("nobody asks for %q", key)
		}
	}
	for _, kind := range []advisory.ContactKind{advisory.Phone, advisory.Email, advisory.URL, advisory.App} {
		if _, ok := words["kind."+string(kind)]; !ok {
			t.Errorf("there is no text for %q", kind)
		}
	}
	for status := range advisory.EntryStatuses() {
		if _, ok := words["status."+status.String()]; !ok {
			t.Errorf("there is no text for %q", status)
		}
	}
}

// comfort is what may be said of an offer only to deny it, and how each language denies.
var comfort = []struct{ praise, denial *regexp.Regexp }{
	{regexp.MustCompile(`(?i)\b(safe|safely|genuine|trustworthy|trusted|legit|legitimate|harmless|reliable|no risk|verified)\b`), regexp.MustCompile(`(?i)\b(not|no|never|nobody)\b`)},
	{regexp.MustCompile(`सुरक्षित|भरोसेमंद|असली|विश्वसनीय|कोई खतरा|सत्यापित`), regexp.MustCompile(`नहीं|न `)},
	{regexp.MustCompile(`(?i)\b(ligtas|tunay|lehitimo|mapagkakatiwalaan|totoo|walang panganib|beripikado)\b`), regexp.MustCompile(`(?i)\b(hindi|wala|walang)\b`)},
}

// falseComfort returns the sentence of a text that comforts.
func falseComfort(text string) string {
	for _, sentence := range regexp.MustCompile(`[.!?।;:]`).Split(text, -1) {
		for _, c := range comfort {
			if c.praise.MatchString(sentence) && !c.denial.MatchString(sentence) {
				return sentence
			}
		}
	}
	return ""
}

func TestNeverSafe(t *testing.T) {
	for _, text := range []string{"This offer is safe.", "It is not known. It is safe", "यह प्रस्ताव सुरक्षित है।", "Ligtas ang alok na ito", "A genuine offer"} {
		if falseComfort(text) == "" {
			t.Errorf("the test does not find %q", text)
		}
	}
	for key, texts := range words {
		for _, text := range texts {
			if s := falseComfort(text); s != "" {
				t.Errorf("%s says %q", key, s)
			}
		}
	}
	for rule := range advisory.BuiltIn().All() {
		for _, text := range rule.Texts {
			if s := falseComfort(text); s != "" {
				t.Errorf("rule %s says %q", rule.ID, s)
			}
		}
	}
	p := testPortal(t)
	tags := regexp.MustCompile(`(?s)<style>.*?</style>|<[^>]*>`)
	for _, lang := range languages {
		for _, text := range []string{bad, "Hello", "", "Licensed agency. Employment visa, written contract, no fee, receipts given."} {
			for line := range strings.SplitSeq(tags.ReplaceAllString(paste(t, p, lang, text).Body.String(), ""), "\n") {
				if s := falseComfort(line); s != "" {
					t.Errorf("a page in %s says %q", lang, s)
				}
			}
		}
	}
}
