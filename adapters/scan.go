package adapters

import (
	"context"
	"io"
	"iter"
	"math"
	"runtime"
	"slices"
	"sync"

	"github.com/rescuetally/rescuetally/incident"
)

// ScanOptions say how [Scan] and [Records] work. The zero value is the strictest,
// with a worker for each processor.
type ScanOptions struct {
	ReadOptions
	Workers int // goroutines that decode; 0 stands for runtime.GOMAXPROCS(0)

	// Check, if it is not nil, has every good record checked; Found is called for
	// each of which something was found.
	Check *incident.CheckOptions
	Found func(Found)
}

// Found is what [incident.Record.Check] found in one record, and where.
type Found struct {
	Position // where the record starts
	ID       string
	Faults   []Fault
}

// Scan reads all records that dec decodes and hands the good ones to use, as
// views. With several workers, and a decoder that is a [Parter], use is called by
// several goroutines at once, each with its own number from 0 to Workers−1 and
// its own View; of the records of one worker each comes after the one before it
// in the input. What use gathers by worker and puts together in the end is the
// same for any number of workers when its order does not matter.
//
// Report and Found are called by one goroutine at a time, in the order of the
// input: for a whole part at once, or for up to 2,000 records of a decoder that
// is no Parter, and so late when an input comes slowly. The error that ends the
// reading is the first one in the input, too: that of a bad record under [Stop],
// of use, or a [*FileError], also one that wraps ctx.Err(). Records behind that
// place may have been handed to use.
//
// Reading is cancelled within one record a worker; all goroutines have ended when
// Scan returns. It reads at most one part for each worker and two more ahead
// (see [PartBytes]) of what was reported.
func Scan(ctx context.Context, dec ViewDecoder, o *ScanOptions, use func(worker int, v *incident.View) error) (Summary, error) {
	s := newScan(dec, o)
	s.use = func(r *result, v *incident.View) error { return use(r.worker, v) }
	s.take = func(*result) error { return nil }
	err := s.run(ctx)
	return s.summary(), err
}

