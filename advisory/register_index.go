package advisory

import (
	"cmp"
	"hash/maphash"
	"slices"
)

// keyIndex finds the numbers that were added with a key, by hash: a table of
// the first number of each hash, and for each number the next of the same.
type keyIndex struct {
	hashes []uint32 // of each number; 0: none
	table  []uint32 // 1 + a number; 0: free
	next   []uint32 // 1 + a number; 0: the last
}

// build makes the table when all hashes are known.
func (x *keyIndex) build() {
	size := 16
	for size < len(x.hashes)+len(x.hashes)/2 {
		size *= 2
	}
	x.table, x.next = make([]uint32, size), make([]uint32, len(x.hashes))
	for i, h := range x.hashes {
		if h == 0 {
			continue
		}
		place := x.place(h)
		x.next[i], x.table[place] = x.table[place], uint32(i+1)
	}
}

// place returns where the numbers of a hash begin, or the free place for them.
func (x *keyIndex) place(hash uint32) int {
	mask := len(x.table) - 1
	place := int(hash) & mask
	for x.table[place] != 0 && x.hashes[x.table[place]-1] != hash {
		place = (place + 1) & mask
	}
	return place
}

// each calls f with the numbers of a hash until it returns false.
func (x *keyIndex) each(hash uint32, f func(uint32) bool) {
	if len(x.table) == 0 || hash == 0 {
		return
	}
	for i := x.table[x.place(hash)]; i != 0; i = x.next[i-1] {
		if !f(i - 1) {
			return
		}
	}
}

// hash32 is a hash that is never 0, which stands for none.
func hash32(seed maphash.Seed, key []byte) uint32 {
	h := maphash.Bytes(seed, key)
	return max(uint32(h^h>>32), 1)
}

// wordTable numbers the sounds of words.
type wordTable struct {
	seed   maphash.Seed
	table  []uint32 // 1 + a number; 0: free
	hashes []uint32
	starts []uint32 // where each begins in text; one more than there are words
	text   []byte
}

func (t *wordTable) len() int { return len(t.hashes) }

func (t *wordTable) word(i uint32) []byte { return t.text[t.starts[i]:t.starts[i+1]] }

// find returns a word's number, or the free place for it.
func (t *wordTable) find(word []byte) (number uint32, place int, ok bool) {
	if len(t.table) == 0 {
		return 0, 0, false
	}
	return t.findHash(word, hash32(t.seed, word))
}

func (t *wordTable) findHash(word []byte, hash uint32) (number uint32, place int, ok bool) {
	mask := len(t.table) - 1
	for place = int(hash) & mask; t.table[place] != 0; place = (place + 1) & mask {
		if i := t.table[place] - 1; t.hashes[i] == hash && string(t.word(i)) == string(word) {
			return i, place, true
		}
	}
	return 0, place, false
}

// add returns a word's number, a new one when it has none.
func (t *wordTable) add(word []byte) uint32 {
	if 2*(t.len()+1) > len(t.table) {
		t.grow()
	}
	hash := hash32(t.seed, word)
	i, place, ok := t.findHash(word, hash)
	if !ok {
		i = uint32(t.len())
		t.hashes, t.text = append(t.hashes, hash), append(t.text, word...)
		t.starts = append(t.starts, uint32(len(t.text)))
		t.table[place] = i + 1
	}
	return i
}

func (t *wordTable) grow() {
	if len(t.starts) == 0 {
		t.starts = append(t.starts, 0)
	}
	t.table = make([]uint32, max(1<<10, 2*len(t.table)))
	mask := len(t.table) - 1
	for i, hash := range t.hashes {
		place := int(hash) & mask
		for t.table[place] != 0 {
			place = (place + 1) & mask
		}
		t.table[place] = uint32(i + 1)
	}
}

// doubled returns s with room for one more, and for as many again when there
// was none: append by itself would copy large slices oftener.
func doubled(s []uint32) []uint32 {
	if len(s) < cap(s) {
		return s
	}
	return slices.Grow(s, max(len(s), 1<<10))
}

// lists are lists of numbers, one after the other.
type lists struct{ starts, items []uint32 }

func (l *lists) at(i uint32) []uint32 { return l.items[l.starts[i]:l.starts[i+1]] }

