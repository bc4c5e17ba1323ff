package incident

import (
	"fmt"
	"math"
	"math/big"
	"strings"
	"testing"
)

// everyCount calls f with every Count of numbers from 0 to most.
func everyCount(most int64, f func(Count)) {
	for has := Parts(0); has <= hasAll; has++ {
		for low := int64(0); low <= most; low++ {
			for best := int64(0); best <= most; best++ {
				for high := int64(0); high <= most; high++ {
					if has&HasLow == 0 && low > 0 || has&HasBest == 0 && best > 0 || has&HasHigh == 0 && high > 0 {
						continue
					}
					if c, err := NewCount(best, low, high, has); err == nil {
						f(c)
					}
				}
			}
		}
	}
}

func TestCountTextIsShortestAndReadsBack(t *testing.T) {
	read := map[Count]string{} // the shortest text that ParseCount takes for each Count
	var texts func(prefix string, left int)
	texts = func(prefix string, left int) {
		if c, err := ParseCount(prefix); err == nil {
			if old, ok := read[c]; !ok || len(prefix) < len(old) {
				read[c] = prefix
			}
		}
		if left == 0 {
			return
		}
		for _, r := range "0123.~<>=" {
			if r < '~' && r > '9' && len(prefix) > 1 || r == '~' && prefix != "" {
				continue // signs stand in front
			}
			texts(prefix+string(r), left-1)
		}
	}
	texts("", 7) // 0..1..2 has seven characters
	n := 0
	everyCount(2, func(c Count) {
		n++
		s := c.String()
		back, err := ParseCount(s)
		if err != nil || back != c {
			t.Fatalf("ParseCount(%q) = %v, %v, want what was written", s, back, err)
		}
		if short, ok := read[c]; !ok || len(short) != len(s) {
			t.Errorf("%q is written where %q says the same", s, short)
		}
	})
	if n != len(read)-countsBeyond(read, 2) {
		t.Errorf("%d Counts are made, %d texts of them are read", n, len(read)-countsBeyond(read, 2))
	}
}

// countsBeyond tells how many of the Counts state a number above most.
func countsBeyond(m map[Count]string, most int64) (n int) {
	for c := range m {
		if max(c.low, c.best, c.high) > most {
			n++
		}
	}
	return n
}

func TestCountParts(t *testing.T) {
	tests := []struct {
		text, best, low, high string
	}{
		{"250", "250", "250", "250"},
		{"~250", "250", "-", "-"},
		{">=250", "250", "250", "-"},
		{">250", "-", "251", "-"},
		{"<=250", "250", "-", "250"},
		{"<250", "-", "-", "249"},
		{"240..260", "-", "240", "260"},
		{"240..250..260", "250", "240", "260"},
		{"401..408..", "408", "401", "-"},
		{"..771..799", "771", "-", "799"},
		{"..771..", "771", "-", "-"}, // ~771 is shorter
		{"0", "0", "0", "0"},
		{"<1", "-", "-", "0"},
		{">0", "-", "1", "-"},
		{"0....", "-", "0", "-"}, // >= 0 would state a best figure
		{"....9223372036854775807", "-", "-", "9223372036854775807"},
		{"9223372036854775807", "9223372036854775807", "9223372036854775807", "9223372036854775807"},
		{"", "-", "-", "-"},
	}
	show := func(n int64, ok bool) string {
		if !ok {
			return "-"
		}
		return fmt.Sprint(n)
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			c, err := ParseCount(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			got := [3]string{show(c.Best()), show(c.Low()), show(c.High())}
			if want := [3]string{tt.best, tt.low, tt.high}; got != want {
				t.Errorf("best, low, high = %v, want %v", got, want)
			}
			if c.IsZero() != (tt.text == "") || c.IsZero() != (c.Parts() == 0) {
				t.Error("IsZero and Parts disagree with the text")
			}
		})
	}
}

