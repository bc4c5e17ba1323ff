package stats

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// hotline is what a hotline says of a quarter: "complaints 740957", "share ~48 of
// complaints".
func hotline(t *testing.T, id, publisher, text string) *incident.Record {
	t.Helper()
	number, unit, _ := strings.Cut(text, " of ")
	r := counted(t, id, "e-"+id, number)
	r.Source.Name = publisher
	f := &r.Figures[0]
	f.Accrual, f.From, f.To, f.Unit = incident.AccrualPeriod, date(t, "2024-01"), date(t, "2024-04"), unit
	return r
}

func TestPortions(t *testing.T) {
	elsewhere := hotline(t, "x", "i4c", "complaints 99")
	elsewhere.Figures[0].From = date(t, "2023-01")
	some := hotline(t, "y", "i4c", "complaints 98")
	some.Figures[0].Group.Nationality = "IN"
	for name, c := range map[string]struct {
		records []*incident.Record
		want    []string
	}{
		"in another record":     {[]*incident.Record{hotline(t, "a", "i4c", "complaints 1000"), hotline(t, "b", "i4c", "share 48 of complaints")}, []string{"b a 475..485"}},
		"about":                 {[]*incident.Record{hotline(t, "a", "i4c", "complaints 1000"), hotline(t, "b", "i4c", "share ~50 of complaints")}, []string{"b a 445..555"}},
		"of at least so many":   {[]*incident.Record{hotline(t, "a", "i4c", "complaints >=1000"), hotline(t, "b", "i4c", "share 48 of complaints")}, []string{"b a >474"}},
		"at least":              {[]*incident.Record{hotline(t, "a", "i4c", "complaints 1000"), hotline(t, "b", "i4c", "share >45 of complaints")}, []string{"b a 450..1000"}},
		"of other things":       {[]*incident.Record{hotline(t, "a", "i4c", "calls 1000"), hotline(t, "b", "i4c", "share 48 of complaints")}, nil},
		"another publisher":     {[]*incident.Record{hotline(t, "a", "police", "complaints 1000"), hotline(t, "b", "i4c", "share 48 of complaints")}, nil},
		"another window, group": {[]*incident.Record{elsewhere, some, hotline(t, "b", "i4c", "share 48 of complaints")}, nil},
		"no number": {[]*incident.Record{hotline(t, "a", "i4c", "complaints 1000"), func() *incident.Record {
			r := hotline(t, "b", "i4c", "share 48 of complaints")
			r.Figures[0].Count, r.Figures[0].Text = incident.Count{}, "a significant portion"
			return r
		}()}, nil},
		"beside the total": {[]*incident.Record{with(hotline(t, "a", "i4c", "complaints 1000"), func(r *incident.Record) { r.Figures[0].Beside = true }), hotline(t, "b", "i4c", "share 48 of complaints")}, nil},
		"another country":  {[]*incident.Record{with(hotline(t, "a", "i4c", "complaints 1000"), func(r *incident.Record) { r.Place.Country = "LA" }), hotline(t, "b", "i4c", "share 48 of complaints")}, nil},
		"a running total":  {[]*incident.Record{with(hotline(t, "a", "i4c", "complaints 1000"), cumulative), hotline(t, "b", "i4c", "share 48 of complaints")}, nil},
		"two bases":        {[]*incident.Record{hotline(t, "a", "i4c", "complaints 1000"), hotline(t, "c", "i4c", "complaints 2000"), hotline(t, "b", "i4c", "share 48 of complaints")}, nil},
		"nobody":           {[]*incident.Record{hotline(t, "a", "", "complaints 1000"), hotline(t, "b", "", "share 48 of complaints")}, nil},
		"no window": {[]*incident.Record{
			with(hotline(t, "a", "i4c", "complaints 1000"), windowless), with(hotline(t, "b", "i4c", "share 48 of complaints"), windowless),
		}, nil},
		"no window in one event": {[]*incident.Record{
			with(hotline(t, "a", "i4c", "complaints 1000"), windowless), with(with(hotline(t, "b", "i4c", "share 48 of complaints"), windowless), func(r *incident.Record) { r.Event = "e-a" }),
		}, []string{"b a 475..485"}},
		"two of them": {
			[]*incident.Record{hotline(t, "a", "i4c", "complaints 1000"), hotline(t, "b", "i4c", "share 48 of complaints"), hotline(t, "c", "i4c", "share 30 of complaints")},
			[]string{"b a 475..485", "c a 295..305"},
		},
	} {
		for range 2 {
			slices.Reverse(c.records)
			var got []string
			for _, p := range Portions(slices.Collect(reconcile(t, c.records).Accounts(nil, incident.Date{}))) {
				got = append(got, fmt.Sprint(p.Share.Record.ID, " ", p.Base.Record.ID, " ", p.Count))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s: %q, want %q", name, got, c.want)
			}
		}
	}
}

