package flow_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/county-emergency/emergency/internal/flow"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestCostEqualsThatOfSuccessiveShortestPaths(t *testing.T) {
	solved, without := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		p := draw(t).problem()
		cost, placed, ok := reference(p)
		r, err := flow.Solve(p)
		if !ok {
			without++
			var cut *flow.Cut
			if !errors.As(err, &cut) {
				t.Fatalf("no flow exists, got %v, %v", r, err)
			}
			supply := int64(0)
			for _, s := range p.Supplies {
				supply += s
			}
			if cut.Missing != supply-placed.Int64() {
				t.Fatalf("missing %d, of %d units %s find room", cut.Missing, supply, placed)
			}
			return
		}
		solved++
		if err != nil {
			t.Fatal(err)
		}
		if !cost.IsInt64() || cost.Int64() != r.Cost {
			t.Fatalf("cost %d, want %s", r.Cost, cost)
		}
	})
	if solved == 0 || without == 0 {
		t.Fatalf("%d problems with and %d without a flow", solved, without)
	}
}

func TestCheckAcceptsEveryAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := draw(t).problem()
		r, err := flow.Solve(p)
		var cut *flow.Cut
		switch {
		case errors.As(err, &cut):
			if err := flow.CheckCut(p, *cut); err != nil {
				t.Fatalf("%v: %+v", err, *cut)
			}
		case err != nil:
			t.Fatal(err)
		default:
			if err := flow.Check(p, r); err != nil {
				t.Fatalf("%v: %+v", err, r)
			}
		}
	})
}

// A unit more or less on one arc, and a unit led from one arc to another at
// greater cost, with the total as claimed and with the total put right.
func TestCheckRejectsEveryAnswerWithOneArcChangedForTheWorse(t *testing.T) {
	tried := 0
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		p := d.problem()
		r, err := flow.Solve(p)
		if err != nil {
			return
		}
		reject := func(arcs []flow.Arc, cost int64) {
			t.Helper()
			tried++
			arcs = slices.DeleteFunc(slices.Clone(arcs), func(a flow.Arc) bool { return a.Units == 0 })
			slices.SortFunc(arcs, func(a, b flow.Arc) int { return (a.Source-b.Source)*100 + a.Sink - b.Sink })
			worse := flow.Result{Arcs: arcs, Cost: cost, SourcePrices: r.SourcePrices, SinkPrices: r.SinkPrices}
			if flow.Check(p, worse) == nil {
				t.Fatalf("accepted %+v, right is %+v", worse, r)
			}
		}
		for k, a := range r.Arcs {
			for _, by := range []int64{1, -1} {
				arcs := slices.Clone(r.Arcs)
				arcs[k].Units += by
				reject(arcs, r.Cost)
				reject(arcs, r.Cost+by*d.rows[a.Source][a.Sink])
			}
			for j, cost := range d.rows[a.Source] {
				if more := cost - d.rows[a.Source][a.Sink]; cost != absent && more > 0 {
					arcs := slices.Clone(r.Arcs)
					arcs[k].Units--
					if at := slices.IndexFunc(arcs, func(b flow.Arc) bool { return b.Source == a.Source && b.Sink == j }); at >= 0 {
						arcs[at].Units++
					} else {
						arcs = append(arcs, flow.Arc{Source: a.Source, Sink: j, Units: 1})
					}
					reject(arcs, r.Cost)
					reject(arcs, r.Cost+more)
				}
			}
		}
	})
	if tried == 0 {
		t.Fatal("no arc was changed")
	}
}

