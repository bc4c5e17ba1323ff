package main

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	texts "text/template"

	"github.com/rescuetally/rescuetally/adapters/tableio"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

//go:embed report.html report.txt report.css
var files embed.FS

func writeText(w io.Writer, rep *report) error {
	return texts.Must(texts.New("report.txt").Funcs(rep.funcs()).ParseFS(files, "report.txt")).Execute(w, rep)
}

func writeHTML(w io.Writer, rep *report) error {
	return template.Must(template.New("report.html").Funcs(rep.funcs()).ParseFS(files, "report.html")).Execute(w, rep)
}

// funcs are the functions of both templates.
func (rep *report) funcs() map[string]any {
	css, _ := files.ReadFile("report.css") // embedded: it is there
	hash := sha256.Sum256(css)
	f := tableio.Funcs()
	f["css"] = func() template.CSS { return template.CSS(css) }
	f["hash"] = func() string { return "'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'" }
	f["maybe"] = func(n int) string {
		if n == 0 {
			return ""
		}
		return fmt.Sprintf(", and perhaps %d more", n)
	}
	f["missing"] = func(c stats.Coverage) string {
		switch {
		case c.Exceeded:
			return "that is more than the total"
		case c.Missing.IsZero():
			return "how many are in none of them cannot be said"
		}
		return tableio.Words(c.Missing) + " are in none of them"
	}
	f["join"] = func(list []string) string { return strings.Join(list, "; ") }
	f["source"] = func(r *incident.Record) incident.Source { return rep.sources[witness{r.Source.Name, r.ID}] }
	return f
}

// Main returns the measures of persons that the most events have, two at most.
func (rep *report) Main() []tableio.TotalObject {
	all := slices.DeleteFunc(slices.Clone(rep.Totals), func(t tableio.TotalObject) bool { return !t.Measure.Persons() })
	slices.SortStableFunc(all, func(x, y tableio.TotalObject) int { return cmp.Compare(y.Events, x.Events) })
	return all[:min(2, len(all))]
}
