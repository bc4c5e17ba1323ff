package jsonio_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/adaptertest"
	"github.com/rescuetally/rescuetally/adapters/internal/difftest"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// TestConformanceOfWarnings runs the suite on what is no record.
func TestConformanceOfWarnings(t *testing.T) {
	t.Run("advisory", func(t *testing.T) {
		conform(t, adaptertest.Advisories(), jsonio.NewAdvisoryDecoder, jsonio.NewAdvisoryEncoder)
	})
	t.Run("entry", func(t *testing.T) { conform(t, adaptertest.Entries(), jsonio.NewEntryDecoder, jsonio.NewEntryEncoder) })
	t.Run("offer", func(t *testing.T) { conform(t, adaptertest.Offers(), jsonio.NewOfferDecoder, jsonio.NewOfferEncoder) })
}

func conform[T any, D adapters.Decoder[T], E adapters.Encoder[T]](
	t *testing.T, samples []T, dec func(io.Reader, *jsonio.DecodeOptions) D, enc func(io.Writer, *jsonio.EncodeOptions) E,
) {
	for name, form := range map[string]jsonio.Form{"lines": jsonio.Lines, "array": jsonio.Document} {
		t.Run(name, func(t *testing.T) {
			adaptertest.Run(t, adaptertest.Format[T]{
				Name: "jsonio " + name, Framed: true, Samples: samples,
				NewDecoder: func(r io.Reader) (adapters.Decoder[T], error) { return dec(r, &jsonio.DecodeOptions{Form: form}), nil },
				NewEncoder: func(w io.Writer) (adapters.Encoder[T], error) { return enc(w, &jsonio.EncodeOptions{Form: form}), nil },
				Limited: func(r io.Reader, l adapters.Limits) (adapters.Decoder[T], error) {
					return dec(r, &jsonio.DecodeOptions{Form: form, Limits: l}), nil
				},
				Break: func(doc []byte, i int) []byte {
					lines := bytes.SplitAfter(doc, []byte("\n"))
					if form == jsonio.Document {
						i++
					}
					lines[i] = bytes.Replace(lines[i], []byte("{"), []byte(`{"xid":7,`), 1)
					lines[i] = bytes.Replace(lines[i], []byte(",}"), []byte("}"), 1)
					return bytes.Join(lines, nil)
				},
			})
		})
	}
}

// TestFormsSayWhatIsWrong: each in holds a ^ in front of each byte where a fault is
// expected.
func TestFormsSayWhatIsWrong(t *testing.T) {
	const good = `{"kind":"advisory","id":"a","issuer":"b","issued":"2024"`
	for _, c := range []struct {
		form, in string
		want     []string
	}{
		{"advisory", good + `}`, nil},
		{"advisory", `^{}`, []string{"field.required /kind", "field.required /id", "field.required /issuer", "field.required /issued"}},
		{"advisory", `{"kind":^"rescue","id":"a","figures":[]}`, []string{"kind.advisory /kind"}},
		{"advisory", `{"kind":^"Advisory","id":"a","issuer":"b","issued":"2024"}`, []string{"code.unknown /kind"}},
		{"advisory", `{"kind":^7,"id":"a","issuer":"b","issued":"2024"}`, []string{"json.type /kind"}},
		{"advisory", good + `,"expires":^null,"status":^"actual","audience":^"","places":^[],"lures":["x",^""],^"Level":{"a":1}}`, []string{
			"field.null /expires", "code.unknown /status", "field.empty /audience", "field.empty /places", "field.empty /lures/1", "field.unknown /Level",
		}},
		{"advisory", good + `,"level":{"scheme":"us-state","value":^"9"},"infos":[{"lang":"en"},{"lang":^"EN"}],"contacts":[{"kind":^"fax","value":"1"}]}`, []string{
			"code.unknown /level/value", "info.parity /infos/1/lang", "code.unknown /contacts/0/kind",
		}},
		{"advisory", good + `,"level":^{},"infos":[^{},^7],"contacts":^{"kind":"phone"}}`, []string{
			"field.empty /level", "field.empty /infos/0", "json.type /infos/1", "json.type /contacts",
		}},
		{"advisory", "^" + good + `,"msgType":"Update"}`, []string{"field.required /references"}},
		{"advisory", good + `,"contacts":[{"kind":"email","value":"help@"}]}`, nil}, // a warning
		{"advisory", good + `,^"id":"b","destinations":["KH",^"kh"],"source":{"url":^"javascript:x"}}`, []string{
			"json.duplicate-key /id", "place.country /destinations/1", "source.url /source/url",
		}},
		{"entry", `^{"name":"x"}`, []string{"field.required /authority", "field.required /country"}},
		{"entry", `{"authority":"a","country":^"in","name":"x","status":^"licensed","capacity":^1000,"validTo":^"2024/2025"}`, []string{
			"place.country /country", "code.unknown /status", "count.type /capacity", "date.syntax /validTo",
		}},
		{"offer", `{}`, nil},
		{"offer", `{"pay":^800,"currency":^"US$","payPeriod":^"monthly","promises":^"ticket",^"pays":1,"lang":^"!"}`, []string{
			"json.type /pay", "figure.unit /currency", "code.unknown /payPeriod", "json.type /promises", "field.unknown /pays", "source.lang /lang",
		}},
		{"offer", `{^"kind":"advisory"}`, []string{"field.unknown /kind"}},
		{"offer", `^[1]`, []string{"json.type "}},
	} {
		text, places := unmark(c.in)
		var got []string
		switch c.form {
		case "advisory":
			got = faultsOf(t, jsonio.NewAdvisoryDecoder(strings.NewReader(text), asLines))
		case "entry":
			got = faultsOf(t, jsonio.NewEntryDecoder(strings.NewReader(text), asLines))
		case "offer":
			got = faultsOf(t, jsonio.NewOfferDecoder(strings.NewReader(text), asLines))
		}
		for i := range c.want {
			c.want[i] = places[min(i, len(places)-1)] + " " + c.want[i]
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: -want +got\n%s", text, d)
		}
	}
}

