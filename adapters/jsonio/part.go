package jsonio

import (
	"cmp"
	"context"
	"io"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/internal/jsonscan"
)

// NextPart cuts the next records off the input, for another goroutine to decode:
// it implements [adapters.Parter]. A Document comes as one part, and so does what
// follows a line in Lines that is longer than Limits.RecordBytes.
func (d *Decoder) NextPart(ctx context.Context, reuse adapters.Part) (adapters.Part, error) {
	if d.err != nil {
		return nil, d.err
	}
	if err := ctx.Err(); err != nil {
		d.record = -1 // how many were read only the parts tell
		return nil, d.fail(err)
	}
	part, ok := reuse.(*Decoder)
	if !ok || part == d {
		part = &Decoder{input: input{frames: new(jsonscan.Framer)}}
	}
	part.restart(d)
	if !d.frames.Cut(ctx, cmp.Or(d.partBytes, adapters.PartBytes), part.frames) {
		d.frames.Rest(part.frames)
	}
	if d.frames.Ended() {
		d.err = io.EOF
	}
	return part, nil
}

// restart makes p a Decoder of a part of d's input.
func (p *Decoder) restart(d *Decoder) {
	in := input{frames: p.frames, name: d.name, limits: d.limits, parse: p.parse}
	*p = Decoder{input: in, careful: d.careful, quick: p.quick}
	p.parse.limits = d.limits
	p.loc.depth = d.limits.Depth
	p.quick.forms, p.quick.fields = d.quick.forms, d.quick.fields
}

// Lines returns how many line ends were passed.
func (d *Decoder) Lines() int { return d.frames.Lines() }
