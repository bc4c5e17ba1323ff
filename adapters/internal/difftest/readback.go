package difftest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"

	"github.com/rescuetally/rescuetally/adapters"
)

// ReadBack reads all values of an input of some size: faults have to lie inside it, and
// what is accepted has to be written and to read back equal. It returns what is not so,
// with values of the input, for tests alone.
func ReadBack[T any](ctx context.Context, size int, dec adapters.Decoder[T], enc func(io.Writer) adapters.Encoder[T], again func(io.Reader) adapters.Decoder[T]) error {
	for {
		var v, back T
		_, err := dec.Decode(ctx, &v)
		if bad, ok := errors.AsType[*adapters.RecordError](err); ok {
			for _, f := range bad.Findings {
				if f.At.Offset < 0 || f.At.Offset > int64(size) || f.At.Line < 1 || f.At.Column < 1 {
					return fmt.Errorf("a fault at %+v of %d bytes", f.At, size)
				}
			}
			continue
		}
		if err != nil {
			return nil // the end, or what keeps the rest from being read
		}
		var out bytes.Buffer
		e := enc(&out)
		if err := errors.Join(e.Encode(ctx, &v), e.Close()); err != nil {
			return fmt.Errorf("what was read cannot be written: %w", err)
		}
		if _, err := again(&out).Decode(ctx, &back); err != nil {
			return fmt.Errorf("what was written cannot be read: %w", err)
		}
		if !reflect.DeepEqual(v, back) {
			return fmt.Errorf("read %+v, read back %+v", v, back)
		}
	}
}
