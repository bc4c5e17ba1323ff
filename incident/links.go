package incident

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Links checks what records say of each other: ids that stand twice or look
// alike, references to records that are not there and references in a circle.
// The zero Links is ready. It keeps ids, publishers and references of every
// record added, nothing else, and is not safe for concurrent use.
type Links struct {
	nodes      []linked
	byKey      map[linkKey]int   // the first record of a publisher's id
	alike      map[linkKey]int   // the same by the folded id
	publishers map[string]string // one copy of each name
}

// A linkKey names a record: ids are unique within a publisher.
type linkKey struct{ publisher, id string }

// linked is what Links keeps of one record.
type linked struct {
	linkKey
	number int
	links  []link
}

// A link is one reference of a record.
type link struct {
	path string
	id   string
	copy bool // derivedFrom: copies and replacements are circles of their own
	to   int  // index of the record meant; −1: not there
}

// Add takes in a record, which number names in what Links says, and returns
// what is wrong with its id beside those already there: an error with
// [CodeRecordDuplicateID] for an id that its publisher has used, a warning with
// [CodeRecordSimilarID] for one that differs from an earlier one of its
// publisher in case, Unicode composition or invisible characters alone. The
// argument "first" is the number of the earlier record.
func (l *Links) Add(r *Record, number int) Findings {
	if l.byKey == nil {
		l.byKey, l.alike, l.publishers = map[linkKey]int{}, map[linkKey]int{}, map[string]string{}
	}
	publisher, ok := l.publishers[r.Source.Name]
	if !ok { // copies keep the rest of the record from staying in memory
		publisher = strings.Clone(r.Source.Name)
		l.publishers[publisher] = publisher
	}
	n := linked{linkKey: linkKey{publisher, strings.Clone(r.ID)}, number: number}
	n.refer(r.DerivedFrom, "/derivedFrom", true)
	n.refer(r.Supersedes, "/supersedes", false)
	n.refer(r.Retracts, "/retracts", false)
	at := len(l.nodes)
	l.nodes = append(l.nodes, n)
	if r.ID == "" {
		return nil // which CheckShape says
	}
	if first, ok := l.byKey[n.linkKey]; ok {
		return Findings{{
			Code: CodeRecordDuplicateID, Severity: Error, Path: "/id",
			Message: "an earlier record of this publisher has the same id: give each its own",
			Args:    []Arg{{"first", strconv.Itoa(l.nodes[first].number)}},
		}}
	}
	l.byKey[n.linkKey] = at
	folded := linkKey{n.publisher, foldID(n.id)}
	if first, ok := l.alike[folded]; ok {
		return Findings{{
			Code: CodeRecordSimilarID, Severity: Warning, Path: "/id",
			Message: "an earlier id of this publisher differs only in case, composition or invisible characters: check whether they are one record",
			Args:    []Arg{{"first", strconv.Itoa(l.nodes[first].number)}},
		}}
	}
	l.alike[folded] = at
	return nil
}

func (n *linked) refer(ids []string, member string, isCopy bool) {
	for i, id := range ids {
		n.links = append(n.links, link{path: itemPath(member, i), id: strings.Clone(id), copy: isCopy})
	}
}

// foldID returns what two ids that look the same have in common.
func foldID(id string) string {
	if isPlain(id) {
		return strings.Map(foldCase, strings.TrimSpace(id))
	}
	id = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) || classify(r, -1, true) != 0 {
			return -1
		}
		return r
	}, strings.ToValidUTF8(id, "\ufffd"))
	id = strings.Map(foldCase, norm.NFC.String(strings.TrimSpace(id)))
	return norm.NFC.String(id) // folding may have made letters that compose
}

// foldCase returns the least of the letters that differ from r in case alone.
func foldCase(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r
	}
	least := r
	for s := unicode.SimpleFold(r); s != r; s = unicode.SimpleFold(s) {
		least = min(least, s)
	}
	return least
}

