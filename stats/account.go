package stats

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// An Account is what all records on one event come to. It is not changed once
// it is handed out.
type Account struct {
	Event     string             // "" for a record without an event
	Records   []*incident.Record // those that speak for themselves, without notes and addresses, in order of id
	Figures   []Figure           // wholes before parts, measures in the format's order
	Conflicts []Conflict
	Excluded  []Exclusion

	copies  []reference        // of records that are left out as copies, from the copy
	circles []*incident.Record // whose references go round in a circle
	added   []measureTerms
}

// A Figure of an account is what one thing was found to come to.
type Figure struct {
	Key
	Count    incident.Count // zero: nobody gave a number
	Chosen   *Claim         // the claim it was taken from; nil without a number
	Why      string         // the step of the rule that chose it
	Claims   []*Claim       // all claims on it, the earliest published first
	happened int            // which of the event's happenings, by time
	agreed   []*Claim       // those that name the number taken
	whole    *Figure        // the figure of which this one is a part, or nil
	covers   bool           // others of its key are parts of it in time
	spread   bool           // one number, dated far apart
	shape    uint8          // of the group
	when     span           // see span
	dated    bool           // when is known
	story    int            // what is told in one number of days far apart, see stories; 0: nothing
	together incident.Count // what a Combiner makes of the claims: Count from when the conflicts are found
}

// record returns the record that speaks for the figure.
func (f *Figure) record() *incident.Record {
	if f.Chosen != nil {
		return f.Chosen.Record
	}
	return f.Claims[0].Record
}

// sameTime reports whether two figures of an event can be of one happening.
func (f *Figure) sameTime(g *Figure) bool {
	if len(f.Claims) == 1 && len(g.Claims) == 1 && f.Claims[0].Record == g.Claims[0].Record {
		return true
	}
	s, ok := f.span()
	t, ok2 := g.span()
	return !ok || !ok2 || s.near(t)
}

// span returns from when to when the claims on the figure reach.
func (f *Figure) span() (whole span, ok bool) { return f.when, f.dated }

// spanOfClaims works span out.
func spanOfClaims(claims []*Claim) (whole span, ok bool) {
	for _, c := range claims {
		s, dated := spanOf(c.Record)
		switch {
		case !dated:
		case !ok:
			whole, ok = s, true
		default:
			whole = span{min(whole.first, s.first), max(whole.last, s.last), whole.exact && s.exact}
		}
	}
	return whole, ok
}

// A Conflict is a disagreement among the records of one event.
type Conflict struct {
	Code   incident.Code
	Key    Key
	Claims []*Claim // both sides, the chosen one first where it is one
	Chosen *Claim   // what the account took; nil when it took none
	Why    string

	// By how many the sides are apart at least: of parts, what they come to and their
	// whole. Zero: the conflict is not one of numbers.
	Difference int64
}

// An Exclusion is a record or a figure that an account does not add, and why.
type Exclusion struct {
	Record *incident.Record
	Path   string // JSON Pointer of the figure, "" for the whole record
	Code   incident.Code
}

// newAccount reconciles the records of one event.
func newAccount(records []*incident.Record, rule Rule, out standing) *Account {
	a := &Account{}
	for _, rec := range records {
		if rec.Event != "" && (a.Event == "" || rec.Event < a.Event) { // several were judged to be one
			a.Event = rec.Event
		}
		if out.circles[rec] {
			a.circles = append(a.circles, rec)
		}
		if why, left := out.left[rec]; left {
			a.Excluded = append(a.Excluded, Exclusion{rec, "", why.code})
			if why.code == incident.CodeAccountCopy {
				a.copies = append(a.copies, reference{rec, why.by})
			}
			continue
		}
		a.Records = append(a.Records, rec)
	}
	slices.SortStableFunc(a.Records, byID)
	a.reconcile(rule)
	a.settle()
	a.excludeFigures()
	slices.SortStableFunc(a.Excluded, func(x, y Exclusion) int {
		if n := byID(x.Record, y.Record); n != 0 {
			return n
		}
		return strings.Compare(x.Path, y.Path)
	})
	return a
}

// AccountOf returns what one record comes to alone, as if it were the only one
// on its event. It does not look for conflicts: those within one record are
// what [incident.Record.Check] finds.
func AccountOf(rec *incident.Record) *Account {
	own := *rec
	own.Figures = slices.Clone(rec.Figures)
	for i := range own.Figures {
		f := &own.Figures[i]
		f.Count, _ = f.Resolve(rec.Source.Lang)
	}
	return newAccount([]*incident.Record{&own}, Default, standing{})
}

