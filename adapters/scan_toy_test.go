package adapters_test

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// A toyViews decodes lines "id country": what an author of an adapter writes who
// wants views. Blank lines are passed over, and another number of words is a bad
// record.
type toyViews struct {
	lines  []string
	record int // of the last line
	view   incident.View
	blank  int
	at     int // lines passed
}

func (d *toyViews) Decode(ctx context.Context, r *incident.Record) (adapters.Locator, error) {
	loc, err := d.DecodeView(ctx, &d.view)
	if err == nil {
		d.view.CopyTo(r)
	}
	return loc, err
}

func (d *toyViews) DecodeView(ctx context.Context, v *incident.View) (adapters.Locator, error) {
	for d.at < len(d.lines) && d.lines[d.at] == "" {
		d.at++
		d.blank++
	}
	at := adapters.Position{Name: "toy", Record: d.record + 1, Line: d.at + 1, Column: 1}
	if err := ctx.Err(); err != nil {
		return nil, &adapters.FileError{Position: at, Message: "the reading was stopped", Err: err}
	}
	if d.at == len(d.lines) {
		return nil, io.EOF
	}
	line := d.lines[d.at]
	d.at++
	d.record++
	id, country, ok := strings.Cut(line, " ")
	switch {
	case line == "!":
		return nil, &adapters.FileError{Position: at, Message: "told to stop"}
	case !ok:
		return nil, &adapters.RecordError{Position: at, Findings: []adapters.Fault{{
			Finding: incident.Finding{Code: incident.CodeFieldRequired, Severity: incident.Error, Message: "two words are due"}, At: at,
		}}}
	}
	if v.Reset(); !v.Set(incident.MemberKind, []byte("rescue")) || !v.Set(incident.MemberID, []byte(id)) ||
		!v.Set(incident.MemberCountry, []byte(country)) || !v.Plain() {
		v.Hold(&incident.Record{Kind: incident.KindRescue, ID: id, Place: incident.Place{Country: country}})
	}
	return lineLocator(at), nil
}

func (d *toyViews) Repairs() []adapters.Fault { return nil }
func (d *toyViews) Blank() int                { return d.blank }
func (d *toyViews) Lines() int                { return d.at }

// A toyParts is a toyViews that hands out three lines at a time.
type toyParts struct{ toyViews }

func (d *toyParts) NextPart(ctx context.Context, reuse adapters.Part) (adapters.Part, error) {
	if err := ctx.Err(); err != nil {
		return nil, &adapters.FileError{Message: "the reading was stopped", Err: err}
	}
	if len(d.lines) == 0 {
		return nil, io.EOF
	}
	part, ok := reuse.(*toyViews)
	if !ok {
		part = new(toyViews)
	}
	n := min(3, len(d.lines))
	*part = toyViews{lines: d.lines[:n], view: part.view}
	d.lines = d.lines[n:]
	return part, nil
}

func toyLines(n int) (lines []string) {
	for i := range n {
		lines = append(lines, fmt.Sprintf("reg-%d %s", i+1, []string{"KH", "MM", "Cambodia", "LA"}[i%4]))
		switch i % 7 {
		case 2:
			lines = append(lines, "")
		case 5:
			lines = append(lines, "bad")
		}
	}
	return lines
}

// TestScanOfAnotherDecoder reads with the toy, as a whole and in parts.
func TestScanOfAnotherDecoder(t *testing.T) {
	check := &incident.CheckOptions{}
	for _, lines := range [][]string{nil, toyLines(1), toyLines(3), toyLines(500), append(toyLines(400), "!", "reg-9001 KH", "bad", "reg-9002 MM", "reg-9003 LA")} {
		for _, policy := range []adapters.Policy{adapters.Stop, adapters.Skip, adapters.Keep} {
			o := adapters.ReadOptions{Policy: policy}
			want := read(t.Context(), &toyViews{lines: lines}, o, check)
			for _, workers := range workerCounts {
				for _, dec := range []func() adapters.ViewDecoder{
					func() adapters.ViewDecoder { return &toyViews{lines: lines} },
					func() adapters.ViewDecoder { return &toyParts{toyViews{lines: lines}} },
				} {
					if d := cmp.Diff(want, records(t.Context(), dec(), o, check, workers), cmpopts.EquateEmpty()); d != "" {
						t.Errorf("%d lines, Records by %d of a %T: -Reader +Records %.2000s", len(lines), workers, dec(), d)
					}
					got := scanned(t.Context(), dec(), o, check, workers)
					if want.End != "" && len(got.IDs) >= len(want.IDs) {
						got.IDs = got.IDs[:len(want.IDs)]
					}
					if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
						t.Errorf("%d lines, Scan by %d of a %T: -Reader +Scan %.2000s", len(lines), workers, dec(), d)
					}
				}
			}
		}
	}
}

// TestOneWorkerReadsAWhole shows that a decoder that is no Parter is read by one
// worker.
func TestOneWorkerReadsAWhole(t *testing.T) {
	n := 0 // not guarded: the race detector watches it
	if _, err := adapters.Scan(t.Context(), &toyViews{lines: toyLines(500)}, &adapters.ScanOptions{ReadOptions: adapters.ReadOptions{Policy: adapters.Skip}, Workers: 8},
		func(worker int, _ *incident.View) error {
			if n++; worker != 0 {
				t.Errorf("worker %d is called", worker)
			}
			return nil
		}); err != nil || n != 500 {
		t.Errorf("%d records, %v", n, err)
	}
}
