package adaptertest

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// recorder stands in for a test that the suite runs in: it remembers which
// parts failed.
type recorder struct {
	t        *testing.T
	name     string
	failures *[]failure
}

type failure struct{ part, message string }

func (r recorder) Helper()                  {}
func (r recorder) Context() context.Context { return r.t.Context() }
func (r recorder) TempDir() string          { return r.t.TempDir() }
func (r recorder) Errorf(format string, args ...any) {
	*r.failures = append(*r.failures, failure{r.name, fmt.Sprintf(format, args...)})
}

func (r recorder) Fatalf(format string, args ...any) {
	r.Errorf(format, args...)
	runtime.Goexit()
}

func (r recorder) part(name string, f func(tb)) {
	var wg sync.WaitGroup
	wg.Go(func() { f(recorder{r.t, name, r.failures}) })
	wg.Wait()
}

// failuresOf runs the suite on a format and returns what it complains of.
func failuresOf[T any](t *testing.T, f Format[T]) (failures []failure) {
	recorder{t, "", &failures}.part("", func(t tb) { run(t, f) })
	return failures
}

// A person is the toy value: lines of text, "name|age|tag,tag".
type person struct {
	Name string
	Age  string // "" is not stated
	Tags []string
}

func persons() (all []person) {
	for i := range 12 {
		p := person{Name: Marker + strconv.Itoa(i), Tags: []string{"a" + strconv.Itoa(i), "b"}}
		if i%3 == 0 {
			p.Age = strconv.Itoa(i)
		}
		all = append(all, p)
	}
	return append(all, person{Name: "nobody"}, person{Name: "long " + strings.Repeat("x", 8000), Age: "0"})
}

// flaws are what can be wrong with the toy format. Each is a mistake of an
// author of an adapter.
type flaws struct {
	dropsLast, swallowsReadError, readErrorIsBadRecord, handsOutPartial, dropsReadErrorWithData                   bool
	sharesList, keepsBuffer, ignoresContext, ignoresContextWriting, losesZero, losesEmptyTags, noEOF              bool
	wrapsEOF, wrongRecordNumber, wrongColumn, outsideInput, noLocator, tellsValue, noFindings, unknownCode, warns bool
	skipsGoodAfterBad, acceptsBad, bareError, leaksGoroutine, unsorted, changesValue, ignoresShortWrite           bool
	swallowsWriteError, ignoresLimit, readsFarAhead, wantsFullReads, stopsAtBad, fillsAtEnd                       bool
}

type toyDecoder struct {
	f      flaws
	in     *bufio.Reader
	room   int64
	record int
	line   int
	off    int64
	ended  bool
	list   []string
	lent   []byte
	stop   chan struct{}
}

func newToyDecoder(r io.Reader, f flaws, l adapters.Limits) *toyDecoder {
	d := &toyDecoder{f: f, room: l.WithDefaults().Bytes}
	if f.ignoresLimit {
		d.room = 1 << 62
	}
	most := d.room + 1
	if f.readsFarAhead {
		most = d.room + 1<<16
	}
	r = io.LimitReader(r, most)
	if f.wantsFullReads {
		r = &fullReads{r}
	}
	if f.dropsReadErrorWithData {
		r = &errorDropper{r: r}
	}
	d.in = bufio.NewReaderSize(r, 512)
	if f.leaksGoroutine {
		d.stop = make(chan struct{})
		go func() { <-d.stop }()
	}
	return d
}

// fullReads takes a read of nothing for the end.
type fullReads struct{ r io.Reader }

func (r *fullReads) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	if n == 0 && err == nil {
		err = io.EOF
	}
	return n, err
}

// errorDropper forgets the error that comes with the last bytes.
type errorDropper struct {
	r   io.Reader
	end bool
}

func (r *errorDropper) Read(p []byte) (int, error) {
	if r.end {
		return 0, io.EOF
	}
	n, err := r.r.Read(p)
	if n > 0 && err != nil {
		r.end = true
		err = nil
	}
	return n, err
}

func (d *toyDecoder) at() adapters.Position {
	return adapters.Position{Name: "toy", Record: d.record, Line: d.line, Column: 1, Offset: d.off}
}

