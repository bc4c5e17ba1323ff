// Package difftest compares two ways to decode the same input: what they hand
// out, find, refuse and where has to be the same.
package difftest

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// paths are asked for their places in every record.
var paths = [...]string{
	"", "/id", "/event", "/place/country", "/figures", "/figures/0/count", "/figures/1/group/sex", "/source/url",
	"/agencies/0", "/notes", "/nothing",
}

// Records decodes everything into Records, and Views into one View. Both return
// what came out, a line for each thing; an input gives the same by both.
func Records(ctx context.Context, dec adapters.ViewDecoder) string {
	var b strings.Builder
	for decode := true; decode; {
		var rec incident.Record
		loc, err := dec.Decode(ctx, &rec)
		if decode = line(&b, loc, err); loc != nil {
			record(&b, &rec, rec.ID, rec.Event, rec.Check(nil), loc)
		}
	}
	mended(&b, dec)
	return b.String()
}

// Views is [Records] for the same input read into one View.
func Views(ctx context.Context, dec adapters.ViewDecoder) string {
	var b strings.Builder
	var v incident.View
	for decode := true; decode; {
		loc, err := dec.DecodeView(ctx, &v)
		if decode = line(&b, loc, err); loc != nil {
			found := v.Check(nil) // before the copy, which must not change a thing
			record(&b, v.Record(), string(v.ID()), string(v.Event()), found, loc)
		}
	}
	mended(&b, dec)
	return b.String()
}

// line writes what Decode returned besides the record, and reports whether it may
// be called again.
func line(b *strings.Builder, loc adapters.Locator, err error) bool {
	if err == nil {
		return true
	}
	if loc != nil {
		b.WriteString("an error with a Locator\n")
	}
	if bad, ok := errors.AsType[*adapters.RecordError](err); ok {
		fmt.Fprintf(b, "bad %+v %q %+v %d\n", bad.Position, bad.ID, bad.Findings, bad.Unlisted)
		return true
	}
	if file, ok := errors.AsType[*adapters.FileError](err); ok {
		fmt.Fprintf(b, "end %+v %s %s\n", file.Position, file.Code, file.Message)
		return false
	}
	fmt.Fprintf(b, "end %v\n", err)
	return false
}

func record(b *strings.Builder, r *incident.Record, id, event string, found incident.Findings, loc adapters.Locator) {
	fmt.Fprintf(b, "%q %q %+v\n", id, event, adapters.Locate(found, loc))
	for _, p := range paths {
		at, field := loc.Locate(p)
		fmt.Fprintf(b, "%d:%d@%d %s, ", at.Line, at.Column, at.Offset, field)
	}
	fmt.Fprintf(b, "%#v\n", *r)
}

func mended(b *strings.Builder, dec adapters.ViewDecoder) {
	if rep, ok := dec.(adapters.Repairer); ok {
		fmt.Fprintf(b, "%d blank, %+v\n", rep.Blank(), rep.Repairs())
	}
}

// Scan reads an input by [adapters.Records] and returns what came of it: records,
// then faults in their order, then the end and the summary. It is the same for
// any number of workers and any size of parts.
func Scan(ctx context.Context, dec adapters.ViewDecoder, workers int, policy adapters.Policy) string {
	var out, faults strings.Builder
	o := &adapters.ScanOptions{
		Workers: workers, Check: &incident.CheckOptions{},
		Found: func(f adapters.Found) { fmt.Fprintf(&faults, "%+v\n", f) },
	}
	o.Policy = policy
	o.Report = func(bad *adapters.RecordError) {
		fmt.Fprintf(&faults, "%+v %q %+v\n", bad.Position, bad.ID, bad.Findings)
	}
	records, summary := adapters.Records(ctx, dec, o)
	for rec, err := range records {
		if rec != nil {
			fmt.Fprintf(&out, "%#v\n", *rec)
		} else {
			line(&out, nil, err)
		}
	}
	s := summary()
	fmt.Fprintf(&out, "%s%d %d %d %d %v %d %v %v\n", faults.String(), s.Read, s.Accepted, s.Rejected, s.Blank, s.Faults, s.Unlisted, s.Repairs, s.Complete)
	return out.String()
}

// Sequential hides that a decoder is an [adapters.Parter].
type Sequential struct{ D adapters.Parter }

// Decode is the decoder's.
func (s Sequential) Decode(ctx context.Context, r *incident.Record) (adapters.Locator, error) {
	return s.D.Decode(ctx, r)
}

// DecodeView is the decoder's.
func (s Sequential) DecodeView(ctx context.Context, v *incident.View) (adapters.Locator, error) {
	return s.D.DecodeView(ctx, v)
}

// Repairs is the decoder's.
func (s Sequential) Repairs() []adapters.Fault { return s.D.Repairs() }

// Blank is the decoder's.
func (s Sequential) Blank() int { return s.D.Blank() }
