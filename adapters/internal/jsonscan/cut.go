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
// record: [Framer.Rest] is then the part.
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
		if in.err != nil && len(window) <= want {
			f.give(len(window), part)
			return true
		}
		if n := bytes.LastIndexByte(window[:min(len(window), want)], '\n') + 1; n > 0 {
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
	left := in.buf[in.start+n : in.end]
	if len(left) == 0 && in.err != nil {
		p.err = in.err
		f.err = io.EOF
	}
	if len(free) < len(in.buf) && f.err == nil {
		free = make([]byte, len(in.buf))
	}
	at := in.offset() + int64(n)
	in.buf, in.base = free, at
	in.start, in.end = 0, copy(free, left)
	in.line, in.lineStart = 1, at
}

// Rest makes part a Framer of all that is left; f is then at its end.
func (f *Framer) Rest(part *Framer) {
	*part = *f
	part.in.mark = false
	*f = Framer{in: input{mark: f.in.mark, opened: true}, o: f.o, form: f.form, array: f.array, err: io.EOF}
}

// Ended reports whether nothing is left to be read.
func (f *Framer) Ended() bool { return f.err == io.EOF }

// Lines returns how many line ends were passed.
func (f *Framer) Lines() int { return f.in.line - 1 }
