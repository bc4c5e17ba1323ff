package cli

import (
	"context"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// MostAdvert is how many bytes an advert has at most: more than any has.
const MostAdvert = 64 << 10

// A Screener has what offers are screened with.
type Screener struct {
	Rules      *advisory.Rules
	Register   *advisory.Register // nil for none
	Advisories []*advisory.Advisory
}

// Screen says whether an offer is to be warned of on a day.
func (s *Screener) Screen(o *advisory.Offer, on incident.Date) advisory.Screening {
	return s.Rules.Screen(o, s.Register, slices.Values(s.Advisories), on)
}

// Screener adds the flags that name what offers are screened with, and returns what reads
// it.
func (p *Program) Screener() func(context.Context, *Sum) (*Screener, error) {
	register := p.Flags.String("register", "", "look agents up in this `file` of register entries")
	registerMap := p.Flags.String("register-map", "", "read the register through this mapping `file`")
	partial := p.Flags.Bool("partial", false, "the register is not complete: who is not in it may be licensed all the same")
	advisories := p.Flags.String("advisories", "", "use the advisories of this `file`; by default those that come with the program")
	advisoriesMap := p.Flags.String("advisories-map", "", "read the advisories through this mapping `file`")
	rules := p.Flags.String("rules", "", "extend the rules by those of this `file`")
	return func(ctx context.Context, sum *Sum) (s *Screener, err error) {
		s = &Screener{}
		if s.Rules, err = extendedRules(*rules); err != nil {
			return nil, err
		}
		if s.Advisories, err = p.advisories(ctx, *advisories, *advisoriesMap, sum); err != nil || *register == "" {
			return s, err
		}
		s.Register, err = p.register(ctx, *register, *registerMap, *partial, sum)
		return s, err
	}
}

func extendedRules(name string) (*advisory.Rules, error) {
	if name == "" {
		return advisory.BuiltIn(), nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	rules, err := advisory.BuiltIn().Extend(text)
	if err != nil {
		err = fmt.Errorf("%s: %w", name, err)
	}
	return rules, err
}

func (p *Program) advisories(ctx context.Context, name, mapping string, sum *Sum) (all []*advisory.Advisory, err error) {
	if name == "" {
		return PublicAdvisories(ctx)
	}
	err = Advisories().ReadNamed(ctx, p, name, mapping, sum, func(a *advisory.Advisory) error {
		all = append(all, a)
		return nil
	})
	return all, err
}

// register reads a register. One of which an entry was rejected is not complete: who is
// not in it may stand in that entry.
func (p *Program) register(ctx context.Context, name, mapping string, partial bool, sum *Sum) (*advisory.Register, error) {
	var entries []*advisory.Entry
	before := sum.Rejected
	err := Entries().ReadNamed(ctx, p, name, mapping, sum, func(e *advisory.Entry) error {
		entries = append(entries, e)
		return nil
	})
	if err != nil {
		return nil, err
	}
	complete := coverage(entries)
	if partial || sum.Rejected > before {
		complete = nil
	}
	return advisory.NewRegister(slices.Values(entries), &advisory.RegisterOptions{Complete: complete})
}

// coverage is what a register is complete for: the countries whose licences it lists. A
// list of those to beware of alone is never complete.
func coverage(entries []*advisory.Entry) (complete []advisory.Coverage) {
	for _, e := range entries {
		c := advisory.Coverage{Country: e.Country}
		if e.Status == advisory.StatusValid && !slices.Contains(complete, c) {
			complete = append(complete, c)
		}
	}
	return complete
}

// Today is the day in UTC.
func Today() incident.Date {
	year, month, day := time.Now().UTC().Date()
	d, ok := incident.MakeDay(year, int(month), day)
	if !ok {
		return incident.Date{}
	}
	return incident.DateOf(d)
}
