package stats

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// A Rule says which of the claims on one thing an account takes. It goes
// through its steps until one of them prefers a claim; the name of that step is
// the account's Why. When none does, the smallest id is taken. [Policy] has the
// rules of this package; a caller may bring its own.
type Rule interface {
	Steps() []Step
}

// A Combiner is a [Rule] whose accounts do not state the claim that was taken, but
// what it and the others come to together. Conflicts are found among the claims,
// whatever a Combiner makes of them.
type Combiner interface {
	Rule
	// Combine returns the count of a figure, of two candidates or more of which
	// taken is the one that the steps prefer.
	Combine(taken *Candidate, all []*Candidate) incident.Count
}

// A Policy is one of the rules of this package. The zero Policy is [Default].
type Policy uint8

// The policies.
const (
	// OfficialFirst takes a claim that names the number before one that only
	// bounds it and agrees ("over 800" beside 875); then a claim that covers everyone before one that covers a
	// part; one whose parts add up to it before one whose parts do not or that
	// has none; then government and police before all others; then the latest;
	// then the smallest id.
	OfficialFirst Policy = iota

	// Latest takes the claim published last among those that cover everyone, and
	// goes on as OfficialFirst does.
	Latest

	// PartsAddUp takes a claim whose parts add up to it before all others, and goes
	// on as OfficialFirst does.
	PartsAddUp

	// Conservative states no best figure, but from the lowest low to the highest
	// high bound of all claims that cover everyone. Why tells which claim
	// OfficialFirst would have taken.
	Conservative

	// Envelope is Conservative with the best figure of the claim that OfficialFirst
	// takes, if it has one.
	Envelope

	// Default is what an account takes unless its reader says otherwise.
	Default = OfficialFirst
)

var policyNames = [...]string{"official-first", "latest", "parts-add-up", "conservative", "envelope"} // read only

// Policies returns the names of the policies.
func Policies() []string { return slices.Clone(policyNames[:]) }

// IsZero reports whether p is [Default].
func (p Policy) IsZero() bool { return p == Default }

// String returns "official-first", "latest", "parts-add-up", "conservative" or
// "envelope"; it is empty for a number that is no policy's.
func (p Policy) String() string {
	if int(p) < len(policyNames) {
		return policyNames[p]
	}
	return ""
}

// AppendText appends the text of [Policy.String] to b. It never fails.
func (p Policy) AppendText(b []byte) ([]byte, error) { return append(b, p.String()...), nil }

// MarshalText returns the text of [Policy.String]. It never fails.
func (p Policy) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText reads what [Policy.MarshalText] writes. The error is an
// [*Error] with code.unknown.
func (p *Policy) UnmarshalText(text []byte) error {
	i := slices.Index(policyNames[:], string(text))
	if i < 0 {
		return &Error{incident.CodeCodeUnknown, "the policies are " + strings.Join(policyNames[:], ", ")}
	}
	*p = Policy(i)
	return nil
}

// Steps returns the preferences of p, in their order.
func (p Policy) Steps() []Step {
	steps := []Step{
		{"names-number", namesNumber}, {"covers-everyone", coversEveryone}, {"parts-add-up", partsAddUp}, {"official", official}, {"latest", latest},
	}
	switch p {
	case Latest:
		return []Step{steps[1], {"latest", lastSaid}, steps[0], steps[2], steps[3]}
	case PartsAddUp:
		return []Step{steps[2], steps[0], steps[1], steps[3], steps[4]}
	}
	return steps
}

// Combine implements [Combiner]: it returns the count of the claim taken, but for
// [Conservative] and [Envelope].
func (p Policy) Combine(taken *Candidate, all []*Candidate) incident.Count {
	count := taken.Claims[0].Count
	if p != Conservative && p != Envelope {
		return count
	}
	hull := reach(count)
	for _, c := range all {
		if c.Part {
			continue
		}
		for _, claim := range c.Claims {
			hull = hull.around(reach(claim.Count))
		}
	}
	best, named := count.Best()
	return hull.count(best, named && p == Envelope)
}

// A Step is one preference of a [Rule].
type Step struct {
	Name string // what an account says in Why
	// Prefer returns a negative number when a is to be taken rather than b, a
	// positive one when b is, and 0 when the step has no preference.
	Prefer func(a, b *Candidate) int
}

