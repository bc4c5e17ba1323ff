package stats

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// alike are n reports of one raid, each of another paper, that name no event.
func alike(t *testing.T, n int) (records []*incident.Record) {
	t.Helper()
	for i := range n {
		r := said(t, fmt.Sprint("r", i), "", "160", "VN", "100", "IN", "60")
		r.Place.Name = "Bavet"
		records = append(records, r)
	}
	return records
}

// judgement is of two letters and a sign: "r0=r1", "r0/r1".
func judgement(text string) Judgement {
	a, b, same := strings.Cut(text, "=")
	if !same {
		a, b, _ = strings.Cut(text, "/")
	}
	return Judgement{Ref{"paper " + a, a}, Ref{"paper " + b, b}, same}
}

// TestJudgedRecordsAreOneEvent: who says that records are about one event is obeyed
// by accounts and tallies.
func TestJudgedRecordsAreOneEvent(t *testing.T) {
	records := alike(t, 4)
	records[2].Event, records[3].Event = "raid", "siege"
	for _, c := range []struct {
		judged string
		events string // of each account, with how many records
		freed  int64
	}{
		{"", "raid 1, siege 1,  1,  1", 640},
		{"r0=r1", "raid 1, siege 1,  2", 480},
		{"r1=r0 r0/r1", "raid 1, siege 1,  2", 480},
		{"r0/r1", "raid 1, siege 1,  1,  1", 640},
		{"r0=r2", "raid 2, siege 1,  1", 480},
		{"r0=r3 r3=r2", "raid 3,  1", 320},
		{"r0=r3 r1=r0 r2=r1", "raid 4", 160},
		{"r0=r9 r8=r7", "raid 1, siege 1,  1,  1", 640},
	} {
		r := reconcile(t, records)
		for text := range strings.FieldsSeq(c.judged) {
			if err := r.Judge(judgement(text)); err != nil {
				t.Fatal(err)
			}
		}
		tally := NewTally(Sum(incident.Freed), By(Event))
		var events []string
		var freed int64
		for a := range r.Accounts(Default, incident.Date{}) {
			events = append(events, fmt.Sprint(a.Event, " ", len(a.Records)))
			if err := tally.Add(a); err != nil {
				t.Fatal(err)
			}
		}
		for row := range tally.Rows() {
			freed += best(row)
		}
		if got := strings.Join(events, ", "); got != c.events || freed != c.freed {
			t.Errorf("judged %q: events %q, %d people, want %q, %d", c.judged, got, freed, c.events, c.freed)
		}
	}
}

// TestWithoutPossibleDuplicates: four reports of one raid are four events, or one.
func TestWithoutPossibleDuplicates(t *testing.T) {
	r := reconcile(t, append(alike(t, 4), said(t, "other", "", "7", "KE", "7")))
	if n := len(slices.Collect(r.Accounts(nil, incident.Date{}))); n != 5 {
		t.Errorf("%d accounts", n)
	}
	without := slices.Collect(r.AccountsAsProposed(nil, incident.Date{}))
	if len(without) != 2 || len(without[0].Records)+len(without[1].Records) != 5 {
		t.Errorf("%d accounts without possible duplicates", len(without))
	}
	if err := r.Judge(judgement("r0/r1")); err != nil {
		t.Fatal(err)
	}
	if n := len(slices.Collect(r.AccountsAsProposed(nil, incident.Date{}))); n != 3 {
		t.Errorf("%d accounts when two of four are judged to be different", n)
	}
	for range r.AccountsAsProposed(nil, incident.Date{}) {
		break
	}
}

// TestDifferencesBindProposals: r0 is of an event that r2 names, and r1, which is like
// r0, is not.
func TestDifferencesBindProposals(t *testing.T) {
	records := alike(t, 3)
	records[2].Event = "x"
	r := reconcile(t, records)
	if err := r.Judge(judgement("r0=r2"), judgement("r1/r0")); err != nil {
		t.Fatal(err)
	}
	without := slices.Collect(r.AccountsAsProposed(nil, incident.Date{}))
	if len(without) != 2 || without[0].Event != "x" || len(without[0].Records) != 2 {
		t.Errorf("%d accounts", len(without))
	}
	r = reconcile(t, records)
	if err := r.Judge(judgement("r1/r2"), judgement("r0=r2")); err != nil {
		t.Fatal(err)
	}
	if without = slices.Collect(r.AccountsAsProposed(nil, incident.Date{})); len(without) != 2 || len(without[0].Records) != 2 {
		t.Errorf("through another: %d accounts, %d records of the first", len(without), len(without[0].Records))
	}
}

