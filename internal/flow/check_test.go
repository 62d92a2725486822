package flow_test

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/internal/flow"
	"github.com/google/go-cmp/cmp"
)

func TestCheckNamesEachWrong(t *testing.T) {
	wrong := map[string]func(r *flow.Result){
		"flow: 1 and 2 prices for 2 sources and 2 sinks":                        func(r *flow.Result) { r.SourcePrices = r.SourcePrices[:1] },
		"flow: 2 and 3 prices for 2 sources and 2 sinks":                        func(r *flow.Result) { r.SinkPrices = append(r.SinkPrices, 0) },
		"flow: price -9223372036854775808 out of range":                         func(r *flow.Result) { r.SourcePrices[0] = math.MinInt64 },
		"flow: source 0, sink 0: not cheapest, one unit would save 1":           func(r *flow.Result) { r.SourcePrices[0]++ },
		"flow: source 0, sink 0: in use at 1 above its prices":                  func(r *flow.Result) { r.SourcePrices[0]-- },
		"flow: source 0, sink 0: 5 units with 4 left and room for 5":            func(r *flow.Result) { r.Arcs[0].Units = 5 },
		"flow: source 1, sink 0: 0 units with 3 left and room for 1":            func(r *flow.Result) { r.Arcs[1].Units = 0 },
		"flow: source 1, sink 0: 2 units with 3 left and room for 1":            func(r *flow.Result) { r.Arcs[1].Units = 2 },
		"flow: arc 1 from source 1 to sink 0 does not exist or is out of order": func(r *flow.Result) { slices.Reverse(r.Arcs) },
		"flow: arc 3 from source 1 to sink 2 does not exist or is out of order": func(r *flow.Result) { r.Arcs = append(r.Arcs, flow.Arc{Source: 1, Sink: 2, Units: 1}) },
		"flow: source 1 keeps 2 units":                                          func(r *flow.Result) { r.Arcs = r.Arcs[:2] },
		"flow: source 0 keeps 1 units":                                          func(r *flow.Result) { r.Arcs[1].Units, r.Arcs = 2, r.Arcs[:2]; r.Arcs[0].Units = 3 },
		"flow: the arcs cost 14, not 13":                                        func(r *flow.Result) { r.Cost-- },
		"flow: sink 1 has room for 3 at the price 1":                            func(r *flow.Result) { lift(r, 1) },
		"flow: sink 1 has room for 3 at the price -1":                           func(r *flow.Result) { lift(r, -1) },
	}
	for want, spoil := range wrong {
		r, err := flow.Solve(two())
		if err != nil {
			t.Fatal(err)
		}
		spoil(&r)
		err = flow.Check(two(), r)
		if err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	if flow.Check(flow.Problem{Supplies: []int64{1}, Capacities: []int64{1}}, flow.Result{SourcePrices: []int64{0}, SinkPrices: []int64{0}}) == nil {
		t.Error("a problem without costs was accepted")
	}
}

func TestCheckRefusesWhatDoesNotFit(t *testing.T) {
	r, err := flow.Solve(two())
	if err != nil {
		t.Fatal(err)
	}
	r.SinkPrices[0] = 1<<60 + 1
	if err := flow.Check(two(), r); err == nil || err.Error() != "flow: price 1152921504606846977 out of range" {
		t.Error(err)
	}
	for _, cost := range []int64{1<<60 + 1, -1<<60 - 1} {
		p := two()
		p.Cost = func(i, j int) (int64, bool) { return cost, true }
		r.SinkPrices[0] = 1 << 60
		if err := flow.Check(p, r); err == nil || err.Error() != "flow: source 0, sink 0: cost out of range" {
			t.Error(err)
		}
	}
	// 2⁶⁴ + 2 reads as 2 in 64 bits.
	p := flow.Problem{Supplies: []int64{1<<62 + 1, 1 << 61}, Capacities: []int64{math.MaxInt64},
		Cost: matrix([][]int64{{2}, {4}})}
	r = flow.Result{Arcs: []flow.Arc{{0, 0, 1<<62 + 1}, {1, 0, 1 << 61}}, SourcePrices: []int64{2, 4}, SinkPrices: []int64{0}}
	for _, claim := range []int64{2, math.MaxInt64, math.MinInt64 + 2} {
		r.Cost = claim
		if flow.Check(p, r) == nil {
			t.Errorf("accepted %d", claim)
		}
	}
	// Five products just below 2⁶¹ each, which wrap round in 64 bits.
	for _, cost := range []int64{1<<30 - 1, 1 - 1<<30} {
		const n, units = 5, 1<<31 - 1
		p := flow.Problem{Supplies: slices.Repeat([]int64{units}, n), Capacities: []int64{math.MaxInt64},
			Cost: func(int, int) (int64, bool) { return cost, true }}
		r := flow.Result{SourcePrices: slices.Repeat([]int64{cost}, n), SinkPrices: []int64{0}}
		for i := range n {
			r.Arcs = append(r.Arcs, flow.Arc{Source: i, Units: units})
			r.Cost += cost * units
		}
		if err := flow.Check(p, r); err == nil || !strings.HasPrefix(err.Error(), "flow: the arcs cost ") {
			t.Errorf("accepted %d: %v", r.Cost, err)
		}
	}
	p = flow.Problem{Capacities: []int64{-1}}
	if flow.Check(p, flow.Result{SinkPrices: []int64{0}}) == nil {
		t.Error("a negative capacity was accepted")
	}
}

// lift moves all prices together, which leaves the differences alone.
func lift(r *flow.Result, by int64) {
	for i := range r.SourcePrices {
		r.SourcePrices[i] += by
	}
	for j := range r.SinkPrices {
		r.SinkPrices[j] += by
	}
}

func TestCheckCutNamesEachWrong(t *testing.T) {
	p := flow.Problem{Supplies: []int64{4, 3, 1}, Capacities: []int64{5, 9, 0},
		Cost: matrix([][]int64{{1, absent, absent}, {2, absent, 7}, {absent, 1, absent}})}
	right := flow.Cut{Sources: []int{0, 1}, Supply: 7, Sinks: []int{0, 2}, Capacity: 5, Missing: 2}
	_, err := flow.Solve(p)
	var got *flow.Cut
	if !errors.As(err, &got) || cmp.Diff(right, *got) != "" {
		t.Fatalf("%v", err)
	}
	if want := "flow: 2 sources with 7 units reach 2 sinks with room for 5: 2 missing"; err.Error() != want {
		t.Fatalf("got %v, want %s", err, want)
	}
	if err := flow.CheckCut(p, right); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]flow.Cut{
		"source not closed":   {Sources: []int{0, 1}, Supply: 7, Sinks: []int{0}, Capacity: 5, Missing: 2},
		"source twice":        {Sources: []int{0, 0}, Supply: 8, Sinks: []int{0, 2}, Capacity: 5, Missing: 3},
		"source unknown":      {Sources: []int{0, 1, 3}, Supply: 7, Sinks: []int{0, 2}, Capacity: 5, Missing: 2},
		"source negative":     {Sources: []int{-1, 0, 1}, Supply: 7, Sinks: []int{0, 2}, Capacity: 5, Missing: 2},
		"sink twice":          {Sources: []int{0, 1}, Supply: 7, Sinks: []int{0, 2, 2}, Capacity: 5, Missing: 2},
		"sink unknown":        {Sources: []int{0, 1}, Supply: 7, Sinks: []int{0, 2, 3}, Capacity: 5, Missing: 2},
		"supply wrong":        {Sources: []int{0, 1}, Supply: 8, Sinks: []int{0, 2}, Capacity: 5, Missing: 2},
		"capacity wrong":      {Sources: []int{0, 1}, Supply: 7, Sinks: []int{0, 2}, Capacity: 4, Missing: 3},
		"missing wrong":       {Sources: []int{0, 1}, Supply: 7, Sinks: []int{0, 2}, Capacity: 5, Missing: 1},
		"supply and missing":  {Sources: []int{0, 1}, Supply: 6, Sinks: []int{0, 2}, Capacity: 5, Missing: 1},
		"supply and capacity": {Sources: []int{0, 1}, Supply: 6, Sinks: []int{0, 2}, Capacity: 4, Missing: 2},
		"nothing missing":     {Sources: []int{0}, Supply: 4, Sinks: []int{0}, Capacity: 5, Missing: -1},
		"nothing":             {},
		"just enough is none": {Sources: []int{2}, Supply: 1, Sinks: []int{1}, Capacity: 9, Missing: -8},
	} {
		if flow.CheckCut(p, c) == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	if flow.CheckCut(flow.Problem{Supplies: []int64{1}, Capacities: []int64{0}}, flow.Cut{Sources: []int{0}, Supply: 1, Missing: 1}) == nil {
		t.Error("a problem without costs was accepted")
	}
}
