package tableio

import (
	"maps"

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
}

// ConflictsOf returns the conflicts of accounts as objects, in their order.
func ConflictsOf(accounts []*stats.Account) []ConflictObject {
	out := []ConflictObject{}
	for _, a := range accounts {
		for _, c := range a.Conflicts {
			o := ConflictObject{
				Event: Stated(a.Event), Measure: Stated(string(c.Key.Measure)), Group: GroupOf(c.Key.Group), Code: c.Code,
				Claims: []ClaimObject{}, Why: Stated(c.Why),
			}
			for _, k := range c.Claims {
				o.Claims = append(o.Claims, ClaimObject{k.Record.ID, Stated(k.Count.String())})
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
			Stated(r.Publisher), k.Measure, GroupOf(k.Group), Stated(k.Country), k.Accrual, Stated(k.From.String()), Stated(k.To.String()),
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
