package advisory

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/rescuetally/rescuetally/incident"
)

// A Licence is the number of a licence, taken apart. It is comparable; the zero
// Licence is not stated.
type Licence struct {
	Country string // ISO 3166-1 alpha-2, as given or as the grammar tells; may be empty
	Scheme  string // the grammar that fits: one of the Scheme constants, or empty
	Key     string // what two writings of one number share: letters and digits
	Printed string // as printed, without the space around it
	Region  string // of the office: IN; upper case
	Type    string // of the agent or of the licence: IN PER, PART, COM; PH LB, SB; upper case
	Year    string // four digits of the common era; NP three of Bikram Sambat, as printed
}

// The grammars of licence numbers that [ParseLicence] knows.
const (
	SchemeIndia       = "in-emigrate"
	SchemePhilippines = "ph-dmw"
	SchemeNepal       = "np-dofe"
	SchemeSriLanka    = "lk-slbfe"
	SchemeBangladesh  = "bd-bmet"
	SchemeIndonesia   = "id-p3mi"
)

const (
	maxLicence = 256 // bytes of a licence as printed
	maxParts   = 24  // runs of letters or digits in it
)

// IsZero reports whether l is not stated.
func (l Licence) IsZero() bool { return l == Licence{} }

// String returns the licence as printed.
func (l Licence) String() string { return l.Printed }

// Agrees reports whether l and m may be two writings of one licence: their keys
// are equal, and so are country, region, type and year where both state them.
func (l Licence) Agrees(m Licence) bool {
	same := func(a, b string) bool { return a == "" || b == "" || a == b }
	return l.Key != "" && l.Key == m.Key && same(l.Country, m.Country) && same(l.Scheme, m.Scheme) &&
		same(l.Region, m.Region) && same(l.Type, m.Type) && same(l.Year, m.Year)
}

// ParseLicence reads the number of a licence as printed on a list or in an
// advert. Letter case, spaces, punctuation, zeros in front, digits of other
// scripts and full-width letters do not matter, nor do words such as "Licence
// No." before it. country is the ISO 3166-1 alpha-2 code of the country that
// licensed; without it only numbers that name their scheme are recognised.
//
// What no grammar fits has Scheme "" and a key of its letters and digits, so
// that equal prints match. The grammars:
//
//	IN  B-1794/PUN/PER/100/5/10094/2022   key B1794, the number in the eMigrate register; then office, kind of agent,
//	                                      capacity, years, file and year. RC or RA may stand before it.
//	    RC-5374/1999                      key RC5374
//	PH  DMW-072-LB-09262023-UL            key DMW72LB20230926: number, land or sea based, date of issue (month, day,
//	                                      year), class. POEA, the department's former name, is read as DMW.
//	NP  836/066/067                       key 836: a running number; then the fiscal year of Bikram Sambat
//	LK  2888, SLBFE 2888                  key 2888
//	BD  RL-0703, R.L. 703, আরএল ৭০৩       key RL703
//	ID  519/MEN/2012                      key 519MEN2012: a decree of the minister
//	    81201141907610001                 key the number, of 13 to 20 digits, of the OSS system
//
// Sources: no authority publishes a grammar, so that these are read off printed
// numbers, and a number that fits one need not exist. IN, LK: agencies that print
// their eMigrate and SLBFE numbers. PH: agencies' DMW and POEA numbers; six
// digits are month, day and year, or month and year, which give one key. NP:
// biratoverseas.com (836/066/067), arplteam.com (917/067/068). BD: newspapers of
// August 2022 on agencies let to send workers to Malaysia (আরএল ৭০৩). ID: forms
// that state a SIPPTKI, and a SIP3MI of the risk-based licensing system. What a
// register prints otherwise has Scheme "" and is still found.
//
// The error is an [*incident.SyntaxError], without the text:
// [incident.CodePlaceCountry], [incident.CodeFieldLength] past 256 bytes,
// [incident.CodeTextInvalidUTF8], and [incident.CodeFieldEmpty] for a text
// without a letter or digit.
func ParseLicence(country, text string) (Licence, error) {
	if country != "" && !incident.IsCountry(country) {
		return Licence{}, licenceError(incident.CodePlaceCountry, "the country is no ISO 3166-1 code of two capital letters")
	}
	var p licenceParts
	if err := p.read(text); err != nil {
		return Licence{}, err
	}
	l := p.licence(country)
	l.Printed = strings.Clone(strings.TrimSpace(text))
	return l, nil
}

// licence fits the grammars of a country, or those that need none.
func (p *licenceParts) licence(country string) Licence {
	l := Licence{Country: country}
	for _, g := range licenceGrammars {
		if (country == g.country || country == "" && g.names(p)) && g.fit(p, &l) {
			l.Country, l.Scheme = g.country, g.scheme
			return l
		}
	}
	return Licence{Country: country, Key: p.plainKey()}
}

func licenceError(code incident.Code, reason string) error {
	return &incident.SyntaxError{Code: code, Type: "licence", Reason: reason}
}

// licenceParts are the runs of letters and of digits of a licence, in upper
// case and without the zeros in front.
type licenceParts struct {
	text   [3 * maxLicence]byte
	n      int
	parts  [maxParts]licencePart
	count  int
	full   bool // there were more than maxParts
	spaced bool // something stands between the last part and what follows
}

type licencePart struct {
	start, end uint16
	digits     bool
	zeros      uint8 // taken away in front
	apart      bool  // not joined to the part before it
}

