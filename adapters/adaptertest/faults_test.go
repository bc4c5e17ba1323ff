package adaptertest

import (
	"io"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

// TestCase58Faults lets input and output of every reference format fail at
// every byte, in every way.
func TestCase58Faults(t *testing.T) {
	for _, f := range []Format[incident.Record]{
		{
			Name: "json lines", Framed: true,
			NewDecoder: func(r io.Reader) (adapters.Decoder[incident.Record], error) { return jsonio.NewDecoder(r, nil), nil },
			NewEncoder: func(w io.Writer) (adapters.Encoder[incident.Record], error) { return jsonio.NewEncoder(w, nil), nil },
		},
		{
			Name: "json array", Framed: true,
			NewDecoder: func(r io.Reader) (adapters.Decoder[incident.Record], error) { return jsonio.NewDecoder(r, nil), nil },
			NewEncoder: func(w io.Writer) (adapters.Encoder[incident.Record], error) {
				return jsonio.NewEncoder(w, &jsonio.EncodeOptions{Form: jsonio.Document}), nil
			},
		},
		{
			Name:       "csv",
			NewDecoder: func(r io.Reader) (adapters.Decoder[incident.Record], error) { return csvio.NewDecoder(r, nil), nil },
			NewEncoder: func(w io.Writer) (adapters.Encoder[incident.Record], error) { return csvio.NewEncoder(w, nil), nil },
		},
	} {
		t.Run(f.Name, func(t *testing.T) {
			f.Samples = Records()
			s := &suite[incident.Record]{Format: f}
			s.makeDocuments(goTest{t})
			s.readers(goTest{t})
			s.failingReader(goTest{t})
			s.cutInput(goTest{t})
			s.failingWriter(goTest{t})
			s.noPartialFile(goTest{t})
		})
	}
}
