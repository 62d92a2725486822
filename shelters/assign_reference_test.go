package shelters_test

import (
	"math/big"

	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// edge is one direction of a pipe in the slow reference.
type edge struct {
	to, back int // node, and the place of the other direction there
	room     *big.Rat
	cost     *big.Rat
}

// network is the slow reference: successive shortest paths on exact fractions.
type network [][]edge

func (n network) join(a, b int, room, cost int64) {
	n[a] = append(n[a], edge{b, len(n[b]), big.NewRat(room, 1), big.NewRat(cost, 1)})
	n[b] = append(n[b], edge{a, len(n[a]) - 1, new(big.Rat), big.NewRat(-cost, 1)})
}

// path finds the shortest path from the first to the last node by Bellman and
// Ford: the nodes' edges into them, nil where there is none.
func (n network) path() []*edge {
	distance := make([]*big.Rat, len(n))
	into := make([]*edge, len(n))
	distance[0] = new(big.Rat)
	for range n {
		for a := range n {
			for k := range n[a] {
				e := &n[a][k]
				if distance[a] == nil || e.room.Sign() == 0 {
					continue
				}
				d := new(big.Rat).Add(distance[a], e.cost)
				if distance[e.to] == nil || d.Cmp(distance[e.to]) < 0 {
					distance[e.to], into[e.to] = d, e
				}
			}
		}
	}
	if distance[len(n)-1] == nil {
		return nil
	}
	var out []*edge
	for at := len(n) - 1; at != 0; {
		e := into[at]
		out = append(out, e)
		at = n[e.to][e.back].to
	}
	return out
}

// slowly sends as many people as it can, each time along the shortest way.
func slowly(t shelters.Task) (cost, housed *big.Rat) {
	villages := len(t.Villages)
	n := make(network, villages+len(t.Sites)+2)
	for i, v := range t.Villages {
		n.join(0, 1+i, int64(v.People), 0)
		for j, s := range t.Sites {
			metres, ok := t.Distance(i, j)
			usable := s.Usable == spec.Met || t.CountUnknown && s.Usable == spec.Unknown
			access := !v.StepFree || s.StepFree == spec.Met || t.CountUnknown && s.StepFree == spec.Unknown
			near := (t.Farthest == 0 || metres <= t.Farthest) && (s.Reach == 0 || metres <= s.Reach)
			if ok && usable && access && near {
				n.join(1+i, 1+villages+j, int64(v.People), metres)
			}
		}
	}
	for j, s := range t.Sites {
		n.join(1+villages+j, len(n)-1, int64(s.Beds), 0)
	}
	cost, housed = new(big.Rat), new(big.Rat)
	for {
		path := n.path()
		if path == nil {
			return cost, housed
		}
		least := path[0].room
		for _, e := range path {
			if e.room.Cmp(least) < 0 {
				least = e.room
			}
		}
		least = new(big.Rat).Set(least)
		for _, e := range path {
			cost.Add(cost, new(big.Rat).Mul(least, e.cost))
			other := &n[e.to][e.back]
			e.room.Sub(e.room, least)
			other.room.Add(other.room, least)
		}
		housed.Add(housed, least)
	}
}
