package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const corpus = "../sitrep/corpus/reports.ndjson"

func call(t *testing.T, in string, args ...string) (out, log string, code int) {
	t.Helper()
	var o, l bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(in), &o, &l)
	return o.String(), l.String(), code
}

// raid is a raid as a police unit, a radio and a paper tell it.
const raid = `{"kind":"rescue","id":"1","event":"raid","published":"2024-03-13","occurred":"2024-03-13","place":{"country":"PH"},"figures":[{"measure":"freed","count":"875"},{"measure":"freed","count":"800","group":{"nationality":"CN"}},{"measure":"freed","count":"75","group":{"nationality":"OTHER"}}],"source":{"name":"Police","kind":"police"}}
{"kind":"rescue","id":"2","event":"raid","published":"2024-03-14","occurred":"2024-03-13","place":{"country":"PH"},"figures":[{"measure":"freed","count":">400"},{"measure":"freed","count":"308","group":{"nationality":"CN"}},{"measure":"freed","count":"100","group":{"nationality":"OTHER"}}],"source":{"name":"Radio","kind":"media"}}
{"kind":"rescue","id":"3","event":"raid","published":"2024-03-15","occurred":"2024-03-13","place":{"country":"PH"},"figures":[{"measure":"freed","count":"875"},{"measure":"reported","text":"a significant portion"}],"source":{"name":"Paper","kind":"media"}}
`

func TestText(t *testing.T) {
	out, log, code := call(t, raid, "-in", "ndjson", "-")
	want := `Philippines, March 2024 (raid)
  a significant portion: no number of people reported lured or held (Paper).
  875 people freed (Police, 2024-03-13, names the number, where others only bound it). The
      same: Paper. Others said: over 400 (Radio, 2024-03-14, parts add up to 408).
  800 people freed (nationality China) (Police, 2024-03-13, from the same list as the total
      taken). Others said: 308 (Radio, 2024-03-14).
  75 people freed (other nationalities) (Police, 2024-03-13, from the same list as the total
      taken). Others said: 100 (Radio, 2024-03-14).
`
	if !strings.HasPrefix(out, want) || code != 0 || log != "" {
		t.Errorf("exit %d, %s %s", code, log, cmp.Diff(want, out))
	}
	for _, conflict := range []string{"[account.disagree]: 875, Police, 2024-03-13; over 400, Radio, 2024-03-14"} {
		if !strings.Contains(strings.Join(strings.Fields(out), " "), conflict) {
			t.Errorf("no %s in %s", conflict, out)
		}
	}
}

func TestJSON(t *testing.T) {
	out, _, code := call(t, raid, "-json", "-in", "ndjson", "-")
	want := `{"event":"raid","figures":[{"measure":"reported","group":{},"accrual":"event","from":null,"to":null,"best":null,"low":null,"high":null,"chosen":null,"why":null,"text":"a significant portion"},` +
		`{"measure":"freed","group":{},"accrual":"event","from":null,"to":null,"best":875,"low":875,"high":875,"chosen":"1","path":"/figures/0","why":"names-number","others":[{"id":"2","count":">400","parts":"408","rejected":"names-number"},{"id":"3","count":"875"}]},`
	if !strings.HasPrefix(out, want) || code != 0 {
		t.Errorf("exit %d, %s", code, cmp.Diff(want, out))
	}
	if !strings.Contains(out, `"conflicts":[{"code":"account.disagree","measure":"freed","group":{},"claims":[{"id":"1","count":"875"},{"id":"2","count":">400","parts":"408"}],"chosen":"1","why":"names-number","difference":467}`) {
		t.Errorf("%s", out)
	}
}

