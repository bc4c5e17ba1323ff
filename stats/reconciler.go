package stats

import (
	"bytes"
	"encoding/binary"
	"iter"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// A Reconciler gathers records and says what they come to, event by event. Its
// state is a set of records and judgements: adding one twice, in another order or
// through a shard that is merged changes nothing. The zero Reconciler is empty and has the
// default limits. It is not safe for concurrent use; give
// each worker its own and merge them.
type Reconciler struct {
	records index // as appendRecord writes them
	judged  map[Judgement]struct{}
	limits  Limits
	buf     []byte
}

// ReconcilerOptions say how a [Reconciler] works; the zero value is the
// default.
type ReconcilerOptions struct {
	Limits Limits // Groups is how many records are held
}

// NewReconciler returns an empty Reconciler. A nil o is the zero
// ReconcilerOptions.
func NewReconciler(o *ReconcilerOptions) *Reconciler {
	r := new(Reconciler)
	if o != nil {
		r.limits = o.Limits
	}
	return r
}

// Add takes a record in. It keeps no reference to it. The error is an [*Error]
// with limit.groups when the Reconciler is full; the record is not in it then.
func (r *Reconciler) Add(rec *incident.Record) error {
	r.buf = appendRecord(r.buf[:0], rec, false)
	return r.put(r.buf)
}

func (r *Reconciler) put(state []byte) error {
	_, place, ok := r.records.search(state)
	switch {
	case ok:
		return nil
	case r.full():
		return errGroups()
	}
	r.records.addAt(place, state)
	return nil
}

// full reports whether no more is taken in.
func (r *Reconciler) full() bool {
	return r.records.len()+len(r.judged) >= r.limits.WithDefaults().Groups
}

// Len returns how many records are held.
func (r *Reconciler) Len() int { return r.records.len() }

// Merge takes everything in that other holds. Other is not changed. The error
// is that of [Reconciler.Add].
func (r *Reconciler) Merge(other *Reconciler) error {
	for i := range other.records.len() {
		if err := r.put(other.records.key(i)); err != nil {
			return err
		}
	}
	return r.Judge(other.Judgements()...)
}

// A Reconciler's state begins with what it is and the version of its form. Version
// 1 had no words of figures, version 2 no judgements.
const (
	reconcilerState   = 'R'
	reconcilerVersion = 3
)

// MarshalBinary returns the state as bytes that are the same for the same
// records and judgements: a version byte, then the records in bytewise order, then
// the judgements in theirs. It never fails.
func (r *Reconciler) MarshalBinary() ([]byte, error) {
	b := []byte{reconcilerState, reconcilerVersion}
	b = binary.AppendUvarint(b, uint64(r.records.len()))
	states := make([][]byte, r.records.len())
	for i := range states {
		states[i] = r.records.key(i)
	}
	slices.SortFunc(states, bytes.Compare)
	for _, state := range states {
		b = append(b, state...)
	}
	return r.appendJudgements(b), nil
}

// UnmarshalBinary replaces the state by one that [Reconciler.MarshalBinary]
// wrote. The limits stay. The error is an [*Error]: format.unexpected for other
// bytes, limit.groups when they hold too much; the state is unchanged then.
func (r *Reconciler) UnmarshalBinary(data []byte) error {
	in := &stateReader{rest: string(data)}
	if in.byte() != reconcilerState || in.byte() != reconcilerVersion {
		return errState()
	}
	n := in.lengthOf(leastRecord)
	if n > r.limits.WithDefaults().Groups {
		return errGroups()
	}
	var records index
	var last []byte
	for ; n > 0 && !in.bad; n-- {
		state := appendRecord(nil, readRecord(in), true)
		if bytes.Compare(state, last) <= 0 || in.bad {
			in.fail()
			break
		}
		last = state
		records.add(state)
	}
	judged, err := readJudgements(in, r.limits.WithDefaults().Groups-records.len())
	switch {
	case in.bad:
		return errState()
	case err != nil:
		return err
	case len(in.rest) > 0:
		return errState()
	}
	r.records, r.judged = records, judged
	return nil
}

// Accounts returns what every event comes to by a rule, nil meaning [Default], in
// the order of the events' names; records without an event follow, each as an event
// of its own, but for those that were judged to be the same. Only what was known on
// the day asOf is used: records whose published date certainly lies not after it,
// and those that do not say. The zero Date means everything.
//
// Two records without an event that are about the same people count twice here, as
// long as nobody judges them to be the same: [Reconciler.AccountsAsProposed] has the
// sums without such possible duplicates.
//
// The accounts are worked out on as many processors as the program may use: a rule's
// steps are called from several goroutines at once.
func (r *Reconciler) Accounts(rule Rule, asOf incident.Date) iter.Seq[*Account] {
	return r.accounts(rule, asOf, false)
}

// AccountsAsProposed is [Reconciler.Accounts] as it were if all of
// [Reconciler.Proposals] were right: a tally of these accounts is one without
// possible duplicates. Which of the two is nearer to the truth nobody knows before
// somebody judges the proposals.
func (r *Reconciler) AccountsAsProposed(rule Rule, asOf incident.Date) iter.Seq[*Account] {
	return r.accounts(rule, asOf, true)
}

func (r *Reconciler) accounts(rule Rule, asOf incident.Date, proposed bool) iter.Seq[*Account] {
	return func(yield func(*Account) bool) {
		if rule == nil {
			rule = Default
		}
		groups := r.known(asOf)
		standing := standingOf(linked(groups))
		groups = r.joinJudged(groups)
		if proposed {
			groups = r.joinProposed(groups, r.propose(groups, standing))
		}
		for a := range inOrder(groups, func(group []*entry) *Account {
			a := newAccount(read(group), rule, standing)
			a.conflicts()
			a.combine()
			return a
		}) {
			if !yield(a) {
				return
			}
		}
	}
}
