package flow_test

import (
	"errors"
	"fmt"

	"github.com/county-emergency/emergency/internal/flow"
)

// Two villages, two shelters, metres: the near shelter has room for five.
func villages() flow.Problem {
	metres := [][]int64{{100, 900}, {200, 400}}
	return flow.Problem{
		Supplies:   []int64{4, 3},
		Capacities: []int64{5, 5},
		Cost:       func(i, j int) (int64, bool) { return metres[i][j], true },
	}
}

func ExampleSolve() {
	r, err := flow.Solve(villages())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range r.Arcs {
		fmt.Printf("village %d to shelter %d: %d\n", a.Source, a.Sink, a.Units)
	}
	fmt.Println("person-metres:", r.Cost)
	fmt.Println("one more place saves:", r.SinkPrices)
	// Output:
	// village 0 to shelter 0: 4
	// village 1 to shelter 0: 1
	// village 1 to shelter 1: 2
	// person-metres: 1400
	// one more place saves: [200 0]
}

func ExampleCheck() {
	p := villages()
	r, err := flow.Solve(p)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(flow.Check(p, r))
	r.Arcs = []flow.Arc{{Source: 0, Sink: 0, Units: 2}, {Source: 0, Sink: 1, Units: 2}, {Source: 1, Sink: 0, Units: 3}}
	fmt.Println(flow.Check(p, r))
	// Output:
	// <nil>
	// flow: source 0, sink 1: in use at 600 above its prices
}

func ExampleCut() {
	p := villages()
	p.Cost = func(i, j int) (int64, bool) { return 100, j == 0 || i == 1 && j == 1 }
	p.Capacities = []int64{3, 5}
	_, err := flow.Solve(p)
	var cut *flow.Cut
	if errors.As(err, &cut) {
		fmt.Println("villages", cut.Sources, "people", cut.Supply)
		fmt.Println("shelters", cut.Sinks, "places", cut.Capacity, "missing", cut.Missing)
	}
	// Output:
	// villages [0] people 4
	// shelters [0] places 3 missing 1
}

func ExampleCheckCut() {
	p := villages()
	p.Capacities = []int64{3, 3}
	fmt.Println(flow.CheckCut(p, flow.Cut{Sources: []int{0, 1}, Supply: 7, Sinks: []int{0, 1}, Capacity: 6, Missing: 1}))
	fmt.Println(flow.CheckCut(p, flow.Cut{Sources: []int{0}, Supply: 4, Sinks: []int{0}, Capacity: 3, Missing: 1}))
	// Output:
	// <nil>
	// flow: source 0 reaches sink 1, which is not in the cut
}

// One vehicle goes from village 0 to shelter 0 and takes two.
func ExampleProblem_limit() {
	p := villages()
	p.Limit = func(i, j int) (int64, bool) { return 2, i == 0 && j == 0 }
	r, err := flow.Solve(p)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range r.Arcs {
		fmt.Printf("village %d to shelter %d: %d\n", a.Source, a.Sink, a.Units)
	}
	fmt.Println("person-metres:", r.Cost, "certificate:", flow.Check(p, r))
	// Output:
	// village 0 to shelter 0: 2
	// village 0 to shelter 1: 2
	// village 1 to shelter 0: 3
	// person-metres: 2600 certificate: <nil>
}
