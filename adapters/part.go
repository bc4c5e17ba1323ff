package adapters

import (
	"context"

	"github.com/rescuetally/rescuetally/incident"
)

// A ViewDecoder is a [Decoder] of records that can also hand them out without
// building them.
type ViewDecoder interface {
	Decoder[incident.Record]

	// DecodeView is Decode into a View, which is good, as the Locator is, until
	// the next call of either.
	DecodeView(ctx context.Context, v *incident.View) (Locator, error)
}

// A Parter is a [ViewDecoder] that can cut its input into parts, which are
// decoded side by side: see [Scan].
type Parter interface {
	ViewDecoder
	Repairer

	// NextPart reads about PartBytes and returns a part of the input that begins
	// and ends between records. reuse is nil, or a part that is no longer needed
	// and whose memory may be used again. NextPart is called by one goroutine at
	// a time while others decode parts; once it was called, Decode and DecodeView
	// are not. The error is that of Decode: [io.EOF] when no part is left, or a
	// [*FileError].
	NextPart(ctx context.Context, reuse Part) (Part, error)
}

// A Part is a part of an input. Records and lines count from its start, offsets
// from the input's.
type Part interface {
	ViewDecoder
	Repairer

	// Lines returns how many line ends were passed.
	Lines() int
}

// PartBytes is about how many bytes a [Parter] makes a part of.
const PartBytes = 128 << 10
