package stats

import (
	"iter"
	"runtime"
	"sync"
)

// batchSize is how many results one goroutine works out before it takes others.
const batchSize = 64

// inOrder returns do of each item, in their order, worked out by as many goroutines
// as there are processors to run them. They are gone when the sequence ends, and no
// more than a few batches ahead of who ranges over it.
func inOrder[T, R any](items []T, do func(T) R) iter.Seq[R] {
	workers := min(runtime.GOMAXPROCS(0), (len(items)+batchSize-1)/batchSize)
	return func(yield func(R) bool) {
		if workers < 2 {
			for _, item := range items {
				if !yield(do(item)) {
					return
				}
			}
			return
		}
		type batch struct {
			items []T
			out   chan []R
		}
		work, ahead := make(chan batch), make(chan batch, 2*workers)
		stop := make(chan struct{})
		var running sync.WaitGroup
		defer running.Wait()
		defer close(stop)
		running.Go(func() {
			defer close(work)
			defer close(ahead)
			for start := 0; start < len(items); start += batchSize {
				b := batch{items[start:min(start+batchSize, len(items))], make(chan []R, 1)}
				for _, to := range [...]chan batch{ahead, work} {
					select {
					case to <- b:
					case <-stop:
						return
					}
				}
			}
		})
		for range workers {
			running.Go(func() {
				for b := range work {
					results := make([]R, 0, len(b.items))
					for _, item := range b.items {
						results = append(results, do(item))
					}
					b.out <- results
				}
			})
		}
		for b := range ahead {
			for _, result := range <-b.out {
				if !yield(result) {
					return
				}
			}
		}
	}
}
