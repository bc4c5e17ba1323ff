package adapters_test

import (
	"compress/gzip"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

// TestTheCodeOfTheCause: when a compressed file changes under its reader, the
// decoder's error has the code of what the reader said.
func TestTheCodeOfTheCause(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for name, c := range map[string]struct {
		head, row string
		decoder   func(*adapters.File) adapters.Decoder[incident.Record]
	}{
		"a.ndjson.gz": {"", `{"kind":"rescue","id":"%x"}`, func(f *adapters.File) adapters.Decoder[incident.Record] { return jsonio.NewDecoder(f, nil) }},
		"a.csv.gz":    {"kind,id\n", `rescue,%x`, func(f *adapters.File) adapters.Decoder[incident.Record] { return csvio.NewDecoder(f, nil) }},
	} {
		path := filepath.Join(t.TempDir(), name)
		var text strings.Builder
		text.WriteString(c.head)
		for range 20_000 {
			fmt.Fprintf(&text, c.row+"\n", rng.Uint64())
		}
		out, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		z := gzip.NewWriter(out)
		if _, err := z.Write([]byte(text.String())); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(z.Close(), out.Close()); err != nil {
			t.Fatal(err)
		}
		file, err := adapters.Open(path, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, 100_000); err != nil {
			t.Fatal(err)
		}
		r := adapters.NewReader(c.decoder(file), nil)
		var last error
		for _, err := range r.All(t.Context()) {
			last = err
		}
		if e, ok := last.(*adapters.FileError); !ok || e.Code != incident.CodeArchiveCorrupt || r.Summary().Read == 0 || r.Summary().Complete {
			t.Errorf("%s: %v after %d records, want %s of the decoder", name, last, r.Summary().Read, incident.CodeArchiveCorrupt)
		}
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	}
}
