package csvscan

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/adapters/internal/encoding"
	"github.com/rescuetally/rescuetally/incident"
)

// A Config says how to read.
type Config struct {
	Dialect Dialect // zero Comma: found from the first 32 KiB
	Lenient bool
	Limits  incident.Limits // Bytes, RecordBytes and Fields are used

	// Unverified leaves it to the caller to see whether rows are UTF-8: by
	// [Scanner.Verify], or by looking at their cells.
	Unverified bool

	// IsHeader, when set, says whether a row is the header that is looked for:
	// where exactly one separator makes a header of a line, the dialect is
	// certain and the lines before are a preamble.
	IsHeader func(fields [][]byte) bool
}

const (
	chunkSize  = 64 << 10
	sampleSize = 32 << 10
)

// A Scanner reads rows from an input.
type Scanner struct {
	r      io.Reader
	config Config
	limits incident.Limits

	buf        []byte
	start, end int   // buf[start:end] is read but not yet handed out
	read       int64 // bytes read so far
	readErr    error // sticky

	opened   bool
	fatal    error
	splitter *splitter // strict
	cutter   *splitter // of Cut
	cutRows  [2]Row
	lax      *splitter // takes stray quotes literally
	width    int       // cells a row of the table has (lenient), 0 when not known
	column   int       // of buf[start]
	line     int
	blank    int64
	cr       bool // the first row ends with a lone CR
	skipLF   bool // the row before ended with a CR at the end of the buffer
	row      Row
}

// New returns a Scanner that reads r. It reads nothing yet.
func New(r io.Reader, c Config) *Scanner {
	return &Scanner{r: r, config: c, limits: c.Limits.WithDefaults(), line: 1, column: 1}
}

// Dialect returns the dialect in use. Before the first call of [Scanner.Next] it
// is the one given; RowEnd grows with what is read.
func (s *Scanner) Dialect() Dialect { return s.config.Dialect }

// Blank returns the number of blank lines passed so far.
func (s *Scanner) Blank() int64 { return s.blank }

// offset is the file offset of buf[start].
func (s *Scanner) offset() int64 { return s.read - int64(s.end-s.start) }

// Next returns the next row. The error is io.EOF at the end of the input and
// otherwise a [*Fault]: unless it is Fatal, it concerns one row only and the
// next call returns the row after it.
func (s *Scanner) Next() (*Row, error) {
	if s.fatal != nil {
		return nil, s.fatal
	}
	if !s.opened {
		s.opened = true
		if err := s.open(); err != nil {
			return nil, s.stop(err)
		}
	}
	for {
		ok, err := s.ready()
		if err != nil {
			return nil, s.stop(err)
		}
		if !ok {
			break
		}
		b := s.buf[s.start:s.end]
		if s.skipLF && b[0] == '\n' {
			s.skipLF = false
			s.setRowEnd("\r\n")
			s.start++
			s.line, s.column = s.line+1, 1
			continue
		}
		s.lastCR()
		if b[0] == '\n' || b[0] == '\r' {
			s.blank++
			s.endLine(b, 0)
			continue
		}
		row, err := s.readRow()
		if err != nil {
			return nil, s.stop(err)
		}
		return row, nil
	}
	s.lastCR()
	return nil, s.stop(io.EOF)
}

// lastCR settles a row end that was a CR at the end of the buffer: no LF follows.
func (s *Scanner) lastCR() {
	if s.skipLF {
		s.skipLF = false
		s.setRowEnd("\r")
		s.loneCR()
	}
}

// ready reports whether at least one byte is at hand.
func (s *Scanner) ready() (bool, error) {
	for s.start == s.end {
		if err := s.fill(); err == io.EOF {
			return false, nil
		} else if err != nil {
			return false, err
		}
	}
	return true, nil
}

func (s *Scanner) stop(err error) error {
	f, ok := err.(*Fault)
	if !ok || f.Fatal {
		s.fatal = err
	}
	if ok && f.Line == 0 { // a fault of reading: the row it broke off is its place
		f.Line, f.Column = s.line, s.column
	}
	return err
}

