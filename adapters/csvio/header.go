package csvio

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/names"
	"github.com/rescuetally/rescuetally/incident"
)

// A HeaderError says what is wrong with a header row, column by column.
//
//	if e, ok := errors.AsType[*csvio.HeaderError](err); ok {
//		for _, f := range e.Faults {
//			fmt.Println(f.At, f.Code, f.Field)
//		}
//	}
//
// The codes are csv.header for a column that is missing, blank, there twice or
// written with blanks or a byte order mark, and field.unknown for one that the
// format does not have; capital letters make another name. Codes and positions
// are API, the text is not.
//
// A fault of one column has its number, from 1, as the argument "column". Its
// Field is empty where the name may be a person's, which is any name that is
// not like an identifier, and every name where no column is the format's.
type HeaderError struct {
	Faults   []adapters.Fault // at least one, in the header's order, up to Limits.Errors
	Unlisted int              // how many more there are
}

// Error returns how many faults there are; the [*adapters.FileError] around it
// tells the first.
func (e *HeaderError) Error() string { return inHeader(len(e.Faults) + e.Unlisted) }

// find returns the place of a name in f.columns.
func (f *form) find(name string) (int, bool) {
	for i := range f.columns {
		if f.columns[i].name == name {
			return i, true
		}
	}
	return 0, false
}

// isHeader reports whether cells look like a header of the format: the columns that are
// required are among them, or half of the cells are columns, in whatever case and with
// whatever blanks, so that a header that is nearly right is found and its faults are
// named.
func (f *form) isHeader(cells [][]byte) bool {
	ours, required := 0, 0
	for _, c := range cells {
		if i := f.spelt(string(c)); i >= 0 {
			ours++
			if slices.Contains(f.required, i) {
				required++
			}
		}
	}
	if len(f.required) > 0 {
		return required >= len(f.required)
	}
	return ours > 0 && 2*ours >= len(cells)
}

// tidy takes away what stands around a name by mistake.
func tidy(name string) string {
	return strings.TrimSpace(strings.Trim(name, "\ufeff\u200b"))
}

// bindHeader returns for each cell of the header the place of its column in
// f.columns, and what is wrong with it. The faults' positions are set by the
// caller: at has the cell of each, -1 for the whole header.
func (f *form) bindHeader(header []string) (bound []int, faults []adapters.Fault, at []int) {
	bound = make([]int, len(header))
	seen := make([]bool, len(f.columns))
	ours := slices.ContainsFunc(header, f.isOurs)
	add := func(cell int, code incident.Code, message string) {
		fault := adapters.Fault{Finding: incident.Finding{Code: code, Severity: incident.Error, Message: message}}
		if cell >= 0 {
			fault.Args = columnArgs(cell)
			if name := header[cell]; f.isOurs(name) || ours && names.MayShow(name) {
				fault.Field = name
			}
		}
		faults = append(faults, fault)
		at = append(at, cell)
	}
	for i, name := range header {
		bound[i] = -1
		c, ok := f.find(name)
		switch clean := tidy(name); {
		case ok && seen[c]:
			add(i, incident.CodeCSVHeader, "the header has this column twice: leave one of them out")
		case ok:
			seen[c] = true
			bound[i] = c
		case clean == "":
			add(i, incident.CodeCSVHeader, "a column has no name: give it one of the format's, or leave it out")
		case strings.HasPrefix(name, "\ufeff"):
			add(i, incident.CodeCSVHeader, "a byte order mark is glued to the name of this column: take it away")
		case clean != name && f.isColumn(clean):
			add(i, incident.CodeCSVHeader, "blanks stand around the name of this column: take them away")
		default:
			message := "the format has no such column: correct its name, leave it out or give a mapping"
			if near, ok := f.nearest(clean); ok {
				message = "the format has no such column: did you mean " + near + "?"
			}
			add(i, incident.CodeFieldUnknown, message)
		}
		if c := f.spelt(name); c >= 0 && bound[i] < 0 {
			seen[c] = true // it is there, only misspelt: not missing as well
		}
	}
	for _, c := range f.required {
		if !seen[c] {
			add(-1, incident.CodeCSVHeader, "the header lacks the column "+f.columns[c].name+
				": add it, or give a mapping for a table with other columns")
		}
	}
	return bound, faults, at
}

// spelt returns the place of the column that name is but for case and what stands
// around it, or -1.
func (f *form) spelt(name string) int {
	name = tidy(name)
	return slices.IndexFunc(f.columns, func(c column) bool { return strings.EqualFold(c.name, name) })
}

func (f *form) isOurs(name string) bool { return f.spelt(name) >= 0 }

// columnArgs is the number of a column of the header, from 1: its name may not
// be shown.
func columnArgs(cell int) []incident.Arg {
	return []incident.Arg{{Name: "column", Value: strconv.Itoa(cell + 1)}}
}

// headerFault is the error of a file whose header is at fault; err lists all
// faults and is not told by itself.
func headerFault(first adapters.Fault, err error) *adapters.FileError {
	message := first.Message
	switch {
	case first.Field != "":
		message = "column " + quoteName(first.Field) + ": " + message
	case len(first.Args) > 0:
		message = "column " + first.Args[0].Value + ": " + message
	}
	return &adapters.FileError{Position: first.At, Code: first.Code, Message: message, Err: err}
}

// upTo cuts faults to the limit and returns how many are left out.
func upTo(most int, faults []adapters.Fault) ([]adapters.Fault, int) {
	n := min(len(faults), most)
	return faults[:n], len(faults) - n
}

// inHeader says how many faults there are, of which the error around tells the
// first.
func inHeader(n int) string {
	if n == 1 {
		return "one fault in the header"
	}
	return strconv.Itoa(n) + " faults in the header"
}

func (f *form) isColumn(name string) bool { _, ok := f.find(name); return ok }

// nearest returns the format's column that is at most two letters away from name and
// nearest to it.
func (f *form) nearest(name string) (string, bool) {
	best, near := 3, ""
	lower := strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(name))
	for _, c := range f.columns {
		if d := letters(lower, strings.ToLower(c.name)); d < best && 2*d < max(len(lower), len(c.name)) {
			best, near = d, c.name
		}
	}
	return near, near != ""
}

// letters returns how many letters of a have to be added, left out or replaced
// to make b of it (Levenshtein 1965), or 3 for longer names.
func letters(a, b string) int {
	if len(a) > 24 || len(b) > 24 {
		return 3
	}
	var row [25]int
	for j := range len(b) + 1 {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
