package incident

import (
	"math"
	"strconv"
	"strings"
)

// Parts tells which of the three numbers of a [Count] are stated, as a bit set.
type Parts uint8

// The three numbers a Count may state.
const (
	HasBest Parts = 1 << iota
	HasLow
	HasHigh

	hasAll = HasBest | HasLow | HasHigh
)

// A Count is a number of people, calls or cases as a source stated it: a best
// figure, a low and a high bound, each of which may be missing. Each is an
// integer from 0 to 2^63−1, and low ≤ best ≤ high.
//
// The zero Count means "not stated"; [Exactly](0) means "stated to be none".
// Counts are comparable: two Counts are == when they state the same thing. A
// Count is a value and safe for concurrent use.
type Count struct {
	best, low, high int64
	has             Parts
}

// NewCount returns the Count that states those of best, low and high that has
// names; the others are ignored. The error is a [*SyntaxError] with
// [CodeCountRange] when a stated number is negative or the three are not in
// the order low ≤ best ≤ high.
func NewCount(best, low, high int64, has Parts) (Count, error) {
	c := Count{has: has & hasAll}
	if has&HasBest != 0 {
		c.best = best
	}
	if has&HasLow != 0 {
		c.low = low
	}
	if has&HasHigh != 0 {
		c.high = high
	}
	if c.best < 0 || c.low < 0 || c.high < 0 {
		return Count{}, countError(CodeCountRange, "a count is not negative")
	}
	if !c.ordered() {
		return Count{}, countError(CodeCountRange, "bounds are out of order: write low..best..high, smallest first")
	}
	return c, nil
}

func (c Count) ordered() bool {
	if c.has&(HasLow|HasBest) == HasLow|HasBest && c.low > c.best {
		return false
	}
	if c.has&(HasBest|HasHigh) == HasBest|HasHigh && c.best > c.high {
		return false
	}
	return c.has&(HasLow|HasHigh) != HasLow|HasHigh || c.low <= c.high
}

// Exactly is the Count "250": best, low and high are n. It panics when n is negative.
func Exactly(n int64) Count { return literal(n, n, n, hasAll) }

// About is the Count "~250", said as about, some, around: best is n and no bound
// is stated. It panics when n is negative.
func About(n int64) Count { return literal(n, 0, 0, HasBest) }

// AtLeast is the Count ">=250": best and low are n. It panics when n is negative.
func AtLeast(n int64) Count { return literal(n, n, 0, HasBest|HasLow) }

// MoreThan is the Count ">250", said as over, more than: low is n+1. It panics
// when n is negative or n+1 does not fit.
func MoreThan(n int64) Count {
	if n == math.MaxInt64 {
		panic("incident: MoreThan: the bound does not fit")
	}
	return literal(0, n+1, 0, HasLow, n)
}

// AtMost is the Count "<=250", said as up to, as many as: best and high are n.
// It panics when n is negative.
func AtMost(n int64) Count { return literal(n, 0, n, HasBest|HasHigh) }

// LessThan is the Count "<250", said as nearly, under: high is n−1. It panics
// when n is less than 1.
func LessThan(n int64) Count { return literal(0, 0, n-1, HasHigh) }

// Between is the Count "240..260": low and high, both included, and no best.
// It panics when low is negative or above high.
func Between(low, high int64) Count { return literal(0, low, high, HasLow|HasHigh) }

// literal is NewCount for numbers a programmer wrote down.
func literal(best, low, high int64, has Parts, also ...int64) Count {
	c, err := NewCount(best, low, high, has)
	for _, n := range also {
		if n < 0 {
			err = countError(CodeCountRange, "a count is not negative")
		}
	}
	if err != nil {
		panic(err.Error())
	}
	return c
}

// Best returns the best figure, and whether one is stated.
func (c Count) Best() (n int64, ok bool) { return c.best, c.has&HasBest != 0 }

// Low returns the low bound, and whether one is stated.
func (c Count) Low() (n int64, ok bool) { return c.low, c.has&HasLow != 0 }

// High returns the high bound, and whether one is stated.
func (c Count) High() (n int64, ok bool) { return c.high, c.has&HasHigh != 0 }

// Parts returns which of best, low and high are stated.
func (c Count) Parts() Parts { return c.has }