// readRow reads the row that starts at buf[start], which is no line end.
func (s *Scanner) readRow() (*Row, error) {
	tried := 0 // bytes of which no row could be made
	for {
		b := s.buf[s.start:s.end]
		final := s.readErr == io.EOF
		long := len(b) > s.limits.RecordBytes
		if tried == 0 || final || long || bytes.IndexByte(b[tried:], '\n') >= 0 || bytes.IndexByte(b[tried:], '\r') >= 0 {
			r := s.splitter.split(b, final)
			switch {
			case s.config.Lenient && s.settled(b, r, final):
				return s.repair(b, r, final)
			case s.config.Lenient:
			case r.status == rowStray && r.fault < s.limits.RecordBytes:
				s.keepCells(b)
				return nil, s.passLine(r.fault)
			case r.status == rowOpen && len(b) <= s.limits.RecordBytes:
				s.keepCells(b)
				f := s.faultAt(incident.CodeCSVUnclosedQuote, unclosed, r.fault)
				f.Fields = s.row.fields
				s.consume(len(b))
				return nil, f
			case r.status == rowDone && r.end <= s.limits.RecordBytes:
				return s.finish(b, r, s.splitter)
			}
		}
		if long {
			return nil, s.passRow()
		}
		tried = len(b)
		if err := s.fill(); err != nil && err != io.EOF {
			return nil, err
		}
	}
}

// keepCells copies the cells that were read before a fault, because going on
// behind it may move the buffer.
func (s *Scanner) keepCells(b []byte) {
	row := &s.row
	row.fields, row.text = row.fields[:0], row.text[:0]
	for _, p := range s.splitter.spans {
		n := len(row.text)
		row.text = s.splitter.dialect.Unescape(row.text, b[p.start:p.end])
		row.fields = append(row.fields, row.text[n:len(row.text):len(row.text)])
	}
}

const (
	unclosed  = "the quote opened here is never closed; close it, or double the quotes inside the cell"
	tooLong   = "the row is longer than the limit of a record; raise Limits.RecordBytes if that is meant"
	tooWide   = "the row has more cells than the limit; raise Limits.Fields if that is meant"
	strayText = "a quote stands inside a cell; quote the whole cell and double the quotes inside it"
)

// finish takes the row r of b out of the buffer and checks it.
func (s *Scanner) finish(b []byte, r split, sp *splitter) (*Row, error) {
	row := &s.row
	*row = Row{
		Raw: b[:r.end], Line: s.line, Column: s.column, Offset: s.offset(), Ended: r.next > r.end,
		Repairs: row.Repairs[:0], spans: sp.spans, filled: sp.filled, dialect: &sp.dialect, cr: s.cr, fields: row.fields[:0], text: row.text[:0],
	}
	if s.config.Lenient { // its ways to split keep no account of them
		row.filled = row.filled[:0]
		for i, p := range row.spans {
			if p.end > p.start {
				row.filled = append(row.filled, i)
			}
		}
	}
	if r.quotes {
		s.consume(r.end)
	} else {
		s.start += r.end
		s.column += r.end
	}
	if row.Ended {
		s.endLine(b[r.end:], 0)
	}
	if r.cells > s.limits.Fields {
		return nil, rowFault(row, incident.CodeLimitFields, tooWide, 0)
	}
	row.ascii = r.ascii
	if s.config.Unverified {
		return row, nil
	}
	return row, s.verify(row)
}

// Verify returns a row's fault when it is not UTF-8, and otherwise nil.
func (s *Scanner) Verify(row *Row) *Fault {
	if row.ascii || utf8.Valid(row.Raw) {
		return nil
	}
	at := invalidAt(row.Raw)
	return rowFault(row, incident.CodeTextInvalidUTF8, encoding.Invalid(row.Raw, at), at)
}

// verify is Verify; on the lenient level the fault is a repair.
func (s *Scanner) verify(row *Row) error {
	f := s.Verify(row)
	switch {
	case f == nil:
		return nil
	case s.config.Lenient:
		row.Repairs = append(row.Repairs, Repair{Code: f.Code, Message: f.Message, Line: f.Line, Column: f.Column, Offset: f.Offset})
		return nil
	}
	return f
}

