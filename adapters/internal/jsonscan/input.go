package jsonscan

import (
	"bytes"
	"context"
	"io"

	"github.com/rescuetally/rescuetally/incident"
)

const (
	signature = 4        // bytes that tell the encoding and the file format
	chunk     = 32 << 10 // the buffer's first size
	empties   = 100      // reads without bytes after which a reader is given up
)

// An input is a bounded buffer before a reader, with the place of its first
// byte not passed.
type input struct {
	r         io.Reader
	buf       []byte
	start     int   // of the window: the bytes read and not passed
	end       int   // of the window
	base      int64 // offset of buf[0] in the input
	left      int64 // bytes that may still be read
	most      int   // size that the buffer never exceeds
	line      int
	lineStart int64
	opened    bool
	mark      bool
	err       error // of the reader; final
}

func newInput(r io.Reader, o FrameOptions) input {
	most := max(o.RecordBytes+chunk, o.RecordBytes)
	return input{r: r, left: o.Bytes, most: most, line: 1}
}

func (in *input) window() []byte { return in.buf[in.start:in.end] }
func (in *input) empty() bool    { return in.start == in.end }
func (in *input) offset() int64  { return in.base + int64(in.start) }

// position returns where the window's byte i stands.
func (in *input) position(i int) (line, column int, at int64) {
	at = in.offset()
	first := Frame{Data: in.window(), Offset: at, Line: in.line, Column: int(at-in.lineStart) + 1}
	return first.Position(i)
}

// pass gives up the window's first n bytes.
func (in *input) pass(n int) {
	gone := in.buf[in.start : in.start+n]
	if last := bytes.LastIndexByte(gone, '\n'); last >= 0 {
		in.line += bytes.Count(gone, newline)
		in.lineStart = in.offset() + int64(last) + 1
	}
	in.start += n
}

// passLine is pass for the window's first line, of n bytes with its end.
func (in *input) passLine(n int) {
	in.start += n
	if in.buf[in.start-1] == '\n' {
		in.line++
		in.lineStart = in.offset()
	}
}

// open reads the first bytes, and no more, and reports whether they may be
// JSON in UTF-8; if not, in.err says why.
func (in *input) open(ctx context.Context) bool {
	in.opened = true
	in.buf = make([]byte, chunk)
	for in.end < signature && in.fill(ctx, signature) {
	}
	head := in.window()
	if name := otherEncoding(head); name != "" {
		in.err = &Error{
			Code: incident.CodeEncodingUnsupported, Line: 1, Column: 1, Fatal: true,
			Reason: "the file is " + name + ": save it as UTF-8",
		}
		return false
	}
	if name := otherFormat(head); name != "" {
		in.err = &Error{
			Code: incident.CodeFormatUnexpected, Line: 1, Column: 1, Fatal: true,
			Reason: "the file starts like " + name + ": name its format, or export it as JSON",
		}
		return false
	}
	if bytes.HasPrefix(head, byteOrderMark) {
		in.mark = true
		in.pass(len(byteOrderMark))
		in.lineStart = in.offset()
	}
	return true
}

// more reads at least one byte. It reports false when there is none: the input
// ended, failed, went over its limit or was cancelled, as in.err says.
func (in *input) more(ctx context.Context) bool {
	if in.empty() {
		in.base += int64(in.start)
		in.start, in.end = 0, 0
	}
	if in.err == nil && in.end == len(in.buf) {
		in.room()
	}
	return in.fill(ctx, len(in.buf))
}

// room makes room in the full buffer: it drops what was passed, or grows.
func (in *input) room() {
	to := in.buf
	if in.start == 0 {
		to = make([]byte, max(min(2*len(in.buf), in.most), len(in.buf)+chunk))
	}
	in.resize(to)
}

// resize moves the window to the start of another buffer, or of this one.
func (in *input) resize(to []byte) {
	in.end = copy(to, in.window())
	in.base += int64(in.start)
	in.buf, in.start = to, 0
}

// fill reads until the buffer holds more bytes, but not beyond its byte upTo.
func (in *input) fill(ctx context.Context, upTo int) bool {
	if in.err != nil {
		return false
	}
	if in.err = ctx.Err(); in.err != nil {
		return false
	}
	var probe [1]byte
	for range empties {
		to := in.buf[in.end:upTo]
		if in.left < int64(len(to)) {
			to = to[:in.left]
		}
		over := len(to) == 0
		if over {
			to = probe[:] // whether the input ends exactly at its limit
		}
		n, err := in.r.Read(to)
		switch {
		case n < 0 || n > len(to):
			in.err = io.ErrNoProgress // the reader lies: nothing it says can be used
			return false
		case over && n > 0:
			line, column, at := in.position(len(in.window()))
			in.err = &Error{
				Code: incident.CodeLimitBytes, Offset: at, Line: line, Column: column, Fatal: true,
				Reason: "the input is longer than Limits.Bytes: raise the limit if it is meant to be",
			}
			return false
		}
		in.err = err
		in.end += n
		in.left -= int64(n)
		if n > 0 {
			return true
		}
		if err != nil {
			return false
		}
	}
	in.err = io.ErrNoProgress
	return false
}

var byteOrderMark = []byte{0xEF, 0xBB, 0xBF} // of UTF-8; read only

// otherEncoding names the encoding of an input that starts with head, if it is
// certain not to be UTF-8. JSON starts with an ASCII character, so that NULs
// tell the encoding when no byte order mark does.
func otherEncoding(head []byte) string {
	var h [signature]byte
	n := copy(h[:], head)
	switch {
	case n == 4 && h == [4]byte{0xFF, 0xFE, 0, 0}, n == 4 && h == [4]byte{0, 0, 0xFE, 0xFF}:
		return "UTF-32"
	case n >= 2 && (h[0] == 0xFF && h[1] == 0xFE || h[0] == 0xFE && h[1] == 0xFF):
		return "UTF-16"
	case n < 4:
		return ""
	case h[0] == 0 && h[1] == 0 && h[2] == 0 && h[3] != 0, h[0] != 0 && h[1] == 0 && h[2] == 0 && h[3] == 0:
		return "UTF-32"
	case h[0] == 0 && h[1] != 0 && h[2] == 0 && h[3] != 0, h[0] != 0 && h[1] == 0 && h[2] != 0 && h[3] == 0:
		return "UTF-16"
	}
	return ""
}

// otherFormat names the file format that starts with head, if it is a known
// one that is not JSON.
func otherFormat(head []byte) string {
	for _, f := range [...]struct{ magic, name string }{
		{"PK\x03\x04", "a ZIP archive or a spreadsheet (magic bytes PK 03 04)"},
		{"PK\x05\x06", "an empty ZIP archive (magic bytes PK 05 06)"},
		{"\x1F\x8B", "gzip (magic bytes 1F 8B)"},
		{"%PDF", "a PDF (magic bytes %PDF)"},
		{"\xD0\xCF\x11\xE0", "an old office document (magic bytes D0 CF 11 E0)"},
		{"BZh", "bzip2 (magic bytes BZh)"},
		{"\xFD7zX", "xz (magic bytes FD 37 7A 58)"},
		{"\x28\xB5\x2F\xFD", "Zstandard (magic bytes 28 B5 2F FD)"},
		{"<", "HTML or XML (magic byte <)"},
	} {
		if bytes.HasPrefix(head, []byte(f.magic)) {
			return f.name
		}
	}
	return ""
}
