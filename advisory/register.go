package advisory

import (
	"hash/maphash"
	"iter"
	"math"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

const (
	// DefaultMaxAge is how many days old a register may be before what it says
	// for an agent no longer counts: for so long a licence that is suspended
	// today may go unnoticed. It is a choice of ours.
	DefaultMaxAge = 30
	// DefaultEntries is how many entries a register takes.
	DefaultEntries = 5_000_000
	// DefaultEntryBytes is how many bytes the texts of one entry may have.
	DefaultEntryBytes = 1 << 16
	// MaxFound is how many entries an [Answer] lists.
	MaxFound = 10
)

// RegisterOptions says what a [Register] stands for. The zero value is the
// strictest: no list is complete, so that what is not found is never a no.
type RegisterOptions struct {
	Complete   []Coverage // what the entries are all of
	MaxAge     int        // days until the register is stale; 0: DefaultMaxAge
	Entries    int        // the most entries; 0: DefaultEntries
	EntryBytes int        // the most bytes of an entry's texts; 0: DefaultEntryBytes
}

// A Coverage says that the register has every licensed agent of a country, or
// of one authority in it, so that an agent who is not in it has no licence.
type Coverage struct {
	Country   string        // ISO 3166-1 alpha-2
	Authority string        // as in the entries; empty: all authorities of the country
	AsOf      incident.Date // when it was complete; not stated: the newest AsOf of such entries
}

// A Register finds agents by licence and by name, among the entries of any
// number of lists of any number of countries, positive and negative ones. The
// nil Register and the zero Register are empty.
//
// It never changes once made and is safe for concurrent use. It needs about 240
// bytes an entry.
type Register struct {
	store    entryStore
	seed     maphash.Seed
	licences keyIndex
	names    nameIndex
	complete []Coverage
	maxAge   int
}

// NewRegister makes a Register of entries, which it copies; the order in which
// they come does not matter. A nil o is the zero RegisterOptions. Entries are not
// checked: [Entry.Check] does that. Nil entries are left out.
//
// The error is an [*incident.SyntaxError]: [incident.CodeLimitRecords] when
// there are more entries than o allows, [incident.CodeLimitRecordBytes] when
// the texts of one are longer. There is no register then.
func NewRegister(entries iter.Seq[*Entry], o *RegisterOptions) (*Register, error) {
	if o == nil {
		o = &RegisterOptions{}
	}
	r := &Register{complete: slices.Clone(o.Complete), maxAge: positive(o.MaxAge, DefaultMaxAge), seed: maphash.MakeSeed()}
	r.names.seed, r.names.words.seed = r.seed, r.seed
	most, bytes := min(positive(o.Entries, DefaultEntries), math.MaxInt32), min(positive(o.EntryBytes, DefaultEntryBytes), math.MaxInt32)
	var name foldedName
	var parts licenceParts
	for e := range entries {
		switch {
		case e == nil:
			continue
		case r.store.records.n == most:
			return nil, registerError(incident.CodeLimitRecords, "there are more entries than the limit: raise RegisterOptions.Entries")
		case e.textBytes() > bytes:
			return nil, registerError(incident.CodeLimitRecordBytes,
				"the texts of an entry are longer than the limit: raise RegisterOptions.EntryBytes")
		}
		number := uint32(r.store.records.n)
		r.store.add(e)
		r.licences.hashes = append(doubled(r.licences.hashes), r.licenceHash(e, &parts))
		name.fold(e.Name)
		r.names.add(&name, number)
		for _, aka := range e.AKA {
			name.fold(aka)
			r.names.add(&name, number)
		}
	}
	r.licences.build()
	r.names.build()
	r.completeAsOf()
	return r, nil
}

func positive(n, otherwise int) int {
	if n > 0 {
		return n
	}
	return otherwise
}

func registerError(code incident.Code, reason string) error {
	return &incident.SyntaxError{Code: code, Type: "register", Reason: reason}
}

// textBytes is how long all texts of an entry are.
func (e *Entry) textBytes() int {
	n := len(e.Authority) + len(e.Country) + len(e.Name) + len(e.Licence)
	for _, list := range [...][]string{e.AKA, e.Branches} {
		for _, s := range list {
			n += len(s) + 1
		}
	}
	return n + len(e.Source.Name) + len(e.Source.URL) + len(e.Source.Kind) + len(e.Source.Lang) + len(e.Source.Grade)
}

// licenceHash is the hash of an entry's licence key; 0 when it has none.
func (r *Register) licenceHash(e *Entry, p *licenceParts) uint32 {
	if e.Licence == "" {
		return 0
	}
	l, err := e.licence(p)
	if err != nil {
		return 0
	}
	return hash32(r.seed, []byte(l.Key))
}

// licence reads the entry's licence, without its country when that is none, and
// without the print; p is memory to work in.
func (e *Entry) licence(p *licenceParts) (Licence, error) {
	country := e.Country
	if !incident.IsCountry(country) {
		country = ""
	}
	if err := p.read(e.Licence); err != nil {
		return Licence{}, err
	}
	return p.licence(country), nil
}

// completeAsOf gives the coverages that do not say when they were complete the
// newest day that their entries state.
func (r *Register) completeAsOf() {
	for i := range r.complete {
		c := &r.complete[i]
		if !c.AsOf.IsZero() {
			continue
		}
		for _, l := range r.store.lists {
			if l.country == c.Country && (c.Authority == "" || l.authority == c.Authority) && later(l.asOf, c.AsOf) {
				c.AsOf = l.asOf
			}
		}
	}
}

// later orders dates: any is later than none, and of two that compare as equal
// the one whose text is greater, so that the order does not depend on arrival.
func later(d, e incident.Date) bool {
	if d.IsZero() || e.IsZero() {
		return !d.IsZero()
	}
	if order, _ := d.Compare(e); order != 0 {
		return order > 0
	}
	return d.String() > e.String()
}

// Len returns the number of entries.
func (r *Register) Len() int {
	if r == nil {
		return 0
	}
	return r.store.records.n
}

// All returns the entries, as copies, in the order in which they came.
func (r *Register) All() iter.Seq[*Entry] {
	return func(yield func(*Entry) bool) {
		for i := range r.Len() {
			if !yield(r.store.entry(uint32(i))) {
				return
			}
		}
	}
}
