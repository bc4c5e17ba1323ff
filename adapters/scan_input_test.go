package adapters_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

// A scanForm is a format whose inputs can be read in parts.
type scanForm struct {
	name    string
	encoder func(io.Writer) adapters.Encoder[incident.Record]
	decoder func(io.Reader, adapters.Limits) adapters.Parter
}

var scanForms = []scanForm{
	{
		"csv", func(w io.Writer) adapters.Encoder[incident.Record] { return csvio.NewEncoder(w, nil) },
		func(r io.Reader, l adapters.Limits) adapters.Parter {
			return csvio.NewDecoder(r, &csvio.DecodeOptions{Name: "in.csv", Limits: l})
		},
	},
	{
		"ndjson", func(w io.Writer) adapters.Encoder[incident.Record] { return jsonio.NewEncoder(w, nil) },
		func(r io.Reader, l adapters.Limits) adapters.Parter {
			return jsonio.NewDecoder(r, &jsonio.DecodeOptions{Name: "in.ndjson", Limits: l, Form: jsonio.Lines})
		},
	},
}

// forEachForm runs a test for each of scanForms.
func forEachForm(t *testing.T, test func(*testing.T, scanForm)) {
	for _, f := range scanForms {
		t.Run(f.name, func(t *testing.T) { test(t, f) })
	}
}

// encode writes records and then breaks those that have the marks of
// [registerOf].
func (f scanForm) encode(tb testing.TB, records []incident.Record) string {
	tb.Helper()
	var b bytes.Buffer
	enc := f.encoder(&b)
	for i := range records {
		if err := enc.Encode(context.Background(), &records[i]); err != nil {
			tb.Fatal(err)
		}
	}
	if err := enc.Close(); err != nil {
		tb.Fatal(err)
	}
	return strings.NewReplacer("unwell", "un\"well", "escaped", "escapes", "2021-02-28", "2021-02-30").Replace(b.String())
}

