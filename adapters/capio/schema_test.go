package capio_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters/capio"
)

// schema is that of OASIS, which lies beside the repository.
const schema = "../../../shared/oracles/cap12.xsd"

// xmllint returns which of the files in a folder the schema refuses.
func xmllint(t *testing.T, dir string) map[string]bool {
	t.Helper()
	if _, err := os.Stat(schema); err != nil {
		t.Skip("the schema of CAP does not lie beside the repository")
	}
	if _, err := exec.LookPath("xmllint"); err != nil {
		t.Skip("there is no xmllint: it is in Debian's libxml2-utils")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.xml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	out, err := exec.CommandContext(t.Context(), "xmllint", append([]string{"--noout", "--nonet", "--schema", schema}, files...)...).CombinedOutput()
	if _, failed := err.(*exec.ExitError); err != nil && !failed { //nolint:errorlint
		t.Fatal(err)
	}
	valid := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		if name, ok := strings.CutSuffix(line, " validates\n"); ok {
			valid[name] = true
		} else if strings.Contains(line, "failed to compile") {
			t.Fatalf("%s", out)
		}
	}
	refused := map[string]bool{}
	for _, f := range files {
		if !valid[f] {
			refused[filepath.Base(f)] = true
		}
	}
	return refused
}

// TestSchemaGenerated writes generated advisories and alerts, all of which the schema
// takes.
func TestSchemaGenerated(t *testing.T) {
	dir := t.TempDir()
	m := newMaker(3)
	for n := range generated {
		adv := m.advisory(n)
		write(t, filepath.Join(dir, fmt.Sprintf("advisory-%d.xml", n)), func(f *os.File) error {
			enc := capio.NewEncoder(f, nil)
			if err := enc.Encode(context.Background(), &adv); err != nil {
				return err
			}
			return enc.Close()
		})
		alert := m.alert(n)
		write(t, filepath.Join(dir, fmt.Sprintf("alert-%d.xml", n)), func(f *os.File) error {
			doc, err := alert.AppendXML(nil)
			if err == nil {
				_, err = f.Write(doc)
			}
			return err
		})
	}
	if refused := xmllint(t, dir); len(refused) > 0 {
		t.Errorf("the schema refuses %d of %d documents, such as %v", len(refused), 2*generated, refused)
	}
	t.Logf("%d documents are valid by the schema", 2*generated)
}

func write(t *testing.T, name string, fill func(*os.File) error) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := fill(f); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
