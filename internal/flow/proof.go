package flow

import "slices"

// settle puts a real arc in the place of each forbidden one that is left in
// the tree without units. Supply and room then match exactly below it, and
// prices may be lowered together until some other use of that room competes:
// the prices stay a proof and say what a place more is worth.
func (s *solver) settle() {
	inside := make([]bool, len(s.nodes))
	for u := s.root + 1; int(u) < len(s.nodes); u++ {
		if s.nodes[u].parent != s.root {
			continue
		}
		clear(inside)
		walk := []int32{u}
		for k := 0; k < len(walk); k++ {
			inside[walk[k]] = true
			for c := s.nodes[walk[k]].first; c != none; c = s.nodes[c].next {
				walk = append(walk, c)
			}
		}
		for i := s.root + 1; int(i) < len(s.nodes); i++ { // leaf sources too
			inside[i] = i == u || inside[s.nodes[i].parent]
		}
		// A source sends its supply down to a sink, so there is one.
		var best candidate
		gap := int64(-1)
		for j := range s.root {
			if !inside[j] {
				continue
			}
			if g := s.prices[j] - s.prices[s.root]; gap < 0 || g < gap {
				best, gap = candidate{0, s.root, j}, g
			}
			for i, source := range s.sources {
				tail := s.root + 1 + int32(i)
				if inside[tail] {
					continue
				}
				cost, ok := s.problem.Cost(source, s.sinks[j])
				if g := cost + s.prices[j] - s.price(tail); ok && g < gap {
					best, gap = candidate{cost, tail, j}, g
				}
			}
		}
		s.move(u, best.head, best.tail, s.root, 0, best.cost)
		s.shift(best.head, none, -gap)
	}
}

// allPrices gives the sources without supply and the sinks without room, which
// took no part, prices that fit the others.
func (s *solver) allPrices() (sources, sinks []int64, err error) {
	p := s.problem
	sources, sinks = make([]int64, len(p.Supplies)), make([]int64, len(p.Capacities))
	for i, source := range s.sources {
		sources[source] = s.price(s.root+1+int32(i)) - s.prices[s.root]
	}
	for j, sink := range s.sinks {
		sinks[sink] = s.prices[j] - s.prices[s.root]
	}
	for j, room := range p.Capacities {
		if room > 0 {
			continue
		}
		for _, source := range s.sources {
			cost, ok := p.Cost(source, j)
			if !ok {
				continue
			}
			if cost > s.limit || cost < -s.limit {
				return nil, nil, costRange(source, j)
			}
			sinks[j] = max(sinks[j], sources[source]-cost)
		}
	}
	for i, supply := range p.Supplies {
		found := false
		for j := 0; supply == 0 && j < len(sinks); j++ {
			cost, ok := p.Cost(i, j)
			if !ok {
				continue
			}
			if cost > s.limit || cost < -s.limit {
				return nil, nil, costRange(i, j)
			}
			if price := cost + sinks[j]; !found || price < sources[i] {
				sources[i], found = price, true
			}
		}
	}
	return sources, sinks, nil
}

// cut follows the units that found no room: a source in want reaches all its
// sinks, and a full sink passes the want on to the sources that fill it.
func (s *solver) cut() *Cut {
	inside := make([]bool, len(s.nodes))
	queue := make([]int32, 0, s.n)
	into := func(u int32) {
		if !inside[u] {
			inside[u] = true
			queue = append(queue, u)
		}
	}
	for u := s.root + 1; int(u) < len(s.nodes); u++ {
		if s.nodes[u].parent == s.root && s.nodes[u].flow > 0 {
			into(u)
		}
	}
	c := &Cut{Sources: make([]int, 0, s.n), Sinks: make([]int, 0, len(s.problem.Capacities))}
	for k := 0; k < len(queue); k++ {
		source := s.sources[queue[k]-s.root-1]
		c.Sources = append(c.Sources, source)
		c.Supply += s.problem.Supplies[source]
		for j, sink := range s.sinks {
			if _, ok := s.problem.Cost(source, sink); !ok || inside[j] {
				continue
			}
			inside[j] = true
			c.Sinks = append(c.Sinks, sink)
			c.Capacity += s.problem.Capacities[sink]
			for u := s.root + 1; int(u) < len(s.nodes); u++ {
				if s.nodes[u].parent == int32(j) && s.nodes[u].flow > 0 {
					into(u)
				}
			}
			if parent := s.nodes[j].parent; s.source(parent) && s.nodes[j].flow > 0 {
				into(parent)
			}
		}
	}
	// Sinks without room are reached too and change nothing but the list.
	for j, room := range s.problem.Capacities {
		if room == 0 && slices.ContainsFunc(c.Sources, func(i int) bool { _, ok := s.problem.Cost(i, j); return ok }) {
			c.Sinks = append(c.Sinks, j)
		}
	}
	slices.Sort(c.Sources)
	slices.Sort(c.Sinks)
	c.Missing = c.Supply - c.Capacity
	return c
}
