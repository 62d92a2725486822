package plans

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ScenarioResult is plans that run together held against what there is
// (并发情景可行性).
type ScenarioResult struct {
	Scenario Scenario
	Pools    []PoolResult
	Undrawn  []string // plans that say nothing of what they draw on
	Verdict  spec.Verdict
}

// PoolResult is one pool of a scenario: served from the least that there surely
// is, and from the most that there can be.
type PoolResult struct {
	Pool    Pool
	Surely  Allocation
	AtBest  Allocation
	Verdict spec.Verdict
}

// Feasible holds plans that run together against the resources (联合可行性). A pool
// is met where the least that there surely is serves every draw, unmet where
// the most that there can be does not, unknown in between and where the
// resources are not all known. A plan that says nothing of what it draws on
// leaves the scenario unknown unless a pool fails already. The error is that of
// [Allocate].
func (r JointRecords) Feasible(s Scenario) (ScenarioResult, error) {
	out := ScenarioResult{Scenario: s}
	var draws []Draw
	for i, plan := range s.Plans {
		if slices.Contains(s.Plans[:i], plan) {
			continue // named twice, it runs once
		}
		n := len(draws)
		for _, d := range r.Draws {
			if d.Plan == plan {
				draws = append(draws, d)
			}
		}
		if len(draws) == n {
			out.Undrawn = append(out.Undrawn, plan)
		}
	}
	var tally spec.Tally
	for _, id := range poolsOf(draws) {
		one, err := r.pool(id, draws)
		if err != nil {
			return out, err
		}
		out.Pools = append(out.Pools, one)
		tally.Add(one.Verdict)
	}
	if len(out.Undrawn) > 0 {
		tally.Add(spec.Unknown)
	}
	out.Verdict = tally.Verdict()
	return out, nil
}

// poolsOf returns the pools that draws are on, in order of their first.
func poolsOf(draws []Draw) []string {
	var out []string
	for _, d := range draws {
		if !slices.Contains(out, d.Pool) {
			out = append(out, d.Pool)
		}
	}
	return out
}

func (r JointRecords) pool(id string, all []Draw) (PoolResult, error) {
	out := PoolResult{Pool: Pool{ID: id, Title: same(id), Unit: spec.Units}}
	if i := slices.IndexFunc(r.Pools, func(p Pool) bool { return p.ID == id }); i >= 0 {
		out.Pool = r.Pools[i]
	}
	draws := make([]Draw, 0, len(all))
	total := measure.Quantity{}
	for _, d := range all {
		if d.Pool == id {
			draws = append(draws, d)
			sum, err := total.Add(d.Amount)
			if err != nil {
				return out, err
			}
			total = sum
		}
	}
	var resources []Resource
	exact := true
	for i := range r.Resources {
		if one := &r.Resources[i]; one.Pool == id {
			resources = append(resources, *one)
			exact = exact && one.Amount.Known()
		}
	}
	var err error
	if out.Surely, err = Allocate(id, draws, resources, Surely); err != nil {
		return out, err
	}
	out.AtBest = out.Surely
	if !exact {
		// Of what is not bounded above no more is needed than all draws together.
		if out.AtBest, err = Allocate(id, draws, resources, AtBest(total)); err != nil {
			return out, err
		}
	}
	switch {
	case out.Surely.Feasible():
		out.Verdict = spec.Met
	case !out.AtBest.Feasible() && out.Pool.Known:
		out.Verdict = spec.Unmet
	}
	return out, nil
}

// Surely counts the least that an amount surely is: nothing where it is not known.
func Surely(o spec.Observed[measure.Quantity]) measure.Quantity {
	low, _ := o.Low()
	return low
}

// AtBest counts the most that an amount can be, and a greatest amount where
// nothing bounds it.
func AtBest(greatest measure.Quantity) func(spec.Observed[measure.Quantity]) measure.Quantity {
	return func(o spec.Observed[measure.Quantity]) measure.Quantity {
		if high, ok := o.High(); ok {
			return high
		}
		return greatest
	}
}

// Pairs holds every two plans that draw on something against the resources,
// in the order in which the plans first appear (两两并发).
func (r JointRecords) Pairs() ([]ScenarioResult, error) {
	var plans []string
	for _, d := range r.Draws {
		if !slices.Contains(plans, d.Plan) {
			plans = append(plans, d.Plan)
		}
	}
	var out []ScenarioResult
	for i := range plans {
		for _, other := range plans[i+1:] {
			one, err := r.Feasible(Scenario{ID: plans[i] + "+" + other, Name: same(plans[i] + " + " + other), Plans: []string{plans[i], other}})
			if err != nil {
				return nil, err
			}
			out = append(out, one)
		}
	}
	return out, nil
}
