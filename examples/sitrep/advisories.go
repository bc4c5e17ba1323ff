package main

import (
	"context"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/adapters/tableio"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/examples/internal/cli"
	"github.com/rescuetally/rescuetally/incident"
)

// An advisoryObject is an advisory that holds on the day of the report; null is not
// stated.
type advisoryObject struct {
	ID           string   `json:"id"`
	Issuer       string   `json:"issuer"`
	Issued       string   `json:"issued"`
	Expires      *string  `json:"expires"`
	Standing     string   `json:"standing"`
	Destinations []string `json:"destinations"` // none: any
	Lures        []string `json:"lures"`
	Contacts     []string `json:"contacts"` // that are not visibly broken
	Source       *string  `json:"source"`
}

// Countries returns the names of the destinations.
func (a advisoryObject) Countries() string {
	var names []string
	for _, code := range a.Destinations {
		name, _ := incident.CountryName(code)
		names = append(names, name)
	}
	if len(names) == 0 {
		return "any country"
	}
	return strings.Join(names, ", ")
}

// readAdvisories returns the advisories of a file, CSV through a mapping if one is
// named, or those that come with the program when neither records nor a file are named.
func readAdvisories(ctx context.Context, p *cli.Program, file, mapping string, own bool, sum *cli.Sum) (all []*advisory.Advisory, err error) {
	switch {
	case file != "":
		err = cli.Advisories().ReadNamed(ctx, p, file, mapping, sum, func(a *advisory.Advisory) error {
			all = append(all, a)
			return nil
		})
		return all, err
	case own:
		return cli.PublicAdvisories(ctx)
	}
	return nil, nil
}

// inForce returns those that hold on a day, the newest first.
func inForce(all []*advisory.Advisory, on incident.Date) []advisoryObject {
	out := []advisoryObject{}
	for _, stands := range advisory.Current(slices.Values(all), on) {
		if !stands.Standing.Holds() {
			continue
		}
		a := stands.Advisory
		o := advisoryObject{
			ID: a.ID, Issuer: a.Issuer, Issued: a.Issued.String(), Expires: tableio.Stated(a.Expires.String()), Standing: stands.Standing.String(),
			Destinations: append([]string{}, a.Destinations...), Lures: append([]string{}, a.Lures...), Contacts: []string{}, Source: tableio.Stated(a.Source.URL),
		}
		for _, c := range a.Usable() {
			o.Contacts = append(o.Contacts, c.Value)
		}
		out = append(out, o)
	}
	slices.Reverse(out)
	return out
}
