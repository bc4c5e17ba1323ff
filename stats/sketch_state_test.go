package stats

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// topState is the state of a tally with one row of that many events, and what
// follows as its values of top.
func topState(events int, values ...byte) []byte {
	b := new(Tally).plan.append([]byte{tallyState, tallyVersion})
	b = NewTally(Top(Source, 3)).plan.append(b[:2])
	b = append(b, 0, 0, 1) // whole, nothing left out, one row
	b = binary.AppendUvarint(b, uint64(events))
	return slices.Concat(b, []byte{1, 0, 0}, values) // records, money, buckets
}

func distinctState(values ...byte) []byte {
	b := NewTally(Distinct(Source)).plan.append([]byte{tallyState, tallyVersion})
	return slices.Concat(b, []byte{0, 0, 1, 9, 9, 0, 0}, values)
}

// counters writes the counters of a sketch of these hashes, each n times.
func counters(n int64, hashes ...string) []byte {
	c := new(countMin)
	for _, h := range hashes {
		c.add(hashValue(h), n)
	}
	return c.append(nil)
}

// TestStatesOfSketchesThatNobodyWrote has states that begin well.
func TestStatesOfSketchesThatNobodyWrote(t *testing.T) {
	sketch := counters(2, "a", "b", "c", "d")
	uneven := slices.Clone(sketch)
	for i, n := range uneven {
		if n != 0 {
			uneven[i]++
			break
		}
	}
	full := append(binary.AppendUvarint(binary.AppendUvarint(nil, math.MaxInt64), 1), make([]byte, 4094)...)
	round := new(countMin)
	for depth := range round.counters {
		for value, n := range map[string]int64{"a": math.MaxInt64, "b": math.MaxInt64, "c": 3, "d": 4} { // 5 modulo 2^64
			round.counters[depth][round.place(hashValue(value), depth)] = n
		}
	}
	over := append(binary.AppendUvarint(nil, math.MaxUint64), make([]byte, 4095)...)
	for name, c := range map[string]struct {
		state []byte
		ok    bool
	}{
		"exact":                     {topState(9, 2, 1, 'a', 9, 0, 1, 'b', 1, 7), true},
		"none":                      {topState(9, 0), true},
		"a count of none":           {topState(9, 1, 1, 'a', 0, 0), false},
		"more than there are":       {topState(9, 1, 1, 'a', 10, 0), false},
		"the empty value":           {topState(9, 1, 0, 1, 0), false},
		"a value twice":             {topState(9, 2, 1, 'a', 1, 0, 1, 'a', 1, 0), false},
		"out of order":              {topState(9, 2, 1, 'b', 1, 0, 1, 'a', 1, 0), false},
		"more than exact":           {topState(9, 5, 1, 'a', 1, 0, 1, 'b', 1, 0, 1, 'c', 1, 0, 1, 'd', 1, 0, 1, 'e', 1, 0), false},
		"a sketch":                  {topState(9, slices.Concat([]byte{4}, sketch, []byte{1, 'a', 0, 1, 'b', 8, 1, 'd', 9})...), true},
		"a sketch cut short":        {topState(9, slices.Concat([]byte{4}, sketch[:4095])...), false},
		"no candidates":             {topState(9, slices.Concat([]byte{4}, sketch)...), false},
		"few candidates":            {topState(9, slices.Concat([]byte{4}, sketch, []byte{1, 'a', 0, 1, 'b', 8})...), false},
		"candidates out of order":   {topState(9, slices.Concat([]byte{4}, sketch, []byte{1, 'b', 0, 1, 'a', 8, 1, 'd', 9})...), false},
		"a candidate twice":         {topState(9, slices.Concat([]byte{4}, sketch, []byte{1, 'a', 0, 1, 'a', 8, 1, 'd', 9})...), false},
		"a candidate without count": {topState(9, slices.Concat([]byte{4}, sketch, []byte{1, 'a', 0, 1, 'b', 8, 1, 'e', 9})...), false},
		"an empty candidate":        {topState(9, slices.Concat([]byte{4}, counters(1, "", "a", "b", "c"), []byte{0, 0, 1, 'a', 8, 1, 'b', 9})...), false},
		"depths that differ":        {topState(9, slices.Concat([]byte{4}, uneven, []byte{1, 'a', 0, 1, 'b', 8, 1, 'd', 9})...), false},
		"a sketch of too few":       {topState(9, slices.Concat([]byte{4}, counters(1, "a", "b", "c"), []byte{1, 'a', 0, 1, 'b', 8, 1, 'c', 9})...), false},
		"a total too large":         {topState(9, slices.Concat([]byte{4}, full, []byte{1, 'a', 0, 1, 'b', 8, 1, 'd', 9})...), false},
		"a total that goes round":   {topState(9, slices.Concat([]byte{4}, round.append(nil), []byte{1, 'a', 0, 1, 'b', 8, 1, 'd', 9})...), false},
		"a counter too large":       {topState(9, slices.Concat([]byte{4}, over, []byte{1, 'a', 0, 1, 'b', 8, 1, 'd', 9})...), false},
		"distinct":                  {distinctState(2, 1, 'a', 1, 'b'), true},
		"distinct, twice":           {distinctState(2, 1, 'a', 1, 'a'), false},
		"distinct, out of order":    {distinctState(2, 1, 'b', 1, 'a'), false},
		"distinct, empty":           {distinctState(1, 0), false},
		"distinct, too many":        {distinctState(5, 1, 'a', 1, 'b', 1, 'c', 1, 'd', 1, 'e'), false},
		"hashes":                    {distinctState(4, 3, 0, 1, 1), true},
		"hashes, two of one":        {distinctState(4, 2, 7, 1), true},
		"hashes, none":              {distinctState(4, 0), false},
		"hashes, too many":          {distinctState(4, 4, 0, 1, 1, 1), false},
		"hashes, twice":             {distinctState(4, 3, 0, 1, 0), false},
		"hashes, around the end":    {distinctState(append(binary.AppendUvarint([]byte{4, 3, 1}, math.MaxUint64), 1)...), false},
		"hashes, missing":           {distinctState(4, 3, 0, 1), false},
	} {
		tally := NewTally(exactly(3))
		err := tally.UnmarshalBinary(c.state)
		if c.ok && err != nil || !c.ok && codeOf(err) != incident.CodeFormatUnexpected {
			t.Errorf("%s: %v", name, err)
		}
		if err == nil && !bytes.Equal(stateOf(t, tally), c.state) {
			t.Errorf("%s: written otherwise", name)
		}
	}
}

