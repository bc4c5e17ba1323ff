package incident

import (
	"encoding/csv"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestSubdivisionCodes(t *testing.T) {
	form := regexp.MustCompile(`^[A-Z]{2}-[A-Z0-9]{1,3}$`)
	var last string
	lines := 0
	for line := range strings.Lines(subdivisionTable) {
		lines++
		code := line[:strings.IndexAny(line, ".!>\t\n")]
		if code <= last {
			t.Errorf("%s stands after %s: not in order, or twice", code, last)
		}
		last = code
		if !form.MatchString(code) || !IsCountry(code[:2]) {
			t.Errorf("%s: not of the form of a code", code)
		}
	}
	index := subdivisionIndex()
	if lines != len(index.byCode) || lines < 5600 {
		t.Errorf("%d lines, %d codes", lines, len(index.byCode))
	}
	for code, s := range index.byCode {
		canonical, ok := CanonicalSubdivision(code)
		if !ok || !IsSubdivision(code) || canonical[:2] != code[:2] {
			t.Errorf("CanonicalSubdivision(%q) = %q, %t", code, canonical, ok)
		}
		if again, ok := CanonicalSubdivision(canonical); again != canonical || !ok {
			t.Errorf("CanonicalSubdivision(%q) = %q, whose own is %q", code, canonical, again)
		}
		if _, ok := SubdivisionName(code); !ok && s.mark != '!' {
			t.Errorf("SubdivisionName(%q): none", code)
		}
	}
	for _, code := range []string{"", "IN", "IN-", "IN-ZZ", "in-od", "IN-od", "INOD", "IN_OD", "XX-01", "IN-OD ", "IN-OD>", "IN-OR>IN-OD"} {
		if IsSubdivision(code) {
			t.Errorf("IsSubdivision(%q) = true, want false", code)
		}
		if got, ok := CanonicalSubdivision(code); ok || got != "" {
			t.Errorf("CanonicalSubdivision(%q) = %q, %t, want none", code, got, ok)
		}
		if got, ok := SubdivisionName(code); ok || got != "" {
			t.Errorf("SubdivisionName(%q) = %q, %t, want none", code, got, ok)
		}
	}
}

func TestCanonicalSubdivision(t *testing.T) {
	for old, want := range map[string]string{
		"IN-DD": "IN-DH", "LA-XN": "LA-XS", "CN-11": "CN-BJ", "CN-15": "CN-NM", "CN-71": "CN-TW", "TW-TPQ": "TW-NWT",
		"FR-H": "FR-20R", "FR-COR": "FR-20R", "FR-J": "FR-IDF", "MX-DIF": "MX-CMX", "ZA-NL": "ZA-KZN", "KZ-ALA": "KZ-75",
		"GT-GU": "GT-01", "EE-44": "EE-45", "NO-23": "NO-50", "PL-MZ": "PL-14", "IQ-TS": "IQ-KI", "IR-31": "IR-28",
		// Split among several, abolished, or a country in its own right: kept.
		"PH-MAG": "PH-MAG", "NZ-N": "NZ-N", "NP-BA": "NP-BA", "VN-15": "VN-15", "ID-IJ": "ID-IJ", "US-PR": "US-PR",
	} {
		if got, ok := CanonicalSubdivision(old); got != want || !ok {
			t.Errorf("CanonicalSubdivision(%q) = %q, %t, want %q", old, got, ok, want)
		}
	}
}

// TestSubdivisionNames takes every English name back to its code, but for those
// that two places of a country share.
func TestSubdivisionNames(t *testing.T) {
	shared := map[string]string{ // code to what its name gives
		"EE-661": "", "EE-663": "", // Rakvere: town and parish
		"EE-793": "", "EE-796": "", // Tartu: city and parish
		"EE-917": "", "EE-919": "", // Võru: town and parish
		"EE-897": "EE-84", "EE-899": "EE-84", // Viljandi: town and parish of the county
		"UG-330": "", "UG-331": "", // Zombo: CLDR names the new district Terego so as well
	}
	for code, s := range subdivisionIndex().byCode {
		name, _ := SubdivisionName(code)
		want, isShared := shared[code]
		if !isShared {
			want = code
		}
		if s.mark == '!' || s.mark == '>' {
			continue
		}
		if got, _ := LookupSubdivision(code[:2], name); got != want {
			t.Errorf("LookupSubdivision(%s, %q) = %q, want %q", code[:2], name, got, want)
		}
		if got, _ := LookupSubdivision(code[:2], strings.ToLower(code)); got != code {
			t.Errorf("LookupSubdivision(%s, %q) = %q, want %q", code[:2], strings.ToLower(code), got, code)
		}
	}
}

func TestLookupSubdivision(t *testing.T) {
	tests := []struct{ country, names, code string }{
		{"IN", "Orissa|Odisha|ODISHA|IN-OR|in-od|State of Odisha", "IN-OD"},
		{"IN", "Pondicherry|Puducherry", "IN-PY"},
		{"IN", "Uttaranchal|Uttarakhand|Uttarākhand", "IN-UK"},
		{"IN", "Telangana|Telengana|IN-TG", "IN-TS"},
		{"IN", "Chhattisgarh|Chattisgarh", "IN-CG"},
		{"IN", "Dadra and Nagar Haveli|Daman and Diu|Dadra & Nagar Haveli and Daman & Diu", "IN-DH"},
		{"IN", "Tamil Nadu|Tamilnadu|TAMIL NADU", "IN-TN"},
		{"IN", "Delhi|NCT of Delhi|New Delhi", "IN-DL"},
		{"KH", "Sihanoukville|Preah Sihanouk|Preah Sihanouk Province|Kampong Som", "KH-18"},
		{"KH", "Takéo|Takeo", "KH-21"},
		{"MM", "Kayin|Kayin State|Karen State", "MM-13"},
		{"MM", "Yangon|Rangoon|Yangon Region", "MM-06"},
		{"MM", "Shan State", "MM-17"},
		{"LA", "Bokeo|Bokeo Province", "LA-BK"},
		{"LA", "Vientiane", "LA-VT"},
		{"LA", "Vientiane Province", "LA-VI"},
		{"TH", "Tak|Tak Province", "TH-63"},
		{"TH", "Bangkok|Krung Thep", "TH-10"},
		{"PH", "Metro Manila|NCR|National Capital Region", "PH-00"},
		{"PH", "Tarlac|Province of Tarlac", "PH-TAR"},
		{"PH", "Maguindanao", "PH-MAG"},
		{"VN", "Ho Chi Minh City|Saigon|TP. Ho Chi Minh|HCMC", "VN-SG"},
		{"VN", "Dak Lak|Đắk Lắk", "VN-33"},
		{"NG", "Lagos|Lagos State", "NG-LA"},
		{"PE", "Lima Region", "PE-LIM"},
		{"GB", "England", "GB-ENG"},
		{"GB", "Northern Ireland", "GB-NIR"},
		{"US", "Louisiana", "US-LA"},
		{"IR", "Tehran|Tehran Province", "IR-23"}, // the number of 2020, not 07
		{"IR", "Fars", "IR-07"},
		{"AE", "Dubai|Emirate of Dubai", "AE-DU"},
		{"NP", "Koshi|Province 1|Province No. 1", "NP-P1"},
		{"IN", "Ontario|PH-00|Lahore|", ""},
		{"XX", "Odisha", ""},
		{"in", "Odisha", ""},
		{"IN", "Odi\u0455ha|\u041edisha", ""}, // Cyrillic letters
	}
	for _, test := range tests {
		for name := range strings.SplitSeq(test.names, "|") {
			if code, ok := LookupSubdivision(test.country, name); code != test.code || ok != (test.code != "") {
				t.Errorf("LookupSubdivision(%q, %q) = %q, %t, want %q", test.country, name, code, ok, test.code)
			}
		}
	}
}

func TestSubdivisions(t *testing.T) {
	total := 0
	for c := range countryLines {
		codes := slices.Collect(Subdivisions(c.code))
		total += len(codes)
		if !slices.IsSorted(codes) {
			t.Errorf("%s: not in order", c.code)
		}
		for _, code := range codes {
			if canonical, ok := CanonicalSubdivision(code); code[:2] != c.code || canonical != code || !ok {
				t.Errorf("%s: %s is not in use", c.code, code)
			}
		}
	}
	if total < 5000 || total != len(subdivisionIndex().current) {
		t.Errorf("the countries have %d codes in use, the table %d", total, len(subdivisionIndex().current))
	}
	if n := len(slices.Collect(Subdivisions("IN"))); n != 36 { // 28 states, 8 union territories
		t.Errorf("India has %d, want 36", n)
	}
	for _, country := range []string{"", "I", "XX", "AQ", "in", "IN-OD"} {
		if codes := slices.Collect(Subdivisions(country)); len(codes) != 0 {
			t.Errorf("Subdivisions(%q) = %v, want none", country, codes)
		}
	}
	for code := range Subdivisions("IN") {
		if code != "IN-AN" {
			t.Errorf("first of India is %s", code)
		}
		break
	}
}

// TestSubdivisionsOfCorpus shows that every code of the shared corpus is one.
func TestSubdivisionsOfCorpus(t *testing.T) {
	codes := map[string]bool{"PH-00": true, "IN-OR": true, "IN-TS": true}
	reports, err := os.ReadFile("../../shared/corpus/reports.ndjson")
	if err != nil {
		t.Skip("the shared corpus is not there:", err)
	}
	for _, m := range regexp.MustCompile(`"admin1":"([^"]*)"`).FindAllStringSubmatch(string(reports), -1) {
		codes[m[1]] = true
	}
	files, err := filepath.Glob("../../shared/corpus/*.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(f).ReadAll()
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		column := slices.Index(rows[0], "admin1")
		for _, row := range rows[1:] {
			if column >= 0 && row[column] != "" {
				codes[row[column]] = true
			}
		}
	}
	if len(codes) < 15 {
		t.Errorf("only %d codes found", len(codes))
	}
	for code := range codes {
		for code := range strings.FieldsFuncSeq(code, func(r rune) bool { return r == ';' || r == ' ' }) {
			if !IsSubdivision(code) {
				t.Errorf("IsSubdivision(%q) = false", code)
			}
		}
	}
}

// TestSubdivisionsOfValidator compares the table with the list behind
// validator's tag iso3166_2, which is read from its source.
func TestSubdivisionsOfValidator(t *testing.T) {
	// Codes that validator knows and CLDR has neither in use nor as withdrawn.
	unknown := map[string]string{
		"DM-01":  "the parishes of Dominica are DM-02 to DM-11",
		"LY-JB":  "no such district of Libya",
		"MH-WTN": "Wotje is MH-WTJ",
		"MU-RP":  "Rivière du Rempart is MU-RR",
		"SS-EE8": "Eastern Equatoria is SS-EE",
		"YE-MU":  "no such governorate of Yemen",
		"ZA-ZN":  "KwaZulu-Natal was ZA-NL and is ZA-KZN",
	}
	out, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-playground/validator/v10").Output()
	if err != nil {
		t.Skip("the module of validator is not there:", err)
	}
	source, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "country_codes.go"))
	if err != nil {
		t.Skip("the source of validator is not there:", err)
	}
	_, list, found := strings.Cut(string(source), "var iso3166_2 = ")
	list, _, closed := strings.Cut(list, "\n}")
	known := regexp.MustCompile(`"([A-Z]{2}-[A-Z0-9]+)"`).FindAllStringSubmatch(list, -1)
	if !found || !closed || len(known) < 4900 {
		t.Fatalf("found %d codes in validator's source", len(known))
	}
	theirs := map[string]bool{}
	for _, m := range known {
		theirs[m[1]] = true
		if _, listed := unknown[m[1]]; IsSubdivision(m[1]) == listed {
			t.Errorf("IsSubdivision(%q) = %t", m[1], !listed)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(unknown)) {
		if !theirs[code] {
			t.Errorf("%s is in the list of differences, and validator does not know it", code)
		}
	}
	if theirs["IN-OD"] {
		t.Error("validator knows IN-OD by now: say so where the table's reason is given")
	}
}

func TestSubdivisionAllocations(t *testing.T) {
	subdivisionIndex()
	codes := []string{"IN-OR", "KH-18", "IN-ZZ", ""}
	if n := testing.AllocsPerRun(100, func() {
		for _, code := range codes {
			CanonicalSubdivision(code)
			IsSubdivision(code)
			SubdivisionName(code)
		}
	}); n != 0 {
		t.Errorf("looking a code up allocates %v times", n)
	}
}

func FuzzCanonicalSubdivision(f *testing.F) {
	for _, s := range []string{"IN-OR", "IN-OD", "KH-18", "US-PR", "", "IN-OR>IN-OD", "FR-H", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		canonical, ok := CanonicalSubdivision(s)
		again, okAgain := CanonicalSubdivision(canonical)
		if ok != okAgain || again != canonical || ok != IsSubdivision(s) {
			t.Errorf("CanonicalSubdivision(%q) = %q, %t, then %q, %t", s, canonical, ok, again, okAgain)
		}
	})
}

func BenchmarkCanonicalSubdivision(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		CanonicalSubdivision("IN-OR")
	}
}