// at returns a part's text, and an empty one past the last.
func (p *licenceParts) at(i int) string { return string(p.bytes(i)) }

func (p *licenceParts) bytes(i int) []byte {
	if i < 0 || i >= p.count {
		return nil
	}
	return p.text[p.parts[i].start:p.parts[i].end]
}

// is reports whether a part is the word given.
func (p *licenceParts) is(i int, word string) bool { return string(p.bytes(i)) == word }

// number reports whether a part is a running number of at most so many digits,
// without the zeros in front.
func (p *licenceParts) number(i, most int) bool {
	return i < p.count && p.parts[i].digits && int(p.parts[i].end-p.parts[i].start) <= most
}

// wide reports whether a part is of low to high digits, as printed.
func (p *licenceParts) wide(i, low, high int) bool {
	if i >= p.count || !p.parts[i].digits {
		return false
	}
	n := int(p.parts[i].end-p.parts[i].start) + int(p.parts[i].zeros)
	return n >= low && n <= high
}

// letters reports whether a part is of letters.
func (p *licenceParts) letters(i int) bool { return i < p.count && !p.parts[i].digits }

// printed returns a part's digits with the zeros in front.
func (p *licenceParts) printed(i int) string {
	return strings.Repeat("0", int(p.parts[i].zeros)) + p.at(i)
}

// read takes a licence apart; what p held before is gone.
func (p *licenceParts) read(text string) error {
	switch {
	case len(text) > maxLicence:
		return licenceError(incident.CodeFieldLength, "a licence has at most 256 bytes: shorten it")
	case !utf8.ValidString(text):
		return licenceError(incident.CodeTextInvalidUTF8, "the text holds bytes that are not UTF-8: save it as UTF-8")
	}
	p.n, p.count, p.full, p.spaced = 0, 0, false, true
	if i := firstBeyondASCII(text); i == len(text) {
		for i := range len(text) {
			p.ascii(text[i])
		}
	} else {
		for _, r := range norm.NFKC.String(text) {
			p.rune(r)
		}
	}
	p.close()
	if p.count == 0 {
		return licenceError(incident.CodeFieldEmpty, "the licence has no letter and no digit: leave it out")
	}
	return nil
}

func firstBeyondASCII(s string) int {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return i
		}
	}
	return len(s)
}

func (p *licenceParts) ascii(c byte) {
	switch {
	case c >= 'a' && c <= 'z':
		p.put(c-'a'+'A', false)
	case c >= 'A' && c <= 'Z':
		p.put(c, false)
	case c >= '0' && c <= '9':
		p.put(c, true)
	default:
		p.spaced = true
	}
}

func (p *licenceParts) rune(r rune) {
	if r < utf8.RuneSelf {
		p.ascii(byte(r))
		return
	}
	if n, ok := digitOf(r); ok {
		p.put('0'+n, true)
		return
	}
	if !unicode.IsLetter(r) && !unicode.IsMark(r) {
		p.spaced = p.spaced || !unicode.Is(unicode.Cf, r)
		return
	}
	var b [utf8.UTFMax]byte
	for _, c := range b[:utf8.EncodeRune(b[:], unicode.ToUpper(r))] {
		p.put(c, false)
	}
}

// digitOf returns the value of a decimal digit of any script: Unicode has them
// in rows of ten.
func digitOf(r rune) (byte, bool) {
	if r < utf8.RuneSelf {
		return byte(r - '0'), r >= '0' && r <= '9'
	}
	if !unicode.Is(unicode.Nd, r) {
		return 0, false
	}
	for _, row := range unicode.Nd.R16 {
		if r >= rune(row.Lo) && r <= rune(row.Hi) {
			return byte((r - rune(row.Lo)) % 10), true
		}
	}
	for _, row := range unicode.Nd.R32 {
		if r >= rune(row.Lo) && r <= rune(row.Hi) {
			return byte((r - rune(row.Lo)) % 10), true
		}
	}
	return 0, false
}

// put adds a byte to the part it continues, or begins one. Past the last place
// for a part, bytes are added to the last.
func (p *licenceParts) put(c byte, digit bool) {
	last := p.count - 1
	if last < 0 || p.spaced || p.parts[last].digits != digit {
		p.close()
		if p.count < maxParts {
			p.parts[p.count] = licencePart{start: uint16(p.n), end: uint16(p.n), digits: digit, apart: p.spaced}
			p.count++
			last++
		} else {
			p.full = true
		}
	}
	p.spaced = false
	if p.n < len(p.text) {
		p.text[p.n] = c
		p.n++
		p.parts[last].end = uint16(p.n)
	}
}

// close takes the zeros in front of the last part away.
func (p *licenceParts) close() {
	if p.count == 0 || !p.parts[p.count-1].digits || p.full {
		return
	}
	part := &p.parts[p.count-1]
	for part.end-part.start > 1 && p.text[part.start] == '0' {
		part.start++
		part.zeros++
	}
}

// plainKey is the key of a number that no grammar fits: its letters and digits,
// with a hyphen between two runs of digits, which would be another number
// without it.
func (p *licenceParts) plainKey() string {
	b := make([]byte, 0, 32)
	for i := range p.count {
		if i > 0 && p.parts[i].digits && p.parts[i-1].digits {
			b = append(b, '-')
		}
		b = append(b, p.bytes(i)...)
	}
	return string(b)
}
