package capio_test

import (
	"bytes"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/rescuetally/rescuetally/adapters/capio"
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
