// Package adaptertest is the test suite that the author of an adapter runs.
// [Run] puts one format through it; this is the whole test of an adapter:
//
//	func TestConformance(t *testing.T) {
//		adaptertest.Run(t, adaptertest.Format[incident.Record]{
//			Name:       "xlsxio",
//			NewDecoder: func(r io.Reader) (adapters.Decoder[incident.Record], error) { return xlsxio.NewDecoder(r, nil) },
//			NewEncoder: func(w io.Writer) (adapters.Encoder[incident.Record], error) { return xlsxio.NewEncoder(w, nil) },
//			Lossy:      []string{"/notes"},
//		})
//	}
//
// [RunWriter] is for writers of other things than records. [RunCorpus] reads the cases of [Corpus], small files with the findings they
// must give, which are plain text so that other languages can read them too.
//
// # Errors
//
// What fails is reported to the test. A message names the member that differs,
// never what it holds.
//
// # Concurrency
//
// The suite runs its parts one after the other. Formats are called from one
// goroutine at a time.
//
// # Limits
//
// The parts that fail an input or an output at every byte do so on a document
// of at most 2 KiB where the samples allow.
package adaptertest
