// Package csvscan splits delimited text into rows of cells, over chunks and in
// bounded memory. It knows nothing of records.
//
// It differs from encoding/csv in four ways, on purpose: line ends inside quotes
// are kept byte for byte; blank lines are counted; a lone CR ends a row; and a
// faulty row is one error with a position, after which the next row is read.
//
// There are two levels. The strict one reads RFC 4180 and reports everything
// else. The lenient one hands out every row it can make sense of and says with
// each row what it repaired.
//
// # Where reading goes on after a fault
//
// After a stray quote the strict level goes on behind the line in which the
// stray quote stands, never inside the row: text that was quoted must not be
// taken for rows. A quote that is never closed takes the rest of the input with
// it.
//
// # Concurrency
//
// A Scanner is not safe for concurrent use.
package csvscan
