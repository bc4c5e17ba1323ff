package stats

import (
	"cmp"
	queues "container/heap"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// A Proposal is records without an event that may be about one event. It is for a
// person to confirm: nothing is added up by it.
type Proposal struct {
	Records []*incident.Record // in order of id
	Score   float64            // the points that speak for two of them on average, 0 or more; 0 of a record alone
	Reasons []Reason           // what speaks for it, the strongest first
}

// Proposals puts the records that have no event into groups that may be about one
// event each, those that were known on a day as for [Reconciler.Accounts] and were not
// withdrawn, replaced or copied from another, in the order of their first ids. Every
// such record is in one group; most are alone.
//
// Two groups become one, the likeliest first, as long as more speaks for it than
// against it on average over all pairs of their records (average linkage).
// What speaks for a pair is place, time, nationalities, numbers, measures, agencies
// and lure. Judgements are obeyed: records that were judged to be the same are in
// one group, also through others, and those that were judged to be different in
// two, unless other judgements say the opposite, see [Reconciler.Judge]. Judgements
// on records that are not there say nothing.
//
// The result is the same in any order of records and judgements. Only records that
// share a key are compared, and each with at most 64 before and 64 behind it of one key: what has
// neither place, time, number nor agencies in common with others is alone.
func (r *Reconciler) Proposals(asOf incident.Date) []Proposal {
	groups := r.known(asOf)
	return r.propose(groups, standingOf(linked(groups)))
}

// propose is Proposals of some records, event by event.
func (r *Reconciler) propose(groups [][]*entry, standing standing) []Proposal {
	var nameless []*entry
	for _, group := range groups {
		for _, e := range group {
			if _, left := standing.left[e.rec]; left && e.rec != nil {
				continue
			}
			if h, _ := headOf(e.state); len(h.event) == 0 {
				nameless = append(nameless, e)
			}
		}
	}
	records := read(nameless)
	slices.SortStableFunc(records, byID)
	g := newGrouping(records)
	g.judge(r.Judgements())
	g.comparePairs()
	g.join()
	return g.proposals()
}

// mostPairs is up to how many pairs of two groups are all compared, also those that
// share no key.
const mostPairs = 1 << 12

// notCompared is the points of two records that share no key.
const notCompared = -80

// A grouping is groups of records that grow into each other.
type grouping struct {
	profiles []*profile
	groups   []*group // nil: it became a part of another
	of       []int    // the group of each record at the beginning
	apart    map[[2]int]bool
	queue    unions
}

type group struct {
	members []int
	pairs   map[int]pairs // with members of another group, by its number
}

func (g *group) set(other int, p pairs) {
	if g.pairs == nil {
		g.pairs = map[int]pairs{}
	}
	g.pairs[other] = p
}

// pairs is what is known of pairs of records of two groups.
type pairs struct {
	points   int64
	compared int
	apart    bool // two of them were judged to be different
}

// with returns what is known of the pairs of p and those of q.
func (p pairs) with(q pairs) pairs {
	return pairs{p.points + q.points, p.compared + q.compared, p.apart || q.apart}
}

// mean returns the points of n pairs on average, in hundredths.
func (p pairs) mean(n int) int64 {
	return 100 * (p.points + int64(n-p.compared)*notCompared) / int64(n)
}

// A union is two groups that can become one.
type union struct {
	mean int64
	a, b int
}

// unions is a queue of them, the likeliest first.
type unions []union

func (q unions) Len() int { return len(q) }
func (q unions) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q[j].mean, q[i].mean), cmp.Compare(q[i].a, q[j].a), cmp.Compare(q[i].b, q[j].b)) < 0
}
func (q unions) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *unions) Push(x any)   { *q = append(*q, x.(union)) }
func (q *unions) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

func newGrouping(records []*incident.Record) *grouping {
	g := &grouping{apart: map[[2]int]bool{}}
	for i, rec := range records {
		g.profiles = append(g.profiles, profileOf(rec))
		g.groups = append(g.groups, &group{members: []int{i}})
		g.of = append(g.of, i)
	}
	return g
}

