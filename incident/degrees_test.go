package incident

import (
	"errors"
	"math"
	"testing"
)

func TestDegrees(t *testing.T) {
	for text, want := range map[string]float64{
		"11.5621": 11.5621, "-0.5": -0.5, "0": 0, "180": 180, "-180": -180, "181": 181, "0.000001": 1e-6,
	} {
		d, err := ParseDegrees(text)
		got, ok := d.Float()
		if err != nil || !ok || got != want {
			t.Errorf("ParseDegrees(%q) = %v, %v", text, d, err)
		}
		if d.String() != text || d.IsZero() {
			t.Errorf("%q is written %q", text, d)
		}
	}
	if d, err := ParseDegrees(""); err != nil || !d.IsZero() || d.String() != "" {
		t.Errorf("no text is %v, %v", d, err)
	}
	if d := MakeDegrees(0); d.IsZero() || d == (Degrees{}) {
		t.Error("0 degrees is not a statement")
	}
	if MakeDegrees(math.Copysign(0, -1)) != MakeDegrees(0) {
		t.Error("−0 and 0 degrees differ")
	}
	for _, deg := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if d := MakeDegrees(deg); !d.IsZero() {
			t.Errorf("MakeDegrees(%v) = %v", deg, d)
		}
	}
}

func TestDegreesRefuses(t *testing.T) {
	for _, text := range []string{
		"NaN", "Inf", "1e2", "+1", " 1", "1 ", "1,5", ".5", "5.", "-", "--1", "1-", "11°33′", "0x10", "1_0", "11.5.6",
		"11.123456789012345", "1234567890123456",
	} {
		d, err := ParseDegrees(text)
		syntax, ok := errors.AsType[*SyntaxError](err)
		if !ok || syntax.Code != CodePlaceCoordinates || !d.IsZero() {
			t.Errorf("ParseDegrees(%q) = %v, %v", text, d, err)
		}
	}
}

func FuzzParseDegrees(f *testing.F) {
	for _, s := range []string{"", "11.5621", "-0.5", "0", "-0", "00.10", "1e5", "123456789012345"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDegrees(s)
		if err != nil {
			return
		}
		back, err := ParseDegrees(d.String())
		if err != nil || back != d {
			t.Fatalf("%q is written %q, which reads as %v, %v", s, d, back, err)
		}
	})
}
