package encoding

import (
	"strings"
	"testing"
)

func TestInvalid(t *testing.T) {
	for text, windows := range map[string]bool{
		"caf\xe9": true, "\xe9t\xe9": true, "na\xefve": true, "\xe0 la": true, "\xff\xfe\xff": false, "\xff": false, "1\xff2": false,
	} {
		at := strings.IndexFunc(text, func(r rune) bool { return r >= 0x80 })
		if got := Invalid([]byte(text), at); strings.Contains(got, "Windows-1252") != windows || !strings.Contains(got, "save the file as UTF-8") {
			t.Errorf("%q: %s", text, got)
		}
	}
	for _, at := range []int{-1, 1, 9} {
		if got := Invalid([]byte("a"), at); strings.Contains(got, "Windows-1252") {
			t.Errorf("beyond the text: %s", got)
		}
	}
}
