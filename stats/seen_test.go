package stats

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
)

// exactly makes rows go over to a sketch earlier.
func exactly(n int) TallyOption { return func(t *Tally) { t.exact = n } }

// A seen is a value that stands in an account.
type seen struct{ row, value, account string }

func (s *seen) occurrence() uint64 {
	return hashOccurrence(hashAccount(s.account, "", ""), hashValue(s.value))
}

// valueTally returns an empty tally of values in rows.
func valueTally(exact int) *Tally {
	return NewTally(By(Country), Top(Source, 1<<20), Distinct(Source), exactly(exact), WithLimits(Limits{Groups: -1}))
}

// addSeen adds what was seen, each in an event of its own.
func addSeen(tb testing.TB, t *Tally, all ...seen) {
	tb.Helper()
	for _, s := range all {
		number, err := t.rowOf(appendText(nil, s.row))
		if err != nil {
			tb.Fatal(err)
		}
		t.rows.at(number).add(row{1, 1})
		for _, kept := range []uint8{keptTop, keptDistinct} {
			if err := t.addValue(number, kept, s.value, s.occurrence(), 1); err != nil {
				tb.Fatal(err)
			}
		}
	}
}

// addBatch adds what was seen as a reader does that gathers equal values first.
func addBatch(tb testing.TB, t *Tally, all []seen) {
	tb.Helper()
	type key struct{ row, value string }
	counts, least := map[key]int64{}, map[key]uint64{}
	for _, s := range all {
		k := key{s.row, s.value}
		if h := s.occurrence(); counts[k] == 0 || h < least[k] {
			least[k] = h
		}
		counts[k]++
	}
	for k, n := range counts {
		number, err := t.rowOf(appendText(nil, k.row))
		if err != nil {
			tb.Fatal(err)
		}
		t.rows.at(number).add(row{uint32(n), uint32(n)})
		if err := t.addValue(number, keptTop, k.value, least[k], n); err != nil {
			tb.Fatal(err)
		}
		if err := t.addValue(number, keptDistinct, k.value, 0, n); err != nil {
			tb.Fatal(err)
		}
	}
}

// someSeen returns occurrences of that many different values a row, heavy-tailed
// for half of the seeds.
func someSeen(seed uint64, values ...int) []seen {
	rng := rand.New(rand.NewPCG(seed, 11))
	var out []seen
	for i, n := range values {
		one := func(v int) {
			out = append(out, seen{"row " + strconv.Itoa(i), fmt.Sprintf("value %d of %d", v, seed), strconv.Itoa(len(out))})
		}
		for v := range n {
			one(v)
		}
		for range 2 * n {
			v := rng.IntN(n)
			if seed%2 == 0 {
				v = int(float64(n) * math.Pow(rng.Float64(), 6))
			}
			one(v)
		}
	}
	shuffle(rng, out)
	return out
}

func shuffle[T any](rng *rand.Rand, s []T) {
	rng.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
}

func stateOf(tb testing.TB, t *Tally) []byte {
	tb.Helper()
	state, err := t.MarshalBinary()
	if err != nil {
		tb.Fatal(err)
	}
	return state
}

// inParts adds what was seen in n parts, some of which are written and read
// again, and merges them two by two until one is left.
func inParts(tb testing.TB, rng *rand.Rand, exact, n int, all []seen) *Tally {
	tb.Helper()
	shards := make([][]seen, n)
	for _, s := range all {
		i := rng.IntN(n)
		if rng.IntN(4) > 0 {
			i = int(float64(n) * math.Pow(rng.Float64(), 3)) // some parts pass the limit, others do not
		}
		shards[i] = append(shards[i], s)
	}
	var parts []*Tally
	for i, shard := range shards {
		t := valueTally(exact)
		if i%3 == 0 {
			addBatch(tb, t, shard)
		} else {
			addSeen(tb, t, shard...)
		}
		parts = append(parts, t)
	}
	for len(parts) > 1 {
		shuffle(rng, parts)
		first, second := parts[0], parts[1]
		if rng.IntN(2) == 0 {
			back := valueTally(exact)
			if err := back.UnmarshalBinary(stateOf(tb, second)); err != nil {
				tb.Fatal(err)
			}
			second = back
		}
		before := stateOf(tb, second)
		if err := first.Merge(second); err != nil {
			tb.Fatal(err)
		}
		if !bytes.Equal(stateOf(tb, second), before) {
			tb.Fatal("a merge changes the other tally")
		}
		parts = slices.Delete(parts, 1, 2)
	}
	return parts[0]
}
