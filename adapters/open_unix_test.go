//go:build unix

package adapters_test

import (
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// TestOpenPipe opens a named pipe, into which somebody writes.
func TestOpenPipe(t *testing.T) {
	for _, c := range []struct {
		name, file string
		data       []byte
		code       incident.Code
	}{
		{"plain", "pipe.csv", []byte("1\n2\n"), ""},
		{"gzip", "pipe", compress(t, "1\n2\n"), ""},
		{"gzip by name", "pipe.csv.gz", compress(t, "1\n2\n"), ""},
		{"cut", "pipe", compress(t, "1\n2\n")[:20], incident.CodeArchiveCorrupt},
		{"not gzip", "pipe.csv.gz", []byte("1\n2\n"), incident.CodeFormatUnexpected},
	} {
		t.Run(c.name, func(t *testing.T) {
			name := filepath.Join(t.TempDir(), c.file)
			must(t, syscall.Mkfifo(name, 0o600))
			done := make(chan error, 1)
			go func() { done <- os.WriteFile(name, c.data, 0) }()
			f, err := adapters.Open(name, &adapters.OpenOptions{Spool: t.TempDir()})
			if c.code != "" {
				wantCode(t, c.name, err, c.code)
				<-done
				return
			}
			must(t, err)
			if got, err := io.ReadAll(f); string(got) != "1\n2\n" || err != nil {
				t.Errorf("read %q, %v", got, err)
			}
			if want, _ := adapters.FormatOf(name); f.Format() != want || f.Name() != name {
				t.Errorf("name %q, format %q", f.Name(), f.Format())
			}
			must(t, f.Close())
			must(t, <-done)
		})
	}
}
