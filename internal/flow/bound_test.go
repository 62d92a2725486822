package flow

import (
	"errors"
	"testing"
)

func TestBoundOnPivotsEndsTheSearch(t *testing.T) {
	// Cheapest pair first sends source 0 to sink 0, and that has to be undone.
	rows := [][]int64{{1, 2}, {2, 9}}
	p := Problem{Supplies: []int64{1, 1}, Capacities: []int64{1, 1},
		Cost: func(i, j int) (int64, bool) { return rows[i][j], true }}
	if _, err := solve(p, 0); !errors.Is(err, Unfinished) {
		t.Fatalf("got %v", err)
	}
	if r, err := solve(p, 10); err != nil || len(r.Arcs) != 2 || r.Arcs[0] != (Arc{0, 1, 1}) {
		t.Fatalf("got %v, %v", r, err)
	}
}

// Every tree along the way is a tree, strongly feasible, priced and counted.
func TestEveryPivotKeepsTheTree(t *testing.T) {
	const n, m = 40, 12
	for seed := range 20 {
		cost := func(i, j int) (int64, bool) { return int64((i*i*7 + j*j*13 + i*j*(seed+3)) % 23), (i+j+seed)%4 > 0 }
		p := Problem{Supplies: make([]int64, n), Capacities: make([]int64, m), Cost: cost}
		for i := range n {
			p.Supplies[i] = int64(1 + (i*5+seed)%3)
		}
		for j := range m {
			p.Capacities[j] = int64(5 + (j*3+seed)%6)
		}
		sources, sinks, err := p.validate()
		if err != nil {
			t.Fatal(err)
		}
		s := &solver{problem: p, sources: sources, sinks: sinks, n: n, m: m, root: m}
		if err := s.start(); err != nil {
			t.Fatal(err)
		}
		pivots := 0
		for more := true; more; more = s.priceAll() {
			for best := s.entering(); best >= 0; best = s.entering() {
				s.pivot(s.arcs[best])
				if pivots++; pivots > 10_000 {
					t.Fatal("does not end")
				}
				verify(t, s)
			}
		}
		if pivots == 0 {
			t.Fatal("no pivot")
		}
	}
}

func verify(t *testing.T, s *solver) {
	t.Helper()
	sizes, sums := make([]int32, len(s.nodes)), make([]int64, len(s.nodes))
	listed := make([]bool, len(s.nodes))
	for k := range s.nodes {
		before := none
		for c := s.nodes[k].first; c != none; c = s.nodes[c].next {
			if s.nodes[c].parent != int32(k) || s.nodes[c].prev != before {
				t.Fatalf("node %d in the list of %d, after %d", c, k, before)
			}
			listed[c], before = true, c
		}
	}
	for k := range s.nodes {
		u, v := int32(k), s.nodes[k]
		if u == s.root {
			sizes[u]++
			continue
		}
		if v.flow < 0 || !s.source(u) && v.flow == 0 {
			t.Fatalf("node %d: flow %d", u, v.flow)
		}
		if gap := s.price(u) - s.price(v.parent); s.source(u) && gap != v.cost || !s.source(u) && gap != -v.cost {
			t.Fatalf("node %d: price %d above its parent, cost %d", u, gap, v.cost)
		}
		if leaf := s.source(u) && v.first == none; listed[u] == leaf {
			t.Fatalf("node %d: leaf source %t, listed %t", u, leaf, listed[u])
		}
		if s.source(u) {
			sums[u] -= v.flow
			sums[v.parent] += v.flow
		} else {
			sums[u] += v.flow
			sums[v.parent] -= v.flow
		}
		steps := 0
		for w := u; w != none; w = s.nodes[w].parent {
			sizes[w]++
			if steps++; steps > len(s.nodes) {
				t.Fatal("a ring")
			}
		}
	}
	for k := range s.nodes {
		if sizes[k] != s.nodes[k].size {
			t.Fatalf("node %d: size %d, counted %d", k, s.nodes[k].size, sizes[k])
		}
		want := int64(0)
		switch u := int32(k); {
		case u < s.root:
			want = s.problem.Capacities[s.sinks[u]]
		case u > s.root:
			want = -s.problem.Supplies[s.sources[u-s.root-1]]
		default:
			continue
		}
		if sums[k] != want {
			t.Fatalf("node %d: balance %d, want %d", k, sums[k], want)
		}
	}
}
