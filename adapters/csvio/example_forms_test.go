package csvio_test

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// There is one row for each language; contacts without a kind have the one they look like.
func ExampleNewAdvisoryDecoder() {
	const table = `kind,id,issuer,issued,destinations,lang,instruction,contacts
advisory,mea-7,Ministry of External Affairs,2024-04-04,KH;LA,en,Go only through authorised agents.,help@;+855 92 881 676
advisory,mea-7,,,,hi,केवल अधिकृत एजेंट,
`
	r := adapters.NewReader(csvio.NewAdvisoryDecoder(strings.NewReader(table), &csvio.DecodeOptions{Name: "mea.csv"}), nil)
	for a, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, f := range adapters.Locate(a.Check(), r) {
			fmt.Println(f.At, f.Field, f.Code)
		}
		fmt.Println(a.Destinations, len(a.Infos), a.Usable())
	}
	// Output:
	// mea.csv:2:100 contacts contact.broken
	// [KH LA] 2 [{phone +855 92 881 676}]
}

// A ministry's list is read through a mapping; nothing is written in Go.
func ExampleNewEntryDecoder() {
	mapping, err := csvio.ParseMapping(strings.NewReader(`{
		"mapping": 1, "form": "entry",
		"constants": {"authority": "Foreign Employment Bureau", "country": "LK", "asOf": "2026-01-15"},
		"columns": {
			"Agency": "name",
			"Licence": "licence",
			"Valid to": {"to": "validTo", "dates": ["DD/MM/YYYY"]},
			"State": {"to": "status", "values": {"Active": "valid", "Black listed": "blacklisted"}}
		}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	const table = "Agency,Licence,Valid to,State\nGood Hands,1234,31/12/2026,Active\nBad Hands,77,,Black listed\n"
	r := adapters.NewReader(csvio.NewEntryDecoder(strings.NewReader(table), &csvio.DecodeOptions{Mapping: mapping}), nil)
	for e, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(e.Name, e.Status, e.ValidTo)
	}
	// Output:
	// Good Hands valid 2026-12-31
	// Bad Hands blacklisted
}

// What names no country is kept in the text and reported, and the offer is not lost.
func ExampleNewOfferDecoder() {
	mapping, err := csvio.ParseMapping(strings.NewReader(`{"mapping": 1, "form": "offer", "columns": {
		"Job": "role", "Where": {"to": "destinations", "countries": true, "split": ";", "rest": "text"}}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	const table = "Job,Where\ncall centre,Thailand (Mae Sot)\ntyping,an attractive country\n"
	r := adapters.NewReader(csvio.NewOfferDecoder(strings.NewReader(table), &csvio.DecodeOptions{Mapping: mapping}), nil)
	for o, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(o.Role, o.Destinations, o.Text)
	}
	for _, f := range r.Summary().Repairs {
		fmt.Println(f.At, f.Field, f.Code, f.Args)
	}
	// Output:
	// call centre [TH] Mae Sot
	// typing [] an attractive country
	// input:3:8 Where place.country [{cells 1}]
}

// The rows of an advisory share kind and id.
func ExampleNewAdvisoryEncoder() {
	issued, err := incident.ParseDate("2024-04-04")
	if err != nil {
		fmt.Println(err)
		return
	}
	var out strings.Builder
	enc := csvio.NewAdvisoryEncoder(&out, nil)
	_ = enc.Encode(context.Background(), &advisory.Advisory{
		ID: "mea-7", Issuer: "MEA", Issued: issued, Infos: []advisory.Info{{Lang: "en", Headline: "Take care"}, {Lang: "fr", Headline: "Attention"}},
	})
	_ = enc.Close()
	for line := range strings.Lines(out.String()) {
		fmt.Println(strings.Count(line, ","), strings.Trim(strings.ReplaceAll(line, ",,", ""), ",\n"))
	}
	// Output:
	// 31 kind,id,issuer,issued,effective,expires,reviewed,status,msgType,urgency,severity,certainty,categories,responseTypes,references,audience,nationalities,destinations,places,lures,level_scheme,level_value,lang,headline,description,instruction,contacts,source,source_kind,source_url,source_lang,grade
	// 31 advisory,mea-7,MEA,2024-04-04,en,Take care
	// 31 advisory,mea-7,fr,Attention
}

func ExampleNewEntryEncoder() {
	enc := csvio.NewEntryEncoder(os.Stdout, nil)
	_ = enc.Encode(context.Background(), &advisory.Entry{Authority: "BMET", Country: "BD", Name: "Good Hands", AKA: []string{"GH", "Hands"}, Capacity: incident.AtLeast(1000)})
	_ = enc.Close()
	// Output:
	// authority,country,name,licence,aka,branches,status,validFrom,validTo,capacity,asOf,source,source_kind,source_url,source_lang,grade
	// BMET,BD,Good Hands,,GH;Hands,,,,,>=1000,,,,,,
}

// A cell that a spreadsheet would run is made inert.
func ExampleNewOfferEncoder() {
	enc := csvio.NewOfferEncoder(os.Stdout, nil)
	_ = enc.Encode(context.Background(), &advisory.Offer{Role: "=HYPERLINK(1)", Pay: "800", Currency: "USD", Destinations: []string{"KH", "LA"}})
	_ = enc.Close()
	// Output:
	// role,employer,agent,licence,pay,currency,payPeriod,destinations,nationality,interview,visa,channel,fee,contract,transfers,promises,received,text,lang
	// '=HYPERLINK(1),,,,800,USD,,KH;LA,,,,,,,,,,,
}

// An offer that states nothing would be a blank row, which a reader passes over.
func ExampleEncoderOf_Encode() {
	err := csvio.NewOfferEncoder(os.Stdout, nil).Encode(context.Background(), new(advisory.Offer))
	fmt.Println(err)
	// Output: input: record 1: error: what states nothing is a blank row, which is passed over: leave it out [field.empty]
}

// All faults of a row are listed, each with its column.
func ExampleDecoderOf_Decode() {
	var o advisory.Offer
	_, err := csvio.NewOfferDecoder(strings.NewReader("role,currency,payPeriod\ndriver,US$,monthly\n"), nil).Decode(context.Background(), &o)
	if e, ok := err.(*adapters.RecordError); ok {
		for _, f := range e.Findings {
			fmt.Println(f.At, f.Field, f.Code)
		}
	}
	// Output:
	// input:2:8 currency figure.unit
	// input:2:12 payPeriod code.unknown
}
