package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/examples/internal/cli"
	"github.com/rescuetally/rescuetally/incident"
)

// finish lists what is wrong with references, which only the end of all files
// can tell.
func (c *checker) finish() {
	for number, finding := range c.ids.Finish() {
		f := c.links[number].at[finding.Path]
		f.Finding = finding
		c.list(f, c.links[number].id)
	}
}

// summary writes the last line.
func (c *checker) summary(sum cli.Sum) {
	if c.json != nil {
		_ = c.json.Encode(struct {
			Summary any `json:"summary"`
		}{struct {
			cli.Sum
			Findings map[incident.Code]int `json:"findings"`
		}{sum, c.counts}})
		return
	}
	var codes strings.Builder
	for _, code := range slices.Sorted(maps.Keys(c.counts)) {
		codes.WriteString(fmt.Sprintf("; %s %d", code, c.counts[code]))
	}
	fmt.Fprintf(c.text, "records: %d read, %d accepted, %d rejected; findings: %d errors, %d warnings, %d notes, %d not listed%s\n",
		sum.Read, sum.Accepted, sum.Rejected, c.worst[incident.Error], c.worst[incident.Warning], c.worst[incident.Note], c.left, codes.String())
}
