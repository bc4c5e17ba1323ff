package stats

import (
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// A Dimension is what a tally groups by. The zero Dimension is invalid.
type Dimension uint8

// The dimensions.
const (
	Country     Dimension = iota + 1 // where it happened, ISO 3166-1: "KH"
	Admin1                           // where it happened, ISO 3166-2, new codes: "IN-OD"
	Month                            // of occurred, "2024-03"; unstated when it spans several
	Year                             // of occurred, "2024"; unstated when it spans several
	Nationality                      // whom it counts: ISO 3166-1, XX, OTHER or unknown
	Sex                              // whom it counts: F, M, X or unknown
	Age                              // whom it counts: child, adult, a range of years or unknown
	Kind                             // of the record that the figure was taken from: "rescue"
	Event                            // the event's name; unstated for a record without one
	Source                           // the publisher of the record that the figure was taken from
	SourceKind                       // of that publisher: "government"
	Measure                          // of the figure: "freed"
	Accrual                          // of the figure: "event" or "period"

	byOther // an agency's own dimension: not one to group by
)

var dimensionNames = [...]string{
	"", "country", "admin1", "month", "year", "nationality", "sex", "age", "kind", "event", "source", "source_kind",
	"measure", "accrual",
}

// Dimensions returns the names of all dimensions, in order.
func Dimensions() []string { return slices.Clone(dimensionNames[1:]) }

// IsZero reports whether d is none.
func (d Dimension) IsZero() bool { return d == 0 }

// String returns the dimension's name, "source_kind" for example.
func (d Dimension) String() string {
	if int(d) < len(dimensionNames) {
		return dimensionNames[d]
	}
	return ""
}

// AppendText appends the dimension's name to b. It never fails.
func (d Dimension) AppendText(b []byte) ([]byte, error) { return append(b, d.String()...), nil }

// MarshalText returns the dimension's name. It never fails.
func (d Dimension) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText sets d to the dimension of that name. The error is an [*Error]
// with code.unknown.
func (d *Dimension) UnmarshalText(text []byte) error {
	i := slices.Index(dimensionNames[:], string(text))
	if i < 0 {
		return &Error{incident.CodeCodeUnknown, "use one of the dimensions country, admin1, month, year, nationality, sex, age, kind, event, source, source_kind, measure, accrual"}
	}
	*d = Dimension(i)
	return nil
}

// divides reports whether a portion can be divided along d: its group does not
// say, and d is a member of groups.
func (d Dimension) divides(p portion) bool {
	switch d {
	case Nationality, Sex, Age:
		return d.member(p.group) == ""
	case Country:
		return p.group.Place == "" && p.figure.record().Place.Country == ""
	}
	return false
}

// member returns the member of a group that d is, "" where it is not stated or d is
// none.
func (d Dimension) member(g incident.Group) string {
	switch d {
	case Nationality:
		return g.Nationality
	case Sex:
		return g.Sex
	case Age:
		return g.Age
	case Country:
		return g.Place
	}
	return ""
}

// with returns the group with another value of the member that d is.
func (d Dimension) with(g incident.Group, value string) incident.Group {
	switch d {
	case Nationality:
		g.Nationality = value
	case Sex:
		g.Sex = value
	case Age:
		g.Age = value
	case Country:
		g.Place = value
	}
	return g
}

// value returns what a portion says along d; "" is unstated.
func (d Dimension) value(a *Account, p portion) string {
	rec := p.figure.record()
	switch d {
	case Country:
		return countryOf(a, p)
	case Admin1:
		if code, ok := incident.CanonicalSubdivision(rec.Place.Admin1); ok {
			return code
		}
		return rec.Place.Admin1
	case Month:
		return monthOf(occurredOf(p.figure))
	case Year:
		return yearOf(occurredOf(p.figure))
	case Nationality, Sex, Age:
		return d.member(p.group)
	case Kind:
		return string(rec.Kind)
	case Event:
		return a.Event
	case Source:
		return rec.Source.Name
	case SourceKind:
		return string(rec.Source.Kind)
	case Measure:
		return string(p.figure.Measure)
	case Accrual:
		return string(p.figure.Accrual)
	}
	return ""
}

// occurredOf is when it happened: as the chosen record says, or the first that
// names the same number and says.
func occurredOf(f *Figure) incident.Date {
	for _, c := range f.agreed {
		if !f.record().Occurred.IsZero() {
			break
		}
		if !c.Record.Occurred.IsZero() {
			return c.Record.Occurred
		}
	}
	return f.record().Occurred
}

// countryOf is where it happened: as the chosen record says, or the part's own
// place where that is a country, or what all other records agree on.
func countryOf(a *Account, p portion) string {
	if c := p.figure.record().Place.Country; c != "" {
		return c
	}
	if incident.IsCountry(p.group.Place) {
		return p.group.Place
	}
	country := ""
	for _, rec := range a.Records {
		switch c := rec.Place.Country; {
		case c == "" || c == country:
		case country == "":
			country = c
		default:
			return ""
		}
	}
	return country
}

// monthOf returns the month in which all of d's days lie, as EDTF writes it, and
// "" when they lie in several or an end is not known.
func monthOf(d incident.Date) string {
	if _, _, ok := d.Month(); !ok {
		return ""
	}
	first, _ := d.Earliest()
	return first.String()[:len("2024-03")]
}

// yearOf is monthOf for years.
func yearOf(d incident.Date) string {
	if _, ok := d.Year(); !ok {
		return ""
	}
	first, _ := d.Earliest()
	return first.String()[:len("2024")]
}
