package csvio

import (
	"context"
	"errors"
	"io"
	"iter"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/csvscan"
	"github.com/rescuetally/rescuetally/incident"
)

// RowOptions say how [Rows] read. The zero value finds the dialect.
type RowOptions struct {
	Dialect Dialect         // found, when it is zero, among the separators , ; tab | and, where none of them fits, : and blank
	Name    string          // of the file, for positions
	Limits  adapters.Limits // Bytes, RecordBytes and Fields
}

// A Row is one row of a file as texts.
type Row struct {
	Cells   []string          // as many as the row has
	At      adapters.Position // of its first cell; Record is the row's number, from 1
	Repairs []adapters.Fault  // what was repaired in it; their Severity is Warning
}

// Rows reads the rows of a delimited file that may be polluted: rows with a
// separator too few or too many, stray quotes, another separator or quote than
// the rest, lines before the table. It hands out every row that fits the limits
// and says with each what it repaired. It knows nothing of records and takes no
// row for a header.
//
// Where the quotes of a row do not match, the row is read as the number of cells
// that the table has, in the way that leaves the fewest quotes over; a row of
// another length without such a fault is left as it is. Lines before the table
// are passed over and counted in the Dialect's Preamble.
type Rows struct {
	scan *csvscan.Scanner
	name string
	n    int
}

// NewRows returns the rows of r. A nil o is the zero RowOptions. It reads
// nothing yet.
func NewRows(r io.Reader, o *RowOptions) *Rows {
	var opts RowOptions
	if o != nil {
		opts = *o
	}
	return &Rows{
		scan: csvscan.New(r, csvscan.Config{Dialect: opts.Dialect.scan(), Lenient: true, Limits: opts.Limits}),
		name: opts.Name,
	}
}

// Dialect returns the dialect in use. It is known after the first row.
func (r *Rows) Dialect() Dialect { return Dialect(r.scan.Dialect()) }

// Blank returns how many blank lines were passed over so far.
func (r *Rows) Blank() int { return int(r.scan.Blank()) }

// Next returns the next row, which is the caller's own. The error is [io.EOF] at
// the end of the input; an [*adapters.RecordError] for a row over a limit, after
// which the next row can be read; and otherwise an [*adapters.FileError], with
// the codes csv.dialect, encoding.unsupported, format.unexpected, limit.bytes or
// wrapping the error of the reader below.
func (r *Rows) Next() (Row, error) {
	row, err := r.scan.Next()
	if err != nil {
		if err != io.EOF {
			r.n++
			err = fileError(err, r.name, r.n)
		}
		return Row{}, err
	}
	r.n++
	out := Row{Cells: make([]string, row.Len()), At: r.position(row.Line, row.Column, row.Offset)}
	for i, cell := range row.Fields() {
		out.Cells[i] = string(cell)
	}
	for _, rep := range row.Repairs {
		out.Repairs = append(out.Repairs, adapters.Fault{
			Finding: incident.Finding{Code: rep.Code, Severity: incident.Warning, Message: rep.Message},
			At:      r.position(rep.Line, rep.Column, rep.Offset),
		})
	}
	return out, nil
}

// All returns the rows in the file's order. An error of one row does not end the
// loop; another one is its last element. All stops when ctx is done.
func (r *Rows) All(ctx context.Context) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for {
			if err := ctx.Err(); err != nil {
				yield(Row{}, err)
				return
			}
			row, err := r.Next()
			if err == io.EOF {
				return
			}
			_, one := errors.AsType[*adapters.RecordError](err)
			if !yield(row, err) || err != nil && !one {
				return
			}
		}
	}
}

func (r *Rows) position(line, column int, offset int64) adapters.Position {
	return adapters.Position{Name: r.name, Record: r.n, Line: line, Column: column, Offset: offset}
}

// fileError returns a scanner's fault as an error of package adapters: of the
// file when it is fatal, of record number n otherwise.
func fileError(err error, name string, n int) error {
	f, ok := errors.AsType[*csvscan.Fault](err)
	if !ok {
		return err
	}
	at := adapters.Position{Name: name, Record: n, Line: f.Line, Column: f.Column, Offset: f.Offset}
	if f.Fatal {
		e := &adapters.FileError{Position: at, Code: f.Code, Message: f.Message, Err: f.Err}
		if f.Err != nil {
			e.Message = "the input cannot be read on"
		}
		if cause, ok := errors.AsType[*adapters.FileError](f.Err); ok {
			e.Code = cause.Code // of a compressed file that changed, say
		}
		return e
	}
	return &adapters.RecordError{Position: at, Findings: []adapters.Fault{rowFault(f, at)}}
}

func rowFault(f *csvscan.Fault, at adapters.Position) adapters.Fault {
	return adapters.Fault{Finding: incident.Finding{Code: f.Code, Severity: incident.Error, Message: f.Message}, At: at}
}
