package tableio_test

import (
	"io"
	"testing"

	"github.com/rescuetally/rescuetally/adapters/adaptertest"
	"github.com/rescuetally/rescuetally/adapters/tableio"
	"github.com/rescuetally/rescuetally/incident"
)

// TestCase58Faults lets the output of every way to write a table fail at every
// byte.
func TestCase58Faults(t *testing.T) {
	table := &tableio.Table{
		Caption: "People freed, by country",
		Columns: []tableio.Column{{Name: "country", Title: "Country"}, {Name: "freed", Title: "Freed", Align: tableio.End}, {Name: "source"}},
		Rows: [][]tableio.Cell{
			{tableio.Named("KH", "Cambodia"), tableio.Count(incident.AtMost(250)), tableio.Link("a \"newspaper\"", "https://example.org/a")},
			{tableio.Text("=MM"), tableio.Integer(12345), tableio.Text("<b>")},
			{tableio.Text("LA")},
		},
	}
	for _, c := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"csv", func(w io.Writer) error { return tableio.WriteCSV(w, table) }},
		{"json", func(w io.Writer) error { return tableio.WriteJSON(w, table) }},
		{"html", func(w io.Writer) error { return tableio.WriteHTML(w, table) }},
		{"svg", func(w io.Writer) error { return tableio.WriteSVG(w, table, nil) }},
		{"text", func(w io.Writer) error { return tableio.WriteText(w, table, 80) }},
	} {
		t.Run(c.name, func(t *testing.T) { adaptertest.RunWriter(t, c.write) })
	}
}