// windowless takes the windows away.
func windowless(r *incident.Record) {
	for i := range r.Figures {
		r.Figures[i].From, r.Figures[i].To = incident.Date{}, incident.Date{}
	}
}

// TestSharesAreNoWhole: shares by nationality are not added up to one.
func TestSharesAreNoWhole(t *testing.T) {
	r := hotline(t, "a", "i4c", "share 60 of complaints")
	r.Figures[0].Group.Nationality = "IN"
	r.Figures = append(r.Figures, r.Figures[0])
	r.Figures[1].Group.Nationality, r.Figures[1].Count = "NP", incident.Exactly(70)
	for _, f := range only(t, nil, r).Figures {
		if f.Group.Nationality == "" {
			t.Errorf("shares come to %v", f.Count)
		}
	}
}

// TestCase42ShareIsKept: a share without a base is a share, is in no sum, and makes
// no number of anything.
func TestCase42ShareIsKept(t *testing.T) {
	r := hotline(t, "a", "i4c", "share 45..46")
	a := only(t, nil, r, hotline(t, "a", "i4c", "complaints 1000"))
	if f := a.Figures[len(a.Figures)-1]; f.Measure != incident.Share || f.Count != incident.Between(45, 46) || len(Portions([]*Account{a})) != 0 {
		t.Errorf("%v", f.Count)
	}
	if len(a.Excluded) != 1 || a.Excluded[0].Code != incident.CodeAccountShare {
		t.Errorf("left out: %v", a.Excluded)
	}
	tally := NewTally(Sum(incident.Share))
	addAll(t, tally, r)
	for _, row := range rowsOf(tally) {
		if row.Sums[0].Terms > 0 {
			t.Error("a share was added")
		}
	}
	// Shares of different things are no claims on one thing, and said to be none.
	two := []*incident.Record{hotline(t, "a", "i4c", "share 45 of calls"), hotline(t, "b", "i4c", "share 46 of complaints")}
	two[1].Event = two[0].Event
	if a := only(t, nil, two...); len(a.Figures) != 2 || len(a.Conflicts) != 1 || a.Conflicts[0].Code != incident.CodeAccountDefinition {
		t.Errorf("%d figures, %v", len(a.Figures), codes(a))
	}
}

// TestPortionsHoldTheTruth rounds true shares of true bases.
func TestPortionsHoldTheTruth(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	for range 5000 {
		base := 1 + rng.Int64N(5000)
		part := rng.Int64N(base + 1)
		share := incident.Exactly((200*part + base) / (2 * base)) // rounded to a percent
		if c, ok := portionOf(share, incident.Exactly(base)); !ok || !holds(c, part) {
			t.Fatalf("%v percent of %d is %v, truly %d", share, base, c, part)
		}
		low := 100 * part / base
		if c, ok := portionOf(incident.Between(low, low+1), incident.Exactly(base)); !ok || !holds(c, part) {
			t.Fatalf("between %d and %d percent of %d, truly %d", low, low+1, base, part)
		}
	}
	if c, ok := portionOf(incident.Exactly(100), incident.Exactly(1<<63-1)); !ok || !holds(c, 1<<63-1) {
		t.Errorf("of the largest base: %v", c)
	}
	for _, share := range []incident.Count{incident.Exactly(300), incident.Exactly(1 << 62), incident.AtLeast(101), incident.Exactly(48)} {
		if c, ok := portionOf(share, incident.Exactly(12)); ok { // 48 percent of 12 are no people
			t.Errorf("%v percent of 12: %v", share, c)
		}
	}
}
