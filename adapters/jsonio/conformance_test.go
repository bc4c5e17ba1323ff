package jsonio_test

import (
	"bytes"
	"io"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/adaptertest"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

// TestConformance is also case 58 for this format: TestCase58Faults in package
// adaptertest runs the parts that fail input and output by themselves.
func TestConformance(t *testing.T) {
	for _, form := range []struct {
		name    string
		write   jsonio.Form
		read    jsonio.Form
		breakAt int // the line of record 0, from 0
	}{
		{"lines", jsonio.Lines, jsonio.Lines, 0},
		{"array", jsonio.Document, jsonio.Document, 1},
		{"lines found", jsonio.Lines, jsonio.Auto, 0},
		{"array found", jsonio.Document, jsonio.Auto, 1},
	} {
		t.Run(form.name, func(t *testing.T) {
			samples := adaptertest.Records()
			if form.read == jsonio.Auto {
				samples = samples[:20] // the form is found in the first
			}
			adaptertest.Run(t, adaptertest.Format[incident.Record]{
				Name:   "jsonio " + form.name,
				Framed: true, Samples: samples,
				NewDecoder: func(r io.Reader) (adapters.Decoder[incident.Record], error) {
					return jsonio.NewDecoder(r, &jsonio.DecodeOptions{Form: form.read}), nil
				},
				NewEncoder: func(w io.Writer) (adapters.Encoder[incident.Record], error) {
					return jsonio.NewEncoder(w, &jsonio.EncodeOptions{Form: form.write}), nil
				},
				Limited: func(r io.Reader, l adapters.Limits) (adapters.Decoder[incident.Record], error) {
					return jsonio.NewDecoder(r, &jsonio.DecodeOptions{Form: form.read, Limits: l}), nil
				},
				Break: func(doc []byte, i int) []byte {
					lines := bytes.SplitAfter(doc, []byte("\n"))
					at := &lines[i+form.breakAt]
					*at = bytes.Replace(*at, []byte(`"kind":`), []byte(`"kind":7,"Kind":`), 1)
					return bytes.Join(lines, nil)
				},
			})
		})
	}
}

func TestCorpusCases(t *testing.T) {
	decoder := func(r io.Reader) (adapters.Decoder[incident.Record], error) { return jsonio.NewDecoder(r, nil), nil }
	adaptertest.RunCorpus(t, adaptertest.CorpusFormat{Input: "in.json", NewDecoder: decoder, NewWanted: decoder})
}
