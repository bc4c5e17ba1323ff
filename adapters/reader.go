package adapters

import (
	"context"
	"errors"
	"io"
	"iter"
	"strconv"

	"github.com/rescuetally/rescuetally/incident"
)

// A Decoder reads values of one format, one at a time. It is what the author
// of an adapter writes; users hold a [Reader].
//
// Decode fills *v, which it may assume to be the zero T, and returns a Locator
// for it. The value owns all its memory. The error is
//   - [io.EOF] at the end of the input, and at every call after it;
//   - a [*RecordError] when this one record is bad and reading can go on;
//   - anything else, a [*FileError] as a rule, when it cannot; an error of the
//     reader below and ctx.Err() are wrapped.
//
// Decode looks at ctx at least once a record. A Decoder is not safe for
// concurrent use. Methods are not added to this interface; see [Repairer].
type Decoder[T any] interface {
	Decode(ctx context.Context, v *T) (Locator, error)
}

// A Repairer is a [Decoder] that reports what it had to overlook or mend to
// read the input: blank lines, a byte order mark, the dialect it found.
type Repairer interface {
	// Repairs returns what was mended so far, in the input's order.
	Repairs() []Fault
	// Blank returns how many blank lines or rows were passed over.
	Blank() int
}

// Policy says what a [Reader] does with a bad record.
type Policy uint8

// The policies.
const (
	Stop Policy = iota // end with the record's error
	Skip               // report it, count it and go on
	Keep               // as Skip, and keep its error in the Summary, up to Limits.Errors
)

// ReadOptions say how a [Reader] reads. The zero value is the strictest.
type ReadOptions struct {
	Policy Policy
	Limits Limits             // Records and Errors are the Reader's; the others are the Decoder's
	Report func(*RecordError) // called for each bad record under Skip and Keep; may be nil
}

// A Summary says what became of an input: Read = Accepted + Rejected.
type Summary struct {
	Read     int                   // records
	Accepted int                   //
	Rejected int                   //
	Blank    int                   // lines or rows passed over because they were blank
	Faults   map[incident.Code]int // of rejected records, by code
	Errors   []*RecordError        // of rejected records, under Keep, up to Limits.Errors
	Unlisted int                   // rejected records whose error was not kept
	Repairs  []Fault               // what was overlooked or mended
	Complete bool                  // the input was read to its end
}

// A Reader reads values with a [Decoder], applies the [Policy] to bad records
// and keeps count of them. It is not safe for concurrent use.
type Reader[T any] struct {
	dec Decoder[T]
	counter
	loc  Locator
	done bool
}

// A counter keeps count of records.
type counter struct {
	o   ReadOptions
	sum Summary
}

func newCounter(o *ReadOptions) counter {
	var c counter
	if o != nil {
		c.o = *o
	}
	c.o.Limits = c.o.Limits.WithDefaults()
	c.sum.Faults = map[incident.Code]int{}
	return c
}

// NewReader returns a Reader of what dec decodes. A nil o is the zero
// ReadOptions.
func NewReader[T any](dec Decoder[T], o *ReadOptions) *Reader[T] {
	return &Reader[T]{dec: dec, counter: newCounter(o)}
}

// Read returns the next good record. The error is [io.EOF] at the end of the
// input, a [*RecordError] for the first bad record under [Stop], and otherwise
// what ended the reading, ctx.Err() wrapped among them. The record is nil when
// there is an error, and the caller's own when there is none. Every call after
// an error returns [io.EOF].
func (r *Reader[T]) Read(ctx context.Context) (*T, error) {
	for !r.done {
		if int64(r.sum.Read) >= r.o.Limits.Records {
			return nil, r.full(ctx)
		}
		v := new(T)
		loc, err := r.dec.Decode(ctx, v)
		if err == nil {
			r.loc = loc
			r.sum.Read++
			r.sum.Accepted++
			return v, nil
		}
		r.loc = nil
		bad, ok := errors.AsType[*RecordError](err)
		if !ok {
			r.done = true
			r.sum.Complete = err == io.EOF
			return nil, err
		}
		r.reject(bad)
		if r.o.Policy == Stop {
			r.done = true
			return nil, err
		}
	}
	return nil, io.EOF
}

// full ends the reading at Limits.Records, unless the input ends there too.
func (r *Reader[T]) full(ctx context.Context) error {
	r.done, r.loc = true, nil
	loc, err := r.dec.Decode(ctx, new(T))
	if err == io.EOF {
		r.sum.Complete = true
		return io.EOF
	}
	return tooMany(loc, err, r.sum.Read)
}

// tooMany is the error of an input with more records than Limits.Records, given
// what came of decoding the first one that is too many.
func tooMany(loc Locator, err error, read int) error {
	var at Position
	if bad, ok := errors.AsType[*RecordError](err); ok {
		at = bad.Position
	} else if err != nil {
		return err
	} else if loc != nil {
		at, _ = loc.Locate("")
	}
	at.Record = read + 1
	return &FileError{
		Position: at, Code: incident.CodeLimitRecords,
		Message: "there are more records than Limits.Records allows: raise it if that is meant",
	}
}

// reject counts a bad record, keeps its error and reports it.
func (c *counter) reject(bad *RecordError) {
	c.sum.Read++
	c.sum.Rejected++
	for _, f := range bad.Findings {
		c.sum.Faults[f.Code]++
	}
	if c.o.Policy == Keep && len(c.sum.Errors) < c.o.Limits.Errors {
		c.sum.Errors = append(c.sum.Errors, bad)
	} else {
		c.sum.Unlisted++
	}
	if c.o.Report != nil && c.o.Policy != Stop {
		c.o.Report(bad)
	}
}

// All returns the good records in the input's order. An error is always the
// last element, with a nil record beside it; the end of the input is none. All
// is for one use: a second loop goes on where the first one stopped.
func (r *Reader[T]) All(ctx context.Context) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		for {
			v, err := r.Read(ctx)
			if err == io.EOF {
				return
			}
			if !yield(v, err) || err != nil {
				return
			}
		}
	}
}

// Locate returns where the member that a JSON Pointer names stands in the
// record that was read last, and the file's own name of the field. It is the
// zero Position when no record was read.
func (r *Reader[T]) Locate(path string) (at Position, field string) {
	if r.loc == nil {
		return Position{}, ""
	}
	return r.loc.Locate(path)
}

// Locate returns the findings as faults, with the positions that loc finds.
func Locate(fs incident.Findings, loc Locator) []Fault {
	faults := make([]Fault, len(fs))
	for i, f := range fs {
		faults[i].Finding = f
		if loc != nil {
			faults[i].At, faults[i].Field = loc.Locate(f.Path)
		}
	}
	return faults
}

// Summary returns what became of the input so far.
func (r *Reader[T]) Summary() Summary {
	s := r.sum
	if rep, ok := r.dec.(Repairer); ok {
		s.Repairs, s.Blank = rep.Repairs(), rep.Blank()
	}
	return s
}

func plural(n int, what string) string {
	s := strconv.Itoa(n) + " " + what
	if n != 1 {
		s += "s"
	}
	return s
}
