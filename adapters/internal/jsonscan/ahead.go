package jsonscan

// Most lines are records as they should be, and the end of such a line shows when
// its record is read: there is no need to look for it first. The methods below are
// for a caller who reads that way; what he does not take, Next returns.

// Ahead returns what lies in the buffer from the next line on, or nil when the
// input is no Lines, as far as is known.
func (f *Framer) Ahead() []byte {
	if f.err != nil || f.form != Lines {
		return nil
	}
	return f.in.window()
}

// Take makes the first n bytes that Ahead returned a Frame, as Next would have
// done. It reports false, and has done nothing, when no line end follows them or
// they are longer than the limit of a record.
func (f *Framer) Take(n int) (Frame, bool) {
	window := f.in.window()
	end := n
	if end < len(window) && window[end] == '\r' {
		end++
	}
	if end >= len(window) || window[end] != '\n' || n > f.o.RecordBytes {
		return Frame{}, false
	}
	at := f.in.offset()
	fr := Frame{Data: window[:n:n], Offset: at, Line: f.in.line, Column: int(at-f.in.lineStart) + 1}
	f.in.passLine(end + 1)
	return fr, true
}
