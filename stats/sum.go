package stats

import (
	"encoding/binary"
	"math"

	"github.com/rescuetally/rescuetally/incident"
)

// sum adds counts up so that order does not matter: it keeps how many terms
// there are, how many of them state best, low and high, and what those come to.
// A total that overflows is −1 from then on.
type sum struct {
	totals [3]int64 // of best, low, high
	stated [3]uint32
	terms  uint32
}

const overflown = -1

var sumParts = [3]incident.Parts{incident.HasBest, incident.HasLow, incident.HasHigh}

// add adds a term. It reports whether the number of terms still fits.
func (s *sum) add(c incident.Count) bool {
	if s.terms == math.MaxUint32 {
		return false
	}
	s.terms++
	if n, ok := c.Best(); ok {
		s.addPart(0, n)
	}
	if n, ok := c.Low(); ok {
		s.addPart(1, n)
	}
	if n, ok := c.High(); ok {
		s.addPart(2, n)
	}
	return true
}

func (s *sum) addPart(i int, n int64) {
	s.stated[i]++ // no more than terms
	if total := s.totals[i]; total == overflown || total > math.MaxInt64-n {
		s.totals[i] = overflown
	} else {
		s.totals[i] = total + n
	}
}

func (s *sum) merge(t *sum) bool {
	if s.terms > math.MaxUint32-t.terms {
		return false
	}
	s.terms += t.terms
	for i := range s.totals {
		s.stated[i] += t.stated[i] // no more than terms
		a, b := s.totals[i], t.totals[i]
		if a == overflown || b == overflown || a > math.MaxInt64-b {
			s.totals[i] = overflown
		} else {
			s.totals[i] = a + b
		}
	}
	return true
}

// count returns what the terms come to and what the sum lost: a best figure or
// a high bound stands only when every term stated one, a low bound when at
// least one did.
func (s *sum) count() (incident.Count, incident.Loss) {
	var has incident.Parts
	var lost incident.Loss
	for i, part := range sumParts {
		switch {
		case s.totals[i] == overflown:
			lost |= incident.Loss(part) | incident.LostOverflow
		case s.stated[i] == 0:
		case s.stated[i] == s.terms || part == incident.HasLow:
			has |= part
		default:
			lost |= incident.Loss(part)
		}
	}
	c, err := incident.NewCount(s.totals[0], s.totals[1], s.totals[2], has)
	if err != nil { // cannot be: every term is in order, so the sums are
		return incident.Count{}, lost
	}
	return c, lost
}

// list returns what the parts of a list come to. A best figure whose bounds the
// sum lost is not "about" that many, which would be read as within 10 %.
func (s *sum) list() incident.Count {
	c, lost := s.count()
	if best, ok := c.Best(); ok && c.Parts() == incident.HasBest && lost != 0 {
		c, _ = incident.NewCount(best, 0, 0, incident.HasBest|incident.HasLow)
	}
	return c
}

func (s *sum) append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(s.terms))
	for i, total := range s.totals {
		if total == overflown {
			b = binary.AppendUvarint(b, uint64(s.stated[i])<<1|1)
			continue
		}
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(s.stated[i])<<1), uint64(total))
	}
	return b
}

func (s *sum) read(r *stateReader) {
	terms := r.number()
	if terms > math.MaxUint32 {
		r.fail()
	}
	s.terms = uint32(terms)
	for i := range s.totals {
		stated := r.uvarint()
		if stated>>1 > uint64(terms) {
			r.fail()
		}
		s.stated[i] = uint32(stated >> 1)
		switch {
		case stated&1 != 0:
			s.totals[i] = overflown
		default:
			s.totals[i] = r.number()
		}
		if s.stated[i] == 0 && s.totals[i] != 0 {
			r.fail()
		}
	}
	// Sums of counts in order are in order; others are no state of ours.
	var has incident.Parts
	for i, part := range sumParts {
		if s.stated[i] == s.terms && s.terms > 0 && s.totals[i] != overflown {
			has |= part
		}
	}
	if _, err := incident.NewCount(s.totals[0], s.totals[1], s.totals[2], has); err != nil {
		r.fail()
	}
}
