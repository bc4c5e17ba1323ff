package main

import (
	"context"
	"errors"
	"io"
	"os"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/examples/internal/cli"
	"github.com/rescuetally/rescuetally/incident"
)

// load reads what offers are screened with.
func load(ctx context.Context, p *cli.Program, o *options) (*screener, cli.Sum, error) {
	var sum cli.Sum
	s := &screener{options: o, rules: advisory.BuiltIn()}
	year, month, day := time.Now().UTC().Date()
	if d, ok := incident.MakeDay(year, int(month), day); ok {
		s.today = incident.DateOf(d)
	}
	if o.rules != "" {
		text, err := os.ReadFile(o.rules)
		if err == nil {
			s.rules, err = s.rules.Extend(text)
		}
		if err != nil {
			return nil, sum, named(o.rules, err)
		}
	}
	var err error
	if s.advisories, err = cli.PublicAdvisories(ctx); o.advisories != "" {
		s.advisories = nil
		err = cli.Advisories().Read(ctx, p, o.advisories, o.advisoriesMap, &sum, func(a *advisory.Advisory) error {
			s.advisories = append(s.advisories, a)
			return nil
		})
	}
	if err != nil || o.register == "" {
		return s, sum, err
	}
	var entries []*advisory.Entry
	err = cli.Entries().Read(ctx, p, o.register, o.registerMap, &sum, func(e *advisory.Entry) error {
		entries = append(entries, e)
		return nil
	})
	if err == nil {
		s.register, err = advisory.NewRegister(slices.Values(entries), &advisory.RegisterOptions{Complete: coverage(entries, o.partial)})
	}
	return s, sum, err
}

// coverage is what a register is complete for: the authorities whose licences it lists.
// A list of those to beware of alone is never complete.
func coverage(entries []*advisory.Entry, partial bool) (complete []advisory.Coverage) {
	if partial {
		return nil
	}
	for _, e := range entries {
		c := advisory.Coverage{Country: e.Country}
		if e.Status == advisory.StatusValid && !slices.Contains(complete, c) {
			complete = append(complete, c)
		}
	}
	return complete
}

// mostText is more than any advert has: what is longer is no advert.
const mostText = 64 << 10

// readText reads an advert.
func readText(p *cli.Program, name string) (string, error) {
	var in io.Reader = p.In
	if name != cli.Stdin {
		f, err := os.Open(name)
		if err != nil {
			return "", err
		}
		defer f.Close()
		in = f
	}
	text, err := io.ReadAll(io.LimitReader(in, mostText+1))
	switch {
	case err != nil:
		return "", named(name, err)
	case len(text) > mostText:
		return "", named(name, &incident.SyntaxError{Code: incident.CodeLimitRecordBytes, Type: "advert", Reason: "it has more than 64 KiB: leave out what is not the advert"})
	case !utf8.Valid(text):
		return "", named(name, &incident.SyntaxError{Code: incident.CodeTextInvalidUTF8, Type: "advert", Reason: "it is no UTF-8: save it as UTF-8"})
	}
	return string(text), nil
}

func named(name string, err error) error { return errors.New(name + ": " + err.Error()) }
