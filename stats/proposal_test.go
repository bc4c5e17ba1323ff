package stats_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// blind returns the public reports without what tells their events, and the events
// by id. With full they keep agencies and lure.
func blind(t *testing.T, full bool) (records []*incident.Record, events map[string]string) {
	t.Helper()
	events = map[string]string{}
	for i, rec := range corpus(t) {
		r := *rec
		r.ID = fmt.Sprintf("x%03d", (i*7919)%1000)
		events[r.ID] = rec.Event
		r.Event, r.Notes, r.Exploitation = "", "", nil
		if !full {
			r.Agencies, r.Lure = nil, ""
		}
		records = append(records, &r)
	}
	return records, events
}

// pairwise returns how many of the pairs that are put together belong together, and
// how many of those that do are.
func pairwise(proposals []stats.Proposal, events map[string]string) (precision, recall, f1 float64) {
	where := map[string]int{}
	var ids []string
	for i, p := range proposals {
		for _, rec := range p.Records {
			where[rec.ID] = i
			ids = append(ids, rec.ID)
		}
	}
	var both, put, belong float64
	for i, a := range ids {
		for _, b := range ids[:i] {
			if where[a] == where[b] {
				put++
			}
			if events[a] == events[b] {
				belong++
			}
			if where[a] == where[b] && events[a] == events[b] {
				both++
			}
		}
	}
	precision, recall = both/put, both/belong
	return precision, recall, 2 * precision * recall / (precision + recall)
}

// TestProposalsOnTheCorpus compares with the events that careful readers gave.
func TestProposalsOnTheCorpus(t *testing.T) {
	for _, c := range []struct {
		full          bool
		precision, f1 float64
	}{{false, 0.95, 0.95}, {true, 0.95, 0.98}} {
		records, events := blind(t, c.full)
		p, r, f1 := pairwise(gather(t, records).Proposals(incident.Date{}), events)
		t.Logf("with agencies and lure %t: precision %.4f, recall %.4f, F1 %.4f", c.full, p, r, f1)
		if p < c.precision || f1 < c.f1 {
			t.Errorf("with agencies and lure %t: precision %.3f and F1 %.3f, want %v and %v", c.full, p, f1, c.precision, c.f1)
		}
	}
}

// TestProposalsHoldEveryRecordOnce reads the reports in another order, a third of
// them with their events: the groups are the same, each record that has no event is
// in one of them, and no other is.
func TestProposalsHoldEveryRecordOnce(t *testing.T) {
	records, events := blind(t, false)
	left := map[string]bool{}
	for i, rec := range records {
		if i%3 == 0 {
			rec.Event = events[rec.ID]
		} else {
			left[rec.ID] = true
		}
	}
	want := gather(t, records).Proposals(incident.Date{})
	rng := rand.New(rand.NewPCG(2, 6))
	for range 3 {
		rng.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		if got := gather(t, records).Proposals(incident.Date{}); groups(got) != groups(want) {
			t.Errorf("another order gives\n%s\nnot\n%s", groups(got), groups(want))
		}
	}
	for _, p := range want {
		for _, rec := range p.Records {
			if !left[rec.ID] {
				t.Errorf("%s is there twice, or has an event", rec.ID)
			}
			delete(left, rec.ID)
		}
		if len(p.Records) > 1 != (len(p.Reasons) > 0) || p.Score < 0 || len(p.Records) == 1 && p.Score != 0 {
			t.Errorf("%d records with %v points for %v", len(p.Records), p.Score, p.Reasons)
		}
	}
	if len(left) > 0 {
		t.Errorf("%d records are in no group", len(left))
	}
}

// groups writes groups down.
func groups(proposals []stats.Proposal) string {
	var b strings.Builder
	for _, p := range proposals {
		for _, rec := range p.Records {
			b.WriteString(rec.ID + " ")
		}
		fmt.Fprintln(&b, p.Score, p.Reasons)
	}
	return b.String()
}

