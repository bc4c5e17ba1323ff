package stats

import (
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

func codeOf(err error) incident.Code {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	return ""
}

// rowsOf returns a tally's rows.
func rowsOf(t *Tally) []TallyRow { return slices.Collect(t.Rows()) }

func addAll(tb testing.TB, t *Tally, records ...*incident.Record) {
	tb.Helper()
	for a := range reconcile(tb, records).Accounts(OfficialFirst, incident.Date{}) {
		if err := t.Add(a); err != nil {
			tb.Fatal(err)
		}
	}
}

func TestCase44OverflowIsALossAndNeverAWrap(t *testing.T) {
	const half = "4611686018427387904" // 2^62
	huge := []*incident.Record{said(t, "a", "e1", half), said(t, "b", "e2", half)}
	tally := NewTally(Sum(incident.Freed), Quantiles())
	addAll(t, tally, huge...)
	rows := rowsOf(tally)
	if len(rows) != 1 {
		t.Fatalf("%d rows", len(rows))
	}
	s := rows[0].Sums[0]
	all := incident.LostBest | incident.LostLow | incident.LostHigh | incident.LostOverflow
	if !s.Count.IsZero() || s.Lost != all || s.Terms != 2 {
		t.Errorf("2^62 + 2^62 came to %v, lost %v, %d terms", s.Count, s.Lost, s.Terms)
	}
	if n, ok := rows[0].Quantile(0, 0.5); !ok || n != 1<<62 {
		t.Errorf("median %d, %v; want 2^62", n, ok)
	}
	// It stays lost: nothing brings a sum back, in no order.
	addAll(t, tally, said(t, "c", "e3", "0"))
	if s := rowsOf(tally)[0].Sums[0]; !s.Count.IsZero() || s.Lost&incident.LostOverflow == 0 {
		t.Errorf("after a further figure it comes to %v", s.Count)
	}
	// A part that fits is kept: the low bound of one and the best of none.
	tally = NewTally(Sum(incident.Freed))
	addAll(t, tally, said(t, "a", "e1", "5.."+half+"..9223372036854775807"), said(t, "b", "e2", "6.."+half+".."+half))
	want, err := incident.NewCount(0, 11, 0, incident.HasLow)
	if err != nil {
		t.Fatal(err)
	}
	if s := rowsOf(tally)[0].Sums[0]; s.Count != want || s.Lost != incident.LostBest|incident.LostHigh|incident.LostOverflow {
		t.Errorf("came to %v, lost %v; want %v", s.Count, s.Lost, want)
	}
	// The largest number that fits does.
	tally = NewTally(Sum(incident.Freed))
	addAll(t, tally, said(t, "a", "e1", "4611686018427387903"), said(t, "b", "e2", half))
	if s := rowsOf(tally)[0].Sums[0]; s.Count != incident.Exactly(math.MaxInt64) || s.Lost != 0 {
		t.Errorf("came to %v, lost %v; want 2^63−1", s.Count, s.Lost)
	}
	if info, ok := incident.CodeStatsOverflow.Info(); !ok || info.Meaning == "" {
		t.Error("stats.overflow is no code")
	}
}

func TestCase44MoreEventsThanCanBeCountedIsAnError(t *testing.T) {
	tally := NewTally(Sum(incident.Freed))
	addAll(t, tally, said(t, "a", "e1", "1"))
	tally.rows.at(0).events = math.MaxUint32
	err := tally.Add(AccountOf(said(t, "b", "e2", "1")))
	if codeOf(err) != incident.CodeStatsOverflow || !tally.Partial() {
		t.Errorf("%v, partial %v", err, tally.Partial())
	}
}

// numbered is an account of one event, made to be changed and added again.
func numbered(tb testing.TB) *Account {
	tb.Helper()
	a := AccountOf(said(tb, "r", "e", "1"))
	a.Excluded = nil
	return a
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func TestCase45LimitOfGroups(t *testing.T) {
	const limit = incident.DefaultGroups // 1,000,000
	const perGroup = 100
	before := heap()
	tally := NewTally(By(Event), Sum(incident.Freed))
	a := numbered(t)
	refused := 0
	for i := range limit + limit/4 {
		a.Event = strconv.Itoa(10_000_000 + i)
		switch err := tally.Add(a); {
		case i < limit && err != nil:
			t.Fatalf("group %d: %v", i, err)
		case i >= limit && codeOf(err) != incident.CodeLimitGroups:
			t.Fatalf("group %d: %v, want limit.groups", i, err)
		case i >= limit:
			refused++
		}
		if partial := tally.Partial(); partial != (i >= limit) {
			t.Fatalf("group %d: partial %v", i, partial)
		}
	}
	if used := heap() - before; used > perGroup*limit {
		t.Errorf("%d groups take %d bytes, %d each: more than %d", limit, used, used/limit, perGroup)
	} else {
		t.Logf("%d groups take %d bytes each; %d refused", limit, used/limit, refused)
	}
	// A group that is there goes on counting.
	a.Event = "10000000"
	if err := tally.Add(a); err != nil {
		t.Error(err)
	}
	if tally.keys.len() != limit {
		t.Errorf("%d rows", tally.keys.len())
	}
	i, ok := tally.keys.find(appendText(nil, "10000000"))
	if !ok || tally.rows.at(i).events != 2 || tally.cells.at(i).totals[0] != 2 {
		t.Error("the first group was not counted twice")
	}
	// No row takes the others in.
	if _, ok := tally.keys.find(appendText(nil, "")); ok {
		t.Error("there is a row without a key")
	}
	if _, ok := tally.keys.find(appendText(nil, "other")); ok {
		t.Error("there is a row of the others")
	}
}

func TestCase45LimitHoldsForAllThatIsKept(t *testing.T) {
	for name, option := range map[string]TallyOption{
		"rows": By(Event), "top": Top(Event, 3), "distinct": Distinct(Event), "quantiles": Quantiles(),
	} {
		tally := NewTally(Sum(incident.Freed), option, WithLimits(Limits{Groups: 10}))
		var err error
		n := 0
		for ; err == nil && n < 100; n++ {
			r := said(t, "r", strconv.Itoa(n), strconv.Itoa(bucketsOfPage*n)) // each in a page of its own
			err = tally.Add(AccountOf(r))
		}
		if codeOf(err) != incident.CodeLimitGroups || !tally.Partial() || n > 11 {
			t.Errorf("%s: after %d events: %v, partial %v", name, n, err, tally.Partial())
		}
		if tally.held() > 10 {
			t.Errorf("%s: %d held", name, tally.held())
		}
		// Partial survives state and merge.
		state, _ := tally.MarshalBinary()
		var back Tally
		if err := back.UnmarshalBinary(state); err != nil || !back.Partial() {
			t.Errorf("%s: read back: %v, partial %v", name, err, back.Partial())
		}
		whole := NewTally(Sum(incident.Freed), option)
		if err := whole.Merge(&back); err != nil || !whole.Partial() {
			t.Errorf("%s: merged: %v, partial %v", name, err, whole.Partial())
		}
		// A state that holds more than the limit is refused by name.
		small := NewTally(WithLimits(Limits{Groups: 3}))
		if err := small.UnmarshalBinary(state); codeOf(err) != incident.CodeLimitGroups {
			t.Errorf("%s: read under a smaller limit: %v", name, err)
		}
		small = NewTally(Sum(incident.Freed), option, WithLimits(Limits{Groups: 3}))
		if err := small.Merge(tally); codeOf(err) != incident.CodeLimitGroups || !small.Partial() {
			t.Errorf("%s: merged under a smaller limit: %v, partial %v", name, err, small.Partial())
		}
	}
}

func TestCase45ReconcilerLimit(t *testing.T) {
	r := NewReconciler(&ReconcilerOptions{Limits: Limits{Groups: 2}})
	for i := range 4 {
		err := r.Add(said(t, strconv.Itoa(i), "e", "1"))
		if (err != nil) != (i >= 2) || err != nil && codeOf(err) != incident.CodeLimitGroups {
			t.Errorf("record %d: %v", i, err)
		}
	}
	if err := r.Add(said(t, "0", "e", "1")); err != nil || r.Len() != 2 {
		t.Errorf("a record that is there: %v, %d held", err, r.Len())
	}
	big := reconcile(t, []*incident.Record{said(t, "x", "", "1"), said(t, "y", "", "1"), said(t, "z", "", "1")})
	if err := r.Merge(big); codeOf(err) != incident.CodeLimitGroups {
		t.Error(err)
	}
	state, _ := big.MarshalBinary()
	before, _ := r.MarshalBinary()
	if err := r.UnmarshalBinary(state); codeOf(err) != incident.CodeLimitGroups {
		t.Error(err)
	}
	if after, _ := r.MarshalBinary(); string(after) != string(before) {
		t.Error("a state that is refused changes the reconciler")
	}
}

// TestCase46HeapDoesNotGrowWithRows streams records through accounts of one
// each into a tally and looks at the heap on the way.
func TestCase46HeapDoesNotGrowWithRows(t *testing.T) {
	const records, every = 40_000, 10_000
	tally := NewTally(By(Country, Nationality, Month), Sum(incident.Freed), Top(Source, 3), Quantiles())
	base, most := int64(0), int64(0)
	r := rescue(t)
	countries := []string{"KH", "MM", "LA", "PH", "TH"}
	for i := range records {
		r.ID, r.Place.Country = strconv.Itoa(i), countries[i%len(countries)]
		r.Figures[0].Count = incident.Exactly(int64(12 + i%100))
		if err := tally.Add(AccountOf(r)); err != nil {
			t.Fatal(err)
		}
		switch {
		case i == every:
			base = heap()
		case i > every && i%every == 0:
			most = max(most, heap())
		}
	}
	if grown := most - base; grown > 1<<20 {
		t.Errorf("the heap grew by %d bytes after the first %d of %d records", grown, every, records)
	}
	if most > 32<<20 {
		t.Errorf("a heap of %d bytes", most)
	}
	events := int64(0)
	for row := range tally.Rows() {
		if row.Key[1] == "IN" {
			events += row.Events
		}
	}
	if events != records {
		t.Errorf("%d events, want %d", events, records)
	}
}

func TestCase47NothingInNothingOut(t *testing.T) {
	r := NewReconciler(nil)
	for range r.Accounts(OfficialFirst, incident.Date{}) {
		t.Error("an account of nothing")
	}
	if r.Len() != 0 {
		t.Error("an empty reconciler is not empty")
	}
	tally := NewTally(By(Country), Sum(incident.Freed), Top(Source, 3), Distinct(Event), Quantiles())
	if rows := rowsOf(tally); len(rows) != 0 || tally.Partial() {
		t.Errorf("%d rows of nothing", len(rows))
	}
	for range tally.Left() {
		t.Error("something left out of nothing")
	}
	state, err := tally.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	var back Tally
	if err := back.UnmarshalBinary(state); err != nil {
		t.Fatal(err)
	}
	if err := back.Merge(tally); err != nil || len(rowsOf(&back)) != 0 {
		t.Error("nothing and nothing is something")
	}
	if state, _ = r.MarshalBinary(); r.UnmarshalBinary(state) != nil || r.Len() != 0 {
		t.Error("the state of nothing cannot be read")
	}
	if got := RunningTotals(nil); got != nil {
		t.Errorf("running totals of nothing: %v", got)
	}
	// A record without figures is an event whose sums are not stated, not none.
	addAll(t, tally, said(t, "r", "e", ""))
	rows := rowsOf(tally)
	if len(rows) != 1 || rows[0].Events != 1 || !rows[0].Sums[0].Count.IsZero() || rows[0].Sums[0].Lost != 0 {
		t.Fatalf("%+v", rows)
	}
	for _, q := range []float64{0, 0.5, 1, math.NaN(), math.Inf(1), -3} {
		if n, ok := rows[0].Quantile(0, q); ok || n != 0 {
			t.Errorf("quantile %v of nothing: %d", q, n)
		}
	}
	if AccountOf(&incident.Record{}).Figures != nil {
		t.Error("the zero record has figures")
	}
}

// TestCase48DaysHaveNoZone looks for anything that could read a clock or a
// time zone, and has a leap day counted in the month it was printed in.
func TestCase48DaysHaveNoZone(t *testing.T) {
	for _, folder := range []string{".", "../incident"} {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", folder, len(files), err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			source, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ImportsOnly)
			if err != nil {
				t.Fatal(err)
			}
			for _, imported := range file.Imports {
				if imported.Path.Value == `"time"` || imported.Path.Value == `"time/tzdata"` {
					t.Errorf("%s imports time", name)
				}
			}
		}
	}
	tally := NewTally(By(Month, Year), Sum(incident.Freed))
	for i, day := range []string{"2024-02-29", "2024-12-31", "2024-02", "2024-02-29/2024-03-01", "2024-12-31/2025-01-01", "2024-02-29~", "../2024-02-29", ""} {
		r := said(t, fmt.Sprint(i), fmt.Sprint("e", i), "1")
		r.Occurred = date(t, day)
		addAll(t, tally, r)
	}
	var got strings.Builder
	for row := range tally.Rows() {
		fmt.Fprintf(&got, "%q %d; ", row.Key, row.Events)
	}
	want := `["" ""] 3; ["" "2024"] 1; ["2024-02" "2024"] 3; ["2024-12" "2024"] 1; `
	if got.String() != want {
		t.Errorf("got  %s\nwant %s", got.String(), want)
	}
}