func (a *Account) reconcile(rule Rule) {
	n := 0
	for _, rec := range a.Records {
		n += len(rec.Figures)
	}
	claims := make([]keyed, 0, n)
	for _, rec := range a.Records {
		claims = appendClaims(claims, rec)
	}
	nameWindows(claims)
	joinWindows(claims)
	nameRests(claims)
	slices.SortStableFunc(claims, func(x, y keyed) int {
		return cmp.Or(cmp.Compare(members(x.key.Group), members(y.key.Group)), x.key.compare(&y.key))
	})
	figures := make([]*Figure, 0, len(claims)) // wholes before parts
	steps := rule.Steps()
	by, _ := rule.(Combiner)
	for start, end := 0, 0; start < len(claims); start = end {
		k := claims[start].key
		for end = start + 1; end < len(claims) && claims[end].key == k; {
			end++
		}
		for i, h := range divided(k, claims[start:end]) {
			figures = append(figures, newFigure(k, i, h, steps, by, figures))
		}
	}
	slices.SortFunc(figures, func(x, y *Figure) int {
		return cmp.Or(x.Key.compare(&y.Key), cmp.Compare(x.happened, y.happened))
	})
	stories(figures)
	a.Figures = slices.Grow(a.Figures, len(figures))
	for _, f := range figures {
		a.Figures = append(a.Figures, *f)
	}
}

// divided returns the claims on one key by what happened.
func divided(k Key, same []keyed) []happening {
	claims := make([]*Claim, len(same))
	for i := range same {
		claims[i] = same[i].claim
	}
	claims = withRests(k, claims)
	if len(claims) > 1 && k.Accrual == incident.AccrualEvent && k.From.IsZero() && k.To.IsZero() {
		return happenings(claims)
	}
	return []happening{{claims: claims}}
}

func newFigure(k Key, happened int, h happening, steps []Step, by Combiner, wider []*Figure) *Figure {
	claims := h.claims
	f := &Figure{Key: k, Claims: claims, happened: happened, covers: h.covers, spread: h.spread}
	f.shape = shape(k.Group)
	f.when, f.dated = spanOfClaims(claims)
	f.spread = f.spread || slices.ContainsFunc(claims, func(c *Claim) bool { return c.apart })
	slices.SortStableFunc(f.Claims, func(x, y *Claim) int {
		return cmp.Or(earlier(x.Record, y.Record), cmp.Compare(x.Path, y.Path))
	})
	own := shape(k.Group)
	for _, w := range wider {
		if w.shape&^own != 0 || w.shape == own && w.Group.Age == k.Group.Age && w.Group.Place == k.Group.Place && w.From == k.From && w.To == k.To {
			continue // it is certainly not wider
		}
		same := k
		same.Group, same.Rest = w.Group, w.Rest
		if w.From.IsZero() && w.To.IsZero() {
			same.From, same.To = w.From, w.To // the whole event's
		}
		if same == w.Key && !w.Count.IsZero() && f.partOf(w) {
			f.whole = w
			break
		}
	}
	if len(claims) == 1 {
		if c := claims[0]; !c.Count.IsZero() {
			f.Chosen, f.Why, f.agreed, f.Count = c, WhyOnlyClaim, claims, c.Count
		}
		return f
	}
	if f.whole != nil {
		steps = slices.Concat([]Step{withItsWhole(f.whole)}, steps)
	}
	cands := candidates(claims)
	if len(cands) == 0 {
		return f
	}
	best, why := choose(steps, cands)
	f.Chosen, f.Why, f.agreed = best.Claims[0], why, best.Claims
	f.Count = f.Chosen.Count
	for _, other := range cands {
		if other == best {
			continue
		}
		_, step := prefer(steps, best, other)
		for _, c := range other.Claims {
			c.Rejected = step
		}
	}
	if len(cands) > 1 && by != nil {
		f.together = by.Combine(best, cands)
	}
	return f
}

// combine states what the claims on each figure come to together, where the rule
// says so.
func (a *Account) combine() {
	combined := false
	for i := range a.Figures {
		if f := &a.Figures[i]; !f.together.IsZero() {
			f.Count, combined = f.together, true
		}
	}
	if combined {
		a.settle()
	}
}

// excludeFigures lists the figures that no sum uses.
func (a *Account) excludeFigures() {
	for _, t := range a.added {
		for _, f := range t.terms {
			for _, c := range f.Claims {
				c.added = true
			}
		}
		for _, f := range t.over {
			for _, c := range f.Claims {
				a.exclude(c, incident.CodeAccountOverlap)
				c.over = true
			}
		}
	}
	for i := range a.Figures {
		f := &a.Figures[i]
		for _, c := range f.Claims {
			switch {
			case c.over:
			case c.Count.IsZero():
				a.exclude(c, incident.CodeFigureUnread)
			case c.added:
			case f.Beside:
				a.exclude(c, incident.CodeAccountBeside)
			case f.Measure == incident.Share:
				a.exclude(c, incident.CodeAccountShare)
			case f.Accrual == incident.AccrualCumulative || f.Accrual == incident.AccrualStock:
				a.exclude(c, incident.CodeAccountRunning)
			case f.Accrual == incident.AccrualPeriod && f.Label == "" && f.whole == nil:
				a.exclude(c, incident.CodeAccountOverlap) // it may count the event again
			}
		}
	}
}

func (a *Account) exclude(c *Claim, code incident.Code) {
	if c.Path != "" {
		a.Excluded = append(a.Excluded, Exclusion{c.Record, c.Path, code})
	}
}

// measures returns the measures that figures of the account have, in the
// format's order.
func (a *Account) measures() []incident.Measure {
	var out []incident.Measure
	for i := range a.Figures {
		if m := a.Figures[i].Measure; len(out) == 0 || out[len(out)-1] != m {
			out = append(out, m)
		}
	}
	return out
}
