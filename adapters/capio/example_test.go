package capio_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/capio"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

const warning = `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>MOL-17</identifier>
  <sender>alerts@labour.example</sender>
  <sent>2024-03-30T09:00:00+07:00</sent>
  <status>Actual</status>
  <msgType>Alert</msgType>
  <scope>Public</scope>
  <info>
    <language>en</language>
    <category>Security</category>
    <event>Job fraud</event>
    <urgency>Expected</urgency>
    <severity>Severe</severity>
    <certainty>Observed</certainty>
    <onset>2024-03-30T09:00:00+07:00</onset>
    <senderName>Ministry of Labour</senderName>
    <headline>Do not accept these offers</headline>
    <area>
      <areaDesc>Cambodia</areaDesc>
      <geocode><valueName>ISO 3166-1</valueName><value>KH</value></geocode>
    </area>
  </info>
</alert>`

// All that is wrong with a message is said at once, with the place of each fault.
func ExampleParse() {
	broken := strings.NewReplacer("+07:00</sent>", "Z</sent>", "Severe", "Bad", "    <event>Job fraud</event>\n", "").Replace(warning)
	_, err := capio.Parse([]byte(broken))
	if e, ok := errors.AsType[*adapters.RecordError](err); ok {
		for _, f := range e.Findings {
			fmt.Println(f.At, f.Code, f.Path)
		}
	}
	// Output:
	// input:4:3 date.syntax /alert/sent
	// input:8:3 field.required /alert/info[1]/event
	// input:12:5 code.unknown /alert/info[1]/severity
}

// A feed is read as a stream. An entry that only points at an alert is rejected: nothing
// is fetched.
func ExampleDecoder() {
	feed := `<feed xmlns="http://www.w3.org/2005/Atom">
<entry><link href="https://labour.example/16.cap"/></entry>
<entry><content type="application/xml">` + warning + `</content></entry>
</feed>`
	dec := capio.NewDecoder(strings.NewReader(feed), &capio.DecodeOptions{Name: "labour.atom"})
	r := adapters.NewReader(dec, &adapters.ReadOptions{
		Policy: adapters.Skip,
		Report: func(e *adapters.RecordError) { fmt.Println(e.Findings[0].At, e.Findings[0].Code, e.Findings[0].Path) },
	})
	for a, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(a.Issuer, a.ID, a.Issued, a.Destinations, a.Infos[0].Headline)
		for _, l := range dec.Losses() {
			fmt.Println("lost:", l.Path)
		}
	}
	// Output:
	// labour.atom:2:1 field.required /entry[1]
	// Ministry of Labour MOL-17 2024-03-30 [KH] Do not accept these offers
	// lost: /alert/sender
	// lost: /alert/sent
	// lost: /alert/info[1]/event
	// lost: /alert/info[1]/onset
}

// The alert that an advisory was made of can be looked at whole.
func ExampleDecoder_Alert() {
	dec := capio.NewDecoder(strings.NewReader(warning), nil)
	var a advisory.Advisory
	loc, err := dec.Decode(context.Background(), &a)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(dec.Alert().Infos[0].Onset, dec.Alert().Scope)
	fmt.Println(loc.Locate("/infos/0/headline"))
	// Output:
	// 2024-03-30T09:00:00+07:00 Public
	// input:17:5 /alert/info[1]/headline
}

func ExampleAlertDecoder() {
	dec := capio.NewAlertDecoder(strings.NewReader(warning), nil)
	for a, err := range adapters.NewReader(dec, nil).All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(a.Sender, a.Infos[0].Areas[0].Geocodes)
	}
	// Output:
	// alerts@labour.example [{ISO 3166-1 KH}]
}