// IsZero reports whether c is not stated. It makes json:",omitzero" leave c out.
func (c Count) IsZero() bool { return c.has == 0 }

// Interval returns the smallest and the largest number that c allows. A missing
// low bound is 0; with a missing high bound open is true and high is 2^63−1. A
// Count with a best figure alone ("~250") is taken as n ± 10 %. An unstated
// Count allows everything.
func (c Count) Interval() (low, high int64, open bool) {
	switch {
	case c.has == HasBest:
		tenth := c.best / 10
		if c.best > math.MaxInt64-tenth {
			return c.best - tenth, math.MaxInt64, true
		}
		return c.best - tenth, c.best + tenth, false
	case c.has&HasHigh == 0:
		return c.low, math.MaxInt64, true
	default:
		return c.low, c.high, false
	}
}

// Agrees reports whether c and d can both be true: whether their intervals
// meet. An unstated Count agrees with every Count.
func (c Count) Agrees(d Count) bool {
	cl, ch, _ := c.Interval()
	dl, dh, _ := d.Interval()
	return cl <= dh && dl <= ch
}

// Loss says what an addition of Counts could not keep, as a bit set.
type Loss uint8

// What a sum may lose.
const (
	LostBest     Loss = 1 << iota // one term states a best figure, another does not
	LostLow                       // the sum of the low bounds does not fit
	LostHigh                      // one term states a high bound, another does not
	LostOverflow                  // a sum did not fit in 63 bits and is not stated: stats.overflow
)

// String lists what was lost, "best,high" for example; it is empty when
// nothing was.
func (l Loss) String() string {
	var names []string
	for i, name := range []string{"best", "low", "high", "overflow"} {
		if l&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, ",")
}

// Add returns the sum of c and d, best with best, low with low and high with
// high, and what the sum lost: it has a low bound when at least one of the two
// has (the other counts as 0 there), a best figure or a high bound only when
// both have. A part that overflows is left out and reported, never wrapped.
// The sum of two unstated Counts is unstated.
func (c Count) Add(d Count) (sum Count, lost Loss) {
	both, either := c.has&d.has, c.has|d.has
	sum.has = both&(HasBest|HasHigh) | either&HasLow
	lost = Loss(either &^ sum.has)
	if sum.has&HasBest != 0 {
		sum.best = sum.add(c.best, d.best, HasBest, &lost)
	}
	if sum.has&HasLow != 0 {
		sum.low = sum.add(c.low, d.low, HasLow, &lost)
	}
	if sum.has&HasHigh != 0 {
		sum.high = sum.add(c.high, d.high, HasHigh, &lost)
	}
	return sum, lost
}

func (c *Count) add(a, b int64, part Parts, lost *Loss) int64 {
	if a > math.MaxInt64-b {
		c.has &^= part
		*lost |= Loss(part) | LostOverflow
		return 0
	}
	return a + b
}

// String returns the shortest text of the interchange format that states c; it
// is empty when c is not stated.
func (c Count) String() string {
	b, _ := c.AppendText(nil)
	return string(b)
}

// MarshalText returns the text of [Count.String]. It never fails.
func (c Count) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// AppendText appends the text of [Count.String] to b. It never fails.
func (c Count) AppendText(b []byte) ([]byte, error) {
	switch {
	case c.has == 0:
		return b, nil
	case c.has == hasAll && c.low == c.best && c.best == c.high:
		return strconv.AppendInt(b, c.best, 10), nil
	case c.has == HasBest:
		return strconv.AppendInt(append(b, '~'), c.best, 10), nil
	case c.has == HasBest|HasLow && c.low == c.best:
		return strconv.AppendInt(append(b, '>', '='), c.best, 10), nil
	case c.has == HasLow && c.low > 0:
		return strconv.AppendInt(append(b, '>'), c.low-1, 10), nil
	case c.has == HasBest|HasHigh && c.high == c.best:
		return strconv.AppendInt(append(b, '<', '='), c.best, 10), nil
	case c.has == HasHigh && c.high < math.MaxInt64:
		return strconv.AppendInt(append(b, '<'), c.high+1, 10), nil
	case c.has == HasLow|HasHigh:
		b = strconv.AppendInt(b, c.low, 10)
		return strconv.AppendInt(append(b, '.', '.'), c.high, 10), nil
	}
	b = c.appendPart(b, c.low, HasLow)
	b = c.appendPart(append(b, '.', '.'), c.best, HasBest)
	return c.appendPart(append(b, '.', '.'), c.high, HasHigh), nil
}

