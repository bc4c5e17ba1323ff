// Package jsonio reads and writes records in the JSON form of the interchange
// format: one array, one object, or one object a line (NDJSON).
//
//	dec := jsonio.NewDecoder(f, &jsonio.DecodeOptions{Name: "reports.ndjson", Form: jsonio.Lines})
//	r := adapters.NewReader(dec, &adapters.ReadOptions{Policy: adapters.Skip})
//	for rec, err := range r.All(ctx) {
//		if err != nil {
//			return err // always the last element
//		}
//		use(rec)
//	}
//
// Reading is strict: RFC 8259 to the letter, members by their exact names and
// types, each at most once, nothing converted or repaired. What is written has
// the members in the format's order, unstated ones left out, so that equal
// records are equal bytes.
//
// What is no record has decoders and encoders of its own, with the same strictness and
// the same forms, each for a file of its own: [NewAdvisoryDecoder] and
// [NewAdvisoryEncoder] for advisories, [NewEntryDecoder] and [NewEntryEncoder] for
// entries of registers, [NewOfferDecoder] and [NewOfferEncoder] for offers.
//
// # Errors
//
// A [*adapters.RecordError] lists all that is wrong with one record, each with
// code, path, line, column and offset; reading goes on after it. A record that
// is no JSON has that one fault, and no path. A member that the format does not
// have is in the path where its name looks like an identifier; of any other,
// which may be a person's, only the place is said, and the path of the object
// around it. A [*adapters.FileError] ends the
// reading: the reader below failed, the input is over its limit, in another
// encoding or format, a document is cut short or followed by something, or the
// syntax of an array is broken, after which nothing in it can be trusted. The
// codes are json.*, field.*, count.*, date.*, text.*, limit.*,
// encoding.unsupported, format.unexpected and those of
// [incident.Record.CheckShape], or of Check of the type that is read. Of what Check
// finds, only errors reject; warnings, such as a contact that is visibly broken, are the
// caller's to ask for.
//
// # Concurrency
//
// Decoders and Encoders are for one goroutine each; the records they hand out
// own their memory.
//
// # Limits
//
// Limits.Bytes, RecordBytes, Depth, Fields and Errors of [adapters.Limits]
// apply, with their defaults. A Decoder holds one record and a table of at most
// 4,096 short texts. Records over a limit are passed over without being held.
package jsonio
