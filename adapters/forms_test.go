package adapters_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

// A form is one of the reference forms and how the record of a number is
// written in it.
type form struct {
	name, header string
	row          func(n int) string
	decoder      func(io.Reader) adapters.Decoder[incident.Record]
	encoder      func(io.Writer) adapters.Encoder[incident.Record]
}

// text returns a file of n records.
func (f form) text(n int) string {
	var b strings.Builder
	b.WriteString(f.header)
	for i := range n {
		b.WriteString(f.row(i))
	}
	return b.String()
}

var forms = []form{
	{
		"ndjson", "",
		func(n int) string {
			return fmt.Sprintf(`{"kind":"rescue","id":"r%d","figures":[{"measure":"freed","count":"%d"}]}`+"\n", n, n)
		},
		func(r io.Reader) adapters.Decoder[incident.Record] { return jsonio.NewDecoder(r, nil) },
		func(w io.Writer) adapters.Encoder[incident.Record] { return jsonio.NewEncoder(w, nil) },
	},
	{
		"csv", "kind,id,measure,count\n",
		func(n int) string { return fmt.Sprintf("rescue,r%d,freed,%d\n", n, n) },
		func(r io.Reader) adapters.Decoder[incident.Record] { return csvio.NewDecoder(r, nil) },
		func(w io.Writer) adapters.Encoder[incident.Record] { return csvio.NewEncoder(w, nil) },
	},
}

// TestCase29NothingOfADamagedFileIsCommitted cuts a compressed file at every
// byte and copies it over another one: not one record comes out, and the other
// file stays what it was.
func TestCase29NothingOfADamagedFileIsCommitted(t *testing.T) {
	for _, form := range forms {
		whole := compress(t, form.text(20))
		dir := t.TempDir()
		name, target := filepath.Join(dir, "a."+form.name+".gz"), filepath.Join(dir, "out")
		must(t, os.WriteFile(target, []byte("old"), 0o600))
		accepted := 0
		convert := func(w io.Writer) error {
			in, err := adapters.Open(name, nil)
			if err != nil {
				return err
			}
			defer in.Close()
			sum, err := adapters.Copy(t.Context(), adapters.NewWriter(form.encoder(w)), adapters.NewReader(form.decoder(in), nil))
			accepted += sum.Accepted
			return err
		}
		for n := range len(whole) {
			must(t, os.WriteFile(name, whole[:n], 0o600))
			err := adapters.WriteFile(t.Context(), target, 0o600, convert)
			wantCode(t, fmt.Sprint(form.name, " cut at ", n), err, incident.CodeArchiveCorrupt)
			if got, err := os.ReadFile(target); string(got) != "old" || err != nil {
				t.Fatalf("%s cut at %d: the file was replaced", form.name, n)
			}
		}
		if accepted != 0 {
			t.Errorf("%s: %d records of damaged files", form.name, accepted)
		}
		must(t, os.WriteFile(name, whole, 0o600))
		must(t, adapters.WriteFile(t.Context(), target, 0o600, convert))
		if accepted != 20 {
			t.Errorf("%s: %d records of the whole file", form.name, accepted)
		}
	}
}

// TestCase35BothOfSimilarIDsAreKept reads two records whose ids look alike.
func TestCase35BothOfSimilarIDsAreKept(t *testing.T) {
	for _, pair := range [][2]string{{"RPT-1", "rpt-1"}, {"Jose\u0301", "José"}} {
		for _, form := range forms {
			var in bytes.Buffer
			w := adapters.NewWriter(form.encoder(&in))
			for _, id := range pair {
				must(t, w.Write(t.Context(), &incident.Record{Kind: incident.KindRescue, ID: id}))
			}
			must(t, w.Close())
			var links incident.Links
			var kept []string
			var found incident.Findings
			for rec, err := range adapters.NewReader(form.decoder(&in), nil).All(t.Context()) {
				must(t, err)
				kept = append(kept, rec.ID)
				found = append(found, links.Add(rec, len(kept))...)
			}
			if len(kept) != 2 || kept[0] != pair[0] || kept[1] != pair[1] {
				t.Errorf("%s: kept %q of %q", form.name, kept, pair)
			}
			if len(found) != 1 || found[0].Code != incident.CodeRecordSimilarID || found[0].Severity != incident.Warning {
				t.Errorf("%s: %q: %v", form.name, pair, found)
			}
		}
	}
}

// TestCase46CancelledAfterEveryRecord cancels after each record of a file of
// 1,000: no further one comes, and what came is said to be not all.
func TestCase46CancelledAfterEveryRecord(t *testing.T) {
	every := 1
	if testing.Short() {
		every = 37
	}
	for _, form := range forms {
		text := form.text(1000)
		before := runtime.NumGoroutine()
		for k := 0; k < 1000; k += every {
			ctx, cancel := context.WithCancel(t.Context())
			if k == 0 {
				cancel()
			}
			r := adapters.NewReader(form.decoder(strings.NewReader(text)), nil)
			n := 0
			var last error
			for rec, err := range r.All(ctx) {
				if last = err; err != nil {
					break
				}
				if n++; n == k {
					cancel()
				}
				if rec == nil {
					t.Fatal("no record and no error")
				}
			}
			cancel()
			if n != k || !errors.Is(last, context.Canceled) {
				t.Fatalf("%s: cancelled after %d: %d records, then %v", form.name, k, n, last)
			}
			if sum := r.Summary(); sum.Complete || sum.Read != k {
				t.Fatalf("%s: cancelled after %d: %+v", form.name, k, sum)
			}
		}
		if now := runtime.NumGoroutine(); now > before {
			t.Errorf("%s: %d goroutines are left over", form.name, now-before)
		}
	}
}

// made is an input of rows that are made as they are read.
type made struct {
	row  func(n int) string
	n    int // rows made
	most int
	rest string
}

func (m *made) Read(p []byte) (int, error) {
	for len(m.rest) == 0 {
		if m.n == m.most {
			return 0, io.EOF
		}
		m.n++
		m.rest = m.row(m.n)
	}
	n := copy(p, m.rest)
	m.rest = m.rest[n:]
	return n, nil
}

// TestCase46HeapOfAStream reads a long file, 1,000,000 records with -slow: the
// heap in use is small and does not grow with them.
func TestCase46HeapOfAStream(t *testing.T) {
	rows := 100_000
	if *slow {
		rows = 1_000_000
	}
	for _, form := range forms {
		in := io.MultiReader(strings.NewReader(form.header), &made{row: form.row, most: rows})
		r := adapters.NewReader(form.decoder(in), nil)
		var early, peak uint64
		n := 0
		for _, err := range r.All(t.Context()) {
			must(t, err)
			if n++; n%(rows/10) != 0 {
				continue
			}
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			if n == rows/10 {
				early = m.HeapAlloc
			}
			peak = max(peak, m.HeapAlloc)
		}
		if n != rows {
			t.Errorf("%s: %d records of %d", form.name, n, rows)
		}
		if peak > early+4<<20 || peak > 32<<20 {
			t.Errorf("%s: a heap of %d bytes after a tenth, %d at most", form.name, early, peak)
		}
	}
}
