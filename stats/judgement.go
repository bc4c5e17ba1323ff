package stats

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// A Ref names a record.
type Ref struct{ Publisher, ID string }

func (r Ref) compare(s Ref) int {
	return cmp.Or(strings.Compare(r.Publisher, s.Publisher), strings.Compare(r.ID, s.ID))
}

func refOf(rec *incident.Record) Ref { return Ref{rec.Source.Name, rec.ID} }

// A Judgement is what somebody knows of two records: that they are about one event,
// or that they are not.
type Judgement struct {
	A, B Ref
	Same bool
}

// ordered returns the judgement with the smaller reference first.
func (j Judgement) ordered() Judgement {
	if j.A.compare(j.B) > 0 {
		j.A, j.B = j.B, j.A
	}
	return j
}

func (j Judgement) compare(k Judgement) int {
	return cmp.Or(j.A.compare(k.A), j.B.compare(k.B), cmp.Compare(boolBit(j.Same), boolBit(k.Same)))
}

// Judge takes judgements in; they are part of the state, as the records are, and
// need not come after those that they are about. Records that are judged to be the
// same are one event in [Reconciler.Accounts], also through others and also when
// they name different events; who says that two records of one event are not about
// it has to give them different events. What two judgements contradict each other
// on is the same.
//
// The error is that of [Reconciler.Add]: a judgement counts as a record.
func (r *Reconciler) Judge(judged ...Judgement) error {
	for _, j := range judged {
		j = j.ordered()
		if _, ok := r.judged[j]; ok {
			continue
		}
		if r.full() {
			return errGroups()
		}
		if r.judged == nil {
			r.judged = map[Judgement]struct{}{}
		}
		r.judged[j] = struct{}{}
	}
	return nil
}

// Judgements returns what was judged, in the order of the references.
func (r *Reconciler) Judgements() []Judgement {
	return slices.SortedFunc(maps.Keys(r.judged), Judgement.compare)
}

// appendJudgements writes the judgements.
func (r *Reconciler) appendJudgements(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(r.judged)))
	for _, j := range r.Judgements() {
		for _, s := range [...]string{j.A.Publisher, j.A.ID, j.B.Publisher, j.B.ID} {
			b = appendText(b, s)
		}
		b = append(b, byte(boolBit(j.Same)))
	}
	return b
}

// leastJudgement is what a judgement takes at least: a byte for each text and one
// for what it says.
const leastJudgement = 5

// readJudgements reads what appendJudgements wrote, at most most.
func readJudgements(in *stateReader, most int) (map[Judgement]struct{}, error) {
	n := in.lengthOf(leastJudgement)
	if n > most {
		return nil, errGroups()
	}
	var judged map[Judgement]struct{}
	if n > 0 {
		judged = make(map[Judgement]struct{}, n)
	}
	var last Judgement
	for i := range n {
		j := Judgement{A: Ref{in.text(), in.text()}, B: Ref{in.text(), in.text()}}
		same := in.byte()
		j.Same = same == 1
		if in.bad || same > 1 || j != j.ordered() || i > 0 && last.compare(j) >= 0 {
			in.fail()
			return nil, nil
		}
		last = j
		judged[j] = struct{}{}
	}
	return judged, nil
}

// A joining puts groups of records together.
type joining struct {
	groups [][]*entry
	of     map[Ref][]int // the groups that a record of this name is in
	into   []int         // the group that each became a part of, or itself
	apart  [][2]int      // groups that are not to become one
}

func newJoining(groups [][]*entry) *joining {
	j := &joining{groups: groups, of: map[Ref][]int{}, into: make([]int, len(groups))}
	for i, group := range groups {
		j.into[i] = i
		for _, e := range group {
			ref := e.ref()
			if in := j.of[ref]; len(in) == 0 || in[len(in)-1] != i { // versions of one record
				j.of[ref] = append(in, i)
			}
		}
	}
	return j
}

// root returns the group that group i is a part of.
func (j *joining) root(i int) int {
	for j.into[i] != i {
		j.into[i] = j.into[j.into[i]]
		i = j.into[i]
	}
	return i
}

// join makes the groups of two records one, the one that comes first.
func (j *joining) join(a, b Ref) {
	for _, x := range j.of[a] {
		for _, y := range j.of[b] {
			x, y := j.root(x), j.root(y)
			if !j.keptApart(x, y) {
				j.into[max(x, y)] = min(x, y)
			}
		}
	}
}

// keptApart reports whether somebody judged that two groups are different.
func (j *joining) keptApart(x, y int) bool {
	return slices.ContainsFunc(j.apart, func(pair [2]int) bool {
		a, b := j.root(pair[0]), j.root(pair[1])
		return a == x && b == y || a == y && b == x
	})
}

// keepApart remembers the groups whose records were judged to be different.
func (j *joining) keepApart(judged []Judgement) {
	for _, judgement := range judged {
		if judgement.Same {
			continue
		}
		for _, x := range j.of[judgement.A] {
			for _, y := range j.of[judgement.B] {
				if x != y {
					j.apart = append(j.apart, [2]int{x, y})
				}
			}
		}
	}
}

// joined returns the groups, in their order.
func (j *joining) joined() (out [][]*entry) {
	place := map[int]int{}
	for i, group := range j.groups {
		root := j.root(i)
		if _, ok := place[root]; !ok {
			place[root] = len(out)
			out = append(out, nil)
		}
		out[place[root]] = append(out[place[root]], group...)
	}
	return out
}

// joinJudged puts the groups together of which records were judged to be the same.
func (r *Reconciler) joinJudged(groups [][]*entry) [][]*entry {
	if len(r.judged) == 0 {
		return groups
	}
	j := newJoining(groups)
	for _, judged := range r.Judgements() {
		if judged.Same {
			j.join(judged.A, judged.B)
		}
	}
	return j.joined()
}

// joinProposed puts groups together as the proposals have it, where no judgement
// speaks against it.
func (r *Reconciler) joinProposed(groups [][]*entry, proposals []Proposal) [][]*entry {
	j := newJoining(groups)
	j.keepApart(r.Judgements())
	for _, p := range proposals {
		for _, rec := range p.Records[1:] {
			j.join(refOf(p.Records[0]), refOf(rec))
		}
	}
	return j.joined()
}