// Records returns the good records that dec decodes, in the order of the input,
// each the caller's own. With several workers, and a decoder that is a [Parter],
// they are decoded and checked side by side. An error is always the last element,
// with a nil record beside it. The loop is for one use; when it is left early the
// reading ends. summary returns what became of the input and is to be called when
// the loop has ended.
func Records(ctx context.Context, dec ViewDecoder, o *ScanOptions) (records iter.Seq2[*incident.Record, error], summary func() Summary) {
	s := newScan(dec, o)
	return func(yield func(*incident.Record, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		batches := make(chan []*incident.Record, s.workers)
		s.use = func(r *result, v *incident.View) error {
			r.batch = append(r.batch, v.Record())
			return nil
		}
		s.take = func(r *result) error {
			select {
			case batches <- r.batch:
				r.batch = nil
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		var group sync.WaitGroup
		var err error
		group.Go(func() {
			defer close(batches)
			err = s.run(ctx)
		})
		defer group.Wait()
		defer cancel()
		for batch := range batches {
			for _, rec := range batch {
				if !yield(rec, nil) {
					return
				}
			}
		}
		group.Wait()
		if err != nil {
			yield(nil, err)
		}
	}, s.summary
}

// A scan is one call of [Scan] or [Records].
type scan struct {
	counter
	check   *incident.CheckOptions
	found   func(Found)
	dec     ViewDecoder
	parts   Parter // dec, or nil when it is read as a whole
	workers int
	use     func(r *result, v *incident.View) error // of a worker, with a good record
	take    func(r *result) error                   // with a result, in order

	cutting sync.Mutex // one worker cuts a part at a time
	uncut   bool       // no part is left

	mu      sync.Mutex // guards what follows, and counter
	turn    sync.Cond  // taken or err has changed
	cut     int        // parts so far
	taken   int        // of them, in order
	waiting map[int]*result
	records int // in the parts taken
	lines   int
	repairs []Fault
	blank   int
	err     error // ends the scan; io.EOF is its end
}

// ahead is how many parts may be cut before the first one that is under way, in
// addition to one for each worker.
const ahead = 2

func newScan(dec ViewDecoder, o *ScanOptions) *scan {
	if o == nil {
		o = &ScanOptions{}
	}
	s := &scan{
		counter: newCounter(&o.ReadOptions), check: o.Check, found: o.Found, dec: dec, workers: o.Workers,
		waiting: map[int]*result{},
	}
	s.turn.L = &s.mu
	if s.workers <= 0 {
		s.workers = runtime.GOMAXPROCS(0)
	}
	if s.o.Limits.Records == math.MaxInt64 { // which records are too many only their order tells
		s.parts, _ = dec.(Parter)
	}
	if s.parts == nil {
		s.workers = 1
	}
	return s
}

// run reads to the end or to the first error.
func (s *scan) run(ctx context.Context) error {
	if s.workers == 1 {
		s.work(ctx, 0)
	} else {
		var group sync.WaitGroup
		for worker := range s.workers {
			group.Go(func() { s.work(ctx, worker) })
		}
		group.Wait()
	}
	s.sum.Complete = s.err == io.EOF
	if s.err == io.EOF {
		return nil
	}
	if r, ok := s.err.(refusal); ok {
		return r.error
	}
	return s.err
}

// work decodes parts until there are no more.
func (s *scan) work(ctx context.Context, worker int) {
	var view incident.View
	var part Part
	for {
		r := s.next(ctx, part)
		if r == nil {
			return
		}
		r.worker = worker
		if part = r.part; part != nil {
			s.read(ctx, r, &view)
		}
		s.hand(r)
	}
}

// next cuts the next part, or returns nil when the scan has ended. What ends the
// input comes as a result without a part.
func (s *scan) next(ctx context.Context, reuse Part) *result {
	s.cutting.Lock()
	defer s.cutting.Unlock()
	s.mu.Lock()
	for s.err == nil && s.cut-s.taken >= s.workers+ahead {
		s.turn.Wait()
	}
	ended := s.err != nil
	r := &result{number: s.cut}
	s.cut++
	s.mu.Unlock()
	switch {
	case ended || s.uncut:
		return nil
	case s.parts == nil && r.number == 0:
		r.part = whole{s.dec}
	case s.parts == nil:
		r.err = io.EOF
	default:
		r.part, r.err = s.parts.NextPart(ctx, reuse)
	}
	if r.err != nil {
		r.part, s.uncut = nil, true
	}
	return r
}

// hand takes a result, and those that waited for it, in the order of the input.
func (s *scan) hand(r *result) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.waiting[r.number] = r
	for s.err == nil {
		r := s.waiting[s.taken]
		if r == nil {
			break
		}
		delete(s.waiting, s.taken)
		s.settle(r)
		s.records, s.lines = s.records+r.read, s.lines+r.lines
		s.taken++
	}
	s.turn.Broadcast()
}

// early takes what there is of a result whose part is not at its end, when its
// turn has come. It reports false when the scan has ended.
func (s *scan) early(r *result) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.err == nil && s.taken < r.number {
		s.turn.Wait()
	}
	if s.err == nil {
		s.settle(r)
	}
	return s.err == nil
}

// settle counts and reports what became of records of a part.
func (s *scan) settle(r *result) {
	r.place(s.records, s.lines)
	s.sum.Read += r.good
	s.sum.Accepted += r.good
	s.repairs, s.blank = append(s.repairs, r.repairs...), s.blank+r.blank
	for i := range r.events {
		if bad := r.events[i].bad; bad != nil {
			s.reject(bad)
		} else {
			s.found(r.events[i].found)
		}
	}
	err := s.take(r)
	if r.err != nil && (r.err != io.EOF || r.part == nil) {
		err = r.err
	}
	s.err = err
	r.good, r.events = 0, r.events[:0]
}

func (s *scan) summary() Summary {
	sum := s.sum
	if rep, ok := s.dec.(Repairer); ok {
		sum.Repairs, sum.Blank = append(slices.Clip(rep.Repairs()), s.repairs...), rep.Blank()+s.blank
	}
	return sum
}
