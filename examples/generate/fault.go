package main

import (
	"bytes"

	"github.com/rescuetally/rescuetally/incident"
)

// A fault is one way to break a record, and the code that a reader has to report for it.
type fault struct {
	code     incident.Code
	old, new string // the first old in the record as written becomes new
	ours     bool   // other programs' readers accept it or cannot tell: not for records with one figure
}

// faults are the ways there are, by format. A record is broken in one of them, and the next record can be read.
var faults = map[string][]fault{
	"ndjson": {
		{incident.CodeJSONDuplicateKey, `"id":`, `"id":"twice","id":`, true},
		{incident.CodeFieldUnknown, `"id":`, `"victim":"x","id":`, true},
		{incident.CodeFieldNull, `"id":`, `"retracts":null,"id":`, true},
		{incident.CodeFieldRequired, `"kind":"rescue",`, ``, false},
		{incident.CodeCodeUnknown, `"kind":"rescue"`, `"kind":"rescued"`, false},
		{incident.CodeKindAdvisory, `"kind":"rescue"`, `"kind":"advisory"`, false},
		{incident.CodeDateSyntax, `"published":"2`, `"published":"30/02/2`, false},
		{incident.CodeCountType, `"count":"7"`, `"count":7`, true},
		{incident.CodeCountSyntax, `"count":"7"`, `"count":"7,007"`, false},
		{incident.CodeJSONSyntax, `"figures":[`, `"figures":[,`, false},
		{incident.CodeJSONUnexpectedEnd, "}\n", "\n", false},
	},
	"csv": {
		{incident.CodeCSVFieldCount, ",", "", false},
		{incident.CodeCSVFieldCount, ",", ",,", false},
		{incident.CodeFieldRequired, "rescue,", ",", false},
		{incident.CodeCodeUnknown, "rescue,", "rescued,", false},
		{incident.CodeKindAdvisory, "rescue,", "advisory,", false},
		{incident.CodeDateSyntax, ",2021-06-01,", ",30/02/2021,", false},
		{incident.CodeCountSyntax, ",7,", ",1e3,", false},
	},
}

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
