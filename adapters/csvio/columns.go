package csvio

import (
	"github.com/rescuetally/rescuetally/incident"
)

// A column is one of the format's columns: where its value stands in a record,
// how a cell is read into it and how it is written. set is given cells that are
// not empty; get appends nothing for what is unstated.
type column struct {
	name string
	path string // JSON Pointer below the record, or below its part
	part bool   // a member of a part
	set  func(b *builder, cell []byte) error
	get  func(dst []byte, s *subject) []byte
}

// The places of the two columns that tell records apart, where there are such.
const (
	columnKind = iota
	columnID
)

// columns has the columns of records in the format's order. It is read only.
var columns = [...]column{
	textColumn("kind", "/kind", whole, func(s *subject) *string { return (*string)(&s.record.Kind) }),
	{
		"id", "/id", false,
		func(b *builder, cell []byte) error { b.record.ID = string(cell); return nil },
		func(dst []byte, s *subject) []byte { return append(dst, s.record.ID...) },
	},
	textColumn("event", "/event", whole, func(s *subject) *string { return &s.record.Event }),
	dateColumn("published", "/published", whole, func(s *subject) *incident.Date { return &s.record.Published }),
	dateColumn("occurred", "/occurred", whole, func(s *subject) *incident.Date { return &s.record.Occurred }),
	textColumn("country", "/place/country", whole, func(s *subject) *string { return &s.record.Place.Country }),
	{
		"admin1", "/place/admin1", false,
		func(b *builder, cell []byte) error { b.record.Place.Admin1 = b.subdivision(cell); return nil },
		func(dst []byte, s *subject) []byte { return append(dst, s.record.Place.Admin1...) },
	},
	textColumn("place", "/place/name", whole, func(s *subject) *string { return &s.record.Place.Name }),
	degreesColumn("lat", "/place/lat", func(s *subject) *incident.Degrees { return &s.record.Place.Lat }),
	degreesColumn("lon", "/place/lon", func(s *subject) *incident.Degrees { return &s.record.Place.Lon }),
	textColumn("measure", "/measure", inPart, func(s *subject) *string { return (*string)(&s.figure.Measure) }),
	countColumn("count", "/count", inPart, func(s *subject) *incident.Count { return &s.figure.Count }),
	textColumn("text", "/text", inPart, func(s *subject) *string { return &s.figure.Text }),
	textColumn("accrual", "/accrual", inPart, func(s *subject) *string { return (*string)(&s.figure.Accrual) }),
	dateColumn("from", "/from", inPart, func(s *subject) *incident.Date { return &s.figure.From }),
	dateColumn("to", "/to", inPart, func(s *subject) *incident.Date { return &s.figure.To }),
	textColumn("nationality", "/group/nationality", inPart, func(s *subject) *string { return &s.figure.Group.Nationality }),
	textColumn("sex", "/group/sex", inPart, func(s *subject) *string { return &s.figure.Group.Sex }),
	textColumn("age", "/group/age", inPart, func(s *subject) *string { return &s.figure.Group.Age }),
	{
		"group_admin1", "/group/admin1", true,
		func(b *builder, cell []byte) error { b.figure.Group.Admin1 = b.subdivision(cell); return nil },
		func(dst []byte, s *subject) []byte { return append(dst, s.figure.Group.Admin1...) },
	},
	textColumn("group_place", "/group/place", inPart, func(s *subject) *string { return &s.figure.Group.Place }),
	{
		"group_by", "/group/by", true,
		func(b *builder, cell []byte) (err error) {
			b.figure.Group.By, err = incident.ParseBy(string(cell))
			return err
		},
		func(dst []byte, s *subject) []byte {
			dst, _ = s.figure.Group.By.AppendText(dst)
			return dst
		},
	},
	textColumn("label", "/label", inPart, func(s *subject) *string { return &s.figure.Label }),
	{
		"beside", "/beside", true,
		func(b *builder, cell []byte) error {
			if string(cell) != "true" {
				return &incident.SyntaxError{Code: incident.CodeCodeUnknown, Type: "beside", Reason: "write true, or leave the cell empty"}
			}
			b.figure.Beside = true
			return nil
		},
		func(dst []byte, s *subject) []byte {
			if s.figure.Beside {
				dst = append(dst, "true"...)
			}
			return dst
		},
	},
	textColumn("unit", "/unit", inPart, func(s *subject) *string { return &s.figure.Unit }),
	textColumn("lure", "/lure", whole, func(s *subject) *string { return &s.record.Lure }),
	listColumn("exploitation", "/exploitation", func(s *subject) *[]string { return &s.record.Exploitation }),
	listColumn("conditions", "/conditions", func(s *subject) *[]string { return &s.record.Conditions }),
	listColumn("agencies", "/agencies", func(s *subject) *[]string { return &s.record.Agencies }),
	textColumn("source", "/source/name", whole, func(s *subject) *string { return &s.record.Source.Name }),
	textColumn("source_kind", "/source/kind", whole, func(s *subject) *string { return (*string)(&s.record.Source.Kind) }),
	textColumn("source_url", "/source/url", whole, func(s *subject) *string { return &s.record.Source.URL }),
	textColumn("source_lang", "/source/lang", whole, func(s *subject) *string { return &s.record.Source.Lang }),
	textColumn("grade", "/source/grade", whole, func(s *subject) *string { return &s.record.Source.Grade }),
	listColumn("derived_from", "/derivedFrom", func(s *subject) *[]string { return &s.record.DerivedFrom }),
	listColumn("supersedes", "/supersedes", func(s *subject) *[]string { return &s.record.Supersedes }),
	listColumn("retracts", "/retracts", func(s *subject) *[]string { return &s.record.Retracts }),
	textColumn("notes", "/notes", whole, func(s *subject) *string { return &s.record.Notes }),
}

