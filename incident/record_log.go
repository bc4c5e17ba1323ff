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
