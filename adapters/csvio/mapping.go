package csvio

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/names"
	"github.com/rescuetally/rescuetally/incident"
)

// MappingVersion is the version of the mapping's form, the value of its member
// "mapping".
const MappingVersion = 1

// A Mapping tells how an agency's own table becomes records, or advisories, entries of a
// register or offers: one a row. It is written in Go, or read from a small JSON file with [ParseMapping], so
// that a new table needs no code.
//
// # The mapping file
//
// A mapping names the table's columns and says what each of them is. "Our
// columns" are those of the interchange format's CSV form: kind, id, event,
// published, occurred, country, admin1, place, lat, lon, measure, count, text,
// accrual, from, to, nationality, sex, age, group_admin1, group_place,
// group_by, label, beside, unit, lure, exploitation, conditions, agencies,
// source, source_kind, source_url, source_lang, grade, derived_from,
// supersedes, retracts and notes. A dimension of the agency's own is
// "group_by:" and its name, such as group_by:exploitation.
//
//	{
//	  "mapping": 1,
//	  "title": "Shelter register, 2024 form",
//	  "trim": true,
//	  "where": [{"column": "Status", "not": ["draft"]}],
//	  "constants": {"kind": "rescue", "measure": "freed", "accrual": "event", "source": "The Shelter"},
//	  "templates": {"id": "shelter-{Case No}", "notes": "[Office: {Office}.]"},
//	  "columns": {
//	    "Found on": {"to": "occurred", "dates": ["D/M/YYYY", "Month YYYY"]},
//	    "Country": {"to": "country", "countries": true, "values": {"the border": "TH"}},
//	    "Town": "place"
//	  },
//	  "figures": [
//	    {"column": "Total", "grouping": ","},
//	    {"column": "Women", "set": {"sex": "F"}},
//	    {"column": "Home by now", "set": {"measure": "returned"}, "values": {"-": "", "<5": "1..4"}}
//	  ],
//	  "ignore": ["Signature"]
//	}
//
// Members, all but the first optional:
//
//   - mapping: the number 1, the version of this form.
//   - form: what a row is: "advisory", "entry" or "offer", whose columns are then "our
//     columns", see [NewAdvisoryDecoder], [NewEntryDecoder] and [NewOfferDecoder]. A
//     level that the table gives on one scheme is level: and the name of the scheme,
//     such as level:us-state. Without form a row is a record.
//   - title: what the mapping is for, for people to read.
//   - trim: true takes the blanks around every cell and column name away. How
//     many cells had some is reported.
//   - where: which rows are meant. Each condition names a column and either
//     the cells that are wanted ("in") or those that are not ("not"); a row is
//     read when all conditions hold. How many rows were left out is reported.
//   - constants: our column and the value that it has in every row, written as
//     in the interchange format.
//   - templates: our column and a text to be made of other cells: {Case No} is
//     the cell of that column, {row} the number of the row, from 1; the header
//     and blank rows do not count, rows left out and rejected ones do. A part
//     in square brackets is left out when one of its cells is blank; the whole
//     text is left out when all cells it names are. {{ }} [[ ]] stand for the
//     four characters themselves.
//   - columns: the table's column and what it is: our column's name, or an
//     object with the members of a rule, below.
//   - figures: for a table with several numbers in a row, one figure a number.
//     Each names a "column", takes the members of a rule for the number in it,
//     and may have "set" (our column and a value, for this figure alone) and
//     "columns" (as above, for this figure alone). What constants, templates
//     and columns say of figures holds for each of them, unless set and
//     columns say otherwise. A blank cell makes no figure: unstated is not
//     zero. Without figures, a row has one figure or none. What a row says of
//     its figures when it has none is reported as left out.
//   - ignore: columns that are left out on purpose. Every column of the table
//     must be named somewhere; one that is not is [incident.CodeFieldUnknown].
//
// Cells are read as they stand; the apostrophe that the format's own form puts
// before formulas is not looked for.
//
// A rule has the members
//
//   - to: our column.
//
//   - values: their cell and our value, written as in the interchange format;
//     "" leaves the value unstated. A cell of the table is looked up as a
//     whole, in each item when it is split.
//
//   - fold: true looks cells up without regard to capital and small letters.
//
//   - countries: true turns names of countries into codes; for country,
//     nationality, group_place, nationalities and destinations.
//
//   - dates: the layouts that the column's dates have, below.
//
//   - ages: true reads 16 as 16-16 and "8 - 14" as 8-14.
//
//   - grouping: the character that groups digits, such as "," in 1,234 and
//     2,55,777. Without it a grouped number is refused.
//
//   - phrases: true keeps a cell that is no number ("about fifty") as the
//     figure's text, where it can be read later.
//
//   - split: the text between the items of a list, such as "," or "; ". Contacts need
//     none: they are split at semicolons, commas, bars, line ends, a slash between blanks
//     and the words and and or.
//
//   - unlisted: what to do with a cell that values does not list and nothing
//     else can turn into a value: "reject" the row (the default), "keep" the
//     cell as it stands, or "leave-out" the value. How many were left out is
//     reported, by column and code.
//
//   - like: the form that cells have which values does not list; * stands for any
//     letters, digits, hyphens, dots, slashes and underscores: "adv-*". Others are
//     unlisted, so that free text does not become an id.
//
//   - also: our columns and the values that they have when the cell gives a value:
//     {"msgType": "Update"} beside references.
//
//   - rest: our column, of texts, that keeps as printed what cannot be read, so that
//     the row is not rejected for it; what was there already stays before it. A cell
//     that values does not list is then taken as it stands, if that is a value of the
//     format. With countries, a cell is taken apart at brackets, commas, semicolons,
//     slashes, arrows and the words and, or, via, to and then: parts that name
//     countries are the value, and the others are kept; "TH (Bangkok)" is TH and
//     Bangkok. A cell without any country in it is kept whole, and so is one of several
//     for a column that takes one. Where a cell gives no value, the one that values has
//     for a blank cell is taken. How many cells gave none is reported, as a warning, by
//     column and code.
//
// # Dates
//
// Without layouts a column's dates are those of the interchange format: 2024,
// 2024-03, 2024-03-30 and the rest of EDTF. Day, month and year in another
// order are refused, because 01/02/2024 is one day in London and another in
// New York: [incident.CodeDateAmbiguous] when both numbers could be a month,
// [incident.CodeDateSyntax] otherwise. A layout says what the order is. It is
// made of
//
//   - YYYY, the year in four digits. Years of two digits are never read.
//   - MM, the month in two digits, and M, in one or two; Mon and Month, its
//     English name, short and in full, in any case.
//   - DD, the day in two digits, and D, in one or two.
//   - hh, mm, ss, two digits each: a time of day, which is left out.
//   - any other character that is no letter or digit, and letters in single
//     quotes, which stand for themselves.
//   - EDTF, alone: the interchange format's own dates.
//
// Of several layouts the one that fits is taken. When two fit and give
// different days the date is ambiguous, whatever their order. A date is as
// precise as its layout: YYYY gives a year, and no day is made up.
//
// # Concurrency
//
// A Mapping is read only once it is given to a decoder: one of them serves any
// number of decoders at a time.
type Mapping struct {
	Version   int               `json:"mapping"`             // MappingVersion
	Form      string            `json:"form,omitempty"`      // what a row is: "advisory", "entry" or "offer"; "": a record
	Title     string            `json:"title,omitempty"`     // for people
	Trim      bool              `json:"trim,omitempty"`      // take blanks around cells away
	Where     []Where           `json:"where,omitempty"`     // rows that are read; none: all
	Constants map[string]string `json:"constants,omitempty"` // our column: value
	Templates map[string]string `json:"templates,omitempty"` // our column: text with {their column}
	Columns   map[string]Rule   `json:"columns,omitempty"`   // their column: what it is
	Figures   []MappedFigure    `json:"figures,omitempty"`   // a wide table's numbers
	Ignore    []string          `json:"ignore,omitempty"`    // their columns that are left out
}

