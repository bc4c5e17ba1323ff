package csvio_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/adaptertest"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/internal/difftest"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// TestConformanceOfWarnings runs the suite on what is no record.
func TestConformanceOfWarnings(t *testing.T) {
	t.Run("advisory", func(t *testing.T) {
		conform(t, adaptertest.Advisories(), csvio.NewAdvisoryDecoder, csvio.NewAdvisoryEncoder)
	})
	t.Run("entry", func(t *testing.T) { conform(t, adaptertest.Entries(), csvio.NewEntryDecoder, csvio.NewEntryEncoder) })
	t.Run("offer", func(t *testing.T) {
		offers := slices.DeleteFunc(adaptertest.Offers(), func(o advisory.Offer) bool { // the second states nothing, and has no row
			return o.Role == "" && o.Nationality == "" && o.Pay == "" && o.Text == ""
		})
		conform(t, offers, csvio.NewOfferDecoder, csvio.NewOfferEncoder)
	})
}

func conform[T any, D adapters.Decoder[T], E adapters.Encoder[T]](
	t *testing.T, samples []T, dec func(io.Reader, *csvio.DecodeOptions) D, enc func(io.Writer, *csvio.EncodeOptions) E,
) {
	adaptertest.Run(t, adaptertest.Format[T]{
		Name: "csvio", Samples: samples,
		NewDecoder: func(r io.Reader) (adapters.Decoder[T], error) { return dec(r, nil), nil },
		NewEncoder: func(w io.Writer) (adapters.Encoder[T], error) { return enc(w, nil), nil },
		Limited: func(r io.Reader, l adapters.Limits) (adapters.Decoder[T], error) {
			return dec(r, &csvio.DecodeOptions{Limits: l}), nil
		},
	})
}

const (
	advisoryHead = "kind,id,issuer,issued,destinations,lang,headline,instruction,contacts\n"
	entryHead    = "authority,country,name,status,validFrom,validTo,capacity\n"
	offerHead    = "role,pay,currency,payPeriod,destinations\n"
)

// TestFormsSayWhatIsWrong lists the faults of a file, each "line:column code path column".
func TestFormsSayWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		form, in string
		want     []string
	}{
		{"advisory", advisoryHead + "advisory,a,b,2024,KH;LA,en,h,i,+1;x@y.org\n", nil},
		{"advisory", advisoryHead + "advisory,a,b,2024,,en,h,,\nadvisory,a,,,,hi,h,,\n", nil},
		{"advisory", advisoryHead + "advisory,a,b,2024,,en,h,,\nadvisory,a,,,,en,h,,\n", []string{"3:15 info.parity /infos/1/lang lang"}},
		{"advisory", advisoryHead + "advisory,a,b,2024,,,h,,\n", []string{"2:20 field.required /infos/0/lang lang"}},
		{"advisory", advisoryHead + "advisory,a,b,2024,,en,h,,\nadvisory,a,b,2024,,hi,h,,\n", []string{"3:1 csv.ambiguous-record  "}},
		{"advisory", advisoryHead + "rescue,a,,,,,,,\n", []string{"2:1 kind.advisory /kind kind"}},
		{"advisory", advisoryHead + "Advisory,a,b,3/4/2024,kh,,,,a;;b\n", []string{
			"2:1 code.unknown /kind kind", "2:14 date.ambiguous /issued issued", "2:23 place.country /destinations/0 destinations", "2:29 field.empty /contacts contacts",
		}},
		{"advisory", advisoryHead + "advisory,a,b\n", []string{"2:1 csv.field-count  "}},
		{"advisory", "kind,id,issuer\n", []string{"1:1 csv.header  "}},
		{"advisory", "kind,id,issuer,issued,msgtype,Destination\n", []string{"1:23 field.unknown  msgtype", "1:31 field.unknown  Destination"}},
		{"entry", entryHead + "a,IN,n,valid,2024,2025,>=100\n", nil},
		{"entry", entryHead + "a,,n,licensed,2024,2023,1000+\n", []string{
			"2:3 field.required /country country", "2:6 code.unknown /status status", "2:20 date.order /validTo validTo", "2:25 count.syntax /capacity capacity",
		}},
		{"entry", entryHead + "a,IN,n,,,,\na,IN,n,,,,\n", nil},
		{"offer", offerHead + "r,800,USD,month,KH\n\n,,,,\nr,,,,\n", nil},
		{"offer", offerHead + "r,1,US$,monthly,TH;Thailand\n", []string{
			"2:5 figure.unit /currency currency", "2:9 code.unknown /payPeriod payPeriod", "2:17 place.country /destinations/1 destinations",
		}},
		{"offer", "role,name,town\n", []string{"1:6 field.unknown  name", "1:11 field.unknown  town"}},
	} {
		var got []string
		in := strings.NewReader(c.in)
		switch c.form {
		case "advisory":
			got = faultsOf(t, csvio.NewAdvisoryDecoder(in, nil))
		case "entry":
			got = faultsOf(t, csvio.NewEntryDecoder(in, nil))
		case "offer":
			got = faultsOf(t, csvio.NewOfferDecoder(in, nil))
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: -want +got\n%s", c.in, d)
		}
	}
}

