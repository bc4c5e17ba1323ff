package incident

import "encoding/binary"

// An entry is a value of a member that is expected to come again, with what the
// rules say of it: they are asked once.
type entry struct {
	first, last uint64 // its first and its last eight bytes, which tell most entries apart
	code        uint32 // from 1, in the order of arrival; 0 is not remembered
	size        uint16 // of what was read, in bytes; 0 is a free slot
	member      Member
	fine        bool   // no rule has anything to say of it alone
	text        string // what the member holds; of a renamed subdivision the new code, of MemberGroupBy that of the By
	raw         string // what was read
	_           uint64 // makes it 64 bytes, a line of the cache
}

// The bounds of what a vocabulary remembers.
const (
	longestEntry    = 256  // bytes of one
	entriesOfMember = 2048 // different ones of one member
	leastSlots      = 256
	mostSlots       = 8192 // a quarter of them stays free
)

// A vocabulary remembers values in a table of bounded size: the values of a
// member that has more than its share, and all when the table is full, are looked
// at anew each time. The zero vocabulary is empty and ready for use.
type vocabulary struct {
	slots []entry // a power of two of them; an entry stands in its slot or in a following one
	used  int
	spent [memberCount]uint16
	codes uint32
	spare entry // one that is not remembered, until the next
}

// find returns the entry of a text that is not empty, remembered as a rule. It is
// good until the next call.
func (t *vocabulary) find(m Member, b []byte) *entry {
	first, last := ends(b)
	if len(t.slots) > 0 && len(b) <= longestEntry {
		mask := len(t.slots) - 1
		for i := place(m, b, first, last); ; i++ {
			e := &t.slots[i&mask]
			if e.first == first && e.last == last && int(e.size) == len(b) && e.member == m &&
				(len(b) <= 16 || string(b) == e.raw) {
				return e
			}
			if e.size == 0 {
				break
			}
		}
	}
	return t.meet(m, b, first, last)
}

// meet makes the entry of a text that is not remembered, and remembers it if
// there is room.
func (t *vocabulary) meet(m Member, b []byte, first, last uint64) *entry {
	t.spare = newEntry(m, string(b))
	if len(b) > longestEntry || t.spent[m] == entriesOfMember || t.used == mostSlots/4*3 {
		return &t.spare
	}
	if t.used >= len(t.slots)/4*3 {
		t.grow()
	}
	t.used++
	t.spent[m]++
	t.codes++
	e := &t.spare
	e.first, e.last, e.size, e.code = first, last, uint16(len(b)), t.codes
	return t.put(*e, place(m, b, first, last))
}

func (t *vocabulary) put(e entry, at int) *entry {
	mask := len(t.slots) - 1
	for ; ; at++ {
		if s := &t.slots[at&mask]; s.size == 0 {
			*s = e
			return s
		}
	}
}

func (t *vocabulary) grow() {
	old := t.slots
	t.slots = make([]entry, max(leastSlots, 2*len(old)))
	for _, e := range old {
		if e.size > 0 {
			t.put(e, place(e.member, []byte(e.raw), e.first, e.last))
		}
	}
}

// ends returns the first and the last eight bytes of b, which together with its
// length are all of it when it has no more than 16; of fewer than eight both are
// all. It takes no branch that depends on the length, which nothing can foretell.
func ends(b []byte) (first, last uint64) {
	n := len(b)
	if cap(b) < 8 {
		var room [8]byte
		copy(room[:], b)
		first = binary.LittleEndian.Uint64(room[:])
		return first, first
	}
	mask := ^uint64(0) >> ((64 - 8*min(n, 8)) & 63) // what stands behind b is masked out; n is not 0
	from := max(n, 8) - 8
	return binary.LittleEndian.Uint64(b[:8]) & mask, binary.LittleEndian.Uint64(b[from:from+8]) & mask
}

// place returns where to look for an entry, before the number is cut to the size
// of the table. The multipliers are odd numbers without a pattern: the golden
// ratio's and the square root of two's binary digits.
func place(m Member, b []byte, first, last uint64) int {
	const golden, root = 0x9e3779b97f4a7c15, 0xb504f333f9de6485
	h := (first^uint64(m)<<56)*golden ^ (last^uint64(len(b))<<48)*root
	for len(b) > 16 { // what stands between the ends
		b = b[8:]
		h = (h ^ binary.LittleEndian.Uint64(b)) * golden
	}
	return int((h ^ h>>29) * golden >> 40)
}

// newEntry looks at a value by itself: it is fine when a record that lacks
// nothing and holds this value beside has no finding of [Record.CheckShape].
func newEntry(m Member, text string) entry {
	t := entry{member: m, text: text, raw: text}
	r := Record{Kind: KindRescue, ID: "-", Figures: []Figure{{Measure: Freed, Count: Exactly(1)}}}
	f := &r.Figures[0]
	switch m {
	case MemberKind:
		r.Kind = Kind(text)
	case MemberCountry:
		r.Place.Country = text
	case MemberAdmin1:
		t.text = canonical(text)
		r.Place.Admin1 = t.text
	case MemberPlace:
		r.Place.Name = text
	case MemberMeasure:
		f.Measure = Measure(text)
		if f.Measure == Lost {
			f.Unit = "USD" // which one is a question of the record
		}
	case MemberAccrual:
		f.Accrual = Accrual(text)
	case MemberNationality:
		f.Group.Nationality = text
	case MemberSex:
		f.Group.Sex = text
	case MemberAge:
		f.Group.Age = text
	case MemberGroupAdmin1:
		t.text = canonical(text)
		f.Group.Admin1 = t.text
	case MemberGroupPlace:
		f.Group.Place = text
	case MemberGroupBy:
		by, err := ParseBy(text)
		if err != nil {
			return t
		}
		t.text, f.Group.By = by.text, by
	case MemberLabel:
		f.Label = text
	case MemberUnit:
		f.Unit = text
	case MemberLure:
		r.Lure = text
	case MemberExploitation:
		r.Exploitation = []string{text}
	case MemberConditions:
		r.Conditions = []string{text}
	case MemberAgencies:
		r.Agencies = []string{text}
	case MemberSource:
		r.Source.Name = text
	case MemberSourceKind:
		r.Source.Kind = SourceKind(text)
	case MemberSourceLang:
		r.Source.Lang = text
	case MemberGrade:
		r.Source.Grade = text
	default:
		return t // no member of this kind
	}
	c := checker{record: &r, bare: true}
	c.shape()
	t.fine = len(c.found) == 0
	return t
}

// canonical returns the code in force for a renamed subdivision, and any other
// text as it is.
func canonical(text string) string {
	if code, ok := CanonicalSubdivision(text); ok {
		return code
	}
	return text
}