// Finish yields what is wrong with the references of the records added, each
// with the number of its record: a warning with [CodeRecordDangling] for a
// reference to an id that is not there, an error with [CodeRecordCycle] for one
// in a circle of supersedes and retracts, or of derivedFrom; its argument "to"
// is the number of the record referred to. An id is looked for among those of
// the record's own publisher, then among all. Records are ordered by publisher
// and id, whatever the order in which they were added.
func (l *Links) Finish() iter.Seq2[int, Finding] {
	return func(yield func(int, Finding) bool) {
		l.resolve()
		order := make([]int, len(l.nodes))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int {
			return l.nodes[a].compare(l.nodes[b].linkKey)
		})
		copies, others := l.circles(true), l.circles(false)
		for _, i := range order {
			n := &l.nodes[i]
			for _, k := range n.links {
				circles := others
				if k.copy {
					circles = copies
				}
				var f Finding
				switch {
				case k.to < 0:
					f = Finding{
						Code: CodeRecordDangling, Severity: Warning, Path: k.path,
						Message: "the record referred to is not there: add it, or correct the id",
					}
				case k.to == i || circles[i] == circles[k.to]:
					f = Finding{
						Code: CodeRecordCycle, Severity: Error, Path: k.path,
						Message: "records refer to each other in a circle: remove one of the references",
						Args:    []Arg{{"to", strconv.Itoa(l.nodes[k.to].number)}},
					}
				default:
					continue
				}
				if !yield(n.number, f) {
					return
				}
			}
		}
	}
}

func (k linkKey) compare(other linkKey) int {
	return cmp.Or(cmp.Compare(k.publisher, other.publisher), cmp.Compare(k.id, other.id))
}

// resolve finds the record that each reference means: of several publishers'
// the one whose name sorts first.
func (l *Links) resolve() {
	byID := map[string]int{}
	for key, i := range l.byKey {
		if j, ok := byID[key.id]; !ok || key.publisher < l.nodes[j].publisher {
			byID[key.id] = i
		}
	}
	for i := range l.nodes {
		n := &l.nodes[i]
		for j := range n.links {
			k := &n.links[j]
			var ok bool
			if k.to, ok = l.byKey[linkKey{n.publisher, k.id}]; ok {
				continue
			}
			if k.to, ok = byID[k.id]; !ok {
				k.to = -1
			}
		}
	}
}

// circles numbers the records so that two have one number when each leads to
// the other along references (Tarjan's strongly connected components, without
// recursion): copies alone, or all but copies.
func (l *Links) circles(copies bool) []int {
	const none = -1
	type visit struct{ node, next int }
	var (
		seen      = make([]int, len(l.nodes)) // order of the first visit, from 1
		lowest    = make([]int, len(l.nodes)) // the earliest on the stack that it leads to
		component = make([]int, len(l.nodes))
		stack     []int
		path      []visit
		count     int
	)
	for i := range component {
		component[i] = none
	}
	for start := range l.nodes {
		if seen[start] > 0 {
			continue
		}
		path = append(path, visit{node: start})
		for len(path) > 0 {
			v := &path[len(path)-1]
			n := v.node
			if v.next == 0 {
				count++
				seen[n], lowest[n] = count, count
				stack = append(stack, n)
			}
			down := false
			for v.next < len(l.nodes[n].links) && !down {
				k := l.nodes[n].links[v.next]
				v.next++
				switch {
				case k.to < 0 || k.copy != copies:
				case seen[k.to] == 0:
					path = append(path, visit{node: k.to})
					down = true
				case component[k.to] == none:
					lowest[n] = min(lowest[n], seen[k.to])
				}
			}
			if down {
				continue
			}
			if lowest[n] == seen[n] {
				for component[n] == none {
					last := len(stack) - 1
					component[stack[last]] = n
					stack = stack[:last]
				}
			}
			path = path[:len(path)-1]
			if len(path) > 0 {
				p := path[len(path)-1].node
				lowest[p] = min(lowest[p], lowest[n])
			}
		}
	}
	return component
}
