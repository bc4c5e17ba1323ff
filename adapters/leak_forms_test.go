package adapters_test

import (
	"bytes"
	"encoding/csv"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// A warningForm is a type that is no record, in all its members, and how it is read.
type warningForm struct {
	full    string
	mapping string
	head    []string // of the table that the mapping is for
	row     []string
	json    func(s *spy, in string)
	csv     func(s *spy, in string, m *csvio.Mapping)
	write   func(t *testing.T, in string, w io.Writer) error
}

func formOf[T any, JD, CD adapters.Decoder[T], CE adapters.Encoder[T]](
	full, mapping string, head, row []string, check func(*T) incident.Findings,
	json func(io.Reader, *jsonio.DecodeOptions) JD, dec func(io.Reader, *csvio.DecodeOptions) CD, enc func(io.Writer, *csvio.EncodeOptions) CE,
) warningForm {
	return warningForm{
		full, mapping, head, row,
		func(s *spy, in string) {
			hear1(s, json(strings.NewReader(in), &jsonio.DecodeOptions{Form: jsonio.Lines}), check)
		},
		func(s *spy, in string, m *csvio.Mapping) {
			hear1(s, dec(strings.NewReader(in), &csvio.DecodeOptions{Mapping: m}), check)
		},
		func(t *testing.T, in string, w io.Writer) error {
			_, err := adapters.Copy(t.Context(), adapters.NewWriter(adapters.Encoder[T](enc(w, nil))), adapters.NewReader(adapters.Decoder[T](json(strings.NewReader(in), nil)), nil))
			return err
		},
	}
}

// hear1 reads an input to its end and hears all that is said, but not the values.
func hear1[T any](s *spy, dec adapters.Decoder[T], check func(*T) incident.Findings) {
	r := adapters.NewReader(dec, &adapters.ReadOptions{Policy: adapters.Keep, Report: func(e *adapters.RecordError) {
		s.rejected++
		s.tell(e)
		s.lines = append(s.lines, e.Error())
		s.faults(e.Findings)
	}})
	for v, err := range r.All(s.t.Context()) {
		if err != nil {
			s.ended++
			s.tell(err)
			s.lines = append(s.lines, err.Error())
			break
		}
		s.accepted++
		found := check(v)
		s.faults(adapters.Locate(found, r))
		s.tell(found)
	}
	s.faults(r.Summary().Repairs)
}

var warningForms = map[string]warningForm{
	"advisory": formOf(
		`{"kind":"advisory","id":"S","issuer":"S","issued":"2024","expires":"2025","status":"Actual","categories":["Other"],"references":["T"],"audience":"S",`+
			`"destinations":["KH"],"places":["S"],"lures":["S"],"level":{"scheme":"S","value":"S"},"infos":[{"lang":"en","headline":"S","instruction":"S"}],`+
			`"contacts":[{"kind":"phone","value":"+855 23"}],"source":{"name":"S","url":"https://example.org/"}}`,
		"advisories",
		[]string{"id", "issuer", "issued", "audience", "destinations", "occupation_lure", "instructions", "emergency_contacts", "level", "supersedes_updates", "valid_until", "language", "source_url"},
		[]string{"S", "S", "2024", "S", "KH", "S", "S", "S", "S", "S", "2025", "en", "https://example.org/"},
		(*advisory.Advisory).Check, jsonio.NewAdvisoryDecoder, csvio.NewAdvisoryDecoder, csvio.NewAdvisoryEncoder),
	"entry": formOf(
		`{"authority":"S","country":"IN","name":"S","licence":"S","aka":["S"],"status":"valid","validFrom":"2024","capacity":"1","source":{"name":"S"}}`,
		"register",
		[]string{"Name of Agency", "Also trading as", "License No.", "Branch Offices", "Licence Status", "Date Issued", "Valid Until", "Annual Quota", "Page"},
		[]string{"S", "S", "S", "S", "Suspended", "01/02/2024", "01/02/2025", "1", "https://example.org/"},
		(*advisory.Entry).Check, jsonio.NewEntryDecoder, csvio.NewEntryDecoder, csvio.NewEntryEncoder),
	"offer": formOf(
		`{"role":"S","pay":"1","currency":"USD","payPeriod":"day","destinations":["KH"],"nationality":"IN","visa":"S","promises":["S"],"received":"2024","text":"S","lang":"en"}`,
		"offers",
		[]string{"role", "promised_pay", "currency", "pay_period", "destination", "target_nationality", "interview_mode", "visa_type", "recruiter_channel", "fee_paid"},
		[]string{"S", "1", "USD", "month", "KH", "IN", "S", "S", "S", "S"},
		(*advisory.Offer).Check, jsonio.NewOfferDecoder, csvio.NewOfferDecoder, csvio.NewOfferEncoder),
}

func TestCase33NothingOfAPersonGetsOutOfWarnings(t *testing.T) {
	for name, form := range warningForms {
		t.Run(name, func(t *testing.T) {
			s := &spy{t: t}
			for _, broken := range breakages() {
				texts(t, form.full, broken, func(doc string) { form.json(s, doc+"\n"+form.full+"\n") })
			}
			var b bytes.Buffer
			if err := form.write(t, form.full, &b); err != nil {
				t.Fatal(err)
			}
			rows, err := csv.NewReader(&b).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			text, err := os.ReadFile("csvio/testdata/" + form.mapping + ".mapping.json")
			if err != nil {
				t.Fatal(err)
			}
			mapping, err := csvio.ParseMapping(bytes.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			for _, broken := range breakages() {
				for i := range rows[1] {
					form.csv(s, written(t, [][]string{rows[0], with(rows[1], i, broken)}), nil)
				}
				for i := range form.row {
					form.csv(s, written(t, [][]string{form.head, with(form.row, i, broken)}), mapping)
				}
			}
			s.check()
		})
	}
}

// with returns cells with another one in place i.
func with(cells []string, i int, cell string) []string {
	out := append([]string(nil), cells...)
	out[i] = cell
	return out
}