// faultsOf decodes one value and returns its faults as "line:column@offset code path".
func faultsOf[T any](t testing.TB, dec adapters.Decoder[T]) (said []string) {
	t.Helper()
	_, err := dec.Decode(t.Context(), new(T))
	if err == nil {
		return nil
	}
	for _, f := range recordError(t, err).Findings {
		said = append(said, fmt.Sprintf("%d:%d@%d %s %s", f.At.Line, f.At.Column, f.At.Offset, f.Code, f.Path))
	}
	return said
}

// TestBrokenContactsAreLocated: a warning rejects nothing, and its place is known.
func TestBrokenContactsAreLocated(t *testing.T) {
	const in = `{"kind":"advisory","id":"a","issuer":"b","issued":"2024","contacts":[{"kind":"phone","value":"+1"},{"kind":"phone","value":"1500"}]}`
	var a advisory.Advisory
	loc, err := jsonio.NewAdvisoryDecoder(strings.NewReader(in), nil).Decode(t.Context(), &a)
	if err != nil {
		t.Fatal(err)
	}
	faults := adapters.Locate(a.Check(), loc)
	if len(faults) != 1 || faults[0].Code != incident.CodeContactBroken || faults[0].At.Offset != int64(strings.Index(in, `"+1"`)) {
		t.Errorf("faults = %v", faults)
	}
	if usable := a.Usable(); len(usable) != 1 || usable[0].Value != "1500" {
		t.Errorf("usable = %v", usable)
	}
}

// TestAFileOfBothKinds: each decoder takes its own and says what the others are.
func TestAFileOfBothKinds(t *testing.T) {
	const in = `{"kind":"advisory","id":"a","issuer":"b","issued":"2024","lures":["x"]}
{"kind":"rescue","id":"r","notes":"x"}
`
	for line, dec := range map[int]func() error{
		2: func() error {
			d := jsonio.NewAdvisoryDecoder(strings.NewReader(in), nil)
			var a advisory.Advisory
			_, first := d.Decode(t.Context(), &a)
			_, second := d.Decode(t.Context(), &a)
			return errors.Join(first, second)
		},
		1: func() error {
			d := jsonio.NewDecoder(strings.NewReader(in), nil)
			var r incident.Record
			_, first := d.Decode(t.Context(), &r)
			_, second := d.Decode(t.Context(), &r)
			return errors.Join(first, second)
		},
	} {
		e := recordError(t, dec())
		if len(e.Findings) != 1 || e.Findings[0].Code != incident.CodeKindAdvisory || e.Line != line {
			t.Errorf("line %d: %v", line, e)
		}
	}
}

