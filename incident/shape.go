package incident

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/go-playground/validator/v10"
)

// maxID is the length of the longest id, in bytes.
const maxID = 128

// shape checks each member of the record by itself.
func (c *checker) shape() {
	r := c.record
	switch {
	case r.Kind == "":
		c.add(CodeFieldRequired, Error, "/kind", "kind is missing: write incident, rescue, arrest or tally")
	case r.Kind == KindAdvisory:
		c.add(CodeKindAdvisory, Error, "/kind", "an advisory is no record: keep advisories in a file of their own")
	default:
		knownCode(c, r.Kind, kinds[:], "/kind")
	}
	if r.ID == "" {
		c.add(CodeFieldRequired, Error, "/id", "id is missing: give each record one of its own")
	}
	c.identifier(r.ID, "/id")
	c.identifier(r.Event, "/event")
	c.noInterval(r.Published, "/published")
	c.place(&r.Place)
	for i := range r.Figures {
		c.figureShape(i, &r.Figures[i])
	}
	c.text(r.Lure, "/lure")
	c.texts(r.Exploitation, "/exploitation")
	for i, code := range r.Conditions {
		if !slices.Contains(conditions[:], code) {
			path := itemPath("/conditions", i)
			if code == "" {
				c.add(CodeFieldEmpty, Error, path, emptyItem)
			} else {
				knownCode(c, code, conditions[:], path)
			}
		}
	}
	c.texts(r.Agencies, "/agencies")
	c.source(&r.Source)
	c.references(r.DerivedFrom, "/derivedFrom")
	c.references(r.Supersedes, "/supersedes")
	c.references(r.Retracts, "/retracts")
	c.text(r.Notes, "/notes")
}

const emptyItem = "an item of the list is empty: leave it out"

// itemPath is the path of a list's item.
func itemPath(list string, i int) string { return list + "/" + strconv.Itoa(i) }

func (c *checker) texts(list []string, path string) {
	for i, s := range list {
		if s == "" {
			c.add(CodeFieldEmpty, Error, itemPath(path, i), emptyItem)
		} else if !isPlain(s) {
			c.text(s, itemPath(path, i))
		}
	}
}

func (c *checker) references(list []string, path string) {
	for i, id := range list {
		if id == "" {
			c.add(CodeFieldEmpty, Error, itemPath(path, i), emptyItem)
		} else {
			c.identifier(id, itemPath(path, i))
		}
	}
}

// identifier checks the text of an id, which is compared byte by byte and so
// may hide nothing.
func (c *checker) identifier(s, path string) {
	if len(s) > maxID && path != "/event" {
		c.add(CodeFieldLength, Error, path, "an id has at most 128 bytes: shorten it")
	}
	if s != "" && strings.TrimSpace(s) == "" {
		c.add(CodeFieldEmpty, Error, path, "the text is blank: leave the member out or state it")
	}
	c.hidden(s, path, true)
}

// text checks the characters of a text for people to read.
func (c *checker) text(s, path string) { c.hidden(s, path, false) }

// noInterval refuses an interval where the format wants one date.
func (c *checker) noInterval(d Date, path string) {
	if d.IsInterval() {
		c.add(CodeDateSyntax, Error, path, "this date may be no interval: state one day, month, year or season")
	}
}

// knownCode adds a finding when a stated code is none of those known.
func knownCode[T ~string](c *checker, code T, known []T, path string) {
	if code == "" || slices.Contains(known, code) {
		return
	}
	unknownCode(c, code, known, path)
}

// unknownCode adds the finding, with the known code that is nearest to the
// unknown one. What it names is always a code of the format, never the value.
func unknownCode[T ~string](c *checker, code T, known []T, path string) {
	const message = "the format has no such code"
	if c.bare {
		c.add(CodeCodeUnknown, Error, path, message)
		return
	}
	if near, ok := nearest(code, known); ok {
		c.add(CodeCodeUnknown, Error, path, message+": did you mean "+string(near)+"?", Arg{"suggestion", string(near)})
		return
	}
	c.add(CodeCodeUnknown, Error, path, message+": use one of those it lists")
}

