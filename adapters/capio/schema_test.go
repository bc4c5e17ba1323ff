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

// TestSchemaMutations breaks lines of generated alerts at random: what is still read
// without an error, the schema takes, too.
func TestSchemaMutations(t *testing.T) {
	dir := t.TempDir()
	m := newMaker(4)
	accepted := 0
	for n := range generated {
		alert := m.alert(n)
		doc, err := alert.AppendXML(nil)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.SplitAfter(string(doc), "\n")
		for range 1 + m.IntN(2) {
			m.mutate(lines)
		}
		doc = []byte(strings.Join(lines, ""))
		if _, err := capio.Parse(doc); err != nil {
			continue
		}
		accepted++
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.xml", n)), doc, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if accepted < 100 {
		t.Errorf("only %d of %d were accepted: this shows little", accepted, generated)
	}
	for name := range xmllint(t, dir) {
		doc, err := os.ReadFile(filepath.Join(dir, name))
		t.Errorf("accepted, and refused by the schema: %v\n%s", err, doc)
	}
}

// mutate changes one line that is no start or end of the whole.
func (m maker) mutate(lines []string) {
	i, k := 1+m.IntN(len(lines)-2), 1+m.IntN(len(lines)-2)
	value := pick(m, "", " ", "x", "-1", "1e3", "+.", "https://a b/[c]", "https://example.org:port/", "http://[::1", "%zz", "en_US", "2024-02-30T00:00:00+00:00",
		"2024-01-01T24:00:00+00:00", "2024-01-01T00:00:60-00:00", "2024-01-01T00:00:00+14:01", "0000-01-01T00:00:00+00:00", " 2024-01-01T00:00:00-00:00\n", "2024-01-01T00:00:00,00:00",
		"Met", "Actual", "Unknown", " Unknown", "12 ", "#frag#ment", "a:b:c", ":", "ä", "x-aaaaaaaaa", "0x10", "<b/>", "<!-- -->1", "<![CDATA[12]]>", "&#49;", "?", "//", "http://", "1 2")
	switch start, end := strings.IndexByte(lines[i], '>'), strings.LastIndexByte(lines[i], '<'); {
	case m.IntN(3) > 0 && start > 0 && start < end:
		lines[i] = lines[i][:start+1] + value + lines[i][end:]
	case m.IntN(3) == 0:
		lines[i] = ""
	case m.IntN(2) == 0:
		lines[i] += lines[i]
	default:
		lines[i], lines[k] = lines[k], lines[i]
	}
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
