package stats

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// A Key is what a figure of an account counts. Figures of one key and one
// happening are claims on one thing.
type Key struct {
	Measure  incident.Measure
	Unit     string
	Accrual  incident.Accrual
	From, To incident.Date
	Country  string // where, of figures that are not of one event
	Admin1   string // the subdivision of the country, of those, ISO 3166-2
	Group    incident.Group
	Rest     string // of a group OTHER: the nationalities listed beside it
	Label    string
	Beside   bool
}

// compare orders keys: measures in the format's order, wholes before parts.
func (k *Key) compare(l *Key) int {
	if k.Measure != l.Measure {
		return cmp.Or(cmp.Compare(measureOrder(k.Measure), measureOrder(l.Measure)), cmp.Compare(k.Measure, l.Measure))
	}
	if n := cmp.Or(cmp.Compare(k.Unit, l.Unit), cmp.Compare(k.Accrual, l.Accrual)); n != 0 {
		return n
	}
	if k.From != l.From || k.To != l.To {
		if n := cmp.Or(cmp.Compare(k.From.String(), l.From.String()), cmp.Compare(k.To.String(), l.To.String())); n != 0 {
			return n
		}
	}
	return cmp.Or(
		cmp.Compare(k.Country, l.Country), cmp.Compare(k.Admin1, l.Admin1), cmp.Compare(k.Label, l.Label), compareGroups(&k.Group, &l.Group),
		cmp.Compare(k.Rest, l.Rest), cmp.Compare(boolBit(k.Beside), boolBit(l.Beside)),
	)
}

func compareGroups(g, h *incident.Group) int {
	if *g == *h {
		return 0
	}
	return cmp.Or(
		cmp.Compare(g.Nationality, h.Nationality), cmp.Compare(g.Sex, h.Sex), cmp.Compare(g.Age, h.Age),
		cmp.Compare(g.Admin1, h.Admin1), cmp.Compare(g.Place, h.Place), cmp.Compare(g.By.String(), h.By.String()),
	)
}

func measureOrder(m incident.Measure) int {
	i := 0
	for known := range incident.Measures() {
		if known == m {
			return i
		}
		i++
	}
	return i
}

// A Claim is one record's answer to what a [Key] comes to.
type Claim struct {
	Record *incident.Record // without notes and addresses
	Path   string           // JSON Pointer of the figure; "" when no figure states the whole and its parts were added up
	Count  incident.Count   // as stated or read; the sum of the parts where Path is ""
	List   List             // the best list of parts that the record gives of it

	// The step of the rule by which another number was taken, as [Figure].Why; empty for
	// the number that was taken, and where there is none.
	Rejected string

	labels incident.Count // what the labelled parts come to, were they all apart
	row    bool           // "everyone else", in a record that names nobody beside
	added  bool           // a sum adds its figure
	apart  bool           // its window is another's but for many days, see joinWindows
	over   bool           // its figure may count whom another counts: see findTerms
}

// A List is what a record's parts of one figure come to along one dimension.
type List struct {
	Dimension Dimension      // zero: the record gives no list
	Sum       incident.Count // what its parts come to
	Complete  bool           // it names everyone: it has a rest, or comes to the count stated
}

// Text returns the words in which the record gives the count; it is empty when it
// gives a number alone, and of a whole that was added up.
func (c *Claim) Text() string {
	if i, ok := figureIndex(c.Path); ok {
		return c.Record.Figures[i].Text
	}
	return ""
}

// addsUp reports whether parts along one dimension, or all labelled parts
// together, come to exactly the number that is stated.
func (c *Claim) addsUp() bool {
	return c.Path != "" && (equalBest(c.Count, c.List.Sum) || equalBest(c.Count, c.labels))
}

// agrees reports whether c can be true when n is: its count, and its list when
// that names everyone.
func (c *Claim) agrees(n incident.Count) bool {
	return c.Count.Agrees(n) && (!c.List.Complete || c.List.Sum.Agrees(n))
}

// A number is what makes two claims one: the number they name, whatever words
// stand around it, or what they say without one.
type number struct {
	best    int64
	unnamed incident.Count
}

func (c *Claim) number() number {
	if best, ok := c.Count.Best(); ok {
		return number{best: best}
	}
	return number{unnamed: c.Count}
}

// compare orders numbers: those that are named by size, the others behind them by
// their bounds.
func (n number) compare(m number) int {
	nLow, nHigh, nOpen := n.unnamed.Interval()
	mLow, mHigh, mOpen := m.unnamed.Interval()
	return cmp.Or(
		cmp.Compare(boolBit(!n.unnamed.IsZero()), boolBit(!m.unnamed.IsZero())), cmp.Compare(n.best, m.best),
		cmp.Compare(nLow, mLow), cmp.Compare(nHigh, mHigh), cmp.Compare(boolBit(nOpen), boolBit(mOpen)), cmp.Compare(n.unnamed.Parts(), m.unnamed.Parts()),
	)
}

// keyed is a claim with what it is about.
type keyed struct {
	key   Key
	claim *Claim
}

