package advisory_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/advisory"
)

// checkSpans checks that the spans of a reading lie in the text, begin and end between runes, stand in order, and
// that every stated member has one and every text member is what its spans cover.
func checkSpans(t *testing.T, text, lang string) {
	t.Helper()
	o, spans := advisory.ReadOffer(text, lang)
	if o.Text != text {
		t.Error("the text of the offer is not the text")
	}
	stated := map[string]string{
		"/role": o.Role, "/employer": o.Employer, "/agent": o.Agent, "/licence": o.Licence, "/interview": o.Interview,
		"/visa": o.Visa, "/channel": o.Channel, "/fee": o.Fee, "/contract": o.Contract, "/transfers": o.Transfers,
	}
	for i, p := range o.Promises {
		stated["/promises/"+strconv.Itoa(i)] = p
	}
	coded := map[string]string{"/pay": o.Pay, "/currency": o.Currency, "/payPeriod": string(o.PayPeriod), "/nationality": o.Nationality}
	for i, d := range o.Destinations {
		coded["/destinations/"+strconv.Itoa(i)] = d
	}
	read := map[string][]string{}
	last := 0
	for _, s := range spans {
		switch {
		case s.Start < last || s.Start >= s.End || s.End > len(text):
			t.Fatalf("span %+v is out of place", s)
		case !utf8.RuneStart(text[s.Start]) && utf8.ValidString(text), s.End < len(text) && !utf8.RuneStart(text[s.End]) && utf8.ValidString(text):
			t.Fatalf("span %+v cuts a rune", s)
		}
		last = s.Start
		read[s.Path] = append(read[s.Path], strings.Join(strings.Fields(text[s.Start:s.End]), " "))
		_, isText := stated[s.Path]
		_, isCode := coded[s.Path]
		if !isText && !isCode {
			t.Fatalf("a span for %s, which is no member", s.Path)
		}
	}
	for path, value := range stated {
		if got := strings.Join(read[path], "; "); got != value {
			t.Errorf("%s is %q, and its spans cover %q", path, value, got)
		}
	}
	for path, value := range coded {
		if (value != "") != (len(read[path]) == 1) {
			t.Errorf("%s is %q and has %d spans", path, value, len(read[path]))
		}
	}
}

func FuzzReadOffer(f *testing.F) {
	for _, a := range adverts(f) {
		f.Add(a.Text, a.Lang)
	}
	f.Add("Salary: \xff\xfe Rs. 1,0,0 - ₹9e9 lakh crore crore\u200d/month 🇹🇭🇹 ( no ( fee or", "hi")
	f.Fuzz(func(t *testing.T, text, lang string) {
		checkSpans(t, text, lang)
		if utf8.ValidString(text) {
			checkForms(t, text, lang)
		}
	})
}
