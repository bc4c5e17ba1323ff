package csvio_test

import (
	"bytes"
	"context"
	"io"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/adaptertest"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/incident"
)

func TestConformance(t *testing.T) {
	adaptertest.Run(t, adaptertest.Format[incident.Record]{
		Name: "csvio",
		NewDecoder: func(r io.Reader) (adapters.Decoder[incident.Record], error) {
			return csvio.NewDecoder(r, nil), nil
		},
		NewEncoder: func(w io.Writer) (adapters.Encoder[incident.Record], error) {
			return csvio.NewEncoder(w, nil), nil
		},
		Limited: func(r io.Reader, l adapters.Limits) (adapters.Decoder[incident.Record], error) {
			return csvio.NewDecoder(r, &csvio.DecodeOptions{Limits: l}), nil
		},
		Break: breakRecord,
	})
}

// breakRecord gives record i a published date that is none: in its first row,
// where kind, id and event, which hold no comma in the samples, stand before it.
func breakRecord(doc []byte, i int) []byte {
	dec := csvio.NewDecoder(bytes.NewReader(doc), nil)
	for {
		var rec incident.Record
		loc, err := dec.Decode(context.Background(), &rec)
		if err != nil {
			return doc
		}
		if i == 0 {
			at, _ := loc.Locate("")
			cells := bytes.SplitN(doc[at.Offset:], []byte(","), 5)
			cells[3] = []byte("yesterday")
			return append(doc[:at.Offset:at.Offset], bytes.Join(cells, []byte(","))...)
		}
		i--
	}
}
