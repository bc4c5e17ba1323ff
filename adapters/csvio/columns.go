package csvio

import (
	"github.com/rescuetally/rescuetally/incident"
)

// A column is one of the format's columns: where its value stands in a record,
// how a cell is read into it and how it is written. set is given cells that are
// not empty; get appends nothing for what is unstated.
type column struct {
	name   string
	path   string // JSON Pointer below the record, or below the figure
	figure bool   // a member of a figure
	set    func(b *builder, cell []byte) error
	get    func(dst []byte, r *incident.Record, f *incident.Figure) []byte
}

// The places of the two columns that tell records apart.
const (
	columnKind = iota
	columnID
)

// columns has the format's columns in its order. It is read only.
var columns = [...]column{
	textColumn("kind", "/kind", func(r *incident.Record) *string { return (*string)(&r.Kind) }),
	{
		"id", "/id", false,
		func(b *builder, cell []byte) error { b.record.ID = string(cell); return nil },
		func(dst []byte, r *incident.Record, _ *incident.Figure) []byte { return append(dst, r.ID...) },
	},
	textColumn("event", "/event", func(r *incident.Record) *string { return &r.Event }),
	dateColumn("published", "/published", func(r *incident.Record) *incident.Date { return &r.Published }),
	dateColumn("occurred", "/occurred", func(r *incident.Record) *incident.Date { return &r.Occurred }),
	textColumn("country", "/place/country", func(r *incident.Record) *string { return &r.Place.Country }),
	{
		"admin1", "/place/admin1", false,
		func(b *builder, cell []byte) error { b.record.Place.Admin1 = b.subdivision(cell); return nil },
		func(dst []byte, r *incident.Record, _ *incident.Figure) []byte { return append(dst, r.Place.Admin1...) },
	},
	textColumn("place", "/place/name", func(r *incident.Record) *string { return &r.Place.Name }),
	degreesColumn("lat", "/place/lat", func(r *incident.Record) *incident.Degrees { return &r.Place.Lat }),
	degreesColumn("lon", "/place/lon", func(r *incident.Record) *incident.Degrees { return &r.Place.Lon }),
	figureText("measure", "/measure", func(f *incident.Figure) *string { return (*string)(&f.Measure) }),
	{
		"count", "/count", true,
		func(b *builder, cell []byte) (err error) {
			b.figure.Count, err = incident.ParseCount(string(cell))
			return err
		},
		func(dst []byte, _ *incident.Record, f *incident.Figure) []byte {
			dst, _ = f.Count.AppendText(dst)
			return dst
		},
	},
	figureText("text", "/text", func(f *incident.Figure) *string { return &f.Text }),
	figureText("accrual", "/accrual", func(f *incident.Figure) *string { return (*string)(&f.Accrual) }),
	figureDate("from", "/from", func(f *incident.Figure) *incident.Date { return &f.From }),
	figureDate("to", "/to", func(f *incident.Figure) *incident.Date { return &f.To }),
	figureText("nationality", "/group/nationality", func(f *incident.Figure) *string { return &f.Group.Nationality }),
	figureText("sex", "/group/sex", func(f *incident.Figure) *string { return &f.Group.Sex }),
	figureText("age", "/group/age", func(f *incident.Figure) *string { return &f.Group.Age }),
	{
		"group_admin1", "/group/admin1", true,
		func(b *builder, cell []byte) error { b.figure.Group.Admin1 = b.subdivision(cell); return nil },
		func(dst []byte, _ *incident.Record, f *incident.Figure) []byte { return append(dst, f.Group.Admin1...) },
	},
	figureText("group_place", "/group/place", func(f *incident.Figure) *string { return &f.Group.Place }),
	{
		"group_by", "/group/by", true,
		func(b *builder, cell []byte) (err error) {
			b.figure.Group.By, err = incident.ParseBy(string(cell))
			return err
		},
		func(dst []byte, _ *incident.Record, f *incident.Figure) []byte {
			dst, _ = f.Group.By.AppendText(dst)
			return dst
		},
	},
	figureText("label", "/label", func(f *incident.Figure) *string { return &f.Label }),
	{
		"beside", "/beside", true,
		func(b *builder, cell []byte) error {
			if string(cell) != "true" {
				return &incident.SyntaxError{Code: incident.CodeCodeUnknown, Type: "beside", Reason: "write true, or leave the cell empty"}
			}
			b.figure.Beside = true
			return nil
		},
		func(dst []byte, _ *incident.Record, f *incident.Figure) []byte {
			if f.Beside {
				dst = append(dst, "true"...)
			}
			return dst
		},
	},
	figureText("unit", "/unit", func(f *incident.Figure) *string { return &f.Unit }),
	textColumn("lure", "/lure", func(r *incident.Record) *string { return &r.Lure }),
	listColumn("exploitation", "/exploitation", func(r *incident.Record) *[]string { return &r.Exploitation }),
	listColumn("conditions", "/conditions", func(r *incident.Record) *[]string { return &r.Conditions }),
	listColumn("agencies", "/agencies", func(r *incident.Record) *[]string { return &r.Agencies }),
	textColumn("source", "/source/name", func(r *incident.Record) *string { return &r.Source.Name }),
	textColumn("source_kind", "/source/kind", func(r *incident.Record) *string { return (*string)(&r.Source.Kind) }),
	textColumn("source_url", "/source/url", func(r *incident.Record) *string { return &r.Source.URL }),
	textColumn("source_lang", "/source/lang", func(r *incident.Record) *string { return &r.Source.Lang }),
	textColumn("grade", "/source/grade", func(r *incident.Record) *string { return &r.Source.Grade }),
	listColumn("derived_from", "/derivedFrom", func(r *incident.Record) *[]string { return &r.DerivedFrom }),
	listColumn("supersedes", "/supersedes", func(r *incident.Record) *[]string { return &r.Supersedes }),
	listColumn("retracts", "/retracts", func(r *incident.Record) *[]string { return &r.Retracts }),
	textColumn("notes", "/notes", func(r *incident.Record) *string { return &r.Notes }),
}

