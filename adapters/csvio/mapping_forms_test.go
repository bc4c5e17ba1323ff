package csvio_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

const shared = "../../../shared/corpus/"

func mapping(t testing.TB, name string) *csvio.Mapping {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name+".mapping.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := csvio.ParseMapping(f)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// mapped is what became of a table.
type mapped[T any] struct {
	values  []T
	faults  []string // of rejected rows: "line code path"
	repairs []string // "code column cells"
}

func readMapped[T any, D adapters.Decoder[T]](
	t testing.TB, r io.Reader, m *csvio.Mapping, dec func(io.Reader, *csvio.DecodeOptions) D,
) (out mapped[T]) {
	t.Helper()
	read := adapters.NewReader(dec(r, &csvio.DecodeOptions{Mapping: m}), &adapters.ReadOptions{
		Policy: adapters.Skip,
		Report: func(e *adapters.RecordError) {
			for _, f := range e.Findings {
				out.faults = append(out.faults, fmt.Sprint(f.At.Line, " ", f.Code, " ", f.Path))
			}
		},
	})
	for v, err := range read.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		out.values = append(out.values, *v)
	}
	for _, f := range read.Summary().Repairs {
		out.repairs = append(out.repairs, fmt.Sprint(f.Severity, " ", f.Code, " ", f.Field, " ", f.Args[0].Value))
	}
	return out
}

