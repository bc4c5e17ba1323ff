package stats

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// viewOf puts a record into v as a reader does: member by member where that
// goes, as a whole otherwise. It reports which.
func viewOf(v *incident.View, r *incident.Record) (plain bool) {
	v.Reset()
	ok := true
	set := func(m incident.Member, text string) {
		if text != "" && !v.Set(m, []byte(text)) {
			ok = false
		}
	}
	set(incident.MemberKind, string(r.Kind))
	set(incident.MemberID, r.ID)
	set(incident.MemberEvent, r.Event)
	set(incident.MemberPublished, r.Published.String())
	set(incident.MemberOccurred, r.Occurred.String())
	set(incident.MemberCountry, r.Place.Country)
	set(incident.MemberAdmin1, r.Place.Admin1)
	set(incident.MemberSource, r.Source.Name)
	set(incident.MemberSourceKind, string(r.Source.Kind))
	set(incident.MemberSourceLang, r.Source.Lang)
	set(incident.MemberNotes, r.Notes)
	for i := range r.Figures {
		f := &r.Figures[i]
		v.AddFigure()
		set(incident.MemberMeasure, string(f.Measure))
		set(incident.MemberCount, f.Count.String())
		set(incident.MemberText, f.Text)
		set(incident.MemberAccrual, string(f.Accrual))
		set(incident.MemberFrom, f.From.String())
		set(incident.MemberTo, f.To.String())
		set(incident.MemberNationality, f.Group.Nationality)
		set(incident.MemberSex, f.Group.Sex)
		set(incident.MemberAge, f.Group.Age)
		set(incident.MemberGroupPlace, f.Group.Place)
		set(incident.MemberGroupBy, f.Group.By.String())
		set(incident.MemberLabel, f.Label)
		set(incident.MemberUnit, f.Unit)
		if f.Beside {
			set(incident.MemberBeside, "true")
		}
	}
	if ok && v.Plain() {
		return true
	}
	v.Hold(r)
	return false
}

// singles makes records with one figure of every kind that a sum treats in its
// own way.
func singles(seed uint64, n int) []*incident.Record {
	rng := rand.New(rand.NewPCG(seed, 7))
	pick := func(from ...string) string { return from[rng.IntN(len(from))] }
	day := func(from ...string) incident.Date {
		d, err := incident.ParseDate(pick(from...))
		if err != nil {
			panic(err)
		}
		return d
	}
	var out []*incident.Record
	for i := range n {
		r := &incident.Record{
			Kind: incident.Kind(pick("rescue", "rescue", "tally", "incident")), ID: fmt.Sprintf("r%d", i), Event: pick("", "", "e1", "e2"),
			Occurred: day("2024-03-10", "2024-03", "2024-03-30/2024-04-02", "2024-03-01/2024-03-05", "2024", "../2024-03", "2024-21", "202X", ""),
			Place:    incident.Place{Country: pick("KH", "MM", "IN", ""), Admin1: pick("", "", "IN-OD", "IN-OR")},
			Source:   incident.Source{Name: pick("A", "B", "C", ""), Kind: incident.SourceKind(pick("government", "media", "")), Lang: "en"},
		}
		if r.Place.Admin1 != "" {
			r.Place.Country = pick("IN", "")
		}
		f := incident.Figure{
			Measure: incident.Measure(pick("freed", "freed", "returned", "calls", "lost", "share")), Count: vague(rng, int64(rng.IntN(2000))),
			Accrual: incident.Accrual(pick("event", "event", "period", "cumulative", "stock", "")),
			Group:   incident.Group{Nationality: pick("", "IN", "OTHER", "unknown"), Sex: pick("", "F", "M"), Age: pick("", "child", "18-24"), Place: pick("", "", "TH", "north")},
			Label:   pick("", "", "", "", "officers"), Beside: rng.IntN(9) == 0,
		}
		if rng.IntN(9) == 0 {
			f.Count, f.Text = incident.Count{}, pick("about 40", "hundreds")
		}
		if f.Measure == incident.Lost {
			f.Unit = pick("INR", "USD")
		}
		r.Figures = []incident.Figure{f}
		out = append(out, r)
	}
	return out
}

