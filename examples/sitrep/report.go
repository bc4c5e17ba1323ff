package main

import (
	"slices"

	"github.com/rescuetally/rescuetally/adapters/tableio"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/examples/internal/cli"
	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// A report is what all formats are made from; its JSON is the contract's.
type report struct {
	AsOf      *string                   `json:"asOf"`
	Read      reading                   `json:"read"`
	Totals    []tableio.TotalObject     `json:"totals"`
	By        breakdown                 `json:"by"`
	Conflicts []tableio.ConflictObject  `json:"conflicts"`
	Running   []tableio.RunningObject   `json:"running"`
	Excluded  []tableio.ExclusionObject `json:"excluded"`

	Duplicates *duplicates               `json:"duplicates"` // null: all records name events, or none repeats another
	Flow       tableio.FlowObject        `json:"flow"`
	Increments []tableio.IncrementObject `json:"increments"`
	Coverage   []tableio.CoverageObject  `json:"coverage"`
	Portions   []tableio.PortionObject   `json:"portions"`
	Advisories []advisoryObject          `json:"advisories"` // that hold on the day

	Accounts []*stats.Account            `json:"-"`
	Latest   []stats.Running             `json:"-"` // as Running
	Stages   *stats.Flow                 `json:"-"` // as Flow
	Growth   []stats.Increment           `json:"-"` // as Increments
	Covered  []stats.Coverage            `json:"-"` // as Coverage
	Shares   []stats.Portion             `json:"-"` // as Portions
	Later    int                         `json:"-"` // records that were published after the day
	sources  map[witness]incident.Source // of all records
}

type reading struct {
	Records  int `json:"records"`
	Accepted int `json:"accepted"`
	Rejected int `json:"rejected"`
	Figures  int `json:"figures"`
}

type breakdown struct {
	Country     []tableio.LineObject `json:"country"`
	Nationality []tableio.LineObject `json:"nationality"`
	Month       []tableio.LineObject `json:"month"`
}

// Duplicates are what the records come to if those without an event that may be about
// one are. Of more than [cli.MostCompared] nobody asks.
type duplicates struct {
	Records int                   `json:"records"` // that name no event
	Events  int                   `json:"events"`  // that they may be about
	Totals  []tableio.TotalObject `json:"totals"`  // without possible duplicates
}

// A witness tells records of one id apart.
type witness struct{ publisher, id string }

// gathered is what was read.
type gathered struct {
	records   *stats.Reconciler
	sources   map[witness]incident.Source
	published []incident.Day
	figures   int

	read       cli.Sum
	advisories []*advisory.Advisory
}

func (g *gathered) add(_ *cli.Reader, rec *incident.Record) error {
	if day, ok := rec.Published.Latest(); ok {
		g.published = append(g.published, day)
	}
	g.figures += len(rec.Figures)
	g.sources[witness{rec.Source.Name, rec.ID}] = rec.Source
	return g.records.Add(rec)
}

// report works out what was known on a day; the zero Date means the last one
// on which a record was published.
func (g *gathered) report(asOf incident.Date) (*report, error) {
	rep := &report{Read: reading{g.read.Read, g.read.Accepted, g.read.Rejected, g.figures}, sources: g.sources}
	if asOf.IsZero() && len(g.published) > 0 {
		asOf = incident.DateOf(slices.Max(g.published))
	}
	if day, ok := asOf.Latest(); ok {
		rep.AsOf = tableio.Stated(day.String())
		rep.Later = len(slices.DeleteFunc(g.published, func(d incident.Day) bool { return d <= day }))
	}
	rep.Advisories = inForce(g.advisories, asOf)
	rep.Accounts = slices.Collect(g.records.Accounts(stats.Default, asOf))
	rep.Latest = stats.RunningTotals(rep.Accounts)
	rep.Stages, rep.Growth, rep.Covered = stats.FlowOf(rep.Accounts...), stats.Increments(rep.Accounts), stats.CoverageOf(rep.Accounts)
	rep.Flow, rep.Increments, rep.Coverage = tableio.FlowOf(rep.Stages), tableio.IncrementsOf(rep.Growth), tableio.CoverageOf(rep.Covered)
	rep.Shares = stats.Portions(rep.Accounts)
	rep.Portions = tableio.PortionsOf(rep.Shares)
	rep.Conflicts, rep.Running = tableio.ConflictsOf(rep.Accounts), tableio.RunningOf(rep.Latest)
	rep.Excluded = tableio.ExclusionsOf(rep.Accounts)
	var err error
	rep.Totals, err = tableio.TotalsOf(rep.Accounts)
	if err == nil {
		rep.Duplicates, err = g.duplicates(asOf, rep.Accounts)
	}
	for d, lines := range map[stats.Dimension]*[]tableio.LineObject{
		stats.Country: &rep.By.Country, stats.Nationality: &rep.By.Nationality, stats.Month: &rep.By.Month,
	} {
		if err == nil {
			*lines, err = tableio.LinesOf(rep.Accounts, d)
		}
	}
	return rep, err
}

// duplicates returns what there is without possible duplicates, nil if there are none.
func (g *gathered) duplicates(asOf incident.Date, accounts []*stats.Account) (*duplicates, error) {
	alone := func(accounts []*stats.Account) (n int) {
		for _, a := range accounts {
			if a.Event == "" {
				n++
			}
		}
		return n
	}
	d := &duplicates{Records: alone(accounts)}
	if d.Records < 2 || d.Records > cli.MostCompared {
		return nil, nil
	}
	without := slices.Collect(g.records.AccountsAsProposed(stats.Default, asOf))
	if d.Events = alone(without); d.Events == d.Records {
		return nil, nil
	}
	var err error
	d.Totals, err = tableio.TotalsOf(without)
	return d, err
}
