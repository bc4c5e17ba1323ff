package advisory

import (
	"encoding/binary"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// entryStore keeps entries in little more memory than their texts take: texts
// in blocks of bytes, what a whole list shares once, the rest in records
// without pointers.
type entryStore struct {
	blocks     [][]byte
	records    entryRecords
	lists      []entryList
	listOf     map[entryList]uint32
	capacities []incident.Count
	capacityOf map[incident.Count]uint32
	lastURL    string
	urlAt      uint64
}

// entryList is what the entries of one list share.
type entryList struct {
	authority, country string
	source             incident.Source // without the address
	asOf               incident.Date
}

// entryRecord is an entry in the store.
type entryRecord struct {
	text     uint64 // where licence, name, other names and branches stand, each behind its length
	url      uint64 // where the address stands; 0: none
	content  uint64 // a number made from the texts, to order by
	from, to incident.Date
	list     uint32
	capacity uint32
	status   uint8 // 1 + its place in statuses; a text of its own is never kept
}

const (
	entryBlock   = 1 << 20 // bytes of texts
	recordsBlock = 1 << 12
)

// entryRecords is a list that grows by blocks, so that growing does not copy.
type entryRecords struct {
	blocks [][]entryRecord
	n      int
}

func (s *entryRecords) at(i uint32) *entryRecord {
	return &s.blocks[i/recordsBlock][i%recordsBlock]
}

func (s *entryRecords) add() *entryRecord {
	if s.n == len(s.blocks)*recordsBlock {
		s.blocks = append(s.blocks, make([]entryRecord, recordsBlock))
	}
	s.n++
	return s.at(uint32(s.n - 1))
}

// add stores an entry; nothing of it is kept.
func (s *entryStore) add(e *Entry) {
	need := binary.MaxVarintLen32 * 4
	for _, texts := range [...][]string{{e.Licence, e.Name}, e.AKA, e.Branches} {
		for _, text := range texts {
			need += binary.MaxVarintLen32 + len(text)
		}
	}
	block, at := s.room(need)
	b := appendText(appendText(block[:at], e.Licence), e.Name)
	b = appendTexts(appendTexts(b, e.AKA), e.Branches)
	s.blocks[len(s.blocks)-1] = b
	*s.records.add() = entryRecord{
		text: s.place(at), url: s.url(e.Source.URL), content: contentOf(b[at:]), from: e.ValidFrom, to: e.ValidTo,
		list: s.list(e), capacity: s.count(e.Capacity), status: statusNumber(e.Status),
	}
}

// room returns a block with room for n bytes, and where they may stand.
func (s *entryStore) room(n int) (block []byte, at int) {
	last := len(s.blocks) - 1
	if last < 0 || cap(s.blocks[last])-len(s.blocks[last]) < n {
		s.blocks = append(s.blocks, make([]byte, 1, max(entryBlock, n+1))) // no text stands at 0
		last++
	}
	return s.blocks[last], len(s.blocks[last])
}

// place numbers a place in the last block.
func (s *entryStore) place(at int) uint64 { return uint64(len(s.blocks)-1)<<32 | uint64(at) }

func (s *entryStore) from(place uint64) []byte { return s.blocks[place>>32][uint32(place):] }

func (s *entryStore) url(url string) uint64 {
	if url == "" {
		return 0
	}
	if s.urlAt == 0 || url != s.lastURL {
		block, at := s.room(binary.MaxVarintLen32 + len(url))
		s.blocks[len(s.blocks)-1] = appendText(block, url)
		s.lastURL, s.urlAt = url, s.place(at)
	}
	return s.urlAt
}

// list numbers the list that an entry is of. Most entries are of the same as
// the one before.
func (s *entryStore) list(e *Entry) uint32 {
	l := entryList{authority: e.Authority, country: e.Country, source: e.Source, asOf: e.AsOf}
	l.source.URL = ""
	if n := len(s.lists); n > 0 && s.lists[n-1] == l {
		return uint32(n - 1)
	}
	if i, ok := s.listOf[l]; ok {
		return i
	}
	l.authority, l.country = strings.Clone(l.authority), strings.Clone(l.country)
	l.source.Name, l.source.Kind = strings.Clone(l.source.Name), incident.SourceKind(strings.Clone(string(l.source.Kind)))
	l.source.Lang, l.source.Grade = strings.Clone(l.source.Lang), strings.Clone(l.source.Grade)
	if s.listOf == nil {
		s.listOf = map[entryList]uint32{}
	}
	i := uint32(len(s.lists))
	s.lists, s.listOf[l] = append(s.lists, l), i
	return i
}

// count numbers a capacity; 0 is not stated.
func (s *entryStore) count(c incident.Count) uint32 {
	if c.IsZero() {
		return 0
	}
	if s.capacityOf == nil {
		s.capacityOf, s.capacities = map[incident.Count]uint32{}, make([]incident.Count, 1)
	}
	i, ok := s.capacityOf[c]
	if !ok {
		i = uint32(len(s.capacities))
		s.capacities, s.capacityOf[c] = append(s.capacities, c), i
	}
	return i
}

// entry returns a copy of an entry.
func (s *entryStore) entry(i uint32) *Entry {
	r := s.records.at(i)
	l := &s.lists[r.list]
	e := &Entry{
		Authority: l.authority, Country: l.country, ValidFrom: r.from, ValidTo: r.to, AsOf: l.asOf,
		Source: l.source, Status: numberedStatus(r.status),
	}
	b := s.from(r.text)
	e.Licence, b = cutText(b)
	e.Name, b = cutText(b)
	e.AKA, b = cutTexts(b)
	e.Branches, _ = cutTexts(b)
	if r.url != 0 {
		e.Source.URL, _ = cutText(s.from(r.url))
	}
	if r.capacity != 0 {
		e.Capacity = s.capacities[r.capacity]
	}
	return e
}

// unknownStatus stands for a status that the format does not have.
const unknownStatus = uint8(len(entryStatuses) + 1)

func statusNumber(s EntryStatus) uint8 {
	if s == "" {
		return 0
	}
	for i, known := range entryStatuses {
		if s == known {
			return uint8(i + 1)
		}
	}
	return unknownStatus
}

func numberedStatus(n uint8) EntryStatus {
	if n == 0 || n >= unknownStatus {
		return ""
	}
	return entryStatuses[n-1]
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendTexts(b []byte, list []string) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, s := range list {
		b = appendText(b, s)
	}
	return b
}

func cutText(b []byte) (text string, rest []byte) {
	n, size := binary.Uvarint(b)
	b = b[size:]
	return string(b[:n]), b[n:]
}

func cutTexts(b []byte) (list []string, rest []byte) {
	n, size := binary.Uvarint(b)
	b = b[size:]
	for range n {
		var s string
		s, b = cutText(b)
		list = append(list, s)
	}
	return list, b
}

// contentOf makes a number from bytes that is the same in every process, for
// an order that does not depend on that of arrival.
func contentOf(b []byte) uint64 {
	const odd = 0x9e3779b97f4a7c15
	h := uint64(len(b)) * odd
	for len(b) >= 8 {
		h = (h ^ binary.LittleEndian.Uint64(b)) * odd
		h ^= h >> 29
		b = b[8:]
	}
	for _, c := range b {
		h = (h ^ uint64(c)) * odd
	}
	h ^= h >> 32
	return h * odd
}
