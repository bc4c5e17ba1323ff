package advisory

import (
	"bytes"
	"unicode/utf8"
)

// What a score of [CompareNames] means. Scores are whole numbers from 0, nothing
// in common, to 1000, the same.
const (
	// NameSame is the least score of two names of the same words in the same
	// order, however they are written: alone it is enough to find an agency.
	NameSame = 960
	// NameFits is the least score of two names of which one may leave out words
	// that most agencies have: enough beside a licence that matches.
	NameFits = 900
	// NameResembles is the least score of two names that a reader could confuse.
	// It is never enough for a yes, and too much for a no.
	NameResembles = 650
)

const (
	scoreSame     = 1000 // two words of the same letters
	scoreSound    = 980  // two words that sound the same
	scoreSpaced   = 970  // names that differ in spaces alone
	weightTelling = 4
	weightCommon  = 1
)

// CompareNames returns how alike two names of agencies are, from 0 to 1000, the
// same whichever comes first. Names are folded as [NameKey] has it. Each word is
// paired with the one most like it: the same letters count 1000, the same sound
// (Shri and Sri, Noor and Nur, Rashid and Rasheed) 980, one wrong letter in four
// to seven, or two in eight and more, in proportion, and less nothing. Words
// that most agencies have (manpower, overseas) weigh 1, all others 4, and the
// score is the weighted part of both names that is paired.
//
// However high that is, names stay below [NameFits] when a word is paired with
// one of another sound, when the words stand in another order, when each name
// has a word that the other lacks, and when a word is missing that tells
// agencies apart. Names that differ in spaces alone (Sun Shine, Sunshine) count
// 970.
//
// It is safe for concurrent use.
func CompareNames(a, b string) int {
	var x, y foldedName
	x.fold(a)
	y.fold(b)
	return scoreNames(&x, &y)
}

// scoreNames is CompareNames for folded names.
func scoreNames(x, y *foldedName) int {
	if x.count == 0 || y.count == 0 {
		return 0
	}
	if bytes.Equal(x.sound, y.sound) {
		switch {
		case bytes.Equal(x.text, y.text) && x.sameCuts(y):
			return scoreSame
		case x.sameCuts(y):
			return scoreSound
		}
		return scoreSpaced
	}
	p := pairing{x: x, y: y}
	p.run(true)
	p.run(false)
	return p.score()
}

// sameCuts reports whether two names of one sound are cut into words alike.
func (n *foldedName) sameCuts(m *foldedName) bool {
	if n.count != m.count {
		return false
	}
	for i := range n.count {
		if n.words[i].soundEnd != m.words[i].soundEnd {
			return false
		}
	}
	return true
}

// weight is what a word weighs.
func (n *foldedName) weight(i int) int {
	if n.words[i].common {
		return weightCommon
	}
	return weightTelling
}

// latin reports whether all words are of Latin letters and digits.
func (n *foldedName) latin() bool {
	for _, c := range n.text {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// pairing pairs the words of two names.
type pairing struct {
	x, y     *foldedName
	toY, toX [maxNameWords]uint8 // 1 + the word's partner
	sum      int                 // of both names' weights times the likeness of their pairs
	inexact  bool                // a pair is of two sounds
}

// run pairs words of the same sound, in order, or of those that are left the
// likest first.
func (p *pairing) run(exact bool) {
	var like [maxNameWords][maxNameWords]int
	for i := range p.x.count {
		for j := range p.y.count {
			if p.toY[i] == 0 && p.toX[j] == 0 && p.x.words[i].common == p.y.words[j].common {
				like[i][j] = likeness(p.x, i, p.y, j, exact)
			}
		}
	}
	for {
		best, bx, by := 0, 0, 0
		for i := range p.x.count {
			for j := range p.y.count {
				if l := like[i][j]; l > best || l == best && l > 0 && p.before(i, j, bx, by) {
					best, bx, by = l, i, j
				}
			}
		}
		if best == 0 {
			return
		}
		p.toY[bx], p.toX[by] = uint8(by+1), uint8(bx+1)
		p.sum += (p.x.weight(bx) + p.y.weight(by)) * best
		p.inexact = p.inexact || !exact
		like[bx] = [maxNameWords]int{}
		for i := range like {
			like[i][by] = 0
		}
	}
}

// before orders pairs of one likeness by how far apart the words stand, then by
// the sum of their places, so that no name comes first.
func (p *pairing) before(i, j, bx, by int) bool {
	if d, e := abs(i-j), abs(bx-by); d != e {
		return d < e
	}
	if i+j != bx+by {
		return i+j < bx+by
	}
	return min(i, j) < min(bx, by)
}

func abs(n int) int { return max(n, -n) }

func (p *pairing) score() int {
	all, lackX, lackY, lacking := 0, false, false, false
	for i := range p.x.count {
		all += p.x.weight(i)
		if p.toY[i] == 0 {
			lackY = true
			lacking = lacking || !p.x.words[i].common
		}
	}
	for j := range p.y.count {
		all += p.y.weight(j)
		if p.toX[j] == 0 {
			lackX = true
			lacking = lacking || !p.y.words[j].common
		}
	}
	score := p.sum / all
	if p.inexact || lackX && lackY || lacking || p.crossed() {
		return min(score, NameFits-1)
	}
	if lackX || lackY {
		return min(score, NameSame-1)
	}
	return score
}

// crossed reports whether pairs stand in another order.
func (p *pairing) crossed() bool {
	last := uint8(0)
	for i := range p.x.count {
		if to := p.toY[i]; to != 0 {
			if to < last {
				return true
			}
			last = to
		}
	}
	return false
}

// likeness returns how alike two words are; exact asks for the same sound.
func likeness(x *foldedName, i int, y *foldedName, j int, exact bool) int {
	a, b := x.sounds(i), y.sounds(j)
	if bytes.Equal(a, b) {
		if bytes.Equal(x.word(i), y.word(j)) {
			return scoreSame
		}
		return scoreSound
	}
	if exact || x.words[i].common {
		return 0
	}
	long := max(len(a), len(b))
	most := mostEdits(long)
	if edits := soundEdits(a, b, most); edits <= most {
		return scoreSound * (long - edits) / long
	}
	return 0
}

// mostEdits is how many letters may differ in a word of n.
func mostEdits(n int) int {
	switch {
	case n < 4:
		return 0
	case n < 8:
		return 1
	}
	return 2
}

// soundEdits returns how many letters have to be put in, left out or replaced
// to turn a into b, or more than most when it is more.
func soundEdits(a, b []byte, most int) int {
	if abs(len(a)-len(b)) > most {
		return most + 1
	}
	var row [2*maxNameWord + 1]int
	for j := range len(b) + 1 {
		row[j] = j
	}
	for i := range a {
		diagonal, least := row[0], i+1
		row[0] = i + 1
		for j := range b {
			next := diagonal
			if a[i] != b[j] {
				next = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], next
			least = min(least, next)
		}
		if least > most {
			return most + 1
		}
	}
	return row[len(b)]
}
