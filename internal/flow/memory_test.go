package flow_test

import (
	"runtime"
	"testing"

	"github.com/county-emergency/emergency/internal/flow"
)

// A solution allocates for villages, shelters and the arcs in hand, a few for
// each village. A number kept for each pair would be over 3 KiB a place at the last size.
func TestMemoryDoesNotGrowWithThePairs(t *testing.T) {
	for _, size := range [][2]int{{200, 50}, {600, 150}, {1200, 600}} {
		p := county(size[0], size[1], 1.02)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r, err := flow.Solve(p)
		runtime.ReadMemStats(&after)
		if err == nil {
			err = flow.Check(p, r)
		}
		if err != nil {
			t.Fatal(err)
		}
		if each := (after.TotalAlloc - before.TotalAlloc) / uint64(size[0]+size[1]); each > 2<<10 {
			t.Errorf("%d × %d: %d bytes a place", size[0], size[1], each)
		}
	}
}
