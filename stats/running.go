package stats

import (
	"cmp"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// A Running is the latest figure of a series: a publisher's running total, or
// how many there were. Running figures are never added, neither to each other
// nor to what an event comes to.
type Running struct {
	Publisher string
	Key       Key
	Count     incident.Count
	Record    *incident.Record
}

// member is one figure of a series.
type member struct {
	figure *Figure
	claim  *Claim
}

// seriesKey is what makes figures one series: publisher, measure, group, place
// and since when.
type seriesKey struct {
	publisher string
	key       Key
	record    *incident.Record // of one that names no publisher
}

// series returns an account's running totals and stocks by series, each in the
// order of time, the series in the order of their keys.
func series(a *Account) [][]member {
	groups := map[seriesKey][]member{}
	for i := range a.Figures {
		f := &a.Figures[i]
		if f.Accrual != incident.AccrualCumulative || f.Beside || f.Label != "" {
			continue
		}
		for _, c := range f.Claims {
			k := seriesKey{publisher: c.Record.Source.Name, key: f.Key}
			if k.key.To = (incident.Date{}); k.publisher == "" {
				k.record = c.Record // nobody's totals are no series
			}
			groups[k] = append(groups[k], member{f, c})
		}
	}
	var out [][]member
	for _, s := range groups {
		slices.SortStableFunc(s, byTime)
		out = append(out, s)
	}
	slices.SortFunc(out, func(s, t []member) int {
		return cmp.Or(cmp.Compare(s[0].claim.Record.Source.Name, t[0].claim.Record.Source.Name), s[0].figure.Key.compare(&t[0].figure.Key))
	})
	return out
}

func byTime(m, n member) int {
	to, _ := m.figure.To.Latest()
	toN, _ := n.figure.To.Latest()
	return cmp.Or(cmp.Compare(to, toN), earlier(m.claim.Record, n.claim.Record), cmp.Compare(m.claim.Path, n.claim.Path))
}

// RunningTotals returns the running totals and stocks of all accounts, of each
// series the latest, in the order of publisher, measure and group. Claims that
// agree on a number but come from two publishers stay two.
func RunningTotals(accounts []*Account) []Running {
	latest := map[seriesKey]member{}
	for _, a := range accounts {
		for i := range a.Figures {
			f := &a.Figures[i]
			if f.Accrual != incident.AccrualCumulative && f.Accrual != incident.AccrualStock || f.Beside || f.Label != "" {
				continue
			}
			for _, c := range f.Claims {
				if c.Path == "" || c.Count.IsZero() {
					continue
				}
				k := seriesKey{publisher: c.Record.Source.Name, key: f.Key}
				k.key.To = incident.Date{}
				if k.publisher == "" {
					k.record = c.Record // nobody's totals are no series
				}
				if old, ok := latest[k]; !ok || byTime(old, member{f, c}) < 0 {
					latest[k] = member{f, c}
				}
			}
		}
	}
	var out []Running
	for k, m := range latest {
		out = append(out, Running{k.publisher, m.figure.Key, m.claim.Count, m.claim.Record})
	}
	slices.SortFunc(out, func(x, y Running) int {
		return cmp.Or(cmp.Compare(x.Publisher, y.Publisher), x.Key.compare(&y.Key), byID(x.Record, y.Record))
	})
	return out
}
