package main

import (
	"errors"
	"io"
	"os"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/examples/internal/cli"
	"github.com/rescuetally/rescuetally/incident"
)

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
	text, err := io.ReadAll(io.LimitReader(in, cli.MostAdvert+1))
	switch {
	case err != nil:
		return "", named(name, err)
	case len(text) > cli.MostAdvert:
		return "", named(name, &incident.SyntaxError{Code: incident.CodeLimitRecordBytes, Type: "advert", Reason: "it has more than 64 KiB: leave out what is not the advert"})
	case !utf8.Valid(text):
		return "", named(name, &incident.SyntaxError{Code: incident.CodeTextInvalidUTF8, Type: "advert", Reason: "it is no UTF-8: save it as UTF-8"})
	}
	return string(text), nil
}

func named(name string, err error) error { return errors.New(name + ": " + err.Error()) }
