package names

import (
	"strings"
	"testing"
)

func TestMayShow(t *testing.T) {
	for _, name := range []string{"a", "victim_count", "number-of-victims", "derivedFrom", "admin1", "Column12", strings.Repeat("n", 40)} {
		if !MayShow(name) || !MayShow([]byte(name)) {
			t.Errorf("%q is not shown", name)
		}
	}
	for _, name := range []string{
		"", "Dara Sok", "Dara\u00a0Sok", "S\u00e9rey", "N7654321X", "85512987654", "+855", "1a", "_a", "-a", "a.b", "a@b", "a/b", "a~b", "a\nb", "a\xff",
		strings.Repeat("n", 41), "\u1782", "[", "a`", "a{",
	} {
		if MayShow(name) || MayShow([]byte(name)) {
			t.Errorf("%q is shown", name)
		}
	}
}