// faultsOf reads to the end and returns all faults as "line:column code path column".
func faultsOf[T any](t testing.TB, dec adapters.Decoder[T]) (said []string) {
	t.Helper()
	list := func(faults []adapters.Fault) {
		for _, f := range faults {
			said = append(said, fmt.Sprintf("%d:%d %s %s %s", f.At.Line, f.At.Column, f.Code, f.Path, f.Field))
		}
	}
	for {
		_, err := dec.Decode(t.Context(), new(T))
		header, isHeader := errors.AsType[*csvio.HeaderError](err)
		bad, isBad := errors.AsType[*adapters.RecordError](err)
		switch {
		case err == nil:
		case isBad:
			list(bad.Findings)
		case isHeader:
			list(header.Faults)
			return said
		case err == io.EOF:
			return said
		default:
			file, ok := errors.AsType[*adapters.FileError](err)
			if !ok {
				t.Fatal(err)
			}
			return append(said, fmt.Sprintf("%d:%d %s", file.Line, file.Column, file.Code))
		}
	}
}

// TestContactsHaveTheKindTheyLookLike: an item without a kind is told by its look.
func TestContactsHaveTheKindTheyLookLike(t *testing.T) {
	for item, want := range map[string]string{
		"+856 20 5551":             "phone +856 20 5551",
		"(021) 555":                "phone (021) 555",
		"help@mfa.gov":             "email help@mfa.gov",
		"help@":                    "email help@",
		"www.emigrate.gov.in":      "url www.emigrate.gov.in",
		"HTTPS://x.org/@team":      "url HTTPS://x.org/@team",
		"emigrate.gov.in":          "url emigrate.gov.in",
		"021.555.123":              "phone 021.555.123",
		"email:x":                  "email x",
		"mailto:a@b.org":           "email a@b.org",
		"tel:+1":                   "phone +1",
		"app:@embassy":             "app @embassy",
		"phone:":                   "phone ",
		"ask the embassy":          "phone ask the embassy", // flagged, and not shown
		"WhatsApp: +855 12 345 67": "app WhatsApp: +855 12 345 67",
		"Hotline: 1500":            "phone 1500",
		"E-mail: a@b.org":          "email a@b.org",
		"app: x":                   "app  x",
	} {
		in := advisoryHead + "advisory,a,b,2024,,,,," + item + "\n"
		var a advisory.Advisory
		if _, err := csvio.NewAdvisoryDecoder(strings.NewReader(in), nil).Decode(t.Context(), &a); err != nil || len(a.Contacts) != 1 {
			t.Errorf("%s: %v, %v", item, a.Contacts, err)
		} else if got := string(a.Contacts[0].Kind) + " " + a.Contacts[0].Value; got != want {
			t.Errorf("%s: %s, want %s", item, got, want)
		}
	}
}

// TestBrokenContactsAreLocated: a warning rejects nothing, and its cell is known.
func TestBrokenContactsAreLocated(t *testing.T) {
	dec := csvio.NewAdvisoryDecoder(strings.NewReader(advisoryHead+"advisory,a,b,2024,KH,,,,1500;help@\n"), nil)
	var a advisory.Advisory
	loc, err := dec.Decode(t.Context(), &a)
	if err != nil {
		t.Fatal(err)
	}
	faults := adapters.Locate(a.Check(), loc)
	if len(faults) != 1 || faults[0].Code != incident.CodeContactBroken || faults[0].At.Column != 25 || faults[0].Field != "contacts" {
		t.Errorf("faults = %v", faults)
	}
	if usable := a.Usable(); len(usable) != 1 || usable[0].Value != "1500" {
		t.Errorf("usable = %v", usable)
	}
}

