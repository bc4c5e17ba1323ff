package csvscan

import (
	"bytes"
	"io"
	"math/bits"
)

// A Cursor reads the filled cells of rows that lie in the buffer, one after the
// other, for a caller who has use for them at once: it keeps no account of a row
// and is faster than [Scanner.Next] by that. What it reads is not taken out of
// the Scanner until [Scanner.Take]. Where it meets anything that is not plainly a
// cell or a row's end it stops, and Next is to be asked from the same place.
type Cursor struct {
	b     []byte // from the first row on
	pos   int    // of the next cell
	cell  int    // its number
	row   int    // where the row starts
	ended bool   // the row's last cell was read, and it is filled
	ends  uint8  // how rows ended: 1 with LF, 2 with CR LF
	comma byte
	quote byte
	*marker

	// Quoted tells that the last cell stood in quotes, and Escaped that it holds
	// escapes, which Dialect.Unescape takes away.
	Quoted, Escaped bool
}

// What a Cursor's Next returns in place of a cell's number.
const (
	RowEnd = -1 // the row has no more filled cells
	Short  = -2 // the row does not end in the buffer
	Unsure = -3 // it is no plain row
)

// Direct returns a Cursor at the next row that is not a blank line. ok is false
// when there is none in the buffer, or when the dialect needs more than a Cursor
// knows.
func (s *Scanner) Direct() (c Cursor, ok bool) {
	d := &s.config.Dialect
	if s.fatal != nil || s.skipLF || s.cr || s.config.Lenient || d.Escape != 0 || d.Blank || s.splitter == nil || !s.splitter.ascii {
		return Cursor{}, false
	}
	for {
		if s.start == s.end && s.fill() != nil {
			return Cursor{}, false
		}
		b := s.buf[s.start:s.end]
		switch {
		case b[0] == '\n', b[0] == '\r' && len(b) > 1 && b[1] == '\n':
			s.blank++
			s.endLine(b, 0)
			continue
		case b[0] == '\r':
			return Cursor{}, false
		}
		return Cursor{b: b, comma: d.Comma, quote: d.Quote, marker: &s.splitter.marker}, true
	}
}

// More reads on, so that a row that did not end in the buffer may. It reports
// false when there is no more, or too much in the buffer already. Cursors and
// what they returned are void then.
func (s *Scanner) More() bool {
	return s.end-s.start <= s.limits.RecordBytes && s.fill() == nil
}

// AtEnd reports whether nothing is left behind the rows that were read.
func (c *Cursor) AtEnd(s *Scanner) bool { return c.pos == len(c.b) && s.readErr == io.EOF }

// Cells returns how many cells there are in the row, when its end was read.
func (c *Cursor) Cells() int { return c.cell }

// Len returns how many bytes the rows have that were read, with their ends.
func (c *Cursor) Len() int { return c.pos }

// Row returns the row whose end was read last, without its end, and where it
// starts behind the Cursor's place.
func (c *Cursor) Row() (raw []byte, start int) {
	end := c.pos - 1
	if c.b[end-1] == '\r' {
		end--
	}
	return c.b[c.row:end:end], c.row
}

// AtBlank reports whether the next line is blank. Those are counted by the Scanner.
func (c *Cursor) AtBlank() bool {
	b := c.b[c.pos:]
	return len(b) > 0 && b[0] == '\n' || len(b) > 1 && b[0] == '\r' && b[1] == '\n'
}

// Differs reports whether the next row certainly has another text in its second
// cell than text, which stood in a cell without quotes, and has some text in its
// first, which is short. It is a quick look at what most rows begin with.
func (c *Cursor) Differs(text []byte) bool {
	b := c.b[c.pos:]
	if len(b) < 16+len(text) || b[0] == c.quote {
		return false
	}
	x := word(b, 0) ^ c.commas
	first := bits.TrailingZeros64((x-ones)&^x&highs) >> 3 // exact for the first one that is found
	if first == 0 || first == 8 || b[first+1] == c.quote {
		return false
	}
	for _, end := range b[:first] {
		if end == '\n' || end == '\r' || end == c.quote {
			return false
		}
	}
	second := b[first+1:]
	if !bytes.Equal(second[:len(text)], text) {
		return true
	}
	next := second[len(text)]
	return next != c.comma && next != '\n' && next != '\r'
}

