package stats

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/incident"
)

func TestDimensions(t *testing.T) {
	r := said(t, "a", "e", "", "IN", "20")
	r.Place = incident.Place{Country: "IN", Admin1: "IN-OR"}
	r.Figures[0].Group.Sex, r.Figures[0].Group.Age = "F", "18-24"
	want := map[Dimension]string{
		Country: "IN", Admin1: "IN-OD", Month: "2024-03", Year: "2024", Nationality: "IN", Sex: "F", Age: "18-24",
		Kind: "rescue", Event: "e", Source: "paper a", SourceKind: "media", Measure: "freed", Accrual: "event",
	}
	names := Dimensions()
	if len(names) != len(want) {
		t.Fatalf("%d dimensions, want %d", len(names), len(want))
	}
	for i, name := range names {
		var d Dimension
		if !d.IsZero() || d.String() != "" {
			t.Error("the zero Dimension is one")
		}
		if err := d.UnmarshalText([]byte(name)); err != nil || int(d) != i+1 || d.IsZero() {
			t.Errorf("%s: %v, %v", name, d, err)
		}
		if text, err := d.MarshalText(); err != nil || string(text) != name || d.String() != name {
			t.Errorf("%s is written %q: %v", name, text, err)
		}
		tally := NewTally(By(d), Sum(incident.Freed))
		addAll(t, tally, r)
		if got := rowsOf(tally); len(got) != 1 || got[0].Key[0] != want[d] || best(got[0]) != 20 {
			t.Errorf("%s: %+v, want %q", name, got, want[d])
		}
		// Nothing stated is the key "", whatever the dimension.
		empty := NewTally(By(d), Sum(incident.Freed))
		if err := empty.Add(AccountOf(&incident.Record{})); err != nil {
			t.Fatal(err)
		}
		if got := rowsOf(empty); len(got) != 1 || got[0].Key[0] != "" {
			t.Errorf("%s of nothing: %+v", name, got)
		}
	}
	names[0] = "changed"
	if Dimensions()[0] != "country" {
		t.Error("Dimensions hands out what it holds")
	}
	var d Dimension
	if err := d.UnmarshalText([]byte("colour")); codeOf(err) != incident.CodeCodeUnknown || !d.IsZero() {
		t.Errorf("%v, %v", d, err)
	}
	if Dimension(200).String() != "" || Dimension(200).value(AccountOf(r), portion{figure: &Figure{Claims: []*Claim{{Record: r}}}}) != "" {
		t.Error("dimension 200 says something")
	}
}

