package incident_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/rescuetally/rescuetally/incident"
)

func ExampleParseCount() {
	for _, text := range []string{"250", "~250", ">250", "240..260", "1,234"} {
		c, err := incident.ParseCount(text)
		low, high, open := c.Interval()
		fmt.Println(c, low, high, open, err)
	}
	// Output:
	// 250 250 250 false <nil>
	// ~250 225 275 false <nil>
	// >250 251 9223372036854775807 true <nil>
	// 240..260 240 260 false <nil>
	//  0 9223372036854775807 true incident: count: write ASCII digits without sign, space, separator or fraction [count.syntax]
}

func ExampleNewCount() {
	c, err := incident.NewCount(408, 401, 0, incident.HasBest|incident.HasLow)
	fmt.Println(c, err)
	_, err = incident.NewCount(0, 5, 4, incident.HasLow|incident.HasHigh)
	fmt.Println(err)
	// Output:
	// 401..408.. <nil>
	// incident: count: bounds are out of order: write low..best..high, smallest first [count.range]
}

func ExampleExactly() {
	none, unstated := incident.Exactly(0), incident.Count{}
	fmt.Println(none.IsZero(), unstated.IsZero(), none == unstated)
	// Output: false true false
}

func ExampleAbout() {
	c := incident.About(250)
	_, low := c.Low()
	fmt.Println(c, low)
	// Output: ~250 false
}

func ExampleMoreThan() {
	low, _ := incident.MoreThan(800).Low()
	fmt.Println(low)
	// Output: 801
}

func ExampleBetween() {
	_, best := incident.Between(600, 650).Best()
	fmt.Println(incident.Between(600, 650), best)
	// Output: 600..650 false
}

func ExampleCount_Add() {
	sum, lost := incident.Exactly(371).Add(incident.AtLeast(432))
	fmt.Println(sum, "lost:", lost)
	sum, lost = incident.Exactly(1 << 62).Add(incident.Exactly(1 << 62))
	fmt.Println(sum.IsZero(), "lost:", lost)
	// Output:
	// >=803 lost: high
	// true lost: best,low,high,overflow
}

func ExampleCount_Agrees() {
	fmt.Println(incident.MoreThan(800).Agrees(incident.Exactly(875)))
	fmt.Println(incident.MoreThan(800).Agrees(incident.Exactly(658)))
	// Output:
	// true
	// false
}

func ExampleCount_MarshalText() {
	b, err := json.Marshal(map[string]incident.Count{"count": incident.About(60)})
	fmt.Println(string(b), err)
	// Output: {"count":"~60"} <nil>
}

func ExampleParseDate() {
	for _, text := range []string{"2024-03-XX", "../2024-03-30", "2024-02-30", "2024-03-30T12:00"} {
		d, err := incident.ParseDate(text)
		fmt.Println(d, err)
	}
	// Output:
	// 2024-03-XX <nil>
	// ../2024-03-30 <nil>
	//  incident: date: there is no such day in that month [date.syntax]
	//  incident: date: leave out the time of day [date.syntax]
}

func ExampleDate_Earliest() {
	d, _ := incident.ParseDate("2024-02")
	first, _ := d.Earliest()
	last, _ := d.Latest()
	fmt.Println(first, last, int(last-first)+1, "days")
	// Output: 2024-02-01 2024-02-29 29 days
}

func ExampleDate_Compare() {
	march, _ := incident.ParseDate("2024-03")
	day, _ := incident.ParseDate("2024-03-30")
	april, _ := incident.ParseDate("2024-04")
	fmt.Println(march.Compare(day))
	fmt.Println(march.Compare(april))
	// Output:
	// -1 false
	// -1 true
}

func ExampleDate_Start() {
	d, _ := incident.ParseDate("2024-01/2024-03-15")
	fmt.Println(d.Start(), d.End(), d.IsInterval())
	// Output: 2024-01 2024-03-15 true
}

