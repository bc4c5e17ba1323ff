package stats

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// TestSketchesDoNotDependOnOrder adds the same in any order and in any parts,
// with as many values as go just into a row, fewer, and more.
func TestSketchesDoNotDependOnOrder(t *testing.T) {
	for _, exact := range []int{3, fewValues - 1, fewValues, fewValues + 1, 20} {
		for seed := range uint64(6) {
			all := someSeen(seed, exact-1, exact, exact+1, 2*exact, 9*exact)
			rng := rand.New(rand.NewPCG(seed, 12))
			whole := valueTally(exact)
			addSeen(t, whole, all...)
			want := stateOf(t, whole)
			checkValues(t, whole, all)
			for _, n := range []int{1, 2, 7, 64} {
				shuffle(rng, all)
				got := inParts(t, rng, exact, n, all)
				if !bytes.Equal(stateOf(t, got), want) {
					t.Fatalf("%d exact, seed %d: %d parts give other bytes", exact, seed, n)
				}
				if got.held() != whole.held() {
					t.Fatalf("%d exact, seed %d: %d held in %d parts, %d in one", exact, seed, got.held(), n, whole.held())
				}
			}
			// What is read or written between times changes nothing.
			looked := valueTally(exact)
			for i, s := range all {
				if addSeen(t, looked, s); i%50 == 0 {
					stateOf(t, looked)
					rowsOf(looked)
				}
			}
			if !bytes.Equal(stateOf(t, looked), want) {
				t.Fatalf("%d exact, seed %d: a look changes the tally", exact, seed)
			}
		}
	}
}

// TestSketchesAtTheRealLimit does so with rows of 2,048 values and thereabouts.
func TestSketchesAtTheRealLimit(t *testing.T) {
	all := someSeen(4, ExactValues-1, ExactValues, ExactValues+1, 3*ExactValues)
	rng := rand.New(rand.NewPCG(4, 12))
	whole := valueTally(ExactValues)
	addSeen(t, whole, all...)
	checkValues(t, whole, all)
	if rows, top, distinct := whole.Estimates(); rows != 4 || top != 2 || distinct != 2 {
		t.Errorf("%d and %d of %d rows are estimates, want 2 and 2 of 4", top, distinct, rows)
	}
	for _, n := range []int{1, 7} {
		shuffle(rng, all)
		if got := inParts(t, rng, ExactValues, n, all); !bytes.Equal(stateOf(t, got), stateOf(t, whole)) {
			t.Fatalf("%d parts give other bytes", n)
		}
	}
}

// checkValues compares rows with what was seen: all values where they are
// exact, and what the sketches have to be, made here from all values, where they
// are not.
func checkValues(t *testing.T, tally *Tally, all []seen) {
	t.Helper()
	type counted struct {
		n     int64
		least uint64
	}
	rows := map[string]map[string]counted{}
	for _, s := range all {
		if rows[s.row] == nil {
			rows[s.row] = map[string]counted{}
		}
		c, ok := rows[s.row][s.value]
		if h := s.occurrence(); !ok || h < c.least {
			c.least = h
		}
		c.n++
		rows[s.row][s.value] = c
	}
	k := tally.exact
	for got := range tally.Rows() {
		want := rows[got.Key[0]]
		var names []string
		var hashes []uint64
		total := int64(0)
		for name, c := range want {
			names, hashes, total = append(names, name), append(hashes, hashValue(name)), total+c.n
		}
		if len(names) <= k {
			slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(want[b].n, want[a].n), cmp.Compare(a, b)) })
			if got.Distinct != int64(len(names)) || got.DistinctError != 0 || got.TopError != 0 || len(got.Top) != len(names) {
				t.Fatalf("%d values: %d distinct, %d in top, errors %v and %v", len(names), got.Distinct, len(got.Top), got.DistinctError, got.TopError)
			}
			for i, name := range names {
				if got.Top[i] != (Tallied{name, want[name].n}) {
					t.Fatalf("%d values: place %d is %v, want %s, %d", len(names), i+1, got.Top[i], name, want[name].n)
				}
			}
			continue
		}
		// The candidates are the k values with the least occurrence.
		slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(want[a].least, want[b].least), cmp.Compare(a, b)) })
		var listed []string
		for i, v := range got.Top {
			if listed = append(listed, v.Value); v.Events < want[v.Value].n {
				t.Errorf("%d values: %s stands in %d events, the sketch says %d", len(names), v.Value, want[v.Value].n, v.Events)
			}
			if i > 0 && cmp.Or(cmp.Compare(got.Top[i-1].Events, v.Events), cmp.Compare(v.Value, got.Top[i-1].Value)) <= 0 {
				t.Errorf("%d values: places %d and %d are not in order", len(names), i, i+1)
			}
		}
		slices.Sort(listed)
		if !slices.Equal(listed, slices.Sorted(slices.Values(names[:k]))) {
			t.Fatalf("%d values: %d candidates are not the ones", len(names), len(listed))
		}
		if want := math.Ceil(math.E / 1024 * float64(total)); float64(got.TopError) != want {
			t.Errorf("top of %d is too high by %d at most, want %v", total, got.TopError, want)
		}
		slices.Sort(hashes)
		// (k−1)·2^64/(hash+1), and never fewer than are known to be there.
		n := new(big.Int).Lsh(big.NewInt(int64(k-1)), 64)
		n.Div(n, new(big.Int).Add(new(big.Int).SetUint64(hashes[k-1]), big.NewInt(1)))
		if want := max(n.Int64(), int64(k+1)); got.Distinct != want || got.DistinctError != 2/math.Sqrt(float64(k-2)) {
			t.Errorf("%d values: %d distinct, error %v, want %d", len(names), got.Distinct, got.DistinctError, want)
		}
	}
}