func TestCase08CountTexts(t *testing.T) {
	tests := []struct {
		text string
		code Code
	}{
		{"9223372036854775808", CodeCountRange},
		{"99999999999999999999999999", CodeCountRange},
		{"1..9223372036854775808", CodeCountRange},
		{"3..2", CodeCountRange},
		{"3..2..4", CodeCountRange},
		{"1..5..4", CodeCountRange},
		{"5....4", CodeCountRange},
		{"<0", CodeCountRange},
		{">9223372036854775807", CodeCountRange},
		{"1e400", CodeCountSyntax},
		{"1.5", CodeCountSyntax},
		{"-1", CodeCountSyntax},
		{"1e2", CodeCountSyntax},
		{"-0", CodeCountSyntax},
		{"+1", CodeCountSyntax},
		{"007", CodeCountSyntax},
		{"00", CodeCountSyntax},
		{"1,234", CodeCountSyntax},
		{"1_000", CodeCountSyntax},
		{"0x10", CodeCountSyntax},
		{" 12", CodeCountSyntax},
		{"12 ", CodeCountSyntax},
		{"١٢", CodeCountSyntax},
		{"１２", CodeCountSyntax},
		{"~", CodeCountSyntax},
		{">=", CodeCountSyntax},
		{"~>5", CodeCountSyntax},
		{"..", CodeCountSyntax},
		{"....", CodeCountSyntax},
		{"..5", CodeCountSyntax},
		{"5..", CodeCountSyntax},
		{"1..2..3..4", CodeCountSyntax},
		{"1...2", CodeCountSyntax},
		{"N/A", CodeCountSyntax},
		{"-", CodeCountSyntax},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			c, err := ParseCount(tt.text)
			syntax, ok := err.(*SyntaxError)
			if !ok || syntax.Code != tt.code || syntax.Type != "count" {
				t.Fatalf("ParseCount = %v, %v, want %s", c, err, tt.code)
			}
			if !c.IsZero() {
				t.Errorf("a Count comes with the error: %v", c)
			}
			if len(tt.text) > 4 && strings.Contains(err.Error(), tt.text) && !strings.HasPrefix(tt.text, "9223") {
				t.Errorf("the error holds the text: %v", err)
			}
		})
	}
	if c, err := ParseCount("9223372036854775807"); err != nil || c != Exactly(math.MaxInt64) {
		t.Errorf("the largest count is not kept to the digit: %v, %v", c, err)
	}
	if c, err := ParseCount("<5"); err != nil || c.Parts() != HasHigh || c.high != 4 {
		t.Errorf("<5 is %v, %v, want high 4 and no low", c, err)
	}
}

func TestCountAddIsPartByPart(t *testing.T) {
	var all []Count
	everyCount(2, func(c Count) { all = append(all, c) })
	for _, c := range all {
		for _, d := range all {
			sum, lost := c.Add(d)
			if back, backLost := d.Add(c); back != sum || backLost != lost {
				t.Fatalf("%v + %v = %v, other way round %v", c, d, sum, back)
			}
			want := Count{best: c.best + d.best, low: c.low + d.low, high: c.high + d.high}
			wantLost := Loss(0)
			switch {
			case c.has&d.has&HasBest != 0:
				want.has |= HasBest
			case (c.has|d.has)&HasBest != 0:
				want.best, wantLost = 0, wantLost|LostBest
			}
			switch {
			case c.has&d.has&HasHigh != 0:
				want.has |= HasHigh
			case (c.has|d.has)&HasHigh != 0:
				want.high, wantLost = 0, wantLost|LostHigh
			}
			want.has |= (c.has | d.has) & HasLow
			if sum != want || lost != wantLost {
				t.Fatalf("%v + %v = %v (lost %v), want %v (lost %v)", c, d, sum, lost, want, wantLost)
			}
			if !sum.ordered() {
				t.Fatalf("%v + %v = %v: bounds out of order", c, d, sum)
			}
		}
	}
}

func TestCountAddIsAssociative(t *testing.T) {
	var all []Count
	everyCount(1, func(c Count) { all = append(all, c) })
	for _, c := range all {
		for _, d := range all {
			for _, e := range all {
				cd, _ := c.Add(d)
				left, _ := cd.Add(e)
				de, _ := d.Add(e)
				right, _ := c.Add(de)
				if left != right {
					t.Fatalf("(%v+%v)+%v = %v, other way %v", c, d, e, left, right)
				}
			}
		}
	}
}

func TestCountAddSaysWhatOverflows(t *testing.T) {
	const huge = 1 << 62
	sum, lost := Exactly(huge).Add(Exactly(huge))
	if sum.Parts() != 0 || lost != LostBest|LostLow|LostHigh|LostOverflow {
		t.Errorf("2^62 + 2^62 = %v, lost %v", sum, lost)
	}
	sum, lost = Between(1, huge).Add(Between(2, huge))
	if sum.Parts() != HasLow || sum.low != 3 || lost != LostHigh|LostOverflow {
		t.Errorf("sum = %v, lost %v, want >2 and high, overflow", sum, lost)
	}
	if got := lost.String(); got != "high,overflow" {
		t.Errorf("Loss.String = %q", got)
	}
	if got := Loss(0).String(); got != "" {
		t.Errorf("Loss(0).String = %q", got)
	}
}

