package main

import (
	"slices"
	"testing"
)

func TestExpand(t *testing.T) {
	got := expand(" ad02~4 ad07\n\taebal af~h ")
	want := []string{"ad02", "ad03", "ad04", "ad07", "aebal", "af", "ag", "ah"}
	if !slices.Equal(got, want) {
		t.Errorf("expand = %q, want %q", got, want)
	}
}

func TestISOForm(t *testing.T) {
	for id, want := range map[string]string{"inod": "IN-OD", "ph00": "PH-00", "kh1": "KH-1", "IN": "IN"} {
		if got := isoForm(id); got != want {
			t.Errorf("isoForm(%q) = %q, want %q", id, got, want)
		}
	}
}

// TestSuccessors shows that no code of the hand-made list succeeds itself, or
// is succeeded by one that has a successor in turn.
func TestSuccessors(t *testing.T) {
	for old, code := range successors {
		if next := successors[code]; next != "" {
			t.Errorf("%s is replaced by %s, and that by %s", old, code, next)
		}
		if old[:2] != code[:2] {
			t.Errorf("%s is replaced by %s, of another country", old, code)
		}
	}
}
