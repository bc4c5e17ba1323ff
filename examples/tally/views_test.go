package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

func decoderOf(format string, in io.Reader) adapters.ViewDecoder {
	if format == "csv" {
		return csvio.NewDecoder(in, nil)
	}
	return jsonio.NewDecoder(in, nil)
}

func newTestTally() *stats.Tally {
	return stats.NewTally(
		stats.By(stats.Country, stats.Month), stats.Sum(incident.Freed, incident.Returned, incident.Lost),
		stats.Top(stats.Nationality, 2), stats.Distinct(stats.Source), stats.Quantiles(),
	)
}

// byRecords reads records one by one, checks each and adds up what it comes to: the
// way that needs no explanation.
func byRecords(t *testing.T, format, in string) (state []byte, said string) {
	t.Helper()
	var log strings.Builder
	tally := newTestTally()
	dec := decoderOf(format, strings.NewReader(in))
	for {
		var rec incident.Record
		loc, err := dec.Decode(t.Context(), &rec)
		if bad, ok := errors.AsType[*adapters.RecordError](err); ok {
			fmt.Fprintf(&log, "%v\n", bad.Findings)
			continue
		}
		if err != nil {
			if err != io.EOF {
				fmt.Fprintln(&log, err)
			}
			break
		}
		if found := rec.Check(nil); len(found) > 0 {
			fmt.Fprintf(&log, "%v\n", adapters.Locate(found, loc))
		}
		if err := tally.Add(stats.AccountOf(&rec)); err != nil {
			t.Fatal(err)
		}
	}
	state, err := tally.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return state, log.String()
}

// byViews does the same by workers that look at views.
func byViews(t *testing.T, format, in string, workers int) (state []byte, said string) {
	t.Helper()
	var log strings.Builder
	tallies := make([]*stats.Tally, workers)
	for i := range tallies {
		tallies[i] = newTestTally()
	}
	o := &adapters.ScanOptions{
		Workers: workers, Check: &incident.CheckOptions{},
		Found: func(f adapters.Found) { fmt.Fprintf(&log, "%v\n", f.Faults) },
	}
	o.Policy, o.Report = adapters.Skip, func(bad *adapters.RecordError) { fmt.Fprintf(&log, "%v\n", bad.Findings) }
	_, err := adapters.Scan(context.Background(), decoderOf(format, strings.NewReader(in)), o, func(worker int, v *incident.View) error {
		return tallies[worker].AddView(v)
	})
	if err != nil {
		fmt.Fprintln(&log, err)
	}
	for _, other := range tallies[1:] {
		if err := tallies[0].Merge(other); err != nil {
			t.Fatal(err)
		}
	}
	if state, err = tallies[0].MarshalBinary(); err != nil {
		t.Fatal(err)
	}
	return state, log.String()
}

// FuzzViewsAndRecords shows that records that are built and records that are only
// looked at have the same findings at the same places, and come to the same tally
// to the byte.
func FuzzViewsAndRecords(f *testing.F) {
	for _, seed := range []string{
		"kind,id,occurred,country,measure,count,nationality,source\nrescue,a,2024-03-30,KH,freed,250,IN,M\nrescue,b,2024-03,KH,freed,~20,IN,M\nrescue,b,,,,freed,3,NP,\nrescue,c,2024-03/2024-04,,returned,>5,,\"P, \"\"Q\"\"\"\n",
		"kind,id,measure,count,accrual,unit,text\nrescue,a,lost,500,event,INR,\nrescue,b,lost,500,cumulative,USD,\nrescued,c,freed,5,,,\nrescue,d,freed,,,,about 40\nrescue,e,freed,1,000,,\nrescue,f,share,45,,,\n",
		`{"kind":"rescue","id":"a","occurred":"2024-03-30","place":{"country":"KH"},"figures":[{"measure":"freed","count":"250","accrual":"event","group":{"nationality":"IN"}}],"source":{"name":"M"}}` + "\n" +
			`{"kind":"rescue","id":"b","figures":[{"measure":"freed","count":"9"},{"measure":"freed","count":"4","group":{"nationality":"IN"}},{"measure":"freed","count":"5","group":{"nationality":"OTHER"}}]}` + "\n" +
			`{"kind":"rescue","id":"c","figures":[{"measure":"returned","count":"7","label":"officers"},{"measure":"freed","count":"1,0"}]}` + "\n" + `{"kind":"rescue","id":"d","figures":[{"measure":"freed","count":"<=3","beside":true}],"notes":"a\nb\u0939"}`,
	} {
		f.Add(seed, 2)
	}
	f.Fuzz(func(t *testing.T, in string, workers int) {
		workers = 1 + max(workers, 0)%4
		for _, format := range []string{"csv", "ndjson"} {
			state, said := byRecords(t, format, in)
			again, saidAgain := byViews(t, format, in, workers)
			if d := cmp.Diff(said, saidAgain); d != "" {
				t.Errorf("%s %q by %d: -records +views %s", format, in, workers, d)
			}
			if !bytes.Equal(state, again) {
				t.Errorf("%s %q by %d: records and views come to different tallies", format, in, workers)
			}
		}
	})
}
