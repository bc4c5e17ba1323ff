package cli

import (
	"bytes"
	"context"
	_ "embed"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/advisory"
)

// The advisories of the corpus of public reports, by its mapping.
//
//go:embed corpus/advisories.ndjson
var publicAdvisories []byte // read only

// PublicAdvisories returns the advisories that come with the programs: 38 of
// governments, of 2022 to early 2026, as the press reported them.
func PublicAdvisories(ctx context.Context) (all []*advisory.Advisory, err error) {
	dec := jsonio.NewAdvisoryDecoder(bytes.NewReader(publicAdvisories), &jsonio.DecodeOptions{Name: "advisories.ndjson", Form: jsonio.Lines})
	for a, err := range adapters.NewReader(dec, nil).All(ctx) {
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}
