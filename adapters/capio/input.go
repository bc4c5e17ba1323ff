package capio

import (
	"io"

	"github.com/rescuetally/rescuetally/incident"
)

// A place is where something stands in the input.
type place struct {
	offset       int64
	line, column int // from 1; columns in bytes
}

// pass returns the place behind b, which stands at p.
func (p place) pass(b []byte) place {
	p.offset += int64(len(b))
	for _, c := range b {
		if c == '\n' {
			p.line, p.column = p.line+1, 1
		} else {
			p.column++
		}
	}
	return p
}

// A stop is why an input cannot be read on.
type stop struct {
	code    incident.Code
	message string
	err     error // the reader's
	at      place // where it is known
}

func (s *stop) Error() string { return "capio: " + s.message }

// chunk is how much is read at once; slack is room for what peek puts back.
const (
	chunk = 4096
	slack = 8
)

// An input hands out the bytes of a reader one by one, as [encoding/xml] wants them,
// within limits, and keeps those that are still to be looked at.
type input struct {
	r    io.Reader
	buf  [chunk + slack]byte
	pos  int
	end  int
	left int64 // how many bytes may still be read
	next error // comes behind buf

	kept []byte // what was handed out since it was dropped last
	most int    // how many may be kept

	ended bool  // the end was met
	stop  *stop // why reading ended otherwise
}

// ReadByte implements [io.ByteReader].
func (in *input) ReadByte() (byte, error) {
	switch {
	case in.stop != nil:
		return 0, in.stop
	case len(in.kept) >= in.most:
		in.stop = &stop{code: incident.CodeLimitRecordBytes, message: "an alert, or what stands around it, is longer than Limits.RecordBytes: raise it if that is meant"}
		return 0, in.stop
	case !in.fill():
		if in.stop != nil {
			return 0, in.stop
		}
		in.ended = true
		return 0, io.EOF
	}
	b := in.buf[in.pos]
	in.pos++
	in.kept = append(in.kept, b)
	return b, nil
}

// Read implements [io.Reader], which nobody calls.
func (in *input) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	b, err := in.ReadByte()
	if err != nil {
		return 0, err
	}
	p[0] = b
	return 1, nil
}

// fill sees to it that there is a byte in buf, and reports whether there is one.
func (in *input) fill() bool {
	for tries := 0; in.pos == in.end; tries++ {
		switch {
		case in.left < 0:
			in.stop = &stop{code: incident.CodeLimitBytes, message: "the input is longer than Limits.Bytes: raise it if that is meant"}
			return false
		case in.next == io.EOF:
			return false
		case in.next != nil:
			in.stop = &stop{message: "the reading was interrupted", err: in.next}
			return false
		case tries > 100:
			in.next = io.ErrNoProgress
			continue
		}
		ask := in.buf[:chunk]
		if in.left < int64(len(ask)) {
			ask = ask[:in.left+1] // one more, to see whether there is one
		}
		n, err := in.r.Read(ask)
		n = max(0, min(n, len(ask)))
		in.pos, in.end, in.next = 0, n, err
		if in.left -= int64(n); in.left < 0 {
			in.end-- // the one beyond the limit
		}
	}
	return true
}

// peek returns the first bytes, up to n, without handing them out.
func (in *input) peek(n int) []byte {
	start := make([]byte, 0, n)
	for len(start) < n && in.fill() {
		start = append(start, in.buf[in.pos])
		in.pos++
	}
	// What was taken is put back before the rest.
	rest := append(start, in.buf[in.pos:in.end]...)
	in.pos, in.end = 0, copy(in.buf[:], rest)
	return rest[:len(start)]
}

// drop forgets the first n bytes that are kept.
func (in *input) drop(n int) {
	in.kept = in.kept[:copy(in.kept, in.kept[n:])]
}
