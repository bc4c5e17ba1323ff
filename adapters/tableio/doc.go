// Package tableio writes results: tables as CSV, JSON, HTML, SVG and text for a
// terminal, and what events come to, where sources differ and what running
// totals say as JSON objects of fixed form.
//
//	table := tableio.FromTally(tally, tableio.TallyColumns{By: by, Sums: sums})
//	if err := tableio.WriteCSV(w, table); err != nil {
//		return err
//	}
//
// A [Table] holds cells, and a [Cell] that is unstated stays so everywhere: empty
// in CSV, null in JSON, said to be not stated where people read, and not drawn in
// a chart. Codes can have words beside them ([Named]), which are what people
// read. The same table gives the same bytes.
//
// # Formulas
//
// A text that a spreadsheet could run as a formula gets one ' in front in CSV and
// HTML, as package csvio writes it; a plain number does not. In JSON and SVG,
// which nothing runs, texts stand as they are. In HTML and SVG every text is
// escaped, and what no document may hold is replaced.
//
// # Errors
//
// Writers return the error of the writer below, wrapped, and [io.ErrShortWrite]
// when that writes less than it was given. A document is made whole before its
// first byte is written; a caller who wants a file replaced whole or not at all
// uses [adapters.WriteFile].
//
// # Concurrency
//
// Functions are safe for concurrent use as long as nobody changes the tables and
// accounts that they read.
//
// # Limits
//
// There are none: a document is as large as its table, and it is made in memory.
package tableio