// TestAddViewIsAdd adds records as views and as accounts, by every dimension and
// by several.
func TestAddViewIsAdd(t *testing.T) {
	plain, records := 0, append(singles(3, 3000), made(4, 500)...)
	plans := [][]Dimension{nil, {Country, Month}, {Year, Nationality, Sex, Age}, {Source, SourceKind, Kind, Measure, Accrual}}
	for d := Country; d < byOther; d++ {
		plans = append(plans, []Dimension{d})
	}
	for i, by := range plans {
		top, distinct := Dimension(1+i%int(byOther-1)), Dimension(1+(i*5+3)%int(byOther-1))
		options := []TallyOption{
			By(by...), Sum(incident.Freed, incident.Lost, incident.Calls, incident.Share), Top(top, 3), Distinct(distinct), Quantiles(),
		}
		accounts, views, own := NewTally(options...), NewTally(options...), NewTally(options...)
		accounts.exact, views.exact, own.exact = 40, 40, 40 // so that there are sketches
		var v incident.View
		for _, r := range records {
			if viewOf(&v, r) {
				plain++
			}
			if err := accounts.Add(AccountOf(r)); err != nil {
				t.Fatal(err)
			}
			if err := views.AddView(&v); err != nil {
				t.Fatal(err)
			}
			if err := own.AddRecord(r); err != nil {
				t.Fatal(err)
			}
		}
		if string(stateOf(t, accounts)) != string(stateOf(t, own)) {
			t.Errorf("by %v, top %v, distinct %v: records and accounts come to different tallies", by, top, distinct)
		}
		if string(stateOf(t, accounts)) != string(stateOf(t, views)) {
			t.Errorf("by %v, top %v, distinct %v: views and accounts come to different tallies", by, top, distinct)
		}
	}
	if plain < len(plans)*2000 {
		t.Errorf("only %d of %d are plain", plain, len(plans)*len(records))
	}
}

// TestAddViewOfOthers adds views that give their own codes to values.
func TestAddViewOfOthers(t *testing.T) {
	accounts, views := NewTally(By(Source), Sum(incident.Freed)), NewTally(By(Source), Sum(incident.Freed))
	for i, r := range singles(9, 300) {
		v := new(incident.View)
		if i%3 > 0 {
			viewOf(v, singles(10, 1)[0])
		}
		viewOf(v, r)
		if err := accounts.Add(AccountOf(r)); err != nil {
			t.Fatal(err)
		}
		if err := views.AddView(v); err != nil {
			t.Fatal(err)
		}
	}
	if string(stateOf(t, accounts)) != string(stateOf(t, views)) {
		t.Error("views and accounts come to different tallies")
	}
}

// TestAddViewOfOthersWithoutCodes adds views of several readers where rows are
// found by texts: what was remembered of the values of one says nothing of those
// of another.
func TestAddViewOfOthersWithoutCodes(t *testing.T) {
	options := []TallyOption{By(Event), Sum(incident.Freed), Top(Nationality, 3), Distinct(Source)}
	accounts, views := NewTally(options...), NewTally(options...)
	vs := make([]incident.View, 3)
	for i := range 60 {
		r := &incident.Record{
			Kind: incident.KindRescue, ID: fmt.Sprint(i), Event: "e",
			Source:  incident.Source{Name: []string{"A", "B", "C"}[i%3]},
			Figures: []incident.Figure{{Measure: incident.Freed, Count: incident.Exactly(5), Group: incident.Group{Nationality: []string{"IN", "CN", "KE", "UG"}[i%12/3]}}},
		}
		v := &vs[i%len(vs)]
		if !viewOf(v, r) {
			t.Fatal("the record is not plain")
		}
		if err := accounts.Add(AccountOf(r)); err != nil {
			t.Fatal(err)
		}
		if err := views.AddView(v); err != nil {
			t.Fatal(err)
		}
	}
	if string(stateOf(t, accounts)) != string(stateOf(t, views)) {
		t.Error("views and accounts come to different tallies")
	}
}

