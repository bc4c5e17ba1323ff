package csvscan

import (
	"bytes"

	"github.com/rescuetally/rescuetally/incident"
)

const (
	mendedText    = "the quotes of this row do not match; it was read as the table's number of cells in the way that leaves the fewest quotes over"
	literalText   = "a quote stands inside a cell and was taken as part of its text"
	separatorText = "the row uses another separator than the table and was read with that"
	countText     = "the row has another number of cells than the table and was left as it is"
	truncatedText = "the last row has no line end while the others have one; the file may have been cut"
)

func (r *Row) repaired(code incident.Code, message string, at int) {
	rep := Repair{Code: code, Message: message}
	rep.Line, rep.Column, rep.Offset = r.place(at)
	r.Repairs = append(r.Repairs, rep)
}

// lookAhead is how far a row with a stray quote may go on behind its line. It
// bounds the work that a file of bad rows makes.
const lookAhead = 64 << 10

// settled reports whether b holds all that [Scanner.repair] looks at, so that
// what it does is the same however the input comes in: the whole row r, or its
// first line and the look-ahead.
func (s *Scanner) settled(b []byte, r split, final bool) bool {
	if r.status == rowDone || final || len(b) > s.limits.RecordBytes {
		return true
	}
	end, next := firstLine(b)
	return r.status == rowStray && next > end && len(b) >= lookAhead
}

// repair makes the best of the row at the start of b, which the strict splitter
// read as r.
func (s *Scanner) repair(b []byte, r split, final bool) (*Row, error) {
	strict := r.status == rowDone && r.end <= s.limits.RecordBytes
	if strict && (s.width < 2 || r.cells == s.width) {
		return s.accept(b, r, s.splitter, "", "", 0)
	}
	end, next := firstLine(b)
	if end > s.limits.RecordBytes || next == end && !final {
		return nil, s.passRow()
	}
	line := b[:end]
	if s.width >= 3 {
		if alt, ok := s.otherSeparator(line); ok {
			alt.next = next
			return s.accept(b, alt, s.lax, incident.CodeCSVDialect, separatorText, 0)
		}
	}
	if s.width >= 2 && (!strict || r.end > end) {
		if spans := s.cheapest(line); spans != nil {
			s.lax.spans = append(s.lax.spans[:0], spans...)
			mended := split{end: end, next: next, cells: s.width, quotes: true}
			return s.accept(b, mended, s.lax, incident.CodeCSVQuote, mendedText, min(r.fault, end))
		}
	}
	if strict {
		return s.accept(b, r, s.splitter, incident.CodeCSVFieldCount, countText, 0)
	}
	ahead := b[:min(len(b), lookAhead, s.limits.RecordBytes)]
	if lax := s.lax.split(ahead, final && len(ahead) == len(b)); lax.status == rowDone && lax.cells == s.width {
		return s.accept(b, lax, s.lax, incident.CodeCSVQuote, literalText, lax.fault)
	}
	// The quotes run away: take the line, and if they still do, every quote literally.
	lax := s.lax.split(line, true)
	if lax.status == rowOpen {
		lax = s.plain(line)
	}
	lax.end, lax.next = end, next
	return s.accept(b, lax, s.lax, incident.CodeCSVQuote, literalText, lax.fault)
}

func (s *Scanner) accept(b []byte, r split, sp *splitter, code incident.Code, message string, at int) (*Row, error) {
	row, err := s.finish(b, r, sp)
	if err != nil {
		return nil, err
	}
	if code != "" {
		row.repaired(code, message, at)
	}
	if !row.Ended && s.config.Dialect.RowEnd != "" {
		row.repaired(incident.CodeFileTruncated, truncatedText, len(row.Raw))
	}
	return row, nil
}

// plain splits line at every separator.
func (s *Scanner) plain(line []byte) split {
	sp := s.lax
	sp.spans = sp.spans[:0]
	r := split{fault: max(bytes.IndexByte(line, sp.dialect.Quote), 0)}
	start := 0
	for i := 0; i <= len(line); i++ {
		if i == len(line) || line[i] == sp.dialect.Comma {
			r.cells++
			if len(sp.spans) < sp.max {
				sp.spans = append(sp.spans, span{start: start, end: i})
			}
			start = i + 1
		}
	}
	return r
}

