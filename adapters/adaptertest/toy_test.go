package adaptertest

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

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
