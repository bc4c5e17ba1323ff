package incident

import (
	"errors"
	"maps"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestByTextReadsBack(t *testing.T) {
	tests := []struct {
		m    map[string]string
		text string
	}{
		{nil, ""},
		{map[string]string{"exploitation": "Labour"}, "exploitation=Labour"},
		{map[string]string{"b": "2", "a": "1"}, "a=1;b=2"},
		{map[string]string{"a;b": "c=d;e"}, `a\;b=c=d\;e`},
		{map[string]string{"a=b": `c\d`}, `a\=b=c\\d`},
		{map[string]string{"": "x", "y": ""}, ""},
		{map[string]string{"लिंग": "महिला"}, "लिंग=महिला"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			b := NewBy(tt.m)
			if b.String() != tt.text {
				t.Errorf("String = %q", b)
			}
			back, err := ParseBy(tt.text)
			if err != nil || back != b {
				t.Errorf("ParseBy = %v, %v", back, err)
			}
			want := map[string]string{}
			for name, value := range tt.m {
				if name != "" && value != "" {
					want[name] = value
					if got, ok := b.Get(name); !ok || got != value {
						t.Errorf("Get(%q) = %q, %t", name, got, ok)
					}
				}
			}
			if diff := cmp.Diff(want, maps.Collect(b.All())); diff != "" {
				t.Errorf("All: -want +got\n%s", diff)
			}
			if b.Len() != len(want) || b.IsZero() != (len(want) == 0) {
				t.Errorf("Len %d, IsZero %t", b.Len(), b.IsZero())
			}
		})
	}
	for range NewBy(map[string]string{"a": "1", "b": "2"}).All() {
		break // stops without a panic
	}
	if _, ok := (By{}).Get("a"); ok {
		t.Error("the zero By has a dimension")
	}
}

func TestByOrderInTextDoesNotMatter(t *testing.T) {
	a, err1 := ParseBy("b=2;a=1")
	b, err2 := ParseBy("a=1;b=2")
	if err1 != nil || err2 != nil || a != b {
		t.Errorf("%v, %v and %v, %v", a, err1, b, err2)
	}
}

func TestByRefuses(t *testing.T) {
	for text, code := range map[string]Code{
		"a":       CodeFieldUnknown,
		"a=1;":    CodeFieldUnknown,
		";":       CodeFieldUnknown,
		"=1":      CodeFieldEmpty,
		"a=":      CodeFieldEmpty,
		"a=1;b=":  CodeFieldEmpty,
		"a=1;a=2": CodeFieldUnknown,
		`a\=1`:    CodeFieldUnknown,
	} {
		b, err := ParseBy(text)
		syntax, ok := errors.AsType[*SyntaxError](err)
		if !ok || syntax.Code != code || !b.IsZero() {
			t.Errorf("ParseBy(%q) = %v, %v, want %s", text, b, err, code)
		}
	}
}

func FuzzParseBy(f *testing.F) {
	for _, s := range []string{"", "a=1", "b=2;a=1", `a\;b=c\\`, `\`, "a=1;a=2", `a=\`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b, err := ParseBy(s)
		if err != nil {
			return
		}
		back, err := ParseBy(b.String())
		if err != nil || back != b {
			t.Fatalf("%q is written %q, which reads as %q, %v", s, b, back, err)
		}
		if NewBy(maps.Collect(b.All())) != b {
			t.Fatalf("%q has other dimensions than it is made of", b)
		}
	})
}
