package stats

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/incident"
)

// with returns r after a change.
func with(r *incident.Record, change func(*incident.Record)) *incident.Record {
	change(r)
	return r
}

// only returns the account of records that share an event.
func only(t *testing.T, rule Rule, records ...*incident.Record) *Account {
	t.Helper()
	all := slices.Collect(reconcile(t, records).Accounts(rule, incident.Date{}))
	if len(all) != 1 {
		t.Fatalf("%d accounts, want 1", len(all))
	}
	return all[0]
}

// whole returns an account's first figure of everyone.
func whole(t *testing.T, a *Account) *Figure {
	t.Helper()
	for i := range a.Figures {
		if a.Figures[i].Group.IsZero() && a.Figures[i].Label == "" {
			return &a.Figures[i]
		}
	}
	t.Fatal("nobody says how many there were in all")
	return nil
}

func TestStepsOfTheRule(t *testing.T) {
	official := func(r *incident.Record) { r.Source.Kind = incident.Government }
	on := func(field, day string) func(*incident.Record) {
		return func(r *incident.Record) {
			if field == "published" {
				r.Published = date(t, day)
			} else {
				r.Occurred = date(t, day)
			}
		}
	}
	for _, c := range []struct {
		why, chosen, count string
		records            []*incident.Record
	}{
		{"only-claim", "a", "30", []*incident.Record{said(t, "a", "e", "30")}},
		{"only-claim", "b", "30", []*incident.Record{said(t, "a", "e", "30"), with(said(t, "b", "e", "30"), on("published", "2024-03-14"))}},
		{"only-claim", "a", "30", []*incident.Record{said(t, "a", "e", "30"), said(t, "b", "e", "")}},
		{"names-number", "b", "30", []*incident.Record{with(said(t, "a", "e", ">20"), official), said(t, "b", "e", "30")}}, // 30 is over 20
		{"official", "a", ">40", []*incident.Record{with(said(t, "a", "e", ">40"), official), said(t, "b", "e", "30")}},
		{"only-claim", "a", ">=30", []*incident.Record{said(t, "a", "e", ">=30"), said(t, "b", "e", "30")}},
		{"covers-everyone", "b", "40", []*incident.Record{
			with(with(said(t, "a", "e", "30", "IN", "20", "NP", "10"), on("occurred", "2024-03-13")), official),
			with(said(t, "b", "e", "40"), on("occurred", "2024-03-12/2024-03-13")),
		}},
		{"parts-add-up", "a", "30", []*incident.Record{
			said(t, "a", "e", "30", "IN", "20", "NP", "10"), with(said(t, "b", "e", "40", "IN", "20"), official),
		}},
		{"parts-add-up", "b", "30", []*incident.Record{ // one of those who name the number has the list
			said(t, "a", "e", "40"), with(said(t, "b", "e", "30"), on("published", "2024-03-14")), said(t, "c", "e", "30", "IN", "20", "NP", "10"),
		}},
		{"official", "a", "30", []*incident.Record{
			with(said(t, "a", "e", "30"), official), with(said(t, "b", "e", "40"), on("published", "2024-04-01")),
		}},
		{"official", "a", "30", []*incident.Record{
			with(said(t, "a", "e", "30"), func(r *incident.Record) { r.Source.Kind = incident.Police }),
			with(said(t, "b", "e", "40"), func(r *incident.Record) { r.Source.Kind = incident.IGO }),
			with(said(t, "c", "e", "50"), func(r *incident.Record) { r.Source.Kind = incident.NGO }),
		}},
		{"latest", "b", "40", []*incident.Record{said(t, "a", "e", "30"), with(said(t, "b", "e", "40"), on("published", "2024-03-16"))}},
		{"latest", "b", "40", []*incident.Record{with(said(t, "a", "e", "30"), on("published", "")), said(t, "b", "e", "40")}},
		{"smallest-id", "a", "30", []*incident.Record{said(t, "b", "e", "40"), said(t, "a", "e", "30")}},
	} {
		slices.Reverse(c.records)
		f := whole(t, only(t, OfficialFirst, c.records...))
		if f.Why != c.why || f.Chosen.Record.ID != c.chosen || f.Count.String() != c.count {
			t.Errorf("%v of %s because of %s, want %s of %s because of %s", f.Count, f.Chosen.Record.ID, f.Why, c.count, c.chosen, c.why)
		}
		if f.Chosen.Path != "/figures/0" || f.Chosen.Count != f.Count {
			t.Errorf("taken from %q with %v", f.Chosen.Path, f.Chosen.Count)
		}
	}
}

