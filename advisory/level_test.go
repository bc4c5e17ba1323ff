package advisory

import (
	"strings"
	"testing"
)

func TestLevels(t *testing.T) {
	for _, c := range []struct {
		level Level
		want  Advice
		words string
	}{
		{Level{USState, "1"}, Normal, "Exercise Normal Precautions"},
		{Level{USState, "Level 4"}, DoNotGo, "Do Not Travel"},
		{Level{CAGAC, "0"}, Normal, "Take normal security precautions"},
		{Level{CAGAC, "2"}, Reconsider, "Avoid non-essential travel"},
		{Level{AUDFAT, "2"}, Caution, "Exercise a high degree of caution"},
		{Level{UKFCDO, "advises against all but essential travel"}, Reconsider, "advises against all but essential travel"},
		{Level{UKFCDO, "all"}, DoNotGo, "advises against all travel"},
		{Level{UKFCDO, "none"}, Normal, ""},
		{Level{UKFCDO, ""}, 0, ""},
		{Level{USState, "0"}, 0, ""},
		{Level{CAGAC, "4"}, 0, ""},
		{Level{"interpol", "Orange Notice"}, 0, ""},
		{Level{}, 0, ""},
	} {
		got, ok := c.level.Advice()
		if got != c.want || ok != (c.want != 0) || c.level.Words() != c.words || (got.String() == "") != !ok {
			t.Errorf("%+v: %v, %v, %q", c.level, got, ok, c.level.Words())
		}
	}
	if Advice(9).String() != "" || !(Level{}).IsZero() {
		t.Error("what is no advice has words")
	}
}

// TestLevelsOfOtherSchemes: to another scheme and back a level is never lower in one
// step than the scheme allows, and what is lost is said.
func TestLevelsOfOtherSchemes(t *testing.T) {
	for _, from := range scales {
		for i, value := range from.values {
			if value == "" {
				continue
			}
			l := Level{from.scheme, value}
			for _, to := range scales {
				got, loss, ok := l.In(to.scheme)
				a, known := got.Advice()
				switch {
				case !ok || !known || got.Scheme != to.scheme:
					t.Errorf("%+v in %s: %+v", l, to.scheme, got)
				case from.scheme == to.scheme && (got != l || loss != LossNone):
					t.Errorf("%+v in its own scheme: %+v, %q", l, got, loss)
				case from.scheme != to.scheme && loss == LossNone:
					t.Errorf("%+v in %s loses nothing", l, to.scheme)
				case a != Advice(i+1) && (loss != LossStep || to.scheme != UKFCDO || a != Advice(i)):
					t.Errorf("%+v in %s: %v, %q", l, to.scheme, a, loss)
				}
			}
		}
	}
	if _, loss, _ := (Level{UKFCDO, "none"}).In(USState); loss != LossScope {
		t.Errorf("%q", loss)
	}
	for _, l := range []Level{{}, {"other", "1"}, {USState, "9"}} {
		if _, _, ok := l.In(CAGAC); ok {
			t.Errorf("%+v has a level elsewhere", l)
		}
	}
	if _, _, ok := (Level{USState, "1"}).In("other"); ok {
		t.Error("a scheme that is not known has levels")
	}
}

func TestSchemeSource(t *testing.T) {
	seen := map[string]bool{}
	for _, scheme := range []Scheme{USState, CAGAC, AUDFAT, UKFCDO} {
		if source := scheme.Source(); !strings.HasPrefix(source, "https://") || seen[source] {
			t.Errorf("%s: %q", scheme, source)
		} else {
			seen[source] = true
		}
	}
	if source := Scheme("other").Source(); source != "" {
		t.Errorf("a scheme that is not known has the source %q", source)
	}
}
