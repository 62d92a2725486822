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
		s := &solver{problem: p, sources: sources, sinks: sinks, n: n, m: m, root: n + m}
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
	sizes, sums := make([]int32, s.root+1), make([]int64, s.root+1)
	for u := range s.root {
		v := s.nodes[u]
		if v.flow < 0 || u >= s.n && v.flow == 0 {
			t.Fatalf("node %d: flow %d", u, v.flow)
		}
		if gap := s.prices[u] - s.prices[v.parent]; u < s.n && gap != v.cost || u >= s.n && gap != -v.cost {
			t.Fatalf("node %d: price %d above its parent, cost %d", u, gap, v.cost)
		}
		if u < s.n {
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
	sizes[s.root]++
	for u := range s.nodes {
		if sizes[u] != s.nodes[u].size {
			t.Fatalf("node %d: size %d, counted %d", u, s.nodes[u].size, sizes[u])
		}
		want := int64(0)
		switch k := int32(u); {
		case k < s.n:
			want = -s.problem.Supplies[s.sources[k]]
		case k < s.root:
			want = s.problem.Capacities[s.sinks[k-s.n]]
		default:
			continue
		}
		if sums[u] != want {
			t.Fatalf("node %d: balance %d, want %d", u, sums[u], want)
		}
	}
}