// TestJudgementsAreObeyed has two reports of one raid and one of another, which
// somebody knows to belong elsewhere.
func TestJudgementsAreObeyed(t *testing.T) {
	raid := func(id, publisher, day, place string) *incident.Record {
		r := story(id, publisher, day, freed(160, "VN"))
		r.Event, r.Place = "", incident.Place{Country: "KH", Name: place}
		return r
	}
	records := []*incident.Record{
		raid("a", "p", "2024-03-13", "Bavet"), raid("b", "q", "2024-03-13", "Bavet"), raid("c", "r", "2023-01-02", "Poipet"), raid("d", "s", "2021-05-06", "Kampot"),
	}
	ref := func(id string) stats.Ref {
		for _, rec := range records {
			if rec.ID == id {
				return stats.Ref{Publisher: rec.Source.Name, ID: id}
			}
		}
		return stats.Ref{Publisher: "nobody", ID: id}
	}
	for _, c := range []struct{ same, differ, want string }{
		{"", "", "ab c d"},
		{"", "ab", "a b c d"},
		{"", "ba", "a b c d"},
		{"bc", "", "abc d"},
		{"bc cd", "", "a bcd"}, // too little speaks for a, on average
		{"dc bc", "", "a bcd"},
		{"bc cd ba", "", "abcd"},
		{"bc", "ab", "a bc d"},
		{"cd", "ac bd", "ab cd"},
		{"ab", "ab", "ab c d"},
		{"xy ax", "ay", "ab c d"},
	} {
		var judged []stats.Judgement
		for pair := range strings.FieldsSeq(c.same) {
			judged = append(judged, stats.Judgement{A: ref(pair[:1]), B: ref(pair[1:]), Same: true})
		}
		for pair := range strings.FieldsSeq(c.differ) {
			judged = append(judged, stats.Judgement{A: ref(pair[:1]), B: ref(pair[1:])})
		}
		for range 2 {
			slices.Reverse(judged)
			var got []string
			r := gather(t, records)
			if err := r.Judge(judged...); err != nil {
				t.Fatal(err)
			}
			for _, p := range r.Proposals(incident.Date{}) {
				var ids strings.Builder
				for _, rec := range p.Records {
					ids.WriteString(rec.ID)
				}
				got = append(got, ids.String())
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("same %q, different %q: %q, want %q", c.same, c.differ, got, c.want)
			}
		}
	}
}

// TestProposalsOfOtherPeople has two countries bring people home from one town on one
// day, and a ministry state its running total on two days, of which the reports say
// no more.
func TestProposalsOfOtherPeople(t *testing.T) {
	home := func(id, nationality string, n int64) *incident.Record {
		r := story(id, "paper "+id, "2025-03-18", freed(n, nationality))
		r.Figures[0].Measure = incident.Returned
		r.Event, r.Place = "", incident.Place{Country: "TH", Admin1: "TH-63"}
		return r
	}
	total := func(id, publisher, day string, n int64) *incident.Record {
		r := runs(t, id, publisher, "", day, fmt.Sprint(n))
		r.Event, r.Published = "", incident.Date{}
		return r
	}
	in := func(country string, r *incident.Record) *incident.Record {
		r.Place.Country = country
		return r
	}
	for name, c := range map[string]struct {
		records []*incident.Record
		groups  int
	}{
		"two countries":         {[]*incident.Record{home("a", "BD", 18), home("b", "ZW", 14)}, 2},
		"one country":           {[]*incident.Record{home("a", "BD", 18), home("b", "BD", 18)}, 1},
		"one running total":     {[]*incident.Record{total("a", "ministry", "2023-12-31", 200), total("b", "ministry", "2024-12-31", 500)}, 1},
		"two countries' totals": {[]*incident.Record{in("KH", total("a", "ministry", "2023-12-31", 200)), in("LA", total("b", "ministry", "2023-12-31", 500))}, 2},
		"two publishers'":       {[]*incident.Record{total("a", "ministry", "2023-12-31", 200), total("b", "embassy", "2024-12-31", 500)}, 2},
	} {
		if got := gather(t, c.records).Proposals(incident.Date{}); len(got) != c.groups {
			t.Errorf("%s: %d groups, want %d", name, len(got), c.groups)
		}
	}
}

// TestProposalsAsOf leaves out what was not known.
func TestProposalsAsOf(t *testing.T) {
	a, b := story("a", "p", "2024-03-13", freed(160, "VN")), story("b", "q", "2024-03-13", freed(160, "VN"))
	a.Event, b.Event = "", ""
	b.Published, _ = incident.ParseDate("2024-04-01")
	day, _ := incident.ParseDate("2024-03-31")
	if got := gather(t, []*incident.Record{a, b}).Proposals(day); len(got) != 1 || len(got[0].Records) != 1 {
		t.Errorf("%d groups", len(got))
	}
	if got := stats.NewReconciler(nil).Proposals(day); got != nil {
		t.Errorf("%v of nothing", got)
	}
}

// BenchmarkProposals has records of one country and month, which all share a key.
func BenchmarkProposals(b *testing.B) {
	for _, n := range []int{1000, 4000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			rng := rand.New(rand.NewPCG(4, 4))
			r := stats.NewReconciler(nil)
			for i := range n {
				rec := story(fmt.Sprint(i), fmt.Sprint("paper ", rng.IntN(9)), fmt.Sprintf("2024-03-%02d", 1+rng.IntN(31)), freed(10+rng.Int64N(900), []string{"IN", "VN", "CN"}[rng.IntN(3)]))
				rec.Event, rec.Place = "", incident.Place{Country: "KH", Name: []string{"Bavet", "Poipet", "Kampot"}[rng.IntN(3)]}
				if err := r.Add(rec); err != nil {
					b.Fatal(err)
				}
			}
			for b.Loop() {
				if len(r.Proposals(incident.Date{})) == 0 {
					b.Fatal("nothing")
				}
			}
		})
	}
}
