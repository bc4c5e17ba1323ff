// Screen says of job offers whether to warn of them, why, and who says so: by the red
// flags that authorities have published, by advisories in force and by a register of
// agents. It never says that an offer is safe.
//
//	go run ./examples/screen offer.json
//	go run ./examples/screen -text advert.txt -register agents.csv
//
// Exit codes: 0 nothing to warn of was found; 1 there is an offer to warn of, or
// something was rejected (and reported); 2 could not do it.
package main

import (
	"context"
	"errors"
	"io"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/examples/internal/cli"
	"github.com/rescuetally/rescuetally/incident"
)

func main() { cli.Main(run) }

// options are what is asked for.
type options struct {
	json, text bool
	on         incident.Date
	lang, from string
}

// A result is what there is to say of an offer.
type result struct {
	screening advisory.Screening
	on        incident.Date
	lang      string
}

func run(ctx context.Context, args []string, in io.Reader, out, log io.Writer) int {
	p := cli.New("screen", "[-json] [-on DATE] [-register FILE] [-advisories FILE] [-rules FILE] [-lang TAG] [-in FMT] [-map MAPPING.json] [-o FILE] OFFER.json... | -text FILE...", in, out, log)
	var o options
	p.Flags.BoolVar(&o.json, "json", false, "write one JSON object a line")
	p.Flags.BoolVar(&o.text, "text", false, "the files are adverts as plain text")
	p.Flags.StringVar(&o.from, "from", "", "`language` of adverts in plain text, such as hi; by default it is told from the text")
	p.Flags.TextVar(&o.on, "on", incident.Date{}, "screen for this `date`; by default for the day when the offer was received, or else for today")
	p.Flags.StringVar(&o.lang, "lang", "en", "`language` of the answer: en, hi or fil")
	load := p.Screener()
	names, code, ok := p.Parse(args)
	switch {
	case !ok:
		return code
	case len(names) == 0:
		return p.Fail(errors.New("name the offers, or - for the standard input"))
	case o.on.IsInterval():
		return p.Fail(errors.New("-on is one day, month or year, not an interval"))
	case o.text && p.Mapping() != "":
		return p.Fail(errors.New("-map is for tables of offers, -text for adverts as plain text: leave one of them out"))
	}
	var sum cli.Sum
	with, err := load(ctx, &sum)
	if err == nil {
		s, warned := &screener{with, &o}, false
		err = p.WriteWhole(ctx, func(w io.Writer) error { return s.all(ctx, p, w, names, &sum, &warned) })
		if err == nil && warned {
			return cli.Act
		}
	}
	if err != nil {
		return p.Fail(err)
	}
	return sum.Code()
}

// A screener has what offers are screened with.
type screener struct {
	with    *cli.Screener
	options *options
}

// all screens the offers of files.
func (s *screener) all(ctx context.Context, p *cli.Program, w io.Writer, names []string, sum *cli.Sum, warned *bool) error {
	use := func(offer *advisory.Offer) error {
		r := s.screen(offer)
		*warned = *warned || r.screening.Verdict == advisory.VerdictWarn
		if s.options.json {
			return writeJSON(w, r)
		}
		return writeText(w, r)
	}
	for _, name := range names {
		if !s.options.text {
			if err := cli.Offers().Read(ctx, p, name, p.Mapping(), sum, use); err != nil {
				return err
			}
			continue
		}
		text, err := readText(p, name)
		if err == nil {
			err = use(&advisory.Offer{Text: text, Lang: s.options.from})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *screener) screen(offer *advisory.Offer) *result {
	on := s.options.on
	for _, day := range []incident.Date{offer.Received, cli.Today()} {
		if on.IsZero() {
			on = day
		}
	}
	return &result{s.with.Screen(offer, on), on, s.options.lang}
}
