package stats_test

import (
	"slices"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// story is a record of one event, that publishers give each in their own way.
func story(id, publisher, occurred string, figures ...incident.Figure) *incident.Record {
	day, err := incident.ParseDate(occurred)
	if err != nil {
		panic(err)
	}
	return &incident.Record{
		Kind: incident.KindRescue, ID: id, Event: "e", Occurred: day,
		Source: incident.Source{Name: publisher, Kind: incident.Media}, Figures: figures,
	}
}

func freed(n int64, nationality string) incident.Figure {
	return incident.Figure{Measure: incident.Freed, Count: incident.Exactly(n), Group: incident.Group{Nationality: nationality}}
}

// TestCopies shows which records of an event are taken for copies, and why.
func TestCopies(t *testing.T) {
	phrase := func(text string) incident.Figure {
		return incident.Figure{Measure: incident.Freed, Text: text, Count: incident.About(60)}
	}
	three := []incident.Figure{freed(47, ""), freed(29, "IN"), freed(18, "NP")}
	part := func(label string) incident.Figure {
		f := freed(60, "PK")
		f.Label = label
		return f
	}
	for name, c := range map[string]struct {
		a, b *incident.Record
		why  string
	}{
		"all figures": {story("a", "p", "2024-03-14", three...), story("b", "q", "2024-03-14", three...), stats.WhySameFigures},
		"one more": {
			story("a", "p", "2024-03-14", three...), story("b", "q", "2024-03-14", append(slices.Clone(three), freed(9, "LK"))...), stats.WhySameFigures,
		},
		"three of four": {
			story("a", "p", "2024-03-14", append(slices.Clone(three), freed(8, "LK"))...),
			story("b", "q", "2024-03-14", append(slices.Clone(three), freed(9, "LK"))...), stats.WhySameFigures,
		},
		"two of three":       {story("a", "p", "2024-03-14", three...), story("b", "q", "2024-03-14", freed(47, ""), freed(29, "IN"), freed(17, "NP")), ""},
		"other labels":       {story("a", "p", "2025-12", freed(38, "PK"), part("in shelters")), story("b", "q", "2025-12", freed(38, "PK"), part("kept in a shelter")), stats.WhySameFigures},
		"another day":        {story("a", "p", "2024-03-14", three...), story("b", "q", "2024-03-13", three...), ""},
		"no day":             {story("a", "p", "", three...), story("b", "q", "", three...), ""},
		"one publisher":      {story("a", "p", "2024-03-14", three...), story("b", "p", "2024-03-14", three...), ""},
		"one number":         {story("a", "p", "2024-03-14", freed(43, "MY")), story("b", "q", "2024-03-14", freed(43, "MY")), ""},
		"one agency":         {story("a", "AP mirror", "2024-03-14", freed(43, "MY")), story("b", "Radio (AP)", "2024-03-14", freed(43, "MY")), stats.WhySameAgency},
		"two agencies":       {story("a", "Post (AFP)", "2024-03-14", freed(43, "MY")), story("b", "Radio (AP)", "2024-03-14", freed(43, "MY")), ""},
		"agency in a word":   {story("a", "APEX", "2024-03-14", freed(43, "MY")), story("b", "Radio (AP)", "2024-03-14", freed(43, "MY")), ""},
		"agency, other size": {story("a", "AP", "2024-03-14", freed(43, "MY")), story("b", "Radio (AP)", "2024-03-14", freed(40, "MY")), ""},
		"one phrase":         {story("a", "p", "2024-05-20", phrase("約60人")), story("b", "q", "2024-05-20", phrase("約60人")), stats.WhySameWords},
		"other words":        {story("a", "p", "2024-05-20", phrase("約60人")), story("b", "q", "2024-05-20", phrase("60人ほど")), ""},
		"digits alone":       {story("a", "p", "2024-05-20", phrase("60")), story("b", "q", "2024-05-20", phrase("60")), ""},
	} {
		for _, records := range [][]*incident.Record{{c.a, c.b}, {c.b, c.a}} {
			a := accounts(t, records)["e"]
			var why string
			for _, conflict := range a.Conflicts {
				if conflict.Code == incident.CodeAccountCopy {
					why = conflict.Why
					if ids := []string{conflict.Claims[0].Record.ID, conflict.Claims[1].Record.ID}; !slices.Equal(ids, []string{"a", "b"}) {
						t.Errorf("%s: of %q", name, ids)
					}
				}
			}
			if why != c.why {
				t.Errorf("%s: %q, want %q", name, why, c.why)
			}
			if len(a.Records) != 2 || len(a.Excluded) > len(c.a.Figures)+len(c.b.Figures) {
				t.Errorf("%s: a record is left out: %v", name, a.Excluded)
			}
		}
	}
}

// TestCopiesOfOne shows that all that copy the earliest are one conflict.
func TestCopiesOfOne(t *testing.T) {
	figures := []incident.Figure{freed(47, ""), freed(29, "IN")}
	records := []*incident.Record{
		story("c", "p", "2024-03", figures...), story("a", "q", "2024-03", figures...), story("b", "r", "2024-03", figures...), story("d", "s", "2024-03", freed(40, "")),
	}
	records[1].Published, _ = incident.ParseDate("2024-04-02")
	records[2].Published, _ = incident.ParseDate("2024-04-01")
	a := accounts(t, records)["e"]
	var ids []string
	for _, c := range a.Conflicts {
		if c.Code == incident.CodeAccountCopy {
			for _, claim := range c.Claims {
				ids = append(ids, claim.Record.ID)
			}
		}
	}
	if !slices.Equal(ids, []string{"b", "a", "c"}) { // the earliest first, what has no date last
		t.Errorf("%q", ids)
	}
}