func (d *toyDecoder) Decode(ctx context.Context, v *person) (adapters.Locator, error) {
	if d.ended {
		return d.end(v)
	}
	if err := ctx.Err(); err != nil && !d.f.ignoresContext {
		return nil, fmt.Errorf("toy: %w", err)
	}
	start := d.off
	text, err := d.in.ReadString('\n')
	d.off += int64(len(text))
	if d.off > d.room {
		d.ended = true
		return nil, &adapters.FileError{Position: d.at(), Code: incident.CodeLimitBytes, Message: "too long"}
	}
	if err != nil && err != io.EOF {
		switch {
		case d.f.swallowsReadError:
			err = io.EOF
		case d.f.readErrorIsBadRecord:
			d.ended = true
			return nil, &adapters.RecordError{Position: d.at()}
		case d.f.handsOutPartial && text != "":
			v.Name = text
			return lineLocator{d.at(), d.f}, nil
		default:
			return nil, &adapters.FileError{Position: d.at(), Message: "cannot be read", Err: err}
		}
	}
	if err == io.EOF && text == "" {
		d.ended = true
		return d.end(v)
	}
	d.record++
	d.line++
	at := adapters.Position{Name: "toy", Record: d.record, Line: d.line, Column: 1, Offset: start}
	if d.f.wrongRecordNumber {
		at.Record--
	}
	text = strings.TrimSuffix(text, "\n")
	if next, _ := d.in.Peek(1); d.f.dropsLast && len(next) == 0 && d.record > 1 {
		return nil, io.EOF
	}
	parts := strings.Split(text, "|")
	if len(parts) != 3 || !isNumber(parts[1]) {
		return d.bad(v, at, text)
	}
	v.Name, v.Age = parts[0], parts[1]
	if d.f.losesZero && v.Age == "0" {
		v.Age = ""
	}
	if parts[2] != "" {
		v.Tags = strings.Split(parts[2], ",")
	}
	if d.f.losesEmptyTags && len(v.Tags) == 2 {
		v.Tags = v.Tags[:1]
	}
	if d.f.sharesList && len(v.Tags) == 2 {
		d.list = append(d.list[:0], v.Tags...)
		v.Tags = d.list
	}
	if d.f.keepsBuffer {
		if d.list == nil {
			d.list = []string{"b"}
		}
		if len(v.Tags) == 2 {
			v.Tags = append(v.Tags[:1:1], d.list[0])
			d.list = v.Tags[1:]
		}
	}
	if d.f.noLocator {
		return nil, nil
	}
	return lineLocator{at, d.f}, nil
}

