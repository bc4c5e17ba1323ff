package csvscan

import (
	"bytes"
	"fmt"

	"github.com/rescuetally/rescuetally/incident"
)

// A Dialect is how a file separates and quotes its cells.
type Dialect struct {
	Comma    byte   // separator; 0 asks for it to be found
	Quote    byte   // quote; 0 stands for "
	Escape   byte   // what stands before a quote inside quotes; 0: the quote is doubled
	Blank    bool   // one blank after each separator is not part of the cell
	RowEnd   string // "\n", "\r\n", "\r" or "mixed", as far as was read; "" before the first line end
	Preamble int    // lines before the first row that were skipped
	BOM      bool   // the file starts with a UTF-8 byte order mark
	Sep      bool   // the file starts with a line such as sep=;
}

// A Row is one row of a file. It and everything in it are valid until the next
// call of [Scanner.Next].
type Row struct {
	Raw     []byte   // the row as it stands in the file, without its line end
	Line    int      // of the first byte, from 1
	Column  int      // of the first byte in its line, in bytes, from 1
	Offset  int64    // of the first byte in the file
	Ended   bool     // a line end follows
	Repairs []Repair // what was repaired (lenient level only)
	spans   []span
	filled  []int
	dialect *Dialect
	ascii   bool     // as far as is known
	cr      bool     // a lone CR ends a line
	fields  [][]byte // the cells' texts, once they were asked for
	text    []byte   // of those that held escapes
}

// Len returns the number of cells.
func (r *Row) Len() int { return len(r.spans) }

// Filled returns the numbers of the cells that are not empty.
func (r *Row) Filled() []int { return r.filled }

// Span returns where the text of cell i stands in Raw, without its quotes, and
// whether it holds escapes, which [Dialect.Unescape] takes away.
func (r *Row) Span(i int) (from, to int, escaped bool) {
	p := &r.spans[i]
	return p.start, p.end, p.escaped
}

// Fields returns the cells' texts.
func (r *Row) Fields() [][]byte {
	if len(r.fields) == 0 {
		r.text = r.text[:0]
		for _, p := range r.spans {
			cell := r.Raw[p.start:p.end:p.end]
			if p.escaped {
				n := len(r.text)
				r.text = r.dialect.Unescape(r.text, cell)
				cell = r.text[n:len(r.text):len(r.text)]
			}
			r.fields = append(r.fields, cell)
		}
	}
	return r.fields
}

// Quoted reports whether cell i stood in quotes.
func (r *Row) Quoted(i int) bool { return r.spans[i].quoted }

// At returns where cell i starts in the file, its opening quote included: line
// and column from 1, column in bytes, and the offset in bytes.
func (r *Row) At(i int) (line, column int, offset int64) { return r.place(r.spans[i].at()) }

func (r *Row) place(at int) (line, column int, offset int64) {
	return place(r.Raw, at, r.Line, r.Column, r.Offset, r.cr)
}

// Place returns where a cell starts in a row that was kept: raw is its
// [Row.Raw], and the position is that of its first byte. A cell that the row does
// not have has the row's own place.
func (s *Scanner) Place(raw []byte, cell, line, column int, offset int64) (int, int, int64) {
	sp := newSplitter(s.config.Dialect, false, cell+1)
	sp.split(raw, true)
	if cell >= len(sp.spans) {
		return line, column, offset
	}
	return place(raw, sp.spans[cell].at(), line, column, offset, s.cr)
}

// place turns an offset in raw, which starts at the given position, into a
// position. A line ends with LF and, when cr is set, with a lone CR.
func place(raw []byte, at, line, column int, offset int64, cr bool) (int, int, int64) {
	at = min(at, len(raw))
	before := raw[:at]
	start := 0
	if cr {
		for i := range before {
			if raw[i] == '\n' || raw[i] == '\r' && (i+1 >= len(raw) || raw[i+1] != '\n') {
				line, column, start = line+1, 1, i+1
			}
		}
	} else if n := bytes.Count(before, []byte{'\n'}); n > 0 {
		line, column, start = line+n, 1, bytes.LastIndexByte(before, '\n')+1
	}
	return line, column + at - start, offset + int64(at)
}

// A Fault is what is wrong with a row or with the whole input, and where. It
// never holds a text of the file.
type Fault struct {
	Code    incident.Code
	Message string
	Line    int      // from 1
	Column  int      // from 1, in bytes
	Offset  int64    // from 0
	Fatal   bool     // nothing after it can be read
	Fields  [][]byte // the row's cells before the fault, as far as they are known; valid until the next call of Next
	Err     error    // the reader's error, when that was the fault
}

// Error returns the fault on one line.
func (f *Fault) Error() string {
	if f.Err != nil {
		return fmt.Sprintf("csv: line %d: reading: %v", f.Line, f.Err)
	}
	return fmt.Sprintf("csv: line %d, column %d: %s [%s]", f.Line, f.Column, f.Message, f.Code)
}

// Unwrap returns the reader's error.
func (f *Fault) Unwrap() error { return f.Err }

// A Repair is something that the lenient level read in another way than it stands.
type Repair struct {
	Code    incident.Code
	Message string
	Line    int
	Column  int
	Offset  int64
}

// Cells returns the cells of a row that was kept, which is its [Row.Raw].
func (d Dialect) Cells(raw []byte) [][]byte {
	sp := newSplitter(d, false, len(raw)+1)
	sp.split(raw, true)
	return cells(raw, sp)
}
