package schema

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/adaptertest"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// The schemas of what is no record.
const (
	advisorySchema = "../../schema/advisory.schema.json"
	entrySchema    = "../../schema/entry.schema.json"
	offerSchema    = "../../schema/offer.schema.json"
)

// Each states every member there is.
const (
	fullAdvisory = `{"kind":"advisory","id":"a-1","issuer":"An Embassy","issued":"2024-03-30","effective":"2024-04","expires":"2024-12-31","reviewed":"2024-05~",
"status":"Actual","msgType":"Update","urgency":"Expected","severity":"Severe","certainty":"Likely","categories":["Security"],"responseTypes":["Avoid"],
"references":["a-0"],"audience":"job seekers","nationalities":["IN","XX"],"destinations":["KH"],"places":["KH-18"],"lures":["data entry"],
"level":{"scheme":"us-state","value":"3"},
"infos":[{"lang":"en","headline":"h","description":"d","instruction":"i"},{"lang":"hi","headline":"h","description":"d","instruction":"i"}],
"contacts":[{"kind":"phone","value":"+91 11 4988 7404"},{"kind":"email","value":"help@example.org"}],
"source":{"name":"A Portal","kind":"government","url":"https://example.org/a","lang":"en","grade":"A1"}}`
	fullEntry = `{"authority":"POEA","country":"PH","name":"Good Hands","licence":"POEA-1","aka":["GH"],"branches":["Cebu"],"status":"valid",
"validFrom":"2023-01-01","validTo":"2026-12-31","capacity":">=1000","asOf":"2024","source":{"name":"A List"}}`
	fullOffer = `{"role":"data entry","employer":"e","agent":"a","licence":"l","pay":"800-1200","currency":"USD","payPeriod":"month","destinations":["TH"],"nationality":"IN",
"interview":"by video","visa":"tourist","channel":"Telegram","fee":"none","contract":"later","transfers":"by road","promises":["lodging"],
"received":"2024-03-30","text":"t","lang":"en"}`
)

// brokenWarnings has one change to a full value a case, as broken has.
var brokenWarnings = []struct{ schema, name, from, to, at string }{
	{advisorySchema, "no kind", `"kind":"advisory",`, ``, ""},
	{advisorySchema, "a record", `"kind":"advisory"`, `"kind":"rescue"`, "/kind"},
	{advisorySchema, "no issuer", `"issuer":"An Embassy",`, ``, ""},
	{advisorySchema, "an interval as date of issue", `"issued":"2024-03-30"`, `"issued":"2024-03/2024-04"`, "/issued"},
	{advisorySchema, "a word in small letters", `"Actual"`, `"actual"`, "/status"},
	{advisorySchema, "a word of another member", `"Severe"`, `"Likely"`, "/severity"},
	{advisorySchema, "a category nobody knows", `["Security"]`, `["Crime"]`, "/categories/0"},
	{advisorySchema, "an update of nothing", `"references":["a-0"],`, ``, ""},
	{advisorySchema, "an empty reference", `["a-0"]`, `[""]`, "/references/0"},
	{advisorySchema, "a country's name", `["KH"]`, `["Cambodia"]`, "/destinations/0"},
	{advisorySchema, "a list as text", `["data entry"]`, `"data entry"`, "/lures"},
	{advisorySchema, "a level without a scheme", `"scheme":"us-state",`, ``, "/level"},
	{advisorySchema, "a level that the scheme has not", `"value":"3"`, `"value":"5"`, "/level/value"},
	{advisorySchema, "a level as number", `"value":"3"`, `"value":3`, "/level/value"},
	{advisorySchema, "a text without its language", `{"lang":"en","headline"`, `{"headline"`, "/infos/0"},
	{advisorySchema, "a language that is none", `{"lang":"en","headline"`, `{"lang":"english!","headline"`, "/infos/0/lang"},
	{advisorySchema, "a contact of no kind", `"kind":"phone"`, `"kind":"fax"`, "/contacts/0/kind"},
	{advisorySchema, "a source nobody knows", `"kind":"government"`, `"kind":"press"`, "/source/kind"},
	{advisorySchema, "null", `"audience":"job seekers"`, `"audience":null`, "/audience"},
	{advisorySchema, "a member nobody knows", `"audience":`, `"audiences":`, ""},
	{entrySchema, "no country", `"country":"PH",`, ``, ""},
	{entrySchema, "a blank name", `"Good Hands"`, `" "`, "/name"},
	{entrySchema, "a status nobody knows", `"valid"`, `"licensed"`, "/status"},
	{entrySchema, "a capacity as number", `">=1000"`, `1000`, "/capacity"},
	{entrySchema, "a capacity with a plus", `">=1000"`, `"1000+"`, "/capacity"},
	{entrySchema, "a day-month date", `"2023-01-01"`, `"01/01/2023"`, "/validFrom"},
	{entrySchema, "an empty list", `["Cebu"]`, `[]`, "/branches"},
	{offerSchema, "pay as number", `"800-1200"`, `800`, "/pay"},
	{offerSchema, "a currency's sign", `"USD"`, `"US$"`, "/currency"},
	{offerSchema, "a period that is none", `"month"`, `"monthly"`, "/payPeriod"},
	{offerSchema, "a country in small letters", `["TH"]`, `["th"]`, "/destinations/0"},
	{offerSchema, "a list of nationalities", `"nationality":"IN"`, `"nationality":["IN"]`, "/nationality"},
	{offerSchema, "an empty promise", `["lodging"]`, `[""]`, "/promises/0"},
	{offerSchema, "a kind", `"role":`, `"kind":"offer","role":`, ""},
}

