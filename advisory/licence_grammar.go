package advisory

import (
	"strconv"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/incident"
)

// A licenceGrammar is one country's way to number licences.
type licenceGrammar struct {
	country, scheme string
	names           func(*licenceParts) bool           // whether the number says itself that it is of the scheme
	fit             func(*licenceParts, *Licence) bool // fills the licence when the number fits
}

// licenceGrammars is read only.
var licenceGrammars = [...]licenceGrammar{
	{"IN", SchemeIndia, namesIndia, fitIndia},
	{"PH", SchemePhilippines, func(p *licenceParts) bool { return true }, fitPhilippines},
	{"NP", SchemeNepal, namesNone, fitNepal},
	{"LK", SchemeSriLanka, func(p *licenceParts) bool { return p.is(0, "SLBFE") }, fitSriLanka},
	{"BD", SchemeBangladesh, func(p *licenceParts) bool { return p.begin(0) < p.count && isRL(p, p.begin(0)) > 0 }, fitBangladesh},
	{"ID", SchemeIndonesia, func(p *licenceParts) bool { return p.is(0, "SIP") || p.is(0, "SIPPTKI") || p.is(1, "MEN") }, fitIndonesia},
}

func namesNone(*licenceParts) bool { return false }

// begin returns the first part from i on that is no word said before a number:
// "Govt. of India Regd. No.", "Nomor Izin", or one of another script.
func (p *licenceParts) begin(i int) int {
	for i < p.count-1 && p.letters(i) && p.leads(i) {
		i++
	}
	return i
}

func (p *licenceParts) leads(i int) bool {
	w := p.bytes(i)
	switch string(w) {
	case "LICENCE", "LICENSE", "LICENCED", "LICENSED", "LIC", "NO", "NOS", "NUMBER", "NUM", "REG", "REGN", "REGD", "REGISTRATION", "REGISTERED",
		"CERTIFICATE", "CERT", "GOVT", "GOVERNMENT", "GOV", "OF", "THE", "AGENCY", "RECRUITING", "RECRUITMENT", "MEA", "MOIA", "INDIA", "NEPAL",
		"DOFE", "BMET", "SLBFE", "LABOUR", "LABOR", "NOMOR", "NOMER", "IZIN", "SURAT", "SK", "KEP", "SIUP", "SIPPTKI", "PHILIPPINES":
		return true
	}
	return len(w) > 0 && w[0] >= utf8.RuneSelf && !isBengaliRL(string(w))
}

// fitIndia reads the eMigrate registration: RA or RC, B and the number, then
// office, kind of agent, capacity, years, file number and year.
func fitIndia(p *licenceParts, l *Licence) bool {
	i := p.begin(0)
	rc := p.is(i, "RC")
	if rc || p.is(i, "RA") {
		i = p.begin(i + 1)
	}
	switch {
	case p.is(i, "B") && p.number(i+1, 6):
		l.Key = "B" + p.at(i+1)
		i += 2
	case rc && p.number(i, 7):
		l.Key = "RC" + p.at(i)
		i++
	default:
		return false
	}
	if p.letters(i) {
		l.Region = indiaOffice(p.at(i))
		i++
	}
	if p.letters(i) {
		l.Type = indiaType(p.at(i))
	}
	if last := p.count - 1; last >= i && p.wide(last, 4, 4) && plausibleYear(p.at(last)) {
		l.Year = p.at(last)
	}
	return true
}

// namesIndia asks for more than the B, which other numbers begin with as well.
func namesIndia(p *licenceParts) bool {
	var l Licence
	return fitIndia(p, &l) && l.Region != "" && l.Type != ""
}

// indiaOffice gives an office or a state that is printed in words its short form.
func indiaOffice(w string) string {
	switch w {
	case "DELHI", "NEWDELHI":
		return "DEL"
	case "MUMBAI", "BOMBAY":
		return "MUM"
	case "CHENNAI", "MADRAS":
		return "CHE"
	case "PUNJAB", "CHANDIGARH":
		return "PUN"
	}
	return w
}

// indiaType gives a kind of agent that is printed in words its short form.
func indiaType(w string) string {
	switch w {
	case "PERSON", "PROPRIETOR", "PROP", "INDIVIDUAL":
		return "PER"
	case "PARTNERSHIP", "PARTNER":
		return "PART"
	case "COMPANY":
		return "COM"
	}
	return w
}

func plausibleYear(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && n >= 1950 && n < 2100
}