// TestFormsWriteInOrder compares every member's place and spelling with the format's.
func TestFormsWriteInOrder(t *testing.T) {
	const want = `{"kind":"advisory","id":"i","issuer":"j","issued":"2024","effective":"2024","expires":"2024","reviewed":"2024",` +
		`"status":"Test","msgType":"Ack","urgency":"Past","severity":"Minor","certainty":"Likely","categories":["Met"],"responseTypes":["Avoid"],` +
		`"references":["r"],"audience":"a","nationalities":["IN"],"destinations":["KH"],"places":["p"],"lures":["l"],"level":{"scheme":"s","value":"v"},` +
		`"infos":[{"lang":"en","headline":"h","description":"d","instruction":"i"}],"contacts":[{"kind":"app","value":"c"}],` +
		`"source":{"name":"n","kind":"ngo","url":"https://example.org","lang":"en","grade":"A1"}}
`
	var out bytes.Buffer
	copyAll(t, jsonio.NewAdvisoryDecoder(strings.NewReader(want), nil), jsonio.NewAdvisoryEncoder(&out, nil))
	const wantEntry = `{"authority":"a","country":"IN","name":"n","licence":"l","aka":["k"],"branches":["b"],"status":"valid","validFrom":"2024","validTo":"2025",` +
		`"capacity":">=0","asOf":"2024","source":{"name":"n"}}
`
	copyAll(t, jsonio.NewEntryDecoder(strings.NewReader(wantEntry), nil), jsonio.NewEntryEncoder(&out, nil))
	const wantOffer = `{"role":"r","employer":"e","agent":"a","licence":"l","pay":"1","currency":"USD","payPeriod":"day","destinations":["KH"],"nationality":"IN",` +
		`"interview":"i","visa":"v","channel":"c","fee":"f","contract":"k","transfers":"t","promises":["p"],"received":"2024","text":"x","lang":"en"}
{}
`
	copyAll(t, jsonio.NewOfferDecoder(strings.NewReader(wantOffer), nil), jsonio.NewOfferEncoder(&out, nil))
	if d := cmp.Diff(want+wantEntry+wantOffer, out.String()); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

func copyAll[T any](t testing.TB, dec adapters.Decoder[T], enc adapters.Encoder[T]) {
	t.Helper()
	if _, err := adapters.Copy(t.Context(), adapters.NewWriter(enc), adapters.NewReader(dec, nil)); err != nil {
		t.Fatal(err)
	}
}

// TestFormsRefuseToWrite: what could not be read back is not written, and the next one is.
func TestFormsRefuseToWrite(t *testing.T) {
	for name, a := range map[string]advisory.Advisory{
		"nothing":        {},
		"an empty place": {ID: "a", Issuer: "b", Issued: day(t, "2024"), Places: []string{""}},
		"no UTF-8":       {ID: "a", Issuer: "b", Issued: day(t, "2024"), References: []string{"\xff"}},
		"no level":       {ID: "a", Issuer: "b", Issued: day(t, "2024"), Level: advisory.Level{Scheme: "x"}},
	} {
		var out bytes.Buffer
		enc := jsonio.NewAdvisoryEncoder(&out, nil)
		if e := recordError(t, enc.Encode(t.Context(), &a)); e.ID != a.ID {
			t.Errorf("%s: %v", name, e)
		}
		if err := enc.Close(); err != nil || out.Len() > 0 {
			t.Errorf("%s: %v, %q", name, err, out.String())
		}
	}
	o := advisory.Offer{Promises: []string{""}}
	recordError(t, jsonio.NewOfferEncoder(io.Discard, nil).Encode(t.Context(), &o))
}

func day(t testing.TB, s string) incident.Date {
	t.Helper()
	d, err := incident.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func FuzzDecodeForms(f *testing.F) {
	for i, s := range []string{
		`{"kind":"advisory","id":"a","issuer":"b","issued":"2024","infos":[{"lang":"en","headline":"h"}],"contacts":[{"kind":"phone","value":"+1"}]}`,
		`{"authority":"a","country":"IN","name":"n","capacity":"100..200","aka":["x"]}`,
		`[{"role":"r","pay":"1","currency":"USD","destinations":["KH"]},{"text":"\u0000"},{"kind":"advisory"}]`,
		`{"kind":"rescue","id":"r"}` + "\n" + `{"kind":"advisory","level":{"scheme":"us-state","value":"4"},"x":{"a":null}}`,
	} {
		f.Add([]byte(s), uint8(i))
	}
	f.Fuzz(func(t *testing.T, data []byte, which uint8) {
		switch which % 3 {
		case 0:
			fuzzForm(t, data, jsonio.NewAdvisoryDecoder, jsonio.NewAdvisoryEncoder)
		case 1:
			fuzzForm(t, data, jsonio.NewEntryDecoder, jsonio.NewEntryEncoder)
		case 2:
			fuzzForm(t, data, jsonio.NewOfferDecoder, jsonio.NewOfferEncoder)
		}
	})
}

// fuzzForm reads data: faults lie inside it, and what is accepted reads back equal.
func fuzzForm[T any, D adapters.Decoder[T], E adapters.Encoder[T]](
	t *testing.T, data []byte, dec func(io.Reader, *jsonio.DecodeOptions) D, enc func(io.Writer, *jsonio.EncodeOptions) E,
) {
	err := difftest.ReadBack(
		t.Context(), len(data), dec(bytes.NewReader(data), &jsonio.DecodeOptions{Limits: adapters.Limits{Depth: 20}}),
		func(w io.Writer) adapters.Encoder[T] { return enc(w, nil) },
		func(r io.Reader) adapters.Decoder[T] { return dec(r, nil) },
	)
	if err != nil {
		t.Fatal(err)
	}
}
