package csvio_test

import (
	"io"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/adaptertest"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

func TestCorpus(t *testing.T) {
	adaptertest.RunCorpus(t, adaptertest.CorpusFormat{
		Input: "in.csv",
		NewDecoder: func(r io.Reader) (adapters.Decoder[incident.Record], error) {
			return csvio.NewDecoder(r, nil), nil
		},
		NewWanted: func(r io.Reader) (adapters.Decoder[incident.Record], error) {
			return jsonio.NewDecoder(r, nil), nil
		},
	})
}
