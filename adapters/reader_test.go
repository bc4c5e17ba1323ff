package adapters_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

const mixed = "1\nx\n2\nyyy\n\n3\n"

func readNumbers(t *testing.T, r *adapters.Reader[int]) (got []int, err error) {
	t.Helper()
	for v, err := range r.All(t.Context()) {
		if err != nil {
			if v != nil {
				t.Error("a value beside an error")
			}
			return got, err
		}
		got = append(got, *v)
	}
	return got, nil
}

// TestPolicies reads one input, in which two of five records are bad, in every
// way, and checks that read = accepted + rejected and that nothing is unsaid.
func TestPolicies(t *testing.T) {
	for _, c := range []struct {
		name     string
		input    string
		o        *adapters.ReadOptions
		want     []int
		code     incident.Code // of the RecordError or FileError that ends it
		reported int
		sum      adapters.Summary // but Errors and Repairs
		kept     int
	}{
		{
			name: "stop is the default", input: mixed, want: []int{1}, code: incident.CodeCountSyntax,
			sum: adapters.Summary{Read: 2, Accepted: 1, Rejected: 1, Unlisted: 1, Faults: map[incident.Code]int{incident.CodeCountSyntax: 1}},
		},
		{
			name: "skip", input: mixed, o: &adapters.ReadOptions{Policy: adapters.Skip}, want: []int{1, 2, 3}, reported: 2,
			sum: adapters.Summary{
				Read: 5, Accepted: 3, Rejected: 2, Unlisted: 2, Blank: 1, Complete: true,
				Faults: map[incident.Code]int{incident.CodeCountSyntax: 4},
			},
		},
		{
			name: "keep", input: mixed, o: &adapters.ReadOptions{Policy: adapters.Keep}, want: []int{1, 2, 3}, reported: 2, kept: 2,
			sum: adapters.Summary{
				Read: 5, Accepted: 3, Rejected: 2, Blank: 1, Complete: true,
				Faults: map[incident.Code]int{incident.CodeCountSyntax: 4},
			},
		},
		{
			name: "keep one", input: mixed, o: &adapters.ReadOptions{Policy: adapters.Keep, Limits: adapters.Limits{Errors: 1}},
			want: []int{1, 2, 3}, reported: 2, kept: 1,
			sum: adapters.Summary{
				Read: 5, Accepted: 3, Rejected: 2, Unlisted: 1, Blank: 1, Complete: true,
				Faults: map[incident.Code]int{incident.CodeCountSyntax: 4},
			},
		},
		{
			name: "the input ends all", input: "1\n!\n2\n", o: &adapters.ReadOptions{Policy: adapters.Keep}, want: []int{1}, code: incident.CodeFileTruncated,
			sum: adapters.Summary{Read: 1, Accepted: 1, Faults: map[incident.Code]int{}},
		},
		{
			name: "empty", want: nil, sum: adapters.Summary{Complete: true, Faults: map[incident.Code]int{}},
		},
		{
			name: "more than the limit", input: "1\n2\n3\n", o: &adapters.ReadOptions{Limits: adapters.Limits{Records: 2}},
			want: []int{1, 2}, code: incident.CodeLimitRecords, sum: adapters.Summary{Read: 2, Accepted: 2, Faults: map[incident.Code]int{}},
		},
		{
			name: "a bad record is over the limit too", input: "1\n2\nx\n", o: &adapters.ReadOptions{Limits: adapters.Limits{Records: 2}, Policy: adapters.Skip},
			want: []int{1, 2}, code: incident.CodeLimitRecords, sum: adapters.Summary{Read: 2, Accepted: 2, Faults: map[incident.Code]int{}},
		},
		{
			name: "the end of all behind the limit", input: "1\n2\n!\n", o: &adapters.ReadOptions{Limits: adapters.Limits{Records: 2}},
			want: []int{1, 2}, code: incident.CodeFileTruncated, sum: adapters.Summary{Read: 2, Accepted: 2, Faults: map[incident.Code]int{}},
		},
		{
			name: "as many as the limit", input: "1\n2\n", o: &adapters.ReadOptions{Limits: adapters.Limits{Records: 2}},
			want: []int{1, 2}, sum: adapters.Summary{Read: 2, Accepted: 2, Complete: true, Faults: map[incident.Code]int{}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			reported := 0
			if c.o != nil {
				c.o.Report = func(*adapters.RecordError) { reported++ }
			}
			r := adapters.NewReader(newLineDecoder(strings.NewReader(c.input)), c.o)
			got, err := readNumbers(t, r)
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error("values: -want +got", d)
			}
			if code := codeOf(err); code != c.code {
				t.Errorf("error %v, want code %q", err, c.code)
			}
			sum := r.Summary()
			if sum.Read != sum.Accepted+sum.Rejected || sum.Rejected != len(sum.Errors)+sum.Unlisted {
				t.Errorf("the sums do not add up: %+v", sum)
			}
			if len(sum.Errors) != c.kept || reported != c.reported || len(sum.Repairs) != min(sum.Blank, 1) {
				t.Errorf("kept %d, reported %d, repairs %d", len(sum.Errors), reported, len(sum.Repairs))
			}
			sum.Errors, sum.Repairs = nil, nil
			if d := cmp.Diff(c.sum, sum); d != "" {
				t.Error("summary: -want +got", d)
			}
			for range 2 {
				if v, err := r.Read(t.Context()); v != nil || err != io.EOF {
					t.Errorf("Read behind the end: %v, %v, want io.EOF", v, err)
				}
			}
		})
	}
}

