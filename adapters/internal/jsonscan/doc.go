// Package jsonscan is the strict JSON reader under package jsonio. It has two
// layers. A [Framer] cuts an input into records (the elements of an array, one
// object, or one value a line) in bounded memory and says where each stands. A
// [Scanner] reads the tokens of one record by RFC 8259 to the letter: no
// duplicate is resolved, no broken text is repaired, no number is converted.
// Texts and numbers are handed out as views of the input's bytes.
//
// # Errors
//
// Both layers return an [*Error] with a code of package incident and an offset
// in bytes. Its Fatal field says whether reading can go on.
//
// # Limits
//
// The Framer bounds the input, the record and the nesting; the Scanner the
// nesting. A record over the limit is passed over without being held.
//
// # Concurrency
//
// Framers, Scanners and Names are for one goroutine at a time.
package jsonscan
