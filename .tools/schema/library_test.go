package schema

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

// read reads NDJSON with the library and returns the records it accepts and the errors of the others.
func read(t *testing.T, data io.Reader) (records []incident.Record, rejected []*adapters.RecordError) {
	t.Helper()
	r := adapters.NewReader(jsonio.NewDecoder(data, &jsonio.DecodeOptions{Form: jsonio.Lines}), &adapters.ReadOptions{
		Policy: adapters.Skip,
		Report: func(e *adapters.RecordError) { rejected = append(rejected, e) },
	})
	for rec, err := range r.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, *rec)
	}
	return records, rejected
}

// TestWhatTheLibraryWritesIsValid writes the records of every example's corpus, and the full record, and validates them.
func TestWhatTheLibraryWritesIsValid(t *testing.T) {
	data := []byte(strings.ReplaceAll(full, "\n", "") + "\n")
	for _, name := range embedded(t) {
		more, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		data = append(data, more...)
	}
	records, rejected := read(t, bytes.NewReader(data))
	if len(rejected) > 0 {
		t.Fatal(rejected[0])
	}
	var out bytes.Buffer
	w := adapters.NewWriter(jsonio.NewEncoder(&out, nil))
	for i := range records {
		if err := w.Write(t.Context(), &records[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if n := validateLines(t, compile(t), "output", out.Bytes()); n != len(records) || n < 2 {
		t.Errorf("wrote %d lines for %d records", n, len(records))
	}
}

// TestGeneratedRecordsAreValid validates made-up records of every shape that examples/generate knows.
func TestGeneratedRecordsAreValid(t *testing.T) {
	cmd := exec.CommandContext(t.Context(), "go", "run", "./examples/generate", "-records", "2000", "-broken", "0")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if n := validateLines(t, compile(t), "generated", out); n != 2000 {
		t.Errorf("%d records", n)
	}
}

// TestTheLibraryRefusesWhatTheSchemaRefuses reads each broken record with the library: it is rejected, or its check names
// an error.
func TestTheLibraryRefusesWhatTheSchemaRefuses(t *testing.T) {
	for _, c := range broken {
		t.Run(c.name, func(t *testing.T) {
			text := strings.ReplaceAll(strings.Replace(full, c.from, c.to, 1), "\n", "")
			records, rejected := read(t, strings.NewReader(text+"\n"))
			if len(rejected) == 1 {
				return
			}
			if len(records) != 1 {
				t.Fatalf("%d records", len(records))
			}
			if err := records[0].Check(nil).Err(); err == nil {
				t.Error("accepted without an error")
			} else if _, ok := errors.AsType[incident.Findings](err); !ok {
				t.Errorf("%T", err)
			}
		})
	}
	records, rejected := read(t, strings.NewReader(strings.ReplaceAll(full, "\n", "")+"\n"))
	if len(records) != 1 || len(rejected) != 0 {
		t.Error("the full record is rejected")
	} else if err := records[0].Check(nil).Err(); err != nil {
		t.Error(err)
	}
}