func TestCountryIsWhatAllAgreeOn(t *testing.T) {
	for _, c := range []struct{ first, second, third, want string }{
		{"KH", "MM", "", "KH"}, {"", "MM", "MM", "MM"}, {"", "MM", "LA", ""}, {"", "", "", ""}, {"", "", "LA", "LA"},
	} {
		var records []*incident.Record
		for i, country := range []string{c.first, c.second, c.third} {
			r := said(t, strconv.Itoa(i), "e", "30")
			r.Place.Country = country
			records = append(records, r)
		}
		tally := NewTally(By(Country), Sum(incident.Freed))
		addAll(t, tally, records...)
		if got := rowsOf(tally)[0].Key[0]; got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

func TestTopAndDistinct(t *testing.T) {
	tally := NewTally(By(Country), Sum(incident.Freed), Top(Source, 2), Distinct(Source))
	for i, source := range []string{"A", "B", "A", "C", "B", "A", "C", ""} {
		r := said(t, strconv.Itoa(i), strconv.Itoa(i), "1", "IN", "1")
		r.Source.Name = source
		addAll(t, tally, r)
	}
	row := rowsOf(tally)[0]
	if d := cmp.Diff([]Tallied{{"A", 3}, {"B", 2}}, row.Top); d != "" { // B before C, which are equal
		t.Errorf("-want +got\n%s", d)
	}
	if row.Distinct != 3 || row.Events != 8 || row.Records != 8 {
		t.Errorf("%d distinct, %d events, %d records", row.Distinct, row.Events, row.Records)
	}
	for _, k := range []int{0, -5} {
		tally := NewTally(Top(Source, k))
		addAll(t, tally, said(t, "a", "e", "1"))
		if row := rowsOf(tally)[0]; len(row.Top) != 0 {
			t.Errorf("the top %d are %v", k, row.Top)
		}
	}
}

func TestQuantilesAreWithinOnePercent(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	for _, scale := range []float64{3, 8, 20, 43} {
		tally := NewTally(Sum(incident.Freed, incident.Returned), Quantiles())
		var numbers []int64
		for i := range 400 {
			n := int64(math.Exp(rng.Float64() * scale))
			numbers = append(numbers, n)
			if err := tally.Add(AccountOf(said(t, "r", strconv.Itoa(i), strconv.FormatInt(n, 10)))); err != nil {
				t.Fatal(err)
			}
		}
		slices.Sort(numbers)
		row := rowsOf(tally)[0]
		for _, q := range []float64{-1, 0, 0.01, 0.25, 0.5, 0.9, 0.95, 0.999, 1, 7} {
			rank := min(max(int(math.Ceil(q*400)), 1), 400)
			want := numbers[rank-1]
			got, ok := row.Quantile(0, q)
			if !ok || got > want || float64(want-got) > float64(want)/128 || want < 256 && got != want {
				t.Errorf("e^%v: quantile %v is %d, want %d", scale, q, got, want)
			}
		}
		for _, wrong := range []int{-1, 1, 2} {
			if n, ok := row.Quantile(wrong, 0.5); ok {
				t.Errorf("measure %d has the median %d", wrong, n)
			}
		}
		if _, ok := row.Quantile(0, math.NaN()); ok {
			t.Error("there is a quantile NaN")
		}
	}
	// Every bucket begins where it says, in the order of the numbers.
	last := int32(-1)
	for n := int64(0); n >= 0 && n < math.MaxInt64/2; n += 1 + n/300 {
		b := bucketOf(n)
		if floor := bucketFloor(b); b < last || floor > n || bucketOf(floor) != b || n-floor > n/128 {
			t.Fatalf("%d is in bucket %d from %d", n, b, floor)
		}
		last = b
	}
	most := bucketOf(math.MaxInt64)
	if floor := bucketFloor(most); most != 7295 || floor <= 0 || math.MaxInt64-floor > math.MaxInt64/128 {
		t.Errorf("the last bucket is %d and begins at %d", most, floor)
	}
	// A bucket ends where the next begins, and what it is rounded down by is least
	// exact there.
	for b := range most {
		first, last := bucketFloor(b), bucketFloor(b+1)-1
		if bucketOf(first) != b || bucketOf(last) != b || last-first > last/128 || b < 256 && last != first {
			t.Fatalf("bucket %d is from %d to %d", b, first, last)
		}
	}
}

func money(t *testing.T, id, event, count, unit string) *incident.Record {
	r := said(t, id, event, count)
	r.Figures[0].Measure, r.Figures[0].Unit = incident.Lost, unit
	return r
}

func TestMoneyOfTwoCurrenciesIsNotAddedUp(t *testing.T) {
	tally := NewTally(By(Country), Sum(incident.Freed, incident.Lost))
	addAll(t, tally, money(t, "a", "e1", "100", "THB"), money(t, "b", "e2", "50", "THB"))
	if got, want := table(tally), "KH:  150 THB\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	addAll(t, tally, money(t, "c", "e3", "7", "USD"))
	row := rowsOf(tally)[0]
	if s := row.Sums[1]; !s.Mixed || !s.Count.IsZero() || s.Unit != "" || s.Terms != 3 || s.Measure != incident.Lost {
		t.Errorf("%+v", s)
	}
	addAll(t, tally, money(t, "d", "e4", "7", "INR"), money(t, "e", "e5", "7", ""))
	if s := rowsOf(tally)[0].Sums[1]; !s.Mixed || s.Terms != 5 {
		t.Errorf("%+v", s)
	}
	// Two currencies of one event are two terms, and stay apart in a state.
	both := money(t, "a", "e1", "100", "THB")
	both.Figures = append(both.Figures, both.Figures[0])
	both.Figures[1].Unit = "USD"
	tally = NewTally(Sum(incident.Lost))
	addAll(t, tally, both)
	state, _ := tally.MarshalBinary()
	var back Tally
	if err := back.UnmarshalBinary(state); err != nil || table(&back) != ":  mixed\n" {
		t.Errorf("%v: %q", err, table(&back))
	}
	twice := NewTally(Sum(incident.Lost))
	for range 2 {
		if err := twice.Merge(&back); err != nil {
			t.Fatal(err)
		}
	}
	if s := rowsOf(twice)[0].Sums[0]; !s.Mixed || s.Terms != 4 {
		t.Errorf("%+v", s)
	}
	small := NewTally(Sum(incident.Lost), WithLimits(Limits{Groups: 2}))
	if err := small.Add(AccountOf(both)); codeOf(err) != incident.CodeLimitGroups || !small.Partial() {
		t.Errorf("two currencies and a row are three groups: %v", err)
	}
	if err := NewTally(WithLimits(Limits{Groups: 2})).UnmarshalBinary(state); codeOf(err) != incident.CodeLimitGroups {
		t.Errorf("two currencies and a row are three groups: %v", err)
	}
}

func TestSharesAreNeverAdded(t *testing.T) {
	r := said(t, "a", "e", "45")
	r.Figures[0].Measure, r.Figures[0].Unit = incident.Share, "calls"
	tally := NewTally(Sum(incident.Share))
	addAll(t, tally, r)
	if s := rowsOf(tally)[0].Sums[0]; s.Terms != 0 || !s.Count.IsZero() {
		t.Errorf("%+v", s)
	}
}

func TestLeftSaysWhy(t *testing.T) {
	r := said(t, "a", "e1", "30", "IN", "20")
	for i, change := range []func(*incident.Figure){
		func(f *incident.Figure) { f.Beside = true },
		func(f *incident.Figure) { f.Accrual = incident.AccrualCumulative },
		func(f *incident.Figure) { f.Accrual = incident.AccrualStock },
		func(f *incident.Figure) { f.Count, f.Text, f.Group.Sex = incident.Count{}, "hundreds", "F" },
		func(f *incident.Figure) { f.Measure, f.Beside = incident.Returned, true }, // not asked for
	} {
		f := incident.Figure{Measure: incident.Freed, Accrual: incident.AccrualEvent, Count: incident.Exactly(int64(5 + i))}
		change(&f)
		r.Figures = append(r.Figures, f)
	}
	overlap := said(t, "b", "e2", "", "IN", "20")
	part(t, overlap, incident.Group{Sex: "F"}, "10")
	replaced, current := said(t, "c", "e3", "1"), said(t, "d", "e3", "2")
	current.Supersedes = []string{"c"}
	repeated := said(t, "f", "e4", "1")
	repeated.DerivedFrom = []string{"d"}
	withdrawn, w := said(t, "g", "e5", "1"), said(t, "h", "e5", "")
	w.Retracts = []string{"g"}
	tally := NewTally(Sum(incident.Freed))
	addAll(t, tally, r, overlap, replaced, current, repeated, withdrawn, w)
	var got []string
	for code, n := range tally.Left() {
		got = append(got, fmt.Sprint(code, " ", n))
	}
	want := []string{
		"account.beside 1", "account.copy 1", "account.overlap 1", "account.retracted 1", "account.running 2",
		"account.superseded 1", "figure.unread 1",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	for code := range tally.Left() { // the loop may be left
		if code != incident.CodeAccountBeside {
			t.Errorf("the first is %s", code)
		}
		break
	}
	for range tally.Rows() {
		break
	}
	// What overlaps may be more people: the sum is a low bound.
	if s := rowsOf(tally)[0].Sums[0]; s.Count.String() != ">51" || s.Lost != incident.LostBest|incident.LostHigh {
		t.Errorf("%v, lost %v, want at least 30 + 20 + 2", s.Count, s.Lost)
	}
	again := NewTally(Sum(incident.Freed))
	for range 2 {
		if err := again.Merge(tally); err != nil {
			t.Fatal(err)
		}
	}
	for code, n := range again.Left() {
		if code == incident.CodeAccountRunning && n != 4 {
			t.Errorf("%d left out in two tallies", n)
		}
	}
}

func TestTalliesOfOtherPlansDoNotMerge(t *testing.T) {
	tally := NewTally(By(Country), Sum(incident.Freed))
	addAll(t, tally, said(t, "a", "e", "1"))
	before, _ := tally.MarshalBinary()
	for _, options := range [][]TallyOption{
		{By(Country)},
		{By(Month), Sum(incident.Freed)},
		{By(Country, Month), Sum(incident.Freed)},
		{By(Country), Sum(incident.Returned)},
		{By(Country), Sum(incident.Freed), Top(Event, 3)},
		{By(Country), Sum(incident.Freed), Distinct(Event)},
		{By(Country), Sum(incident.Freed), Quantiles()},
	} {
		err := tally.Merge(NewTally(options...))
		if codeOf(err) != incident.CodeFormatUnexpected || tally.Partial() || !strings.HasPrefix(err.Error(), "stats: ") {
			t.Errorf("%v, partial %v", err, tally.Partial())
		}
	}
	if after, _ := tally.MarshalBinary(); string(after) != string(before) {
		t.Error("a merge that is refused changes the tally")
	}
}

// TestMergeOverflows merges counters that are as full as they can be.
func TestMergeOverflows(t *testing.T) {
	for name, fill := range map[string]func(*Tally){
		"events":  func(x *Tally) { x.rows.at(0).events = math.MaxUint32 },
		"records": func(x *Tally) { x.rows.at(0).records = math.MaxUint32 },
		"terms":   func(x *Tally) { x.cells.at(0).terms = math.MaxUint32 },
		"money":   func(x *Tally) { x.money[cellKey{0, 0, "THB"}].terms = math.MaxUint32 },
	} {
		full, other := NewTally(Sum(incident.Lost)), NewTally(Sum(incident.Lost))
		for _, x := range []*Tally{full, other} {
			addAll(t, x, money(t, "a", "e1", "1", "THB"), money(t, "b", "e2", "1", ""))
		}
		fill(full)
		if err := full.Merge(other); codeOf(err) != incident.CodeStatsOverflow || !full.Partial() {
			t.Errorf("%s: %v, partial %v", name, err, full.Partial())
		}
		if name == "events" || name == "records" {
			continue
		}
		unit := ""
		if name == "money" {
			unit = "THB"
		}
		if err := full.Add(AccountOf(money(t, "c", "e3", "1", unit))); codeOf(err) != incident.CodeStatsOverflow {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Values and quantiles are of events: each value counts once for an event,
// however many figures it is spread over.
func TestTopDistinctAndQuantilesAreOfEvents(t *testing.T) {
	whole := said(t, "a", "e", "100", "IN", "60", "PH", "40")
	january, june := said(t, "b", "f", "60", "IN", "60"), said(t, "c", "f", "40", "IN", "40")
	january.Occurred, june.Occurred = date(t, "2024-01-05"), date(t, "2024-06-05")
	tally := NewTally(Sum(incident.Freed), Top(Nationality, 2), Distinct(Nationality), Quantiles())
	addAll(t, tally, whole, january, june)
	row := rowsOf(tally)[0]
	if d := cmp.Diff([]Tallied{{"IN", 2}, {"PH", 1}}, row.Top); d != "" || row.Distinct != 2 {
		t.Errorf("%d distinct, -want +got\n%s", row.Distinct, d)
	}
	if n, ok := row.Quantile(0, 0); n != 100 || !ok {
		t.Errorf("the smallest event comes to %d", n)
	}
	if row.Sums[0].Count != incident.Exactly(200) {
		t.Errorf("%v, want 100 + 60 + 40", row.Sums[0].Count)
	}
}

// What nobody numbered takes nothing away from what somebody did.
func TestUnreadFiguresKeepTheOthers(t *testing.T) {
	for _, accrual := range []incident.Accrual{incident.AccrualEvent, incident.AccrualPeriod} {
		unread, part := said(t, "a", "e", ""), said(t, "b", "e", "", "IN", "50")
		unread.Figures = []incident.Figure{{Measure: incident.Freed, Text: "hundreds", Accrual: incident.AccrualEvent}}
		part.Figures[0].Accrual = accrual
		if accrual == incident.AccrualPeriod {
			part.Figures[0].From, part.Figures[0].To = date(t, "2024-01"), date(t, "2024-02")
		}
		tally := NewTally(Sum(incident.Freed))
		addAll(t, tally, unread, part)
		if c := rowsOf(tally)[0].Sums[0].Count; c != incident.MoreThan(49) {
			t.Errorf("%s: %v, want at least 50 and no more said", accrual, c)
		}
	}
}

// A record without an event that was published again is one event still.
func TestVersionsWithoutAnEventAreOne(t *testing.T) {
	first, again := said(t, "a", "", "100"), said(t, "a", "", "100")
	again.Published = date(t, "2025")
	tally := NewTally(Sum(incident.Freed))
	addAll(t, tally, first, again)
	if row := rowsOf(tally)[0]; row.Sums[0].Count != incident.Exactly(100) || row.Events != 1 {
		t.Errorf("%v in %d events", row.Sums[0].Count, row.Events)
	}
}