func textColumn(name, path string, at func(*incident.Record) *string) column {
	return column{
		name, path, false,
		func(b *builder, cell []byte) error { *at(b.record) = b.text(cell); return nil },
		func(dst []byte, r *incident.Record, _ *incident.Figure) []byte { return append(dst, *at(r)...) },
	}
}

func dateColumn(name, path string, at func(*incident.Record) *incident.Date) column {
	return column{
		name, path, false,
		func(b *builder, cell []byte) (err error) { *at(b.record), err = b.date(cell); return err },
		func(dst []byte, r *incident.Record, _ *incident.Figure) []byte {
			dst, _ = at(r).AppendText(dst)
			return dst
		},
	}
}

func degreesColumn(name, path string, at func(*incident.Record) *incident.Degrees) column {
	return column{
		name, path, false,
		func(b *builder, cell []byte) (err error) {
			*at(b.record), err = incident.ParseDegrees(string(cell))
			return err
		},
		func(dst []byte, r *incident.Record, _ *incident.Figure) []byte {
			dst, _ = at(r).AppendText(dst)
			return dst
		},
	}
}

func listColumn(name, path string, at func(*incident.Record) *[]string) column {
	return column{
		name, path, false,
		func(b *builder, cell []byte) error { *at(b.record) = splitList(b.text(cell)); return nil },
		func(dst []byte, r *incident.Record, _ *incident.Figure) []byte { return appendList(dst, *at(r)) },
	}
}

func figureText(name, path string, at func(*incident.Figure) *string) column {
	return column{
		name, path, true,
		func(b *builder, cell []byte) error { *at(b.figure) = b.text(cell); return nil },
		func(dst []byte, _ *incident.Record, f *incident.Figure) []byte { return append(dst, *at(f)...) },
	}
}

func figureDate(name, path string, at func(*incident.Figure) *incident.Date) column {
	return column{
		name, path, true,
		func(b *builder, cell []byte) (err error) { *at(b.figure), err = b.date(cell); return err },
		func(dst []byte, _ *incident.Record, f *incident.Figure) []byte {
			dst, _ = at(f).AppendText(dst)
			return dst
		},
	}
}

// A builder fills one record from its rows. Equal short texts become one string,
// as long as the table of them has room.
type builder struct {
	record *incident.Record
	figure *incident.Figure
	texts  map[string]string
	dates  map[string]incident.Date
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
