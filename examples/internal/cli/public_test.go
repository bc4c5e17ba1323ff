package cli_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/examples/internal/cli"
	"github.com/rescuetally/rescuetally/incident"
)

// TestPublicAdvisories: what comes with the programs is what the table of the corpus
// says, by its mapping, and sound.
func TestPublicAdvisories(t *testing.T) {
	ctx := context.Background()
	all, err := cli.PublicAdvisories(ctx)
	if err != nil || len(all) != 38 {
		t.Fatalf("%d advisories, %v", len(all), err)
	}
	for _, a := range all {
		for _, f := range a.Check() {
			if f.Severity == incident.Error {
				t.Errorf("%s: %v", a.ID, f)
			}
		}
	}
	table, err := os.Open("../../../../shared/corpus/advisories.csv")
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("the table is not beside the project")
	} else if err != nil {
		t.Fatal(err)
	}
	defer table.Close()
	m, err := os.Open("../../../adapters/csvio/testdata/advisories.mapping.json")
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	mapping, err := csvio.ParseMapping(m)
	if err != nil {
		t.Fatal(err)
	}
	r := adapters.NewReader(csvio.NewAdvisoryDecoder(table, &csvio.DecodeOptions{Mapping: mapping}), nil)
	n := 0
	for a, err := range r.All(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		if n >= len(all) || !bytes.Equal(written(t, a), written(t, all[n])) {
			t.Fatalf("advisory %d is another one", n+1)
		}
		n++
	}
	if n != len(all) {
		t.Errorf("the table has %d", n)
	}
}

func written(t *testing.T, a *advisory.Advisory) []byte {
	t.Helper()
	var b bytes.Buffer
	w := adapters.NewWriter(jsonio.NewAdvisoryEncoder(&b, nil))
	if err := w.Write(context.Background(), a); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
