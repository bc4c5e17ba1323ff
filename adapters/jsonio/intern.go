package jsonio

// An interner hands out one string for equal texts, so that the few codes and
// names of a file are not held a million times. It keeps texts of up to
// internBytes; when it holds internTexts of them it starts afresh. The zero
// interner is ready for use.
type interner struct {
	texts map[string]string
}

const (
	internBytes = 64
	internTexts = 4096
)

func (in *interner) text(b []byte) string {
	if len(b) > internBytes {
		return string(b)
	}
	if s, ok := in.texts[string(b)]; ok {
		return s
	}
	if in.texts == nil {
		in.texts = make(map[string]string)
	}
	if len(in.texts) >= internTexts {
		clear(in.texts)
	}
	s := string(b)
	in.texts[s] = s
	return s
}