func rowFault(row *Row, code incident.Code, message string, at int) *Fault {
	f := &Fault{Code: code, Message: message, Fields: row.Fields()}
	f.Line, f.Column, f.Offset = row.place(at)
	return f
}

// faultAt is a fault at buf[start+at].
func (s *Scanner) faultAt(code incident.Code, message string, at int) *Fault {
	f := &Fault{Code: code, Message: message}
	f.Line, f.Column, f.Offset = place(s.buf[s.start:s.end], at, s.line, s.column, s.offset(), s.cr)
	return f
}

// endLine takes b up to and including the line end at b[i] out of the buffer.
func (s *Scanner) endLine(b []byte, i int) {
	s.start += i + 1
	s.column += i + 1
	switch {
	case b[i] == '\n':
		s.setRowEnd("\n")
		s.line, s.column = s.line+1, 1
	case i+1 < len(b) && b[i+1] == '\n':
		s.setRowEnd("\r\n")
		s.start++
		s.line, s.column = s.line+1, 1
	case i+1 < len(b) || s.readErr == io.EOF:
		s.setRowEnd("\r")
		s.loneCR()
	default:
		s.skipLF = true // settled when the next byte is known
	}
}

// loneCR counts the line that a CR ended. In a file whose first row ends
// otherwise a lone CR ends a row and no line: editors show none.
func (s *Scanner) loneCR() {
	if s.cr {
		s.line, s.column = s.line+1, 1
	}
}

func (s *Scanner) setRowEnd(end string) {
	d := &s.config.Dialect
	switch d.RowEnd {
	case end, "mixed":
	case "":
		d.RowEnd = end
		s.cr = end == "\r"
	default:
		d.RowEnd = "mixed"
	}
}

// consume takes n bytes out of the buffer and keeps count of lines.
func (s *Scanner) consume(n int) {
	b := s.buf[s.start : s.start+n]
	if bytes.IndexByte(b, '\n') < 0 && !s.cr {
		s.column += n
		s.start += n
		return
	}
	s.line, s.column, _ = place(b, n, s.line, s.column, 0, s.cr)
	s.start += n
}

// fill reads once more. Its error is io.EOF at the end of the input and
// otherwise a fatal [*Fault].
func (s *Scanner) fill() error {
	if s.readErr != nil {
		return s.readErr
	}
	if s.start > 0 && s.end == len(s.buf) {
		s.end = copy(s.buf, s.buf[s.start:s.end])
		s.start = 0
	}
	if s.end == len(s.buf) {
		size := max(chunkSize, 2*len(s.buf))
		if s.limits.RecordBytes < size { // no more than one row and a chunk is ever held
			size = max(len(s.buf)+1, s.limits.RecordBytes+chunkSize)
		}
		s.buf = append(make([]byte, 0, size), s.buf[:s.end]...)[:size]
	}
	room := s.buf[s.end:]
	if left := s.limits.Bytes - s.read; left < int64(len(room)) {
		room = room[:max(left+1, 1)] // one byte more tells a longer input from one that just fits
	}
	for range 100 {
		n, err := s.r.Read(room)
		if n < 0 || n > len(room) {
			n, err = 0, errors.New("the reader returned an impossible count")
		}
		if over := s.read + int64(n) - s.limits.Bytes; over > 0 {
			n -= int(over)
			err = &Fault{
				Code: incident.CodeLimitBytes, Fatal: true, Offset: s.limits.Bytes,
				Message: "the input is longer than the limit; raise Limits.Bytes if that is meant",
			}
		}
		s.end += n
		s.read += int64(n)
		switch _, ours := err.(*Fault); {
		case err == nil || err == io.EOF || ours:
			s.readErr = err
		default:
			s.readErr = &Fault{Offset: s.read, Fatal: true, Err: err}
		}
		if n > 0 {
			return nil
		}
		if s.readErr != nil {
			return s.readErr
		}
	}
	s.readErr = &Fault{Offset: s.read, Fatal: true, Err: io.ErrNoProgress}
	return s.readErr
}
