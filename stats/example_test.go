package stats_test

import (
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// day is a date that is known to be one.
func day(text string) incident.Date {
	d, err := incident.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// report is what one paper printed of a raid: a number in all, and Indians.
func report(id, publisher string, kind incident.SourceKind, all, indians incident.Count) *incident.Record {
	r := &incident.Record{
		Kind: incident.KindRescue, ID: id, Event: "raid-1", Published: day("2024-03-14"), Occurred: day("2024-03-13"),
		Place: incident.Place{Country: "KH"}, Source: incident.Source{Name: publisher, Kind: kind, Lang: "en"},
		Figures: []incident.Figure{{Measure: incident.Freed, Count: all, Accrual: incident.AccrualEvent}},
	}
	if !indians.IsZero() {
		r.Figures = append(r.Figures, incident.Figure{
			Measure: incident.Freed, Count: indians, Accrual: incident.AccrualEvent, Group: incident.Group{Nationality: "IN"},
		})
	}
	return r
}

// raid is one raid as three papers told it.
func raid() []*incident.Record {
	return []*incident.Record{
		report("1", "Morning Post", incident.Media, incident.MoreThan(200), incident.Count{}),
		report("2", "Ministry", incident.Government, incident.Exactly(250), incident.Exactly(75)),
		report("3", "Evening News", incident.Media, incident.Exactly(260), incident.Count{}),
	}
}

func reconciled(records ...*incident.Record) *stats.Reconciler {
	r := stats.NewReconciler(nil)
	for _, rec := range records {
		if err := r.Add(rec); err != nil {
			panic(err)
		}
	}
	return r
}

// A raid that three papers told of is one event: its account takes one number
// and says from whom, why, and who disagrees.
func Example() {
	rec := stats.NewReconciler(nil)
	for _, r := range raid() {
		if err := rec.Add(r); err != nil {
			fmt.Println(err)
		}
	}
	tally := stats.NewTally(stats.By(stats.Nationality), stats.Sum(incident.Freed))
	for a := range rec.Accounts(stats.Default, incident.Date{}) {
		if err := tally.Add(a); err != nil {
			fmt.Println(err)
		}
	}
	for row := range tally.Rows() {
		fmt.Printf("%q %v\n", row.Key[0], row.Sums[0].Count)
	}
	// Output:
	// "" 175
	// "IN" 75
}

func ExampleAccount() {
	for a := range reconciled(raid()...).Accounts(stats.OfficialFirst, incident.Date{}) {
		f := a.Figures[0]
		fmt.Printf("%s: %v %s, by the %s, because of %s\n", a.Event, f.Count, f.Measure, f.Chosen.Record.Source.Name, f.Why)
		for _, c := range a.Conflicts {
			fmt.Print(c.Code, ":")
			for _, claim := range c.Claims {
				fmt.Printf(" %v (%s)", claim.Count, claim.Record.Source.Name)
			}
			fmt.Println()
		}
	}
	// Output:
	// raid-1: 250 freed, by the Ministry, because of official
	// account.disagree: 250 (Ministry) 260 (Evening News)
}

// Without reconciliation every record is an event of its own.
func ExampleAccountOf() {
	a := stats.AccountOf(raid()[1])
	for _, f := range a.Figures {
		fmt.Printf("%q %v\n", f.Group.Nationality, f.Count)
	}
	// Output:
	// "" 250
	// "IN" 75
}

// What a paper took from another one is no second witness.
func ExampleExclusion() {
	repeated := report("4", "Morning Post", incident.Media, incident.Exactly(900), incident.Count{})
	repeated.DerivedFrom = []string{"1"}
	for a := range reconciled(append(raid(), repeated)...).Accounts(nil, incident.Date{}) {
		for _, x := range a.Excluded {
			fmt.Println(x.Record.ID, x.Code)
		}
	}
	// Output: 4 account.copy
}

// Only what was published by a day is used: the same day gives the same account
// whenever it is asked for.
func ExampleReconciler_Accounts() {
	late := report("4", "Court", incident.Government, incident.Exactly(251), incident.Count{})
	late.Published = day("2025-01")
	rec := reconciled(append(raid(), late)...)
	for _, asOf := range []string{"2024-12-31", "2025-01-15", "2025-01-31"} {
		for a := range rec.Accounts(stats.Default, day(asOf)) {
			fmt.Println(asOf, a.Figures[0].Count)
		}
	}
	// Output:
	// 2024-12-31 250
	// 2025-01-15 250
	// 2025-01-31 251
}

// Workers reconcile what they read by themselves and are merged: a record that
// two of them saw is one.
func ExampleReconciler_Merge() {
	records := raid()
	one, other := reconciled(records[:2]...), reconciled(records[1:]...)
	if err := one.Merge(other); err != nil {
		fmt.Println(err)
	}
	fmt.Println(one.Len(), "records")
	// Output: 3 records
}

func ExampleReconciler_MarshalBinary() {
	a, _ := reconciled(raid()...).MarshalBinary()
	backwards := raid()
	slices.Reverse(backwards)
	b, _ := reconciled(backwards...).MarshalBinary()
	fmt.Println(slices.Equal(a, b))
	// Output: true
}

// cautious takes the lowest number.
type cautious struct{}

func (cautious) Steps() []stats.Step {
	return []stats.Step{{Name: "lowest", Prefer: func(a, b *stats.Candidate) int {
		low, _, _ := a.Claims[0].Count.Interval()
		other, _, _ := b.Claims[0].Count.Interval()
		return int(low - other)
	}}}
}

// A caller may bring a rule of its own.
func ExampleRule() {
	for a := range reconciled(raid()...).Accounts(cautious{}, incident.Date{}) {
		fmt.Println(a.Figures[0].Count, a.Figures[0].Why)
	}
	// Output: >200 lowest
}

func ExamplePolicy_Steps() {
	for _, s := range stats.OfficialFirst.Steps() {
		fmt.Println(s.Name)
	}
	// Output:
	// names-number
	// covers-everyone
	// parts-add-up
	// official
	// latest
}

// Running totals are never added; the latest of each publisher is what there is.
func ExampleRunningTotals() {
	var records []*incident.Record
	for i, upTo := range []string{"2024-01-31", "2024-02-29"} {
		r := report(fmt.Sprint(i), "Embassy", incident.Government, incident.Exactly(int64(200+25*i)), incident.Count{})
		r.Figures[0].Accrual, r.Figures[0].To = incident.AccrualCumulative, day(upTo)
		records = append(records, r)
	}
	accounts := slices.Collect(reconciled(records...).Accounts(nil, incident.Date{}))
	for _, r := range stats.RunningTotals(accounts) {
		fmt.Println(r.Publisher, r.Count, r.Key.Measure, "up to", r.Key.To)
	}
	// Output: Embassy 225 freed up to 2024-02-29
}

func ExampleDimension_UnmarshalText() {
	var d stats.Dimension
	fmt.Println(d.UnmarshalText([]byte("country")), d)
	err := d.UnmarshalText([]byte("colour"))
	if e, ok := errors.AsType[*stats.Error](err); ok {
		fmt.Println(e.Code)
	}
	// Output:
	// <nil> country
	// code.unknown
}

func ExampleDimensions() {
	fmt.Println(stats.Dimensions()[:5])
	// Output: [country admin1 month year nationality]
}

// What was not added is counted by reason.
func ExampleTally_Left() {
	r := raid()[1]
	r.Figures[1].Beside = true
	tally := stats.NewTally(stats.Sum(incident.Freed))
	if err := tally.Add(stats.AccountOf(r)); err != nil {
		fmt.Println(err)
	}
	for code, n := range tally.Left() {
		fmt.Println(code, n)
	}
	// Output: account.beside 1
}

// A limit that is reached is said; nothing goes into a row of "others".
func ExampleWithLimits() {
	tally := stats.NewTally(stats.By(stats.Source), stats.Sum(incident.Freed), stats.WithLimits(stats.Limits{Groups: 2}))
	for _, r := range raid() {
		if err := tally.Add(stats.AccountOf(r)); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(tally.Partial())
	// Output:
	// stats: there are more groups than Limits.Groups allows: group by less, or raise it [limit.groups]
	// true
}

func ExampleTallyRow() {
	tally := stats.NewTally(stats.By(stats.Country), stats.Sum(incident.Freed), stats.Top(stats.SourceKind, 1), stats.Distinct(stats.Source))
	for _, r := range raid() {
		if err := tally.Add(stats.AccountOf(r)); err != nil {
			fmt.Println(err)
		}
	}
	for row := range tally.Rows() {
		fmt.Println(row.Key, row.Events, row.Sums[0].Count, row.Sums[0].Lost, row.Top, row.Distinct)
	}
	// Output: [KH] 3 >710 best,high [{media 2}] 3
}

// More than 2,048 publishers are an estimate, which says so.
func ExampleTally_Estimates() {
	tally := stats.NewTally(stats.Sum(incident.Freed), stats.Distinct(stats.Source))
	for n := range 5000 {
		r := report(fmt.Sprint(n), fmt.Sprint("hotline ", n), incident.NGO, incident.Exactly(1), incident.Count{})
		if err := tally.Add(stats.AccountOf(r)); err != nil {
			fmt.Println(err)
		}
	}
	rows, _, distinct := tally.Estimates()
	fmt.Println(distinct, "of", rows)
	for row := range tally.Rows() {
		off := math.Abs(float64(row.Distinct)/5000 - 1)
		fmt.Println(off <= row.DistinctError, math.Round(1000*row.DistinctError)/10, "%")
	}
	// Output:
	// 1 of 1
	// true 4.4 %
}

func ExampleTallyRow_Quantile() {
	tally := stats.NewTally(stats.Sum(incident.Freed), stats.Quantiles())
	for n := range int64(99) {
		r := report(fmt.Sprint(n), "Hotline", incident.NGO, incident.Exactly(n+1), incident.Count{})
		if err := tally.Add(stats.AccountOf(r)); err != nil {
			fmt.Println(err)
		}
	}
	for row := range tally.Rows() {
		median, _ := row.Quantile(0, 0.5)
		most, _ := row.Quantile(0, 1)
		fmt.Println(median, most)
	}
	// Output: 50 99
}

// Two of three reports without an event are proposed as one.
func ExampleReconciler_Proposals() {
	records := raid()
	for _, r := range records {
		r.Event = ""
	}
	records[2].Occurred = day("2021-01-02") // another raid, years before
	for _, p := range reconciled(records...).Proposals(incident.Date{}) {
		for _, r := range p.Records {
			fmt.Print(r.ID, " ")
		}
		fmt.Println(p.Reasons)
	}
	// Somebody knows better.
	one, two := stats.Ref{Publisher: "Morning Post", ID: "1"}, stats.Ref{Publisher: "Ministry", ID: "2"}
	r := reconciled(records...)
	if err := r.Judge(stats.Judgement{A: one, B: two}); err != nil {
		fmt.Println(err)
	}
	fmt.Println(len(r.Proposals(incident.Date{})), "groups")
	// Output:
	// 1 2 [time published measure]
	// 3 []
	// 3 groups
}

// Records without an event are events of their own, until somebody judges.
func ExampleReconciler_Judge() {
	records := raid()
	for _, r := range records {
		r.Event = ""
	}
	r := reconciled(records...)
	fmt.Println(len(slices.Collect(r.Accounts(nil, incident.Date{}))), "events")
	one, two := stats.Ref{Publisher: "Morning Post", ID: "1"}, stats.Ref{Publisher: "Ministry", ID: "2"}
	if err := r.Judge(stats.Judgement{A: two, B: one, Same: true}); err != nil {
		fmt.Println(err)
	}
	fmt.Println(len(slices.Collect(r.Accounts(nil, incident.Date{}))), "events")
	fmt.Println(r.Judgements()[0].A.ID, r.Judgements()[0].B.ID)
	// Output:
	// 3 events
	// 2 events
	// 2 1
}

// What records without an event come to, and without those that may be duplicates.
func ExampleReconciler_AccountsAsProposed() {
	records := raid()
	for _, r := range records {
		r.Event = ""
	}
	r := reconciled(records...)
	for name, accounts := range map[string]iter.Seq[*stats.Account]{
		"with": r.Accounts(nil, incident.Date{}), "without": r.AccountsAsProposed(nil, incident.Date{}),
	} {
		t := stats.NewTally(stats.Sum(incident.Freed))
		for a := range accounts {
			if err := t.Add(a); err != nil {
				fmt.Println(err)
			}
		}
		for row := range t.Rows() {
			fmt.Println(row.Sums[0].Count, "people", name, "possible duplicates, of", row.Events, "events")
		}
	}
	// Unordered output:
	// >710 people with possible duplicates, of 3 events
	// 250 people without possible duplicates, of 1 events
}

// A ministry's running total at the ends of three years.
func ExampleIncrements() {
	var records []*incident.Record
	for i, total := range []int64{488, 635, 1091} {
		to := day(fmt.Sprintf("%d-12-31", 2022+i))
		records = append(records, &incident.Record{
			Kind: incident.KindTally, ID: to.String(), Published: to, Source: incident.Source{Name: "Ministry"},
			Figures: []incident.Figure{{Measure: incident.Freed, Accrual: incident.AccrualCumulative, To: to, Count: incident.Exactly(total)}},
		})
	}
	accounts := slices.Collect(reconciled(records...).Accounts(stats.Default, incident.Date{}))
	for _, i := range stats.Increments(accounts) {
		fmt.Println(i.Publisher, i.Year, i.Count)
	}
	// Output:
	// Ministry 2023 147
	// Ministry 2024 456
}

// The same claims by another policy.
func ExampleCombiner() {
	for _, p := range []stats.Policy{stats.OfficialFirst, stats.Envelope, stats.Conservative} {
		for a := range reconciled(raid()...).Accounts(p, incident.Date{}) {
			fmt.Println(p, a.Figures[0].Count)
		}
	}
	// Output:
	// official-first 250
	// envelope 201..250..
	// conservative >200
}
