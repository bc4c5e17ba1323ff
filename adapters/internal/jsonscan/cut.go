package jsonscan

import (
	"bytes"
	"context"
	"io"
)

// Cut makes part a Framer of the next records, about size bytes of them, so that
// it can be read while f is asked for more. The last part has all that is left,
// and any error of reading behind it; after it f is at its end. Cut reports
// false when the input is no Lines, or when no line ends within the limit of a
// record: the rest is then to be read from f itself.
//
// The lines of a part count from 1. What part held is dropped and its buffer
// used again.
func (f *Framer) Cut(ctx context.Context, size int, part *Framer) bool {
	in := &f.in
	if f.err == nil && !in.opened && !in.open(ctx) {
		f.fault()
	}
	if f.err != nil {
		return false
	}
	if f.form == Auto {
		f.choose(ctx)
	}
	if f.form != Lines {
		return false
	}
	for want := size; ; want += size {
		if len(in.buf) < want {
			in.resize(make([]byte, want))
		}
		for in.end-in.start < want && in.more(ctx) {
		}
		window := in.window()
		if in.err != nil {
			f.give(len(window), part)
			return true
		}
		if n := bytes.LastIndexByte(window, '\n') + 1; n > 0 {
			f.give(n, part)
			return true
		}
		if want > f.o.RecordBytes {
			return false
		}
	}
}

// give makes part a Framer of the first n bytes of the window.
func (f *Framer) give(n int, part *Framer) {
	in, free := &f.in, part.in.buf
	*part = Framer{in: *in, o: f.o, form: f.form}
	p := &part.in
	p.r, p.end, p.err, p.mark = nil, in.start+n, io.EOF, false
	if in.err != nil {
		p.err = in.err
		f.err = io.EOF
	}
	left := in.buf[in.start+n : in.end]
	if len(free) < len(in.buf) && f.err == nil {
		free = make([]byte, len(in.buf))
	}
	at := in.offset() + int64(n)
	in.buf, in.base = free, at
	in.start, in.end = 0, copy(free, left)
	in.line, in.lineStart = 1, at
}

// Ended reports whether nothing is left to be read: the last part was cut off.
func (f *Framer) Ended() bool { return f.err == io.EOF }

// Lines returns how many line ends were passed.
func (f *Framer) Lines() int { return f.in.line - 1 }