func fullOf(schema string) string {
	return map[string]string{advisorySchema: fullAdvisory, entrySchema: fullEntry, offerSchema: fullOffer}[schema]
}

// TestBrokenWarningsAreRefused has each refused by the schema, where the fault is, and by the library.
func TestBrokenWarningsAreRefused(t *testing.T) {
	for _, name := range []string{advisorySchema, entrySchema, offerSchema} {
		if err := compileFile(t, name).Validate(decode(t, fullOf(name))); err != nil {
			t.Error(err)
		}
		if err := readOne(t, name, fullOf(name)); err != nil {
			t.Error(err)
		}
	}
	for _, c := range brokenWarnings {
		text := strings.Replace(fullOf(c.schema), c.from, c.to, 1)
		if text == fullOf(c.schema) {
			t.Errorf("%s: the case changes nothing", c.name)
		}
		err := compileFile(t, c.schema).Validate(decode(t, text))
		invalid, ok := errors.AsType[*jsonschema.ValidationError](err)
		if !ok || !points(invalid, c.at) {
			t.Errorf("%s: no fault at %q: %v", c.name, c.at, err)
		}
		if _, ok := errors.AsType[*adapters.RecordError](readOne(t, c.schema, text)); !ok {
			t.Errorf("%s: the library accepts it", c.name)
		}
	}
}

// readOne reads one value with the library.
func readOne(t *testing.T, schema, text string) error {
	r := strings.NewReader(text)
	o := &jsonio.DecodeOptions{Form: jsonio.Document}
	switch schema {
	case advisorySchema:
		return decodeOne(t, jsonio.NewAdvisoryDecoder(r, o))
	case entrySchema:
		return decodeOne(t, jsonio.NewEntryDecoder(r, o))
	}
	return decodeOne(t, jsonio.NewOfferDecoder(r, o))
}

func decodeOne[T any](t *testing.T, dec adapters.Decoder[T]) error {
	_, err := dec.Decode(t.Context(), new(T))
	return err
}

// TestWarningsThatTheLibraryWritesAreValid writes the samples of the conformance suite.
func TestWarningsThatTheLibraryWritesAreValid(t *testing.T) {
	written(t, advisorySchema, adaptertest.Advisories(), jsonio.NewAdvisoryEncoder)
	written(t, entrySchema, adaptertest.Entries(), jsonio.NewEntryEncoder)
	written(t, offerSchema, adaptertest.Offers(), jsonio.NewOfferEncoder)
}

func written[T any, E adapters.Encoder[T]](t *testing.T, schema string, values []T, enc func(io.Writer, *jsonio.EncodeOptions) E) {
	t.Helper()
	var out bytes.Buffer
	w := adapters.NewWriter(adapters.Encoder[T](enc(&out, nil)))
	for i := range values {
		if err := w.Write(t.Context(), &values[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if n := validateLines(t, compileFile(t, schema), schema, out.Bytes()); n != len(values) || n == 0 {
		t.Errorf("%d lines of %d values", n, len(values))
	}
}

// TestCorpusOfWarningsIsValid reads the corpus through its mappings and writes it.
func TestCorpusOfWarningsIsValid(t *testing.T) {
	written(t, advisorySchema, mapped(t, "advisories", 38, csvio.NewAdvisoryDecoder), jsonio.NewAdvisoryEncoder)
	written(t, offerSchema, mapped(t, "offers", 24, csvio.NewOfferDecoder), jsonio.NewOfferEncoder)
}

func mapped[T any, D adapters.Decoder[T]](t *testing.T, name string, want int, dec func(io.Reader, *csvio.DecodeOptions) D) (values []T) {
	t.Helper()
	table, err := os.Open("../../../shared/corpus/" + name + ".csv")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the shared corpus does not lie beside the repository")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer table.Close()
	mapping, err := os.Open("../../adapters/csvio/testdata/" + name + ".mapping.json")
	if err != nil {
		t.Fatal(err)
	}
	defer mapping.Close()
	m, err := csvio.ParseMapping(mapping)
	if err != nil {
		t.Fatal(err)
	}
	for v, err := range adapters.NewReader(adapters.Decoder[T](dec(table, &csvio.DecodeOptions{Mapping: m})), nil).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		values = append(values, *v)
	}
	if len(values) != want {
		t.Errorf("%s: %d values, want %d", name, len(values), want)
	}
	return values
}
