package adaptertest

import (
	"bytes"
	"runtime"
	"time"

	"github.com/rescuetally/rescuetally/adapters"
)

// positions looks up every stated member of every record: each lies in its
// record, and line, column and offset say the same.
func (s *suite[T]) positions(t tb) {
	doc := s.all.bytes
	dec, err := s.NewDecoder(bytes.NewReader(doc))
	if err != nil {
		t.Fatalf("NewDecoder: %v", err)
	}
	var last adapters.Position
	for i := range s.all.want {
		v := new(T)
		loc, err := dec.Decode(t.Context(), v)
		if err != nil || loc == nil {
			t.Fatalf("record %d: %v, Locator %v", i+1, err, loc)
		}
		start, _ := loc.Locate("")
		if start.Record != i+1 {
			t.Errorf("record %d says that it is record %d", i+1, start.Record)
		}
		if i > 0 && start.Line > 0 && start.Offset <= last.Offset {
			t.Errorf("record %d starts at offset %d, the one before has something at %d", i+1, start.Offset, last.Offset)
		}
		last = start
		for _, path := range append(stated(v), "/none", "/figures/999/count", "no pointer", "/") {
			at, _ := loc.Locate(path)
			what := "the place of " + path
			if at.Record != i+1 {
				t.Errorf("record %d: %s is in record %d", i+1, what, at.Record)
			}
			checkPosition(t, what, doc, at)
			if at.Line > 0 && at.Offset < start.Offset {
				t.Errorf("record %d: %s is offset %d, before the record's %d", i+1, what, at.Offset, start.Offset)
			}
			if at.Offset > last.Offset {
				last = at
			}
		}
	}
}

// checkPosition complains about a place that is not in doc, or of which line,
// column and offset contradict each other.
func checkPosition(t tb, what string, doc []byte, at adapters.Position) {
	t.Helper()
	switch {
	case at.Line == 0:
		return // not known
	case at.Line < 0 || at.Column < 0 || at.Offset < 0 || at.Offset > int64(len(doc)):
		t.Errorf("%s: line %d, column %d, offset %d of %d", what, at.Line, at.Column, at.Offset, len(doc))
		return
	}
	line, column := place(doc, int(at.Offset), false)
	if line != at.Line {
		line, column = place(doc, int(at.Offset), true)
	}
	if line != at.Line {
		t.Errorf("%s: offset %d is in line %d, not in %d", what, at.Offset, line, at.Line)
	} else if at.Column != 0 && column != at.Column {
		t.Errorf("%s: offset %d is column %d of its line, not %d", what, at.Offset, column, at.Column)
	}
}

// place returns the line and column of an offset. A CR that no LF follows ends
// a line in some formats.
func place(doc []byte, offset int, cr bool) (line, column int) {
	line, start := 1, 0
	for i, c := range doc[:offset] {
		if c == '\n' || c == '\r' && cr && (i+1 == len(doc) || doc[i+1] != '\n') {
			line, start = line+1, i+1
		}
	}
	return line, offset - start + 1
}

// independence reads all records twice. The first time every record is kept:
// later ones do not change it. The second time every list is overwritten as
// soon as it was read: later records do not show it.
func (s *suite[T]) independence(t tb) {
	scratch := &scribbler{r: bytes.NewReader(s.all.bytes)}
	dec, err := s.NewDecoder(scratch)
	if err != nil {
		t.Fatalf("NewDecoder: %v", err)
	}
	kept := make([]*T, 0, len(s.all.want))
	var then []string
	for i := range s.all.want {
		v := new(T)
		if _, err := dec.Decode(t.Context(), v); err != nil {
			t.Fatalf("record %d: %v", i+1, err)
		}
		kept = append(kept, v)
		then = append(then, snapshot(v))
	}
	dec.Decode(t.Context(), new(T))
	scratch.scribble()
	for i := range kept {
		if snapshot(kept[i]) != then[i] {
			t.Errorf("record %d changed while later ones were read", i+1)
		}
	}
	dec, err = s.NewDecoder(bytes.NewReader(s.all.bytes))
	if err != nil {
		t.Fatalf("NewDecoder: %v", err)
	}
	for i := range s.all.want {
		v := new(T)
		if _, err := dec.Decode(t.Context(), v); err != nil {
			t.Fatalf("record %d: %v", i+1, err)
		}
		if path, differs := differing(&s.all.want[i], v); differs {
			t.Errorf("record %d differs in %q after the ones before were overwritten", i+1, path)
		}
		overwrite(v)
	}
}

// A scribbler remembers the buffers it filled, to overwrite them at the end.
type scribbler struct {
	r       *bytes.Reader
	buffers [][]byte
}

func (s *scribbler) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	s.buffers = append(s.buffers, p)
	return n, err
}

func (s *scribbler) scribble() {
	for _, p := range s.buffers {
		for i := range p {
			p[i] = '#'
		}
	}
}

// goroutines leaves Decoders at every place and looks whether anything still
// runs.
func (s *suite[T]) goroutines(t tb) {
	before := runtime.NumGoroutine()
	for k := range len(s.small.want) + 2 {
		dec, err := s.NewDecoder(bytes.NewReader(s.small.bytes))
		if err != nil {
			t.Fatalf("NewDecoder: %v", err)
		}
		for range k {
			dec.Decode(t.Context(), new(T))
		}
	}
	for wait := time.Millisecond; runtime.NumGoroutine() > before; wait *= 2 {
		if wait > time.Second {
			t.Errorf("%d goroutines are left over", runtime.NumGoroutine()-before)
			return
		}
		time.Sleep(wait)
	}
}