// Where is a condition on a row: the cell of Column is one of In, or none of
// Not. One of the two is given.
type Where struct {
	Column string   `json:"column"`
	In     []string `json:"in,omitempty"`
	Not    []string `json:"not,omitempty"`
}

// A Rule says what a cell is and how it is turned into our value. The members
// are described at [Mapping].
type Rule struct {
	To        string            `json:"to,omitempty"` // our column
	Values    map[string]string `json:"values,omitempty"`
	Fold      bool              `json:"fold,omitempty"`
	Countries bool              `json:"countries,omitempty"`
	Dates     []string          `json:"dates,omitempty"`
	Ages      bool              `json:"ages,omitempty"`
	Grouping  string            `json:"grouping,omitempty"` // one character
	Phrases   bool              `json:"phrases,omitempty"`
	Split     string            `json:"split,omitempty"`
	Unlisted  Unlisted          `json:"unlisted,omitempty"`
	Like      string            `json:"like,omitempty"`
	Also      map[string]string `json:"also,omitempty"` // our column: value
	Rest      string            `json:"rest,omitempty"` // our column
}

// A MappedFigure is one number of a wide table. To of its Rule is count, which
// is the default, or text.
type MappedFigure struct {
	Column string `json:"column"`
	Rule
	Set     map[string]string `json:"set,omitempty"`     // our column: value, for this figure
	Columns map[string]Rule   `json:"columns,omitempty"` // their column: what it is, for this figure
}

