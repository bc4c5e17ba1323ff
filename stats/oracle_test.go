package stats

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// The oracle is a second implementation of the decided rule, for reports on the
// freed with exact counts and parts by nationality, all of one day. It works on
// plain numbers: no keys, no claims, no steps.
type simpleReport struct {
	id, published string // a day
	official      bool
	whole         int // −1: not stated
	parts         map[string]int
}

// comesTo is what a report says in all, −1 when it does not, and whether it
// says so itself.
func (r simpleReport) comesTo() (n int, stated bool) {
	if r.whole >= 0 {
		return r.whole, true
	}
	if len(r.parts) < 2 {
		return -1, false
	}
	for _, part := range r.parts {
		n += part
	}
	return n, false
}

func (r simpleReport) addsUp() bool {
	n := 0
	for _, part := range r.parts {
		n += part
	}
	return r.whole >= 0 && len(r.parts) > 0 && n == r.whole
}

// decide returns the number that an event comes to, the report that speaks for
// it and the reason, by ranking texts that sort as the rule prefers.
func decide(reports []simpleReport) (n int, id, why string) {
	best := map[int][5]string{}
	speaker := map[int]simpleReport{}
	for _, r := range reports {
		m, stated := r.comesTo()
		if m < 0 {
			continue
		}
		before, ok := speaker[m]
		_, statedBefore := before.comesTo()
		earlier := r.published+r.id < before.published+before.id
		if !ok || stated && !statedBefore || stated == statedBefore && earlier {
			speaker[m] = r
		}
	}
	for m, s := range speaker {
		rank := [5]string{"", "1", "1", "", s.id}
		for _, r := range reports {
			if k, _ := r.comesTo(); k != m {
				continue
			}
			if r.addsUp() {
				rank[1] = "0"
			}
			if r.official {
				rank[2] = "0"
			}
		}
		// Later first: each digit turned over.
		rank[3] = strings.Map(func(d rune) rune { return '9' - d + '0' }, strings.ReplaceAll(s.published, "-", ""))
		best[m] = rank
	}
	var numbers []int
	for m := range best {
		numbers = append(numbers, m)
	}
	sort.Slice(numbers, func(i, j int) bool {
		a, b := best[numbers[i]], best[numbers[j]]
		return strings.Join(a[:], "|") < strings.Join(b[:], "|")
	})
	why = "only-claim"
	if len(numbers) > 1 {
		a, b := best[numbers[0]], best[numbers[1]]
		for i, name := range []string{"covers-everyone", "parts-add-up", "official", "latest", "smallest-id"} {
			if a[i] != b[i] {
				why = name
				break
			}
		}
	}
	return numbers[0], speaker[numbers[0]].id, why
}

func simpleReports(rng *rand.Rand, event int) []simpleReport {
	var out []simpleReport
	usual := 10 + rng.IntN(5)
	for i := range 1 + rng.IntN(6) {
		r := simpleReport{
			id:        fmt.Sprintf("r%d-%d", event, rng.IntN(900)*10+i),
			published: fmt.Sprintf("2024-03-%02d", 14+rng.IntN(4)),
			official:  rng.IntN(3) == 0, whole: usual + rng.IntN(3), parts: map[string]int{},
		}
		if i > 0 && rng.IntN(4) == 0 {
			r.whole = -1
		}
		left := max(r.whole, usual)
		for _, nation := range []string{"IN", "NP", "CN"}[:rng.IntN(4)] {
			n := rng.IntN(left + 1)
			r.parts[nation], left = n, left-n
		}
		if len(r.parts) == 3 && rng.IntN(2) == 0 {
			r.parts["CN"] += left
		}
		out = append(out, r)
	}
	return out
}

func (r simpleReport) record(t *testing.T, event string) *incident.Record {
	whole := ""
	if r.whole >= 0 {
		whole = fmt.Sprint(r.whole)
	}
	rec := said(t, r.id, event, whole)
	for nation, n := range r.parts {
		rec.Figures = append(rec.Figures, incident.Figure{
			Measure: incident.Freed, Accrual: incident.AccrualEvent, Count: incident.Exactly(int64(n)),
			Group: incident.Group{Nationality: nation},
		})
	}
	rec.Published = date(t, r.published)
	if r.official {
		rec.Source.Kind = incident.Police
	}
	return rec
}

func TestOracle(t *testing.T) {
	reasons := map[string]int{}
	for seed := range uint64(150) {
		rng := rand.New(rand.NewPCG(seed, 5))
		events := map[string][]simpleReport{}
		var records []*incident.Record
		for i := range 12 {
			event := fmt.Sprintf("e%02d", i)
			events[event] = simpleReports(rng, i)
			for _, r := range events[event] {
				records = append(records, r.record(t, event))
			}
		}
		total, byNation := int64(0), map[string]int64{}
		tally, rows := NewTally(Sum(incident.Freed)), NewTally(By(Nationality), Sum(incident.Freed))
		for a := range reconcile(t, records).Accounts(OfficialFirst, incident.Date{}) {
			n, id, why := decide(events[a.Event])
			i := slices.IndexFunc(a.Figures, func(f Figure) bool { return f.Group.IsZero() })
			if i < 0 {
				t.Fatalf("seed %d %s: no figure", seed, a.Event)
			}
			f := a.Figures[i]
			if best, _ := f.Count.Best(); best != int64(n) || f.Chosen.Record.ID != id || f.Why != why {
				t.Errorf("seed %d %s: %d of %s because of %s, want %d of %s because of %s\n%+v",
					seed, a.Event, best, f.Chosen.Record.ID, f.Why, n, id, why, events[a.Event])
			}
			reasons[why]++
			total += int64(n)
			chosen := events[a.Event][slices.IndexFunc(events[a.Event], func(r simpleReport) bool { return r.id == id })]
			if err := tally.Add(a); err != nil {
				t.Fatal(err)
			}
			if !chosen.addsUp() { // what follows needs a list that nobody can argue with
				continue
			}
			for nation, n := range chosen.parts {
				byNation[nation] += int64(n)
			}
			if err := rows.Add(a); err != nil {
				t.Fatal(err)
			}
		}
		if got := rowsOf(tally)[0]; got.Sums[0].Count.Parts()&incident.HasBest == 0 || best(got) != total || got.Events != 12 {
			t.Errorf("seed %d: the events come to %v, want %d", seed, got.Sums[0].Count, total)
		}
		for row := range rows.Rows() {
			if best(row) != byNation[row.Key[0]] {
				t.Errorf("seed %d: %s: %v, want %d", seed, row.Key[0], row.Sums[0].Count, byNation[row.Key[0]])
			}
		}
		if t.Failed() {
			return
		}
	}
	for _, why := range []string{"only-claim", "parts-add-up", "official", "latest", "smallest-id"} {
		if reasons[why] < 20 {
			t.Errorf("%s decided only %d times: the test says little of it", why, reasons[why])
		}
	}
}

// best is the best figure of a row's first measure.
func best(row TallyRow) int64 {
	n, _ := row.Sums[0].Count.Best()
	return n
}
