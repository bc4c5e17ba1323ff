package adapters_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// A lineDecoder reads whole numbers, one a line. A line that is none is a bad
// record, one that starts with "!" is the end of all reading.
type lineDecoder struct {
	in    *bufio.Reader
	line  int
	off   int64
	blank int
}

func newLineDecoder(r io.Reader) *lineDecoder { return &lineDecoder{in: bufio.NewReader(r)} }

type lineLocator adapters.Position

func (l lineLocator) Locate(string) (adapters.Position, string) {
	return adapters.Position(l), "number"
}

func (d *lineDecoder) Decode(ctx context.Context, v *int) (adapters.Locator, error) {
	for {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("line %d: %w", d.line, err)
		}
		text, err := d.in.ReadString('\n')
		if err != nil && (err != io.EOF || text == "") {
			if err == io.EOF {
				return nil, io.EOF
			}
			return nil, &adapters.FileError{Position: adapters.Position{Line: d.line + 1}, Message: "the input cannot be read", Err: err}
		}
		d.line++
		at := adapters.Position{Name: "toy", Record: d.line, Line: d.line, Column: 1, Offset: d.off}
		d.off += int64(len(text))
		text = trimLF(text)
		if text == "" {
			d.blank++
			continue
		}
		if text[0] == '!' {
			return nil, &adapters.FileError{Position: at, Code: incident.CodeFileTruncated, Message: "told to stop"}
		}
		n, err := strconv.Atoi(text)
		if err != nil {
			fault := adapters.Fault{
				Finding: incident.Finding{Code: incident.CodeCountSyntax, Severity: incident.Error, Message: "not a number"},
				At:      at, Field: "number",
			}
			return nil, &adapters.RecordError{Position: at, Findings: slices.Repeat([]adapters.Fault{fault}, len(text))}
		}
		*v = n
		return lineLocator(at), nil
	}
}

func (d *lineDecoder) Repairs() []adapters.Fault {
	if d.blank == 0 {
		return nil
	}
	return []adapters.Fault{{Finding: incident.Finding{Code: incident.CodeFieldEmpty, Severity: incident.Note, Message: "blank line"}}}
}

func (d *lineDecoder) Blank() int { return d.blank }

func trimLF(s string) string {
	if s != "" && s[len(s)-1] == '\n' {
		return s[:len(s)-1]
	}
	return s
}

// A lineEncoder writes what a lineDecoder reads, and a last line "end".
type lineEncoder struct{ w io.Writer }

var errOdd = errors.New("odd numbers are not written")

func (e lineEncoder) Encode(ctx context.Context, v *int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if *v == 13 {
		return errOdd
	}
	_, err := fmt.Fprintf(e.w, "%d\n", *v)
	return err
}

func (e lineEncoder) Close() error {
	_, err := io.WriteString(e.w, "end\n")
	return err
}
