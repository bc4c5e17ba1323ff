package main

import (
	"fmt"
	"strings"

	"github.com/rescuetally/rescuetally/adapters/tableio"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

const width = 100

// say says in English what an event comes to.
func say(a *stats.Account) string {
	var b strings.Builder
	name := a.Event
	if name == "" && len(a.Records) > 0 {
		name = "without an event: " + a.Records[0].ID
	}
	fmt.Fprintln(&b, tableio.Wrap(strings.TrimSpace(fmt.Sprintf("%s (%s)", tableio.EventWords(a), name)), width, "  "))
	for i := range a.Figures {
		fmt.Fprintln(&b, "  "+tableio.Wrap(sayFigure(&a.Figures[i]), width-2, "      "))
	}
	for i := range a.Conflicts {
		fmt.Fprintln(&b, "  ! "+tableio.Wrap(sayConflict(&a.Conflicts[i]), width-4, "      "))
	}
	for _, i := range stats.Increments([]*stats.Account{a}) {
		more := tableio.Words(i.Count) + " more"
		if i.Count.IsZero() {
			more = "the totals contradict each other"
		}
		fmt.Fprintln(&b, "  "+tableio.Wrap(fmt.Sprintf("In %d: %s. %s, as %s says.", i.Year, more, tableio.CountedWords(i.Key), i.Publisher), width-2, "      "))
	}
	for _, u := range spreadsheets(a) {
		fmt.Fprintln(&b, "  "+tableio.Wrap(fmt.Sprintf("Not to be added: all %s figures of %s would come to %s.",
			tableio.Group(int64(u.figures)), tableio.MeasureWords(u.measure), tableio.Words(u.count)), width-2, "      "))
	}
	fmt.Fprintln(&b)
	return b.String()
}

// A spreadsheet is what all figures of a measure would come to.
type spreadsheet struct {
	measure incident.Measure
	figures int
	count   incident.Count
}

// spreadsheets returns the measures of which an account has several figures that
// somebody might add.
func spreadsheets(a *stats.Account) (out []spreadsheet) {
	for m := range incident.Measures() {
		count, n := a.Unreconciled(m)
		for i := range a.Figures {
			if f := &a.Figures[i]; f.Measure == m && f.Count == count {
				n = 0 // it is what one of them says
			}
		}
		if n > 1 && !count.IsZero() {
			out = append(out, spreadsheet{m, n, count})
		}
	}
	return out
}

// sayFigure says what a figure comes to: "875 people freed (PAOCC, 2024-03-13,
// broken down into parts that add up to it). Others said: more than 400 (Bombo
// Radyo, parts add up to 408)."
func sayFigure(f *stats.Figure) string {
	what := tableio.MeasureWords(f.Measure)
	if of := tableio.GroupWords(f.Key); of != "" {
		what += " (" + of + ")"
	}
	if f.Chosen == nil {
		text := wordsOf(f)
		if text == "" {
			text = "not said"
		}
		return fmt.Sprintf("%s: no number of %s (%s).", text, what, publisherOf(f.Claims[0].Record))
	}
	said := fmt.Sprintf("%s %s (%s, %s).", tableio.Words(f.Count), what, sourceOf(f.Chosen), tableio.WhyWords(f.Why))
	var others, same []string
	for _, c := range f.Claims {
		switch {
		case c == f.Chosen || c.Count.IsZero():
		case c.Count == f.Chosen.Count && !differentParts(c):
			same = append(same, publisherOf(c.Record))
		default:
			others = append(others, sayClaim(c))
		}
	}
	if len(same) > 0 {
		said += " The same: " + strings.Join(same, ", ") + "."
	}
	if len(others) > 0 {
		said += " Others said: " + strings.Join(others, "; ") + "."
	}
	return said
}

func sayClaim(c *stats.Claim) string {
	said := fmt.Sprintf("%s (%s", tableio.Said(c.Count), sourceOf(c))
	if c.Path == "" {
		said += ", the sum of its parts"
	} else if differentParts(c) {
		said += ", parts add up to " + tableio.Words(c.List.Sum)
	}
	return said + ")"
}

// differentParts reports whether a claim's list of everyone comes to another number.
func differentParts(c *stats.Claim) bool { return c.List.Complete && c.List.Sum != c.Count }

func sourceOf(c *stats.Claim) string {
	name := publisherOf(c.Record)
	if day := c.Record.Published.String(); day != "" {
		return name + ", " + day
	}
	return name
}

// publisherOf returns who says what a record says, or the record's id.
func publisherOf(rec *incident.Record) string {
	if rec.Source.Name != "" {
		return rec.Source.Name
	}
	return "record " + rec.ID
}

func sayConflict(c *stats.Conflict) string {
	info, _ := c.Code.Info()
	what := "the report as a whole"
	if c.Key.Measure != "" {
		what = tableio.MeasureWords(c.Key.Measure)
		if of := tableio.GroupWords(c.Key); of != "" {
			what += " (" + of + ")"
		}
	}
	var sides []string
	for _, claim := range c.Claims {
		side := claim.Record.ID
		if !claim.Count.IsZero() {
			side = tableio.Said(claim.Count) + ", " + sourceOf(claim)
		}
		if c.Code == incident.CodeAccountDate {
			side += ", dates it " + claim.Record.Occurred.String()
		}
		sides = append(sides, side)
	}
	why := ""
	if c.Code == incident.CodeAccountCopy && c.Why != "" {
		why = " (" + tableio.WhyWords(c.Why) + ")"
	}
	apart := ""
	if c.Difference > 0 {
		apart = fmt.Sprintf(" (%s apart at least)", tableio.Group(c.Difference))
	}
	return fmt.Sprintf("%s: %s%s [%s]: %s%s", what, info.Meaning, why, c.Code, strings.Join(sides, "; "), apart)
}

// wordsOf returns what is said of a figure that nobody gives a number of.
func wordsOf(f *stats.Figure) string {
	if f.Chosen != nil {
		return ""
	}
	for _, c := range f.Claims {
		if text := c.Text(); text != "" {
			return text
		}
	}
	return ""
}

// sayProposal names records that may be about one event.
func sayProposal(p *stats.Proposal) string {
	var ids, reasons []string
	for _, rec := range p.Records {
		ids = append(ids, fmt.Sprintf("%s (%s)", rec.ID, publisherOf(rec)))
	}
	for _, reason := range p.Reasons {
		reasons = append(reasons, reason.String())
	}
	return tableio.Wrap(fmt.Sprintf("Perhaps one event, by %s (%g points): %s", strings.Join(reasons, ", "), p.Score, strings.Join(ids, "; ")), width, "  ") + "\n\n"
}