// appendClaims appends a record's claims: one for each figure, and one for each
// whole that only its parts state.
func appendClaims(claims []keyed, rec *incident.Record) []keyed {
	named := namedBeside(rec)
	own := make([]Claim, len(rec.Figures))
	for i := range rec.Figures {
		f := &rec.Figures[i]
		k := keyOf(rec, f)
		if f.Group.Nationality == incident.Other {
			k.Rest = named[restOf(f)]
		}
		c := &own[i]
		c.row = f.Group.Nationality == incident.Other && k.Rest == ""
		c.Record, c.Path, c.Count = rec, "/figures/"+strconv.Itoa(i), f.Count
		c.List = bestList(rec, f, c.Count)
		c.labels = labelled(rec, f)
		if c.Count.IsZero() && !c.List.Sum.IsZero() {
			c.Path, c.Count = "", atLeast(c.List)
		}
		claims = append(claims, keyed{k, c})
	}
	for _, whole := range unstatedWholes(rec) {
		c := &Claim{Record: rec, List: bestList(rec, &whole, incident.Count{})}
		c.Count = atLeast(c.List)
		claims = append(claims, keyed{keyOf(rec, &whole), c})
	}
	return claims
}

// atLeast is what a list says of a whole that nobody stated. A list that leaves
// people out bounds it from below alone: its best figure is never "about" it.
func atLeast(l List) incident.Count {
	if l.Complete {
		return l.Sum
	}
	best, named := l.Sum.Best()
	low, bounded := l.Sum.Low()
	if !named && !bounded {
		return incident.Count{}
	}
	c, err := incident.NewCount(best, low, 0, l.Sum.Parts()&incident.HasBest|incident.HasLow)
	if err != nil {
		return incident.Count{}
	}
	return c
}

// labelled adds the labelled parts of a figure up.
func labelled(rec *incident.Record, whole *incident.Figure) incident.Count {
	var s sum
	for i := range rec.Figures {
		if f := &rec.Figures[i]; f.Label != "" && f.Group == whole.Group && f.PartOf(whole) {
			s.add(f.Count)
		}
	}
	return s.list()
}

// accrualOf returns a figure's accrual; one that is not stated is that of the
// event.
func accrualOf(f *incident.Figure) incident.Accrual {
	if f.Accrual == "" {
		return incident.AccrualEvent
	}
	return f.Accrual
}

func keyOf(rec *incident.Record, f *incident.Figure) Key {
	k := Key{
		Measure: f.Measure, Unit: f.Unit, Accrual: accrualOf(f), From: f.From, To: f.To,
		Group: f.Group, Label: f.Label, Beside: f.Beside,
	}
	if k.Accrual != incident.AccrualEvent {
		k.Country, k.Admin1 = rec.Place.Country, rec.Place.Admin1
		if code, ok := incident.CanonicalSubdivision(k.Admin1); ok {
			k.Admin1 = code
		}
	}
	return k
}

// unstatedWholes returns the wholes that a record breaks down by nationality
// without stating them.
func unstatedWholes(rec *incident.Record) []incident.Figure {
	var wholes []incident.Figure
	for i := range rec.Figures {
		f := &rec.Figures[i]
		if f.Group.Nationality == "" || f.Beside || f.Label != "" || f.Measure == incident.Share {
			continue
		}
		whole := *f
		whole.Group.Nationality, whole.Count, whole.Text = "", incident.Count{}, ""
		if !states(rec, keyOf(rec, &whole)) && !slices.Contains(wholes, whole) && len(listOf(rec, &whole, Nationality)) > 1 {
			wholes = append(wholes, whole)
		}
	}
	return wholes
}

// states reports whether a figure of the record has the key.
func states(rec *incident.Record, k Key) bool {
	return slices.ContainsFunc(rec.Figures, func(f incident.Figure) bool { return keyOf(rec, &f) == k })
}

// restOf names the list that a figure of the rest belongs to.
func restOf(f *incident.Figure) incident.Figure {
	g := *f
	g.Group.Nationality, g.Count, g.Text = "", incident.Count{}, ""
	return g
}

// namedBeside returns, for each list that has a rest, the nationalities it
// names: the rests of two records count the same people only when they do.
func namedBeside(rec *incident.Record) map[incident.Figure]string {
	var named map[incident.Figure]string
	for i := range rec.Figures {
		f := &rec.Figures[i]
		if f.Group.Nationality != incident.Other {
			continue
		}
		var names []string
		for j := range rec.Figures {
			if g := &rec.Figures[j]; g.Group.Nationality != "" && g.Group.Nationality != incident.Other && restOf(g) == restOf(f) {
				names = append(names, g.Group.Nationality)
			}
		}
		slices.Sort(names)
		if named == nil {
			named = map[incident.Figure]string{}
		}
		var list strings.Builder
		for _, name := range slices.Compact(names) {
			list.WriteString(name + " ")
		}
		named[restOf(f)] = list.String()
	}
	return named
}
