package flow_test

import (
	"errors"
	"math"
	"testing"

	"github.com/county-emergency/emergency/internal/flow"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// limited is two() with one unit at most from source 0 to sink 0.
func limited(limit int64) flow.Problem {
	p := two()
	p.Limit = matrix([][]int64{{limit, absent}, {absent, absent}})
	return p
}

func TestLimitLeadsUnitsElsewhere(t *testing.T) {
	got, err := flow.Solve(limited(1))
	if err != nil {
		t.Fatal(err)
	}
	// One of source 0 goes near and three far; source 1 has sink 0 to itself.
	want := flow.Result{Arcs: []flow.Arc{{0, 0, 1}, {0, 1, 3}, {1, 0, 3}}, Cost: 1 + 3*9 + 3*2,
		SourcePrices: []int64{9, 2}, SinkPrices: []int64{0, 0}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatal(diff)
	}
	if err := flow.Check(limited(1), got); err != nil {
		t.Fatal(err)
	}
	if err := flow.Check(two(), got); err == nil || err.Error() != "flow: source 0, sink 0: not cheapest, one unit would save 8" {
		t.Fatal(err)
	}
	if err := flow.Check(limited(0), got); err == nil || err.Error() != "flow: source 0, sink 0: 1 units and a limit of 0" {
		t.Fatal(err)
	}
	if err := flow.Check(limited(2), got); err == nil || err.Error() != "flow: source 0, sink 0: not cheapest, one unit would save 8" {
		t.Fatal(err)
	}
}

func TestLimitsShowInTheCut(t *testing.T) {
	p := two()
	p.Limit = matrix([][]int64{{1, 2}, {absent, absent}})
	_, err := flow.Solve(p)
	var got *flow.Cut
	if !errors.As(err, &got) {
		t.Fatal(err)
	}
	if diff := cmp.Diff(flow.Cut{Sources: []int{0}, Supply: 4, Limits: 3, Missing: 1}, *got); diff != "" {
		t.Fatal(diff)
	}
	if want := "flow: 1 sources with 4 units reach 0 sinks with room for 0 and others by arcs for 3: 1 missing"; err.Error() != want {
		t.Fatal(err)
	}
	if err := flow.CheckCut(p, *got); err != nil {
		t.Fatal(err)
	}
	for want, c := range map[string]flow.Cut{
		"flow: the arcs to other sinks carry 3, not 2":                     {Sources: []int{0}, Supply: 4, Limits: 2, Missing: 2},
		"flow: the sources exceed the sinks by 1, not 2":                   {Sources: []int{0}, Supply: 5, Limits: 3, Missing: 2},
		"flow: source 1 reaches sink 0, which is not in the cut":           {Sources: []int{0, 1}, Supply: 7, Limits: 3, Missing: 4},
		"flow: the sources exceed the sinks by -3, not -3":                 {Sources: []int{0}, Supply: 4, Sinks: []int{0}, Capacity: 5, Limits: 2, Missing: -3},
		"flow: the sinks take in 0, not 1":                                 {Sources: []int{0}, Supply: 4, Capacity: 1, Limits: 3, Missing: 0},
		"flow: the arcs to other sinks carry 3, not 0":                     {Sources: []int{0}, Supply: 4, Missing: 4},
		"flow: the arcs to other sinks carry 18446744073709551614, not -2": {},
	} {
		q := p
		if len(c.Sources) == 0 { // 2⁶⁴ − 2 reads as −2 in 64 bits
			q.Limit = func(int, int) (int64, bool) { return math.MaxInt64, true }
			c = flow.Cut{Sources: []int{0}, Supply: 4, Limits: -2, Missing: 6}
		}
		if err := flow.CheckCut(q, c); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	p.Limit = func(int, int) (int64, bool) { return -1, true }
	if flow.CheckCut(p, flow.Cut{Sources: []int{0}, Supply: 4, Limits: -2, Missing: 6}) == nil {
		t.Error("a negative limit was accepted")
	}
}

func TestFaultsOfLimits(t *testing.T) {
	const half = int64(1<<57)/(4+4+2) - 1 // four strands, two sinks and two sources that are sinks
	dear := func(c int64) func(int, int) (int64, bool) {
		return func(i, j int) (int64, bool) { return c * int64(i) * int64(1-2*j), true }
	}
	each := func(u int64) func(int, int) (int64, bool) { return func(int, int) (int64, bool) { return u, true } }
	for name, tt := range map[string]struct {
		supply      int64
		cost, limit func(int, int) (int64, bool)
		want        error
	}{
		"negative":             {4, dear(1), each(-1), flow.NegativeLimit},
		"dearest and cheapest": {4, dear(half), each(3), nil},
		"too dear":             {4, dear(half + 1), each(3), flow.CostRange},
		"too cheap":            {4, dear(-half - 1), each(3), flow.CostRange},
		"none binds":           {4, dear(half + 1), each(4), nil},
		"supply at the end":    {1 << 61, dear(0), each(1<<61 - 1), nil},
		"supply beyond":        {math.MaxInt64 / 2, dear(0), matrix([][]int64{{1, absent}, {absent, 1}}), flow.SupplyRange},
		"limits beyond":        {math.MaxInt64 / 2, dear(0), each(math.MaxInt64/2 - 1), flow.SupplyRange},
		"unlimited":            {4, dear(1), each(math.MaxInt64), nil},
	} {
		p := flow.Problem{Supplies: []int64{tt.supply, tt.supply}, Capacities: []int64{math.MaxInt64, math.MaxInt64}, Cost: tt.cost, Limit: tt.limit}
		r, err := flow.Solve(p)
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
		if tt.want == flow.CostRange && err.Error() != "source 1, sink 0: flow: cost out of range" {
			t.Errorf("%s: %v", name, err)
		}
		if err == nil {
			if err := flow.Check(p, r); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

func TestALooserLimitNeverCostsMore(t *testing.T) {
	cheaper := 0
	for seed := range 500 {
		d := rapid.Custom(draw).Example(seed)
		before, err := flow.Solve(d.problem())
		if d.limits == nil || err != nil {
			continue
		}
		for i := range d.limits {
			for j := range d.limits[i] {
				if d.limits[i][j] == absent {
					continue
				}
				d.limits[i][j]++
				after, err := flow.Solve(d.problem())
				d.limits[i][j]--
				if err != nil || after.Cost > before.Cost {
					t.Fatalf("seed %d, arc %d, %d: %d became %d, %v", seed, i, j, before.Cost, after.Cost, err)
				}
				if after.Cost < before.Cost {
					cheaper++
				}
			}
		}
	}
	if cheaper < 10 {
		t.Fatalf("only %d limits mattered", cheaper)
	}
}

// Limits that no source can reach leave the answer as it is, prices and all.
func TestLimitsThatCannotBindChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		d.limits = nil
		p := d.problem()
		q := p
		q.Limit = func(i, j int) (int64, bool) { return p.Supplies[i], (i+j)%2 == 0 }
		a, errA := flow.Solve(p)
		b, errB := flow.Solve(q)
		if diff := cmp.Diff(a, b); diff != "" || (errA == nil) != (errB == nil) {
			t.Fatal(diff, errA, errB)
		}
	})
}

// Source 0 sends all by an arc that could carry more: that arc is not full and
// may not cost less than its prices.
func TestAnArcBelowItsLimitIsHeldToItsPrices(t *testing.T) {
	p := flow.Problem{Supplies: []int64{1, 2}, Capacities: []int64{1, 2, 0}, Cost: matrix([][]int64{{0, 0, 0}, {0, 1, 0}}),
		Limit: matrix([][]int64{{1, 2, 0}, {absent, absent, 0}})}
	r, err := flow.Solve(p)
	if err == nil {
		err = flow.Check(p, r)
	}
	if err != nil || r.Cost != 1 {
		t.Fatal(r, err)
	}
}
