package stats

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/incident"
)

// total is a record of one publisher with a figure over a window.
func total(t *testing.T, id, publisher string, accrual incident.Accrual, from, to, count string) *incident.Record {
	t.Helper()
	r := said(t, id, "e", count)
	r.Source.Name = publisher
	f := &r.Figures[0]
	f.Accrual, f.From, f.To = accrual, date(t, from), date(t, to)
	r.Published = date(t, to)
	return r
}

func codes(a *Account) (out []incident.Code) {
	for _, c := range a.Conflicts {
		out = append(out, c.Code)
	}
	return out
}

func TestRunningTotals(t *testing.T) {
	records := []*incident.Record{
		total(t, "1", "embassy", incident.AccrualCumulative, "", "2024-03-30", "250"),
		total(t, "2", "embassy", incident.AccrualCumulative, "", "2024-05-30", "300"), // later, other event
		total(t, "3", "embassy", incident.AccrualCumulative, "2024", "2024-04-30", "90"),
		total(t, "4", "hotline", incident.AccrualCumulative, "", "2024-04-30", "250"),
		total(t, "5", "hotline", incident.AccrualStock, "", "2024-04-30", "12"),
		total(t, "6", "hotline", incident.AccrualStock, "", "2024-03-30", "40"),
		total(t, "7", "hotline", incident.AccrualPeriod, "2024-03", "2024-04", "9"),
		total(t, "8", "hotline", incident.AccrualEvent, "", "", "9"),
		with(total(t, "9", "hotline", incident.AccrualCumulative, "", "2024-06-30", "999"), func(r *incident.Record) { r.Figures[0].Beside = true }),
		with(total(t, "10", "hotline", incident.AccrualCumulative, "", "2024-06-30", "999"), func(r *incident.Record) { r.Figures[0].Label = "planned" }),
		with(total(t, "11", "hotline", incident.AccrualCumulative, "", "2024-06-30", "999"), func(r *incident.Record) { r.Figures[0].Count = incident.Count{} }),
	}
	records[1].Event = "another"
	all := slices.Collect(reconcile(t, records).Accounts(nil, incident.Date{}))
	var got []string
	for _, r := range RunningTotals(all) {
		got = append(got, r.Publisher+" "+string(r.Key.Accrual)+" since "+r.Key.From.String()+" to "+r.Key.To.String()+": "+r.Count.String()+" of "+r.Record.ID)
	}
	want := []string{
		"embassy cumulative since  to 2024-05-30: 300 of 2",
		"embassy cumulative since 2024 to 2024-04-30: 90 of 3",
		"hotline cumulative since  to 2024-04-30: 250 of 4",
		"hotline stock since  to 2024-04-30: 12 of 5",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	slices.Reverse(all)
	if d := cmp.Diff(len(want), len(RunningTotals(all))); d != "" {
		t.Error(d)
	}
	// None of them is in a sum.
	tally := NewTally(Sum(incident.Freed))
	for _, a := range all {
		if err := tally.Add(a); err != nil {
			t.Fatal(err)
		}
	}
	if s := rowsOf(tally)[0].Sums[0]; s.Count != incident.Exactly(9) {
		t.Errorf("%v, want the 9 of the event alone", s.Count)
	}
}

func TestARunningTotalThatFell(t *testing.T) {
	for _, c := range []struct {
		name          string
		before, after *incident.Record
		shrank        bool
	}{
		{"fell", total(t, "1", "x", incident.AccrualCumulative, "", "2024-03", "250"), total(t, "2", "x", incident.AccrualCumulative, "", "2024-04", "240"), true},
		{"rose", total(t, "1", "x", incident.AccrualCumulative, "", "2024-03", "250"), total(t, "2", "x", incident.AccrualCumulative, "", "2024-04", "260"), false},
		{"may not have fallen", total(t, "1", "x", incident.AccrualCumulative, "", "2024-03", "~250"), total(t, "2", "x", incident.AccrualCumulative, "", "2024-04", "240"), false},
		{"at least", total(t, "1", "x", incident.AccrualCumulative, "", "2024-03", "250"), total(t, "2", "x", incident.AccrualCumulative, "", "2024-04", ">=200"), false},
		{"other publishers", total(t, "1", "x", incident.AccrualCumulative, "", "2024-03", "250"), total(t, "2", "y", incident.AccrualCumulative, "", "2024-04", "240"), false},
		{"other starts", total(t, "1", "x", incident.AccrualCumulative, "2021", "2024-03", "250"), total(t, "2", "x", incident.AccrualCumulative, "2022", "2024-04", "240"), false},
		{"stocks may fall", total(t, "1", "x", incident.AccrualStock, "", "2024-03", "250"), total(t, "2", "x", incident.AccrualStock, "", "2024-04", "240"), false},
		{"not stated", total(t, "1", "x", incident.AccrualCumulative, "", "2024-03", "250"), with(total(t, "2", "x", incident.AccrualCumulative, "", "2024-04", "1"),
			func(r *incident.Record) { r.Figures[0].Count = incident.Count{} }), false},
	} {
		a := only(t, OfficialFirst, c.before, c.after)
		if got := slices.Contains(codes(a), incident.CodeAccountShrank); got != c.shrank {
			t.Errorf("%s: %v", c.name, codes(a))
		}
		if !c.shrank {
			continue
		}
		for _, x := range a.Conflicts {
			if x.Code == incident.CodeAccountShrank && (x.Claims[0].Record.ID != "2" || x.Claims[1].Record.ID != "1") {
				t.Errorf("%s: between %s and %s", c.name, x.Claims[0].Record.ID, x.Claims[1].Record.ID)
			}
		}
	}
}

func TestPeriodsThatDoNotOverlapAreAdded(t *testing.T) {
	period := func(id, from, to, count string) *incident.Record {
		return total(t, id, "embassy", incident.AccrualPeriod, from, to, count)
	}
	nation := func(r *incident.Record, code string) *incident.Record {
		r.Figures[0].Group.Nationality = code
		return r
	}
	country := func(r *incident.Record, code string) *incident.Record {
		r.Place.Country = code
		return r
	}
	for _, c := range []struct {
		name    string
		records []*incident.Record
		want    string
		terms   int64
	}{
		{"after each other", []*incident.Record{period("1", "2024-01", "2024-02", "10"), period("2", "2024-03", "2024-04", "20")}, "30", 2},
		{"one covers both", []*incident.Record{period("1", "2024-01", "2024-02", "10"), period("2", "2024-03", "2024-04", "20"), period("3", "2024-01", "2024-04", "35")}, "35", 1},
		{"the same window twice", []*incident.Record{period("1", "2024-01", "2024-02", "10"), period("2", "2024-01", "2024-02", "12")}, "10", 1},
		{"other nationalities", []*incident.Record{nation(period("1", "2024-01", "2024-02", "10"), "IN"), nation(period("2", "2024-02", "2024-04", "20"), "NP")}, "30", 2},
		{"other countries", []*incident.Record{country(period("1", "2024-01", "2024-02", "10"), "KH"), country(period("2", "2024-02", "2024-04", "20"), "MM")}, "30", 2},
		{"a part of the same window", []*incident.Record{period("1", "2024-01", "2024-02", "10"), nation(period("2", "2024-01", "2024-02", "7"), "IN")}, "10", 1},
	} {
		tally := NewTally(Sum(incident.Freed))
		if err := tally.Add(only(t, OfficialFirst, c.records...)); err != nil {
			t.Fatal(err)
		}
		if s := rowsOf(tally)[0].Sums[0]; s.Count.String() != c.want || s.Terms != c.terms {
			t.Errorf("%s: %v in %d terms, want %s in %d", c.name, s.Count, s.Terms, c.want, c.terms)
		}
	}
	// Windows that touch are not added: the sum is a low bound, and says so.
	a := only(t, OfficialFirst, period("1", "2024-01", "2024-02", "10"), period("2", "2024-02", "2024-04", "20"))
	tally := NewTally(Sum(incident.Freed))
	if err := tally.Add(a); err != nil {
		t.Fatal(err)
	}
	s := rowsOf(tally)[0].Sums[0]
	if low, ok := s.Count.Low(); !ok || low != 20 {
		t.Errorf("%v, want at least 20", s.Count)
	}
	if _, ok := s.Count.High(); ok {
		t.Errorf("%v, though up to 30 may have been freed", s.Count)
	}
	if !slices.ContainsFunc(a.Excluded, func(x Exclusion) bool { return x.Code == incident.CodeAccountOverlap && x.Record.ID == "1" }) {
		t.Errorf("left out: %+v", a.Excluded)
	}
	// What happened in the event itself comes before what was counted in periods.
	a = only(t, OfficialFirst, period("1", "2024-01", "2024-02", "10"), said(t, "2", "e", "7"))
	tally = NewTally(Sum(incident.Freed))
	if err := tally.Add(a); err != nil {
		t.Fatal(err)
	}
	if s := rowsOf(tally)[0].Sums[0]; s.Terms != 1 || s.Count != incident.Exactly(7) {
		t.Errorf("%v in %d terms", s.Count, s.Terms)
	}
	for code, n := range tally.Left() {
		if code != incident.CodeAccountOverlap || n != 1 {
			t.Errorf("%s %d, want the period said to be left out", code, n)
		}
	}
	if len(a.Excluded) != 1 {
		t.Errorf("left out: %+v", a.Excluded)
	}
}

func TestAgesMayOverlap(t *testing.T) {
	ages := func(a, b string) int64 {
		r := total(t, "1", "x", incident.AccrualPeriod, "2024-01", "2024-03", "10")
		q := total(t, "2", "x", incident.AccrualPeriod, "2024-02", "2024-04", "20")
		r.Figures[0].Group.Age, q.Figures[0].Group.Age = a, b
		tally := NewTally(Sum(incident.Freed))
		if err := tally.Add(only(t, OfficialFirst, r, q)); err != nil {
			t.Fatal(err)
		}
		low, _ := rowsOf(tally)[0].Sums[0].Count.Low()
		return low
	}
	for _, c := range []struct {
		a, b string
		want int64
	}{{"child", "adult", 30}, {"child", "child", 20}, {"18-24", "adult", 20}, {"", "adult", 20}, {"18-24", "20-30", 20}} {
		if got := ages(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: at least %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestOneNumberUnderTwoDefinitions(t *testing.T) {
	event := said(t, "1", "e", "250")
	running := total(t, "2", "embassy", incident.AccrualCumulative, "", "2024-03-30", "~250")
	if got := codes(only(t, OfficialFirst, event, running)); !slices.Equal(got, []incident.Code{incident.CodeAccountDefinition}) {
		t.Errorf("%v", got)
	}
	running.Figures[0].Count = incident.Exactly(260)
	if got := codes(only(t, OfficialFirst, event, running)); len(got) != 0 {
		t.Errorf("%v", got)
	}
	share := func(id, unit string) *incident.Record {
		r := said(t, id, "e", "45")
		r.Figures[0].Measure, r.Figures[0].Unit = incident.Share, unit
		return r
	}
	if got := codes(only(t, OfficialFirst, share("1", "calls"), share("2", "complaints"), said(t, "3", "e", "5"))); !slices.Equal(got, []incident.Code{incident.CodeAccountDefinition}) {
		t.Errorf("%v", got)
	}
	if got := codes(only(t, OfficialFirst, share("1", "calls"), share("2", "calls"))); len(got) != 0 {
		t.Errorf("%v", got)
	}
}
