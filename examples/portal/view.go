package main

import (
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

// Favour is what the advert states in its own favour: what the register says of the agent
// stands with the register.
func (v *view) Favour() (stated []advisory.Flag) {
	for _, f := range v.Screening.Favour {
		if f.Entry == nil {
			stated = append(stated, f)
		}
	}
	return stated
}

// mostAdvisories is how many advisories are shown at once: a phone shows one or two.
const mostAdvisories = 4

// Newest and Older are the advisories that hold, the newest first.
func (v *view) Newest() []advisory.Stands {
	return v.Screening.Advisories[:min(len(v.Screening.Advisories), mostAdvisories)]
}

// Older are the others.
func (v *view) Older() []advisory.Stands { return v.Screening.Advisories[len(v.Newest()):] }

// stands is one advisory that holds, for the page.
type stands struct {
	*view
	advisory.Stands
}

// Stands returns what a template shows of an advisory.
func (v *view) Stands(s advisory.Stands) *stands { return &stands{v, s} }

// Info returns the text of the advisory in the language of the page, or else in English,
// or else in the first that there is.
func (s *stands) Info() *advisory.Info {
	for _, lang := range []string{s.Lang, languages[0]} {
		if info, ok := s.Advisory.In(lang); ok {
			return &info
		}
	}
	if len(s.Advisory.Infos) > 0 {
		return &s.Advisory.Infos[0]
	}
	return nil
}

// Holds says whether the advisory is in force.
func (s *stands) Holds() string {
	return s.T(map[advisory.Standing]string{advisory.InForce: "adv.inforce", advisory.OpenEnded: "adv.open", advisory.Perhaps: "adv.perhaps"}[s.Standing])
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