// judge puts records together that were judged to be the same, and remembers those
// that were judged to be different.
func (g *grouping) judge(judged []Judgement) {
	places := map[Ref][]int{}
	for i, p := range g.profiles {
		places[refOf(p.rec)] = append(places[refOf(p.rec)], i)
	}
	for _, j := range judged {
		for _, a := range places[j.A] {
			for _, b := range places[j.B] {
				if !j.Same {
					g.apart[[2]int{min(a, b), max(a, b)}] = true
				} else if x, y := g.of[a], g.of[b]; x != y {
					for _, m := range g.groups[max(x, y)].members {
						g.of[m] = min(x, y)
					}
					whole := g.groups[min(x, y)]
					whole.members = append(whole.members, g.groups[max(x, y)].members...)
					g.groups[max(x, y)] = nil
				}
			}
		}
	}
}

// comparePairs weighs the pairs that share a key, and keeps those for which more
// speaks than against them: of groups of several all pairs are compared, see
// complete.
func (g *grouping) comparePairs() {
	keep := func(i, j int, p pairs) {
		if x, y := g.of[i], g.of[j]; x != y && (p.points >= 0 || p.apart) {
			sum := g.groups[x].pairs[y].with(p)
			g.groups[x].set(y, sum)
			g.groups[y].set(x, sum)
		}
	}
	for pair := range g.apart {
		keep(pair[0], pair[1], g.pair(pair[0], pair[1]))
	}
	for i, j := range g.candidates() {
		if !g.apart[[2]int{i, j}] {
			keep(i, j, g.pair(i, j))
		}
	}
	for x, group := range g.groups {
		if group == nil {
			continue
		}
		for y := range group.pairs {
			if x < y {
				p := g.complete(group.pairs[y], group, g.groups[y])
				group.pairs[y], g.groups[y].pairs[x] = p, p
				g.offer(x, y)
			}
		}
	}
}

// pair returns what is known of two records.
func (g *grouping) pair(i, j int) pairs {
	e := g.profiles[i].compare(g.profiles[j])
	return pairs{int64(e.points()), 1, g.apart[[2]int{min(i, j), max(i, j)}]}
}

// offer queues two groups if they can become one.
func (g *grouping) offer(a, b int) {
	n := len(g.groups[a].members) * len(g.groups[b].members)
	p := g.groups[a].pairs[b]
	if mean := p.mean(n); mean >= 0 && !p.apart {
		queues.Push(&g.queue, union{mean, a, b})
	}
}

// join lets groups become one as long as more speaks for it than against it.
func (g *grouping) join() {
	for g.queue.Len() > 0 {
		next := queues.Pop(&g.queue).(union)
		a, b := g.groups[next.a], g.groups[next.b]
		if a == nil || b == nil {
			continue
		}
		g.groups[next.a], g.groups[next.b] = nil, nil
		n := len(g.groups)
		whole := &group{members: slices.Concat(a.members, b.members)}
		g.groups = append(g.groups, whole)
		for _, part := range [...]*group{a, b} {
			for other, p := range part.pairs {
				if g.groups[other] != nil {
					whole.set(other, whole.pairs[other].with(p))
				}
			}
		}
		for other, p := range whole.pairs {
			p = g.complete(p, whole, g.groups[other])
			whole.pairs[other], g.groups[other].pairs[n] = p, p
			g.offer(other, n)
		}
	}
}

// complete compares all pairs of two groups, where they are not too many and those
// that were compared do not speak against it.
func (g *grouping) complete(p pairs, a, b *group) pairs {
	n := len(a.members) * len(b.members)
	if p.compared == n || n > mostPairs || p.points < 0 || p.apart {
		return p
	}
	p = pairs{}
	for _, i := range a.members {
		for _, j := range b.members {
			p = p.with(g.pair(i, j))
		}
	}
	return p
}

// proposals returns the groups there are.
func (g *grouping) proposals() (out []Proposal) {
	for _, group := range g.groups {
		if group == nil {
			continue
		}
		slices.Sort(group.members)
		p := Proposal{}
		var all evidence
		n := 0
		for i, a := range group.members {
			p.Records = append(p.Records, g.profiles[a].rec)
			for _, b := range group.members[:i] {
				e := g.profiles[a].compare(g.profiles[b])
				n++
				for reason, points := range e {
					all[reason] += points
				}
			}
		}
		if n > 0 {
			p.Score = float64(max(0, all.points())*10/n) / 10
		}
		for reason, points := range all {
			if points > 0 {
				p.Reasons = append(p.Reasons, Reason(reason))
			}
		}
		slices.SortStableFunc(p.Reasons, func(a, b Reason) int { return cmp.Compare(all[b], all[a]) })
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b Proposal) int { return byID(a.Records[0], b.Records[0]) })
	return out
}
