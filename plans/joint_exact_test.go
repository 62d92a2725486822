package plans_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// Where every amount is exact the best case is taken over from the sure one; here
// both are worked out, each on its own.
func TestPoolsAreServedFromTheLeastAndFromTheMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := plans.JointRecords{HasDraws: true, Pools: []plans.Pool{{ID: "teams", Known: rapid.Bool().Draw(t, "known")}}}
		total := measure.Quantity{}
		for i := range rapid.IntRange(1, 3).Draw(t, "draws") {
			amount := measure.Thousandths(rapid.Int64Range(0, 4).Draw(t, "draw"))
			r.Draws = append(r.Draws, plans.Draw{ID: string(rune('a' + i)), Plan: "p", Pool: "teams", Amount: amount})
			total = measure.Thousandths(total.Thousandths() + amount.Thousandths())
		}
		for i := range rapid.IntRange(0, 3).Draw(t, "resources") {
			low, high := measure.Thousandths(rapid.Int64Range(0, 2).Draw(t, "low")), measure.Thousandths(rapid.Int64Range(2, 4).Draw(t, "high"))
			r.Resources = append(r.Resources, plans.Resource{ID: string(rune('A' + i)), Pool: "teams", Amount: rapid.SampledFrom([]spec.Observed[measure.Quantity]{
				spec.Exactly(low), spec.Exactly(high), spec.Between(low, high), spec.AtLeast(low), {}}).Draw(t, "amount")})
		}
		got, err := r.Feasible(plans.Scenario{Plans: []string{"p"}})
		if err != nil {
			t.Fatal(err)
		}
		surely, err := plans.Allocate("teams", r.Draws, r.Resources, plans.Surely)
		if err != nil {
			t.Fatal(err)
		}
		best, err := plans.Allocate("teams", r.Draws, r.Resources, plans.AtBest(total))
		if err != nil {
			t.Fatal(err)
		}
		want := plans.PoolResult{Pool: r.Pools[0], Surely: surely, AtBest: best}
		switch {
		case surely.Feasible():
			want.Verdict = spec.Met
		case !best.Feasible() && want.Pool.Known:
			want.Verdict = spec.Unmet
		}
		if diff := cmp.Diff([]plans.PoolResult{want}, got.Pools, cmp.Comparer(func(a, b measure.Quantity) bool { return a == b })); diff != "" {
			t.Fatal(diff)
		}
	})
}
