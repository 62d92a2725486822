package flow_test

import (
	"errors"
	"math"
	"math/big"
	"slices"
	"testing"

	"github.com/county-emergency/emergency/internal/flow"
	"github.com/google/go-cmp/cmp"
)

func two() flow.Problem {
	return flow.Problem{Supplies: []int64{4, 3}, Capacities: []int64{5, 5}, Cost: matrix([][]int64{{1, 9}, {2, 4}})}
}

func TestSolveShowsFlowCostAndPrices(t *testing.T) {
	// Three places of sink 0 less than wanted: two of source 1 go to sink 1.
	got, err := flow.Solve(two())
	if err != nil {
		t.Fatal(err)
	}
	want := flow.Result{Arcs: []flow.Arc{{0, 0, 4}, {1, 0, 1}, {1, 1, 2}}, Cost: 4*1 + 2 + 2*4,
		SourcePrices: []int64{3, 4}, SinkPrices: []int64{2, 0}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatal(diff)
	}
}

func TestFaults(t *testing.T) {
	free := func(int, int) (int64, bool) { return 0, true }
	at := func(c int64) func(int, int) (int64, bool) { return func(int, int) (int64, bool) { return c, true } }
	limit := int64(1<<58)/4 - 1 // one source, one sink, and two
	for _, tt := range []struct {
		name string
		p    flow.Problem
		want error
	}{
		{"empty", flow.Problem{}, nil},
		{"sinks only", flow.Problem{Capacities: []int64{3}}, nil},
		{"nothing to send", flow.Problem{Supplies: []int64{0}}, nil},
		{"negative supply", flow.Problem{Supplies: []int64{0, -1}, Capacities: []int64{1}, Cost: free}, flow.NegativeSupply},
		{"negative capacity", flow.Problem{Supplies: []int64{0}, Capacities: []int64{-1}, Cost: free}, flow.NegativeCapacity},
		{"no cost", flow.Problem{Supplies: []int64{1}, Capacities: []int64{1}}, flow.NoCost},
		{"supplies at the end", flow.Problem{Supplies: []int64{math.MaxInt64 - 1, 1}, Capacities: []int64{math.MaxInt64}, Cost: free}, nil},
		{"supplies beyond", flow.Problem{Supplies: []int64{math.MaxInt64, 1}, Capacities: []int64{math.MaxInt64, 1}, Cost: free}, flow.SupplyRange},
		{"supplies twice as far", flow.Problem{Supplies: []int64{math.MaxInt64, math.MaxInt64}}, flow.SupplyRange},
		{"a great saving does not buy a place", flow.Problem{Supplies: []int64{1, 1}, Capacities: []int64{1, 1},
			Cost: matrix([][]int64{{-1, absent}, {-1000, 0}})}, nil},
		{"capacities beyond", flow.Problem{Supplies: []int64{7}, Capacities: []int64{math.MaxInt64, math.MaxInt64}, Cost: free}, nil},
		{"dearest", flow.Problem{Supplies: []int64{1}, Capacities: []int64{1}, Cost: at(limit)}, nil},
		{"too dear", flow.Problem{Supplies: []int64{1}, Capacities: []int64{1}, Cost: at(limit + 1)}, flow.CostRange},
		{"cheapest", flow.Problem{Supplies: []int64{1}, Capacities: []int64{1}, Cost: at(-limit)}, nil},
		{"too cheap", flow.Problem{Supplies: []int64{1}, Capacities: []int64{1}, Cost: at(-limit - 1)}, flow.CostRange},
		{"too dear without supply", flow.Problem{Supplies: []int64{0}, Capacities: []int64{1}, Cost: at(math.MaxInt64)}, flow.CostRange},
		{"too cheap without room", flow.Problem{Supplies: []int64{1}, Capacities: []int64{1, 0},
			Cost: matrix([][]int64{{0, math.MinInt64}})}, flow.CostRange},
		{"total at the end", flow.Problem{Supplies: []int64{math.MaxInt64}, Capacities: []int64{math.MaxInt64}, Cost: at(1)}, nil},
		{"total beyond", flow.Problem{Supplies: []int64{math.MaxInt64/2 + 1}, Capacities: []int64{math.MaxInt64}, Cost: at(2)}, flow.TotalRange},
		{"total at the low end", flow.Problem{Supplies: []int64{1 << 62}, Capacities: []int64{1 << 62}, Cost: at(-2)}, nil},
		{"total beyond the low end", flow.Problem{Supplies: []int64{1<<62 + 1}, Capacities: []int64{math.MaxInt64}, Cost: at(-2)}, flow.TotalRange},
	} {
		r, err := flow.Solve(tt.p)
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
		if err != nil {
			continue
		}
		if err := flow.Check(tt.p, r); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func TestFaultsHaveTexts(t *testing.T) {
	seen := map[string]bool{}
	for f := flow.Fault(0); f <= flow.NegativeLimit+1; f++ {
		seen[f.Error()] = true
	}
	if len(seen) != int(flow.NegativeLimit)+1 || !seen["flow: bound on pivots reached"] {
		t.Fatal(seen)
	}
}

func TestTotalOfBothSignsIsExact(t *testing.T) {
	// +2·2⁶² and −2·(2⁶²−1): either half alone is beyond an int64 or at its end.
	p := flow.Problem{Supplies: []int64{1 << 62, 1<<62 - 1}, Capacities: []int64{1 << 62, 1<<62 - 1},
		Cost: matrix([][]int64{{2, absent}, {absent, -2}})}
	r, err := flow.Solve(p)
	if err != nil || r.Cost != 2 {
		t.Fatalf("%d, %v", r.Cost, err)
	}
	if err := flow.Check(p, r); err != nil {
		t.Fatal(err)
	}
}

func TestTotalCarriesFromTheLowHalf(t *testing.T) {
	// Twice 2⁶³, less 2⁶⁴ − 4.
	p := flow.Problem{Supplies: []int64{1 << 61, 1 << 61, 1<<62 - 1}, Capacities: []int64{1 << 62, 1 << 62},
		Cost: matrix([][]int64{{4, absent}, {4, absent}, {absent, -4}})}
	r, err := flow.Solve(p)
	if err != nil || r.Cost != 4 {
		t.Fatalf("%d, %v", r.Cost, err)
	}
}

// Two pairs with just enough room each, and source 1 would rather have sink 0:
// the price of sink 0 may fall only as far as that keeps it out.
func TestPricesFallOnlyUntilAnotherSourceCompetes(t *testing.T) {
	p := flow.Problem{Supplies: []int64{1, 1}, Capacities: []int64{1, 1}, Cost: matrix([][]int64{{0, absent}, {0, 5}})}
	got, err := flow.Solve(p)
	if err != nil {
		t.Fatal(err)
	}
	want := flow.Result{Arcs: []flow.Arc{{0, 0, 1}, {1, 1, 1}}, Cost: 5, SourcePrices: []int64{5, 5}, SinkPrices: []int64{5, 0}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatal(diff)
	}
}

// Room for just the supply leaves a forbidden arc in the tree; its price must
// not reach the caller.
func TestPricesStayAmongTheCostsWhenRoomIsJustEnough(t *testing.T) {
	p := county(60, 7, 1)
	r, err := flow.Solve(p)
	if err != nil {
		t.Fatal(err)
	}
	if err := flow.Check(p, r); err != nil {
		t.Fatal(err)
	}
	if slices.Min(r.SinkPrices) != 0 || slices.Max(r.SourcePrices) > 1_000_000 {
		t.Fatal(r.SinkPrices, r.SourcePrices)
	}
}

// The optima are those that LEMON's network simplex finds on these instances.
func TestOptimaOfTheKnownInstances(t *testing.T) {
	for _, tt := range []struct {
		n, m int
		want int64
	}{{332, 30, 3_954_080_238}, {1000, 200, 7_954_020_090}} {
		p := county(tt.n, tt.m, 1.15)
		r, err := flow.Solve(p)
		if err != nil {
			t.Fatal(err)
		}
		if r.Cost != tt.want {
			t.Errorf("%d × %d: %d, want %d", tt.n, tt.m, r.Cost, tt.want)
		}
		if err := flow.Check(p, r); err != nil {
			t.Errorf("%d × %d: %v", tt.n, tt.m, err)
		}
	}
}

func TestMiddlingInstancesWithTiesAreProved(t *testing.T) {
	for _, grid := range []int64{1, 1000, 20_000} {
		for _, tight := range []float64{1, 1.02, 2, 0.97} {
			p := county(150, 40, tight)
			fine := p.Cost
			p.Cost = func(i, j int) (int64, bool) { c, _ := fine(i, j); return c / grid, (i+j)%5 > 0 }
			r, err := flow.Solve(p)
			var cut *flow.Cut
			if errors.As(err, &cut) {
				if err := flow.CheckCut(p, *cut); err != nil || tight > 1.1 {
					t.Errorf("grid %d, tight %v: %v, %v", grid, tight, cut, err)
				}
				continue
			}
			if err == nil {
				err = flow.Check(p, r)
			}
			if err != nil || tight < 1 {
				t.Errorf("grid %d, tight %v: %v", grid, tight, err)
			}
		}
	}
}

// Products just below and at 2⁶⁰ and sums on both sides of 2⁶¹, of both signs:
// the sum is exact in the solver and in the check.
func TestTotalsNearTheEdgesAreExact(t *testing.T) {
	for _, cost := range []int64{1<<30 - 1, 1 << 30, 1 - 1<<30, -1 << 30} {
		for _, units := range []int64{1<<30 - 1, 1<<31 - 1, 1 << 31} {
			for n := range 4 {
				p := flow.Problem{Supplies: slices.Repeat([]int64{units}, n), Capacities: []int64{math.MaxInt64},
					Cost: func(int, int) (int64, bool) { return cost, true }}
				want := new(big.Int).Mul(big.NewInt(cost), big.NewInt(units*int64(n)))
				r, err := flow.Solve(p)
				if !want.IsInt64() {
					t.Fatal(want)
				}
				if err != nil || r.Cost != want.Int64() {
					t.Fatalf("%d × %d × %d: %d, %v", n, cost, units, r.Cost, err)
				}
				if err := flow.Check(p, r); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// Where all costs are equal the lower source goes first, to the lowest sink
// with room.
func TestTiesGoToTheLowerSourceAndSink(t *testing.T) {
	free := func(int, int) (int64, bool) { return 7, true }
	p := flow.Problem{Supplies: slices.Repeat([]int64{1}, 7), Capacities: slices.Repeat([]int64{1}, 12), Cost: free}
	r, err := flow.Solve(p)
	if err != nil {
		t.Fatal(err)
	}
	for k, a := range r.Arcs {
		if want := (flow.Arc{Source: k, Sink: k, Units: 1}); a != want {
			t.Errorf("%+v, want %+v", a, want)
		}
	}
}
