package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/rescuetally/rescuetally/advisory"
)

// writeText says in plain words what there is to say of an offer.
func writeText(out io.Writer, r *result) error {
	w := bufio.NewWriter(out)
	s := &r.screening
	if s.Verdict == advisory.VerdictWarn {
		fmt.Fprintln(w, "WARN: do not go on with this offer before an authority has looked at it.")
	} else {
		fmt.Fprintln(w, "CANNOT TELL: not enough speaks against this offer to warn of it. That does not make it safe.")
	}
	if s.Notice {
		fmt.Fprintln(w, "The text reads as a warning or a report, not as an offer: nothing in it was counted.")
	}
	fmt.Fprintf(w, "On %s. What was found weighs %d; %d is enough to warn. Rules of %s.\n", r.on, s.Weight, s.WarnAt, s.Rules)
	if len(s.Findings) > 0 {
		fmt.Fprintln(w, "\nWhat speaks against it")
	}
	for i := range s.Findings {
		writeFlag(w, &s.Findings[i], r.lang)
	}
	if len(s.Advisories) > 0 {
		fmt.Fprintln(w, "\nAdvisories in force that speak of it")
	}
	for _, stands := range s.Advisories {
		writeAdvisory(w, stands)
	}
	fmt.Fprintf(w, "\nThe register of agents\n  %s\n", registerWords(s.Register))
	if len(s.Favour) > 0 {
		fmt.Fprintln(w, "\nWhat it states in its favour, which nobody has checked")
	}
	for i := range s.Favour {
		writeFlag(w, &s.Favour[i], r.lang)
	}
	if len(s.Asks) > 0 {
		fmt.Fprintln(w, "\nWhat it does not state and would let more be told")
	}
	for _, ask := range s.Asks {
		fmt.Fprintf(w, "  %s: %s\n", ask.Member, ask.Text(r.lang))
	}
	fmt.Fprintln(w)
	return w.Flush()
}

func writeFlag(w io.Writer, f *advisory.Flag, lang string) {
	weight := "  "
	if f.Counts {
		weight = fmt.Sprint(f.Rule.Weight, " ")
	}
	fmt.Fprintf(w, "  %s%s [%s]\n", weight, f.Rule.Text(lang), f.Rule.ID)
	if f.Words != "" {
		fmt.Fprintf(w, "      in %s: %q\n", f.Path, strings.Join(strings.Fields(f.Words), " "))
	}
	if f.Compared != "" {
		fmt.Fprintf(w, "      compared with %s\n", f.Compared)
	}
	fmt.Fprintf(w, "      %s\n", strings.TrimSuffix(f.Publisher()+", "+f.Source(), ", "))
}

func writeAdvisory(w io.Writer, stands advisory.Stands) {
	a := stands.Advisory
	fmt.Fprintf(w, "  %s, %s, %s: %s\n", a.ID, a.Issuer, a.Issued, stands.Standing)
	if a.Source.URL != "" {
		fmt.Fprintf(w, "      %s\n", a.Source.URL)
	}
	for _, c := range a.Usable() {
		fmt.Fprintf(w, "      %s: %s\n", c.Kind, c.Value)
	}
}

// registerWords says what the register says.
func registerWords(a advisory.Answer) string {
	words := map[advisory.Reason]string{
		advisory.ReasonListed:         "Yes: it lists the agent, with a licence that is valid on the day.",
		advisory.ReasonListedAgainst:  "No: it lists the agent as " + string(a.Status) + ".",
		advisory.ReasonAnotherName:    "No: the licence belongs to another name.",
		advisory.ReasonNotListed:      "No: it does not list the agent.",
		advisory.ReasonNothingAsked:   "It was not asked: the offer names no agent and no licence.",
		advisory.ReasonUnreadable:     "Cannot tell: the licence or the name cannot be read.",
		advisory.ReasonEmpty:          "Cannot tell: there is no register.",
		advisory.ReasonIncomplete:     "Cannot tell: it does not list the agent, and is not known to be complete.",
		advisory.ReasonResembles:      "Cannot tell: it lists only a similar name.",
		advisory.ReasonScript:         "Cannot tell: it is in another script.",
		advisory.ReasonLicenceDiffers: "Cannot tell: of the licence, office, type or year are others.",
		advisory.ReasonOtherLicence:   "Cannot tell: it lists the name with another licence.",
		advisory.ReasonSeveral:        "Cannot tell: several agents may be meant.",
		advisory.ReasonUnscoped:       "Cannot tell: the licence could be of several countries.",
		advisory.ReasonStatus:         "Cannot tell: the status on the day is not known.",
		advisory.ReasonStale:          "Cannot tell: the register is too old.",
		advisory.ReasonLater:          "Cannot tell: the register is of a later day.",
		advisory.ReasonTooCommon:      "Cannot tell: too many agents may be meant.",
	}[a.Reason]
	if !a.AsOf.IsZero() {
		words += " It is of " + a.AsOf.String() + "."
	}
	if a.Stale && a.Reason != advisory.ReasonStale && a.Reason != advisory.ReasonEmpty {
		words += " That is too long ago for what speaks in an agent's favour."
	}
	return words
}
