package csvio_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/incident"
)

const example = `kind,id,published,country,measure,count,nationality,source
rescue,r-1,2024-03-30,KH,freed,250,,The Ministry
rescue,r-1,,,freed,75,IN,
rescue,r-2,24/01/2024,MM,freed,~40,,The Ministry
rescue,r-3,2024-04,KH,returned,<=12,,The Embassy
`

func ExampleNewDecoder() {
	ctx := context.Background()
	dec := csvio.NewDecoder(strings.NewReader(example), &csvio.DecodeOptions{Name: "reports.csv"})
	r := adapters.NewReader(dec, &adapters.ReadOptions{
		Policy: adapters.Skip,
		Report: func(e *adapters.RecordError) { fmt.Println(e.Findings[0].At, e.Findings[0].Code, e.Findings[0].Field) },
	})
	for rec, err := range r.All(ctx) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(rec.ID, len(rec.Figures), rec.Figures[0].Count)
	}
	fmt.Println(r.Summary().Accepted, "accepted,", r.Summary().Rejected, "rejected")
	// Output:
	// r-1 2 250
	// reports.csv:4:12 date.syntax published
	// r-3 1 <=12
	// 2 accepted, 1 rejected
}

func ExampleDecoder_Dialect() {
	dec := csvio.NewDecoder(strings.NewReader("Reports, all\nkind;id\nrescue;r-1\n"), nil)
	var rec incident.Record
	if _, err := dec.Decode(context.Background(), &rec); err != nil {
		fmt.Println(err)
		return
	}
	d := dec.Dialect()
	fmt.Printf("separator %c, %d line above the header\n", d.Comma, d.Preamble)
	// Output:
	// separator ;, 1 line above the header
}

func ExampleDecoder_Locate() {
	dec := csvio.NewDecoder(strings.NewReader(example), &csvio.DecodeOptions{Name: "reports.csv"})
	var rec incident.Record
	loc, err := dec.Decode(context.Background(), &rec)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(loc.Locate("/figures/1/group/nationality"))
	// Output:
	// reports.csv:3:23 nationality
}

func ExampleHeaderError() {
	dec := csvio.NewDecoder(strings.NewReader("Kind,id,meassure\n"), nil)
	_, err := dec.Decode(context.Background(), new(incident.Record))
	if e, ok := errors.AsType[*csvio.HeaderError](err); ok {
		for _, f := range e.Faults {
			fmt.Println(f.Code, f.Field, f.Message)
		}
	}
	// Output:
	// field.unknown Kind the format has no such column: did you mean kind?
	// field.unknown meassure the format has no such column: did you mean measure?
}

func ExampleNewEncoder() {
	enc := csvio.NewEncoder(os.Stdout, nil)
	rec := incident.Record{
		Kind: incident.KindRescue, ID: "r-1", Notes: "=HYPERLINK(…)",
		Figures: []incident.Figure{{Measure: incident.Freed, Count: incident.AtLeast(40)}},
	}
	if err := enc.Encode(context.Background(), &rec); err != nil {
		fmt.Println(err)
	}
	if err := enc.Close(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// kind,id,event,published,occurred,country,admin1,place,lat,lon,measure,count,text,accrual,from,to,nationality,sex,age,group_admin1,group_place,group_by,label,beside,unit,lure,exploitation,conditions,agencies,source,source_kind,source_url,source_lang,grade,derived_from,supersedes,retracts,notes
	// rescue,r-1,,,,,,,,,freed,>=40,,,,,,,,,,,,,,,,,,,,,,,,,,'=HYPERLINK(…)
}

func ExampleNewRows() {
	in := "place;freed\nBavet;12\nPoipet;\"7\nKoh Kong;3;4\n"
	rows := csvio.NewRows(strings.NewReader(in), nil)
	for row, err := range rows.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%q", row.Cells)
		for _, f := range row.Repairs {
			fmt.Print(" ", f.Code)
		}
		fmt.Println()
	}
	// Output:
	// ["place" "freed"]
	// ["Bavet" "12"]
	// ["Poipet" "\"7"] csv.quote
	// ["Koh Kong" "3" "4"] csv.field-count
}
