package stats

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"testing"
)

// above is how often something of that probability may happen in n trials:
// five standard deviations more than is to be expected.
func above(p, n float64) float64 {
	return n*p + 5*math.Sqrt(n*p*(1-p))
}

// TestDistinctEstimatesAreWithinTheirError counts how often an estimate is wrong
// by more than is said, and whether estimates lean to one side.
func TestDistinctEstimatesAreWithinTheirError(t *testing.T) {
	for _, c := range []struct{ exact, values, trials int }{
		{ExactValues, ExactValues + 1, 10},
		{ExactValues, 3000, 60},
		{ExactValues, 50_000, 60},
		{ExactValues, 300_000, 1},
		{100, 150, 500},
		{100, 2_000, 500},
		{100, 20_000, 100},
	} {
		wrong, mean := 0, 0.0
		for trial := range c.trials {
			var s leastHashes
			for i := range c.values {
				s.add(hashValue(fmt.Sprint("publisher ", i, " in ", trial)), c.exact)
			}
			off := float64(s.estimate(c.exact)-int64(c.values)) / float64(c.values)
			if mean += off / float64(c.trials); math.Abs(off) > distinctError(c.exact) {
				wrong++
			}
		}
		if float64(wrong) > above(0.05, float64(c.trials)) {
			t.Errorf("%d values of %d kept: %d of %d estimates are off by more than %.1f %%",
				c.values, c.exact, wrong, c.trials, 100*distinctError(c.exact))
		}
		// The mean of so many is within five of its standard errors.
		if lean := 5 * distinctError(c.exact) / 2 / math.Sqrt(float64(c.trials)); c.values >= c.exact*3/2 && math.Abs(mean) > lean {
			t.Errorf("%d values of %d kept: off by %.2f %% on average", c.values, c.exact, 100*mean)
		}
	}
}

// TestDistinctEstimatesOfExtremeHashes has the ends of what hashes can be.
func TestDistinctEstimatesOfExtremeHashes(t *testing.T) {
	for _, c := range []struct {
		hashes []uint64
		want   int64
	}{
		{[]uint64{0, 1, 2}, math.MaxInt64},                    // as if of more than 2^63 values
		{[]uint64{0, 1, 3}, math.MaxInt64},                    // 2·2^64/4
		{[]uint64{0, 1, 7}, 1 << 62},                          // 2·2^64/8
		{[]uint64{5, 6, math.MaxUint64}, 4},                   // of 3 kept there were 4
		{[]uint64{5, 6, math.MaxUint64 / 2}, 4},               // 2·2
		{[]uint64{5, 6, math.MaxUint64 / 8}, 16},              // 2·8
		{[]uint64{5, 6}, 4},                                   // two values of one hash
		{[]uint64{9, 2, 9, 0, 2, 0, 0, 7, 8, 10, 7}, 1 << 62}, // in any order, and again
	} {
		var s leastHashes
		for _, h := range c.hashes {
			s.add(h, 3)
		}
		if got := s.estimate(3); got != c.want {
			t.Errorf("%x: %d, want %d", c.hashes, got, c.want)
		}
	}
}

// weighted returns how often each of n values stands, heavy-tailed or all the
// same.
func weighted(n int, heavy bool) (counts []int64, total int64) {
	for i := range n {
		c := int64(5)
		if heavy {
			c = max(1, int64(float64(2*n)/float64(i+1)))
		}
		counts, total = append(counts, c), total+c
	}
	return counts, total
}

// TestCountsAreNeverTooLowAndSeldomTooHigh asks a Count-Min sketch for every
// value.
func TestCountsAreNeverTooLowAndSeldomTooHigh(t *testing.T) {
	for _, heavy := range []bool{false, true} {
		for _, n := range []int{500, 5_000, 30_000} {
			counts, total := weighted(n, heavy)
			high, asked := 0, 0
			for trial := range 10 {
				c := new(countMin)
				name := func(i int) uint64 { return hashValue("publisher " + strconv.Itoa(i) + " in " + strconv.Itoa(trial)) }
				for i, n := range counts {
					c.add(name(i), n)
				}
				if c.total != total || float64(c.bound()) < math.E/1024*float64(total) || float64(c.bound()) > math.E/1024*float64(total)+1 {
					t.Fatalf("a total of %d, want %d; bound %d", c.total, total, c.bound())
				}
				for i, n := range counts {
					got := c.count(name(i))
					if got < n {
						t.Fatalf("heavy %v, %d values: %d is said to be %d", heavy, len(counts), n, got)
					}
					if asked++; got > n+c.bound() {
						high++
					}
				}
			}
			if p := math.Exp(-countMinDepth); float64(high) > above(p, float64(asked)) {
				t.Errorf("heavy %v, %d values: %d of %d counts are too high by more than the bound", heavy, n, high, asked)
			}
		}
	}
}

