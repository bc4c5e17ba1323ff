package main

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// languages are those of the page, in the order of the texts in words.
var languages = []string{"en", "hi", "fil"} // read only

// language returns the one that the address asks for, or else the one that the reader's
// browser likes best, or else English.
func language(r *http.Request) string {
	if lang := r.URL.Query().Get("lang"); slices.Contains(languages, lang) {
		return lang
	}
	best, most := languages[0], 0.0
	for item := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		tag, weight, _ := strings.Cut(item, ";")
		lang, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
		if lang == "tl" { // Tagalog, as older browsers say
			lang = "fil"
		}
		q := 1.0
		if value, ok := strings.CutPrefix(strings.TrimSpace(weight), "q="); ok {
			q, _ = strconv.ParseFloat(value, 64) // what is no number is no wish
		}
		if q > most && slices.Contains(languages, lang) {
			best, most = lang, q
		}
	}
	return best
}
