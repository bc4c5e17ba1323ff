package csvscan

import (
	"bytes"
	"io"

	"github.com/rescuetally/rescuetally/incident"
)

// passLine goes on behind the line that holds buf[start+at] and returns the
// fault of a stray quote there.
func (s *Scanner) passLine(at int) error {
	f := s.faultAt(incident.CodeCSVQuote, strayText, at)
	f.Fields = s.row.fields
	s.consume(at)
	for {
		b := s.buf[s.start:s.end]
		if i := bytes.IndexAny(b, "\r\n"); i >= 0 {
			s.endLine(b, i)
			return f
		}
		s.consume(len(b))
		if err := s.fill(); err == io.EOF {
			return f
		} else if err != nil {
			return err
		}
	}
}

// passRow goes on behind a row that is longer than the limit, without holding
// it, and returns its fault.
func (s *Scanner) passRow() error {
	s.row.fields = s.row.fields[:0]
	long := &Fault{Code: incident.CodeLimitRecordBytes, Message: tooLong, Line: s.line, Column: s.column, Offset: s.offset()}
	comma, quote := s.splitter.dialect.Comma, s.splitter.dialect.Quote
	const (
		atCell = iota
		inBare
		inQuotes
		afterQuote
	)
	state := atCell
	var open *Fault
	for {
		b := s.buf[s.start:s.end]
		for i, c := range b {
			switch {
			case state == inQuotes:
				if c == quote {
					state = afterQuote
				}
			case state == afterQuote && c == quote:
				state = inQuotes
			case state == atCell && c == quote:
				open = s.faultAt(incident.CodeCSVUnclosedQuote, unclosed, i)
				state = inQuotes
			case c == comma:
				state = atCell
			case c == '\n' || c == '\r':
				s.consume(i)
				s.endLine(s.buf[s.start:s.end], 0)
				return long
			case state == afterQuote: // the quote did not close the cell
				s.consume(i)
				if f, ok := s.passLine(0).(*Fault); ok && f.Fatal {
					return f
				}
				return open
			default:
				state = inBare
			}
		}
		n := len(b)
		if n > 0 && b[n-1] == '\r' {
			n-- // an LF may follow, and the two are one line end
		}
		s.consume(n)
		if err := s.fill(); err == io.EOF {
			if state == inQuotes {
				return open
			}
			return long
		} else if err != nil {
			return err
		}
	}
}