func TestCountAgreesIsAnIntervalInCommon(t *testing.T) {
	everyCount(3, func(c Count) {
		everyCount(3, func(d Count) {
			want := false
			for n := int64(0); n <= 10; n++ { // an open end reaches past every bound here
				want = want || allows(c, n) && allows(d, n)
			}
			if got := c.Agrees(d); got != want || d.Agrees(c) != got {
				t.Fatalf("%v agrees with %v: %t, want %t", c, d, got, want)
			}
		})
	})
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"~250", "275", true},
		{"~250", "276", false},
		{"~250", "225", true},
		{"~250", "224", false},
		{"~60", "54", true},
		{"~60", "53", false},
		{"~9", "9", true},
		{"~9", "8", false},
		{">800", "658", false},
		{">800", "875", true},
		{"<=5000", ">=5000", true},
		{"", "7", true},
	} {
		a, _ := ParseCount(tt.a)
		b, _ := ParseCount(tt.b)
		if a.Agrees(b) != tt.want {
			t.Errorf("%s agrees with %s: %t", tt.a, tt.b, !tt.want)
		}
	}
}

// allows is a second reading of what a Count allows.
func allows(c Count, n int64) bool {
	if c.Parts() == HasBest {
		return 10*n >= 9*c.best && 10*n <= 11*c.best
	}
	low, hasLow := c.Low()
	high, hasHigh := c.High()
	return (!hasLow || n >= low) && (!hasHigh || n <= high)
}

func TestCountIntervalOfAbout(t *testing.T) {
	for _, n := range []int64{0, 1, 9, 10, 11, 99, 250, math.MaxInt64 / 11 * 10, math.MaxInt64} {
		low, high, open := About(n).Interval()
		// n ± 10 % within the integers: 9n/10 rounded up, 11n/10 rounded down
		exact := func(by, add int64) *big.Int {
			v := new(big.Int).Mul(big.NewInt(n), big.NewInt(by))
			return v.Div(v.Add(v, big.NewInt(add)), big.NewInt(10))
		}
		if exact(9, 9).Cmp(big.NewInt(low)) != 0 {
			t.Errorf("low of ~%d = %d, want %s", n, low, exact(9, 9))
		}
		if want := exact(11, 0); open != !want.IsInt64() || !open && want.Int64() != high {
			t.Errorf("high of ~%d = %d (open %t), want %s", n, high, open, want)
		}
	}
}

func TestCountLiteralsPanicOnWhatIsImpossible(t *testing.T) {
	for name, f := range map[string]func(){
		"Exactly(-1)":     func() { Exactly(-1) },
		"About(-1)":       func() { About(-1) },
		"AtLeast(-1)":     func() { AtLeast(-1) },
		"MoreThan(-1)":    func() { MoreThan(-1) },
		"MoreThan(-2)":    func() { MoreThan(-2) },
		"MoreThan(max)":   func() { MoreThan(math.MaxInt64) },
		"AtMost(-1)":      func() { AtMost(-1) },
		"LessThan(0)":     func() { LessThan(0) },
		"Between(2,1)":    func() { Between(2, 1) },
		"Between(-1,1)":   func() { Between(-1, 1) },
		"LessThan(minus)": func() { LessThan(math.MinInt64 + 1) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s does not panic", name)
				}
			}()
			f()
		}()
	}
}

func TestNewCountIgnoresWhatIsNotStated(t *testing.T) {
	c, err := NewCount(-5, 3, -7, HasLow)
	if err != nil || c != MoreThan(2) {
		t.Errorf("NewCount = %v, %v, want >2", c, err)
	}
	if _, err := NewCount(1, -2, 3, hasAll); err == nil {
		t.Error("a negative low bound is taken")
	}
}

func FuzzParseCount(f *testing.F) {
	for _, s := range []string{"250", "~250", ">=250", ">250", "<=250", "<250", "240..260", "401..408..", "..771..799", "....", "007", "-1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := ParseCount(s)
		if err != nil {
			if _, ok := err.(*SyntaxError); !ok || !c.IsZero() {
				t.Fatalf("%v, %v", c, err)
			}
			return
		}
		text := c.String()
		if d, err := ParseCount(text); err != nil || d != c {
			t.Fatalf("%q is written %q, which reads as %v, %v", s, text, d, err)
		}
		if len(text) > len(s) || !c.ordered() {
			t.Fatalf("%q is written %q", s, text)
		}
		if low, high, _ := c.Interval(); low < 0 || high < low {
			t.Fatalf("%q spans %d to %d", s, low, high)
		}
	})
}
