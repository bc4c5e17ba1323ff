package incident

import (
	"errors"
	"testing"
)

func TestReadShare(t *testing.T) {
	for _, c := range []struct{ text, lang, want string }{
		{"around 48 per cent", "en", "~48"},
		{"40 to 50 percent", "en", "40..50"},
		{"40% to 50%", "en", "40..50"},
		{"約50%", "ja", "~50"},
		{"sekitar 75 persen", "id", "~75"},
		{"45.6 %", "en", "45..46"},
		{"45,6 %", "de", "45..46"},
		{"45.0%", "en", "45"},
		{"about 45.6 per cent", "en", "~45"},
		{"over 45.6%", "en", ">45"},
		{"nearly 45.6%", "en", "<46"},
		{"at least 60 Percent", "en", ">=60"},
		{"100%", "", "100"},
		{"0 %", "en", "0"},
		{"48", "en", ""},
		{"a significant portion", "en", ""},
		{"nearly three-quarters", "en", ""},
		{"120 %", "en", ""},
		{"99.5 %", "en", "99..100"},
		{"%", "en", ""},
		{"1.1-2%", "en", "1..2"},
		{"between 40.5 and 41 percent", "en", "40..41"},
		{"", "en", ""},
		{"48.125 percent", "en", ""},
		{"\xff 48%", "en", ""},
	} {
		got, err := ReadShare(c.text, c.lang)
		if (c.want == "") != errors.Is(err, ErrNoNumber) || got.String() != c.want {
			t.Errorf("%q (%s): %v, %v, want %q", c.text, c.lang, got, err, c.want)
		}
		f := Figure{Measure: Share, Text: c.text}
		if again, _ := f.Resolve(c.lang); again != got {
			t.Errorf("%q: the figure is %v", c.text, again)
		}
	}
}

// FuzzReadShare: what is read is no more than 100 percent, and the same in capital
// letters.
func FuzzReadShare(f *testing.F) {
	for _, text := range []string{"around 48 per cent", "45.6 %", "40% to 50%", "約50%", "१२ प्रतिशत", "1,5-2.5pct", "1,1-2%AA"} {
		f.Add(text, "en")
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		c, err := ReadShare(text, lang)
		if (err == nil) != !c.IsZero() || err != nil && !errors.Is(err, ErrNoNumber) {
			t.Fatalf("%v, %v", c, err)
		}
		for _, part := range []func() (int64, bool){c.Best, c.Low, c.High} {
			if n, ok := part(); ok && (n < 0 || n > 100) {
				t.Fatalf("%v percent", c)
			}
		}
	})
}
