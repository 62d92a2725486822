package flow

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
	s.arcs = make([]candidate, 0, int(s.n)*min(nearest, int(s.m))+int(s.m))
	var found [nearest]candidate
	for i, source := range s.sources {
		count := 0
		for j, sink := range s.sinks {
			cost, ok := s.problem.Cost(source, sink)
			if !ok {
				continue
			}
			if cost > s.limit || cost < -s.limit {
				return costRange(source, sink)
			}
			greatest = max(greatest, cost, -cost)
			if count == nearest && cost >= found[nearest-1].cost {
				continue
			}
			if count < nearest {
				count++
			}
			at := count - 1
			for ; at > 0 && found[at-1].cost > cost; at-- {
				found[at] = found[at-1]
			}
			found[at] = candidate{cost, s.root + 1 + int32(i), int32(j)}
		}
		s.arcs = append(s.arcs, found[:count]...)
	}
	s.forbidding = (greatest + 1) * (int64(s.n) + int64(s.m) + 2)
	return nil
}

// fillNearest fills the arcs in hand, which lie by source and then by cost, in
// the order of their costs and then of their sources: a heap holds the next arc
// of each source that is still unattached.
func (s *solver) fillNearest() {
	heap := make([]int32, 0, s.n)
	for k, a := range s.arcs {
		if k == 0 || s.arcs[k-1].tail != a.tail {
			heap = append(heap, int32(k))
		}
	}
	for k := len(heap)/2 - 1; k >= 0; k-- {
		s.sift(heap, k)
	}
	for len(heap) > 0 {
		k := heap[0]
		a := s.arcs[k]
		s.fill(a)
		if k++; s.nodes[a.tail].parent == none && int(k) < len(s.arcs) && s.arcs[k].tail == a.tail {
			heap[0] = k
		} else {
			heap[0] = heap[len(heap)-1]
			heap = heap[:len(heap)-1]
		}
		s.sift(heap, 0)
	}
}

// sift lets the arc at k sink until none below it is cheaper.
func (s *solver) sift(heap []int32, k int) {
	before := func(a, b candidate) bool { return a.cost < b.cost || a.cost == b.cost && a.tail < b.tail }
	for {
		c := 2*k + 1
		if c >= len(heap) {
			return
		}
		if c+1 < len(heap) && before(s.arcs[heap[c+1]], s.arcs[heap[c]]) {
			c++
		}
		if !before(s.arcs[heap[c]], s.arcs[heap[k]]) {
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
