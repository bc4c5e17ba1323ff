package csvio

import (
	"bufio"
	"context"
	"io"
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
type Encoder struct{ output }

// An output is what encoders have in common, whatever they write.
type output struct {
	form    *form
	what    subject
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
	return &Encoder{newOutput(w, recordForm)}
}

func newOutput(w io.Writer, f *form) output {
	return output{form: f, w: bufio.NewWriterSize(wholeWriter{w}, 32<<10)}
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
	return e.encode(ctx, subject{record: rec})
}

func (e *output) encode(ctx context.Context, what subject) error {
	if e.err != nil {
		return e.err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	e.n++
	e.what = what
	if err := e.refuse(); err != nil {
		e.n--
		return err
	}
	e.last, e.now = e.now, e.last
	e.start()
	parts := e.form.parts(&e.what)
	for i := range max(parts, 1) {
		e.form.point(&e.what, i)
		e.writeRow(i == 0)
	}
	return e.err
}

// Close writes the header when no record was written, and flushes. It does not
// close the writer below.
func (e *output) Close() error {
	if e.err != nil {
		return e.err
	}
	e.start()
	if e.err == nil {
		e.err = e.w.Flush()
	}
	return e.err
}

func (e *output) start() {
	if e.started {
		return
	}
	e.started = true
	for i := range e.form.columns {
		if i > 0 {
			e.row = append(e.row, ',')
		}
		e.row = append(e.row, e.form.columns[i].name...)
	}
	e.flushRow()
}

// refuse returns why the value cannot be written, and fills e.now.
func (e *output) refuse() error {
	e.now = e.now[:0]
	blank := true
	for i := range e.form.columns {
		if c := &e.form.columns[i]; !c.part {
			e.cell = c.get(e.cell[:0], &e.what)
			e.now = append(e.now, string(e.cell))
			blank = blank && len(e.cell) == 0
		}
	}
	found := e.form.unwritable(&e.what)
	switch {
	case blank && e.form.parts(&e.what) == 0 && len(found) == 0:
		found = incident.Findings{{
			Code: incident.CodeFieldEmpty, Severity: incident.Error, Message: "what states nothing is a blank row, which is passed over: leave it out",
		}}
	case e.repeats():
		found = append(found, incident.Finding{
			Code: incident.CodeCSVAmbiguousRecord, Severity: incident.Error, Path: "/id",
			Message: "the record before has the same id, and this one changes none of its cells: give it an id of its own",
		})
	}
	if found.Err() == nil {
		return nil
	}
	at := adapters.Position{Record: e.n}
	err := &adapters.RecordError{Position: at, ID: e.form.id(&e.what)}
	for _, f := range found {
		if f.Severity == incident.Error {
			err.Findings = append(err.Findings, adapters.Fault{Finding: f, At: at})
		}
	}
	return err
}

// repeats reports whether a reader could take the record of e.now for a part of
// the one of e.last.
func (e *output) repeats() bool {
	if !e.form.keyed || len(e.last) == 0 || e.now[columnID] != e.last[columnID] {
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

func (e *output) writeRow(first bool) {
	for i := range e.form.columns {
		c := &e.form.columns[i]
		if i > 0 {
			e.row = append(e.row, ',')
		}
		if !c.part && !first && i != columnKind && i != columnID {
			continue
		}
		e.cell = c.get(e.cell[:0], &e.what)
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

func (e *output) flushRow() {
	e.row = append(e.row, '\n')
	if e.err == nil {
		_, e.err = e.w.Write(e.row)
	}
	e.row = e.row[:0]
}