func isNumber(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

func (d *toyDecoder) end(v *person) (adapters.Locator, error) {
	switch {
	case d.f.noEOF:
		return nil, io.ErrUnexpectedEOF
	case d.f.wrapsEOF:
		return nil, fmt.Errorf("toy: %w", io.EOF)
	case d.f.fillsAtEnd:
		v.Name = "end"
	}
	return nil, io.EOF
}

func (d *toyDecoder) bad(v *person, at adapters.Position, text string) (adapters.Locator, error) {
	switch {
	case d.f.acceptsBad:
		v.Name = text
		return lineLocator{at, d.f}, nil
	case d.f.bareError:
		return nil, errors.New("a bad line")
	case d.f.stopsAtBad:
		d.ended = true
	case d.f.skipsGoodAfterBad:
		text, _ := d.in.ReadString('\n')
		d.off += int64(len(text))
		d.line++
	}
	fault := adapters.Fault{At: at, Finding: incident.Finding{Code: incident.CodeCountSyntax, Severity: incident.Error, Message: "not a number"}}
	if d.f.tellsValue {
		fault.Message += ": " + text
	}
	if d.f.unknownCode {
		fault.Code = "toy.bad"
	}
	if d.f.warns {
		fault.Severity = incident.Warning
	}
	e := &adapters.RecordError{Position: at, Findings: []adapters.Fault{fault}}
	if d.f.noFindings {
		e.Findings = nil
	}
	return nil, e
}

type lineLocator struct {
	at adapters.Position
	f  flaws
}

func (l lineLocator) Locate(path string) (adapters.Position, string) {
	if l.f.wrongColumn && path == "/name" {
		l.at.Offset++
	}
	if l.f.outsideInput && path == "/tags/1" {
		l.at.Offset += 1 << 30
	}
	return l.at, ""
}

type toyEncoder struct {
	f flaws
	w io.Writer
	n int
}

func (e *toyEncoder) Encode(ctx context.Context, v *person) error {
	if err := ctx.Err(); err != nil && !e.f.ignoresContextWriting {
		return err
	}
	text := v.Name + "|" + v.Age + "|" + strings.Join(v.Tags, ",") + "\n"
	if e.f.unsorted {
		if toyCalls++; toyCalls%2 == 0 {
			text = strings.ToUpper(text)
		}
	}
	if e.f.changesValue {
		slices.Reverse(v.Tags)
	}
	n, err := io.WriteString(e.w, text)
	if err == nil && n < len(text) && !e.f.ignoresShortWrite {
		err = io.ErrShortWrite
	}
	if e.f.swallowsWriteError {
		err = nil
	}
	return err
}

func (e *toyEncoder) Close() error { return nil }

// toyCalls makes one of the flaws: an encoder that writes the same value in two
// ways.
var toyCalls int

func toy(f flaws) Format[person] {
	return Format[person]{
		Name:    "toy",
		Samples: persons(),
		NewDecoder: func(r io.Reader) (adapters.Decoder[person], error) {
			return newToyDecoder(r, f, adapters.Limits{}), nil
		},
		NewEncoder: func(w io.Writer) (adapters.Encoder[person], error) { return &toyEncoder{f: f, w: w}, nil },
		Limited: func(r io.Reader, l adapters.Limits) (adapters.Decoder[person], error) {
			return newToyDecoder(r, f, l), nil
		},
		Break: func(doc []byte, i int) []byte {
			lines := bytes.SplitAfter(doc, []byte("\n"))
			lines[i] = bytes.Replace(lines[i], []byte("|"), []byte("|x"), 1)
			return bytes.Join(lines, nil)
		},
	}
}

func TestSoundFormat(t *testing.T) {
	Run(t, toy(flaws{}))
	for _, f := range failuresOf(t, toy(flaws{})) {
		t.Errorf("%s: %s", f.part, f.message)
	}
}

// TestFlawsAreFound makes each mistake and looks whether the part of the suite
// that is there for it complains.
func TestFlawsAreFound(t *testing.T) {
	for _, c := range []struct {
		part string
		f    flaws
	}{
		{"round trip", flaws{dropsLast: true}},
		{"round trip", flaws{losesZero: true}},
		{"round trip", flaws{losesEmptyTags: true}},
		{"round trip", flaws{wrapsEOF: true}},
		{"round trip", flaws{noEOF: true}},
		{"reader failing at every byte", flaws{swallowsReadError: true}},
		{"reader failing at every byte", flaws{readErrorIsBadRecord: true}},
		{"reader failing at every byte", flaws{handsOutPartial: true}},
		{"reader failing at every byte", flaws{dropsReadErrorWithData: true}},
		{"readers of all kinds", flaws{wantsFullReads: true}},
		{"independence", flaws{sharesList: true}},
		{"independence", flaws{keepsBuffer: true}},
		{"cancelled reading", flaws{ignoresContext: true}},
		{"cancelled writing", flaws{ignoresContextWriting: true}},
		{"end", flaws{noEOF: true}},
		{"end", flaws{wrapsEOF: true}},
		{"end", flaws{fillsAtEnd: true}},
		{"end", flaws{noLocator: true}},
		{"positions", flaws{noLocator: true}},
		{"positions", flaws{wrongRecordNumber: true}},
		{"positions", flaws{wrongColumn: true}},
		{"positions", flaws{outsideInput: true}},
		{"bad records", flaws{wrongRecordNumber: true}},
		{"bad records", flaws{tellsValue: true}},
		{"bad records", flaws{noFindings: true}},
		{"bad records", flaws{unknownCode: true}},
		{"bad records", flaws{warns: true}},
		{"bad records", flaws{skipsGoodAfterBad: true}},
		{"bad records", flaws{acceptsBad: true}},
		{"bad records", flaws{bareError: true}},
		{"bad records", flaws{stopsAtBad: true}},
		{"bytes changed", flaws{bareError: true}},
		{"input cut at every byte", flaws{bareError: true}},
		{"goroutines", flaws{leaksGoroutine: true}},
		{"written twice", flaws{unsorted: true}},
		{"written twice", flaws{changesValue: true}},
		{"writer failing at every byte", flaws{ignoresShortWrite: true}},
		{"writer failing at every byte", flaws{swallowsWriteError: true}},
		{"no file of a failed writer", flaws{swallowsWriteError: true}},
		{"limits", flaws{ignoresLimit: true}},
		{"limits", flaws{readsFarAhead: true}},
	} {
		t.Run(c.part+" "+flawNames(c.f), func(t *testing.T) {
			format := toy(c.f)
			if c.part != "limits" {
				format.Limited = nil // that part takes longest
			}
			failures := failuresOf(t, format)
			if !slices.ContainsFunc(failures, func(f failure) bool { return f.part == c.part }) {
				t.Errorf("the part %q does not complain; the suite says %v", c.part, failures)
			}
		})
	}
}

func flawNames(f flaws) string {
	var names []string
	v := reflect.ValueOf(f)
	for i := range v.NumField() {
		if v.Field(i).Bool() {
			names = append(names, v.Type().Field(i).Name)
		}
	}
	return strings.Join(names, " ")
}
