package capio_test

import (
	"bytes"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/rescuetally/rescuetally/adapters/capio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// values are compared as they are; an empty list is an absent one.
var values = cmp.Options{cmpopts.EquateComparable(incident.Date{}, capio.Time{}), cmpopts.EquateEmpty()}

// generated is how many of each kind are made.
const generated = 2000

func TestAdvisoriesRoundTrip(t *testing.T) {
	m := newMaker(1)
	for n := range generated {
		want := m.advisory(n)
		var doc bytes.Buffer
		enc := capio.NewEncoder(&doc, nil)
		if err := enc.Encode(t.Context(), &want); err != nil {
			t.Fatalf("advisory %d: %v\n%+v", n, err, want)
		}
		if err := enc.Close(); err != nil {
			t.Fatal(err)
		}
		dec := capio.NewDecoder(&doc, nil)
		var got advisory.Advisory
		if _, err := dec.Decode(t.Context(), &got); err != nil {
			t.Fatalf("advisory %d: %v", n, err)
		}
		if d := cmp.Diff(want, got, values); d != "" {
			t.Fatalf("advisory %d: -want +got\n%s", n, d)
		}
		if l := dec.Losses(); len(l) > 0 {
			t.Errorf("advisory %d: nothing is lost, and said to be: %v", n, l)
		}
		if _, err := dec.Decode(t.Context(), &got); err != io.EOF {
			t.Errorf("advisory %d: behind it: %v", n, err)
		}
	}
}

func TestAlertsRoundTrip(t *testing.T) {
	m := newMaker(2)
	for n := range generated {
		want := m.alert(n)
		doc, err := want.AppendXML(nil)
		if err != nil {
			t.Fatalf("alert %d: %v", n, err)
		}
		got, err := capio.Parse(doc)
		if err != nil {
			t.Fatalf("alert %d: %v\n%s", n, err, doc)
		}
		if d := cmp.Diff(&want, got, values); d != "" {
			t.Fatalf("alert %d: -want +got\n%s", n, d)
		}
		again, err := got.AppendXML(nil)
		if err != nil || !bytes.Equal(doc, again) {
			t.Fatalf("alert %d: written again: other bytes, or %v", n, err)
		}
	}
}

// TestDecodedCanBeWritten: of an alert of others, however it is made, there is either no
// advisory or one that is written again, as CAP and as JSON.
func TestDecodedCanBeWritten(t *testing.T) {
	m := newMaker(3)
	written := 0
	for n := range generated {
		alert := m.alert(n)
		doc, err := alert.AppendXML(nil)
		if err != nil {
			t.Fatalf("alert %d: %v", n, err)
		}
		var a advisory.Advisory
		if _, err := capio.NewDecoder(bytes.NewReader(doc), nil).Decode(t.Context(), &a); err != nil {
			continue
		}
		written++
		if err := capio.NewEncoder(io.Discard, nil).Encode(t.Context(), &a); err != nil {
			t.Fatalf("alert %d, as CAP: %v\n%s", n, err, doc)
		}
		if err := jsonio.NewAdvisoryEncoder(io.Discard, nil).Encode(t.Context(), &a); err != nil {
			t.Fatalf("alert %d, as JSON: %v\n%s", n, err, doc)
		}
	}
	if written < generated/10 {
		t.Errorf("only %d of %d alerts are advisories", written, generated)
	}
}
