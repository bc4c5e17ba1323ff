package csvscan

import "bytes"

// A span is where a cell lies in its row. Offsets count from the row's first byte.
type span struct {
	start, end int  // the cell's text, without its quotes
	quoted     bool // it stood in quotes; its opening quote is at start-1
	escaped    bool // it holds doubled or escaped quotes
}

// at is the offset of the cell's first byte, its opening quote included.
func (p span) at() int {
	if p.quoted {
		return p.start - 1
	}
	return p.start
}

type status uint8

const (
	rowDone  status = iota
	needMore        // the row does not end within the bytes given
	rowStray        // a quote stands where none may (strict only)
	rowOpen         // the input ends inside quotes
)

// A split is one row found by [splitter.split].
type split struct {
	status status
	end    int // length of the row without its line end
	next   int // length of the row with its line end
	strays int // quotes taken literally (lax only)
	fault  int // offset of the first stray quote or of the unclosed one
	cells  int // number of cells, also of those not kept
	tight  int // separators without the blank that the dialect puts behind them
	quotes bool
	ascii  bool // it holds no byte above ASCII, as far as is known
}

func (r *split) stray(at int) {
	if r.strays == 0 {
		r.fault = at
	}
	r.strays++
}

// A splitter splits rows of one dialect.
type splitter struct {
	marker
	dialect Dialect
	lax     bool // take stray quotes literally
	max     int  // cells kept of a row
	spans   []span
	filled  []int // those of them that are not empty
}

func newSplitter(d Dialect, lax bool, maxCells int) *splitter {
	return &splitter{marker: newMarker(d), dialect: d, lax: lax, max: maxCells}
}

// split finds the first row of b and keeps its cells in s.spans. With final, b
// reaches to the end of the input; without, the row may go on behind b.
func (s *splitter) split(b []byte, final bool) split {
	s.spans, s.filled = s.spans[:0], s.filled[:0]
	var r split
	var seen uint64
	comma, quote := s.dialect.Comma, s.dialect.Quote
	i := 0
	for {
		if s.dialect.Blank && i > 0 && i < len(b) {
			if b[i] == ' ' {
				i++
			} else {
				r.tight++
			}
		}
		cell := span{start: i}
		if i < len(b) && b[i] == quote {
			r.quotes = true
			i++
			cell = span{start: i, quoted: true}
			open := i - 1
		quoted:
			for {
				j, escaped := s.nextQuote(b[i:])
				cell.escaped = cell.escaped || escaped
				if j < 0 {
					r.status, r.fault = needMore, open
					if final {
						r.status, r.end, r.next = rowOpen, len(b), len(b)
					}
					return r
				}
				i += j + 1
				cell.end = i - 1
				switch {
				case i == len(b):
					if !final {
						r.status, r.fault = needMore, open
						return r
					}
					break quoted
				case b[i] == comma, b[i] == '\n', b[i] == '\r':
					break quoted
				case b[i] == quote && s.dialect.Escape == 0:
					cell.escaped = true
					i++
				case !s.lax:
					r.status, r.fault = rowStray, i-1
					return r
				default:
					cell.escaped = true
					r.stray(i - 1)
				}
			}
		} else {
			for {
				if i < len(b) && b[i] != comma {
					i, seen = s.bare(b, i, seen)
				}
				if i == len(b) || b[i] != quote {
					break
				}
				if !s.lax {
					r.status, r.fault = rowStray, i
					return r
				}
				r.stray(i)
				i++
			}
			if i == len(b) && !final {
				r.status, r.fault = needMore, -1
				return r
			}
			cell.end = i
		}
		r.cells++
		if len(s.spans) < s.max {
			if cell.end > cell.start {
				s.filled = append(s.filled, len(s.spans))
			}
			s.spans = append(s.spans, cell)
		}
		if i < len(b) && b[i] == comma {
			i++
			continue
		}
		r.end, r.next = i, i
		r.ascii = !r.quotes && seen&highs == 0
		if i < len(b) {
			r.next++
			if b[i] == '\r' && i+1 < len(b) && b[i+1] == '\n' {
				r.next++
			}
		}
		return r
	}
}

// nextQuote returns the offset of the next quote that is not escaped, and
// whether an escape was passed on the way.
func (s *splitter) nextQuote(b []byte) (int, bool) {
	if s.dialect.Escape == 0 {
		return bytes.IndexByte(b, s.dialect.Quote), false
	}
	escaped := false
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case s.dialect.Escape:
			escaped = true
			i++
		case s.dialect.Quote:
			return i, escaped
		}
	}
	return -1, escaped
}

// Unescape appends the text of a quoted cell to dst: doubled quotes become one,
// lone ones stay.
func (d Dialect) Unescape(dst, cell []byte) []byte {
	special := d.Quote
	if d.Escape != 0 {
		special = d.Escape
	}
	for {
		i := bytes.IndexByte(cell, special)
		if i < 0 || i+1 == len(cell) {
			return append(dst, cell...)
		}
		next := cell[i+1]
		if next != d.Quote && next != special { // it stands for itself
			dst = append(dst, cell[:i+1]...)
			cell = cell[i+1:]
			continue
		}
		dst = append(append(dst, cell[:i]...), next)
		cell = cell[i+2:]
	}
}

// lineEnds counts the line ends in b: LF, CRLF and CR are one each.
func lineEnds(b []byte) int {
	n := bytes.Count(b, []byte{'\n'})
	if bytes.IndexByte(b, '\r') >= 0 {
		n += bytes.Count(b, []byte{'\r'}) - bytes.Count(b, []byte("\r\n"))
	}
	return n
}

// firstLine returns the length of b's first line without and with its end.
func firstLine(b []byte) (end, next int) {
	i := bytes.IndexAny(b, "\r\n")
	switch {
	case i < 0:
		return len(b), len(b)
	case b[i] == '\r' && i+1 < len(b) && b[i+1] == '\n':
		return i, i + 2
	}
	return i, i + 1
}
