package incident_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

// corpusFindings are all findings in the corpus, each with what proves it.
var corpusFindings = []struct {
	id, severity, path, code string
	arithmetic               string // along, sum and total as the finding has them
	why                      string
}{
	{
		"rpt-0021", "error", "/figures/0/count", "figure.parts", "nationality 658 801",
		"over 800 is at least 801; 383 PH + 202 CN + 73 of all others = 658 < 801",
	},
	{
		"rpt-0081", "error", "/figures/0/from", "figure.window", "",
		"accrual period with neither from nor to",
	},
	{
		"rpt-0094", "error", "/figures/0/count", "figure.parts", "nationality 1048 1090",
		"129 PH + 919 of all others = 1,048 < 1,090",
	},
	{
		"rpt-0104", "error", "/figures/0/count", "figure.parts", "nationality 186 187",
		"157 of all others + 29 PH = 186 < 187",
	},
	{
		"rpt-0207", "warning", "/figures/0/count", "figure.parts", "place 978 1018",
		"679 + 103 + 97 + 68 + 31 = 978, 40 short of 1,018 (3.9 percent), no rest stated: perhaps unlisted places",
	},
	{
		"rpt-0271", "warning", "/figures/0/count", "figure.parts", "nationality 789 792",
		"148 + 40 + 1 + 1 + 599 = 789, 3 short of 792 (0.4 percent), no rest stated: perhaps unlisted nationalities",
	},
}

// corpus reads the corpus, which lies beside the repository.
func corpus(t testing.TB) []*incident.Record {
	t.Helper()
	f, err := os.Open("../../shared/corpus/reports.ndjson")
	if os.IsNotExist(err) {
		t.Skip("the corpus does not lie beside the repository")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var records []*incident.Record
	r := adapters.NewReader(jsonio.NewDecoder(f, nil), nil)
	for record, err := range r.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, record)
	}
	return records
}

func TestCorpusFindings(t *testing.T) {
	var want, got []string
	for _, w := range corpusFindings {
		want = append(want, strings.TrimSpace(fmt.Sprintln(w.id, w.severity, w.path, w.code, w.arithmetic)))
	}
	records := corpus(t)
	if len(records) != 186 {
		t.Errorf("%d records", len(records))
	}
	asOf, err := incident.ParseDate("2026-02-28")
	if err != nil {
		t.Fatal(err)
	}
	var links incident.Links
	for i, r := range records {
		if shape := r.CheckShape(); shape != nil {
			t.Errorf("%s is rejected: %v", r.ID, shape)
		}
		found := append(r.Check(&incident.CheckOptions{AsOf: asOf}), links.Add(r, i+1)...)
		for _, f := range found {
			words := []string{r.ID, f.Severity.String(), f.Path, string(f.Code)}
			for _, a := range f.Args {
				if a.Name != "parts" {
					words = append(words, a.Value)
				}
			}
			got = append(got, strings.Join(words, " "))
		}
	}
	for number, f := range links.Finish() {
		got = append(got, fmt.Sprint(number, " ", f))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestCorpusFindingsAreProven works each sum out again from the figures alone.
func TestCorpusFindingsAreProven(t *testing.T) {
	byID := map[string]*incident.Record{}
	for _, r := range corpus(t) {
		byID[r.ID] = r
	}
	for _, w := range corpusFindings {
		r := byID[w.id]
		var along string
		var sum, total int64
		if w.code != "figure.parts" {
			f := r.Figures[0]
			if f.Accrual != incident.AccrualPeriod || !f.From.IsZero() || !f.To.IsZero() {
				t.Errorf("%s: %s does not hold", w.id, w.why)
			}
			continue
		}
		if _, err := fmt.Sscan(w.arithmetic, &along, &sum, &total); err != nil {
			t.Fatal(err)
		}
		low, _, _ := r.Figures[0].Count.Interval()
		var added int64
		for _, f := range r.Figures[1:] {
			if f.Measure != r.Figures[0].Measure || f.Label != "" {
				continue
			}
			if n, ok := f.Count.High(); ok {
				added += n
			}
		}
		if added != sum || low != total || added >= low {
			t.Errorf("%s: parts come to %d of %d: %s", w.id, added, low, w.why)
		}
	}
}

func BenchmarkCheckCorpus(b *testing.B) {
	records := corpus(b)
	b.ReportAllocs()
	for b.Loop() {
		for _, r := range records {
			r.Check(nil)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(records)), "ns/record")
}
