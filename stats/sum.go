package stats

import (
	"encoding/binary"
	"math"

	"github.com/rescuetally/rescuetally/incident"
)

// sum adds counts up so that order does not matter: it keeps how many terms
// stated each of best, low and high, and their sums. An overflow sticks.
type sum struct {
	terms int64
	parts [3]partSum // best, low, high
}

type partSum struct {
	stated int64
	total  int64
	over   bool
}

func (s *sum) add(c incident.Count) {
	var t sum
	t.terms = 1
	for i, get := range [...]func() (int64, bool){c.Best, c.Low, c.High} {
		if n, ok := get(); ok {
			t.parts[i] = partSum{stated: 1, total: n}
		}
	}
	s.merge(&t)
}

func (s *sum) merge(t *sum) {
	s.terms += t.terms
	for i := range s.parts {
		p, q := &s.parts[i], &t.parts[i]
		p.stated += q.stated
		if p.over || q.over || p.total > math.MaxInt64-q.total {
			p.over, p.total = true, 0
			continue
		}
		p.total += q.total
	}
}

// count returns what the terms come to and what the sum lost: a best figure or
// a high bound stands only when every term stated one, a low bound when at
// least one did.
func (s *sum) count() (incident.Count, incident.Loss) {
	var has incident.Parts
	var lost incident.Loss
	var n [3]int64
	for i, part := range [...]incident.Parts{incident.HasBest, incident.HasLow, incident.HasHigh} {
		p := s.parts[i]
		switch {
		case p.over:
			lost |= incident.Loss(part) | incident.LostOverflow
		case p.stated == 0:
		case p.stated == s.terms || part == incident.HasLow:
			has |= part
			n[i] = p.total
		default:
			lost |= incident.Loss(part)
		}
	}
	c, err := incident.NewCount(n[0], n[1], n[2], has)
	if err != nil { // cannot be: every term is in order, so the sums are
		return incident.Count{}, lost
	}
	return c, lost
}

func (s *sum) append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(s.terms))
	for _, p := range s.parts {
		b = binary.AppendUvarint(b, uint64(p.stated)<<1|boolBit(p.over))
		b = binary.AppendUvarint(b, uint64(p.total))
	}
	return b
}

func (s *sum) read(r *stateReader) {
	s.terms = r.number()
	for i := range s.parts {
		stated := r.uvarint()
		p := partSum{stated: int64(stated >> 1), over: stated&1 != 0, total: r.number()}
		if p.stated > s.terms || p.over && p.total != 0 || p.stated == 0 && p.total != 0 {
			r.fail()
		}
		s.parts[i] = p
	}
	// The sums of counts in order are in order; others are no state of ours.
	if best, low, high := s.parts[0], s.parts[1], s.parts[2]; !best.over && !low.over && !high.over {
		if best.stated == s.terms && (low.total > best.total || high.stated == s.terms && best.total > high.total) ||
			high.stated == s.terms && low.total > high.total {
			r.fail()
		}
	}
}

func boolBit(v bool) uint64 {
	if v {
		return 1
	}
	return 0
}