// TestCountMinUsesItsDepths looks at where values are counted: evenly in each
// depth, and in each otherwise.
func TestCountMinUsesItsDepths(t *testing.T) {
	var places [countMinDepth]map[uint64]int
	for depth := range places {
		places[depth] = map[uint64]int{}
	}
	pairs := map[[4]uint64]int{} // two depths, and a value's places in them
	for i := range 50 * countMinWidth {
		h := hashValue(strconv.Itoa(i))
		for depth := range places {
			place := (*countMin)(nil).place(h, depth)
			places[depth][place]++
			for other := range depth {
				pairs[[4]uint64{uint64(depth), uint64(other), place, (*countMin)(nil).place(h, other)}]++
			}
		}
	}
	for depth, p := range places {
		chi := 0.0
		for i := range uint64(countMinWidth) {
			chi += math.Pow(float64(p[i])-50, 2) / 50
		}
		if sd := math.Sqrt(2 * (countMinWidth - 1)); math.Abs(chi-(countMinWidth-1)) > 5*sd {
			t.Errorf("depth %d: χ² is %.0f, want %d", depth, chi, countMinWidth-1)
		}
	}
	// Two values that meet in one depth do not meet in another for that.
	together := 0
	for _, n := range pairs {
		together += n * (n - 1) / 2
	}
	const n, kinds = 50.0 * countMinWidth, 6
	if float64(together) > above(1.0/(countMinWidth*countMinWidth), kinds*n*(n-1)/2) {
		t.Errorf("%d pairs of values meet in two depths, want %.0f", together, kinds*n*(n-1)/2/(countMinWidth*countMinWidth))
	}
}

// TestFrequentValuesAreFound looks for what stands in 1 % of the events and more
// among the candidates of a row at the real limit.
func TestFrequentValuesAreFound(t *testing.T) {
	counts, total := weighted(8_000, true)
	var all []seen
	for v, n := range counts {
		for range n {
			all = append(all, seen{"", "publisher " + strconv.Itoa(v), strconv.Itoa(len(all))})
		}
	}
	shuffle(rand.New(rand.NewPCG(1, 14)), all)
	tally := NewTally(Top(Source, 20), WithLimits(Limits{Groups: 1 + ExactValues + countMinGroups}))
	for _, s := range all {
		number, _ := tally.rowOf(nil)
		tally.rows.at(number).add(row{1, 1})
		if err := tally.addValue(number, keptTop, s.value, s.occurrence(), 1); err != nil {
			t.Fatal(err)
		}
	}
	got := map[string]int64{}
	top := rowsOf(tally)[0]
	for _, v := range top.Top {
		got[v.Value] = v.Events
	}
	for v, n := range counts[:20] {
		name := "publisher " + strconv.Itoa(v)
		switch events, ok := got[name]; {
		case !ok && float64(n) > float64(counts[19]+top.TopError):
			t.Errorf("%s stands in %d of %d events and is not in the top", name, n, total)
		case ok && (events < n || events > n+top.TopError):
			t.Errorf("%s stands in %d events, not %d", name, n, events)
		}
	}
	if len(got) != 20 || top.Top[0].Value != "publisher 0" {
		t.Errorf("the top are %v", top.Top)
	}
}

// TestFrequentValuesAreSeldomMissed counts how often a value is no candidate.
func TestFrequentValuesAreSeldomMissed(t *testing.T) {
	const exact, trials, others = 60, 400, 970
	for _, times := range []int{10, 30, 100} {
		missed := 0
		for trial := range trials {
			v := new(topValues)
			v.toSketch(new(countMin), exact)
			add := func(value string, account int) {
				s := seen{"", value, fmt.Sprint(account, " in ", trial)}
				v.propose(value, s.occurrence(), exact)
			}
			for i := range others {
				add("once "+strconv.Itoa(i), i)
				if i < times {
					add("frequent", others+i)
				}
			}
			v.settle(exact)
			if len(v.entries) != exact {
				t.Fatalf("%d candidates", len(v.entries))
			}
			if v.find("frequent") == nil {
				missed++
			}
		}
		p := math.Pow(1-float64(times)/float64(others+times), exact)
		if float64(missed) > above(p, trials) {
			t.Errorf("a value of %d in %d is missed %d times in %d, want at most %.3f of them", times, others+times, missed, trials, p)
		}
	}
}
