package incident

import (
	"iter"
	"maps"
	"slices"
	"strings"
)

// By holds an agency's own dimensions of a [Group], such as exploitation =
// Labour: names and values, both non-empty text, each name once. The zero By
// has none. By is comparable: two are == when they have the same names and
// values.
type By struct {
	text string // name=value;…, names in bytewise order, with \ before ; = and \
}

// NewBy returns the dimensions of m; those with an empty name or value are left
// out.
func NewBy(m map[string]string) By {
	var b []byte
	for _, name := range slices.Sorted(maps.Keys(m)) {
		if name == "" || m[name] == "" {
			continue
		}
		if len(b) > 0 {
			b = append(b, ';')
		}
		b = append(appendEscaped(b, name, "\\;="), '=')
		b = appendEscaped(b, m[name], "\\;")
	}
	return By{string(b)}
}

// ParseBy reads "name=value;name=value" with \ before a ; or \ that is meant,
// and before a = in a name. The empty text gives the zero By. The error is a
// [*SyntaxError]: [CodeFieldEmpty] for an empty name or value,
// [CodeFieldUnknown] for a name that stands twice or a part without a =.
func ParseBy(s string) (By, error) {
	m := map[string]string{}
	if s == "" {
		return By{}, nil
	}
	var name, part []byte
	named := false
	add := func() error {
		switch {
		case !named:
			return byError(CodeFieldUnknown, "write name=value;name=value")
		case len(name) == 0 || len(part) == 0:
			return byError(CodeFieldEmpty, "a dimension has a name and a value")
		case m[string(name)] != "":
			return byError(CodeFieldUnknown, "a dimension stands twice")
		}
		m[string(name)] = string(part)
		name, part, named = nil, nil, false
		return nil
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s):
			i++
			part = append(part, s[i])
		case c == '=' && !named:
			name, part, named = part, nil, true
		case c == ';':
			if err := add(); err != nil {
				return By{}, err
			}
		default:
			part = append(part, c)
		}
	}
	if err := add(); err != nil {
		return By{}, err
	}
	return NewBy(m), nil
}

func byError(code Code, reason string) *SyntaxError {
	return &SyntaxError{Code: code, Type: "by", Reason: reason}
}

// All returns the names and values, names in bytewise order.
func (b By) All() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for rest := b.text; rest != ""; {
			var name, value string
			name, rest = cutEscaped(rest, '=')
			value, rest = cutEscaped(rest, ';')
			if !yield(name, value) {
				return
			}
		}
	}
}

// Get returns the value of a name, and whether there is one.
func (b By) Get(name string) (value string, ok bool) {
	for n, v := range b.All() {
		if n == name {
			return v, true
		}
	}
	return "", false
}

// Len returns the number of dimensions.
func (b By) Len() (n int) {
	for range b.All() {
		n++
	}
	return n
}

// IsZero reports whether b has no dimension.
func (b By) IsZero() bool { return b.text == "" }

// String returns "name=value;…" with names in bytewise order.
func (b By) String() string { return b.text }

// AppendText appends the text of [By.String] to p. It never fails.
func (b By) AppendText(p []byte) ([]byte, error) { return append(p, b.text...), nil }

// MarshalText returns the text of [By.String]. It never fails.
func (b By) MarshalText() ([]byte, error) { return []byte(b.text), nil }

// UnmarshalText sets b to what [ParseBy] reads.
func (b *By) UnmarshalText(text []byte) error {
	c, err := ParseBy(string(text))
	if err != nil {
		return err
	}
	*b = c
	return nil
}

// appendEscaped appends s to b with \ before each of the characters special.
func appendEscaped(b []byte, s, special string) []byte {
	for i := range len(s) {
		if strings.IndexByte(special, s[i]) >= 0 {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return b
}

// cutEscaped cuts s at the first sep without a \ before it and takes the \ of
// the first part away.
func cutEscaped(s string, sep byte) (first, rest string) {
	var b []byte
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
		case s[i] == sep:
			return string(b), s[i+1:]
		}
		b = append(b, s[i])
	}
	return string(b), ""
}
