package adapters_test

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// Two workers add up what they read, each by itself; the tallies are put together
// in the end.
func ExampleScan() {
	const register = `kind,id,country,measure,count
rescue,r1,KH,freed,250
rescue,r2,MM,freed,40
rescue,r3,KH,freed,many
rescue,r4,KH,freed,12
`
	const workers = 2
	var tallies [workers]*stats.Tally
	for i := range tallies {
		tallies[i] = stats.NewTally(stats.By(stats.Country), stats.Sum(incident.Freed))
	}
	o := &adapters.ScanOptions{Workers: workers}
	o.Policy = adapters.Skip
	o.Report = func(e *adapters.RecordError) { fmt.Println(e.Findings[0].At, e.Findings[0].Code) }
	dec := csvio.NewDecoder(strings.NewReader(register), &csvio.DecodeOptions{Name: "register.csv"})
	sum, err := adapters.Scan(context.Background(), dec, o, func(worker int, v *incident.View) error {
		return tallies[worker].AddView(v)
	})
	if err == nil {
		err = tallies[0].Merge(tallies[1])
	}
	if err != nil {
		fmt.Println(err)
		return
	}
	for row := range tallies[0].Rows() {
		fmt.Println(row.Key[0], row.Sums[0].Count)
	}
	fmt.Println(sum.Read, "=", sum.Accepted, "+", sum.Rejected)
	// Output:
	// register.csv:4:20 count.syntax
	// KH 262
	// MM 40
	// 4 = 3 + 1
}

// The rules are asked by the workers, and what they find is reported in the order
// of the input.
func ExampleScan_check() {
	const notes = `{"kind":"rescue","id":"r1","figures":[{"measure":"freed","count":"9"}]}
{"kind":"rescue","id":"r2","figures":[{"measure":"freed"}]}
`
	_, err := adapters.Scan(context.Background(), jsonio.NewDecoder(strings.NewReader(notes), nil), &adapters.ScanOptions{
		Check: &incident.CheckOptions{},
		Found: func(f adapters.Found) {
			for _, fault := range f.Faults {
				fmt.Println(f.ID, fault.At, fault.Code)
			}
		},
	}, func(int, *incident.View) error { return nil })
	fmt.Println(err)
	// Output:
	// r2 input:2:39 figure.empty
	// <nil>
}

func ExampleRecords() {
	records, summary := adapters.Records(context.Background(), jsonio.NewDecoder(strings.NewReader(reports), nil), nil)
	for rec, err := range records { // in the order of the input, whoever decoded them
		if e, ok := errors.AsType[*adapters.RecordError](err); ok { // the last element: under Stop, the first bad record
			fmt.Println(e.Position, e.Findings[0].Code)
			break
		}
		fmt.Println(rec.ID, rec.Figures[0].Count)
	}
	fmt.Println("complete:", summary().Complete)
	// Output:
	// r1 ~250
	// input:2:1 count.syntax
	// complete: false
}
