package stats

import (
	"cmp"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// A Rule says which of the claims on one thing an account takes. It goes
// through its steps until one of them prefers a claim; the name of that step is
// the account's Why. The zero Rule has no steps: the smallest id is taken.
type Rule struct {
	Name  string
	Steps []Step
}

// A Step is one preference of a [Rule].
type Step struct {
	Name string
	// Prefer returns a negative number when a is to be taken rather than b, a
	// positive one when b is, and 0 when the step has no preference.
	Prefer func(a, b *Candidate) int
}

// A Candidate is a number that one or more records claim; claims with the same
// number are one, whatever words stand around it.
type Candidate struct {
	Claims []*Claim // the earliest published first; the account takes the first one's words
	Part   bool     // another claim certainly covers more: its time contains this one's
}

// any reports whether one of the claims has the property.
func (c *Candidate) any(property func(*Claim) bool) bool {
	return slices.ContainsFunc(c.Claims, property)
}

// The steps that rules are made of.
var (
	coversEveryone = Step{"covers-everyone", func(a, b *Candidate) int {
		return cmp.Compare(boolBit(a.Part), boolBit(b.Part))
	}}
	partsAddUp = Step{"parts-add-up", func(a, b *Candidate) int {
		return cmp.Compare(boolBit(b.any((*Claim).addsUp)), boolBit(a.any((*Claim).addsUp)))
	}}
	official = Step{"official", func(a, b *Candidate) int {
		return cmp.Compare(boolBit(b.any(isOfficial)), boolBit(a.any(isOfficial)))
	}}
	latest = Step{"latest", func(a, b *Candidate) int {
		return cmp.Compare(statedDay(b.Claims[0].Record), statedDay(a.Claims[0].Record))
	}}
)

// OfficialFirst returns the default rule: a claim that covers everyone before
// one that covers a part; one whose parts add up to it before one whose parts
// do not or that has none; then government and police before all others; then
// the latest; then the smallest id.
func OfficialFirst() Rule {
	return Rule{Name: "official-first", Steps: []Step{coversEveryone, partsAddUp, official, latest}}
}

func isOfficial(c *Claim) bool {
	return c.Record.Source.Kind == incident.Government || c.Record.Source.Kind == incident.Police
}

// statedDay is when a record was published; unstated is before every day.
func statedDay(r *incident.Record) incident.Day {
	if day, ok := r.Published.Latest(); ok {
		return day
	}
	return -1 << 31
}

// What Why says when no step had to decide.
const (
	WhyOnlyClaim  = "only-claim"
	WhySmallestID = "smallest-id"
)

// withItsWhole prefers, for a part, the records that the whole was taken from,
// so that a total and its parts come from one list.
func withItsWhole(whole *Figure) Step {
	taken := func(c *Claim) bool {
		return slices.ContainsFunc(whole.agreed, func(w *Claim) bool { return w.Record == c.Record })
	}
	return Step{"with-its-whole", func(a, b *Candidate) int {
		return cmp.Compare(boolBit(b.any(taken)), boolBit(a.any(taken)))
	}}
}

// choose returns the candidate that the rule takes and why: the step at which
// it won over the one that came second.
func (r Rule) choose(candidates []*Candidate) (*Candidate, string) {
	if len(candidates) == 1 {
		return candidates[0], WhyOnlyClaim
	}
	order := func(a, b *Candidate) (int, string) {
		for _, s := range r.Steps {
			if n := s.Prefer(a, b); n != 0 {
				return n, s.Name
			}
		}
		return byID(a.Claims[0].Record, b.Claims[0].Record), WhySmallestID
	}
	sorted := slices.Clone(candidates)
	slices.SortStableFunc(sorted, func(a, b *Candidate) int { n, _ := order(a, b); return n })
	_, why := order(sorted[0], sorted[1])
	return sorted[0], why
}

// candidates puts claims of one number together. Claims without a number are
// left out, and so are those that only bound it ("over 800") and agree with one
// that names it: they are no rivals. The order is that of the numbers as text.
func candidates(claims []*Claim) []*Candidate {
	byNumber := map[string]*Candidate{}
	var out []*Candidate
	for _, c := range claims {
		if c.Count.IsZero() {
			continue
		}
		n := c.number()
		if byNumber[n] == nil {
			byNumber[n] = &Candidate{Part: true}
			out = append(out, byNumber[n])
		}
		cand := byNumber[n]
		cand.Claims = append(cand.Claims, c)
		cand.Part = cand.Part && partInTime(c, claims)
	}
	for _, cand := range out {
		slices.SortStableFunc(cand.Claims, func(a, b *Claim) int {
			// A claim that was stated speaks before one that was added up.
			return cmp.Or(cmp.Compare(boolBit(a.Path == ""), boolBit(b.Path == "")), earlier(a.Record, b.Record), cmp.Compare(a.Path, b.Path))
		})
	}
	slices.SortFunc(out, func(a, b *Candidate) int { return cmp.Compare(a.Claims[0].number(), b.Claims[0].number()) })
	return slices.DeleteFunc(slices.Clone(out), func(vague *Candidate) bool {
		_, named := vague.Claims[0].Count.Best()
		return !named && slices.ContainsFunc(out, func(c *Candidate) bool {
			_, named := c.Claims[0].Count.Best()
			return named && vague.Claims[0].Count.Agrees(c.Claims[0].Count)
		})
	})
}