func ExampleDate_Overlaps() {
	raid, _ := incident.ParseDate("2024-03-13/2024-03-14")
	report, _ := incident.ParseDate("2024-03-14")
	fmt.Println(raid.Overlaps(report))
	// Output: true
}

func ExampleDateOf() {
	d, _ := incident.MakeDay(2024, 3, 30)
	fmt.Println(incident.DateOf(d))
	// Output: 2024-03-30
}

func ExampleMakeDay() {
	_, leap := incident.MakeDay(2024, 2, 29)
	_, common := incident.MakeDay(2023, 2, 29)
	fmt.Println(leap, common)
	// Output: true false
}

func ExampleDay_Date() {
	start, _ := incident.MakeDay(2024, 12, 31)
	fmt.Println((start + 1).Date())
	// Output: 2025 1 1
}

func ExampleParseDegrees() {
	d, err := incident.ParseDegrees("-0.5")
	fmt.Println(d, err)
	_, err = incident.ParseDegrees("11°33'N")
	fmt.Println(err)
	// Output:
	// -0.5 <nil>
	// incident: degrees: write degrees as a decimal number such as 11.56 or -0.5 [place.coordinates]
}

func ExampleMakeDegrees() {
	equator := incident.MakeDegrees(0)
	fmt.Println(equator.IsZero(), incident.Degrees{}.IsZero())
	// Output: false true
}

func ExampleNewBy() {
	b := incident.NewBy(map[string]string{"exploitation": "Labour", "county": "Kent; Medway"})
	fmt.Println(b)
	// Output: county=Kent\; Medway;exploitation=Labour
}

func ExampleParseBy() {
	b, err := incident.ParseBy("exploitation=Labour;county=Kent")
	fmt.Println(b, b.Len(), err)
	// Output: county=Kent;exploitation=Labour 2 <nil>
}

func ExampleBy_All() {
	b, _ := incident.ParseBy("exploitation=Labour;county=Kent")
	for name, value := range b.All() {
		fmt.Println(name, value)
	}
	// Output:
	// county Kent
	// exploitation Labour
}

func ExampleFigure_PartOf() {
	whole := incident.Figure{Measure: incident.Freed, Count: incident.Exactly(875)}
	part := incident.Figure{Measure: incident.Freed, Count: incident.Exactly(371), Group: incident.Group{Nationality: "PH"}}
	fmt.Println(part.PartOf(&whole), whole.PartOf(&part))
	// Output: true false
}

func ExampleFigure_Resolve() {
	f := incident.Figure{Measure: incident.Freed, Text: "as many as 250"}
	fmt.Println(f.Resolve("en"))
	// Output: <=250 <nil>
}

func ExampleGroup_Narrower() {
	women := incident.Group{Nationality: "IN", Sex: "F"}
	fmt.Println(women.Narrower(incident.Group{Nationality: "IN"}))
	fmt.Println(women.Narrower(incident.Group{Nationality: "PH"}))
	// Output:
	// true true
	// false false
}

func ExampleMeasure_Persons() {
	fmt.Println(incident.Freed.Persons(), incident.Calls.Persons())
	// Output: true false
}

func ExampleConditions() {
	n := 0
	for range incident.Conditions() {
		n++
	}
	fmt.Println(n)
	// Output: 17
}

func ExampleRecord_Check() {
	r := &incident.Record{
		Kind: incident.KindRescue, ID: "rpt-0021",
		Figures: []incident.Figure{
			{Measure: incident.Freed, Count: incident.MoreThan(800)},
			{Measure: incident.Freed, Count: incident.Exactly(383), Group: incident.Group{Nationality: "PH"}},
			{Measure: incident.Freed, Count: incident.Exactly(202), Group: incident.Group{Nationality: "CN"}},
			{Measure: incident.Freed, Count: incident.Exactly(73), Group: incident.Group{Nationality: incident.Other}},
		},
	}
	for _, f := range r.Check(nil) {
		fmt.Println(f)
		fmt.Println(f.Args)
	}
	// Output:
	// error: /figures/0/count (with /figures/1/count): the parts and the rest come to less than their total: check the figures [figure.parts]
	// [{along nationality} {sum 658} {total 801} {parts /figures/1/count /figures/2/count /figures/3/count}]
}