// TestAsOfAndPolicies shows what was known on the first day, and what other
// policies take.
func TestAsOfAndPolicies(t *testing.T) {
	for _, c := range []struct {
		args      []string
		has, lack string
	}{
		{[]string{"-as-of", "2024-03-13"}, `"best":875,"low":875,"high":875,"chosen":"1","path":"/figures/0","why":"only-claim"}`, "Radio"},
		{[]string{"-policy", "latest"}, `"best":875,"low":875,"high":875,"chosen":"1","path":"/figures/0","why":"latest"`, "official"},
		{[]string{"-policy", "conservative"}, `"best":null,"low":401,"high":null,"chosen":"1"`, ""},
		{[]string{"-policy", "envelope"}, `"best":875,"low":401,"high":null,"chosen":"1"`, ""},
	} {
		out, log, code := call(t, raid, append(append([]string{"-json", "-in", "ndjson"}, c.args...), "-")...)
		if code != 0 || !strings.Contains(out, c.has) || c.lack != "" && strings.Contains(out, c.lack) {
			t.Errorf("%q: exit %d, %s%s", c.args, code, log, out)
		}
	}
}

// TestTheOrderOfTheFilesDoesNotMatter reads the public reports in two files, either
// one first.
func TestTheOrderOfTheFilesDoesNotMatter(t *testing.T) {
	data, err := os.ReadFile(corpus)
	if err != nil {
		t.Fatal(err)
	}
	half := len(data)/2 + bytes.IndexByte(data[len(data)/2:], '\n') + 1
	dir := t.TempDir()
	names := []string{filepath.Join(dir, "a.ndjson"), filepath.Join(dir, "b.ndjson")}
	for i, part := range [][]byte{data[:half], data[half:]} {
		if err := os.WriteFile(names[i], part, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, log, code := call(t, "", "-json", corpus)
	if code != 0 || log != "" {
		t.Fatalf("exit %d, %s", code, log)
	}
	for _, args := range [][]string{{"-json", names[0], names[1]}, {"-json", names[1], names[0]}, {"-json", names[0], names[1], names[0]}} {
		if out, _, _ := call(t, "", args...); out != want {
			t.Errorf("%q: other lines", args)
		}
	}
	for line := range strings.Lines(want) {
		var e event
		d := json.NewDecoder(strings.NewReader(line))
		d.DisallowUnknownFields()
		if err := d.Decode(&e); err != nil || e.Event == nil || e.Figures == nil || e.Conflicts == nil {
			t.Errorf("%s: %v", line, err)
		}
	}
}

// TestCase40Proposals takes the events away: reports of one raid are proposed, with a score.
func TestCase40Proposals(t *testing.T) {
	without := strings.ReplaceAll(raid, `"event":"raid",`, "") +
		`{"kind":"arrest","id":"4","published":"2021-01-05","occurred":"2021-01-02","place":{"country":"KH"},"figures":[{"measure":"arrested","count":"9"}],"source":{"name":"Paper","kind":"media"}}` + "\n"
	out, log, code := call(t, without, "-json", "-in", "ndjson", "-")
	var got []proposal
	for line := range strings.Lines(out) {
		var p proposal
		d := json.NewDecoder(strings.NewReader(line))
		d.DisallowUnknownFields()
		if err := d.Decode(&p); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		got = append(got, p)
	}
	if code != 0 || log != "" || len(got) != 2 || len(got[0].Proposed) != 3 || got[0].Score <= 0 || len(got[0].Reasons) == 0 || len(got[1].Proposed) != 1 ||
		!strings.HasSuffix(out, `{"proposed":["4"],"score":0,"reasons":[]}`+"\n") {
		t.Errorf("exit %d, %s%s", code, log, out)
	}
	out, _, _ = call(t, without, "-in", "ndjson", "-")
	if text := strings.Join(strings.Fields(out), " "); !strings.Contains(text, "1 (Police); 2 (Radio); 3 (Paper)") || !strings.Contains(text, "(without an event: 4)") {
		t.Errorf("%s", out)
	}
}

func TestFaults(t *testing.T) {
	for _, args := range [][]string{
		{}, {"-policy", "loudest", corpus}, {"-as-of", "2024/2025", corpus}, {"-as-of", "yesterday", corpus}, {"no such file.ndjson"}, {"-"},
	} {
		if out, log, code := call(t, "", args...); code != 2 || log == "" || out != "" {
			t.Errorf("%q: exit %d, %s %s", args, code, log, out)
		}
	}
	out, log, code := call(t, raid+"{}\n", "-in", "ndjson", "-")
	if code != 1 || !strings.Contains(log, "stdin:4:1") || !strings.Contains(out, "875 people freed") {
		t.Errorf("exit %d, %s%s", code, log, out)
	}
}
