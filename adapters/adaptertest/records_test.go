package adaptertest

import (
	"reflect"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// TestRecords checks that the samples state every member of the format and
// leave every one out, are correct in shape, and have ids of their own.
func TestRecords(t *testing.T) {
	given, left := map[string]bool{}, map[string]bool{}
	ids := map[string]bool{}
	for i, r := range Records() {
		if fs := r.CheckShape(); fs.Err() != nil {
			t.Errorf("sample %d, %s: %v", i+1, r.ID, fs)
		}
		if ids[r.ID] {
			t.Errorf("the id %s stands twice", r.ID)
		}
		ids[r.ID] = true
		note(given, left, "", reflect.ValueOf(r))
	}
	for path := range left {
		if !given[path] {
			t.Errorf("no sample states %s", path)
		}
	}
	for path := range given {
		if !left[path] && path != "/kind" && path != "/id" && path != "/figures/measure" {
			t.Errorf("every sample states %s", path)
		}
	}
	for _, pair := range nonePairs() {
		if path, differs := differing(&pair.none, &pair.nothing); !differs {
			t.Errorf("the pair for %s is equal", pair.path)
		} else if path == "" {
			t.Errorf("the pair for %s differs nowhere", pair.path)
		}
	}
}

// note remembers which members v states and which it leaves out; a list's items
// are one.
func note(given, left map[string]bool, path string, v reflect.Value) {
	switch {
	case v.Kind() == reflect.Slice && v.Len() > 0 && isOpen(v.Type().Elem()):
		given[path] = true
		for i := range v.Len() {
			note(given, left, path, v.Index(i))
		}
	case isOpen(v.Type()):
		for i := range v.NumField() {
			note(given, left, path+"/"+member(v.Type().Field(i).Name), v.Field(i))
		}
	case v.IsZero():
		left[path] = true
	default:
		given[path] = true
	}
}

func TestLossy(t *testing.T) {
	r := incident.Record{
		ID: "a", Notes: "n", Source: incident.Source{URL: "u", Name: "s"}, Agencies: []string{"x"},
		Figures: []incident.Figure{{Measure: incident.Freed, Label: "l"}, {Measure: incident.Held, Label: "m"}},
	}
	got := without(r, []string{"/notes", "/source/url", "/figures/*/label", "/agencies"})
	want := incident.Record{
		ID: "a", Source: incident.Source{Name: "s"}, Figures: []incident.Figure{{Measure: incident.Freed}, {Measure: incident.Held}},
	}
	if path, differs := differing(&want, &got); differs {
		t.Errorf("differs in %s", path)
	}
	if r.Notes != "n" || r.Figures[1].Label != "m" || r.Agencies[0] != "x" {
		t.Error("the original was changed")
	}
	for _, c := range []struct {
		change func(*incident.Record)
		path   string
	}{
		{func(r *incident.Record) { r.DerivedFrom = []string{"b"} }, "/derivedFrom"},
		{func(r *incident.Record) { r.Source.URL = "v" }, "/source/url"},
		{func(r *incident.Record) { r.Figures[1].Count = incident.Exactly(0) }, "/figures/1/count"},
		{func(r *incident.Record) { r.Agencies = []string{} }, ""},
	} {
		a, b := without(want, []string{"/none"}), without(want, []string{"/none"})
		c.change(&b)
		if path, differs := differing(&a, &b); path != c.path || differs != (c.path != "") {
			t.Errorf("found a difference in %q, want %q", path, c.path)
		}
	}
}
