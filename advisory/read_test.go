package advisory_test

import (
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// advert is a text of testdata/adverts.json with what a careful reader reads in it. The texts
// are invented.
type advert struct {
	Name, Lang, WantLang, Text string
	Held                       bool // it was first read when the code was done
	Want                       struct {
		Role, Employer, Agent, Licence, Pay, Currency string
		PayPeriod, Nationality                        string
		Interview, Visa, Channel, Fee                 string
		Contract, Transfers                           string
		Destinations, Promises                        []string
	}
}

func adverts(t testing.TB) (list []advert) {
	t.Helper()
	data, err := os.ReadFile("testdata/adverts.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	return list
}

var heldBack = flag.Bool("held", false, "print how much of each member is read, of the adverts that were held back and of the others")

// members returns what was read beside what was to be read, by member.
func members(a advert, o advisory.Offer) map[string][2]string {
	w := a.Want
	return map[string][2]string{
		"role": {o.Role, w.Role}, "employer": {o.Employer, w.Employer}, "agent": {o.Agent, w.Agent}, "licence": {o.Licence, w.Licence},
		"pay": {o.Pay, w.Pay}, "currency": {o.Currency, w.Currency}, "payPeriod": {string(o.PayPeriod), w.PayPeriod},
		"nationality": {o.Nationality, w.Nationality}, "interview": {o.Interview, w.Interview}, "visa": {o.Visa, w.Visa},
		"channel": {o.Channel, w.Channel}, "fee": {o.Fee, w.Fee}, "contract": {o.Contract, w.Contract}, "transfers": {o.Transfers, w.Transfers},
		"destinations": {strings.Join(o.Destinations, "|"), strings.Join(w.Destinations, "|")},
		"promises":     {strings.Join(o.Promises, "|"), strings.Join(w.Promises, "|")},
	}
}

// same reports whether a member was read rightly: codes, pay and names as they are to be; clauses
// when most words agree, and every negation.
func same(member, got, want string) bool {
	switch member {
	case "interview", "visa", "channel", "fee", "contract", "transfers":
		return alike(got, want)
	case "promises":
		g, w := strings.Split(got, "|"), strings.Split(want, "|")
		if len(g) != len(w) {
			return false
		}
		for i := range g {
			if !alike(g[i], w[i]) {
				return false
			}
		}
		return true
	}
	return strings.EqualFold(got, want)
}

func alike(got, want string) bool {
	if got == "" || want == "" {
		return got == want
	}
	words := func(s string) map[string]bool {
		m := map[string]bool{}
		for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" ,.;:()", r) }) {
			m[w] = true
		}
		return m
	}
	g, w := words(got), words(want)
	common := 0
	for word := range w {
		if g[word] {
			common++
		}
	}
	for _, not := range []string{"no", "not", "never", "nothing", "none", "zero", "nahi", "koi", "bina", "नहीं", "बिना", "कोई", "walang", "hindi", "without"} {
		if g[not] != w[not] {
			return false
		}
	}
	return 2*common*10 >= 6*(len(g)+len(w))
}

func TestReadOffer(t *testing.T) {
	type tally struct{ right, all int }
	count := map[bool]map[string]*tally{false: {}, true: {}}
	for _, a := range adverts(t) {
		o, _ := advisory.ReadOffer(a.Text, a.Lang)
		if a.WantLang != "" && o.Lang != a.WantLang {
			t.Errorf("%s: the language was told as %q, want %q", a.Name, o.Lang, a.WantLang)
		}
		for _, f := range o.Check() {
			if f.Path != "/text" && f.Code != incident.CodeTextForbidden {
				t.Errorf("%s: what was read has the finding %s at %s", a.Name, f.Code, f.Path)
			}
		}
		for member, pair := range members(a, o) {
			if pair[0] == "" && pair[1] == "" {
				continue
			}
			c := count[a.Held][member]
			if c == nil {
				c = new(tally)
				count[a.Held][member] = c
			}
			c.all++
			if same(member, pair[0], pair[1]) {
				c.right++
			} else {
				t.Errorf("%s: %s is %q, want %q", a.Name, member, pair[0], pair[1])
			}
		}
	}
	if *heldBack {
		for _, held := range []bool{false, true} {
			right, all := 0, 0
			for member, c := range count[held] {
				t.Logf("held %v %s: %d of %d", held, member, c.right, c.all)
				right, all = right+c.right, all+c.all
			}
			t.Logf("held %v: %d of %d", held, right, all)
		}
	}
}

func TestReadOfferSpans(t *testing.T) {
	for _, a := range adverts(t) {
		checkSpans(t, a.Text, a.Lang)
	}
}

func TestReadOfferForms(t *testing.T) {
	for _, a := range adverts(t) {
		checkForms(t, a.Text, a.Lang)
	}
}

// checkForms checks that a text is read alike whether its letters are composed or not, and with blanks behind it.
func checkForms(t *testing.T, text, lang string) {
	t.Helper()
	if len(text) > 20_000 {
		return // composed, it may have less bytes than are read, and taken apart more
	}
	composed := norm.NFC.String(text)
	o, _ := advisory.ReadOffer(composed, lang)
	was := members(advert{}, o)
	for form, other := range map[string]string{"NFD": norm.NFD.String(text), "trailing blanks": composed + " \n\t \n"} {
		p, _ := advisory.ReadOffer(other, lang)
		for member, is := range members(advert{}, p) {
			if norm.NFC.String(was[member][0]) != norm.NFC.String(is[0]) {
				t.Errorf("as %s, %s is %q, was %q", form, member, is[0], was[member][0])
			}
		}
	}
}