// TestFormsWriteInOrder compares every column with the format's.
func TestFormsWriteInOrder(t *testing.T) {
	var out bytes.Buffer
	const wantAdvisory = `kind,id,issuer,issued,effective,expires,reviewed,status,msgType,urgency,severity,certainty,categories,responseTypes,references,audience,nationalities,destinations,places,lures,level_scheme,level_value,lang,headline,description,instruction,contacts,source,source_kind,source_url,source_lang,grade
advisory,a,b,2024,2024-02,2025,2024-03,Test,Update,Past,Minor,Likely,Met;Geo,Avoid,r;s,u,IN;NP,KH,p\;q,l,s,v,en,h,d,i,phone:+1;email:'x@,n,ngo,https://example.org,en,A1
advisory,a,,,,,,,,,,,,,,,,,,,,,hi,h,d,"'=i",,,,,,
`
	copyAll(t, csvio.NewAdvisoryDecoder(strings.NewReader(wantAdvisory), nil), csvio.NewAdvisoryEncoder(&out, nil))
	const wantEntry = `authority,country,name,licence,aka,branches,status,validFrom,validTo,capacity,asOf,source,source_kind,source_url,source_lang,grade
a,IN,n,l,k;m,b,valid,2024,2025,>=0,2024,s,ngo,https://example.org,en,A1
`
	copyAll(t, csvio.NewEntryDecoder(strings.NewReader(wantEntry), nil), csvio.NewEntryEncoder(&out, nil))
	const wantOffer = `role,employer,agent,licence,pay,currency,payPeriod,destinations,nationality,interview,visa,channel,fee,contract,transfers,promises,received,text,lang
r,e,a,l,1,USD,day,KH;MM,IN,i,v,c,f,k,t,p;q,2024,x,en
`
	copyAll(t, csvio.NewOfferDecoder(strings.NewReader(wantOffer), nil), csvio.NewOfferEncoder(&out, nil))
	if d := cmp.Diff(strings.Replace(wantAdvisory, `"'=i"`, "'=i", 1)+wantEntry+wantOffer, out.String()); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

func copyAll[T any](t testing.TB, dec adapters.Decoder[T], enc adapters.Encoder[T]) {
	t.Helper()
	if _, err := adapters.Copy(t.Context(), adapters.NewWriter(enc), adapters.NewReader(dec, nil)); err != nil {
		t.Fatal(err)
	}
}

// TestFormsRefuseToWrite: what could not be read back is not written.
func TestFormsRefuseToWrite(t *testing.T) {
	issued, err := incident.ParseDate("2024")
	if err != nil {
		t.Fatal(err)
	}
	good := advisory.Advisory{ID: "a", Issuer: "b", Issued: issued}
	again := good
	again.Infos = []advisory.Info{{Lang: "en", Headline: "h"}}
	enc := csvio.NewAdvisoryEncoder(io.Discard, nil)
	for i, c := range []struct {
		a    advisory.Advisory
		code incident.Code
	}{
		{good, ""},
		{again, incident.CodeCSVAmbiguousRecord},
		{advisory.Advisory{ID: "x"}, incident.CodeFieldRequired},
		{advisory.Advisory{ID: "b", Issuer: "b", Issued: issued, Lures: []string{""}}, incident.CodeFieldEmpty},
	} {
		err := enc.Encode(t.Context(), &c.a)
		if bad, ok := errors.AsType[*adapters.RecordError](err); c.code == "" && err != nil || c.code != "" && (!ok || bad.Findings[0].Code != c.code) {
			t.Errorf("%d: %v, want %s", i, err, c.code)
		}
	}
	err = csvio.NewOfferEncoder(io.Discard, nil).Encode(t.Context(), new(advisory.Offer))
	if bad, ok := errors.AsType[*adapters.RecordError](err); !ok || bad.Findings[0].Code != incident.CodeFieldEmpty {
		t.Errorf("an offer that states nothing: %v", err)
	}
}

func FuzzDecodeForms(f *testing.F) {
	for i, s := range []string{
		advisoryHead + "advisory,a,b,2024,KH;LA,en,h,i,+1;x@y.org\nadvisory,a,,,,hi,'=h,,\n",
		entryHead + "a,IN,n,valid,2024,2025,>=100\n",
		offerHead + "r,800,USD,month,KH\n\"x\ny\",,,,\n",
		advisoryHead + "rescue,a,b,2024,,,,,\n\"",
	} {
		f.Add([]byte(s), uint8(i))
	}
	f.Fuzz(func(t *testing.T, data []byte, which uint8) {
		switch which % 3 {
		case 0:
			fuzzForm(t, data, csvio.NewAdvisoryDecoder, csvio.NewAdvisoryEncoder)
		case 1:
			fuzzForm(t, data, csvio.NewEntryDecoder, csvio.NewEntryEncoder)
		case 2:
			fuzzForm(t, data, csvio.NewOfferDecoder, csvio.NewOfferEncoder)
		}
	})
}

// fuzzForm reads data: faults lie inside it, and what is accepted reads back equal.
func fuzzForm[T any, D adapters.Decoder[T], E adapters.Encoder[T]](
	t *testing.T, data []byte, dec func(io.Reader, *csvio.DecodeOptions) D, enc func(io.Writer, *csvio.EncodeOptions) E,
) {
	err := difftest.ReadBack(
		t.Context(), len(data), dec(bytes.NewReader(data), nil),
		func(w io.Writer) adapters.Encoder[T] { return enc(w, nil) },
		func(r io.Reader) adapters.Decoder[T] {
			return dec(r, &csvio.DecodeOptions{Dialect: csvio.Dialect{Comma: ','}})
		},
	)
	if err != nil {
		t.Fatal(err)
	}
}
