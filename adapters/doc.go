// Package adapters reads and writes records of any format, one at a time, with
// positions, limits and a policy for what is bad. It knows formats, never
// rules.
//
// The author of a format writes a [Decoder] or an [Encoder]; everyone else
// holds a [Reader] or a [Writer] and ranges over it:
//
//	r := adapters.NewReader(jsonio.NewDecoder(f, nil), &adapters.ReadOptions{Policy: adapters.Skip})
//	for rec, err := range r.All(ctx) {
//		if err != nil {
//			return err // always the last element
//		}
//		use(rec)
//	}
//	sum := r.Summary() // Read = Accepted + Rejected
//
// Where records are checked and added up and not kept, [Scan] hands them out as
// views, decoded by several workers side by side; [Records] does the same for
// records that are kept. Both need a [ViewDecoder], and a [Parter] for more than
// one worker; the decoders of jsonio and csvio are both.
//
// [Open] opens a file, compressed or not; [WriteFile] replaces one whole or not
// at all.
//
// # Errors
//
// A [*RecordError] concerns one record, a [*FileError] the rest of the input.
// Both carry stable codes and positions, and neither holds a value of a record.
//
// # Concurrency
//
// Readers, Writers, Decoders and Encoders are for one goroutine each. [Scan] and
// [Records] start goroutines of their own, which have ended when the call or the
// loop has.
//
// # Limits
//
// Every reader has [Limits], on by default; the defaults stand at
// [incident.Limits].
package adapters