func codeOf(err error) incident.Code {
	if e, ok := errors.AsType[*adapters.RecordError](err); ok {
		return e.Findings[0].Code
	}
	if e, ok := errors.AsType[*adapters.FileError](err); ok {
		return e.Code
	}
	return ""
}

func TestReaderLocate(t *testing.T) {
	r := adapters.NewReader(newLineDecoder(strings.NewReader("11\nx\n22\n")), &adapters.ReadOptions{Policy: adapters.Skip})
	if at, field := r.Locate(""); !at.IsZero() || field != "" {
		t.Errorf("before the first record: %v %q", at, field)
	}
	for _, want := range []int{1, 3} {
		if _, err := r.Read(t.Context()); err != nil {
			t.Fatal(err)
		}
		if at, field := r.Locate("/x"); at.Line != want || field != "number" {
			t.Errorf("at %v, field %q, want line %d", at, field, want)
		}
	}
	if _, err := r.Read(t.Context()); err != io.EOF {
		t.Fatal(err)
	}
	if at, _ := r.Locate(""); !at.IsZero() {
		t.Errorf("behind the last record: %v", at)
	}
}

func TestLocate(t *testing.T) {
	fs := incident.Findings{{Code: incident.CodeDateOrder, Path: "/a"}, {Code: incident.CodeFigureFlow, Path: "/b"}}
	faults := adapters.Locate(fs, lineLocator{Line: 7})
	for i, f := range faults {
		if f.Code != fs[i].Code || f.Path != fs[i].Path || f.At.Line != 7 || f.Field != "number" {
			t.Errorf("fault %d: %+v", i, f)
		}
	}
	if got := adapters.Locate(fs, nil); len(got) != 2 || !got[0].At.IsZero() {
		t.Errorf("without a Locator: %+v", got)
	}
}

// TestAllBreak leaves a loop and goes on in a second one.
func TestAllBreak(t *testing.T) {
	r := adapters.NewReader(newLineDecoder(strings.NewReader("1\n2\n3\n")), nil)
	for range r.All(t.Context()) {
		break
	}
	if got, err := readNumbers(t, r); err != nil || cmp.Diff([]int{2, 3}, got) != "" {
		t.Errorf("the second loop gave %v, %v", got, err)
	}
}

// TestCase46CancelReader cancels behind each of a thousand records.
func TestCase46CancelReader(t *testing.T) {
	input := strings.Repeat("1\n", 1000)
	for k := range 1001 {
		ctx, cancel := context.WithCancel(t.Context())
		r := adapters.NewReader(newLineDecoder(strings.NewReader(input)), &adapters.ReadOptions{Policy: adapters.Skip})
		if k == 0 {
			cancel()
		}
		n := 0
		var last error
		for _, err := range r.All(ctx) {
			if last = err; err != nil {
				break
			}
			if n++; n == k {
				cancel()
			}
		}
		cancel()
		if n != k || !errors.Is(last, context.Canceled) {
			t.Fatalf("cancelled after %d: %d records, then %v", k, n, last)
		}
		if sum := r.Summary(); sum.Complete || sum.Read != k || sum.Accepted != k {
			t.Fatalf("cancelled after %d: %+v", k, sum)
		}
	}
}

