//go:build unix

package main

import (
	"encoding/json"
	"os"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// writeCodes writes the format's lists of codes as JSON, for the engines that are to check records by them.
func writeCodes(name string) error {
	var countries, subdivisions []string
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if code := string([]rune{a, b}); incident.IsCountry(code) {
				countries = append(countries, code)
				subdivisions = slices.AppendSeq(subdivisions, incident.Subdivisions(code))
			}
		}
	}
	data, err := json.Marshal(map[string]any{
		"kinds":        slices.Collect(incident.Kinds()),
		"measures":     slices.Collect(incident.Measures()),
		"accruals":     slices.Collect(incident.Accruals()),
		"sourceKinds":  slices.Collect(incident.SourceKinds()),
		"conditions":   slices.Collect(incident.Conditions()),
		"countries":    countries,
		"subdivisions": subdivisions,
	})
	if err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o600)
}
