package jsonio_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// A contact that is visibly broken rejects nothing: it is named, and not shown.
func ExampleNewAdvisoryDecoder() {
	const file = `{"kind":"advisory","id":"mea-7","issuer":"Ministry of External Affairs","issued":"2024-04-04","destinations":["KH"],
 "infos":[{"lang":"en","instruction":"Go only through authorised agents."}],
 "contacts":[{"kind":"email","value":"help@"},{"kind":"phone","value":"+855 92 881 676"}]}`
	r := adapters.NewReader(jsonio.NewAdvisoryDecoder(strings.NewReader(file), &jsonio.DecodeOptions{Name: "mea.json"}), nil)
	for a, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, f := range adapters.Locate(a.Check(), r) {
			fmt.Println(f.At, f.Severity, f.Code)
		}
		text, _ := a.In("en-IN")
		fmt.Println(text.Instruction, a.Usable())
	}
	// Output:
	// mea.json:3:38 warning contact.broken
	// Go only through authorised agents. [{phone +855 92 881 676}]
}

// A register is entries, one a line or in an array.
func ExampleNewEntryDecoder() {
	const file = `{"authority":"POEA","country":"PH","name":"Good Hands Manpower","status":"licensed"}
{"authority":"POEA","country":"PH","name":"Better Hands Manpower","status":"valid"}
`
	dec := jsonio.NewEntryDecoder(strings.NewReader(file), &jsonio.DecodeOptions{Name: "register.ndjson", Form: jsonio.Lines})
	r := adapters.NewReader(dec, &adapters.ReadOptions{
		Policy: adapters.Skip,
		Report: func(e *adapters.RecordError) { fmt.Println(e.Findings[0].At, e.Findings[0].Code) },
	})
	for e, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(e.Name, e.Status)
	}
	// Output:
	// register.ndjson:1:74 code.unknown
	// Better Hands Manpower valid
}

// Every member of an offer may be left out.
func ExampleNewOfferDecoder() {
	const file = `{"role":"data entry","pay":"100,000","currency":"INR","payPeriod":"month","destinations":["TH"],"visa":"tourist"}`
	var o advisory.Offer
	if _, err := jsonio.NewOfferDecoder(strings.NewReader(file), nil).Decode(context.Background(), &o); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(o.Pay, o.Currency, o.PayPeriod, o.Destinations, o.Fee == "")
	// Output: 100,000 INR month [TH] true
}

// Equal values are equal bytes.
func ExampleNewAdvisoryEncoder() {
	issued, err := incident.ParseDate("2024-04-04")
	if err != nil {
		fmt.Println(err)
		return
	}
	enc := jsonio.NewAdvisoryEncoder(os.Stdout, nil)
	_ = enc.Encode(context.Background(), &advisory.Advisory{
		ID: "mea-7", Issuer: "Ministry of External Affairs", Issued: issued, Level: advisory.Level{Scheme: advisory.USState, Value: "3"},
	})
	_ = enc.Close()
	// Output: {"kind":"advisory","id":"mea-7","issuer":"Ministry of External Affairs","issued":"2024-04-04","level":{"scheme":"us-state","value":"3"}}
}

// A list that prints bands has a capacity with bounds.
func ExampleNewEntryEncoder() {
	enc := jsonio.NewEntryEncoder(os.Stdout, nil)
	_ = enc.Encode(context.Background(), &advisory.Entry{
		Authority: "BMET", Country: "BD", Name: "Good Hands", Licence: "RL-1234", Capacity: incident.AtLeast(1000),
	})
	_ = enc.Close()
	// Output: {"authority":"BMET","country":"BD","name":"Good Hands","licence":"RL-1234","capacity":">=1000"}
}

func ExampleNewOfferEncoder() {
	enc := jsonio.NewOfferEncoder(os.Stdout, &jsonio.EncodeOptions{Form: jsonio.Document})
	_ = enc.Encode(context.Background(), &advisory.Offer{Role: "call centre", Destinations: []string{"KH"}, Promises: []string{"lodging", "ticket"}})
	_ = enc.Close()
	// Output:
	// [
	// {"role":"call centre","destinations":["KH"],"promises":["lodging","ticket"]}
	// ]
}

// What could not be read back is not written.
func ExampleEncoderOf_Encode() {
	var out bytes.Buffer
	err := jsonio.NewOfferEncoder(&out, nil).Encode(context.Background(), &advisory.Offer{Currency: "US$"})
	fmt.Println(err)
	// Output: input: record 1: error: /currency: this is no ISO 4217 currency: use a code such as INR [figure.unit]
}

// All faults of a value are listed, each with its code and path.
func ExampleDecoderOf_Decode() {
	const file = `{"payPeriod":"monthly","pay":800,"fees":"none"}`
	var o advisory.Offer
	_, err := jsonio.NewOfferDecoder(strings.NewReader(file), nil).Decode(context.Background(), &o)
	if e, ok := err.(*adapters.RecordError); ok {
		for _, f := range e.Findings {
			fmt.Println(f.At.Column, f.Code, f.Path)
		}
	}
	// Output:
	// 14 code.unknown /payPeriod
	// 30 json.type /pay
	// 34 field.unknown /fees
}
