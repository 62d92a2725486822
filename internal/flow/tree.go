package flow

// none is no node.
const none = int32(-1)

// node is a place in the tree together with the arc to its parent. That arc
// leads up from a source and down to a sink. The tree is strongly feasible:
// every sink receives at least one unit from its parent.
//
// Most sources are leaves: all their people go to one sink. They are in no list
// of children, and no price of a source is stored: it is the price of its
// parent plus the cost of its arc. So a pivot that reprices a part of the tree
// walks over its sinks and over the sources between them only.
type node struct {
	flow, cost        int64
	parent            int32
	first, next, prev int32 // children and siblings, leaf sources left out
	size              int32 // nodes below and itself, leaf sources included
}

// source says whether the node is one.
func (s *solver) source(u int32) bool { return u > s.root }

// price is the price of any node.
func (s *solver) price(u int32) int64 {
	if u > s.root {
		return s.nodes[u].cost + s.prices[s.nodes[u].parent]
	}
	return s.prices[u]
}

// grow builds the lists of children, the sizes and the prices from the parents.
func (s *solver) grow() {
	for u := range s.root {
		s.hang(u, s.nodes[u].parent)
	}
	order := make([]int32, 0, 2*s.m+1)
	order = append(order, s.root)
	for k := 0; k < len(order); k++ {
		for c := s.nodes[order[k]].first; c != none; c = s.nodes[c].next {
			if !s.source(c) {
				s.prices[c] = s.price(order[k]) - s.nodes[c].cost
			}
			order = append(order, c)
		}
	}
	for u := range s.nodes {
		v := &s.nodes[u]
		v.size++
		if s.source(int32(u)) && v.first == none {
			s.nodes[v.parent].size++
		}
	}
	for k := len(order) - 1; k > 0; k-- {
		v := &s.nodes[order[k]]
		s.nodes[v.parent].size += v.size
	}
}

// hang makes u a child. A source that has no child is only told its parent.
func (s *solver) hang(u, parent int32) {
	s.nodes[u].parent = parent
	if s.source(u) && s.nodes[u].first == none {
		return
	}
	if s.source(parent) && s.nodes[parent].first == none {
		s.enlist(parent, s.nodes[parent].parent)
	}
	s.enlist(u, parent)
}

// unhang takes u from the children of its parent.
func (s *solver) unhang(u int32) {
	if s.source(u) && s.nodes[u].first == none {
		return
	}
	s.delist(u)
	if parent := s.nodes[u].parent; s.source(parent) && s.nodes[parent].first == none {
		s.delist(parent)
	}
}

func (s *solver) enlist(u, parent int32) {
	v, p := &s.nodes[u], &s.nodes[parent]
	v.prev, v.next = none, p.first
	if p.first != none {
		s.nodes[p.first].prev = u
	}
	p.first = u
}

func (s *solver) delist(u int32) {
	v := &s.nodes[u]
	if v.prev != none {
		s.nodes[v.prev].next = v.next
	} else {
		s.nodes[v.parent].first = v.next
	}
	if v.next != none {
		s.nodes[v.next].prev = v.prev
	}
}

// pivot sends units round the cycle that the arc closes until an arc of the
// tree runs dry, and puts the new arc in its place. Of several that run dry
// the last one in the direction of the cycle, seen from its top, leaves: that
// keeps the tree strongly feasible.
func (s *solver) pivot(a candidate) {
	top := s.meet(a.tail, a.head)
	out, below, delta := none, none, int64(0)
	for u := a.tail; u != top; u = s.nodes[u].parent {
		if v := &s.nodes[u]; s.source(u) && (out == none || v.flow < delta) {
			out, below, delta = u, a.tail, v.flow
		}
	}
	for u := a.head; u != top; u = s.nodes[u].parent {
		if v := &s.nodes[u]; !s.source(u) && (out == none || v.flow <= delta) {
			out, below, delta = u, a.head, v.flow
		}
	}
	if delta > 0 {
		s.push(a.tail, top, delta)
		s.push(a.head, top, -delta)
	}
	reduced := a.cost + s.prices[a.head] - s.price(a.tail)
	above := a.head
	if below == a.head {
		above, reduced = a.tail, -reduced
	}
	s.move(out, below, above, top, delta, a.cost)
	s.reprice(below, reduced)
}

// meet returns the lowest node above both.
func (s *solver) meet(u, v int32) int32 {
	for u != v {
		if s.nodes[u].size < s.nodes[v].size {
			u = s.nodes[u].parent
		} else {
			v = s.nodes[v].parent
		}
	}
	return u
}

// push sends units from the top down to u; backwards if delta is negative.
func (s *solver) push(u, top int32, delta int64) {
	for u != top {
		v := &s.nodes[u]
		if s.source(u) {
			v.flow -= delta
		} else {
			v.flow += delta
		}
		u = v.parent
	}
}

// move cuts the subtree of out off, turns it so that below is its root, and
// hangs that under above. The nodes from the cut and from above up to top
// change their sizes; top and what lies higher do not.
func (s *solver) move(out, below, above, top int32, flow, cost int64) {
	size := s.nodes[out].size
	for u := s.nodes[out].parent; u != top; u = s.nodes[u].parent {
		s.nodes[u].size -= size
	}
	for u := above; u != top; u = s.nodes[u].parent {
		s.nodes[u].size += size
	}
	u, parent, rest := below, above, size
	for {
		v := &s.nodes[u]
		old := *v
		s.unhang(u)
		v.flow, v.cost, v.size = flow, cost, rest
		s.hang(u, parent)
		if u == out {
			return
		}
		u, parent, flow, cost, rest = old.parent, u, old.flow, old.cost, size-old.size
	}
}

// reprice adds to the prices of the subtree, or takes away from those of all
// other nodes if they are fewer: only differences count. Sums may wrap round
// meanwhile; differences stay exact, since they fit by the bound on costs.
func (s *solver) reprice(top int32, by int64) {
	if int(s.nodes[top].size)*2 <= len(s.nodes) {
		s.shift(top, none, by)
	} else {
		s.shift(s.root, top, -by)
	}
}

// shift adds to the prices of the subtree of top, without that of skip.
func (s *solver) shift(top, skip int32, by int64) {
	if !s.source(top) {
		s.prices[top] += by
	}
	u := s.nodes[top].first
	if u == none {
		return
	}
	for {
		v := &s.nodes[u]
		if u != skip {
			if !s.source(u) {
				s.prices[u] += by
			}
			if v.first != none {
				u = v.first
				continue
			}
		}
		for v.next == none {
			u = v.parent
			if u == top {
				return
			}
			v = &s.nodes[u]
		}
		u = v.next
	}
}