// What a column is a member of.
const (
	whole  = false
	inPart = true
)

func textColumn[S ~string](name, path string, part bool, at func(s *subject) *S) column {
	return column{
		name, path, part,
		func(b *builder, cell []byte) error { *at(&b.subject) = S(b.text(cell)); return nil },
		func(dst []byte, s *subject) []byte { return append(dst, *at(s)...) },
	}
}

func dateColumn(name, path string, part bool, at func(s *subject) *incident.Date) column {
	return column{
		name, path, part,
		func(b *builder, cell []byte) (err error) { *at(&b.subject), err = b.date(cell); return err },
		func(dst []byte, s *subject) []byte {
			dst, _ = at(s).AppendText(dst)
			return dst
		},
	}
}

func degreesColumn(name, path string, at func(s *subject) *incident.Degrees) column {
	return column{
		name, path, whole,
		func(b *builder, cell []byte) (err error) {
			*at(&b.subject), err = incident.ParseDegrees(string(cell))
			return err
		},
		func(dst []byte, s *subject) []byte {
			dst, _ = at(s).AppendText(dst)
			return dst
		},
	}
}

func countColumn(name, path string, part bool, at func(s *subject) *incident.Count) column {
	return column{
		name, path, part,
		func(b *builder, cell []byte) (err error) {
			*at(&b.subject), err = incident.ParseCount(string(cell))
			return err
		},
		func(dst []byte, s *subject) []byte {
			dst, _ = at(s).AppendText(dst)
			return dst
		},
	}
}

func listColumn[S ~string](name, path string, at func(s *subject) *[]S) column {
	return column{
		name, path, whole,
		func(b *builder, cell []byte) error { *at(&b.subject) = splitList[S](b.text(cell)); return nil },
		func(dst []byte, s *subject) []byte { return appendList(dst, *at(s)) },
	}
}

// A builder fills one record from its rows. Equal short texts become one string,
// as long as the table of them has room.
type builder struct {
	subject
	texts map[string]string
	dates map[string]incident.Date
}

// What the builder remembers of one input.
const (
	mostTexts    = 4096
	longestText  = 64
	mostDates    = 4096
	longestDated = 24
)

func (b *builder) text(cell []byte) string {
	if len(cell) > longestText {
		return string(cell)
	}
	if s, ok := b.texts[string(cell)]; ok {
		return s
	}
	s := string(cell)
	if len(b.texts) < mostTexts {
		b.texts[s] = s
	}
	return s
}

func (b *builder) date(cell []byte) (incident.Date, error) {
	if d, ok := b.dates[string(cell)]; ok {
		return d, nil
	}
	d, err := readDate(string(cell), nil)
	if err == nil && len(cell) <= longestDated && len(b.dates) < mostDates {
		b.dates[string(cell)] = d
	}
	return d, err
}

// subdivision returns the code in force for an old one, and what is no code as
// it stands, for the shape rules to refuse.
func (b *builder) subdivision(cell []byte) string {
	if code, ok := incident.CanonicalSubdivision(string(cell)); ok {
		return b.text([]byte(code))
	}
	return b.text(cell)
}
