package incident

import (
	"bufio"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCountryCodes(t *testing.T) {
	n := 0
	for c := range countryLines {
		n++
		if !IsCountry(c.code) {
			t.Errorf("%s: in the table, but no country", c.code)
		}
		if len(c.alpha3) != 3 || strings.ToUpper(c.alpha3) != c.alpha3 {
			t.Errorf("%s: three-letter code %q", c.code, c.alpha3)
		}
	}
	if n != 250 { // the 249 of ISO 3166-1 and XK
		t.Errorf("table has %d countries, want 250", n)
	}
	accepted := 0
	for a := range 256 {
		for b := range 256 {
			if IsCountry(string([]byte{byte(a), byte(b)})) {
				accepted++
			}
		}
	}
	if accepted != n {
		t.Errorf("IsCountry accepts %d codes of two bytes, the table has %d", accepted, n)
	}
	for _, code := range []string{
		"", "K", "KHM", "kh", "Kh", "kH", "K ", " KH", "UK", "EL", "EU", "AN", "YU", "SU", "CS", "DD", "BU", "TP", "ZR",
		"AC", "CP", "CQ", "DG", "EA", "IC", "TA", "XX", "ZZ", "XA", "QO", "ΚΗ", "КН", "K\x00", "\xff\xff",
	} {
		if IsCountry(code) {
			t.Errorf("IsCountry(%q) = true, want false", code)
		}
		if name, ok := CountryName(code); ok || name != "" {
			t.Errorf("CountryName(%q) = %q, %t, want none", code, name, ok)
		}
	}
}

// TestCountryNames takes every name of the table, and every code in both cases,
// back to its country: no two countries share one.
func TestCountryNames(t *testing.T) {
	for c := range countryLines {
		name, ok := CountryName(c.code)
		if !ok || name == "" {
			t.Errorf("CountryName(%q) = %q, %t", c.code, name, ok)
		}
		for _, code := range []string{c.code, c.alpha3, strings.ToLower(c.code), " " + strings.ToLower(c.alpha3) + " "} {
			if got, ok := LookupCountry(code); got != c.code || !ok {
				t.Errorf("LookupCountry(%q) = %q, %t, want %q", code, got, ok, c.code)
			}
		}
		for name := range strings.SplitSeq(c.names, "|") {
			for _, form := range []string{
				name, " " + name + " ", strings.ToLower(name), strings.ToUpper(name), strings.ReplaceAll(name, " ", "-"),
			} {
				if got, ok := LookupCountry(form); got != c.code || !ok {
					t.Errorf("LookupCountry(%q) = %q, %t, want %q", form, got, ok, c.code)
				}
			}
			if !utf8.ValidString(name) {
				t.Errorf("%s: name %q is not UTF-8", c.code, name)
			}
		}
	}
}

func TestLookupCountry(t *testing.T) {
	tests := []struct{ code, names string }{
		{"MM", "Burma|Myanmar|Myanmar (Burma)|Myanmar/Burma|MMR|mm|မြန်မာ"},
		{"KH", "Kampuchea|Cambodia|KHM|Camboya|Kambodscha|កម្ពុជា|Камбоджа|柬埔寨|กัมพูชา|Campuchia|Kamboja"},
		{"LA", "Lao PDR|Lao P.D.R.|Laos|Lao|Lao People's Democratic Republic|Lao People’s Democratic Republic"},
		{"VN", "Viet Nam|Vietnam|VIETNAM|Viet-Nam|Việt Nam|VNM|Socialist Republic of Vietnam"},
		{"TR", "Türkiye|Turkiye|Turkey|TÜRKİYE|TURKEY|tur"},
		{"CI", "Ivory Coast|Côte d'Ivoire|Côte d’Ivoire|Cote dIvoire|COTE D'IVOIRE|Cote d`Ivoire"},
		{"SZ", "Swaziland|Eswatini|eSwatini"},
		{"MK", "Macedonia|North Macedonia|FYROM|The former Yugoslav Republic of Macedonia"},
		{"CZ", "Czechia|Czech Republic|the Czech Republic|Česko"},
		{"RU", "Russia|Russian Federation|the Russian Federation|Россия|RUS"},
		{"KR", "South Korea|Republic of Korea|the Republic of Korea|ROK|Korea, Republic of|SouthKorea|대한민국|KOR"},
		{"KP", "North Korea|NorthKorea|DPRK|Democratic People's Republic of Korea|PRK"},
		{"GB", "UK|U.K.|uk|Britain|Great Britain|United Kingdom|England|Scotland|Wales|Northern Ireland|GBR"},
		{"US", "USA|U.S.A.|U.S.|US|America|United States|the United States of America"},
		{"AE", "UAE|U.A.E.|United Arab Emirates|The United Arab Emirates"},
		{"GR", "EL|el|Greece|Ελλάδα|ΕΛΛΑΔΑ"},
		{"HK", "Hong Kong|Hongkong|Hong Kong SAR|Hong Kong SAR China|HKG"},
		{"MO", "Macau|Macao|Macao SAR China"},
		{"TW", "Taiwan|Taiwan, Province of China|Republic of China|Chinese Taipei|臺灣|台湾|TWN"},
		{"CN", "China|PRC|People's Republic of China|中国|CHN"},
		{"PS", "Palestine|State of Palestine|Palestinian Territories|West Bank and Gaza"},
		{"XK", "XK|Kosovo|xkx|Kosova"},
		{"BN", "Brunei|Brunei Darussalam"},
		{"TL", "East Timor|Timor-Leste|Timor Leste|TLS"},
		{"CV", "Cape Verde|Cabo Verde"},
		{"CD", "DRC|Congo-Kinshasa|Congo - Kinshasa|DR Congo|Democratic Republic of the Congo|Democratic Republic of Congo|COD"},
		{"CG", "Congo|Congo-Brazzaville|Republic of the Congo|COG"},
		{"FM", "Micronesia|Federated States of Micronesia|Micronesia (Federated States of)"},
		{"SY", "Syria|Syria |Syrian Arab Republic"},
		{"IR", "Iran|Islamic Republic of Iran|Iran (Islamic Republic of)|Iran, Islamic Republic of"},
		{"BO", "Bolivia|Bolivia (Plurinational State of)"},
		{"VE", "Venezuela|Venezuela, Bolivarian Republic of"},
		{"TZ", "Tanzania|United Republic of Tanzania"},
		{"MD", "Moldova|Republic of Moldova"},
		{"VA", "Holy See|the Holy See|Vatican|Vatican City|Vatican City State"},
		{"LK", "srilanka|SriLanka|Sri Lanka|SRI-LANKA|Ceylon|ශ්\u200dරී ලංකාව"},
		{"TT", "Trinidad and Tobago|Trinidad & Tobago|Trinidad, Tobago"},
		{"LC", "St. Lucia|St Lucia|Saint Lucia|SAINT LUCIA"},
		{"ST", "ST|st|STP|Sao Tome and Principe|São Tomé & Príncipe"},
		{"AD", "AD|AND|and|Andorra"},
		{"GM", "The Gambia|Gambia|Gambia, The"},
		{"PH", "the Philippines|Philippines|Pilipinas|PHL"},
		{"BD", "bangladesh|বাংলাদেশ"},
		{"TH", "ประเทศไทย|ไทย|Thailand|Siam"},
		{"RE", "Reunion|Réunion|Re\u0301union"},
		{"IN", "india|INDIA|Bharat|भारत|இந்தியா|IND"},
		{"CW", "Curaçao|Curacao"},
		{"DK", "Danmark|DENMARK"},
		{"FO", "Føroyar|Foroyar|Faroe Islands"},
	}
	for _, test := range tests {
		for name := range strings.SplitSeq(test.names, "|") {
			if code, ok := LookupCountry(name); code != test.code || !ok {
				t.Errorf("LookupCountry(%q) = %q, %t, want %q", name, code, ok, test.code)
			}
		}
	}
}

func TestLookupCountryNone(t *testing.T) {
	for _, name := range []string{
		"", " ", "-", ".", "the", "Korea", "Yugoslavia", "AN", "SU", "YU", "SCG", "ANT", "africa", "west africa",
		"Central America", "caribbean", "Louisiana", "Okah", "Unknown", "N/A", "n.a.", "N-A", "several", "XX", "OTHER",
		"\u0421ambodia",           // Cyrillic Es
		"Camb\u043edia",           // Cyrillic o
		"\u039aH", "\u041a\u041d", // Greek Kappa, Cyrillic Ka and En for KH
		"\uff2b\uff28",              // full-width letters
		"Cambo\u200bdia",            // zero width space
		"Cambo\u00addia",            // soft hyphen
		"\u202eaidobmaC",            // right-to-left override
		"Cambodia\U000e0041",        // tag character
		"Cambodia\x00", "Camb\ndia", // control characters
		"Camb\xffodia", "\xed\xa0\x80", // not UTF-8
		"https://example.org/KH", "Cambodia?", "Cambodia;Laos", "Cambodia Thailand", "=KH",
		strings.Repeat("Cambodia", 100), "a" + strings.Repeat("\u0300", 1<<16),
	} {
		if code, ok := LookupCountry(name); ok || code != "" {
			t.Errorf("LookupCountry(%.40q) = %q, %t, want none", name, code, ok)
		}
	}
}

func TestSuggestCountry(t *testing.T) {
	for s, want := range map[string]string{
		"UK": "GB", "EL": "GR", "khm": "KH", "kh": "KH", "Cambodia": "KH", "Combodia": "KH", "Philliphines": "PH",
		"Phillipines": "PH", "Mayanmar": "MM", "Thialand": "TH", "Vietnm": "VN", "Camdobia": "KH",
		"\u0421ambodia": "", "": "", "ZZ": "", "Qwertyuiop": "", "AN": "", "NG ": "NG",
	} {
		// Several times: the table is a map, and the answer does not depend on its order.
		for range 5 {
			if code, ok := SuggestCountry(s); code != want || ok != (want != "") {
				t.Errorf("SuggestCountry(%q) = %q, %t, want %q", s, code, ok, want)
			}
		}
	}
}

// TestCase36CountryNames is the documented mapping of the case's names; the
// codes on the wire are upper-case alpha-2 and XK, nothing else.
func TestCase36CountryNames(t *testing.T) {
	tests := []struct {
		name, code string
		onTheWire  bool // valid as place.country
	}{
		{"KH", "KH", true},
		{"khm", "KH", false},
		{"Cambodia", "KH", false},
		{"Kampuchea", "KH", false},
		{"Burma", "MM", false},
		{"XK", "XK", true},
		{"UK", "GB", false},
		{"EL", "GR", false},
	}
	for _, test := range tests {
		if code, ok := LookupCountry(test.name); code != test.code || !ok {
			t.Errorf("LookupCountry(%q) = %q, %t, want %q", test.name, code, ok, test.code)
		}
		if IsCountry(test.name) != test.onTheWire {
			t.Errorf("IsCountry(%q) = %t, want %t", test.name, !test.onTheWire, test.onTheWire)
		}
		if code, ok := SuggestCountry(test.name); code != test.code || !ok {
			t.Errorf("SuggestCountry(%q) = %q, %t, want %q", test.name, code, ok, test.code)
		}
	}
	for old, want := range map[string]string{
		"IN-OR": "IN-OD", "IN-TG": "IN-TS", "IN-UT": "IN-UK", "IN-CT": "IN-CG", "IN-DN": "IN-DH",
	} {
		if got, ok := CanonicalSubdivision(old); got != want || !ok {
			t.Errorf("CanonicalSubdivision(%q) = %q, %t, want %q", old, got, ok, want)
		}
		if got, ok := CanonicalSubdivision(want); got != want || !ok {
			t.Errorf("CanonicalSubdivision(%q) = %q, %t, want itself", want, got, ok)
		}
	}

	for id, text := range textCases(t) {
		code, ok := LookupCountry(text)
		want := map[string]string{"confusable-cyrillic": "KH", "khmer": "KH", "burmese": "MM"}[id]
		if code != want || ok != (want != "") {
			t.Errorf("case %s: LookupCountry = %q, %t, want %q", id, code, ok, want)
		}
		if code, ok := SuggestCountry(text); code != want || ok != (want != "") {
			t.Errorf("case %s: SuggestCountry = %q, %t, want %q", id, code, ok, want)
		}
	}
}

// textCases reads the texts of the shared oracle by their id.
func textCases(t *testing.T) map[string]string {
	t.Helper()
	f, err := os.Open("../../shared/oracles/text-cases.ndjson")
	if err != nil {
		t.Skip("shared oracles are not there:", err)
	}
	defer f.Close()
	texts := map[string]string{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var line struct {
			ID  string `json:"id"`
			Hex string `json:"utf8_hex"`
		}
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		text, err := hex.DecodeString(strings.ReplaceAll(line.Hex, " ", ""))
		if err != nil {
			t.Fatal(err)
		}
		texts[line.ID] = string(text)
	}
	if len(texts) != 21 {
		t.Fatalf("oracle has %d cases, want 21", len(texts))
	}
	return texts
}

// TestLookupCountryRealNames shows which of the names in a real file of 293
// incidents are none: places that are no country, lists and misspellings.
func TestLookupCountryRealNames(t *testing.T) {
	f, err := os.Open("../../shared/real/news-incidents.csv")
	if err != nil {
		t.Skip("shared files are not there:", err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	unmapped := map[string]bool{
		"africa": true, "west africa": true, "West Africa": true, "Central America": true, "caribbean": true,
		"Louisiana": true, "dubai": true, "Okah": true, "Philliphines": true, "Mayanmar": true, "Ethopian": true,
		"Essex": true, "Isiolo County": true, "Kiambu": true, "Dubai": true, "Asia": true, "Europe": true, "Comorans": true,
		"Colombia, Venezula": true, "Nepal, India": true,
		"https://www.iol.co.za/news/south-africa/free-state/11-rescued-from-suspected-free-state-human-traffickers-12768971": true,
	}
	mapped := 0
	for _, row := range rows[1:] {
		for _, name := range row[1:3] {
			_, ok := LookupCountry(name)
			switch {
			case name == "" && ok:
				t.Error("an empty cell has a country")
			case name == "":
			case ok:
				mapped++
			case !unmapped[name]:
				t.Errorf("LookupCountry(%q): none", name)
			}
			if ok && unmapped[name] {
				t.Errorf("LookupCountry(%q): one, want none", name)
			}
		}
	}
	if mapped < 300 {
		t.Errorf("%d names mapped, want at least 300", mapped)
	}
}

func TestIsCountryAllocations(t *testing.T) {
	codes, accepted := []string{"KH", "UK", "XK", "khm", ""}, 0
	if n := testing.AllocsPerRun(100, func() {
		for _, code := range codes {
			if IsCountry(code) {
				accepted++
			}
		}
	}); n != 0 || accepted == 0 {
		t.Errorf("IsCountry allocates %v times", n)
	}
}

func FuzzLookupCountry(f *testing.F) {
	for _, s := range []string{"KH", "khm", "Côte d’Ivoire", "កម្ពុជា", "\u0421ambodia", "the and st", "\xff", "St. Lucia"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		code, ok := LookupCountry(s)
		if ok != IsCountry(code) {
			t.Errorf("LookupCountry(%q) = %q, %t", s, code, ok)
		}
		if near, found := SuggestCountry(s); ok && near != code || found != IsCountry(near) {
			t.Errorf("SuggestCountry(%q) = %q, %t, LookupCountry gives %q", s, near, found, code)
		}
		if sub, ok := LookupSubdivision("IN", s); ok && !strings.HasPrefix(sub, "IN-") {
			t.Errorf("LookupSubdivision(IN, %q) = %q", s, sub)
		}
	})
}

func BenchmarkIsCountry(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if !IsCountry("KH") {
			b.Fatal("KH is no country")
		}
	}
}

func BenchmarkLookupCountry(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		LookupCountry("Lao People’s Democratic Republic")
	}
}
