// Codes writes the format's lists of codes as JSON, for engines that are to check records by them.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

func main() {
	var countries, subdivisions []string
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if code := string([]rune{a, b}); incident.IsCountry(code) {
				countries = append(countries, code)
				subdivisions = slices.AppendSeq(subdivisions, incident.Subdivisions(code))
			}
		}
	}
	err := json.NewEncoder(os.Stdout).Encode(map[string]any{
		"kinds":        slices.Collect(incident.Kinds()),
		"measures":     slices.Collect(incident.Measures()),
		"accruals":     slices.Collect(incident.Accruals()),
		"sourceKinds":  slices.Collect(incident.SourceKinds()),
		"conditions":   slices.Collect(incident.Conditions()),
		"countries":    countries,
		"subdivisions": subdivisions,
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "codes:", err)
		os.Exit(2)
	}
}
