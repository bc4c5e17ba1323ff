package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// TestCase33NoPersonInTheList plants marks of a person's data into every text,
// in records that are broken in many ways, and looks at all that check says.
func TestCase33NoPersonInTheList(t *testing.T) {
	const mark = `Dara Marker N7654321X +855-12-987 17 Street-371`
	var lines strings.Builder
	n := 0
	for _, value := range []string{`"M"`, `"M\u202e"`, `"M\n\u001b[31m%s{{.}}"`, `["M"]`, `{"x":"M"}`, `"M" "M"`, `"M`, `"https://M@x/"`, `"=M"`, `"2024-M"`} {
		value = strings.ReplaceAll(value, "M", mark)
		for _, member := range []string{
			`"event":M`, `"published":M`, `"occurred":M`, `"place":{"country":M}`, `"place":{"admin1":M}`, `"place":{"name":M}`, `"place":{"lat":M}`, `"lure":M`,
			`"figures":[{"measure":M,"count":M,"accrual":M}]`, `"figures":[{"measure":"freed","text":M,"label":M,"unit":M}]`, `"exploitation":[M,M]`,
			`"figures":[{"measure":"freed","count":"1","from":M,"group":{"nationality":M,"sex":M,"age":M,"admin1":M,"place":M,"by":{"x":M}}}]`,
			`"conditions":[M]`, `"agencies":[M]`, `"source":{"name":M,"kind":M,"url":M,"lang":M,"grade":M}`, `"derivedFrom":[M]`, `"supersedes":[M]`, `"retracts":[M]`, `"notes":M`,
		} {
			n++
			fmt.Fprintf(&lines, `{"kind":"rescue","id":"r%d",%s}`+"\n", n, strings.ReplaceAll(member, "M", value))
		}
	}
	var table strings.Builder
	table.WriteString("kind,id,event,published,country,lat,measure,count,label,source,source_url,supersedes,notes\n")
	for i := range 13 {
		row := strings.Split("rescue,r,,,,,freed,1,,,,,", ",")
		row[1] = fmt.Sprint("r", i)
		if i != 1 {
			row[i] = mark
		}
		table.WriteString(strings.Join(row, ",") + "\n")
	}
	table.WriteString(`rescue,r20,"` + mark + `"` + mark + "\nrescue,r22," + mark + "\nrescue,r21,\"" + mark)
	for _, args := range [][]string{{"-in", "ndjson", "-"}, {"-json", "-in", "ndjson", "-"}, {"-in", "csv", "-"}, {"-json", "-in", "csv", "-"}} {
		in := lines.String()
		if args[len(args)-2] == "csv" {
			in = table.String()
		}
		out, log, code := call(t, in, args...)
		if code != 1 || strings.Count(out, "\n") < 12 {
			t.Errorf("%v: exit %d, %s", args, code, out)
		}
		for piece := range strings.FieldsSeq(mark) {
			if i := strings.Index(out+log, piece); i >= 0 && piece != "17" {
				t.Errorf("%v: %s got out: …%s", args, piece, (out + log)[max(0, i-200):i])
			}
		}
		if strings.ContainsAny(out+log, "\x1b\u202e\r") || strings.Contains(out+log, "{{") || strings.Contains(out+log, "%!") {
			t.Errorf("%v: more than plain lines", args)
		}
	}
}

// TestCase34EachFindingIsOneLine: files, columns and members with names that
// would break a line or colour a terminal.
func TestCase34EachFindingIsOneLine(t *testing.T) {
	for _, odd := range []string{"a\nb", "a\x1b[31mb", "%s%d", "{{.}}", "a\u202eb"} {
		name := filepath.Join(t.TempDir(), odd+".csv")
		write(t, name, "kind,id\nrescu,r\n")
		for _, args := range [][]string{{name}, {"-json", name}} {
			out, log, code := call(t, "", args...)
			if code != 1 || log != "" || strings.Count(out, "\n") != 2 || strings.ContainsRune(out, '\x1b') || len(args) == 1 && strings.ContainsRune(out, '\u202e') {
				t.Errorf("%q: exit %d, %q%q", odd, code, out, log)
			}
		}
		write(t, name, "kind,id,\""+odd+"\"\nrescue,r,x\n")
		out, log, code := call(t, "", name)
		if code != 2 || strings.Count(log, "\n") != 1 || strings.ContainsAny(log, "\x1b\u202e") || strings.Contains(log, "%!") {
			t.Errorf("%q as a column: exit %d, %q%q", odd, code, out, log)
		}
		_, log, code = call(t, "", name+".gone.csv")
		if code != 2 || strings.Count(log, "\n") != 1 || strings.ContainsAny(log, "\x1b\u202e") {
			t.Errorf("%q that is not there: exit %d, %q", odd, code, log)
		}
	}
}
