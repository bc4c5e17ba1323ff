package adaptertest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// badRecords breaks one record after the other: it is rejected, with what is
// wrong and where, and every other is read as ever.
func (s *suite[T]) badRecords(t tb) {
	for i := range s.all.want {
		what := fmt.Sprintf("record %d broken", i+1)
		doc := s.Break(bytes.Clone(s.all.bytes), i)
		var bad []*adapters.RecordError
		sum, got, err := s.read(t, doc, &adapters.ReadOptions{
			Policy: adapters.Skip, Report: func(e *adapters.RecordError) { bad = append(bad, e) },
		})
		if err != nil {
			t.Errorf("%s: reading ended: %v", what, err)
			continue
		}
		want := append(append([]T(nil), s.all.want[:i]...), s.all.want[i+1:]...)
		compare(t, what, want, got)
		s.law(t, what, sum)
		if len(bad) != 1 || sum.Rejected != 1 || !sum.Complete {
			t.Errorf("%s: %d reported, %d rejected, complete is %t", what, len(bad), sum.Rejected, sum.Complete)
			continue
		}
		if bad[0].Record != i+1 {
			t.Errorf("%s: the error speaks of record %d", what, bad[0].Record)
		}
		s.wellMade(t, what, doc, bad[0])
		_, got, err = s.read(t, doc, nil)
		if e, ok := errors.AsType[*adapters.RecordError](err); !ok || e.Record != i+1 || len(got) != i {
			t.Errorf("%s: under Stop %d records and %v", what, len(got), err)
		}
	}
}

// changedBytes changes one byte after the other: whatever that makes of the
// document, each record is counted, and errors are of the kinds agreed on.
func (s *suite[T]) changedBytes(t tb) {
	for i := range s.small.bytes {
		for _, mask := range []byte{0x20, 0x01 << (i % 8)} {
			doc := bytes.Clone(s.small.bytes)
			doc[i] ^= mask
			what := fmt.Sprintf("byte %d changed by %#x", i, mask)
			sum, _, err := s.read(t, doc, &adapters.ReadOptions{
				Policy: adapters.Skip, Report: func(e *adapters.RecordError) { s.wellMade(t, what, doc, e) },
			})
			s.law(t, what, sum)
			if err == nil {
				continue
			}
			if at, ok := asReadError(err); !ok {
				t.Errorf("%s: error %v is neither a RecordError nor a FileError", what, err)
			} else if at.Offset < 0 || at.Offset > int64(len(doc)) {
				t.Errorf("%s: the error is at offset %d of %d", what, at.Offset, len(doc))
			}
		}
	}
}

// read reads doc with a Reader.
func (s *suite[T]) read(t tb, doc []byte, o *adapters.ReadOptions) (sum adapters.Summary, got []*T, err error) {
	t.Helper()
	dec, err := s.NewDecoder(bytes.NewReader(doc))
	if err != nil {
		return sum, nil, err
	}
	r := adapters.NewReader(dec, o)
	for v, err := range r.All(t.Context()) {
		if err != nil {
			return r.Summary(), got, err
		}
		if got = append(got, v); len(got) > 1000+len(doc) {
			return r.Summary(), got, errEndless
		}
	}
	return r.Summary(), got, nil
}

// law complains when records are lost.
func (s *suite[T]) law(t tb, what string, sum adapters.Summary) {
	t.Helper()
	if sum.Read != sum.Accepted+sum.Rejected || sum.Blank < 0 {
		t.Errorf("%s: read %d, accepted %d, rejected %d", what, sum.Read, sum.Accepted, sum.Rejected)
	}
}

// wellMade complains about an error that does not say what is wrong and where,
// or that says what stands in the record.
func (s *suite[T]) wellMade(t tb, what string, doc []byte, e *adapters.RecordError) {
	t.Helper()
	if len(e.Findings) == 0 {
		t.Errorf("%s: the error has no findings", what)
	}
	if e.Record < 1 {
		t.Errorf("%s: the error does not say which record it speaks of", what)
	}
	checkPosition(t, what, doc, e.Position)
	for _, f := range e.Findings {
		if _, known := f.Code.Info(); !known {
			t.Errorf("%s: code %q is not one of incident.Codes", what, f.Code)
		}
		if f.Severity != incident.Error || f.Message == "" || strings.ContainsAny(f.Message, "\r\n") {
			t.Errorf("%s: the finding %s has severity %q, and a message of %d bytes", what, f.Code, f.Severity, len(f.Message))
		}
		checkPosition(t, what, doc, f.At)
	}
	if text := fmt.Sprintf("%v %+v %s", e, e, e.LogValue()); strings.Contains(text, Marker) {
		t.Errorf("%s: the error tells what stands in the record", what)
	}
}

