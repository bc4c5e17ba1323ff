package jsonio_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
)

var update = flag.Bool("update", false, "write testdata/codes.golden anew")

// limitsOf are the limits for the files whose code is a limit's.
func limitsOf(name string) adapters.Limits {
	switch {
	case strings.HasPrefix(name, "limit.bytes"):
		return adapters.Limits{Bytes: 50}
	case strings.HasPrefix(name, "limit.record-bytes"):
		return adapters.Limits{RecordBytes: 60}
	case strings.HasPrefix(name, "limit.fields"):
		return adapters.Limits{Fields: 3}
	}
	return adapters.Limits{}
}

// Each file of testdata/codes has faults of the code that it is named after;
// the golden file lists all of them with their places.
func TestCodes(t *testing.T) {
	files, err := filepath.Glob("testdata/codes/*")
	if err != nil || len(files) < 30 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	var golden strings.Builder
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		form := jsonio.Lines
		if filepath.Ext(name) == ".json" {
			form = jsonio.Document
		}
		code := strings.TrimSuffix(name, filepath.Ext(name))
		o := &jsonio.DecodeOptions{Form: form, Name: name, Limits: limitsOf(name)}
		got := outcomeOf(t, bytes.NewReader(data), o)
		fmt.Fprintf(&golden, "%s\n", name)
		found := strings.HasSuffix(got.End, " "+code)
		for _, f := range got.Faults {
			fmt.Fprintf(&golden, "\t%s\n", strings.TrimSpace(f))
			found = found || strings.Contains(f, " "+code+" ")
		}
		if code == "text.byte-order-mark" {
			_, sum := decodeAll(t, data, o)
			found = len(sum.Repairs) == 1 && string(sum.Repairs[0].Code) == code
		}
		fmt.Fprintf(&golden, "\taccepted %s, end %q\n", got.Accepted, got.End)
		if !found {
			t.Errorf("%s: no fault of the code: %v", name, got)
		}
		if form == jsonio.Lines && got.End == "" && len(got.Accepted) == 0 {
			t.Errorf("%s: the good record was not read", name)
		}
	}
	const path = "testdata/codes.golden"
	if *update {
		if err := os.WriteFile(path, []byte(golden.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), golden.String()); d != "" {
		t.Errorf("-golden +got\n%s", d)
	}
}