// A Candidate is a number that one or more records claim; claims with the same
// number are one, whatever words stand around it.
type Candidate struct {
	Claims []*Claim // the most cautious wording first; the account takes that
	Bound  bool     // it only bounds the number ("over 800") and agrees with one that is named
	Part   bool     // another claim certainly covers more: its time contains this one's
}

// any reports whether one of the claims has the property.
func (c *Candidate) any(property func(*Claim) bool) bool {
	return slices.ContainsFunc(c.Claims, property)
}

func namesNumber(a, b *Candidate) int { return cmp.Compare(boolBit(a.Bound), boolBit(b.Bound)) }

func coversEveryone(a, b *Candidate) int { return cmp.Compare(boolBit(a.Part), boolBit(b.Part)) }

func partsAddUp(a, b *Candidate) int {
	return cmp.Compare(boolBit(b.any((*Claim).addsUp)), boolBit(a.any((*Claim).addsUp)))
}

func official(a, b *Candidate) int {
	return cmp.Compare(boolBit(b.any(isOfficial)), boolBit(a.any(isOfficial)))
}

// latest prefers the number that was first said last: who repeats an old one does
// not make it new.
func latest(a, b *Candidate) int {
	return cmp.Compare(statedDay(slices.MinFunc(b.spoken(), byDay)), statedDay(slices.MinFunc(a.spoken(), byDay)))
}

// lastSaid prefers the number of the claim that was published last.
func lastSaid(a, b *Candidate) int {
	return cmp.Compare(statedDay(slices.MaxFunc(b.spoken(), byDay)), statedDay(slices.MaxFunc(a.spoken(), byDay)))
}

// spoken returns the records that state the number or, when none does, those whose
// parts come to it.
func (c *Candidate) spoken() (records []*incident.Record) {
	for _, claim := range c.Claims { // those that are added up are the last
		if len(records) == 0 || claim.Path != "" || c.Claims[0].Path == "" {
			records = append(records, claim.Record)
		}
	}
	return records
}

func byDay(a, b *incident.Record) int { return cmp.Compare(statedDay(a), statedDay(b)) }

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

// choose returns the candidate that the steps prefer and why: the step at which
// it won over the one that came second.
func choose(steps []Step, candidates []*Candidate) (*Candidate, string) {
	if len(candidates) == 1 {
		return candidates[0], WhyOnlyClaim
	}
	sorted := slices.Clone(candidates)
	slices.SortStableFunc(sorted, func(a, b *Candidate) int { n, _ := prefer(steps, a, b); return n })
	_, why := prefer(steps, sorted[0], sorted[1])
	return sorted[0], why
}

// prefer goes through the steps until one of them prefers a candidate, and names it.
func prefer(steps []Step, a, b *Candidate) (order int, step string) {
	for _, s := range steps {
		if n := s.Prefer(a, b); n != 0 {
			return n, s.Name
		}
	}
	return byID(a.Claims[0].Record, b.Claims[0].Record), WhySmallestID
}

// width is how much a count leaves open: the more, the more cautious is it.
func width(c incident.Count) int64 {
	low, high, open := c.Interval()
	if open {
		return math.MaxInt64
	}
	return high - low
}

// candidates puts claims of one number together. Claims without a number are
// left out. The order is that of the numbers.
func candidates(claims []*Claim) []*Candidate {
	byNumber := map[number]*Candidate{}
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
			return cmp.Or(
				cmp.Compare(boolBit(a.Path == ""), boolBit(b.Path == "")), cmp.Compare(width(b.Count), width(a.Count)),
				earlier(a.Record, b.Record), cmp.Compare(a.Path, b.Path),
			)
		})
	}
	slices.SortFunc(out, func(a, b *Candidate) int { return a.Claims[0].number().compare(b.Claims[0].number()) })
	for _, vague := range out {
		_, named := vague.Claims[0].Count.Best()
		vague.Bound = !named && slices.ContainsFunc(out, func(c *Candidate) bool {
			_, named := c.Claims[0].Count.Best()
			return named && vague.Claims[0].Count.Agrees(c.Claims[0].Count)
		})
	}
	return out
}