// limits reads documents that are too long in every way, and one without end.
func (s *suite[T]) limits(t tb) {
	long := len(s.all.bytes)
	for _, c := range []struct {
		name   string
		limits adapters.Limits
		code   incident.Code
	}{
		{"too few bytes", adapters.Limits{Bytes: int64(long) - 1}, incident.CodeLimitBytes},
		{"far too few bytes", adapters.Limits{Bytes: int64(long) / 2}, incident.CodeLimitBytes},
	} {
		in := &counting{r: bytes.NewReader(s.all.bytes)}
		dec, err := s.Limited(in, c.limits)
		if err != nil {
			t.Fatalf("Limited: %v", err)
		}
		r := adapters.NewReader(dec, &adapters.ReadOptions{Policy: adapters.Skip})
		var last error
		for _, last = range r.All(t.Context()) {
			if last != nil {
				break
			}
		}
		if e, ok := errors.AsType[*adapters.FileError](last); !ok || e.Code != c.code {
			t.Errorf("%s: %v, want a FileError with code %s", c.name, last, c.code)
		}
		if in.n > c.limits.Bytes+1 {
			t.Errorf("%s: %d bytes were read under a limit of %d", c.name, in.n, c.limits.Bytes)
		}
		if r.Summary().Complete {
			t.Errorf("%s: the reading is said to be complete", c.name)
		}
	}
	dec, err := s.Limited(bytes.NewReader(s.all.bytes), adapters.Limits{Bytes: int64(long)})
	if err != nil {
		t.Fatalf("Limited: %v", err)
	}
	for i := range len(s.all.want) + 1 {
		if _, err := dec.Decode(t.Context(), new(T)); err != nil && (err != io.EOF || i < len(s.all.want)) {
			t.Errorf("as many bytes as the limit: record %d: %v", i+1, err)
			break
		}
	}
	s.largeRecord(t)
	s.endless(t)
}

// largeRecord reads the samples with a limit that at least one of them exceeds,
// if there is one so long.
func (s *suite[T]) largeRecord(t tb) {
	const most = 16 << 10
	if s.NewEncoder == nil || !slices.ContainsFunc(s.Samples, func(v T) bool {
		return len(s.document(t, []T{v}).bytes) > 2*most
	}) {
		return
	}
	dec, err := s.Limited(bytes.NewReader(s.all.bytes), adapters.Limits{RecordBytes: most})
	if err != nil {
		t.Fatalf("Limited: %v", err)
	}
	r := adapters.NewReader(dec, &adapters.ReadOptions{Policy: adapters.Skip})
	for _, err := range r.All(t.Context()) {
		if e, ok := errors.AsType[*adapters.FileError](err); err != nil && (!ok || e.Code != incident.CodeLimitRecordBytes) {
			t.Errorf("a record over the limit: %v", err)
		} else if ok {
			return // a format may be unable to find the next record
		}
	}
	sum := r.Summary()
	s.law(t, "a record over the limit", sum)
	if sum.Faults[incident.CodeLimitRecordBytes] == 0 || sum.Rejected == 0 || sum.Accepted == 0 {
		t.Errorf("a record over the limit: %d rejected, %d of %d with that code", sum.Rejected, sum.Faults[incident.CodeLimitRecordBytes], sum.Read)
	}
}

// endless reads an input that has no end: the limit of bytes is one.
func (s *suite[T]) endless(t tb) {
	const most = 1 << 18
	for _, again := range [][]byte{{'a'}, {'"'}, {'\n'}, {'['}, s.small.bytes, s.small.bytes[:len(s.small.bytes)/2]} {
		in := &counting{r: io.LimitReader(&repeating{again: again}, 4*most)} // a sound one sees no end before its limit
		dec, err := s.Limited(in, adapters.Limits{Bytes: most, RecordBytes: most / 16})
		if err != nil {
			continue // refused at once
		}
		r := adapters.NewReader(dec, &adapters.ReadOptions{Policy: adapters.Skip})
		var last error
		for _, last = range r.All(t.Context()) {
			if last != nil {
				break
			}
		}
		if last == nil {
			t.Errorf("an input without end was read to an end")
		}
		if in.n > most+1 {
			t.Errorf("an input without end: %d bytes were read under a limit of %d", in.n, most)
		}
	}
}

// A counting counts the bytes that are read through it.
type counting struct {
	r io.Reader
	n int64
}

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// A repeating hands out the same bytes again and again.
type repeating struct {
	again []byte
	at    int
}

func (r *repeating) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = r.again[r.at]
		r.at = (r.at + 1) % len(r.again)
	}
	return len(p), nil
}
