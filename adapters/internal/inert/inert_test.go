package inert

import (
	"strings"
	"testing"
)

func TestGuard(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "plain": "plain", "250": "250", "-12": "-12", "+855012": "+855012", "-1.5": "-1.5", "O'Brien": "O'Brien", "safe=safe": "safe=safe",
		"=1+1": "'=1+1", "+cmd|x": "'+cmd|x", "-2+3": "'-2+3", "@SUM(A1)": "'@SUM(A1)", "'x": "''x", "\t=1": "'\t=1", "\rx": "'\rx",
		" =1": "' =1", "\"=1": "'\"=1", "＝1": "'＝1", "﹢1": "'﹢1", "\ufeff=1": "'\ufeff=1", "\u200b=1": "'\u200b=1", "a;=1": "'a;=1", "a\t=1": "'a\t=1",
		"-": "'-", "-1.": "'-1.", "--1": "'--1", "۱": "۱",
	} {
		if got := Guard(cell); got != want {
			t.Errorf("%q is written as %q, want %q", cell, got, want)
		}
	}
}

// FuzzGuard: what is read is what was written, and no written cell begins a formula.
func FuzzGuard(f *testing.F) {
	for _, s := range []string{"", "=1", "'=1", "''", "-1", "+a", "\x00=", "\xff=1", "a;\"=1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		g := Guard(s)
		if got := string(Unguard([]byte(g))); got != s {
			t.Fatalf("%q is written %q and read %q", s, g, got)
		}
		if g != "" && strings.ContainsRune("=+-@\t\r", rune(g[0])) && !IsNumber(g) {
			t.Fatalf("%q is live", g)
		}
		if again := Guard(string(Unguard([]byte(s)))); string(Unguard([]byte(again))) != string(Unguard([]byte(s))) {
			t.Fatalf("%q does not settle", s)
		}
	})
}
