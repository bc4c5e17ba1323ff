package tableio

import (
	"cmp"
	"maps"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// The objects below are results as JSON: their members and the order of these
// are fixed, and null is "not stated". They are values to embed in larger
// documents and to hand to encoding/json.

// A BoundsObject is a count with its three parts apart.
type BoundsObject struct {
	Best  *int64         `json:"best"`
	Low   *int64         `json:"low"`
	High  *int64         `json:"high"`
	Count incident.Count `json:"-"` // the same, for texts
}

// BoundsOf returns a count as an object.
func BoundsOf(c incident.Count) BoundsObject {
	return BoundsObject{known(c.Best()), known(c.Low()), known(c.High()), c}
}

func known(n int64, ok bool) *int64 {
	if !ok {
		return nil
	}
	return &n
}

// Stated returns s, or nil when s is empty: null in JSON.
func Stated(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// A GroupObject is whom a figure counts; everyone is {}.
type GroupObject struct {
	Nationality string            `json:"nationality,omitempty"`
	Sex         string            `json:"sex,omitempty"`
	Age         string            `json:"age,omitempty"`
	Admin1      string            `json:"admin1,omitempty"`
	Place       string            `json:"place,omitempty"`
	By          map[string]string `json:"by,omitempty"`
}

// GroupOf returns a group as an object.
func GroupOf(g incident.Group) GroupObject {
	return GroupObject{g.Nationality, g.Sex, g.Age, g.Admin1, g.Place, maps.Collect(g.By.All())}
}

// A ClaimObject is one side of a conflict: a record and the count it gives, in
// the interchange format's text.
type ClaimObject struct {
	ID    string  `json:"id"`
	Count *string `json:"count"`
	Parts string  `json:"parts,omitempty"` // what the record's list of everyone comes to, where that is another number
}

// ClaimOf returns a claim as an object.
func ClaimOf(c *stats.Claim) ClaimObject {
	claim := ClaimObject{ID: c.Record.ID, Count: Stated(c.Count.String())}
	if c.List.Complete && c.List.Sum != c.Count {
		claim.Parts = c.List.Sum.String()
	}
	return claim
}

// A ConflictObject is a conflict of one event.
type ConflictObject struct {
	Event   *string       `json:"event"`
	Measure *string       `json:"measure"`
	Group   GroupObject   `json:"group"`
	Code    incident.Code `json:"code"`
	Claims  []ClaimObject `json:"claims"`
	Chosen  *string       `json:"chosen"` // id of the record whose count was taken
	Why     *string       `json:"why"`    // the step of the rule that took it
	Label   string        `json:"label,omitempty"`

	Difference int64 `json:"difference,omitempty"` // by how many the sides are apart at least
}

// ConflictsOf returns the conflicts of accounts as objects, in their order.
func ConflictsOf(accounts []*stats.Account) []ConflictObject {
	out := []ConflictObject{}
	for _, a := range accounts {
		for _, c := range a.Conflicts {
			o := ConflictObject{
				Event: Stated(a.Event), Measure: Stated(string(c.Key.Measure)), Group: GroupOf(c.Key.Group), Code: c.Code,
				Claims: []ClaimObject{}, Why: Stated(c.Why), Label: c.Key.Label, Difference: c.Difference,
			}
			for _, k := range c.Claims {
				o.Claims = append(o.Claims, ClaimOf(k))
			}
			if c.Chosen != nil {
				o.Chosen = Stated(c.Chosen.Record.ID)
			}
			out = append(out, o)
		}
	}
	return out
}

// A RunningObject is a running total or a stock.
type RunningObject struct {
	Publisher *string          `json:"publisher"`
	Measure   incident.Measure `json:"measure"`
	Group     GroupObject      `json:"group"`
	Place     *string          `json:"place"` // country
	Admin1    string           `json:"admin1,omitempty"`
	Accrual   incident.Accrual `json:"accrual"`
	From      *string          `json:"from"`
	To        *string          `json:"to"`
	BoundsObject
	ID string `json:"id"`
}

// RunningOf returns running totals as objects, in their order.
func RunningOf(totals []stats.Running) []RunningObject {
	out := []RunningObject{}
	for _, r := range totals {
		k := &r.Key
		out = append(out, RunningObject{
			Stated(r.Publisher), k.Measure, GroupOf(k.Group), Stated(k.Country), k.Admin1, k.Accrual, Stated(k.From.String()), Stated(k.To.String()),
			BoundsOf(r.Count), r.Record.ID,
		})
	}
	return out
}

// An ExclusionObject is a figure, or a whole record, that no sum uses.
type ExclusionObject struct {
	ID   string        `json:"id"`
	Path string        `json:"path"` // JSON Pointer; "" is the whole record
	Code incident.Code `json:"code"`
}

// ExclusionsOf returns what accounts leave out as objects, in their order.
func ExclusionsOf(accounts []*stats.Account) []ExclusionObject {
	out := []ExclusionObject{}
	for _, a := range accounts {
		for _, x := range a.Excluded {
			out = append(out, ExclusionObject{x.Record.ID, x.Path, x.Code})
		}
	}
	return out
}

// A TotalObject is what a measure comes to in all events.
type TotalObject struct {
	Measure incident.Measure `json:"measure"`
	Unit    string           `json:"unit,omitempty"` // the currency of money
	BoundsObject
	Events   int64    `json:"events"`
	Accounts int64    `json:"accounts"` // the records behind them
	Lost     []string `json:"lost"`     // what the sum could not keep, as [LostParts] names it
}

// A LineObject is what a measure comes to in one row of a breakdown.
type LineObject struct {
	Key     *string          `json:"key"`
	Measure incident.Measure `json:"measure"`
	Unit    string           `json:"unit,omitempty"`
	BoundsObject
	Events int64 `json:"events"`
}

// TotalsOf adds all accounts up, measure by measure in the format's order.
// Measures of which nothing was added are left out. The error is a
// [*stats.Error] with limit.groups.
func TotalsOf(accounts []*stats.Account) ([]TotalObject, error) {
	out := []TotalObject{}
	t, err := tallyOf(accounts)
	if err != nil {
		return nil, err
	}
	for row := range t.Rows() {
		for i := range row.Sums {
			if s := &row.Sums[i]; s.Terms > 0 { // each row has the terms of one measure
				out = append(out, TotalObject{s.Measure, s.Unit, BoundsOf(s.Count), row.Events, row.Records, append([]string{}, LostParts(s)...)})
			}
		}
	}
	order := slices.Collect(incident.Measures())
	slices.SortStableFunc(out, func(x, y TotalObject) int {
		return cmp.Compare(slices.Index(order, x.Measure), slices.Index(order, y.Measure))
	})
	return out, nil
}

// LinesOf adds accounts up by a dimension, in bytewise order of key and then
// measure. The error is that of [TotalsOf].
func LinesOf(accounts []*stats.Account, by stats.Dimension) ([]LineObject, error) {
	out := []LineObject{}
	t, err := tallyOf(accounts, by)
	if err != nil {
		return nil, err
	}
	for row := range t.Rows() {
		for i := range row.Sums {
			if s := &row.Sums[i]; s.Terms > 0 {
				out = append(out, LineObject{Stated(row.Key[0]), s.Measure, s.Unit, BoundsOf(s.Count), row.Events})
			}
		}
	}
	return out, nil
}

// tallyOf adds all measures up by dimensions and, last, the measure itself, so
// that a row counts the events of one measure.
func tallyOf(accounts []*stats.Account, by ...stats.Dimension) (*stats.Tally, error) {
	t := stats.NewTally(stats.By(append(by, stats.Measure)...), stats.Sum(slices.Collect(incident.Measures())...))
	for _, a := range accounts {
		if err := t.Add(a); err != nil {
			return nil, err
		}
	}
	return t, nil
}
