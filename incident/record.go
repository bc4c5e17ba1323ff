package incident

// A Record is what one source said about one event at one time. It is never
// overwritten, only superseded, retracted or copied by other records.
//
// The zero value of every member means "not stated". A Record holds no name of
// a person and has no member for one. It is not safe for concurrent change;
// reading it from several goroutines is.
type Record struct {
	Kind         Kind     // required
	ID           string   // required, 1 to 128 bytes, unique within its publisher
	Event        string   // the real-world event; without it a record is an event of its own
	Published    Date     // when the source said it; no interval
	Occurred     Date     // when it happened
	Place        Place    // where
	Figures      []Figure // what was counted
	Lure         string   // the job or promise
	Exploitation []string // what people were made to do
	Conditions   []string // how they were held: codes of [Conditions]
	Agencies     []string // who acted
	Source       Source   // who says it
	DerivedFrom  []string // ids of the records this one copies
	Supersedes   []string // ids of the records this one replaces
	Retracts     []string // ids of the records this one withdraws
	Notes        string
}

// Place is where something happened. It is comparable; the zero Place is not
// stated.
type Place struct {
	Country  string  // ISO 3166-1 alpha-2
	Admin1   string  // ISO 3166-2
	Name     string  // as the source has it
	Lat, Lon Degrees // WGS 84, both or neither
}

// IsZero reports whether p is not stated.
func (p Place) IsZero() bool { return p == Place{} }

// A Source is who says it. It is comparable; the zero Source is not stated.
type Source struct {
	Name  string     // the publisher: one name is one witness
	Kind  SourceKind //
	URL   string     // http or https; never opened by the library
	Lang  string     // BCP 47
	Grade string     // Admiralty code: reliability A to F, credibility 1 to 6
}

// IsZero reports whether s is not stated.
func (s Source) IsZero() bool { return s == Source{} }

// A Figure counts one measure, over one window, of one group. It is
// comparable.
type Figure struct {
	Measure  Measure // required
	Count    Count   // not stated: to be read from Text
	Text     string  // the phrase as printed
	Accrual  Accrual
	From, To Date   // the window; no intervals
	Group    Group  // whom it counts
	Label    string // a part that no other member can express
	Beside   bool   // not included in the record's total
	Unit     string // currency (ISO 4217) of lost, base of share
}

// Resolve returns the figure's Count, or, when none is stated, what [ReadPhrase]
// reads in its Text in the language lang, and of a share [ReadShare]. The error is
// theirs. A figure with neither gives the zero Count and
// [ErrNoNumber].
func (f *Figure) Resolve(lang string) (Count, error) {
	if !f.Count.IsZero() {
		return f.Count, nil
	}
	if f.Measure == Share {
		return ReadShare(f.Text, lang)
	}
	return ReadPhrase(f.Text, lang)
}

// A Group is whom a figure counts. Each member that is stated narrows it. It is
// comparable; the zero Group is everyone.
type Group struct {
	Nationality string // ISO 3166-1 alpha-2, XX stateless, OTHER the rest, unknown
	Sex         string // F, M, X, unknown
	Age         string // child, adult, unknown or a range such as 18-24
	Admin1      string // ISO 3166-2, where the people are from
	Place       string // a country or place the part is tied to
	By          By     // an agency's own dimensions
}

// IsZero reports whether g is everyone.
func (g Group) IsZero() bool { return g == Group{} }

// What Group's codes are beside ISO 3166-1.
const (
	Stateless = "XX"      // nationality: none
	Other     = "OTHER"   // nationality: the rest, beside those listed
	Unknown   = "unknown" // nationality, sex or age: broken down, but not known
)

// Narrower reports how g compares with h member by member: partOf when every
// member of g is equal to h's or narrower (a stated member is narrower than an
// absent one), strict when at least one is narrower.
func (g Group) Narrower(h Group) (partOf, strict bool) {
	members := [...][2]string{
		{g.Nationality, h.Nationality}, {g.Sex, h.Sex}, {g.Age, h.Age}, {g.Admin1, h.Admin1}, {g.Place, h.Place},
	}
	for _, m := range members {
		if m[0] == m[1] {
			continue
		}
		if m[1] != "" {
			return false, false
		}
		strict = true
	}
	if g.By == h.By {
		return true, strict
	}
	for name, value := range h.By.All() {
		if v, ok := g.By.Get(name); !ok || v != value {
			return false, false
		}
	}
	return true, true
}
