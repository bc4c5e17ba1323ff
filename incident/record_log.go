package incident

import (
	"log/slog"
	"slices"
	"strconv"
)

// String says in a few words what r is, "rescue of 2 figures" for example, and
// nothing that a source wrote: texts of a record may tell who somebody is, and
// must not get into a log by way of %v.
func (r Record) String() string {
	kind := "record"
	if slices.Contains(kinds[:], r.Kind) {
		kind = string(r.Kind)
	}
	figures := " of " + strconv.Itoa(len(r.Figures)) + " figures"
	if len(r.Figures) == 1 {
		figures = " of 1 figure"
	}
	return kind + figures
}

// LogValue makes [log/slog] log what [Record.String] says.
func (r Record) LogValue() slog.Value { return slog.StringValue(r.String()) }

// String says what f counts and how many, "freed >=250" for example, and
// nothing that a source wrote.
func (f Figure) String() string {
	s := "figure"
	if slices.Contains(measures[:], f.Measure) {
		s = string(f.Measure)
	}
	if f.Count.IsZero() {
		return s
	}
	return s + " " + f.Count.String()
}

// LogValue makes [log/slog] log what [Figure.String] says.
func (f Figure) LogValue() slog.Value { return slog.StringValue(f.String()) }

// String returns the country's code, and nothing that a source wrote.
func (p Place) String() string {
	if IsCountry(p.Country) {
		return p.Country
	}
	return "place"
}

// LogValue makes [log/slog] log what [Place.String] says.
func (p Place) LogValue() slog.Value { return slog.StringValue(p.String()) }

// String returns the kind of source, and nothing that a source wrote.
func (s Source) String() string {
	if slices.Contains(sourceKinds[:], s.Kind) {
		return string(s.Kind)
	}
	return "source"
}

// LogValue makes [log/slog] log what [Source.String] says.
func (s Source) LogValue() slog.Value { return slog.StringValue(s.String()) }

// String says that g is a group, and nothing of whom: few members can be enough
// to tell who somebody is.
func (g Group) String() string {
	if g.IsZero() {
		return "everyone"
	}
	return "group"
}

// LogValue makes [log/slog] log what [Group.String] says.
func (g Group) LogValue() slog.Value { return slog.StringValue(g.String()) }
