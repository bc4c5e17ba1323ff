package capio_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/capio"
	"github.com/rescuetally/rescuetally/incident"
)

// seed adds the documents and some generated ones.
func seed(f *testing.F, wrap func([]byte) []byte) {
	f.Helper()
	files, err := filepath.Glob(filepath.Join(documents, "*.xml"))
	if err != nil || len(files) == 0 {
		f.Fatalf("no documents: %v", err)
	}
	for _, name := range files {
		doc, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(wrap(doc))
	}
	m := newMaker(21)
	for n := range 20 {
		alert, adv := m.alert(n), m.advisory(n)
		if made, err := capio.FromAdvisory(&adv, nil); err == nil {
			doc, _ := made.AppendXML(nil)
			f.Add(wrap(doc))
		}
		doc, err := alert.AppendXML(nil)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(wrap(doc))
	}
}

// FuzzParse reads any bytes. What is read is right by Check, reads back the same when
// it is written, and as an advisory comes back through an alert of ours unchanged.
func FuzzParse(f *testing.F) {
	seed(f, func(doc []byte) []byte { return doc })
	f.Fuzz(func(t *testing.T, doc []byte) {
		a, err := capio.Parse(doc)
		if err != nil {
			mayFail(t, err, len(doc))
			return
		}
		if err := a.Check().Err(); err != nil {
			t.Fatalf("accepted, and found wrong: %v", err)
		}
		out, err := a.AppendXML(nil)
		if err != nil {
			t.Fatal(err)
		}
		again, err := capio.Parse(out)
		if err != nil {
			t.Fatalf("written, and not read: %v\n%s", err, out)
		}
		if d := cmp.Diff(a, again, values); d != "" {
			t.Fatalf("-read +written and read\n%s", d)
		}
		if twice, err := again.AppendXML(nil); err != nil || !bytes.Equal(out, twice) {
			t.Fatalf("written again: other bytes, or %v", err)
		}
		adv, _ := a.Advisory()
		made, err := capio.FromAdvisory(&adv, nil)
		if err != nil {
			return // rules for advisories that CAP does not have
		}
		back, losses := made.Advisory()
		if d := cmp.Diff(adv, back, values); d != "" || len(losses) > 0 {
			t.Fatalf("lost %v; -advisory +through an alert\n%s", losses, d)
		}
	})
}

// mayFail complains about an error that says nothing of what and where.
func mayFail(t *testing.T, err error, size int) {
	t.Helper()
	if bad, ok := errors.AsType[*adapters.RecordError](err); ok {
		if len(bad.Findings) == 0 {
			t.Fatal("an error without findings")
		}
		for _, fault := range bad.Findings {
			if _, known := fault.Code.Info(); !known || fault.Severity != incident.Error || fault.Path == "" || fault.At.Line < 1 || fault.At.Column < 1 || fault.At.Offset > int64(size) {
				t.Fatalf("%+v", fault)
			}
		}
		return
	}
	stopped, ok := errors.AsType[*adapters.FileError](err)
	if !ok {
		t.Fatalf("an error of another kind: %v", err)
	}
	if _, known := stopped.Code.Info(); !known || stopped.Line < 1 || stopped.Column < 1 || stopped.Offset > int64(size) {
		t.Fatalf("%+v", stopped)
	}
}

// FuzzFeed reads any bytes as a stream, all at once and one by one: the same comes out,
// and everything is counted.
func FuzzFeed(f *testing.F) {
	seed(f, func(doc []byte) []byte { return doc })
	seed(f, func(doc []byte) []byte {
		return append(append([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><entry/><entry>`), doc...), "</entry></feed>"...)
	})
	f.Fuzz(func(t *testing.T, doc []byte) {
		limits := adapters.Limits{Bytes: 1 << 20, RecordBytes: 1 << 16, Errors: 5}
		read := func(r io.Reader) (all []*capio.Alert, faults []adapters.RecordError, s adapters.Summary, err error) {
			dec := capio.NewAlertDecoder(r, &capio.DecodeOptions{Limits: limits})
			reader := adapters.NewReader(dec, &adapters.ReadOptions{Policy: adapters.Skip, Report: func(e *adapters.RecordError) {
				mayFail(t, e, len(doc))
				faults = append(faults, *e)
			}})
			for a, err := range reader.All(t.Context()) {
				if err != nil {
					mayFail(t, err, len(doc))
					return all, faults, reader.Summary(), err
				}
				all = append(all, a)
			}
			return all, faults, reader.Summary(), nil
		}
		all, faults, sum, err := read(bytes.NewReader(doc))
		if sum.Read != sum.Accepted+sum.Rejected || sum.Accepted != len(all) || sum.Rejected != len(faults) || sum.Complete != (err == nil) {
			t.Fatalf("%d alerts, %d errors, %v: %+v", len(all), len(faults), err, sum)
		}
		slowly, faultsToo, sumToo, errToo := read(iotest.OneByteReader(bytes.NewReader(doc)))
		if d := cmp.Diff(all, slowly, values); d != "" {
			t.Fatalf("one by one: %s", d)
		}
		if d := cmp.Diff(faults, faultsToo); d != "" {
			t.Fatalf("one by one: %s", d)
		}
		if (err == nil) != (errToo == nil) || err != nil && err.Error() != errToo.Error() || sum.Read != sumToo.Read {
			t.Fatalf("one by one: %v and %v", err, errToo)
		}
	})
}

// FuzzTime compares times with their text.
func FuzzTime(f *testing.F) {
	for _, s := range []string{"2024-03-30T09:00:00+07:00", "2024-03-30T24:00:00-00:00", "2024-03-30T02:00:00Z", "0001-01-01T00:00:00+14:00", "2024-02-30T00:00:00+00:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := capio.ParseTime(s)
		if err == nil && got.String() != s {
			t.Fatalf("%q is read as %q", s, got)
		}
		if err != nil && !got.IsZero() {
			t.Fatalf("%q: %v, and the time %s", s, err, got)
		}
	})
}
