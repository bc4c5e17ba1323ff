package stats

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// TestIndexIsAMap asks an index and a map the same questions.
func TestIndexIsAMap(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 6))
	x, m := index{}, map[string]int{}
	key := func() string {
		switch rng.IntN(20) {
		case 0:
			return strings.Repeat("long", rng.IntN(40_000)) // more than a block
		case 1:
			return ""
		}
		return fmt.Sprint(rng.IntN(4000))
	}
	for range 12_000 {
		k := key()
		want, known := m[k]
		got, ok := x.find([]byte(k))
		if ok != known || ok && got != want {
			t.Fatalf("a key of %d bytes is found %v as %d, want %v as %d", len(k), ok, got, known, want)
		}
		if !ok {
			m[k] = x.add([]byte(k))
			if m[k] != len(m)-1 || x.len() != len(m) {
				t.Fatalf("the %d. key has the number %d", len(m), m[k])
			}
		}
	}
	for k, i := range m {
		if string(x.key(i)) != k {
			t.Fatalf("key %d is another one", i)
		}
	}
}

func TestSlabKeepsItsPlaces(t *testing.T) {
	var s slab[int]
	var places []*int
	for i := range 3*slabBlock + 5 {
		p := s.add()
		*p = i
		places = append(places, p)
	}
	for i, p := range places {
		if s.at(i) != p || *p != i {
			t.Fatalf("item %d moved", i)
		}
	}
}

// someCounts are counts of every shape, small and as large as can be.
func someCounts(t *testing.T) (out []incident.Count) {
	for _, text := range []string{
		"", "0", "1", "7", "~5", ">=3", ">3", "<=4", "<4", "2..6", "2..4..6", "..4..9", "2..3..",
		"9223372036854775807", ">=4611686018427387904", "1..2..9223372036854775807", "~9223372036854775800",
	} {
		c, err := incident.ParseCount(text)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// TestSumsDoNotDependOnOrder adds all triples of counts in all orders and
// groupings.
func TestSumsDoNotDependOnOrder(t *testing.T) {
	counts := someCounts(t)
	one := func(c incident.Count) (s sum) { s.add(c); return s }
	both := func(a, b sum) sum {
		if !a.merge(&b) {
			t.Fatal("three terms are too many")
		}
		return a
	}
	for _, a := range counts {
		for _, b := range counts {
			if both(one(a), one(b)) != both(one(b), one(a)) {
				t.Fatalf("%v + %v is not %v + %v", a, b, b, a)
			}
			for _, c := range counts {
				left := both(both(one(a), one(b)), one(c))
				if right := both(one(a), both(one(b), one(c))); left != right {
					t.Fatalf("%v, %v, %v: %+v or %+v", a, b, c, left, right)
				}
				// A state keeps a sum.
				r := &stateReader{rest: string(left.append(nil))}
				var back sum
				if back.read(r); r.bad || len(r.rest) > 0 || back != left {
					t.Fatalf("%+v is read back as %+v", left, back)
				}
			}
		}
	}
}

// TestSumIsThatOfCounts compares a sum of two with [incident.Count.Add].
func TestSumIsThatOfCounts(t *testing.T) {
	for _, a := range someCounts(t) {
		for _, b := range someCounts(t) {
			var s sum
			s.add(a)
			s.add(b)
			got, lost := s.count()
			want, wantLost := a.Add(b)
			if got != want || lost != wantLost {
				t.Errorf("%v + %v is %v, lost %v; want %v, lost %v", a, b, got, lost, want, wantLost)
			}
		}
	}
	full := sum{terms: math.MaxUint32}
	if before := full; full.add(incident.Exactly(1)) || full != before {
		t.Error("more than 2^32−1 terms are added")
	}
}