// An advisory is written as CAP, and nothing of it is lost.
func ExampleEncoder() {
	issued, _ := incident.ParseDate("2024-03-30")
	a := advisory.Advisory{
		ID: "17", Issuer: "Ministry of Labour", Issued: issued, Destinations: []string{"KH"}, Lures: []string{"customer service"},
		Infos: []advisory.Info{{Lang: "en", Headline: "Do not accept these offers"}},
	}
	enc := capio.NewEncoder(os.Stdout, &capio.EncodeOptions{Convert: capio.ConvertOptions{
		Sender: func(string) string { return "alerts@labour.example" },
	}})
	if err := errors.Join(enc.Encode(context.Background(), &a), enc.Close()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
	//   <identifier>17</identifier>
	//   <sender>alerts@labour.example</sender>
	//   <sent>2024-03-30T00:00:00-00:00</sent>
	//   <status>Actual</status>
	//   <msgType>Alert</msgType>
	//   <scope>Public</scope>
	//   <code>profile:rescuetally:1</code>
	//   <info>
	//     <language>en</language>
	//     <category>Other</category>
	//     <event>Advice to people who are offered work abroad</event>
	//     <urgency>Unknown</urgency>
	//     <severity>Unknown</severity>
	//     <certainty>Unknown</certainty>
	//     <senderName>Ministry of Labour</senderName>
	//     <headline>Do not accept these offers</headline>
	//     <parameter>
	//       <valueName>rescuetally:unstated</valueName>
	//       <value>status msgType category urgency severity certainty</value>
	//     </parameter>
	//     <parameter>
	//       <valueName>rescuetally:lure</valueName>
	//       <value>customer service</value>
	//     </parameter>
	//     <area>
	//       <areaDesc>Cambodia</areaDesc>
	//       <geocode>
	//         <valueName>ISO 3166-1</valueName>
	//         <value>KH</value>
	//       </geocode>
	//     </area>
	//   </info>
	// </alert>
}

// Any number of alerts stands in an Atom feed. A Document holds one.
func ExampleAlertEncoder() {
	a, err := capio.Parse([]byte(warning))
	if err != nil {
		fmt.Println(err)
		return
	}
	var out strings.Builder
	enc := capio.NewAlertEncoder(&out, &capio.EncodeOptions{Form: capio.Feed, ID: "https://labour.example/feed", Title: "Warnings"})
	if err := errors.Join(enc.Encode(context.Background(), a), enc.Encode(context.Background(), a), enc.Close()); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.Count(out.String(), "<entry>"), strings.Count(out.String(), "<alert "))
	// Output:
	// 2 2
}

// What an alert refers to is looked up among the advisories that are known.
func ExampleFromAdvisory() {
	first := advisory.Advisory{ID: "16", Issuer: "Ministry of Labour"}
	first.Issued, _ = incident.ParseDate("2024-02")
	second := advisory.Advisory{ID: "17", Issuer: "Ministry of Labour", MsgType: advisory.Update, References: []string{"16"}}
	second.Issued, _ = incident.ParseDate("2024-03-30")
	alert, err := capio.FromAdvisory(&second, &capio.ConvertOptions{
		Lookup: func(issuer, id string) *advisory.Advisory {
			if id == first.ID && issuer == first.Issuer {
				return &first
			}
			return nil
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(alert.References[0])
	back, losses := alert.Advisory()
	fmt.Println(back.References, len(losses))
	// Output:
	// Ministry%20of%20Labour,16,2024-02-01T00:00:00-00:00
	// [16] 0
}

// Check knows what the schema does not say.
func ExampleAlert_Check() {
	a, err := capio.Parse([]byte(warning))
	if err != nil {
		fmt.Println(err)
		return
	}
	a.Scope = capio.Restricted
	a.Infos[0].Areas[0].Ceiling = "100"
	for _, f := range a.Check() {
		fmt.Println(f)
	}
	// Output:
	// error: /alert/restriction: a restricted alert says whom it is restricted to [field.required]
	// error: /alert/info[1]/area[1]/altitude: a ceiling goes with an altitude [field.required]
}

func ExampleParseTime() {
	phnomPenh, _ := capio.ParseTime("2024-03-30T02:00:00+07:00")
	utc, _ := capio.ParseTime("2024-03-29T19:00:00-00:00")
	fmt.Println(phnomPenh.Day(), utc.Day(), phnomPenh.Compare(utc))
	_, err := capio.ParseTime("2024-03-29T19:00:00Z")
	fmt.Println(err)
	// Output:
	// 2024-03-30 2024-03-29 0
	// incident: time: a time zone is written as an offset, -00:00 for UTC, and not as Z [date.syntax]
}

func ExampleParsePolygon() {
	p, err := capio.ParsePolygon("10.60,103.40 10.60,103.70 10.90,103.70 10.6,103.4")
	fmt.Println(len(p), p[0].Lat, p[0].Lat.Float(), err)
	_, err = capio.ParsePolygon("10.60,103.40 10.60,103.70 10.90,103.70 10.9,103.4")
	fmt.Println(err)
	// Output:
	// 4 10.60 10.6 <nil>
	// incident: polygon: a polygon ends with the point that it begins with [place.area]
}