// TestStatesOfTheFirstVersionAreRefused has the state that an empty tally had.
func TestStatesOfTheFirstVersionAreRefused(t *testing.T) {
	state := stateOf(t, valueTally(3))
	if err := new(Tally).UnmarshalBinary(state); err != nil {
		t.Fatal(err)
	}
	state[1] = 1
	if err := new(Tally).UnmarshalBinary(state); codeOf(err) != incident.CodeFormatUnexpected {
		t.Errorf("%v", err)
	}
}

// TestSketchStatesCutOrChanged damages the state of a sketch.
func TestSketchStatesCutOrChanged(t *testing.T) {
	tally := valueTally(4)
	addSeen(t, tally, someSeen(2, 3, 9)...)
	state := stateOf(t, tally)
	rng := rand.New(rand.NewPCG(2, 15))
	for range 1500 {
		i := rng.IntN(len(state))
		if rng.IntN(2) == 0 && i > 4096 { // among what is not a counter
			i = rng.IntN(60)
		}
		back := NewTally(exactly(4))
		if err := back.UnmarshalBinary(state[:i]); codeOf(err) != incident.CodeFormatUnexpected {
			t.Fatalf("cut after %d bytes: %v", i, err)
		}
		changed := slices.Clone(state)
		changed[i] = []byte{0, 1, 2, 0x7f, 0x80, 0xff}[rng.IntN(6)]
		if back.UnmarshalBinary(changed) == nil && !bytes.Equal(stateOf(t, back), changed) {
			t.Fatalf("byte %d as %d: taken for another state", i, changed[i])
		}
	}
}

// TestSketchStatesTakeNoMoreThanTheyHold claims sketches that are not there.
func TestSketchStatesTakeNoMoreThanTheyHold(t *testing.T) {
	for name, state := range map[string][]byte{
		"top":      append(topState(9, 0x81, 0x10), make([]byte, 5000)...),
		"hashes":   append(distinctState(0x81, 0x10), make([]byte, 5000)...),
		"values":   append(topState(9, 0x80, 0x10), make([]byte, 5000)...),
		"distinct": append(distinctState(0x80, 0x10), make([]byte, 5000)...),
	} {
		var err error
		if took := allocated(func() { err = NewTally().UnmarshalBinary(state) }); codeOf(err) != incident.CodeFormatUnexpected || took > 1<<20 {
			t.Errorf("%s: %v, %d KiB", name, err, took>>10)
		}
	}
}
