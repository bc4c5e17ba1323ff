package main

import (
	"fmt"
	"strings"
	"testing"
)

// TestEstimatesAreSaid reads as many publishers as are kept exactly, and one
// more, in one part and in several.
func TestEstimatesAreSaid(t *testing.T) {
	text := func(publishers int) string {
		var b strings.Builder
		for i := range publishers {
			fmt.Fprintf(&b, `{"kind":"rescue","id":"r%d","event":"e%d","place":{"country":"KH"},"figures":[{"measure":"freed","count":"1","accrual":"event"}],"source":{"name":"p%d"}}`+"\n", i, i, i)
		}
		return b.String() + `{"kind":"rescue","id":"x","event":"x","place":{"country":"MM"},"figures":[{"measure":"freed","count":"1","accrual":"event"}],"source":{"name":"p"}}`
	}
	args := []string{"-by", "country", "-sum", "freed", "-top", "source=2", "-distinct", "source", "-in", "ndjson"}
	out, log, code := call(t, text(2048), append(args, "-")...)
	if code != 0 || log != "" || !strings.Contains(out, ",2048\n") || strings.Contains(out, "error") || strings.Contains(out, "~") {
		t.Errorf("exit %d, %s%.300s", code, log, out)
	}
	out, log, code = call(t, text(2049), append(args, "-")...)
	want := "tally: top_source is an estimate in 1 of 2 rows, too high by no more than the column of its error says in 98 of 100 cases\n" +
		"tally: distinct_source is an estimate in 1 of 2 rows, within 4.4 % in 95 of 100 cases\n"
	if code != 0 || log != want || !strings.Contains(out, ",distinct_source_error\n") || !strings.Contains(out, ",4.4%\n") || !strings.Contains(out, ":~") {
		t.Errorf("exit %d, %s%.300s", code, log, out)
	}
	for _, more := range [][]string{{"-workers", "1"}, {"-workers", "7"}, {"-workers", "7", "-no-reconcile"}, {"-no-reconcile"}} {
		if again, _, _ := call(t, text(2049), append(append(args, more...), "-")...); again != out {
			t.Errorf("%v: another table: %.300s", more, again)
		}
	}
}
