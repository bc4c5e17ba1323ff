package stats_test

import (
	"slices"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// conflictIDs returns the ids, sorted, of the records of the first conflict with a code.
func conflictIDs(t *testing.T, code incident.Code, records ...*incident.Record) (ids []string) {
	t.Helper()
	for _, c := range accounts(t, records)["e"].Conflicts {
		if c.Code == code {
			for _, claim := range c.Claims {
				ids = append(ids, claim.Record.ID)
			}
			slices.Sort(ids)
			return ids
		}
	}
	return nil
}

func labelled(n int64, label string) incident.Figure {
	f := freed(n, "TW")
	f.Label = label
	return f
}

// TestLabels shows when two labels are taken for one thing.
func TestLabels(t *testing.T) {
	for name, c := range map[string]struct {
		a, b *incident.Record
		want []string
	}{
		"one stem":       {story("a", "p", "2022-08-14", labelled(3, "held as suspects")), story("b", "q", "2022-08-14", labelled(4, "Suspected members")), []string{"a", "b"}},
		"another stem":   {story("a", "p", "2022-08-14", labelled(3, "held as suspects")), story("b", "q", "2022-08-14", labelled(4, "pregnant")), nil},
		"short words":    {story("a", "p", "2022-08-14", labelled(3, "the men")), story("b", "q", "2022-08-14", labelled(4, "the men too")), nil},
		"the same":       {story("a", "p", "2022-08-14", labelled(3, "held as suspects")), story("b", "q", "2022-08-14", labelled(3, "suspected members")), nil},
		"beside a whole": {story("a", "p", "2022-08-14", labelled(3, "held as suspects"), freed(9, "TW")), story("b", "q", "2022-08-14", labelled(4, "suspected members")), nil},
		"months later":   {story("a", "p", "2022-08-14", labelled(3, "held as suspects")), story("b", "q", "2022-11-14", labelled(4, "suspected members")), nil},
		"Devanagari":     {story("a", "p", "2022-08-14", labelled(3, "संदिग्धों के रूप में")), story("b", "q", "2022-08-14", labelled(4, "संदिग्ध सदस्य")), []string{"a", "b"}},
	} {
		if got := conflictIDs(t, incident.CodeAccountDisagree, c.a, c.b); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestPartDates shows when the number of a whole is found with another day.
func TestPartDates(t *testing.T) {
	whole := story("a", "p", "2025-03-17", freed(400, "TW"))
	for name, c := range map[string]struct {
		other *incident.Record
		want  []string
	}{
		"the next days": {story("b", "q", "2025-03-18/2025-03-19", labelled(400, "Tuesday"), freed(554, "TW")), []string{"a", "b"}},
		"the same day":  {story("b", "q", "2025-03-17/2025-03-19", labelled(400, "Tuesday"), freed(554, "TW")), nil},
		"some month":    {story("b", "q", "2025-04", labelled(400, "Tuesday"), freed(554, "TW")), nil},
		"another size":  {story("b", "q", "2025-03-18/2025-03-19", labelled(401, "Tuesday"), freed(554, "TW")), nil},
	} {
		if got := conflictIDs(t, incident.CodeAccountDate, whole, c.other); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