func TestReaderFaultyInput(t *testing.T) {
	cause := errors.New("the disk is gone")
	for n := range len(mixed) + 1 {
		r := adapters.NewReader(newLineDecoder(io.MultiReader(strings.NewReader(mixed[:n]), iotest.ErrReader(cause))),
			&adapters.ReadOptions{Policy: adapters.Skip})
		_, err := readNumbers(t, r)
		if !errors.Is(err, cause) || r.Summary().Complete {
			t.Errorf("input broken after %d bytes: %v, %+v", n, err, r.Summary())
		}
	}
}

func TestConcurrentReaders(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 64 {
		wg.Go(func() {
			text := strings.Repeat(fmt.Sprintf("%d\nx\n", i), 100)
			var out bytes.Buffer
			r := adapters.NewReader(newLineDecoder(strings.NewReader(text)), &adapters.ReadOptions{Policy: adapters.Keep})
			w := adapters.NewWriter(lineEncoder{&out})
			if i == 13 {
				return // which the encoder refuses
			}
			sum, err := adapters.Copy(context.Background(), w, r)
			if want := strings.Repeat(fmt.Sprintf("%d\n", i), 100) + "end\n"; err != nil || out.String() != want || sum.Rejected != 100 {
				t.Errorf("reader %d: %v, %+v", i, err, sum)
			}
		})
	}
	wg.Wait()
}

func TestErrorTexts(t *testing.T) {
	at := adapters.Position{Name: "a.csv", Record: 3, Line: 17, Column: 42, Offset: 400}
	finding := incident.Finding{Code: incident.CodeFigureFlow, Severity: incident.Error, Path: "/figures/1/count", Message: "more people left than entered"}
	fault := adapters.Fault{Finding: finding, At: at, Field: "returned"}
	one := &adapters.RecordError{Position: at, Findings: []adapters.Fault{fault}}
	cause := errors.New("cause")
	file := &adapters.FileError{Position: adapters.Position{Name: "a.csv"}, Code: incident.CodeArchiveCorrupt, Message: "cut short", Err: cause}
	for _, c := range []struct{ got, want string }{
		{at.String(), "a.csv:17:42"},
		{adapters.Position{Line: 4}.String(), "input:4"},
		{adapters.Position{Record: 4}.String(), "input: record 4"},
		{adapters.Position{}.String(), "input"},
		{fault.String(), `a.csv:17:42: error: /figures/1/count (column "returned"): more people left than entered [figure.flow]`},
		{adapters.Fault{Finding: incident.Finding{Code: incident.CodeCSVHeader, Severity: incident.Error, Message: "there twice"}, Field: "a"}.String(), `input: error: column "a": there twice [csv.header]`},
		{adapters.Fault{Finding: finding}.String(), `input: error: /figures/1/count: more people left than entered [figure.flow]`},
		{adapters.Fault{Finding: finding, Field: "a\n\"\x1b[1m\u2028" + strings.Repeat("ü", 60)}.String(), "input: error: /figures/1/count (column \"a???[1m?" + strings.Repeat("ü", 27) + "…\"): more people left than entered [figure.flow]"},
		{one.Error(), fault.String()},
		{(&adapters.RecordError{Position: at, Findings: []adapters.Fault{fault, fault}}).Error(), fault.String() + " (and 1 more fault)"},
		{(&adapters.RecordError{Position: at, Findings: []adapters.Fault{fault, fault}, Unlisted: 4}).Error(), fault.String() + " (and 5 more faults)"},
		{(&adapters.RecordError{Position: at}).Error(), "a.csv:17:42: the record was rejected"},
		{file.Error(), "a.csv: error: cut short [archive.corrupt]: cause"},
		{(&adapters.FileError{Message: "cut short"}).Error(), "input: error: cut short"},
	} {
		if c.got != c.want {
			t.Errorf("got  %s\nwant %s", c.got, c.want)
		}
	}
	if !errors.Is(file, cause) {
		t.Error("a FileError does not wrap its cause")
	}
	var b bytes.Buffer
	log := slog.New(slog.NewTextHandler(&b, &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
		if len(groups) == 0 && a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
	log.Info("record", "err", one)
	log.Info("file", "err", file)
	want := "level=INFO msg=record err.at=a.csv:17:42 err.faults=\"[figure.flow /figures/1/count]\"\n" +
		"level=INFO msg=file err.at=a.csv err.code=archive.corrupt\n"
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Error("log: -want +got", d)
	}
}