// Start begins a row.
func (c *Cursor) Start() { c.row, c.cell, c.ended = c.pos, 0, false }

// Next returns the next cell that is not empty, without its quotes, and its
// number, or RowEnd, or Unsure.
func (c *Cursor) Next() (text []byte, number int) {
	b, i, cell := c.b, c.pos, c.cell
	if !c.ended {
		for i <= len(b)-8 {
			n := bits.TrailingZeros64(word(b, i)^c.commas) >> 3
			i, cell = i+n, cell+n
			if n < 8 {
				break
			}
		}
	}
	j := i
	for ; j <= len(b)-8; j += 8 {
		m := c.marks(word(b, j))
		if m == 0 {
			continue
		}
		if j += bits.TrailingZeros64(m) >> 3; b[j] != c.comma || c.ended {
			break
		}
		c.Quoted, c.Escaped = false, false
		c.pos, c.cell = j+1, cell+1
		return b[i:j], cell
	}
	c.pos, c.cell = i, cell
	return c.next(j)
}

// next is Next for other cells than those that end with a comma and are not in
// quotes. There is nothing special before j.
func (c *Cursor) next(j int) (text []byte, number int) {
	b, i := c.b, c.pos
	if !c.ended {
		for i < len(b) && b[i] == c.comma {
			i, c.cell = i+1, c.cell+1
		}
	}
	if i == len(b) {
		return nil, Short
	}
	switch b[i] {
	case '\n', '\r':
		return nil, c.end(i)
	}
	end := 0
	c.Quoted, c.Escaped = false, false
	if b[i] == c.quote {
		c.Quoted = true
		i++
		if end = c.quoted(i); end < 0 {
			return nil, end
		}
		text = b[i:end]
		end++
	} else {
		switch end, _ = c.bare(b, max(i, j), 0); {
		case end == len(b):
			return nil, Short
		case b[end] == c.quote:
			return nil, Unsure
		}
		text = b[i:end]
	}
	number = c.cell
	c.cell++
	if c.pos = end; b[end] == c.comma {
		c.pos++
	} else {
		c.ended = true
	}
	if len(text) == 0 { // empty quotes
		return c.Next()
	}
	return text, number
}

// end passes over the row's end at i.
func (c *Cursor) end(i int) int {
	kind := uint8(1)
	if c.b[i] == '\r' {
		kind = 2
		switch i++; {
		case i == len(c.b):
			return Short
		case c.b[i] != '\n':
			return Unsure
		}
	}
	if !c.ended {
		c.cell++ // an empty one
	}
	c.pos = i + 1
	c.ends |= kind
	return RowEnd
}

// quoted returns the offset of the quote that closes the cell whose text starts
// at i, or Short or Unsure.
func (c *Cursor) quoted(i int) int {
	for {
		n := bytes.IndexByte(c.b[i:], c.quote)
		if n < 0 || i+n+1 == len(c.b) {
			return Short
		}
		i += n + 1
		switch next := c.b[i]; {
		case next == c.quote:
			c.Escaped = true
			i++
		case next == c.comma, next == '\n', next == '\r':
			return i - 1
		default:
			return Unsure
		}
	}
}

// Take takes rows that c has read, n bytes with their ends, out of the buffer.
func (s *Scanner) Take(c *Cursor, n int) {
	if c.ends&1 != 0 {
		s.setRowEnd("\n")
	}
	if c.ends&2 != 0 {
		s.setRowEnd("\r\n")
	}
	s.line, s.column = s.line+bytes.Count(s.buf[s.start:s.start+n], lineEnd), 1
	s.start += n
}

var lineEnd = []byte{'\n'} // read only

// At returns where the byte of c's rows stands that is n bytes behind its place,
// at the start of a row.
func (s *Scanner) At(c *Cursor, n int) (line, column int, offset int64) {
	if n == 0 {
		return s.line, s.column, s.offset()
	}
	return s.line + bytes.Count(c.b[:n], lineEnd), 1, s.offset() + int64(n)
}

// Unread gives the last row back, to be read again.
func (s *Scanner) Unread() {
	row := &s.row
	s.start -= int(s.offset() - row.Offset)
	s.line, s.column, s.skipLF = row.Line, row.Column, false
}