func (c *checker) place(p *Place) {
	c.country(p.Country, "/place/country")
	if p.Admin1 != "" {
		code, ok := CanonicalSubdivision(p.Admin1)
		switch {
		case !ok:
			c.add(CodePlaceAdmin1, Error, "/place/admin1", "this is no ISO 3166-2 code: use one such as IN-OD")
		case IsCountry(p.Country) && code[:2] != p.Country:
			c.add(CodePlaceAdmin1, Error, "/place/admin1", "the subdivision lies in another country than country says")
		}
	}
	c.text(p.Name, "/place/name")
	c.coordinates(p.Lat, p.Lon)
}

func (c *checker) country(code, path string) {
	if code == "" || IsCountry(code) {
		return
	}
	const message = "this is no ISO 3166-1 country code of two capital letters"
	if c.bare {
		c.add(CodePlaceCountry, Error, path, message)
		return
	}
	if near, ok := SuggestCountry(code); ok {
		c.add(CodePlaceCountry, Error, path, message+": did you mean "+near+"?", Arg{"suggestion", near})
		return
	}
	c.add(CodePlaceCountry, Error, path, message+": use one such as KH")
}

func (c *checker) coordinates(lat, lon Degrees) {
	const path = "/place/lat"
	la, okLat := lat.Float()
	lo, okLon := lon.Float()
	switch {
	case !okLat && !okLon:
	case !okLat:
		c.add(CodePlaceCoordinates, Error, "/place/lon", "lon stands without lat: state both or neither")
	case !okLon:
		c.add(CodePlaceCoordinates, Error, path, "lat stands without lon: state both or neither")
	case (la < -90 || la > 90) && la >= -180 && la <= 180 && lo >= -90 && lo <= 90:
		c.add(CodePlaceCoordinates, Error, path, "lat is out of range, -90 to 90: lat and lon look exchanged")
	default:
		if la < -90 || la > 90 {
			c.add(CodePlaceCoordinates, Error, path, "lat is out of range: state -90 to 90")
		}
		if lo < -180 || lo > 180 {
			c.add(CodePlaceCoordinates, Error, "/place/lon", "lon is out of range: state -180 to 180")
		}
	}
}

func (c *checker) figureShape(i int, f *Figure) {
	if f.Measure == "" {
		c.add(CodeFieldRequired, Error, figurePath(i, "measure"), "measure is missing: say what the figure counts")
	} else if !slices.Contains(measures[:], f.Measure) {
		unknownCode(c, f.Measure, measures[:], figurePath(i, "measure"))
	}
	if !isPlain(f.Text) {
		c.text(f.Text, figurePath(i, "text"))
	}
	if f.Accrual != "" && !slices.Contains(accruals[:], f.Accrual) {
		unknownCode(c, f.Accrual, accruals[:], figurePath(i, "accrual"))
	}
	if f.From.IsInterval() {
		c.noInterval(f.From, figurePath(i, "from"))
	}
	if f.To.IsInterval() {
		c.noInterval(f.To, figurePath(i, "to"))
	}
	if !f.Group.IsZero() {
		c.group(i, &f.Group)
	}
	if !isPlain(f.Label) {
		c.text(f.Label, figurePath(i, "label"))
	}
	if !isPlain(f.Unit) {
		c.text(f.Unit, figurePath(i, "unit"))
	}
	if f.Measure == Lost && !isCurrency(f.Unit) {
		message := "this is no ISO 4217 currency: use a code such as INR"
		if f.Unit == "" {
			message = "money has no currency: state an ISO 4217 code in unit"
		}
		c.add(CodeFigureUnit, Error, figurePath(i, "unit"), message)
	}
}

var sexes = [...]string{"F", "M", "X", Unknown}

