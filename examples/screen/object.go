package main

import (
	"encoding/json"
	"io"

	"github.com/rescuetally/rescuetally/adapters/tableio"
	"github.com/rescuetally/rescuetally/advisory"
)

// An object is what -json writes of one offer; null is not stated.
type object struct {
	Verdict    advisory.Verdict `json:"verdict"`
	Weight     int              `json:"weight"`
	WarnAt     int              `json:"warnAt"`
	Findings   []finding        `json:"findings"`
	Favour     []finding        `json:"favour"`
	Notice     bool             `json:"notice"` // the text warns of offers and is none
	Register   register         `json:"register"`
	Advisories []string         `json:"advisories"`
	Asks       []ask            `json:"asks"`
	On         *string          `json:"on"`
	Rules      string           `json:"rules"`
}

type finding struct {
	Rule      string   `json:"rule"`
	Weight    int      `json:"weight"`
	Counts    bool     `json:"counts"` // it is the heaviest of its group
	Path      string   `json:"path"`
	Words     *string  `json:"words"`    // of the offer
	Compared  *string  `json:"compared"` // with what, of a fee or pay
	Message   string   `json:"message"`
	Publisher string   `json:"publisher"`
	Source    *string  `json:"source"`
	Flags     []string `json:"flags"`
	Advisory  *string  `json:"advisory"` // id of the one that speaks
}

type register struct {
	Match  advisory.Match  `json:"match"`
	Status *string         `json:"status"`
	AsOf   *string         `json:"asOf"`
	Reason advisory.Reason `json:"reason"`
	Stale  bool            `json:"stale"`
}

type ask struct {
	Member  string `json:"member"`
	Message string `json:"message"`
}

func objectOf(r *result) object {
	s := &r.screening
	o := object{
		Verdict: s.Verdict, Weight: s.Weight, WarnAt: s.WarnAt, Findings: findings(s.Findings, r.lang), Favour: findings(s.Favour, r.lang), Notice: s.Notice,
		Register:   register{s.Register.Match, tableio.Stated(string(s.Register.Status)), tableio.Stated(s.Register.AsOf.String()), s.Register.Reason, s.Register.Stale},
		Advisories: []string{}, Asks: []ask{}, On: tableio.Stated(r.on.String()), Rules: s.Rules,
	}
	for _, a := range s.Advisories {
		o.Advisories = append(o.Advisories, a.Advisory.ID)
	}
	for _, a := range s.Asks {
		o.Asks = append(o.Asks, ask{a.Member, a.Text(r.lang)})
	}
	return o
}

func findings(flags []advisory.Flag, lang string) []finding {
	out := []finding{}
	for i := range flags {
		f := &flags[i]
		found := finding{
			Rule: f.Rule.ID, Weight: f.Rule.Weight, Counts: f.Counts, Path: f.Path, Words: tableio.Stated(f.Words), Compared: tableio.Stated(f.Compared), Message: f.Rule.Text(lang),
			Publisher: f.Publisher(), Source: tableio.Stated(f.Source()), Flags: append([]string{}, f.Rule.Flags...),
		}
		if f.Advisory != nil {
			found.Advisory = tableio.Stated(f.Advisory.ID)
		}
		out = append(out, found)
	}
	return out
}

func writeJSON(w io.Writer, r *result) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(objectOf(r))
}