// fitPhilippines reads DMW or POEA, the number, LB (land based) or SB (sea
// based), the date as month, day and year of two or four digits, and a class of
// letters, which is not part of the key: it changes with the licence's renewal.
func fitPhilippines(p *licenceParts, l *Licence) bool {
	i := p.begin(0)
	if !p.is(i, "DMW") && !p.is(i, "POEA") {
		return false
	}
	i = p.begin(i + 1)
	sector := p.at(i + 1)
	if !p.number(i, 5) || sector != "LB" && sector != "SB" || !p.wide(i+2, 6, 8) || p.count > i+5 {
		return false
	}
	year, month, day, ok := philippineDate(p.printed(i + 2))
	if !ok {
		return false
	}
	l.Type, l.Year = sector, year
	l.Key = "DMW" + p.at(i) + sector + year + month + day
	return true
}

// philippineDate reads 032614, 09262023 and, as our keys have it, 20230926.
func philippineDate(s string) (year, month, day string, ok bool) {
	switch {
	case len(s) == 6:
		month, day, year = s[:2], s[2:4], "20"+s[4:]
		if s[4] >= '8' { // the administration was founded in 1982
			year = "19" + s[4:]
		}
	case len(s) == 8 && (s[:2] == "19" || s[:2] == "20"):
		year, month, day = s[:4], s[4:6], s[6:]
	case len(s) == 8:
		month, day, year = s[:2], s[2:4], s[4:]
	default:
		return "", "", "", false
	}
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	_, ok = incident.MakeDay(y, m, d)
	return year, month, day, ok && plausibleYear(year)
}

// fitNepal reads the running number and, if it is printed, the fiscal year:
// 836/066/067, 836/66/67 or 836/2066/067.
func fitNepal(p *licenceParts, l *Licence) bool {
	i := p.begin(0)
	if !p.number(i, 5) {
		return false
	}
	key := p.at(i)
	switch p.count - i {
	case 1:
	case 2, 3:
		year, ok := nepalYear(p, i+1)
		if !ok {
			return false
		}
		if p.count-i == 3 {
			if _, ok := nepalYear(p, i+2); !ok {
				return false
			}
		}
		l.Year = year
	default:
		return false
	}
	l.Key = key
	return true
}

// nepalYear reads a year of Bikram Sambat in two, three or four digits and
// returns its last three: 66, 066 and 2066 are one year.
func nepalYear(p *licenceParts, i int) (string, bool) {
	if !p.wide(i, 2, 4) {
		return "", false
	}
	s := p.printed(i)
	if len(s) == 4 && s[0] == '2' {
		s = s[1:]
	}
	n, err := strconv.Atoi(s)
	if err != nil || len(s) > 3 || n < 30 || n > 120 { // the first Act is of 2042
		return "", false
	}
	return string([]byte{'0' + byte(n/100), '0' + byte(n/10%10), '0' + byte(n%10)}), true
}

// fitSriLanka reads the running number.
func fitSriLanka(p *licenceParts, l *Licence) bool {
	i := p.begin(0)
	if i != p.count-1 || !p.number(i, 5) {
		return false
	}
	l.Key = p.at(i)
	return true
}

// isRL returns how many parts say RL, the recruiting licence, at i.
func isRL(p *licenceParts, i int) int {
	switch {
	case p.is(i, "RL"), isBengaliRL(p.at(i)):
		return 1
	case p.is(i, "R") && p.is(i+1, "L"):
		return 2
	}
	return 0
}

// isBengaliRL knows RL in Bengali letters, as newspapers have it.
func isBengaliRL(w string) bool { return w == "আরএল" }

// fitBangladesh reads the number of the recruiting licence.
func fitBangladesh(p *licenceParts, l *Licence) bool {
	i := p.begin(0)
	i = p.begin(i + isRL(p, i))
	if i != p.count-1 || !p.number(i, 5) {
		return false
	}
	l.Key = "RL" + p.at(i)
	return true
}

// fitIndonesia reads a decree, 519/MEN/2012, or the number of the OSS system.
func fitIndonesia(p *licenceParts, l *Licence) bool {
	i := p.begin(0)
	if p.is(i, "SIP") && p.is(i+1, "3") && p.is(i+2, "MI") {
		i = p.begin(i + 3)
	}
	last := p.count - 1
	switch {
	case i == last && p.number(i, 20) && len(p.at(i)) >= 13:
		l.Key = p.at(i)
	case p.number(i, 6) && p.is(i+1, "MEN") && last > i+1 && last <= i+3 && p.wide(last, 4, 4) && plausibleYear(p.at(last)):
		l.Key, l.Year = p.at(i)+"MEN"+p.at(last), p.at(last)
	default:
		return false
	}
	return true
}
