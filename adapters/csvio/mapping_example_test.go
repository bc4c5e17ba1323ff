package csvio_test

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/incident"
)

// The table of an agency, with its own column names and a number for each group
// of people in a row, becomes records without code.
func ExampleParseMapping() {
	mapping, err := csvio.ParseMapping(strings.NewReader(`{
		"mapping": 1,
		"constants": {"kind": "rescue", "measure": "freed", "accrual": "event", "source": "The Shelter"},
		"templates": {"id": "shelter-{row}"},
		"columns": {
			"Found on": {"to": "occurred", "dates": ["D/M/YYYY", "Month YYYY"]},
			"Country": {"to": "country", "countries": true}
		},
		"figures": [
			{"column": "Total", "grouping": ","},
			{"column": "Women", "set": {"sex": "F"}, "values": {"<5": "1..4"}}
		],
		"ignore": ["Desk"]
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	const table = "Found on,Country,Total,Women,Desk\n" +
		"1/2/2024,Kampuchea,\"1,234\",<5,B\n" +
		"March 2024,Lao PDR,7,,A\n"
	r := adapters.NewReader(csvio.NewDecoder(strings.NewReader(table), &csvio.DecodeOptions{Mapping: mapping}), nil)
	for rec, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(rec.ID, rec.Place.Country, rec.Occurred)
		for _, f := range rec.Figures {
			fmt.Printf("  %s %s %q\n", f.Measure, f.Count, f.Group.Sex)
		}
	}
	// Output:
	// shelter-1 KH 2024-02-01
	//   freed 1234 ""
	//   freed 1..4 "F"
	// shelter-2 LA 2024-03
	//   freed 7 ""
}

// A mapping may be written in Go as well.
func ExampleMapping() {
	mapping := &csvio.Mapping{
		Version:   csvio.MappingVersion,
		Constants: map[string]string{"kind": "arrest", "measure": "arrested"},
		Templates: map[string]string{"id": "{Case}"},
		Columns: map[string]csvio.Rule{
			"Nation":   {To: "nationality", Values: map[string]string{"Chinese": "CN", "not known": "unknown"}},
			"Suspects": {To: "count"},
		},
	}
	dec := csvio.NewDecoder(strings.NewReader("Case,Nation,Suspects\nA-1,Chinese,12\nA-2,Martian,1\n"), &csvio.DecodeOptions{
		Name: "arrests.csv", Mapping: mapping,
	})
	r := adapters.NewReader(dec, &adapters.ReadOptions{Policy: adapters.Keep})
	for rec, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(rec.ID, rec.Figures[0].Group.Nationality, rec.Figures[0].Count)
	}
	for _, bad := range r.Summary().Errors {
		fmt.Println(bad)
	}
	// Output:
	// A-1 CN 12
	// arrests.csv:3:5: error: /figures/0/group/nationality (column "Nation"): the mapping's values do not list this cell: add it, or say what unlisted cells are [mapping.value]
}

// A table that changed since the mapping was written is noticed before its first
// row is read.
func ExampleMapping_Check() {
	mapping, err := csvio.ParseMapping(strings.NewReader(`{
		"mapping": 1,
		"constants": {"kind": "rescue"},
		"templates": {"id": "{row}"},
		"columns": {"Town": "place", "Remarks": "notes"}
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	err = mapping.Check([]string{"Town", "Comments"})
	if e, ok := errors.AsType[*csvio.MappingError](err); ok {
		for _, f := range e.Faults {
			fmt.Println(f.Code, f.Field)
		}
	}
	// Output:
	// csv.header Remarks
	// field.unknown Comments
}

// Rows that a mapping leaves out, and cells that it leaves unread, are counted.
func ExampleDecoder_Repairs() {
	mapping, err := csvio.ParseMapping(strings.NewReader(`{
		"mapping": 1,
		"where": [{"column": "Status", "not": ["draft"]}],
		"constants": {"kind": "rescue"},
		"templates": {"id": "{row}"},
		"columns": {"Country": {"to": "country", "countries": true, "unlisted": "leave-out"}}
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	const table = "Status,Country\nfinal,Burma\ndraft,Laos\nfinal,the delta\ndraft,Laos\n"
	r := adapters.NewReader(csvio.NewDecoder(strings.NewReader(table), &csvio.DecodeOptions{Mapping: mapping}), nil)
	for rec, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%s %q\n", rec.ID, rec.Place.Country)
	}
	for _, f := range r.Summary().Repairs {
		fmt.Println(f.At, f.Code, f.Field, f.Args)
	}
	// Output:
	// 1 "MM"
	// 3 ""
	// input:3:1 mapping.left-out  [{rows 2}]
	// input:4:7 place.country Country [{cells 1}]
}

// A mistake in a mapping file is reported with its place in the file.
func ExampleMappingError() {
	_, err := csvio.ParseMapping(strings.NewReader(`{
  "mapping": 1,
  "constants": {"kind": "rescue"},
  "templates": {"id": "{row}"},
  "columns": {"Date": {"to": "occurred", "dates": ["DD/MM/YY"]}}
}`))
	if e, ok := errors.AsType[*csvio.MappingError](err); ok {
		f := e.Faults[0]
		fmt.Println(f.At.Line, f.At.Column, f.Path, f.Code == incident.CodeMappingRule)
		fmt.Println(f.Message)
	}
	// Output:
	// 5 52 /columns/Date/dates/0 true
	// years have four digits: write YYYY; years of two digits are not read
}
