package adapters_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// The files of testdata/codes are named after the code that they produce, one
// in JSON and one in CSV. want.txt says all that is said of each, a line each:
// file:line:column, severity, path, a second path if there is one, code; 0:0 is
// a place that is not known, - the path of the whole. What accounts say is asked
// of the files that are there for it. want.txt is written by hand: no test
// writes it.
const codesDir = "testdata/codes"

// oneForm are the codes that only one of the two forms can produce, and why the
// other cannot.
var oneForm = map[incident.Code]struct{ form, why string }{
	incident.CodeJSONSyntax:         {"json", "of JSON"},
	incident.CodeJSONDuplicateKey:   {"json", "of JSON; a column that stands twice is csv.header"},
	incident.CodeJSONType:           {"json", "all cells are text"},
	incident.CodeJSONTooDeep:        {"json", "cells hold no objects"},
	incident.CodeJSONUnexpectedEnd:  {"json", "of JSON; for tables it is file.truncated"},
	incident.CodeJSONTrailingData:   {"json", "a table ends where its file ends"},
	incident.CodeCountType:          {"json", "all cells are text"},
	incident.CodeFieldNull:          {"json", "an empty cell is unstated"},
	incident.CodeCSVHeader:          {"csv", "of CSV"},
	incident.CodeCSVDialect:         {"csv", "of CSV"},
	incident.CodeCSVFieldCount:      {"csv", "of CSV"},
	incident.CodeCSVUnclosedQuote:   {"csv", "of CSV"},
	incident.CodeCSVAmbiguousRecord: {"csv", "of CSV"},
	incident.CodeCSVQuote:           {"csv", "of CSV"},
	incident.CodeFileTruncated:      {"csv", "JSON shows its end: json.unexpected-end"},
	incident.CodeDateAmbiguous:      {"csv", "only tables are written by people who put the day first, or the month"},
	incident.CodeMappingValue:       {"csv", "only tables are mapped"},
	incident.CodeMappingRule:        {"csv", "only tables are mapped"},
	incident.CodeMappingOmit:        {"csv", "only tables are mapped"},
	incident.CodeMappingTrim:        {"csv", "only tables are mapped"},
}

// elsewhere are the codes that only files of another kind produce, and the test that
// reads these.
var elsewhere = map[incident.Code]string{
	incident.CodeXMLDoctype:      "TestEveryCodeOfXML of capio",
	incident.CodeXMLSyntax:       "TestEveryCodeOfXML of capio",
	incident.CodeXMLTooDeep:      "TestEveryCodeOfXML of capio",
	incident.CodeXMLOrder:        "TestEveryCodeOfXML of capio",
	incident.CodeXMLDuplicate:    "TestEveryCodeOfXML of capio",
	incident.CodePlaceArea:       "TestEveryCodeOfXML of capio",
	incident.CodeReferenceSyntax: "TestEveryCodeOfXML of capio",
}

// codeLimits are the limits under which the files named after them are read.
var codeLimits = map[incident.Code]adapters.Limits{
	incident.CodeLimitBytes:       {Bytes: 55},
	incident.CodeLimitRecordBytes: {RecordBytes: 60},
	incident.CodeLimitFields:      {Fields: 3},
	incident.CodeLimitRecords:     {Records: 2},
	incident.CodeLimitErrors:      {Errors: 2},
	incident.CodeLimitGroups:      {Groups: 1},
}

