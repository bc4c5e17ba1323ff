package stats

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/incident"
)

// TestBucketsCarry counts beyond what a page's counters hold, one by one and at
// once, and through a state and a merge.
func TestBucketsCarry(t *testing.T) {
	tally := NewTally(Sum(incident.Freed), Quantiles())
	number, err := tally.rowOf(nil)
	if err != nil {
		t.Fatal(err)
	}
	want := map[int32]uint32{3: 65535, 4: 65536, 5: 200_000, 31: 1, 32: 131_072, 4000: 70_000}
	for bucket, n := range want {
		for _, part := range []uint32{n / 3, n - n/3 - 1, 1} {
			if part > 0 {
				if err := tally.addBucket(number, 0, bucket, part); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	*tally.rows.at(number) = row{1, 1}
	state, err := tally.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	var back Tally
	if err := back.UnmarshalBinary(state); err != nil {
		t.Fatal(err)
	}
	if err := back.Merge(tally); err != nil {
		t.Fatal(err)
	}
	for times, tally := range []*Tally{tally, &back} {
		got := map[int32]uint32{}
		for bucket, n := range tally.buckets(0, 0) {
			got[bucket] = n / uint32(times+1)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%d times: -want +got %s", times+1, d)
		}
	}
}
