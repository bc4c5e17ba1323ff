package jsonio

import (
	"strconv"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/jsonscan"
)

// A locator finds places in the text of the last record.
type locator struct {
	frame jsonscan.Frame
	start adapters.Position // name and number of the record
	depth int
	scan  jsonscan.Scanner
}

// at returns the position of the frame's byte at offset.
func (l *locator) at(offset int) adapters.Position {
	p := l.start
	p.Line, p.Column, p.Offset = l.frame.Position(offset)
	return p
}

// Locate implements [adapters.Locator]: it returns where the value stands that
// a JSON Pointer names, or the nearest value around it.
func (l *locator) Locate(path string) (at adapters.Position, field string) {
	if l.frame.Data == nil {
		return adapters.Position{}, ""
	}
	return l.at(l.find(path)), ""
}

// find returns the offset of the value that path names, or of the nearest one
// around it.
func (l *locator) find(path string) int {
	l.scan.Reset(l.frame.Data, l.depth)
	k, err := l.scan.Next()
	at := l.scan.Offset()
	for path != "" && err == nil {
		var step string
		step, path = cutStep(path)
		if k, err = l.enter(k, step); err == nil && k != jsonscan.End {
			at = l.scan.Offset()
			continue
		}
		break
	}
	return at
}

// enter goes to the member or item that step names in the value that k begins,
// and returns the first token of its value; End when there is none.
func (l *locator) enter(k jsonscan.Kind, step string) (jsonscan.Kind, error) {
	switch k {
	case jsonscan.ObjectBegin:
		for {
			k, err := l.scan.Next()
			if err != nil || k != jsonscan.Name {
				return jsonscan.End, err
			}
			found := string(l.scan.Text()) == step
			if k, err = l.scan.Next(); err != nil || found {
				return k, err
			}
			if _, err = l.scan.Skip(k); err != nil {
				return jsonscan.End, err
			}
		}
	case jsonscan.ArrayBegin:
		n, err := strconv.Atoi(step)
		if err != nil {
			return jsonscan.End, err
		}
		for ; ; n-- {
			k, err := l.scan.Next()
			if err != nil || k == jsonscan.ArrayEnd {
				return jsonscan.End, err
			}
			if n == 0 {
				return k, nil
			}
			if _, err = l.scan.Skip(k); err != nil {
				return jsonscan.End, err
			}
		}
	}
	return jsonscan.End, nil
}
