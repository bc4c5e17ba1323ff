package adaptertest_test

import (
	"fmt"
	"io"
	"io/fs"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/adaptertest"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

func ExampleRun() {
	_ = func(t *testing.T) { // func TestConformance
		adaptertest.Run(t, adaptertest.Format[incident.Record]{
			Name: "jsonio",
			NewDecoder: func(r io.Reader) (adapters.Decoder[incident.Record], error) {
				return jsonio.NewDecoder(r, nil), nil
			},
			NewEncoder: func(w io.Writer) (adapters.Encoder[incident.Record], error) {
				return jsonio.NewEncoder(w, nil), nil
			},
			Lossy: nil, // the format holds all members
		})
	}
	// Output:
}

func ExampleRecords() {
	for _, r := range adaptertest.Records()[:3] {
		fmt.Println(r.Kind, r.ID, len(r.Figures))
	}
	// Output:
	// incident a 0
	// rescue small-2 2
	// tally small-3 2
}

func ExampleCorpus() {
	for _, name := range []string{"notes", "in.csv", "want.findings"} {
		b, err := fs.ReadFile(adaptertest.Corpus(), "count-separator/"+name)
		fmt.Printf("%s%v\n", b, err)
	}
	// Output:
	// A count has no thousands separator.
	// <nil>
	// kind,id,measure,count
	// rescue,good-1,freed,7
	// rescue,r,freed,"1,234"
	// rescue,good-2,freed,7
	// <nil>
	// in.json:3:65 error /figures/0/count count.syntax
	// in.csv:3:16 error /figures/0/count count.syntax
	// <nil>
}
