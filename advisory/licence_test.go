package advisory

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/incident"
)

func TestParseLicence(t *testing.T) {
	for _, c := range []struct {
		name, country, text string
		want                Licence // without Printed; Country as given when it is empty
	}{
		{"India", "IN", "B-1794/PUN/PER/100/5/10094/2022", Licence{Scheme: SchemeIndia, Key: "B1794", Region: "PUN", Type: "PER", Year: "2022"}},
		{"India, no country", "", "RC-B-0850/DEL/COM/1000+/5/9385/2018", Licence{Country: "IN", Scheme: SchemeIndia, Key: "B850", Region: "DEL", Type: "COM", Year: "2018"}},
		{"India, office in words", "IN", "b-0668/Chennai/part/1000+/5/8936/2013", Licence{Scheme: SchemeIndia, Key: "B668", Region: "CHE", Type: "PART", Year: "2013"}},
		{"India, office and kind in words", "IN", "RA B 12 / Mumbai / Partnership", Licence{Scheme: SchemeIndia, Key: "B12", Region: "MUM", Type: "PART"}},
		{"India, other offices", "IN", "B-12/Delhi/Proprietor", Licence{Scheme: SchemeIndia, Key: "B12", Region: "DEL", Type: "PER"}},
		{"India, Punjab", "IN", "B-12/Punjab/Company", Licence{Scheme: SchemeIndia, Key: "B12", Region: "PUN", Type: "COM"}},
		{"India, number alone", "IN", "MEA Regd. No. B-1794", Licence{Scheme: SchemeIndia, Key: "B1794"}},
		{"India, RC without B", "IN", "RC-5374/1999", Licence{Scheme: SchemeIndia, Key: "RC5374", Year: "1999"}},
		{"India, another number", "IN", "1794", Licence{Key: "1794"}},
		{"a B alone names no scheme", "", "B-1794", Licence{Key: "B1794"}},
		{"Philippines", "PH", "DMW-072-LB-09262023-UL", Licence{Scheme: SchemePhilippines, Key: "DMW72LB20230926", Type: "LB", Year: "2023"}},
		{"Philippines, spaces", "", "dmw 072 lb 09262023 ul", Licence{Country: "PH", Scheme: SchemePhilippines, Key: "DMW72LB20230926", Type: "LB", Year: "2023"}},
		{"Philippines, former name and short year", "PH", "POEA Lic. No. 064-SB-032614-R", Licence{Scheme: SchemePhilippines, Key: "DMW64SB20140326", Type: "SB", Year: "2014"}},
		{"Philippines, short year of the last century", "PH", "POEA-064-SB-032694-R", Licence{Scheme: SchemePhilippines, Key: "DMW64SB19940326", Type: "SB", Year: "1994"}},
		{"Philippines, no such day", "PH", "DMW-072-LB-13322023-UL", Licence{Key: "DMW72LB13322023UL"}},
		{"Philippines, seven digits", "PH", "DMW-072-LB-9262023-UL", Licence{Key: "DMW72LB9262023UL"}},
		{"Philippines, no sector", "PH", "DMW-072-XX-09262023", Licence{Key: "DMW72XX9262023"}},
		{"Philippines, another number", "PH", "072-LB", Licence{Key: "72LB"}},
		{"Nepal", "NP", "836/066/067", Licence{Scheme: SchemeNepal, Key: "836", Year: "066"}},
		{"Nepal, own digits and short years", "NP", "इजाजत पत्र नं. ८३६/६६/६७", Licence{Scheme: SchemeNepal, Key: "836", Year: "066"}},
		{"Nepal, long year", "NP", "Govt. Lic. No. 0836/2066", Licence{Scheme: SchemeNepal, Key: "836", Year: "066"}},
		{"Nepal, number alone", "NP", "836", Licence{Scheme: SchemeNepal, Key: "836"}},
		{"Nepal, no year", "NP", "836/9", Licence{Key: "836-9"}},
		{"Nepal, no such year", "NP", "836/999", Licence{Key: "836-999"}},
		{"Nepal, no second year", "NP", "836/066/5", Licence{Key: "836-66-5"}},
		{"Nepal, four numbers", "NP", "836/066/067/068", Licence{Key: "836-66-67-68"}},
		{"Nepal, no number", "NP", "abc", Licence{Key: "ABC"}},
		{"Sri Lanka", "LK", "SLBFE License No. 2888", Licence{Scheme: SchemeSriLanka, Key: "2888"}},
		{"Sri Lanka, number alone", "LK", "2888", Licence{Scheme: SchemeSriLanka, Key: "2888"}},
		{"Sri Lanka, no country", "", "SLBFE 2888", Licence{Country: "LK", Scheme: SchemeSriLanka, Key: "2888"}},
		{"Sri Lanka, two numbers", "LK", "2888/2", Licence{Key: "2888-2"}},
		{"Bangladesh", "BD", "RL-0703", Licence{Scheme: SchemeBangladesh, Key: "RL703"}},
		{"Bangladesh, dots", "BD", "R.L. No. 703", Licence{Scheme: SchemeBangladesh, Key: "RL703"}},
		{"Bangladesh, own script", "", "আরএল ৭০৩", Licence{Country: "BD", Scheme: SchemeBangladesh, Key: "RL703"}},
		{"Bangladesh, number alone", "BD", "703", Licence{Scheme: SchemeBangladesh, Key: "RL703"}},
		{"Bangladesh, two numbers", "BD", "RL 703/4", Licence{Key: "RL703-4"}},
		{"Indonesia, decree", "ID", "KEP. 519/MEN/2012", Licence{Scheme: SchemeIndonesia, Key: "519MEN2012", Year: "2012"}},
		{"Indonesia, decree of a month", "ID", "519/MEN/XII/2012", Licence{Scheme: SchemeIndonesia, Key: "519MEN2012", Year: "2012"}},
		{"Indonesia, OSS", "", "SIP3MI No. 81201141907610001", Licence{Country: "ID", Scheme: SchemeIndonesia, Key: "81201141907610001"}},
		{"Indonesia, short number", "ID", "519", Licence{Key: "519"}},
		{"another country", "KE", "nea / 012 / 34-ab", Licence{Key: "NEA12-34AB"}},
		{"full width", "KE", "ＮＥＡ－１２", Licence{Key: "NEA12"}},
		{"zeros", "KE", "000", Licence{Key: "0"}},
		{"mathematical digits and another script", "KE", "\U0001d7ce\U0001d7d7 \u0434\u0436", Licence{Key: "9ДЖ"}},
		{"soft hyphen", "KE", "N\u00adEA", Licence{Key: "NEA"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := ParseLicence(c.country, c.text)
			if err != nil {
				t.Fatal(err)
			}
			if c.want.Country == "" {
				c.want.Country = c.country
			}
			c.want.Printed = c.text
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error("-want +got", d)
			}
			if got.String() != c.text || got.IsZero() || !got.Agrees(got) {
				t.Error("the licence does not agree with itself, or has lost its print")
			}
		})
	}
}

