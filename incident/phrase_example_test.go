package incident_test

import (
	"errors"
	"fmt"

	"github.com/rescuetally/rescuetally/incident"
)

func ExampleReadPhrase() {
	for _, phrase := range []string{"as many as 250", "over 370", "nearly 200", "about a dozen", "2,55,777", "more than six lakh", "13 out of 17"} {
		c, err := incident.ReadPhrase(phrase, "en")
		fmt.Println(c, err)
	}
	// Output:
	// <=250 <nil>
	// >370 <nil>
	// <200 <nil>
	// ~12 <nil>
	// 255777 <nil>
	// >600000 <nil>
	// 13 <nil>
}

// The language decides how digits are grouped, and which words are known.
func ExampleReadPhrase_languages() {
	for _, p := range []struct{ text, lang string }{
		{"1.018", "id"},
		{"mahigit 1,000", "fil"},
		{"près de 800", "fr"},
		{"૬૦", "gu"},
		{"करीब ढाई सौ", "hi"},
		{"3万余人", "zh"},
		{"60人以上", "ja"},
		{"1 233명", "ko"},
		{"أكثر من ثلاثمئة", "ar"},
	} {
		c, err := incident.ReadPhrase(p.text, p.lang)
		fmt.Println(p.lang, c, err)
	}
	// Output:
	// id 1018 <nil>
	// fil >1000 <nil>
	// fr <800 <nil>
	// gu 60 <nil>
	// hi ~250 <nil>
	// zh >30000 <nil>
	// ja >=60 <nil>
	// ko 1233 <nil>
	// ar >300 <nil>
}

// A phrase without one certain number is refused, not guessed at.
func ExampleReadPhrase_noNumber() {
	for _, phrase := range []string{"hundreds", "around 48 per cent", "158 foreigners, 29 Filipinos", "1.018", "15 April"} {
		_, err := incident.ReadPhrase(phrase, "en")
		fmt.Println(errors.Is(err, incident.ErrNoNumber))
	}
	// Output:
	// true
	// true
	// true
	// true
	// true
}

func ExampleReadPhrase_range() {
	for _, phrase := range []string{"between 600 and 650", "12 or 13", "2-5 lakh", "more than 100 but fewer than 200"} {
		c, err := incident.ReadPhrase(phrase, "en")
		low, _ := c.Low()
		high, _ := c.High()
		fmt.Println(c, low, high, err)
	}
	// Output:
	// 600..650 600 650 <nil>
	// 12..13 12 13 <nil>
	// 200000..500000 200000 500000 <nil>
	// 101..199 101 199 <nil>
}
