// Package rescuetally is the front page of the module: it holds no code. Reports on people trafficked into scam
// compounds, and on their rescue, arrest and return, come from many sources that disagree, repeat each other and
// round; the packages below turn them into tables that count every person once and say how sure they are.
//
// Data flows one way, through three rooms:
//
//		bytes -> adapters -> incident.Record -> stats -> tables and accounts -> adapters -> bytes
//
//	  - [github.com/rescuetally/rescuetally/incident] has the value types (a Count with a best, a low and a high
//	    number; a Date as precise as its source; a Place, a Figure, a Record), the code lists, the reader of phrases
//	    such as "as many as 250", and the rules that turn what is wrong with a record into findings.
//	  - [github.com/rescuetally/rescuetally/adapters] has the Reader and the Writer that users range over, the interfaces
//	    that a format implements, positions, limits and policies for bad records. The formats are its sub-packages:
//	    jsonio for JSON and JSON lines, csvio for CSV and for an agency's own columns, tableio for results as CSV, JSON,
//	    HTML and SVG. adaptertest is the test suite that an author of another format runs.
//	  - [github.com/rescuetally/rescuetally/stats] reconciles what several records say about one event into an account,
//	    and adds accounts up into tallies that can be computed in parts and merged.
//	  - The folder examples holds small programs over the three; sitrep is the one to try first.
//
// # A tour in ten lines
//
// Open a decoder of a format, hand it to a reader, range over records, give them to a reconciler, range over its
// accounts, add them to a tally, print its rows. The Examples below are the two halves of that loop.
//
// # Errors
//
// Each type knows only its own facts: *incident.SyntaxError a text that is no count or no date, incident.Findings what is
// wrong with a record (code, severity, JSON Pointer), *adapters.RecordError a record of a file (findings and positions),
// *adapters.FileError why reading ended, *stats.Error why adding up did. Codes are stable and may be
// relied on; the wording of messages is not. No error holds a value of a record, because records may describe victims.
//
// # Limits
//
// Every reader is bounded by default, in bytes, bytes a record, depth, fields, records, errors kept and groups; the
// defaults are those of incident.Limits.
//
// # Concurrency
//
// Values are safe for concurrent use as long as nobody writes to them. What holds state (a reader, a writer, a
// reconciler, a tally) belongs to one goroutine; reconcilers and tallies filled in parallel are merged afterwards, with
// the same result to the byte.
package rescuetally
