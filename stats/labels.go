package stats

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/incident"
)

// labels finds different numbers for a part that two records label in words of one
// stem, when it is all that either says of the measure: "held as suspects" and
// "suspected members".
func (a *Account) labels() {
	var sole []*Figure
	for i := range a.Figures {
		if f := &a.Figures[i]; f.ofParts() && f.isSole() {
			sole = append(sole, f)
		}
	}
	for i, f := range sole {
		for _, g := range sole[i+1:] {
			if f.Measure == g.Measure && f.Group == g.Group && f.sameTime(g) && !f.Count.Agrees(g.Count) && sameStem(f.Label, g.Label) {
				a.add(f, incident.CodeAccountDisagree, []*Claim{f.Chosen, g.Chosen})
			}
		}
	}
}

// isSole reports whether the record of the figure's one claim gives no other
// figure of its measure.
func (f *Figure) isSole() bool {
	others := func(g incident.Figure) bool { return g.Measure != f.Measure }
	return len(f.Claims) == 1 && len(slices.DeleteFunc(slices.Clone(f.Chosen.Record.Figures), others)) == 1
}

// stem is how many letters words have to share at their start.
const stem = 5

// sameStem reports whether two labels have words that start alike.
func sameStem(a, b string) bool {
	stems := func(label string) (out []string) {
		for _, word := range strings.FieldsFunc(strings.ToLower(label), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
			if utf8.RuneCountInString(word) >= stem {
				out = append(out, string([]rune(word)[:stem]))
			}
		}
		return out
	}
	others := stems(b)
	return slices.ContainsFunc(stems(a), func(s string) bool { return slices.Contains(others, s) })
}