func (c Count) appendPart(b []byte, n int64, part Parts) []byte {
	if c.has&part == 0 {
		return b
	}
	return strconv.AppendInt(b, n, 10)
}

// UnmarshalText sets c to the Count that [ParseCount] reads.
func (c *Count) UnmarshalText(text []byte) error {
	d, err := ParseCount(string(text))
	if err != nil {
		return err
	}
	*c = d
	return nil
}

// ParseCount reads a count of the interchange format: "250", "~250", ">=250",
// ">250", "<=250", "<250", "240..260" or the general form low..best..high with
// any of the three empty but not all ("401..408..", "..771..799"). Numbers are
// ASCII digits without sign, space, leading zero or separator, 0 to 2^63−1.
// The empty text gives the zero Count, "not stated".
//
// The error is a [*SyntaxError]: [CodeCountSyntax] for another shape,
// [CodeCountRange] for a number that does not fit, bounds out of order or "<0".
// Phrases in words are [ReadPhrase]'s.
func ParseCount(s string) (Count, error) {
	if s == "" {
		return Count{}, nil
	}
	op, digits := splitOperator(s)
	if op == "" && strings.Contains(s, "..") {
		return parseGeneral(s)
	}
	n, err := parseNumber(digits)
	if err != nil {
		return Count{}, err
	}
	switch op {
	case "~":
		return About(n), nil
	case ">=":
		return AtLeast(n), nil
	case "<=":
		return AtMost(n), nil
	case ">":
		if n == math.MaxInt64 {
			return Count{}, countError(CodeCountRange, "no larger number can be stated")
		}
		return MoreThan(n), nil
	case "<":
		if n == 0 {
			return Count{}, countError(CodeCountRange, "no number is below 0")
		}
		return LessThan(n), nil
	}
	return Exactly(n), nil
}

func splitOperator(s string) (op, rest string) {
	for _, op := range [...]string{"~", ">=", "<=", ">", "<"} {
		if rest, ok := strings.CutPrefix(s, op); ok {
			return op, rest
		}
	}
	return "", s
}

func parseGeneral(s string) (Count, error) {
	texts := strings.SplitN(s, "..", 4)
	var parts []Parts
	switch len(texts) {
	case 2:
		parts = []Parts{HasLow, HasHigh}
		if texts[0] == "" || texts[1] == "" {
			return Count{}, countError(CodeCountSyntax, "a range states both ends; the general form is low..best..high")
		}
	case 3:
		parts = []Parts{HasLow, HasBest, HasHigh}
	default:
		return Count{}, countError(CodeCountSyntax, "write low..high or low..best..high")
	}
	var n [3]int64 // indexed by position of best, low, high in Parts
	var has Parts
	for i, text := range texts {
		if text == "" {
			continue
		}
		v, err := parseNumber(text)
		if err != nil {
			return Count{}, err
		}
		has |= parts[i]
		n[parts[i]>>1] = v // HasBest 1→0, HasLow 2→1, HasHigh 4→2
	}
	if has == 0 {
		return Count{}, countError(CodeCountSyntax, "state at least one of low, best and high, or leave the count out")
	}
	return NewCount(n[0], n[1], n[2], has)
}

func parseNumber(s string) (int64, error) {
	if s == "" {
		return 0, countError(CodeCountSyntax, "a number is missing")
	}
	var n int64
	over := false
	for i := range len(s) {
		d := s[i] - '0'
		if d > 9 {
			return 0, countError(CodeCountSyntax, "write ASCII digits without sign, space, separator or fraction")
		}
		if n > (math.MaxInt64-int64(d))/10 {
			over = true
			continue
		}
		n = n*10 + int64(d)
	}
	if len(s) > 1 && s[0] == '0' {
		return 0, countError(CodeCountSyntax, "leave out leading zeros")
	}
	if over {
		return 0, countError(CodeCountRange, "the number does not fit: the largest is 9223372036854775807")
	}
	return n, nil
}

func countError(code Code, reason string) *SyntaxError {
	return &SyntaxError{Code: code, Type: "count", Reason: reason}
}
