package tableio

import (
	"strconv"

	"github.com/rescuetally/rescuetally/incident"
)

// Group returns n with its digits in groups of three: 1234567 is "1,234,567".
func Group(n int64) string {
	digits := strconv.FormatInt(n, 10)
	start := 0
	if n < 0 {
		start = 1
	}
	for i := len(digits) - 3; i > start; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// Words says a count in English: "250", "about 250", "at least 250", "at most
// 250", "240 to 260", "about 250 (240 to 260)". It is empty when c is not
// stated. What is open stays open: "about 250, at least 240" has no upper limit.
func Words(c incident.Count) string {
	best, hasBest := c.Best()
	low, hasLow := c.Low()
	high, hasHigh := c.High()
	switch {
	case hasBest && hasLow && hasHigh && low == high:
		return Group(best)
	case hasBest && hasLow && best == low && !hasHigh:
		return "at least " + Group(low)
	case hasBest && hasHigh && best == high && !hasLow:
		return "up to " + Group(high)
	case hasBest && hasLow && hasHigh:
		return "about " + Group(best) + " (" + Group(low) + " to " + Group(high) + ")"
	case hasBest && hasLow:
		return "about " + Group(best) + ", at least " + Group(low)
	case hasBest && hasHigh:
		return "about " + Group(best) + ", at most " + Group(high)
	case hasBest:
		return "about " + Group(best)
	case hasLow && hasHigh && low == high:
		return Group(low)
	case hasLow && hasHigh:
		return Group(low) + " to " + Group(high)
	case hasLow:
		return "at least " + Group(low)
	case hasHigh:
		return "at most " + Group(high)
	}
	return ""
}
