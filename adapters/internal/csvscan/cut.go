package csvscan

import (
	"bytes"
	"io"
)

// Reading in parts: [Scanner.Cut] takes rows that are in the buffer away from
// the Scanner and gives them to another one, which can read them while the first
// is asked for more.
//
// A part ends behind an LF that ends a row. To find one it is enough to follow
// the quotes, which is much faster than splitting: from a row's start on, a
// quote opens a cell when a separator or line end stands before it, and closes
// it when one stands behind; any other quote is stray, and a row is then passed
// over up to the end of the line in which the stray quote stands, as
// [Scanner.Next] does. Between which rows a record ends is for the caller to
// say, of rows near the end of the part, which are split for that.

// Cut makes part a Scanner of the next rows, about size bytes of them, the last
// of which ends a record: between tells whether one certainly ends between two
// rows that follow each other. The last part has all that is left, and any fault
// of reading behind it; after it s is at its end. Cut reports false when no such
// place is found within the limit of a record: [Scanner.Rest] is then the part.
//
// The lines of a part count from 1; those of the first count from where s stands,
// behind the header, which is to be read before. What part held is dropped and
// its buffer used again.
func (s *Scanner) Cut(size int, part *Scanner, between func(before, after *Row) bool) bool {
	if s.skipLF {
		switch ok, err := s.ready(); { // as in Next
		case err != nil: // which the part will tell
		case ok && s.buf[s.start] == '\n':
			s.skipLF = false
			s.setRowEnd("\r\n")
			s.start++
			s.line, s.column = s.line+1, 1
		default:
			s.lastCR()
		}
	}
	// Within a part no row may be too long: such a row ends elsewhere.
	size = min(size, s.limits.RecordBytes)
	d := &s.config.Dialect
	if s.fatal != nil || s.config.Lenient || d.Escape != 0 || d.Blank || d.RowEnd != "\n" && d.RowEnd != "\r\n" {
		return false
	}
	for want := size; want <= s.limits.RecordBytes; want += size {
		if len(s.buf) < want {
			s.end = copy(s.buf, s.buf[s.start:s.end])
			s.start = 0
			s.buf = append(make([]byte, 0, want), s.buf[:s.end]...)[:want]
		}
		for s.end-s.start < want && s.fill() == nil {
		}
		b := s.buf[s.start:s.end]
		if s.readErr != nil && len(b) <= want {
			s.give(len(b), part)
			return true
		}
		b = b[:min(len(b), want)]
		at := s.boundary(b, len(b)-len(b)/32, between) // as a rule there is one near the end
		if at == 0 {
			at = s.boundary(b, 0, between)
		}
		if at > 0 {
			s.give(at, part)
			return true
		}
	}
	return false
}

// give makes part a Scanner of the first n bytes of the buffer.
func (s *Scanner) give(n int, part *Scanner) {
	free, left := part.buf, s.buf[s.start+n:s.end]
	*part = Scanner{
		config: s.config, limits: s.limits, opened: true, splitter: part.splitter, row: part.row, cr: s.cr,
		buf: s.buf, start: s.start, end: s.start + n, read: s.read - int64(len(left)), readErr: io.EOF,
		line: s.line, column: s.column,
	}
	if part.splitter == nil {
		part.splitter = newSplitter(s.config.Dialect, false, s.limits.Fields)
	}
	if len(left) == 0 && s.readErr != nil {
		part.readErr = s.readErr
		s.fatal = io.EOF
	} else if cap(free) < len(s.buf) {
		free = make([]byte, len(s.buf))
	}
	s.buf = free[:cap(free)]
	s.start, s.end = 0, copy(s.buf, left)
	s.line, s.column = 1, 1
}

// Rest makes part a Scanner of all that is left; s is then at its end.
func (s *Scanner) Rest(part *Scanner) {
	*part = *s
	*s = Scanner{config: s.config, limits: s.limits, fatal: io.EOF}
}

// Ended reports whether nothing is left to be read.
func (s *Scanner) Ended() bool { return s.fatal == io.EOF }

// Lines returns how many line ends were passed.
func (s *Scanner) Lines() int { return s.line - 1 }

// boundary returns the last offset of b, which starts with a row, where a record
// certainly ends, looking at rows that start behind from, or 0.
func (s *Scanner) boundary(b []byte, from int, between func(before, after *Row) bool) (at int) {
	p := s.rowStart(b, max(from, 0))
	if s.cutter == nil {
		s.cutter = newSplitter(s.config.Dialect, false, s.limits.Fields)
	}
	sp := s.cutter
	last, row := &s.cutRows[0], &s.cutRows[1]
	good := false // last is a row that was read
	for p < len(b) {
		sp.spans, sp.filled = row.spans, row.filled
		r := sp.split(b[p:], false)
		row.Raw, row.spans, row.filled = b[p:p+r.end], sp.spans, sp.filled
		switch {
		case r.status == needMore:
			return at
		case r.status == rowStray:
			good = false
			r.next = pastLine(b[p:], r.fault)
		case r.end == 0: // a blank line
		case r.end > s.limits.RecordBytes || r.cells > len(row.spans):
			good = false
		default:
			if good && b[p-1] == '\n' && between(last, row) {
				at = p
			}
			last, row, good = row, last, true
		}
		p += r.next
	}
	return at
}

// rowStart returns the offset of the first row of b that starts at or behind
// from, or len(b).
func (s *Scanner) rowStart(b []byte, from int) int {
	comma, quote := s.splitter.dialect.Comma, s.splitter.dialect.Quote
	ends := func(c byte) bool { return c == comma || c == '\n' || c == '\r' }
	if from == 0 {
		return 0
	}
	for i := 0; i < len(b); { // b[i] is not in quotes
		q := bytes.IndexByte(b[i:], quote) + i
		last := q < i // no quote follows
		if last || q >= from {
			at := max(i, from-1)
			at += bytes.IndexByte(b[at:], '\n') + 1 // unchanged when there is none
			if at > i && b[at-1] == '\n' && (last || at <= q) {
				return at
			}
			if last {
				break
			}
		}
		if q > 0 && !ends(b[q-1]) {
			i = q + pastLine(b[q:], 0)
			continue
		}
		for i = q + 1; ; {
			n := bytes.IndexByte(b[i:], quote)
			if n < 0 || i+n+1 == len(b) {
				return len(b)
			}
			i += n + 1
			if b[i] == quote {
				i++
				continue
			}
			if !ends(b[i]) {
				i += pastLine(b[i:], 0)
			}
			break
		}
	}
	return len(b)
}

// pastLine returns the offset behind the line end that follows i, or len(b).
func pastLine(b []byte, i int) int {
	n := bytes.IndexAny(b[i:], "\r\n")
	switch {
	case n < 0:
		return len(b)
	case b[i+n] == '\r' && i+n+1 < len(b) && b[i+n+1] == '\n':
		n++
	}
	return i + n + 1
}