func TestPermutingSourcesDoesNotChangeTheCost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		order := make([]int, len(d.supplies))
		for i := range order {
			order[i] = i
		}
		order = rapid.Permutation(order).Draw(t, "order")
		e := drawn{capacities: d.capacities}
		for _, i := range order {
			e.supplies = append(e.supplies, d.supplies[i])
			e.rows = append(e.rows, d.rows[i])
			if d.limits != nil {
				e.limits = append(e.limits, d.limits[i])
			}
		}
		a, errA := flow.Solve(d.problem())
		b, errB := flow.Solve(e.problem())
		if a.Cost != b.Cost || (errA == nil) != (errB == nil) {
			t.Fatalf("%d, %v became %d, %v", a.Cost, errA, b.Cost, errB)
		}
		var cutA, cutB *flow.Cut
		if errors.As(errA, &cutA) && errors.As(errB, &cutB) && cutA.Missing != cutB.Missing {
			t.Fatalf("missing %d became %d", cutA.Missing, cutB.Missing)
		}
	})
}

// By brute force over all sets of sources and sinks: a flow exists just when no
// set of sources exceeds the room in a set of sinks and what its arcs carry to
// the other sinks, and the cut shows the greatest excess.
func TestCutIsTheGreatestExcessOfAnySetOfSources(t *testing.T) {
	limited := 0
	for seed := range 500 {
		d := rapid.Custom(draw).Example(seed)
		p := d.problem()
		// excess is of the sources in the set, with the sinks that suit them worst.
		excess := func(in func(i int) bool) (worst int64) {
			for i, s := range d.supplies {
				if in(i) {
					worst += s
				}
			}
			for j, room := range d.capacities {
				carried := int64(0)
				for i := range d.rows {
					if !in(i) || d.rows[i][j] == absent {
						continue
					}
					if limit, ok := limitOf(p, i, j); ok {
						carried += limit
					} else {
						carried += room
					}
				}
				worst -= min(room, carried)
			}
			return worst
		}
		worst := int64(0)
		for set := range 1 << len(d.supplies) {
			worst = max(worst, excess(func(i int) bool { return set>>i&1 == 1 }))
		}
		_, err := flow.Solve(p)
		if worst == 0 {
			if err != nil {
				t.Fatalf("no set of sources exceeds its room, got %v", err)
			}
			continue
		}
		var cut *flow.Cut
		if !errors.As(err, &cut) {
			t.Fatalf("%d units have no room, got %v", worst, err)
		}
		if cut.Missing != worst || excess(func(i int) bool { return slices.Contains(cut.Sources, i) }) != worst {
			t.Fatalf("missing %d, got %+v", worst, *cut)
		}
		if err := flow.CheckCut(p, *cut); err != nil {
			t.Fatalf("%v: %+v", err, *cut)
		}
		if cut.Limits > 0 {
			limited++
		}
		for j := range d.capacities {
			reached := slices.ContainsFunc(cut.Sources, func(i int) bool { return d.rows[i][j] != absent })
			if inside := slices.Contains(cut.Sinks, j); inside && !reached || d.limits == nil && reached && !inside {
				t.Fatalf("sink %d: reached %t, in the cut %v", j, reached, cut.Sinks)
			}
		}
	}
	if limited < 10 {
		t.Fatalf("only %d cuts with limits", limited)
	}
}

func TestEqualProblemsGiveEqualAnswers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := draw(t).problem()
		a, errA := flow.Solve(p)
		b, errB := flow.Solve(p)
		if diff := cmp.Diff(a, b); diff != "" {
			t.Fatal(diff)
		}
		var cutA, cutB *flow.Cut
		errors.As(errA, &cutA)
		errors.As(errB, &cutB)
		if diff := cmp.Diff(cutA, cutB); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestOnePlaceMoreNeverSavesMoreThanTheSinkPrice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		r, err := flow.Solve(d.problem())
		if err != nil {
			return
		}
		for j, price := range r.SinkPrices {
			d.capacities[j]++
			more, err := flow.Solve(d.problem())
			d.capacities[j]--
			if err != nil || more.Cost > r.Cost || r.Cost-more.Cost > price {
				t.Fatalf("sink %d at %d: cost %d became %d, %v", j, price, r.Cost, more.Cost, err)
			}
		}
	})
}
