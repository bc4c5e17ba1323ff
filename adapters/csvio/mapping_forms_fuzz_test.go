package csvio_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/incident"
)

// FuzzMappedForms reads tables through the mappings of the corpus: nothing crashes,
// faults lie inside the input, and what is accepted can be written.
func FuzzMappedForms(f *testing.F) {
	offers, advisories := mapping(f, "offers"), mapping(f, "advisories")
	f.Add("r", "100", "Rs", "TH (Bangkok);*", "Nepal", "adv-1;x", true)
	f.Add("+1;a@", "Level 4", "2024", "SG → KH", "en", "follows", false)
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g string, which bool) {
		quote := func(cells ...string) string {
			for i := range cells {
				cells[i] = `"` + strings.ReplaceAll(cells[i], `"`, `""`) + `"`
			}
			return strings.Join(cells, ",") + "\n"
		}
		o := &csvio.DecodeOptions{Dialect: csvio.Dialect{Comma: ','}}
		if which {
			o.Mapping = offers
			in := "id,role,promised_pay,currency,pay_period,destination,target_nationality,interview_mode,visa_type,recruiter_channel,fee_paid\n" +
				quote("1", a, b, c, g, d, e, a, b, c, d)
			fuzzMapped(t, csvio.NewOfferDecoder(strings.NewReader(in), o), csvio.NewOfferEncoder(io.Discard, nil), in)
			return
		}
		o.Mapping = advisories
		in := "id,issuer,issued,audience,destinations,occupation_lure,instructions,emergency_contacts,level,supersedes_updates,valid_until,language,source_url\n" +
			quote("1", "i", c, a, d, b, g, a, b, g, c, e, d)
		fuzzMapped(t, csvio.NewAdvisoryDecoder(strings.NewReader(in), o), csvio.NewAdvisoryEncoder(io.Discard, nil), in)
	})
}

func fuzzMapped[T any](t *testing.T, dec adapters.Decoder[T], enc adapters.Encoder[T], in string) {
	var v T
	_, err := dec.Decode(t.Context(), &v)
	if bad, ok := errors.AsType[*adapters.RecordError](err); ok {
		for _, f := range bad.Findings {
			if f.At.Offset < 0 || f.At.Offset > int64(len(in)) {
				t.Fatalf("a fault at %+v", f.At)
			}
		}
		return
	}
	if err != nil {
		return
	}
	if err := enc.Encode(t.Context(), &v); err != nil {
		bad, ok := errors.AsType[*adapters.RecordError](err)
		if !ok || bad.Findings[0].Code != incident.CodeFieldEmpty || bad.Findings[0].Path != "" {
			t.Fatalf("what was read cannot be written: %v", err)
		}
	}
}
