package stats

import (
	"encoding/binary"
	"hash/maphash"
)

// slab is a list that grows by blocks, so that growing neither copies nor
// leaves half of the memory unused.
type slab[T any] struct {
	blocks [][]T
	n      int
}

const slabBlock = 1 << 10

// add appends a zero T and returns it.
func (s *slab[T]) add() *T {
	if s.n == len(s.blocks)*slabBlock {
		s.blocks = append(s.blocks, make([]T, slabBlock))
	}
	s.n++
	return s.at(s.n - 1)
}

func (s *slab[T]) at(i int) *T { return &s.blocks[i/slabBlock][i%slabBlock] }

// index numbers byte keys, from 0 in the order of their arrival, in little more
// memory than the keys take: blocks of keys, each behind its length, and a hash
// table of numbers.
type index struct {
	seed   maphash.Seed // made with the table
	table  []uint32     // a key's number + 1; 0 is free
	starts slab[keyStart]
	blocks [][]byte
}

// keyStart is where a key's length and bytes stand.
type keyStart struct{ block, offset uint32 }

const keyBlock = 1 << 16

func (x *index) len() int { return x.starts.n }

// key returns the key of a number; it stays valid.
func (x *index) key(i int) []byte {
	at := x.starts.at(i)
	b := x.blocks[at.block][at.offset:]
	n, size := binary.Uvarint(b)
	return b[size : size+int(n)]
}

// find returns the number of a key and whether it has one.
func (x *index) find(key []byte) (int, bool) {
	i, _, ok := x.search(key)
	return i, ok
}

// search returns a key's number, or the free place in the table for it.
func (x *index) search(key []byte) (number, place int, ok bool) {
	if len(x.table) == 0 {
		return 0, 0, false
	}
	mask := len(x.table) - 1
	place = int(maphash.Bytes(x.seed, key)) & mask
	for ; x.table[place] != 0; place = (place + 1) & mask {
		if i := int(x.table[place] - 1); string(x.key(i)) == string(key) {
			return i, place, true
		}
	}
	return 0, place, false
}

// add gives a key that has none a number.
func (x *index) add(key []byte) int {
	_, place, _ := x.search(key)
	return x.addAt(place, key)
}

// addAt is add for a key of which search said where it goes.
func (x *index) addAt(place int, key []byte) int {
	if (x.starts.n+1)*3 > len(x.table)*2 {
		x.grow()
		_, place, _ = x.search(key)
	}
	need := len(key) + binary.MaxVarintLen32
	last := len(x.blocks) - 1
	if last < 0 || cap(x.blocks[last])-len(x.blocks[last]) < need {
		x.blocks = append(x.blocks, make([]byte, 0, max(keyBlock, need)))
		last++
	}
	*x.starts.add() = keyStart{uint32(last), uint32(len(x.blocks[last]))}
	x.blocks[last] = append(binary.AppendUvarint(x.blocks[last], uint64(len(key))), key...)
	x.table[place] = uint32(x.starts.n)
	return x.starts.n - 1
}

func (x *index) grow() {
	if len(x.table) == 0 {
		x.seed = maphash.MakeSeed()
	}
	x.table = make([]uint32, max(16, 2*len(x.table)))
	for i := range x.starts.n {
		_, place, _ := x.search(x.key(i))
		x.table[place] = uint32(i + 1)
	}
}
