package main

import (
	"bytes"

	"github.com/rescuetally/rescuetally/incident"
)

// A fault is one way to break a record, and the code that a reader has to report for it.
type fault struct {
	code     incident.Code
	old, new string // the first old in the record as written becomes new
}

// faults are the ways there are, by format. A record is broken in one of them, and the next record can be read.
var faults = map[string][]fault{
	"ndjson": {
		{incident.CodeJSONDuplicateKey, `"id":`, `"id":"twice","id":`},
		{incident.CodeFieldUnknown, `"id":`, `"victim":"x","id":`},
		{incident.CodeFieldNull, `"id":`, `"retracts":null,"id":`},
		{incident.CodeFieldRequired, `"kind":"rescue",`, ``},
		{incident.CodeCodeUnknown, `"kind":"rescue"`, `"kind":"rescued"`},
		{incident.CodeKindAdvisory, `"kind":"rescue"`, `"kind":"advisory"`},
		{incident.CodeDateSyntax, `"published":"2`, `"published":"30/02/2`},
		{incident.CodeCountType, `"count":"7"`, `"count":7`},
		{incident.CodeCountSyntax, `"count":"7"`, `"count":"7,007"`},
		{incident.CodeJSONSyntax, `"figures":[`, `"figures":[,`},
		{incident.CodeJSONUnexpectedEnd, "}\n", "\n"},
	},
	"csv": {
		{incident.CodeCSVFieldCount, ",", ""},
		{incident.CodeCSVFieldCount, ",", ",,"},
		{incident.CodeFieldRequired, "rescue,", ","},
		{incident.CodeCodeUnknown, "rescue,", "rescued,"},
		{incident.CodeKindAdvisory, "rescue,", "advisory,"},
		{incident.CodeDateSyntax, ",2021-06-01,", ",30/02/2021,"},
		{incident.CodeCountSyntax, ",7,", ",1e3,"},
	},
}

// strict are the codes of faults that other programs' readers of JSON pass over: records with one figure, which are made
// for those too, do not have them.
var strict = []incident.Code{incident.CodeJSONDuplicateKey, incident.CodeFieldUnknown, incident.CodeFieldNull, incident.CodeCountType}

// prepare gives r what the fault changes: a known kind and day, and one figure, so that a CSV file holds it in one row,
// with the count 7.
func (f *fault) prepare(r *incident.Record) {
	r.Kind = incident.KindRescue
	r.Published = date("2021-06-01")
	r.Figures = r.Figures[:1]
	r.Figures[0].Count = incident.Exactly(7)
}

// apply breaks the record that text holds.
func (f *fault) apply(text []byte) []byte {
	return bytes.Replace(text, []byte(f.old), []byte(f.new), 1)
}
