package jsonscan

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/rescuetally/rescuetally/incident"
)

// A Form says how records stand in an input.
type Form uint8

// The forms. Auto takes an input that starts with [ as a Document. One that
// starts with { is Lines if the first line is a whole value or is no part of a
// printed document (it ends inside a string, or the input ends with it), and a
// Document otherwise. Anything else is Lines.
const (
	Auto     Form = iota
	Document      // one array, whose elements are the records, or one record
	Lines         // one record a line (NDJSON); each may have RS in front (RFC 7464)
)

// FrameOptions are a Framer's form and limits; the limits are used as they are.
type FrameOptions struct {
	Form        Form
	Bytes       int64 // of the input
	RecordBytes int   // of a record, without white space and RS around it in a Document, without RS, CR and LF in Lines
	Depth       int   // of a record of a Document; a Scanner has its own
}

// A Frame is the text of one record and where it starts in the input.
type Frame struct {
	Data   []byte // good until the next call
	Offset int64  // in bytes from the start of the input, a byte order mark included
	Line   int    // from 1; lines end with LF
	Column int    // from 1, in bytes, a byte order mark not counted
}

// Position returns where the byte at offset of the frame's text stands.
func (f Frame) Position(offset int) (line, column int, at int64) {
	before := f.Data[:min(max(offset, 0), len(f.Data))]
	line, column = f.Line, f.Column+len(before)
	if n := bytes.Count(before, newline); n > 0 {
		line, column = line+n, len(before)-bytes.LastIndexByte(before, '\n')
	}
	return line, column, f.Offset + int64(len(before))
}

// Where a Document's reader stands.
const (
	atStart = iota
	atFirst // element of the array, or its end
	atNext  // comma, or the array's end
	atEnd
)

// recordSeparator is RS of RFC 7464.
const recordSeparator = 0x1E

var newline = []byte{'\n'} // read only

// A Framer cuts an input into records. It holds one record at a time and at
// most the limit of one, and never reads after the reader reported an error.
type Framer struct {
	in    input
	o     FrameOptions
	form  Form // Auto until the first bytes are seen
	stage uint8
	array bool
	blank int64
	err   error // final
}

// NewFramer returns a Framer that reads r.
func NewFramer(r io.Reader, o FrameOptions) *Framer {
	return &Framer{in: newInput(r, o), o: o}
}

// Form returns the form found by the first call of Next: Document or Lines.
func (f *Framer) Form() Form { return f.form }

// IsArray reports whether the records are elements of one array, so that broken
// syntax in one of them breaks the whole.
func (f *Framer) IsArray() bool { return f.array }

// ByteOrderMark reports whether the input starts with one; it was left out.
func (f *Framer) ByteOrderMark() bool { return f.in.mark }

// Blank returns how many blank lines were passed over in Lines.
func (f *Framer) Blank() int64 { return f.blank }

// Next returns the next record's text, unchecked except for its extent. At the
// end the error is io.EOF. An [*Error] that is not Fatal concerns one record,
// which was passed over, and comes with a Frame that has no Data. Any other
// error is final and wraps the reader's or the context's.
func (f *Framer) Next(ctx context.Context) (Frame, error) {
	if f.err != nil {
		return Frame{}, f.err
	}
	if !f.in.opened && !f.in.open(ctx) {
		return f.fault()
	}
	if f.form == Auto {
		f.choose(ctx)
	}
	if f.form == Document {
		return f.element(ctx)
	}
	return f.line(ctx)
}

// choose settles the form.
func (f *Framer) choose(ctx context.Context) {
	f.form = f.o.Form
	if f.form != Auto {
		return
	}
	before := f.in.line
	f.form = Lines
	switch f.peek(ctx) {
	case '[':
		f.form = Document
	case '{':
		if f.printed(ctx) {
			f.form = Document
		}
	}
	if f.form == Lines {
		f.blank += int64(f.in.line - before)
	}
}

