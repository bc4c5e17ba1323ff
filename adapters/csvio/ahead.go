package csvio

import (
	"context"
	"errors"
	"io"
	"slices"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/csvscan"
	"github.com/rescuetally/rescuetally/incident"
)

// open reads and binds the header.
func (d *Decoder) open(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return d.stopped(err)
	}
	row, err := d.scan.Next()
	if err == nil {
		if f := d.scan.Verify(row); f != nil {
			err = f
		}
	}
	if err == io.EOF {
		return &adapters.FileError{
			Position: adapters.Position{Name: d.name, Line: 1, Column: 1}, Code: incident.CodeCSVHeader,
			Message: "the input is empty: a CSV file has at least its header",
		}
	}
	if f, ok := errors.AsType[*csvscan.Fault](err); ok {
		f.Fatal = true // without its header nothing of the file can be read
		return fileError(f, d.name, 0)
	}
	for _, cell := range row.Fields() {
		d.header = append(d.header, string(cell))
	}
	d.noteDialect()
	if d.mapping != nil {
		return d.openMapped(row, d.mapping)
	}
	bound, faults, at := d.form.bindHeader(d.header)
	d.bound = bound
	d.keyAt = [2]int{slices.Index(bound, columnKind), slices.Index(bound, columnID)}
	if len(faults) == 0 {
		return nil
	}
	for i := range faults {
		line, column, offset := row.Line, row.Column, row.Offset
		if at[i] >= 0 {
			line, column, offset = row.At(at[i])
		}
		faults[i].At = adapters.Position{Name: d.name, Line: line, Column: column, Offset: offset}
	}
	e := &HeaderError{Faults: faults}
	e.Faults, e.Unlisted = upTo(d.limits.Errors, faults)
	return headerFault(faults[0], e)
}

// noteDialect reports how the file is read, where that is not as a plain file
// of the format.
func (d *Decoder) noteDialect() {
	dialect := d.Dialect()
	note := func(code incident.Code, severity incident.Severity, message string) {
		d.repairs = append(d.repairs, adapters.Fault{
			Finding: incident.Finding{Code: code, Severity: severity, Message: message},
			At:      adapters.Position{Name: d.name, Line: 1, Column: 1},
		})
	}
	if dialect.BOM {
		note(incident.CodeTextByteOrderMark, incident.Note, "the file starts with a byte order mark, which was left out")
	}
	switch {
	case dialect.Preamble > 0:
		note(incident.CodeCSVDialect, incident.Warning, "read as CSV with "+dialect.describe())
	case dialect.Sep, dialect.Comma != ',', dialect.Quote != '"', dialect.Escape != 0, dialect.Blank:
		note(incident.CodeCSVDialect, incident.Note, "read as CSV with "+dialect.describe())
	}
}

func (d *Decoder) stopped(err error) error {
	return &adapters.FileError{
		Position: adapters.Position{Name: d.name, Record: d.record}, Message: "the reading was stopped", Err: err,
	}
}

// advance reads ahead: the next row that is not blank, or the fault of one. Its
// error is io.EOF, or what ends the reading.
func (d *Decoder) advance(ctx context.Context) error {
	d.row, d.fault = nil, nil
	for {
		if err := ctx.Err(); err != nil {
			return d.stopped(err)
		}
		row, err := d.scan.Next()
		if err == io.EOF {
			return err
		}
		if f, ok := errors.AsType[*csvscan.Fault](err); ok {
			if f.Fatal {
				return fileError(f, d.name, d.record+1)
			}
			d.fault = f
			return nil
		}
		if !row.Ended || row.Len() != len(d.header) {
			if f := d.scan.Verify(row); f != nil {
				d.fault = f
				return nil
			}
		}
		if !row.Ended && d.scan.Dialect().RowEnd != "" {
			at := adapters.Position{Name: d.name, Line: row.Line, Column: row.Column, Offset: row.Offset}
			d.repairs = append(d.repairs, adapters.Fault{
				Finding: incident.Finding{
					Code: incident.CodeFileTruncated, Severity: incident.Warning,
					Message: "the last row has no line end while the others have one: the file may have been cut",
				},
				At: at,
			})
		}
		switch {
		case len(row.Filled()) == 0:
			d.blank++
			continue
		case row.Len() != len(d.header):
			d.fault = d.wrongCount(row)
		default:
			d.row = row
		}
		return nil
	}
}

func (d *Decoder) wrongCount(row *csvscan.Row) *csvscan.Fault {
	return &csvscan.Fault{
		Code: incident.CodeCSVFieldCount, Line: row.Line, Column: row.Column, Offset: row.Offset, Fields: row.Fields(),
		Message: "the row has " + count(row.Len(), "cell") + " and the header " + count(len(d.header), "column") +
			": look for a missing quote or separator",
	}
}
