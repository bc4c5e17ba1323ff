package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/examples/internal/cli"
)

// twoAgencies report one raid, and name no event; a third report is of another.
const twoAgencies = `{"kind":"rescue","id":"p1","published":"2024-03-14","occurred":"2024-03-13","place":{"country":"PH","name":"Bamban"},"figures":[{"measure":"freed","count":"160","accrual":"event"},{"measure":"freed","count":"100","accrual":"event","group":{"nationality":"VN"}}],"source":{"name":"Police","kind":"police"}}
{"kind":"rescue","id":"i7","published":"2024-03-15","occurred":"2024-03-13","place":{"country":"PH","name":"Bamban"},"figures":[{"measure":"freed","count":"160","accrual":"event"},{"measure":"freed","count":"100","accrual":"event","group":{"nationality":"VN"}}],"source":{"name":"Immigration service","kind":"government"}}
{"kind":"rescue","id":"x","published":"2021-01-05","occurred":"2021-01-02","place":{"country":"KH"},"figures":[{"measure":"freed","count":"9","accrual":"event"}],"source":{"name":"Police","kind":"police"}}
`

// TestCase40: one raid that two agencies report is two events in the table; what
// there is without possible duplicates is said beside it.
func TestCase40(t *testing.T) {
	out, log, code := call(t, twoAgencies, "-by", "country", "-sum", "freed", "-in", "ndjson", "-")
	if code != 0 || !strings.Contains(out, "PH,320,320,320,,2,2\n") ||
		!strings.Contains(log, "tally: 3 events have no name, of which perhaps only 2 are different ones") ||
		!strings.Contains(log, "tally: freed: 329 with possible duplicates, as in the table; 169 without\n") {
		t.Errorf("exit %d, %s%s", code, out, log)
	}
	if _, log, _ = call(t, twoAgencies, "-no-reconcile", "-by", "country", "-sum", "freed", "-in", "ndjson", "-"); strings.Contains(log, "duplicates") {
		t.Errorf("records are compared that are not to be: %s", log)
	}
	named := strings.ReplaceAll(twoAgencies, `{"kind":"rescue",`, `{"kind":"rescue","event":"raid",`)
	if _, log, _ = call(t, named, "-by", "country", "-sum", "freed", "-in", "ndjson", "-"); strings.Contains(log, "duplicates") {
		t.Errorf("records of named events are no possible duplicates: %s", log)
	}
}

// TestJudged: who judges the two reports to be of one raid has it counted once, and
// who judges them to be of two is not asked again.
func TestJudged(t *testing.T) {
	for verdict, want := range map[string]string{"same": "PH,160,160,160,,1,2\n", "different": "PH,320,320,320,,2,2\n"} {
		name := filepath.Join(t.TempDir(), "judged.csv")
		if err := os.WriteFile(name, []byte("publisher_a,id_a,publisher_b,id_b,verdict\nPolice,p1,Immigration service,i7,"+verdict+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		out, log, code := call(t, twoAgencies, "-judged", name, "-by", "country", "-sum", "freed", "-in", "ndjson", "-")
		if code != 0 || !strings.Contains(out, want) || strings.Contains(log, "possible duplicates") {
			t.Errorf("%s: exit %d, %s%s", verdict, code, out, log)
		}
	}
	if out, log, code := call(t, twoAgencies, "-judged", "nowhere.csv", "-by", "country", "-sum", "freed", "-in", "ndjson", "-"); code != 2 || out != "" || log == "" {
		t.Errorf("no such file: exit %d, %s%s", code, out, log)
	}
}

// TestMoney: sums of money of several currencies are not added up, not even to be
// compared.
func TestMoney(t *testing.T) {
	const in = `{"kind":"incident","id":"a","occurred":"2024-03-13","place":{"country":"KH","name":"Bavet"},"figures":[{"measure":"lost","count":"160000","accrual":"event","unit":"USD"}],"source":{"name":"p"}}
{"kind":"incident","id":"b","occurred":"2024-03-13","place":{"country":"KH","name":"Bavet"},"figures":[{"measure":"lost","count":"160000","accrual":"event","unit":"USD"}],"source":{"name":"q"}}
{"kind":"incident","id":"c","occurred":"2024-03-13","place":{"country":"LA"},"figures":[{"measure":"lost","count":"7000","accrual":"event","unit":"INR"}],"source":{"name":"p"}}
`
	if _, log, code := call(t, in, "-by", "country", "-sum", "lost,freed", "-in", "ndjson", "-"); code != 0 || strings.Contains(log, "327,000") || strings.Contains(log, "tally: lost") {
		t.Errorf("exit %d, %s", code, log)
	}
}

// TestManyNamelessEvents: more records than are compared unasked are said to be not compared.
func TestManyNamelessEvents(t *testing.T) {
	var text strings.Builder
	for i := range cli.MostCompared + 1 {
		fmt.Fprintf(&text, `{"kind":"rescue","id":"%d","figures":[{"measure":"freed","count":"2","accrual":"event"}]}`+"\n", i)
	}
	args := []string{"-by", "country", "-sum", "freed", "-in", "ndjson", "-"}
	_, log, code := call(t, text.String(), args...)
	if want := "tally: 20,001 records name no event: to see what they come to without possible duplicates takes -duplicates\n"; code != 0 || log != want {
		t.Errorf("exit %d, %s", code, log)
	}
	if _, log, code = call(t, text.String(), append([]string{"-duplicates"}, args...)...); code != 0 || log != "" { // they have nothing in common
		t.Errorf("exit %d, %s", code, log)
	}
}