// TestEveryCodeIsProduced reads the files and compares all that is said of them
// with what is to be said. It fails for a code of the table that no file
// produces, and for one that is excused and produced after all.
func TestEveryCodeIsProduced(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(codesDir, "want.txt"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{}
	for line := range strings.Lines(string(text)) {
		file, _, _ := strings.Cut(line, ":")
		want[file] = append(want[file], strings.TrimSpace(line))
	}
	entries, err := os.ReadDir(codesDir)
	if err != nil {
		t.Fatal(err)
	}
	produced := map[incident.Code][]string{} // by which forms, whatever the file is called
	for _, e := range entries {
		format, _ := adapters.FormatOf(e.Name())
		if format == "" || strings.HasSuffix(e.Name(), ".mapping.json") {
			continue
		}
		said := &sayer{t: t, name: e.Name()}
		said.read(format)
		slices.Sort(said.lines)
		slices.Sort(want[e.Name()])
		if d := cmp.Diff(want[e.Name()], said.lines); d != "" {
			t.Errorf("%s: -want +got\n%s", e.Name(), d)
		}
		if own := ownCode(e.Name()); !slices.Contains(said.codes, own) {
			t.Errorf("%s: does not produce its code", e.Name())
		}
		delete(want, e.Name())
		for _, code := range said.codes {
			produced[code] = append(produced[code], strings.TrimPrefix(format, "nd"))
		}
	}
	for file := range want {
		t.Errorf("%s is wanted and not there", file)
	}
	for info := range incident.Codes() {
		forms := []string{"json", "csv"}
		if one, ok := oneForm[info.Code]; ok {
			forms = []string{one.form}
		}
		if elsewhere[info.Code] != "" {
			forms = nil
		}
		for _, form := range []string{"json", "csv"} {
			switch due, is := slices.Contains(forms, form), slices.Contains(produced[info.Code], form); {
			case due && !is:
				t.Errorf("no %s file produces %s", form, info.Code)
			case is && !due:
				t.Errorf("%s is said not to come out of %s, and does: correct the list", info.Code, form)
			}
		}
		delete(produced, info.Code)
	}
	for code := range produced {
		t.Errorf("%s is none of incident.Codes", code)
	}
}

// ownCode returns the code that a file is named after.
func ownCode(file string) incident.Code {
	noun, rest, _ := strings.Cut(file, ".")
	rule, _, _ := strings.Cut(rest, ".")
	return incident.Code(noun + "." + rule)
}

// A sayer reads one file in every way the library has and gathers all that is
// said of it.
type sayer struct {
	t     *testing.T
	name  string
	lines []string
	codes []incident.Code
}

func (s *sayer) say(at adapters.Position, severity, path, also string, code incident.Code) {
	if path == "" {
		path = "-"
	}
	if also != "" {
		path += " " + also
	}
	s.lines = append(s.lines, fmt.Sprintf("%s:%d:%d %s %s %s", s.name, at.Line, at.Column, severity, path, code))
	s.codes = append(s.codes, code)
}

func (s *sayer) faults(faults []adapters.Fault) {
	for _, f := range faults {
		s.say(f.At, f.Severity.String(), f.Path, f.Also, f.Code)
	}
}

// failed says what ended the reading.
func (s *sayer) failed(err error) {
	mapping, ok := errors.AsType[*csvio.MappingError](err)
	if ok {
		s.faults(mapping.Faults)
		return
	}
	file, ok := errors.AsType[*adapters.FileError](err)
	if !ok {
		s.t.Errorf("%s: %v", s.name, err)
		return
	}
	if file.Name != filepath.Join(codesDir, s.name) {
		s.t.Errorf("%s: the error names the file %q", s.name, file.Name)
	}
	s.say(file.Position, "error", "", "", file.Code)
}

// heard is a record and where its members stand.
type heard struct {
	rec *incident.Record
	at  map[string]adapters.Position
}

func (s *sayer) read(format string) {
	limits := codeLimits[ownCode(s.name)]
	file, err := adapters.Open(filepath.Join(codesDir, s.name), &adapters.OpenOptions{Limits: limits})
	if err != nil {
		s.failed(err)
		return
	}
	defer file.Close()
	if code := ownCode(s.name); code == incident.CodeContactBroken || code == incident.CodeInfoParity {
		s.advisories(file, format)
		return
	}
	dec, err := s.decoder(file, format, limits)
	if err != nil {
		s.failed(err)
		return
	}
	r := adapters.NewReader(dec, &adapters.ReadOptions{
		Policy: adapters.Skip, Limits: limits, Report: func(e *adapters.RecordError) { s.faults(e.Findings) },
	})
	asOf, err := incident.ParseDate("2025-12-31")
	if err != nil {
		s.t.Fatal(err)
	}
	var links incident.Links
	var all []heard
	for rec, err := range r.All(s.t.Context()) {
		if err != nil {
			s.failed(err)
			break
		}
		found := rec.Check(&incident.CheckOptions{AsOf: asOf, Limits: limits})
		s.faults(adapters.Locate(append(found, links.Add(rec, len(all))...), r))
		all = append(all, hear(rec, r))
	}
	for i, f := range links.Finish() {
		s.say(all[i].at[f.Path], f.Severity.String(), f.Path, f.Also, f.Code)
	}
	s.faults(r.Summary().Repairs)
	switch noun, _, _ := strings.Cut(s.name, "."); {
	case noun == "account", noun == "stats", ownCode(s.name) == incident.CodeLimitGroups, ownCode(s.name) == incident.CodeFigureUnread:
		s.add(all, limits)
	}
}

// advisories reads what only advisories can be said of.
func (s *sayer) advisories(file *adapters.File, format string) {
	var dec adapters.Decoder[advisory.Advisory] = jsonio.NewAdvisoryDecoder(file, &jsonio.DecodeOptions{Name: file.Name(), Form: jsonio.Lines})
	if format == "csv" {
		dec = csvio.NewAdvisoryDecoder(file, &csvio.DecodeOptions{Name: file.Name()})
	}
	r := adapters.NewReader(dec, &adapters.ReadOptions{Policy: adapters.Skip, Report: func(e *adapters.RecordError) { s.faults(e.Findings) }})
	for a, err := range r.All(s.t.Context()) {
		if err != nil {
			s.failed(err)
			return
		}
		s.faults(adapters.Locate(a.Check(), r))
	}
	s.faults(r.Summary().Repairs)
}

func (s *sayer) decoder(file *adapters.File, format string, limits adapters.Limits) (adapters.Decoder[incident.Record], error) {
	if format != "csv" {
		form := jsonio.Lines
		if format == "json" {
			form = jsonio.Document
		}
		return jsonio.NewDecoder(file, &jsonio.DecodeOptions{Name: file.Name(), Form: form, Limits: limits}), nil
	}
	o := &csvio.DecodeOptions{Name: file.Name(), Limits: limits}
	mapping, err := os.Open(filepath.Join(codesDir, string(ownCode(s.name))+".mapping.json"))
	if err == nil {
		defer mapping.Close()
		if o.Mapping, err = csvio.ParseMapping(mapping); err != nil {
			return nil, err
		}
	}
	return csvio.NewDecoder(file, o), nil
}

// hear looks up the places of what accounts and references may speak of.
func hear(rec *incident.Record, loc adapters.Locator) heard {
	h := heard{rec, map[string]adapters.Position{}}
	look := func(path string) { h.at[path], _ = loc.Locate(path) }
	look("")
	for i := range rec.Figures {
		look(fmt.Sprint("/figures/", i))
	}
	for member, ids := range map[string][]string{"derivedFrom": rec.DerivedFrom, "supersedes": rec.Supersedes, "retracts": rec.Retracts} {
		for i := range ids {
			look(fmt.Sprint("/", member, "/", i))
		}
	}
	return h
}

// add says what records come to: conflicts and what is left out, and what their
// sum lost.
func (s *sayer) add(all []heard, limits adapters.Limits) {
	places := map[string]map[string]adapters.Position{}
	reconciler := stats.NewReconciler(&stats.ReconcilerOptions{Limits: limits})
	for _, h := range all {
		places[h.rec.ID] = h.at
		if err := reconciler.Add(h.rec); err != nil {
			s.stopped(err)
		}
	}
	measures := slices.Collect(incident.Measures())
	tally := stats.NewTally(stats.Sum(measures...))
	for a := range reconciler.Accounts(nil, incident.Date{}) {
		for _, c := range a.Conflicts {
			for _, claim := range c.Claims {
				s.say(places[claim.Record.ID][claim.Path], "conflict", claim.Path, "", c.Code)
			}
		}
		for _, x := range a.Excluded {
			s.say(places[x.Record.ID][x.Path], "left-out", x.Path, "", x.Code)
		}
		if err := tally.Add(a); err != nil {
			s.stopped(err)
		}
	}
	for row := range tally.Rows() {
		for _, sum := range row.Sums {
			if sum.Lost&incident.LostOverflow != 0 {
				s.say(adapters.Position{}, "error", "", "", incident.CodeStatsOverflow)
			}
		}
	}
}

func (s *sayer) stopped(err error) {
	e, ok := errors.AsType[*stats.Error](err)
	if !ok {
		s.t.Errorf("%s: %v", s.name, err)
		return
	}
	s.say(adapters.Position{}, "error", "", "", e.Code)
}

// TestFaultsNameBothPlaces: a fault between two members names both, on one line
// whatever the file is called.
func TestFaultsNameBothPlaces(t *testing.T) {
	f := adapters.Fault{Finding: incident.Finding{
		Code: incident.CodeFigureFlow, Severity: incident.Warning, Path: "/figures/1/count", Also: "/figures/0/count", Message: "more left",
	}, At: adapters.Position{Name: "a\n\x1b[31m.csv", Line: 3, Column: 9}, Field: "count"}
	want := `"a\n\x1b[31m.csv":3:9: warning: /figures/1/count (column "count") (with /figures/0/count): more left [figure.flow]`
	if got := f.String(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got, want := f.Finding.String(), "warning: /figures/1/count (with /figures/0/count): more left [figure.flow]"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
