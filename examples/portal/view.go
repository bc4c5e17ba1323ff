package main

import (
	"strings"
	"unicode"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// A view is what one page shows.
type view struct {
	Lang      string
	Status    int
	Day       incident.Date       // of the screening
	Text      string              // that was sent
	Fault     string              // the word for what went wrong, empty for nothing
	Screening *advisory.Screening // nil for none
}

func (v *view) fail(status int, fault string) { v.Status, v.Fault = status, fault }

// T returns a text of the page.
func (v *view) T(key string) string {
	for i, lang := range languages {
		if lang == v.Lang {
			return words[key][i]
		}
	}
	return ""
}

// Kind is what the page is: the form alone, a verdict, the form with something to mend
// in its field, or nothing but trouble.
func (v *view) Kind() string {
	switch {
	case v.Screening != nil && v.Screening.Verdict == advisory.VerdictWarn:
		return "warn"
	case v.Screening != nil:
		return "tell"
	case v.Fault == "err.path" || v.Fault == "err.method" || v.Fault == "err.type" || v.Fault == "err.broken":
		return "trouble"
	case v.Fault != "":
		return "mend"
	}
	return "form"
}

// Title tells the pages apart: it is what is heard first.
func (v *view) Title() string {
	switch v.Kind() {
	case "warn", "tell":
		return v.T(v.Kind()+".title") + " – " + v.T("site")
	case "form":
		return v.T("site")
	}
	return v.T("err.title") + " – " + v.T("site")
}

// Languages are those of the page with their own names.
func (v *view) Languages() [][2]string {
	return [][2]string{{"en", "English"}, {"hi", "हिन्दी"}, {"fil", "Filipino"}}
}

// A flag is one thing that was found, for the page.
type flag struct {
	*view
	advisory.Flag
}

// Flag returns what a template shows of something found.
func (v *view) Flag(f advisory.Flag) *flag { return &flag{v, f} }

// Text is what was found, in the language of the page, or else in English.
func (f *flag) Text() string { return f.Rule.Text(f.Lang) }

// In is the language of Text.
func (f *flag) In() string {
	if f.Rule.Texts[f.Lang] != "" {
		return f.Lang
	}
	return languages[0]
}

// Info returns the text of an advisory in the language of the page, or else in English,
// or else in the first that there is.
func (v *view) Info(a *advisory.Advisory) *advisory.Info {
	for _, lang := range []string{v.Lang, languages[0]} {
		if info, ok := a.In(lang); ok {
			return &info
		}
	}
	if len(a.Infos) > 0 {
		return &a.Infos[0]
	}
	return nil
}

// Standing is the word for whether an advisory holds.
func (v *view) Standing(s advisory.Standing) string {
	return v.T(map[advisory.Standing]string{advisory.InForce: "adv.inforce", advisory.OpenEnded: "adv.open", advisory.Perhaps: "adv.perhaps"}[s])
}

// Entries are the entries of a register that may be meant, the likest few.
func (v *view) Entries() []advisory.Found {
	const most = 3
	found := v.Screening.Register.Found
	return found[:min(len(found), most)]
}

// Stale reports whether the age of the register is still to be told.
func (v *view) Stale() bool {
	a := &v.Screening.Register
	return a.Stale && a.Reason != advisory.ReasonStale && a.Reason != advisory.ReasonEmpty
}

// mostQuoted is how many characters of the advert are quoted at one place.
const mostQuoted = 300

// quote makes words of an advert fit to stand in a sentence: on one line, not too long,
// and without the characters that are not seen and turn round what is.
func quote(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	var b strings.Builder
	n := 0
	for _, r := range text {
		if n++; n > mostQuoted {
			b.WriteString("…")
			break
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			r = unicode.ReplacementChar
		}
		b.WriteRune(r)
	}
	return b.String()
}

// web returns an address that can be followed, or "".
func web(address string) string {
	if strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://") {
		return address
	}
	return ""
}