// openShared opens a file of the corpus, which is not part of the repository.
func openShared(t testing.TB, name string) io.Reader {
	t.Helper()
	f, err := os.Open(shared + name)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the corpus is not there")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// TestCorpusOfAdvisories has the numbers that a reading of the file by eye gives: of 38
// rows all are accepted; 10 contacts in 5 of them (adv-001 one number, adv-006 three,
// adv-020 and adv-021 an address of the web, adv-029 a number and three e-mail
// addresses), none of them visibly broken; 2 levels; 7 rows that say in words what they
// follow; 6 that name countries and any others; 2 for any alone.
func TestCorpusOfAdvisories(t *testing.T) {
	got := readMapped(t, openShared(t, "advisories.csv"), mapping(t, "advisories"), csvio.NewAdvisoryDecoder)
	if len(got.values) != 38 || len(got.faults) != 0 {
		t.Fatalf("%d accepted, faults %v", len(got.values), got.faults)
	}
	kinds := map[advisory.ContactKind]int{}
	sums := map[string]int{}
	byID := map[string]advisory.Advisory{}
	for _, a := range got.values {
		byID[a.ID] = a
		for _, c := range a.Contacts {
			kinds[c.Kind]++
		}
		sums["usable"] += len(a.Usable())
		for what, is := range map[string]bool{
			"level": !a.Level.IsZero(), "of any": len(a.Destinations) == 0, "updates": a.MsgType != "" || len(a.References) > 0,
			"one text": len(a.Infos) == 1 && a.Infos[0].Instruction != "" && a.Infos[0].Lang != "", "described": len(a.Infos) > 0 && a.Infos[0].Description != "",
			"ending": !a.Expires.IsZero(), "places": len(a.Places) > 0, "audience": a.Audience != "", "lures": len(a.Lures) > 0, "source": a.Source.URL != "",
			"found": len(a.Check()) > 0,
		} {
			if is {
				sums[what]++
			}
		}
	}
	if d := cmp.Diff(map[advisory.ContactKind]int{advisory.Phone: 5, advisory.Email: 3, advisory.URL: 2}, kinds); d != "" {
		t.Errorf("contacts: -want +got\n%s", d)
	}
	want := map[string]int{
		"usable": 10, "level": 2, "of any": 2, "one text": 38, "described": 7, "audience": 38, "lures": 38, "source": 38,
	}
	if d := cmp.Diff(want, sums); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	if d := cmp.Diff([]string{"warning mapping.value supersedes_updates 7", "warning mapping.left-out destinations 6"}, got.repairs); d != "" {
		t.Errorf("repairs: -want +got\n%s", d)
	}
	if a := byID["adv-016"]; !slices.Equal(a.Destinations, []string{"KH", "MM", "LA"}) {
		t.Errorf("adv-016: %v", a.Destinations)
	}
	if a := byID["adv-017"]; a.Level != (advisory.Level{Scheme: "as-printed", Value: "Orange Notice"}) {
		t.Errorf("adv-017: %v", a.Level)
	}
	if a := byID["adv-026"]; a.Infos[0].Description != "widens 2024-04-04 to Laos" || a.References != nil {
		t.Errorf("adv-026: %+v", a.Infos)
	}
}

// TestCorpusOfOffers has the numbers that a reading of the file by eye gives: all 24 rows
// are accepted; 7 name no country, one of them in words; 3 name nobody's nationality; 2
// have a place behind the country.
func TestCorpusOfOffers(t *testing.T) {
	got := readMapped(t, openShared(t, "offers.csv"), mapping(t, "offers"), csvio.NewOfferDecoder)
	if len(got.values) != 24 || len(got.faults) != 0 {
		t.Fatalf("%d accepted, faults %v", len(got.values), got.faults)
	}
	sums := map[string]int{}
	var texts []string
	for _, o := range got.values {
		if o.Text != "" {
			texts = append(texts, o.Text)
		}
		for what, is := range map[string]bool{
			"anywhere": len(o.Destinations) == 0, "anybody": o.Nationality == "", "pay": o.Pay != "", "currency": o.Currency != "", "monthly": o.PayPeriod == advisory.PerMonth,
			"interview": o.Interview != "", "visa": o.Visa != "", "fee": o.Fee != "", "channel": o.Channel != "", "role": o.Role != "",
		} {
			if is {
				sums[what]++
			}
		}
	}
	want := map[string]int{
		"anywhere": 7, "anybody": 3, "pay": 20, "currency": 6, "monthly": 6, "interview": 9, "visa": 15, "fee": 10, "channel": 24, "role": 24,
	}
	if d := cmp.Diff(want, sums); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	if d := cmp.Diff([]string{"Bangkok", "Clark", "'attractive' country"}, texts); d != "" {
		t.Errorf("texts: -want +got\n%s", d)
	}
	if d := cmp.Diff([]string{"warning place.country destination 1"}, got.repairs); d != "" {
		t.Errorf("repairs: -want +got\n%s", d)
	}
}

// TestRegisterOfAMinistry reads a register that is made up.
func TestRegisterOfAMinistry(t *testing.T) {
	f, err := os.Open("testdata/register.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got := readMapped(t, f, mapping(t, "register"), csvio.NewEntryDecoder)
	var names []string
	for _, e := range got.values {
		names = append(names, fmt.Sprint(e.Name, " ", e.Status, " ", e.ValidTo, " ", e.Capacity, " ", len(e.AKA), " ", len(e.Branches)))
	}
	want := []string{
		"Good Hands Manpower Services Inc. valid 2027-01-31 1000 2 2", "Better Hands Placement Corp. cancelled 2023-06-14  0 0",
		"Open Sea Crewing suspended  >200 0 1", "Nobody's Friend unregistered   2 0",
	}
	if d := cmp.Diff(want, names); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	if d := cmp.Diff([]string{"6 field.required /name", "7 mapping.value /status"}, got.faults); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	if d := cmp.Diff([]string{"note date.syntax Valid Until 1"}, got.repairs); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

// TestOffersNotSeenBefore: what the mapping was not written for loses nothing and rejects
// nothing that may be left out.
func TestOffersNotSeenBefore(t *testing.T) {
	const head = "id,role,promised_pay,currency,pay_period,destination,actual_place,target_nationality,interview_mode,visa_type,recruiter_channel,fee_paid,status,source_url,notes\n"
	for _, c := range []struct{ row, want string }{
		{`x,r,100,US$,monthly,"Dubai, AE",,IN,,,,,,,`, "100 USD month [AE] IN Dubai"},
		{`x,r,100,Rs,per task,MM;TH,,Indian,,,,,,,`, "100   [MM TH] IN Rs; per task"},
		{`x,r,,,,,,Martian,,,,,,,`, "   []  Martian"},
		{`x,r,,usd,Month,Southeast Asia,,*,,,,,,,`, " USD month []  Southeast Asia"},
		{`x,r,,,,SG → KH,,IN;NP,,,,,,,`, "   [SG KH]  IN;NP"},
		{`x,r,,,,"Thailand (Mae Sot), then Myanmar",,unknown,,,,,,,`, "   [TH MM]  Mae Sot"},
		{`x,r,,,,none stated,,,,,,,,,`, "   []  "},
		{`x,r,,,,Trinidad and Tobago,,,,,,,,,`, "   [TT]  "},
		{`x,r,,,,KH/LA or the border,,Nepal (Terai),,,,,,,`, "   [KH LA] NP the border; Terai"},
		{`x,=1+1,-5,,,*;KH,,,,,,,,,`, "-5   [KH]  "},
		{`x,,,,,,,,,,,,,,`, "   []  "},
	} {
		got := readMapped(t, strings.NewReader(head+c.row+"\n"), mapping(t, "offers"), csvio.NewOfferDecoder)
		if len(got.values) != 1 {
			t.Errorf("%s: %v", c.row, got.faults)
			continue
		}
		o := got.values[0]
		if s := fmt.Sprint(o.Pay, " ", o.Currency, " ", o.PayPeriod, " ", o.Destinations, " ", o.Nationality, " ", o.Text); s != c.want {
			t.Errorf("%s: %q, want %q", c.row, s, c.want)
		}
	}
}

// TestAdvisoriesNotSeenBefore is the same for advisories: what is required rejects.
func TestAdvisoriesNotSeenBefore(t *testing.T) {
	const head = "id,issuer,issued,audience,destinations,occupation_lure,instructions,emergency_contacts,level,supersedes_updates,valid_until,language,source_url,notes\n"
	for _, c := range []struct{ row, want string }{
		{`a,i,2024,,MM (Myawaddy);KH,,do not go,,,,2025-01-31,en,,`, "[MM KH] [Myawaddy] [{en   do not go}] []  [] 2025-01-31"},
		{`a,i,2024,,Golden Triangle,,do not go,,,adv-007;adv-008,,Hindi,,`, "[] [Golden Triangle] [{hi   do not go}] [] Update [adv-007 adv-008] "},
		{
			`a,i,3 May 2024,,*,,do not go,,,follows adv-007,until further notice,,not online,`,
			"[] [] [{und  until further notice; follows adv-007; not online do not go}] []  [] ",
		},
		{`a,i,2024,,,,,"help@; +1, 1500 / Hotline: 021 555 1234",,,,en,,`, "[] [] [] [{email help@} {phone +1} {phone 1500} {phone 021 555 1234}]  [] "},
		{`a,i,2024,,,,,,Level 4: Do Not Travel,renews the last one,,en,,`, "[] [] [{en  renews the last one }] []  [] "},
		{`a,i,2024,,,,x,,,,,en/th,,`, "[] [] [{und  en/th x}] []  [] "},
		{`a,i,undated,,,,,,,,,en,,`, "2 date.syntax /issued"},
		{`a,,2024,,,,,,,,,en,,`, "2 field.required /issuer"},
	} {
		got := readMapped(t, strings.NewReader(head+c.row+"\n"), mapping(t, "advisories"), csvio.NewAdvisoryDecoder)
		s := strings.Join(got.faults, ", ")
		if len(got.values) == 1 {
			a := got.values[0]
			s = fmt.Sprint(a.Destinations, " ", a.Places, " ", a.Infos, " ", a.Contacts, " ", a.MsgType, " ", a.References, " ", a.Expires)
		}
		if s != c.want {
			t.Errorf("%s: %q, want %q", c.row, s, c.want)
		}
	}
}

// TestMappedContactsAreLocated: the cell of a contact is known through a mapping, too.
func TestMappedContactsAreLocated(t *testing.T) {
	m, err := csvio.ParseMapping(strings.NewReader(`{"mapping": 1, "form": "advisory", "constants": {"kind": "advisory", "issuer": "i", "issued": "2024"},
		"columns": {"No": "id", "Call": "contacts"}}`))
	if err != nil {
		t.Fatal(err)
	}
	var a advisory.Advisory
	loc, err := csvio.NewAdvisoryDecoder(strings.NewReader("No,Call\n1,a@\n"), &csvio.DecodeOptions{Mapping: m}).Decode(t.Context(), &a)
	if err != nil {
		t.Fatal(err)
	}
	faults := adapters.Locate(a.Check(), loc)
	if len(faults) != 1 || faults[0].Code != incident.CodeContactBroken || faults[0].At.Column != 3 || faults[0].Field != "Call" {
		t.Errorf("faults = %v", faults)
	}
}

// TestMappingsOfForms lists what is wrong with mappings of what is no record.
func TestMappingsOfForms(t *testing.T) {
	for _, c := range []struct{ mapping, want string }{
		{`{"mapping": 1, "form": "offer", "columns": {"a": "role"}}`, ""},
		{`{"mapping": 1, "form": "offers", "columns": {"a": "role"}}`, "mapping.rule /form"},
		{`{"mapping": 1, "form": "offer", "columns": {"a": "id"}}`, "field.unknown /columns/a"},
		{`{"mapping": 1, "form": "entry", "columns": {"a": "name"}, "constants": {"authority": "x"}}`, "field.required "},
		{`{"mapping": 1, "form": "entry", "columns": {"a": "name"}, "constants": {"authority": "x", "country": "Narnia"}}`, "place.country /constants/country"},
		{`{"mapping": 1, "form": "offer", "columns": {"a": {"to": "payPeriod", "values": {"pm": "monthly"}}}}`, "code.unknown /columns/a/values/pm"},
		{`{"mapping": 1, "form": "offer", "figures": [{"column": "a"}]}`, "mapping.rule /figures"},
		{`{"mapping": 1, "form": "offer", "columns": {"a": {"to": "pay", "rest": "destinations"}}}`, "mapping.rule /columns/a/rest"},
		{`{"mapping": 1, "form": "offer", "columns": {"a": {"to": "pay", "rest": "nowhere"}}}`, "field.unknown /columns/a/rest"},
		{`{"mapping": 1, "form": "offer", "columns": {"a": {"to": "pay", "rest": "text", "unlisted": "keep"}}}`, "mapping.rule /columns/a/unlisted"},
		{`{"mapping": 1, "form": "offer", "columns": {"a": {"to": "pay", "also": {"currency": "US$"}}}}`, "figure.unit /columns/a/also/currency"},
		{`{"mapping": 1, "form": "offer", "columns": {"a": {"to": "role", "countries": true}}}`, "mapping.rule /columns/a/countries"},
		{`{"mapping": 1, "form": "advisory", "constants": {"kind": "rescue", "issuer": "i", "issued": "2024"}, "columns": {"a": "id"}}`, "kind.advisory /constants/kind"},
		{`{"mapping": 1, "form": "advisory", "constants": {"kind": "advisory", "issuer": "i", "issued": "2024"}, "columns": {"a": "id", "b": "headline"}}`, "field.required "},
		{`{"mapping": 1, "form": "advisory", "constants": {"kind": "advisory", "issuer": "i", "issued": "2024"}, "columns": {"a": "id", "b": "level:us-state"}}`, ""},
		{`{"mapping": 1, "form": "advisory", "constants": {"kind": "advisory", "issuer": "i", "issued": "2024"}, "columns": {"a": "id", "b": "level:"}}`, "field.unknown /columns/b"},
	} {
		_, err := csvio.ParseMapping(strings.NewReader(c.mapping))
		got := ""
		if e, ok := errors.AsType[*csvio.MappingError](err); ok {
			got = string(e.Faults[0].Code) + " " + e.Faults[0].Path
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.mapping, got, c.want)
		}
	}
	m, err := csvio.ParseMapping(strings.NewReader(`{"mapping": 1, "form": "offer", "columns": {"a": "role"}}`))
	if err != nil {
		t.Fatal(err)
	}
	_, err = csvio.NewEntryDecoder(strings.NewReader("a\nx\n"), &csvio.DecodeOptions{Mapping: m}).Decode(t.Context(), new(advisory.Entry))
	if e, ok := errors.AsType[*adapters.FileError](err); !ok || e.Code != incident.CodeMappingRule {
		t.Errorf("a mapping of offers for entries: %v", err)
	}
}
