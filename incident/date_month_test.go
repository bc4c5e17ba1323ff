package incident

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// slowMonth goes from day to day: in which year and month do all days lie that a
// date allows. It gives up behind more days than a year has.
func slowMonth(d Date) (year, month int, sameYear, sameMonth bool) {
	first, ok := d.Earliest()
	last, ok2 := d.Latest()
	if !ok || !ok2 {
		return 0, 0, false, false
	}
	year, month, _ = first.Date()
	sameYear, sameMonth = true, true
	step := func(day Day) {
		y, m, _ := day.Date()
		sameYear = sameYear && y == year
		sameMonth = sameMonth && y == year && m == month
	}
	for day := first; day <= last && sameYear; day++ {
		step(day)
	}
	step(last) // also of a date that ends before it starts
	return year, month, sameYear, sameMonth
}

func TestMonthAndYearHoldAllDays(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 9))
	part := func() string {
		y, m := []int{0, 1, 1999, 2000, 2023, 2024, 9999}[rng.IntN(7)], 1+rng.IntN(12)
		text := []string{
			fmt.Sprintf("%04d", y), fmt.Sprintf("%04d-%02d", y, m), fmt.Sprintf("%04d-%02d-%02d", y, m, 1+rng.IntN(28)), fmt.Sprintf("%04d-%02d-XX", y, m),
			fmt.Sprintf("%04d-XX", y), fmt.Sprintf("%04d-XX-XX", y), fmt.Sprintf("%04d-%d", y, 21+rng.IntN(4)), fmt.Sprintf("%03dX", y/10), fmt.Sprintf("%02dXX", y/100),
		}[rng.IntN(9)]
		return text + []string{"", "", "?", "~", "%"}[rng.IntN(5)]
	}
	shapes := map[string]int{}
	for range 20_000 {
		text := part()
		switch rng.IntN(6) {
		case 0, 1:
			text += "/" + part()
		case 2:
			text = []string{"../", "/"}[rng.IntN(2)] + text
		case 3:
			text += []string{"/..", "/"}[rng.IntN(2)]
		}
		d, err := ParseDate(text)
		if err != nil {
			continue
		}
		year, month, sameYear, sameMonth := slowMonth(d)
		y, m, ok := d.Month()
		if ok != sameMonth || ok && (y != year || m != month) {
			t.Fatalf("%s: month %d-%d, %t, want %d-%d, %t", text, y, m, ok, year, month, sameMonth)
		}
		y, ok2 := d.Year()
		if ok2 != sameYear || ok2 && y != year {
			t.Fatalf("%s: year %d, %t, want %d, %t", text, y, ok2, year, sameYear)
		}
		shapes[fmt.Sprint(ok, ok2, d.IsInterval())]++
	}
	if len(shapes) != 6 { // of the eight: a month without its year there is not
		t.Errorf("only these were met: %v", shapes)
	}
	if _, _, ok := (Date{}).Month(); ok {
		t.Error("a date that is not stated has a month")
	}
	if _, ok := (Date{}).Year(); ok {
		t.Error("a date that is not stated has a year")
	}
}
