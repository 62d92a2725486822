package flow_test

import (
	"math/big"

	"github.com/county-emergency/emergency/examples/bench/valley"
	"github.com/county-emergency/emergency/internal/flow"
	"pgregory.net/rapid"
)

// matrix turns rows of costs into a cost function; absent marks a missing arc.
func matrix(rows [][]int64) func(i, j int) (int64, bool) {
	return func(i, j int) (int64, bool) { return rows[i][j], rows[i][j] != absent }
}

const absent = int64(-1 << 62)

// reference is the cheapest flow by successive shortest paths on big numbers,
// the slow obvious way; ok is false when the units do not all find a way.
func reference(p flow.Problem) (cost *big.Int, placed *big.Int, ok bool) {
	n, m := len(p.Supplies), len(p.Capacities)
	left, room := bigs(p.Supplies), bigs(p.Capacities)
	sent := make([][]*big.Int, n)
	for i := range sent {
		sent[i] = bigs(make([]int64, m))
	}
	cost, placed = new(big.Int), new(big.Int)
	for {
		// Shortest distances by Bellman and Ford: sources 0..n-1, sinks n...
		dist, from := make([]*big.Int, n+m), make([]int, n+m)
		for i := range n {
			if left[i].Sign() > 0 {
				dist[i], from[i] = new(big.Int), -1
			}
		}
		for changed := true; changed; {
			changed = false
			relax := func(u, v int, c *big.Int) {
				if dist[u] == nil {
					return
				}
				if d := new(big.Int).Add(dist[u], c); dist[v] == nil || d.Cmp(dist[v]) < 0 {
					dist[v], from[v], changed = d, u, true
				}
			}
			for i := range n {
				for j := range m {
					c, ok := p.Cost(i, j)
					if !ok {
						continue
					}
					if limit, limited := limitOf(p, i, j); !limited || sent[i][j].Cmp(big.NewInt(limit)) < 0 {
						relax(i, n+j, big.NewInt(c))
					}
					if sent[i][j].Sign() > 0 {
						relax(n+j, i, big.NewInt(-c))
					}
				}
			}
		}
		end := -1
		for j := range m {
			if dist[n+j] != nil && room[j].Sign() > 0 && (end < 0 || dist[n+j].Cmp(dist[end]) < 0) {
				end = n + j
			}
		}
		if end < 0 {
			break
		}
		units := new(big.Int).Set(room[end-n])
		v := end
		for ; from[v] >= 0; v = from[v] {
			if v < n && sent[v][from[v]-n].Cmp(units) < 0 {
				units.Set(sent[v][from[v]-n])
			}
			if v < n {
				continue
			}
			if limit, limited := limitOf(p, from[v], v-n); limited {
				if more := new(big.Int).Sub(big.NewInt(limit), sent[from[v]][v-n]); more.Cmp(units) < 0 {
					units = more
				}
			}
		}
		if left[v].Cmp(units) < 0 {
			units.Set(left[v])
		}
		left[v].Sub(left[v], units)
		room[end-n].Sub(room[end-n], units)
		for v = end; from[v] >= 0; v = from[v] {
			if u := from[v]; v >= n {
				sent[u][v-n].Add(sent[u][v-n], units)
			} else {
				sent[v][u-n].Sub(sent[v][u-n], units)
			}
		}
		cost.Add(cost, new(big.Int).Mul(dist[end], units))
		placed.Add(placed, units)
	}
	for _, l := range left {
		if l.Sign() != 0 {
			return cost, placed, false
		}
	}
	return cost, placed, true
}

// limitOf is the limit of an arc, if there is one.
func limitOf(p flow.Problem, i, j int) (int64, bool) {
	if p.Limit == nil {
		return 0, false
	}
	return p.Limit(i, j)
}

func bigs(ns []int64) []*big.Int {
	out := make([]*big.Int, len(ns))
	for i, n := range ns {
		out[i] = big.NewInt(n)
	}
	return out
}

// drawn is a small problem with its rows, so that a test can rearrange it.
type drawn struct {
	supplies, capacities []int64
	rows                 [][]int64
	limits               [][]int64 // absent where there is none; nil for a problem without
}

func (d drawn) problem() flow.Problem {
	p := flow.Problem{Supplies: d.supplies, Capacities: d.capacities, Cost: matrix(d.rows)}
	if d.limits != nil {
		p.Limit = matrix(d.limits)
	}
	return p
}

// draw makes small problems: few distinct costs for ties, or many; none, some
// or many arcs missing; empty sources and full sinks; room scarce or ample or
// just enough; no limits on arcs, or some, or most.
func draw(t *rapid.T) drawn {
	n := rapid.SampledFrom([]int{0, 1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4}).Draw(t, "n")
	m := rapid.SampledFrom([]int{0, 1, 2, 3, 4, 5, 6, 6, 5, 4}).Draw(t, "m")
	most := rapid.SampledFrom([]int64{1, 3, 1000}).Draw(t, "most supply")
	room := rapid.SampledFrom([]int64{1, 2, 4, 9}).Draw(t, "room") * most
	low := rapid.SampledFrom([]int64{0, 0, -5}).Draw(t, "lowest cost")
	high := rapid.SampledFrom([]int64{0, 2, 1_000_000}).Draw(t, "highest cost")
	missing := rapid.SampledFrom([]int{0, 2, 6}).Draw(t, "missing of ten")
	d := drawn{supplies: make([]int64, n), capacities: make([]int64, m), rows: make([][]int64, n)}
	for i := range n {
		d.supplies[i] = rapid.Int64Range(0, most).Draw(t, "supply")
		d.rows[i] = make([]int64, m)
		for j := range m {
			d.rows[i][j] = rapid.Int64Range(low, high).Draw(t, "cost")
			if rapid.IntRange(1, 10).Draw(t, "arc") <= missing {
				d.rows[i][j] = absent
			}
		}
	}
	for j := range m {
		d.capacities[j] = rapid.Int64Range(0, room).Draw(t, "capacity")
	}
	if m > 0 && rapid.Bool().Draw(t, "just enough") {
		clear(d.capacities)
		for i, supply := range d.supplies {
			j := rapid.IntRange(0, m-1).Draw(t, "home")
			d.capacities[j] += supply
			d.rows[i][j] = max(d.rows[i][j], low)
		}
	}
	if limited := rapid.SampledFrom([]int{0, 0, 3, 9}).Draw(t, "limited of ten"); limited > 0 {
		d.limits = make([][]int64, n)
		for i := range n {
			d.limits[i] = make([]int64, m)
			for j := range m {
				d.limits[i][j] = absent
				if rapid.IntRange(1, 10).Draw(t, "limit") <= limited {
					d.limits[i][j] = rapid.Int64Range(0, most).Draw(t, "limit")
				}
			}
		}
	}
	return d
}

// county is an instance the size of a county or a region; tight is room divided
// by people.
func county(n, m int, tight float64) flow.Problem {
	v := valley.New(n, m, tight)
	p := flow.Problem{Cost: v.Matrix()}
	p.Supplies, p.Capacities = v.People()
	return p
}
