package adapters_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

// reports are three records, the second of which cannot be read.
const reports = `{"kind":"rescue","id":"r1","figures":[{"measure":"freed","count":"~250"}]}
{"kind":"rescue","id":"r2","figures":[{"measure":"freed","count":"many"}]}
{"kind":"rescue","id":"r3","figures":[{"measure":"returned","count":"75"}]}
`

func Example() {
	dec := jsonio.NewDecoder(strings.NewReader(reports), nil)
	r := adapters.NewReader(dec, &adapters.ReadOptions{Policy: adapters.Skip})
	for rec, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(rec.ID, rec.Figures[0].Count)
	}
	sum := r.Summary()
	fmt.Println(sum.Read, "=", sum.Accepted, "+", sum.Rejected)
	// Output:
	// r1 ~250
	// r3 75
	// 3 = 2 + 1
}

func ExampleReader_All() {
	r := adapters.NewReader(jsonio.NewDecoder(strings.NewReader(reports), nil), nil)
	for rec, err := range r.All(context.Background()) {
		if e, ok := errors.AsType[*adapters.RecordError](err); ok { // the last element: under Stop, the first bad record
			fmt.Println(e.Position, e.Findings[0].Code)
			break
		}
		fmt.Println(rec.ID)
	}
	// Output:
	// r1
	// input:2:1 count.syntax
}

func ExampleReader_Read() {
	r := adapters.NewReader(newLineDecoder(strings.NewReader("3\n4\n")), nil)
	for {
		n, err := r.Read(context.Background())
		if err == io.EOF {
			break
		}
		fmt.Println(*n, err)
	}
	// Output:
	// 3 <nil>
	// 4 <nil>
}

func ExampleReader_Summary() {
	dec := jsonio.NewDecoder(strings.NewReader(reports), nil)
	r := adapters.NewReader(dec, &adapters.ReadOptions{Policy: adapters.Keep})
	for range r.All(context.Background()) {
	}
	sum := r.Summary()
	fmt.Println("complete:", sum.Complete)
	fmt.Println("faults:", sum.Faults)
	for _, e := range sum.Errors {
		fmt.Println("record", e.Record, e.ID, e.Findings[0].Code)
	}
	// Output:
	// complete: true
	// faults: map[count.syntax:1]
	// record 2 r2 count.syntax
}

func ExampleReader_Locate() {
	const table = "kind,id,measure,count\nrescue,r1,freed,250\n"
	r := adapters.NewReader(csvio.NewDecoder(strings.NewReader(table), &csvio.DecodeOptions{Name: "mea.csv"}), nil)
	for range r.All(context.Background()) {
		at, field := r.Locate("/figures/0/count")
		fmt.Println(at, field)
	}
	// Output: mea.csv:2:17 count
}

func ExampleLocate() {
	const report = `{"kind":"rescue","id":"r1","figures":[{"measure":"freed"}]}`
	dec := jsonio.NewDecoder(strings.NewReader(report), nil)
	var rec incident.Record
	loc, err := dec.Decode(context.Background(), &rec)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range adapters.Locate(rec.Check(nil), loc) {
		fmt.Println(f.At, f.Severity, f.Path, f.Code)
	}
	// Output: input:1:39 error /figures/0 figure.empty
}

func ExampleReadOptions() {
	o := &adapters.ReadOptions{
		Policy: adapters.Skip,
		Report: func(e *adapters.RecordError) { fmt.Println("rejected:", e.Record, e.ID) },
		Limits: adapters.Limits{Records: 1000},
	}
	r := adapters.NewReader(jsonio.NewDecoder(strings.NewReader(reports), nil), o)
	for rec := range r.All(context.Background()) {
		fmt.Println("accepted:", rec.ID)
	}
	// Output:
	// accepted: r1
	// rejected: 2 r2
	// accepted: r3
}

func ExamplePolicy() {
	for _, policy := range []adapters.Policy{adapters.Stop, adapters.Skip, adapters.Keep} {
		dec := jsonio.NewDecoder(strings.NewReader(reports), nil)
		r := adapters.NewReader(dec, &adapters.ReadOptions{Policy: policy})
		for range r.All(context.Background()) {
		}
		sum := r.Summary()
		fmt.Println(sum.Accepted, sum.Rejected, len(sum.Errors))
	}
	// Output:
	// 1 1 0
	// 2 1 0
	// 2 1 1
}

func ExampleLimits() {
	dec := newLineDecoder(strings.NewReader("1\n2\n3\n"))
	r := adapters.NewReader(dec, &adapters.ReadOptions{Limits: adapters.Limits{Records: 2}})
	for n, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Println(*n)
	}
	// Output:
	// 1
	// 2
	// toy:3:1: error: there are more records than Limits.Records allows: raise it if that is meant [limit.records]
}

func ExampleRecordError() {
	r := adapters.NewReader(jsonio.NewDecoder(strings.NewReader(reports), &jsonio.DecodeOptions{Name: "reports.ndjson"}), nil)
	for _, err := range r.All(context.Background()) {
		if e, ok := errors.AsType[*adapters.RecordError](err); ok {
			for _, f := range e.Findings {
				fmt.Println(f.At, f.Code, f.Path)
			}
		}
	}
	// Output: reports.ndjson:2:66 count.syntax /figures/0/count
}

func ExampleFileError() {
	_, err := adapters.OpenStream(strings.NewReader("\x1f\x8b\x08 and then nothing"), &adapters.OpenOptions{Name: "standard input"})
	if e, ok := errors.AsType[*adapters.FileError](err); ok {
		fmt.Println(e.Name, e.Code)
	}
	// Output: standard input archive.corrupt
}

