package stats_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

const shared = "../../shared/corpus/"

// corpus returns the public reports that lie beside the repository.
func corpus(t *testing.T) []*incident.Record {
	t.Helper()
	data, err := os.ReadFile(shared + "reports.ndjson")
	if err != nil {
		t.Skip("the corpus of public reports is not there: ", err)
	}
	var records []*incident.Record
	r := adapters.NewReader(jsonio.NewDecoder(bytes.NewReader(data), nil), nil)
	for rec, err := range r.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, rec)
	}
	if len(records) != 186 {
		t.Fatalf("%d records, want 186", len(records))
	}
	return records
}

// accounts returns what records come to by the default rule, by event.
func accounts(t *testing.T, records []*incident.Record) map[string]*stats.Account {
	t.Helper()
	out := map[string]*stats.Account{}
	for a := range gather(t, records).Accounts(stats.Default, incident.Date{}) {
		if out[a.Event] != nil {
			t.Fatalf("two accounts of %s", a.Event)
		}
		out[a.Event] = a
	}
	return out
}

func gather(t *testing.T, records []*incident.Record) *stats.Reconciler {
	t.Helper()
	r := stats.NewReconciler(nil)
	for _, rec := range records {
		if err := r.Add(rec); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// figure returns an account's figure of everybody, or of a group.
func figure(t *testing.T, a *stats.Account, m incident.Measure, accrual incident.Accrual, g incident.Group) *stats.Figure {
	t.Helper()
	var found *stats.Figure
	for i := range a.Figures {
		f := &a.Figures[i]
		if f.Measure == m && f.Accrual == accrual && f.Group == g && f.Label == "" && !f.Beside {
			if found != nil {
				t.Fatalf("%s: two figures of %s", a.Event, m)
			}
			found = f
		}
	}
	if found == nil {
		t.Fatalf("%s: no figure of %s", a.Event, m)
	}
	return found
}

// idsOf returns the ids of the records in conflicts of a code, and of a measure
// unless that is empty.
func idsOf(a *stats.Account, code incident.Code, m incident.Measure) (ids []string) {
	for _, c := range a.Conflicts {
		if c.Code == code && (m == "" || c.Key.Measure == m) {
			for _, claim := range c.Claims {
				ids = append(ids, claim.Record.ID)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func TestCorpusBambanComesTo875(t *testing.T) {
	a := accounts(t, corpus(t))["ph-bamban-2024"]
	f := figure(t, a, incident.Freed, incident.AccrualEvent, incident.Group{})
	if f.Count != incident.Exactly(875) || f.Chosen.Record.ID != "rpt-0011" || f.Why != "parts-add-up" {
		t.Errorf("%v of %s because of %s, want 875 of rpt-0011 because of parts-add-up", f.Count, f.Chosen.Record.ID, f.Why)
	}
	var ids []string
	for _, c := range a.Conflicts {
		if c.Code == incident.CodeAccountDisagree && c.Key.Group.IsZero() && c.Key.Label == "" {
			for _, claim := range c.Claims {
				ids = append(ids, claim.Record.ID)
			}
		}
	}
	for _, id := range []string{"rpt-0011", "rpt-0012", "rpt-0015", "rpt-0017", "rpt-0021"} {
		if !slices.Contains(ids, id) {
			t.Errorf("%s is not among those that disagree on the whole: %v", id, ids)
		}
	}
	if got := idsOf(a, incident.CodeAccountDisagree, ""); slices.Contains(got, "rpt-0016") {
		t.Error("rpt-0016 says over 800, which 875 is")
	}
	sum := int64(0)
	for row := range tallied(t, []*stats.Account{a}, stats.By(stats.Nationality), stats.Sum(incident.Freed)).Rows() {
		best, ok := row.Sums[0].Count.Best()
		if !ok {
			t.Errorf("row %q has no best figure", row.Key)
		}
		sum += best
	}
	if sum != 875 {
		t.Errorf("the nationalities come to %d, want 875", sum)
	}
}

func tallied(t *testing.T, accounts []*stats.Account, options ...stats.TallyOption) *stats.Tally {
	t.Helper()
	tally := stats.NewTally(options...)
	for _, a := range accounts {
		if err := tally.Add(a); err != nil {
			t.Fatal(err)
		}
	}
	return tally
}

// TestCase39OfWhichIsNotAddedTwice covers the two examples of the case: 250
// freed of whom 75 returned, and 875 people of whom some are suspects.
func TestCase39OfWhichIsNotAddedTwice(t *testing.T) {
	a := accounts(t, corpus(t))["in-kh-250"]
	f := figure(t, a, incident.Returned, incident.AccrualEvent, incident.Group{Nationality: "IN"})
	if best, _ := f.Count.Best(); best != 250 || f.Chosen.Record.ID != "rpt-0005" {
		t.Errorf("%v of %s, want 250 of rpt-0005", f.Count, f.Chosen.Record.ID)
	}
	for _, by := range [][]stats.Dimension{nil, {stats.Nationality}, {stats.Country, stats.Month}, {stats.Accrual}} {
		rows := 0
		for row := range tallied(t, []*stats.Account{a}, stats.By(by...), stats.Sum(incident.Returned)).Rows() {
			rows++
			if best, _ := row.Sums[0].Count.Best(); best != 250 || row.Sums[0].Terms != 1 {
				t.Errorf("by %v: %v in %d terms, want 250 in one", by, row.Sums[0].Count, row.Sums[0].Terms)
			}
		}
		if rows != 1 {
			t.Errorf("by %v: %d rows, want 1", by, rows)
		}
	}
	if ids := idsOf(a, incident.CodeAccountDefinition, incident.Returned); !slices.Contains(ids, "rpt-0005") || len(ids) < 2 {
		t.Errorf("account.definition names %v, want rpt-0005 and the running totals", ids)
	}
	for _, id := range []string{"rpt-0001", "rpt-0002", "rpt-0003", "rpt-0004", "rpt-0006"} {
		if !slices.ContainsFunc(a.Excluded, func(x stats.Exclusion) bool {
			return x.Record.ID == id && x.Code == incident.CodeAccountRunning
		}) {
			t.Errorf("the running total of %s is not said to be left out", id)
		}
	}
}

// TestCorpusRunningTotalsAreNeverAdded compares the tally with one over records
// from which every running total and stock was taken out beforehand.
func TestCorpusRunningTotalsAreNeverAdded(t *testing.T) {
	all := corpus(t)
	var without []*incident.Record
	for _, rec := range all {
		r := *rec
		r.Figures = slices.DeleteFunc(slices.Clone(rec.Figures), func(f incident.Figure) bool {
			return f.Accrual == incident.AccrualCumulative || f.Accrual == incident.AccrualStock
		})
		without = append(without, &r)
	}
	texts := func(records []*incident.Record) (out []string) {
		var as []*stats.Account
		for a := range gather(t, records).Accounts(stats.Default, incident.Date{}) {
			as = append(as, a)
		}
		for row := range tallied(t, as, stats.Sum(slices.Collect(incident.Measures())...)).Rows() {
			for _, s := range row.Sums {
				out = append(out, fmt.Sprint(s.Measure, s.Count, s.Lost, s.Terms))
			}
		}
		return out
	}
	if got, want := texts(all), texts(without); !slices.Equal(got, want) {
		t.Errorf("running totals change the sums:\n%v\n%v", got, want)
	}
}

// TestCorpusConflicts compares the conflicts with those that a careful reader
// listed by hand.
func TestCorpusConflicts(t *testing.T) {
	all := accounts(t, corpus(t))
	file, err := os.Open(shared + "conflicts.csv")
	if err != nil {
		t.Skip("the list of conflicts is not there: ", err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	found, visible := 0, 0
	for _, row := range rows[1:] {
		event, code, measures, ids, seen := row[0], incident.Code(row[1]), strings.Split(row[2], ";"), strings.Split(row[3], ";"), row[4]
		a := all[event]
		if a == nil {
			continue // in a part of the corpus that is not published
		}
		if code == "none" {
			for _, c := range a.Conflicts {
				switch c.Code {
				case incident.CodeAccountDisagree, incident.CodeAccountParts, incident.CodeAccountWindow:
					t.Errorf("%s: %s, where a careful reader finds none", event, c.Code)
				default:
					t.Logf("%s: %s, where a careful reader finds none", event, c.Code)
				}
			}
			continue
		}
		var got []string
		for _, m := range measures {
			if code == incident.CodeAccountCopy {
				m = ""
			}
			got = append(got, idsOf(a, code, incident.Measure(m))...)
		}
		hits := 0
		for _, id := range ids {
			if slices.Contains(got, id) {
				hits++
			}
		}
		hit := hits >= min(2, len(ids))
		if seen == "yes" {
			visible++
			if hit {
				found++
			}
		}
		t.Logf("%-22s %-20s visible=%-3s found=%-5v %d of %d ids", event, code, seen, hit, hits, len(ids))
	}
	t.Logf("%d of %d visible rows found", found, visible)
	if found < leastFound {
		t.Errorf("%d of %d visible conflicts found, want %d", found, visible, leastFound)
	}
}

// leastFound is how many of the visible rows are found. The other is a total that is labelled as one
// in two wordings and stands beside another.
const leastFound = 33

// TestCase43CorpusShardedGivesTheSameBytes is the case on the public reports.
func TestCase43CorpusShardedGivesTheSameBytes(t *testing.T) {
	records := corpus(t)
	render := func(r *stats.Reconciler) string {
		state, _ := r.MarshalBinary()
		out := bytes.NewBuffer(state)
		tally := stats.NewTally(stats.By(stats.Country, stats.Nationality, stats.Month), stats.Sum(slices.Collect(incident.Measures())...),
			stats.Top(stats.Source, 3), stats.Distinct(stats.Event), stats.Quantiles())
		for a := range r.Accounts(stats.Default, incident.Date{}) {
			if err := tally.Add(a); err != nil {
				t.Fatal(err)
			}
			for _, f := range a.Figures {
				fmt.Fprintln(out, a.Event, f.Key, f.Count, f.Why)
			}
			for _, c := range a.Conflicts {
				fmt.Fprintln(out, c.Code, c.Key, c.Why)
				for _, claim := range c.Claims {
					fmt.Fprintln(out, claim.Record.ID, claim.Path, claim.Count)
				}
			}
		}
		state, _ = tally.MarshalBinary()
		return out.String() + string(state)
	}
	want := render(gather(t, records))
	rng := rand.New(rand.NewPCG(43, 1))
	for _, n := range []int{1, 2, 7, 64} {
		rng.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		merged := stats.NewReconciler(nil)
		for i := range n {
			var shard []*incident.Record
			for j := i; j < len(records); j += n {
				shard = append(shard, records[j])
			}
			if err := merged.Merge(gather(t, shard)); err != nil {
				t.Fatal(err)
			}
		}
		if render(merged) != want {
			t.Errorf("%d shards give other bytes", n)
		}
	}
}