func TestParseLicenceErrors(t *testing.T) {
	for _, c := range []struct {
		name, country, text string
		code                incident.Code
	}{
		{"no country", "India", "1", incident.CodePlaceCountry},
		{"too long", "IN", strings.Repeat("secret", 50), incident.CodeFieldLength},
		{"not UTF-8", "IN", "secret\xff", incident.CodeTextInvalidUTF8},
		{"empty", "IN", "", incident.CodeFieldEmpty},
		{"no letter", "IN", " -- ", incident.CodeFieldEmpty},
	} {
		l, err := ParseLicence(c.country, c.text)
		e, ok := errors.AsType[*incident.SyntaxError](err)
		if !ok || e.Code != c.code || !l.IsZero() || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v, %v, want the code %s", c.name, l, err, c.code)
		}
	}
}

func TestLicenceAgrees(t *testing.T) {
	parse := func(text string) Licence {
		l, err := ParseLicence("IN", text)
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	whole := parse("B-1794/PUN/PER/100/5/10094/2022")
	for text, want := range map[string]bool{
		"B-1794": true, "B 1794/Punjab": true, "b1794 pun per 2022": true,
		"B-1795/PUN/PER/100/5/10094/2022": false, "B-1794/DEL/PER/100/5/10094/2022": false,
		"B-1794/PUN/COM/100/5/10094/2022": false, "B-1794/PUN/PER/100/5/10094/2023": false, "RC-1794": false,
	} {
		if got := parse(text).Agrees(whole); got != want || whole.Agrees(parse(text)) != got {
			t.Errorf("%q agrees: %t, want %t", text, got, want)
		}
	}
	if (Licence{}).Agrees(Licence{}) {
		t.Error("licences that are not stated agree")
	}
}

func FuzzParseLicence(f *testing.F) {
	for _, text := range []string{
		"B-1794/PUN/PER/100/5/10094/2022", "RC-5374/1999", "DMW-072-LB-09262023-UL", "POEA-064-SB-032614-R", "836/066/067", "८३६/६६/६७",
		"SLBFE 2888", "RL-0703", "আরএল ৭০৩", "519/MEN/2012", "SIP3MI No. 81201141907610001", "", "\xff", "ＮＥＡ－１２", "0/0/0", "ﷺ",
	} {
		for _, country := range []string{"", "IN", "PH", "NP", "LK", "BD", "ID", "KE", "xx"} {
			f.Add(country, text)
		}
	}
	f.Fuzz(func(t *testing.T, country, text string) {
		l, err := ParseLicence(country, text)
		if err != nil {
			if _, ok := errors.AsType[*incident.SyntaxError](err); !ok || !l.IsZero() {
				t.Errorf("%v, %T", l, err)
			}
			return
		}
		again, err := ParseLicence(country, l.String())
		if err != nil || again != l {
			t.Errorf("read again: %+v, %v, want %+v", again, err, l)
		}
		if l.Key == "" {
			t.Error("no key")
		}
		// What fits no grammar may fit one without its zeros.
		byKey, err := ParseLicence(l.Country, l.Key)
		if l.Scheme != "" && (err != nil || byKey.Key != l.Key) {
			t.Errorf("the key %q has the key %q, %v", l.Key, byKey.Key, err)
		}
		for _, same := range []string{" " + text + "\t", strings.ToLower(text), strings.ReplaceAll(text, "-", " / ")} {
			if firstBeyondASCII(text) < len(text) || len(same) > maxLicence {
				continue
			}
			if other, err := ParseLicence(country, same); err != nil || other.Key != l.Key {
				t.Errorf("%q has the key %q, %q %q, %v", text, l.Key, same, other.Key, err)
			}
		}
	})
}
