package incident

import "slices"

// The text methods of the code types. A code is written as it is; reading one
// that the format does not have is a [*SyntaxError] with [CodeCodeUnknown].

// IsZero reports whether k is not stated.
func (k Kind) IsZero() bool { return k == "" }

// String returns the code.
func (k Kind) String() string { return string(k) }

// AppendText appends the code to b. It never fails.
func (k Kind) AppendText(b []byte) ([]byte, error) { return append(b, k...), nil }

// MarshalText returns the code. It never fails.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k), nil }

// UnmarshalText reads one of the format's codes, or the empty text.
func (k *Kind) UnmarshalText(text []byte) error {
	return readCode(k, kinds[:], text, "kind")
}

// IsZero reports whether m is not stated.
func (m Measure) IsZero() bool { return m == "" }

// String returns the code.
func (m Measure) String() string { return string(m) }

// AppendText appends the code to b. It never fails.
func (m Measure) AppendText(b []byte) ([]byte, error) { return append(b, m...), nil }

// MarshalText returns the code. It never fails.
func (m Measure) MarshalText() ([]byte, error) { return []byte(m), nil }

// UnmarshalText reads one of the format's codes, or the empty text.
func (m *Measure) UnmarshalText(text []byte) error {
	return readCode(m, measures[:], text, "measure")
}

// IsZero reports whether a is not stated.
func (a Accrual) IsZero() bool { return a == "" }

// String returns the code.
func (a Accrual) String() string { return string(a) }

// AppendText appends the code to b. It never fails.
func (a Accrual) AppendText(b []byte) ([]byte, error) { return append(b, a...), nil }

// MarshalText returns the code. It never fails.
func (a Accrual) MarshalText() ([]byte, error) { return []byte(a), nil }

// UnmarshalText reads one of the format's codes, or the empty text.
func (a *Accrual) UnmarshalText(text []byte) error {
	return readCode(a, accruals[:], text, "accrual")
}

// IsZero reports whether k is not stated.
func (k SourceKind) IsZero() bool { return k == "" }

// String returns the code.
func (k SourceKind) String() string { return string(k) }

// AppendText appends the code to b. It never fails.
func (k SourceKind) AppendText(b []byte) ([]byte, error) { return append(b, k...), nil }

// MarshalText returns the code. It never fails.
func (k SourceKind) MarshalText() ([]byte, error) { return []byte(k), nil }

// UnmarshalText reads one of the format's codes, or the empty text.
func (k *SourceKind) UnmarshalText(text []byte) error {
	return readCode(k, sourceKinds[:], text, "source kind")
}

func readCode[T ~string](to *T, known []T, text []byte, name string) error {
	code := T(text)
	if code != "" && !slices.Contains(known, code) {
		return &SyntaxError{Code: CodeCodeUnknown, Type: name, Reason: "use one of the format's codes"}
	}
	*to = code
	return nil
}