func TestLabelledPartsThatAddUpCount(t *testing.T) {
	a := said(t, "a", "e", "30")
	for _, label := range []string{"first flight", "second flight"} {
		f := a.Figures[0]
		f.Label, f.Count = label, incident.Exactly(15)
		a.Figures = append(a.Figures, f)
	}
	f := whole(t, only(t, OfficialFirst, a, with(said(t, "b", "e", "31"), func(r *incident.Record) { r.Published = date(t, "2024-03-20") })))
	if f.Count != incident.Exactly(30) || f.Why != "parts-add-up" {
		t.Errorf("%v because of %s", f.Count, f.Why)
	}
}

// TestPartsGoWithTheirWhole has an official who gives the larger part of the
// smaller whole.
func TestPartsGoWithTheirWhole(t *testing.T) {
	a := only(t, OfficialFirst, said(t, "a", "e", "30", "IN", "20", "NP", "10"),
		with(said(t, "b", "e", "29", "IN", "25"), func(r *incident.Record) { r.Source.Kind = incident.Government }))
	for _, f := range a.Figures {
		if f.Group.Nationality == "IN" && (f.Count != incident.Exactly(20) || f.Why != "with-its-whole") {
			t.Errorf("IN %v because of %s, want 20 with its whole", f.Count, f.Why)
		}
	}
}

// largest is a rule of a caller's own.
type largest struct{}

func (largest) Steps() []Step {
	return []Step{{"largest", func(a, b *Candidate) int {
		n, _ := a.Claims[0].Count.Best()
		m, _ := b.Claims[0].Count.Best()
		return int(m - n)
	}}}
}

type noSteps struct{}

func (noSteps) Steps() []Step { return nil }

func TestACallersRule(t *testing.T) {
	records := []*incident.Record{said(t, "a", "e", "30", "IN", "20", "NP", "10"), said(t, "b", "e", "29"), said(t, "c", "e", "41")}
	for _, c := range []struct {
		rule       Rule
		chosen     string
		why, count string
	}{
		{largest{}, "c", "largest", "41"}, {noSteps{}, "a", WhySmallestID, "30"}, {nil, "a", "parts-add-up", "30"}, {Default, "a", "parts-add-up", "30"},
	} {
		f := whole(t, only(t, c.rule, records...))
		if f.Chosen.Record.ID != c.chosen || f.Why != c.why || f.Count.String() != c.count {
			t.Errorf("%T: %v of %s because of %s", c.rule, f.Count, f.Chosen.Record.ID, f.Why)
		}
	}
}