// TestCopiesAreNotProposed: who says that it copies another is no possible duplicate,
// nor is what was withdrawn.
func TestCopiesAreNotProposed(t *testing.T) {
	records := alike(t, 3)
	records[1].DerivedFrom = []string{"r0"}
	records[2].Retracts = []string{"r0"}
	got := reconcile(t, records).Proposals(incident.Date{})
	if len(got) != 1 || len(got[0].Records) != 1 || got[0].Records[0].ID != "r2" {
		t.Errorf("%d groups", len(got))
	}
}

// TestNamelessEventsInOrder: they stand behind those with a name, in the order of id
// and publisher.
func TestNamelessEventsInOrder(t *testing.T) {
	b, a, other, named := said(t, "b", "", "1"), said(t, "a", "", "2"), said(t, "a", "", "3"), said(t, "z", "z", "4")
	other.Source.Name = "another paper"
	var got []string
	for account := range reconcile(t, []*incident.Record{b, a, other, named}).Accounts(nil, incident.Date{}) {
		got = append(got, account.Records[0].ID+" of "+account.Records[0].Source.Name)
	}
	if want := []string{"z of paper z", "a of another paper", "a of paper a", "b of paper b"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// TestManyVersions: versions of one record are joined in little time.
func TestManyVersions(t *testing.T) {
	r := NewReconciler(nil)
	for i := range 3000 {
		if err := r.Add(said(t, "r0", "", fmt.Sprint(i))); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Add(said(t, "r1", "", "7")); err != nil {
		t.Fatal(err)
	}
	if err := r.Judge(judgement("r0=r1")); err != nil {
		t.Fatal(err)
	}
	if n := len(r.joinJudged(r.known(incident.Date{}))); n != 1 {
		t.Errorf("%d events", n)
	}
}

// TestJudgementsAreState: they merge in any order, and are written and read back.
func TestJudgementsAreState(t *testing.T) {
	judged := []Judgement{judgement("r0=r1"), judgement("r1=r0"), judgement("r2/r0"), judgement("r0/r2"), judgement("r0/r1"), judgement("r3=r3")}
	rng := rand.New(rand.NewPCG(1, 1))
	var want []byte
	for range 20 {
		rng.Shuffle(len(judged), func(i, j int) { judged[i], judged[j] = judged[j], judged[i] })
		parts := []*Reconciler{NewReconciler(nil), NewReconciler(nil)}
		for i, rec := range alike(t, 4) {
			if err := parts[i%2].Add(rec); err != nil {
				t.Fatal(err)
			}
		}
		for _, j := range judged {
			if err := parts[rng.IntN(2)].Judge(j); err != nil {
				t.Fatal(err)
			}
		}
		if err := parts[0].Merge(parts[1]); err != nil {
			t.Fatal(err)
		}
		if got, _ := parts[0].MarshalBinary(); want == nil {
			want = got
		} else if !bytes.Equal(got, want) {
			t.Fatal("another order gives other bytes")
		}
	}
	back := NewReconciler(nil)
	err := back.UnmarshalBinary(want)
	if again, _ := back.MarshalBinary(); err != nil || !bytes.Equal(again, want) || len(back.Judgements()) != 4 {
		t.Errorf("read back: %v, %v", back.Judgements(), err)
	}
	twice := NewReconciler(nil)
	if err := twice.Judge(judgement("r0=r1")); err != nil {
		t.Fatal(err)
	}
	state, _ := twice.MarshalBinary()
	one := state[len(state)-len("\x08paper r0\x02r0\x08paper r1\x02r1")-1:]
	twofold := append(append([]byte{reconcilerState, reconcilerVersion, 0, 2}, one...), one...)
	swapped := []byte("R\x03\x00\x01\x08paper r1\x02r1\x08paper r0\x02r0\x01")
	for _, bad := range [][]byte{twofold, swapped, want[:len(want)-1], append(slices.Clip(want), 0), append(want[:len(want)-1:len(want)-1], 2)} {
		if err := back.UnmarshalBinary(bad); codeOf(err) != incident.CodeFormatUnexpected || len(back.Judgements()) != 4 {
			t.Errorf("a damaged state: %v", err)
		}
	}
	small := NewReconciler(&ReconcilerOptions{Limits: Limits{Groups: 5}})
	if err := small.UnmarshalBinary(want); codeOf(err) != incident.CodeLimitGroups {
		t.Errorf("over the limit: %v", err)
	}
	for _, rec := range alike(t, 4) {
		if err := small.Add(rec); err != nil {
			t.Fatal(err)
		}
	}
	if err := small.Judge(judged...); codeOf(err) != incident.CodeLimitGroups {
		t.Errorf("judged over the limit: %v", err)
	}
}
