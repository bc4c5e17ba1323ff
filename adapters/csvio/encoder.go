package csvio

import (
	"bufio"
	"context"
	"io"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// EncodeOptions say how an [Encoder] writes. The zero value writes the format's
// one form; there is nothing to choose yet.
type EncodeOptions struct{}

// An Encoder writes records in the format's CSV form: the header with all
// columns, one row a figure, LF at the end of each row, quotes where they are
// needed, cells that a spreadsheet would run made inert. The same records give
// the same bytes. It is an [adapters.Encoder] and not safe for concurrent use.
type Encoder struct {
	w       *bufio.Writer
	err     error // sticky
	started bool
	n       int
	row     []byte
	cell    []byte
	last    []string // the record cells of the record before, in the order of columns
	now     []string
}

// NewEncoder returns an Encoder to w. A nil o is the zero EncodeOptions. It
// writes nothing yet; without [Encoder.Close] the output is not whole.
func NewEncoder(w io.Writer, o *EncodeOptions) *Encoder {
	return &Encoder{w: bufio.NewWriterSize(wholeWriter{w}, 32<<10)}
}

// A wholeWriter makes an error of a write that took less than it was given and
// said nothing: a bufio.Writer would try such a one for ever.
type wholeWriter struct{ w io.Writer }

func (w wholeWriter) Write(p []byte) (int, error) {
	n, err := w.w.Write(p)
	if err == nil && n != len(p) {
		n, err = max(min(n, len(p)), 0), io.ErrShortWrite
	}
	return n, err
}

// Encode writes a record. The error is an [*adapters.RecordError] when the form
// cannot hold it, and then nothing of it was written: field.required without kind
// or id, field.empty for an empty item of a list or a figure that states nothing,
// and csv.ambiguous-record when the
// record before has the same id and this one changes none of its cells, or none
// but the kind, so that a reader could take the two for one. Otherwise it wraps the error of
// the writer below, which every later call returns again.
func (e *Encoder) Encode(ctx context.Context, rec *incident.Record) error {
	if e.err != nil {
		return e.err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	e.n++
	if err := e.refuse(rec); err != nil {
		e.n--
		return err
	}
	e.last, e.now = e.now, e.last
	e.start()
	if len(rec.Figures) == 0 {
		e.writeRow(rec, &incident.Figure{}, true)
	}
	for i := range rec.Figures {
		e.writeRow(rec, &rec.Figures[i], i == 0)
	}
	return e.err
}

// Close writes the header when no record was written, and flushes. It does not
// close the writer below.
func (e *Encoder) Close() error {
	if e.err != nil {
		return e.err
	}
	e.start()
	if e.err == nil {
		e.err = e.w.Flush()
	}
	return e.err
}

func (e *Encoder) start() {
	if e.started {
		return
	}
	e.started = true
	for i := range columns {
		if i > 0 {
			e.row = append(e.row, ',')
		}
		e.row = append(e.row, columns[i].name...)
	}
	e.flushRow()
}

// refuse returns why a record cannot be written, and fills e.now.
func (e *Encoder) refuse(rec *incident.Record) error {
	e.now = e.now[:0]
	for i := range columns {
		if c := &columns[i]; !c.figure {
			e.cell = c.get(e.cell[:0], rec, nil)
			e.now = append(e.now, string(e.cell))
		}
	}
	var faults []adapters.Fault
	add := func(code incident.Code, path, message string) {
		faults = append(faults, adapters.Fault{
			Finding: incident.Finding{Code: code, Severity: incident.Error, Path: path, Message: message},
			At:      adapters.Position{Record: e.n},
		})
	}
	if rec.Kind == "" {
		add(incident.CodeFieldRequired, "/kind", "a row without its kind belongs to no record: state it")
	}
	if rec.ID == "" {
		add(incident.CodeFieldRequired, "/id", "a row without its id belongs to no record: state it")
	}
	for i := range rec.Figures {
		if rec.Figures[i] == (incident.Figure{}) {
			add(incident.CodeFieldEmpty, figurePath(i), "a figure that states nothing has no row: leave it out")
		}
	}
	for _, l := range [...]struct {
		path  string
		items []string
	}{
		{"/exploitation", rec.Exploitation},
		{"/conditions", rec.Conditions},
		{"/agencies", rec.Agencies},
		{"/derivedFrom", rec.DerivedFrom},
		{"/supersedes", rec.Supersedes},
		{"/retracts", rec.Retracts},
	} {
		if slices.Contains(l.items, "") {
			add(incident.CodeFieldEmpty, l.path, "an item of a list is empty: leave it out")
		}
	}
	if e.repeats() {
		add(incident.CodeCSVAmbiguousRecord, "/id",
			"the record before has the same id, and this one changes none of its cells: give it an id of its own")
	}
	if faults == nil {
		return nil
	}
	return &adapters.RecordError{Position: adapters.Position{Record: e.n}, ID: rec.ID, Findings: faults}
}

// repeats reports whether a reader could take the record of e.now for a part of
// the one of e.last.
func (e *Encoder) repeats() bool {
	if len(e.last) == 0 || e.now[columnID] != e.last[columnID] {
		return false
	}
	sameKind := e.now[columnKind] == e.last[columnKind]
	for i, cell := range e.now {
		if i > columnID && cell != "" && (!sameKind || cell != e.last[i]) {
			return false
		}
	}
	return true
}

func (e *Encoder) writeRow(rec *incident.Record, f *incident.Figure, first bool) {
	for i := range columns {
		c := &columns[i]
		if i > 0 {
			e.row = append(e.row, ',')
		}
		if !c.figure && !first && i != columnKind && i != columnID {
			continue
		}
		e.cell = c.get(e.cell[:0], rec, f)
		if isTame(e.cell) {
			e.row = append(e.row, e.cell...)
		} else {
			e.row = appendCell(e.row, guard(string(e.cell)))
		}
	}
	e.flushRow()
}

// isTame reports whether a cell certainly needs neither a guard nor quotes. Most
// cells are, and this is cheap to tell.
func isTame(cell []byte) bool {
	for i, c := range cell {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c >= 'A' && c <= 'Z':
		case c < ' ', c == ',', c == ';', c == '"', c == 0x7f:
			return false
		case i == 0 && c != '<' && c != '>' && c != '~':
			return false
		}
	}
	return true
}

// appendCell appends a cell, in quotes where its text asks for them. A guarded
// cell with a semicolon is quoted too, for programs that separate by it.
func appendCell(dst []byte, cell string) []byte {
	if !strings.ContainsAny(cell, ",\"\r\n") && (cell == "" || cell[0] != '\'' || !strings.Contains(cell, ";")) {
		return append(dst, cell...)
	}
	dst = append(dst, '"')
	for i := range len(cell) {
		if cell[i] == '"' {
			dst = append(dst, '"')
		}
		dst = append(dst, cell[i])
	}
	return append(dst, '"')
}

func (e *Encoder) flushRow() {
	e.row = append(e.row, '\n')
	if e.err == nil {
		_, e.err = e.w.Write(e.row)
	}
	e.row = e.row[:0]
}
