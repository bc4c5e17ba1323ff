package csvio

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"slices"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/csvscan"
	"github.com/rescuetally/rescuetally/incident"
)

// NextPart cuts the next records off the input, for another goroutine to decode:
// it implements [adapters.Parter]. A table that is read through a [Mapping], one
// with lone CR as line ends, and one without a place in the length of
// Limits.RecordBytes where a record certainly ends, come as one part from there
// to the end.
func (d *Decoder) NextPart(ctx context.Context, reuse adapters.Part) (adapters.Part, error) {
	if d.prepare(ctx); d.err != nil {
		d.ended = true
		return nil, d.err
	}
	part, ok := reuse.(*Decoder)
	if !ok || part == d {
		part = &Decoder{scan: new(csvscan.Scanner)}
	}
	part.restart(d)
	if d.plan != nil || !d.scan.Cut(cmp.Or(d.partBytes, adapters.PartBytes), part.scan, d.between) {
		d.scan.Rest(part.scan)
	}
	if d.scan.Ended() {
		d.err, d.plan = io.EOF, nil
	}
	return part, nil
}

// restart makes p a Decoder of a part of d's input.
func (p *Decoder) restart(d *Decoder) {
	*p = Decoder{
		scan: p.scan, form: d.form, name: d.name, limits: d.limits, careful: d.careful, header: d.header, bound: d.bound, keyAt: d.keyAt,
		mapping: d.mapping, plan: d.plan, opened: true,
		text: p.text, build: p.build, raw: p.raw, rows: p.rows, figures: p.figures,
	}
	if p.build.texts == nil {
		p.build.texts, p.build.dates = map[string]string{}, map[string]incident.Date{}
	}
}

// Lines returns how many line ends were passed.
func (d *Decoder) Lines() int { return d.scan.Lines() }

// between reports whether a record certainly ends between two rows that follow
// each other, whatever stands before them: as in [Decoder.relation] when both
// are read, have ids that differ, and the second states more of a record than
// kind and id, so that it would begin one even if the rows before are lost.
func (d *Decoder) between(before, after *csvscan.Row) bool {
	if before.Len() != len(d.header) || after.Len() != len(d.header) {
		return false
	}
	var ids [2][]byte
	for i, row := range [...]*csvscan.Row{before, after} {
		for _, at := range d.keyAt {
			from, to, escaped := row.Span(at)
			if from == to || escaped {
				return false
			}
			ids[i] = row.Raw[from:to]
		}
	}
	if bytes.Equal(ids[0], ids[1]) {
		return false
	}
	return slices.ContainsFunc(after.Filled(), func(i int) bool {
		c := d.bound[i]
		return !columns[c].part && c > columnID
	})
}
