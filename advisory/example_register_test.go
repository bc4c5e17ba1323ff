package advisory_test

import (
	"fmt"
	"slices"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

func day(s string) incident.Date {
	d, err := incident.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func list() []*advisory.Entry {
	return []*advisory.Entry{
		{
			Authority: "Ministry of External Affairs", Country: "IN", Name: "Example Overseas Pvt. Ltd.",
			Licence: "B-0001/PUN/PER/100/5/10001/2022", Status: advisory.StatusValid,
			ValidFrom: day("2022-06-01"), ValidTo: day("2027-05-31"), AsOf: day("2024-03-01"),
		},
		{
			Authority: "Ministry of External Affairs", Country: "IN", Name: "Sample Manpower",
			Licence: "B-0002/DEL/COM/1000+/5/10002/2019", Status: advisory.StatusSuspended, AsOf: day("2024-03-01"),
		},
		{
			Authority: "Ministry of External Affairs", Country: "IN", Name: "Dream Placement", Status: advisory.StatusUnregistered,
			AsOf: day("2024-03-01"),
		},
	}
}

func ExampleNewRegister() {
	r, err := advisory.NewRegister(slices.Values(list()), &advisory.RegisterOptions{
		Complete: []advisory.Coverage{{Country: "IN"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Len(), "entries")
	// Output: 3 entries
}

func ExampleRegister_Lookup() {
	r, err := advisory.NewRegister(slices.Values(list()), &advisory.RegisterOptions{
		Complete: []advisory.Coverage{{Country: "IN"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range []advisory.Query{
		{Country: "IN", Licence: "b 1 / punjab", Name: "EXAMPLE OVERSEAS (P) LIMITED"},
		{Country: "IN", Licence: "B-0001/PUN/PER/100/5/10001/2022", Name: "Golden Future Jobs"},
		{Country: "IN", Name: "Exmple Overseas"},
		{Country: "IN", Licence: "B-0002", Name: "Sample Manpower Services"},
		{Country: "IN", Name: "Dream Placements"},
		{Country: "IN", Name: "Never Heard Of"},
		{Country: "KH", Name: "Never Heard Of"},
	} {
		a := r.Lookup(q, day("2024-03-08"))
		fmt.Printf("%s %s %q\n", a.Match, a.Reason, a.Status)
	}
	// Output:
	// yes listed "valid"
	// no another-name "valid"
	// cannot-tell resembles "valid"
	// no listed-against "suspended"
	// no listed-against "unregistered"
	// no not-listed ""
	// cannot-tell incomplete ""
}

// A register says as of when it speaks, and that it is too old to say yes.
func ExampleAnswer() {
	r, err := advisory.NewRegister(slices.Values(list()), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	a := r.Lookup(advisory.Query{Country: "IN", Licence: "B-0001", Name: "Example Overseas"}, day("2025-01-01"))
	fmt.Println(a.Match, a.Reason, "as of", a.AsOf, "stale:", a.Stale)
	for _, f := range a.Found {
		fmt.Println(f.Entry.Name, f.Status, f.Score)
	}
	// Output:
	// cannot-tell stale as of 2024-03-01 stale: true
	// Example Overseas Pvt. Ltd. valid 1000
}

func ExampleRegister_All() {
	r, err := advisory.NewRegister(slices.Values(list()), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for e := range r.All() {
		fmt.Println(e.Name, e.Status)
	}
	// Output:
	// Example Overseas Pvt. Ltd. valid
	// Sample Manpower suspended
	// Dream Placement unregistered
}

func ExampleParseLicence() {
	for _, printed := range []struct{ country, text string }{
		{"IN", "B-1794/PUN/PER/100/5/10094/2022"},
		{"PH", "POEA-064-LB-032614-R"},
		{"NP", "Lic. No. ८३६/०६६/०६७"},
		{"LK", "SLBFE Licence No: 2888"},
		{"BD", "R.L. 0703"},
		{"ID", "519/MEN/2012"},
		{"KE", "NEA / 0012"},
	} {
		l, err := advisory.ParseLicence(printed.country, printed.text)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%q %s %q %q %q\n", l.Scheme, l.Key, l.Region, l.Type, l.Year)
	}
	// Output:
	// "in-emigrate" B1794 "PUN" "PER" "2022"
	// "ph-dmw" DMW64LB20140326 "" "LB" "2014"
	// "np-dofe" 836 "" "" "066"
	// "lk-slbfe" 2888 "" "" ""
	// "bd-bmet" RL703 "" "" ""
	// "id-p3mi" 519MEN2012 "" "" "2012"
	// "" NEA12 "" "" ""
}

func ExampleLicence_Agrees() {
	register, err := advisory.ParseLicence("IN", "B-1794/PUN/PER/100/5/10094/2022")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, text := range []string{"RA B 1794", "B-1794/DEL/PER/100/5/10094/2022"} {
		l, err := advisory.ParseLicence("IN", text)
		fmt.Println(l.Agrees(register), err)
	}
	// Output:
	// true <nil>
	// false <nil>
}

func ExampleNameKey() {
	for _, name := range []string{"M/s. S.K. Int'l Manpower Services (P) Ltd.", "हिमालयन ओवरसीज प्रा. लि.", "PT Sinar Jaya Tbk"} {
		fmt.Println(advisory.NameKey(name))
	}
	// Output:
	// sk international manpower service
	// himalayan overseas
	// sinar jaya
}

func ExampleCompareNames() {
	for _, name := range []string{"AL-NOOR OVERSEAS", "Al Nur Overseas", "Al Noor", "Al Noor Manpower", "Gulf Bridge"} {
		score := advisory.CompareNames("Al Noor Overseas Pvt Ltd", name)
		fmt.Println(score, score >= advisory.NameSame, score >= advisory.NameFits, score >= advisory.NameResembles)
	}
	// Output:
	// 1000 true true true
	// 980 true true true
	// 941 false true true
	// 888 false false true
	// 0 false false false
}

func ExampleEntry_Check() {
	e := advisory.Entry{Authority: "Department of Migrant Workers", Country: "Philippines", ValidFrom: day("2025"), ValidTo: day("2023")}
	for _, f := range e.Check() {
		fmt.Println(f.Path, f.Code)
	}
	// Output:
	// /country place.country
	// /name field.required
	// /validTo date.order
}

func ExampleEntry_StatusOn() {
	e := advisory.Entry{Status: advisory.StatusValid, ValidTo: day("2024-06")}
	for _, on := range []string{"2024-05-31", "2024-06-15", "2024-07-01"} {
		fmt.Printf("%s %q\n", on, e.StatusOn(day(on)))
	}
	// Output:
	// 2024-05-31 "valid"
	// 2024-06-15 ""
	// 2024-07-01 "expired"
}

func ExampleStatuses() {
	for s := range advisory.EntryStatuses() {
		fmt.Print(s, " ")
	}
	// Output: valid expired suspended cancelled blacklisted unregistered impersonated
}

func ExampleMatch() {
	var zero advisory.Match
	fmt.Println(zero, advisory.No, advisory.Yes)
	// Output: cannot-tell no yes
}
