package jsonio

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// TestNamesOfPeopleAreNotShown: somebody's sheet had people's names above its
// columns. Each fault is told by its place; what is shown of the name is only
// what looks like an identifier.
func TestNamesOfPeopleAreNotShown(t *testing.T) {
	const in = `{"kind":"rescu","id":"a","Dara Sok":1,"N7654321X":{"Dara Sok":1,"Dara Sok":2},"victim_names":2,"Nots!":3,` +
		`"figures":[{"measure":"freed","count":"1","group":{"Dara Sok":1,"by":{"Dara Sok":""}}}]}`
	_, err := NewDecoder(strings.NewReader(in), nil).Decode(t.Context(), new(incident.Record))
	e, ok := errors.AsType[*adapters.RecordError](err)
	if !ok {
		t.Fatal(err)
	}
	if said := fmt.Sprintf("%v %+v", e, e.Findings); strings.Contains(said, "Dara") || strings.Contains(said, "N7654321X") {
		t.Errorf("a name got out: %s", said)
	}
	var got []string
	for _, f := range e.Findings {
		got = append(got, fmt.Sprintf("%d %s %s", f.At.Column, f.Code, f.Path))
		if strings.Contains(f.Message, "did you mean notes?") != (f.At.Column == 96) {
			t.Errorf("column %d: %s", f.At.Column, f.Message)
		}
	}
	want := []string{
		"9 code.unknown /kind",
		"26 field.unknown ",
		"39 field.unknown ",
		"65 json.duplicate-key ",
		"79 field.unknown /victim_names",
		"96 field.unknown ",
		"157 field.unknown /figures/0/group",
		"187 field.empty /figures/0/group/by",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error("-want +got", d)
	}
}