func ExampleRecord_Check_asOf() {
	r := &incident.Record{Kind: incident.KindTally, ID: "i4c-1"}
	r.Published, _ = incident.ParseDate("2042-01-03")
	asOf, _ := incident.ParseDate("2024-12-31")
	fmt.Println(r.Check(&incident.CheckOptions{AsOf: asOf}).Has(incident.CodeDateFuture))
	// Output: true
}

func ExampleRecord_CheckShape() {
	r := &incident.Record{Kind: "recsue", Place: incident.Place{Country: "KHM"}}
	for _, f := range r.CheckShape() {
		fmt.Println(f)
	}
	// Output:
	// error: /kind: the format has no such code: did you mean rescue? [code.unknown]
	// error: /id: id is missing: give each record one of its own [field.required]
	// error: /place/country: this is no ISO 3166-1 country code of two capital letters: did you mean KH? [place.country]
}

func ExampleFindings_Err() {
	r := &incident.Record{Kind: incident.KindRescue}
	err := fmt.Errorf("import: %w", r.Check(nil).Err())
	if found, ok := errors.AsType[incident.Findings](err); ok {
		fmt.Println(found[0].Code, found[0].Path)
	}
	// Output: field.required /id
}

func ExampleLinks() {
	publisher := incident.Source{Name: "MEA"}
	records := []*incident.Record{
		{ID: "a", Source: publisher, Supersedes: []string{"b"}},
		{ID: "b", Source: publisher, Supersedes: []string{"a"}},
		{ID: "A", Source: publisher, DerivedFrom: []string{"z"}},
	}
	var links incident.Links
	for i, r := range records {
		for _, f := range links.Add(r, i+1) {
			fmt.Println(i+1, f.Severity, f.Path, f.Code)
		}
	}
	for number, f := range links.Finish() {
		fmt.Println(number, f.Severity, f.Path, f.Code)
	}
	// Output:
	// 3 warning /id record.similar-id
	// 3 warning /derivedFrom/0 record.dangling
	// 1 error /supersedes/0 record.cycle
	// 2 error /supersedes/0 record.cycle
}

func ExampleCodes() {
	for info := range incident.Codes() {
		if info.Code == incident.CodeFigureParts {
			fmt.Println(info.Meaning)
			fmt.Println(info.Fix)
		}
	}
	// Output:
	// parts of a total do not come to the total
	// Check the figures; state what is left over as a part of its own.
}

func ExampleCode_Info() {
	info, ok := incident.CodeDateFuture.Info()
	fmt.Println(info.Meaning, ok)
	// Output: a date lies after the day on which the records are judged true
}

func ExampleSyntaxError() {
	_, err := incident.ParseDate("2024-25")
	if e, ok := errors.AsType[*incident.SyntaxError](err); ok {
		fmt.Println(e.Code, e.Type)
	}
	// Output: date.level2 date
}

func ExampleLimits_WithDefaults() {
	l := incident.Limits{Depth: 8}.WithDefaults()
	fmt.Println(l.Depth, l.RecordBytes, l.Errors)
	// Output: 8 1048576 100
}

func ExampleReadShare() {
	for _, text := range []string{"around 48 per cent", "45.6 %", "a significant portion"} {
		c, err := incident.ReadShare(text, "en")
		fmt.Printf("%q %v\n", c, errors.Is(err, incident.ErrNoNumber))
	}
	// Output:
	// "~48" false
	// "45..46" false
	// "" true
}

func ExampleAppendFolded() {
	var folded []byte
	for _, r := range "øßđa" {
		folded = incident.AppendFolded(folded, r)
	}
	fmt.Println(string(folded))
	// Output: ossda
}
