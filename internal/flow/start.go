package flow

import "math"

// start takes the nearest sinks of each source in hand and builds the first
// tree: cheapest pair first, each filled as far as supply and room go.
func (s *solver) start() error {
	if err := s.takeNearest(); err != nil {
		return err
	}
	s.nodes = make([]node, s.n+s.m+1)
	s.prices = make([]int64, s.root+1)
	for u := range s.nodes {
		s.nodes[u] = node{parent: none, first: none, next: none, prev: none}
	}
	for i, source := range s.sources {
		s.nodes[s.root+1+int32(i)].flow = s.problem.Supplies[source] // while unattached: what is left
	}
	for j, sink := range s.sinks {
		s.nodes[j].flow = s.problem.Capacities[sink]
	}
	s.fillNearest()
	for i := range s.n {
		u := s.root + 1 + i
		for s.nodes[u].parent == none {
			a, ok := s.cheapestOpen(u)
			if !ok {
				s.nodes[u].parent, s.nodes[u].cost = s.root, s.forbidding
				break
			}
			s.arcs = append(s.arcs, a)
			s.fill(a)
		}
	}
	for u := range s.root {
		if s.nodes[u].parent == none {
			s.nodes[u].parent = s.root
		}
		s.arcs = append(s.arcs, candidate{0, s.root, u})
	}
	s.grow()
	return nil
}

// takeNearest puts the cheapest arcs of each source in hand and fixes the
// forbidding cost, which exceeds what any detour can save.
func (s *solver) takeNearest() error {
	s.limit = (int64(1)<<58)/(int64(s.n)+int64(s.m)+2) - 1
	greatest := int64(0)
	costOf := s.problem.Cost
	s.arcs = make([]candidate, 0, int(s.n)*min(nearest, int(s.m))+int(s.m))
	var found list
	for i, source := range s.sources {
		found.reset(nearest, math.MaxInt64)
		for j, sink := range s.sinks {
			cost, ok := costOf(source, sink)
			if !ok {
				continue
			}
			if cost > s.limit || cost < -s.limit {
				return costRange(source, sink)
			}
			greatest = max(greatest, cost, -cost)
			if cost < found.worst {
				found.add(int32(j), cost, cost)
			}
		}
		for _, one := range found.best() {
			s.arcs = append(s.arcs, candidate{one.cost, s.root + 1 + int32(i), one.sink})
		}
	}
	s.forbidding = (greatest + 1) * (int64(s.n) + int64(s.m) + 2)
	return nil
}

// next is an arc in hand, by its place, that waits for its turn.
type next struct {
	cost int64
	arc  int32
}

// before says which arc has its turn first: the cheaper, and of equals that of
// the lower source.
func (n next) before(o next) bool { return n.cost < o.cost || n.cost == o.cost && n.arc < o.arc }

// fillNearest fills the arcs in hand, which lie by source and then by cost, in
// the order of their costs and then of their sources: a heap holds the next arc
// of each source that is still unattached.
func (s *solver) fillNearest() {
	heap := make([]next, 0, s.n)
	for k, a := range s.arcs {
		if k == 0 || s.arcs[k-1].tail != a.tail {
			heap = append(heap, next{a.cost, int32(k)})
		}
	}
	for k := len(heap)/2 - 1; k >= 0; k-- {
		sift(heap, k)
	}
	for len(heap) > 0 {
		k := heap[0].arc
		a := s.arcs[k]
		s.fill(a)
		if k++; s.nodes[a.tail].parent == none && int(k) < len(s.arcs) && s.arcs[k].tail == a.tail {
			heap[0] = next{s.arcs[k].cost, k}
		} else {
			heap[0] = heap[len(heap)-1]
			heap = heap[:len(heap)-1]
		}
		sift(heap, 0)
	}
}

// sift lets the arc at k sink until none below it has its turn before.
func sift(heap []next, k int) {
	for {
		c := 2*k + 1
		if c >= len(heap) {
			return
		}
		if c+1 < len(heap) && heap[c+1].before(heap[c]) {
			c++
		}
		if !heap[c].before(heap[k]) {
			return
		}
		heap[k], heap[c] = heap[c], heap[k]
		k = c
	}
}

// fill sends as much as it can along an arc whose ends are both unattached and
// hangs the end that is used up below the other. When both are used up it is
// the sink: a sink always hangs on units, as a strongly feasible tree wants.
func (s *solver) fill(a candidate) {
	source, sink := &s.nodes[a.tail], &s.nodes[a.head]
	if source.parent != none || sink.parent != none {
		return
	}
	if source.flow < sink.flow {
		sink.flow -= source.flow
		source.parent, source.cost = a.head, a.cost
		return
	}
	source.flow -= sink.flow
	sink.parent, sink.cost = a.tail, a.cost
}

// cheapestOpen returns the cheapest arc from the source to a sink with room.
func (s *solver) cheapestOpen(u int32) (candidate, bool) {
	best, found := candidate{}, false
	for j, sink := range s.sinks {
		if s.nodes[j].parent != none {
			continue
		}
		if cost, ok := s.problem.Cost(s.sources[u-s.root-1], sink); ok && (!found || cost < best.cost) {
			best, found = candidate{cost, u, int32(j)}, true
		}
	}
	return best, found
}