// printed reports whether the object here spans lines as a printed document
// does. It looks no further than the first line and the limit of a record.
func (f *Framer) printed(ctx context.Context) bool {
	var v extent
	for i := 0; ; {
		window := f.in.window()
		for ; i < len(window) && i <= f.o.RecordBytes; i++ {
			if window[i] == '\n' {
				return !v.inString
			}
			if v.step(window[i]) {
				return false
			}
		}
		if i > f.o.RecordBytes || !f.in.more(ctx) {
			return false
		}
	}
}

// line returns the next line that is not blank.
func (f *Framer) line(ctx context.Context) (Frame, error) {
	for seen := 0; ; {
		window := f.in.window()
		for len(window) > 0 && window[0] == recordSeparator {
			window = window[1:]
			f.in.pass(1)
		}
		n := bytes.IndexByte(window[seen:], '\n')
		switch {
		case n >= 0:
			n += seen + 1
		case len(window)-1 > f.o.RecordBytes: // CR may come on top
			fr := f.frame(0, 0)
			if f.skipLine(ctx) {
				f.blank++
				seen = 0
				continue
			}
			return fr, tooLong(fr)
		case f.in.more(ctx):
			seen = len(window)
			continue
		case f.in.err != io.EOF:
			return f.fault()
		case len(window) == 0:
			return f.end(io.EOF)
		default:
			n = len(window)
		}
		to := n
		if to > 0 && window[to-1] == '\n' {
			to--
		}
		if to > 0 && window[to-1] == '\r' {
			to--
		}
		fr := f.frame(0, to)
		f.in.passLine(n)
		if isBlank(fr.Data) {
			f.blank++
			seen = 0
			continue
		}
		if len(fr.Data) > f.o.RecordBytes {
			fr.Data = nil
			return fr, tooLong(fr)
		}
		return fr, nil
	}
}

func isBlank(b []byte) bool {
	for _, c := range b {
		if c != ' ' && c != '\t' && c != '\r' {
			return false
		}
	}
	return true
}

// skipLine passes over the rest of a line without holding it, and reports whether
// it is blank.
func (f *Framer) skipLine(ctx context.Context) (blank bool) {
	for blank = true; ; {
		window := f.in.window()
		if n := bytes.IndexByte(window, '\n'); n >= 0 {
			blank = blank && isBlank(window[:n])
			f.in.pass(n + 1)
			return blank
		}
		blank = blank && isBlank(window)
		f.in.pass(len(window))
		if !f.in.more(ctx) {
			return blank
		}
	}
}

// element returns the next element of the array, or the one record.
func (f *Framer) element(ctx context.Context) (Frame, error) {
	for {
		c := f.peek(ctx)
		if c == 0 && f.in.empty() {
			switch {
			case f.in.err != io.EOF:
				return f.fault()
			case f.stage == atEnd:
				return f.end(io.EOF)
			case f.stage == atStart:
				return f.fail(incident.CodeJSONUnexpectedEnd, "the input is empty: one value is due")
			}
			return f.fail(incident.CodeJSONUnexpectedEnd, "the array is not closed: fetch the file again")
		}
		switch f.stage {
		case atStart:
			f.stage = atEnd
			if c != '[' {
				return f.value(ctx)
			}
			f.array, f.stage = true, atFirst
			f.in.pass(1)
		case atFirst:
			f.stage = atNext
			if c != ']' {
				return f.value(ctx)
			}
			f.stage = atEnd
			f.in.pass(1)
		case atNext:
			switch c {
			case ',':
				f.in.pass(1)
				if f.peek(ctx) == 0 && f.in.empty() {
					continue // the input ends or fails here
				}
				return f.value(ctx)
			case ']':
				f.stage = atEnd
				f.in.pass(1)
			default:
				return f.fail(incident.CodeJSONSyntax, "a comma or the array's closing bracket is due here")
			}
		case atEnd:
			return f.fail(incident.CodeJSONTrailingData, "remove what follows the value, or read the file as one record a line")
		}
	}
}