// TestSketchesOfAccounts adds accounts, and what stands in them by the way that
// needs no account.
func TestSketchesOfAccounts(t *testing.T) {
	options := []TallyOption{By(Country), Sum(incident.Freed), Top(Source, 5), Distinct(Source), exactly(10)}
	whole, parts, direct := NewTally(options...), []*Tally{NewTally(options...), NewTally(options...)}, NewTally(options...)
	rng := rand.New(rand.NewPCG(1, 13))
	for i := range 300 {
		r := said(t, strconv.Itoa(i), strconv.Itoa(i), "1")
		r.Source.Name = fmt.Sprint("paper ", int(40*math.Pow(rng.Float64(), 2)))
		if rng.IntN(10) == 0 {
			r.Place.Country, r.Source.Name = "MM", "paper "+strconv.Itoa(rng.IntN(5))
		}
		if rng.IntN(10) == 0 {
			r.Event = ""
		}
		addAll(t, whole, r)
		addAll(t, parts[rng.IntN(2)], r)
		number, err := direct.rowOf(appendText(nil, r.Place.Country))
		if err != nil {
			t.Fatal(err)
		}
		direct.rows.at(number).add(row{1, 1})
		direct.plain(number, 0).add(incident.Exactly(1))
		event, publisher, id := []byte(r.Event), []byte(r.Source.Name), []byte(r.ID)
		occurrence := hashOccurrence(hashAccount(event, publisher, id), hashValue(publisher))
		for _, kept := range []uint8{keptTop, keptDistinct} {
			if err := direct.addValue(number, kept, r.Source.Name, occurrence, 1); err != nil {
				t.Fatal(err)
			}
		}
	}
	if rows, top, distinct := whole.Estimates(); rows != 2 || top != 1 || distinct != 1 {
		t.Errorf("%d and %d of %d rows are estimates", top, distinct, rows)
	}
	if err := parts[1].Merge(parts[0]); err != nil {
		t.Fatal(err)
	}
	want := stateOf(t, whole)
	if !bytes.Equal(stateOf(t, parts[1]), want) || !bytes.Equal(stateOf(t, direct), want) {
		t.Error("accounts in parts, or values without accounts, give other bytes")
	}
	for row := range whole.Rows() {
		if estimated := row.Key[0] == "KH"; len(row.Top) != 5 || (row.TopError > 0) != estimated || (row.DistinctError > 0) != estimated {
			t.Errorf("%+v", row)
		}
	}
}

// TestMergedWithItself doubles the counts of top, and nothing else.
func TestMergedWithItself(t *testing.T) {
	all := someSeen(3, 5, 10, 11, 30)
	once, twice := valueTally(10), valueTally(10)
	addSeen(t, once, all...)
	addSeen(t, twice, all...)
	addSeen(t, twice, all...)
	if err := once.Merge(once); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(stateOf(t, once), stateOf(t, twice)) {
		t.Error("a tally merged with itself is not the same added twice")
	}
}
