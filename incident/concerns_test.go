package incident

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// slowConcerns is concerns, character by character and without what is known of
// blocks.
func slowConcerns(s string, identifier bool) (found concern) {
	var word scripts
	before := rune(-1)
	for _, r := range s {
		found |= classify(r, before, identifier)
		if word = word.with(r); word.mixed() {
			found |= alike
		}
		before = r
	}
	return found
}

// compareConcerns compares the two for a text that is UTF-8.
func compareConcerns(t *testing.T, s string) {
	t.Helper()
	for _, identifier := range []bool{false, true} {
		want := slowConcerns(s, identifier)
		if got := concerns(s, identifier); got != want {
			t.Fatalf("%q, identifier %t: %b, want %b", s, identifier, got, want)
		}
		if got := concerns([]byte(s), identifier); got != want {
			t.Fatalf("the bytes of %q, identifier %t: %b, want %b", s, identifier, got, want)
		}
	}
}

// letters are ranges of characters from which texts are mixed: scripts, what joins
// or hides, and the ends of the blocks that are passed over.
var letters = [][2]rune{
	{'a', 'z'},
	{'a', 'z'},
	{'A', 'Z'},
	{' ', '/'},
	{0, 0x1f},
	{0x7f, 0xff},
	{0x100, 0x24f},
	{0x300, 0x36f},
	{0x370, 0x3ff},
	{0x400, 0x52f},
	{0x590, 0x6ff},
	{0x900, 0x97f},
	{0xe00, 0xe7f},
	{0x1000, 0x109f},
	{0x1780, 0x17ff},
	{0x1c80, 0x1c8f},
	{0x1e00, 0x1fff},
	{0x2000, 0x206f},
	{0x200b, 0x200f},
	{0x3000, 0x30ff},
	{0x4e00, 0x9fff},
	{0xa640, 0xa69f},
	{0xac00, 0xd7a3},
	{0xfdd0, 0xfdef},
	{0xfe00, 0xfe0f},
	{0xfeff, 0xffff},
	{0x10000, 0x100ff},
	{0x1f300, 0x1f64f},
	{0xe0000, 0xe007f},
	{0x10fffe, 0x10ffff},
}

func TestConcernsAreThoseOfEachCharacter(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 1))
	found := map[concern]int{}
	for range 30_000 {
		var b strings.Builder
		few := [][2]rune{letters[rng.IntN(len(letters))], letters[rng.IntN(len(letters))], letters[rng.IntN(len(letters))]}
		for range rng.IntN(20) {
			r := few[rng.IntN(len(few))]
			b.WriteRune(r[0] + rng.Int32N(r[1]-r[0]+1))
		}
		compareConcerns(t, b.String())
		found[slowConcerns(b.String(), false)]++
	}
	if len(found) < 7 {
		t.Errorf("the texts have only these concerns: %v", found)
	}
}

// TestConcernsOfEveryPair has every character stand alone, in a word, and behind
// and before what matters.
func TestConcernsOfEveryPair(t *testing.T) {
	around := []string{"", "a", "\u03b1", "\u0431", "\u0915", "\u0e01", "\U0001f600"}
	step := rune(1)
	if testing.Short() {
		step = 7
	}
	for r := rune(0); r <= utf8.MaxRune; r += step {
		if r >= 0xd800 && r < 0xe000 {
			continue
		}
		for _, s := range around {
			compareConcerns(t, s+string(r))
			if r < 0x3000 {
				compareConcerns(t, string(r)+"\u200d"+s)
				compareConcerns(t, s+string(r)+"a")
				compareConcerns(t, string(r)+"\u200b")
			}
		}
	}
}

// TestRunsOfLettersAreMixed puts letters that look alike before, amid and behind runs
// of ASCII that are looked at eight at a time.
func TestRunsOfLettersAreMixed(t *testing.T) {
	for _, r := range []string{"а", "Ω", "é", "ก", "中", "\u200d", "\u202e"} {
		for n := range 20 {
			for _, fill := range []string{"a", "a ", " a", "1", "long words of "} {
				run := strings.Repeat(fill, n)
				compareConcerns(t, r+run)
				compareConcerns(t, run+r)
				compareConcerns(t, run+r+run)
				compareConcerns(t, "b"+r+" "+run+r)
			}
		}
	}
}

// TestQuietBlocks shows that the blocks that are passed over are those in which
// nothing is to be said of any character and no word changes, and that there are
// such blocks.
func TestQuietBlocks(t *testing.T) {
	befores := []rune{-1, 'a', 0x0915, 0x0e01, 0x1f600, 0x627}
	n := 0
	for b := range rune(1024) {
		silent := true
		for r := b << 6; r < (b+1)<<6; r++ {
			for _, before := range befores {
				silent = silent && classify(r, before, true)|classify(r, before, false) == 0
			}
			for w := range scripts(8) {
				silent = silent && w.with(r) == w
			}
		}
		threeBytes := b >= 0x20 && (b < 0x360 || b > 0x37f) // the others have two, or are surrogates
		switch isQuiet := quiet[b>>6]>>(b&63)&1 != 0; {
		case isQuiet && !silent:
			t.Errorf("the block %04x is passed over", b<<6)
		case isQuiet && !threeBytes:
			t.Errorf("the block %04x is none of three bytes", b<<6)
		case isQuiet:
			n++
		case silent && threeBytes:
			t.Errorf("the block %04x could be passed over", b<<6)
		}
	}
	if n < 600 {
		t.Errorf("only %d blocks are passed over", n)
	}
}

// TestPlainReadsEveryByte compares the two that read eight bytes at a time with
// loops, at all lengths and places, beside letters and beside line ends.
func TestPlainReadsEveryByte(t *testing.T) {
	for n := range 34 {
		for _, fill := range []byte{'~', ' ', '\n'} {
			text := []byte(strings.Repeat(string(fill), n))
			for at := range max(n, 1) {
				for c := range 256 {
					if n > 0 {
						text[at] = byte(c)
					}
					plain, lines := true, true
					for _, b := range text {
						printable := b >= 0x20 && b <= 0x7e
						plain = plain && printable
						lines = lines && (printable || b == '\t' || b == '\n' || b == '\r')
					}
					if isPlain(text) != plain || isPlain(string(text)) != plain || plainLines(text) != lines {
						t.Fatalf("%q: plain %t, want %t; lines %t, want %t", text, isPlain(text), plain, plainLines(text), lines)
					}
				}
				if n > 0 {
					text[at] = fill
				}
			}
		}
	}
	rng := rand.New(rand.NewPCG(3, 3))
	for range 100_000 { // words in which one byte's borrow could hide another
		var text [8]byte
		want := true
		for i := range text {
			text[i] = []byte{0x1f, 0x20, 0x21, 0x7e, 0x7f, 0x80, 0xff, 'a'}[rng.IntN(8)]
			want = want && text[i] >= 0x20 && text[i] < 0x7f
		}
		if isPlain(text[:]) != want {
			t.Fatalf("%q: %t", text, !want)
		}
	}
}

func FuzzConcerns(f *testing.F) {
	for _, s := range []string{"Bamban", "a\u202eb", "C\u0430mbodia", "\u0d9a\u0dca\u200d\u0dc2", "\u200d", "\u0e01\u200b\u0e02", "\ufeff", "\U000e0041"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		compareConcerns(t, s)
		b := []byte(s)
		if got, want := readable(b), slowConcerns(s, false) == 0; got != want {
			t.Fatalf("%q: readable %t", s, got)
		}
		if plainURL(s) != plainURL(b) {
			t.Fatalf("%q is another address as bytes", s)
		}
	})
}