// Unlisted says what becomes of a cell that no value is known for. The zero
// Unlisted is Reject.
type Unlisted string

// What Unlisted says.
const (
	Reject   Unlisted = "reject"    // the row is rejected
	Keep     Unlisted = "keep"      // the cell is taken as it stands
	LeaveOut Unlisted = "leave-out" // the value is left unstated, and that is reported
)

// A MappingError says what is wrong with a mapping, or where a table differs
// from it. Its faults name columns of the table, never cells. A fault of a
// column that only the table has comes with its number and name as in
// [HeaderError]. The positions of faults in a mapping file have no Name, because
// [ParseMapping] does not know it: set it before they are shown.
type MappingError struct {
	Faults   []adapters.Fault // at least one, up to Limits.Errors when a table is read
	Unlisted int              // how many more there are

	cells map[int]int // of faults the cell of the header
	table bool        // the error of the table tells the first fault
}

// Error returns the first fault and how many follow.
func (e *MappingError) Error() string {
	if e.table {
		return inHeader(len(e.Faults) + e.Unlisted)
	}
	faults := slices.Clone(e.Faults)
	for i := range faults {
		faults[i].At.Name = cmp.Or(faults[i].At.Name, "mapping")
	}
	r := adapters.RecordError{Findings: faults, Unlisted: e.Unlisted}
	return "csvio: " + r.Error()
}

// add adds a fault at a place of the mapping, a JSON Pointer.
func (e *MappingError) add(code incident.Code, path, message string) {
	e.addFor(code, path, message, "")
}

// addFor is add for a fault that concerns a column of the table.
func (e *MappingError) addFor(code incident.Code, path, message, column string) {
	e.Faults = append(e.Faults, adapters.Fault{
		Finding: incident.Finding{Code: code, Severity: incident.Error, Path: path, Message: message},
		Field:   column,
	})
}

// addUnmapped is add for a column that the mapping does not name; inHeader tells
// that its name is one of a header.
func (e *MappingError) addUnmapped(cell int, name string, inHeader bool) {
	if !inHeader || !names.MayShow(name) {
		name = ""
	}
	e.addFor(incident.CodeFieldUnknown, "", "the mapping does not say what this column is: map it, or list it under ignore", name)
	if e.cells == nil {
		e.cells = map[int]int{}
	}
	e.cells[len(e.Faults)-1] = cell
	e.Faults[len(e.Faults)-1].Args = columnArgs(cell)
}

// err returns e, or nil when it has no faults.
func (e *MappingError) err() error {
	if len(e.Faults) == 0 {
		return nil
	}
	return e
}

// UnmarshalJSON reads the form that [ParseMapping] reads, with the same errors.
func (m *Mapping) UnmarshalJSON(data []byte) error {
	parsed, err := parseMapping(data)
	if err != nil {
		return err
	}
	*m = *parsed
	return nil
}

var _ json.Unmarshaler = (*Mapping)(nil)