func TestPolicyText(t *testing.T) {
	var p Policy
	if !p.IsZero() || p.String() != "official-first" || Policy(9).String() != "" {
		t.Errorf("%v", p)
	}
	for i, name := range Policies() {
		var back Policy
		text, err := Policy(i).MarshalText()
		if err != nil || string(text) != name || back.UnmarshalText(text) != nil || back != Policy(i) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if err := p.UnmarshalText([]byte("loudest-first")); codeOf(err) != incident.CodeCodeUnknown {
		t.Errorf("%v", err)
	}
}

func TestHappenings(t *testing.T) {
	type report struct{ id, occurred, count string }
	for _, c := range []struct {
		name    string
		reports []report
		want    []string // what each happening comes to
		open    int      // terms without a number, for what may have to be added
	}{
		{"a day apart is one raid", []report{{"a", "2024-03-13", "30"}, {"b", "2024-03-14", "31"}}, []string{"31"}, 0},
		{"two days apart too", []report{{"a", "2024-03-13", "30"}, {"b", "2024-03-15", "31"}}, []string{"31"}, 0},
		{"three days apart are two", []report{{"a", "2024-03-13", "30"}, {"b", "2024-03-16", "31"}}, []string{"30", "31"}, 0},
		{"the same number is one raid with a wrong date", []report{{"a", "2024-03-13", "30"}, {"b", "2024-06-13", "30"}}, []string{"30"}, 1},
		{"chained", []report{{"a", "2024-03-13", "30"}, {"b", "2024-03-15", "30"}, {"c", "2024-03-17", "30"}}, []string{"30"}, 0},
		{"an interval joins what it covers", []report{{"a", "2024-03-01/2024-03-31", "40"}, {"b", "2024-03-13", "30"}}, []string{"40"}, 0},
		{"a month joins the number it shares", []report{{"a", "2024-03-05", "30"}, {"b", "2024-03-25", "41"}, {"c", "2024-03", "41"}}, []string{"30", "41"}, 0},
		{"a month joins the first it can", []report{{"a", "2024-03-05", "30"}, {"b", "2024-03-25", "41"}, {"c", "2024-03", "29"}}, []string{"29", "41"}, 0},
		{"a month that is another stands alone", []report{{"a", "2024-03-05", "30"}, {"b", "2024-05", "29"}}, []string{"30", "29"}, 0},
		{"without a date it joins the first", []report{{"a", "2024-03-05", "30"}, {"b", "2024-05-05", "41"}, {"c", "", "29"}}, []string{"30", "41"}, 0},
		{"without a date it joins its number", []report{{"a", "2024-03-05", "30"}, {"b", "2024-05-05", "41"}, {"c", "", "41"}}, []string{"30", "41"}, 0},
		{"one number twice, and another", []report{{"a", "2024-01-05", "30"}, {"b", "2024-06-05", "41"}, {"c", "2024-06-05", "30"}}, []string{"30", "41"}, 0},
		{"without any date they are one", []report{{"a", "", "30"}, {"b", "", "31"}}, []string{"30"}, 0},
		{"open ends are days", []report{{"a", "../2024-03-13", "30"}, {"b", "2024-03-14/..", "31"}, {"c", "2024-05-14/..", "32"}}, []string{"31", "32"}, 0},
	} {
		var records []*incident.Record
		for i, r := range c.reports {
			rec := said(t, r.id, "e", r.count)
			rec.Occurred = date(t, r.occurred)
			if r.occurred != "" && i > 0 {
				rec.Published = date(t, "2024-03-18")
			}
			records = append(records, rec)
		}
		a := only(t, OfficialFirst, records...)
		var got []string
		for _, f := range a.Figures {
			got = append(got, f.Count.String())
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: -want +got\n%s", c.name, d)
		}
		tally := NewTally(Sum(incident.Freed))
		if err := tally.Add(a); err != nil {
			t.Fatal(err)
		}
		if row := rowsOf(tally)[0]; row.Sums[0].Terms != int64(len(c.want)+c.open) || row.Events != 1 {
			t.Errorf("%s: %d terms, %d events", c.name, row.Sums[0].Terms, row.Events)
		}
	}
}

// A report without a date, or of a year, that can hold what others date is
// about all of it: they are parts and not added to it.
func TestWhatCoversTheOthers(t *testing.T) {
	for _, occurred := range []string{"", "2024"} {
		for count, want := range map[string]incident.Count{
			"30": incident.Exactly(30), ">=25": incident.AtLeast(25), "12": incident.Exactly(32), // 12 holds no 20
		} {
			all := said(t, "c", "e", count)
			all.Occurred = date(t, occurred)
			first, second := said(t, "a", "e", "10"), said(t, "b", "e", "20")
			first.Occurred, second.Occurred = date(t, "2024-01-05"), date(t, "2024-06-05")
			all.Source.Kind = incident.Government
			tally := NewTally(Sum(incident.Freed))
			if err := tally.Add(only(t, OfficialFirst, all, first, second)); err != nil {
				t.Fatal(err)
			}
			if s := rowsOf(tally)[0].Sums[0]; s.Count != want {
				t.Errorf("%s in %q: %v, want %v", count, occurred, s.Count, want)
			}
		}
	}
}

// Two figures that a member of the group does not tell apart are not added.
func TestFiguresThatMayShareAreNotAdded(t *testing.T) {
	group := func(change func(*incident.Group)) incident.Group {
		var g incident.Group
		change(&g)
		return g
	}
	by := func(name, value string) incident.Group {
		return incident.Group{By: incident.NewBy(map[string]string{name: value})}
	}
	sex := func(s string) incident.Group { return group(func(g *incident.Group) { g.Sex = s }) }
	age := func(s string) incident.Group { return group(func(g *incident.Group) { g.Age = s }) }
	place := func(s string) incident.Group { return group(func(g *incident.Group) { g.Place = s }) }
	for _, c := range []struct {
		a, b  incident.Group
		apart bool // in one list, in two
		two   bool
	}{
		{age("adult"), age("18-24"), false, false},
		{age("child"), age("18-24"), true, true},
		{age("child"), age("adult"), true, true},
		{age("18-24"), age("25-30"), true, true},
		{age("18-24"), age("24-30"), false, false},
		{sex("F"), sex("M"), true, true},
		{sex("F"), sex("unknown"), true, false},
		{sex("F"), age("child"), false, false},
		{by("a", "x"), by("a", "y"), true, true},
		{by("a", "x"), by("b", "y"), false, false},
		{place("KH"), place("MM"), true, true},
		{place("KH"), place("Sihanoukville"), false, false},
		{place("camp A"), place("camp B"), true, false},
		{incident.Group{Nationality: "IN"}, incident.Group{Nationality: "OTHER"}, true, false},
	} {
		for _, one := range []bool{true, false} {
			r, q := said(t, "a", "e", ""), said(t, "b", "e", "")
			r.Figures, q.Figures = nil, nil
			part(t, r, c.a, "100")
			want := incident.Exactly(140)
			switch {
			case one:
				part(t, r, c.b, "40")
			default:
				part(t, q, c.b, "40")
			}
			if apart := one && c.apart || !one && c.two; !apart {
				want = incident.MoreThan(99)
			}
			tally := NewTally(Sum(incident.Freed))
			if err := tally.Add(only(t, OfficialFirst, r, q)); err != nil {
				t.Fatal(err)
			}
			low, _ := rowsOf(tally)[0].Sums[0].Count.Low()
			if l, _ := want.Low(); low != l {
				t.Errorf("%+v and %+v, one record %v: at least %d, want %d", c.a, c.b, one, low, l)
			}
		}
	}
}

func TestWindowsOfAnEventsFigures(t *testing.T) {
	for _, c := range []struct{ from, to, from2, to2, want string }{
		{"2024-01-01", "2024-01-31", "", "", "40"},                      // a part of the event
		{"2024-01-01", "2024-01-31", "2024-01-05", "2024-01-06", "100"}, // a part of the month
		{"2024-01-01", "2024-01-31", "2024-02-01", "2024-02-06", "140"}, // apart
		{"2024-01-01", "2024-01-31", "2024-01-30", "2024-02-06", ">99"}, // some may be the same
	} {
		r := said(t, "a", "e", "100")
		r.Figures[0].From, r.Figures[0].To = date(t, c.from), date(t, c.to)
		f := r.Figures[0]
		f.Count, f.From, f.To = incident.Exactly(40), date(t, c.from2), date(t, c.to2)
		r.Figures = append(r.Figures, f)
		tally := NewTally(Sum(incident.Freed))
		if err := tally.Add(only(t, OfficialFirst, r)); err != nil {
			t.Fatal(err)
		}
		if s := rowsOf(tally)[0].Sums[0]; s.Count.String() != c.want {
			t.Errorf("%+v: %v", c, s.Count)
		}
	}
}

// Windows that only overlap are named: neither is a part of the other.
func TestWindowsThatOnlyOverlap(t *testing.T) {
	for window, want := range map[[2]string]bool{
		{"2024-03", "2024-05"}: true, {"2024-02", "2024-03"}: false, {"2024-04", "2024-05"}: false,
	} {
		r := total(t, "a", "x", incident.AccrualPeriod, "2024-01", "2024-03", "100")
		q := total(t, "b", "x", incident.AccrualPeriod, window[0], window[1], "50")
		got := slices.ContainsFunc(only(t, Default, r, q).Conflicts, func(c Conflict) bool {
			return c.Code == incident.CodeAccountWindow && len(c.Claims) == 2 && c.Claims[0].Record.ID == "a" && c.Claims[1].Record.ID == "b"
		})
		if got != want {
			t.Errorf("%s to %s beside January to March: a conflict %v, want %v", window[0], window[1], got, want)
		}
	}
}

func TestAPartOfOneHappeningIsNotAddedToIt(t *testing.T) {
	first := said(t, "a", "e", "30", "IN", "20")
	second := with(said(t, "b", "e", "50", "IN", "10"), func(r *incident.Record) { r.Occurred = date(t, "2024-07-01") })
	third := with(said(t, "c", "e", "", "NP", "7"), func(r *incident.Record) { r.Occurred = date(t, "2024-10-01") })
	tally := NewTally(Sum(incident.Freed))
	if err := tally.Add(only(t, OfficialFirst, first, second, third)); err != nil {
		t.Fatal(err)
	}
	if s := rowsOf(tally)[0].Sums[0]; s.Count != incident.Exactly(87) {
		t.Errorf("%v, want 30 + 50 + 7", s.Count)
	}
}
