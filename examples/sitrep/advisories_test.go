package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const someAdvisories = `{"kind":"advisory","id":"a","issuer":"Ministry A","issued":"2024-01-10","destinations":["KH"],"lures":["data entry"],"contacts":[{"kind":"email","value":"help@"},{"kind":"phone","value":"+855 23 000 000"}],"source":{"url":"https://example.org/a"}}
{"kind":"advisory","id":"b","issuer":"Ministry B","issued":"2024-02-10","expires":"2024-03-31"}
{"kind":"advisory","id":"c","issuer":"Ministry A","issued":"2024-05-10","msgType":"Cancel","references":["a"]}
`

// TestAdvisoriesInForce: of the advisories of a file, those that hold on the day are
// listed, without contacts that are broken; a file of records alone has none.
func TestAdvisoriesInForce(t *testing.T) {
	file := filepath.Join(t.TempDir(), "advisories.ndjson")
	if err := os.WriteFile(file, []byte(someAdvisories), 0o600); err != nil {
		t.Fatal(err)
	}
	for on, want := range map[string]string{"2024-03-01": "b a", "2024-04-01": "a", "2024-06-01": "", "2024-01-01": ""} {
		var out, log bytes.Buffer
		if code := run(t.Context(), []string{"-format", "json", "-as-of", on, "-advisories", file}, nil, &out, &log); code != 0 || log.Len() > 0 {
			t.Fatalf("exit %d, %s", code, &log)
		}
		var rep struct {
			Advisories []advisoryObject `json:"advisories"`
		}
		if err := json.Unmarshal(out.Bytes(), &rep); err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, a := range rep.Advisories {
			ids = append(ids, a.ID)
			if a.ID == "a" && !slices.Equal(a.Contacts, []string{"+855 23 000 000"}) {
				t.Errorf("contacts %q", a.Contacts)
			}
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("on %s: %q, want %q", on, got, want)
		}
	}
	for format, want := range map[string]string{"text": "ADVISORIES IN FORCE", "html": `id="advisories"`} {
		for _, day := range []string{"2024-03-01", "2024-06-01"} {
			var out, log bytes.Buffer
			if code := run(t.Context(), []string{"-format", format, "-as-of", day, "-advisories", file}, nil, &out, &log); code != 0 {
				t.Fatalf("exit %d, %s", code, &log)
			}
			if got := strings.Contains(out.String(), want); got != (day == "2024-03-01") || strings.Contains(out.String(), "help@") {
				t.Errorf("%s on %s: the section is there: %v", format, day, got)
			}
		}
	}
	var out, log bytes.Buffer
	if code := run(t.Context(), []string{"-in", "json", "-advisories", file, "-"}, strings.NewReader(`{"kind":"tally","id":"1"}`), &out, &log); code == 2 || strings.Contains(log.String(), file) {
		t.Errorf("-in is of the input: exit %d, %s", code, &log)
	}
	records := filepath.Join(t.TempDir(), "records.ndjson")
	if err := os.WriteFile(records, []byte(`{"kind":"tally","id":"1"}`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out.Reset()
	if code := run(t.Context(), []string{records}, nil, &out, &log); code != 0 || strings.Contains(out.String(), "ADVISORIES") {
		t.Errorf("exit %d: records alone come with advisories", code)
	}
}

// TestBrokenAdvisories: what cannot be read is reported, and the exit code says so.
func TestBrokenAdvisories(t *testing.T) {
	file := filepath.Join(t.TempDir(), "advisories.ndjson")
	if err := os.WriteFile(file, []byte(someAdvisories+`{"kind":"advisory","id":"d","issuer":"secret"}`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, log bytes.Buffer
	code := run(t.Context(), []string{"-as-of", "2024-03-01", "-advisories", file}, nil, &out, &log)
	if code != 1 || !strings.Contains(log.String(), "field.required") || strings.Contains(log.String(), "secret") {
		t.Errorf("exit %d, %s", code, &log)
	}
}