// TestAddViewAmongOthers adds views between accounts, merges and states: what is
// remembered of rows stays right.
func TestAddViewAmongOthers(t *testing.T) {
	options := []TallyOption{By(Country, Month), Sum(incident.Freed, incident.Calls), Top(Source, 3), Distinct(Nationality), Quantiles()}
	accounts, mixed := NewTally(options...), NewTally(options...)
	accounts.exact, mixed.exact = 3, 3 // so that there are sketches
	var v incident.View
	for i, r := range singles(21, 2000) {
		if err := accounts.Add(AccountOf(r)); err != nil {
			t.Fatal(err)
		}
		other := NewTally(options...)
		other.exact = 3
		var err error
		switch viewOf(&v, r); i % 10 {
		case 3:
			err = mixed.Add(AccountOf(r))
		case 5:
			if err = other.AddView(&v); err == nil {
				err = mixed.Merge(other)
			}
		case 7:
			if err = other.UnmarshalBinary(stateOf(t, mixed)); err == nil {
				mixed = other
				err = mixed.AddView(&v)
			}
		case 9:
			if err = mixed.UnmarshalBinary(stateOf(t, mixed)); err == nil { // rows have other numbers then
				err = mixed.AddView(&v)
			}
		default:
			err = mixed.AddView(&v)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if string(stateOf(t, accounts)) != string(stateOf(t, mixed)) {
		t.Error("views among others and accounts come to different tallies")
	}
}

func TestAddViewFails(t *testing.T) {
	tally := NewTally(By(Country), Sum(incident.Freed), WithLimits(Limits{Groups: 1}))
	var v incident.View
	for _, country := range []string{"KH", "KH", "MM"} {
		viewOf(&v, &incident.Record{
			Kind: incident.KindRescue, ID: "a", Place: incident.Place{Country: country},
			Figures: []incident.Figure{{Measure: incident.Freed, Count: incident.Exactly(5)}},
		})
		if err := tally.AddView(&v); (err == nil) == (country == "MM") {
			t.Errorf("%s: %v", country, err)
		}
	}
	if !tally.Partial() {
		t.Error("the tally is not partial")
	}
}

// TestAddViewAllocates shows that a usual record costs no allocation.
func TestAddViewAllocates(t *testing.T) {
	r := singles(3, 1)[0]
	r.Figures[0] = incident.Figure{Measure: incident.Freed, Count: incident.Exactly(300), Accrual: incident.AccrualEvent, Group: incident.Group{Nationality: "IN"}}
	tally := NewTally(By(Country, Month), Sum(incident.Freed), Top(Nationality, 3), Distinct(Source), Quantiles())
	var v incident.View
	if !viewOf(&v, r) {
		t.Fatal("the record is not plain")
	}
	if n := testing.AllocsPerRun(100, func() {
		if err := tally.AddView(&v); err != nil {
			t.Fatal(err)
		}
	}); n > 0 {
		t.Errorf("AddView allocates %v times", n)
	}
}

func BenchmarkAddView(b *testing.B) {
	var v incident.View
	viewOf(&v, singles(3, 1)[0])
	r := rescue(b)
	r.Figures = r.Figures[1:2]
	if !viewOf(&v, r) {
		b.Fatal("the record is not plain")
	}
	for _, c := range []struct {
		name    string
		options []TallyOption
	}{
		{"sums", []TallyOption{By(Country, Month), Sum(incident.Freed)}},
		{"all", []TallyOption{By(Country, Month), Sum(incident.Freed), Top(Nationality, 3), Distinct(Source), Quantiles()}},
	} {
		b.Run(c.name, func(b *testing.B) {
			t := NewTally(c.options...)
			b.ReportAllocs()
			for b.Loop() {
				if err := t.AddView(&v); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
