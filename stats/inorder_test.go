package stats

import (
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
)

func TestInOrder(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, processors := range []int{1, 2, 7} {
		runtime.GOMAXPROCS(processors)
		for _, n := range []int{0, 1, batchSize, batchSize + 1, 20*batchSize + 3} {
			items := make([]int, n)
			for i := range items {
				items[i] = i
			}
			if got := slices.Collect(inOrder(items, func(i int) int { return i * i })); len(got) != n {
				t.Errorf("%d processors, %d items: %d results", processors, n, len(got))
			} else {
				for i, square := range got {
					if square != i*i {
						t.Fatalf("%d processors, %d items: result %d is %d", processors, n, i, square)
					}
				}
			}
			for stop := range min(n, 3) { // who stops early leaves nobody working: the bubble waits for all
				synctest.Test(t, func(t *testing.T) {
					var done atomic.Int64
					seen := 0
					for range inOrder(items, func(int) int { done.Add(1); return 0 }) {
						if seen++; seen > stop*batchSize/2 {
							break
						}
					}
					if n := int(done.Load()); n > seen+(4*processors+3)*batchSize {
						t.Errorf("%d processors: %d results worked out for %d", processors, n, seen)
					}
				})
			}
		}
	}
}
