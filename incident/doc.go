// Package incident holds the values that reports on people in scam compounds
// are made of, and the rules they obey: counts that keep doubt, dates that keep
// their precision, places, sources, figures and records. It knows no file, no
// clock and no log.
//
//	c, err := incident.ParseCount(">=250")           // at least 250
//	d, err := incident.ParseDate("2024-01/2024-03")  // EDTF
//	n, err := incident.ReadPhrase("six lakh", "en")  // 600000
//	findings := record.Check(nil)                    // every rule, in field order
//
// The zero value of every type means "not stated", which is never zero.
//
// # Errors
//
// Texts that are no value give a [*SyntaxError]; rules give [Findings]. Both
// carry a [Code] of the interchange format and never a text of the record.
//
// # Concurrency
//
// All values are plain data: reading them from several goroutines is safe.
//
// # Limits
//
// [Limits] is the one place where the limits of readers and aggregations, and
// their defaults, are documented.
package incident
