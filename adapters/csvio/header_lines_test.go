package csvio

import (
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// TestCase18HeaderOverTwoLines: spreadsheets break long headings inside quotes.
func TestCase18HeaderOverTwoLines(t *testing.T) {
	m, err := ParseMapping(strings.NewReader(`{"mapping":1,"constants":{"kind":"rescue","measure":"freed"},
		"columns":{"Case\nnumber":"id","Women\r\nand men":"count","Town":"place"}}`))
	if err != nil {
		t.Fatal(err)
	}
	const header = "\"Case\nnumber\",Town,\"Women\r\nand men\"\n"
	for _, in := range []string{
		header + "1,Poipet,7\n2,Bavet,8\n", "List of March\n" + header + "1,Poipet,7\n2,Bavet,8\n",
		strings.ReplaceAll(header+"1,Poipet,7\n2,Bavet,8\n", ",", ";"),
	} {
		d := NewDecoder(strings.NewReader(in), &DecodeOptions{Mapping: m})
		for _, want := range []incident.Count{incident.Exactly(7), incident.Exactly(8)} {
			var rec incident.Record
			if _, err := d.Decode(t.Context(), &rec); err != nil || len(rec.Figures) != 1 || rec.Figures[0].Count != want {
				t.Fatalf("%q: %v, %v", in, err, rec.Figures)
			}
		}
		if d.Dialect().Quote != '"' {
			t.Errorf("%q: the quote is %q", in, d.Dialect().Quote)
		}
	}
}
