package stats

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// made returns n records over n/4 events, seeded: several reports an event with
// parts, doubts, copies, corrections and withdrawals.
func made(seed uint64, n int) []*incident.Record {
	rng := rand.New(rand.NewPCG(seed, 1))
	pick := func(from ...string) string { return from[rng.IntN(len(from))] }
	var out []*incident.Record
	for i := range n {
		event := rng.IntN(max(n/4, 1))
		r := &incident.Record{
			Kind: incident.KindRescue, ID: fmt.Sprintf("r%d", i), Event: fmt.Sprintf("e%d", event),
			Place:  incident.Place{Country: pick("KH", "MM", "LA", "")},
			Source: incident.Source{Name: pick("A", "B", "C", "D"), Kind: incident.SourceKind(pick("government", "media", "ngo")), Lang: "en"},
		}
		if rng.IntN(12) == 0 {
			r.Event = ""
		}
		r.Published, _ = incident.ParseDate(pick("2024-03-12", "2024-03-15", "2024-04", "2025", ""))
		r.Occurred, _ = incident.ParseDate(pick("2024-03-10", "2024-03-11", "2024-03", "2024-03-10/2024-03-12", "../2024-03-12", ""))
		whole := int64(10 + 10*(event%7))
		for _, m := range []incident.Measure{incident.Freed, incident.Returned}[:1+rng.IntN(2)] {
			accrual := incident.Accrual(pick("event", "event", "period", "cumulative", ""))
			f := incident.Figure{Measure: m, Accrual: accrual, Count: vague(rng, whole)}
			if accrual == incident.AccrualPeriod || accrual == incident.AccrualCumulative {
				f.From, _ = incident.ParseDate(pick("2024-01", "2024-02"))
				f.To, _ = incident.ParseDate(pick("2024-03", "2024-04"))
			}
			r.Figures = append(r.Figures, f)
			if rng.IntN(2) == 0 {
				f.Group.Nationality, f.Count = "IN", vague(rng, whole/2)
				r.Figures = append(r.Figures, f)
				f.Group.Nationality, f.Count = pick("NP", "OTHER"), vague(rng, whole-whole/2)
				r.Figures = append(r.Figures, f)
			}
		}
		if i > 0 {
			other := []string{fmt.Sprintf("r%d", rng.IntN(n))}
			switch rng.IntN(12) {
			case 0:
				r.DerivedFrom = other
			case 1:
				r.Supersedes = other
			case 2:
				r.Retracts = other
			}
		}
		out = append(out, r)
	}
	return out
}

// vague words a number in one of the ways that reports do.
func vague(rng *rand.Rand, n int64) incident.Count {
	switch rng.IntN(8) {
	case 0:
		return incident.About(n)
	case 1:
		return incident.AtLeast(n)
	case 2:
		return incident.MoreThan(n)
	case 3:
		return incident.AtMost(n)
	case 4:
		return incident.Count{}
	case 5:
		return incident.Between(n, n+3)
	}
	return incident.Exactly(n)
}

func reconcile(tb testing.TB, records []*incident.Record) *Reconciler {
	tb.Helper()
	r := NewReconciler(nil)
	for _, rec := range records {
		if err := r.Add(rec); err != nil {
			tb.Fatal(err)
		}
	}
	return r
}

// bytesOf returns the state of the reconciler and of a tally over its accounts,
// and the conflicts in words.
func bytesOf(tb testing.TB, r *Reconciler) []byte {
	tb.Helper()
	state, err := r.MarshalBinary()
	if err != nil {
		tb.Fatal(err)
	}
	t := tallyOf(tb, r)
	tally, err := t.MarshalBinary()
	if err != nil {
		tb.Fatal(err)
	}
	out := slices.Concat(state, tally)
	for a := range r.Accounts(Default, incident.Date{}) {
		for _, f := range a.Figures {
			out = fmt.Appendf(out, "%s %v %v %s;", a.Event, f.Key, f.Count, f.Why)
		}
		for _, c := range a.Conflicts {
			out = fmt.Appendf(out, "%s %v", c.Code, c.Key)
			for _, claim := range c.Claims {
				out = fmt.Appendf(out, " %s%s=%v", claim.Record.ID, claim.Path, claim.Count)
			}
		}
		for _, x := range a.Excluded {
			out = fmt.Appendf(out, "%s%s %s;", x.Record.ID, x.Path, x.Code)
		}
	}
	return out
}

func tallyOf(tb testing.TB, r *Reconciler) *Tally {
	tb.Helper()
	t := NewTally(By(Country, Nationality, Month), Sum(incident.Freed, incident.Returned), Top(Source, 2), Distinct(SourceKind), Quantiles())
	for a := range r.Accounts(Default, incident.Date{}) {
		if err := t.Add(a); err != nil {
			tb.Fatal(err)
		}
	}
	return t
}

func TestCase43AnyOrderAndAnyShardingGiveTheSameBytes(t *testing.T) {
	for seed := range uint64(20) {
		records := made(seed, 120)
		want := bytesOf(t, reconcile(t, records))
		if again := bytesOf(t, reconcile(t, records)); !bytes.Equal(again, want) {
			t.Fatalf("seed %d: a second run gives other bytes", seed)
		}
		rng := rand.New(rand.NewPCG(seed, 2))
		shuffled := slices.Clone(records)
		rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		shuffled = append(shuffled, shuffled[:30]...) // each of these twice
		for _, n := range []int{1, 2, 7, 64} {
			shards := make([]*Reconciler, n)
			for i := range shards {
				shards[i] = NewReconciler(nil)
			}
			for _, rec := range shuffled {
				if err := shards[rng.IntN(n)].Add(rec); err != nil {
					t.Fatal(err)
				}
			}
			merged := NewReconciler(nil)
			for _, shard := range shards {
				state, err := shard.MarshalBinary()
				if err != nil {
					t.Fatal(err)
				}
				back := NewReconciler(nil)
				if err := back.UnmarshalBinary(state); err != nil {
					t.Fatal(err)
				}
				if err := merged.Merge(back); err != nil {
					t.Fatal(err)
				}
			}
			if got := bytesOf(t, merged); !bytes.Equal(got, want) {
				t.Fatalf("seed %d: %d shards give other bytes", seed, n)
			}
		}
	}
}

func TestTalliesOfDisjointEventsMerge(t *testing.T) {
	for seed := range uint64(10) {
		r := reconcile(t, made(seed, 200))
		want, _ := tallyOf(t, r).MarshalBinary()
		parts := []*Tally{tallyOf(t, NewReconciler(nil)), tallyOf(t, NewReconciler(nil)), tallyOf(t, NewReconciler(nil))}
		i := 0
		for a := range r.Accounts(Default, incident.Date{}) {
			if err := parts[i%3].Add(a); err != nil {
				t.Fatal(err)
			}
			i++
		}
		whole := tallyOf(t, NewReconciler(nil))
		for _, j := range []int{2, 0, 1} {
			state, _ := parts[j].MarshalBinary()
			var back Tally
			if err := back.UnmarshalBinary(state); err != nil {
				t.Fatal(err)
			}
			if err := whole.Merge(&back); err != nil {
				t.Fatal(err)
			}
		}
		if got, _ := whole.MarshalBinary(); !bytes.Equal(got, want) {
			t.Fatalf("seed %d: merged tallies differ from one", seed)
		}
	}
}