// otherSeparator splits line with the separators that the table does not use.
// It succeeds where one gives exactly the table's width, with every quote in its
// place and the table's own separator only inside quotes.
func (s *Scanner) otherSeparator(line []byte) (split, bool) {
	own := s.splitter.dialect.Comma
	for i := range len(lenientSeparators) {
		c := lenientSeparators[i]
		if c == own || c == ':' {
			continue
		}
		d := s.splitter.dialect
		d.Comma, d.Blank = c, false
		sp := newSplitter(d, false, s.splitter.max)
		r := sp.split(line, true)
		if r.status != rowDone || r.cells != s.width {
			continue
		}
		clean := true
		for _, p := range sp.spans {
			if !p.quoted && bytes.IndexByte(line[p.start:p.end], own) >= 0 {
				clean = false
			}
		}
		if clean {
			s.lax.spans = append(s.lax.spans[:0], sp.spans...)
			return r, true
		}
	}
	return split{}, false
}

const (
	costStray  = 1 // a quote inside a cell that is not doubled
	costLead   = 2 // a quote at the start of a cell that nothing closes
	costJoint  = 2 // a separator that is missing beside a quote
	workBudget = 100_000
)

// A cut is a place where a line may be cut into cells: before and behind it.
type cut struct {
	before, after int // offsets of the byte behind the left cell and of the right cell's first byte
	cost          int
}

// cheapest cuts line into exactly as many cells as the table has, so that the
// quotes that are out of place cost least. It returns nil when there is no such
// way or too many to try.
func (s *Scanner) cheapest(line []byte) []span {
	d, n := s.splitter.dialect, s.width
	if d.Escape != 0 || d.Blank {
		return nil
	}
	cuts := []cut{{0, 0, 0}}
	for i, c := range line {
		switch {
		case c == d.Comma:
			cuts = append(cuts, cut{i, i + 1, 0})
		case i > 0 && c == d.Quote && line[i-1] != d.Quote && line[i-1] != d.Comma:
			cuts = append(cuts, cut{i, i, costJoint})
		case i > 0 && line[i-1] == d.Quote && c != d.Quote && c != d.Comma:
			cuts = append(cuts, cut{i, i, costJoint})
		}
	}
	cuts = append(cuts, cut{len(line), len(line), 0})
	m := len(cuts)
	if m*m*n > workBudget {
		return nil
	}
	const none = int(^uint(0) >> 1)
	type step struct{ cost, from int }
	best := make([][]step, n+1) // best[k][j]: k cells reach cut j
	for k := range best {
		best[k] = make([]step, m)
		for j := range best[k] {
			best[k][j].cost = none
		}
	}
	best[0][0].cost = 0
	for i := range m - 1 {
		for j := i + 1; j < m; j++ {
			cost, ok := d.cellCost(line[cuts[i].after:max(cuts[j].before, cuts[i].after)])
			if !ok {
				continue
			}
			for k := range n {
				if c := best[k][i].cost; c != none && c+cost+cuts[j].cost < best[k+1][j].cost {
					best[k+1][j] = step{c + cost + cuts[j].cost, i}
				}
			}
		}
	}
	if best[n][m-1].cost == none {
		return nil
	}
	spans := make([]span, n)
	for k, j := n, m-1; k > 0; k-- {
		i := best[k][j].from
		p := span{start: cuts[i].after, end: max(cuts[j].before, cuts[i].after)}
		if d.wrapped(line[p.start:p.end]) {
			p = span{start: p.start + 1, end: p.end - 1, quoted: true, escaped: true}
		}
		spans[k-1] = p
		j = i
	}
	return spans
}

func (d Dialect) wrapped(cell []byte) bool {
	return len(cell) >= 2 && cell[0] == d.Quote && cell[len(cell)-1] == d.Quote
}

// cellCost is what it costs to read cell as one cell, if it can be one.
func (d Dialect) cellCost(cell []byte) (cost int, ok bool) {
	if d.wrapped(cell) {
		run := 0
		for _, c := range cell[1 : len(cell)-1] {
			if c == d.Quote {
				run++
				continue
			}
			cost += run % 2 * costStray
			run = 0
		}
		return cost + run%2*costStray, true
	}
	if bytes.IndexByte(cell, d.Comma) >= 0 {
		return 0, false
	}
	cost = bytes.Count(cell, []byte{d.Quote}) * costStray
	if len(cell) > 0 && cell[0] == d.Quote {
		cost += costLead - costStray
	}
	return cost, true
}
