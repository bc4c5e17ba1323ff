package stats

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// TestPolicies has three claims, each of which some policy takes, and one that
// covers only a part of the time.
func TestPolicies(t *testing.T) {
	at := func(r *incident.Record, published, occurred string) *incident.Record {
		r.Published, r.Occurred = date(t, published), date(t, occurred)
		return r
	}
	records := []*incident.Record{
		at(said(t, "a", "e", "30", "IN", "20", "NP", "10"), "2024-03-15", "2024-03-12/2024-03-13"),
		at(said(t, "b", "e", "~40"), "2024-03-16", "2024-03-12/2024-03-13"),
		at(said(t, "c", "e", "25..35"), "2024-03-15", "2024-03-12/2024-03-13"),
		at(said(t, "d", "e", "5"), "2024-03-20", "2024-03-13"),
	}
	for policy, want := range map[Policy]string{
		OfficialFirst: "30 a parts-add-up", Latest: "~40 b latest", PartsAddUp: "30 a parts-add-up",
		Conservative: "25..44 a parts-add-up", Envelope: "25..30..44 a parts-add-up",
	} {
		a := only(t, policy, records...)
		f := whole(t, a)
		if got := fmt.Sprint(f.Count, " ", f.Chosen.Record.ID, " ", f.Why); got != want {
			t.Errorf("%v: %s, want %s", policy, got, want)
		}
		if got, want := fmt.Sprint(codes(a)), fmt.Sprint(codes(only(t, OfficialFirst, records...))); policy != Latest && got != want {
			t.Errorf("%v: conflicts %s, want %s", policy, got, want)
		}
	}
	open := []*incident.Record{said(t, "a", "e", "30"), said(t, "b", "e", ">=50")}
	if f := whole(t, only(t, Conservative, open...)); f.Count.String() != ">29" {
		t.Errorf("%v, want >29", f.Count)
	}
	if f := whole(t, only(t, Conservative, open[0])); f.Count.String() != "30" {
		t.Errorf("of one claim %v, want 30", f.Count)
	}
}

// TestHullsHoldEveryClaim shows of claims on one time that the bounds of
// Conservative and Envelope hold those of every claim and are bounds of some.
func TestHullsHoldEveryClaim(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 26))
	for range 2000 {
		var records []*incident.Record
		var counts []incident.Count
		for i := range 1 + rng.IntN(5) {
			n := rng.IntN(60)
			count := []string{"%d", "~%d", ">=%d", "<=%d", "%[1]d..%[2]d", "%[1]d..%[2]d..%[3]d"}[rng.IntN(6)]
			switch count {
			case "%[1]d..%[2]d":
				count = fmt.Sprintf("%d..%d", n, n+rng.IntN(9))
			case "%[1]d..%[2]d..%[3]d":
				count = fmt.Sprintf("%d..%d..%d", n, n+4, n+4+rng.IntN(9))
			default:
				count = fmt.Sprintf(count, n)
			}
			records = append(records, said(t, string(rune('a'+i)), "e", count))
			c, err := incident.ParseCount(count)
			if err != nil {
				t.Fatal(err)
			}
			counts = append(counts, c)
		}
		for _, policy := range []Policy{Conservative, Envelope} {
			f := whole(t, only(t, policy, records...))
			low, high, open := f.Count.Interval()
			touched := uint64(0)
			for _, c := range counts {
				l, h, o := c.Interval()
				if l < low || o && !open || !open && h > high {
					t.Fatalf("%v: %v does not hold %v, of %v", policy, f.Count, c, counts)
				}
				touched |= boolBit(l == low) | boolBit(open && o || !open && h == high)<<1
			}
			if touched != 3 {
				t.Fatalf("%v: %v is wider than %v", policy, f.Count, counts)
			}
		}
	}
}

// TestCautiousWording shows that claims of one number are one, in the words that
// say least, whatever their order.
func TestCautiousWording(t *testing.T) {
	for _, ids := range []string{"abc", "cab", "bca"} {
		f := whole(t, only(t, OfficialFirst, said(t, ids[:1], "e", "250"), said(t, ids[1:2], "e", "~250"), said(t, ids[2:], "e", "245..250..255")))
		if f.Count.String() != "~250" || len(f.Claims) != 3 {
			t.Errorf("%v of %d claims", f.Count, len(f.Claims))
		}
	}
}
