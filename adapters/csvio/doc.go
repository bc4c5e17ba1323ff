// Package csvio reads and writes records as CSV: the interchange format's own
// columns with one row a figure, and, through a [Mapping], the tables of
// agencies with theirs.
//
//	dec := csvio.NewDecoder(f, &csvio.DecodeOptions{Name: "reports.csv"})
//	r := adapters.NewReader(dec, nil)
//	for rec, err := range r.All(ctx) {
//		…
//	}
//
//	w := adapters.NewWriter(csvio.NewEncoder(f, nil))
//
// What is no record has decoders and encoders of its own, each for a file of its own, with
// the columns that their decoders list: [NewAdvisoryDecoder] and [NewAdvisoryEncoder] for
// advisories, one row for each text, [NewEntryDecoder] and [NewEntryEncoder] for entries of
// registers and [NewOfferDecoder] and [NewOfferEncoder] for offers, one a row. All that is
// said below of records, figures and mappings holds for them, too.
//
// [NewRows] is the level below: the rows of any delimited file, polluted ones
// too, each with what was repaired in it.
//
// # Rows and records
//
// A row continues the record above it when kind and id are equal and every other
// cell of the record is blank. A row with the same kind and id and another value
// in a cell of the record is a record of its own (the rules then say that an id
// stands twice). Where neither is certain the record is rejected with
// [incident.CodeCSVAmbiguousRecord]: the row has the id of the record above and
// repeats cells of it and changes none, or it changes the kind alone, or it adds
// no figure. Rows of kind, id and figures that follow a row which could not be
// split are rejected with it, unless they have another id for certain.
//
// A record is one unit: a fault in one of its rows rejects all of it. A row that
// cannot be split belongs to the record above when its cells before the fault
// say so, and is a rejected record of its own otherwise.
//
// # Cells
//
// An empty cell is unstated. Nothing is trimmed, guessed or converted: " 12 ",
// "1,234" and "12.0" are no counts, and 24/01/2024 is no date; a [Mapping] can
// read both. Lists are separated by semicolons, with \; and \\ inside an item.
//
// # Formulas
//
// Spreadsheets run a cell that begins with = + - or @. The encoder puts one '
// before a cell that, behind blanks, controls, quotes and invisible characters,
// begins with one of these or its full-width form; that begins with ', a control
// character or a byte order mark; or in which one of these follows a semicolon
// or a tab. A plain number such as -12 stays as it is. The decoder takes one '
// away where such a cell follows it, so that what is written reads back equal.
//
// # A file that was cut short
//
// A cut inside quotes, or that leaves a row with too few cells, is an error. A
// cut inside the last cell, or at the end of a line, cannot be seen in a CSV
// file: a last row without a line end, when others have one, is accepted and
// reported as a repair with [incident.CodeFileTruncated]. Only a count of rows
// from elsewhere proves that a file is whole. When reading itself fails, the
// record that was under way is not handed out.
//
// # Errors
//
// A bad record is an [*adapters.RecordError] with all its faults, each with the
// place of its cell; a header or a file that cannot be used is an
// [*adapters.FileError], which wraps a [*HeaderError] when the header was it.
//
// # Concurrency
//
// Decoders, Encoders and Rows are for one goroutine each.
//
// # Limits
//
// Of [adapters.Limits], Bytes bounds the input, RecordBytes all rows of one
// record, Fields the cells of a row and Errors the faults listed of a record.
package csvio
