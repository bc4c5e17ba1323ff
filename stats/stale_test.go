package stats

import (
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// TestAnOlderRunningTotalPublishedLaterIsStale tries running totals that reach
// to one day and were published on another, in both orders.
func TestAnOlderRunningTotalPublishedLaterIsStale(t *testing.T) {
	total := func(id, published, to, count string) *incident.Record {
		r := said(t, id, "e", count)
		r.Source.Name, r.Published = "Ministry", date(t, published)
		r.Figures[0].Accrual, r.Figures[0].To = incident.AccrualCumulative, date(t, to)
		return r
	}
	newer := total("newer", "2024-04-01", "2024-03-31", "200")
	for _, c := range []struct {
		name  string
		other *incident.Record
		stale bool
	}{
		{"published later", total("older", "2024-05-01", "2024-02-29", "150"), true},
		{"published earlier", total("older", "2024-03-01", "2024-02-29", "150"), false},
		{"published on one day", total("older", "2024-04-01", "2024-02-29", "150"), false},
		{"published at some time of the month", total("older", "2024-04", "2024-02-29", "150"), false},
		{"published at a time that is not known", total("older", "2024-05-01", "2024-03", "150"), false},
		{"the same reach", total("older", "2024-05-01", "2024-03-31", "200"), false},
		{"another publisher", func() *incident.Record {
			r := total("older", "2024-05-01", "2024-02-29", "150")
			r.Source.Name = "Paper"
			return r
		}(), false},
	} {
		for _, records := range [][]*incident.Record{{newer, c.other}, {c.other, newer}} {
			var got []Conflict
			for a := range reconcile(t, records).Accounts(nil, incident.Date{}) {
				for _, x := range a.Conflicts {
					if x.Code == incident.CodeAccountStale {
						got = append(got, x)
					}
				}
			}
			if (len(got) == 1) != c.stale || len(got) > 1 {
				t.Errorf("%s: %d conflicts", c.name, len(got))
			}
			if len(got) == 1 && (len(got[0].Claims) != 2 || got[0].Claims[0].Record.ID != "newer" || got[0].Claims[1].Record.ID != "older") {
				t.Errorf("%s: %v", c.name, got[0])
			}
		}
	}
}
