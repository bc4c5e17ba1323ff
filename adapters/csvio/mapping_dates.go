package csvio

import (
	"errors"
	"fmt"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// A dateLayout is a compiled layout of dates.
type dateLayout struct {
	edtf  bool
	parts []datePart
}

// datePart is a token of a layout or a text that stands for itself.
type datePart struct {
	token   string
	literal string
}

// The tokens of a layout; where one starts another, the longer one comes
// first. The list is read only.
var dateTokens = [...]string{"YYYY", "Month", "Mon", "MM", "M", "DD", "D", "hh", "mm", "ss"}

// dateDigits are the fewest and the most digits of a token.
func dateDigits(token string) (low, high int) {
	switch token {
	case "YYYY":
		return 4, 4
	case "M", "D":
		return 1, 2
	}
	return 2, 2
}

// The months' English names; their first three letters are the short ones.
var monthNames = [...]string{
	"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
	"december",
}

// parseLayout compiles a layout. The error says what is wrong with it.
func parseLayout(layout string) (*dateLayout, error) {
	if layout == "EDTF" {
		return &dateLayout{edtf: true}, nil
	}
	l := &dateLayout{}
	seen := map[string]bool{}
	for rest := layout; rest != ""; {
		if rest[0] == '\'' {
			text, after, ok := strings.Cut(rest[1:], "'")
			if !ok {
				return nil, errors.New("close the quote in the date layout")
			}
			l.parts = append(l.parts, datePart{literal: text})
			rest = after
			continue
		}
		token := dateToken(rest)
		switch {
		case token == "" && isLetterOrDigit(rest[0]):
			if rest[0] == 'Y' {
				return nil, errors.New("years have four digits: write YYYY; years of two digits are not read")
			}
			return nil, errors.New("write a date layout of YYYY, MM, M, Mon, Month, DD, D, hh, mm and ss; quote other letters: 'T'")
		case token == "":
			l.parts = append(l.parts, datePart{literal: rest[:1]})
			rest = rest[1:]
			continue
		}
		what := strings.ToUpper(token[:1]) // of day, month, year and hour, one each
		if token == "mm" || token == "ss" {
			what = token
		}
		if seen[what] {
			return nil, errors.New("a date layout has year, month and day once each")
		}
		seen[what] = true
		if n := len(l.parts); n > 0 && isNumber(token) && (l.parts[n-1].token == "M" || l.parts[n-1].token == "D") {
			return nil, errors.New("put something between M or D and the number behind it, or write MM and DD")
		}
		l.parts = append(l.parts, datePart{token: token})
		rest = rest[len(token):]
	}
	if !seen["Y"] || seen["D"] && !seen["M"] {
		return nil, errors.New("a date layout has a year, and with a day a month: YYYY, MM/YYYY or DD/MM/YYYY")
	}
	return l, nil
}

// isNumber reports whether a token stands for digits.
func isNumber(token string) bool { return token != "Mon" && token != "Month" }

func dateToken(s string) string {
	for _, token := range dateTokens {
		if strings.HasPrefix(s, token) {
			return token
		}
	}
	return ""
}

func isDigitByte(c byte) bool { return '0' <= c && c <= '9' }

func isLetterOrDigit(c byte) bool {
	return isDigitByte(c) || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// read reads a date by the layout. Fits is false when the text has another
// shape; a date that does not exist fits and is an error.
func (l *dateLayout) read(s string) (d incident.Date, fits bool, err error) {
	if l.edtf {
		d, err = incident.ParseDate(s)
		return d, err == nil, err
	}
	var year, month, day int
	for _, p := range l.parts {
		if p.token == "" {
			rest, ok := strings.CutPrefix(s, p.literal)
			if !ok {
				return incident.Date{}, false, nil
			}
			s = rest
			continue
		}
		n, rest, ok := readToken(p.token, s)
		if !ok {
			return incident.Date{}, false, nil
		}
		s = rest
		switch p.token {
		case "YYYY":
			year = n
		case "MM", "M", "Mon", "Month":
			month = n
			if n < 1 || n > 12 {
				return incident.Date{}, false, nil
			}
		case "DD", "D":
			day = n
			if n < 1 || n > 31 {
				return incident.Date{}, false, nil
			}
		case "hh":
			ok = n < 24
		case "mm", "ss":
			ok = n < 60 || n == 60 && p.token == "ss" // a leap second
		}
		if !ok {
			return incident.Date{}, false, nil
		}
	}
	if s != "" {
		return incident.Date{}, false, nil
	}
	text := fmt.Sprintf("%04d", year)
	if month > 0 {
		text += fmt.Sprintf("-%02d", month)
	}
	if day > 0 {
		text += fmt.Sprintf("-%02d", day)
	}
	d, err = incident.ParseDate(text)
	return d, true, err
}

// readToken reads a token's number off the front of s.
func readToken(token, s string) (n int, rest string, ok bool) {
	if token == "Mon" || token == "Month" {
		for i, name := range monthNames {
			if token == "Mon" {
				name = name[:3]
				if name == "sep" && len(s) > 3 && (s[3] == 't' || s[3] == 'T') {
					name = "sept"
				}
			}
			if len(s) >= len(name) && strings.EqualFold(s[:len(name)], name) {
				return i + 1, s[len(name):], true
			}
		}
		return 0, s, false
	}
	low, high := dateDigits(token)
	i := 0
	for i < len(s) && i < high && isDigitByte(s[i]) {
		n = n*10 + int(s[i]-'0')
		i++
	}
	return n, s[i:], i >= low
}

// readDate reads a date in one of the layouts, or, with none, in the
// interchange format's own form. The empty text is no date and no error.
//
// The error is a [*incident.SyntaxError]: [incident.CodeDateAmbiguous] when two
// layouts read different dates, and those of [incident.ParseDate] and
// [foreignDate] otherwise.
func readDate(s string, layouts []*dateLayout) (incident.Date, error) {
	if len(layouts) == 0 {
		d, err := incident.ParseDate(s)
		if err != nil {
			if foreign := foreignDate(s); foreign != nil {
				return incident.Date{}, foreign
			}
		}
		return d, err
	}
	if s == "" {
		return incident.Date{}, nil
	}
	var found incident.Date
	var failed error
	for _, l := range layouts {
		d, fits, err := l.read(s)
		switch {
		case err != nil && fits:
			failed = err
		case !fits:
		case !found.IsZero() && found != d:
			return incident.Date{}, dateFault(incident.CodeDateAmbiguous,
				"two of the date layouts fit and give different dates: keep the one that the table uses")
		default:
			found = d
		}
	}
	switch {
	case !found.IsZero():
		return found, nil
	case failed != nil:
		return incident.Date{}, failed
	}
	if foreign := foreignDate(s); foreign != nil && foreign.Code != incident.CodeDateAmbiguous {
		return incident.Date{}, foreign
	}
	return incident.Date{}, dateFault(incident.CodeDateSyntax,
		"none of the date layouts fits: add the layout of this date to the mapping, or correct the date")
}

func dateFault(code incident.Code, reason string) *incident.SyntaxError {
	return &incident.SyntaxError{Code: code, Type: "date", Reason: reason}
}

// foreignDate says what is the matter with a text that is a date in another
// order than the interchange format's, or nil when it is none it knows:
//
//   - a year of two digits at either end, with slashes, dashes or dots:
//     [incident.CodeDateSyntax];
//   - two numbers and a year of four digits behind slashes, 01/02/2024:
//     [incident.CodeDateAmbiguous] when both can be a month, even when they
//     are equal, because nothing says that the column has days first;
//     [incident.CodeDateSyntax] otherwise, because a day that gives its order
//     away says nothing of the next row;
//   - the same with dashes or dots: [incident.CodeDateSyntax]; dashes are the
//     interchange format's own and ask for the year first, whatever the
//     numbers;
//   - a number of five digits, which is how spreadsheets count days:
//     [incident.CodeDateSyntax].
func foreignDate(s string) *incident.SyntaxError {
	if len(s) == 5 && onlyDigits(s) {
		return dateFault(incident.CodeDateSyntax,
			"this is a spreadsheet's number of a day: export the column as text, as 2024-03-30")
	}
	i := strings.IndexAny(s, "/-.")
	if i < 1 {
		return nil
	}
	parts := strings.Split(s, s[i:i+1])
	if len(parts) != 3 {
		return nil
	}
	for _, p := range parts {
		if p == "" || len(p) > 4 || !isLetterOrDigit(p[0]) {
			return nil
		}
	}
	last := parts[2]
	switch {
	case len(last) <= 2 && onlyDigits(last) && len(parts[0]) <= 2 && (len(parts[1]) <= 2 || !onlyDigits(parts[1])):
		return dateFault(incident.CodeDateSyntax, "years of two digits are not read: write all four")
	case len(last) != 4 || !onlyDigits(last):
		return nil
	}
	a, okA := smallNumber(parts[0])
	b, okB := smallNumber(parts[1])
	if okA && okB && s[i] == '/' && a >= 1 && a <= 12 && b >= 1 && b <= 12 {
		return dateFault(incident.CodeDateAmbiguous,
			"day and month cannot be told apart: state the column's date layout, such as DD/MM/YYYY")
	}
	return dateFault(incident.CodeDateSyntax,
		"the year comes first, as in 2024-03-30: or state the column's date layout in a mapping, such as DD/MM/YYYY")
}

func onlyDigits(s string) bool {
	for i := range len(s) {
		if !isDigitByte(s[i]) {
			return false
		}
	}
	return s != ""
}

// smallNumber reads one or two digits.
func smallNumber(s string) (n int, ok bool) {
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n, len(s) <= 2 && onlyDigits(s)
}