// invert makes, of which items each list has, in which lists each of n items
// is. An item that a list has twice is entered twice.
func (l *lists) invert(n int) lists {
	to := lists{starts: make([]uint32, n+2), items: make([]uint32, len(l.items))}
	for _, item := range l.items {
		to.starts[item+2]++
	}
	for i := 2; i < len(to.starts); i++ {
		to.starts[i] += to.starts[i-1]
	}
	for list := range len(l.starts) - 1 {
		for _, item := range l.items[l.starts[list]:l.starts[list+1]] {
			to.items[to.starts[item+1]] = uint32(list)
			to.starts[item+1]++
		}
	}
	to.starts = to.starts[:n+1]
	return to
}

// nameIndex finds names by their words and as a whole.
type nameIndex struct {
	seed    maphash.Seed
	words   wordTable
	wordsOf lists    // the words of each name
	namesOf lists    // the names of each word
	owner   []uint32 // the entry of each name
	common  []bool   // of each word
	whole   keyIndex // names by their sound without spaces
	grams   lists    // words by three letters, for words that are misspelt
}

const gramTable = 1 << 15

// add adds a folded name of an entry.
func (x *nameIndex) add(n *foldedName, entry uint32) {
	if len(x.wordsOf.starts) == 0 {
		x.wordsOf.starts = append(x.wordsOf.starts, 0)
	}
	for i := range n.count {
		word := x.words.add(n.indexed(i))
		if int(word) == len(x.common) {
			x.common = append(x.common, n.words[i].common)
		}
		x.wordsOf.items = append(doubled(x.wordsOf.items), word)
	}
	x.wordsOf.starts = append(doubled(x.wordsOf.starts), uint32(len(x.wordsOf.items)))
	x.owner = append(doubled(x.owner), entry)
	hash := uint32(0)
	if n.count > 0 {
		hash = hash32(x.seed, n.sound)
	}
	x.whole.hashes = append(doubled(x.whole.hashes), hash)
}

// indexed is what a word is indexed as: its sound, common words apart.
func (n *foldedName) indexed(i int) []byte {
	if n.words[i].common {
		return n.text[n.words[i].start-1 : n.words[i].end] // with the mark that addCommon left
	}
	return n.sounds(i)
}

// build makes the index when all names are known.
func (x *nameIndex) build() {
	x.whole.build()
	if len(x.wordsOf.starts) == 0 {
		return
	}
	x.namesOf = x.wordsOf.invert(x.words.len())
	grams := lists{starts: make([]uint32, 1, x.words.len()+1)}
	for i := range uint32(x.words.len()) {
		if !x.common[i] {
			grams.items = appendGrams(grams.items, x.words.word(i))
		}
		grams.starts = append(grams.starts, uint32(len(grams.items)))
	}
	x.grams = grams.invert(gramTable)
}

// appendGrams appends the numbers of a word's runs of three letters, with an
// end at either side, each once.
func appendGrams(dst []uint32, word []byte) []uint32 {
	if len(word) < 3 {
		return dst
	}
	start := len(dst)
	for i := -1; i < len(word)-1; i++ {
		var g uint32
		for j := i; j < i+3; j++ {
			c := byte(0)
			if j >= 0 && j < len(word) {
				c = word[j]
			}
			g = g<<8 | uint32(c)
		}
		g = g * 0x9e3779b1 >> 17
		if !slices.Contains(dst[start:], g) {
			dst = append(dst, g)
		}
	}
	return dst
}

// near appends the words that are one or two letters from a word. full is false
// when there were too many to look at.
func (x *nameIndex) near(dst []uint32, word []byte, budget *int) (found []uint32, full bool) {
	most := mostEdits(len(word) + 2) // as many as in the longest word that may be meant
	var own [maxNameWord * 2]uint32
	grams := appendGrams(own[:0], word)
	if len(grams) == 0 || len(x.grams.starts) == 0 {
		return dst, true
	}
	slices.SortFunc(grams, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(len(x.grams.at(a)), len(x.grams.at(b))), cmp.Compare(a, b))
	})
	// An edit changes three runs at most, so that one of the rarest 3·most+1 is left.
	for _, g := range grams[:min(len(grams), 3*most+1)] {
		list := x.grams.at(g)
		if *budget -= len(list); *budget < 0 {
			return dst, false
		}
		for _, i := range list {
			w := x.words.word(i)
			if len(w) < len(word)-most || len(w) > len(word)+most || slices.Contains(dst, i) {
				continue
			}
			if n := max(len(w), len(word)); soundEdits(w, word, mostEdits(n)) <= mostEdits(n) {
				dst = append(dst, i)
			}
		}
	}
	return dst, true
}