// value returns the value that starts at the window's first byte. Its text is
// only checked for brackets that close as many as open.
func (f *Framer) value(ctx context.Context) (Frame, error) {
	start := f.frame(0, 0)
	var v extent
	if !v.starts(f.in.window()[0]) {
		return f.fail(incident.CodeJSONSyntax, "a value is due here")
	}
	var over *Error
	for i := 0; ; {
		window := f.in.window()
		for i += v.idle(window[i:]); i < len(window); i += v.idle(window[i:]) {
			if v.ends(window[i]) {
				return f.cut(start, i, over)
			}
			i++
			if v.step(window[i-1]) {
				return f.cut(start, i, over)
			}
			if v.depth > f.o.Depth && over == nil {
				over = f.tooDeep(i - 1)
				if i > f.o.RecordBytes { // was too long before, however much is read at once
					over = tooLong(start)
				}
			}
		}
		if i > f.o.RecordBytes && over == nil {
			over = tooLong(start)
		}
		if over != nil {
			f.in.pass(i)
			i = 0
		}
		switch {
		case f.in.more(ctx):
		case over != nil:
			return start, over // what the input ends with is the next call's answer
		case f.in.err != io.EOF:
			return f.fault()
		case v.scalar:
			return f.cut(start, i, nil)
		default:
			f.in.pass(i)
			return f.fail(incident.CodeJSONUnexpectedEnd, "the input ends inside a value: fetch the file again")
		}
	}
}

// cut ends the value that start begins at the window's byte i.
func (f *Framer) cut(start Frame, i int, over *Error) (Frame, error) {
	if over == nil && i > f.o.RecordBytes {
		over = tooLong(start)
	}
	fr := f.frame(0, i)
	f.in.pass(i)
	if over != nil {
		return start, over
	}
	return fr, nil
}

// peek passes over white space and returns the byte after it, 0 if there is
// none.
func (f *Framer) peek(ctx context.Context) byte {
	for {
		window := f.in.window()
		for i, c := range window {
			if c != ' ' && c != '\t' && c != '\n' && c != '\r' {
				f.in.pass(i)
				return c
			}
		}
		f.in.pass(len(window))
		if !f.in.more(ctx) {
			return 0
		}
	}
}

// frame returns the window's bytes from from to to.
func (f *Framer) frame(from, to int) Frame {
	line, column, at := f.in.position(from)
	return Frame{Data: f.in.window()[from:to:to], Offset: at, Line: line, Column: column}
}

func tooLong(at Frame) *Error {
	return &Error{
		Code: incident.CodeLimitRecordBytes, Offset: at.Offset, Line: at.Line, Column: at.Column,
		Reason: "the record is longer than Limits.RecordBytes: shorten it, or raise the limit",
	}
}

func (f *Framer) tooDeep(i int) *Error {
	line, column, at := f.in.position(i)
	return &Error{
		Code: incident.CodeJSONTooDeep, Offset: at, Line: line, Column: column,
		Reason: "nest values less deep, or raise Limits.Depth",
	}
}

func (f *Framer) end(err error) (Frame, error) {
	f.err = err
	return Frame{}, err
}

// fail ends the reading with a fault at the window's first byte.
func (f *Framer) fail(code incident.Code, reason string) (Frame, error) {
	line, column, at := f.in.position(0)
	return f.end(&Error{Code: code, Offset: at, Line: line, Column: column, Reason: reason, Fatal: true})
}

// fault ends the reading with the input's error.
func (f *Framer) fault() (Frame, error) {
	if e, ok := errors.AsType[*Error](f.in.err); ok {
		return f.end(e)
	}
	return f.end(fmt.Errorf("read at byte %d: %w", f.in.offset()+int64(len(f.in.window())), f.in.err))
}
