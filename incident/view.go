package incident

import (
	"slices"
	"strings"
)

// A View is one record as a reader passes over it: values that come again and
// again are strings and codes that the View remembers, free texts are parts of
// the reader's buffer. Nothing is allocated for a record of the usual kind, so
// that millions can be checked and added up in little time. What needs to be
// kept is copied by [View.Record].
//
// One View serves all records of a reader, one after the other. The values that
// it hands out of one record are good until the next is read, except for
// strings, which are good for ever. The zero View holds no record and is ready
// for use. It is not safe for concurrent use: each goroutine has its own.
//
// Readers fill a View by [View.Reset], [View.Set], [View.AddItem] and
// [View.AddFigure]. They may do so only for a record in which every one of
// these calls succeeds and which is [View.Plain] in the end; any other they
// build as a [Record], and put that into the View by [View.Hold].
type View struct {
	rec   Record // without id, event, source.url, notes, the figures' text and references
	held  *Record
	id    []byte
	event []byte
	url   []byte
	notes []byte
	texts [][]byte // of the figures
	refs  []reference
	lists [3][]string // exploitation, conditions, agencies
	codes [memberCount]uint32
	words vocabulary

	counts []figureCount // room for checks
	room   []byte        // room for copies
}

// reference is an id in one of the lists of references.
type reference struct {
	member Member
	id     []byte
}

// Held returns the Record that the View holds because it is not plain, or nil.
// It is the reader's and good until the next record is read.
func (v *View) Held() *Record { return v.held }

// ID returns the record's id.
func (v *View) ID() []byte {
	if v.held != nil {
		return []byte(v.held.ID)
	}
	return v.id
}

// Event returns the record's event; it is empty when it is not stated.
func (v *View) Event() []byte {
	if v.held != nil {
		return []byte(v.held.Event)
	}
	return v.event
}

// Shared returns the record without its free texts: ID, Event, Source.URL, Notes
// and the figures' Text are empty, and so are the references to other records.
// It is the View's own, good until the next record is read and not to be
// changed. Of a record that is held it is that Record, with everything.
func (v *View) Shared() *Record {
	if v.held != nil {
		return v.held
	}
	return &v.rec
}

// Code returns a number for the value of a member: equal numbers other than 0
// stand for equal values of that member, as long as the View lives, whatever the
// record. 0 says nothing: the member is not stated or its value is not
// remembered. Of a figure's member it is that of the last figure.
func (v *View) Code(m Member) uint32 {
	if v.held != nil || m >= memberCount {
		return 0
	}
	return v.codes[m]
}

// Plain reports whether [Record.CheckShape] has nothing to say of the record
// that was set, as far as the members are concerned whose calls of [View.Set],
// [View.AddItem] and [View.AddFigure] succeeded.
func (v *View) Plain() bool {
	r := &v.rec
	if r.Kind == "" || len(v.id) == 0 {
		return false
	}
	if p := &r.Place; p.Admin1 != "" && IsCountry(p.Country) && !strings.HasPrefix(p.Admin1, p.Country) {
		return false
	}
	if r.Place.Lat.stated || r.Place.Lon.stated {
		lat, lon := r.Place.Lat, r.Place.Lon
		if !lat.stated || !lon.stated || lat.deg < -90 || lat.deg > 90 || lon.deg < -180 || lon.deg > 180 {
			return false
		}
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Measure == "" || f.Measure == Lost && !isCurrency(f.Unit) {
			return false
		}
	}
	return true
}

// Check returns what [Record.Check] finds in the record. A record of which it
// finds nothing is not built for that.
func (v *View) Check(o *CheckOptions) Findings {
	if v.held != nil {
		return v.held.Check(o)
	}
	if v.quiet(o) {
		return nil
	}
	return v.Record().Check(o)
}

// quiet reports whether the rules between members find nothing. The others were
// asked when the members were set.
func (v *View) quiet(o *CheckOptions) bool {
	if o == nil {
		o = &CheckOptions{}
	}
	for i := range v.rec.Figures {
		if v.rec.Figures[i].Count.IsZero() {
			return false // its text has to be read
		}
	}
	if v.ofOneEvent() && o.AsOf.IsZero() {
		return true
	}
	c := checker{record: &v.rec}
	if n := len(v.rec.Figures); n > 1 {
		v.counts = slices.Grow(v.counts[:0], n)[:n]
		clear(v.counts)
		c.counts = v.counts
	}
	c.dates(o.AsOf)
	c.figures()
	if len(v.rec.Figures) > 1 { // the others compare figures with each other
		c.parts()
		c.flow()
	}
	return len(c.found) == 0
}

// ofOneEvent reports whether the record has at most one figure, which counts those
// in the event itself, and a time that no rule compares with another: most do.
func (v *View) ofOneEvent() bool {
	if len(v.rec.Figures) > 1 || v.rec.Occurred.interval && !v.rec.Occurred.rises() {
		return false
	}
	for i := range v.rec.Figures {
		f := &v.rec.Figures[i]
		if f.Accrual != "" && f.Accrual != AccrualEvent || f.Measure == Share || f.From.start.shape != unstated || f.To.start.shape != unstated {
			return false
		}
	}
	return true
}

// Record returns a copy of the record that is the caller's own.
func (v *View) Record() *Record {
	r := new(Record)
	v.CopyTo(r)
	return r
}

// CopyTo is [View.Record] into a record that is there. Its former content is
// dropped.
func (v *View) CopyTo(r *Record) {
	if v.held != nil {
		*r = *v.held
		r.Figures = slices.Clone(r.Figures)
		for _, list := range [...]*[]string{
			&r.Exploitation, &r.Conditions, &r.Agencies, &r.DerivedFrom, &r.Supersedes, &r.Retracts,
		} {
			*list = slices.Clone(*list)
		}
		return
	}
	*r = v.rec
	key := string(append(append(v.room[:0], v.id...), v.event...))
	r.ID, r.Event = key[:len(v.id)], key[len(v.id):]
	v.copyTexts(r)
	all := make([]string, 0, len(v.lists[0])+len(v.lists[1])+len(v.lists[2]))
	for i, list := range [...]*[]string{&r.Exploitation, &r.Conditions, &r.Agencies} {
		if len(v.lists[i]) > 0 {
			from := len(all)
			all = append(all, v.lists[i]...)
			*list = all[from:len(all):len(all)]
		}
	}
	for _, ref := range v.refs {
		list := &r.DerivedFrom
		switch ref.member {
		case MemberSupersedes:
			list = &r.Supersedes
		case MemberRetracts:
			list = &r.Retracts
		}
		*list = append(*list, string(ref.id))
	}
}

// copyTexts sets figures and free texts of r, the texts in one piece of memory.
func (v *View) copyTexts(r *Record) {
	b := append(append(v.room[:0], v.url...), v.notes...)
	for _, text := range v.texts {
		b = append(b, text...)
	}
	v.room = b
	rest := string(b)
	cut := func(n int) (text string) {
		text, rest = rest[:n], rest[n:]
		return text
	}
	r.Source.URL, r.Notes = cut(len(v.url)), cut(len(v.notes))
	r.Figures = nil
	if len(v.rec.Figures) > 0 {
		r.Figures = slices.Clone(v.rec.Figures)
		for i, text := range v.texts {
			r.Figures[i].Text = cut(len(text))
		}
	}
}