func dateOf(text string) incident.Date {
	d, err := incident.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// registerOf makes n records such as a hotline's register holds: most have one
// figure, some two or three, and some are not plain. In every so many-th one
// something is broken by encode, or rules find something; 0: in none.
func registerOf(seed uint64, n, broken int) []incident.Record {
	rng := rand.New(rand.NewPCG(seed, 3))
	out := make([]incident.Record, n)
	for i := range out {
		r := &out[i]
		*r = incident.Record{
			Kind: incident.KindRescue, ID: fmt.Sprintf("reg-%d", i+1), Published: dateOf("2024-04-02"),
			Occurred: dateOf([]string{"2024-03-30", "2024-03", "2024-03-30~", "2024-01/2024-03"}[rng.IntN(4)]),
			Place:    incident.Place{Country: []string{"KH", "MM", "LA", "PH"}[rng.IntN(4)], Name: []string{"", "Bokeo", "ปอยเปต", "Dubai, \"Free Zone\""}[rng.IntN(4)]},
			Source:   incident.Source{Name: fmt.Sprintf("Hotline %d", rng.IntN(36)), Kind: incident.NGO, Lang: "hi"},
			Notes: strings.Repeat([]string{
				"Caller asks for a way home.", "Family was told to pay 3,000; \"no money, no exit\", the message said.\n", "परिवार से संपर्क हुआ।", "a\\;b",
			}[rng.IntN(4)], 1+rng.IntN(6)),
			Figures: []incident.Figure{{
				Measure: incident.Freed, Count: incident.Exactly(int64(1 + rng.IntN(400))), Accrual: incident.AccrualEvent,
				Group: incident.Group{Nationality: []string{"", "IN", "CN"}[rng.IntN(3)]},
			}},
		}
		for rng.IntN(6) == 0 && len(r.Figures) < 3 {
			r.Figures = append(r.Figures, incident.Figure{
				Measure: incident.Held, Count: incident.About(int64(300 + rng.IntN(400))), Accrual: incident.AccrualEvent, Label: fmt.Sprintf("part %d", len(r.Figures)),
			})
		}
		if rng.IntN(20) == 0 {
			r.Notes += " p\u0430ge" // not plain, but right
		}
		if broken == 0 || rng.IntN(broken) > 0 {
			continue
		}
		switch rng.IntN(5) {
		case 0:
			r.Notes = "is unwell"
		case 1:
			r.Figures[0].Measure = incident.Escaped
		case 2:
			r.Occurred = dateOf("2021-02-28")
		default:
			r.Figures = append(r.Figures, incident.Figure{Measure: incident.Returned, Count: incident.Exactly(1000), Accrual: incident.AccrualEvent})
			r.Figures[0].Group = incident.Group{}
		}
	}
	return out
}

// An outcome is what became of an input.
type outcome struct {
	IDs     []string // of good records; sorted where their order is not known
	Persons int64
	Reports []string
	Found   []string
	End     string
	Summary string
}

func describe(sum adapters.Summary) string {
	var b strings.Builder
	fmt.Fprintln(&b, sum.Read, sum.Accepted, sum.Rejected, sum.Blank, sum.Faults, sum.Unlisted, sum.Repairs, sum.Complete)
	for _, e := range sum.Errors {
		fmt.Fprintln(&b, e, e.Position, e.ID, e.Findings)
	}
	return b.String()
}

func (o *outcome) end(err error, sum adapters.Summary) {
	o.Summary = describe(sum)
	if err != nil {
		o.End = fmt.Sprintf("%T %v", err, err)
	}
}

func (o *outcome) report(e *adapters.RecordError) {
	o.Reports = append(o.Reports, fmt.Sprintf("%v %q %v %d", e.Position, e.ID, e.Findings, e.Unlisted))
}

func (o *outcome) take(id string, figures []incident.Figure) {
	o.IDs = append(o.IDs, id)
	for i := range figures {
		best, _ := figures[i].Count.Best()
		o.Persons += best
	}
}

func (o *outcome) found(at adapters.Position, id string, faults []adapters.Fault) {
	o.Found = append(o.Found, fmt.Sprintf("%v %q %v", at, id, faults))
}

// read is what a Reader makes of an input, which is what a Scan has to come to.
func read(ctx context.Context, dec adapters.Decoder[incident.Record], o adapters.ReadOptions, check *incident.CheckOptions) *outcome {
	out := new(outcome)
	o.Report = out.report
	r := adapters.NewReader(dec, &o)
	var last error
	for rec, err := range r.All(ctx) {
		if last = err; err != nil {
			break
		}
		out.take(rec.ID, rec.Figures)
		if found := rec.Check(check); len(found) > 0 {
			at, _ := r.Locate("")
			out.found(at, rec.ID, adapters.Locate(found, r))
		}
	}
	out.end(last, r.Summary())
	return out
}

// records is what Records makes of it.
func records(ctx context.Context, dec adapters.ViewDecoder, o adapters.ReadOptions, check *incident.CheckOptions, workers int) *outcome {
	out := new(outcome)
	o.Report = out.report
	list, summary := adapters.Records(ctx, dec, &adapters.ScanOptions{
		ReadOptions: o, Workers: workers, Check: check, Found: func(f adapters.Found) { out.found(f.Position, f.ID, f.Faults) },
	})
	var last error
	for rec, err := range list {
		if last = err; err != nil {
			if rec != nil {
				out.IDs = append(out.IDs, "a record beside an error")
			}
			continue // there is nothing behind it
		}
		out.take(rec.ID, rec.Figures)
	}
	out.end(last, summary())
	return out
}

// scanned is what Scan makes of it. The records are sorted as read has them.
func scanned(ctx context.Context, dec adapters.ViewDecoder, o adapters.ReadOptions, check *incident.CheckOptions, workers int) *outcome {
	out := new(outcome)
	o.Report = out.report
	each := make([]outcome, workers)
	sum, err := adapters.Scan(ctx, dec, &adapters.ScanOptions{
		ReadOptions: o, Workers: workers, Check: check, Found: func(f adapters.Found) { out.found(f.Position, f.ID, f.Faults) },
	}, func(worker int, v *incident.View) error {
		each[worker].take(string(v.ID()), v.Shared().Figures)
		return nil
	})
	for i := range each {
		if !slices.IsSortedFunc(each[i].IDs, byNumber) {
			out.Found = append(out.Found, fmt.Sprintf("the records of worker %d are out of order", i))
		}
		out.IDs = append(out.IDs, each[i].IDs...)
		out.Persons += each[i].Persons
	}
	slices.SortStableFunc(out.IDs, byNumber)
	out.end(err, sum)
	return out
}

// byNumber orders the ids of registerOf.
func byNumber(a, b string) int {
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}
