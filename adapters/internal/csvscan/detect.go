package csvscan

import (
	"bytes"
	"io"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// separators are tried in this order; the blank and the colon are found on the
// lenient level only.
const (
	separators        = ",;\t|"
	lenientSeparators = separators + ": "
)

// open reads the start of the input, refuses what is no delimited text, and
// settles the dialect.
func (s *Scanner) open() error {
	d := &s.config.Dialect
	want := sampleSize
	if d.Comma != 0 {
		want = 16
	}
	for s.end < want && s.fill() == nil {
	}
	if err := s.settle(); err != nil {
		if s.readErr != nil && s.readErr != io.EOF {
			return s.readErr // what was read is too little to judge
		}
		return err
	}
	s.splitter = newSplitter(*d, false, s.limits.Fields)
	s.lax = newSplitter(*d, true, s.limits.Fields)
	for range d.Preamble {
		if err := s.dropLine(); err != nil {
			return err
		}
	}
	return nil
}

// settle settles the dialect with what was read so far.
func (s *Scanner) settle() error {
	d := &s.config.Dialect
	b := s.buf[:s.end]
	if f := foreign(b); f != nil {
		return f
	}
	if bytes.HasPrefix(b, []byte("\ufeff")) {
		d.BOM = true
		s.start = 3
		b = b[3:]
	}
	if d.Quote == 0 {
		d.Quote = '"'
	}
	if err := s.sepLine(b); err != nil {
		return err
	}
	b = s.buf[s.start:s.end]
	if d.Comma == 0 {
		if err := s.detect(b); err != nil {
			return err
		}
	} else if d.Comma == d.Quote || d.Comma == '\n' || d.Comma == '\r' || d.Quote == '\n' || d.Quote == '\r' {
		return &Fault{
			Code: incident.CodeCSVDialect, Line: 1, Column: 1, Fatal: true,
			Message: "separator and quote are to be different, and neither a line end",
		}
	}
	return nil
}

// dropLine goes on behind the next line, of any length.
func (s *Scanner) dropLine() error {
	for {
		b := s.buf[s.start:s.end]
		if s.skipLF && len(b) > 0 && b[0] == '\n' {
			s.skipLF = false
			s.start++
			s.line, s.column = s.line+1, 1
			b = b[1:]
		}
		if len(b) > 0 {
			s.lastCR()
		}
		if i := bytes.IndexAny(b, "\r\n"); i >= 0 {
			s.endLine(b, i)
			return nil
		}
		s.consume(len(b))
		if err := s.fill(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// sepLine takes a first line such as sep=; out of the buffer: Excel writes and
// reads it.
func (s *Scanner) sepLine(b []byte) error {
	line, _ := firstLine(b)
	text := bytes.TrimSuffix(bytes.TrimPrefix(b[:line], []byte{'"'}), []byte{'"'})
	if len(text) != 5 || !bytes.EqualFold(text[:4], []byte("sep=")) {
		return nil
	}
	d := &s.config.Dialect
	if strings.IndexByte(separators, text[4]) < 0 || d.Comma != 0 && d.Comma != text[4] {
		return &Fault{
			Code: incident.CodeCSVDialect, Line: 1, Column: 1, Offset: s.offset(), Fatal: true,
			Message: "the line sep= names another separator than comma, semicolon, tab or bar, or than the dialect given",
		}
	}
	d.Comma, d.Sep = text[4], true
	if line == len(b) {
		s.consume(line)
	} else {
		s.endLine(b, line)
	}
	d.RowEnd, s.cr = "", false
	return nil
}

// A shape is how a sample looks when split in one dialect.
type shape struct {
	dialect Dialect
	width   int     // the commonest number of cells among rows of at least two
	share   float64 // of rows that have so many
	strays  int
	tight   int
	rows    int
}

// detect finds the dialect of b, the start of the input.
func (s *Scanner) detect(b []byte) error {
	final := s.readErr == io.EOF
	d := &s.config.Dialect
	if s.config.IsHeader != nil && s.findHeader(b, final) {
		return nil
	}
	if unmistakablyApostrophes(b) {
		d.Quote = '\''
	}
	if s.config.Lenient && backslashes(b, d.Quote) {
		d.Escape = '\\'
	}
	var best, second shape
	for i := range len(lenientSeparators) {
		c := *d
		c.Comma = lenientSeparators[i]
		if i >= len(separators) && (!s.config.Lenient || best.share > 0.3) {
			break // colon and blank stand in texts and times: only when nothing else will do
		}
		sh := measure(b, final, c)
		if s.config.Lenient && c.Comma != ' ' {
			c.Blank = true
			if blank := measure(b, final, c); blank.width > 1 && blank.tight == 0 && blank.strays < sh.strays {
				sh = blank // quotes stand behind blanks: they are part of the separator, not of the cells
			}
		}
		switch {
		case sh.better(best):
			best, second = sh, best
		case sh.better(second):
			second = sh
		}
	}
	switch {
	case best.width < 2: // one column, or nothing at all
		best.dialect = *d
		best.dialect.Comma = ','
		best.width = min(1, best.rows)
	case s.config.Lenient:
	case best.share < 0.5, second.width > 1 && !best.certain(second):
		return &Fault{
			Code: incident.CodeCSVDialect, Line: 1, Column: 1, Fatal: true,
			Message: "the separator cannot be told with certainty; state the dialect",
		}
	}
	*d = best.dialect
	s.width = best.width
	d.Preamble = s.preamble(b, final, best)
	return nil
}

// better orders shapes: the more regular first, then the fewer stray quotes,
// then the wider.
func (a shape) better(b shape) bool {
	switch {
	case a.width < 2 || b.width < 2:
		return a.width >= 2 && b.width < 2
	case a.share != b.share:
		return a.share > b.share
	case a.strays != b.strays:
		return a.strays < b.strays
	}
	return a.width > b.width
}

// certain reports whether a, the best shape, leaves b no chance.
func (a shape) certain(b shape) bool {
	return a.share-b.share > 0.15 || a.share > 0.9 && a.width >= 2*b.width
}

// measure splits the sample b in dialect d.
func measure(b []byte, final bool, d Dialect) shape {
	sh := shape{dialect: d}
	strict, lax := newSplitter(d, false, 1), newSplitter(d, true, 1)
	widths := map[int]int{}
	for len(b) > 0 && sh.rows < 1000 {
		r := strict.split(b, final)
		if r.status != rowDone {
			end, next := firstLine(b)
			if next == end && !final && sh.rows > 0 {
				break // the sample ends in this row
			}
			r = lax.split(b[:end], true)
			r.strays++
			r.next = next
		}
		if r.end > 0 {
			sh.rows++
			sh.strays += r.strays
			sh.tight += r.tight
			if r.cells > 1 {
				widths[r.cells]++
			}
		}
		b = b[r.next:]
	}
	for w, n := range widths {
		if n > widths[sh.width] || n == widths[sh.width] && w > sh.width {
			sh.width = w
		}
	}
	if sh.rows > 0 {
		sh.share = float64(widths[sh.width]) / float64(sh.rows)
	}
	return sh
}

// findHeader looks for the row that IsHeader knows among the first lines, under
// each separator. It settles the dialect when exactly one finds it.
func (s *Scanner) findHeader(b []byte, final bool) bool {
	var found Dialect
	n := 0
	for i := range len(separators) {
		for _, quote := range [...]byte{'"', '\''} {
			d := s.config.Dialect
			d.Comma, d.Quote = separators[i], quote
			rest := b
			for line := 0; line < 50 && len(rest) > 0; line++ {
				end, next := firstLine(rest)
				if next == len(rest) && !final && end == next {
					break
				}
				sp := newSplitter(d, false, s.limits.Fields)
				r := sp.split(rest[:end], true)
				if r.status != rowDone { // a name in quotes may go on in the next line
					sp = newSplitter(d, false, s.limits.Fields)
					r = sp.split(rest, final)
				}
				if r.status == rowDone && s.config.IsHeader(cells(rest, sp)) {
					if n == 0 || found.Comma != d.Comma || found.Preamble != line {
						n++
						found = d
						found.Preamble = line
					}
					break
				}
				rest = rest[next:]
			}
		}
	}
	if n == 1 {
		s.config.Dialect = found
	}
	return n == 1
}

func cells(b []byte, sp *splitter) [][]byte {
	var out [][]byte
	for _, p := range sp.spans {
		cell := b[p.start:p.end]
		if p.escaped {
			cell = sp.dialect.Unescape(nil, cell)
		}
		out = append(out, cell)
	}
	return out
}

// preamble counts the lines before the table: rows of one cell where the table
// has more, rows of blank cells, and rows with one filled cell among blank ones
// when a blank row stands between them and the table.
func (s *Scanner) preamble(b []byte, final bool, sh shape) int {
	if sh.width < 2 || sh.rows < 2 {
		return 0
	}
	sp := newSplitter(sh.dialect, true, s.limits.Fields)
	lines, doubt := 0, -1 // lines passed; lines before the first row that may be the table's
	for lines < 50 && len(b) > 0 {
		r := sp.split(b, final)
		if r.status != rowDone {
			break
		}
		filled := 0
		for _, p := range sp.spans {
			if p.end > p.start {
				filled++
			}
		}
		switch {
		case filled > 1 && doubt >= 0:
			return doubt
		case filled > 1:
			return lines
		case filled == 0:
			doubt = -1
		case r.cells > 1 && doubt < 0:
			doubt = lines
		}
		lines += lineEnds(b[:r.next])
		b = b[r.next:]
	}
	return 0
}
