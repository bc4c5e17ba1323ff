package csvio

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// TestNamesOfPeopleAreNotShown: a table turned on its side has people's names
// above its columns, and one without a header has cells there.
func TestNamesOfPeopleAreNotShown(t *testing.T) {
	mapping := mustParseMapping(t, minimalMapping(`, "columns": {"N": "count", "At sea": "notes"}`))
	for _, c := range []struct {
		name, header string
		mapping      *Mapping
		want         []string
	}{
		{"sideways", "kind,id,Dara Sok,N7654321X,Nme,Nots!", nil, []string{
			"9 field.unknown 3 ", "18 field.unknown 4 ", "28 field.unknown 5 Nme", "32 field.unknown 6 ",
		}},
		{"no header", "rescue,r1,Dara", nil, []string{
			"1 field.unknown 1 ", "8 field.unknown 2 ", "11 field.unknown 3 ", "1 csv.header  ", "1 csv.header  ",
		}},
		{"misspelt", "Kind, id ,x", nil, []string{"1 field.unknown 1 Kind", "6 csv.header 2  id ", "11 field.unknown 3 x"}},
		{"mapped", "N,At sea,Dara Sok,Dara", mapping, []string{"10 field.unknown 3 ", "19 field.unknown 4 Dara"}},
		{"mapped, of another table", "Dara,Sok", mapping, []string{
			"1 csv.header  At sea", "1 csv.header  N", "1 field.unknown 1 ", "6 field.unknown 2 ",
		}},
	} {
		for _, most := range []int{0, 1} {
			o := &DecodeOptions{Dialect: Dialect{Comma: ','}, Mapping: c.mapping, Limits: adapters.Limits{Errors: most}}
			_, err := NewDecoder(strings.NewReader(c.header+"\n"), o).Decode(t.Context(), new(incident.Record))
			var faults []adapters.Fault
			unlisted := 0
			if e, ok := errors.AsType[*HeaderError](err); ok {
				faults, unlisted = e.Faults, e.Unlisted
			} else if e, ok := errors.AsType[*MappingError](err); ok {
				faults, unlisted = e.Faults, e.Unlisted
			}
			var got []string
			for _, f := range faults {
				number := ""
				if len(f.Args) > 0 {
					number = f.Args[0].Value
				}
				got = append(got, fmt.Sprintf("%d %s %s %s", f.At.Column, f.Code, number, f.Field))
			}
			want := c.want
			if most > 0 {
				want = want[:most]
			}
			if d := cmp.Diff(want, got); d != "" || unlisted != len(c.want)-len(want) {
				t.Errorf("%s: %d unlisted, -want +got %s", c.name, unlisted, d)
			}
			says := fmt.Sprintf("%d faults in the header", len(c.want))
			if strings.Contains(err.Error(), "Dara") || strings.Count(err.Error(), "error: ") != 1 || !strings.HasSuffix(err.Error(), says) {
				t.Errorf("%s: %v", c.name, err)
			}
		}
	}
}
