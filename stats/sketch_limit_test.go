package stats

import (
	"bytes"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// TestCountsOfValuesOverflow has counts as great as they can be.
func TestCountsOfValuesOverflow(t *testing.T) {
	full := func(values int, n int64) *Tally {
		tally := valueTally(10)
		number, _ := tally.rowOf(appendText(nil, "row"))
		for v := range values {
			if err := tally.addValue(number, keptTop, strconv.Itoa(v), uint64(v), n); err != nil {
				t.Fatal(err)
			}
		}
		return tally
	}
	for name, c := range map[string]struct{ a, b *Tally }{
		"of a value":       {full(1, math.MaxInt64), full(1, 1)},
		"of two sketches":  {full(11, math.MaxInt64/11), full(11, math.MaxInt64/11)},
		"into a sketch":    {full(11, math.MaxInt64/11), full(10, math.MaxInt64/10)},
		"towards a sketch": {full(10, math.MaxInt64/5), full(11, 1)},
		"of few and many":  {full(1, math.MaxInt64), full(11, 1)},
	} {
		if err := c.a.Merge(c.b); codeOf(err) != incident.CodeStatsOverflow || !c.a.Partial() {
			t.Errorf("%s: %v, partial %v", name, err, c.a.Partial())
		}
		for row := range c.a.Rows() {
			for _, v := range row.Top {
				if v.Events <= 0 {
					t.Errorf("%s: %+v", name, v)
				}
			}
		}
		if _, top, _ := c.a.Estimates(); top > 0 {
			if err := valueTally(10).UnmarshalBinary(stateOf(t, c.a)); err != nil {
				t.Errorf("%s: the state is not read: %v", name, err)
			}
		}
	}
	many := full(10, math.MaxInt64/5)
	if err := many.addValue(0, keptTop, "another", 1, 1); codeOf(err) != incident.CodeStatsOverflow {
		t.Errorf("a sketch is begun: %v", err)
	}
	if err := full(11, math.MaxInt64/11).addValue(0, keptTop, "another", 1, math.MaxInt64/2); codeOf(err) != incident.CodeStatsOverflow {
		t.Errorf("a value is added to a sketch: %v", err)
	}
	buckets := NewTally(Sum(incident.Freed), Quantiles())
	number, err := buckets.rowOf(nil)
	if err == nil {
		err = buckets.addBucket(number, 0, 7, math.MaxUint32)
	}
	if err != nil {
		t.Fatal(err)
	}
	var held uint32
	for _, n := range buckets.buckets(number, 0) {
		held = n
	}
	if err := buckets.addBucket(number, 0, 7, 1); codeOf(err) != incident.CodeStatsOverflow || held != math.MaxUint32 {
		t.Errorf("a bucket: %v", err)
	}
}

// TestSketchesCountForTheLimit has just as many groups as are needed, and one
// less.
func TestSketchesCountForTheLimit(t *testing.T) {
	all := someSeen(2, 4, 5, 30) // 4 and 4 exact; twice 5 and 5 kept, and a sketch
	whole := valueTally(4)
	addSeen(t, whole, all...)
	need := 3 + 6*4 + 2*countMinGroups
	if whole.held() != need {
		t.Errorf("%d held, want %d", whole.held(), need)
	}
	state := stateOf(t, whole)
	for _, groups := range []int{need, need - 1, 3 + 6*4 + countMinGroups, 20} {
		want := incident.CodeLimitGroups
		if groups >= need {
			want = ""
		}
		small := WithLimits(Limits{Groups: groups})
		merged := NewTally(By(Country), Top(Source, 1<<20), Distinct(Source), exactly(4), small)
		if err := merged.Merge(whole); codeOf(err) != want || merged.Partial() != (want != "") || merged.held() > groups {
			t.Errorf("%d groups: merged: %v, %d held", groups, err, merged.held())
		}
		if err := NewTally(exactly(4), small).UnmarshalBinary(state); codeOf(err) != want {
			t.Errorf("%d groups: read: %v", groups, err)
		}
		added, code := NewTally(By(Country), Sum(incident.Freed), Top(Source, 1<<20), Distinct(Source), exactly(4), small), incident.Code("")
		for _, s := range all {
			r := said(t, s.account, s.account, "1")
			r.Place.Country, r.Source.Name = s.row, s.value
			if err := added.Add(AccountOf(r)); err != nil {
				code = codeOf(err)
				break
			}
		}
		if code != want || added.held() > groups {
			t.Errorf("%d groups: added: %q, %d held", groups, code, added.held())
		}
		// What failed has a state all the same.
		if err := NewTally(exactly(4)).UnmarshalBinary(stateOf(t, added)); err != nil {
			t.Errorf("%d groups: the state of what was added: %v", groups, err)
		}
		if err := NewTally(exactly(4)).UnmarshalBinary(stateOf(t, merged)); err != nil {
			t.Errorf("%d groups: the state of what was merged: %v", groups, err)
		}
	}
}

// TestKnownValuesTakeNoMemory adds what is there already, to a small row, a
// larger one and a sketch.
func TestKnownValuesTakeNoMemory(t *testing.T) {
	for _, values := range []int{3, 40, 100} {
		tally := valueTally(50)
		all := someSeen(1, values)
		addSeen(t, tally, all...)
		stateOf(t, tally)
		got := testing.AllocsPerRun(10, func() {
			for _, s := range all {
				for _, kept := range []uint8{keptTop, keptDistinct} {
					if err := tally.addValue(0, kept, s.value, s.occurrence(), 1); err != nil {
						t.Fatal(err)
					}
				}
			}
		})
		if got > 0 {
			t.Errorf("%d values: %v allocations", values, got)
		}
	}
}

// TestSketchesHoldNoMoreThanTwice looks at what is held between times.
func TestSketchesHoldNoMoreThanTwice(t *testing.T) {
	tally := valueTally(20)
	for _, s := range someSeen(1, 4000) {
		addSeen(t, tally, s)
		top, hashes := tally.tops.at(0), tally.distincts.at(0).sketch()
		if len(top.entries) > 40 || hashes != nil && len(hashes.held) > 40 {
			t.Fatalf("%d candidates and %d hashes are held, want up to 40", len(top.entries), len(hashes.held))
		}
	}
	if index := tally.tops.at(0).more.index; len(index) > 40 {
		t.Errorf("%d candidates are in the index", len(index))
	}
}

// FuzzSketches adds arbitrary occurrences in order, in reverse, and in two
// parts.
func FuzzSketches(f *testing.F) {
	rng := rand.New(rand.NewPCG(1, 16))
	for n := range 6 {
		data := make([]byte, 1+30*n)
		for i := range data {
			data[i] = byte(rng.Uint32())
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) == 0 || len(data) > 2000 {
			return
		}
		exact, all := 3+int(data[0]%9), []seen(nil)
		for i, b := range data[1:] {
			all = append(all, seen{"r", strconv.Itoa(int(b) * int(b) / 512), strconv.Itoa(i % 50)})
		}
		want := valueTally(exact)
		addSeen(t, want, all...)
		checkValues(t, want, all)
		split := int(data[len(data)-1]) * len(all) / 256
		first, second := valueTally(exact), valueTally(exact)
		addSeen(t, first, all[:split]...)
		addBatch(t, second, all[split:])
		if err := second.Merge(first); err != nil {
			t.Fatal(err)
		}
		slices.Reverse(all)
		back := valueTally(exact)
		addSeen(t, back, all...)
		if !bytes.Equal(stateOf(t, second), stateOf(t, want)) || !bytes.Equal(stateOf(t, back), stateOf(t, want)) {
			t.Errorf("%d occurrences, %d exact, split at %d: other bytes", len(all), exact, split)
		}
		if err := NewTally(exactly(exact)).UnmarshalBinary(stateOf(t, want)); err != nil {
			t.Errorf("the state is not read: %v", err)
		}
	})
}
