package stats

import (
	"bytes"
	"math"
	"math/bits"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// TestHashesStayAsTheyAre has hashes that stand in states: they are the same on
// every machine and in every version.
func TestHashesStayAsTheyAre(t *testing.T) {
	// The first outputs of SplitMix64 from the seed 0, as its authors publish them.
	state := uint64(0)
	for i, want := range []uint64{0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4, 0x06c45d188009454f} {
		if got := hashMix(state); got != want {
			t.Errorf("output %d is %x", i, got)
		}
		state += hashGamma
	}
	for text, want := range map[string]uint64{
		"":                             0xe220a8397b1dcdaf,
		"KH":                           0x67d0babafff511d6,
		"Ministry":                     0xabbc2566bf786363,
		"Ministry of External Affairs": 0xafe4e21f971fbfb2,
	} {
		if got := hashValue(text); got != want {
			t.Errorf("%q: %#x", text, got)
		}
	}
	if got := hashOccurrence(hashAccount("e", "p", "i"), hashValue("KH")); got != 0xc8fc68619f58d0e2 {
		t.Errorf("%#x", got)
	}
}

// TestHashTextIsThatOfWords compares with another way to take a text apart.
func TestHashTextIsThatOfWords(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 5))
	for n := range 70 {
		text := make([]byte, n)
		for i := range text {
			text[i] = byte(rng.Uint32())
		}
		from := rng.Uint64()
		want := hashMix(from ^ uint64(n))
		padded := append(bytes.Clone(text), make([]byte, (8-n%8)%8)...)
		for ; len(padded) > 0; padded = padded[8:] {
			word := uint64(0)
			for i := range 8 {
				word += uint64(padded[i]) << (8 * i)
			}
			want = hashMix(want ^ word)
		}
		if got := hashText(from, text); got != want || hashText(from, string(text)) != want {
			t.Errorf("%d bytes: %x, want %x", n, got, want)
		}
	}
}

// TestHashesTellTextsApart changes texts a little: half of the bits change, and
// no two texts have one hash.
func TestHashesTellTextsApart(t *testing.T) {
	changed, trials := 0, 0
	for _, text := range []string{"K", "KH", "paper 17", "Ministry of Foreign Affairs, Phnom Penh", strings.Repeat("a", 64)} {
		for i := range 8 * len(text) {
			other := []byte(text)
			other[i/8] ^= 1 << (i % 8)
			n := bits.OnesCount64(hashValue(text) ^ hashValue(other))
			if n < 10 || n > 54 { // 5.5 standard deviations
				t.Errorf("%d bits of 64 change with bit %d of %q", n, i, text)
			}
			changed, trials = changed+n, trials+1
		}
	}
	if mean := float64(changed) / float64(trials); math.Abs(mean-32) > 5*4/math.Sqrt(float64(trials)) {
		t.Errorf("%v bits of 64 change on average", mean)
	}
	seen := map[uint64]string{}
	add := func(name string, h uint64) {
		if other, ok := seen[h]; ok {
			t.Errorf("%q and %q have one hash", name, other)
		}
		seen[h] = name
	}
	for n := range 40 {
		add("zeros "+strconv.Itoa(n), hashValue(make([]byte, n)))
	}
	for i := range 100_000 {
		add(strconv.Itoa(i), hashValue(strconv.Itoa(i)))
	}
	add("ab, c, d", hashAccount("ab", "c", "d"))
	add("a, bc, d", hashAccount("a", "bc", "d"))
	add("a, b, cd", hashAccount("a", "b", "cd"))
	add("abcd", hashAccount("abcd", "", ""))
	add("c, ab, d", hashAccount("c", "ab", "d"))
}