func ExampleFault_String() {
	fmt.Println(adapters.Fault{
		Finding: incident.Finding{
			Code: incident.CodeFigureFlow, Severity: incident.Error, Path: "/figures/1/count", Message: "more people returned than were freed",
		},
		At: adapters.Position{Name: "mea-2024.csv", Line: 17, Column: 42}, Field: "returned",
	})
	// Output: mea-2024.csv:17:42: error: /figures/1/count (column "returned"): more people returned than were freed [figure.flow]
}

func ExamplePosition_String() {
	fmt.Println(adapters.Position{Name: "mea-2024.csv", Line: 17, Column: 42})
	fmt.Println(adapters.Position{Name: "mea-2024.csv", Record: 16})
	fmt.Println(adapters.Position{}.IsZero())
	// Output:
	// mea-2024.csv:17:42
	// mea-2024.csv: record 16
	// true
}

func ExampleWriter() {
	w := adapters.NewWriter(jsonio.NewEncoder(os.Stdout, nil))
	rec := &incident.Record{Kind: incident.KindRescue, ID: "r1"}
	if err := w.Write(context.Background(), rec); err != nil {
		fmt.Println(err)
		return
	}
	if err := w.Close(); err != nil { // without it the output is not whole
		fmt.Println(err)
		return
	}
	fmt.Println(w.Written(), w.Write(context.Background(), rec))
	// Output:
	// {"kind":"rescue","id":"r1"}
	// 1 adapters: the writer is closed
}

func ExampleCopy() {
	r := adapters.NewReader(jsonio.NewDecoder(strings.NewReader(reports), nil), &adapters.ReadOptions{Policy: adapters.Skip})
	var out bytes.Buffer
	sum, err := adapters.Copy(context.Background(), adapters.NewWriter(csvio.NewEncoder(&out, nil)), r)
	fmt.Println(sum.Accepted, "written,", sum.Rejected, "rejected,", strings.Count(out.String(), "\n"), "lines,", err)
	// Output: 2 written, 1 rejected, 3 lines, <nil>
}

func ExampleFormatOf() {
	for _, name := range []string{"reports.ndjson", "Reports.CSV.gz", "notes.txt"} {
		format, gz := adapters.FormatOf(name)
		fmt.Printf("%q %t\n", format, gz)
	}
	// Output:
	// "ndjson" false
	// "csv" true
	// "" false
}

func ExampleOpen() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, "numbers.csv.gz")
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, "3\n4\n")
	z.Close()
	os.WriteFile(name, b.Bytes()[:b.Len()-1], 0o600) // one byte is missing
	_, err = adapters.Open(name, nil)
	if e, ok := errors.AsType[*adapters.FileError](err); ok {
		fmt.Println(e.Code)
	}

	os.WriteFile(name, b.Bytes(), 0o600)
	f, err := adapters.Open(name, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	r := adapters.NewReader(newLineDecoder(f), nil)
	for n := range r.All(context.Background()) {
		fmt.Println(*n)
	}
	// Output:
	// archive.corrupt
	// 3
	// 4
}

func ExampleOpenStream() {
	f, err := adapters.OpenStream(strings.NewReader("3\n4\n"), &adapters.OpenOptions{Name: "standard input"})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	fmt.Printf("%s: %q %v\n", f.Name(), b, err)
	// Output: standard input: "3\n4\n" <nil>
}

func ExampleWriteFile() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, "out.csv")
	os.WriteFile(name, []byte("old"), 0o600)
	for _, last := range []string{"5", "13"} { // 13 is a number that the encoder refuses
		err := adapters.WriteFile(context.Background(), name, 0o644, func(w io.Writer) error {
			r := adapters.NewReader(newLineDecoder(strings.NewReader("3\n"+last)), nil)
			_, err := adapters.Copy(context.Background(), adapters.NewWriter(lineEncoder{w}), r)
			return err
		})
		if e, ok := errors.AsType[*adapters.WriteError](err); ok {
			fmt.Println(e.Step, e.Err)
		}
		b, _ := os.ReadFile(name)
		fmt.Printf("%q\n", b)
	}
	// Output:
	// "3\n5\nend\n"
	// write write record 2: odd numbers are not written
	// "3\n5\nend\n"
}

func ExampleWriteFileIn() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	root, err := os.OpenRoot(dir)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer root.Close()
	for _, name := range []string{"IN.csv", "../IN.csv"} { // names made of data
		err := adapters.WriteFileIn(context.Background(), root, name, 0o644, func(w io.Writer) error {
			_, err := io.WriteString(w, "kind,id\n")
			return err
		})
		fmt.Println(name, err == nil)
	}
	// Output:
	// IN.csv true
	// ../IN.csv false
}

// A wordDecoder reads words, one a line: the whole of a simple adapter.
type wordDecoder struct {
	lines *lineDecoder
}

func (d wordDecoder) Decode(ctx context.Context, v *string) (adapters.Locator, error) {
	var n int
	loc, err := d.lines.Decode(ctx, &n)
	if err == nil {
		*v = strings.Repeat("I", n)
	}
	return loc, err
}

func ExampleDecoder() {
	var dec adapters.Decoder[string] = wordDecoder{newLineDecoder(strings.NewReader("2\n3\n"))}
	for s := range adapters.NewReader(dec, nil).All(context.Background()) {
		fmt.Println(*s)
	}
	// Output:
	// II
	// III
}
