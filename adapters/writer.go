package adapters

import (
	"context"
	"fmt"
)

// An Encoder writes values of one format, one at a time. It is what the author
// of an adapter writes; users hold a [Writer].
//
// Encode writes *v or returns an error; a [*RecordError] when the format cannot
// hold this one value and nothing of it was written. Close ends the document
// and flushes it; it does not close the writer below. Without Close the output
// is not whole. An Encoder is not safe for concurrent use.
type Encoder[T any] interface {
	Encode(ctx context.Context, v *T) error
	Close() error
}

// A Writer writes values with an [Encoder] and keeps count of them. It is not
// safe for concurrent use.
type Writer[T any] struct {
	enc     Encoder[T]
	written int
	err     error
}

// NewWriter returns a Writer to enc.
func NewWriter[T any](enc Encoder[T]) *Writer[T] { return &Writer[T]{enc: enc} }

// Write writes one value. After an error every call returns that error; after
// Close it returns [ErrClosed].
func (w *Writer[T]) Write(ctx context.Context, v *T) error {
	if w.err != nil {
		return w.err
	}
	if w.err = w.enc.Encode(ctx, v); w.err != nil {
		w.err = fmt.Errorf("write record %d: %w", w.written+1, w.err)
		return w.err
	}
	w.written++
	return nil
}

// Written returns how many values were written.
func (w *Writer[T]) Written() int { return w.written }

// Close ends the document, unless an error came before: then it returns that
// error and what was written is not whole. A second call returns [ErrClosed].
func (w *Writer[T]) Close() error {
	if w.err != nil {
		return w.err
	}
	if err := w.enc.Close(); err != nil {
		w.err = fmt.Errorf("end the output: %w", err)
		return w.err
	}
	w.err = ErrClosed
	return nil
}

// Copy writes to w what r reads, until the input ends or something fails, and
// returns what became of the input. It closes w only when all was read: after
// an error the output has no end and is to be thrown away, as [WriteFile] does.
func Copy[T any](ctx context.Context, w *Writer[T], r *Reader[T]) (Summary, error) {
	for v, err := range r.All(ctx) {
		if err == nil {
			err = w.Write(ctx, v)
		}
		if err != nil {
			return r.Summary(), err
		}
	}
	return r.Summary(), w.Close()
}
