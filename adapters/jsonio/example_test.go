package jsonio_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

const reports = `{"kind":"rescue","id":"r-1","figures":[{"measure":"freed","count":"~250"}]}
{"kind":"rescue","id":"r-2","figures":[{"measure":"freed","count":250}]}
{"kind":"rescue","id":"r-3","figures":[{"measure":"returned","count":"75"}]}
`

// A bad line is reported, and the next one is read.
func Example() {
	dec := jsonio.NewDecoder(strings.NewReader(reports), &jsonio.DecodeOptions{Name: "reports.ndjson", Form: jsonio.Lines})
	r := adapters.NewReader(dec, &adapters.ReadOptions{
		Policy: adapters.Skip,
		Report: func(e *adapters.RecordError) { fmt.Println(e) },
	})
	for rec, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(rec.ID, rec.Figures[0].Measure, rec.Figures[0].Count)
	}
	sum := r.Summary()
	fmt.Println("read", sum.Read, "accepted", sum.Accepted, "rejected", sum.Rejected)
	// Output:
	// r-1 freed ~250
	// reports.ndjson:2:67: error: /figures/0/count: a count is a text: put it in double quotes [count.type]
	// r-3 returned 75
	// read 3 accepted 2 rejected 1
}

// All faults of a record are listed, each with its code, path and place.
func ExampleDecoder_Decode() {
	in := `{"kind":"rescue","id":"r-1","place":{"Country":"KH"},"published":"30/03/2024","figures":[]}`
	dec := jsonio.NewDecoder(strings.NewReader(in), nil)
	_, err := dec.Decode(context.Background(), new(incident.Record))
	if e, ok := errors.AsType[*adapters.RecordError](err); ok {
		for _, f := range e.Findings {
			fmt.Printf("column %d: %s %s\n", f.At.Column, f.Code, f.Path)
		}
	}
	// Output:
	// column 38: field.unknown /place/Country
	// column 66: date.syntax /published
	// column 89: field.empty /figures
}

// What a rule finds later in a good record can still be located.
func ExampleNewDecoder() {
	in := `[
  {"kind": "rescue", "id": "r-1",
   "figures": [{"measure": "freed", "count": "3", "accrual": "period"}]}
]`
	r := adapters.NewReader(jsonio.NewDecoder(strings.NewReader(in), &jsonio.DecodeOptions{Name: "a.json"}), nil)
	rec, err := r.Read(context.Background())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range rec.Check(nil) {
		at, _ := r.Locate(f.Path)
		fmt.Println(at, f.Code)
	}
	// Output:
	// a.json:3:16 figure.window
}

// A caller who knows the form of a file names it: a file of another form is
// then an error, not a guess.
func ExampleDecodeOptions() {
	in := `{"kind":"rescue","id":"r-1"} {"kind":"rescue","id":"r-2"}`
	dec := jsonio.NewDecoder(strings.NewReader(in), &jsonio.DecodeOptions{
		Name: "a.json", Form: jsonio.Document, Limits: adapters.Limits{RecordBytes: 64 << 10},
	})
	for {
		var rec incident.Record
		if _, err := dec.Decode(context.Background(), &rec); err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(rec.ID)
	}
	// Output:
	// r-1
	// a.json:1:30: error: remove what follows the value, or read the file as one record a line [json.trailing-data]
}

// What was overlooked to read a file is reported.
func ExampleDecoder_Repairs() {
	in := "\uFEFF" + `{"kind":"rescue","id":"r-1"}` + "\n\n"
	dec := jsonio.NewDecoder(strings.NewReader(in), &jsonio.DecodeOptions{Name: "a.ndjson"})
	r := adapters.NewReader(dec, nil)
	for _, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
		}
	}
	for _, f := range dec.Repairs() {
		fmt.Println(f.Severity, f.Code)
	}
	fmt.Println("blank lines:", dec.Blank())
	// Output:
	// note text.byte-order-mark
	// blank lines: 1
}

// One form is written from another.
func ExampleEncodeOptions() {
	in := "{\"id\":\"r-1\",\"kind\":\"rescue\"}\n{\"kind\":\"arrest\",\"id\":\"r-2\",\"place\":{\"country\":\"IN\",\"admin1\":\"IN-OR\"}}\n"
	r := adapters.NewReader(jsonio.NewDecoder(strings.NewReader(in), nil), nil)
	w := adapters.NewWriter(jsonio.NewEncoder(os.Stdout, &jsonio.EncodeOptions{Form: jsonio.Document}))
	if _, err := adapters.Copy(context.Background(), w, r); err != nil {
		fmt.Println(err)
	}
	// Output:
	// [
	// {"kind":"rescue","id":"r-1"},
	// {"kind":"arrest","id":"r-2","place":{"country":"IN","admin1":"IN-OD"}}
	// ]
}

// A record that the format cannot hold is refused before anything is written.
func ExampleEncoder_Encode() {
	enc := jsonio.NewEncoder(os.Stdout, nil)
	err := enc.Encode(context.Background(), &incident.Record{ID: "r-1"})
	if e, ok := errors.AsType[*adapters.RecordError](err); ok {
		fmt.Println(e.Findings[0].Code, e.Findings[0].Path)
	}
	if err := enc.Close(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// field.required /kind
}