func (c *checker) group(i int, g *Group) {
	switch n := g.Nationality; n {
	case "", Stateless, Other, Unknown:
	default:
		if IsCountry(n) {
			break
		}
		path := figurePath(i, "group/nationality")
		if near, ok := nearest(n, []string{Other, Unknown}); ok && len(n) > 3 {
			c.add(CodePlaceCountry, Error, path, "this is no nationality of the format: did you mean "+near+"?",
				Arg{"suggestion", near})
			break
		}
		c.country(n, path)
	}
	if g.Sex != "" && !slices.Contains(sexes[:], g.Sex) {
		unknownCode(c, g.Sex, sexes[:], figurePath(i, "group/sex"))
	}
	if g.Age != "" && !isAge(g.Age) {
		c.add(CodeGroupAge, Error, figurePath(i, "group/age"),
			"this is no age group: write child, adult, unknown or a range such as 18-24")
	}
	if g.Admin1 != "" {
		if _, ok := CanonicalSubdivision(g.Admin1); !ok {
			c.add(CodePlaceAdmin1, Error, figurePath(i, "group/admin1"), "this is no ISO 3166-2 code: use one such as IN-OD")
		}
	}
	if !isPlain(g.Place) {
		c.text(g.Place, figurePath(i, "group/place"))
	}
	if !isPlain(g.By.text) {
		c.text(g.By.text, figurePath(i, "group/by"))
	}
}

// isAge reports whether s is child, adult, unknown or a range of whole years
// such as 18-24, low to high, at most 130.
func isAge(s string) bool {
	switch s {
	case "child", "adult", Unknown:
		return true
	}
	low, high, ok := ageRange(s)
	return ok && low <= high && high <= 130
}

// ageRange reads "18-24".
func ageRange(s string) (low, high int, ok bool) {
	a, b, found := strings.Cut(s, "-")
	low, okLow := years(a)
	high, okHigh := years(b)
	return low, high, found && okLow && okHigh
}

// years reads up to three ASCII digits without a leading zero.
func years(s string) (n int, ok bool) {
	if s == "" || len(s) > 3 || len(s) > 1 && s[0] == '0' {
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

func (c *checker) source(s *Source) {
	c.text(s.Name, "/source/name")
	knownCode(c, s.Kind, sourceKinds[:], "/source/kind")
	c.url(s.URL, "/source/url")
	if s.Lang != "" && !isLanguage(s.Lang) {
		c.add(CodeSourceLang, Error, "/source/lang", "this is no BCP 47 language tag: use one such as en, hi or zh-Hant")
	}
	if g := s.Grade; g != "" && (len(g) != 2 || g[0] < 'A' || g[0] > 'F' || g[1] < '1' || g[1] > '6') {
		c.add(CodeCodeUnknown, Error, "/source/grade", "this is no Admiralty grade: write A1 to F6")
	}
}

// checks is the one instance of the validator. It is safe for concurrent use.
var checks = sync.OnceValue(func() *validator.Validate { return validator.New() })

// The validator's tags that the format's members use, and the code of a text
// that does not satisfy them.
const (
	tagLanguage = "bcp47_language_tag" // CodeSourceLang
	tagCurrency = "iso4217"            // CodeFigureUnit
	tagAddress  = "http_url"           // CodeSourceURL
)

// satisfies reports whether the validator takes s under tag.
func satisfies(s, tag string) bool { return checks().Var(s, tag) == nil }

// isLanguage reports whether s is a BCP 47 tag of known subtags. The commonest
// are known without asking the validator, which takes microseconds.
func isLanguage(s string) bool {
	switch s {
	case "ar", "bn", "de", "en", "es", "fa", "fil", "fr", "gu", "hi", "id", "it", "ja", "km", "kn", "ko", "lo", "ml",
		"mr", "ms", "my", "ne", "pa", "pt", "ru", "si", "sw", "ta", "te", "th", "tl", "ur", "vi", "zh",
		"zh-Hans", "zh-Hant":
		return true
	}
	return len(s) <= maxID && satisfies(s, tagLanguage)
}

// isCurrency reports whether s is a currency code of ISO 4217.
func isCurrency(s string) bool {
	switch s {
	case "CNY", "EUR", "GBP", "HKD", "IDR", "INR", "JPY", "KHR", "KRW", "LKR", "MMK", "MYR", "NPR", "PHP", "PKR",
		"SGD", "THB", "TWD", "USD", "VND":
		return true
	}
	return s != "" && satisfies(s, tagCurrency)
}
